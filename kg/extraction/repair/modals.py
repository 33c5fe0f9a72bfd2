"""Modals without a verb: every modal has one, and the words around it tell which."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import AFTER_VERB
from kg.extraction.repair.steps import lead
from kg.extraction.tree import Token

__all__ = ["first_verb_behind_parenthesis", "verb_before_infinitive", "verb_behind_parenthesis"]

_FARTHEST = 30  # words of a parenthesis


@asked_of("MD", ",")
def verb_behind_parenthesis(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The Director shall, in consultation with X, issue guidance”: the verb was taken for part of its object."""
    for modal in tokens[1:-3]:
        if modal.tag != "MD" or tokens[modal.i + 1].text != ",":
            continue
        later = modal.head if modal.dep == "aux" and modal.head.is_verb else None
        own = next((aux for aux in later.having("aux") if aux.tag == "MD" and aux is not modal), None) if later else None
        if later is not None and (own is None or own.i < modal.i):
            continue
        if later is not None and own is not None:
            _go_before(tokens, modal, later, verbs)
            continue
        token = _first_verb(tokens, modal, verbs)
        if tokens[modal.i - 1].lower in {"and", "but", "or"} and token is not None and not token.is_verb:
            _go_on(tokens, modal, token)  # "has closed two sites and would, subject to approval, double the number"
            return
        subject = tokens[modal.i - 1]
        while subject.head is not subject and subject.head.i < subject.i and not subject.head.is_verb:
            subject = subject.head
        if token is None or token.is_verb or not subject.is_noun:
            continue
        target = token.head if token.head.i > token.i and token.head.is_noun else token.child("dobj")
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        if subject.head is subject:
            token.hang(subject, "dep")
            token.replace(subject)
        elif target is not None and target is subject.head:  # the noun of the object was taken for the root
            token.hang(target, "dep")
            token.replace(target)
        else:
            token.hang(subject.head, subject.dep if subject.dep not in {"nsubj", "nsubjpass"} else "dep")
        subject.hang(token, "nsubj")
        modal.hang(token, "aux")
        if target is not None and target is not subject:
            target.hang(token, "dobj")
            lead(token, target)
        return


def _go_before(tokens: list[Token], modal: Token, later: Token, verbs: AbstractSet[str]) -> None:
    """“shall, to the extent practicable, purchase goods and shall seek waivers”: of two modals each has a verb."""
    token = _first_verb(tokens, modal, verbs)
    if token is None or token.is_verb or token.i > later.i:
        return
    target = token.head if token.head.i > token.i and token.head.is_noun else None
    token.tag, token.lemma, token.repaired = "VB", token.lower, True
    token.hang(later, "dep")
    if target is not None:
        target.hang(token, "dobj")
    token.replace(later)
    later.hang(token, "conj")
    lead(token, later)


def _go_on(tokens: list[Token], modal: Token, token: Token) -> None:
    """Let ``token`` under ``modal`` go on with the verb before, with what it was taken to belong to for its object."""
    verb = next((item for item in reversed(tokens[: modal.i]) if item.is_verb and item.dep not in _OF_A_GROUP), None)
    target = token.head if token.head.i > token.i and token.head.is_noun else token.child("dobj")
    if verb is None:
        return
    token.tag, token.lemma, token.repaired = "VB", token.lower, True
    if target is not None:
        token.join(verb, target)
        lead(token, target)
    token.hang(verb, "conj")
    modal.hang(token, "aux")


_OF_A_GROUP = frozenset({"aux", "auxpass", "amod", "compound", "relcl", "acl"})


@asked_of("MD/aux", "VB", ",", "and or", "NN/compound")
def first_verb_behind_parenthesis(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“must not, under any circumstances, share passwords or leave screens on”: the first of two verbs was taken for a noun."""
    for modal in tokens[1:-5]:
        last, behind = modal.head, tokens[modal.i + 1 + (tokens[modal.i + 1].dep == "neg")]
        if modal.tag != "MD" or modal.dep != "aux" or last.tag != "VB" or behind.text != "," or last.i < behind.i + 4:
            continue
        token = _first_verb(tokens, behind, verbs)
        noun = token.head if token is not None else None
        if token is None or noun is None or token.tag != "NN" or noun.i != token.i + 1:
            continue
        if tokens[last.i - 1].lower not in {"and", "or"} or last.i != noun.i + 2 or token.dep != "compound":
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        noun.hang(last, "dep")
        token.hang(last, "dep")
        token.replace(last)
        last.hang(token, "conj")
        noun.hang(token, "dobj")
        lead(token, last)


def _first_verb(tokens: list[Token], modal: Token, verbs: AbstractSet[str]) -> Token | None:
    """The bare verb right behind a comma of the parenthesis, with a noun phrase behind it."""
    for comma in tokens[modal.i + 2 : modal.i + _FARTHEST]:
        if comma.text == "," and comma.i + 2 < len(tokens):
            token, after = tokens[comma.i + 1], tokens[comma.i + 2]
            if token.is_verb:
                return None
            goes_with = after.tag == "IN" and token.head is token  # "shall, unless agreed otherwise, reply within ten days"
            if token.lower in verbs and token.tag in {"NN", "JJ"} and (goes_with or after.tag in AFTER_VERB | {"NN", "NNS"}):
                return token
    return None


@asked_of("MD/aux", "TO/aux", "NN JJ")
def verb_before_infinitive(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“will fine-tune policies to meet changes, and launch X”: no verb stands under a modal and "to"; one was passed over."""
    for modal in tokens[1:-3]:
        taken, token = modal.head, tokens[modal.i + 1]
        to = next((aux for aux in taken.having("aux") if aux.tag == "TO" and aux.i > token.i), None)
        if modal.tag != "MD" or modal.dep != "aux" or to is None or taken.i < to.i or token.tag not in {"NN", "JJ"}:
            continue
        target = token.head
        if target.dep not in {"nsubj", "nsubjpass", "dobj"} or target.head not in {taken, modal} or target.i > to.i:
            continue
        if token.lower not in verbs and token.lower.split("-")[-1] not in verbs:
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(taken, "dep")
        token.replace(taken)
        for child in list(taken.children):
            if child.i < token.i or child.dep in {"conj", "cc"}:
                child.hang(token, child.dep)
        target.hang(token, "dobj")
        taken.hang(token, "advcl")
