"""Infinitives that the parser parts from the verb that colours them: “denied planning to V”, “failed for a third time to V”."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.heads import names_time
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["free_behind_to", "infinitive_behind_gerund", "infinitive_behind_the_time"]

_COLOURING = frozenset(words("catenative.planned") | words("catenative.inherit") | words("catenative.negated"))


@asked_of("VBG/dobj", "TO/aux", "VB/xcomp|advcl")
def infinitive_behind_gerund(tokens: list[Token]) -> None:
    """“denied planning to devalue the currency”: what they plan is to devalue it."""
    for gerund, to in pairwise(tokens):
        if gerund.tag != "VBG" or gerund.dep != "dobj" or gerund.children or to.tag != "TO":
            continue
        below, verb = to.head, gerund.head
        aims = any(gerund.lemma.lower() in words(f"catenative.{name}") for name in ("planned", "inherit"))
        if aims and below.head is verb and below.dep in {"xcomp", "advcl"} and verb.lemma.lower() in words("gerund_taking"):
            gerund.dep = "xcomp"
            below.hang(gerund, "xcomp")
            below.dep = "xcomp"


@asked_of("for on", "TO/aux", "VB/relcl|acl")
def infinitive_behind_the_time(tokens: list[Token]) -> None:
    """“failed for a third time to elect a president”: what failed is to elect one."""
    for token in tokens:
        time, prep = token.head, token.head.head
        if token.dep not in {"relcl", "acl"} or not token.infinitive or time.dep != "pobj" or not names_time(time):
            continue
        verb = prep.head
        if prep.lower in {"for", "on"} and verb.lemma.lower() in _COLOURING and verb.is_verb and not verb.having("dobj"):
            token.hang(verb, "xcomp")


_MOVING = words("object_control.requested") | {"appeal", "order"}


@asked_of("free", "to", "pobj")
def free_behind_to(tokens: list[Token]) -> None:
    """“ordered the state to free prisoners”: what it is to do."""
    for to, free in pairwise(tokens):
        noun, verb = free.head, to.head
        if to.dep != "prep" or free.lower != "free" or free.dep != "amod" or noun.dep != "pobj" or noun.head is not to:
            continue
        if verb.is_noun and verb.dep in {"dobj", "pobj"}:
            verb = verb.head if verb.dep == "dobj" else verb.head.head
        if not verb.is_verb or verb.lemma.lower() not in _MOVING or noun.tag != "NNS":
            continue
        free.tag, to.tag = "VB", "TO"
        free.hang(verb, "advcl")
        to.hang(free, "aux")
        noun.hang(free, "dobj")
