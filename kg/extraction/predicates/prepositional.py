"""The object behind a preposition: “invest in X”, "searched on Monday for X", "voted in favour of X"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.clauses import Clause
from kg.extraction.heads import core_head, governed, is_share, names_time
from kg.extraction.predicates.base import Kind, Predicate, is_bare_amount, is_idiom, is_time, with_care
from kg.extraction.predicates.shared import OBJECT_PREPOSITIONS
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["IsPrepositional", "by_preposition", "prepositional"]

IsPrepositional = Callable[[str], bool]

_DIRECTIONS = frozenset({"away", "ahead", "back", "forward", "out", "up", "down", "together", "along", "off", "over"})


def prepositional(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate | None:
    """“invest in X”: the first preposition that the lexicon lists with the verb, else one that takes objects."""
    verb = clause.verb
    deps = {"prep", "dative", "agent"}  # "abide by the rules" has no agent
    preps = [child for child in verb.children if child.dep in deps and child.i > verb.i and child.child("pobj")]
    for adverb in verb.having("advmod"):  # "walk away from X", "press ahead with Y"
        beside = (child for child in verb.having("prep") if child.i == adverb.i + 1)  # "pressed ahead with projects"
        prep = next((child for child in (*adverb.having("prep"), *beside) if child.child("pobj")), None)
        if prep is None or adverb.i != verb.i + 1 or is_time(prep):
            continue  # "walked out on Monday"
        if adverb.lower in _DIRECTIONS and prep.lower in OBJECT_PREPOSITIONS:
            return by_preposition(f"{lemma.removesuffix(f' {adverb.lower}')} {adverb.lower} {prep.lower}", prep)
    favoured = _in_favour(verb, lemma) or (_reported(preps) if lemma in {"report", "report back"} else None)
    if favoured is not None:
        return favoured
    for listed in (True, False):
        for prep in preps:
            full = f"{lemma} {prep.lower}"
            if any(child.i == prep.i - 1 and child.lower in _TWO_WORDS for child in verb.children):
                continue  # "required pursuant to that Article"
            if prep.lower == "to" and _is_whom(prep) and any(item.lower in {"on", "about"} for item in preps):
                continue  # "report to us on the progress"
            sized = full in _SIZED or not is_bare_amount(prep.child("pobj"))
            known = sized and not is_time(prep) and not is_idiom(prep) and (full in _SIZED or in_lexicon(full))
            if known if listed else _takes_object(prep, verb):
                same = [item for item in preps if item is prep or (item.lower == prep.lower and not is_time(item))]
                objects = [head for item in same for head in governed(item)]
                return Predicate(Kind.STATEMENT, full, objects, prep, rule="prepositional_verb")
    for prep in verb.subtree():  # "participate on an equal basis with others in cultural life"
        inside = prep.dep == "prep" and prep.i > verb.i and prep.child("pobj") is not None and prep.head.dep == "pobj"
        if inside and prep.head.head.head is verb and in_lexicon(f"{lemma} {prep.lower}") and not is_time(prep):
            return by_preposition(f"{lemma} {prep.lower}", prep)
    return None


_SIZED = frozenset({"amount to", "stand at"})  # "exports amounted to 3 billion euros": the amount is what is said


def by_preposition(full: str, prep: Token) -> Predicate:
    """The verb with ``prep``, ``full`` for short, that acts on what ``prep`` governs."""
    return Predicate(Kind.STATEMENT, full, governed(prep), prep, rule="prepositional_verb")


_TWO_WORDS = frozenset(
    {"pursuant", "according", "due", "prior", "contrary", "owing", "thanks", "relative", "because", "instead"}
)


def _distance(verb: Token, prep: Token) -> int:
    """How far the preposition is from the verb, adverbs, times and pronouns not counted: "searched on Monday for it"."""
    between = [child for child in verb.children if verb.i < child.i < prep.i]
    apart = (child for child in between if child.dep == "prep" and (is_time(child) or _is_whom(child) or with_care(child)))
    times = sum(len(child.subtree()) for child in apart)
    return prep.i - verb.i - times - sum(child.dep == "advmod" for child in between)


def _is_whom(prep: Token) -> bool:
    """“report to us on X”; who hears it now is not told it: "I will report to you on X"."""
    return any(child.tag == "PRP" and child.lower != "you" for child in prep.children)


def _takes_object(prep: Token, verb: Token) -> bool:
    inner = prep.child("pobj")
    if inner is not None and (with_care(prep) or is_bare_amount(inner) or inner.lemma.lower() in words("preposition.idiom")):
        return False
    if inner is None or prep.lower not in OBJECT_PREPOSITIONS or _distance(verb, prep) > 2:
        return False
    head = core_head(inner)
    return not names_time(head) and head.tag != "CD" and (inner.text != "%" or is_share(inner))


def _reported(preps: list[Token]) -> Predicate | None:
    """“report to the Council on the funds”: the matter, wherever the parser hung it; to whom is told besides."""
    told = [prep for prep in preps if prep.lower == "to"]
    inside = [item for to in told for whom in governed(to) for item in whom.having("prep")]
    matters = (prep for prep in (*preps, *inside) if prep.lower in {"on", "about"} and not is_time(prep))
    matter = next((prep for prep in matters if prep.child("pobj")), None)
    if not told or matter is None or any(child.lower == "you" for to in told for child in to.children):
        return None  # "I will report to you on X": who hears it now is not told it
    return by_preposition(f"report {matter.lower}", matter)


_SIDES = {"favour": "of", "favor": "of", "support": "of", "opposition": "to"}


def _in_favour(verb: Token, lemma: str) -> Predicate | None:
    """“voted in favour of the resolution”, "rise in opposition to the bill"."""
    for prep in verb.having("prep"):
        noun = prep.child("pobj")
        side = _SIDES.get(noun.lower) if noun is not None and prep.lower == "in" else None
        of = noun.child("prep") if noun is not None and side is not None else None
        if noun is not None and of is not None and of.lower == side and of.child("pobj"):
            return by_preposition(f"{lemma} in {noun.lower} {side}", of)
    return None
