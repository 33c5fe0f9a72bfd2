"""CSV: statements, nodes, edges."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from kg.exporters.rows import COLUMNS, nodes, rows
from kg.stores import Store

__all__ = ["write_edges", "write_nodes", "write_statements"]

_EDGE = ("actor", "concept", "relation", "verb", "status", "polarity", "date", "speaker", "support", "document", "statement")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so


def write_statements(store: Store, out: BinaryIO) -> None:
    """One row a statement, sorted by IRI, with every column of ``kg.exporters.rows.COLUMNS``."""
    _write(out, COLUMNS, ([row.statement, *(row.values.get(name, "") for name in COLUMNS[1:])] for row in rows(store)))


def write_nodes(store: Store, out: BinaryIO) -> None:
    """One row an actor, person or concept: IRI, kind, preferred label, other labels."""
    _write(
        out,
        ("id", "kind", "label", "other_labels"),
        ([n.iri, n.kind, n.label, "; ".join(n.other_labels)] for n in nodes(store)),
    )


def write_edges(store: Store, out: BinaryIO) -> None:
    """One row a statement with an actor, for network tools: ``source`` and ``target`` are ids of nodes."""
    found = (row.values | {"statement": row.statement} for row in rows(store) if row.values.get("actor"))
    _write(out, ("source", "target", *_EDGE[2:]), ([values.get(name, "") for name in _EDGE] for values in found))


def _write(out: BinaryIO, header: Iterable[str], lines: Iterable[list[str]]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for line in lines:
        writer.writerow([_safe(cell) for cell in line])
    text.detach()


def _safe(cell: str) -> str:
    """``cell``, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
