"""How much the binding costs, and what a second core brings. Prints figures; asserts nothing, since a busy machine would fail.

usage: python benches/speed.py RUST_BENCH ARTICLE
    RUST_BENCH   the program `target/release/examples/parse_speed` (cargo build --release -p onrecord --example parse_speed)
    ARTICLE      a text file of 5 kB or more; its first 5,000 characters are read again and again

Figures are ratios within one run, the best of many repeats for each side, taken in turns.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import onrecord


def best(work: Callable[[], object], repeats: int) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def parse_against_rust(rust: str, article: str) -> None:
    text = Path(article).read_text("utf-8")[:5000]
    python_s, rust_s = [], []
    for _ in range(7):
        python_s.append(best(lambda: onrecord.parse(text), 300))
        rust_s.append(float(subprocess.run([rust, article, "5000", "300"], capture_output=True, text=True, check=True).stdout))
    mine, theirs = min(python_s), min(rust_s)
    print(f"parse, {len(text)} characters: Python {mine * 1e6:.0f} µs, Rust {theirs * 1e6:.0f} µs, {mine / theirs - 1:+.1%}")


def one_core_against_two(article: str) -> None:
    text = Path(article).read_text("utf-8")[:5000]
    texts = [f"{text} {i}" for i in range(150)]

    def run(threads: int) -> None:
        for _ in onrecord.parse_many(texts, threads=threads):
            pass

    def cpu(threads: int) -> tuple[float, float]:
        """Seconds of all threads together, and of the one that takes and gives."""
        every, own = time.process_time(), time.thread_time()
        run(threads)
        return time.process_time() - every, time.thread_time() - own

    pairs = [(best(lambda: run(1), 1), best(lambda: run(2), 1)) for _ in range(40)]
    one, two = (min(side) for side in zip(*pairs, strict=True))
    print(f"parse_many, {len(texts)} articles: one thread {one:.3f} s, two {two:.3f} s, {one / two:.2f} times")
    # What two idle cores would give: the clock of a busy machine says little, the work done says the same everywhere.
    (one, _), (two, own) = (min(cpu(threads) for _ in range(20)) for threads in (1, 2))
    print(f"   work: one thread {one:.3f} s, two {two:.3f} s, of which alone {own:.3f} s: {one / max(two / 2, own):.2f} times on two idle cores")


if __name__ == "__main__":
    parse_against_rust(sys.argv[1], sys.argv[2])
    one_core_against_two(sys.argv[2])
