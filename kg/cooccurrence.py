"""Concepts that sentences name together, over all documents; all of it belongs to the inferred graph.

Two concepts co-occur when sentences of ``DOCUMENTS`` documents or more have statements on both. A sentence that several
documents repeat word for word counts once, where it stands first, so a boilerplate joins nothing. One that has statements on
more than ``LARGEST`` concepts is a list and joins none of them: the pairs grow with the sentences, however long these are and
however often a concept is named. A link has a node, ``kg:Cooccurrence``, with the number of documents, and as evidence the
first sentence of each of the first ``EVIDENCE`` of them; ``kg:cooccursWith`` stands between the two concepts, both ways. It is
not ``skos:related``, which names that hold each other give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import DCTERMS, OA, PROV, RDF, Terms
from kg.ids import digest
from kg.told import Told, start_of

__all__ = ["DOCUMENTS", "EVIDENCE", "LARGEST", "Cooccurrence"]

DOCUMENTS = 2
LARGEST = 12  # concepts
EVIDENCE = 10  # sentences

_TYPE, _OBJECT = NamedNode(RDF + "type"), NamedNode(RDF + "object")
_DERIVED, _PART, _EXACT = NamedNode(PROV + "wasDerivedFrom"), NamedNode(DCTERMS + "isPartOf"), NamedNode(OA + "exact")


class _Meeting(NamedTuple):
    """A sentence that names both concepts of a pair; they sort as they stand in their documents."""

    document: str
    start: int
    sentence: str  # IRI
    wording: str  # digest of its words


class Cooccurrence:
    """Sees statements that come or go, then says what the inferred graph must lose and gain on pairs of concepts."""

    def __init__(self, names: Terms, *, fresh: bool = False) -> None:
        """``fresh`` says that everything there is will be seen: then nothing is looked up in the store."""
        self._names, self._fresh = names, fresh
        self._room = f"{names.base}concept/"
        self._pairs: dict[tuple[str, str], list[_Meeting]] = {}
        self._sentences: dict[str, tuple[str, ...]] = {}  # sentence -> its concepts, looked up

    def see(self, told: Iterable[Told]) -> None:
        """Note the pairs in ``told``, the statements of whole documents."""
        sentences: dict[tuple[str, str], tuple[str, set[str]]] = {}
        for one in told:
            if one.concept.startswith(self._room):
                sentences.setdefault((one.document, one.sentence), (one.text, set()))[1].add(one.concept)
        for (document, sentence), (text, concepts) in sentences.items():
            if 1 < len(concepts) <= LARGEST:
                meeting = _Meeting(document, start_of(sentence), sentence, _wording(text))
                for pair in combinations(sorted(concepts), 2):
                    meetings = self._pairs.setdefault(pair, [])
                    if self._fresh:
                        meetings.append(meeting)

    def outdated(self, store: ox.Store) -> Iterator[Quad]:
        """What the inferred graph has on the pairs that were seen."""
        inferred, together = self._names.inferred, self._names.kg("cooccursWith")
        for one, other in self._pairs:
            yield from store.quads_for_pattern(self._node(one, other), None, None, inferred)
            for a, b in ((one, other), (other, one)):
                yield from store.quads_for_pattern(NamedNode(a), together, NamedNode(b), inferred)

    def quads(self, store: ox.Store | None) -> Iterator[Quad]:
        """What the inferred graph must have on the pairs that were seen, with all document graphs in ``store``."""
        self._sentences.clear()
        for one, other in sorted(self._pairs):
            meetings = self._pairs[one, other] if store is None else list(self._meetings(store, one, other))
            yield from self._link(one, other, _counted(meetings))

    def _link(self, one: str, other: str, meetings: dict[str, _Meeting]) -> Iterator[Quad]:
        """The quads of one link; ``meetings`` maps documents to their first sentence."""
        if len(meetings) < DOCUMENTS:
            return
        names, inferred, node = self._names, self._names.inferred, self._node(one, other)
        yield Quad(node, _TYPE, names.kg("Cooccurrence"), inferred)
        yield Quad(node, names.kg("documentCount"), Literal(len(meetings)), inferred)
        for a, b in ((one, other), (other, one)):
            yield Quad(node, names.kg("joins"), NamedNode(a), inferred)
            yield Quad(NamedNode(a), names.kg("cooccursWith"), NamedNode(b), inferred)
        for meeting in sorted(meetings.values())[:EVIDENCE]:
            yield Quad(node, _DERIVED, NamedNode(meeting.sentence), inferred)

    def _node(self, one: str, other: str) -> NamedNode:
        return NamedNode(f"{self._names.base}cooccurrence/{digest('cooccurrence', one, other)}")

    # What is in the store

    def _meetings(self, store: ox.Store, one: str, other: str) -> Iterator[_Meeting]:
        """The sentences that name both: those of the rarer one that name the other, so that a hub costs no more."""
        rarer = _rarer(store, one, other)
        seen = set()
        for quad in store.quads_for_pattern(None, _OBJECT, NamedNode(rarer)):
            statement, document = quad.subject, quad.graph_name
            if not (isinstance(document, NamedNode) and self._names.is_document_graph(document.value)):
                continue
            sentence = _sentence_of(store, statement, document)
            if sentence is None or sentence in seen:
                continue
            seen.add(sentence)
            concepts = self._concepts(store, sentence, document)
            if len(concepts) <= LARGEST and one in concepts and other in concepts:
                text = "".join(_literals(store, sentence, document))
                yield _Meeting(document.value, start_of(sentence), sentence, _wording(text))

    def _concepts(self, store: ox.Store, sentence: str, document: NamedNode) -> tuple[str, ...]:
        """The concepts on which the sentence has statements."""
        found = self._sentences.get(sentence)
        if found is None:
            whole = NamedNode(sentence)
            parts = [whole, *(quad.subject for quad in store.quads_for_pattern(None, _PART, whole, document))]
            objects = {
                quad.object.value
                for part in parts
                for derived in store.quads_for_pattern(None, _DERIVED, part, document)
                for quad in store.quads_for_pattern(derived.subject, _OBJECT, None, document)
                if isinstance(quad.object, NamedNode) and quad.object.value.startswith(self._room)
            }
            found = self._sentences[sentence] = tuple(sorted(objects))
        return found


def _counted(meetings: Iterable[_Meeting]) -> dict[str, _Meeting]:
    """Document -> its first sentence that no document before it has."""
    wordings = set()
    found: dict[str, _Meeting] = {}
    for meeting in sorted(meetings):
        if meeting.wording not in wordings:
            wordings.add(meeting.wording)
            found.setdefault(meeting.document, meeting)
    return found


def _wording(text: str) -> str:
    return digest(" ".join(text.casefold().split()))


def _rarer(store: ox.Store, one: str, other: str) -> str:
    """Which of the two has fewer statements, found by counting no further than that."""
    counting = {name: store.quads_for_pattern(None, _OBJECT, NamedNode(name)) for name in (one, other)}
    while True:
        for name, quads in counting.items():
            if next(quads, None) is None:
                return name


def _sentence_of(store: ox.Store, statement: object, document: NamedNode) -> str | None:
    """The IRI of the passage that is a statement's sentence: its own passage, or the one around that."""
    for derived in store.quads_for_pattern(statement, _DERIVED, None, document):  # type: ignore[arg-type]
        for part in store.quads_for_pattern(derived.object, _PART, None, document):  # type: ignore[arg-type]
            whole = derived.object if part.object == document else part.object
            return whole.value if isinstance(whole, NamedNode) else None
    return None


def _literals(store: ox.Store, sentence: str, document: NamedNode) -> Iterator[str]:
    for quad in store.quads_for_pattern(NamedNode(sentence), _EXACT, None, document):
        if isinstance(quad.object, Literal):
            yield quad.object.value
