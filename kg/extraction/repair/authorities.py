"""What somebody does beside what he says or finds: the verb behind "and", the participle behind the comma."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.discourse import names_actor
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import takes_clause
from kg.extraction.repair.steps import go_on_with, is_perfect, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["act_beside_finding", "participle_behind_inserted_saying", "participle_of_the_authority", "saying_beside_saying"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_ACTING = words("ruling") | words("answering")


def _says_that(verb: Token) -> bool:
    """Whether a clause with "that" of its own follows the verb, or any behind "says"."""
    bare = verb.lemma.lower() in words("speech")
    return any(
        item.i > verb.i and (bare or any(m.lower == "that" for m in item.having("mark"))) for item in verb.having("ccomp")
    )


def _what_is_told(token: Token) -> Token | None:
    """The clause that is told, which ``token``, without a subject of its own, is coordinated with."""
    told = token.head
    if token.dep != "conj" or told.dep != "ccomp" or not told.is_verb or token.having(*_SUBJECTS, "mark"):
        return None
    that = any(mark.lower == "that" for mark in told.having("mark"))
    bare = not told.having("mark") and told.child("nsubj", "nsubjpass") is not None and takes_clause(told.head)
    return told if (that or bare) and told.head.i < told.i < token.i else None


@asked_of("VBZ|VBP|VBD/conj", "VBZ VBP VBD", "that", "mark", "and but")
def saying_beside_saying(tokens: list[Token]) -> None:
    """“notes that floods destroyed crops and warns that farmers need seeds”: who notes it warns, not the floods."""
    for token in tokens[3:]:
        told = _what_is_told(token)
        if told is None or token.having("aux", "auxpass") or not _says_that(token) or not takes_clause(token):
            continue
        outer = told.head
        if outer.is_verb and outer.tag == token.tag and takes_clause(outer) and told.child("ccomp", "xcomp") is None:
            go_on_with(outer, token)


@asked_of("VBD|VBZ|VBP|VB/conj", "VBD VBZ VBP", "ccomp", "and but")
def act_beside_finding(tokens: list[Token]) -> None:
    """“found that the lender misled borrowers and ordered a refund”, "denied that it had rigged the vote and dismissed calls":
    what is done about it, who found or denied it does."""
    for token in tokens[3:]:
        told = _what_is_told(token)
        if told is None or token.having("aux", "auxpass") or token.child("dobj", "xcomp", "prep", "ccomp") is None:
            continue
        outer = told.head
        plural = outer.tag == "VBP" and token.tag == "VB"
        if (token.tag != outer.tag and not plural) or told.lemma.lower() in _ACTING or told.child("conj") is not token:
            continue
        if _answers(token, told, outer):
            go_on_with(outer, token)


def _answers(token: Token, told: Token, outer: Token) -> bool:
    """Whether ``token`` is what the subject of ``outer`` does about what is ``told``, and not told itself."""
    lemma, verb = token.lemma.lower(), outer.lemma.lower()
    subject, teller = told.child("nsubj", "nsubjpass"), outer.child("nsubj")
    named = subject.lemma.lower() if subject is not None else ""
    actor = subject is None or names_actor(subject.lower, subject)
    thing = not actor and named not in words("discourse.document_noun")
    acts = lemma in _ACTING
    wants = thing and lemma in words("appealing") | words("answering") and takes_clause(outer)
    apart = takes_clause(outer) and (is_perfect(told) or told.opening.tag != token.tag)
    if outer.tag != "VBD":
        return wants if outer.tag == "VBP" else apart and (acts or lemma in words("appealing"))
    if (verb in words("denying") and acts) or (lemma in words("appealing") and is_perfect(told)):
        return True  # "denied that it polluted the river and blamed farmers", "said that he had lost and urged calm"
    rules = lemma in words("ruling") or (thing and lemma in {"award", "grant", "clear", "free", "jail"})
    bodies = _COURTS | words("accuser") | words("authority")
    others = _COURTS if lemma in _JUDICIAL else bodies | words("discourse.document_noun")  # who could do it as well
    high = teller is not None and teller.lemma.lower() in bodies and named not in others
    return wants or (rules and (high or verb in words("finding"))) or (apart and acts)


_JUDICIAL = frozenset({"overturn", "quash", "annul", "vacate", "acquit", "sentence", "convict", "invalidate", "uphold"})
_COURTS = frozenset({"court", "judge", "jury", "tribunal", "panel", "ombudsman", "watchdog", "inquiry", "auditor"})


@asked_of("VBG/advcl|acl", ",", "VBD|VBZ", "ccomp relcl")
def participle_of_the_authority(tokens: list[Token]) -> None:
    """“ruled that the detention was unlawful, overturning a precedent”, "passed a law that bans imports, angering farmers":
    no detention overturns anything, and a law that is passed angers nobody by what it says."""
    for comma, token in pairwise(tokens):
        if comma.text != "," or token.tag != "VBG" or token.child("dobj") is None or token.having("mark", "nsubj", "aux"):
            continue
        inner = _clause_before(tokens, token)
        outer = verb_above(inner) if inner is not None else None
        if inner is None or outer is None or outer.tag not in {"VBD", "VBZ"}:
            continue
        subject = inner.child("nsubj", "nsubjpass")
        who = inner.head if subject is not None and subject.tag in {"WDT", "WP"} else subject
        lemma, target = token.lemma.lower(), token.child("dobj")
        other = target is not None and target.lower in {"it", "them", "him", "her"} and lemma in words("ruling")
        if who is None or (names_actor(who.lower, who) and not other):
            continue  # but "found that the state had failed prisoners, ordering it to pay damages"
        acts = lemma in _ACTING
        if acts or (inner.dep == "relcl" and lemma in words("stirring") and outer.tag == "VBD"):
            token.hang(outer, "advcl")


def _clause_before(tokens: list[Token], token: Token) -> Token | None:
    """The clause inside another that ends right before the comma, which ``token`` was hung on or into."""
    for item in reversed(tokens[: token.i]):
        if item.dep in {"ccomp", "relcl"} and item.is_verb and item.child("nsubj", "nsubjpass") is not None:
            if any(mark.lower == "to" for mark in item.having("aux")):
                continue  # "allows tribunals to try civilians"
            ends = item.subtree()[-1].i >= token.i - 2
            return item if ends and (token.head is item or token.head is item.head or item in token.ancestors()) else None
    return None


@asked_of("VBG/advcl", ",", "VBD|VBZ|VBP/ROOT|parataxis", "ccomp parataxis")
def participle_behind_inserted_saying(tokens: list[Token]) -> None:
    """“Police shot two students, witnesses said, sparking protests”: the shooting sparked them."""
    for said, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or token.tag != "VBG" or token.head is not said or token.dep != "advcl":
            continue
        told = next((item for item in said.having("ccomp") if item.i < said.i), said.head if said.dep == "parataxis" else None)
        subject = said.child("nsubj")
        if told is None or subject is None or not told.i < subject.i < said.i or said.lemma.lower() not in words("attribution"):
            continue
        own = words("attribution") | words("answering") | words("reporting") | {"speak", "point", "refer", "quote"}
        if told.child("nsubj") is not None and token.child("dobj") is not None and token.lemma.lower() not in own:
            token.hang(told, "advcl")
