"""Make a word the main verb of its sentence."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import BY_PLACE, Token

__all__ = ["LIKE_PRESENT", "make_main_verb", "make_root", "past_behind_weekday"]

LIKE_PRESENT = frozenset({"cut", "put", "set", "hit", "shut", "let", "cost", "quit", "split"})  # pasts


def make_main_verb(token: Token, before: Token) -> None:
    """Let ``token`` be the verb of its sentence, and what ``before`` belongs to its subject."""
    head = token.head
    past = token.tag in {"VBN", "VBD"} or token.lower in LIKE_PRESENT
    token.tag, token.repaired = ("VBD" if past else "VBZ"), True
    token.lemma = token.lemma.lower()
    make_root(token)
    if head is not token and head.is_noun and head.i > token.i:
        head.hang(token, "dobj")
        head.dep = "dobj"
    subject = before
    while subject.head is not token and subject.head.i < token.i and subject.head is not subject:
        subject = subject.head
    _share_subjects(token, subject)


def _share_subjects(verb: Token, nearest: Token) -> None:
    """“The plan to cut the subsidy hurts farmers”: the noun before the verb is what the infinitive in the subject acts on."""
    within = [inner for subject in verb.having("nsubj") for inner in subject.subtree() if inner.i < nearest.i]
    open_verb = next((inner for inner in reversed(within) if inner.tag == "VB"), None)
    objects = open_verb.having("dobj") if open_verb is not None else []
    lacks = open_verb is not None and all(item.i > verb.i for item in objects) and not open_verb.having("prep", "prt")
    if open_verb is not None and lacks and nearest.is_noun:
        nearest.hang(open_verb, "dobj")
        for item in objects:
            item.hang(verb, "dobj")
    else:
        nearest.hang(verb, "nsubj")


def make_root(token: Token) -> None:
    """Let ``token`` take the place of its root."""
    above = list(token.ancestors())
    if not above:
        return
    old = above[-1]
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"
    old.head, old.dep = token, "nsubj" if old.i < token.i and old.is_noun else "dep"
    token.children.append(old)
    token.children.sort(key=BY_PLACE)


@asked_of("on", "VBD|VBN/amod", "NNP/pobj|compound")
def past_behind_weekday(tokens: list[Token]) -> None:
    """“The agency on Monday abolished fees, a day after banks cut rates”: what somebody does then is no quality of the day."""
    for on, day, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun, subject = token.head, on.head
        if on.lower != "on" or day.lower not in _DAYS or token.tag not in {"VBD", "VBN"} or token.dep != "amod":
            continue
        if noun.i < token.i or noun.subtree()[-1].i < token.i or not subject.is_noun or subject.i > on.i:
            continue
        old = subject.head
        if subject.dep not in {"nsubj", "ROOT"} or not (noun.head is on or noun.head is day):
            continue
        token.tag, token.repaired = "VBD", True
        day.hang(on, "pobj")
        token.hang(old, "dep")
        token.replace(old)
        noun.hang(token, "dobj")
        if old is not subject:
            old.hang(token, "advcl")
        subject.hang(token, "nsubj")
        on.hang(token, "prep")


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
