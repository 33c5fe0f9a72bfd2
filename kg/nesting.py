"""Which concepts lie under or inside which, read off their names: "sci-tech innovation" under "innovation".

A name without its first modifiers, or without what follows a preposition, names something broader; the complement of a
preposition and a listed name among the modifiers name something related. Only concepts that the vocabulary or some text has
are linked, and all of it belongs to the inferred graph. ``kg:nests`` keeps what a name holds, in a text or not: so a concept
that comes or goes with one document moves only the names that hold it. ``kg:aspectOf`` leads to what is left without the first
complement: "disruptive competition in the sale of NEVs" is an aspect of disruptive competition. A head of one word is shared by
strangers, so "development of NEVs" is no aspect of development.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.graph import SKOS, Terms
from kg.linking import Linker
from kg.names import bare, words
from kg.vocabulary import Vocabulary

__all__ = ["Aspects", "Nesting", "Parts", "parts"]

_PREPOSITIONS = frozenset(
    {"of", "for", "in", "on", "to", "with", "between", "by", "from", "at", "under", "against", "among", "across", "into"}
    | {"through", "within", "over", "about", "towards", "toward", "without"}
)
_LONGEST = 14  # words of a name that are looked at; longer ones are whole clauses
_BROADER, _RELATED = NamedNode(SKOS + "broader"), NamedNode(SKOS + "related")


@dataclass(frozen=True, slots=True)
class Parts:
    """Names inside a name, the nearest to it first."""

    without_modifiers: tuple[str, ...]  # "direct investment in NEVs" -> "investment in NEVs"
    without_complement: tuple[str, ...]  # -> "direct investment", "investment"
    complements: tuple[tuple[str, ...], ...]  # one for each preposition: -> ("NEVs",)
    modifiers: tuple[str, ...]  # "NEV sales" -> "NEV"


def parts(label: str) -> Parts:
    """The names inside ``label``.

    >>> parts("mechanisms for fostering emerging industries").complements
    (('fostering emerging industries', 'emerging industries', 'industries'),)
    >>> parts("green and low-carbon development").without_complement
    ('low-carbon development', 'development')
    >>> parts("research and development").without_complement
    ()
    """
    tokens = bare(label).split()[:_LONGEST]
    places = [place for place, token in enumerate(tokens) if place and token.casefold() in _PREPOSITIONS]
    first = places[0] if places else len(tokens)
    phrase, rest = tokens[:first], tokens[first:]
    shorter = _suffixes(phrase)
    ends = [*places[1:], len(tokens)] if places else []
    complements = [_complement(tokens[place + 1 : end]) for place, end in zip(places, ends, strict=True)]
    return Parts(
        without_modifiers=tuple(" ".join([*suffix, *rest]) for suffix in shorter) if rest else (),
        without_complement=tuple(" ".join(item) for item in ([phrase] if rest else []) + shorter),
        complements=tuple(item for item in complements if item),
        modifiers=tuple(" ".join(phrase[:end]) for end in range(len(phrase) - 1, 0, -1)),
    )


def _suffixes(phrase: list[str]) -> list[list[str]]:
    """``phrase`` without its first word, its first two, …; what stands alone behind "and" is a conjunct, not a head."""
    found = []
    for start in range(1, len(phrase)):
        before = phrase[start - 1].casefold()
        if phrase[start].casefold() in {"and", "or"} or (before in {"and", "or"} and start == len(phrase) - 1):
            continue
        found.append(phrase[start:])
    return found


def _complement(tokens: list[str]) -> tuple[str, ...]:
    """The names that a preposition governs."""
    while tokens and tokens[0].casefold() in words().determiners:
        tokens = tokens[1:]
    return tuple(" ".join(item) for item in [tokens, *_suffixes(tokens)] if item)


class Aspects:
    """Which concepts are aspects of which (``kg:aspectOf``), as it was and as it is."""

    def __init__(self, names: Terms) -> None:
        self._predicate, self._graph = names.kg("aspectOf"), names.inferred
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}  # concept -> its aspects

    def leaves(self, quad: Quad) -> None:
        """Note a quad that is taken out of the inferred graph."""
        if quad.predicate == self._predicate and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            self._before[quad.subject.value] = quad.object.value

    def enters(self, concept: str, other: str) -> None:
        """Note that ``concept`` is now an aspect of ``other``."""
        self._now[concept] = other
        self._parts.setdefault(other, []).append(concept)

    def around(self, store: ox.Store | None, concept: str) -> list[str]:
        """What ``concept`` is an aspect of, and its own aspects; by ``store``, or by all that was noted where there is none."""
        if store is None:
            return [*([self._now[concept]] if concept in self._now else ()), *self._parts.get(concept, ())]
        node = NamedNode(concept)
        found = [quad.object for quad in store.quads_for_pattern(node, self._predicate, None, self._graph)]
        found += [quad.subject for quad in store.quads_for_pattern(None, self._predicate, node, self._graph)]
        return [other.value for other in found if isinstance(other, NamedNode)]

    def changed(self) -> dict[str, set[str]]:
        """The concepts that are aspects of something else than before -> what they were and are aspects of."""
        moved = {
            concept for concept in self._before.keys() | self._now.keys() if self._before.get(concept) != self._now.get(concept)
        }
        return {
            concept: {found[concept] for found in (self._before, self._now) if concept in found} for concept in sorted(moved)
        }


class Nesting:
    """Makes and renews the quads that unlisted concepts have by their names: ``skos:broader``, ``kg:nests`` and the others."""

    def __init__(self, vocabulary: Vocabulary, names: Terms) -> None:
        self._vocabulary, self._names = vocabulary, names
        self._linker = Linker(vocabulary)
        self._room = f"{names.base}concept/"
        self._predicates = (names.kg("nests"), _BROADER, _RELATED, names.kg("under"), names.kg("aspectOf"))
        self._nests = names.kg("nests")
        self._wording = names.kg("wording")
        self.aspects = Aspects(names)
        self._above: dict[str, frozenset[str]] = {}

    def affected(self, store: ox.Store, nodes: Iterable[str]) -> set[str]:
        """The unlisted concepts among ``nodes``, and those whose names hold one of ``nodes``."""
        found = {node for node in nodes if self._is_own(node)}
        for node in list(found):
            for quad in store.quads_for_pattern(None, self._nests, NamedNode(node), self._names.inferred):
                if isinstance(quad.subject, NamedNode):
                    found.add(quad.subject.value)
        return found

    def outdated(self, store: ox.Store, nodes: Iterable[str]) -> Iterator[Quad]:
        """What the inferred graph has about ``nodes``."""
        for node in nodes:
            for predicate in self._predicates:
                for quad in store.quads_for_pattern(NamedNode(node), predicate, None, self._names.inferred):
                    self.aspects.leaves(quad)
                    yield quad

    def quads(
        self, store: ox.Store | None, labels: Iterable[tuple[str, str]], *, known: Container[str] | None = None
    ) -> Iterator[Quad]:
        """What the inferred graph must have about concepts, given as IRI and label, with all document graphs in ``store``.

        ``known`` are the nodes that documents name, where that is known without asking the store.
        """
        for iri, label in labels:
            if not self._is_own(iri):
                continue
            inside = parts(label)
            whole = self._aspect_of(store, iri, label, inside, known)
            if whole:
                self.aspects.enters(iri, whole)
            found = (*self._links(store, iri, inside, known), {whole} if whole else set())
            node, graph = NamedNode(iri), self._names.inferred
            for predicate, targets in zip(self._predicates, found, strict=True):
                for target in sorted(targets):
                    yield Quad(node, predicate, NamedNode(target), graph)

    def _aspect_of(
        self, store: ox.Store | None, iri: str, label: str, inside: Parts, known: Container[str] | None
    ) -> str | None:
        """What is left of a name without its first complement, where that names a concept in two words or more."""
        shorter = [name for name in inside.without_complement[:1] if " " in name and label.startswith(f"{name} ")]
        whole = next(iter(self._iris(shorter)), iri)
        return whole if inside.complements and whole != iri and self._exists(store, whole, known) else None

    def _links(
        self, store: ox.Store | None, iri: str, inside: Parts, known: Container[str] | None
    ) -> tuple[set[str], set[str], set[str], set[str]]:
        chains = [self._iris(inside.without_modifiers), self._iris(inside.without_complement)]
        complements = [self._iris(names) for names in inside.complements]
        listed = [name for name in self._iris(inside.modifiers) if name in self._vocabulary.entries]
        nests = {name for chain in (*chains, *complements) for name in chain if self._is_own(name)}
        there = [
            [name for name in chain if name != iri and self._exists(store, name, known)] for chain in (*chains, *complements)
        ]
        above = {name for chain in there[:2] for name in chain}
        broader = {chain[0] for chain in there[:2] if chain}
        related = {chain[0] for chain in there[2:] if chain} | set(listed[:1])
        under = {iri} | above | {name for at in above for name in self._listed_above(at)}
        return nests - {iri}, broader - {iri}, related - broader - {iri}, under

    def _iris(self, names: Iterable[str]) -> list[str]:
        linked = (self._linker.link("concept", name, name).iri for name in names if name)
        return [iri for iri in dict.fromkeys(linked) if iri.startswith(self._room)]

    def _exists(self, store: ox.Store | None, iri: str, known: Container[str] | None) -> bool:
        if iri in self._vocabulary.entries:
            return True
        if known is not None or store is None:
            return known is not None and iri in known
        return next(iter(store.quads_for_pattern(NamedNode(iri), self._wording, None)), None) is not None

    def _is_own(self, iri: str) -> bool:
        return iri.startswith(self._room) and iri not in self._vocabulary.entries

    def _listed_above(self, iri: str) -> frozenset[str]:
        """Everything above a listed concept."""
        if iri not in self._above:
            entry = self._vocabulary.entries.get(iri)
            direct = entry.broader if entry else ()
            self._above[iri] = frozenset(direct).union(*(self._listed_above(up) for up in direct))
        return self._above[iri]
