"""Which sentences a repair is asked of: it declares the words, tags and labels without which it has nothing to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import reduce, update_wrapper
from itertools import repeat
from operator import and_, or_

from kg.extraction.tree import Token

__all__ = ["InOrder", "Repair", "asked_of", "of_lemma"]


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

    A mark is a lower-cased word, a tag, a label, a tag with a label or "=" and a lemma; "|" parts several tags or labels.
    """
    return lambda rule: Repair(rule, needs)


def of_lemma(lemmas: Iterable[str]) -> str:
    """The marks of words with one of these lemmas."""
    return " ".join(f"={lemma}" for lemma in lemmas)


def _each(marks: str) -> list[str]:
    """The marks that "VBN|VBD/acl" stands for."""
    tags, slash, labels = marks.partition("/")
    return [tag + slash + label for tag in tags.split("|") for label in labels.split("|")]


class InOrder:
    """Applies each of some repairs that a sentence has the marks for; what one mends, the next can see.

    Sets of repairs are numbers: bit ``i`` stands for the ``i``-th, and ``i`` + n · ``k`` for its ``k``-th group of marks.
    """

    def __init__(self, repairs: tuple[Repair, ...]) -> None:
        self._repairs = repairs
        self._groups = range(max(1, *(len(repair.needs) for repair in repairs)))
        self._without = 0  # the groups that a repair has not
        self._having: dict[str, int] = {}  # mark → the groups that it is enough for
        for group in self._groups:
            for i, repair in enumerate(repairs, len(repairs) * group):
                if len(repair.needs) <= group:
                    self._without |= 1 << i
                    continue
                for mark in repair.needs[group]:
                    self._having[mark] = self._having.get(mark, 0) | 1 << i

    def __call__(self, tokens: list[Token], verbs: AbstractSet[str]) -> None:
        """Change ``tokens`` in place; ``verbs`` are those of the lexicon."""
        tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
        met = self._meet(self._without, {token.lower for token in tokens}.union(_marks(tokens, tags, labels)))
        asked = self._all_met(met)
        while asked:
            bit = asked & -asked
            self._repairs[bit.bit_length() - 1](tokens, verbs)
            before = tags, labels
            tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
            if before != (tags, labels):  # the marks that were there count on
                met = self._meet(met, _marks(tokens, tags, labels))
                asked |= self._all_met(met)
            asked &= -(bit << 1)

    def _meet(self, met: int, marks: Iterable[str]) -> int:
        """The groups ``met`` so far and those that the ``marks`` meet."""
        return reduce(or_, map(self._having.get, marks, repeat(0)), met)

    def _all_met(self, met: int) -> int:
        """The repairs of which all groups are met."""
        return reduce(and_, (met >> len(self._repairs) * group for group in self._groups))


def _marks(tokens: list[Token], tags: list[str], labels: list[str]) -> set[str]:
    """The marks but the words, which no repair changes."""
    return {*tags, *labels, *map("{}/{}".format, tags, labels), *["=" + token.lemma.lower() for token in tokens]}
