"""An endpoint that is down, slow, lying or refusing: one clear line, and nothing taken for an answer that is none."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean

from kg.errors import KGError, QueryError, StoreError
from kg.ids import BASE
from kg.stores import http, open_store
from kg.stores.sparql import Endpoints

Reply = Callable[[BaseHTTPRequestHandler], None]
QUERY = "SELECT ?s { ?s ?p ?o }"
RESULTS = "application/sparql-results+json"
EMPTY = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'


def send(request: BaseHTTPRequestHandler, status: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
    request.send_response(status)
    request.send_header("Content-Type", kind)
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., tuple[str, list[tuple[str, str, bytes]]]]]:
    """A server that gives the replies in turn, the last one for ever; its address and what it was asked."""
    monkeypatch.setattr(http, "FIRST_WAIT", 0.01)
    servers: list[ThreadingHTTPServer] = []

    def start(*replies: Reply) -> tuple[str, list[tuple[str, str, bytes]]]:
        asked: list[tuple[str, str, bytes]] = []

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked.append((self.command, self.path, body))
                replies[min(len(asked), len(replies)) - 1](self)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 — the names that the base class calls

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/sparql", asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def failure(address: str, query: str = QUERY) -> KGError:
    with pytest.raises(KGError) as caught:
        list(open_store(address).query(query))
    assert "\n" not in str(caught.value)
    return caught.value


def test_down() -> None:
    assert "cannot be reached" in str(failure("http://127.0.0.1:1/sparql"))


def test_slow(serve: Callable[..., tuple[str, list[object]]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_SPARQL_TIMEOUT", "0.2")
    address, asked = serve(lambda request: time.sleep(1))
    assert "no answer in 0.2 s" in str(failure(address))
    assert len(asked) == 1  # a server that is overloaded is not asked again


def test_an_answer_that_drips_is_given_up(
    serve: Callable[..., tuple[str, list[object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte now and then never exceeds the time limit of a socket."""

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", RESULTS)
        request.end_headers()
        with suppress(OSError):
            for _ in range(100):
                request.wfile.write(b" ")
                request.wfile.flush()
                time.sleep(0.1)

    monkeypatch.setenv("KG_SPARQL_TIMEOUT", "0.3")
    address, _ = serve(drip)
    start = time.monotonic()
    assert "no answer in 0.3 s" in str(failure(address))
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "KG_SPARQL_USER"), (403, "refuses access"), (404, "is no SPARQL endpoint"), (500, "HTTP 500: oops")],
)
def test_refusing(serve: Callable[..., tuple[str, list[object]]], status: int, words: str) -> None:
    address, _ = serve(lambda request: send(request, status, b"oops\nStack trace"))
    assert words in str(failure(address))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html>Welcome</html>", "text/html"),
        (b"{", RESULTS),
        (b'{"head":{}}', RESULTS),
        (b"<a:s> <a:p>", "text/turtle"),
        (b"x", "a/b"),
    ],
)
def test_lying(serve: Callable[..., tuple[str, list[object]]], body: bytes, kind: str) -> None:
    """A login page with status 200 must not pass for an empty result."""
    address, _ = serve(lambda request: send(request, 200, body, kind))
    assert isinstance(failure(address), StoreError)


