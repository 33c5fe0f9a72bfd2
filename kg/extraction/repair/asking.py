"""Which sentences a repair is asked of: it declares the words, tags and labels without which it has nothing to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import reduce, update_wrapper
from operator import and_, or_

from kg.extraction.tree import Token

__all__ = ["InOrder", "Repair", "asked_of"]


class Repair:
    """A repair with what a sentence must have for it: of each set, one mark at least. Called, it is applied unasked."""

    def __init__(self, rule: Callable[..., None], needs: tuple[str, ...]) -> None:
        self.needs = [frozenset(mark for marks in group.split() for mark in _each(marks)) for group in needs]
        self._rule = rule
        self._takes_verbs = "verbs" in rule.__annotations__
        update_wrapper(self, rule)

    def __call__(self, tokens: list[Token], verbs: AbstractSet[str] = frozenset()) -> None:
        """Change ``tokens`` in place; ``verbs`` are those of the lexicon."""
        if self._takes_verbs:
            self._rule(tokens, verbs)
        else:
            self._rule(tokens)


def asked_of(*needs: str) -> Callable[[Callable[..., None]], Repair]:
    """Make a repair of a rule; it needs one of the marks of each group: ``@asked_of("VBN/amod|acl", "and or")``.

    A mark is a lower-cased word, a tag, a label, or a tag with a label; "|" parts several tags or labels.
    """
    return lambda rule: Repair(rule, needs)


def _each(marks: str) -> list[str]:
    """The marks that "VBN|VBD/acl" stands for."""
    tags, slash, labels = marks.partition("/")
    return [tag + slash + label for tag in tags.split("|") for label in labels.split("|")]


class InOrder:
    """Applies each of some repairs that a sentence has the marks for; what one mends, the next can see.

    Sets of repairs are numbers: bit ``i`` stands for the ``i``-th.
    """

    def __init__(self, repairs: tuple[Repair, ...]) -> None:
        self._repairs = repairs
        groups = range(max(1, *(len(repair.needs) for repair in repairs)))
        self._without = [sum(1 << i for i, repair in enumerate(repairs) if len(repair.needs) <= group) for group in groups]
        self._having: dict[str, list[int]] = {}  # mark → for each group, the repairs that it is enough for
        for i, repair in enumerate(repairs):
            for group, need in enumerate(repair.needs):
                for mark in need:
                    self._having.setdefault(mark, [0 for _ in groups])[group] |= 1 << i

    def __call__(self, tokens: list[Token], verbs: AbstractSet[str]) -> None:
        """Change ``tokens`` in place; ``verbs`` are those of the lexicon."""
        tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
        met = self._without.copy()
        asked = self._meet(met, {token.lower for token in tokens}.union(tags, labels, map("{}/{}".format, tags, labels)))
        while asked:
            bit = asked & -asked
            self._repairs[bit.bit_length() - 1](tokens, verbs)
            before = tags, labels
            tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
            if before != (tags, labels):  # the marks that were there count on
                asked |= self._meet(met, {*tags, *labels, *map("{}/{}".format, tags, labels)})
            asked &= -(bit << 1)

    def _meet(self, met: list[int], marks: Iterable[str]) -> int:
        """Note the ``marks`` in ``met``, the repairs that each group is met of; returns those of which all groups are."""
        for mark in marks:
            if (having := self._having.get(mark)) is not None:
                met[:] = map(or_, met, having)
        return reduce(and_, met)
