"""Verbs behind a question that go on with the verb that asks it: "studied how it works and found out why"."""

from __future__ import annotations

from kg.extraction.heads import opens_question
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["question_behind_phrase", "task_behind_question"]


@asked_of("which", "relcl", "pobj")
def question_behind_phrase(tokens: list[Token]) -> None:
    """“check on the website which clinics are open”: no relative clause, which would miss a noun."""
    for token in tokens:
        place, verb = token.head, token.head.head.head
        if token.dep != "relcl" or place.dep != "pobj" or verb.lemma.lower() not in words("enquiring"):
            continue
        which, *further = token.subtree()
        whole = any(child is not which for child in token.having("acomp", "attr", "dobj", "auxpass"))
        if which.lower != "which" or not whole or not further or verb.child("dobj", "ccomp", "nsubjpass"):
            continue
        subject = next((item for item in token.having("nsubj", "nsubjpass") if item.is_noun), None)
        if subject in further[:2] and subject is not None and which.i == place.i + 1:
            which.hang(subject, "det")
            token.hang(verb, "ccomp")


@asked_of("whether who what which how why where when", "VBD|VB|VBP/conj", "ccomp advcl")
def task_behind_question(tokens: list[Token]) -> None:
    """“tested how the system works and studied why it failed”, "must publish what they spend and identify which pay"."""
    for token in tokens:
        asked = token.head
        if token.dep != "conj" or not asked.is_verb or asked.dep not in {"ccomp", "advcl"}:
            continue
        if token.having("nsubj", "nsubjpass", "aux", "auxpass") or asked.i < asked.head.i or not opens_question(asked):
            continue
        past = token.tag == "VBD" and asked.head.tag == "VBD" and _is_present(asked)
        base = token.tag in {"VB", "VBP"} and asked.head.tag == "VB" and any(map(opens_question, token.having("ccomp")))
        if not past and not base:
            continue
        token.tag = asked.head.tag
        for joint in asked.having("cc"):
            if joint.i < token.i and joint.i > asked.i and not asked.having("conj")[1:]:
                joint.hang(asked.head, "cc")
        token.hang(asked.head, "conj")


def _is_present(verb: Token) -> bool:
    return verb.opening.tag in {"VBZ", "VBP", "MD"}
