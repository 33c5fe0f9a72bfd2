"""Phrases hung on the wrong word."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "absolute_with",
    "adjective_as_object",
    "clause_before_its_conjunct",
    "names_with_and",
    "nouns_hung_on_punctuation",
    "nouns_hung_on_verbs",
    "object_after_parenthesis",
    "phrases_of_the_object",
    "subject_taken_for_conjunct",
    "subjects_of_auxiliaries",
    "two_subjects",
]

_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def subjects_of_auxiliaries(tokens: list[Token]) -> None:
    """“A Fund is hereby established”: the subject hung on the auxiliary belongs to the verb."""
    for token in tokens:
        if token.dep in {"aux", "auxpass"} and token.head is not token and token.head.is_verb:
            for child in list(token.children):
                if child.dep in {"nsubj", "nsubjpass", "neg", "advmod", "expl"}:
                    passive = any(item.dep == "auxpass" for item in token.head.children)
                    child.hang(token.head, "nsubjpass" if passive and child.dep == "nsubj" else child.dep)


def clause_before_its_conjunct(tokens: list[Token]) -> None:
    """“Leaders welcome the opinion, reject attempts and are …”: the first of the coordinated verbs has the subject."""
    for token in tokens:
        if token.dep != "ROOT" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl"):
            continue
        first = next((child for child in token.children if child.dep == "ccomp" and child.i < token.i), None)
        if first is None or not (first.tag in _FINITE or _has_finite_auxiliary(first)):
            continue
        if not first.having("nsubj", "nsubjpass") or token.lemma.lower() in words("speech"):
            continue
        before = tokens[min(item.i for item in (token, *token.having("aux", "auxpass", "neg"))) - 1]
        if before.text != "," and before.tag != "RB":
            continue
        token.children.remove(first)
        first.head, first.dep = first, "ROOT"
        token.head, token.dep = first, "conj"
        first.children.append(token)


def _has_finite_auxiliary(token: Token) -> bool:
    return any(child.tag in _FINITE or child.tag == "MD" for child in token.having("aux", "auxpass"))


def object_after_parenthesis(tokens: list[Token]) -> None:
    """“will double, by 2028, our contribution”: the noun phrase after the parenthesis is the object."""
    for token in tokens[:-2]:
        if not token.is_verb or tokens[token.i + 1].text != "," or token.having("dobj", "auxpass", "ccomp", "attr"):
            continue
        close = next((item for item in tokens[token.i + 2 : token.i + 14] if item.text == ","), None)
        if close is None or tokens[token.i + 2].tag not in {"IN", "TO"} or close.i + 1 >= len(tokens):
            continue
        for noun in tokens[close.i + 1 : close.i + 8]:
            loose = noun.is_noun and noun.dep in {"dep", "appos", "prep", "npadvmod", "conj"}
            if loose and noun.subtree()[0].i == close.i + 1:
                noun.hang(token, "dobj")
                break


def nouns_hung_on_punctuation(tokens: list[Token]) -> None:
    """“needs, the trends of technology and …”: a noun hung on a comma goes on with the list before the comma."""
    for token in tokens:
        if token.is_noun and token.head.tag in {",", ":"} and token.head is not token:
            comma = token.head
            other = next(
                (item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in {"pobj", "dobj", "conj"}), None
            )
            if other is not None and other.i == comma.i - 1:
                token.hang(other, "conj")


def names_with_and(tokens: list[Token]) -> None:
    """“the Ministry of Industry and Information Technology”: what follows "and" belongs to the name, not beside it."""
    organizations = words("discourse.actor_noun")
    for token in tokens:
        if token.dep != "conj" or token.tag not in {"NNP", "NNPS"} or token.head.tag not in {"NNP", "NNPS"}:
            continue
        head = token.head
        if token.having("det", "poss") or head.lemma.lower() not in organizations or token.lemma.lower() in organizations:
            continue
        of = next(
            (child for child in head.children if child.dep == "prep" and child.lower in {"of", "for"} and child.i < token.i),
            None,
        )
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.text[0].isupper():
            token.hang(inner, "conj")


def nouns_hung_on_verbs(tokens: list[Token]) -> None:
    """“finance the collection, sorting and treatment”: a noun coordinated with a verb belongs to the verb's object."""
    for token in tokens:
        if (
            token.dep == "conj"
            and token.is_noun
            and token.head.is_verb
            and not any(child.dep in {"nsubj", "cop"} for child in token.children)
        ):
            target = next(
                (
                    child
                    for child in reversed(token.head.children)
                    if child.dep in {"dobj", "pobj", "nsubjpass", "attr"} and child.i < token.i
                ),
                None,
            )
            if target is None:
                prep = next(
                    (child for child in reversed(token.head.children) if child.dep == "prep" and child.i < token.i), None
                )
                target = prep.child("pobj") if prep is not None else None
            if target is not None and not any(item.tag == "MD" or item.tag in _FINITE for item in tokens[target.i : token.i]):
                token.hang(target, "conj")


