"""Infinitives of what somebody is, or wants, to do: "the obligation of the parties to protect hospitals"."""

from __future__ import annotations

from kg.extraction.owned import owned_noun, owner_behind
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["infinitives_of_the_owned", "most_moved"]

_USING = frozenset({"use", "harness", "employ", "exploit", "invoke", "abuse", "exercise", "leverage", "enlist", "mobilise"})


@asked_of("of 's ’s our", "TO/aux", "VB/advcl|xcomp")
def infinitives_of_the_owned(tokens: list[Token]) -> None:
    """“underestimate Europe's will to defend X”, "praised the efforts of Jordan to shelter X": it says what they will."""
    for token in tokens:
        if token.tag != "VB" or token.dep not in {"advcl", "xcomp"} or not token.infinitive or not token.head.is_verb:
            continue
        noun, start = token.head.child("dobj"), token.subtree()[0]
        if noun is None or start.lower != "to" or not owned_noun(noun) or token.head.lemma.lower() in _USING:
            continue
        owner = noun.child("poss")
        possessed = owner is not None and (owner.tag != "PRP$" or owner.lower == "our") and noun.i == start.i - 1
        if possessed or (owner_behind(noun) is not None and noun.subtree()[-1].i == start.i - 1):
            token.hang(noun, "acl")


@asked_of("most many some few others several", "TO/aux", "VB/xcomp|ccomp|advcl")
def most_moved(tokens: list[Token]) -> None:
    """“allows most to keep their homes”: whom a verb moves, where the parser has an adverb."""
    for token in tokens:
        verb = token.head
        if (
            token.lower not in _PEOPLE
            or token.children
            or token.dep not in {"advmod", "amod", "npadvmod", "appos"}
            or token.i < 1
        ):
            continue
        to = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
        if verb.i != token.i - 1 or not verb.is_verb or to.lower != "to" or to.head.head is not verb:
            continue
        if verb.child("dobj", "nsubjpass") is None and to.head.tag == "VB":
            token.hang(verb, "dobj")


_PEOPLE = frozenset({"most", "many", "some", "few", "others", "several"})
