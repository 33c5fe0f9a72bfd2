"""What a right, power or duty is to: "right to work", "duty to protect civilians"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["HAVING", "entitlements", "is_entitlement"]

HAVING = frozenset({"have", "bear", "hold", "retain", "enjoy", "possess", "exercise", "lack"})


def is_entitlement(noun: Token) -> bool:
    """Whether ``noun`` is what somebody may or must: "the right to vote"; not "the local authority", which is a body."""
    body = noun.lemma.lower() == "authority" and (noun.tag == "NNS" or noun.child("amod", "compound") is not None)
    return noun.tag in {"NN", "NNS"} and noun.lemma.lower() in words("entitlement") and not body


def entitlements(tree: Tree, noun: Token, label: str, label_of: Callable[[Token], str]) -> list[str]:
    """``label`` of ``noun``, where somebody has it, with each infinitive behind it: "right to vote" and "right to work".

    ``label_of`` names what an infinitive acts on.
    """
    behind = tree.tokens[noun.i + 1 : noun.i + 3]
    to = next((token for token in behind[behind[:1] != [] and behind[0].lower == "not" :]), None)
    had = noun.dep == "dobj" and noun.head.lemma.lower() in HAVING
    if to is None or to.lower != "to" or to.dep != "aux" or not had or not is_entitlement(noun):
        return [label]
    verb = to.head
    listed = [verb, *(item for item in _conjuncts(verb) if any(aux.lower == "to" for aux in item.having("aux")))]
    acts = [_act(item, label_of) for item in listed if item.tag == "VB" or item.having("auxpass")]
    return [f"{label} {act}" for act in acts] or [label]


def _conjuncts(verb: Token) -> list[Token]:
    below = verb.child("conj")
    return [below, *_conjuncts(below)] if below is not None and below.is_verb else []


def _act(verb: Token, label_of: Callable[[Token], str]) -> str:
    """The infinitive at ``verb`` in few words: with those that share its "to", and with what it acts on or goes with."""
    verbs = [last := verb]
    while last.child("dobj") is None and (shared := _sharing(last)) is not None:
        verbs.append(last := shared)
    joint = next((item.lower for above in reversed(verbs) for item in above.having("cc")), "and")
    listed = [", ".join(item.lower for item in verbs[:-1]), joint] if len(verbs) > 1 else []
    refused = [item.lower for item in verb.having("neg")]  # "the right not to be searched"
    found = [*refused, "to", *(item.lower for item in verb.having("auxpass")), *listed, last.lower]
    found.extend(item.lower for item in last.having("prt", "advmod", "acomp") if item.i == last.i + 1)
    target, prep = last.child("dobj"), last.child("prep")
    if target is not None:
        found.append(label_of(target))
    elif prep is not None and prep.i <= last.i + 2 and (inner := prep.child("pobj")) is not None and (named := label_of(inner)):
        found.extend((prep.lower, named))
    return " ".join(word for word in found if word)


def _sharing(verb: Token) -> Token | None:
    """The next verb that has the "to" of ``verb``: "to receive and impart"."""
    below = verb.child("conj")
    return below if below is not None and below.tag == "VB" and not below.having("aux", "auxpass") else None
