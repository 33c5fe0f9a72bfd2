"""What a noun can be the antecedent of, by what it names and where it stands."""

from __future__ import annotations

from kg.extraction.discourse import is_plural, names_actor
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["body_of", "is_defined", "is_handled", "is_human", "is_poor_antecedent", "phrase_of"]


def is_poor_antecedent(token: Token) -> bool:
    """Whether "it" as an object hardly stands for the noun: an agent, a part of a name, the noun of "in writing"."""
    if token.dep != "pobj":
        return False
    prep = token.head
    name = prep.lower == "of" and prep.head.tag in {"NNP", "NNPS"}
    bare = prep.lower == "in" and token.tag == "NN" and not token.children
    return prep.dep == "agent" or name or bare


def body_of(person: Token) -> Token | None:
    """“a spokesman for the ministry said it would appeal”: the organization that a person speaks or works for."""
    for prep in person.having("prep"):
        inner = prep.child("pobj")
        if (
            prep.lower in {"for", "of", "from"}
            and inner is not None
            and not is_plural(inner)
            and names_actor(inner.lower, inner)
        ):
            return inner
    return None


def is_defined(token: Token) -> bool:
    """“those who profit", "people affected by drought": what follows says who; not “people, most of whom …”."""
    below = token.child("relcl", "acl")
    if below is None and token.lower == "those":
        below = next((child for child in token.having("amod") if child.i > token.i), None)
    return below is not None and not any(child.text == "," and token.i < child.i < below.i for child in token.children)


def is_human(token: Token) -> bool:
    """Whether it names a person by what he or she does: "spokesman", "judge"."""
    return token.lemma.lower() in words("discourse.human") or token.lemma.lower() in words("discourse.title")


def phrase_of(noun: Token) -> list[Token]:
    """``noun`` and what belongs to it, without relative clauses: "Mali, whose farmers grow cotton, …" is Mali alone."""
    found, stack = [], [noun]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(child for child in token.children if child.dep != "relcl")
    return found


def is_handled(token: Token) -> bool:
    """“citizens can use it”: whether the verb acts on things, not on those who act."""
    return token.dep == "dobj" and token.head.lemma.lower() in _HANDLING


_HANDLING = frozenset(
    {"use", "access", "read", "download", "implement", "adopt", "amend", "repeal", "publish", "sign", "ratify"}
)
