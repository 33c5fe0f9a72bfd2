"""Relative clauses that say what somebody finds or believes of a noun."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import takes_clause
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["finding_behind_noun"]

_FINDING = frozenset({"find", "believe", "know", "consider", "deem", "suspect", "judge"})


@asked_of("that", "VBN|VBD|VBZ|VBP/advcl|ccomp", "TO", "xcomp")
def finding_behind_noun(tokens: list[Token]) -> None:
    """“names persons that the Council has found to be responsible for attacks”: the clause says of the noun before "that"."""
    for noun, that in pairwise(tokens):
        if that.lower != "that" or not noun.is_noun or noun.dep not in {"dobj", "pobj"}:
            continue
        verb = noun.head if noun.dep == "dobj" else noun.head.head
        token = next((item for item in verb.having("advcl", "ccomp") if item.lemma.lower() in _FINDING), None)
        subject = token.child("nsubj") if token is not None else None
        if token is None or subject is None or subject.subtree()[0].i != that.i + 1 or token.child("dobj") is not None:
            continue
        told = takes_clause(verb) or verb.lemma.lower() in words("frame.concerning")
        below = token.child("xcomp")
        if not told and below is not None and below.infinitive and noun.i < token.i:
            that.hang(token, "mark")
            token.hang(noun, "relcl")
