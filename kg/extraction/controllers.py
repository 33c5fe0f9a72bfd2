"""Who acts in a clause without a subject, where a noun or a formula says so: "commended the envoys for their efforts to V"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import is_plural, names_actor
from kg.extraction.heads import behind_comma, governed, of_what
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
    "is_thanked_for",
    "is_willing",
    "means_who_is_moved",
    "told",
    "with_a_tool",
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
    who = None if noun is None else _commended(noun, governor.verb) or _owner_of_aim(noun, clause) or _owner(noun, clause)
    who = who or _orderer(governor) or _measured(clause, governor) or _thanked(clause, governor)
    who = who or _entrusted(clause, governor)
    if who is None:
        return _bound(governor)
    return [item for item in who.conjuncts() if item is who or item.is_noun]


def _bound(governor: Clause) -> list[Token]:
    """“it is incumbent on the nuclear powers to reduce X”: whose duty it is."""
    adjective = governor.verb.child("acomp") if governor.verb.lemma == "be" else None
    if adjective is None or adjective.lower != "incumbent":
        return []
    return next((governed(prep) for prep in adjective.having("prep") if prep.lower in {"on", "upon"}), [])


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
    owner = of_what(noun)
    return owner if owner is not None and owner.head.i < clause.verb.i else None


def _thanked(clause: Clause, governor: Clause) -> Token | None:
    """“we are grateful to Norway for funding the clinics”: who did it, not who thanks."""
    thanks = governor.verb.child("acomp")
    if not is_thanked_for(clause) or thanks is None:
        return None
    to = next((prep for item in (thanks, governor.verb) for prep in item.having("prep") if prep.lower == "to"), None)
    return to.child("pobj") if to is not None and to.i < clause.verb.i else None


def _entrusted(clause: Clause, governor: Clause) -> Token | None:
    """“responsibility for running the fund rests with the bank”: the bank runs it."""
    noun, verb = clause.noun, governor.verb
    if clause.link is not Link.FOR_GERUND or noun is None or noun.lemma.lower() not in {"responsibility", "accountability"}:
        return None
    if noun.head is not verb or noun.dep != "nsubj" or verb.lemma.lower() not in {"rest", "lie", "sit", "remain", "fall"}:
        return None
    prep = next((item for item in verb.having("prep") if item.lower in {"with", "to", "on", "upon"}), None)
    return prep.child("pobj") if prep is not None else None


def is_thanked_for(clause: Clause) -> bool:
    """Whether the clause is what somebody is grateful for: it is done."""
    thanks = clause.governor.verb.child("acomp") if clause.governor is not None else None
    return clause.marker == "for" and thanks is not None and thanks.lower in {"grateful", "thankful", "indebted"}


def _owner(noun: Token, clause: Clause) -> Token | None:
    """“builds on Kenya's record of cutting debt”, "praised the Union's role in ending the war", "notes the efforts of firms in
    cutting waste": whose record, role or efforts they are."""
    if clause.link is not Link.COMPLEMENT or clause.marker not in {"of", *_OWN_WAY}:
        return None
    owner = noun.child("poss")
    if owner is not None:
        return owner if owner.is_noun else None
    whose = of_what(noun) if clause.marker in _OWN_WAY and noun.lemma.lower() in words("own_part") else None
    return whose if whose is not None and whose.is_noun and whose.i < clause.verb.i else None


_OWN_WAY = frozenset({"in", "towards", "toward"})


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
    asked = (_who_left, _user_of, _doer, _helper, _beside_done)
    return next((found for rule in asked if (found := rule(clause, governor)) is not None), None)


def _who_left(clause: Clause, governor: Clause) -> Clause | None:
    """“talks collapsed when the rebels left, accusing X of lying”: those who left accuse, not what collapsed."""
    if clause.link is not Link.PARTICIPLE or clause.verb.lemma.lower() not in _SAYING or clause.verb.tag != "VBG":
        return None
    if governor.verb.lemma.lower() not in _FAILING or governor.verb.child("dobj") is not None:
        return None
    for below in reversed(governor.dependents):
        between = governor.verb.i < below.verb.i < clause.verb.i
        between = between and below.verb.lemma.lower() not in words("measured")  # "fell apart when prices rose, blaming X"
        if below.link is Link.ADVERBIAL and between and any(map(_acts, below.subjects)):
            return below
    return None


def _acts(noun: Token) -> bool:
    thing = noun.lemma.lower() in words("event") or noun.lemma.lower() in words("discourse.no_agent")
    return not thing and (noun.tag in {"NNS", "NNP", "NNPS"} or names_actor(noun.lower, noun))


_SAYING = frozenset({"accuse", "blame", "accept", "cite", "reject", "denounce", "condemn", "protest", "demand", "refuse"})
_FAILING = frozenset({"collapse", "fall", "fail", "end", "stall", "founder", "halt", "stop", "break"})


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
    return above if behind_comma(prep) and above.verb.lemma.lower() in _HELPING else None


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
    return governor.governor if with_a_tool(clause) else None


def with_a_tool(clause: Clause) -> bool:
    """“payments are made using an app”: who makes them uses it."""
    return clause.verb.tag == "VBG" and clause.verb.lemma.lower() in _WITH_A_TOOL


_WITH_A_TOOL = frozenset({"use", "apply", "follow", "employ", "cite"})
