"""Whose a time is: that of the act it was said of, not always of the verb that stands nearest."""

from __future__ import annotations

import re

from kg.extraction.clauses import Clause, Link
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["is_rate", "time_owner"]

_PAST = re.compile(r"last\s|yesterday|earlier\s|.*\sago$")
_DAY = re.compile(r"on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_RATE = re.compile(r"an?\s")


def time_owner(tree: Tree, clauses: dict[int, Clause], start: int, end: int) -> Clause | None:
    """The clause that the time from ``start`` to ``end`` is said of; ``clauses`` are known by the place of their verb."""
    token = next((token for token in tree if token.end > start), None)
    while token is not None and (token.i not in clauses or start <= token.start < end):  # "starting next year" is no act
        token = token.head if token.head is not token else None
    owner = clauses[token.i] if token is not None else None
    if owner is None:
        return None
    text = tree.text[start:end].lower()
    return _said(owner, start, end) or _reported(owner, text) or owner


def _said(owner: Clause, start: int, end: int) -> Clause | None:
    """“said on Friday the ministry would hire teachers”: when it was said."""
    above = owner.governor
    if above is None or above.verb.lemma.lower() not in words("attribution") or not 0 <= start - above.verb.end <= 1:
        return None
    return above if any(subject.start >= end for subject in owner.subjects) else None


def _reported(owner: Clause, text: str) -> Clause | None:
    """“sued firms selling data last week”, "ratified a bid to join on Monday": when that was done which is over."""
    past, day = _PAST.match(text) is not None, _DAY.match(text) is not None
    noun, above = owner.noun, owner.governor
    if not (past or day) or noun is None or above is None or not _is_past(above.verb):
        return None
    if noun.dep not in {"dobj", "pobj"} or noun.i < above.verb.i:
        return None
    if owner.link is Link.REDUCED:
        beside = owner.verb.tag == "VBG" and owner.verb.i == noun.i + 1
        return above if beside else None
    return above if owner.infinitive and owner.link in {Link.PURPOSE, Link.COMPLEMENT} else None


def _is_past(verb: Token) -> bool:
    return verb.opening.tag == "VBD"


def is_rate(text: str) -> bool:
    """“200 euros a month”: whether the time behind an amount is part of it."""
    return _RATE.match(text) is not None
