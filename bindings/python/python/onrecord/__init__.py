"""Reads news articles, as messy as the web serves them, and says who said what, about what.

    >>> import onrecord
    >>> article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
    >>> [(quote.speaker_name, quote.text) for quote in article.quotes]
    [('Ana Ruiz', 'We will talk,')]

`parse` reads one article, `parse_many` a stream on all cores, `parse_table` a column of a data frame; `onrecord.spark` does the same on a
cluster. All offsets count code points.
"""

from ._kinds import Attitude, BlockKind, Facet, Offsets, OccasionKind, QuoteKind, RepairKind, SpeakerKind, WhyUnknown
from ._onrecord import (
    SCHEMA,
    Anonymity,
    Article,
    ArticleError,
    Articles,
    Block,
    Byline,
    Cue,
    Dateline,
    Occasion,
    OnrecordError,
    OptionError,
    Options,
    Parser,
    Quote,
    Repair,
    Span,
    Speaker,
    Table,
    TableError,
    Tables,
    TextError,
    TextTooLargeError,
    Topic,
    Topics,
    TopicsError,
    __version__,
    parse,
    parse_table,
    render,
    to_arrow,
)
from ._many import parse_many

__all__ = [
    "SCHEMA",
    "Anonymity",
    "Article",
    "ArticleError",
    "Articles",
    "Attitude",
    "Block",
    "BlockKind",
    "Byline",
    "Cue",
    "Dateline",
    "Facet",
    "Occasion",
    "OccasionKind",
    "Offsets",
    "OnrecordError",
    "OptionError",
    "Options",
    "Parser",
    "Quote",
    "QuoteKind",
    "Repair",
    "RepairKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Table",
    "TableError",
    "Tables",
    "TextError",
    "TextTooLargeError",
    "Topic",
    "Topics",
    "TopicsError",
    "WhyUnknown",
    "__version__",
    "parse",
    "parse_many",
    "parse_table",
    "render",
    "to_arrow",
]
