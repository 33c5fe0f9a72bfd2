"""Verbs of saying and of calling something something: attribution."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.predicates.base import Kind, Predicate, preposition_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["attribution", "describing"]


def attribution(clause: Clause, lemma: str) -> Predicate | None:
    """“X said that …”: says whose words its complement is."""
    verb = clause.verb
    if lemma == "speak" and verb.tag == "VBG" and clause.link in {Link.PARTICIPLE, Link.REDUCED, Link.ADVERBIAL}:
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")  # "Speaking on the occasion, the Minister said"
    asked = clause.link is Link.PARTICIPLE and clause.passive and lemma in {"ask", "question", "press", "quiz"}
    if asked and clause.governor is not None and clause.governor.verb.lemma.lower() in words("attribution"):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")  # "Asked whether it would act, the bank said"
    if lemma not in words("attribution"):
        return None
    if lemma in words("stressing"):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    if lemma in {"see", "hear"} and any(below.verb.tag == "VBG" and below.verb.head is verb for below in clause.dependents):
        return None  # "the scheme sees each family receiving a grant"
    if any(
        below.link is Link.CLAUSAL and (below.verb.head is verb or _with_feeling(below, verb)) for below in clause.dependents
    ) or (verb.dep == "parataxis" and lemma in words("speech")):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    return None


def _with_feeling(below: Clause, verb: Token) -> bool:
    """“note with concern that …”."""
    noun = below.noun
    return noun is not None and noun.head.head is verb and noun.head.lower == "with"


def describing(clause: Clause, lemma: str) -> Predicate | None:
    """“called the deal a turning point”: says what somebody thinks of it."""
    if lemma not in words("describing"):
        return None
    if preposition_of(clause.verb, "for", "on", "upon") is not None and lemma == "call":
        return None
    complement = clause.verb.child("oprd", "ccomp", "xcomp", "attr") is not None or len(clause.verb.having("dobj")) > 1
    if lemma == "call" and not complement:
        return None  # "call a strike"
    if not complement and preposition_of(clause.verb, "as") is None:
        return None  # "the battery is labelled in accordance with the rules", "describe the measures"
    return Predicate(Kind.ATTRIBUTION, lemma, rule="describing")
