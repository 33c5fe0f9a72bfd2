"""Turtle and TriG: prefixed, grouped by subject, one predicate a line, so that two versions differ in few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import BinaryIO

from pyoxigraph import Triple

from kg.exporters.lines import graph_and_triple, reified, sorted_lines, sorted_triples
from kg.graph import RDF, XSD, prefixes
from kg.stores import Store

__all__ = ["TurtleTerms", "triples_to_turtle", "write_trig", "write_trig_12", "write_turtle"]

_TYPE = f"<{RDF}type>"
_LOCAL = re.compile(r"(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9_-]|%[0-9A-Fa-f]{2}|\.(?=[A-Za-z0-9_%-]))*")
_PLAIN = {  # datatype whose canonical forms Turtle writes bare → those forms
    f"<{XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"<{XSD}boolean>": re.compile(r"true|false"),
}
_MOST_KEPT = 200_000  # shortened terms kept for the next time


class TurtleTerms:
    """Shortens N-Triples terms by ``namespaces`` (prefix → namespace)."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self.namespaces = dict(sorted(namespaces.items()))
        self._prefix_of = {space: name for name, space in self.namespaces.items()}
        self._kept: dict[str, str] = {}

    def header(self) -> str:
        """The declarations of all prefixes, sorted."""
        return "".join(f"@prefix {name}: <{space}> .\n" for name, space in self.namespaces.items())

    def __call__(self, term: str) -> str:
        """The term as Turtle writes it."""
        short = self._kept.get(term)
        if short is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            short = self._kept[term] = self._shortened(term)
        return short

    def _shortened(self, term: str) -> str:
        if term.startswith("<<( "):
            return f"<<( {' '.join(map(self, term[4:-4].split(' ', 2)))} )>>"
        if term.startswith("<"):
            return self._iri(term)
        if term.startswith('"') and term.endswith(">"):
            lexical, _, datatype = term.rpartition("^^")
            pattern = _PLAIN.get(datatype)
            if pattern and pattern.fullmatch(lexical[1:-1]):
                return lexical[1:-1]
            return f"{lexical}^^{self(datatype)}"
        return term

    def _iri(self, term: str) -> str:
        iri = term[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        name = self._prefix_of.get(iri[:cut])
        return f"{name}:{iri[cut:]}" if name is not None and _LOCAL.fullmatch(iri, cut) else term


def write_turtle(store: Store, out: BinaryIO) -> None:
    """Write the union of the graphs, each triple once."""
    write = TurtleTerms(prefixes(store.base))
    out.write(write.header().encode())
    for block in _blocks(sorted_triples(store), write, ""):
        out.write(block.encode())


def write_trig(store: Store, out: BinaryIO) -> None:
    """Write every graph, sorted by name; the default graph, if it holds anything, comes first."""
    _write_graphs(store, sorted_lines(store, graph_and_triple), out)


def write_trig_12(store: Store, out: BinaryIO) -> None:
    """``write_trig`` in RDF 1.2: every statement reifies its triple."""
    _write_graphs(store, reified(sorted_lines(store, graph_and_triple), graph_first=True), out)


def _write_graphs(store: Store, quads: Iterable[bytes], out: BinaryIO) -> None:
    write = TurtleTerms(prefixes(store.base))
    out.write(write.header().encode())
    for graph, lines in groupby(quads, key=lambda line: line.partition(b" ")[0]):
        triples = (line.partition(b" ")[2] for line in lines)
        named = graph != b"<>"
        out.write(f"\n{write(graph.decode())} {{\n".encode() if named else b"")
        for block in _blocks(triples, write, "  " if named else ""):
            out.write(block.encode())
        out.write(b"}\n" if named else b"")


def triples_to_turtle(triples: Iterable[Triple], *, base: str) -> str:
    """What CONSTRUCT found, as Turtle with the prefixes it uses."""
    write = TurtleTerms(prefixes(base))
    body = "".join(_blocks((f"{triple} .\n".encode() for triple in sorted({str(triple) for triple in triples})), write, ""))
    used = {name: space for name, space in write.namespaces.items() if f"{name}:" in body}
    return TurtleTerms(used).header() + body


def _blocks(lines: Iterable[bytes], write: TurtleTerms, indent: str) -> Iterator[str]:
    """One block of Turtle for each subject; ``lines`` are sorted triples with or without the closing dot."""
    subject = ""
    rows: list[tuple[str, str]] = []
    for line in lines:
        own, predicate, value = line.decode().rstrip(" .\n").split(" ", 2)
        if own != subject:
            if rows:
                yield _block(subject, rows, write, indent)
            subject, rows = own, []
        rows.append((predicate, value))
    if rows:
        yield _block(subject, rows, write, indent)


def _block(subject: str, rows: list[tuple[str, str]], write: TurtleTerms, indent: str) -> str:
    rows.sort(key=lambda row: row[0] != _TYPE)  # stable: the rest stays sorted
    parts = []
    last = ""
    for predicate, value in rows:
        if predicate == last:
            parts.append(f",\n{indent}        {write(value)}")
        else:
            verb = "a" if predicate == _TYPE else write(predicate)
            parts.append(f"{' ;' if last else ''}\n{indent}    {verb} {write(value)}" if last else f" {verb} {write(value)}")
            last = predicate
    return f"\n{indent}{write(subject)}{''.join(parts)} .\n"
