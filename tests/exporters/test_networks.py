"""Statements as tables and as networks for other tools."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import networkx as nx
import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.config import Settings
from kg.errors import UnsupportedError
from kg.exporters import export
from kg.exporters.jsonld import context
from kg.ids import BASE
from kg.stores import Store, open_store
from kg.vocabulary import ontology_folder

HOSTILE = "=cmd|'x' <script>\x01\r\n\"quoted\" \u202e & \ud83d".encode("utf-8", "replace").decode()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = tmp_path_factory.mktemp("networks")
    build([write_corpus(place / "texts")], place / "graph", Settings(), extractor=PlainExtractor())
    with open_store(place / "graph", read_only=True) as opened:
        yield opened


@pytest.fixture
def hostile() -> Store:
    store = open_store(":memory:")
    kg, rdf = f"{BASE}ontology#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    node, graph = NamedNode(f"{BASE}statement/1"), NamedNode(f"{BASE}document/d")
    actor, concept = NamedNode(f"{BASE}actor/a"), NamedNode(f"{BASE}concept/c")
    store.load(
        [
            Quad(node, NamedNode(f"{rdf}type"), NamedNode(f"{kg}Statement"), graph),
            Quad(node, NamedNode(f"{rdf}subject"), actor, graph),
            Quad(node, NamedNode(f"{rdf}object"), concept, graph),
            Quad(node, NamedNode(f"{kg}quote"), Literal(HOSTILE), graph),
            Quad(actor, NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), Literal(HOSTILE), graph),
        ]
    )
    return store


def written(store: Store, format: str) -> bytes:
    out = io.BytesIO()
    export(store, format, out)
    return out.getvalue()


def records(store: Store, format: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(store, format).decode(), newline="")))


def count(store: Store, pattern: str) -> int:
    result = store.query(f"SELECT ?s {{ {pattern} }}")
    assert isinstance(result, QuerySolutions)
    return len(list(result))


def test_csv_has_a_row_for_every_statement(store: Store) -> None:
    found = records(store, "csv")
    assert len(found) == count(store, "?s a kg:Statement")
    row = next(row for row in found if row["verb"] == "establish")
    assert (row["relation"], row["status"], row["date"]) == ("establishes", "planned", "2023-03-05")
    assert row["quote"] == "SASAC will establish innovation consortia"


def test_edges_join_nodes_that_are_there(store: Store) -> None:
    ids = {row["id"] for row in records(store, "csv-nodes")}
    edges = records(store, "csv-edges")
    assert len(edges) == count(store, "?s rdf:subject ?a")
    assert {row["source"] for row in edges} | {row["target"] for row in edges} <= ids


@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_keep_every_edge_and_attribute(store: Store, format: str, read: object) -> None:
    """Parallel edges are different statements; a tool that reads one of them loses evidence."""
    network = read(io.BytesIO(written(store, format)))  # type: ignore[operator]
    assert network.number_of_edges() == count(store, "?s rdf:subject ?a")
    quotes = {data["quote"] for _, _, data in network.edges(data=True)}
    assert "SASAC will not restrict private enterprises" in quotes
    assert all(data.get("label") for _, data in network.nodes(data=True))


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_hostile_text_stays_text_in_xml(hostile: Store, format: str) -> None:
    network = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[format](io.BytesIO(written(hostile, format)))
    [(_, _, data)] = network.edges(data=True)
    assert data["quote"] == HOSTILE.replace("\x01", "\ufffd")


def test_a_spreadsheet_finds_no_formula(hostile: Store) -> None:
    [row] = records(hostile, "csv")
    assert row["quote"].startswith("'=cmd")


def test_rdfxml_refuses_what_it_cannot_hold(hostile: Store) -> None:
    """Better no file than one that lacks a character."""
    with pytest.raises(UnsupportedError, match="choose another format"):
        written(hostile, "rdfxml")


def test_rdf_12_reifies_every_statement_with_an_actor(store: Store) -> None:
    data = written(store, "nquads12")
    terms = [quad for quad in ox.parse(data, ox.RdfFormat.N_QUADS) if quad.predicate.value.endswith("#reifies")]
    assert len(terms) == count(store, "?s rdf:subject ?a")
    trig = set(ox.parse(written(store, "trig12"), ox.RdfFormat.TRIG))
    assert trig == set(ox.parse(data, ox.RdfFormat.N_QUADS))


def test_the_shipped_context_is_the_one_written() -> None:
    assert json.loads((ontology_folder() / "context.jsonld").read_text()) == {"@context": context(BASE)}
