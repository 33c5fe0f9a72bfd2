"""Whom a relative clause finds to do something: "a firm that it found to have hidden losses"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.predicates.base import Kind, Predicate
from kg.extraction.words import words

__all__ = ["found_to", "judged_due"]

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


_JUDGING = frozenset({"consider", "deem", "find", "think", "believe"})


def judged_due(clause: Clause, lemma: str) -> Predicate | None:
    """“considers it crucial to strengthen the union”: it is, as "it is crucial to", and for nobody in particular."""
    if lemma not in _JUDGING or clause.passive:
        return None
    for child in clause.verb.having("ccomp", "xcomp", "oprd", "acomp"):
        it = child.child("nsubj") or clause.verb.child("dobj")
        if child.tag != "JJ" or child.i < clause.verb.i or child.having("aux", "cop", "mark") or it is None or it.lower != "it":
            continue
        name = next((name for name in _DUE if child.lower in words(f"catenative_adjective.{name}")), None)
        below = [item for item in clause.dependents if item.infinitive and item.verb.i > child.i]
        if name is None or not below:
            return None
        for item in below:
            item.link = Link.COMPLEMENT
        return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="aim_is_to")
    return None


_DUE = ("obliged", "possible", "futile", "mooted")
