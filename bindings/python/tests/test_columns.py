"""What `parse_table` makes of the columns of others' tables."""

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import onrecord

YES = "“Yes,” said Ana Ruiz."


def articles(tables: onrecord.Tables) -> list[Any]:
    assert len(tables.errors) == 0
    return pa.table(tables.quotes)["article"].to_pylist()


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"id": ["a"], "text": [YES], "more": [None]}),
        pl.DataFrame({"id": ["a"], "text": [YES], "more": pl.Series([1], dtype=pl.Int128)}),
        pd.DataFrame({"id": ["a", "b"], "text": [YES, YES], "more": [1, "one"]})[:1],
    ],
    ids=["only nulls", "Int128", "mixed"],
)
def test_other_columns_are_not_touched(frame: Any) -> None:
    assert articles(onrecord.parse_table(frame)) == ["a"]


@pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, pa.table, lambda columns: duckdb.from_arrow(pa.table(columns))])
def test_texts_that_are_all_null_are_errors(make: Any) -> None:
    made = onrecord.parse_table(make({"id": ["a", "b"], "text": [None, None]}))
    assert pa.table(made.errors)["article"].to_pylist() == ["a", "b"]


@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"])
def test_every_width_of_whole_numbers_is_an_id(kind: str) -> None:
    ids = pa.array([7, None], getattr(pa, kind)())
    assert articles(onrecord.parse_table(pa.table({"id": ids, "text": [YES, YES]}))) == ["7", None]


def test_sums_of_duckdb_are_ids() -> None:
    assert articles(onrecord.parse_table(duckdb.sql(f"select sum(7) as id, '{YES}' as text"))) == ["7"]
    with pytest.raises(onrecord.TableError, match=r'column "id": expected texts or whole numbers, found Decimal128\(3, 1\)'):
        onrecord.parse_table(duckdb.sql(f"select 7.5::decimal(3, 1) as id, '{YES}' as text"))


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"id": ["a", None, "a"], "text": [YES, YES, None]}).cast(pl.Categorical),
        pd.DataFrame({"id": ["a", None, "a"], "text": [YES, YES, None]}).astype("category"),
        pa.table({name: pa.array(values).dictionary_encode() for name, values in {"id": [5, None, 5], "text": [YES, YES, None]}.items()}),
    ],
    ids=["polars", "pandas", "pyarrow"],
)
def test_categories(frame: Any) -> None:
    made = onrecord.parse_table(frame)
    id = pa.table(made.quotes)["article"].to_pylist()[0]
    assert id in ("a", "5") and pa.table(made.quotes)["article"].to_pylist() == [id, None]
    assert pa.table(made.errors).to_pylist() == [{"row": 2, "article": id, "error": "there is no text: the value is null"}]


def test_a_category_without_values() -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([None], pa.int8()), pa.array([], pa.string()))
    assert len(onrecord.parse_table(pa.table({"text": texts}), id=None).errors) == 1


def test_lone_surrogates_of_pandas() -> None:
    frame = pd.DataFrame({"id": ["a", "b"], "text": pd.Series(["\ud800", YES], dtype=object)})
    with pytest.raises(onrecord.TextError, match="table: a text has lone surrogates"):
        onrecord.parse_table(frame)
    frame["text"] = frame["text"].str.encode("utf-8", "surrogatepass")
    made = onrecord.parse_table(frame)
    assert pa.table(made.errors)["article"].to_pylist() == ["a"] and pa.table(made.quotes)["article"].to_pylist() == ["b"]


@pytest.mark.parametrize("series", [pd.Series([YES]), pl.Series([YES]), pa.chunked_array([[YES]])], ids=["pandas", "polars", "pyarrow"])
def test_a_series_is_no_table(series: Any) -> None:
    with pytest.raises(TypeError, match="table: expected a table with columns .*, found (Series|ChunkedArray)"):
        onrecord.parse_table(series)


def test_a_missing_column_is_named_first() -> None:
    with pytest.raises(onrecord.TableError, match='no column "id"; it has text, more; id=None is for texts without ids'):
        onrecord.parse_table(pl.DataFrame({"text": [YES], "more": [None]}))


def test_a_stream_of_batches() -> None:
    table = pa.table({"id": ["a", "b"], "text": [YES, YES]})
    assert articles(onrecord.parse_table(pa.RecordBatchReader.from_batches(table.schema, table.to_batches(1)))) == ["a", "b"]
