"""The of-phrase behind a list of nouns: of which of them it is said."""

from __future__ import annotations

from kg.extraction.heads import is_fixed_pair
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["is_act", "of_behind_list"]

_ACTS = ("tion", "sion", "ment", "ing", "storage", "usage", "sis", "ery", "isure", "losure", "eizure")


def of_behind_list(noun: Token) -> tuple[Token | None, bool]:
    """The "of" behind the list that ``noun`` stands in, and whether it is said of ``noun``; none where the parse decides.

    “the collection, transport and treatment of waste” is of all three; "trade and protection of consumers" is of the last.
    """
    first = noun
    while first.goes_on and first.head.is_noun:
        first = first.head
    items = [item for item in first.conjuncts() if item.is_noun]
    if len(items) < 2 or noun not in items or is_fixed_pair(first, items[1]):
        return None, False
    last = items[-1]
    prep = next((prep for item in items for prep in item.having("prep") if prep.i == last.i + 1), None)
    if prep is None or prep.lower != "of" or any(item.having("det", "poss", "nummod") for item in items[1:]):
        return None, False
    if any(child.i < last.i for item in items for child in item.having("prep", "relcl", "acl", "appos")):
        return None, False  # "the collection of taxes, audit and payment of grants"
    if last.lemma == items[0].lemma:
        return prep, noun is last  # "new industries and industries of the future"
    determined = first.having("det", "poss") and prep.head is not last
    if determined or all(map(is_act, items)):
        return prep, True
    if (is_act(last) and not is_act(prep.head)) or last.lower == "means":
        return prep, noun is last
    return None, False


def is_act(noun: Token) -> bool:
    """Whether the noun names what is done: "treatment", "sale"."""
    lemma = noun.lemma.lower()
    return lemma in words("acts") or (lemma.endswith(_ACTS) and lemma not in words("no_acts") and noun.tag in {"NN", "NNS"})
