"""What a clause's verb says: a statement of its own, or only colour or attribution for what it governs."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import core_head
from kg.extraction.predicates.base import Kind, Predicate, verb_lemma
from kg.extraction.predicates.copulas import colouring, copula
from kg.extraction.predicates.found import found_to, judged_due
from kg.extraction.predicates.governing import catenative, control, forbidding_to, gerund_after_object
from kg.extraction.predicates.light import light, small_clause, stative
from kg.extraction.predicates.objects import ordinary
from kg.extraction.predicates.reasons import gerund_of_reason
from kg.extraction.predicates.speech import attribution, describing
from kg.extraction.predicates.stopped import purpose_of_object
from kg.extraction.words import phrases, words

__all__ = ["Kind", "Predicate", "read_predicate"]

_BECOMING = frozenset({"fall", "grow", "turn", "go", "run", "keep", "feel", "seem", "appear", "look", "sound", "come"})
IsPrepositional = Callable[[str], bool]


_AGREED = words("agreed")


def _elliptic(clause: Clause) -> bool:
    """“if requested”, "unless otherwise agreed", "than anticipated", "as if they were criminals": said of nothing named."""
    if clause.marker in {"as", "if", "though"}:
        marks = {mark.lower for mark in clause.verb.having("mark")}
        if "as" in marks and marks & {"if", "though"}:
            return True
    if not clause.passive or clause.subjects or clause.auxiliaries or clause.link is Link.CONJUNCT:
        return False
    beyond = clause.marker == "than" or any(
        prep.lower == "than" for child in clause.verb.children for prep in child.having("prep")
    )
    if not (beyond or clause.marker in {"if", "unless", "when", "where", "except", "until"}):
        return False
    otherwise = any(child.lower == "otherwise" for child in clause.verb.children)
    return beyond or otherwise or clause.verb.lemma.lower() in _AGREED


def read_predicate(clause: Clause, in_lexicon: IsPrepositional) -> Predicate:
    """The reading of ``clause``; ``in_lexicon(verb)`` tells whether the relation lexicon lists a verb, particle and all."""
    verb = clause.verb
    lemma = verb_lemma(verb)
    ceiling = lemma == "exceed" and clause.infinitive and verb.child("neg") is not None  # "a fine not to exceed the profits"
    if ceiling or _elliptic(clause):
        return Predicate(Kind.NONE, lemma, rule="ellipsis")
    if lemma == "be" or (lemma in {"remain", "become", "stand", "stay", "prove"} and verb.child("attr", "acomp", "oprd")):
        return copula(clause, lemma)
    if lemma in _BECOMING and verb.child("acomp") is not None and verb.child("dobj") is None:
        return colouring(clause) or Predicate(Kind.NONE, lemma, rule="copula")  # "the guns fell silent on our soil"
    for reading in (
        judged_due,
        found_to,
        attribution,
        describing,
        forbidding_to,
        control,
        catenative,
        light,
        stative,
        small_clause,
    ):
        predicate = reading(clause, lemma)
        if predicate is not None:
            return predicate
    predicate = ordinary(clause, lemma, in_lexicon)
    if " ".join([predicate.lemma, *(token.lower for token in predicate.objects[:1])]) in phrases("happening"):
        return Predicate(Kind.NONE, lemma, rule="happening")
    if _points_back(clause, predicate, lemma):
        return Predicate(Kind.NONE, lemma, rule="pro_form")
    for item in clause.dependents:
        if item.link is Link.COMPLEMENT and item.infinitive:
            item.link = Link.PURPOSE
        if item.link in {Link.PURPOSE, Link.FOR_GERUND}:
            purpose_of_object(clause, item, predicate, lemma)
        if item.link is Link.FOR_GERUND:
            gerund_of_reason(item, predicate)
        elif item.link is Link.COMPLEMENT and item.marker == "against":
            item.link = Link.WITHOUT  # "recommended against funding it", "advised citizens against drinking it"
            predicate.controller = predicate.objects
        elif item.link is Link.COMPLEMENT and predicate.objects and item.marker:
            gerund_after_object(clause, item, predicate, lemma)
    return predicate


def _points_back(clause: Clause, predicate: Predicate, lemma: str) -> bool:
    """“we are doing it under budget”, "unless the law requires it": what is done or required is what was said before."""
    which = clause.verb.child("dobj")
    if lemma == "do" and which is not None and which.lower == "which" and clause.link is Link.RELATIVE and not clause.passive:
        return any(
            subject.lower in {"it", "they", "he", "she", "we"} for subject in clause.subjects
        )  # "…, which it did in May"
    it = bool(predicate.objects) and all(core_head(token).lower in {"it", "that", "this"} for token in predicate.objects)
    if not it or lemma == "do" or clause.passive:
        return it and not clause.passive
    conditional = clause.link in {Link.CONDITION, Link.ADVERBIAL} or any(child.tag == "WRB" for child in clause.verb.children)
    return conditional and lemma in _CALLING_FOR


_CALLING_FOR = frozenset({"require", "demand", "warrant", "allow", "permit", "necessitate", "justify", "dictate"})
