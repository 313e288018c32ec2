"""Articles that the tests read."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """The shared articles, as they are."""
    paths = sorted((ROOT / "tests/articles").glob("*.txt"))
    return [path.read_bytes().decode("utf-8") for path in paths]
