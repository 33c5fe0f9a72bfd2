"""Gold against predictions, as the guidelines' "Matching" says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.config import Settings
from kg.errors import DataError, SourceError
from kg.model import Polarity, Status

__all__ = [
    "Comparison",
    "Match",
    "Report",
    "Score",
    "compare",
    "error_lines",
    "evaluate",
    "match_sentence",
    "to_json",
    "to_table",
]

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


@dataclass(slots=True)
class Comparison:
    """A gold set with its predictions, and the figures over all of it and by group."""

    gold: list[Record]
    predictions: list[Record]
    report: Report
    groups: dict[str, Report] = field(default_factory=dict)


def compare(gold: Sequence[Path], predictions: Path | None, settings: Settings, *, key: str | None = None) -> Comparison:
    """The sentences of the JSON Lines files ``gold`` against those of ``predictions``, or of an extraction made now.

    ``key`` names a field of the gold records, a string or a list of them, by whose values the figures are given as well.

    Raises:
        SourceError: a file cannot be read or a line is not a record.
    """
    expected = [record for path in gold for record in read_gold(path)]
    made = (
        read_gold(predictions, gold=False)
        if predictions is not None
        else [record for path in gold for record in _extracted(path, settings)]
    )
    comparison = Comparison(expected, made, evaluate(expected, made))
    for value in sorted({value for record in expected for value in _values(record, key)}):
        part = [record for record in expected if value in _values(record, key)]
        comparison.groups[value] = evaluate(part, made)
    return comparison


def read_gold(path: Path, *, gold: bool = True) -> list[Record]:
    """The records of a JSON Lines file of gold or predictions.

    Raises:
        SourceError: with the line that is not a record.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    records = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            records.append(_checked(path, number, line, gold=gold))
    if not records:
        raise SourceError(path, "is empty, JSON lines were expected")
    return records


def _checked(path: Path, number: int, line: str, *, gold: bool) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(path, f"is not JSON: {error.msg}", line=number) from error
    if (
        not isinstance(record, dict)
        or not {"doc", "sent", "statements"} <= record.keys()
        or not isinstance(record["statements"], list)
    ):
        raise SourceError(path, 'is no record, {"doc", "sent", "statements"} was expected', line=number)
    if not isinstance(record["doc"], str) or not isinstance(record["sent"], int):
        raise SourceError(path, "doc is no text or sent no whole number", line=number)
    for statement in record["statements"]:
        if not isinstance(statement, dict):
            raise SourceError(path, "a statement is no object", line=number)
        missing = {"actor", "verb", "object", "status", "polarity"} - statement.keys()
        if missing:
            raise SourceError(path, f"a statement has no {', '.join(sorted(missing))}", line=number)
        for name in ("actor", "verb", "object"):
            if not _is_name(statement[name], gold=gold, empty=name == "actor"):
                form = "a list of texts" if gold else "a text"
                raise SourceError(path, f"{name} of a statement is not {form}", line=number)
        if statement["status"] not in set(Status) or statement["polarity"] not in set(Polarity):
            raise SourceError(
                path, f"unknown status or polarity {statement['status']!r}, {statement['polarity']!r}", line=number
            )
    return record


def _is_name(value: Any, *, gold: bool, empty: bool) -> bool:
    """Whether ``value`` is what gold (a list of variants) or predictions (a text, or None where ``empty``) have for a name."""
    if not gold:
        return isinstance(value, str) or (empty and value is None)
    return isinstance(value, list) and all(isinstance(item, str) for item in value) and (empty or bool(value))


def _extracted(path: Path, settings: Settings) -> Iterable[Record]:
    from kg.reporting import extract_sources  # noqa: PLC0415  # loads the extractor: not needed where predictions are given

    for item in extract_sources([], path, settings):
        if isinstance(item, str):
            raise DataError(item)
        yield item.record


def _values(record: Record, key: str | None) -> list[str]:
    value = record.get(key) if key else None
    return [value] if isinstance(value, str) else list(value or [])


def to_json(comparison: Comparison) -> str:
    """The figures as JSON; with ``groups`` where there are any."""
    figures = comparison.report.to_dict()
    if comparison.groups:
        figures["groups"] = {name: report.to_dict() for name, report in comparison.groups.items()}
    return json.dumps(figures, indent=2)


def to_table(comparison: Comparison) -> str:
    """The figures as a table, a row for all and for each group."""
    from tabulate import tabulate  # noqa: PLC0415  # only here

    rows = [_row("all", comparison.report), *(_row(name, report) for name, report in comparison.groups.items())]
    head = ["", "sentences", "full P", "full R", "full F1", "verb–object P", "R", "F1", "status", "polarity"]
    return tabulate(rows, headers=head, floatfmt=".3f")


def _row(name: str, report: Report) -> list[Any]:
    full, short = report.full, report.verb_object
    return [
        name,
        report.sentences,
        full.precision,
        full.recall,
        full.f1,
        short.precision,
        short.recall,
        short.f1,
        report.status_accuracy,
        report.polarity_accuracy,
    ]


def error_lines(comparison: Comparison) -> Iterable[str]:
    """What differs, sentence by sentence, for a person to read."""
    made = {(record["doc"], record["sent"]): record["statements"] for record in comparison.predictions}
    for record in comparison.gold:
        match = match_sentence(record["statements"], made.get((record["doc"], record["sent"]), []), actors=True)
        wrong = [pair for pair in match.pairs if any(pair[0][name] != pair[1][name] for name in ("status", "polarity"))]
        missed = [item for item in match.missed if not item.get("optional")]
        if not (wrong or missed or match.extra):
            continue
        yield f"\n{record['doc']} {record['sent']}  {record.get('text', '')}"
        for item in missed:
            first = {name: (item[name] or ["(nobody named)"])[0] for name in ("actor", "verb", "object")}
            yield f"   missed  {_triple(first)} ({_mood(item)})"
        for item in match.extra:
            yield f"   added   {_triple(item)} ({_mood(item)}) {item.get('rule', '')}"
        for expected, found in wrong:
            yield f"   mood    {_triple(found)}: {_mood(found)}; expected {_mood(expected)}"


def _triple(statement: Record) -> str:
    return f"{statement['actor']} — {statement['verb']} — {statement['object']}"


def _mood(statement: Record) -> str:
    return f"{statement['status']}, {statement['polarity']}"
