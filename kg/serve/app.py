"""The web application: which address answers what, and how failures become HTTP statuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.ids import BASE
from kg.serve.description import describe
from kg.serve.negotiation import HTML, RDF_TYPES, RESULT_TYPES, negotiate
from kg.serve.pages import ASSETS, editor_page
from kg.serve.pool import Answer, JobError, WorkerPool
from kg.serve.protocol import ProtocolError, SparqlRequest, read_request

__all__ = ["Limits", "create_app"]

STATUSES = {
    "bad query": 400,
    "refused": 403,
    "not found": 404,
    "not acceptable": 406,
    "failed": 500,
    "busy": 503,
    "timeout": 503,
}
_KINDS = "actor|concept|person|statement|document|cooccurrence|publisher|activity|graph|software"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ASSETS = {"site.css": "text/css", "editor.js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What the server spends on others."""

    seconds: float = 30.0  # one query's time, and how long one waits for a free worker
    rows: int = 100_000  # of a result; triples of a CONSTRUCT
    workers: int = 4  # queries that run at the same time, each in a process
    memory: int = 1024  # MB of one worker; 0 for no limit
    body: int = 1_000_000  # bytes of a request's body
    page_seconds: float = 300.0  # making the explorer page of a large graph


def create_app(
    graph: str,
    *,
    title: str = "Policy statements",
    base: str = BASE,
    limits: Limits | None = None,
    hosts: tuple[str, ...] = ("*",),
) -> Starlette:
    """The application on ``graph``, a folder made by ``kg build``. It writes nothing.

    ``base`` is the IRI under which the graph's own names can be looked up by their path. ``hosts`` are the host names that
    requests may be for: naming them keeps a web page elsewhere from reading a server on this machine by a name of its own.
    """
    server = _Server(graph, title, base, limits or Limits())
    return Starlette(
        routes=[
            Route("/", server.explorer),
            Route("/query", server.editor),
            Route("/sparql", server.sparql, methods=["GET", "POST"]),
            Route("/questions/{name}", server.question),
            Route("/assets/{name}", server.asset),
            Route("/node", server.node),
            *(Route(f"/{kind}/{{rest:path}}", server.named) for kind in _KINDS.split("|")),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)), Middleware(_SafeHeaders)],
        exception_handlers={JobError: _job_failed, ProtocolError: _protocol_failed},  # type: ignore[dict-item]
        lifespan=server.lifespan,
    )


