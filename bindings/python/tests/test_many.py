"""Many articles: in order, within a window, on threads, in processes."""

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

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
    with pytest.raises(onrecord.TextError, match=r"texts\[3\]"):
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
    with pytest.raises(TypeError, match="while processing 'threads'"):
        onrecord.parse_many([], threads="2")  # type: ignore[arg-type]
    with pytest.raises(onrecord.OptionError, match="threads: expected 1 or more, found 0"):
        onrecord.parse_many([], threads=0)


def test_progress(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(onrecord.parse_many(["one", "two"], progress=True))) == 2
    assert "2/2" in capsys.readouterr().err


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
