"""The docstrings of the stub are those of the extension: this compares them, and with `--write` copies them over.

Documentation is written once, beside the Rust code; editors read the stub, `help()` the extension.
"""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path
from types import ModuleType

from onrecord import _onrecord

STUB = Path(__file__).parent / "python/onrecord/_onrecord.pyi"
Documented = ast.ClassDef | ast.FunctionDef


def documented(tree: ast.Module) -> list[tuple[Documented, str]]:
    """Everything in the stub that the extension documents, with its words."""
    found: list[tuple[Documented, str]] = []

    def visit(node: ast.Module | ast.ClassDef, owner: ModuleType | type) -> None:
        seen: set[str] = set()
        for item in node.body:
            # Of several signatures of one function, the first has the words.
            if isinstance(item, Documented) and not item.name.startswith("_") and item.name not in seen:
                seen.add(item.name)
                runtime = getattr(owner, item.name)
                found.append((item, (inspect.getdoc(runtime) or "").strip()))
                if isinstance(item, ast.ClassDef):
                    visit(item, runtime)

    visit(tree, _onrecord)
    return found


def differences() -> list[str]:
    """What in the stub has other words than the extension, or none."""
    wrong = []
    for node, words in documented(ast.parse(STUB.read_text("utf-8"))):
        if not words or (ast.get_docstring(node) or "").strip() != words:
            wrong.append(f"{STUB.name}:{node.lineno}: {node.name}")
    return wrong


def write() -> None:
    """Puts the words of the extension into the stub."""
    lines = STUB.read_text("utf-8").splitlines()
    for node, words in sorted(documented(ast.parse("\n".join(lines))), key=lambda it: -it[0].lineno):
        pad = " " * (node.col_offset + 4)
        # The end stands on a line of its own where there are several lines, or the words end in a quotation mark themselves.
        apart = "\n" in words or words.endswith('"')
        quoted = [pad + line if line else "" for line in [*f'"""{words}'.splitlines(), *['"""'] * apart]]
        quoted[-1] += '"""' * (not apart)
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            old = slice(first.lineno - 1, first.end_lineno)
            if first.value.value is ...:
                # "def name(self) -> int: ..." has its body on its own line.
                lines[first.lineno - 1] = lines[first.lineno - 1].removesuffix(" ...")
                lines[first.lineno : first.lineno] = quoted
            else:
                lines[old] = quoted
        else:
            # A class: its words come before whatever is first, decorators included.
            at = min([first.lineno, *(it.lineno for it in getattr(first, "decorator_list", []))]) - 1
            lines[at:at] = quoted
    STUB.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    wrong = differences()
    print("\n".join(wrong))
    sys.exit(bool(wrong))
