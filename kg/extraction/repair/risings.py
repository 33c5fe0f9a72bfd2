"""Participles of what happens by itself, which act on nothing: "a time of mounting debt and deepening conflict"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["risings_in_a_list"]


@asked_of("VBG/advcl|acl|conj", "dobj", ", and")
def risings_in_a_list(tokens: list[Token]) -> None:
    """“at a time of slowing growth, mounting debt and deepening conflict”: nobody mounts debt."""
    for token in tokens[2:]:
        noun, joint = token.child("dobj"), tokens[token.i - 1]
        if token.tag != "VBG" or noun is None or noun.i != token.i + 1 or token.lower not in words("rising"):
            continue
        before = tokens[token.i - 2]
        listed = joint.lower in {",", "and", "or"} and before.is_noun and before.dep in {"pobj", "dobj", "conj"}
        if token.dep not in {"advcl", "acl", "conj"} or not listed or token.having("aux", "mark", "nsubj"):
            continue
        later = token.having("conj")
        noun.hang(before, "conj")
        for item in [*later, *token.having("cc")]:
            item.hang(noun, item.dep)
        token.hang(noun, "amod")
        token.dep = "amod"
