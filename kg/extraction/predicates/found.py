"""Whom a relative clause finds to do something: "a firm that it found to have hidden losses"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.predicates.base import Kind, Predicate

__all__ = ["found_to"]

_FINDING = frozenset({"find", "believe", "know", "consider", "deem", "suspect", "hold", "think", "judge", "understand"})


def found_to(clause: Clause, lemma: str) -> Predicate | None:
    """“persons that the Council has found to be responsible for attacks”: the persons are, not the Council."""
    noun, subjects = clause.noun, clause.subjects
    if lemma not in _FINDING or clause.link is not Link.RELATIVE or noun is None or clause.passive:
        return None
    if not subjects or any(subject.tag in {"WDT", "WP"} for subject in subjects):
        return None
    below = [item for item in clause.dependents if item.infinitive and item.verb.head is clause.verb]
    if not below or below[0].subjects:
        return None
    below[0].link = Link.OBJECT_CONTROL
    return Predicate(Kind.STATEMENT, lemma, [noun], status_class="inherit", controller=[noun], rule="found_to")
