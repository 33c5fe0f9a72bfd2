"""JSON-LD 1.1: one object a node in each graph, names shortened by a context that the file carries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, BinaryIO

from kg.exporters.lines import graph_and_triple, sorted_lines
from kg.exporters.ntriples import literal_parts
from kg.graph import RDF, XSD, prefixes
from kg.stores import Store

__all__ = ["context", "write_jsonld"]

_TYPE = f"{RDF}type"


def context(base: str) -> dict[str, Any]:
    """The JSON-LD context of a graph under ``base``: its prefixes."""
    return {"@version": 1.1} | dict(sorted(prefixes(base).items()))


def write_jsonld(store: Store, out: BinaryIO) -> None:
    """Write every graph with its nodes; keys and values sorted."""
    head = json.dumps(context(store.base), ensure_ascii=False, sort_keys=True)
    out.write(f'{{"@context": {head},\n"@graph": ['.encode())
    first = True
    shorten = _Shortener(prefixes(store.base))
    for graph, lines in groupby(sorted_lines(store, graph_and_triple), key=lambda line: line.partition(b" ")[0]):
        nodes = _nodes((line.decode().partition(" ")[2] for line in lines), shorten)
        named = graph != b"<>"
        if named:
            out.write(f'{"" if first else ","}\n{{"@id": {_json(shorten(graph.decode()[1:-1]))}, "@graph": ['.encode())
            first = True
        for node in nodes:
            out.write(f"{'' if first else ','}\n  {node}".encode())
            first = False
        out.write(b"]}" if named else b"")
        first = False
    out.write(b"\n]}\n")


class _Shortener:
    """IRI → compact IRI, where reading it back with the context gives the same IRI."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self._prefix_of = {space: name for name, space in namespaces.items()}

    def __call__(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        name = self._prefix_of.get(iri[:cut])
        return f"{name}:{iri[cut:]}" if name and cut < len(iri) else iri


def _nodes(lines: Iterator[str], shorten: _Shortener) -> Iterator[str]:
    """The nodes of one graph as JSON; ``lines`` are sorted triples without the closing dot."""
    for subject, group in groupby((line.rstrip("\n").split(" ", 2) for line in lines), key=lambda parts: parts[0]):
        node: dict[str, Any] = {"@id": _name(subject, shorten)}
        for _, predicate, value in group:
            if predicate[1:-1] == _TYPE and value.startswith("<"):
                node.setdefault("@type", []).append(shorten(value[1:-1]))
            else:
                node.setdefault(shorten(predicate[1:-1]), []).append(_value(value, shorten))
        yield _json(node)


def _value(term: str, shorten: _Shortener) -> Any:
    parts = literal_parts(term)
    if parts is None:
        return {"@id": _name(term, shorten)}
    if parts.language:
        return {"@value": parts.value, "@language": parts.language}
    if parts.datatype in {None, f"{XSD}string"}:
        return parts.value
    return {"@value": parts.value, "@type": shorten(parts.datatype or "")}


def _name(term: str, shorten: _Shortener) -> str:
    return shorten(term[1:-1]) if term.startswith("<") else term


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
