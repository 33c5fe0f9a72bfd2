"""Duties laid on somebody, and duties lifted: "a duty on landlords to repair boilers", "exempt from the duty to publish"."""

from __future__ import annotations

from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["is_duty", "is_lifted", "is_of_a_document"]

_FREEING = frozenset({"relieve", "exempt", "release", "free", "absolve", "excuse"})


def is_duty(noun: Token) -> bool:
    """Whether ``noun`` is what somebody must do: "the duty to publish accounts"."""
    return noun.is_noun and noun.lemma.lower() in words("duty")


def is_lifted(noun: Token) -> bool:
    """“abolished the duty to carry a logbook”, "exempt from the duty to publish accounts": nobody has it any more."""
    above = noun.head
    if noun.lower == "need" and noun.dep == "dobj":  # "removes the need to file two forms"
        return above.lemma.lower() in words("lifting") | {"avoid", "obviate", "negate"}
    if not is_duty(noun):
        return False
    if noun.dep in {"dobj", "nsubjpass"}:
        return above.lemma.lower() in words("lifting")
    if noun.dep != "pobj" or above.lower not in {"of", "from"}:
        return False
    freed = above.head.head if above.head.dep == "dobj" else above.head
    return freed.lemma.lower() in _FREEING or (freed.tag.startswith("JJ") and freed.lower in {"exempt", "free"})


def is_of_a_document(noun: Token) -> bool:
    """“the law introduces a duty to report leaks”: whose duty a text lays down or lifts, it does not say."""
    verb = noun.head
    if not is_duty(noun) or noun.dep not in {"dobj", "nsubjpass"}:
        return False
    if verb.lemma.lower() in words("lifting") or verb.lemma.lower() in words("laying_down"):
        return True
    return any(subject.lemma.lower() in words("discourse.document_noun") for subject in verb.having("nsubj"))
