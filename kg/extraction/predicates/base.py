"""What a reading of a verb is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.extraction.heads import core_head, is_amount, is_share, names_time
from kg.extraction.tree import Token

__all__ = ["Kind", "Predicate", "is_bare_amount", "is_idiom", "is_time", "preposition_of", "verb_lemma"]


class Kind(StrEnum):
    """What becomes of a predicate."""

    STATEMENT = "statement"
    CATENATIVE = "catenative"  # hands its subject and status on to its complement
    ATTRIBUTION = "attribution"  # says whose words its complement is
    COPULA = "copula"
    NONE = "none"  # nothing that it acts on


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb read with its frame.

    ``status_class`` is what it does to the status of its complement (a class of ``[catenative]``), ``controller`` the tokens
    that are the understood subject of that complement where these are not its own subject.
    """

    kind: Kind
    lemma: str
    objects: list[Token] = field(default_factory=list)
    preposition: Token | None = None  # the preposition that the verb or light verb's noun takes
    noun: Token | None = None  # the light verb's noun
    status_class: str | None = None
    controller: list[Token] = field(default_factory=list)
    rule: str = ""

    @property
    def hands_on(self) -> bool:
        """Whether its complement inherits its actor and takes its status class."""
        return self.kind is Kind.CATENATIVE or bool(self.controller) or self.status_class is not None


def preposition_of(token: Token, *lowers: str) -> Token | None:
    """The first of these prepositions that hangs on ``token`` behind it, else before it: "on Monday called on the council"."""
    found = [child for child in token.children if child.dep in {"prep", "dative"} and child.lower in lowers]
    return next((child for child in found if child.i > token.i), found[0] if found else None)


def is_bare_amount(token: Token | None) -> bool:
    """Whether what a preposition governs is a bare amount: "to 94 percent"."""
    return token is not None and (
        (is_amount(core_head(token)) and not is_share(core_head(token)))
        or token.lower in {"percentage", "million", "billion", "trillion", "half", "third", "quarter"}
    )


def verb_lemma(token: Token) -> str:
    """The lemma of a verb token with its particle ("carry out"); a repaired or odd lemma is the lower-cased form."""
    lemma = token.lemma.lower()
    particle = token.child("prt") or next((child for child in token.children if _is_particle(child, token, lemma)), None)
    return f"{lemma} {particle.lower}" if particle is not None else lemma


def _is_particle(child: Token, verb: Token, lemma: str) -> bool:
    """“set aside”, "turned patients away", "left out of the scheme": whether an adverb or preposition is one of the verb."""
    next_to = child.i == verb.i + 1
    if child.dep == "prep":
        return lemma == "leave" and child.lower == "out" and next_to and child.child("prep") is not None
    if child.dep != "advmod" or child.i < verb.i:
        return False
    if child.lower == "away":
        return lemma in {"turn", "take", "give", "throw", "send", "sign"} and (next_to or verb.child("dobj") is not None)
    if child.lower == "back" and lemma in _BACK and child.child("prep") is None:
        return next_to or _behind_object(child, verb)
    if child.lower in {"down", "up"} and lemma in _MOVING:
        return _behind_object(child, verb) and child.child("prep", "npadvmod") is None  # "bring unemployment down"
    return next_to and (child.lower in {"aside", "forward"} or (child.lower == "back" and child.tag == "RP"))


_BACK = frozenset({"turn", "push", "roll", "cut", "scale", "hold", "pay", "give", "send", "bring", "take", "drive"})
_MOVING = frozenset({"bring", "drive", "push", "force", "keep", "hold"})


def _behind_object(child: Token, verb: Token) -> bool:
    """“turned boats back”: right behind the object."""
    target = verb.child("dobj")
    return target is not None and target.subtree()[-1].i == child.i - 1


def is_idiom(prep: Token) -> bool:
    """“engage in good faith”, "remain in place", "listen with care to X": the phrase says how."""
    inner = prep.child("pobj")
    return with_care(prep) or (inner is not None and inner.lemma.lower() in {"faith", "place", "touch", "force"})


_CARES = frozenset({"care", "interest", "caution", "attention", "concern", "courtesy", "pride", "pleasure"})


def with_care(prep: Token) -> bool:
    """“listen with great care to X”; not "deal with care homes"."""
    inner = prep.child("pobj")
    return prep.lower == "with" and inner is not None and inner.lower in _CARES and not inner.having("compound", "prep")


def is_time(prep: Token) -> bool:
    """“for public contracts for five years”: the second "for" says how long."""
    inner = prep.child("pobj")
    return inner is not None and (
        names_time(inner) or (inner.text[:1].isdigit() and inner.lower.endswith(("st", "nd", "rd", "th")))
    )
