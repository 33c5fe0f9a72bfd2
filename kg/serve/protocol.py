"""The SPARQL 1.1 Protocol's query operation as HTTP requests carry it."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.requests import Request

__all__ = ["ProtocolError", "SparqlRequest", "read_request"]


class ProtocolError(Exception):
    """A request that is no query operation; ``status`` is what HTTP says of it."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class SparqlRequest:
    """One query operation."""

    query: str
    default_graphs: list[str] = field(default_factory=list)
    named_graphs: list[str] = field(default_factory=list)


async def read_request(request: Request, limit: int) -> SparqlRequest | None:
    """The query operation in ``request``, or None for a GET without any, which asks for the service description.

    Raises:
        ProtocolError: it is an update, malformed, of a media type that the protocol does not have, or above ``limit`` bytes.
    """
    parameters = list(request.query_params.multi_items())
    if request.method == "POST":
        media = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if media == "application/x-www-form-urlencoded":
            parameters += _form(await _body(request, limit))
        elif media == "application/sparql-query":
            parameters.append(("query", await _body(request, limit)))
        elif media == "application/sparql-update":
            raise ProtocolError(403, "this server is read-only")
        else:
            raise ProtocolError(415, "send application/sparql-query or application/x-www-form-urlencoded")
    return _operation(parameters, needed=request.method == "POST")


def _operation(parameters: list[tuple[str, str]], *, needed: bool) -> SparqlRequest | None:
    def values(name: str) -> list[str]:
        return [value for key, value in parameters if key == name]

    if values("update"):
        raise ProtocolError(403, "this server is read-only")
    queries = values("query")
    if not queries and not needed:
        return None
    if len(queries) != 1:
        raise ProtocolError(400, f"expected one parameter named query, found {len(queries)}")
    return SparqlRequest(queries[0], values("default-graph-uri"), values("named-graph-uri"))


def _form(body: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=100)
    except ValueError as error:
        raise ProtocolError(400, f"the form cannot be read: {error}") from error


async def _body(request: Request, limit: int) -> str:
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > limit:
            raise ProtocolError(413, f"a request may have {limit:,} bytes")
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the body is not UTF-8") from error