class _Server:
    """The handlers and what they share."""

    def __init__(self, graph: str, title: str, base: str, limits: Limits) -> None:
        self.title, self.base, self.limits = title, base, limits
        self.pool = WorkerPool(graph, size=limits.workers, seconds=limits.seconds, memory=limits.memory)
        self.page: tuple[str, bytes] = ("", b"")  # version of the graph, its explorer

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        await self.pool.start()
        yield
        await self.pool.stop()

    async def explorer(self, request: Request) -> Response:
        job = {"job": "explorer", "known": self.page[0], "title": self.title}
        async with self.pool.run(job, seconds=self.limits.page_seconds) as answer:
            content = await answer.all()
            if not answer.header["unchanged"]:
                self.page = (answer.header["version"], content)
        # The page brings its own policy, which allows its own scripts alone.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'", "Cache-Control": "no-cache"}
        return Response(self.page[1], media_type=HTML, headers=headers)

    async def editor(self, request: Request) -> Response:
        return Response(editor_page(), media_type=HTML)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _ASSETS:
            return PlainTextResponse("no such file\n", 404)
        return Response((ASSETS / name).read_bytes(), media_type=_ASSETS[name])

    async def question(self, request: Request) -> Response:
        job = {"job": "questions", "name": request.path_params["name"], "parameters": dict(request.query_params)}
        async with self.pool.run(job) as answer:
            return Response(await answer.all(), media_type="application/json")

    async def sparql(self, request: Request) -> Response:
        asked = await read_request(request, self.limits.body)
        accept = _accept(request.headers)
        if asked is None:
            return _negotiated(describe(str(request.url.replace(query=""))), accept)
        return await self._stream(self._query_job(asked, accept), accept)

    def _query_job(self, asked: SparqlRequest, accept: str) -> dict[str, Any]:
        results, rdf = negotiate(accept, list(RESULT_TYPES)), negotiate(accept, list(RDF_TYPES))
        return {
            "job": "query",
            "query": asked.query,
            "default_graphs": asked.default_graphs,
            "named_graphs": asked.named_graphs,
            "limit": self.limits.rows,
            "results": RESULT_TYPES[results] if results else None,
            "rdf": RDF_TYPES[rdf] if rdf else None,
        }

    async def node(self, request: Request) -> Response:
        return await self._node_page(request, request.query_params.get("iri", ""))

    async def named(self, request: Request) -> Response:
        # The path as it was sent: names are percent-encoded in IRIs as well.
        return await self._node_page(request, self.base + request.scope["raw_path"].decode("ascii", "replace").lstrip("/"))

    async def _node_page(self, request: Request, iri: str) -> Response:
        accept = _accept(request.headers)
        media = negotiate(accept, [HTML, *RDF_TYPES])
        if media is None:
            return PlainTextResponse(f"can be had as {HTML}, {', '.join(RDF_TYPES)}\n", 406)
        job = {"job": "node", "iri": iri, "format": RDF_TYPES.get(media, "html"), "limit": self.limits.rows}
        return await self._stream(job, accept, media)

    async def _stream(self, job: dict[str, Any], accept: str, media: str | None = None) -> Response:
        """The job's answer, sent as it comes. Its first piece is awaited, so that what fails early has a proper status."""
        stack = AsyncExitStack()
        try:
            answer: Answer = await stack.enter_async_context(self.pool.run(job))
            pieces = answer.pieces()
            first = await anext(pieces, b"")
        except BaseException:
            await stack.aclose()
            raise

        offers = RDF_TYPES if answer.header.get("answer") == "rdf" else RESULT_TYPES
        media = media or negotiate(accept, list(offers))
        rows = str(self.limits.rows)  # CSV, TSV and RDF have no place for a note; Virtuoso's clients know the second
        headers = {"Vary": "Accept", "X-Row-Limit": rows, "X-SPARQL-MaxRows": rows}
        return _JobResponse(first, pieces, stack, media_type=media, headers=headers)


class _JobResponse(StreamingResponse):
    """Streams an answer and gives its worker back, also when the client leaves in the middle."""

    def __init__(self, first: bytes, pieces: AsyncIterator[bytes], stack: AsyncExitStack, **options: Any) -> None:
        super().__init__(_chain(first, pieces), **options)
        self.stack = stack

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self.stack.aclose()


async def _chain(first: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in pieces:
        yield piece


def _accept(headers: Headers) -> str:
    return ",".join(headers.getlist("accept")) or "*/*"


def _negotiated(triples: list[Any], accept: str) -> Response:
    import pyoxigraph as ox  # noqa: PLC0415

    from kg.serve.results import RDF_FORMATS  # noqa: PLC0415

    media = negotiate(accept, list(RDF_TYPES)) or "text/turtle"
    return Response(ox.serialize(triples, format=RDF_FORMATS[RDF_TYPES[media]]), media_type=media)


async def _job_failed(request: Request, error: JobError) -> Response:
    headers = {"Retry-After": "5"} if error.kind in {"busy", "timeout"} else None
    return PlainTextResponse(f"{error}\n", STATUSES.get(error.kind, 500), headers)


async def _protocol_failed(request: Request, error: ProtocolError) -> Response:
    return PlainTextResponse(f"{error}\n", error.status)


class _SafeHeaders:
    """Headers that every answer has."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                for name, value in _SAFE:
                    if name not in given:
                        message["headers"].append((name, value))
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


_SAFE = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
