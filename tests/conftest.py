"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what is printed now into the documents that show it")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def demo_graph(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of ``corpus/``, built once: for reading only."""
    from kg.build import build  # noqa: PLC0415 — only some tests need it
    from kg.config import Settings  # noqa: PLC0415

    place = tmp_path_factory.mktemp("demo") / "graph"
    build([root / "corpus"], place, Settings())
    return place
