"""What somebody wants to be done: “called for prisoners held without charge to be released”, "wants the tax abolished"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["called_for_to_be", "demand_beside_demand", "looked_forward_to", "wanted_done"]

_CALLING = frozenset({"call", "press", "push", "appeal", "ask", "campaign", "wait", "plead", "lobby"})
_WANTING = frozenset({"want", "need", "like", "prefer"})


@asked_of("for", "auxpass", "to", "VBN/xcomp|advcl|acl|ccomp")
def called_for_to_be(tokens: list[Token]) -> None:
    """“called for the officers who fired to be tried”: they are to be tried, not who calls for it."""
    for token in tokens:
        if token.tag != "VBN" or token.having("nsubj", "agent") or not token.infinitive or not token.having("auxpass"):
            continue
        prep = next(
            (item for item in _before(tokens, token) if item.lower == "for" and item.head.lemma.lower() in _CALLING), None
        )
        if prep is None or prep.dep != "prep" or prep.head.i > prep.i or token.head is token:
            continue
        noun, verb = prep.child("pobj"), prep.head
        inside = token.head is verb or (noun is not None and any(above is noun for above in token.ancestors()))
        if noun is None or not inside or noun.i > token.i:
            continue
        own = token.child("nsubjpass")
        mark = token.child("mark")
        if own is not None and mark is not None:  # "those responsible for the violence to be prosecuted"
            mark.hang(token.head, "prep")
            own.hang(mark, "pobj")
        token.hang(verb, "advcl")
        noun.hang(token, "nsubjpass")
        prep.hang(token, "mark")


def _before(tokens: list[Token], token: Token) -> list[Token]:
    """The words before ``token``, the nearest first."""
    return tokens[max(0, token.i - _FAR) : token.i][::-1]


_FAR = 20


@asked_of("VBN|VBD|VBP|VB|NN/ccomp|conj", of_lemma(_WANTING))
def wanted_done(tokens: list[Token]) -> None:
    """“wants the tax abolished and the mine shut”: what is to be done to it."""
    for token in tokens:
        verb, subject = token.head, token.child("nsubj", "nsubjpass")
        if token.dep == "conj" and verb.dep == "ccomp":
            verb = verb.head
        wanted = verb.lemma.lower() in _WANTING and token.dep in {"ccomp", "conj"} and token.i > verb.i and verb.is_verb
        if not wanted or subject is None or subject.i != token.i - 1 or subject.i < verb.i or not subject.is_noun:
            continue
        if token.tag not in {"VBN", "VBD"} or token.having("aux", "auxpass", "dobj", "mark"):
            continue
        token.tag = "VBN"
        subject.dep = "nsubjpass"


@asked_of("forward", "to", "VBG/advcl|acl")
def looked_forward_to(tokens: list[Token]) -> None:
    """“looks forward to Chile hosting the summit”: what the preposition governs is that Chile hosts it."""
    for token in tokens:
        if token.tag != "VBG" or token.dep not in {"advcl", "acl"} or token.having("nsubj", "mark", "aux"):
            continue
        for to in _before(tokens, token):
            noun = to.child("pobj")
            if to.lower != "to" or noun is None or to.i < 1 or tokens[to.i - 1].lower != "forward":
                continue
            inside = token.head in {noun, to.head, to.head.head}
            if inside and token.subtree()[0].i == token.i and noun.i == token.i - 1 and to.head is not token:
                token.hang(to, "pcomp")
                noun.hang(token, "nsubj")


@asked_of("VB/conj", "TO/aux", "and or")
def demand_beside_demand(tokens: list[Token]) -> None:
    """“we encourage firms to export and urge banks to lend”: who is encouraged urges nobody."""
    for token in tokens[4:]:
        task = token.head
        first = task.head
        if token.tag != "VB" or token.dep != "conj" or task.dep not in {"xcomp", "ccomp", "advcl"} or not task.infinitive:
            continue
        alike = all(verb.lemma.lower() in words("object_control.requested") for verb in (first, token))
        if not alike or first.tag not in {"VBP", "VB"} or token.infinitive or token.child("dobj", "ccomp") is None:
            continue
        whom = token.child("dobj")
        if whom is not None and whom.tag == "PRP":
            continue  # "urge ministers to meet farmers and ask them to wait"
        if any(below.infinitive for below in token.having("xcomp", "ccomp", "advcl")):
            token.hang(first, "conj")
            token.tag = first.tag


@asked_of("VB/conj", "TO/aux", "VBP/ROOT|conj", "call urge")
def demand_behind_what_is_judged(tokens: list[Token]) -> None:
    """“we welcome the pledge to refrain from tests and call upon others to join it”: those who call are those who welcome."""
    for token in tokens[5:]:
        task = token.head
        if token.tag != "VB" or token.dep != "conj" or not task.infinitive or token.having("aux", "nsubj"):
            continue
        called = any(prep.lower in {"on", "upon"} for prep in token.having("prep")) and token.lemma == "call"
        asks = any(below.infinitive and below.i > token.i for below in token.subtree() if below.is_verb and below is not token)
        if not (called or (token.lemma == "urge" and token.child("dobj") is not None)) or not asks:
            continue
        main = next((item for item in task.ancestors() if item.tag == "VBP" and item.child("nsubj") is not None), None)
        if main is None or main is task.head or main.dep not in {"ROOT", "conj"} or main.i > task.i:
            continue
        if main.lemma.lower() in words("judging") or f"{main.lemma.lower()}s" in words("operative"):
            token.hang(main, "conj")
            token.tag = "VBP"
