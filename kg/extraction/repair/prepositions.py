"""Prepositions said twice, and prepositions that are conjunctions."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["clause_behind_after", "of_behind_and"]


@asked_of("VBG/pcomp", "of", "and or", "dobj")
def of_behind_and(tokens: list[Token]) -> None:
    """“stressed the importance of restraint and of avoiding threats”: the second "of" goes with the first."""
    for joint, of, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = of.head
        if of.lower != "of" or of.dep != "prep" or token.tag != "VBG" or token.head is not of or not verb.is_verb:
            continue
        noun = verb.child("dobj")
        if joint.lower not in {"and", "or"} or noun is None or not verb.i < noun.i < joint.i:
            continue
        first = next((prep for prep in noun.having("prep") if prep.lower == "of"), None)
        if first is not None and first.subtree()[-1].i == joint.i - 1:
            of.hang(first, "conj")
            joint.hang(first, "cc")


@asked_of("after before until since", "VBD|VBZ|VBP/advcl", "relcl")
def clause_behind_after(tokens: list[Token]) -> None:
    """“left after the party, which had backed it, rejected the bill”: the noun before the relative clause is the subject."""
    for token in tokens:
        if token.dep != "advcl" or token.tag not in {"VBD", "VBZ", "VBP"} or token.having("nsubj", "nsubjpass", "aux", "mark"):
            continue
        for prep in token.head.having("prep"):
            noun = prep.child("pobj")
            if prep.lower not in _AFTER or noun is None or noun.child("relcl") is None or noun.i > token.i:
                continue
            if noun.subtree()[-1].i == token.i - 1 and tokens[token.i - 1].text == ",":
                noun.hang(token, "nsubj")
                prep.hang(token, "mark")


_AFTER = frozenset({"after", "before", "until", "since"})
