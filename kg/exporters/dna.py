"""The event list of the Discourse Network Analyzer (DNA 3): one statement a row, separated by semicolons.

Columns as DNA writes them for its type "DNA Statement": statement ID, time, document ID, document title, author, source,
section, type, text, then the variables person, organization, concept, agreement. As in DNA, a semicolon inside a text becomes a
comma and a double quotation mark a single one. ``agreement`` is 1 for the concept and 0 against it (see
``kg.analysis.tensions``); a relation that takes no side counts as agreement unless it is negated.

DNA's numbers for statements and documents are whole numbers: they are given in the order said, and documents by their names.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode

from kg.analysis.claims import Claim, Graph, read_graph
from kg.analysis.tensions import stance
from kg.errors import SourceError
from kg.graph import DCTERMS
from kg.stores import Store

__all__ = ["COLUMNS", "DnaStatement", "read_dna", "write_dna"]

COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"),
    *("person", "organization", "concept", "agreement"),
)
_TIME = "%Y-%m-%d %H:%M:%S"
_NO_DATE = datetime(1900, 1, 1)  # DNA wants a time in every row


@dataclass(frozen=True, slots=True)
class DnaStatement:
    """A row of an event list, of ours or of DNA's own."""

    number: int
    said: date
    document: int
    title: str
    author: str
    source: str
    section: str
    type: str
    text: str
    person: str
    organization: str
    concept: str
    agreement: bool


def write_dna(store: Store, out: BinaryIO) -> None:
    """Write the statements of ``store`` that name an actor to ``out`` as an event list."""
    graph = read_graph(store)
    titles = {
        quad.subject.value: quad.object.value
        for quad in store.quads(None, NamedNode(DCTERMS + "title"))
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    out.write((";".join(f'"{name}"' for name in COLUMNS) + "\n").encode())
    for statement in _statements(graph, titles):
        out.write((_row(statement) + "\n").encode())


def read_dna(path: str | Path) -> list[DnaStatement]:
    """The rows of an event list that DNA or ``write_dna`` wrote.

    Raises:
        SourceError: the file cannot be read, lacks a column, or has a row that is none.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, f"is not UTF-8: byte {error.start}") from error
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise SourceError(path, f"is no event list: it has no column {missing[0]!r}")
    found = []
    for row in reader:
        try:
            found.append(_from_row(row))
        except (TypeError, ValueError) as error:
            raise SourceError(path, f"has a row that is no statement: {error}", line=reader.line_num) from error
    return found


def _statements(graph: Graph, titles: dict[str, str]) -> Iterator[DnaStatement]:
    documents = {iri: number for number, iri in enumerate(sorted({claim.document for claim in graph.claims}), start=1)}
    for number, claim in enumerate((claim for claim in graph.claims if claim.actor), start=1):
        yield DnaStatement(
            number=number,
            said=claim.date or _NO_DATE.date(),
            document=documents[claim.document],
            title=titles.get(claim.document) or graph.document(claim),
            author=graph.label(claim.speaker) if claim.speaker else "",
            source=graph.document(claim),
            section=claim.status,
            type=claim.relation,
            text=claim.quote,
            person=graph.label(claim.speaker) if claim.speaker else "",
            organization=graph.label(claim.actor),
            concept=graph.label(claim.concept),
            agreement=_agrees(graph, claim),
        )


def _agrees(graph: Graph, claim: Claim) -> bool:
    side = stance(graph, claim)
    return side > 0 or (side == 0 and claim.polarity == "affirmed")


def _row(item: DnaStatement) -> str:
    time = datetime(item.said.year, item.said.month, item.said.day).strftime(_TIME)
    texts = (item.title, item.author, item.source, item.section, item.type, item.text)
    variables = (item.person, item.organization, item.concept)
    quoted = [_quoted(text) for text in (*texts, *variables)]
    return ";".join([str(item.number), time, str(item.document), *quoted, str(int(item.agreement))])


def _quoted(text: str) -> str:
    return '"' + " ".join(text.replace(";", ",").replace('"', "'").split()) + '"'


def _from_row(row: dict[str, str]) -> DnaStatement:
    return DnaStatement(
        number=int(row["statement ID"]),
        said=datetime.strptime(row["time"], _TIME).date(),
        document=int(row["document ID"]),
        title=row["document title"],
        author=row["author"],
        source=row["source"],
        section=row["section"],
        type=row["type"],
        text=row["text"],
        person=row["person"],
        organization=row["organization"],
        concept=row["concept"],
        agreement=bool(int(row["agreement"])),
    )
