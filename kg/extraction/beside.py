"""Who acts in a clause without a subject, where it is not who acts in the clause above: "it is incumbent on states to V"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import names_actor
from kg.extraction.heads import governed
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["bound", "who_left"]

_SAYING = frozenset({"accuse", "blame", "accept", "cite", "reject", "denounce", "condemn", "protest", "demand", "refuse"})
_FAILING = frozenset({"collapse", "fall", "fail", "end", "stall", "founder", "halt", "stop", "break"})


def bound(governor: Clause) -> list[Token]:
    """“it is incumbent on the nuclear powers to reduce X”: whose duty it is."""
    adjective = governor.verb.child("acomp") if governor.verb.lemma == "be" else None
    if adjective is None or adjective.lower != "incumbent":
        return []
    return next((governed(prep) for prep in adjective.having("prep") if prep.lower in {"on", "upon"}), [])


def who_left(clause: Clause, governor: Clause) -> Clause | None:
    """“talks collapsed when the rebels left, accusing X of lying”: those who left accuse, not what collapsed."""
    if clause.link is not Link.PARTICIPLE or clause.verb.lemma.lower() not in _SAYING or clause.verb.tag != "VBG":
        return None
    if governor.verb.lemma.lower() not in _FAILING or governor.verb.child("dobj") is not None:
        return None
    for below in reversed(governor.dependents):
        between = governor.verb.i < below.verb.i < clause.verb.i
        between = between and below.verb.lemma.lower() not in words("measured")  # "fell apart when prices rose, blaming X"
        if below.link is Link.ADVERBIAL and between and any(map(_acts, below.subjects)):
            return below
    return None


def _acts(noun: Token) -> bool:
    thing = noun.lemma.lower() in words("event") or noun.lemma.lower() in words("discourse.no_agent")
    return not thing and (noun.tag in {"NNS", "NNP", "NNPS"} or names_actor(noun.lower, noun))
