"""What a verb before another does to its status: “continue to V”, "was forbidden to V", "shied away from V-ing"."""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.clauses import Clause
from kg.extraction.predicates.base import preposition_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["catenative_class", "class_of"]


@lru_cache(maxsize=4096)
def catenative_class(lemma: str) -> str | None:
    """The class of a catenative verb in ``words.toml``, or None."""
    for name in ("negated", "mooted", "planned", "obliged", "possible", "ongoing", "requested", "inherit"):
        if lemma in words(f"catenative.{name}"):
            return name
    return None


def class_of(clause: Clause, lemma: str) -> str | None:
    """What the verb does to the status of its complement."""
    if clause.passive and lemma in words("forbidding"):
        return "negated"  # "it is forbidden to V"
    if lemma == "set" and preposition_of(clause.verb, "about") is not None:
        return "inherit"  # "set about laying the foundations"
    if lemma == "remain" and any(item.passive and item.infinitive for item in clause.dependents):
        return "obliged"  # "two issues remain to be resolved"
    if lemma == "go" and any(child.lemma == "be" for child in clause.verb.having("aux")):
        return "planned"
    if _shies_away(clause.verb, lemma):
        return "negated"
    if lemma == "pretend":
        return "inherit" if clause.verb.child("neg") is not None else "negated"
    name = catenative_class(lemma)
    if (
        name is None
        and clause.passive
        and lemma in {"show", "find", "know", "prove", "demonstrate", "report", "say", "believe"}
    ):
        return "ongoing"  # "delays have been shown to cost lives"
    if name is None and clause.passive and (lemma in words("attribution") or lemma in _FORESEEING):
        return "planned"  # "the deficit is projected to fall"
    return name


def _shies_away(verb: Token, lemma: str) -> bool:
    """“stopped short of endorsing X”, "backed away from taxing Y", "came close to cancelling Z"."""
    lowers = {child.lower for child in verb.children}
    return bool(lowers & _AWAY.get(lemma.split(maxsplit=1)[0], frozenset()))


_AWAY = {
    "stop": frozenset({"short"}),
    "fall": frozenset({"short"}),
    "come": frozenset({"close", "near"}),
    **dict.fromkeys(("back", "shy", "walk", "move", "turn"), frozenset({"away"})),
    **dict.fromkeys(("step", "draw", "pull", "hold"), frozenset({"back"})),
}


_FORESEEING = frozenset({"project", "forecast", "anticipate", "schedule", "plan", "design", "think", "see", "hold"})
