"""Any SPARQL 1.1 endpoint: query, update, graph store protocol.

``https://host/sparql`` is the address for queries. Those for updates and for the graph store protocol follow from it as the
servers in wide use have them, unless ``KG_SPARQL_UPDATE`` and ``KG_SPARQL_GRAPHS`` name them:

- ``…/sparql`` (Virtuoso): ``…/sparql-auth`` and ``…/sparql-graph-crud-auth`` where there is a user, else without ``-auth``;
- ``…/query`` (Oxigraph, Fuseki): ``…/update`` and ``…/store``;
- ``…/repositories/NAME`` (RDF4J, GraphDB): ``…/statements`` and ``…/rdf-graphs/service``.

Only graphs under the store's base IRI count as its content: the server may hold much else. A graph is replaced in one
request while the server takes it whole (20,000 triples, 3 MB), a larger one in several. Credentials: see ``kg.stores.http``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import BinaryIO, NamedTuple, Self
from urllib.parse import urlencode

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from kg.errors import KGError, QueryError, StoreError, one_line
from kg.graph import prefixes
from kg.stores import Result, Term, check_writable
from kg.stores.http import Answer, Client, HttpError
from kg.stores.sparqltext import bind, query_error, with_prefixes

__all__ = ["Endpoints", "SparqlStore", "open_endpoint"]

PIECE = 20_000  # triples a request may carry; Virtuoso takes twice as many,
_MOST_BYTES = 3_000_000  # and breaks the connection at 4 MB
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.9"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_TURTLE = {"Content-Type": "text/turtle;charset=utf-8"}
_CUT = b'"truncated":true}'  # the end of what kg serve sends where it left rows out
_VIRTUOSO_ASK = "__ASK_RETVAL"  # the variable of the table that Virtuoso 7 answers ASK with
_BOOLEAN = {yes: f'{{"head": {{}}, "boolean": {str(yes).lower()}}}'.encode() for yes in (False, True)}
_LONGEST = 200  # characters of a server's explanation that are shown


class Endpoints(NamedTuple):
    """Where a server takes what."""

    query: str
    update: str
    graphs: str

    @classmethod
    def of(cls, address: str, *, with_user: bool) -> Endpoints:
        """The addresses that go with ``address``, that of queries.

        >>> Endpoints.of("http://localhost:7878/query", with_user=False).graphs
        'http://localhost:7878/store'
        """
        root, _, last = address.rstrip("/").rpartition("/")
        auth = "-auth" if with_user else ""
        if last == "query":
            found = f"{root}/update", f"{root}/store"
        elif root.endswith("/repositories"):
            found = f"{root}/{last}/statements", f"{root}/{last}/rdf-graphs/service"
        else:
            found = f"{root}/{last}{auth}", f"{root}/sparql-graph-crud{auth}"
        return cls(address, os.environ.get("KG_SPARQL_UPDATE") or found[0], os.environ.get("KG_SPARQL_GRAPHS") or found[1])


class SparqlStore:
    """A ``kg.stores.Store`` at the other end of a network."""

    def __init__(self, address: str, *, base: str, read_only: bool = False) -> None:
        self.spec, self.base, self.read_only = address, base, read_only
        self._client = Client(address)
        self._places = Endpoints.of(address, with_user=self._client.user is not None)
        self._prefixes = prefixes(base)

    # Reading

    def query(self, text: str, *, bindings: Mapping[str, Term | Iterable[Term]] | None = None) -> Result:
        """See ``kg.stores.Store.query``. The server's own limit on the number of rows is an error, never a short answer."""
        whole = with_prefixes(bind(text, bindings), self._prefixes)
        try:
            form = ox.Store().query(whole)  # servers explain syntax in many ways, and some run an update that comes as a query
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise query_error(error) from error
        return self._asked(whole, _TRIPLES if isinstance(form, QueryTriples) else _RESULTS)

    def _asked(self, text: str, accept: str = _RESULTS) -> Result:
        # union-default-graph is Oxigraph's; Virtuoso's default graph is the union already.
        fields = {"query": text, "union-default-graph": "true"}
        headers = _FORM | {"Accept": accept}
        answer = self._send("POST", self._places.query, urlencode(fields).encode(), headers, query=text)
        if answer.content_type in {_RESULTS, "application/json"}:
            return self._solutions(answer)
        return iter([quad.triple for quad in self._parsed(answer)])

    def _solutions(self, answer: Answer) -> Result:
        if answer.body.endswith(_CUT):
            raise self._cut(answer.headers.get("X-Row-Limit", "so many"), "rows")
        try:
            result = ox.parse_query_results(answer.body, QueryResultsFormat.JSON)
            if not isinstance(result, QuerySolutions):
                return result
            if [variable.value for variable in result.variables] == [_VIRTUOSO_ASK]:
                yes = any(isinstance(row[0], Literal) and row[0].value in {"1", "true"} for row in result)
                return ox.parse_query_results(_BOOLEAN[yes], QueryResultsFormat.JSON)
            self._check_whole(sum(1 for _ in result), answer.headers.get("X-SPARQL-MaxRows"), "rows")
            return ox.parse_query_results(answer.body, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError, OSError) as error:
            raise self._lied("SPARQL results", answer) from error

    def _parsed(self, answer: Answer) -> list[Quad]:
        kind = RdfFormat.from_media_type(answer.content_type)
        if kind is None or answer.content_type == "text/html":
            raise self._lied("SPARQL results or RDF", answer)
        try:
            found = list(ox.parse(answer.body, kind))
        except (SyntaxError, ValueError) as error:
            raise self._lied("RDF", answer) from error
        self._check_whole(len(found), answer.headers.get("X-Row-Limit"), "triples")  # as kg serve says it
        return found

    def _check_whole(self, count: int, limit: str | None, what: str) -> None:
        """Refuse as many as the server gives at most: there may be more."""
        if limit and limit.isdecimal() and 0 < int(limit) <= count:
            raise self._cut(limit, what)

    def _cut(self, limit: str, what: str) -> StoreError:
        return StoreError(self.spec, f"answers at most {limit} {what}", hint="ask for less, or raise the server's limit")

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """See ``kg.stores.Store.quads``."""
        if graph is not None and subject is predicate is value is None:
            yield from (Quad(s, p, o, graph) for s, p, o in self._graph(graph))
            return
        given = {"s": subject, "p": predicate, "o": value, "g": graph}
        terms = {name: str(term) if term is not None else f"?{name}" for name, term in given.items()}
        mine = "" if graph is not None else f"FILTER(STRSTARTS(STR(?g), {Literal(self.base)}))"
        text = f"SELECT * {{ GRAPH {terms['g']} {{ {terms['s']} {terms['p']} {terms['o']} }} {mine} }}"
        result = self._asked(text)
        if isinstance(result, QuerySolutions):
            unbound = [name for name, term in given.items() if term is None]
            for row in result:
                found = given | {name: row[name] for name in unbound}
                yield Quad(found["s"], found["p"], found["o"], found["g"])

    def graphs(self) -> list[NamedNode]:
        """See ``kg.stores.Store.graphs``."""
        mine = f"FILTER(STRSTARTS(STR(?g), {Literal(self.base)}))"
        result = self._asked(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} {mine} }}")
        found = [row["g"] for row in result] if isinstance(result, QuerySolutions) else []
        return sorted((graph for graph in found if isinstance(graph, NamedNode)), key=lambda graph: graph.value)

    def dump(self, out: BinaryIO, *, graph: NamedNode | None = None) -> None:
        """See ``kg.stores.Store.dump``; one graph at a time is in memory."""
        for name in self.graphs() if graph is None else [graph]:
            end = f" {name} .\n" if graph is None else " .\n"
            out.write("".join(f"{triple}{end}" for triple in self._graph(name)).encode())

    def dump_triples(self, out: BinaryIO) -> None:
        """See ``kg.stores.Store.dump_triples``."""
        for name in self.graphs():
            self.dump(out, graph=name)

    def _graph(self, graph: NamedNode) -> Iterator[ox.Triple]:
        try:
            answer = self._client.send("GET", self._graph_address(graph), headers={"Accept": _TRIPLES})
        except HttpError as error:
            if error.status == 404:
                return
            raise self._refused(error) from error
        yield from (quad.triple for quad in self._parsed(answer))

    def __len__(self) -> int:
        mine = f"FILTER(STRSTARTS(STR(?g), {Literal(self.base)}))"
        result = self._asked(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {mine} }}")
        row = next(result) if isinstance(result, QuerySolutions) else None
        count = row["n"] if row else None
        return int(count.value) if isinstance(count, Literal) else 0

    # Writing

    def update(self, text: str) -> None:
        """See ``kg.stores.Store.update``; whether several operations are one transaction is up to the server."""
        check_writable(self)
        whole = with_prefixes(text, self._prefixes)
        headers = {"Content-Type": "application/sparql-update;charset=utf-8", "Accept": "*/*"}
        self._send("POST", self._places.update, whole.encode(), headers, query=text)

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """See ``kg.stores.Store.replace_graph``: one request, for up to 20,000 triples; a larger graph grows by pieces."""
        check_writable(self)
        pieces = _pieces(quads)
        first = next(pieces, None)
        if first is None:
            self.remove_graph(graph)
            return
        self._send("PUT", self._graph_address(graph), first, _TURTLE)
        self._post(graph, pieces)

    def remove_graph(self, graph: NamedNode) -> None:
        """See ``kg.stores.Store.remove_graph``."""
        check_writable(self)
        try:
            self._client.send("DELETE", self._graph_address(graph), headers={"Accept": "*/*"})
        except HttpError as error:
            if error.status != 404:
                raise self._refused(error) from error

    def load(self, quads: Iterable[Quad]) -> None:
        """See ``kg.stores.Store.load``; quads of one graph that come together go together."""
        check_writable(self)
        for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
            if not isinstance(graph, NamedNode):
                raise StoreError(self.spec, "takes named graphs only")
            self._post(graph, _pieces(group))

    def _post(self, graph: NamedNode, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self._send("POST", self._graph_address(graph), piece, _TURTLE)

    def close(self) -> None:
        """See ``kg.stores.Store.close``: nothing is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # The wire

    def _graph_address(self, graph: NamedNode) -> str:
        return f"{self._places.graphs}?{urlencode({'graph': graph.value})}"

    def _send(self, method: str, url: str, body: bytes, headers: Mapping[str, str], *, query: str | None = None) -> Answer:
        try:
            return self._client.send(method, url, body=body, headers={"Accept": "*/*"} | dict(headers))
        except HttpError as error:
            raise self._refused(error, query) from error

    def _refused(self, error: HttpError, query: str | None = None) -> KGError:
        said = _first_line(error.body)
        if query is not None and error.status == 400:
            return QueryError(self.spec, f"refuses the query: {said}")
        if error.status in {401, 403}:
            hint = "set KG_SPARQL_USER and KG_SPARQL_PASSWORD" if self._client.user is None else "check user and rights"
            return StoreError(self.spec, "refuses access", hint=hint)
        if error.status in {404, 405}:
            return StoreError(self.spec, f"is no SPARQL endpoint (HTTP {error.status})", hint="check the address")
        return StoreError(self.spec, f"fails with HTTP {error.status}: {said}")

    def _lied(self, expected: str, answer: Answer) -> StoreError:
        return StoreError(self.spec, f"sent {answer.content_type} that is no {expected}", hint="is it a SPARQL endpoint?")


def open_endpoint(spec: str, *, read_only: bool = False, base: str) -> SparqlStore:
    """The endpoint at the address ``spec``; nothing is asked of it yet."""
    return SparqlStore(spec, base=base, read_only=read_only)


def _pieces(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The triples of ``quads`` as N-Triples, in pieces that one request can carry."""
    lines: list[bytes] = []
    size = 0
    for quad in quads:
        line = f"{quad.triple} .\n".encode()
        if lines and (len(lines) == PIECE or size + len(line) > _MOST_BYTES):
            yield b"".join(lines)
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield b"".join(lines)


def _first_line(body: str) -> str:
    return one_line(body, _LONGEST) or "no explanation"
