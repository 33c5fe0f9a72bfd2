"""The demo corpus as a graph, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.analysis import Graph, read_graph
from kg.build import build
from kg.config import Settings
from kg.stores import open_store

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("analysis") / "graph"
    build([ROOT / "corpus"], folder, Settings())
    return folder


@pytest.fixture(scope="session")
def corpus_graph(corpus_folder: Path) -> Graph:
    with open_store(corpus_folder, read_only=True) as store:
        return read_graph(store)
