"""Noun phrases that say something of the whole clause, or of its noun, and were taken for its object or subject."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.heads import is_party
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import succeed
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "judge_before_modal",
    "relative_of_its_kind",
    "right_to_clean_air",
    "that_which_acts",
    "the_first_of_its_kind",
    "those_of_a_quality",
    "trouble_with_people",
]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "last")
_RELATIVES = frozenset({"that", "which"})


@asked_of("dobj appos conj", ",", " ".join((*_ORDINALS, "JJS")))
def the_first_of_its_kind(tokens: list[Token]) -> None:
    """“cut its rate on Thursday, the third reduction this year”: what the whole clause is, and no second object."""
    for noun in tokens[4:]:
        alone = noun.lower in _ORDINALS and any(prep.lower == "of" for prep in noun.having("prep"))  # "the first of its kind"
        if noun.dep not in {"dobj", "appos", "conj"} or not (alone or noun.tag in {"NN", "NNS"}) or noun.having("conj", "cc"):
            continue
        opens, verb = noun.subtree()[0], noun.head
        quality = tokens[min(opens.i + 1, noun.i)]
        if opens.tag not in {"DT", "PRP$"} or not (alone or (quality.head is noun and quality.dep == "amod")) or opens.i < 3:
            continue
        if tokens[opens.i - 1].text != "," or not (alone or quality.lower in _ORDINALS or quality.tag == "JJS"):
            continue
        first = next((item for item in verb.having("dobj") if verb.i < item.i < opens.i - 1), None)
        if verb.is_verb and noun.dep != "conj" and first is not None and first is not tokens[opens.i - 2]:
            noun.dep = "dep"


@asked_of("kind", "relcl", "of", " ".join((*_ORDINALS, "only", "JJS")))
def relative_of_its_kind(tokens: list[Token]) -> None:
    """“issued its opinions, the first of their kind, which set out ten steps”: the opinions do, no kind."""
    for kind in tokens[4:]:
        one = kind.head.head
        if kind.lower != "kind" or kind.dep != "pobj" or kind.head.lower != "of" or kind.child("poss") is None:
            continue
        if one.lower not in {*_ORDINALS, "only"} and one.tag != "JJS":
            continue
        noun = one.head if one.dep == "appos" else one.head.child("dobj") if one.dep in {"dobj", "dep", "npadvmod"} else None
        for clause in kind.having("relcl"):
            if noun is not None and noun.is_noun and noun.i < one.i:
                clause.hang(noun, "relcl")


@asked_of("NNS/nsubj", "that which", "MD/aux", "relcl")
def judge_before_modal(tokens: list[Token]) -> None:
    """“measures which the Treasury estimates will cost 90 million”: who estimates it stands before the verb."""
    for token, modal in pairwise(tokens):
        verb, judge = token.head, tokens[token.i - 1]
        lemma = token.lemma.lower()
        if token.tag != "NNS" or token.dep != "nsubj" or modal.tag != "MD" or modal.head is not verb or verb.dep != "relcl":
            continue
        if lemma not in words("attribution") or judge.head is not token or judge.tag not in {"NN", "NNP"}:
            continue
        that = tokens[token.subtree()[0].i - 1]
        if that.lower not in _RELATIVES or not token.having("det"):
            continue
        noun = verb.head
        succeed(judge, token)
        token.tag, token.repaired = "VBZ", True
        token.hang(noun, "relcl")
        judge.hang(token, "nsubj")
        verb.hang(token, "ccomp")
        that.hang(verb, "nsubj")
        that.tag = "WDT"


@asked_of("IN/nsubj|nsubjpass")
def that_which_acts(tokens: list[Token]) -> None:
    """“a reform that the commission says will save money”: a "that" which is a subject is no conjunction."""
    for token in tokens:
        if token.lower == "that" and token.tag == "IN" and token.dep in {"nsubj", "nsubjpass"}:
            token.tag = "WDT"


@asked_of("those", "NN/dobj|pobj|nsubj|nsubjpass")
def those_of_a_quality(tokens: list[Token]) -> None:
    """“terminate those inconsistent with this order”: a singular behind "those" is an adjective."""
    for those, token in pairwise(tokens):
        if those.lower != "those" or those.dep != "det" or those.head is not token or token.tag != "NN":
            continue
        if tokens[min(token.i + 1, len(tokens) - 1)].tag not in {"IN", "TO"} or token.having("amod", "compound"):
            continue
        those.dep, label = "dep", token.dep
        those.hang(token.head, label)
        token.tag, prep = "JJ", tokens[token.i + 1]
        token.hang(those, "amod")
        prep.hang(token, "prep")


_GOVERNING = frozenset({"charge", "task", "entrust", "trust", "help", "assist", "begin", "start", "busy", "burden", "threaten"})


@asked_of("with", "VBG/pcomp", "NNS/dobj")
def trouble_with_people(tokens: list[Token]) -> None:
    """“treat children with eating disorders”: what they have, and nobody eats."""
    for with_, token in pairwise(tokens[1:]):
        people, thing = tokens[with_.i - 1], token.child("dobj")
        if with_.lower != "with" or token.tag != "VBG" or token.dep != "pcomp" or thing is None or thing.tag != "NNS":
            continue
        if thing.i != token.i + 1 or thing.children or not people.is_noun or not is_party(people):
            continue
        verb = with_.head if with_.head.is_verb else people.head
        if verb.lemma.lower() in _GOVERNING or people.tag != "NNS":
            continue
        for child in list(token.children):
            child.hang(thing, child.dep if child.dep in {"conj", "cc", "prep"} else "dep")
        token.tag = "NN"
        thing.hang(with_, "pobj")
        token.hang(thing, "compound")
        with_.hang(people, "prep")


_WHOLESOME = frozenset({"clean", "equal", "free", "paid"})


@asked_of("right", "TO/aux", " ".join(sorted(_WHOLESOME)))
def right_to_clean_air(tokens: list[Token]) -> None:
    """“the right to clean air and to paid leave”: to a thing without article, which nobody cleans or has paid."""
    for to, token in pairwise(tokens):
        target, above = token.child("dobj"), token.head
        if to.lower != "to" or to.head is not token or token.lower not in _WHOLESOME or target is None:
            continue
        again = token.dep == "conj" and above.lower == "to" and above.tag == "IN"
        if not (again or above.lower == "right") or target.i > token.i + 2:
            continue
        if target.subtree()[0].i != token.i + 1 or target.having("det", "poss"):
            continue
        token.tag, to.tag = "JJ", "IN"
        to.hang(above, "conj" if again else "prep")
        target.hang(to, "pobj")
        for child in list(token.children):
            child.hang(to if child.dep in {"cc", "conj"} else target, child.dep)
        token.hang(target, "amod")
