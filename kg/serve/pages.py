"""What the server's pages show of one node, and the shipped questions for the query editor."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from kg.graph import prefixes
from kg.queries import question, questions
from kg.queries.names import resolve
from kg.queries.results import compact
from kg.stores.sparqltext import bind, with_prefixes

__all__ = ["editor_page", "editor_questions", "node_page", "node_triples", "template"]

ASSETS = Path(__file__).parent / "assets"
_MOST = 200  # rows of a list on a page
_PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def node_triples(store: Any, iri: str) -> list[ox.Triple]:
    """What the graph says of ``iri``, each triple once, sorted.

    Raises:
        ValueError: ``iri`` is no IRI.
    """
    found = {quad.triple for quad in store.quads(ox.NamedNode(iri))}
    return sorted(found, key=str)


def node_page(store: Any, iri: str, triples: list[ox.Triple]) -> str:
    """The HTML page of ``iri``."""
    names = prefixes(store.base)
    context = {
        "iri": iri,
        "label": _label(store, iri),
        "kinds": [_value(store, t.object)["text"] for t in triples if t.predicate.value == _TYPE],
        "rows": [{"predicate": compact(t.predicate.value, names), "value": _value(store, t.object)} for t in triples],
        "incoming": _incoming(store, iri, names),
        "statements": _statements(store, iri),
        "evidence": _evidence(store, iri),
        "formats": ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
    }
    return str(template("node.html").render(context))


def template(name: str) -> Any:
    """One of this package's templates; every value in it is escaped."""
    return _environment().get_template(name)


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 — pages alone need it

    environment = Environment(loader=FileSystemLoader(str(ASSETS)), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["page"] = lambda iri: f"/node?iri={quote(iri, safe='')}"
    return environment


def _label(store: Any, iri: str) -> str:
    """A name for ``iri``: its preferred label or title, else its last part."""
    for predicate in (_PREF_LABEL, "http://www.w3.org/2000/01/rdf-schema#label", "http://purl.org/dc/terms/title"):
        values = sorted(quad.object.value for quad in store.quads(ox.NamedNode(iri), ox.NamedNode(predicate)))
        if values:
            return str(values[0])
    return iri.rstrip("/#").rsplit("/", 1)[-1]


def _value(store: Any, term: Any) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"iri": term.value, "text": _label(store, term.value)}
    if isinstance(term, ox.Literal):
        return {"text": term.value, "note": term.language or compact(term.datatype.value, prefixes(store.base))}
    return {"text": str(term)}


def _incoming(store: Any, iri: str, names: dict[str, str]) -> list[dict[str, str]]:
    """Who points here, statements apart."""
    rows: set[tuple[str, str]] = set()
    for quad in store.quads(None, None, ox.NamedNode(iri)):
        if "/statement/" not in quad.subject.value:
            rows.add((compact(quad.predicate.value, names), quad.subject.value))
        if len(rows) >= _MOST:
            break
    return [{"predicate": predicate, "iri": subject, "text": _label(store, subject)} for predicate, subject in sorted(rows)]


def _statements(store: Any, iri: str) -> list[dict[str, str]]:
    """The statements that have ``iri`` as actor, concept, speaker or document, by date, the first of them."""
    query = """SELECT DISTINCT ?statement ?quote ?date ?status ?polarity WHERE {
        #bind
        { ?statement rdf:subject ?node } UNION { ?statement rdf:object ?node } UNION { ?statement kg:speaker ?node }
        UNION { ?statement dcterms:source ?node }
        ?statement a kg:Statement ; kg:quote ?quote .
        OPTIONAL { ?statement dcterms:date ?date } OPTIONAL { ?statement kg:status ?status }
        OPTIONAL { ?statement kg:polarity ?polarity } } ORDER BY ?date ?statement LIMIT """
    found = store.query(query + str(_MOST), bindings={"node": ox.NamedNode(iri)})
    names = [variable.value for variable in found.variables]
    rows = [{name: row[name].value if row[name] else "" for name in names} for row in found]
    local = {"status", "polarity"}
    return [{name: value.rsplit("#", 1)[-1] if name in local else value for name, value in row.items()} for row in rows]


def _evidence(store: Any, iri: str) -> dict[str, str] | None:
    """A statement's sentence in three parts: before its words, its words, after them."""
    query = """SELECT ?quote ?start ?sentence ?whole WHERE {
        #bind
        ?node kg:quote ?quote ; prov:wasDerivedFrom ?passage . ?passage oa:start ?start ; dcterms:isPartOf ?sentencePassage .
        ?sentencePassage oa:start ?whole ; oa:exact ?sentence } LIMIT 1"""
    for row in store.query(query, bindings={"node": ox.NamedNode(iri)}):
        at = int(row["start"].value) - int(row["whole"].value)
        words, sentence = row["quote"].value, row["sentence"].value
        if at >= 0 and sentence[at : at + len(words)] == words:
            return {"before": sentence[:at], "words": words, "after": sentence[at + len(words) :]}
    return None


def editor_page() -> str:
    """The query editor with the shipped questions."""
    return str(template("editor.html").render(questions=questions()))


def editor_questions(store: Any, name: str, parameters: dict[str, str]) -> dict[str, str]:
    """The SPARQL text of the shipped question ``name``, its parameters bound and its prefixes declared.

    Raises:
        UnknownNameError: there is no such question.
        QueryError: a parameter names nothing.
    """
    asked = question(name)
    given = {item.name: parameters[item.name] for item in asked.parameters if parameters.get(item.name)}
    bindings = {item.name: [resolve(store, item.kind, given[item.name])] for item in asked.parameters if item.name in given}
    return {"query": with_prefixes(bind(asked.text, bindings), prefixes(store.base))}
