"""People found doing something, of whom more is said: "officers found taking bribes will be dismissed"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["found_doing_it"]


@asked_of("found caught seen", "VBG/xcomp|ccomp", "nsubjpass nsubj", "MD/aux", "ccomp")
def found_doing_it(tokens: list[Token]) -> None:
    """“Officers found soliciting bribes will be dismissed”: they are, not the bribes."""
    for found in tokens[1:-3]:
        people, doing = found.child("nsubj"), found.child("xcomp", "ccomp")
        if found.lower not in {"found", "caught", "seen"} or people is None or doing is None or people.i != found.i - 1:
            continue
        done = doing.child("ccomp")
        if doing.tag != "VBG" or doing.i != found.i + 1 or done is None or not done.modal or doing.having("dobj"):
            continue
        subject = done.child("nsubj", "nsubjpass")
        if subject is None or not doing.i < subject.i < done.i or found.having("aux", "auxpass"):
            continue
        dep = subject.dep
        subject.hang(doing, "dobj")
        done.hang(found, "dep")
        done.replace(found)
        people.hang(done, dep)
        for child in list(found.children):
            if child is not doing and child.dep in {"punct", "advcl", "prep"}:
                child.hang(done, child.dep)
        found.tag = "VBN"
        found.hang(people, "acl")
