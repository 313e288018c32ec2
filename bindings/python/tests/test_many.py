"""Many articles: in order, within a window, on threads, in processes."""

import gc
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import onrecord


@pytest.mark.parametrize("threads", [1, 2, 7, None])
def test_results_are_those_of_parse_in_order(texts: list[str], threads: int | None) -> None:
    many = [(f"id-{i}", text) for i, text in enumerate(texts * 40)]
    got = list(onrecord.parse_many(many, threads=threads))
    assert got == [onrecord.parse(text, id=id) for id, text in many]


def test_an_endless_stream_is_read_as_it_is_asked_for() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"“Number {taken},” said Ana Ruiz."

    articles = onrecord.parse_many(endless(), threads=2)
    for number in range(1, 200):
        assert next(articles).quotes[0].text == f"Number {number},"
        assert taken <= number + 32


def test_huge_texts_do_not_fill_the_window() -> None:
    taken = 0

    def huge() -> Iterator[str]:
        nonlocal taken
        for _ in range(8):
            taken += 1
            yield "Nothing was said. " * 500_000

    articles = onrecord.parse_many(huge(), threads=2)
    next(articles)
    assert taken <= 4


def test_an_error_names_its_index_and_the_rest_goes_on() -> None:
    options = onrecord.Options(max_bytes=50)
    articles = onrecord.parse_many(["“Yes,” said Bo.", b"x", "long " * 50, "\ud800", ("a", "“No,” said Bo.")], options=options)  # type: ignore[list-item]
    assert len(next(articles).quotes) == 1
    with pytest.raises(TypeError, match=r"texts\[1\]: expected str or \(id, str\), found bytes"):
        next(articles)
    with pytest.raises(onrecord.TextTooLargeError, match=r"texts\[2\]: .*limit of 50"):
        next(articles)
    with pytest.raises(onrecord.TextError, match=r"texts\[3\]: it has lone surrogates"):
        next(articles)
    assert next(articles).id == "a"
    with pytest.raises(StopIteration):
        next(articles)


def test_an_error_of_the_iterable_comes_in_its_place() -> None:
    def broken() -> Iterator[str]:
        yield "one"
        raise RuntimeError("the file ended early")

    articles = onrecord.parse_many(broken())
    assert next(articles).text == "one"
    with pytest.raises(RuntimeError, match="ended early"):
        next(articles)
    assert list(articles) == []


def test_wrong_arguments() -> None:
    with pytest.raises(TypeError, match="texts: expected an iterable of str, found str"):
        onrecord.parse_many("one text")
    with pytest.raises(TypeError, match="texts: expected an iterable of str, found bytes"):
        onrecord.parse_many(b"one text")  # type: ignore[arg-type]
    with pytest.raises(TypeError) as caught:
        onrecord.parse_many([], threads="2")  # type: ignore[call-overload]
    assert str(caught.value) == "threads: expected int or None, found str"
    for name in ("threads", "window"):
        for number in (0, -1, -(10**30)):
            with pytest.raises(onrecord.OptionError, match=f"{name}: expected 1 or more, found {number}"):
                onrecord.parse_many([], **{name: number})
        with pytest.raises(onrecord.OptionError, match=f"{name}: expected at most .*, found 1000000"):
            onrecord.parse_many([], **{name: 10**30})
    with pytest.raises(onrecord.OptionError, match='on_error: expected "raise", "skip" or "keep", found "ignore"'):
        onrecord.parse_many([], on_error="ignore")  # type: ignore[call-overload]


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table, lambda columns: duckdb.from_arrow(pa.table(columns))])
def test_a_frame_is_no_stream_of_its_names(make: Any) -> None:
    with pytest.raises(TypeError, match=r"texts: expected an iterable of str \(parse_table is for tables\), found"):
        onrecord.parse_many(make({"text": ["one"]}))


@pytest.mark.parametrize("make", [pd.Series, pl.Series, tuple, iter])
def test_a_series_is_a_stream_of_its_texts(make: Any) -> None:
    assert [article.text for article in onrecord.parse_many(make(["one", "two"]))] == ["one", "two"]


