"""Results of analyses as rows: plain dictionaries from column to value, ready for a data frame, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from kg.analysis.claims import Claim, Graph
from kg.analysis.commitments import Chain

__all__ = ["chain_rows", "claim_row", "rows_text"]

Row = dict[str, Any]


def claim_row(graph: Graph, claim: Claim) -> Row:
    """One statement: labels where a person reads, ``statement`` is its IRI."""
    return {
        "date": claim.date.isoformat() if claim.date else None,
        "document": graph.document(claim),
        "speaker": graph.label(claim.speaker) if claim.speaker else None,
        "actor": graph.label(claim.actor) if claim.actor else None,
        "verb": claim.verb,
        "relation": claim.relation,
        "concept": graph.label(claim.concept),
        "status": claim.status,
        "polarity": claim.polarity,
        "quantity": claim.quantity,
        "time": claim.time,
        "quote": claim.quote,
        "start": claim.start,
        "statement": claim.iri,
    }


def chain_rows(graph: Graph, chains: Iterable[Chain]) -> list[Row]:
    """One row a statement: ``chain`` numbers the promises from 1, ``step`` says what the statement is to the promise."""
    rows = []
    for number, chain in enumerate(chains, start=1):
        opening = {"chain": number, "state": chain.state}
        rows.append(opening | {"step": "promise"} | claim_row(graph, chain.promise))
        rows += [opening | {"step": step.kind} | claim_row(graph, step.claim) for step in chain.steps]
    return rows


def rows_text(rows: list[Row], format: str) -> str:
    """``rows`` as "csv" or "json", one object a line's end."""
    if format == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return out.getvalue()
