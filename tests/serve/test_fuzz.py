"""Malformed requests leave the server as it was."""

from __future__ import annotations

import socket
from urllib.parse import quote, urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.conftest import Client

LINES = st.lists(
    st.one_of(
        st.binary(max_size=60),
        st.sampled_from(
            [b"GET /sparql HTTP/1.1", b"POST /sparql HTTP/1.1", b"Host: 127.0.0.1", b"Content-Length: 9", b"Content-Length: -1",
             b"Transfer-Encoding: chunked", b"Accept: */*;q=x", b"Content-Type: application/sparql-query", b"", b"ffff"]
        ),
    ),
    max_size=8,
)  # fmt: skip
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _alive(client: Client) -> bool:
    return b'"boolean":true' in client.query("ASK { ?s ?p ?o }").body


@FUZZ
@given(lines=LINES)
def test_any_bytes_on_the_socket(client: Client, lines: list[bytes]) -> None:
    """Bytes that are no HTTP end their own connection alone."""
    place = urlsplit(client.address)
    with socket.create_connection((place.hostname, place.port), timeout=5) as connection:
        connection.settimeout(0.05)
        try:
            connection.sendall(b"\r\n".join(lines) + b"\r\n\r\n")
            connection.recv(4096)
        except OSError:
            pass
    assert _alive(client)


@FUZZ
@given(query=st.text(max_size=200), accept=st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P"])))
def test_any_query_and_accept_header(client: Client, query: str, accept: str) -> None:
    """Any text as query has an answer below 500."""
    encoded = quote(query.encode("utf-8", "surrogatepass"))
    assert client.ask(f"/sparql?query={encoded}", Accept=accept).status in {200, 400, 403, 406}
    assert client.ask(f"/node?iri={encoded}", Accept=accept).status in {200, 400, 404, 406}


def test_clients_that_leave_early(client: Client) -> None:
    """Connections closed in the middle of an answer give their workers back."""
    place = urlsplit(client.address)
    target = "/sparql?query=" + quote("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    for _ in range(12):
        with socket.create_connection((place.hostname, place.port), timeout=5) as connection:
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            connection.recv(100)
    assert _alive(client)
