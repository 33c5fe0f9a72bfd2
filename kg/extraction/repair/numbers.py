"""Conjuncts and subjects that do not agree in number: what they go on with is the verb above that does agree."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import SUBJECTS
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["bare_form_of_the_past", "clause_of_the_whole", "conjunct_that_agrees_above", "perfect_behind_the_plural_relative"]

_SUBJECTS = (*SUBJECTS, "expl", "mark")
_JOINTS = frozenset({"and", "but"})


@asked_of("relcl ccomp", "conj", "and but")
def conjunct_that_agrees_above(tokens: list[Token]) -> None:
    """“We have set up a mechanism that covers all firms and have formulated plans”, "believes that talks and trust are the way
    out and supports all efforts", "condemns raids that sought to derail the talks and pays tribute to the police": a conjunct
    without subject goes on with the verb above that agrees with it."""
    for token in tokens[4:]:
        clause = token.head
        if token.dep != "conj" or clause.dep not in {"relcl", "ccomp"} or not clause.is_verb or token.having(*_SUBJECTS):
            continue
        number, other = token.number, clause.number or _number_of_antecedent(clause)
        if not number or not other or number == other or tokens[_first(token) - 1].lower not in _JOINTS:
            continue
        above = next((item for item in clause.ancestors() if item.is_verb and item.number), None)
        if above is None or above.number != number or above.i > clause.i or above.child(*SUBJECTS) is None:
            continue
        joint = tokens[_first(token) - 1]
        token.hang(above, "conj")
        joint.hang(above, "cc")


def _number_of_antecedent(clause: Token) -> str:
    """“raids that sought”: a past has no number, but those that did it have."""
    who = clause.child(*SUBJECTS)
    told = who is not None and who.lower in {"that", "which", "who"} and clause.dep == "relcl" and clause.tag == "VBD"
    return "plural" if told and clause.head.tag in {"NNS", "NNPS"} else ""


def _first(verb: Token) -> int:
    """The place where the group of ``verb`` begins, with the adverbs before it."""
    return min(child.i for child in (verb, *verb.having("aux", "auxpass", "advmod", "neg")) if child.i <= verb.i)


@asked_of("relcl", "VBN|VBG/ccomp", "but and")
def perfect_behind_the_plural_relative(tokens: list[Token]) -> None:
    """“a plea to all those who claim to back it but have failed to act on it”: a perfect without subject is no clause that the
    main verb governs; those do it who have done the rest."""
    for token in tokens[4:]:
        if token.dep != "ccomp" or token.tag not in {"VBN", "VBG"} or token.having(*_SUBJECTS) or token.number != "plural":
            continue
        joint = tokens[_first(token) - 1]
        relative = next((item for item in reversed(tokens[: joint.i]) if item.dep == "relcl"), None)
        if joint.lower not in _JOINTS or relative is None or relative.opening.tag != "VBP":
            continue
        if token.head in relative.ancestors() and token.head.i < relative.i and tokens[joint.i - 1] in token.head.subtree():
            token.hang(relative, "conj")
            joint.hang(relative, "cc")


@asked_of("VBD")
def bare_form_of_the_past(tokens: list[Token]) -> None:
    """“We also deplore the measures”: what looks like the verb itself is no past tense."""
    for token in tokens[1:]:
        bare = token.tag == "VBD" and token.lower == token.lemma.lower() and token.lower.isalpha()
        if (
            bare
            and not token.lower.endswith("ed")
            and token.lower not in words("same_past")
            and not token.having("aux", "auxpass")
        ):
            token.tag = "VBP"


@asked_of("which", "relcl", "NNS", ",")
def clause_of_the_whole(tokens: list[Token]) -> None:
    """“has licensed a number of firms, which is a step forward”: firms are none; that they are licensed is."""
    for comma, which in pairwise(tokens):
        clause, noun = which.head, which.head.head
        if comma.text != "," or which.lower != "which" or which.dep != "nsubj" or clause.dep != "relcl":
            continue
        wrapped = noun.child("prep") if noun.lower in _WRAPPERS else None
        named = (wrapped.child("pobj") or noun) if wrapped is not None else noun
        if named.tag != "NNS" or clause.opening.lower not in {"is", "was"} or named.child("nummod", "conj") is not None:
            continue
        chain = [item for item in noun.ancestors() if item.is_noun]
        above = next((item for item in noun.ancestors() if item.is_verb), None)
        if above is None or any(item.tag in {"NN", "NNP"} for item in chain) or noun.head.lower == "of" or above is clause:
            continue
        clause.hang(above, "advcl")


_WRAPPERS = frozenset({"number", "range", "series", "variety", "couple", "handful"})
