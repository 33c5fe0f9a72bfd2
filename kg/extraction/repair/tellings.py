"""What goes on with a verb of saying, behind what it says."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import moves
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["order_behind_finding"]


@asked_of("VBD|VBZ/conj", "VBD|VBZ/ccomp", "and but", "TO")
def order_behind_finding(tokens: list[Token]) -> None:
    """“ruled that the tax was unlawful and ordered the ministry to repay it”: a tax orders nobody; who ruled does."""
    for token in tokens[3:]:
        told = token.head
        verb = told.head
        if token.dep != "conj" or told.dep != "ccomp" or verb.tag != token.tag or told.tag != token.tag:
            continue
        subject, whom = told.child("nsubj", "nsubjpass"), token.child("dobj", "ccomp")
        if subject is None or whom is None or whom.i < token.i or token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        infinitive = whom if whom.dep == "ccomp" else token.child("xcomp", "advcl", "ccomp") or whom.child("acl", "relcl")
        if infinitive is None or not infinitive.infinitive or not moves(token) or _may_act(subject):
            continue
        token.hang(verb, "conj")
        for joint in told.having("cc"):
            if joint.i < token.i:
                joint.hang(verb, "cc")


def _may_act(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    known = any(lemma in words(f"discourse.{name}") for name in ("actor_noun", "human", "title", "able"))
    return known or noun.tag in {"NNP", "NNPS", "PRP", "WP", "WDT"} or noun.lower in words("discourse.group")
