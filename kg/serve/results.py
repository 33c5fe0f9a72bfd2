"""Query results in the SPARQL 1.1 formats, written as they come and cut at a limit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Protocol
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

__all__ = ["RDF_FORMATS", "Row", "boolean", "solutions", "write_triples"]


class SupportsWrite(Protocol):
    """What a serializer writes to."""

    def write(self, content: bytes, /) -> int:
        """Take ``content``."""


Row = list[Any]  # one term or None for each variable
RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_SPACE = "http://www.w3.org/2005/sparql-results#"
_XML_HEAD = f'<?xml version="1.0"?>\n<sparql xmlns="{_SPACE}">'
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def boolean(value: bool, format: str) -> str:
    """The answer to an ASK."""
    word = "true" if value else "false"
    if format == "json":
        return f'{{"head":{{}},"boolean":{word}}}'
    if format == "xml":
        return f"{_XML_HEAD}<head/><boolean>{word}</boolean></sparql>"
    return f"{word}\r\n" if format == "csv" else f"{word}\n"


def solutions(names: list[str], rows: Iterable[Row], format: str, *, limit: int) -> Iterator[str]:
    """The parts of a SELECT's result; JSON and XML say so where rows beyond ``limit`` were left out."""
    found = iter(rows)
    writer = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}[format]
    yield from writer(names, islice(found, limit), found)


def _json(names: list[str], rows: Iterator[Row], rest: Iterator[Row]) -> Iterator[str]:
    yield '{"head":{"vars":' + json.dumps(names) + '},"results":{"bindings":['
    for number, row in enumerate(rows):
        bound = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        yield ("," if number else "") + json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
    yield ']},"truncated":true}' if _any(rest) else "]}}"


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    out = {"type": "literal", "value": term.value}
    if term.language:
        out["xml:lang"] = term.language
    elif term.datatype.value != _XSD_STRING:
        out["datatype"] = term.datatype.value
    return out


def _xml(names: list[str], rows: Iterator[Row], rest: Iterator[Row]) -> Iterator[str]:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    yield f"{_XML_HEAD}<head>{head}</head><results>"
    for row in rows:
        bound = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        yield f"<result>{''.join(bound)}</result>"
    yield ("</results><!-- truncated -->" if _any(rest) else "</results>") + "</sparql>"


def _xml_term(term: Any) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        named = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in named) + "</triple>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != _XSD_STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """``text`` in XML 1.0, which has no place for most control characters: they become U+FFFD."""
    kept = "".join(char if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff") else "\ufffd" for char in text)
    return escape(kept).replace("\r", "&#13;")


def _csv(names: list[str], rows: Iterator[Row], rest: Iterator[Row]) -> Iterator[str]:
    yield ",".join(names) + "\r\n"
    for row in rows:
        yield ",".join(_csv_cell(term) for term in row) + "\r\n"


def _csv_cell(term: Any) -> str:
    if term is None:
        return ""
    text = f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term) if isinstance(term, ox.Triple) else term.value
    if any(char in text for char in '",\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _tsv(names: list[str], rows: Iterator[Row], rest: Iterator[Row]) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


def _any(rest: Iterator[Row]) -> bool:
    return next(rest, None) is not None


def write_triples(triples: Iterable[Any], out: SupportsWrite, format: str, *, limit: int, prefixes: dict[str, str]) -> None:
    """Write the triples of a CONSTRUCT or DESCRIBE, at most ``limit``, each once where they stand side by side."""
    kept = islice(triples, limit)
    ox.serialize(kept, out, format=RDF_FORMATS[format], prefixes=prefixes)  # type: ignore[arg-type]
