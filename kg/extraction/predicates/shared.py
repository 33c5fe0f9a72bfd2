"""Objects that coordinated verbs share: "foster and develop X"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import governed, noun_heads
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["OBJECT_PREPOSITIONS", "shared_objects"]

OBJECT_PREPOSITIONS = frozenset(
    {"down", "to", "on", "upon", "with", "into", "for", "from", "of", "against", "toward", "towards", "about", "over"}
)

_GOING = frozenset({"meet", "come", "go", "live", "work", "consult", "gather", "sit", "stand", "travel", "speak"})


def _behind_light(verb: Token, noun: Token) -> list[Token]:
    """“promote and give effect to the Charter”: what the light verb acts on."""
    if noun.lemma.lower() not in classes("light").get(verb.lemma.lower(), ()):
        return []
    prep = next((item for head in (noun, verb) for item in head.having("prep", "dative") if item.i > noun.i), None)
    return governed(prep) if prep is not None else []


def _phrase_behind(verb: Token) -> Token | None:
    """The preposition right behind the verb that governs something."""
    return next((item for item in verb.having("prep") if item.i == verb.i + 1 and item.child("pobj")), None)


def _behind_the_last(verb: Token, last: Token, *, known: bool) -> list[Token]:
    """“identifying, assessing and responding to risks”: what the last of some verbs governs by a preposition."""
    prep = _phrase_behind(last)
    if prep is not None and prep.lower in {"on", "upon"} and verb.tag == last.tag and last.i == verb.i + 2 and known:
        return governed(prep)  # "to discuss and deliberate on the drafts"
    if prep is None or not verb.tag == last.tag == "VBG" or verb.lemma.lower() in _GOING:
        return []
    return governed(prep) if prep.lower in OBJECT_PREPOSITIONS else []


def governed_next(verb: Token, prep: Token) -> list[Token]:
    """“comply with and enforce the code”, "train for or stay in jobs": what the next verb governs, ``prep`` does too."""
    near = (item for item in verb.having("conj") if item.is_verb and 0 < item.i - prep.i <= _LISTED)
    last = next((item for item in near if not item.having("nsubj", "nsubjpass", "aux")), None)
    if last is None:
        return []
    target = last.child("dobj")
    own = _phrase_behind(last)
    return noun_heads(target) if target is not None else governed(own) if own is not None else []


def _next_to(verb: Token) -> Token | None:
    """The verb coordinated with ``verb`` that a comma or a conjunction parts from it."""
    return next((item for item in verb.having("conj") if item.is_verb and item.i - verb.i <= _LISTED), None)


def _behind_parenthesis(verb: Token, item: Token) -> bool:
    """“reduce, or, where appropriate, eliminate, burdens”: next to each other but for what stands between commas."""
    opens = item.subtree()[0].i
    between = [child for child in verb.children if verb.i < child.i < opens]
    return opens - verb.i <= _BETWEEN and all(child.dep in {"punct", "cc", "conj"} for child in between)


def _said_again(verb: Token, item: Token) -> Token | None:
    """“harms or is likely to harm fish”: what the same verb acts on in the infinitive."""
    same = (low for low in item.subtree() if low.lemma == verb.lemma and low.infinitive)
    return next((target for low in same if (target := low.child("dobj")) is not None), None)


_LISTED = 3  # words from one bare verb of a list to the next: ", and V"
_BETWEEN = 5  # words from one verb to the next: "keep up to date and make"


def shared_objects(clause: Clause, *, known: bool) -> list[Token]:
    """The object of a conjunct that is said of this verb too: "foster and develop X".

    Not in "the right to marry and to found a family": a verb that is not ``known`` to act on things shares none over "to".
    """
    verb = clause.verb
    end = min((item.i for item in verb.having("conj") if item.i > verb.i), default=verb.i + 1000)  # of its own words
    helped = clause.first.link is Link.OBJECT_CONTROL and verb.lemma.lower() in words("intransitive_of_helped")
    if (
        helped
        or verb.lemma.lower() in words("intransitive")
        or any(
            child.dep == "ccomp" and verb.i < child.i < end for child in verb.children
        )  # "changed how it works, trained staff"
        or any(
            child.dep in {"prep", "prt", "advmod"} and verb.i < child.i < end and child.child("pobj") for child in verb.children
        )
    ):
        return []
    following = [
        item
        for item in verb.children
        if item.dep == "conj" and item.is_verb and item.i > verb.i and (item.i - verb.i <= 3 or not item.infinitive)
    ]
    if not known:
        following = [item for item in following if not item.infinitive]
    above = clause.governor
    if clause.link is Link.CONJUNCT and above is not None and not clause.subjects:
        target = above.verb.child("dobj")
        if target is not None and target.i > verb.i:
            return noun_heads(target)
        if not following and above.verb.child("dobj") is None:  # the middle one of "recruit, transport or detain victims"
            following = [
                item for item in above.verb.having("conj") if item.is_verb and item.i > verb.i and not item.having("aux")
            ]
    for item in following:
        if (item.i - verb.i <= 6 or _behind_parenthesis(verb, item)) and not item.having("nsubj", "nsubjpass"):
            target = item.child("dobj")
            if target is not None:
                return _behind_light(item, target) or noun_heads(target)
            if (again := _said_again(verb, item)) is not None:
                return noun_heads(again)
            if item.child("conj") is None and (objects := _behind_the_last(verb, item, known=known)):
                return objects
            deeper = [child for child in item.children if child.dep == "conj" and child.is_verb]
            for child in deeper:
                last = child
                while last.child("dobj") is None and (further := _next_to(last)) is not None:
                    last = further  # "to own, use, develop and control the lands"
                target = last.child("dobj")
                if target is not None and (child.i - item.i <= _BETWEEN or _behind_parenthesis(item, child)):
                    return noun_heads(target)
                if child.i - item.i <= 4 and (objects := _behind_the_last(verb, child, known=False)):
                    return objects
    return []
