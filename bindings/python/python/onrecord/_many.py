"""`parse_many`, with a progress bar where tqdm is installed."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, Literal

from ._onrecord import parse_many as _parse_many

if TYPE_CHECKING:
    from ._onrecord import Article, Options


def parse_many(
    texts: Iterable[str | tuple[str | None, str]],
    *,
    threads: int | None = None,
    progress: bool = False,
    options: Options | None = None,
    errors: Literal["strict", "surrogatepass"] = "strict",
) -> Iterator[Article]:
    articles = _parse_many(texts, threads=threads, options=options, errors=errors)
    return _with_bar(articles, len(texts) if isinstance(texts, Sized) else None) if progress else articles


parse_many.__doc__ = (_parse_many.__doc__ or "").replace(
    "    options: See",
    "    progress: Whether to show a progress bar; needs tqdm.\n    options: See",
)


def _with_bar(articles: Iterator[Article], total: int | None) -> Iterator[Article]:
    try:
        tqdm = importlib.import_module("tqdm.auto").tqdm
    except ImportError:
        warnings.warn("progress=True shows nothing without tqdm: pip install tqdm", stacklevel=3)
        return articles
    return iter(tqdm(articles, total=total, unit="article"))
