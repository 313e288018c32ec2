"""One article: what comes out, and what its records can do."""

import json
import pickle
from dataclasses import dataclass
from typing import Any, get_args

import pytest

import onrecord
from onrecord import _onrecord

TEXT = "BRILL (AP) — “Sí 😀, we have the engine,” Mayor Ana Ruiz told Brill Radio on Friday. “They will not, ”said Marsh."


def records(article: onrecord.Article) -> list[Any]:
    lists = (article.quotes, article.speakers, article.topics, article.repairs, article.blocks, article.bylines)
    return [record for many in lists for record in many]


def test_offsets_slice_code_points(texts: list[str]) -> None:
    for text in [TEXT, *texts]:
        article = onrecord.parse(text)
        for quote in article.quotes:
            assert " ".join(text[span.start : span.end] for span in quote.content) == quote.text
            assert text[quote.span.start : quote.span.end].startswith(quote.text.split()[0])
            if quote.speaker is not None:
                assert article.speakers[quote.speaker].name == quote.speaker_name
                assert quote.id in article.speakers[quote.speaker].quotes


def test_the_text_is_kept_as_it_was() -> None:
    assert onrecord.parse(TEXT).text is TEXT
    assert onrecord.parse("").quotes == ()


def test_names_are_those_of_the_wire_format() -> None:
    article = onrecord.parse(TEXT, id="a-1")
    wire = article.to_dict()
    assert set(wire) - {"schema", "offsets"} <= set(dir(article))
    assert wire["id"] == article.id == "a-1"
    for name in ("quotes", "speakers", "topics", "repairs", "blocks"):
        for row, record in zip(wire[name], getattr(article, name), strict=True):
            assert set(row) - {"start", "end"} <= set(dir(record))
    assert [row["confidence"] for row in wire["quotes"]] == [quote.confidence for quote in article.quotes]


def test_records_are_frozen_hashable_values(texts: list[str]) -> None:
    for text in texts:
        article, again = onrecord.parse(text), onrecord.parse(text)
        assert article == again and hash(article) == hash(again) and article != onrecord.parse(text + ".")
        assert records(article) == records(again)
        assert set(records(article)) == set(records(again))
    with pytest.raises(AttributeError):
        article.quotes[0].text = "another"  # type: ignore[misc]


def test_repr_is_how_it_is_made() -> None:
    names = {name: getattr(onrecord, name) for name in onrecord.__all__}
    for record in records(onrecord.parse(TEXT)):
        assert eval(repr(record), names) == record
    assert "quotes" in repr(onrecord.parse(TEXT))


def test_patterns_match() -> None:
    match onrecord.parse(TEXT).quotes[0]:
        case onrecord.Quote(kind="direct", speaker_name=name):
            assert name == "Ana Ruiz"
        case other:
            pytest.fail(repr(other))


def test_everything_can_be_pickled() -> None:
    article = onrecord.parse(TEXT, id="a-1")
    topics = onrecord.Topics.builtin().only("cyber")
    options = onrecord.Options(min_confidence=0.5, max_bytes=10, topics=topics)
    for thing in [article, *records(article), topics, options, onrecord.Parser(options), onrecord.Parser()]:
        again = pickle.loads(pickle.dumps(thing))
        assert again == thing and hash(again) == hash(thing)


def test_errors_can_be_pickled() -> None:
    with pytest.raises(onrecord.TextTooLargeError) as caught:
        onrecord.parse("text", options=onrecord.Options(max_bytes=3))
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is onrecord.TextTooLargeError and str(again) == str(caught.value)


@pytest.mark.parametrize("offsets", ["chars", "bytes", "utf16"])
def test_json_leads_back(texts: list[str], offsets: onrecord.Offsets) -> None:
    for text in [TEXT, *texts]:
        article = onrecord.parse(text, id="a")
        assert onrecord.Article.from_json(article.to_json(offsets=offsets), text) == article
        assert onrecord.Article.from_json(article.to_json(offsets=offsets, text=True)) == article


def test_json_as_bytes_or_dictionary() -> None:
    article = onrecord.parse(TEXT, id="a")
    assert onrecord.Article.from_json(article.to_dict(), TEXT) == article
    assert onrecord.Article.from_json({**article.to_dict(), "text": TEXT}) == article
    assert onrecord.Article.from_json(article.to_json(text=True).encode()) == article
    for bad in (b"\xff", {"a": object()}):
        with pytest.raises(onrecord.ArticleError, match="data: "):
            onrecord.Article.from_json(bad)
    with pytest.raises(TypeError, match="data: expected str, bytes or dict, found list"):
        onrecord.Article.from_json([])  # type: ignore[arg-type]


def test_spans() -> None:
    span = onrecord.Span(3, 7)
    start, end = span
    assert (start, end) == (3, 7) and len(span) == 4
    assert sorted([onrecord.Span(3, 9), span, onrecord.Span(1, 2)]) == [onrecord.Span(1, 2), span, onrecord.Span(3, 9)]
    assert onrecord.Span(3, 3) and len(onrecord.Span(3, 3)) == 0
    with pytest.raises(TypeError):
        _ = span < (3, 9)  # type: ignore[operator]


def test_records_as_dictionaries(texts: list[str]) -> None:
    for text in [TEXT, *texts]:
        article = onrecord.parse(text)
        for record in records(article):
            made = json.loads(json.dumps(record.to_dict()))
            assert set(made) - {"start", "end"} == set(record.__match_args__) - {"span"}
        for row, quote in zip(article.to_dict()["quotes"], article.quotes, strict=True):
            made = quote.to_dict()
            assert {name: made[name] for name in row} == row


