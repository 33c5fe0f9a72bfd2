"""The SPARQL endpoint as clients see it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from kg.serve import Limits
from tests.serve.conftest import Client
from tests.view.synthetic import KG

COUNT = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{KG}Statement> }}"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"  # takes time alone
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"  # takes memory
FORMS = {"Content_Type": "application/x-www-form-urlencoded"}


def _count(body: bytes) -> str:
    return str(json.loads(body)["results"]["bindings"][0]["n"]["value"])


def test_get_and_both_posts_agree(client: Client) -> None:
    """The protocol's three ways to send a query give the same answer."""
    replies = [
        client.query(COUNT),
        client.ask("/sparql", data=urlencode({"query": COUNT}).encode(), **FORMS),
        client.ask("/sparql", data=COUNT.encode(), Content_Type="application/sparql-query; charset=utf-8"),
    ]
    assert [(reply.status, _count(reply.body)) for reply in replies] == [(200, "150")] * 3


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("application/sparql-results+json", "json"),
        ("application/sparql-results+xml", "xml"),
        ("text/csv", "csv"),
        ("text/tab-separated-values", "tsv"),
    ],
)
def test_every_result_format_parses_back(client: Client, accept: str, format: str) -> None:
    """Another library reads the same rows from each format, unbound values included."""
    query = f"""SELECT ?s ?v ?none {{ ?s <{KG}verb> ?v ; <{KG}quote> ?q BIND(STRLEN(?q) AS ?length) }} ORDER BY ?s LIMIT 20"""
    reply = client.query(query, accept=accept)
    assert reply.headers["content-type"].startswith(accept)
    rows = list(Result.parse(io.BytesIO(reply.body), format=format))
    reference = list(Result.parse(io.BytesIO(client.query(query).body), format="json"))
    assert [str(row.s) for row in rows] == [str(row.s) for row in reference]
    assert len(rows) == 20


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_construct_in_every_rdf_format(client: Client, accept: str) -> None:
    """A CONSTRUCT comes as RDF in the format that was asked for, with the same triples."""
    query = f"CONSTRUCT {{ ?s <{KG}verb> ?v }} WHERE {{ ?s <{KG}verb> ?v }}"
    reply = client.query(query, accept=accept)
    found = rdflib.Graph().parse(data=reply.text, format=accept)
    assert (reply.status, len(found)) == (200, 150)


def test_ask_and_default_format(client: Client) -> None:
    """Without an Accept header a query is answered all the same."""
    reply = client.ask("/sparql?" + urlencode({"query": "ASK { ?s ?p ?o }"}))
    assert json.loads(reply.body)["boolean"] is True


def test_a_client_library_can_use_it(client: Client) -> None:
    """rdflib's SPARQL store works against it unchanged."""
    rows = list(rdflib.Graph(SPARQLStore(client.address + "/sparql")).query(COUNT))
    assert int(rows[0][0]) == 150  # type: ignore[index, call-overload]


def test_data_set_of_the_request(client: Client) -> None:
    """default-graph-uri restricts the query to that graph; without it all graphs are seen."""
    graphs = json.loads(client.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").body)["results"]["bindings"]
    counts = [
        int(_count(client.query(COUNT, **{"default-graph-uri": row["g"]["value"]}).body))
        for row in graphs
        if "/document/" in row["g"]["value"]
    ]
    assert sum(counts) == 150
    assert all(count < 150 for count in counts)


def test_service_description(client: Client) -> None:
    """GET without a query describes the service."""
    reply = client.ask("/sparql", Accept="text/turtle")
    assert "sparql-service-description#Service" in reply.text
    assert len(rdflib.Graph().parse(data=reply.text, format="turtle")) == 12


@pytest.mark.parametrize(
    ("path", "data", "headers", "status"),
    [
        ("/sparql?query=nonsense", None, {}, 400),
        ("/sparql?query=ASK{}&query=ASK{}", None, {}, 400),
        ("/sparql", b"query=", FORMS, 400),
        ("/sparql", b"", FORMS, 400),
        ("/sparql", b"query=%FF", FORMS, 400),
        ("/sparql", b"\xff\xfe", {"Content_Type": "application/sparql-query"}, 400),
        ("/sparql", b"<x/>", {"Content_Type": "text/xml"}, 415),
        ("/sparql", b"query=" + b"x" * 30_000, FORMS, 413),
        ("/sparql?query=ASK{}", None, {"Accept": "image/png"}, 406),
        ("/sparql?query=ASK{}&default-graph-uri=no%20iri", None, {}, 400),
        ("/nowhere", None, {}, 404),
    ],
)
def test_errors_have_their_status(client: Client, path: str, data: bytes | None, headers: dict[str, str], status: int) -> None:
    """Each malformed request has the status that the protocol or HTTP has for it, and one clear line."""
    reply = client.ask(path, data=data, **headers)
    assert reply.status == status
    assert reply.text.count("\n") <= 1
    assert "Traceback" not in reply.text


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        (urlencode({"update": "DROP ALL"}).encode(), FORMS),
        (b"DROP ALL", {"Content_Type": "application/sparql-update"}),
        (b"DROP ALL", {"Content_Type": "application/sparql-query"}),
        (b"LOAD <file:///etc/passwd>", {"Content_Type": "application/sparql-query"}),
    ],
)
def test_updates_are_refused(client: Client, data: bytes, headers: dict[str, str]) -> None:
    """Nothing that a client sends changes the graph."""
    assert client.ask("/sparql", data=data, **headers).status in {400, 403}
    assert client.ask("/sparql", method="DELETE").status == 405
    assert client.ask("/sparql", data=b"x", method="PUT").status == 405
    assert _count(client.query(COUNT).body) == "150"


