"""What all documents together say and no single one does: the inferred graph.

It holds the closures of the relation hierarchy (``?p kg:within ?q``: p is q or below it) and of the concepts' (``?c
kg:under ?d``: c is d or narrower), the triples that the hierarchy entails from the direct ones, and type and labels of each
actor, concept and person that no vocabulary knows. A closure that is stored is a join; one that is asked for by a property
path beside statements takes more than 45 s at 100,000 statements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import LANGUAGE, RDF, RDFS, SKOS, Terms

__all__ = ["Hierarchy", "entailed_quads", "hierarchy_quads", "label_quads", "narrower_quads", "preferred", "wordings_of"]

_TYPE, _LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
_PREF_LABEL, _ALT_LABEL = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")
_CONCEPT = NamedNode(SKOS + "Concept")
_CLASSES = {"actor": "Actor", "concept": "Concept", "person": "Person"}  # kind in the IRI → class


class Hierarchy(Protocol):
    """What knows which relations a relation entails: the vocabulary."""

    def ancestors(self, relation: str) -> Iterable[str]:
        """Local names of the relations above ``relation``; whether it is among them itself does not matter."""


def hierarchy_quads(relations: Iterable[str], hierarchy: Hierarchy, names: Terms) -> Iterator[Quad]:
    """``p kg:within q`` for each relation and each one above it, and for the relation itself."""
    within = names.kg("within")
    for relation in sorted(set(relations)):
        for above in sorted({relation, *hierarchy.ancestors(relation)}):
            yield Quad(names.kg(relation), within, names.kg(above), names.inferred)


def narrower_quads(broader: Mapping[str, Iterable[str]], names: Terms) -> Iterator[Quad]:
    """``c kg:under d`` for each concept and everything broader than it, and for the concept itself.

    ``broader`` maps the IRI of each concept to those directly broader.
    """
    under = names.kg("under")
    for concept in sorted(broader):
        found, layer = {concept}, [concept]
        while layer:
            layer = [up for at in layer for up in broader.get(at, ()) if up not in found]
            found.update(layer)
        for above in sorted(found):
            yield Quad(NamedNode(concept), under, NamedNode(above), names.inferred)


def entailed_quads(triples: Iterable[tuple[str, str, str]], hierarchy: Hierarchy, names: Terms) -> Iterator[Quad]:
    """The triples that direct ones (IRI of the actor, local name of the relation, IRI of the concept) entail, each once."""
    seen = set()
    for actor, relation, concept in triples:
        for above in hierarchy.ancestors(relation):
            key = (actor, above, concept)
            if above != relation and key not in seen:
                seen.add(key)
                yield Quad(NamedNode(actor), names.kg(above), NamedNode(concept), names.inferred)


def preferred(wordings: Mapping[str, int]) -> str:
    """The wording of most documents; of those, the one with fewest capitals; of those, the first by code point.

    >>> preferred({"Innovation consortia": 1, "innovation consortia": 1})
    'innovation consortia'
    """
    return min(wordings, key=lambda label: (-wordings[label], sum(map(str.isupper, label)), label))


def label_quads(node: str, wordings: Mapping[str, int], names: Terms) -> Iterator[Quad]:
    """Type and labels of ``node``, an IRI that no vocabulary has; ``wordings`` maps what texts call it to how many do."""
    subject, graph = NamedNode(node), names.inferred
    kind = node.removeprefix(names.base).partition("/")[0]
    if kind in _CLASSES:
        yield Quad(subject, _TYPE, names.kg(_CLASSES[kind]), graph)
    if kind == "concept":
        yield Quad(subject, _TYPE, _CONCEPT, graph)
    best = preferred(wordings)
    yield Quad(subject, _PREF_LABEL, Literal(best, language=LANGUAGE), graph)
    if kind == "person":
        yield Quad(subject, _LABEL, Literal(best, language=LANGUAGE), graph)
    for label in sorted(wordings):
        if label != best:
            yield Quad(subject, _ALT_LABEL, Literal(label, language=LANGUAGE), graph)


def wordings_of(quads: Iterable[Quad], names: Terms) -> dict[str, Counter[str]]:
    """Node → what texts call it → how many do, from ``kg:wording`` quads."""
    wording = names.kg("wording").value
    found: dict[str, Counter[str]] = {}
    for quad in quads:
        if quad.predicate.value == wording and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found.setdefault(quad.subject.value, Counter())[quad.object.value] += 1
    return found
