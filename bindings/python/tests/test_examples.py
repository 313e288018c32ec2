"""Every example of the README, the docstrings and the notebook runs as printed."""

import contextlib
import io
import re
import shutil
from doctest import DocTestParser
from pathlib import Path

import nbformat
import polars
import pytest
from nbclient import NotebookClient
from readme import examples, run

import onrecord

PACKAGE = Path(__file__).parents[1]
ROOT = PACKAGE.parents[1]
NOTEBOOKS = sorted((ROOT / "examples/python").glob("*.ipynb"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the articles that the examples speak of."""
    shutil.copytree(ROOT / "tests/articles", tmp_path / "articles", ignore=shutil.ignore_patterns("*.snap", "*.json"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_readme(folder: Path) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    codes = examples((PACKAGE / "README.md").read_text("utf-8"))
    assert len(codes) > 10
    for code in codes:
        run(code, names)


def test_the_recipe_for_parquet_takes_an_empty_folder(folder: Path) -> None:
    code = next(code for code in examples((PACKAGE / "README.md").read_text("utf-8")) if "ParquetWriter" in code)
    run(code, {"onrecord": onrecord, "read": iter, "paths": [], "quotes": []})


def test_the_first_example_needs_nothing_else() -> None:
    first = examples((PACKAGE / "README.md").read_text("utf-8"))[0]
    assert re.findall(r"^import (\w+)", first, re.M) == ["onrecord"]


def test_docstrings() -> None:
    documented = [onrecord, *(getattr(onrecord, name) for name in onrecord.__all__)]
    methods = [getattr(it, name) for it in documented if isinstance(it, type) for name in vars(it)]
    names = {"onrecord": onrecord, "polars": polars, "article": onrecord.parse("“Yes,” said Ana Ruiz.")}
    found = [case for it in documented + methods for case in DocTestParser().get_examples(getattr(it, "__doc__", None) or "")]
    assert len(found) > 8
    for case in found:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(case.source, "example", "single"), names)
        assert not case.want or out.getvalue() == case.want


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "notebooks are kept without their output"
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("text/html" in output.get("data", {}) for output in shown)
    assert sum("image/png" in output.get("data", {}) for output in shown) == 2


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS
