"""Clauses that say on what condition something is so: “as long as”, "in the event that", "were it to", "except where"."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import be_subject_of, follow, succeed, verb_above
from kg.extraction.tree import BY_PLACE, Token

__all__ = [
    "absent_warrant",
    "as_long_as",
    "condition_taken_for_main",
    "except_where",
    "in_the_event",
    "inverted_condition",
    "orders_otherwise",
    "provided",
    "save_by",
    "should_behind_its_clause",
]


def _verb_of(tokens: list[Token], k: int) -> Token | None:
    """The verb with a subject whose clause begins at ``k``."""
    token = tokens[k] if k < len(tokens) else None
    while token is not None:
        subject = token.child("nsubj", "nsubjpass", "expl") if token.is_verb else None
        if subject is not None and subject.subtree()[0].i >= k and token.i > k:
            return token
        token = token.head if token.head is not token else None
    return None


def _under(words: list[Token], verb: Token, main: Token | None) -> None:
    """Make ``words`` the conjunction of ``verb``, a condition of ``main``."""
    if main is None or main is verb or any(above is verb for above in main.ancestors()):
        return
    verb.hang(main, "advcl")
    for word in words:
        word.tag = "IN"
        word.hang(verb, "mark")


@asked_of("as", "long far")
def as_long_as(tokens: list[Token]) -> None:
    """“may lease land so long as X approves it”, "are free in so far as they keep the law": a condition."""
    for before, first, long, second in zip([*tokens[:1], *tokens], tokens, tokens[1:], tokens[2:], strict=False):
        far = long.lower == "far" and before.lower == "in"
        if first.lower not in {"as", "so"} or not (long.lower == "long" or far) or second.lower != "as":
            continue
        verb = _verb_of(tokens, second.i + 1)
        if verb is not None:
            main = verb_above(long) if long.i else None
            _under([long], verb, main)
            if long.head is verb:
                first.hang(verb, "advmod")
                second.hang(verb, "advmod")


@asked_of("provided providing assuming supposing")
def provided(tokens: list[Token]) -> None:
    """“may lend to firms provided that they post collateral”: a condition, also where it is read as a participle;
    "Assuming they ratify it, a pilot could start"."""
    for token in tokens[:-1]:
        that = tokens[token.i + 1].lower == "that"
        supposed = token.lower in {"assuming", "supposing"}
        if not (supposed or (token.i and token.lower in {"provided", "providing"})) or token.dep not in {
            "acl",
            "dep",
            "advcl",
            "prep",
            "amod",
        }:
            continue
        if token.having("aux", "auxpass", "agent", "dobj") or (token.children and not (that or supposed)):
            continue
        verb = _verb_of(tokens, token.i + (2 if that else 1))
        if verb is not None and (that or tokens[token.i + 1].tag in {"PRP", "DT", "PRP$"}):
            _under([token], verb, verb_above(token))


@asked_of("in", "event case")
def in_the_event(tokens: list[Token]) -> None:
    """“in the event that a firm breaks the rules”, "in case a disaster occurs": a condition."""
    for token in tokens[:-1]:
        prep = token.head
        the = tokens[token.i - 1]
        if token.lower not in {"event", "case"} or token.dep != "pobj" or prep.lower != "in" or prep.head is prep:
            continue
        that = tokens[token.i + 1].lower == "that"
        opens = prep.i == token.i - 1 or (prep.i == token.i - 2 and the.lower == "the")
        if not opens or not (that or token.lower == "case") or token.having("amod", "prep"):
            continue
        verb = _verb_of(tokens, token.i + (2 if that else 1))
        if verb is None or (tokens[token.i + 1].text == ","):
            continue
        main = verb.head if prep.head is verb and verb.head is not verb else verb_above(prep)
        _under([token], verb, main)
        if token.head is verb:
            prep.hang(verb, "dep")
            if that:
                tokens[token.i + 1].tag = "IN"
                tokens[token.i + 1].hang(verb, "mark")


@asked_of("except", "where when if")
def except_where(tokens: list[Token]) -> None:
    """“shall inform relatives, except where the patient objects”: the exception is a condition."""
    for token, where in pairwise(tokens):
        if token.lower != "except" or where.lower not in {"where", "when", "if"} or token.head is token:
            continue
        verb = _verb_of(tokens, where.i + 1)
        main = token.head if token.head is not verb else None
        if verb is not None and verb.head is not verb:
            above = verb_above(token) if main is not None else verb.head
            _under([token], verb, above)


@asked_of("were had should", "advcl", "xcomp ccomp acomp attr relcl acl")
def inverted_condition(tokens: list[Token]) -> None:
    """“Were the Senate to reject the treaty”, "had the subsidies not been extended": the auxiliary is no verb of its own."""
    for token in tokens:
        if token.lower not in {"were", "had"} or token.dep != "advcl" or token.having("dobj", "mark", "aux"):
            continue
        if token.i and tokens[token.i - 1].text not in {",", ";", "—", "–"} and tokens[token.i - 1].lower not in {"and", "or"}:
            continue
        moved = token.child("nsubj")  # "were the missions to be withdrawn": "to" hung on what is withdrawn
        below = [*token.having("xcomp", "ccomp"), *(moved.having("relcl", "acl") if moved is not None else ())]
        verb = next((item for item in below if item.is_verb and item.i > token.i + 1), None)
        own = token.child("nsubj") or (verb.child("nsubj", "nsubjpass") if verb is not None else None)
        if verb is None or own is None or not token.i < own.i < verb.i:
            continue
        if not (verb.infinitive if token.lower == "were" else verb.tag in {"VBN", "VBD"}):
            continue
        verb.hang(token, "xcomp")
        verb.replace(token)
        if own.head is token:
            be_subject_of(own, verb)
        succeed(verb, token)
        token.hang(verb, "aux")


@asked_of("should", "conj", ",")
def condition_taken_for_main(tokens: list[Token]) -> None:
    """“Should the talks fail, the court will rule; …”: what goes on without "and" behind the condition is the main clause."""
    for modal in tokens[:-3]:
        verb = modal.head
        own = verb.child("nsubj", "nsubjpass") if modal.lower == "should" and modal.dep == "aux" else None
        if own is None or not modal.i < own.i < verb.i or (modal.i and tokens[modal.i - 1].text not in {";", "."}):
            continue
        main = next((item for item in verb.having("conj") if item.is_verb and item.i > verb.i), None)
        subject = main.child("nsubj", "nsubjpass") if main is not None else None
        if main is None or subject is None or tokens[subject.subtree()[0].i - 1].text != ",":
            continue
        main.replace(verb)
        verb.hang(main, "advcl")
        follow(main, verb)


@asked_of("absent", "VB|JJ/advcl|amod|acl|advmod|xcomp|conj|dep|acomp|oprd")
def absent_warrant(tokens: list[Token]) -> None:
    """“may not search vehicles absent a warrant”: without one."""
    for token in tokens[1:-1]:
        target = token.child("dobj", "npadvmod")
        if token.lower != "absent" or target is None or target.i < token.i or token.having("nsubj", "aux", "cop"):
            continue
        above = token.head if token.head.is_verb else verb_above(token)
        if above is None or above is token:
            continue
        token.tag = "IN"
        token.hang(above, "prep")
        target.hang(token, "pobj")


@asked_of("unless if", "otherwise", "nsubj")
def orders_otherwise(tokens: list[Token]) -> None:
    """“Unless the court orders otherwise, the tenant shall pay”: what stands before "otherwise" is the verb."""
    for token, otherwise in pairwise(tokens):
        main, own = token.head, token.child("compound", "nmod", "amod")
        if otherwise.lower != "otherwise" or token.tag != "NNS" or token.dep != "nsubj" or own is None or own.i != token.i - 1:
            continue
        mark = next((item for item in main.having("mark") if item.i < token.i and item.lower in {"unless", "if"}), None)
        if mark is None or not any(item.i > token.i for item in main.having("nsubj", "nsubjpass")):
            continue
        token.tag, token.lemma = "VBZ", token.lower.removesuffix("s")
        token.dep = "advcl"
        own.tag = "NN"
        for child in [item for item in token.children if item is not own]:
            child.hang(own, child.dep)
        own.hang(token, "nsubj")
        mark.hang(token, "mark")
        otherwise.hang(token, "advmod")


@asked_of("save", "by on with for as in where")
def save_by(tokens: list[Token]) -> None:
    """“may not be arrested save by order of a judge”: except so."""
    for token, after in pairwise(tokens):
        verb = token.head
        apart = token.i > 0 and tokens[token.i - 1].text == "," and after.lower in {"for", "as", "where", "in"}
        if token.lower != "save" or (token.tag in {"VB", "VBP"} and not apart) or not verb.is_verb or verb.i > token.i:
            continue
        if after.lower in {"by", "on", "with", "for", "as", "in", "where"} and not token.having("det", "aux", "nsubj"):
            token.tag = "IN"
            token.hang(verb, "prep")
            token.dep = "prep"
            after.hang(token, "prep")


_NOT_CONDITION = frozenset(
    {"nor", "so", "neither", "only", "never", "and", "or", "but", "not", "than", "as", "that", "what", "why"}
)


@asked_of("should", "VB")
def should_behind_its_clause(tokens: list[Token]) -> None:
    """“will be abolished should parliament adopt the bill”: if it adopts it."""
    for should in tokens[2:]:
        if should.lower != "should" or should.dep != "aux":
            continue
        verb, before = should.head, tokens[should.i - 1]
        subject = verb.child("nsubj", "nsubjpass")
        own = [item for item in verb.having("nsubj", "nsubjpass") if item.i > should.i]
        if not own or own[0].subtree()[0].i != should.i + 1:
            continue
        if before.lower in _NOT_CONDITION or before.tag in {",", ":", "WDT", "WP", "WRB"} or subject is None:
            continue
        main = next(
            (item for item in reversed(tokens[: should.i]) if item.is_verb and item.dep not in {"aux", "auxpass"}), None
        )
        if main is None or main is verb:
            continue
        above = [item for item in (main, *main.ancestors()) if item.head is verb and item is not verb]
        if above:
            first = min((item for item in verb.children if item.is_verb and item.i < should.i), key=BY_PLACE, default=above[0])
            first.replace(verb)
            for child in [child for child in verb.children if child.i < should.i]:
                child.hang(first, child.dep)
        verb.hang(main, "advcl")
