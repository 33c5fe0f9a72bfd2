"""Results of analyses as rows: plain dictionaries from column to value, ready for a data frame, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import NamedNode, Triple

from kg.analysis.claims import Claim, Graph
from kg.analysis.commitments import Chain
from kg.analysis.editions import Difference
from kg.analysis.formulations import Formulation
from kg.analysis.tensions import Tension
from kg.graph import terms

__all__ = ["chain_rows", "claim_row", "difference_rows", "formulation_rows", "rows_text", "tension_rows", "triples"]

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


def tension_rows(graph: Graph, found: Iterable[Tension]) -> list[Row]:
    """One row a statement: ``kind`` is "change of mind", "two sides" or "conflict", ``side`` where the statement stands."""
    rows = []
    for tension in found:
        for change in tension.changes:
            rows += [{"kind": change.kind, "side": "before"} | claim_row(graph, change.before)]
            rows += [{"kind": change.kind, "side": "after"} | claim_row(graph, change.after)]
        if tension.conflict:
            rows += [{"kind": "conflict", "side": "for"} | claim_row(graph, claim) for claim in tension.conflict.in_favour]
            rows += [{"kind": "conflict", "side": "against"} | claim_row(graph, claim) for claim in tension.conflict.against]
    return rows


def formulation_rows(graph: Graph, found: Iterable[Formulation]) -> list[Row]:
    """One row a wording; ``years`` has the number of documents by year."""
    return [
        {
            "wording": item.words,
            "first": item.first.date.isoformat() if item.first.date else None,
            "last": item.last.date.isoformat() if item.last.date else None,
            "statements": item.statements,
            "documents": len(item.documents),
            "years": ", ".join(f"{year}: {count}" for year, count in item.years),
            "adds": " ".join(item.added),
            "drops": " ".join(item.dropped),
            "vanished": "yes" if item.vanished else "no",
            "first in": graph.document(item.first),
            "quote": item.first.quote,
        }
        for item in found
    ]


def difference_rows(graph: Graph, found: Iterable[Difference]) -> list[Row]:
    """One row a difference; the statement shown is the later one, ``was`` quotes the earlier one."""
    return [
        {
            "kind": item.kind,
            "changes": "; ".join(f"{what}: {old} → {new}" for what, old, new in item.changes),
            **claim_row(graph, item.claim),
            "was": item.before.quote if item.before and item.after else None,
        }
        for item in found
    ]


def triples(base: str, found: Iterable[Chain | Tension]) -> Iterator[Triple]:
    """``kg:fulfilledBy`` and ``kg:repeatedBy`` of chains, ``kg:inTensionWith`` of tensions, between statements."""
    names = terms(base)
    for item in found:
        if isinstance(item, Chain):
            for step in item.steps:
                link = names.kg("fulfilledBy" if step.kind == "fulfilled" else "repeatedBy")
                yield Triple(NamedNode(item.promise.iri), link, NamedNode(step.claim.iri))
            continue
        pairs = [(change.before, change.after) for change in item.changes]
        pairs += [(one, other) for one in item.conflict.in_favour for other in item.conflict.against] if item.conflict else []
        for one, other in pairs:
            yield Triple(NamedNode(one.iri), names.kg("inTensionWith"), NamedNode(other.iri))


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
