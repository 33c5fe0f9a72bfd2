"""One worker process: reads a graph, answers one job after another, may be killed at any moment.

``python -m kg.serve.worker SPEC MEMORY`` reads jobs from standard input, a JSON object a line, and writes frames to standard
output: a letter, four bytes of length, the content. ``H`` is a JSON header and comes first, ``D`` a piece of the answer, ``E``
its end, ``X`` a JSON error instead of a header or in the middle.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import KGError, UnknownNameError
from kg.graph import prefixes
from kg.serve.pages import editor_questions, node_page, node_triples
from kg.serve.querytext import federates, names_graphs
from kg.serve.results import boolean, solutions, write_triples
from kg.stores import Store, open_store

__all__ = ["main"]

_PIECE = 1 << 16  # bytes of a D frame


class _JobError(Exception):
    """A job that cannot be done: ``kind`` is what the server makes an HTTP status of."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(message)


class _Frames:
    """Collects an answer and sends it piece by piece; a file as far as serializers need one."""

    def __init__(self, out: BinaryIO) -> None:
        self.out, self.waiting = out, bytearray()

    def send(self, letter: bytes, content: bytes = b"") -> None:
        self.out.write(letter + struct.pack(">I", len(content)) + content)
        if letter != b"D":
            self.out.flush()

    def header(self, **values: object) -> None:
        self.send(b"H", json.dumps(values).encode())

    def write(self, content: bytes) -> int:
        self.waiting += content
        if len(self.waiting) >= _PIECE:
            self.flush()
        return len(content)

    def flush(self) -> None:
        if self.waiting:
            self.send(b"D", bytes(self.waiting))
            self.waiting.clear()

    def close(self) -> None:
        self.flush()
        self.send(b"E")


class _Graph:
    """The graph at ``spec`` as it is now: opened again when a build has published another."""

    def __init__(self, spec: str) -> None:
        self.spec, self.version = spec, ""
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        version = _version(self.spec)
        if self._store is None or version != self.version:
            if self._store is not None:
                self._store.close()
            self._store, self.version = open_store(self.spec, read_only=True), version
        return self._store


def _version(spec: str) -> str:
    """Something that changes whenever the graph does."""
    place = Path(spec)
    for name in ("graph.json", "CURRENT"):
        with suppress(OSError):
            found = (place / name).stat()
            return f"{found.st_mtime_ns}-{found.st_ino}-{(place / name).read_text(encoding='utf-8', errors='replace')}"
    return "fixed"


def _query(graph: _Graph, job: dict[str, Any], out: _Frames) -> None:
    if federates(job["query"]):
        raise _JobError("refused", "SERVICE is not allowed here: this server asks no other")
    result = _evaluated(graph.store, job)
    if hasattr(result, "variables"):
        names = [variable.value for variable in result.variables]
        _need(job, "results")
        out.header(answer="results")
        rows = ([row[name] for name in names] for row in result)
        for part in solutions(names, rows, job["results"], limit=job["limit"]):
            out.write(part.encode())
    elif isinstance(result, (bool, ox.QueryBoolean)):
        _need(job, "results")
        out.header(answer="results")
        out.write(boolean(bool(result), job["results"]).encode())
    else:
        _need(job, "rdf")
        out.header(answer="rdf")
        write_triples(result, out, job["rdf"], limit=job["limit"], prefixes=prefixes(graph.store.base))


def _need(job: dict[str, Any], kind: str) -> None:
    if not job[kind]:
        raise _JobError("not acceptable", "none of the accepted media types can hold this query's result")


def _evaluated(store: Any, job: dict[str, Any]) -> Any:
    """The result; over the union of all graphs unless the protocol request names a data set."""
    default = [ox.NamedNode(iri) for iri in job["default_graphs"]]
    named = [ox.NamedNode(iri) for iri in job["named_graphs"]]
    if not default and not named and not names_graphs(job["query"]):
        return store.query(job["query"])
    if not hasattr(store, "oxigraph"):
        raise _JobError("refused", "this server's graph is an endpoint elsewhere: only the union of its graphs can be asked")
    options: dict[str, Any] = {"default_graph": default, "named_graphs": named} if default or named else {}
    return store.oxigraph.query(job["query"], prefixes=prefixes(store.base), **options)


def _explorer(graph: _Graph, job: dict[str, Any], out: _Frames) -> None:
    from kg.view import render_html  # noqa: PLC0415 — pyvis and igraph, for the explorer alone

    store = graph.store
    if job["known"] == graph.version:
        out.header(unchanged=True, version=graph.version)
        return
    page = render_html(store, title=job["title"], live=True)
    out.header(unchanged=False, version=graph.version)
    out.write(page.encode())


def _node(graph: _Graph, job: dict[str, Any], out: _Frames) -> None:
    triples = node_triples(graph.store, job["iri"])
    if not triples:
        raise _JobError("not found", f"the graph says nothing of <{job['iri']}>")
    out.header(answer="html" if job["format"] == "html" else "rdf")
    if job["format"] == "html":
        out.write(node_page(graph.store, job["iri"], triples).encode())
    else:
        write_triples(triples, out, job["format"], limit=job["limit"], prefixes=prefixes(graph.store.base))


def _questions(graph: _Graph, job: dict[str, Any], out: _Frames) -> None:
    out.header(answer="json")
    out.write(json.dumps(editor_questions(graph.store, job["name"], job["parameters"])).encode())


_JOBS: dict[str, Callable[[_Graph, dict[str, Any], _Frames], None]] = {
    "query": _query,
    "explorer": _explorer,
    "node": _node,
    "questions": _questions,
}


def main(spec: str, memory: int) -> None:
    """Answer jobs until standard input ends; ``memory`` is in MB, 0 for no limit."""
    if memory:
        resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between frames
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    graph = _Graph(spec)
    for line in source:
        out = _Frames(sink)
        try:
            job = json.loads(line)
            _JOBS[job["job"]](graph, job, out)
            out.close()
        except Exception as error:
            kind, message = _explained(error)
            out.send(b"X", json.dumps({"kind": kind, "message": message}).encode())


def _end_with(parent: int) -> None:
    """Leave no query running for a server that is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _explained(error: Exception) -> tuple[str, str]:
    if isinstance(error, _JobError):
        return error.kind, str(error)
    if isinstance(error, UnknownNameError):
        return "not found", str(error)
    if isinstance(error, (KGError, SyntaxError, ValueError)):
        return "bad query", " ".join(str(error).split())
    return "failed", f"{type(error).__name__}: {' '.join(str(error).split())}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
