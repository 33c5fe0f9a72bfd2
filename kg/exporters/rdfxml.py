"""RDF/XML: the union of the graphs, one description a node, written as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.errors import UnsupportedError
from kg.exporters.lines import sorted_triples
from kg.exporters.ntriples import literal_parts
from kg.graph import prefixes
from kg.stores import Store

__all__ = ["write_rdfxml"]

_LOCAL = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_rdfxml(store: Store, out: BinaryIO) -> None:
    """Write the triples.

    Raises:
        UnsupportedError: RDF/XML cannot hold one of them: a control character, a predicate without an XML name, a triple term.
    """
    spaces = dict(sorted(prefixes(store.base).items()))
    declared = "".join(f"\n    xmlns:{name}={quoteattr(space)}" for name, space in spaces.items())
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    names = {space: name for name, space in spaces.items()}
    for block in _blocks(sorted_triples(store), names):
        out.write(block.encode())
    out.write(b"</rdf:RDF>\n")


def _blocks(lines: Iterable[bytes], names: dict[str, str]) -> Iterator[str]:
    triples = (line.decode().rstrip(" .\n").split(" ", 2) for line in lines)
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        properties = "".join(f"    {_property(predicate, value, names)}\n" for _, predicate, value in group)
        yield f"  <rdf:Description {_node(subject, 'about')}>\n{properties}  </rdf:Description>\n"


def _property(predicate: str, value: str, names: dict[str, str]) -> str:
    iri = predicate[1:-1]
    found = _LOCAL.search(iri)
    if found is None:
        raise UnsupportedError(f"RDF/XML cannot name the predicate {predicate}: choose another format")
    space, local = iri[: found.start()], found[0]
    known = names.get(space)
    tag, declared = (f"{known}:{local}", "") if known else (f"ns:{local}", f" xmlns:ns={quoteattr(space)}")
    if not value.startswith('"'):
        return f"<{tag}{declared} {_node(value, 'resource')}/>"
    parts = literal_parts(value)
    if parts is None or _NO_XML.search(parts.value):
        raise UnsupportedError(f"RDF/XML cannot hold the value {value[:60]}: choose another format")
    kind = f' xml:lang="{parts.language}"' if parts.language else ""
    kind += f" rdf:datatype={quoteattr(parts.datatype)}" if parts.datatype else ""
    return f"<{tag}{declared}{kind}>{escape(parts.value, {chr(13): '&#13;'})}</{tag}>"


def _node(term: str, role: str) -> str:
    if term.startswith("<<"):
        raise UnsupportedError("RDF/XML cannot hold a triple term: choose another format")
    if term.startswith("_:"):
        return f"rdf:nodeID={quoteattr(term[2:])}"
    return f"rdf:{role}={quoteattr(term[1:-1])}"
