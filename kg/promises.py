"""Promises linked to what came of them, in the inferred graph, while documents come and go.

A promise that is no repetition is a ``kg:Commitment``; ``kg:fulfilledBy`` and ``kg:repeatedBy`` lead to later statements. What
is linked is the business of ``kg.chains``; here is which chains a change of the documents touches: those of the actors and
concepts of statements that came or went, of the groups that these actors belong to, and of the concepts that are aspects of
these or of which these are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.chains import Keeping, counts, followed, is_promise
from kg.graph import RDF, Terms
from kg.nesting import Aspects
from kg.told import Told, told_in
from kg.vocabulary import Vocabulary

__all__ = ["Promises"]

_TYPE, _SUBJECT, _OBJECT = NamedNode(RDF + "type"), NamedNode(RDF + "subject"), NamedNode(RDF + "object")
_Group = tuple[str, str]  # actor and concept


class Promises:
    """Sees statements that come or go, then says what the inferred graph must lose and gain on commitments."""

    def __init__(self, vocabulary: Vocabulary, names: Terms, aspects: Aspects, *, fresh: bool = False) -> None:
        """``fresh`` says that everything there is will be seen: then nothing is looked up in the store."""
        self._names, self._aspects, self._fresh = names, aspects, fresh
        self._groups: dict[_Group, list[Told]] = {}
        self._seen: set[str] = set()  # statements
        self._touched: set[_Group] = set()
        self._found: dict[_Group, list[Told]] = {}  # looked up while nothing changes
        self._above = _groups_above(vocabulary)
        self._members: dict[str, list[str]] = {}  # group -> actors that belong to it
        for member, groups in sorted(self._above.items()):
            for group in groups:
                self._members.setdefault(group, []).append(member)
        self._keeping = Keeping.of(vocabulary)

    def see(self, told: Iterable[Told]) -> None:
        """Note the statements in ``told``."""
        for one in told:
            if counts(one):
                group = self._groups.setdefault((one.actor or "", one.concept), [])
                if self._fresh:
                    group.append(one._replace(text=""))
                else:
                    self._seen.add(one.iri)

    def outdated(self, store: ox.Store) -> Iterator[Quad]:
        """What the inferred graph has on the promises that were seen, and on those that these may have been steps of."""
        inferred, names = self._names.inferred, self._names
        self._found.clear()
        self._touched = self._around(store)
        stay = (one.iri for group in self._touched for one in self._of(store, *group))
        for iri in {*self._seen, *stay}:
            for predicate in (names.kg("fulfilledBy"), names.kg("repeatedBy")):
                yield from store.quads_for_pattern(NamedNode(iri), predicate, None, inferred)
            yield from store.quads_for_pattern(NamedNode(iri), _TYPE, names.kg("Commitment"), inferred)

    def quads(self, store: ox.Store | None) -> Iterator[Quad]:
        """What the inferred graph must have on them, with all document graphs in ``store``."""
        for actor, concept in sorted(self._groups if store is None else self._touched):
            promises = [one for one in self._of(store, actor, concept) if is_promise(one)]
            if promises:
                yield from self._chains(promises, self._near(store, actor, concept))

    def _chains(self, promises: Iterable[Told], near: Iterable[Told]) -> Iterator[Quad]:
        inferred, names = self._names.inferred, self._names
        links = {"fulfilled": names.kg("fulfilledBy"), "repeated": names.kg("repeatedBy")}
        for promise, steps in followed(promises, near, self._keeping):
            node = NamedNode(promise.iri)
            yield Quad(node, _TYPE, names.kg("Commitment"), inferred)
            for step in steps:
                yield Quad(node, links[step.kind], NamedNode(step.claim.iri), inferred)

    def _near(self, store: ox.Store | None, actor: str, concept: str) -> Iterator[Told]:
        """What counts of the actor and its members on the concept, what it is an aspect of, and its aspects."""
        for who in (actor, *self._members.get(actor, ())):
            for what in (concept, *self._aspects.around(store, concept)):
                yield from self._of(store, who, what)

    def _around(self, store: ox.Store) -> set[_Group]:
        """The groups whose chains may have changed."""
        groups = set(self._groups)
        for concept, others in self._aspects.changed().items():
            for what in (concept, *others):
                groups |= {(actor, what) for actor in _actors_on(store, concept)}
        near = {(actor, what) for actor, concept in groups for what in (concept, *self._aspects.around(store, concept))}
        return {(who, what) for actor, what in near for who in (actor, *self._above.get(actor, ()))}

    def _of(self, store: ox.Store | None, actor: str, concept: str) -> list[Told]:
        """The statements that count of just this actor on just this concept."""
        if store is None:
            return self._groups.get((actor, concept), [])
        if (actor, concept) not in self._found:
            self._found[actor, concept] = list(filter(counts, self._stored(store, NamedNode(actor), NamedNode(concept))))
        return self._found[actor, concept]

    def _stored(self, store: ox.Store, actor: NamedNode, concept: NamedNode) -> Iterator[Told]:
        """The affirmed statements of the actor on the concept; where the direct triple is, they are."""
        graphs = {quad.graph_name for quad in store.quads_for_pattern(actor, None, concept)}
        for document in graphs:
            if isinstance(document, NamedNode) and self._names.is_document_graph(document.value):
                for quad in store.quads_for_pattern(None, _OBJECT, concept, document):
                    if next(store.quads_for_pattern(quad.subject, _SUBJECT, actor, document), None) is not None:
                        yield from told_in(store.quads_for_pattern(quad.subject, None, None, document), self._names)


def _actors_on(store: ox.Store, concept: str) -> set[str]:
    return {
        who.object.value
        for quad in store.quads_for_pattern(None, _OBJECT, NamedNode(concept))
        for who in store.quads_for_pattern(quad.subject, _SUBJECT, None)
        if isinstance(who.object, NamedNode)
    }


def _groups_above(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Actor -> the wider groups and bodies that it belongs to, at any depth."""
    found: dict[str, frozenset[str]] = {}
    for entry in vocabulary.actors:
        above: set[str] = set()
        layer = set(entry.broader)
        while layer:
            above |= layer
            layer = {up for at in layer if (wider := vocabulary.named(at)) for up in wider.broader} - above
        if above:
            found[entry.iri] = frozenset(above)
    return found
