"""Whose an amount is: that of what is acted on or of the act, not of a place, an agent or something else beside it."""

from __future__ import annotations

from kg.extraction.heads import is_amount
from kg.extraction.listedphrases import is_act
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["before_what", "belongs", "of_a_part", "parted", "place_of"]

_COUNTING = frozenset({"nummod", "amod", "quantmod", "compound", "nmod", "det", "advmod", "predet"})
_MEASURING = frozenset(
    {"by", "to", "from", "at", "of", "for", "below", "above", "over", "under", "up", "than", "between", "with", "in", "on"}
)
_BOUNDING = frozenset({"over", "under", "above", "below"})
_UP = 12  # steps from an amount to the verb that it hangs on


def place_of(tree: Tree, start: int, end: int) -> Token | None:
    """The token by which the words from ``start`` to ``end`` hang on the rest of the sentence."""
    inside = [token for token in tree if start <= token.start < end]
    if not inside:
        return None
    top = inside[-1]
    while top.head is not top and start <= top.head.start < end:
        if top.head is inside[0] and top.head.dep in {"prep", "agent"}:
            break  # "by 40 percent": what the preposition governs
        top = top.head
    return top


def belongs(top: Token, verb: Token, target: Token, *, measure: bool) -> bool:
    """Whether the amount at ``top`` is one of ``target`` or of what ``verb`` does to it; a ``measure`` has a unit.

    “300 jobs”, "a fine of 500 euros", "by 40 percent"; not "hubs in six wards", "plans to close 14 ports", "adults over 65".
    """
    if target in top.subtree() or top is verb:
        return True  # "80% of households"
    if top.lower in {"halving", "doubling", "tripling"}:
        return False  # "the target of halving fatalities"
    counted = top.head if top.dep in _COUNTING and top.head.is_noun and not is_amount(top.head) else None
    item = counted or top
    for _ in range(_UP):
        above = item.head
        if item is target or above is item:
            return item is target
        if above.is_verb and (above is verb or target in above.subtree()):
            return item.dep != "dative" and not _known(item)
        if above.is_verb and above.lemma.lower() not in words("amounting") and not _is_adjective(above, item):
            return False
        if item.dep == "pobj" and not _governs(above, item, counted, verb, target, measure=measure):
            return False
        apart = item.is_noun and item is not counted and item is not top and not is_amount(item)
        if apart and item.lemma.lower() not in words("measuring"):
            return False
        item = above
    return False


def _known(subject: Token) -> bool:
    """“the two countries will share data”: those who are known already, and no amount of what they do."""
    definite = any(det.lower in {"the", "these", "those", "all", "both"} for det in subject.having("det", "predet"))
    return subject.dep == "nsubj" and subject.is_noun and (definite or bool(subject.having("poss")))


def _governs(prep: Token, item: Token, counted: Token | None, verb: Token, target: Token, *, measure: bool) -> bool:
    """Whether what stands behind ``prep`` may be an amount of the act: "by 300 workers", "to 30 euros", "of 12 measures"."""
    if item is not counted:
        age = not measure and prep.lower in _BOUNDING and not _keeps(prep.head)
        return prep.lower in _MEASURING and not age
    if prep.head is target:
        return prep.lower == "of" and (measure or target.lemma.lower() in words("collective") or is_act(target))
    if prep.head is not verb:
        return False
    size = prep.lower in {"by", "to"} or (prep.lower == "from" and any(other.lower == "to" for other in verb.having("prep")))
    return counted.lemma.lower() == "vote" or (size and prep.dep != "agent" and verb.lemma.lower() in words("resizing"))


def _is_adjective(participle: Token, prep: Token) -> bool:
    """“value added of 9 billion”: a participle does not govern an "of"."""
    return prep.lower == "of" and participle.tag == "VBN" and not participle.having("auxpass", "aux")


def _keeps(governor: Token) -> bool:
    """“cut deaths below 100”, "kept the rate under 5": whether the bound behind the object is no age of anybody's."""
    if governor.is_noun:
        return governor.dep == "dobj" and _keeps(governor.head)
    return governor.child("dobj") is None or governor.lemma.lower() in _KEEPING


_KEEPING = words("resizing") | {"keep", "hold", "bring", "push", "take", "get", "drive"}


def of_a_part(subjects: list[Token]) -> bool:
    """“40 hostages, many of whom had been tortured”: whether the subject is a part, so that the number is not the act's."""
    return any(inner.tag in {"WDT", "WP"} for subject in subjects for prep in subject.having("prep") for inner in prep.children)


def before_what(tree: Tree, end: int) -> bool:
    """“four weeks before they leave”, "30 days after the vote": whether the length that ends at ``end`` says when."""
    behind = next((token for token in tree if token.start >= end), None)
    return behind is not None and behind.lower in {"before", "after", "prior", "ahead"}


def parted(text: str, skip: int) -> str:
    """“They” + “Built 214 homes”: ``text`` with a line end behind what was put before it: no name has its first capital."""
    return f"{text[: skip - 1]}\n{text[skip:]}" if skip else text
