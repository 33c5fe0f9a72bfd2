"""What stands behind a noun and belongs to its phrase, or only to its name."""

from __future__ import annotations

import re

from kg.extraction.heads import is_amount, is_pronoun, joined_by_ampersand
from kg.extraction.listedphrases import of_behind_list
from kg.extraction.tree import BY_PLACE, Token
from kg.extraction.words import words

__all__ = ["naming_tail", "phrase_tokens", "tail"]

_HOURS = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def tail(core: Token, *, concept_only: bool) -> list[Token]:
    """The tokens of the prepositional phrases after ``core``: with ``concept_only`` those that belong to its name."""
    found: list[Token] = []
    for child in core.children:
        if child.i < core.i:
            continue
        if child.dep == "conj" and joined_by_ampersand(child):
            found.extend(token for token in core.children if token.text == "&")
            found.extend(child.subtree())
        apart = concept_only and any(item.text == "," and item.i == child.subtree()[0].i - 1 for item in core.children)
        if child.dep == "prep" and not apart and (not concept_only or _names_concept(child, core)):
            found.extend(phrase_tokens(child, concept_only=concept_only))
        elif not concept_only and child.dep in {"acl", "relcl"}:
            found.extend(child.subtree())
    return sorted(found, key=BY_PLACE)


def naming_tail(core: Token) -> list[Token]:
    """The tail that belongs to the name, with an of-phrase that a list shares: "transport of waste"."""
    found = tail(core, concept_only=True)
    prep, said = of_behind_list(core)
    if prep is None or (said and prep.head is core):
        return found
    if not said:
        below = prep.subtree()
        return [token for token in found if token not in below]
    return [*found, *(phrase_tokens(prep, concept_only=True) if _names_concept(prep, core) else [])]


def _names_concept(prep: Token, core: Token) -> bool:
    """Whether the phrase at ``prep`` is needed to know which concept it is."""
    lower = prep.lower
    inner = prep.child("pobj")
    if prep.child("pcomp") is not None or (inner is not None and is_pronoun(inner)):
        return False
    if inner is not None and lower == "of" and _YEAR.fullmatch(inner.text):
        return True  # "the realities of 1945"
    if inner is None or is_amount(inner) or (lower != "of" and inner.lemma.lower() in words("preposition.idiom")):
        return False  # "on a larger scale"; but "management of risk"
    if inner.lower in _HOURS or (inner.tag == "CD" and ":" in inner.text):
        return False  # "operations between 10:00 p.m. and 6:00 a.m."
    if inner.lemma.lower() in words("preposition.time_heads"):
        counted = inner.tag == "NNS" and inner.child("nummod") is not None
        return lower == "of" and not counted  # "the report of 8 June", not "a period of three months"
    if lower == "of":
        return True
    if lower == "before" and core.tag == "JJ":
        return True  # "equal before the law"
    if lower == "with":
        return core.lemma.lower() in words("preposition.relational_with")
    if lower in words("preposition.concept"):
        return True
    return lower in {"in", "within"} and core.lemma.lower() in words("preposition.relational")


def phrase_tokens(prep: Token, *, concept_only: bool) -> list[Token]:
    """The tokens of a prepositional phrase without the clauses that hang in it."""
    found, stack = [], [prep]
    while stack:
        token = stack.pop()
        found.append(token)
        for child in token.children:
            if child.dep in {"relcl", "appos", "parataxis", "advcl"}:
                continue
            if concept_only and child.dep == "prep" and not _names_concept(child, token):
                continue
            if child.dep == "acl" and (child.tag in {"VB", "VBG"} or (concept_only and child.having("prep", "agent"))):
                continue
            if child.dep == "conj" and child.tag in {"VB", "VBZ", "VBP", "VBD"}:
                continue
            stack.append(child)
    found.sort(key=BY_PLACE)
    if concept_only:
        found = [token for token in found if token.text not in {"(", ")"}]
    while found and (found[-1].tag == "CC" or (found[-1].dep == "punct" and found[-1].text not in {")", "%"})):
        found.pop()
    return found
