"""A graph brought to another store: only what differs travels, and nobody else's graphs are touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions
from samples import TEXTS, PlainExtractor, write_corpus

from kg.build import build
from kg.config import Settings
from kg.pushing import push
from kg.queries import questions, run
from kg.stores import Store, open_store

ARGUMENTS = {
    "actor": "SASAC",
    "concept": "innovation consortia",
    "relation": "promotes",
    "speaker": "Wang Hongzhi",
    "document": "plan-2023",
    "year": "2023",
    "status": "planned",
    "text": "innovation",
}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    build([write_corpus(tmp_path / "texts")], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    return tmp_path / "graph"


@pytest.fixture(params=["memory", "oxigraph server", "virtuoso"])
def target(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return open_store(":memory:")
    store = open_store(request.getfixturevalue(request.param.replace(" ", "_")))
    for name in store.graphs():
        store.remove_graph(name)
    return store


def test_the_target_has_what_the_source_has(graph: Path, target: Store) -> None:
    with open_store(graph, read_only=True) as source:
        push(source, target)
        mine = {quad for quad in target.quads() if not str(quad.graph_name.value).endswith("graph/pushed")}  # type: ignore[union-attr]
        assert mine == set(source.quads())


def test_only_what_changed_is_sent_again(graph: Path, tmp_path: Path, target: Store) -> None:
    with open_store(graph, read_only=True) as source:
        first = push(source, target)
        assert push(source, target).unchanged == tuple(sorted(first.replaced))
    (tmp_path / "texts" / "report-2024.md").write_text(TEXTS["report-2024.md"].replace("Nobody spoke.", "Somebody spoke."))
    build([tmp_path / "texts"], graph, Settings(), extractor=PlainExtractor())
    with open_store(graph, read_only=True) as source:
        assert [iri.rpartition("/")[2] for iri in push(source, target).replaced] == ["report-2024"]


def test_what_left_the_graph_leaves_the_target_and_nothing_else(graph: Path, tmp_path: Path, target: Store) -> None:
    """The organisation's store holds other data too."""
    foreign = NamedNode(f"{Settings().base}document/somebody-elses")
    target.replace_graph(foreign, [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o"), foreign)])
    with open_store(graph, read_only=True) as source:
        push(source, target)
    (tmp_path / "texts" / "report-2024.md").unlink()
    build([tmp_path / "texts"], graph, Settings(), extractor=PlainExtractor())
    with open_store(graph, read_only=True) as source:
        assert [iri.rpartition("/")[2] for iri in push(source, target).removed] == ["report-2024"]
    assert foreign in target.graphs()


def test_every_question_has_the_same_answer_everywhere(graph: Path, target: Store) -> None:
    """Questions are portable: an endpoint of another make must not answer differently, or refuse."""

    def answer(store: Store, name: str, parameters: dict[str, str]) -> list[tuple[str | None, ...]]:
        result = run(name, store, **parameters)
        assert isinstance(result, QuerySolutions)
        return sorted((tuple(t.value if t else None for t in row) for row in result), key=repr)

    with open_store(graph, read_only=True) as source:
        push(source, target)
        for item in questions():
            parameters = {p.name: ARGUMENTS[p.kind] for p in item.parameters if not p.optional}
            assert answer(target, item.name, parameters) == answer(source, item.name, parameters), item.name


def test_a_search_finds_the_last_words_of_a_long_document_everywhere(tmp_path: Path, target: Store) -> None:
    """What a search reads first is 80,000 characters here, more than Virtuoso takes in one literal."""
    (tmp_path / "texts").mkdir()
    lines = [f"SASAC will promote innovation consortia of the kind that has the number {n}." for n in range(1600)]
    (tmp_path / "texts" / "long.txt").write_text("\n".join(lines))
    build([tmp_path / "texts"], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    with open_store(tmp_path / "graph", read_only=True) as source:
        push(source, target)
    result = run("search", target, text="has the number 1599")
    assert isinstance(result, QuerySolutions)
    assert len(list(result)) == 1
