"""Verbs of saying and of calling something something: attribution."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import opens_question
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
    governor = clause.governor
    first = governor is not None and clause.verb.i < governor.verb.i  # "Asked about it, the mayor declined to comment"
    if asked and governor is not None and (first or governor.verb.lemma.lower() in words("attribution")):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")  # "Asked whether it would act, the bank said"
    checked = next((item for item in clause.dependents if _is_checked(item, clause, lemma)), None)
    if checked is not None:
        return Predicate(Kind.STATEMENT, lemma, [checked.verb], rule="how_clause")
    if (
        clause.passive
        and lemma in {"satisfy", "convince", "persuade"}
        and any(item.marker == "that" for item in clause.dependents)
    ):
        return Predicate(Kind.NONE, lemma)  # "if satisfied that the dam is safe": what somebody thinks
    questions = _questions(clause) if lemma in words("enquiring") else []
    if questions:
        return Predicate(Kind.STATEMENT, lemma, questions, rule="how_clause")
    if _saying_that(clause, lemma):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    if lemma not in words("attribution"):
        return None
    if clause.link is Link.ADVERBIAL and clause.marker == "as" and any(item.lower in {"i", "we"} for item in clause.subjects):
        return Predicate(Kind.NONE, lemma, rule="attribution")  # "as I told the House"
    asked_how = next((item for item in clause.dependents if _asks_how(item, clause)), None)
    if asked_how is not None:
        return Predicate(Kind.STATEMENT, lemma, [asked_how.verb], rule="how_clause")
    if lemma in words("stressing"):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    if lemma in {"see", "hear"} and any(below.verb.tag == "VBG" and below.verb.head is verb for below in clause.dependents):
        return None  # "the scheme sees each family receiving a grant"
    if any(
        below.link is Link.CLAUSAL and (below.verb.head is verb or _with_feeling(below, verb)) for below in clause.dependents
    ) or (verb.dep == "parataxis" and lemma in words("speech")):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    return None


def _saying_that(clause: Clause, lemma: str) -> bool:
    """“the court held that X”, "takes the view that X"."""
    below = [item for item in clause.dependents if item.link is Link.CLAUSAL and item.marker == "that"]
    if lemma in {"fear", "dread", "worry", "suspect"}:  # also without "that"
        below = [item for item in clause.dependents if item.link is Link.CLAUSAL and item.marker in {"that", ""}]
    if lemma in words("saying_that") and not clause.passive and any(item.verb.head is clause.verb for item in below):
        return True
    return lemma in {"take", "hold", "share"} and any(item.noun is not None and item.noun.lower in _VIEWS for item in below)


_VIEWS = frozenset({"view", "opinion", "position", "stance"})


def _is_due(clause: Clause) -> bool:
    return any(aux.lower in {"shall", "must", "should"} for aux in clause.auxiliaries)


def _asks_how(item: Clause, clause: Clause) -> bool:
    """“shall disclose how growers are paid”: what is to be told is what one is to do."""
    due = clause.link is Link.OBJECT_CONTROL or _is_due(clause)
    first = item.verb.subtree()[0]
    return (
        due
        and item.link is Link.CLAUSAL
        and item.verb.dep == "ccomp"
        and first.tag in {"WRB", "WP", "WDT"}
        and first.i > clause.verb.i
    )


def _questions(clause: Clause) -> list[Token]:
    """“decide who may rent and what it costs”, "study whether the tax works": the questions that are somebody's task."""
    verb = clause.verb
    if clause.passive or verb.child("dobj") is not None:
        return []
    first = next((item.verb for item in clause.dependents if item.verb.head is verb and _is_question(item.verb)), None)
    if first is None:
        return []
    return [first, *(item for item in first.conjuncts() if item is not first and opens_question(item))]


def _is_question(verb: Token) -> bool:
    if verb.i < verb.head.i or not opens_question(verb):
        return False
    return verb.dep == "ccomp" or (verb.dep == "advcl" and verb.subtree()[0].lower not in {"when", "where"})


def _is_checked(item: Clause, clause: Clause, lemma: str) -> bool:
    """“owners must verify that the boiler meets the standard”: to verify it is what they are to do."""
    due = _is_due(clause)
    told = item.link is Link.CLAUSAL and item.verb.dep == "ccomp" and item.marker == "that"
    return due and told and lemma in {"verify", "certify", "check", "confirm", "attest", "warrant", "document"}


def _with_feeling(below: Clause, verb: Token) -> bool:
    """“note with concern that …”."""
    noun = below.noun
    return noun is not None and noun.head.head is verb and noun.head.lower == "with"


def describing(clause: Clause, lemma: str) -> Predicate | None:
    """“called the deal a turning point”: says what somebody thinks of it."""
    due = _is_due(clause)
    if lemma not in words("describing") or (due and lemma in {"label", "describe"}):
        return None
    if preposition_of(clause.verb, "for", "on", "upon") is not None and lemma == "call":
        return None
    complement = clause.verb.child("oprd", "ccomp", "xcomp", "attr") is not None or len(clause.verb.having("dobj")) > 1
    if lemma == "call" and not complement:
        return None  # "call a strike"
    if not complement and preposition_of(clause.verb, "as") is None:
        return None  # "the battery is labelled in accordance with the rules", "describe the measures"
    return Predicate(Kind.ATTRIBUTION, lemma, rule="describing")
