"""Which sentences a repair is asked of: it declares the words, tags and labels without which it has nothing to mend."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import update_wrapper

from kg.extraction.tree import Token

__all__ = ["Repair", "ask_in_order", "asked_of"]


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


def ask_in_order(repairs: tuple[Repair, ...], tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """Apply each repair that the sentence has the marks for; what one mends, the next can see."""
    tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
    marks = {token.lower for token in tokens}.union(tags, labels, map("{}/{}".format, tags, labels))
    for repair in repairs:
        for need in repair.needs:
            if marks.isdisjoint(need):
                break
        else:
            repair(tokens, verbs)
            before = tags, labels
            tags, labels = [token.tag for token in tokens], [token.dep for token in tokens]
            if before != (tags, labels):
                marks.update(tags, labels, map("{}/{}".format, tags, labels))  # those that were there count on
