"""Whether what stands behind “by” has done it."""

from __future__ import annotations

from kg.extraction.heads import core_head, is_party
from kg.extraction.predicates.base import is_bare_amount
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["is_agent", "shared_agent"]


def is_agent(noun: Token, verb: Token) -> bool:
    """“approved by the council”; not "by May", "by hand", "by 141 votes to 5", "grouped by region"."""
    lemma, lower = noun.lemma.lower(), noun.lower
    if is_bare_amount(noun) or core_head(noun).tag in {"CD", "VBG"} or lower.split("-")[0] in _PARTS_OF_A_YEAR:
        return False  # "is due by mid-2028"
    if lemma in words("preposition.time_heads") or lemma in _SHARES:
        return False
    if lemma in words("preposition.manner") and lower != "forces":
        return False
    if lemma in _PROCEDURES and not noun.having("det", "poss", "prep"):
        return False
    if lower in {"instrument", "notice", "letter"} and not noun.having("det", "poss"):
        return False
    if lower in {"regulation", "regulations", "order", "agreement"} and not noun.children:
        return False
    if lemma == "vote" and noun.child("nummod") is not None:
        return False
    bare = noun.tag == "NN" or not is_party(noun)
    return not (verb.lemma.lower() in words("grouping") and bare and not noun.having("det", "poss"))


def shared_agent(by: Token, verb: Token) -> Token | None:
    """“elected by and accountable to the people”, "funded by, and reports to, the ministry": whose noun "by" shares."""
    if by.child("pobj", "pcomp") is not None:
        return None
    for beside in (*by.having("conj"), *(child for other in verb.having("conj") for child in other.having("prep"))):
        noun = beside.child("pobj")
        if beside.i > by.i and beside.dep in {"prep", "conj"} and noun is not None:
            return noun
    return None


_PARTS_OF_A_YEAR = frozenset({"early", "mid", "late"})
_SHARES = frozenset({"half", "third", "quarter", "fifth", "tenth"})
_PROCEDURES = frozenset({"decree", "edict", "referendum", "vote"})  # "introduced by royal decree"
