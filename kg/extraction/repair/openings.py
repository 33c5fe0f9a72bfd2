"""Imperatives that open a sentence without an article behind them, as in lists of tasks: the parser takes them for nouns."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import with_words

__all__ = ["first_of_listed_imperatives", "two_opening_verbs"]

_OF_A_NOUN = frozenset({"compound", "nmod", "amod"})


@asked_of("NN|NNP|JJ/compound|nmod|amod", "NNS|NN|NNP/nsubj", "VB VBP", ", ; and or")
def first_of_listed_imperatives(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Prevent monopolies, curb hoarding and protect savers”: one comma parts no subject from its verb, but two tasks."""
    colon = next((item.i + 1 for item in tokens[1:4] if item.text == ":"), 0)  # "2027: Publish reviews, adjust targets"
    first = tokens[colon if colon < len(tokens) else 0]
    target = first.head
    verb = target.head
    if first.dep not in _OF_A_NOUN or target.dep != "nsubj" or verb.tag not in {"VB", "VBP"} or verb.having("aux", "auxpass"):
        return
    comma = max(target.subtree()[-1].i, target.i) + 1
    before = [item for item in tokens[target.i + 1 : verb.i] if item.text in {",", ";"}]
    if tokens[verb.i - 1].tag == "RB":
        comma = min(comma, verb.i - 2)
    apart = len(before) == 1 and before[0].i in {comma, comma - 1, verb.i - 1}
    apart = apart or (target.i + 1 < verb.i and tokens[target.i + 1].dep == "cc" and not target.having("conj"))
    if not apart or first.lower not in with_words(verbs, "noun_or_verb") or verb.lower != verb.lemma.lower():
        return
    first.tag, first.lemma, first.repaired, verb.tag = "VB", first.lower, True, "VB"
    target.hang(verb, "dep")
    first.hang(verb, "dep")
    first.replace(verb)
    verb.hang(first, "conj")
    target.hang(first, "dobj")


@asked_of("NN|NNP|JJ|VB|VBP/nmod|compound|amod|ROOT", "and or", "NN|JJ|VB|NNP|VBP/conj")
def two_opening_verbs(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Research and formulate policies on data”: a verb that is no noun as well makes the word before its "and" one."""
    if len(tokens) < 4:
        return
    first, joint, second = tokens[:3]
    target = first.head
    if first.dep not in _OF_A_NOUN or joint.lower not in {"and", "or"} or second.head is not first or second.dep != "conj":
        return
    if not target.is_noun or target.i < second.i or target.dep not in {"ROOT", "dobj"} or target.having("det", "poss"):
        return
    if second.lower not in verbs or first.lower not in with_words(verbs, "noun_or_verb") or second.having("dobj"):
        return
    nouns = with_words(frozenset(), "noun_or_verb")
    if second.lower in nouns or (target.dep == "dobj" and target.head.i < target.i):
        return
    for item in (first, second):
        item.tag, item.lemma, item.repaired = "VB", item.lower, True
    if target.dep == "ROOT":
        first.hang(target, "dep")
        first.replace(target)
        target.hang(second, "dobj")
