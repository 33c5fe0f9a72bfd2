"""Two graphs, documents or years side by side: statements new, gone, and changed in status, polarity, strength or quantity.

Statements are compared within one actor and concept. First those that say the same are set aside, then those with the same
verb are paired, then those with the same relation, then those of one branch of relations, but for verbs that go with no other
(``kg:keepsItselfVerb``): exporting is no other edition of producing. What is left is new or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.analysis.claims import Claim, Graph

__all__ = ["Difference", "compare", "of_document", "of_year"]

_STATUSES = ("possible", "requested", "planned", "obliged", "ongoing", "achieved")  # from least to most firm


@dataclass(frozen=True, slots=True)
class Difference:
    """``kind``: "new" (no before), "gone" (no after) or "changed"; ``changes`` are (what, before, after)."""

    kind: str
    before: Claim | None
    after: Claim | None
    changes: tuple[tuple[str, str, str], ...] = ()

    @property
    def claim(self) -> Claim:
        """The later statement, or the only one."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a difference has a statement before or after")
        return found

    @property
    def firmer(self) -> bool | None:
        """Whether the status became firmer; None where it did not change."""
        status = next(((a, b) for what, a, b in self.changes if what == "status"), None)
        return None if status is None else _STATUSES.index(status[1]) > _STATUSES.index(status[0])


def of_document(claims: Iterable[Claim], document: str) -> list[Claim]:
    """The claims that the document of that IRI makes."""
    return [claim for claim in claims if claim.document == document]


def of_year(claims: Iterable[Claim], year: int) -> list[Claim]:
    """The claims made in that year."""
    return [claim for claim in claims if claim.date and claim.date.year == year]


def compare(graph: Graph, before: Iterable[Claim], after: Iterable[Claim]) -> list[Difference]:
    """What changed from ``before`` to ``after``, by actor and concept; ``graph`` knows how strong verbs are."""
    groups: dict[tuple[str, str], tuple[list[Claim], list[Claim]]] = {}
    for place, claims in enumerate((before, after)):
        for claim in claims:
            groups.setdefault((claim.actor or "", claim.concept), ([], []))[place].append(claim)
    found: list[Difference] = []
    for key in sorted(groups):
        found += _differences(graph, *groups[key])
    order = {"changed": 0, "new": 1, "gone": 2}
    return sorted(found, key=lambda item: (order[item.kind], item.claim.actor or "", item.claim.concept, item.claim.order))


def _differences(graph: Graph, before: list[Claim], after: list[Claim]) -> Iterator[Difference]:
    list(_paired(before, after, lambda claim: (claim.verb, claim.status, claim.polarity, claim.quantity)))  # said again
    keys: list[Callable[[Claim], str | None]] = [
        lambda claim: claim.verb,
        lambda claim: None if _apart(graph, claim) else claim.relation,
        lambda claim: None if _apart(graph, claim) else graph.family(claim.relation),
    ]
    for same in keys:
        for old, new in _paired(before, after, same):
            changes = tuple(_changes(graph, old, new))
            if changes:
                yield Difference("changed", old, new, changes)
    yield from (Difference("gone", old, None) for old in before)
    yield from (Difference("new", None, new) for new in after)


def _paired(before: list[Claim], after: list[Claim], key: Callable[[Claim], Any]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs with the same ``key``, in order; they leave both lists. None is no key."""
    waiting: dict[Any, list[Claim]] = {None: []}
    for claim in before:
        if (found := key(claim)) is not None:
            waiting.setdefault(found, []).append(claim)
    pairs = []
    for claim in list(after):
        if others := waiting.get(key(claim)):
            pairs.append((others.pop(0), claim))
    gone, came = {old.iri for old, _ in pairs}, {new.iri for _, new in pairs}
    before[:] = [claim for claim in before if claim.iri not in gone]
    after[:] = [claim for claim in after if claim.iri not in came]
    return iter(pairs)


def _apart(graph: Graph, claim: Claim) -> bool:
    """Whether another verb says another thing than the claim's, not the same more or less strongly."""
    return (claim.relation, claim.verb) in graph.keeping.alone and not graph.strengths.get(claim.verb)


def _changes(graph: Graph, old: Claim, new: Claim) -> Iterator[tuple[str, str, str]]:
    if old.status != new.status:
        yield "status", old.status, new.status
    if old.polarity != new.polarity:
        yield "polarity", old.polarity, new.polarity
    if graph.strengths.get(old.verb, 0) != graph.strengths.get(new.verb, 0):
        yield "strength", _strength(graph, old), _strength(graph, new)
    elif old.verb != new.verb:
        yield "verb", old.verb, new.verb
    if old.quantity != new.quantity and (old.quantity or new.quantity):
        yield "quantity", old.quantity or "none", new.quantity or "none"


def _strength(graph: Graph, claim: Claim) -> str:
    return f"{claim.verb} ({('tentative', 'plain', 'emphatic')[graph.strengths.get(claim.verb, 0) + 1]})"
