"""Actors joined by the concepts that they take sides on: the projection of the two-mode network, kept to its strongest bonds.

A projection grows with the square of a concept's audience, and its hubs hide what tells actors apart. Two bounds hold it to the
size of what was said, and ``network.graph["left_out"]`` says what they leave out:

- Of each side of a concept the ``AUDIENCE`` actors with most voices on it are joined. What more speak of tells no camps apart,
  and costs the square of their number.
- An actor keeps its ``strongest`` bonds; an edge stays where it is one of these for either end, as in a network of nearest
  neighbours. A bond is the stronger the more concepts it goes through and the fewer actors take sides on each: where m do, it
  adds 1 / (m - 1), so that what all speak of counts for little (Newman 2001, "Scientific collaboration networks. II"). Of
  equally strong bonds those stay that a hash of the two names picks: the first by the alphabet would make hubs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

import networkx as nx
import numpy as np

from kg.analysis.claims import Claim, Graph
from kg.analysis.tensions import stance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Network = nx.Graph[str]
    Floats: TypeAlias = NDArray[np.float64]
    Integers: TypeAlias = NDArray[np.int64]

__all__ = ["AUDIENCE", "STRONGEST", "across_sides", "add_node", "joined", "on_one_side"]

AUDIENCE = 30  # actors on one side of a concept
STRONGEST = 10  # bonds of an actor
_ONE_SIDE = {side: frozenset((side,)) for side in (1, -1)}
_NAMED = 5  # concepts that a remark on what is left out names
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio: neighbours in, far apart out


@dataclass(frozen=True, slots=True)
class _Stand:
    """What one actor says on one concept, summed up, so that a bond costs the same however much was said."""

    sides: frozenset[int]
    statements: int
    first: str  # dates in ISO form
    last: str
    evidence: str  # IRI of the earliest statement
    voices: int  # documents and speakers


@dataclass(frozen=True, slots=True)
class _Topic:
    """A concept with the stands that it joins, sorted by actor, and the number of actors that take sides on it."""

    concept: str
    stands: dict[str, _Stand]  # actor -> what it says
    audience: int

    @property
    def left_out(self) -> int:
        return self.audience - len(self.stands)


Pairing = Callable[[list[int], list[int]], Iterable[tuple[int, int]]]  # from the actors for and against to those it joins


def on_one_side(in_favour: list[int], against: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of actors on the same side, each once; one on both sides is on either."""
    pairs = chain(combinations(in_favour, 2), combinations(against, 2))
    return pairs if set(in_favour).isdisjoint(against) else set(pairs)


