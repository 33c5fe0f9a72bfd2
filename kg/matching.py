"""When a prediction and a gold statement are the same, as the guidelines' "Matching" says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Match", "Record", "content_lemmas", "head_lemma", "lemma", "match_sentence"]

Record = Mapping[str, Any]  # a sentence of gold or of ``kg extract --format jsonl``


_PREPOSITION_LIST = """of for on in at by with to from between among amongst regarding concerning about against towards toward
into over under through throughout during within without across as per via than around after before since until upon
behind beyond"""


_FUNCTION_LIST = "the a an and or both its their our this that these those his her any all some each every no"


_PREPOSITIONS = frozenset(_PREPOSITION_LIST.split())


_STOP = _PREPOSITIONS | frozenset(_FUNCTION_LIST.split())


_RELATIVE = frozenset({"which", "that", "who", "whom", "whose", "where", "when"})


_WORD = re.compile(r"[^\W_]+(?:[-'’&./][^\W_]+)*%?")


_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "data": "datum",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bases": "basis",
    "crises": "crisis",
    "analyses": "analysis",
    "consortia": "consortium",
    "media": "medium",
    "indices": "index",
    "lives": "life",
    "policies": "policy",
    "series": "series",
    "species": "species",
    "news": "news",
    "business": "business",
    "process": "process",
    "progress": "progress",
    "access": "access",
}  # plural → singular where no rule holds


@dataclass(slots=True)
class Match:
    """One sentence compared: pairs of (gold, prediction), and what is left on either side."""

    pairs: list[tuple[Record, Record]] = field(default_factory=list)
    missed: list[Record] = field(default_factory=list)
    extra: list[Record] = field(default_factory=list)


def match_sentence(gold: Sequence[Record], predictions: Sequence[Record], *, actors: bool) -> Match:
    """Pair the statements of one sentence one to one, best pairs first; ``actors``: these must agree too."""
    candidates = []
    for i, expected in enumerate(gold):
        for j, found in enumerate(predictions):
            score = _similarity(expected, found, actors=actors)
            if score > 0:
                candidates.append((-score, i, j))
    used_gold: dict[int, int] = {}
    used_found: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold[i] = j
            used_found.add(j)
    result = Match([(gold[i], predictions[j]) for i, j in sorted(used_gold.items())])
    result.missed = [item for i, item in enumerate(gold) if i not in used_gold]
    result.extra = [item for j, item in enumerate(predictions) if j not in used_found]
    return result


def _similarity(expected: Record, found: Record, *, actors: bool) -> float:
    """0 for no match, else higher the better; a status that agrees decides between equals."""
    verbs = [_verb_head(verb) for verb in expected["verb"]]
    if _verb_head(found["verb"]) not in verbs:
        return 0.0
    score: float = max(
        (
            _overlap(variant, text)
            for variant in expected["object"]
            for text in {found["object"], found.get("object_long") or found["object"]}
        ),
        default=0.0,
    )
    if score == 0.0:
        return 0.0
    same_actor = _actors_agree(expected["actor"], found["actor"])
    if actors and not same_actor:
        return 0.0
    same_status: bool = expected["status"] == found["status"]
    same_verb: bool = found["verb"] in expected["verb"]
    return score + 0.2 * same_actor + 0.05 * same_status + 0.02 * same_verb


def _actors_agree(variants: Sequence[str], label: str | None) -> bool:
    if not variants or not label:
        return not variants and not label
    return head_lemma(label) in {head_lemma(variant) for variant in variants}


def _verb_head(verb: str) -> str:
    return verb.lower().split()[0] if verb.split() else ""


def _overlap(one: str, other: str) -> float:
    """Jaccard over content lemmas, 0 where the heads differ or less than half is shared."""
    if head_lemma(one) != head_lemma(other):
        return 0.0
    left, right = content_lemmas(one), content_lemmas(other)
    share = len(left & right) / len(left | right) if left | right else 0.0
    return share if share >= 0.5 else 0.0


def content_lemmas(phrase: str) -> frozenset[str]:
    """The lemmas of the words of ``phrase`` that are no stop words."""
    return frozenset(lemma(word) for word in _WORD.findall(phrase.lower()) if word not in _STOP)


def head_lemma(phrase: str) -> str:
    """The lemma of the head noun: the last word before the first preposition or relative word.

    >>> head_lemma("guiding principles of the third plenary session")
    'principle'
    """
    words = _WORD.findall(phrase.lower())
    head = ""
    for k, word in enumerate(words):
        if k > 0 and (word in _PREPOSITIONS or word in _RELATIVE):
            break
        head = word
    return lemma(head)


def lemma(word: str) -> str:
    """A noun's singular, by rule.

    >>> [lemma(word) for word in ("technologies", "processes", "SOEs", "status")]
    ['technology', 'process', 'soe', 'status']
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
