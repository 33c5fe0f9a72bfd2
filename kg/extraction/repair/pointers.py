"""What a text says of itself: "(see the guide)", "these terms set out the rules"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["clause_behind_pointer", "document_that_sets_out"]


@asked_of("see refer", "(", "relcl", "that which who")
def clause_behind_pointer(tokens: list[Token]) -> None:
    """“get a grant (see the guide for rates) which covers food”: the grant does, not what the parenthesis points to."""
    for see in tokens[2:]:
        bracket = tokens[see.i - 1 if tokens[see.i - 1].text == "(" else see.i - 2]
        if see.lower not in {"see", "refer"} or bracket.text != "(" or bracket.i == 0:
            continue
        close = next((item.i for item in tokens[see.i :] if item.text == ")"), len(tokens) - 1)
        which = tokens[close + 1] if close + 1 < len(tokens) else see
        noun = tokens[bracket.i - 1]
        while noun.head.i < noun.i and noun.head.dep in {"prep", "pobj", "dobj", "conj"} and noun.head.i > 0:
            noun = noun.head
        for item in tokens[see.i : close]:
            for clause in item.having("relcl"):
                if which in clause.subtree() and which.tag in {"WDT", "WP", "IN"} and noun.is_noun:
                    clause.hang(noun, "relcl")


@asked_of("set", "NNS|NNPS/nsubj", "VBD")
def document_that_sets_out(tokens: list[Token]) -> None:
    """“These terms set out the rules”: what several documents say, they say today, unless a date says when they did."""
    for subject in tokens[:-1]:
        verb = subject.head
        if subject.dep != "nsubj" or subject.tag not in {"NNS", "NNPS"} or verb.lower != "set" or verb.tag != "VBD":
            continue
        if not verb.having("aux", "npadvmod") and {subject.lemma.lower(), subject.lower.removesuffix("s")} & words(
            "discourse.text"
        ):
            verb.tag = "VBP"
