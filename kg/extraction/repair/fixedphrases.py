"""Phrases that stand for one preposition or adverb, whose words the parser takes for verbs and their objects."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["developing_countries", "in_order_to", "in_writing", "when_it_comes_to"]


@asked_of("order", "in", "to")
def in_order_to(tokens: list[Token]) -> None:
    """“needs to transform in order to meet demand”, "in order for the scheme to work": nothing is done to an order."""
    for word, order, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (word.lower, order.lower) != ("in", "order") or after.lower not in {"to", "for", "that"}:
            continue
        verb = order.head
        if order.dep == "dobj" and verb.is_verb and verb.i < word.i:
            word.hang(verb, "prep")
            order.hang(word, "pobj")


_ACTS_IN_IT = frozenset(
    {"engage", "participate", "assist", "succeed", "help", "persist", "specialise", "specialize", "involve", "interest", "join"}
)


@asked_of("writing", "in", "VBG/pcomp|pobj|xcomp|advcl")
def in_writing(tokens: list[Token]) -> None:
    """“shall respond in writing to the report”, "confirm in writing that …": how it is said, and nobody writes a report."""
    for word, writing in pairwise(tokens):
        verb = word.head if word.head is not writing else writing.head
        if (word.lower, writing.lower) != ("in", "writing") or writing.tag != "VBG" or not verb.is_verb:
            continue
        if writing.child("dobj") is not None or verb.lemma.lower() in _ACTS_IN_IT:
            continue
        writing.tag, writing.lemma = "NN", "writing"
        word.hang(verb, "prep")
        writing.hang(word, "pobj")
        for child in list(writing.children):
            if child.i > writing.i:
                child.hang(verb, child.dep)


@asked_of("when", "it", "comes", "to")
def when_it_comes_to(tokens: list[Token]) -> None:
    """“how to play their part when it comes to preventing falls”: what it is about; nothing comes, and nobody prevents any."""
    for when, it, comes, to in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (when.lower, it.lower, comes.lower, to.lower) != ("when", "it", "comes", "to") or comes.head is comes:
            continue
        comes.tag, comes.dep = "IN", "prep"
        for act in to.having("pcomp"):
            act.tag, act.dep = "NN", "pobj"


@asked_of("developing", "VBG/acl|amod|xcomp|ccomp|pcomp", "dobj")
def developing_countries(tokens: list[Token]) -> None:
    """“small island developing States contribute little”, "helps developing countries to trade": they are developing."""
    for token in tokens:
        noun, above = token.child("dobj"), token.head
        if token.lower != "developing" or noun is None or noun.i != token.i + 1:
            continue
        if noun.lower not in {"states", "countries", "nations", "economies"}:
            continue
        if token.dep in {"xcomp", "ccomp", "pcomp"}:
            noun.hang(above, "pobj" if token.dep == "pcomp" else "dobj")
            for child in list(token.children):
                child.hang(above if above.is_verb else noun, child.dep)
            token.hang(noun, "amod")
        if token.dep != "acl" or above.i != token.i - 1 or above.tag != "NN":
            continue
        noun.hang(above.head, above.dep)
        for child in list(above.children):
            if child.dep in {"amod", "det", "compound", "nummod"}:
                child.hang(noun, child.dep)
        above.hang(noun, "compound")
        token.hang(noun, "amod")
