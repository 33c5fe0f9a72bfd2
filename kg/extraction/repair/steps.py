"""Steps that many repairs take."""

from __future__ import annotations

from kg.extraction.tree import Token

__all__ = ["hyphened_verb", "is_perfect", "lead", "own_object", "verb_above"]


def verb_above(token: Token) -> Token | None:
    """The nearest verb that ``token`` hangs on, however far."""
    return next((above for above in token.ancestors() if above.is_verb), None)


def is_perfect(verb: Token) -> bool:
    """Whether a "have" of its own stands before the verb."""
    return any(aux.lemma == "have" for aux in verb.having("aux"))


def lead(token: Token, old: Token) -> None:
    """Hand over to ``token`` what hangs on ``old`` and stands before it: subject, auxiliaries, adverbs."""
    for child in list(old.children):
        if child.i < token.i:
            child.hang(token, child.dep)


def own_object(tokens: list[Token], verb: Token) -> None:
    """“to fraud and prosecute offenders”: the noun behind the verb, which was taken for one with that before, is its object."""
    before = tokens[verb.i - 2]
    noun = next((item for item in tokens[verb.i + 1 : verb.i + 6] if item.is_noun and item.dep != "compound"), None)
    if noun is None or verb.child("dobj") is not None or not before.is_noun:
        return
    if any(not (item.head is noun or item.head is verb) for item in tokens[verb.i + 1 : noun.i]):
        return
    if before.head is noun and before.dep in {"nmod", "compound"}:
        for child in list(noun.children):
            if child.i < before.i:
                child.hang(before, child.dep)
        before.replace(noun)
    elif noun.dep != "conj" or noun.head.i > verb.i:
        return
    noun.hang(verb, "dobj")


def hyphened_verb(token: Token) -> bool:
    """“fast-track”, "co-finance"; not what ends like a participle or adjective: "drought-hit", "cash-strapped"."""
    last = token.lower.rpartition("-")[2]
    return "-" in token.text and last not in _ADJECTIVES and not last.endswith(("ed", "en", "ing", "torn", "worn"))


_ADJECTIVES = frozenset({"hit", "free", "wide", "led", "run", "bound", "rich", "poor", "born", "prone", "level", "term"})
