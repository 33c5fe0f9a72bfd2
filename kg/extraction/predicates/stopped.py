"""Stopped proposals: what a bill that is struck down was to do, nobody does."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import core_head
from kg.extraction.negation import is_negated
from kg.extraction.predicates.base import Predicate, verb_lemma
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["purpose_of_object"]


def purpose_of_object(clause: Clause, item: Clause, predicate: Predicate, lemma: str) -> None:
    """“vetoed a bill to expand drilling”, "defied an order to close the mine": what it was for is not said of anybody."""
    stopped = lemma in words("stopping") and item.noun is not None and item.noun in predicate.objects
    if stopped or (_refuses(clause, predicate) and any(_is_proposal_to(token, item) for token in predicate.objects)):
        item.link = Link.NOMINAL


def _refuses(clause: Clause, predicate: Predicate) -> bool:
    """“turned down”, "failed to approve", "did not pass"."""
    lemmas = {verb_lemma(clause.verb), predicate.lemma}
    if lemmas & (words("refusing") | words("stopping")):
        return not is_negated(clause)
    above = clause.governor
    failed = clause.link is Link.COMPLEMENT and above is not None and above.verb.lemma.lower() in words("catenative.negated")
    return bool(lemmas & words("heeding")) and (failed or is_negated(clause))


def _is_proposal_to(token: Token, item: Clause) -> bool:
    """Whether the infinitive follows right behind a proposal: "calls to ban X"."""
    if core_head(token).lemma.lower() not in words("proposal"):
        return False
    if item.noun is token:
        return True
    place = item.verb.subtree()[0].i
    return any(below.i == place - 1 for below in token.subtree() if below is not item.verb)
