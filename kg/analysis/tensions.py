"""Tensions: where texts pull a concept both ways, by opposite polarity or by promoting against restricting.

What a statement does to its concept is its stance: for, when it promotes, implements or prioritises it; against, when it
restricts it; turned round by a negation. Any other relation is in tension with its own negation only. Stances on one concept
are compared by actor and by date: an actor that changes sides has changed its mind; actors that stay on different sides are in
conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.analysis.claims import Claim, Graph

__all__ = ["Change", "Conflict", "Tension", "stance", "tensions"]


@dataclass(frozen=True, slots=True)
class Change:
    """An actor on one side, then on the other: two statements in the order in which they were said."""

    actor: str
    before: Claim
    after: Claim

    @property
    def kind(self) -> str:
        """ "change of mind" between two texts, "two sides" within one."""
        return "two sides" if self.before.document == self.after.document else "change of mind"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements for and against by different actors, each actor's last word, in the order in which they were said."""

    in_favour: tuple[Claim, ...]
    against: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Tension:
    """A concept on which texts disagree."""

    concept: str
    changes: tuple[Change, ...]
    conflict: Conflict | None


def stance(graph: Graph, claim: Claim) -> int:
    """1 for the concept, -1 against it, 0 where the relation takes no side."""
    side = graph.sides.get(claim.relation, 0)
    return -side if claim.polarity == "negated" else side


def tensions(graph: Graph) -> list[Tension]:
    """The tensions in ``graph``, those with most statements first; the cost grows with the statements but for sorting."""
    by_concept: dict[str, list[Claim]] = {}
    for claim in graph.claims:
        if claim.actor:
            by_concept.setdefault(claim.concept, []).append(claim)
    found = []
    for concept in sorted(by_concept):
        sides = [(side, claim) for claim in by_concept[concept] if (side := stance(graph, claim))]
        sides += list(_by_polarity(graph, by_concept[concept]))
        if {side for side, _ in sides} == {1, -1}:
            changes, conflict = tuple(_changes(sides)), _conflict(sides)
            if changes or conflict:
                found.append((len(sides), Tension(concept, changes, conflict)))
    return [tension for _, tension in sorted(found, key=lambda item: (-item[0], item[1].concept))]


def _by_polarity(graph: Graph, claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """Relations without a side of their own are in tension with their own negation only."""
    of_relation: dict[str, list[Claim]] = {}
    for claim in claims:
        if not stance(graph, claim):
            of_relation.setdefault(claim.relation, []).append(claim)
    for group in of_relation.values():
        if {claim.polarity for claim in group} == {"affirmed", "negated"}:
            yield from ((1 if claim.polarity == "affirmed" else -1, claim) for claim in group)


def _by_actor(sides: Iterable[tuple[int, Claim]]) -> dict[str, list[tuple[int, Claim]]]:
    actors: dict[str, list[tuple[int, Claim]]] = {}
    for side, claim in sorted(sides, key=lambda item: item[1].order):
        actors.setdefault(claim.actor or "", []).append((side, claim))
    return dict(sorted(actors.items()))


def _changes(sides: Iterable[tuple[int, Claim]]) -> Iterator[Change]:
    for actor, said in _by_actor(sides).items():
        for (before, earlier), (after, later) in pairwise(said):
            if before != after and earlier.iri != later.iri:
                yield Change(actor, earlier, later)


def _conflict(sides: Iterable[tuple[int, Claim]]) -> Conflict | None:
    last = {actor: said[-1] for actor, said in _by_actor(sides).items()}
    in_favour = tuple(sorted((claim for side, claim in last.values() if side > 0), key=lambda claim: claim.order))
    against = tuple(sorted((claim for side, claim in last.values() if side < 0), key=lambda claim: claim.order))
    return Conflict(in_favour, against) if in_favour and against else None
