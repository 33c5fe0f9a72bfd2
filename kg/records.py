"""Extracted sentences as JSON records: the lines of ``kg extract --format jsonl`` and what a build keeps of a document."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from kg.model import (
    ActorBasis,
    BlockKind,
    Evidence,
    Extracted,
    Polarity,
    Qualifier,
    Quantity,
    Reason,
    Sentence,
    Statement,
    Status,
    Surface,
    TimeExpression,
)

__all__ = ["extracted_from_record", "extracted_to_record", "statement_from_record", "statement_to_record"]


def statement_to_record(statement: Statement) -> dict[str, Any]:
    """``statement`` as a JSON object; the evidence becomes ``start`` and ``end``, its words are ``quote``."""
    record = asdict(statement)
    evidence = record.pop("evidence")
    record |= {"start": evidence["start"], "end": evidence["end"], "quote": evidence["text"]}
    for name in ("means", "purpose", "quantities", "qualifiers"):
        record[name] = list(record[name])
    record["times"] = [{**item, "start": _iso(item["start"]), "end": _iso(item["end"])} for item in record["times"]]
    return record


def statement_from_record(record: dict[str, Any]) -> Statement:
    """The inverse of ``statement_to_record``."""
    values = dict(record)
    start, end, quote = values.pop("start"), values.pop("end"), values.pop("quote")
    return Statement(
        **values
        | {
            "evidence": Evidence(start, end, quote),
            "status": Status(values["status"]),
            "polarity": Polarity(values["polarity"]),
            "actor_basis": ActorBasis(values["actor_basis"]),
            "surface": Surface(**values["surface"]),
            "means": tuple(values["means"]),
            "purpose": tuple(values["purpose"]),
            "quantities": tuple(Quantity(**item) for item in values["quantities"]),
            "times": tuple(_time(item) for item in values["times"]),
            "qualifiers": tuple(Qualifier(**item) for item in values["qualifiers"]),
        }
    )


def extracted_to_record(doc: str, extracted: Extracted) -> dict[str, Any]:
    """One line of ``kg extract --format jsonl``. ``start`` and ``end`` place the sentence in its source."""
    sentence = extracted.sentence
    return {
        "doc": doc,
        "sent": sentence.number,
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "kind": str(sentence.kind),
        "speaker": sentence.speaker,
        "turn": sentence.turn,
        "block": sentence.block,
        "statements": [statement_to_record(statement) for statement in extracted.statements],
        "reason": extracted.reason and str(extracted.reason),
    }


def extracted_from_record(record: dict[str, Any]) -> Extracted:
    """The inverse of ``extracted_to_record``, but for the trace, which is not kept."""
    sentence = Sentence(
        number=record["sent"],
        start=record["start"],
        end=record["end"],
        text=record["text"],
        kind=BlockKind(record["kind"]),
        speaker=record["speaker"],
        turn=record["turn"],
        block=record["block"],
    )
    reason = record["reason"]
    return Extracted(sentence, tuple(map(statement_from_record, record["statements"])), reason and Reason(reason))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(record: dict[str, Any]) -> TimeExpression:
    days = {name: record[name] and date.fromisoformat(record[name]) for name in ("start", "end")}
    return TimeExpression(**record | days)
