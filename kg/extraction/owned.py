"""Whose decision, will or duty an infinitive says more of: "the will of Ghana to V", "as for the plan to V, …"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.discourse import names_actor
from kg.extraction.heads import of_what
from kg.extraction.predicates.moved import can_act
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["is_brought_up", "is_led_to", "is_of_another", "owned_noun", "owner_behind"]

_LED_TO = frozenset({"decision", "plan", "proposal", "move", "choice"})
_HELD = frozenset({"obligation", "duty", "responsibility", "mandate", "right", "will", "courage", "capacity", "liberty"})
_DECIDED = frozenset({"plan", "decision", "proposal", "move", "push", "drive", "attempt"})
_UPON = frozenset({"following", "despite", "after", "amid", "given", "against", "notwithstanding"})
_WITH_NOUN = frozenset({"light", "regard", "respect", "spite", "view", "response", "reaction", "protest"})


def owned_noun(noun: Token) -> bool:
    """Whether ``noun`` is what its owner is, or wants, to do: "Europe's will to V", "the obligation of the parties to V"."""
    lemma = noun.lemma.lower()
    if not noun.is_noun or (noun.tag == "NNS" and lemma in {"right", "duty", "decision"}):
        return False
    nouns = classes("noun_modality")
    return lemma in _HELD or lemma in words("undertaking") or lemma in nouns["planned"] or lemma in nouns["negated"]


def owner_behind(noun: Token) -> Token | None:
    """“the efforts of Jordan”: who it is of, if that is somebody."""
    owner = of_what(noun)
    vague = noun.lemma.lower() in words("undertaking") or noun.lemma.lower() in {"plan", "promise", "right", "aim"}
    return owner if owner is not None and (not vague or can_act(owner)) else None


def is_of_another(noun: Token, verb: Token) -> bool:
    """“welcomes Ghana's decision to V”, "confirms the readiness of Norway to V": not to what end ``verb`` is done."""
    if not owned_noun(noun):
        return False
    if noun.dep == "pobj":
        return is_brought_up(noun, verb)
    owner = noun.child("poss")
    ours = owner is not None and owner.lower == "our" and all(who.lower != "we" for who in verb.having("nsubj"))
    named = owner is not None and owner.tag != "PRP$"
    return noun.dep == "dobj" and noun.head is verb and (ours or named or owner_behind(noun) is not None)


def is_brought_up(noun: Token, verb: Token) -> bool:
    """“as for the plan to close schools, parents reject it”, "following the decision to V, workers struck": a plan that the
    sentence opens with, which is not the subject's own."""
    subject = verb.child("nsubj", "nsubjpass")
    article = noun.child("det")
    if noun.dep != "pobj" or subject is None or noun.i > subject.i or noun.lemma.lower() not in _DECIDED:
        return False
    if article is None or article.lower not in {"the", "this", "that"} or noun.child("poss") is not None:
        return False
    prep = noun.head
    return prep.lower in _UPON or (prep.lower == "for" and prep.head.lower == "as") or prep.head.lower in _WITH_NOUN


def is_led_to(noun: Token, subjects: Sequence[Token]) -> bool:
    """“weak demand prompted the decision to close the plant”: what leads to a decision does not take it."""
    the = any(child.lower == "the" for child in noun.having("det"))
    things = all(item.is_noun and not can_act(item) and not names_actor(item.lower, item) for item in subjects)
    return noun.dep == "dobj" and the and bool(subjects) and noun.lemma.lower() in _LED_TO and things
