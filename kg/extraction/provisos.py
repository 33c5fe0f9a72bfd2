"""Phrases that say on what condition something is so: “except by order of a court”, "subject to approval", "only with X"."""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.negation import is_negated
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["proviso"]

_DEPENDING = {"subject": "to", "conditional": "on upon", "contingent": "on upon"}


def proviso(clause: Clause) -> Token | None:
    """The head of the phrase that makes what ``clause`` says conditional, on the verb or behind its object."""
    verb = clause.verb
    for head in (verb, *verb.having("dobj")):
        for token in head.children:
            if token.children and (_excepts(token) or _restricts(token, clause)):
                return token
    return None


def _excepts(token: Token) -> bool:
    """“except for a public purpose”, "absent a warrant", "conditional on finance", "in the event of fire"."""
    if token.lower in {"except", "save", "absent"}:
        return token.dep in {"prep", "mark", "dep", "advmod"}
    if token.lower in _DEPENDING and token.tag.startswith("JJ") and token.dep != "acomp":
        return any(prep.lower in _DEPENDING[token.lower].split() for prep in token.having("prep"))
    inner = token.child("pobj") if token.dep == "prep" and token.lower == "in" else None
    return inner is not None and inner.lower in {"event", "case"} and any(prep.lower == "of" for prep in inner.having("prep"))


def _restricts(token: Token, clause: Clause) -> bool:
    """“may not enter without a warrant”, "may enter only with a warrant"."""
    if token.dep != "prep":
        return False
    inner = token.child("pobj") if token.lower == "without" else None
    leave = inner is not None and inner.lemma.lower() in words("leave")
    if not leave and not any(child.lower == "only" and child.i < token.i for child in token.children):
        return False
    modal = any(item.tag == "MD" for item in (*clause.auxiliaries, *clause.first.auxiliaries))
    return modal and (not leave or is_negated(clause) or is_negated(clause.first))
