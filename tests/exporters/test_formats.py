"""Every format: read back, the same quads; written twice, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from kg.errors import StoreError, UnknownNameError
from kg.exporters import export, export_file, format_of, formats, lines
from kg.exporters.turtle import triples_to_turtle
from kg.ids import BASE
from kg.stores import Store, open_store

WITH_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
WITHOUT_GRAPHS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}
XSD = "http://www.w3.org/2001/XMLSchema#"

names = st.sampled_from(
    [
        "concept/reform",
        "concept/r%26d",
        "concept/a.b",
        "concept/a.",
        "document/d#char=1,2",
        "ontology#promotes",
        "x/é",
        "concept/",
        "-",
    ]
)
iris = names.map(lambda name: NamedNode(BASE + name))
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text: Literal(text, language="en"), texts),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.sampled_from(["1.0", "-0.5", ".5", "5.", "1e3", "x"]).map(lambda t: Literal(t, datatype=NamedNode(XSD + "decimal"))),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))),
)
types = st.just(NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
quads = st.lists(
    st.one_of(
        st.builds(Quad, iris, iris, st.one_of(iris, literals), st.one_of(iris, st.just(DefaultGraph()))),
        st.builds(Quad, iris, types, iris, iris),
    ),
    max_size=12,
)


def filled(content: list[Quad]) -> Store:
    store = open_store(":memory:")
    store.load(content)
    return store


def written(store: Store, format: str) -> bytes:
    out = io.BytesIO()
    export(store, format, out)
    return out.getvalue()


@settings(deadline=None)
@given(content=quads)
@pytest.mark.parametrize("format", WITH_GRAPHS)
def test_graphs_survive_the_round_trip(format: str, content: list[Quad]) -> None:
    store = filled(content)
    assert set(ox.parse(written(store, format), WITH_GRAPHS[format])) == set(store.quads())


@settings(deadline=None)
@given(content=quads)
@pytest.mark.parametrize("format", WITHOUT_GRAPHS)
def test_triples_survive_the_round_trip_each_once(format: str, content: list[Quad]) -> None:
    store = filled(content)
    back = [quad.triple for quad in ox.parse(written(store, format), WITHOUT_GRAPHS[format])]
    assert set(back) == {quad.triple for quad in store.quads()}
    assert len(back) == len(set(back))


@settings(deadline=None)
@given(content=quads, order=st.randoms())
@pytest.mark.parametrize("format", sorted(set(formats()) - {"rdfxml"}))
def test_the_order_of_loading_leaves_no_trace(format: str, content: list[Quad], order: object) -> None:
    other = list(content)
    order.shuffle(other)  # type: ignore[attr-defined]
    assert written(filled(content), format) == written(filled(other), format)


@pytest.mark.parametrize("format", formats())
def test_sorting_in_runs_writes_the_same(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph that does not fit in memory must come out as one that does."""
    content = [
        Quad(
            NamedNode(f"{BASE}actor/{n % 7}"),
            NamedNode(f"{BASE}p{n % 3}"),
            Literal(f"words {n % 50}"),
            NamedNode(f"{BASE}g{n % 2}"),
        )
        for n in range(500)
    ]
    whole = written(filled(content), format)
    monkeypatch.setattr(lines, "RUN_BYTES", 1000)
    assert written(filled(content), format) == whole


def test_turtle_is_readable() -> None:
    """Grouped by subject, type first, prefixes and plain numbers: what a diff and a person can read."""
    node, kg = NamedNode(f"{BASE}statement/1a"), f"{BASE}ontology#"
    graph = NamedNode(f"{BASE}document/d")
    store = filled(
        [
            Quad(node, NamedNode(f"{kg}verb"), Literal("establish"), graph),
            Quad(node, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(f"{kg}Statement"), graph),
            Quad(node, NamedNode(f"{kg}support"), Literal("0.9", datatype=NamedNode(XSD + "decimal")), graph),
            Quad(node, NamedNode(f"{kg}means"), Literal("b"), graph),
            Quad(node, NamedNode(f"{kg}means"), Literal("a"), graph),
        ]
    )
    block = 'statement:1a a kg:Statement ;\n    kg:means "a",\n        "b" ;\n    kg:support 0.9 ;\n    kg:verb "establish" .\n'
    assert written(store, "turtle").decode().endswith("\n" + block)
    indented = "".join(f"  {line}\n" for line in block.splitlines())
    assert written(store, "trig").decode().endswith(f"\ndocument:d {{\n\n{indented}}}\n")


def test_blank_nodes_of_foreign_data_are_written() -> None:
    """A store that somebody else filled must not break an export."""
    content = [Quad(BlankNode("b"), NamedNode("a:p"), BlankNode("c"), BlankNode("g"))]
    for format in formats():
        assert written(filled(content), format) or format.startswith("csv")


def test_of_a_construct_only_the_prefixes_used() -> None:
    triple = Quad(NamedNode(f"{BASE}actor/a"), NamedNode("a:p"), Literal("o")).triple
    assert triples_to_turtle([triple, triple], base=BASE) == f'@prefix actor: <{BASE}actor/> .\n\nactor:a <a:p> "o" .\n'


def test_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"known are .*nquads"):
        written(open_store(":memory:"), "ttl2")


def test_endings() -> None:
    assert (format_of("g.TTL"), format_of("g.nq"), format_of("g")) == ("turtle", "nquads", None)


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("old")
    store = filled([Quad(NamedNode("a:s"), NamedNode("a:p"), Literal("o"))])
    store.close()
    with pytest.raises(StoreError):
        export_file(store, "turtle", target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(StoreError, match="cannot be written"):
        export_file(open_store(":memory:"), "turtle", tmp_path / "no" / "where.ttl")
