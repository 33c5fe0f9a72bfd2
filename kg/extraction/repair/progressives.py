"""Forms in -ing: what somebody is doing, and the participle behind a subject that is neither an order nor a subject."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_gerund
from kg.extraction.repair.mainverbs import has_finite_auxiliary
from kg.extraction.repair.steps import FINITE, SUBJECTS, be_subject_of, succeed
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "for_before_modal",
    "participle_behind_the_subject",
    "progressive_taken_for_adjective",
    "progressives_in_a_list",
    "second_subject_behind_preposition",
    "state_taken_for_adjective",
]


@asked_of("VBG/acomp|attr|oprd", "is are was were be been")
def progressive_taken_for_adjective(tokens: list[Token]) -> None:
    """“is not re-opening the talks”, "are not pre-committing to a path": a form in -ing with an object, or with a verb's
    prefix, is what somebody is doing; "were fast disappearing" as well."""
    for token in tokens:
        be = token.head
        if token.tag != "VBG" or token.dep not in {"acomp", "attr", "oprd"} or be.lemma != "be" or be.dep in {"aux", "auxpass"}:
            continue
        prefixed = "-" in token.text and token.child("prep") is not None
        fast = next((child for child in token.having("amod") if child.lower == "fast" and child.i == token.i - 1), None)
        if (
            not (prefixed or fast is not None or token.child("dobj") is not None)
            or be.i > token.i
            or token.having("aux", "nsubj", "det")
        ):
            continue
        subject = be.child("nsubj")
        if subject is None or subject.lemma.lower() in words("aim") | _TASKS:
            continue  # "The aim is re-opening the port"
        _be_of(token, be)
        if fast is not None:
            fast.tag, fast.dep = "RB", "advmod"


_TASKS = frozenset(
    {"task", "priority", "plan", "challenge", "problem", "solution", "step", "job", "role", "idea", "way", "work"}
)


def _be_of(token: Token, be: Token) -> None:
    """Make ``be``, above it, the auxiliary of ``token``."""
    token.hang(be, "dep")
    token.replace(be)
    succeed(token, be)
    be.hang(token, "aux")


@asked_of("NNS/attr", "NN/compound VBG/amod", "VBG/advcl|conj|dep", "is are was were", "and or")
def progressives_in_a_list(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“is mapping districts, moving families and training volunteers”: nobody is districts, what goes on shows it."""
    for be, token in pairwise(tokens):
        noun = token.head
        if (
            be.lemma != "be"
            or noun.dep != "attr"
            or noun.head is not be
            or noun.tag != "NNS"
            or not token.lower.endswith("ing")
        ):
            continue
        lemma = lemma_of_gerund(token, with_words(verbs, "noun_or_verb")) or (token.lemma if token.tag == "VBG" else None)
        later = [item for item in be.having("advcl", "conj", "dep") if item.tag == "VBG" and item.i > noun.i]
        listed = later and later[0].child("dobj") is not None and tokens[later[0].i - 1].lower in {",", "and", "or"}
        if lemma is None or not listed or token.dep not in {"compound", "amod"} or noun.having("det", "poss"):
            continue
        token.tag, token.lemma, token.repaired = "VBG", lemma, True
        token.hang(be, "attr")
        noun.hang(token, "dobj")
        _be_of(token, be)
        for item in later:
            item.hang(token, "conj")
            _last_of_the_list(tokens, item, verbs)


def _last_of_the_list(tokens: list[Token], verb: Token, verbs: AbstractSet[str]) -> None:
    """“…, moving families and training volunteers”: the last of the list, taken for a part of a second object."""
    target = verb.child("dobj")
    other = target.child("conj") if target is not None else None
    if other is None or not other.is_noun or other.having("det", "poss"):
        return
    token = other.subtree()[0]
    lemma = lemma_of_gerund(token, with_words(verbs, "noun_or_verb")) or (token.lemma if token.tag == "VBG" else None)
    if lemma is None or token.head is not other or tokens[token.i - 1].lower not in {"and", "or"}:
        return
    token.tag, token.lemma, token.repaired = "VBG", lemma, True
    token.join(verb, other)


