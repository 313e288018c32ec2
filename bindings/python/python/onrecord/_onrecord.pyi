# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pandas and pyarrow come without types.

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, final, overload

from typing_extensions import CapsuleType, Self

from ._kinds import Attitude, BlockKind, Facet, Offsets, OccasionKind, QuoteKind, RepairKind, SpeakerKind, WhyUnknown

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_Errors = Literal["strict", "surrogatepass"]
_Id = str | int | None
_Texts = Iterable[str | tuple[_Id, str] | list[Any]] | Mapping[str, str] | Mapping[int, str]
_TableName = Literal["quotes", "speakers", "topics"]

class _ArrowTable(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object: ...

__all__ = [
    "Anonymity",
    "Article",
    "ArticleError",
    "Articles",
    "Block",
    "Byline",
    "Cue",
    "Dateline",
    "Failure",
    "KINDS",
    "Occasion",
    "OnrecordError",
    "OptionError",
    "Options",
    "Parser",
    "Quote",
    "Repair",
    "SCHEMA",
    "Span",
    "Speaker",
    "Table",
    "TableError",
    "Tables",
    "TextError",
    "TextTooLargeError",
    "Topic",
    "TopicInfo",
    "Topics",
    "TopicsError",
    "__version__",
    "parse",
    "parse_many",
    "parse_table",
    "render",
    "to_arrow",
]
__version__: Final[str]
SCHEMA: Final[str]
KINDS: Final[dict[str, tuple[str, ...]]]

class OnrecordError(ValueError):
    """What onrecord was given cannot be used; base of all its errors."""

class TextTooLargeError(OnrecordError):
    """The text has more bytes than `Options.max_bytes` allows."""

class TextError(OnrecordError):
    """The text is no text: it has lone surrogates, or bytes that are no UTF-8."""

class TopicsError(OnrecordError):
    """A topic, or a file of topics, is not as it should be; or there is no such topic."""

class ArticleError(OnrecordError):
    """The JSON holds no article, or one of another text."""

class OptionError(OnrecordError):
    """An option does not have this value."""

class TableError(OnrecordError):
    """The table lacks a column, or a column holds no text."""

@final
class Span:
    """A half-open range of the text in code points: `text[span.start:span.end]` are its words.

    `start, end = span` unpacks it, `len(span)` counts its code points, and spans are in the order of the text. An empty one is true as
    well, so that `if quote.source` asks whether there is one.
    """
    __match_args__: Final = ("start", "end")
    def __new__(cls, start: int, end: int) -> Self: ...
    @property
    def start(self) -> int:
        """The first code point."""
    @property
    def end(self) -> int:
        """One past the last code point."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> Literal[True]: ...
    def __lt__(self, other: Span, /) -> bool: ...
    def __le__(self, other: Span, /) -> bool: ...
    def __gt__(self, other: Span, /) -> bool: ...
    def __ge__(self, other: Span, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Cue:
    """The words that attribute: "said", "according to"."""
    __match_args__: Final = ("span", "lemma")
    def __new__(cls, span: Span, lemma: str) -> Self: ...
    @property
    def span(self) -> Span:
        """Where they stand."""
    @property
    def lemma(self) -> str:
        """The dictionary form of the verb, or the phrase: "say"."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Occasion:
    """Where or how something was said."""
    __match_args__: Final = ("span", "kind")
    def __new__(cls, span: Span, kind: OccasionKind) -> Self: ...
    @property
    def span(self) -> Span:
        """"at a press conference"
        """
    @property
    def kind(self) -> OccasionKind:
        """What sort of occasion it is: "interview", "statement", …"""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Anonymity:
    """The article keeps a source's name back."""
    __match_args__: Final = ("granted", "reason")
    def __new__(cls, granted: bool, reason: Span | None) -> Self: ...
    @property
    def granted(self) -> bool:
        """Whether anonymity was promised ("on condition of anonymity")."""
    @property
    def reason(self) -> Span | None:
        """"because they were not authorized to speak"
        """
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Dateline:
    """The place that opens a wire story: "GENEVA (AP) — "."""
    __match_args__: Final = ("span", "place", "country", "agency", "date")
    def __new__(cls, span: Span, place: str, country: str | None, agency: str | None, date: str | None) -> Self: ...
    @property
    def span(self) -> Span:
        """The whole dateline with its dash."""
    @property
    def place(self) -> str:
        """The place as printed: "MECHANICSBURG, Va."."""
    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code of the country, where the place is known."""
    @property
    def agency(self) -> str | None:
        """"AP", "Reuters"."""
    @property
    def date(self) -> str | None:
        """The date as printed."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Byline:
    """One name of a byline or of a reporter credit."""
    __match_args__: Final = ("name", "role", "span")
    def __new__(cls, name: str, role: str | None, span: Span) -> Self: ...
    @property
    def name(self) -> str:
        """The name in its usual capitals: "Abby Goodman"."""
    @property
    def role(self) -> str | None:
        """"reporter", "editor", "photographer", or what the line says."""
    @property
    def span(self) -> Span:
        """Where the name stands."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Block:
    """A part of the page."""
    __match_args__: Final = ("kind", "span")
    def __new__(cls, kind: BlockKind, span: Span) -> Self: ...
    @property
    def kind(self) -> BlockKind:
        """What it is: "title", "paragraph", "caption", "boilerplate", …"""
    @property
    def span(self) -> Span:
        """Where it stands, without white space at its edges."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Repair:
    """One thing that had to be seen through."""
    __match_args__: Final = ("id", "kind", "span", "note")
    def __new__(cls, id: int, kind: RepairKind, span: Span, note: str) -> Self: ...
    @property
    def id(self) -> int:
        """Its place in `Article.repairs`."""
    @property
    def kind(self) -> RepairKind:
        """What was wrong: "turned_mark", "mojibake", "missing_close", …"""
    @property
    def span(self) -> Span:
        """Where."""
    @property
    def note(self) -> str:
        """What was done about it, for people."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Topic:
    """What an article is about."""
    __match_args__: Final = ("id", "facet", "label", "score", "iptc", "wikidata", "evidence")
    def __new__(cls, id: str, facet: Facet, label: str, score: float, iptc: str | None, wikidata: str | None, evidence: tuple[Span, ...]) -> Self: ...
    @property
    def id(self) -> str:
        """In kebab case: "arms-control", "ukraine"."""
    @property
    def facet(self) -> Facet:
        """"issue" or "place"."""
    @property
    def label(self) -> str:
        """For people: "Arms control"."""
    @property
    def score(self) -> float:
        """How much of the article it is, from 0 to 1."""
    @property
    def iptc(self) -> str | None:
        """The IPTC Media Topic: "medtop:20000080"."""
    @property
    def wikidata(self) -> str | None:
        """The Wikidata item: "Q322348"."""
    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that led to it."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Speaker:
    """Someone or something that speaks."""
    __match_args__: Final = ("id", "name", "kind", "aliases", "titles", "affiliation", "country", "mentions", "quotes", "descriptions", "anonymity")
    def __new__(cls, id: int, name: str, kind: SpeakerKind, aliases: tuple[str, ...], titles: tuple[str, ...], affiliation: str | None, country: str | None, mentions: tuple[Span, ...], quotes: tuple[int, ...], descriptions: tuple[Span, ...], anonymity: Anonymity | None) -> Self: ...
    @property
    def id(self) -> int:
        """Its place in `Article.speakers`."""
    @property
    def name(self) -> str:
        """The fullest name without titles, or the phrase for a source without a name."""
    @property
    def kind(self) -> SpeakerKind:
        """"person", "organization", "group", "place", "document" or "unnamed"."""
    @property
    def aliases(self) -> tuple[str, ...]:
        """Other forms that the article uses."""
    @property
    def titles(self) -> tuple[str, ...]:
        """"Russian Foreign Minister"
        """
    @property
    def affiliation(self) -> str | None:
        """The organization that they speak for."""
    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code."""
    @property
    def mentions(self) -> tuple[Span, ...]:
        """Where it is named."""
    @property
    def quotes(self) -> tuple[int, ...]:
        """What it said: places in `Article.quotes`."""
    @property
    def descriptions(self) -> tuple[Span, ...]:
        """What the article says to introduce it: "a Russia expert who served on …"."""
    @property
    def anonymity(self) -> Anonymity | None:
        """Whether the article promises not to name it."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Quote:
    """One attribution: content, cue, source, and what is known about them."""
    __match_args__: Final = ("id", "kind", "span", "content", "text", "cue", "source", "speaker", "speaker_name", "why_unknown", "addressee", "outlet", "day", "occasion", "attitude", "negated", "parent", "continues", "topics", "confidence", "repairs")
    def __new__(cls, id: int, kind: QuoteKind, span: Span, content: tuple[Span, ...], text: str, cue: Cue | None, source: Span | None, speaker: int | None, speaker_name: str | None, why_unknown: WhyUnknown | None, addressee: str | None, outlet: str | None, day: str | None, occasion: Occasion | None, attitude: Attitude, negated: bool, parent: int | None, continues: int | None, topics: tuple[str, ...], confidence: float, repairs: tuple[int, ...]) -> Self: ...
    @property
    def id(self) -> int:
        """Its place in `Article.quotes`."""
    @property
    def kind(self) -> QuoteKind:
        """How the words are given: "direct", "mixed", "indirect" or "scare"."""
    @property
    def span(self) -> Span:
        """From the first to the last of its words, with what interrupts them."""
    @property
    def content(self) -> tuple[Span, ...]:
        """What was said, without the outer quotation marks; several spans where it is interrupted or runs over paragraphs."""
    @property
    def text(self) -> str:
        """The content as printed, its spans joined by a space."""
    @property
    def cue(self) -> Cue | None:
        """The words that attribute."""
    @property
    def source(self) -> Span | None:
        """The phrase that names the speaker here."""
    @property
    def speaker(self) -> int | None:
        """Who said it: a place in `Article.speakers`."""
    @property
    def speaker_name(self) -> str | None:
        """The name of that speaker."""
    @property
    def why_unknown(self) -> WhyUnknown | None:
        """Why `speaker` is missing: "no candidate", "ambiguous" or "unsourced"."""
    @property
    def addressee(self) -> str | None:
        """To whom it was said."""
    @property
    def outlet(self) -> str | None:
        """The medium that got the words: "told CNN"."""
    @property
    def day(self) -> str | None:
        """The day as printed: "Friday"."""
    @property
    def occasion(self) -> Occasion | None:
        """Where or how it was said."""
    @property
    def attitude(self) -> Attitude:
        """"said", or ascribed by the writer: "thought", "wanted", "felt". Whoever counts voices takes "said"."""
    @property
    def negated(self) -> bool:
        """"did not say that …"
        """
    @property
    def parent(self) -> int | None:
        """The quote that this one stands inside: a place in `Article.quotes`."""
    @property
    def continues(self) -> int | None:
        """The quote that this one goes on from."""
    @property
    def topics(self) -> tuple[str, ...]:
        """Topic ids, best first."""
    @property
    def confidence(self) -> float:
        """How sure the parser is that content, source and speaker are all right, from 0 to 1."""
    @property
    def repairs(self) -> tuple[int, ...]:
        """The repairs that touch it: places in `Article.repairs`."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class TopicInfo:
    """A topic that a parse looks for: what `Topics` knows of it."""
    __match_args__: Final = ("id", "facet", "label", "iptc", "wikidata")
    def __new__(cls, id: str, facet: Facet, label: str, iptc: str | None, wikidata: str | None) -> Self: ...
    @property
    def id(self) -> str:
        """In kebab case: "arms-control", "ukraine"."""
    @property
    def facet(self) -> Facet:
        """"issue" or "place"."""
    @property
    def label(self) -> str:
        """For people: "Arms control"."""
    @property
    def iptc(self) -> str | None:
        """The IPTC Media Topic: "medtop:20000080"."""
    @property
    def wikidata(self) -> str | None:
        """The Wikidata item: "Q322348"."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Failure:
    """A text that could not be read: what `parse_many` with `on_error="keep"` gives in the place of an article."""
    __match_args__: Final = ("index", "id", "error")
    def __new__(cls, index: int, id: str | None, error: str) -> Self: ...
    @property
    def index(self) -> int:
        """The place of the text among the texts, from 0."""
    @property
    def id(self) -> str | None:
        """What the caller calls it."""
    @property
    def error(self) -> str:
        """Why it could not be read, as in the table `errors`."""
    def to_dict(self) -> dict[str, Any]:
        """The fields by their names, as dictionaries and lists, which JSON can hold; instead of `span`, `start` and `end`, as in
        `Article.to_dict`.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Article:
    """A news article as read: structure, quotes, speakers, topics and repairs.

    Frozen and hashable. Every `start` and `end` counts code points, so that `article.text[span.start:span.end]` are the words of a span.

    Example:
        >>> article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
        >>> article.quotes[0].text
        'We will talk,'
        >>> article.quotes[0].speaker_name
        'Ana Ruiz'
    """
    @property
    def text(self) -> str:
        """The text that was parsed."""
    @property
    def id(self) -> str | None:
        """What the caller calls the article."""
    @property
    def title(self) -> Span | None:
        """The headline."""
    @property
    def dateline(self) -> Dateline | None:
        """The place (and agency, and date) that opens the story."""
    @property
    def bylines(self) -> tuple[Byline, ...]:
        """Those who wrote or reported the story."""
    @property
    def published(self) -> str | None:
        """The day of publication as an ISO date, where the input states it."""
    @property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the page, in order, without overlap."""
    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what, in order of the content."""
    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Those who speak, in order of their first mention."""
    @property
    def topics(self) -> tuple[Topic, ...]:
        """What the article is about, best first."""
    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What had to be seen through to read the text."""
    def to_json(self, *, offsets: Offsets = "chars", text: bool = False) -> str:
        """The article in the wire format, as one line of JSON.

        Args:
            offsets: What `start` and `end` count: "chars" (code points), "bytes" of UTF-8, or "utf16" units.
            text: Whether the text goes with it, as the field `text`; `Article.from_json` then needs nothing else.
        """
    def to_dict(self) -> dict[str, Any]:
        """The article in the wire format, as dictionaries and lists; offsets count code points."""
    @classmethod
    def from_json(cls, data: str | bytes | dict[str, Any], text: str | None = None) -> Article:
        """The article that JSON in the wire format holds.

        Args:
            data: The JSON, with offsets in any unit: as a string, as bytes, or as the dictionary that `to_dict` gives.
            text: The text that was parsed; not needed where `data` has a field `text`.

        Raises:
            ArticleError: `data` holds no article, or one of another text.
        """
    def to_pandas(self, table: _TableName = "quotes") -> pandas.DataFrame:
        """The quotes, speakers or topics of the article as a pandas data frame.

        Args:
            table: "quotes", "speakers" or "topics".
        """
    def to_polars(self, table: _TableName = "quotes") -> polars.DataFrame:
        """The quotes, speakers or topics of the article as a polars data frame.

        Args:
            table: "quotes", "speakers" or "topics".
        """
    def _repr_html_(self) -> str: ...
    def save_html(self, path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> None:
        """Writes the article as a web page that needs nothing else.

        Args:
            path: The file to write, in UTF-8; one that is there is replaced.

        Raises:
            OSError: The file cannot be written.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Articles(Iterator[Article]):
    """The articles of a stream of texts, in its order; see `parse_many`."""
    def __iter__(self) -> Self: ...
    def __next__(self) -> Article: ...

@final
class Options:
    """What a caller can choose.

    Args:
        min_confidence: Leaves out quotes below this confidence, 0 to 1.
        max_bytes: Refuses a text of more bytes of UTF-8; no limit where missing.
        topics: The topics to look for; the built-in ones where missing.
        tagger: Asks the small neural network too: it finds more of what is reported without quotation marks, and takes about ten times as long.
        joined: Gives a quotation that its own tag cuts, “A,” she said. “B.”, as one quote with two spans; else it is two, of which the second
            `continues` the first.
    """
    def __new__(
        cls, *, min_confidence: float = 0.0, max_bytes: int | None = None, topics: Topics | None = None, tagger: bool = True, joined: bool = False
    ) -> Self: ...
    @property
    def min_confidence(self) -> float:
        """Leaves out quotes below this confidence, 0 to 1."""
    @property
    def max_bytes(self) -> int | None:
        """Refuses a text of more bytes of UTF-8."""
    @property
    def topics(self) -> Topics | None:
        """The topics to look for; `None` for the built-in ones."""
    @property
    def tagger(self) -> bool:
        """Is the small neural network asked too?"""
    @property
    def joined(self) -> bool:
        """Is a quotation that its own tag cuts one quote?"""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...

@final
class Topics:
    """The topics that a parse looks for: a collection of their ids, with what is known of each under its id.

    Phrases of your own topics are words in any case; a capital asks for a capital (`Turkey`), and a space may be a hyphen in the text. `hack*`
    is the word and all that begin so, `(arms|nuclear weapons)` one or the other, `(the)?` with or without, `..` up to three words. A phrase
    that says less of the topic has a weight below 1, `{"text": "pier", "weight": 0.5}`; `exceptions` are phrases inside which none counts.

    Example:
        >>> water = onrecord.Topics.from_json('{"topics": [{"id": "water", "label": "Water", "phrases": ["tap water"]}]}')
        >>> options = onrecord.Options(topics=onrecord.Topics.builtin() | water)
        >>> options.topics["water"].label, "water" in options.topics
        ('Water', True)
    """
    @staticmethod
    def builtin() -> Topics:
        """The issues and places that onrecord knows by itself."""
    @classmethod
    def from_json(cls, data: str) -> Topics:
        """Topics of your own, from JSON: `{"topics": [{"id": "water", "label": "Water", "phrases": ["drought*"]}]}`.

        Raises:
            TopicsError: The JSON is malformed; the message names the line and what was expected.
        """
    @classmethod
    def from_toml(cls, data: str) -> Topics:
        """Topics of your own, from TOML: `[[topics]]` with the keys of `from_json`.

        Raises:
            TopicsError: The TOML is malformed; the message names the line and what was expected.
        """
    def to_json(self) -> str:
        """The topics as JSON, in the form that `from_json` reads."""
    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the topics, in order."""
    def only(self, *ids: str) -> Topics:
        """The topics with these ids alone.

        Raises:
            TopicsError: There is no such topic.
        """
    def without(self, *ids: str) -> Topics:
        """All topics but those with these ids.

        Raises:
            TopicsError: There is no such topic.
        """
    def __or__(self, other: Topics, /) -> Topics: ...
    def __ror__(self, other: Topics, /) -> Topics: ...
    def __len__(self) -> int: ...
    def __contains__(self, item: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __getitem__(self, id: str, /) -> TopicInfo: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Parser:
    """Options to use again and again; can be pickled and shared between threads.

    Args:
        options: See `Options`; the defaults where missing.

    Example:
        >>> parser = onrecord.Parser(onrecord.Options(min_confidence=0.8))
        >>> sure = parser.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
    """
    def __new__(cls, options: Options | None = None) -> Self: ...
    @property
    def options(self) -> Options:
        """What the parser was made with."""
    def parse(self, text: str, *, id: _Id = None, errors: _Errors = "strict") -> Article:
        """Reads one article; see `onrecord.parse`."""
    @overload
    def parse_many(
        self,
        texts: _Texts,
        *,
        threads: int | None = None,
        window: int | None = None,
        progress: bool = False,
        on_error: Literal["raise", "skip"] = "raise",
        errors: _Errors = "strict",
    ) -> Articles:
        """Reads many articles on all cores; see `onrecord.parse_many`."""
    @overload
    def parse_many(
        self,
        texts: _Texts,
        *,
        threads: int | None = None,
        window: int | None = None,
        progress: bool = False,
        on_error: Literal["keep"],
        errors: _Errors = "strict",
    ) -> Iterator[Article | Failure]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...

@final
class Table:
    """A table of results, for any engine that speaks Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`,
    `pandas.DataFrame.from_arrow(table)` (pandas 3); DuckDB finds it by the name of a variable (`duckdb.sql("from quotes")`).

    Strings are plain UTF-8, whole numbers are signed and of 64 bits; a span is two columns, `start` and `end`, in code points. In a notebook,
    the table shows its first rows. It can be pickled where pyarrow is installed.
    """
    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas data frame; needs pandas and pyarrow. Whole numbers are of type `Int64`, whether or not some are missing."""
    def to_polars(self) -> polars.DataFrame:
        """The table as a polars data frame; needs polars."""
    def to_pyarrow(self) -> pyarrow.Table:
        """The table as a pyarrow table, without a copy; needs pyarrow."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def _repr_html_(self) -> str: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Tables:
    """The tables of many articles."""
    def __new__(cls, quotes: Table, speakers: Table, topics: Table, errors: Table) -> Self: ...
    def __getnewargs__(self) -> tuple[Any, ...]: ...
    @property
    def quotes(self) -> Table:
        """One row for each quote."""
    @property
    def speakers(self) -> Table:
        """One row for each speaker."""
    @property
    def topics(self) -> Table:
        """One row for each topic of an article."""
    @property
    def errors(self) -> Table:
        """One row for each text that could not be read: `row`, `article` (its id) and `error`."""

def parse(text: str, *, id: _Id = None, options: Options | None = None, errors: _Errors = "strict") -> Article:
    """Reads one article.

    Args:
        text: The article: plain text, as damaged as it comes.
        id: What you call it; it comes back as `Article.id`, a whole number as a string.
        options: See `Options`; the defaults where missing.
        errors: "strict" raises `TextError` for a text with lone surrogates, "surrogatepass" reads past them.

    Returns:
        The article. Offsets count code points of `text`.

    Raises:
        TypeError: `text` is no `str` (decode bytes first), or another argument has the wrong type.
        TextTooLargeError: `text` has more bytes than `Options.max_bytes`.
        TextError: `text` has lone surrogates.

    Example:
        >>> article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
        >>> [(quote.speaker_name, quote.text) for quote in article.quotes]
        [('Ana Ruiz', 'We will talk,')]
    """
@overload
def parse_many(
    texts: _Texts,
    *,
    threads: int | None = None,
    window: int | None = None,
    progress: bool = False,
    on_error: Literal["raise", "skip"] = "raise",
    options: Options | None = None,
    errors: _Errors = "strict",
) -> Articles:
    """Reads many articles on all cores.

    Texts are taken from the iterable as results are taken from the iterator, so that memory does not grow with the input; results come
    in the order of the texts. The interpreter is free for other threads while articles are read.

    Args:
        texts: Strings, or pairs of an id and a string; or a mapping of ids to strings. An id may be a whole number.
        threads: How many threads to use; all cores where missing.
        window: How many texts are taken ahead of the results, 16 for each thread where missing. The first result comes when so many are taken,
            so that 1 is for a source that is slow, such as a live feed; then one article is read at a time.
        progress: Whether to show a progress bar; needs tqdm.
        on_error: What becomes of a text that cannot be read: "raise" raises its error, "skip" leaves it out, "keep" gives a `Failure` in the
            place of its article, which `to_arrow` makes a row of `errors`.
        options: See `Options`; the defaults where missing.
        errors: "strict" is for a text with lone surrogates not to be read (`TextError`), "surrogatepass" reads past them.

    Returns:
        An iterator of articles. After an error of one text (its message names the index and the id), it can be continued with the next.

    Raises:
        TypeError: `texts` cannot be iterated over, or is a data frame. While iterating: an item is neither a string nor such a pair.
        TextTooLargeError: While iterating: a text has more bytes than `Options.max_bytes`.
        TextError: While iterating: a text has lone surrogates.
        OptionError: `threads` or `window` is below 1, or `on_error` or `errors` is another string.
        ValueError: `texts` is a generator that asks for the very articles that it is to give texts for.

    Example:
        >>> texts = {"a": "“We will talk,” said Ana Ruiz.", "b": None}
        >>> [type(it).__name__ for it in onrecord.parse_many(texts, on_error="keep")]
        ['Article', 'Failure']
    """
@overload
def parse_many(
    texts: _Texts,
    *,
    threads: int | None = None,
    window: int | None = None,
    progress: bool = False,
    on_error: Literal["keep"],
    options: Options | None = None,
    errors: _Errors = "strict",
) -> Iterator[Article | Failure]: ...
def parse_table(
    table: _ArrowTable,
    text: str = "text",
    id: str | None = "id",
    *,
    threads: int | None = None,
    options: Options | None = None,
) -> Tables:
    """Reads a column of a table, on all cores, without a Python string for each text. No column but the two that are named is touched.

    Args:
        table: A table of pyarrow, polars, pandas or DuckDB: any object with `__arrow_c_stream__`.
        text: The column of texts: strings, or bytes of UTF-8, or categories of them.
        id: The column of ids, strings or whole numbers (decimals without places behind the point are some), or categories of them; `None` for
            no ids.
        threads: How many threads to use; all cores where missing.
        options: See `Options`; the defaults where missing.

    Returns:
        The tables `quotes`, `speakers`, `topics` and `errors`. A text that cannot be read (a null, bytes that are not UTF-8, more than
        `Options.max_bytes`) is a row of `errors`.

    Raises:
        TypeError: `table` is no table, or another argument has the wrong type.
        TableError: There is no such column, or it holds no texts.
        TextError: A frame of pandas has lone surrogates, so that it cannot be made Arrow; a column of bytes can have them.

    Example:
        >>> frame = polars.DataFrame({"id": ["a"], "text": ["“We will talk,” said Ana Ruiz, the mayor of Brill."]})
        >>> quotes = onrecord.parse_table(frame).quotes.to_polars()
    """
def render(
    article: Article,
    style: Literal["html", "ansi"] = "html",
    *,
    width: int | None = None,
    colour: bool = True,
    all_attitudes: bool = False,
) -> str:
    """An article as something to look at.

    Args:
        article: The article.
        style: "html" gives a fragment for a page (quotes coloured by speaker; no script, nothing from the network; text of the article
            cannot break out of it), "ansi" text for a terminal, quotes by speaker.
        width: For "ansi": breaks lines at so many columns; not broken where missing.
        colour: For "ansi": whether to write the escape sequences that colour a terminal.
        all_attitudes: Whether to show what is thought, wanted or felt too, and not only what was said.

    Returns:
        HTML or text.

    Raises:
        OptionError: There is no such style, or `width` is negative.

    Example:
        >>> print(onrecord.render(article, "ansi", width=80, colour=False))
    """
def to_arrow(articles: Iterable[Article | Failure], *, first_row: int = 0) -> Tables:
    """The quotes, speakers and topics of articles as tables.

    Args:
        articles: Any iterable of articles, such as what `parse_many` gives; it is read once, and articles are not kept.
        first_row: The number of the first row, for a stream that is written a part at a time.

    Returns:
        The tables `quotes`, `speakers` and `topics`, and in `errors` each `Failure` among the articles (`parse_many` gives them with
        `on_error="keep"`). The column `row` counts articles and failures from `first_row`, `article` is the id.

    Raises:
        TypeError: `articles` is no iterable of articles.
        OptionError: `first_row` is negative.

    Example:
        >>> tables = onrecord.to_arrow(onrecord.parse_many(["“We will talk,” said Ana Ruiz.", None], on_error="keep"))
        >>> tables
        <Tables: 1 quotes, 1 speakers, 0 topics, 1 errors>
    """