def across_sides(in_favour: list[int], against: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of actors on opposite sides, each once."""
    pairs = product(in_favour, against)
    if set(in_favour).isdisjoint(against):
        return pairs
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def joined(graph: Graph, claims: Iterable[Claim], kind: str, pairing: Pairing, *, strongest: int) -> Network:
    """Actors joined by concepts, each kept to its ``strongest`` bonds (0: all). Edges and nodes are added in sorted order.

    The cost grows with the statements, and with no more than ``AUDIENCE`` steps for each actor and concept it takes a side on.
    """
    network: Network = nx.Graph(kind=kind)
    topics = _topics(graph, claims)
    actors = sorted({actor for topic in topics for actor in topic.stands})
    bonds = _Bonds(actors, topics, pairing)
    kept = bonds.strongest(strongest)
    for one, other, shared in bonds.through(kept):
        for actor in (one, other):
            add_node(network, graph, actor)
        network.add_edge(one, other, **_attributes(graph, shared))
    network.graph["left_out"] = "; ".join(_left_out(graph, topics, len(kept), int(kept.sum()), strongest))
    return network


def add_node(network: Network, graph: Graph, iri: str) -> None:
    """Add an actor or concept with its label, if it is not there."""
    if iri not in network:
        room = iri.removeprefix(graph.base).partition("/")[0]
        network.add_node(iri, label=graph.label(iri), kind="concept" if room == "concept" else "actor")


# From claims to what a concept joins


def _topics(graph: Graph, claims: Iterable[Claim]) -> list[_Topic]:
    """Concepts that two actors or more take sides on, in order."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.actor and stance(graph, claim):
            said.setdefault(claim.concept, []).append(claim)
    found = []
    for concept in sorted(concept for concept, group in said.items() if len(group) > 1):
        by_actor: dict[str, list[Claim]] = {}
        for claim in said[concept]:
            by_actor.setdefault(claim.actor or "", []).append(claim)
        if len(by_actor) > 1:
            stands = {actor: _stand(graph, group) for actor, group in sorted(by_actor.items())}
            found.append(_Topic(concept, _loudest(stands), len(stands)))
    return found


def _stand(graph: Graph, said: Sequence[Claim]) -> _Stand:
    if len(said) == 1:  # the most frequent case
        (claim,) = said
        day = claim.date.isoformat() if claim.date else ""
        return _Stand(_ONE_SIDE[stance(graph, claim)], 1, day, day, claim.iri, 1)
    dates = sorted(claim.date.isoformat() for claim in said if claim.date) or [""]
    sides = frozenset(stance(graph, claim) for claim in said)
    voices = len({(claim.document, claim.speaker) for claim in said})
    return _Stand(sides, len(said), dates[0], dates[-1], min(said, key=lambda claim: claim.order).iri, voices)


def _loudest(stands: dict[str, _Stand]) -> dict[str, _Stand]:
    """Those that are among the ``AUDIENCE`` with most voices on a side, in the order given."""
    if len(stands) <= AUDIENCE:
        return stands
    kept: set[str] = set()
    for side in (1, -1):
        here = [actor for actor, stand in stands.items() if side in stand.sides]
        kept.update(sorted(here, key=lambda actor: (-stands[actor].voices, _spread(actor)))[:AUDIENCE])
    return {actor: stand for actor, stand in stands.items() if actor in kept}


def _spread(name: str) -> int:
    return crc32(name.encode())


# From what concepts join to bonds


class _Bonds:
    """The bonds that concepts make between actors. Actors and topics are numbers, their places in the sequences given."""

    def __init__(self, actors: list[str], topics: list[_Topic], pairing: Pairing) -> None:
        self._actors, self._topics = actors, topics
        number = {actor: index for index, actor in enumerate(actors)}
        flat = array("q")  # both ends of each pair
        sizes = []  # topic -> how many pairs it joins
        for topic in topics:
            before = len(flat)
            sides = ([number[actor] for actor, stand in topic.stands.items() if side in stand.sides] for side in (1, -1))
            flat.extend(chain.from_iterable(pairing(*sides)))
            sizes.append((len(flat) - before) // 2)
        ends = np.sort(np.array(flat, dtype=np.int64).reshape(-1, 2), axis=1)
        keys, bond_of = np.unique(ends[:, 0] * max(len(actors), 1) + ends[:, 1], return_inverse=True)
        self._topic_of: Integers = np.repeat(np.arange(len(topics)), np.array(sizes, dtype=np.int64))  # of each pair
        self._bond_of: Integers = bond_of.reshape(-1)  # of each pair
        self._ends: tuple[Integers, Integers] = np.divmod(keys, max(len(actors), 1))  # of each bond
        shares: Floats = np.array([1 / (topic.audience - 1) for topic in topics], dtype=np.float64)[self._topic_of]
        self._strength: Floats = np.bincount(self._bond_of, weights=shares, minlength=len(keys)).astype(np.float64)

    def strongest(self, most: int) -> NDArray[np.bool_]:
        """Bond -> whether it is among the ``most`` strongest of one of its ends; 0 keeps all."""
        count = len(self._strength)
        if not most or not count:
            return np.ones(count, dtype=np.bool_)
        spread = np.array([_spread(actor) for actor in self._actors], dtype=np.uint64)
        one, other = self._ends
        chance = (spread[one] ^ spread[other]) * _MIX
        node, bond = np.concatenate((one, other)), np.tile(np.arange(count), 2)
        order = np.lexsort((chance[bond], -self._strength.round(9)[bond], node))
        starts = np.searchsorted(node[order], np.arange(len(self._actors)))  # actor -> where its bonds begin
        rank = np.arange(2 * count) - starts[node[order]]
        kept = np.zeros(count, dtype=np.bool_)
        kept[bond[order][rank < most]] = True
        return kept

    def through(self, kept: NDArray[np.bool_]) -> Iterator[tuple[str, str, list[tuple[_Topic, _Stand, _Stand]]]]:
        """The bonds that are ``kept``, in order: two actors, and the concepts that join them with the stand of each."""
        pairs = np.flatnonzero(kept[self._bond_of])
        pairs = pairs[np.argsort(self._bond_of[pairs], kind="stable")]
        bonds, numbers = self._bond_of[pairs].tolist(), self._topic_of[pairs].tolist()
        ones, others = self._ends[0][kept].tolist(), self._ends[1][kept].tolist()
        at = 0
        for bond, one, other in zip(np.flatnonzero(kept).tolist(), ones, others, strict=True):
            a, b = self._actors[one], self._actors[other]
            shared = []
            while at < len(bonds) and bonds[at] == bond:
                topic = self._topics[numbers[at]]
                shared.append((topic, topic.stands[a], topic.stands[b]))
                at += 1
            yield a, b, shared


def _attributes(graph: Graph, shared: list[tuple[_Topic, _Stand, _Stand]]) -> dict[str, Any]:
    """Of an edge between actors; the weight is the number of concepts. Plain values, lists joined by "; "."""
    stands = [stand for _, one, other in shared for stand in (one, other)]
    return {
        "weight": len(shared),
        "strength": round(sum(1 / (topic.audience - 1) for topic, _, _ in shared), 6),
        "through": "; ".join(graph.label(topic.concept) for topic, _, _ in shared),
        "statements": sum(stand.statements for stand in stands),
        "first": min(stand.first for stand in stands),
        "last": max(stand.last for stand in stands),
        "evidence": "; ".join(stand.evidence for stand in stands),
    }


def _left_out(graph: Graph, topics: list[_Topic], found: int, kept: int, strongest: int) -> Iterator[str]:
    if found > kept:
        yield f"{found - kept:,} of {found:,} edges, weaker than the {strongest} strongest of both their ends"
    large = sorted((topic for topic in topics if topic.left_out), key=lambda topic: (-topic.audience, topic.concept))
    if large:
        names = ", ".join(
            f"{graph.label(topic.concept)} ({topic.left_out:,} of {topic.audience:,})" for topic in large[:_NAMED]
        )
        more = f", and of {len(large) - _NAMED:,} more concepts" if len(large) > _NAMED else ""
        yield f"actors beyond the {AUDIENCE} with most voices on a side of {names}{more}"
