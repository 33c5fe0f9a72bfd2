"""Nouns that the parser took for verbs of a list, and gerunds that it took for nouns of one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_gerund
from kg.extraction.repair.steps import lead, succeed
from kg.extraction.tree import Token

__all__ = ["gerund_after_its_object", "noun_taken_for_listed_verb", "verbs_between_infinitive_and_last"]

_BEFORE_NOUN = frozenset({"nmod", "amod", "compound"})


@asked_of("VB/conj", "and or", "pobj dobj")
def noun_taken_for_listed_verb(tokens: list[Token]) -> None:
    """“the supply of parts, tools and repair information”: no bare verb goes on with nouns where none stands before it."""
    for token in tokens[3:]:
        noun, target = token.head, token.child("dobj")
        if token.tag != "VB" or token.dep != "conj" or not noun.is_noun or target is None or target.i != token.i + 1:
            continue
        if tokens[token.i - 1].lower not in {"and", "or"} or token.having("aux", "nsubj", "neg", "advmod"):
            continue
        if any(other.tag in {"VB", "MD", "TO"} for other in tokens[: token.i]):
            continue
        target.hang(noun, "conj")
        token.hang(target, "compound")
        token.tag, token.lemma = "NN", token.lower
        succeed(target, token)


@asked_of("VB", ",", "and or", "NN/dobj|conj|appos")
def verbs_between_infinitive_and_last(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“to observe, respect, protect and fulfil the rights”: single words between a bare verb and the last one are verbs."""
    for first in tokens[1:-6]:
        if first.tag != "VB" or not (first.infinitive or first.modal):
            continue
        middle, k = [], first.i + 1
        while k + 2 < len(tokens) and tokens[k].text == "," and tokens[k + 1].lower in verbs and tokens[k + 2].text in _JOINTS:
            middle.append(tokens[k + 1])
            k += 2
        k += tokens[k].text == ","
        last = tokens[k + 1] if k + 2 < len(tokens) else first
        if (
            len(middle) < 2
            or tokens[k].lower not in {"and", "or"}
            or last.tag != "VB"
            or tokens[k + 2].tag not in {"DT", "PRP$"}
        ):
            continue
        if not any(item.is_verb for item in [*middle[1:], last]) or all(item.is_verb for item in middle):
            continue
        for before, item in zip([first, *middle], [*middle, last], strict=True):
            item.hang(first, "dep")
            item.tag, item.lemma, item.repaired = "VB", item.lower, True
            item.hang(before, "conj")


_JOINTS = frozenset({",", "and", "or"})


@asked_of("VBG", "nmod amod compound", "and or", "dobj")
def gerund_after_its_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“between filling a prescription and buying groceries”: "a prescription" is no part of the groceries."""
    for token in tokens[3:-1]:
        first, noun = token.head, tokens[token.i + 1]
        verb = noun.head
        if token.dep != "conj" or not token.lower.endswith("ing") or first.dep not in _BEFORE_NOUN or first.head is not noun:
            continue
        lemma = lemma_of_gerund(token, verbs)
        article = next((child for child in (*first.children, *noun.children) if child.dep == "det" and child.i < first.i), None)
        if noun.dep != "dobj" or verb.tag != "VBG" or verb.i > first.i or article is None or lemma is None:
            continue
        lead(first, noun)
        first.replace(noun)
        first.tag = "NN" if first.tag == "JJ" else first.tag
        for child in list(first.children):
            if child is token or child.dep == "cc":
                child.hang(verb, child.dep)
        token.tag, token.lemma, token.repaired = "VBG", lemma, True
        noun.hang(token, "dobj")
