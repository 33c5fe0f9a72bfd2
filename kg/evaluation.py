"""Gold against predictions, as the guidelines' "Matching" says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.config import Settings
from kg.errors import DataError, SourceError
from kg.linkingscore import harmonic_mean
from kg.matching import Match, Record, match_sentence
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
        return harmonic_mean(self.precision, self.recall)

    def to_dict(self) -> dict[str, float]:
        """The figures, rounded to four digits."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}


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


def _count(counts: list[int], match: Match) -> None:
    """Add true positives, predictions and gold; optional gold is taken out on both sides."""
    required = sum(not expected.get("optional") for expected, _ in match.pairs)
    counts[0] += required
    counts[1] += required + len(match.extra)
    counts[2] += required + sum(not item.get("optional") for item in match.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


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
