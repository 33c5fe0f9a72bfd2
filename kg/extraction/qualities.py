"""What is said behind a noun of those whom it names: "families unable to pay rent", "people at risk of losing their homes"."""

from __future__ import annotations

from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["described", "exposed", "is_mere_idea", "quality_of"]


def described(adjective: Token, *, to: bool = False) -> Token | None:
    """“families unable to pay rent”, "makes tenants eligible to buy homes": the noun before an adjective that takes an
    infinitive (``to``) or a gerund; not "the council is unable to pay"."""
    name = _adjective_class(adjective)
    if name is None or (to and name == "inherit"):
        return None  # "calls for those responsible to be prosecuted"
    above = adjective.head
    if adjective.dep in {"amod", "acl"}:
        named = above.is_noun or above.lower in {"those", "anyone", "everyone"}
        return above if named and above.i < adjective.i else None
    if adjective.dep == "conj" and adjective.tag == "JJ" and above.tag == "VBN" and above.child("auxpass") is not None and to:
        patient = above.child("nsubjpass")  # "ensure patients are informed and able to choose a treatment"
        return patient if patient is not None and patient.is_noun else None
    if adjective.dep not in {"advcl", "advmod", "ccomp", "xcomp", "oprd"} or not above.is_verb or above.lemma == "be":
        return None
    noun = adjective.child("nsubj") or above.child("dobj") or (above.child("nsubjpass") if above.child("auxpass") else None)
    if noun is None or not noun.is_noun or noun.i > adjective.i:
        return None
    return noun if adjective.dep not in {"advcl", "advmod"} or _ends_at(noun, adjective.i - 1) else None


def exposed(of: Token) -> Token | None:
    """“people at risk of V-ing”, "patients with a history of V-ing": who has the risk or the history."""
    noun = of.head
    if of.lower != "of" or noun.dep != "pobj" or _noun_class(noun) is None:
        return None
    prep = noun.head
    if prep.lower not in {"at", "in", "on", "with"}:
        return None
    if prep.lower == "at" and noun.child("det") is not None:
        return None  # "closed schools at the risk of losing votes"
    if prep.head.is_noun:
        return prep.head
    target = prep.head.child("dobj")
    return target if target is not None and target.is_noun and _ends_at(target, prep.i - 1) else None


def quality_of(verb: Token) -> str | None:
    """What the adjective or noun above makes of ``verb``: "negated" for "unable to pay", "possible" for "at risk of losing"."""
    if verb.infinitive:
        return _adjective_class(verb.head)
    above = verb.head.head if verb.dep == "pcomp" else verb
    return _adjective_class(above) if above.tag.startswith("JJ") else _noun_class(above) if above is not verb else None


def is_mere_idea(of: Token) -> bool:
    """“rejected the idea of selling the airline”, "a barrier to hiring nurses": nobody is said to do it; not "took on the task
    of", "abandoned its policy of"."""
    noun = of.head
    if of.lower == "to":
        target = noun.child("dobj", "attr") if noun.is_verb else noun
        close = target is not None and (target is noun or _ends_at(target, of.i - 1))
        return close and target is not None and target.lemma.lower() in words("obstacle")
    if of.lower != "of" or not noun.is_noun or noun.child("poss") is not None:
        return False
    if {noun.lemma.lower(), noun.lower} & words("mere_idea"):
        return noun.dep in {"dobj", "pobj", "nsubjpass", "conj", "attr"}
    return False


def _ends_at(noun: Token, place: int) -> bool:
    return noun.subtree()[-1].i == place


def _adjective_class(adjective: Token) -> str | None:
    if not adjective.tag.startswith("JJ") and adjective.tag != "VBN":
        return None
    lower = adjective.lower
    name = next((name for name, lemmas in classes("catenative_adjective").items() if lower in lemmas), None)
    return name if name != "obliged" or lower in {"liable", "bound", "obliged"} else None  # not "measures necessary to V"


def _noun_class(noun: Token) -> str | None:
    lemma = noun.lemma.lower()
    return next((name for name, lemmas in classes("quality_noun").items() if lemma in lemmas), None)
