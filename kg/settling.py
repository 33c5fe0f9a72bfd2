"""Keep the inferred graph right while documents come and go, at a cost that follows what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.cooccurrence import Cooccurrence
from kg.graph import RDF, RDFS, SKOS, DocumentWriter, terms
from kg.ids import BASE
from kg.inference import entailed_quads, hierarchy_quads, label_quads, narrower_quads, preferred
from kg.linking import Linker
from kg.model import Document, Extracted
from kg.nesting import Nesting
from kg.nquads import lines_of
from kg.promises import Promises
from kg.told import Sightings, Told, told_by
from kg.vocabulary import Vocabulary

__all__ = ["Settling", "document_lines", "graph_lines", "settle"]

_SETTLED = tuple(NamedNode(iri) for iri in (f"{RDF}type", f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{RDFS}label"))


class Settling:
    """Sees each quad that leaves or enters a document's graph, then says what the inferred graph must lose and gain."""

    def __init__(self, vocabulary: Vocabulary, base: str, *, fresh: bool = False) -> None:
        """``fresh`` says that everything there is will be seen: then nothing is looked up in the store."""
        self.vocabulary, self.names, self._fresh = vocabulary, terms(base), fresh
        self._wording = self.names.kg("wording").value
        self._nesting = Nesting(vocabulary, self.names)
        self._nested: set[str] = set()  # concepts whose place among the others may change
        self._sightings = Sightings(self.names)
        self._company = Cooccurrence(self.names, fresh=fresh)
        self._promises = Promises(vocabulary, self.names, self._nesting.aspects, fresh=fresh)
        self._relations = {self.names.ontology + name: name for name in vocabulary.relations}
        self._bits = {iri: 1 << number for number, iri in enumerate(self._relations)}
        self._once: dict[str, str] = {}
        self._nodes: dict[str, dict[str, int]] = {}  # IRI → what documents call it → how many of them
        self._pairs: dict[tuple[str, str], int] = {}  # actor and concept → bits of the relations between them

    def watch(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The same quads, seen."""
        for quad in quads:
            self._sightings.see(quad)
            predicate = quad.predicate.value
            if predicate == self._wording and isinstance(quad.object, Literal):
                self._see_word(_iri(quad.subject), quad.object.value)
            elif predicate in self._relations:
                self._see_triple(_iri(quad.subject), predicate, _iri(quad.object))
            yield quad

    def note(self, writer: DocumentWriter) -> None:
        """What ``writer`` has written, seen without looking at each quad."""
        for iri, label in writer.words:
            self._see_word(iri, label)
        for actor, relation, concept in writer.triples:
            self._see_triple(actor, relation, concept)
        self._see_told(list(told_by(writer)))

    def _see_told(self, told: list[Told]) -> None:
        self._company.see(told)
        self._promises.see(told)

    def _see_word(self, iri: str, label: str) -> None:
        wordings = self._nodes.setdefault(self._once.setdefault(iri, iri), {})
        wordings[label] = wordings.get(label, 0) + 1

    def _see_triple(self, actor: str, relation: str, concept: str) -> None:
        once = self._once  # one string for each IRI: a million pairs share them
        pair = once.setdefault(actor, actor), once.setdefault(concept, concept)
        self._pairs[pair] = self._pairs.get(pair, 0) | self._bits.get(relation, 0)

    def constant_quads(self) -> Iterator[Quad]:
        """What depends on the vocabulary alone: its graph, and the closures of both hierarchies."""
        yield from self.vocabulary.quads(self.names.base)
        yield from self._closures()

    def constant_lines(self) -> Iterator[str]:
        """``constant_quads`` as lines of N-Quads."""
        yield from self.vocabulary.lines(self.names.base)
        yield from lines_of(self._closures())

    def _closures(self) -> Iterator[Quad]:
        yield from hierarchy_quads(self.vocabulary.relations, self.vocabulary, self.names)
        yield from narrower_quads({entry.iri: entry.broader for entry in self.vocabulary.concepts}, self.names)

    def apply(self, store: ox.Store) -> int:
        """Make the inferred graph of ``store``, which has all document graphs, right for what was seen; by how much it grew.

        Names come first, for what follows from promises depends on which concepts are aspects of which.
        """
        self._see_told(list(self._sightings.told()))
        grown = 0
        for outdated, due in (
            (self._outdated, self._due),
            (self._company.outdated, self._company.quads),
            (self._promises.outdated, self._promises.quads),
        ):
            leave = set(outdated(store))
            for quad in leave:
                store.remove(quad)
            enter = set(due(store))
            store.bulk_extend(enter)
            grown += len(enter) - len(leave)
        return grown

    def inferred_quads(self) -> Iterator[Quad]:
        """What the inferred graph must have besides ``constant_quads`` where everything there is was seen (``fresh``)."""
        self._see_told(list(self._sightings.told()))
        yield from self._due(None)
        yield from self._company.quads(None)
        yield from self._promises.quads(None)

    def _outdated(self, store: ox.Store) -> Iterator[Quad]:
        """The quads of the inferred graph on names and their relations that are about what was seen."""
        inferred = self.names.inferred
        for iri in self._nodes:
            if iri not in self.vocabulary.entries:
                for predicate in _SETTLED:
                    yield from store.quads_for_pattern(NamedNode(iri), predicate, None, inferred)
        self._nested = self._nesting.affected(store, self._nodes)
        yield from self._nesting.outdated(store, self._nested)
        for actor, concept in self._pairs:
            for quad in store.quads_for_pattern(NamedNode(actor), None, NamedNode(concept), inferred):
                if quad.predicate.value in self._relations:
                    yield quad

    def _due(self, store: ox.Store | None) -> Iterator[Quad]:
        """The quads that the inferred graph must have on them; with ``fresh`` no store is needed."""
        known = self._nodes if self._fresh else None
        for iri in sorted(self._nodes.keys() | self._nested):
            if iri not in self.vocabulary.entries:
                wordings = self._wordings(store, iri)
                if wordings and iri in self._nodes:
                    yield from label_quads(iri, wordings, self.names)
                if wordings:
                    yield from self._nesting.quads(store, [(iri, preferred(wordings))], known=known)
        for actor, concept in sorted(self._pairs):
            yield from entailed_quads(self._direct(store, actor, concept), self.vocabulary, self.names)

    def _wordings(self, store: ox.Store | None, iri: str) -> dict[str, int]:
        if self._fresh or store is None:
            return self._nodes.get(iri, {})
        # No query: one that groups would never end on a damaged file.
        found = store.quads_for_pattern(NamedNode(iri), NamedNode(self._wording), None)
        return Counter(quad.object.value for quad in found if isinstance(quad.object, Literal))

    def _direct(self, store: ox.Store | None, actor: str, concept: str) -> Iterator[tuple[str, str, str]]:
        if self._fresh or store is None:
            bits = self._pairs[actor, concept]
            for iri, bit in self._bits.items():
                if bits & bit:
                    yield actor, self._relations[iri], concept
            return
        inferred = self.names.inferred
        for quad in store.quads_for_pattern(NamedNode(actor), None, NamedNode(concept)):
            if quad.graph_name != inferred and quad.predicate.value in self._relations:
                yield actor, self._relations[quad.predicate.value], concept


def document_lines(
    documents: Iterable[tuple[Document, Iterable[Extracted]]], settling: Settling, *, fingerprint: str = ""
) -> Iterator[str]:
    """The graphs of ``documents``, each with its sentences, one after the other; ``settling`` sees what is in them."""
    for document, extracted in documents:
        writer = DocumentWriter(document, Linker.for_document(document, settling.vocabulary), settling.names)
        yield from writer.lines(extracted, fingerprint)
        settling.note(writer)


def graph_lines(
    documents: Iterable[tuple[Document, Iterable[Extracted]]],
    vocabulary: Vocabulary,
    *,
    base: str = BASE,
    fingerprint: str = "",
    carried: Iterable[Quad] = (),
) -> Iterator[str]:
    """A whole graph: vocabulary, ``documents``, quads ``carried`` over from another graph, and what follows from all of them.

    Lines of N-Quads for ``bulk_load``. Memory grows with the names in the texts, and with the statements by no more than what
    links promises and neighbours: a few hundred bytes for each that is affirmed and dated.
    """
    settling = Settling(vocabulary, base, fresh=True)
    yield from settling.constant_lines()
    yield from lines_of(settling.watch(carried))
    yield from document_lines(documents, settling, fingerprint=fingerprint)
    yield from lines_of(settling.inferred_quads())


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
    settling.apply(store)
