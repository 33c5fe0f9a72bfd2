"""Steps that many repairs take."""

from __future__ import annotations

from kg.extraction.tree import Token

__all__ = [
    "FINITE",
    "OWN_GROUP",
    "PAST",
    "SUBJECTS",
    "TENSED",
    "be_passive_of",
    "be_subject_of",
    "follow",
    "go_on_with",
    "hyphened_verb",
    "is_perfect",
    "lead",
    "past_above",
    "succeed",
    "verb_above",
]

FINITE = frozenset({"VBZ", "VBP", "VBD"})
TENSED = FINITE | {"MD"}
PAST = frozenset({"VBD", "VBN"})
SUBJECTS = ("nsubj", "nsubjpass")
OWN_GROUP = (*SUBJECTS, "expl", "aux", "auxpass", "mark")  # what a verb that goes on with another has not


def verb_above(token: Token) -> Token | None:
    """The nearest verb that ``token`` hangs on, however far."""
    return next((above for above in token.ancestors() if above.is_verb), None)


def is_perfect(verb: Token) -> bool:
    """Whether a "have" of its own stands before the verb."""
    return any(aux.lemma == "have" for aux in verb.having("aux"))


def past_above(token: Token) -> Token | None:
    """The nearest past or perfect that ``token`` hangs on, however far."""
    return next((above for above in token.ancestors() if above.is_verb and (above.tag == "VBD" or is_perfect(above))), None)


def lead(token: Token, old: Token) -> None:
    """Hand over to ``token`` what hangs on ``old`` and stands before it: subject, auxiliaries, adverbs."""
    for child in list(old.children):
        if child.i < token.i:
            child.hang(token, child.dep)


def follow(token: Token, old: Token) -> None:
    """Hand over to ``token`` what hangs on ``old`` and stands behind it: objects, phrases, what goes on."""
    for child in list(old.children):
        if child.i > token.i:
            child.hang(token, child.dep)


def succeed(token: Token, old: Token) -> None:
    """Hand over to ``token`` all that hangs on ``old``."""
    for child in list(old.children):
        child.hang(token, child.dep)


def be_subject_of(noun: Token, verb: Token) -> None:
    """Hang ``noun`` on ``verb`` as its subject, acting or acted on."""
    noun.hang(verb, "nsubjpass" if verb.having("auxpass") else "nsubj")


def go_on_with(verb: Token, token: Token) -> None:
    """Let ``token``, which goes on with what ``verb`` says, go on with ``verb``, and the conjunction between with it."""
    told = token.head
    for joint in told.having("cc"):
        if told.i < joint.i < token.i:
            joint.hang(verb, "cc")
    token.hang(verb, "conj")


def be_passive_of(participle: Token, copula: Token) -> None:
    """“is hereby rescinded”: put the participle in the place of the copula above it, which is its auxiliary."""
    participle.replace(copula)
    for child in list(copula.children):
        child.hang(participle, "nsubjpass" if child.dep == "nsubj" else child.dep)
    copula.hang(participle, "auxpass")


def hyphened_verb(token: Token) -> bool:
    """“fast-track”, "co-finance"; not what ends like a participle or adjective: "drought-hit", "cash-strapped"."""
    last = token.lower.rpartition("-")[2]
    return "-" in token.text and last not in _ADJECTIVES and not last.endswith(("ed", "en", "ing", "torn", "worn"))


_ADJECTIVES = frozenset({"hit", "free", "wide", "led", "run", "bound", "rich", "poor", "born", "prone", "level", "term"})
