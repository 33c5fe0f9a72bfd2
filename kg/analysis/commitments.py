"""Commitments through time: what an actor said it would do, and what a later text says came of it.

``kg.chains`` says what is linked to a promise: statements by which it is under way or done (``fulfilled``), else such that
promise it again (``repeated``); else it is ``open``, or ``overdue`` when it names a day that is past. A build keeps the same
links in the inferred graph; here they are made for any store, and for any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.analysis.claims import Claim, Graph
from kg.chains import Step, counts, followed, is_promise

__all__ = ["Chain", "Step", "commitments"]


@dataclass(frozen=True, slots=True)
class Chain:
    """A promise with what came of it, in the order in which it was said. ``state``: fulfilled, repeated, overdue or open."""

    promise: Claim
    steps: tuple[Step[Claim], ...]
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
    chains = []
    for who, concept, promises in index.promises():
        if actor is not None and who != actor:
            continue
        for promise, steps in followed(promises, index.near(who, concept), graph.keeping):
            chain = Chain(promise, steps, _state(promise, steps, until))
            if not open_only or chain.state in {"open", "overdue", "repeated"}:
                chains.append(chain)
    return sorted(chains, key=lambda chain: chain.promise.order)


def _state(promise: Claim, steps: Iterable[Step[Claim]], until: date) -> str:
    kinds = {step.kind for step in steps}
    if "fulfilled" in kinds:
        return "fulfilled"
    if promise.deadline is not None and promise.deadline < until:
        return "overdue"
    return "repeated" if kinds else "open"


class _Index:
    """Claims by actor and concept."""

    def __init__(self, graph: Graph) -> None:
        self._lists: dict[tuple[str, str], list[Claim]] = {}
        self._members: dict[str, list[str]] = {}  # actor -> actors that belong to it
        self._around: dict[str, list[str]] = {}  # concept -> what it is an aspect of, and its aspects
        for member, groups in sorted(graph.actors_above.items()):
            for group in groups:
                self._members.setdefault(group, []).append(member)
        for concept, wholes in sorted(graph.aspects.items()):
            for whole in wholes:
                self._around.setdefault(concept, []).append(whole)
                self._around.setdefault(whole, []).append(concept)
        for claim in filter(counts, graph.claims):
            self._lists.setdefault((claim.actor or "", claim.concept), []).append(claim)

    def promises(self) -> Iterator[tuple[str, str, list[Claim]]]:
        """Each actor and concept with the promises of the one on the other."""
        for (actor, concept), claims in self._lists.items():
            if promises := [claim for claim in claims if is_promise(claim)]:
                yield actor, concept, promises

    def near(self, actor: str, concept: str) -> Iterator[Claim]:
        """The claims that can follow these promises: of the actor and its members, on the concept and its aspects."""
        for who in (actor, *self._members.get(actor, ())):
            for what in (concept, *self._around.get(concept, ())):
                yield from self._lists.get((who, what), ())