def test_files_are_out_of_reach(client: Client) -> None:
    """Neither a path nor FROM reads a file of the server."""
    for path in ("/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/%2Fetc%2Fpasswd", "/node?iri=file:///etc/passwd"):
        assert client.ask(path).status == 404
    reply = client.query("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")
    assert json.loads(reply.body)["results"]["bindings"] == []


def test_rows_are_limited_and_said_to_be(client: Client) -> None:
    """A result longer than the limit is cut, and JSON and XML say so."""
    reply = client.query("SELECT * { ?s ?p ?o }")
    found = json.loads(reply.body)
    assert len(found["results"]["bindings"]) == 1000
    assert found["truncated"] is True
    assert reply.headers["x-row-limit"] == "1000"
    for accept in ("text/csv", "text/tab-separated-values"):
        reply = client.query("SELECT * { ?s ?p ?o }", accept=accept)
        assert len(reply.text.splitlines()) == 1001
        assert reply.headers["x-row-limit"] == reply.headers["x-sparql-maxrows"] == "1000"
    assert client.query("SELECT * { ?s ?p ?o }", accept="application/sparql-results+xml").text.endswith(
        "<!-- truncated --></sparql>"
    )


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"])
def test_kg_query_takes_no_cut_answer_for_a_whole_one(client: Client, query: str) -> None:
    """The first thousand rows in a CSV file would be taken for all; standard error says why there is none."""
    command = [sys.executable, "-m", "kg", "query", "--graph", f"{client.address}/sparql", "--format", "csv", query]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"kg: .* answers at most 1000 (rows|triples) \(.*\)\n", done.stderr)


def test_runaway_query_is_stopped_and_disturbs_nobody(client: Client) -> None:
    """A query over its time ends with 503 while another client's are answered."""
    replies = []
    runaway = threading.Thread(target=lambda: replies.append(client.query(RUNAWAY)))
    runaway.start()
    started, answered = time.monotonic(), 0
    while runaway.is_alive():
        assert _count(client.query(COUNT).body) == "150"
        answered += 1
    assert time.monotonic() - started < 10
    assert replies[0].status == 503
    assert "longer" in replies[0].text
    assert answered > 10
    assert _count(client.query(COUNT).body) == "150"


def test_another_sites_page_cannot_use_it(client: Client) -> None:
    """A request for another host name is refused, and no header lets other origins read."""
    assert client.ask("/", Host="evil.example").status == 400
    assert "access-control-allow-origin" not in client.query(COUNT).headers


def test_memory_of_a_query_is_limited(graph: Path, serving: Callable[..., Any]) -> None:
    """A query that asks for too much memory ends its own worker; the next one is answered."""
    with serving(graph, limits=Limits(seconds=30, workers=1, memory=600)) as client:
        assert _count(client.query(COUNT).body) == "150"
        assert client.query(GREEDY).status == 500
        assert _count(client.query(COUNT).body) == "150"


def test_thirty_two_clients(client: Client) -> None:
    """Many clients at once all get their answers."""
    found: list[str] = []

    def ask() -> None:
        found.extend(_count(client.query(COUNT).body) for _ in range(4))

    threads = [threading.Thread(target=ask) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["150"] * 128
