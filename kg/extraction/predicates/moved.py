"""Whom a verb can move to do something, and what is only asked for: "asked firms to cut prices", "ordered measures to …"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import core_head, is_amount
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "COMPLAINING",
    "asks_for",
    "asks_for_doing",
    "can_act",
    "is_accused",
    "is_agent",
    "is_left",
    "is_paper",
    "moves_nobody",
]


def can_act(token: Token) -> bool:
    """Whether a noun names somebody who acts: not "mobilise 100 billion euros to support X"."""
    if is_amount(core_head(token)):
        return False
    core = core_head(token)
    if core.lemma.lower() in words("discourse.no_agent"):
        return False
    return (
        core.tag in {"NNP", "NNPS", "PRP"}
        or core.lemma.lower() in words("discourse.actor_noun")
        or core.lemma.lower() in words("discourse.human")
        or core.lemma.lower() in words("discourse.able")
        or core.lower.endswith(("ers", "ors", "ists", "men", "women", "people", "children", "ants", "ees", "staff"))
    )


def is_accused(clause: Clause) -> bool:
    """“two men were charged by prosecutors with spying”, "police charged the mayor with fraud": with a crime, and no task."""
    if not clause.passive:
        return any(core_head(subject).lemma.lower() in words("accuser") for subject in clause.subjects)
    agents = [inner for agent in clause.verb.having("agent") for inner in agent.having("pobj")]
    if agents:
        return any(core_head(agent).lemma.lower() in words("accuser") | {"court", "tribunal", "judge"} for agent in agents)
    return any(core_head(subject).lemma.lower() in _SUSPECTS for subject in clause.subjects)


_SUSPECTS = frozenset(
    {"man", "woman", "suspect", "teenager", "youth", "activist", "journalist", "protester", "soldier", "clerk"}
)


def is_agent(token: Token) -> bool:
    """“protested over the visit by its envoy”: who acts, and no means; not "by building platforms"."""
    return can_act(token) and not any(child.lower.endswith("ing") for child in token.children)


_SETTLING = frozenset({"settle", "resolve", "end", "avoid", "avert", "escape", "keep", "win", "secure"})


def is_paper(noun: Token | None) -> bool:
    """“a licence is required to export food”: what is needed for an act, and does nothing itself."""
    return noun is not None and core_head(noun).lemma.lower() in words("discourse.paper")


def _is_for_use(noun: Token) -> bool:
    needed = noun.head.lemma.lower() in _NEEDING  # "efforts are required to lower emissions"
    return is_paper(noun) or ((needed or not noun.head.having("nsubjpass")) and _is_measure(noun))


def _is_measure(noun: Token) -> bool:
    """“measures to protect workers”, "efforts", "funds": what is taken or spent, and does nothing itself."""
    return core_head(noun).lemma.lower() in words("discourse.measure")


def moves_nobody(clause: Clause, lemma: str, controlled: list[Token]) -> bool:
    """“a licence is required to export food”, "ordered measures to protect workers", "left the company to start a bank"."""
    if lemma == "leave":
        return clause.link is not Link.PARTICIPLE and not all(token.tag in {"NNS", "PRP"} for token in controlled)
    if lemma == "pay" and any(item.infinitive and item.verb.lemma.lower() in _SETTLING for item in clause.dependents):
        return True  # "paid investors to settle the case": who paid settles it
    if lemma == "free":
        return any(token.lemma.lower() in {"prisoner", "hostage", "detainee", "captive", "inmate"} for token in controlled)
    if lemma == "fall":
        return not any(subject.lower == "it" for subject in clause.subjects)
    return any(map(_is_for_use, controlled))


def asks_for(verb: Token, purpose: Token) -> bool:
    """“recommended measures to simplify compliance”, "called for steps to V": ``verb`` asks for what nobody takes yet."""
    noun, lemma = verb.child("dobj"), verb.lemma.lower()
    if lemma in _NEEDING and (needed := verb.child("nsubjpass")) is not None:  # "efforts are needed"; but "the measure was"
        return _is_measure(needed) and not needed.having("det", "poss")
    if noun is None and lemma in _CALLING:
        noun = next((item for prep in verb.having("prep") if prep.lower == "for" for item in prep.having("pobj")), None)
    if noun is None or noun.i > purpose.i or (lemma not in words("object_control.requested") and lemma not in _CALLING):
        return False
    return _is_measure(noun)


def asks_for_doing(clause: Clause) -> bool:
    """“called for speeding up the reform”, "urged improving the wells", "stressed building trust": whoever is to do it, not
    who asks."""
    above = clause.governor
    if above is None or above.passive:
        return False
    lemma = above.verb.lemma.lower()
    if clause.link is Link.FOR_GERUND:
        return clause.noun is None and lemma in _CALLING and above.verb.child("dobj") is None
    return clause.link is Link.COMPLEMENT and clause.verb.tag == "VBG" and lemma in _URGING and clause.noun is None


_URGING = frozenset({"urge", "advocate", "emphasise", "emphasize", "stress", "underline", "underscore", "highlight"})
_NEEDING = frozenset({"need", "require"})
_CALLING = frozenset({"call", "appeal", "press", "push", "plead", "lobby", "campaign"})
_LEFT = words("discourse.group") | {f"{noun}s" for noun in words("discourse.person")}

COMPLAINING = frozenset({"protest", "complain", "express", "convey", "voice", "register", "lodge", "demand", "hear", "deliver"})


def is_left(lemma: str, whom: Token) -> bool:
    """“leaving residents to use an app”, "summoned the banker to explain X": somebody, by what the verb does or the noun is."""
    summoned = lemma in {"summon", "subpoena"} and whom.lower.endswith(("er", "or", "ist", "head"))
    return summoned or (lemma == "leave" and whom.lower in _LEFT)
