"""Bare verbs behind “that”, which the parser takes for a part of their noun."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import OWN_GROUP
from kg.extraction.tree import Token

__all__ = ["bare_verb_behind_that"]


@asked_of("NN|NNS|NNP|NNPS/ccomp", "that", "compound amod nmod")
def bare_verb_behind_that(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“It is vital that the Bank recruit nurses”: a clause has a verb, and here one noun too many."""
    for token in tokens[3:]:
        if token.dep != "ccomp" or not token.is_noun or token.having(*OWN_GROUP[:-1], "cop"):
            continue
        mark = token.child("mark")
        parts = token.having("compound", "amod", "nmod")
        verb = next((item for item in parts if item.lower in verbs and tokens[item.i - 1].is_noun), None)
        if mark is None or mark.lower != "that" or verb is None or verb.i < mark.i + 2:
            continue
        noun = tokens[verb.i - 1]
        before = [item for item in token.children if item.i < verb.i and item is not mark]
        behind = [item for item in token.children if item.i > token.i]
        verb.tag, verb.lemma, verb.repaired = "VB", verb.lower, True
        verb.replace(token)
        mark.hang(verb, "mark")
        noun.hang(verb, "nsubj")
        for item in before:
            if item is not noun and item is not verb:
                item.hang(noun, item.dep)
        for item in behind:
            if item.dep in {"cc", "punct"} or item.is_verb:
                item.hang(verb, item.dep)
        token.hang(verb, "dobj")
