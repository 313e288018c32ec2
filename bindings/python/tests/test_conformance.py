"""What Rust is held to holds in Python: the shared cases, and the shared articles as JSON."""

import json
from pathlib import Path

import pytest
from conformance import Case, Held, cases, gaps

import onrecord

CASES = list(cases())
GAPS = gaps()
ARTICLES = sorted((Path(__file__).parents[3] / "tests/articles").glob("*.json"))


def test_there_are_cases() -> None:
    assert len(CASES) > 100
    assert len(ARTICLES) >= 6
    assert set(GAPS) <= {case.id for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    failures = Held(case).failures()
    assert bool(failures) == (case.id in GAPS), "\n".join(failures) or "holds now: take it out of known-gaps.txt"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    article = onrecord.parse(text)
    assert article.to_dict() == json.loads(path.read_text("utf-8"))
    assert json.loads(article.to_json()) == article.to_dict()
