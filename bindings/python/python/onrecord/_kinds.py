"""The strings that fields of the records can have."""

from typing import Literal, TypeAlias

QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect", "scare"]
Attitude: TypeAlias = Literal["said", "thought", "wanted", "felt"]
WhyUnknown: TypeAlias = Literal["no candidate", "ambiguous", "unsourced"]
SpeakerKind: TypeAlias = Literal["person", "organization", "group", "place", "document", "unnamed"]
Facet: TypeAlias = Literal["issue", "place"]
Offsets: TypeAlias = Literal["chars", "bytes", "utf16"]
BlockKind: TypeAlias = Literal[
    "title",
    "deck",
    "byline",
    "dateline",
    "paragraph",
    "heading",
    "caption",
    "credit",
    "copyright",
    "list",
    "boilerplate",
]
OccasionKind: TypeAlias = Literal[
    "interview",
    "statement",
    "press-conference",
    "speech",
    "testimony",
    "social-media",
    "email",
    "call",
    "letter",
    "broadcast",
    "document",
    "other",
]
RepairKind: TypeAlias = Literal[
    "mojibake",
    "entity",
    "invisible",
    "glued_sentences",
    "missing_close",
    "missing_open",
    "turned_mark",
    "misplaced_space",
    "doubled_mark",
    "mixed_marks",
    "stray_mark",
    "repeated_title",
    "dateline_dash",
    "capped",
]
