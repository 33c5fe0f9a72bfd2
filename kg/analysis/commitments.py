"""Commitments through time: what an actor said it would do, and what a later text says came of it.

A promise is an affirmed statement that is planned, obliged or requested. It is linked to later affirmed statements of the same
actor on the same concept: to one that is under way or done (``fulfilled``), else to one that promises it again (``repeated``);
else it is ``open``, or ``overdue`` when it names a day that is past. The same concept means the same node, or a broader or
narrower one where no name in between is shared by strangers (see ``_about``). The same actor means the same node, or one that
belongs to the group that promised. What is done must be what was promised: the same verb, or one of a relation that keeps
promises of that kind (``kg:keptBy`` in the vocabulary), so a promise to curb is not kept by promoting.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.analysis.claims import DONE, PROMISED, Claim, Graph
from kg.names import head, name_key, words
from kg.nesting import parts

__all__ = ["Chain", "Step", "commitments"]

_IDLE = frozenset({"characterises", "affects"})  # say what something is, or what came of it: no promise and no delivery


@dataclass(frozen=True, slots=True)
class Step:
    """A later statement in a chain: ``kind`` is "fulfilled" or "repeated"; ``same``: actor and concept are the very same."""

    claim: Claim
    kind: str
    same: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A promise with what came of it, in the order in which it was said. ``state``: fulfilled, repeated, overdue or open."""

    promise: Claim
    steps: tuple[Step, ...]
    state: str

    @property
    def fulfilled_by(self) -> tuple[Claim, ...]:
        """The statements that say it is under way or done."""
        return tuple(step.claim for step in self.steps if step.kind == "fulfilled")


def commitments(graph: Graph, *, actor: str | None = None, open_only: bool = False, today: date | None = None) -> list[Chain]:
    """The chains of all promises in ``graph``, or of those of ``actor`` (IRI), in order; a repetition is no chain of its own.

    ``today`` is the day by which deadlines are judged: by default the last day on which anything in the graph was said. The
    cost grows with n log n in the statements, and with the length of the chains.
    """
    until = today or graph.last or max((claim.date for claim in graph.claims if claim.date), default=date.min)
    index = _Index(graph)
    repeated: set[str] = set()
    chains = []
    for promise in graph.claims:
        if not _is_promise(promise) or promise.iri in repeated:
            continue
        steps = tuple(index.steps(promise))
        repeated |= {step.claim.iri for step in steps if step.kind == "repeated" and step.same}
        chain = Chain(promise, steps, _state(promise, steps, until))
        if actor is not None and promise.actor != actor:
            continue
        if not open_only or chain.state in {"open", "overdue", "repeated"}:
            chains.append(chain)
    return chains


def _is_promise(claim: Claim) -> bool:
    said = claim.status in PROMISED and claim.polarity == "affirmed"
    return said and claim.actor is not None and claim.date is not None and claim.relation not in _IDLE and _is_told(claim)


def _is_told(claim: Claim) -> bool:
    """Whether the concept tells what it is about: an amount of money alone does not."""
    return head(claim.words) not in words().measures


def _state(promise: Claim, steps: Iterable[Step], until: date) -> str:
    kinds = {step.kind for step in steps}
    if "fulfilled" in kinds:
        return "fulfilled"
    if promise.deadline is not None and promise.deadline < until:
        return "overdue"
    return "repeated" if kinds else "open"


def _done_in_text(promise: Claim, claim: Claim) -> bool:
    same = (claim.document, claim.actor, claim.verb, claim.concept)
    return claim.status == "achieved" and same == (promise.document, promise.actor, promise.verb, promise.concept)


class _Index:
    """Claims by actor and concept, each list in the order said, so that what came later is a slice."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._lists: dict[tuple[str, str], list[Claim]] = {}
        self._members: dict[str, list[str]] = {}  # actor -> actors that belong to it
        self._about_cache: dict[str, str] = {}
        for member, groups in sorted(graph.actors_above.items()):
            for group in groups:
                self._members.setdefault(group, []).append(member)
        for claim in graph.claims:
            if (
                claim.actor
                and claim.date
                and _is_told(claim)
                and claim.polarity == "affirmed"
                and claim.status in PROMISED | DONE
            ):
                for concept in {claim.concept, self._about(claim.concept)}:
                    self._lists.setdefault((claim.actor, concept), []).append(claim)

    def steps(self, promise: Claim) -> Iterator[Step]:
        """What later texts say of ``promise``."""
        actor = promise.actor or ""
        found: dict[str, Step] = {}
        for who in (actor, *self._members.get(actor, ())):
            for concept in {promise.concept, self._about(promise.concept)}:
                for claim in self._later(who, concept, promise):
                    same = who == actor and claim.concept == promise.concept
                    kind = self._kind(promise, claim)
                    if kind and (kind == "fulfilled" or who == actor):
                        found.setdefault(claim.iri, Step(claim, kind, same))
        yield from sorted(found.values(), key=lambda step: step.claim.order)

    def _later(self, actor: str, concept: str, promise: Claim) -> Iterator[Claim]:
        """What is said on a later day; or further on in the same text, where that says of the same thing that it was done."""
        claims = self._lists.get((actor, concept), [])
        for claim in claims[bisect_right(claims, promise.order, key=lambda claim: claim.order) :]:
            if claim.date != promise.date or _done_in_text(promise, claim):
                yield claim

    def _kind(self, promise: Claim, later: Claim) -> str | None:
        if later.verb != promise.verb and not self.graph.keeps(promise.relation, later.relation):
            return None
        return "repeated" if later.status in PROMISED else "fulfilled"

    def _about(self, concept: str) -> str:
        """What a claim on ``concept`` is about: the concept that is left without a complement, where a name for it is known.

        "disruptive competition in the sale of NEVs" is about irrational competition, whose other name that is; but "development
        of NEVs" is not about development, for a head of one word is shared by strangers.
        """
        if concept not in self._about_cache:
            label = self.graph.label(concept)
            shorter = [name for name in parts(label).without_complement[:1] if " " in name and label.startswith(name)]
            self._about_cache[concept] = next(filter(None, (self.graph.named.get(name_key(name)) for name in shorter)), concept)
        return self._about_cache[concept]
