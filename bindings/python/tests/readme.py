"""Runs the Python examples of a Markdown file, as printed, one after the other in one program.

Lines that begin with `#>` are what the example has to print. Run by hand, with `--first` it takes the first
example only; then nothing but onrecord has to be installed.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path


def examples(markdown: str) -> list[str]:
    return [part[1] for part in re.finditer(r"^```python\n(.*?)^```$", markdown, re.M | re.S)]


def expected(code: str) -> list[str]:
    """The lines that begin with `#>`."""
    return [line.removeprefix("#>").strip() for line in code.splitlines() if line.startswith("#>")]


def run(code: str, names: dict[str, object]) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "example", "exec"), names)
    printed = [line.strip() for line in out.getvalue().splitlines()]
    wanted = expected(code)
    assert not wanted or printed == wanted, f"printed {printed}, expected {wanted} in\n{code}"


if __name__ == "__main__":
    found = examples(Path(sys.argv[1]).read_text("utf-8"))
    names: dict[str, object] = {}
    for code in found[:1] if "--first" in sys.argv else found:
        run(code, names)
    print(f"   {len(found[:1]) if '--first' in sys.argv else len(found)} examples ran")
