"""The folder of a graph: which state readers get, who may write, what is said of a damaged one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.ids import BASE
from kg.stores import open_store
from kg.stores.folder import GraphFolder

QUAD = Quad(NamedNode("a:s"), NamedNode("a:p"), Literal("o"), NamedNode(f"{BASE}document/one"))


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    folder = tmp_path / "graph"
    with open_store(folder) as store:
        store.load([QUAD])
    return folder


def test_reads_what_was_written(graph: Path) -> None:
    with open_store(graph, read_only=True) as store:
        assert list(store.quads()) == [QUAD]


def test_readers_and_one_writer(graph: Path) -> None:
    """Questions must be answered while a build runs; a second writer would destroy the first one's work."""
    with open_store(graph) as writer:
        with open_store(graph, read_only=True) as reader:
            assert len(reader) == 1
        with pytest.raises(StoreError, match="is writing this graph"):
            open_store(graph)
        writer.update("INSERT DATA { <a:s> <a:p> 1 }")
    with open_store(graph, read_only=True) as reader:
        assert len(reader) == 2


def test_read_only_refuses_to_write(graph: Path) -> None:
    with open_store(graph, read_only=True) as store:
        for write in (
            lambda: store.update("DELETE WHERE { ?s ?p ?o }"),
            lambda: store.load([QUAD]),
            lambda: store.replace_graph(NamedNode("a:g"), []),
        ):
            with pytest.raises(StoreError, match="reading only"):
                write()


def test_a_generation_that_fails_leaves_the_last_one(graph: Path) -> None:
    folder = GraphFolder(graph)
    with pytest.raises(RuntimeError), folder.next_generation(base=BASE):
        raise RuntimeError("in the middle")
    with open_store(graph, read_only=True) as store:
        assert len(store) == 1
    assert len(list(graph.glob("generation-*"))) == 1


def test_leftovers_of_a_killed_build_are_swept(graph: Path) -> None:
    (graph / "generation-7").mkdir()
    with GraphFolder(graph).next_generation(base=BASE) as new:
        (new.folder / "store").mkdir()
    assert not (graph / "generation-7").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "is damaged"), ("[]", "is damaged"), ('{"format": 99}', "format 99"), ('{"format": 1}', "is damaged")],
)
def test_damaged_or_foreign_pointer(graph: Path, content: str, words: str) -> None:
    """Another version's graph must be refused, not read as if it were ours."""
    (graph / "graph.json").write_text(content)
    with pytest.raises(StoreError, match=words):
        open_store(graph, read_only=True)


def test_corrupted_store_is_one_clear_line(graph: Path) -> None:
    pointer = json.loads((graph / "graph.json").read_text())
    store = graph / f"generation-{pointer['generation']}" / "store"
    (store / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(graph, read_only=True)
    assert "\n" not in str(caught.value)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """--graph ~/Documents must not fill that folder."""
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="neither empty nor a graph"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="is no folder"):
        open_store(tmp_path / "letter.txt", read_only=True)


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
