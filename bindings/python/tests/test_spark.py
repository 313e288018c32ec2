"""A real Spark on this machine: the same rows as without it, and poisoned rows that do not end the job."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession

import onrecord
import onrecord.spark


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    builder = SparkSession.builder.master("local[2]").appName("onrecord").config("spark.ui.enabled", "false")
    settings = {
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "50",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def rows(df: DataFrame) -> list[dict[str, Any]]:
    return sorted((row.asDict(recursive=True) for row in df.collect()), key=repr)


@pytest.mark.parametrize("table", ["quotes", "speakers", "topics"])
def test_the_same_rows_as_in_one_process(spark: SparkSession, texts: list[str], table: Any) -> None:
    many = [(f"id-{i}", f"{texts[i % len(texts)]} {i}") for i in range(200)]
    df = spark.createDataFrame(many, "id string, text string").repartition(4)
    made = onrecord.to_arrow(onrecord.parse_many(many))
    want = pa.table(getattr(made, table)).drop_columns(["row"]).to_pylist()
    assert rows(onrecord.spark.parse(df, table=table)) == sorted(({**row, "error": None} for row in want), key=repr)


def test_poisoned_rows_become_error_rows(spark: SparkSession) -> None:
    good = [(i, bytearray(f"“Story {i},” said Ana Ruiz, the mayor of Brill.".encode())) for i in range(100)]
    bad = [(100, None), (101, bytearray(b"\xff\xfe\x00")), (102, bytearray("“Yes,” she said. ".encode() * 2_400_000))]
    df = spark.createDataFrame(good + bad, "id long, text binary").repartition(3)
    got = onrecord.spark.parse(df).toArrow()
    errors = {row["article"]: row["error"] for row in got.to_pylist() if row["error"]}
    assert sorted(errors) == ["100", "101", "102"]
    assert "null" in errors["100"] and "UTF-8" in errors["101"] and "more than the limit of 10000000" in errors["102"]
    assert got.num_rows == 103


def test_strings_that_are_no_utf8(spark: SparkSession) -> None:
    df = spark.sql("select 1 as id, cast(x'e28c' as string) as text union all select 2, '“Yes,” said Ana Ruiz.'")
    assert [row["error"] is None for row in rows(onrecord.spark.parse(df).select("article", "error").orderBy("article"))].count(True) == 1


def test_options_and_topics_travel(spark: SparkSession) -> None:
    water = onrecord.Topics.from_json('{"topics": [{"id": "water", "label": "Water", "phrases": ["tap water"]}]}')
    df = spark.createDataFrame([("a", "Tap water is rationed\n\n“Tap water is scarce,” said Ana Ruiz.")], "key string, body string")
    made = onrecord.spark.parse(df, "body", "key", table="topics", options=onrecord.Options(topics=water))
    assert [row["topic"] for row in rows(made)] == ["water"]


def test_without_ids(spark: SparkSession) -> None:
    df = spark.createDataFrame([("“Yes,” said Ana Ruiz.",)], "text string")
    assert [(row["article"], row["speaker"]) for row in rows(onrecord.spark.parse(df, id=None))] == [(None, "Ana Ruiz")]


def test_a_wrong_table_is_told_at_once(spark: SparkSession) -> None:
    df = spark.createDataFrame([("a", "text")], "id string, text string")
    for table in ("errors", "words"):
        with pytest.raises(onrecord.OptionError, match='table: expected "quotes", "speakers" or "topics", found'):
            onrecord.spark.parse(df, table=table)  # type: ignore[arg-type]


def test_nothing_runs_before_it_is_asked_for(spark: SparkSession) -> None:
    df = spark.createDataFrame([(1, 2.5)], "id long, text double")
    lazy = onrecord.spark.parse(df)
    assert "confidence" in lazy.columns and "row" not in lazy.columns
    with pytest.raises(Exception, match="expected texts, found Float64"):
        lazy.collect()
