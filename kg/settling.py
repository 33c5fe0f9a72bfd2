"""Keep the inferred graph right while documents come and go, at a cost that follows what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import RDF, RDFS, SKOS, terms
from kg.inference import entailed_quads, hierarchy_quads, label_quads, narrower_quads, preferred
from kg.nesting import Nesting
from kg.vocabulary import Vocabulary

__all__ = ["Settling", "settle"]

_SETTLED = tuple(NamedNode(iri) for iri in (f"{RDF}type", f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{RDFS}label"))


class Settling:
    """Sees each quad that leaves or enters a document's graph, then says what the inferred graph must lose and gain."""

    def __init__(self, vocabulary: Vocabulary, base: str) -> None:
        self.vocabulary, self.names = vocabulary, terms(base)
        self._wording = self.names.kg("wording").value
        self._nesting = Nesting(vocabulary, self.names)
        self._nested: set[str] = set()  # concepts whose place among the others may change
        self._relations = {self.names.ontology + name: name for name in vocabulary.relations}
        self._nodes: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()

    def watch(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The same quads, seen."""
        wording, relations, nodes, pairs = self._wording, self._relations, self._nodes, self._pairs
        once: dict[str, str] = {}  # one string for each IRI: a million pairs share them
        for quad in quads:
            predicate = quad.predicate.value
            if predicate == wording or predicate in relations:
                subject = _iri(quad.subject)
                subject = once.setdefault(subject, subject)
                if predicate == wording:
                    nodes.add(subject)
                else:
                    concept = _iri(quad.object)
                    pairs.add((subject, once.setdefault(concept, concept)))
            yield quad

    def constant_quads(self) -> Iterator[Quad]:
        """What depends on the vocabulary alone: its graph, and the closures of both hierarchies."""
        yield from self.vocabulary.quads(self.names.base)
        yield from hierarchy_quads(self.vocabulary.relations, self.vocabulary, self.names)
        yield from narrower_quads({entry.iri: entry.broader for entry in self.vocabulary.concepts}, self.names)

    def outdated(self, store: ox.Store) -> list[Quad]:
        """The quads of the inferred graph that are about what was seen."""
        found: list[Quad] = []
        inferred = self.names.inferred
        for iri in self._nodes:
            node = NamedNode(iri)
            if iri in self.vocabulary.entries:
                continue
            for predicate in _SETTLED:
                found += store.quads_for_pattern(node, predicate, None, inferred)
        self._nested = self._nesting.affected(store, self._nodes)
        found += self._nesting.outdated(store, self._nested)
        for actor, concept in self._pairs:
            found += (
                quad
                for quad in store.quads_for_pattern(NamedNode(actor), None, NamedNode(concept), inferred)
                if quad.predicate.value in self._relations
            )
        return found

    def settled_quads(self, store: ox.Store) -> Iterator[Quad]:
        """The quads that the inferred graph must have about what was seen, given all document graphs in ``store``."""
        for iri in sorted(self._nodes | self._nested):
            if iri not in self.vocabulary.entries:
                wordings = self._wordings(store, iri)
                if wordings and iri in self._nodes:
                    yield from label_quads(iri, wordings, self.names)
                if wordings:
                    yield from self._nesting.quads(store, [(iri, preferred(wordings))])
        for actor, concept in sorted(self._pairs):
            yield from entailed_quads(self._direct(store, actor, concept), self.vocabulary, self.names)

    def _wordings(self, store: ox.Store, iri: str) -> dict[str, int]:
        wordings: dict[str, int] = {}
        for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(self._wording), None):
            if isinstance(quad.object, Literal):
                wordings[quad.object.value] = wordings.get(quad.object.value, 0) + 1
        return wordings

    def _direct(self, store: ox.Store, actor: str, concept: str) -> Iterator[tuple[str, str, str]]:
        inferred = self.names.inferred
        for quad in store.quads_for_pattern(NamedNode(actor), None, NamedNode(concept)):
            if quad.graph_name != inferred and quad.predicate.value in self._relations:
                yield actor, self._relations[quad.predicate.value], concept


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def settle(store: ox.Store, vocabulary: Vocabulary, base: str) -> None:
    """Make the vocabulary and the inferred graph of ``store`` right for the document graphs that it holds.

    For stores that were filled without ``kg.build``. It reads every quad once.
    """
    settling = Settling(vocabulary, base)
    for _ in settling.watch(store.quads_for_pattern(None, None, None)):
        pass
    store.extend(settling.constant_quads())
    for quad in settling.outdated(store):
        store.remove(quad)
    store.extend(list(settling.settled_quads(store)))
