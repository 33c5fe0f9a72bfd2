"""From what a person types to the node it names: an IRI, a preferred or alternative label in any case, a relation, a year."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import AmbiguousNameError, QueryError
from kg.graph import LANGUAGE, RDFS, SKOS, XSD, terms
from kg.ids import iri_for, normal_form
from kg.stores import Store, Term

__all__ = ["resolve"]

_PREF_LABEL, _ALT_LABEL = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")
_NAMED_KINDS = {"actor": ("actor", "person"), "concept": ("concept",), "speaker": ("person", "actor")}
_TERMS = {  # kind of ontology term → the property that has each of them as its object, and the query that lists those there are
    "relation": ("within", "SELECT DISTINCT ?term { ?term kg:within ?term }"),
    "status": ("status", "SELECT DISTINCT ?term { ?statement kg:status ?term }"),
}
_NUMBERS: dict[str, int | None] = {"year": 4, "number": None}  # kind → how many digits
_MOST = 5  # candidates that an error lists


def resolve(store: Store, kind: str, value: Any) -> Term:
    """The term that ``value`` stands for as a ``kind`` of parameter.

    Raises:
        QueryError: it names nothing in ``store``, or several things.
    """
    if isinstance(value, (NamedNode, Literal)):
        return value
    text = str(value).strip()
    if kind == "text":
        return Literal(text)
    if kind in _NUMBERS:
        return _number(kind, text)
    if text.startswith(("http://", "https://", "urn:")):
        return _iri(text)
    return _by_name(store, kind, text)


def _by_name(store: Store, kind: str, text: str) -> NamedNode:
    if kind in _NAMED_KINDS:
        return _node(store, kind, text)
    if kind == "document":
        return _document(store, text)
    if kind in _TERMS:
        return _term(store, kind, text)
    raise QueryError("query", f"parameters of kind {kind!r} are unknown")


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError as error:
        raise QueryError("query", f"{text!r} is no IRI: {error}") from error


def _number(kind: str, text: str) -> Literal:
    digits = _NUMBERS[kind]
    if not (text.isascii() and text.isdigit() and (digits is None or len(text) == digits)):
        raise QueryError("query", f"{text!r} is no {kind}", hint="digits only" if digits is None else "four digits, as in 2024")
    return Literal(text, datatype=NamedNode(XSD + "integer"))


def _node(store: Store, kind: str, label: str) -> NamedNode:
    """By the index first: a minted IRI is its label's normal form, and most labels are typed as they are written."""
    minted = [NamedNode(iri_for(room, label, base=store.base)) for room in _NAMED_KINDS[kind]]
    for node in minted:
        if _exists(store, node):
            return node
    for predicate in (_PREF_LABEL, _ALT_LABEL):
        found = [quad.subject for quad in store.quads(None, predicate, Literal(label, language=LANGUAGE))]
        nodes = sorted({node for node in found if isinstance(node, NamedNode) and _is_kind(store, kind, node)}, key=str)
        if nodes:
            return _only(nodes, kind, label)
    return _by_any_case(store, kind, label)


def _exists(store: Store, node: NamedNode) -> bool:
    return next(iter(store.quads(node, _PREF_LABEL)), None) is not None


def _is_kind(store: Store, kind: str, node: NamedNode) -> bool:
    return any(node.value.startswith(f"{store.base}{room}/") for room in _NAMED_KINDS[kind])


def _by_any_case(store: Store, kind: str, label: str) -> NamedNode:
    """Read every label: slower, and only for what no index finds."""
    wanted = normal_form(label)
    labels: dict[str, set[NamedNode]] = {}  # normal form → nodes
    for predicate in (_PREF_LABEL, _ALT_LABEL):
        for quad in store.quads(None, predicate):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and _is_kind(store, kind, quad.subject):
                labels.setdefault(normal_form(quad.object.value), set()).add(quad.subject)
        if wanted in labels:
            return _only(sorted(labels[wanted], key=str), kind, label)
    close = get_close_matches(wanted, labels, n=3) or sorted(name for name in labels if wanted in name)[:3]
    hint = f"close: {', '.join(close)}" if close else f"kg query {kind}s lists what there is"
    raise QueryError("query", f"no {kind} is called {label!r}", hint=hint)


def _only(nodes: list[NamedNode], kind: str, label: str) -> NamedNode:
    if len(nodes) == 1:
        return nodes[0]
    listed = ", ".join(node.value for node in nodes[:_MOST])
    raise AmbiguousNameError("query", f"{label!r} names {len(nodes)} {kind}s: {listed}", hint="give the IRI")


def _document(store: Store, text: str) -> NamedNode:
    node = terms(store.base).document(text)
    if next(iter(store.quads(node, None, None, node)), None) is None:
        raise QueryError("query", f"no document is called {text!r}", hint="kg query documents lists them")
    return node


def _term(store: Store, kind: str, text: str) -> NamedNode:
    """A term of the ontology by its local name, ``kg:name`` or label; as it is written, an index tells."""
    names = terms(store.base)
    local = text.removeprefix("kg:")
    if local.isidentifier():
        node = NamedNode(names.ontology + local)
        if next(iter(store.quads(None, names.kg(_TERMS[kind][0]), node)), None) is not None:
            return node
    known = {node.value.removeprefix(names.ontology): node for node in _terms_of(store, kind)}
    for name, node in known.items():
        if normal_form(name) == normal_form(local):
            return node
    for quad in store.quads(None, NamedNode(RDFS + "label"), Literal(text.lower(), language=LANGUAGE)):
        if isinstance(quad.subject, NamedNode) and quad.subject in known.values():
            return quad.subject
    raise QueryError("query", f"no {kind} is called {text!r}", hint=f"known are {', '.join(sorted(known))}")


def _terms_of(store: Store, kind: str) -> list[NamedNode]:
    solutions = store.query(_TERMS[kind][1])
    if not isinstance(solutions, QuerySolutions):
        return []
    return [row["term"] for row in solutions if isinstance(row["term"], NamedNode)]
