"""A store as statements and named nodes, read once from the sorted quads: what tables and graph formats are written from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from kg.exporters.lines import sorted_lines, split_quad
from kg.exporters.ntriples import literal_value
from kg.graph import DCTERMS, PROV, RDF, SKOS, terms
from kg.stores import Store

__all__ = ["COLUMNS", "Node", "Row", "nodes", "rows"]

_TYPE = f"<{RDF}type>".encode()
_SEPARATOR = "; "  # between several values of one column
_COLUMNS = {  # column → predicate; the ontology's own by local name
    "actor": f"{RDF}subject",
    "relation": f"{RDF}predicate",
    "concept": f"{RDF}object",
    "verb": "verb",
    "status": "status",
    "polarity": "polarity",
    "date": f"{DCTERMS}date",
    "speaker": "speaker",
    "quote": "quote",
    "object_phrase": "objectPhrase",
    "actor_label": "actorLabel",
    "object_label": "objectLabel",
    "actor_basis": "actorBasis",
    "means": "means",
    "purpose": "purpose",
    "condition": "condition",
    "beneficiary": "beneficiary",
    "quantity": "quantity",
    "time": "time",
    "deadline": "deadline",
    "rule": "rule",
    "support": "support",
    "document": f"{DCTERMS}source",
    "passage": f"{PROV}wasDerivedFrom",
}
COLUMNS = ("statement", *_COLUMNS)
_NAMES = frozenset({"relation", "status", "polarity"})  # columns whose terms are shown by their local name


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, person or concept."""

    iri: str
    kind: str
    label: str
    other_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: ``values`` maps each of ``COLUMNS`` to text, empty where the statement has none."""

    statement: str
    values: dict[str, str] = field(default_factory=dict)


def rows(store: Store) -> Iterator[Row]:
    """Every statement of ``store``, sorted by IRI; memory does not grow with their number."""
    names = terms(store.base)
    columns = {(name if ":" in name else names.ontology + name): column for column, name in _COLUMNS.items()}
    kind = f"<{names.ontology}Statement>".encode()
    lines = (split_quad(line) for line in sorted_lines(store))
    for subject, group in groupby(lines, key=lambda quad: quad[0]):
        quads = list(group)
        if any(predicate == _TYPE and value == kind for _, predicate, value, _ in quads):
            found: dict[str, list[str]] = {}
            for _, predicate, value, _ in quads:
                column = columns.get(predicate[1:-1].decode())
                if column is not None:
                    found.setdefault(column, []).append(_shown(value.decode(), column))
            values = {column: _SEPARATOR.join(dict.fromkeys(texts)) for column, texts in found.items()}
            yield Row(subject[1:-1].decode(), values)


def _shown(term: str, column: str) -> str:
    if term.startswith("<"):
        return term[1:-1].rpartition("#")[2] if column in _NAMES else term[1:-1]
    return literal_value(term)


def nodes(store: Store) -> list[Node]:
    """The actors, persons and concepts that have a preferred label, sorted by IRI."""
    labels: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for name, predicate in (("pref", f"{SKOS}prefLabel"), ("alt", f"{SKOS}altLabel")):
        for quad in store.quads(None, NamedNode(predicate)):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                if name == "pref":
                    labels[quad.subject.value] = quad.object.value
                else:
                    others.setdefault(quad.subject.value, []).append(quad.object.value)
    found = []
    for iri, label in sorted(labels.items()):
        kind = iri.removeprefix(store.base).partition("/")[0] if iri.startswith(store.base) else "node"
        found.append(Node(iri, kind, label, tuple(sorted(set(others.get(iri, ()))))))
    return found
