"""Articles on a cluster: `parse` reads a column of a Spark data frame where its rows are.

Nothing is gathered and nothing is kept: each batch that Spark hands to a worker becomes rows of the result, and a text that cannot be
read becomes a row with its reason in the column `error`.
"""

# pyright: basic, reportMissingTypeStubs=false
# pyarrow comes without types.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Literal

from ._onrecord import OptionError, Options, parse_table

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema
    from pyspark.sql import DataFrame

__all__ = ["DEFAULTS", "parse"]

DEFAULTS = Options(max_bytes=10_000_000)
"""What `parse` takes where no options are given: a page of 50 MB is no article, and one of them would hold up its whole partition."""

_TABLES = ("quotes", "speakers", "topics")


def parse(
    df: DataFrame,
    text: str = "text",
    id: str | None = "id",
    *,
    table: Literal["quotes", "speakers", "topics"] = "quotes",
    options: Options = DEFAULTS,
) -> DataFrame:
    """Reads a column of texts where they are; lazy, as all of Spark.

    Args:
        df: A data frame of Spark.
        text: The column of texts: strings, or binary that holds UTF-8.
        id: The column of ids: strings or whole numbers; `None` for no ids.
        table: Which table to make: a row for each quote, each speaker, or each topic of an article.
        options: See `onrecord.Options`.

    Returns:
        A data frame with the columns of that table (`article` is the id; offsets count code points) and `error`. A text that cannot be
        read (a null, bytes that are not UTF-8, more than `Options.max_bytes`) is a row in which only `article` and `error` are set.

    Raises:
        OptionError: There is no such table.
        TableError: When the result is asked for: a column is no column of texts.

    Example:
        >>> quotes = onrecord.spark.parse(spark.read.parquet("news.parquet"))
        >>> quotes.groupBy("speaker").count().show()
    """
    if table not in _TABLES:
        raise OptionError(f'table: expected "quotes", "speakers" or "topics", found {table!r}')
    from pyspark.sql.pandas.types import from_arrow_schema

    work = partial(_batches, text=text, id=id, table=table, options=options)
    columns = [text] if id is None else [id, text]
    return df.select(*columns).mapInArrow(work, from_arrow_schema(_schema(table)))


def _batches(
    batches: Iterable[RecordBatch], *, text: str, id: str | None, table: str, options: Options
) -> Iterator[RecordBatch]:
    """The rows of each batch. Spark runs a task on every core, so that one thread for each is right."""
    import pyarrow as pa

    schema = _schema(table)
    for batch in batches:
        made = parse_table(batch, text, id, threads=1, options=options)
        for part in (getattr(made, table), made.errors):
            columns = part.to_pyarrow()
            missing = {field.name: pa.nulls(len(columns), field.type) for field in schema}
            rows = pa.table({name: columns[name] if name in columns.column_names else missing[name] for name in schema.names}, schema)
            yield from rows.to_batches()


def _schema(table: str) -> Schema:
    """The columns of the result; `row` counts within a batch and would mean nothing."""
    import pyarrow as pa

    none = parse_table(pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}))
    fields = [field for field in pa.schema(getattr(none, table)) if field.name != "row"]
    return pa.schema([*fields, pa.field("error", pa.string())])
