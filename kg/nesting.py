"""Which concepts lie under or inside which, read off their names: "sci-tech innovation" under "innovation".

A name without its first modifiers, or without what follows a preposition, names something broader; the complement of a
preposition and a listed name among the modifiers name something related. Only concepts that the vocabulary or some text has
are linked, and all of it belongs to the inferred graph. ``kg:nests`` keeps what a name holds, in a text or not: so a concept
that comes or goes with one document moves only the names that hold it.
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

__all__ = ["Nesting", "Parts", "parts"]

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


class Nesting:
    """Makes and renews the quads of ``kg:nests``, ``skos:broader``, ``skos:related`` and ``kg:under`` of unlisted concepts."""

    def __init__(self, vocabulary: Vocabulary, names: Terms) -> None:
        self._vocabulary, self._names = vocabulary, names
        self._linker = Linker(vocabulary)
        self._room = f"{names.base}concept/"
        self._nests, self._under = names.kg("nests"), names.kg("under")
        self._wording = names.kg("wording")
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
            for predicate in (self._nests, _BROADER, _RELATED, self._under):
                yield from store.quads_for_pattern(NamedNode(node), predicate, None, self._names.inferred)

    def quads(
        self, store: ox.Store | None, labels: Iterable[tuple[str, str]], *, known: Container[str] | None = None
    ) -> Iterator[Quad]:
        """What the inferred graph must have about concepts, given as IRI and label, with all document graphs in ``store``.

        ``known`` are the nodes that documents name, where that is known without asking the store.
        """
        for iri, label in labels:
            if not self._is_own(iri):
                continue
            found = self._links(store, iri, parts(label), known)
            node, graph = NamedNode(iri), self._names.inferred
            for predicate, targets in zip((self._nests, _BROADER, _RELATED, self._under), found, strict=True):
                for target in sorted(targets - {iri} if predicate is not self._under else targets):
                    yield Quad(node, predicate, NamedNode(target), graph)

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
        return nests, broader, related - broader, under

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
