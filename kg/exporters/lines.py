"""A store's quads as lines of N-Quads and N-Triples, sorted by code point in bounded memory."""

from __future__ import annotations

import heapq
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import BinaryIO

from kg.graph import RDF
from kg.stores import Store

__all__ = [
    "graph_and_triple",
    "reified",
    "sorted_lines",
    "sorted_triples",
    "split_quad",
    "write_nquads",
    "write_nquads_12",
    "write_ntriples",
]

RUN_BYTES = 64 * 2**20  # of lines sorted at once; about as much again is used for the list that holds them
_GRAPH = re.compile(rb'(?:<[^<>"{}|^`\\\x00-\x20]*>|_:[^\s<>"]+)')  # what can name a graph at a line's end
_SUBJECT, _PREDICATE, _OBJECT, _REIFIES = (f"<{RDF}{name}>".encode() for name in ("subject", "predicate", "object", "reifies"))
_BATCH = 4096  # lines joined into one write


def sorted_lines(store: Store, key: Callable[[bytes], bytes] | None = None) -> Iterator[bytes]:
    """The N-Quads lines of ``store``, each passed through ``key`` if given, sorted by code point, each once."""
    return _sorted(store.dump, key)


def sorted_triples(store: Store) -> Iterator[bytes]:
    """The N-Triples lines of the union of the graphs, sorted by code point, each once."""
    return _sorted(store.dump_triples)


def _sorted(dump: Callable[[BinaryIO], None], key: Callable[[bytes], bytes] | None = None) -> Iterator[bytes]:
    """What ``dump`` writes. Lines that do not fit in memory are sorted in runs, kept in temporary files and merged."""
    with tempfile.TemporaryFile() as file, ExitStack() as stack:
        dump(file)
        file.seek(0)
        runs: list[Iterable[bytes]] = []
        while lines := file.readlines(RUN_BYTES):
            run = sorted(set(map(key, lines) if key else lines))
            if not runs and not file.peek(1):
                yield from run
                return
            runs.append(_spilled(run, stack))
            del lines, run
        yield from _distinct(heapq.merge(*runs))


def _spilled(run: list[bytes], stack: ExitStack) -> BinaryIO:
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 — the stack closes it
    file.writelines(run)
    file.seek(0)
    return file


def _distinct(lines: Iterable[bytes]) -> Iterator[bytes]:
    last = None
    for line in lines:
        if line != last:
            yield line
        last = line


def split_quad(line: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Subject, predicate, object and graph of an N-Quads line; an empty graph is the default graph.

    >>> split_quad(b'<a:s> <a:p> "x <y>"@en <a:g> .\\n')
    (b'<a:s>', b'<a:p>', b'"x <y>"@en', b'<a:g>')
    >>> split_quad(b'<a:s> <a:p> <a:o> .\\n')
    (b'<a:s>', b'<a:p>', b'<a:o>', b'')
    """
    subject, predicate, rest = line.rstrip(b" .\n").split(b" ", 2)
    value, space, graph = rest.rpartition(b" ")
    if space and _GRAPH.fullmatch(graph):
        return subject, predicate, value, graph
    return subject, predicate, rest, b""


def graph_and_triple(line: bytes) -> bytes:
    """An N-Quads line with its graph at the front, so that sorting groups by graph; the default graph is ``<>``.

    >>> graph_and_triple(b'<a:s> <a:p> "o" <a:g> .\\n')
    b'<a:g> <a:s> <a:p> "o"\\n'
    """
    subject, predicate, value, graph = split_quad(line)
    return b"%b %b %b %b\n" % (graph or b"<>", subject, predicate, value)


def reified(lines: Iterable[bytes], *, graph_first: bool = False) -> Iterator[bytes]:
    """The same sorted lines, with ``rdf:reifies <<( actor relation concept )>>`` for each statement that has all three.

    Lines are N-Quads, or ``graph_and_triple``'s. What a statement reifies is not asserted by it (RDF 1.2).
    """
    count = 2 if graph_first else 1
    for _, group in groupby(lines, key=lambda line: line.split(b" ", count)[:count]):
        own = list(group)
        parts: dict[tuple[bytes, bytes], bytes] = {}  # (predicate, graph) → value
        subject = b""
        for line in own:
            if graph_first:
                graph, subject, predicate, value = line.rstrip(b"\n").split(b" ", 3)
            else:
                subject, predicate, value, graph = split_quad(line)
            parts[predicate, graph] = value
        for graph in {graph for _, graph in parts}:
            triple = [parts.get((name, graph)) for name in (_SUBJECT, _PREDICATE, _OBJECT)]
            if None not in triple:
                term = b"<<( %b )>>" % b" ".join(part for part in triple if part)
                if graph_first:
                    own.append(b"%b %b %b %b\n" % (graph, subject, _REIFIES, term))
                else:
                    own.append(b"%b %b %b%b .\n" % (subject, _REIFIES, term, b" " + graph if graph else b""))
        yield from sorted(own)


def write_nquads_12(store: Store, out: BinaryIO) -> None:
    """``write_nquads`` in RDF 1.2: every statement reifies its triple."""
    _write(reified(sorted_lines(store)), out)


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Write the quads sorted by subject, predicate, object, graph."""
    _write(sorted_lines(store), out)


def write_ntriples(store: Store, out: BinaryIO) -> None:
    """Write the union of the graphs, each triple once."""
    _write(sorted_triples(store), out)


def _write(lines: Iterator[bytes], out: BinaryIO) -> None:
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            out.write(b"".join(batch))
            batch.clear()
    out.write(b"".join(batch))