def test_json_that_is_no_article() -> None:
    data = onrecord.parse(TEXT).to_json()
    with pytest.raises(onrecord.ArticleError, match="no field `text`"):
        onrecord.Article.from_json(data)
    for bad, text in [("{", None), ("{}", TEXT), (data, "another text"), ("[1]", None), ("nonsense", TEXT)]:
        with pytest.raises(onrecord.ArticleError):
            onrecord.Article.from_json(bad, text)


def test_literals_are_those_of_the_core() -> None:
    for name, values in _onrecord.KINDS.items():
        assert get_args(getattr(onrecord, name)) == values


def test_options_leave_out_unsure_quotes() -> None:
    article = onrecord.parse(TEXT)
    least = max(quote.confidence for quote in article.quotes)
    sure = onrecord.Parser(onrecord.Options(min_confidence=least)).parse(TEXT)
    assert 0 < len(sure.quotes) < len(article.quotes)


def test_own_topics() -> None:
    water = onrecord.Topics.from_toml('[[topics]]\nid = "water"\nlabel = "Water"\nphrases = ["tap water"]\n')
    topics = onrecord.Topics.builtin() | water
    assert "water" in topics and len(topics) == len(onrecord.Topics.builtin()) + 1
    article = onrecord.parse("Brill runs dry\n\nTap water is rationed in Brill.", options=onrecord.Options(topics=topics))
    assert article.topics[0].id == "water"
    with pytest.raises(onrecord.TopicsError, match="line 1"):
        onrecord.Topics.from_json('{"topics": [{"id": "Bad Id", "phrases": []}]}')
    with pytest.raises(onrecord.TopicsError, match="sanctions"):
        topics.only("sanction")
    assert "cyber" not in topics.without("cyber")
    assert article.topics[0] in topics and article.topics[0] not in onrecord.Topics.builtin() and 3 not in topics


def test_what_is_known_of_topics() -> None:
    topics = onrecord.Topics.builtin()
    assert tuple(topics) == topics.ids and len(topics) == len(list(topics))
    assert topics["arms-control"].label == "Arms control" and topics["ukraine"].facet == "place"
    with pytest.raises(KeyError, match="nowhere"):
        topics["nowhere"]


@dataclass
class Bad:
    arguments: dict[str, Any]
    message: str


@pytest.mark.parametrize(
    "bad",
    [
        Bad({"text": b"bytes"}, "text: expected str, found bytes; decode it first"),
        Bad({"text": None}, "text: expected str, found NoneType"),
        Bad({"text": "", "id": 3.5}, "id: expected str, int or None, found float"),
        Bad({"text": "", "options": {}}, "options: expected Options or None, found dict"),
        Bad({"text": "", "errors": 1}, "errors: expected str, found int"),
    ],
    ids=lambda bad: bad.message,
)
def test_wrong_types_name_the_argument(bad: Bad) -> None:
    with pytest.raises(TypeError) as caught:
        onrecord.parse(**bad.arguments)
    assert str(caught.value) == bad.message


def test_wrong_types_elsewhere() -> None:
    article = onrecord.parse("")
    wrong: list[tuple[Any, str]] = [
        (lambda: onrecord.Options(max_bytes="3"), "max_bytes: expected int or None, found str"),  # type: ignore[arg-type]
        (lambda: onrecord.Options(topics=["cyber"]), "topics: expected Topics or None, found list"),  # type: ignore[arg-type]
        (lambda: onrecord.Options(min_confidence=None), "min_confidence: expected float, found NoneType"),  # type: ignore[arg-type]
        (lambda: onrecord.render("text"), "article: expected Article, found str"),  # type: ignore[arg-type]
        (lambda: onrecord.render(article, "ansi", width="80"), "width: expected int or None, found str"),  # type: ignore[arg-type]
        (lambda: article.to_json(text=1), "text: expected bool, found int"),  # type: ignore[arg-type]
        (lambda: article.to_polars(1), "table: expected str, found int"),  # type: ignore[arg-type]
        (lambda: article.save_html(1), "path: expected str, bytes or os.PathLike, found int"),  # type: ignore[arg-type]
        (lambda: onrecord.Topics.from_json(1), "data: expected str, found int"),  # type: ignore[arg-type]
        (lambda: onrecord.to_arrow([], first_row="1"), "first_row: expected int, found str"),  # type: ignore[arg-type]
    ]
    for call, message in wrong:
        with pytest.raises(TypeError) as caught:
            call()
        assert str(caught.value) == message
    for number, message in [(-1, "0 or more"), (10**30, "at most")]:
        with pytest.raises(onrecord.OptionError, match=f"max_bytes: expected {message}.*, found {number}"):
            onrecord.Options(max_bytes=number)
        with pytest.raises(onrecord.OptionError, match=f"width: expected {message}.*, found {number}"):
            onrecord.render(article, "ansi", width=number)
    with pytest.raises(onrecord.OptionError, match="min_confidence"):
        onrecord.Options(min_confidence=1.5)
    with pytest.raises(onrecord.OptionError, match="errors"):
        onrecord.parse("", errors="ignore")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"articles\[0\]: expected Article, found str"):
        onrecord.to_arrow(["text"])  # type: ignore[list-item]
    assert issubclass(onrecord.OnrecordError, ValueError)


def test_help_is_useful() -> None:
    for thing in (onrecord.parse, onrecord.parse_many, onrecord.parse_table, onrecord.to_arrow, onrecord.render):
        assert all(part in (thing.__doc__ or "") for part in ("Args:", "Returns:", "Raises:", "Example:"))
    assert "progress" in (onrecord.parse_many.__doc__ or "")
    json.loads(onrecord.SCHEMA)
