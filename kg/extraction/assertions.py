"""Whether what a that-clause says is asserted, denied or left open by what it hangs on: “denies that X”."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.negation import negative_quantifier
from kg.extraction.predicates.base import verb_lemma
from kg.extraction.tree import Token
from kg.extraction.words import words
from kg.model import Polarity, Status

__all__ = ["is_denied", "is_left_open", "told"]

_FALSE = frozenset(
    {"false", "untrue", "wrong", "incorrect", "unfounded", "baseless", "groundless", "nonsense", "absurd", "fabricated"}
)
_TRUE = frozenset({"true", "right", "correct", "accurate", "fair"})
_UNSURE = frozenset({"unlikely", "doubtful", "uncertain", "unclear", "questionable", "improbable"})
_SURE = frozenset({"certain", "clear", "sure", "convinced", "confident", "obvious", "likely", "persuaded"})


def told(clause: Clause) -> tuple[Clause, Clause] | None:
    """The that-clause that ``clause`` is, or that it goes on from with a "that" of its own, and what that hangs on."""
    if clause.link is Link.CONJUNCT and any(mark.lower == "that" for mark in clause.verb.having("mark")):
        clause = clause.first
    return (clause, clause.governor) if clause.link is Link.CLAUSAL and clause.governor is not None else None


def is_denied(clause: Clause, governor: Clause, polarity: Polarity) -> bool:
    """“does not believe that X”, "denies that X", "it is not true that X", "rejected claims that X", "no evidence that X"."""
    lemma = governor.verb.lemma.lower()
    affirmed = polarity is Polarity.AFFIRMED
    noun = clause.noun or next(iter(governor.verb.having("nsubjpass", "dobj", "attr")), None)
    if noun is not None and noun.lemma.lower() in words("evidence") and negative_quantifier(noun):
        return True
    if clause.noun is not None and clause.noun.lemma.lower() in words("claim"):
        verdict = _verdict(governor.verb)
        verb = verb_lemma(governor.verb)
        rejected = (verb in words("dismissing") or lemma in words("denying")) and clause.noun.dep in {"dobj", "nsubjpass"}
        return affirmed and (rejected or (clause.noun.dep == "nsubj" and verdict in _FALSE))
    if lemma in words("denying"):
        return affirmed and (clause.verb.i > governor.verb.i or clause.marker == "that")  # not "X is so: Y is denied its due"
    if lemma == "be" and not affirmed and any(subject.lower == "it" for subject in governor.subjects):
        case = clause.noun is not None and clause.noun.lower == "case"
        if case or (clause.noun is None and not governor.verb.having("attr", "acomp")):
            return True  # "it is not that X", "it is not the case that X"
    if lemma in {"be", "seem"} and clause.noun is None:
        return _verdict(governor.verb) in (_FALSE if affirmed else _TRUE)
    if lemma == "accept" and any(token.lower in {"can", "ca", "could"} for token in governor.auxiliaries):
        return False  # "we cannot accept that X": X is so
    return lemma in words("believing") and not affirmed


def is_left_open(clause: Clause, governor: Clause, mood: tuple[Status, Polarity]) -> bool:
    """“neither confirmed nor denied that X”, "has not said that X", "suspects that X", "it is unlikely that X"."""
    lemma = governor.verb.lemma.lower()
    negated = mood[1] is Polarity.NEGATED
    if negated and (
        lemma in {"confirm", "deny", "convince"}
        or (lemma in words("unsaid") and clause.noun is None and clause.marker in {"that", ""})
    ):
        return True
    if lemma in {"suspect", "speculate"} or (mood[0] is Status.REQUESTED and lemma in words("asserting")):
        return True
    if clause.noun is not None:
        noun = clause.noun.lemma.lower()
        open_end = noun in words("claim") or noun in words("chance")
        return open_end and not is_denied(clause, governor, mood[1])
    return lemma in {"be", "seem"} and _verdict(governor.verb) in (_SURE if negated else _UNSURE)


def _verdict(verb: Token) -> str:
    """The adjective that a copula says of a claim."""
    adjective = verb.child("acomp", "attr", "oprd")
    return adjective.lower if adjective is not None else ""