def two_subjects(tokens: list[Token]) -> None:
    """“Focusing on needs, trends of technology and markets, we will …”: only the noun next to the verb is its subject."""
    for token in tokens:
        if not token.is_verb:
            continue
        subjects = [child for child in token.having("nsubj", "nsubjpass") if child.i < token.i]
        for earlier, later in pairwise(subjects):
            comma = tokens[earlier.subtree()[0].i - 1] if earlier.subtree()[0].i > 0 else None
            if comma is None or comma.text != "," or not any(item.text == "," for item in tokens[earlier.i : later.i]):
                continue
            listed = next((item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in _LISTED), None)
            if listed is not None and listed.i < earlier.i and listed is not token:
                earlier.hang(listed, "conj")


_LISTED = frozenset({"pobj", "dobj", "conj"})


def adjective_as_object(tokens: list[Token]) -> None:
    """“combining grey and green infrastructure”: the adjective belongs to the noun that it was coordinated with."""
    for token in tokens:
        if token.tag in {"JJ", "JJR"} and token.dep in {"dobj", "pobj"}:
            noun = next(
                (child for child in token.children if child.dep == "conj" and child.is_noun and child.i - token.i <= 4), None
            )
            if noun is not None and not noun.having("det", "poss"):
                noun.hang(token.head, token.dep)
                token.hang(noun, "amod")


def subject_taken_for_conjunct(tokens: list[Token]) -> None:
    """“… to all zones, and small boats are exempted”: the noun phrase between conjunction and auxiliary is the subject."""
    for token in tokens:
        if not token.is_verb or token.having("nsubj", "nsubjpass", "expl") or token.dep not in {"conj", "ROOT", "ccomp"}:
            continue
        auxiliaries = [child for child in token.having("aux", "auxpass") if child.tag in _FINITE | {"MD"}]
        first = auxiliaries[0] if auxiliaries else None
        if first is None or first.i == 0 or first.i > token.i:
            continue
        for noun in tokens[: first.i]:
            if noun.dep == "conj" and noun.is_noun and noun.head.is_noun:
                below = noun.subtree()
                if below[-1].i == first.i - 1 and tokens[below[0].i - 1].lower in {"and", "but", "or"}:
                    noun.hang(token, "nsubjpass" if token.having("auxpass") else "nsubj")
                    break


def phrases_of_the_object(tokens: list[Token]) -> None:
    """“enhance cooperation among firms”, “a system for mobilizing resources”: the phrase right after is the object's."""
    for token in tokens:
        if token.dep != "prep" or not token.head.is_verb or token.i == 0:
            continue
        if token.lower not in {"among", "between", "of", "regarding", "concerning"} and not (
            token.lower == "for" and token.child("pcomp")
        ):
            continue
        target = next((child for child in reversed(token.head.children) if child.dep == "dobj" and child.i < token.i), None)
        if target is not None and target.is_noun and target.subtree()[-1].i == token.i - 1:
            nearest = target.conjuncts()[-1] if target.conjuncts()[-1].i == token.i - 1 else target
            token.hang(nearest, "prep")


def absolute_with(tokens: list[Token]) -> None:
    """“, with the development of X showing vitality”: the participle says something of what "with" governs."""
    for token in tokens:
        if token.dep != "prep" or token.lower != "with" or token.i == 0 or tokens[token.i - 1].text != ",":
            continue
        noun = token.child("pobj")
        if noun is None:
            continue
        for item in noun.subtree():
            if (
                item.dep == "acl"
                and item.tag in {"VBG", "VBN"}
                and item.head is not noun
                and item.head.dep == "pobj"
                and tokens[item.i - 1] is item.head
            ):
                item.hang(noun, "acl")
