"""Reasons with "for V-ing": what somebody is punished or praised for is no purpose of who does it."""

from __future__ import annotations

from kg.extraction.antecedents import is_human
from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import names_actor
from kg.extraction.heads import core_head, governed, is_amount, noun_heads
from kg.extraction.negation import is_negated
from kg.extraction.predicates.base import Predicate, verb_lemma
from kg.extraction.predicates.moved import can_act
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["gerund_of_reason"]

_OF_PEOPLE = ("er", "or", "ist", "ian", "ee", "man", "woman", "ers", "ors", "ists", "ians", "ees", "men", "women")


def gerund_of_reason(item: Clause, predicate: Predicate) -> None:
    """“fined the firm for hiding leaks”, "imposed a fine on the firm for hiding leaks": the firm hid them."""
    governor = item.governor
    if governor is None:
        return
    lemma = verb_lemma(governor.verb)
    if lemma in {"apologise", "apologize"} and not _is_untold(governor):
        item.link = Link.COMPLEMENT  # who apologises has done it
        return
    reported = lemma in {"refer", "report"} and any(
        inner.lemma.lower() in words("accuser") for prep in governor.verb.having("prep", "dative") for inner in governed(prep)
    )  # "referred two clinics to prosecutors for billing the state"
    moved = (reported or lemma in words("reason.moving")) and any(map(_is_person, predicate.objects))
    if lemma in words("reason.verbs") or moved:
        _hand_on(item, predicate, governor, predicate.objects)
        return
    sanction = _sanction(item, governor)
    if sanction is not None:
        _hand_on(item, predicate, governor, _sanctioned(sanction, governor, item))
    elif item.verb.lemma.lower() in words("reason.misdeeds") or _is_inquiry(item, governor):
        item.link = Link.NOMINAL  # "sent a letter to Spain for failing to protect birds": not what it was sent for


def _hand_on(item: Clause, predicate: Predicate, governor: Clause, whom: list[Token]) -> None:
    """Let ``whom`` have done it; "may be fined" and "was not fined for it" say that of nobody."""
    if _is_untold(governor) or not whom or predicate.lemma == "thank":
        item.link = Link.NOMINAL
        return
    item.link = Link.OBJECT_CONTROL
    predicate.controller = whom


def _is_untold(clause: Clause) -> bool:
    """Whether the clause, or one that it goes on with, is under a modal or negated: "may be fined or suspended"."""
    above: Clause | None = clause
    while above is not None:
        if any(token.tag == "MD" for token in above.auxiliaries) or is_negated(above):
            return True
        above = above.governor if above.link is Link.CONJUNCT and not above.subjects else None
    return False


def _is_person(token: Token) -> bool:
    """“removed its treasurer for V-ing”; not "removed trees for building a road"."""
    core = core_head(token)
    if core.lemma.lower() in words("discourse.no_agent"):
        return False
    return can_act(core) or is_human(core) or names_actor(core.lower, core) or core.lower.endswith(_OF_PEOPLE)


def _sanction(item: Clause, governor: Clause) -> Token | None:
    """The noun of the sentence or suit before "for": "a fine", "the conviction of a banker", "a case against Malta"."""
    for noun in governor.verb.having("dobj", "nsubjpass"):
        core = core_head(noun)
        if core.i < item.verb.i and (
            {core.lemma.lower(), core.lower} & words("reason.sanctions")
            or (core.lemma.lower() in words("reason.suits") and _whom(core, governor.verb, item, frozenset({"against"})))
        ):
            return core
    return None


def _is_inquiry(item: Clause, governor: Clause) -> bool:
    """“opened a probe against the minister for taking bribes”: whether he took any is to be found out."""
    nouns = governor.verb.having("dobj", "nsubjpass")
    return any(
        noun.lemma.lower() in words("reason.inquiries") and _whom(noun, governor.verb, item, _INTO_WHOM) for noun in nouns
    )


_INTO_WHOM = frozenset({"against", "into", "of"})
_OF_WHOM = frozenset({"on", "upon", "against", "of", "to"})
_BEARING = frozenset(
    {"receive", "win", "get", "pay", "face", "incur", "accept", "contest", "appeal", "serve", "deserve", "risk"}
)


def _sanctioned(sanction: Token, governor: Clause, item: Clause) -> list[Token]:
    """Who is fined, sentenced or sued: behind "on", "against" or "of", else who bears it."""
    whom = _whom(sanction, governor.verb, item, _OF_WHOM)
    if whom or governor.passive or governor.verb.lemma.lower() not in _BEARING:
        return whom
    return [head for subject in governor.verb.having("nsubj") if subject.is_noun for head in noun_heads(subject)]


def _whom(sanction: Token, verb: Token, item: Clause, prepositions: frozenset[str]) -> list[Token]:
    receiver = verb.child("dative")
    if receiver is not None and receiver.is_noun and "to" in prepositions:
        return noun_heads(receiver)  # "gave a sailor a medal for rescuing migrants"
    for prep in (*sanction.having("prep"), *verb.having("prep", "dative")):
        if prep.lower in prepositions and sanction.i < prep.i < item.verb.i:
            found = [head for head in governed(prep) if head.i < item.verb.i and not is_amount(core_head(head))]
            if found:
                return found
    return []