@asked_of("VBG/ROOT|nsubj|csubj", "nsubj")
def participle_behind_the_subject(tokens: list[Token]) -> None:
    """“Protesters waving flags blocked a road”: a form in -ing without "be" is no main verb and no second subject."""
    for noun, token in pairwise(tokens):
        if token.tag != "VBG" or token.dep not in {"ROOT", "nsubj", "csubj"} or not noun.is_noun or token.having("aux"):
            continue
        main = token.head if token.dep != "ROOT" else _finite_below(token)
        own = noun.head is token and noun.dep in SUBJECTS
        beside = main is not None and noun.head is main and noun.dep in SUBJECTS
        if main is None or main is token or not (own or beside) or main.i < token.i or not _is_finite(main):
            continue
        taken = main.child(*SUBJECTS)
        if main.head is token:
            main.replace(token)
        be_subject_of(noun, main)
        token.hang(noun, "acl")
        next_to = taken is not None and taken.subtree()[0].i == token.i + 1 and token.child("dobj", "xcomp") is None
        if taken is not None and taken is not token and taken is not noun and next_to:
            taken.hang(token, "dobj")  # "Women holding candles filled the square"
        for child in list(token.children):
            if child.i >= main.opening.i or child.i < noun.subtree()[0].i:
                child.hang(main, child.dep)


def _is_finite(verb: Token) -> bool:
    return verb.is_verb and (verb.tag in FINITE or has_finite_auxiliary(verb))


def _finite_below(token: Token) -> Token | None:
    """The finite verb that was hung on the participle ``token``."""
    below = (item for item in token.having("conj", "ccomp", "dep", "advcl") if item.i > token.i and _is_finite(item))
    return next((item for item in below if not item.having("mark") and token.child("cc") is None), None)


@asked_of("for", "mark", "MD/aux", "nsubj nsubjpass")
def for_before_modal(tokens: list[Token]) -> None:
    """“failing to meet the quota for workers with disabilities shall pay”: "for" brings no clause with a modal."""
    for prep in tokens[2:-3]:
        verb = prep.head
        noun = next((item for item in verb.having(*SUBJECTS) if item.i > prep.i), None)
        before = tokens[prep.i - 1]
        if prep.lower != "for" or prep.dep != "mark" or not verb.modal or noun is None or not before.is_noun:
            continue
        if noun.subtree()[0].i == prep.i + 1 and noun.i < verb.opening.i:
            prep.tag = "IN"
            prep.hang(before, "prep")
            noun.hang(prep, "pobj")


@asked_of("IN/prep|agent", "NN|NNS|NNP|NNPS/nsubj|nsubjpass")
def second_subject_behind_preposition(tokens: list[Token]) -> None:
    """“failing to meet the quota for persons with disabilities shall pay”: what stands behind "for" is no second subject."""
    for prep in tokens[1:-2]:
        if prep.tag != "IN" or prep.dep not in {"prep", "agent"} or prep.child("pobj", "pcomp") is not None:
            continue
        noun = next((item for item in tokens[prep.i + 1 : prep.i + 6] if item.dep in SUBJECTS and item.is_noun), None)
        verb = noun.head if noun is not None else prep
        if noun is None or noun.subtree()[0].i != prep.i + 1 or not verb.is_verb or verb.i < noun.i:
            continue
        if any(item.i < prep.i for item in verb.having(*SUBJECTS)):
            noun.hang(prep, "pobj")


_STATES = frozenset({"commit", "dedicate", "base", "root", "engage", "involve", "entitle", "oppose"})


@asked_of("VBN/acomp")
def state_taken_for_adjective(tokens: list[Token]) -> None:
    """“is committed to a solution with two states”: a passive, and not an adjective as well."""
    for token in tokens:
        be = token.head
        if token.tag != "VBN" or token.dep != "acomp" or be.lemma != "be" or token.lemma.lower() not in _STATES:
            continue
        subject = be.child("nsubj")
        if subject is None or be.i > token.i or token.having("aux", "auxpass", "nsubj") or token.child("prep") is None:
            continue
        _be_of(token, be)
        subject.dep, be.dep = "nsubjpass", "auxpass"
