"""From promise to delivery: which later statements keep a promise, and which only say it again.

A promise is an affirmed, dated statement of an actor that is planned, obliged or requested. It is linked to later affirmed
statements of the same actor on the same concept: to those that are under way or done (``fulfilled``) and to those that promise
it again (``repeated``). The same actor means the same node, or one that belongs to the group that promised. The same concept
means the same node, or one of which it is an aspect (``kg:aspectOf``), or that is an aspect of it. What is done must be what
was promised, as ``Keeping`` has it from the vocabulary: a promise to curb is not kept by promoting, nor one to produce by
exporting.
"""

# ruff: noqa: D102 — the protocol says of its properties what there is to say

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Generic, Protocol, TypeVar

from kg.names import head, words
from kg.told import Order
from kg.vocabulary import Vocabulary

__all__ = ["DONE", "PROMISED", "Keeping", "Said", "Step", "counts", "followed", "is_promise"]

PROMISED = frozenset({"planned", "obliged", "requested"})
DONE = frozenset({"achieved", "ongoing"})
_IDLE = frozenset({"characterises", "affects"})  # say what something is, or what came of it: no promise and no delivery


class Said(Protocol):
    """What is asked of a statement. Nodes are IRIs, ``relation`` is a local name, ``words`` name the object."""

    @property
    def iri(self) -> str: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def relation(self) -> str: ...
    @property
    def concept(self) -> str: ...
    @property
    def verb(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def polarity(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def date(self) -> date | None: ...
    @property
    def words(self) -> str: ...
    @property
    def order(self) -> Order: ...


S = TypeVar("S", bound=Said)


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """A later statement in a chain: ``kind`` is "fulfilled" or "repeated"; ``same``: actor and concept are the very same."""

    claim: S
    kind: str
    same: bool


@dataclass(frozen=True)
class Keeping:
    """Which statements keep which promises.

    The same verb does; else a relation or verb that the promise's relation names. A relation that names none does as the
    nearest one above it that does.
    """

    relations: frozenset[tuple[str, str]]  # (of a promise, of what keeps it)
    verbs: frozenset[tuple[str, str]]  # (relation of a promise, verb that keeps it)
    alone: frozenset[tuple[str, str]]  # (relation, its verb that goes with no other)
    within: Mapping[str, frozenset[str]]  # relation -> it and those above it

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Keeping:
        """As ``vocabulary`` has it."""
        all_ = vocabulary.relations.values()
        return cls(
            relations=frozenset((one.name, other) for one in all_ for other in one.kept_by),
            verbs=frozenset((one.name, verb) for one in all_ for verb in one.kept_by_verbs),
            alone=frozenset((one.name, verb) for one in all_ for verb in one.self_keeping),
            within={one.name: frozenset({one.name, *vocabulary.ancestors(one.name)}) for one in all_},
        )

    def keeps(self, promise: Said, later: Said) -> bool:
        """Whether ``later`` does what ``promise`` says, whoever does it to whatever."""
        if promise.verb == later.verb:
            return True
        one, other = self._nearest[promise.relation], self._nearest[later.relation]
        if (one, promise.verb) in self.alone:
            return False
        if (one, later.verb) in self.verbs:
            return True
        return (one, other) in self.relations and (other, later.verb) not in self.alone

    @cached_property
    def _nearest(self) -> Mapping[str, str]:
        """Relation -> itself or the nearest above it of which it is said how its promises are kept."""
        named = {one for one, _ in self.relations | self.verbs}
        found = _Itself()
        for relation, above in self.within.items():
            order = sorted(above, key=lambda name: (-len(self.within.get(name, ())), name))
            found[relation] = next((name for name in order if name in named), relation)
        return found


class _Itself(dict[str, str]):
    """What is missing stands for itself."""

    def __missing__(self, key: str) -> str:
        return key


def counts(said: Said) -> bool:
    """Whether a statement can be part of a chain: affirmed, dated, somebody's, and on something told."""
    stated = said.polarity == "affirmed" and (said.status in PROMISED or said.status in DONE)
    return stated and said.actor is not None and said.date is not None and _is_told(said.words)


def is_promise(said: Said) -> bool:
    """Whether a statement that counts opens a chain, or repeats what opened one."""
    return said.status in PROMISED and said.relation not in _IDLE


@lru_cache(maxsize=65536)
def _is_told(words_: str) -> bool:
    """Whether the concept tells what it is about: an amount of money alone does not."""
    return head(words_) not in words().measures


def followed(promises: Iterable[S], near: Iterable[S], keeping: Keeping) -> Iterator[tuple[S, tuple[Step[S], ...]]]:
    """Each promise of one actor on one concept with its later steps, in order; a repetition is no chain of its own.

    ``near`` are the statements that count of the actor and its members on the concept and on its aspects.
    """
    ordered = sorted({said.iri: said for said in near}.values(), key=_order)
    places = [said.order for said in ordered]
    repeated: set[str] = set()
    for promise in sorted(promises, key=_order):
        if promise.iri not in repeated:
            steps = tuple(_steps(promise, ordered[bisect_right(places, promise.order) :], keeping))
            repeated |= {step.claim.iri for step in steps if step.kind == "repeated" and step.same}
            yield promise, steps


def _order(said: Said) -> Order:
    return said.order


def _steps(promise: S, later: Sequence[S], keeping: Keeping) -> Iterator[Step[S]]:
    """What is said on a later day; or further on in the same text, where that says of the same thing that it was done."""
    for said in later:
        if said.date == promise.date and not _done_in_text(promise, said):
            continue
        if not keeping.keeps(promise, said):
            continue
        own = said.actor == promise.actor
        if said.status in DONE:
            yield Step(said, "fulfilled", own and said.concept == promise.concept)
        elif own:
            yield Step(said, "repeated", said.concept == promise.concept)


def _done_in_text(promise: Said, said: Said) -> bool:
    same = (said.document, said.actor, said.verb, said.concept)
    return said.status == "achieved" and same == (promise.document, promise.actor, promise.verb, promise.concept)
