"""Light verbs whose noun was taken for something else: "make use of X to V"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["noun_behind_make"]


@asked_of("make makes made making", "NN|NNS/nsubj", "TO/aux", "VB/ccomp")
def noun_behind_make(tokens: list[Token]) -> None:
    """“make use of local firms to repair roads”: whom a verb makes do something does it without "to"."""
    for verb in tokens:
        noun, make = verb.child("nsubj"), verb.head
        if verb.dep != "ccomp" or noun is None or make.lemma.lower() != "make" or not verb.infinitive:
            continue
        if noun.is_noun and noun.i < verb.i and make.child("dobj") is None:
            noun.hang(make, "dobj")
            verb.dep = "advcl"
