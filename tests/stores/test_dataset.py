"""rdflib's API on a graph of ours."""

from __future__ import annotations

import pyoxigraph as ox

from kg.stores import open_store
from kg.stores.dataset import to_dataset
from kg.stores.embedded import OxigraphStore

NAMES = [ox.NamedNode(f"https://example.org/{name}") for name in ("actor", "acts", "concept", "graph")]


def test_rdflib_sees_the_union_of_the_named_graphs() -> None:
    """A triple of a document's graph is there without naming the graph, and by its graph as well."""
    with open_store(":memory:") as store:
        assert isinstance(store, OxigraphStore)
        store.oxigraph.add(ox.Quad(*NAMES[:3], NAMES[3]))
        dataset = to_dataset(store)
        assert [bool(answer) for answer in dataset.query("ASK { ?who ?does ?what }")] == [True]
        assert {str(graph.identifier) for graph in dataset.graphs()} >= {"https://example.org/graph"}
