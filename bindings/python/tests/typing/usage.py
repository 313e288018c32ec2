"""A user's program as type checkers see it; pyright reads it, nobody runs it."""

from collections.abc import Iterator
from typing import Literal

from typing_extensions import assert_type

import onrecord

article = onrecord.parse("text", id="a", options=onrecord.Options(min_confidence=0.5), errors="surrogatepass")
assert_type(article.quotes, tuple[onrecord.Quote, ...])
assert_type(article.quotes[0].speaker, int | None)
assert_type(article.quotes[0].kind, Literal["direct", "mixed", "indirect", "scare"])
assert_type(article.speakers[0].kind, onrecord.SpeakerKind)
assert_type(onrecord.parse_many(["text"], progress=True), onrecord.Articles)
assert_type(onrecord.parse_many({"a": "text"}, on_error="keep"), Iterator[onrecord.Article | onrecord.Failure])
assert_type(onrecord.Parser().parse_many([("a", "text"), (1, "text")], on_error="skip"), onrecord.Articles)
assert_type(len(article.quotes[0].span), int)
onrecord.to_arrow(onrecord.parse_many(["text"], on_error="keep"), first_row=3)
assert_type(onrecord.to_arrow([article]).quotes, onrecord.Table)
assert_type(onrecord.Topics.builtin() | onrecord.Topics.from_json("{}"), onrecord.Topics)
assert_type(onrecord.render(article, "ansi"), str)

onrecord.parse(b"bytes")  # pyright: ignore[reportArgumentType]
onrecord.render(article, "pdf")  # pyright: ignore[reportArgumentType]
