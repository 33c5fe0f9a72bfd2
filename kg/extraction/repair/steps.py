"""Steps that many repairs take."""

from __future__ import annotations

from kg.extraction.tree import Token

__all__ = ["is_perfect", "lead", "verb_above"]


def verb_above(token: Token) -> Token | None:
    """The nearest verb that ``token`` hangs on, however far."""
    return next((above for above in token.ancestors() if above.is_verb), None)


def is_perfect(verb: Token) -> bool:
    """Whether a "have" of its own stands before the verb."""
    return any(aux.lemma == "have" for aux in verb.having("aux"))


def lead(token: Token, old: Token) -> None:
    """Hand over to ``token`` what hangs on ``old`` and stands before it: subject, auxiliaries, adverbs."""
    for child in list(old.children):
        if child.i < token.i:
            child.hang(token, child.dep)
