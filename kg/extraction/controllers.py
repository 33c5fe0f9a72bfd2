"""Who acts in a clause without a subject, where a noun or a formula says so: "commended the envoys for their efforts to V"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import is_plural
from kg.extraction.predicates.base import is_bare_amount
from kg.extraction.predicates.moved import can_act
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "AIMS",
    "doing",
    "elsewhere",
    "is_ground",
    "is_own_act",
    "is_willing",
    "means_who_is_moved",
    "told",
]


def means_who_is_moved(clause: Clause, governor: Clause) -> bool:
    """“cannot ask farmers to restore bogs without paying them”: a pronoun for those who are moved is not beside them."""
    if clause.link not in {Link.WITHOUT, Link.MEANS} or governor.link not in {Link.OBJECT_CONTROL, Link.CLAUSAL}:
        return False
    if not governor.infinitive:
        return False
    many = [item for item in governor.verb.having("dobj") if item.tag in {"NNS", "NNPS"}]
    for child in clause.verb.having("dobj", "dative"):
        if child.lower == "them":
            return not any(map(can_act, many)) if child.dep == "dative" else not many  # "dismiss workers without paying them"
    return False


def doing(noun: Token, clause: Clause) -> Token | None:
    """“welcomed the work undertaken by the agency to protect refugees”: the "by" of who does it."""
    done = noun.child("acl")
    by = done.child("agent") if done is not None and done.lemma.lower() in _CARRYING_OUT else None
    return by if by is not None and by.i < clause.verb.i and by.child("pobj") is not None else None


_CARRYING_OUT = frozenset({"undertake", "do", "make", "take", "perform", "conduct", "pursue", "carry"})


def told(clause: Clause, governor: Clause) -> list[Token]:
    """Whom the noun that the clause hangs on, or the formula above it, says to act."""
    noun = clause.noun or _own_part(clause, governor)
    who = None if noun is None else _commended(noun, governor.verb) or _owner_of_aim(noun, clause)
    who = who or _orderer(governor) or _measured(clause, governor)
    return [item for item in who.conjuncts() if item is who or item.is_noun] if who is not None else []


def _own_part(clause: Clause, governor: Clause) -> Token | None:
    """“thanked the volunteers for their help in clearing roads”: the noun right before "in"."""
    prep = clause.verb.head
    parts = (inner for item in governor.verb.having("prep") for inner in item.having("pobj") if item.lower == "for")
    return next((part for part in parts if prep.lower == "in" and part.i == prep.i - 1 and part.child("poss")), None)


def _commended(noun: Token, verb: Token) -> Token | None:
    """“commended the envoys for their efforts to end the war”: those who are commended, not who commends."""
    owner, whom = noun.child("poss"), verb.child("dobj")
    if owner is None or owner.lower not in _OWN or whom is None or noun.dep != "pobj" or noun.head.lower != "for":
        return None
    fits = whom.i < noun.i and noun.head.head in {verb, *whom.conjuncts()} and is_plural(whom) == (owner.lower == "their")
    return whom if fits else None


_OWN = frozenset({"its", "their", "his", "her"})


def _owner_of_aim(noun: Token, clause: Clause) -> Token | None:
    """“the objectives of this Directive, namely to protect consumers, cannot be achieved by states”: whose aim it is."""
    if noun.lemma.lower() not in AIMS or clause.link is not Link.PURPOSE:
        return None
    of = next((prep for prep in noun.having("prep") if prep.lower == "of" and prep.i < clause.verb.i), None)
    return of.child("pobj") if of is not None else None


AIMS = frozenset({"objective", "aim", "goal", "purpose", "intention"})


def is_ground(clause: Clause) -> bool:
    """“does not constitute valid grounds for lowering pay”: whoever might lower it, not what is no ground."""
    noun = clause.noun
    held = clause.governor is not None and clause.governor.verb.lemma == "have"  # "has a basis for charging fees"
    return clause.link is Link.FOR_GERUND and noun is not None and not held and noun.lemma.lower() in _GROUNDS


_GROUNDS = frozenset({"ground", "reason", "basis", "justification", "excuse", "pretext", "argument", "criterion", "precedent"})


def is_own_act(clause: Clause, agents: Sequence[Token]) -> bool:
    """“is constrained by delays in discharging patients”: who discharges them is not the delays."""
    return clause.noun in agents and clause.noun is not None and not can_act(clause.noun)


def is_willing(clause: Clause) -> bool:
    """“it was not ready to cut rates”: somebody was; but "it is ready to be used", "it is likely that …"."""
    adjective = clause.verb.child("acomp")
    if clause.verb.lemma != "be" or adjective is None or adjective.lower not in _WILLING:
        return False
    return any(below.infinitive and below.verb.head is adjective and not below.subjects for below in clause.dependents)


_WILLING = frozenset(
    {"ready", "willing", "unwilling", "reluctant", "determined", "keen", "eager", "prepared", "able", "unable"}
)


def _orderer(governor: Clause) -> Token | None:
    """“by the authority vested in me as President, and in order to protect X, it is hereby ordered”: the President."""
    verb = governor.verb
    if not governor.passive or not any(child.lower == "hereby" for child in verb.having("advmod")):
        return None
    me = next((token for token in verb.subtree() if token.lower == "me" and token.i < verb.i), None)
    if me is None:
        return None
    office = [inner for prep in (*me.children, *me.head.head.children) if prep.lower == "as" for inner in prep.having("pobj")]
    return office[0] if office else me


def elsewhere(clause: Clause, governor: Clause) -> Clause | None:
    """The clause whose subject acts, where it is not the one that ``clause`` hangs on."""
    return _user_of(clause, governor) or _doer(clause, governor) or _helper(clause, governor) or _beside_done(clause, governor)


def _user_of(clause: Clause, governor: Clause) -> Clause | None:
    """“may not use the fees paid by members to finance X”: the clause of who uses it, not of who paid it."""
    above, noun = governor.governor, governor.noun
    if clause.link is not Link.PURPOSE or clause.noun is not None or above is None or noun is None:
        return None
    used = governor.link is Link.REDUCED and governor.passive and noun.head is above.verb and noun.dep == "dobj"
    return above if used and above.verb.lemma.lower() in words("using") else None


def _doer(clause: Clause, governor: Clause) -> Clause | None:
    """“that is what we are doing, by backing green metals”: the clause of who does it."""
    if clause.link is not Link.MEANS or governor.verb.lemma != "be":
        return None
    done = (item for item in governor.dependents if item.verb.lemma == "do" and item.verb.i < clause.verb.i and item.subjects)
    return next(done, None)


def _helper(clause: Clause, governor: Clause) -> Clause | None:
    """“will help firms test products, by setting up sandboxes”: behind a comma, by what means it will help."""
    moved = governor.first
    above, prep = moved.governor, clause.verb.head
    if clause.link is not Link.MEANS or moved.link is not Link.OBJECT_CONTROL or above is None or above.passive:
        return None
    apart = any(child.i == prep.i - 1 and child.text == "," for item in (prep, *prep.ancestors()) for child in item.children)
    return above if apart and above.verb.lemma.lower() in _HELPING else None


_HELPING = frozenset({"help", "enable", "allow", "assist", "support", "let", "permit", "encourage"})


def _measured(clause: Clause, governor: Clause) -> Token | None:
    """“declared a reserve, covering 3,000 square kilometres”: the reserve does, not who declared it."""
    thing, size = governor.verb.child("dobj"), clause.verb.child("dobj")
    if clause.link is not Link.PARTICIPLE or governor.passive or clause.verb.lemma.lower() not in _MEASURING:
        return None
    fits = thing is not None and thing.is_noun and thing.i < clause.verb.i and is_bare_amount(size)
    return thing if fits else None


_MEASURING = frozenset({"cover", "total", "span", "measure", "number", "weigh", "cost", "exceed", "comprise"})


def _beside_done(clause: Clause, governor: Clause) -> Clause | None:
    """“shall report on the permits granted under Article 11, using the template”: who reports, not what was granted."""
    participle = clause.link is Link.PARTICIPLE and clause.verb.tag == "VBG" and not clause.marker
    if not participle or governor.link is not Link.REDUCED or not governor.passive or governor.verb.child("agent") is not None:
        return None
    return governor.governor if clause.verb.lemma.lower() in _WITH_A_TOOL else None


_WITH_A_TOOL = frozenset({"use", "apply", "follow", "employ", "cite"})
