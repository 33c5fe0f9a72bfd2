"""Node pages, editor and explorer of the server."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import Result

from kg.ids import BASE
from kg.stores.folder import GraphFolder
from kg.view.reading import read_picture
from tests.serve.conftest import Client, write_graph
from tests.view.hostile import hostile_store
from tests.view.synthetic import Builder, GraphStore, synthetic_store


def _some(kind: str, small: GraphStore) -> str:
    return next(node.iri for node in read_picture(small).nodes if node.kind == kind)


@pytest.fixture(scope="module")
def small() -> GraphStore:
    """The served graph."""
    return synthetic_store(50)


@pytest.mark.parametrize("kind", ["actor", "concept", "document"])
def test_a_node_has_a_page_and_rdf(client: Client, small: GraphStore, kind: str) -> None:
    """One address gives HTML to a reader and RDF to a program."""
    iri = _some(kind, small)
    path = "/" + iri.removeprefix(BASE)
    page = client.ask(path, Accept="text/html,*/*;q=0.5")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    for accept in ("text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"):
        found = rdflib.Graph().parse(data=client.ask(path, Accept=accept).text, format=accept)
        assert {str(subject) for subject in found.subjects()} == {iri}


def test_a_statements_page_marks_its_words(client: Client, small: GraphStore) -> None:
    """The words stand in their sentence."""
    statement = read_picture(small).statements[0]
    page = client.ask("/" + statement.iri.removeprefix(BASE), Accept="text/html").text
    words = statement.sentence[statement.start : statement.end]
    assert f"{statement.sentence[: statement.start]}<mark>{words}</mark>" in page


def test_what_is_not_there(client: Client) -> None:
    """An unknown node is 404, an impossible IRI a clear 400."""
    assert client.ask("/actor/nobody").status == 404
    assert client.ask("/node?iri=no%20iri").status == 400
    assert client.ask("/node").status == 400


def test_shipped_question_with_parameter(client: Client, small: GraphStore) -> None:
    """The editor gets text that runs as it is; an unknown name says which there are."""
    label = next(node.label for node in read_picture(small).nodes if node.kind == "concept")
    reply = client.ask(f"/questions/statements-about?concept={label.replace(' ', '%20')}")
    assert reply.status == 200
    assert "VALUES" in reply.text and "?concept" in reply.text
    assert client.ask("/questions/nope").status == 404
    assert client.ask("/questions/statements-about?concept=nothing-of-that-name").status == 400


def test_explorer_follows_the_graph(tmp_path: Path, serving: Callable[..., Any]) -> None:
    """After a build has published a new graph the page and the endpoint show it, without a restart."""
    folder = GraphFolder(tmp_path / "graph")
    (tmp_path / "graph").mkdir()

    def publish(store: GraphStore) -> None:
        with folder.next_generation(base=BASE) as new:
            on_disk = ox.Store(str(new.store))
            on_disk.bulk_extend(store.store)
            on_disk.flush()
            del on_disk

    publish(synthetic_store(20))
    with serving(tmp_path / "graph") as client:
        first = client.ask("/").body
        assert client.ask("/").body == first
        publish(synthetic_store(30))
        assert client.ask("/").body != first
        assert '"90"' in client.query(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{BASE}ontology#Statement> }}").text


def test_hostile_names_are_text(tmp_path: Path, serving: Callable[..., Any]) -> None:
    """Labels cannot become markup, neither in HTML nor in XML results."""
    out = Builder()
    name = "</bdi><script>alert(1)</script>{{7*7}}\u202e\x07"
    iri = out.named("actor", name)
    store = ox.Store(str(tmp_path / "store"))
    store.bulk_extend(out.quads)
    store.flush()
    del store
    with serving(tmp_path / "store") as client:
        page = client.ask("/" + iri.removeprefix(BASE), Accept="text/html")
        assert page.status == 200
        assert "<script>alert" not in page.text
        assert "49" not in page.text
        assert "script-src 'self'" in page.headers["content-security-policy"]
        reply = client.query("SELECT ?l { ?s skos:prefLabel ?l }", accept="application/sparql-results+xml")
        assert "&lt;script&gt;" in reply.text
        assert "\x07" not in reply.text


def test_every_answer_has_safe_headers(client: Client) -> None:
    """No answer can be sniffed into another type or framed."""
    for path in ("/", "/query", "/nowhere", "/assets/editor.js"):
        headers = client.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_graph_of_hostile_texts(tmp_path: Path, serving: Callable[..., Any]) -> None:
    """Every page of every node has the same kinds of elements, whatever the texts; the explorer is served whole."""
    store = hostile_store()
    picture = read_picture(store)
    write_graph(tmp_path / "store", store)
    allowed = {"html", "head", "meta", "title", "link", "body", "nav", "a", "main", "h1", "h2", "p", "code", "table", "thead",
               "tbody", "tr", "th", "td", "bdi", "span", "ul", "li", "blockquote", "mark"}  # fmt: skip
    with serving(tmp_path / "store") as client:
        for iri in [node.iri for node in picture.nodes] + [statement.iri for statement in picture.statements]:
            page = client.ask(f"/node?iri={quote(iri, safe='')}", Accept="text/html")
            assert page.status == 200
            assert set(re.findall(r"<([a-z]\w*)", re.sub(r"<!doctype[^>]*>", "", page.text))) <= allowed
        assert len(client.ask("/").body) > 500_000
        for accept in ("application/sparql-results+json", "application/sparql-results+xml"):
            reply = client.query("SELECT * { ?s kg:quote ?q } ORDER BY ?s", accept=accept)
            rows = list(Result.parse(io.BytesIO(reply.body), format=accept.rsplit("+", 1)[1]))
            assert len(rows) == len(picture.statements)
