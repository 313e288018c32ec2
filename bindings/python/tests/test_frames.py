"""Tables: the same rows as `parse`, in every engine."""

import pickle
import sys
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import onrecord

ROWS = 20_000


@pytest.fixture(scope="module")
def many(texts: list[str]) -> list[str]:
    """Twenty thousand articles, no two alike."""
    stories = [text[:600] for text in texts]
    return [f"{stories[i % len(stories)]}\n\n“That is story {i},” said Ana Ruiz, the mayor of Brill." for i in range(ROWS)]


@pytest.fixture(scope="module")
def tables(many: list[str]) -> onrecord.Tables:
    return onrecord.parse_table(pa.table({"id": range(ROWS), "text": many}))


def quote_rows(row: int, article: onrecord.Article) -> list[dict[str, Any]]:
    """What the table of quotes has to say of an article."""
    rows = []
    for quote in article.quotes:
        speaker = None if quote.speaker is None else article.speakers[quote.speaker]
        words = {name: span and article.text[span.start : span.end] for name, span in (("source", quote.source), ("cue", quote.cue and quote.cue.span))}
        rows.append(
            {
                "row": row,
                "article": article.id,
                "quote": quote.id,
                "kind": quote.kind,
                "attitude": quote.attitude,
                "speaker": quote.speaker_name,
                "speaker_id": quote.speaker,
                "speaker_kind": speaker and speaker.kind,
                "titles": list(speaker.titles) if speaker else [],
                "affiliation": speaker and speaker.affiliation,
                "country": speaker and speaker.country,
                **words,
                "cue_lemma": quote.cue and quote.cue.lemma,
                "text": quote.text,
                "start": quote.span.start,
                "end": quote.span.end,
                "addressee": quote.addressee,
                "outlet": quote.outlet,
                "occasion": quote.occasion and quote.occasion.kind,
                "day": quote.day,
                "negated": quote.negated,
                "parent": quote.parent,
                "continues": quote.continues,
                "topics": list(quote.topics),
                "confidence": quote.confidence,
                "why_unknown": quote.why_unknown,
                "repairs": [article.repairs[i].kind for i in quote.repairs],
            }
        )
    return rows


def test_rows_equal_parse_row_by_row(many: list[str], tables: onrecord.Tables) -> None:
    got = iter(tables.quotes.to_polars().iter_rows(named=True))
    for row, article in enumerate(onrecord.parse_many((str(i), text) for i, text in enumerate(many))):
        for want in quote_rows(row, article):
            assert next(got) == want
    assert next(got, None) is None


def test_speakers_and_topics_equal_parse(many: list[str], tables: onrecord.Tables) -> None:
    articles = list(onrecord.parse_many(many[:500]))
    speakers = tables.speakers.to_polars().filter(pl.col("row") < 500)
    names = [(i, s.id, s.name, s.kind, len(s.mentions), len(s.quotes)) for i, a in enumerate(articles) for s in a.speakers]
    assert speakers.select("row", "speaker_id", "speaker", "speaker_kind", "mentions", "quotes").rows() == names
    topics = tables.topics.to_polars().filter(pl.col("row") < 500)
    assert topics.select("row", "topic", "score").rows() == [(i, t.id, t.score) for i, a in enumerate(articles) for t in a.topics]


def test_every_engine_reads_the_same(tables: onrecord.Tables) -> None:
    arrow = pa.table(tables.quotes)
    want = arrow.num_rows
    assert want == len(tables.quotes) > ROWS
    assert pl.DataFrame(tables.quotes).equals(tables.quotes.to_polars())
    assert tables.quotes.to_polars().equals(pl.from_arrow(arrow))  # type: ignore[arg-type]
    assert pd.DataFrame.from_arrow(tables.quotes)["text"].tolist() == arrow["text"].to_pylist()
    quotes = tables.quotes
    assert duckdb.sql("select count(*), count(speaker) from quotes").fetchall() == [(want, want - arrow["speaker"].null_count)]
    assert len(quotes.to_pandas()) == len(quotes.to_polars()) == quotes.to_pyarrow().num_rows == want


def test_to_arrow_equals_parse_table(many: list[str], tables: onrecord.Tables) -> None:
    made = onrecord.to_arrow(onrecord.parse_many((str(i), text) for i, text in enumerate(many)))
    for name in ("quotes", "speakers", "topics"):
        assert pa.table(getattr(made, name)).equals(pa.table(getattr(tables, name)))
    assert len(made.errors) == 0


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "binary", "large_binary", "binary_view"])
def test_every_kind_of_text_column(kind: str) -> None:
    texts = pa.array(["“Sí 😀,” said Ana Ruiz, the mayor of Brill.", None, ""]).cast(getattr(pa, kind)())
    made = onrecord.parse_table(pa.table({"id": ["a", "b", "c"], "text": texts}))
    assert pa.table(made.quotes)["text"].to_pylist() == ["Sí 😀,"]
    assert pa.table(made.errors).to_pylist() == [{"row": 1, "article": "b", "error": "there is no text: the value is null"}]


@pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, pa.table, lambda columns: duckdb.from_arrow(pa.table(columns))])
def test_every_engine_can_be_read(make: Any) -> None:
    made = onrecord.parse_table(make({"key": [7, 8], "body": ["“Yes,” said Ana Ruiz.", None]}), "body", "key")
    assert pa.table(made.quotes)["article"].to_pylist() == ["7"]
    assert pa.table(made.errors)["article"].to_pylist() == ["8"]


def test_what_cannot_be_read_is_a_row() -> None:
    texts = pa.array(["“Yes,” said Bo Lund.".encode(), b"\xff\xfe", None, b"x" * 2000], pa.binary())
    made = onrecord.parse_table(pa.table({"id": [1, 2, 3, 4], "text": texts}), options=onrecord.Options(max_bytes=1000))
    errors = pa.table(made.errors)
    assert errors["row"].to_pylist() == [1, 2, 3]
    assert [why.split(":")[0] for why in errors["error"].to_pylist()] == [
        "the text is not UTF-8",
        "there is no text",
        "the text has 2000 bytes, more than the limit of 1000; raise the limit or split the text",
    ]


def test_utf8_that_is_none_is_an_error_and_no_crash() -> None:
    # A producer that promises UTF-8 and does not keep it.
    offsets, data = pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")
    texts = pa.Array.from_buffers(pa.string(), 1, [None, offsets, data])
    made = onrecord.parse_table(pa.table({"text": texts}), id=None)
    assert len(made.errors) == 1 and len(made.quotes) == 0


def test_wrong_tables() -> None:
    table = pa.table({"id": [1], "text": [1.5]})
    with pytest.raises(onrecord.TableError, match='no column "body"; it has id, text'):
        onrecord.parse_table(table, "body")
    with pytest.raises(onrecord.TableError, match='column "text": expected texts, found Float64'):
        onrecord.parse_table(table)
    with pytest.raises(TypeError, match="table: expected a table of pyarrow.*found list"):
        onrecord.parse_table([1])  # type: ignore[arg-type]


def test_speakers_by_topic_in_one_line(tables: onrecord.Tables) -> None:
    by_polars = tables.quotes.to_polars().explode("topics").group_by("speaker", "topics").len()
    quotes = tables.quotes
    by_sql = duckdb.sql("select speaker, topic, count(*) as n from quotes, unnest(topics) as t(topic) group by all")
    assert by_polars.filter(pl.col("topics").is_not_null())["len"].sum() == sum(row[2] for row in by_sql.fetchall())
    assert len(quotes) > 0


def test_types_of_pandas_do_not_depend_on_the_data() -> None:
    known, unknown = (onrecord.to_arrow([onrecord.parse(text)]).quotes for text in ("“Yes,” said Ana Ruiz.", "They called it “safe”."))
    whole = ["row", "quote", "speaker_id", "start", "end", "parent", "continues"]
    for table in (known, unknown, onrecord.to_arrow([]).quotes):
        assert (table.to_pandas().dtypes[whole] == "Int64").all()
    assert known.to_pandas()["speaker_id"].tolist() == [0]


@pytest.mark.parametrize("module", ["pandas", "pyarrow"])
def test_what_to_pandas_needs(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"to_pandas\(\) needs {module}: pip install {module}"):
        onrecord.to_arrow([]).quotes.to_pandas()


def test_a_stream_in_parts(texts: list[str]) -> None:
    articles = [onrecord.parse(text) for text in texts]
    parts = [onrecord.to_arrow(articles[:2]), onrecord.to_arrow(articles[2:], first_row=2)]
    for name in ("quotes", "speakers", "topics"):
        parted = pa.concat_tables([pa.table(getattr(part, name)) for part in parts])
        assert parted.equals(pa.table(getattr(onrecord.to_arrow(articles), name)))
    assert pa.table(onrecord.to_arrow([onrecord.Failure(0, "a", "torn")], first_row=7).errors).to_pylist() == [
        {"row": 7, "article": "a", "error": "torn"}
    ]
    with pytest.raises(onrecord.OptionError, match="first_row: expected 0 or more, found -1"):
        onrecord.to_arrow([], first_row=-1)


def test_tables_can_be_pickled(texts: list[str]) -> None:
    made = onrecord.to_arrow(onrecord.parse_many([*texts, "\ud800"], on_error="keep"))
    again = pickle.loads(pickle.dumps(made))
    for name in ("quotes", "speakers", "topics", "errors"):
        assert pa.table(getattr(again, name)).equals(pa.table(getattr(made, name)))


def test_a_table_shows_its_first_rows() -> None:
    quotes = onrecord.to_arrow(onrecord.parse_many(["“Yes & <b>no</b>,” said Ana Ruiz, the mayor of Brill."] * 30)).quotes
    html = quotes._repr_html_()
    assert html.count("<tr>") == 11 and "<p>30 rows</p>" in html
    assert "Yes &amp; &lt;b&gt;no&lt;/b&gt;," in html and "<b>" not in html


def test_one_article_as_a_frame(texts: list[str]) -> None:
    article = onrecord.parse(texts[0])
    assert article.to_pandas()["text"].tolist() == [quote.text for quote in article.quotes]
    assert article.to_polars("speakers")["speaker"].to_list() == [speaker.name for speaker in article.speakers]
    with pytest.raises(onrecord.OptionError, match="table: expected"):
        article.to_polars("words")  # type: ignore[arg-type]
