"""Which tokens are predicates, by tag, label and neighbours."""

from __future__ import annotations

from kg.extraction.tree import Token

__all__ = ["is_predicate"]

_NOT_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nummod"}
    | {"det", "nmod", "advmod", "prt", "cc", "quantmod", "punct", "agent"}
)


def is_predicate(token: Token) -> bool:
    """Whether ``token`` is the verb of a clause, finite or not."""
    if not token.is_verb or token.dep in _NOT_PREDICATE:
        return False
    if token.lower in {"provided", "providing", "assuming", "given"} and not token.having("aux", "auxpass"):
        marks = (mark.lower for child in token.children for mark in child.having("mark"))
        if "that" in marks:
            return False  # a conjunction: "provided that …"
    if token.i > 0 and token.text[0].isupper() and token.text[1:].islower():
        name = token.tag == "VB" and token.head.is_noun and token.head.text[0].isupper()
        if (token.tag == "VBG" and not token.having("aux")) or name:
            return False  # a name: "the series Embarking on the New Journey", "Freedom to Speak Up Guardian"
    if token.dep == "acl" and token.tag == "VBG" and token.lower in {"concerning", "regarding", "pertaining", "relating"}:
        return False  # "measures concerning telemedicine"
    if token.dep == "acl" and token.lower == "bound" and any(prep.lower == "for" for prep in token.having("prep")):
        return False  # "cargo bound for the region"
    if token.lower in {"starting", "beginning"} and any(prep.lower == "with" for prep in token.having("prep")):
        return False  # "cut costs, starting with his own office"
    if token.lower == "regards" and token.i > 0 and any(child.lower == "as" for child in token.having("mark", "advmod")):
        return False  # "as regards the use of systems"
    if token.tag == "VBG" and token.dep == "conj" and token.having("aux"):
        return True
    if token.dep == "conj" and token.tag == "VBG" and token.head.tag == "VBG" and _shares_object(token):
        return True
    if token.dep in {"pobj", "dobj", "nsubj", "attr", "nsubjpass", "conj"} and token.tag == "VBG":
        below = [child for child in token.children if child.i > token.i]
        governs = any(child.dep in {"dobj", "aux", "auxpass", "prep", "prt"} for child in below)
        governs = governs or (token.child("ccomp", "xcomp") is not None and token.child("nsubj") is None)
        return governs and token.child("det", "poss", "amod") is None
    if any(child.tag in {"WDT", "WP"} and child.lower.endswith("ever") for child in token.children):
        return False  # "whatever the sea may take"
    return not (token.dep == "conj" and token.head.dep in {"amod", "compound", "nmod"})


def _shares_object(token: Token) -> bool:
    """“introducing, modifying or withdrawing a system”: whether the gerund next to it has an object for both."""
    return not token.children or any(
        item.tag == "VBG" and item.i - token.i <= 3 and item.child("dobj", "prep") is not None for item in token.having("conj")
    )
