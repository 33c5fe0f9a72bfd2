"""What can follow a verb: a clause, an infinitive."""

from __future__ import annotations

from functools import cache

from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["GIVING", "moves", "moving_verbs", "says", "takes_clause"]

GIVING = words("giving") | {"hand", "owe", "allocate"}  # what stands behind the verb can be who gets something
_OF_CLAUSES = ("attribution", "speech", "believing", "that_clause.inherit", "that_clause.requested", "that_clause.obliged")
_SAID = ("attribution", "judging", "appealing", "catenative.planned", "catenative.requested", "operative")


def takes_clause(verb: Token) -> bool:
    """Whether a clause without "that" can follow the verb: "say", "ensure", "see"."""
    lemma = verb.lemma.lower()
    return lemma in {"see", "have", "get", "hear", "want", "let", "make"} or any(lemma in words(name) for name in _OF_CLAUSES)


def moves(verb: Token) -> bool:
    """Whether the verb makes or lets somebody do something: "help", "require"."""
    return verb.lemma.lower() in moving_verbs()


@cache
def moving_verbs() -> frozenset[str]:
    """The verbs whose object controls an infinitive."""
    return frozenset().union(*classes("object_control").values())


def says(verb: Token) -> bool:
    """Whether it is something that those who condemn do as well: "urge", "support", "call"."""
    lemma = verb.lemma.lower()
    return any(lemma in words(name) for name in _SAID) or f"{lemma}s" in words("operative")