def test_ids() -> None:
    texts: list[Any] = [("a", "one"), ["b", "two"], (3, "three"), (np.int64(4), "four"), (None, "five"), "six"]
    assert [article.id for article in onrecord.parse_many(texts)] == ["a", "b", "3", "4", None, None]
    assert [(article.id, article.text) for article in onrecord.parse_many({"a": "one", "b": "two"})] == [("a", "one"), ("b", "two")]
    assert onrecord.parse("one", id=10**30).id == str(10**30)
    for id in (1.5, True, b"a"):
        with pytest.raises(TypeError, match=rf"texts\[0\]\[0\]: expected str, int or None, found {type(id).__name__}"):
            next(onrecord.parse_many([(id, "one")]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"texts\[0\]: expected str or \(id, str\), found tuple"):
        next(onrecord.parse_many([("a", "one", "two")]))  # type: ignore[list-item]


BAD: list[Any] = [("a", "“Yes,” said Bo."), ("b", None), ("c", "long " * 50), ("d", "\ud800"), 5, "“No,” said Bo."]


def test_errors_name_the_id() -> None:
    articles = onrecord.parse_many(BAD, options=onrecord.Options(max_bytes=50))
    next(articles)
    with pytest.raises(TypeError, match=r'texts\[1\] \("b"\): expected str, found NoneType'):
        next(articles)
    with pytest.raises(onrecord.TextTooLargeError, match=r'texts\[2\] \("c"\): the text has 250 bytes'):
        next(articles)


def test_bad_texts_can_be_left_out() -> None:
    articles = onrecord.parse_many(BAD, options=onrecord.Options(max_bytes=50), on_error="skip")
    assert [article.id for article in articles] == ["a", None]


def test_bad_texts_can_be_kept_as_failures() -> None:
    parser = onrecord.Parser(onrecord.Options(max_bytes=50))
    made = onrecord.to_arrow(parser.parse_many(BAD, on_error="keep"))
    assert made.quotes.to_pyarrow()["row"].to_pylist() == [0, 5]
    errors = made.errors.to_pyarrow().to_pylist()
    assert [(row["row"], row["article"], row["error"].split(";")[0]) for row in errors] == [
        (1, "b", "expected str, found NoneType"),
        (2, "c", "the text has 250 bytes, more than the limit of 50"),
        (3, "d", "it has lone surrogates, which no UTF-8 can hold"),
        (4, None, "expected str or (id, str), found int"),
    ]
    failure = list(parser.parse_many(BAD, on_error="keep"))[1]
    assert failure == onrecord.Failure(1, "b", "expected str, found NoneType")
    assert pickle.loads(pickle.dumps(failure)) == failure


def test_what_the_iterable_raises_is_no_failure_of_a_text() -> None:
    def broken() -> Iterator[str]:
        yield "one"
        raise RuntimeError("the file ended early")

    articles = onrecord.parse_many(broken(), on_error="keep")
    next(articles)
    with pytest.raises(RuntimeError, match="ended early"):
        next(articles)


def test_a_window_of_one_gives_what_is_there() -> None:
    taken = 0

    def feed() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10):
            yield f"“Number {taken},” said Ana Ruiz."

    for number, article in enumerate(onrecord.parse_many(feed(), window=1), 1):
        assert taken == number and article.quotes[0].text == f"Number {number},"


def test_a_generator_that_asks_for_its_own_articles() -> None:
    def own() -> Iterator[str]:
        yield "one"
        next(articles)

    articles = onrecord.parse_many(own())
    assert next(articles).text == "one"
    with pytest.raises(ValueError, match="texts: it asks for the articles of its own texts"):
        next(articles)
    assert list(articles) == []


def test_progress(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(onrecord.parse_many(["one", "two"], progress=True))) == 2
    assert "2/2" in capsys.readouterr().err
    assert len(list(onrecord.Parser().parse_many(iter(["one"]), progress=True))) == 1
    assert "1article" in capsys.readouterr().err


def test_a_stream_with_a_bar_goes_on_after_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    articles = onrecord.parse_many(["one", "\ud800", "three"], progress=True)
    assert next(articles).text == "one"
    with pytest.raises(onrecord.TextError):
        next(articles)
    assert [article.text for article in articles] == ["three"]
    assert "3/3" in capsys.readouterr().err


def test_without_tqdm_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.warns(UserWarning, match="pip install tqdm"):
        assert len(list(onrecord.parse_many(["one"], progress=True))) == 1


def test_several_threads_take_from_one_stream(texts: list[str]) -> None:
    articles = onrecord.parse_many(texts * 20)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda _: list(articles), range(4)))
    got = [article.text for part in parts for article in part]
    assert sorted(got) == sorted(texts * 20)


def test_the_interpreter_is_free_meanwhile() -> None:
    done = threading.Event()
    threading.Timer(0.01, done.set).start()
    onrecord.parse("“Yes,” said Ana Ruiz. Nothing more was heard. " * 50_000)
    assert done.is_set()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_process_pool(texts: list[str], method: str) -> None:
    parser = onrecord.Parser(onrecord.Options(min_confidence=0.3))
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(parser.parse, texts)) == [parser.parse(text) for text in texts]


def test_a_stream_can_be_left_early(texts: list[str]) -> None:
    for _ in range(20):
        next(iter(onrecord.parse_many(texts * 10)))
    gc.collect()


MEMORY = """
import re, sys, onrecord
text = open(sys.argv[1], encoding="utf-8").read()[:2000]
quotes = sum(len(article.quotes) for article in onrecord.parse_many(text + str(i) for i in range(20_000)))
print(quotes, re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the high-water mark is read from /proc")
def test_twenty_thousand_articles_stay_below_300_mb(pytestconfig: pytest.Config) -> None:
    article = pytestconfig.rootpath.parents[1] / "tests/articles/wire.txt"
    done = subprocess.run([sys.executable, "-c", MEMORY, str(article)], capture_output=True, text=True, check=True)
    quotes, kilobytes = map(int, done.stdout.split())
    assert quotes > 100_000
    assert kilobytes < 300_000
