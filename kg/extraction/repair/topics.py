"""What belongs to a noun as its topic, and what was taken for a part of it: “rules on waste”, "rent weekly"."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.heads import names_time
from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.steps import lead
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["frequency_behind_object", "hours_after", "how_often", "object_taken_for_apposition", "relating_to", "rules_on"]

_FREQUENCIES = ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "hourly")
_BURDENING = frozenset(
    {"impose", "place", "put", "slap", "levy", "inflict", "clamp", "base", "spend", "focus", "blame", "press", "lay"}
)


@asked_of("relating pertaining concerning", "VBG/acl|advcl")
def relating_to(tokens: list[Token]) -> None:
    """“documents relating to the tender”, "data concerning health": no act of theirs, but a preposition."""
    for token in tokens:
        apart = (
            token.dep == "advcl" and token.i > 0 and tokens[token.i - 1].text == ","
        )  # "voiced fears, pertaining to the war"
        beside = token.dep == "acl" and token.head.is_noun and token.head.i == token.i - 1
        if token.tag != "VBG" or not (beside or apart):
            continue
        to = token.child("prep") or _noun_for_verb(tokens, token)
        if token.lower in {"relating", "pertaining"} and to is not None and to.lower == "to" and to.i == token.i + 1:
            for topic in to.having("pobj"):
                topic.hang(token, "pobj")
            to.dep = "dep"
        elif token.lower == "concerning" and (noun := token.child("dobj")) is not None:
            noun.dep = "pobj"
        else:
            continue
        token.tag, token.dep = "IN", "prep"


def _noun_for_verb(tokens: list[Token], relating: Token) -> Token | None:
    """“issues relating to transfer fees”: the "to" before what is no verb there, but says which fees."""
    verb = relating.child("xcomp")
    noun = verb.child("dobj") if verb is not None and verb.tag == "VB" else None
    if verb is None or noun is None or verb.i != relating.i + 2 or noun.i != verb.i + 1:
        return None
    to = tokens[verb.i - 1]
    to.tag, to.dep = "IN", "prep"
    to.hang(relating, "prep")
    noun.hang(to, "pobj")
    verb.tag, verb.repaired = "NN", True
    verb.hang(noun, "compound")
    return to


@asked_of(of_lemma(words("deliberation") | words("burden")), "on", "dobj")
def rules_on(tokens: list[Token]) -> None:
    """“adopted stricter rules on waste”, "abolished the levy on spirits": what the rules are on, not what is done on it."""
    for prep in tokens:
        verb, noun = prep.head, prep.child("pobj")
        if prep.lower != "on" or prep.dep != "prep" or not verb.is_verb or noun is None or names_time(noun):
            continue
        target = next((child for child in reversed(verb.having("dobj")) if child.i < prep.i), None)
        if target is None or target.i != prep.i - 1 or verb.lemma.lower() in _BURDENING or noun.tag == "CD":
            continue
        if target.lemma.lower() in words("deliberation") or target.lemma.lower() in words("burden"):
            prep.hang(target, "prep")


@asked_of(" ".join(_FREQUENCIES), "NN|RB|JJ/dobj|pobj", "compound")
def frequency_behind_object(tokens: list[Token]) -> None:
    """“must pay rent weekly”: how often, and no rent of that name."""
    for noun, often in pairwise(tokens):
        if often.lower not in _FREQUENCIES or often.dep not in {"dobj", "pobj"} or noun.head is not often:
            continue
        if noun.dep != "compound" or noun.tag not in {"NN", "NNS"}:
            continue  # "Economic Daily"
        verb = often.head
        while not verb.is_verb and verb.head is not verb:
            verb = verb.head
        lead(noun, often)
        noun.hang(often.head, often.dep)
        often.tag = "RB"
        often.hang(verb, "advmod")


@asked_of("after before later earlier ago", "NNS/dobj|npadvmod", "compound")
def hours_after(tokens: list[Token]) -> None:
    """“called off a strike hours after it began”: when, and no hours of the strike."""
    for noun, hours, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = hours.head
        free = hours.dep == "dobj" or (hours.dep == "npadvmod" and verb.is_verb and verb.child("dobj") is None)
        if hours.tag != "NNS" or not free or not names_time(hours) or noun.head is not hours:
            continue
        if behind.lower not in {"after", "before", "later", "earlier", "ago"} or noun.dep != "compound" or not noun.is_noun:
            continue
        lead(noun, hours)
        noun.hang(verb, "dobj")
        hours.dep = "npadvmod"


@asked_of("NN|NNP|NNS|NNPS/appos")
def object_taken_for_apposition(tokens: list[Token]) -> None:
    """“the decree repeals Decree 45”: a verb has no apposition."""
    for token in tokens[1:]:
        verb = token.head
        if token.dep != "appos" or not token.is_noun or verb.tag not in {"VB", "VBZ", "VBP", "VBD"} or verb.i > token.i:
            continue
        beside = token.subtree()[0].i == verb.i + 1
        if beside and verb.child("dobj", "attr", "ccomp", "xcomp") is None and verb.child("nsubj") is not None:
            token.dep = "dobj"


@asked_of("dobj", "times")
def how_often(tokens: list[Token]) -> None:
    """“promised several times to tow it away”: how often, and nothing promised."""
    for token in tokens[2:]:
        counted = any(child.lower in {"several", "many", "few", "countless"} or child.tag == "CD" for child in token.children)
        if token.lower == "times" and token.dep == "dobj" and counted and token.child("relcl", "prep", "det") is None:
            token.dep = "npadvmod"
