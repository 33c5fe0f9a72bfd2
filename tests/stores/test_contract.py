"""What every store offers, asked of each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions

from kg.errors import QueryError, StoreError
from kg.ids import BASE
from kg.stores import Store, open_store

KG = f"{BASE}ontology#"
GRAPH, OTHER = NamedNode(f"{BASE}document/one"), NamedNode(f"{BASE}document/two")
ACTOR, CONCEPT = NamedNode(f"{BASE}actor/sasac"), NamedNode(f"{BASE}concept/reform")
HOSTILE = 'a "quoted" } line\\\n#bind <x> \u202e \U0001f600'


def quad(number: int, graph: NamedNode = GRAPH) -> Quad:
    return Quad(NamedNode(f"{BASE}statement/{number}"), NamedNode(f"{KG}quote"), Literal(f"words {number}"), graph)


@pytest.fixture(params=["memory", "disk", "oxigraph server", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        spec = ":memory:"
    elif request.param == "disk":
        spec = str(tmp_path / "graph")
    else:
        spec = request.getfixturevalue(request.param.replace(" ", "_"))
    with open_store(spec) as opened:
        yield opened
        for graph in opened.graphs() if request.param == "virtuoso" else ():
            if graph.value.startswith(BASE):
                opened.remove_graph(graph)


def own_graphs(store: Store) -> list[NamedNode]:
    """A server may have graphs of its own."""
    return [graph for graph in store.graphs() if graph.value.startswith(BASE)]


def rows(store: Store, text: str, **bindings: object) -> list[tuple[str | None, ...]]:
    result = store.query(text, bindings=bindings or None)  # type: ignore[arg-type]
    assert isinstance(result, QuerySolutions)
    return [tuple(term.value if term else None for term in solution) for solution in result]


def test_starts_empty(store: Store) -> None:
    assert own_graphs(store) == []


def test_replace_graph_puts_new_for_old_and_leaves_others(store: Store) -> None:
    """A changed document must lose what it no longer says, and cost no other document anything."""
    store.replace_graph(GRAPH, [quad(1), quad(2)])
    store.replace_graph(OTHER, [quad(3, OTHER)])
    store.replace_graph(GRAPH, [quad(4)])
    assert {q.object.value for q in store.quads(None, NamedNode(f"{KG}quote"))} == {"words 3", "words 4"}
    assert own_graphs(store) == [GRAPH, OTHER]


def test_replacing_with_nothing_removes(store: Store) -> None:
    store.replace_graph(GRAPH, [quad(1)])
    store.replace_graph(GRAPH, [])
    assert own_graphs(store) == []


def test_remove_graph_twice_is_no_error(store: Store) -> None:
    store.load([quad(1), quad(2, OTHER)])
    store.remove_graph(GRAPH)
    store.remove_graph(GRAPH)
    assert own_graphs(store) == [OTHER]


def test_load_adds_and_adding_again_changes_nothing(store: Store) -> None:
    store.load(quad(n) for n in range(3000))
    size = len(store)
    store.load(quad(n) for n in range(3000))
    assert len(store) == size
    assert len(list(store.quads(None, None, None, GRAPH))) == 3000


def test_query_sees_the_union_and_knows_the_prefixes(store: Store) -> None:
    store.load([quad(1), quad(2, OTHER)])
    assert rows(store, "SELECT ?quote { ?s kg:quote ?quote } ORDER BY ?quote") == [("words 1",), ("words 2",)]
    assert rows(store, "SELECT ?quote { GRAPH document:two { ?s kg:quote ?quote } }") == [("words 2",)]


def test_ask_and_construct(store: Store) -> None:
    store.load([quad(1)])
    answer = store.query("ASK { ?s kg:quote ?quote }")
    assert isinstance(answer, QueryBoolean)
    assert bool(answer)
    [triple] = store.query("CONSTRUCT { ?s kg:said ?quote } WHERE { ?s kg:quote ?quote }")
    assert triple.predicate.value == f"{KG}said"  # type: ignore[union-attr]


def test_a_bound_value_stays_a_value(store: Store) -> None:
    """Text that looks like SPARQL must be looked for, not run."""
    hostile = Quad(ACTOR, NamedNode(f"{KG}quote"), Literal(HOSTILE), GRAPH)
    store.load([hostile, quad(1)])
    text = "SELECT ?who WHERE {\n  #bind\n  ?who kg:quote ?words }"
    assert rows(store, text, words=Literal(HOSTILE)) == [(ACTOR.value,)]
    assert rows(store, text, words=Literal('" } UNION { ?who ?p ?words')) == []


def test_update_runs_and_a_malformed_one_changes_nothing(store: Store) -> None:
    store.update("INSERT DATA { GRAPH document:one { actor:sasac kg:promotes concept:reform } }")
    assert [q.object for q in store.quads(ACTOR)] == [CONCEPT]
    with pytest.raises((QueryError, StoreError)):
        store.update("DROP GRAPH document:one; INSERT DATA { oops")
    assert [q.object for q in store.quads(ACTOR)] == [CONCEPT]


@pytest.mark.parametrize("text", ["SELECT ?x {", "SELECT ?x { ?x nope:a ?y }", "", "DELETE WHERE { ?s ?p ?o }"])
def test_malformed_query_is_one_clear_line(store: Store, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(text)
    assert "\n" not in str(caught.value)


def test_dump_writes_every_quad(store: Store) -> None:
    store.load([quad(1), quad(2, OTHER)])
    everything, one = io.BytesIO(), io.BytesIO()
    store.dump(everything)
    store.dump(one, graph=OTHER)
    own = [line for line in everything.getvalue().splitlines() if BASE.encode() in line]
    assert len(own) == 2
    assert b"words 2" in one.getvalue()
    assert b"words 1" not in one.getvalue()


def test_dump_triples_writes_every_triple(store: Store) -> None:
    store.load([quad(1), quad(2, OTHER), quad(3)])
    out = io.BytesIO()
    store.dump_triples(out)
    own = sorted(line for line in out.getvalue().splitlines() if BASE.encode() in line)
    assert own == sorted(f"{quad(n).triple} .".encode() for n in (1, 2, 3))


def test_terms_survive_the_way_in_and_out(store: Store) -> None:
    """A language, datatype or character lost in the store is lost to the export."""
    values = [
        Literal(HOSTILE, language="en"),
        Literal("2024-07-26", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
        Literal("0.9", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
        Literal(7),
        NamedNode(f"{BASE}concept/r%26d"),
    ]
    store.replace_graph(GRAPH, [Quad(ACTOR, NamedNode(f"{KG}p{n}"), value, GRAPH) for n, value in enumerate(values)])
    found = {q.predicate.value.removeprefix(f"{KG}p"): q.object for q in store.quads(ACTOR, None, None, GRAPH)}
    assert [found[str(n)] for n in range(len(values))] == values
