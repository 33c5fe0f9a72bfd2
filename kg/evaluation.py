"""Gold against predictions, as the guidelines' "Matching" says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Match", "Report", "Score", "evaluate", "match_sentence"]

Record = Mapping[str, Any]  # a sentence of gold or of ``kg extract --format jsonl``

_PREPOSITIONS = frozenset(
    "of for on in at by with to from between among amongst regarding concerning about against towards toward into over under "
    "through throughout during within without across as per via than around after before since until upon behind beyond".split()
)
_STOP = _PREPOSITIONS | frozenset("the a an and or both its their our this that these those his her any all some each every no".split())
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose", "where", "when"})
_WORD = re.compile(r"[^\W_]+(?:[-'’&./][^\W_]+)*%?")
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "data": "datum", "criteria": "criterion",
    "phenomena": "phenomenon", "bases": "basis", "crises": "crisis", "analyses": "analysis", "consortia": "consortium",
    "media": "medium", "indices": "index", "lives": "life", "policies": "policy", "series": "series", "species": "species",
    "news": "news", "business": "business", "process": "process", "progress": "progress", "access": "access",
}  # plural → singular where no rule holds


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 from counts."""

    true: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predictions that match; 1 without any."""
        return self.true / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found; 1 without any."""
        return self.true / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_dict(self) -> dict[str, float]:
        """The figures, rounded to four digits."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}


@dataclass(slots=True)
class Match:
    """One sentence compared: pairs of (gold, prediction), and what is left on either side."""

    pairs: list[tuple[Record, Record]] = field(default_factory=list)
    missed: list[Record] = field(default_factory=list)
    extra: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """The figures over all sentences."""

    full: Score
    verb_object: Score
    status_accuracy: float
    polarity_accuracy: float
    sentences: int
    missing: int  # gold sentences for which there was no prediction record

    def to_dict(self) -> dict[str, Any]:
        """As ``kg evaluate --json`` prints it."""
        return {
            "full": self.full.to_dict(),
            "verb_object": self.verb_object.to_dict(),
            "status_accuracy": round(self.status_accuracy, 4),
            "polarity_accuracy": round(self.polarity_accuracy, 4),
            "sentences": self.sentences,
            "sentences_without_prediction": self.missing,
        }


def evaluate(gold: Iterable[Record], predictions: Iterable[Record]) -> Report:
    """The figures of ``predictions`` against ``gold``, both records with ``doc``, ``sent`` and ``statements``.

    A gold statement marked ``optional`` counts neither way, found or not.
    """
    predicted = {(record["doc"], record["sent"]): record["statements"] for record in predictions}
    full, verb_object = [0, 0, 0], [0, 0, 0]
    status = polarity = pairs = sentences = missing = 0
    for record in gold:
        sentences += 1
        key = (record["doc"], record["sent"])
        missing += key not in predicted
        made = predicted.get(key, [])
        _count(full, match_sentence(record["statements"], made, actors=True))
        matched = match_sentence(record["statements"], made, actors=False)
        _count(verb_object, matched)
        for expected, found in matched.pairs:
            pairs += 1
            status += expected["status"] == found["status"]
            polarity += expected["polarity"] == found["polarity"]
    return Report(Score(*full), Score(*verb_object), _share(status, pairs), _share(polarity, pairs), sentences, missing)


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


def _count(counts: list[int], match: Match) -> None:
    """Add true positives, predictions and gold; optional gold is taken out on both sides."""
    required = sum(not expected.get("optional") for expected, _ in match.pairs)
    counts[0] += required
    counts[1] += required + len(match.extra)
    counts[2] += required + sum(not item.get("optional") for item in match.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _similarity(expected: Record, found: Record, *, actors: bool) -> float:
    """0 for no match, else higher the better; a status that agrees decides between equals."""
    verbs = [_verb_head(verb) for verb in expected["verb"]]
    if _verb_head(found["verb"]) not in verbs:
        return 0.0
    score = max((_overlap(variant, text) for variant in expected["object"] for text in {found["object"], found.get("object_long") or found["object"]}), default=0.0)
    if score == 0.0:
        return 0.0
    same_actor = _actors_agree(expected["actor"], found["actor"])
    if actors and not same_actor:
        return 0.0
    return score + 0.2 * same_actor + 0.05 * (expected["status"] == found["status"]) + 0.02 * (found["verb"] in expected["verb"])


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