def test_cut_short(serve: Callable[..., tuple[str, list[object]]]) -> None:
    def half(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", RESULTS)
        request.send_header("Content-Length", "5000")
        request.end_headers()
        request.wfile.write(EMPTY)

    address, _ = serve(half)
    assert "cannot be reached" in str(failure(address))


def test_a_limit_on_rows_is_no_complete_answer(serve: Callable[..., tuple[str, list[object]]]) -> None:
    """Ten thousand rows of twelve thousand would be quoted as all there are."""
    row = b'{"s":{"type":"uri","value":"a:b"}}'
    body = EMPTY.replace(b"[]", b"[" + row + b"," + row + b"]", 1).replace(b'["s"]', b'["s"]')
    body = b'{"head":{"vars":["s"]},"results":{"bindings":[' + row + b"," + row + b"]}}"
    address, _ = serve(lambda request: send(request, 200, body, RESULTS, X_SPARQL_MaxRows="2"))
    assert "answers at most 2 rows" in str(failure(address))


def test_busy_servers_are_asked_again(serve: Callable[..., tuple[str, list[object]]]) -> None:
    address, asked = serve(lambda r: send(r, 503), lambda r: send(r, 429), lambda r: send(r, 200, EMPTY, RESULTS))
    assert list(open_store(address).query(QUERY)) == []
    assert len(asked) == 3


def test_for_ever_busy_is_given_up(serve: Callable[..., tuple[str, list[object]]]) -> None:
    address, asked = serve(lambda request: send(request, 503, b"later"))
    assert "HTTP 503" in str(failure(address))
    assert len(asked) == http.TRIES


def test_a_malformed_query_is_not_sent(serve: Callable[..., tuple[str, list[object]]]) -> None:
    address, asked = serve(lambda request: send(request, 200, EMPTY, RESULTS))
    assert isinstance(failure(address, "SELECT {"), QueryError)
    assert asked == []


def test_virtuosos_table_for_ask_is_a_boolean(serve: Callable[..., tuple[str, list[object]]]) -> None:
    body = b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"type":"literal","value":"1"}}]}}'
    address, _ = serve(lambda request: send(request, 200, body, RESULTS))
    result = open_store(address).query("ASK { ?s ?p ?o }")
    assert isinstance(result, QueryBoolean)
    assert bool(result)


def test_one_document_is_one_request(serve: Callable[..., tuple[str, list[tuple[str, str, bytes]]]]) -> None:
    """Between a delete and an insert the document would be gone for everybody else."""
    address, asked = serve(lambda request: send(request, 204))
    graph = NamedNode(f"{BASE}document/one")
    quads = [Quad(NamedNode(f"a:{n}"), NamedNode("a:p"), Literal("o"), graph) for n in range(1000)]
    open_store(address).replace_graph(graph, quads)
    assert [(method, path.partition("?")[0]) for method, path, _ in asked] == [("PUT", "/sparql-graph-crud")]


def test_credentials_are_sent_when_asked_for(
    serve: Callable[..., tuple[str, list[object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_SPARQL_USER", "ann")
    monkeypatch.setenv("KG_SPARQL_PASSWORD", "secret")
    seen: list[str | None] = []

    def ask(request: BaseHTTPRequestHandler) -> None:
        seen.append(request.headers.get("Authorization"))
        if seen[-1] is None:
            send(request, 401, b"", WWW_Authenticate='Basic realm="kg"')
        else:
            send(request, 200, EMPTY, RESULTS)

    address, _ = serve(ask)
    assert list(open_store(address).query(QUERY)) == []
    assert seen[0] is None
    assert str(seen[1]).startswith("Basic ")


def test_reading_only_refuses_before_sending(serve: Callable[..., tuple[str, list[object]]]) -> None:
    address, asked = serve(lambda request: send(request, 204))
    with pytest.raises(StoreError, match="reading only"):
        open_store(address, read_only=True).remove_graph(NamedNode("a:g"))
    assert asked == []


def test_addresses_follow_from_the_querys(monkeypatch: pytest.MonkeyPatch) -> None:
    virtuoso = Endpoints.of("https://h/sparql", with_user=True)
    assert virtuoso == ("https://h/sparql", "https://h/sparql-auth", "https://h/sparql-graph-crud-auth")
    rdf4j = Endpoints.of("https://h/repositories/kg", with_user=False)
    assert rdf4j.update == "https://h/repositories/kg/statements"
    monkeypatch.setenv("KG_SPARQL_UPDATE", "https://h/elsewhere")
    assert Endpoints.of("https://h/ds/query", with_user=False).update == "https://h/elsewhere"
