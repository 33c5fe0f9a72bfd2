"""A picture as the JSON blocks of the page: compact, deterministic, and safe inside a script element."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.view.layout import Layout, arrange
from kg.view.reading import DCT, ONTOLOGY, PROV, RDF, Picture, PictureStatement, Term

__all__ = ["Blocks", "encode", "script_json"]

STATUSES = ("achieved", "ongoing", "planned", "obliged", "possible", "requested")
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the page holds: ``nodes`` and ``edges`` are vis-network's; see ``encode`` for ``data`` and ``evidence``."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    data: dict[str, Any]
    evidence: dict[str, Any]


class _Table:
    """Numbers values in the order of their first use."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        self.index = {value: number for number, value in enumerate(values)}

    def __call__(self, value: str) -> int:
        return self.index.setdefault(value, len(self.index))

    @property
    def values(self) -> list[str]:
        return list(self.index)


def script_json(value: object) -> str:
    """``value`` as JSON that cannot end or confuse the script element it stands in.

    >>> script_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace").decode().translate(_UNSAFE)


def encode(picture: Picture) -> Blocks:
    """The blocks of ``picture``.

    An edge is all statements of one relation, status and polarity between two nodes; a statement whose text names no actor
    hangs on its document. ``data`` has one list a column: per node its IRI and community, per edge its relation and status
    (minus one less the status where negated), per statement its edge, document, speaker (-1 for none) and date, as positions
    in other lists. ``evidence``, read only when somebody asks for it, has the sentences, where each statement's words stand
    in them (UTF-16 units, as scripts count), and all its other triples.
    """
    numbers = {node.iri: number for number, node in enumerate(picture.nodes)}
    relations = _Table(sorted({statement.relation for statement in picture.statements}))
    statuses = _Table(STATUSES)
    keys = [_edge_key(statement, numbers, relations, statuses) for statement in picture.statements]
    edges = sorted(set(keys))
    places = {key: number for number, key in enumerate(edges)}
    hints = [(numbers[row.document], numbers[row.subject]) for row in picture.statements if row.subject]
    layout = arrange(len(picture.nodes), [(edge[0], edge[1]) for edge in edges], hints)
    return Blocks(
        nodes=_nodes(picture, layout),
        edges=[{"from": edge[0], "to": edge[1]} for edge in edges],
        data=_node_data(picture, layout)
        | {"relations": relations.values, "statuses": statuses.values}
        | {"edgeRelation": [edge[2] for edge in edges], "edgeStatus": [-1 - edge[3] if edge[4] else edge[3] for edge in edges]}
        | _statement_data(picture, [places[key] for key in keys], numbers),
        evidence=_evidence(picture),
    )


_EdgeKey = tuple[int, int, int, int, bool]


def _edge_key(statement: PictureStatement, numbers: dict[str, int], relations: _Table, statuses: _Table) -> _EdgeKey:
    source = numbers[statement.subject or statement.document]
    negated = statement.polarity == "negated"
    return source, numbers[statement.object], relations(statement.relation), statuses(statement.status), negated


def _nodes(picture: Picture, layout: Layout) -> list[dict[str, Any]]:
    return [
        {"id": number, "name": node.label, "group": node.kind, "x": x, "y": y}
        for number, (node, (x, y)) in enumerate(zip(picture.nodes, layout.places, strict=True))
    ]


def _node_data(picture: Picture, layout: Layout) -> dict[str, Any]:
    return {
        "base": picture.base,
        "iris": [_short(node.iri, picture.base) for node in picture.nodes],
        "communities": list(layout.communities),
        "aliases": {number: node.aliases for number, node in enumerate(picture.nodes) if node.aliases},
        "broader": {number: node.broader for number, node in enumerate(picture.nodes) if node.broader},
        "labels": dict(picture.labels),
        "within": dict(picture.within),
        "notes": {iri: list(notes) for iri, notes in picture.notes.items()},
    }


def _short(iri: str, base: str) -> str:
    """``iri`` without the base; others keep their scheme and are told by its colon."""
    local = iri.removeprefix(base)
    return local if ":" not in local else iri


def _statement_data(picture: Picture, places: list[int], numbers: dict[str, int]) -> dict[str, Any]:
    speakers = _Table(sorted({statement.speaker for statement in picture.statements if statement.speaker}))
    documents = _Table(sorted({statement.document for statement in picture.statements}))
    dates = _Table(sorted({statement.date for statement in picture.statements}))
    rows = picture.statements
    return {
        "speakers": speakers.values,
        "documents": [numbers[iri] for iri in documents.values],
        "dates": dates.values,
        "ids": [_short(row.iri, f"{picture.base}statement/") for row in rows],
        "edge": places,
        "document": [documents(row.document) for row in rows],
        "speaker": [speakers(row.speaker) if row.speaker else -1 for row in rows],
        "date": [dates(row.date) for row in rows],
    }


def _evidence(picture: Picture) -> dict[str, Any]:
    sentences: dict[tuple[str, int, str], int] = {}
    others = [_other(row) for row in picture.statements]
    numbers = _pair_numbers(others)
    out: dict[str, Any] = {"sentence": [], "start": [], "end": [], "other": []}
    for row, other in zip(picture.statements, others, strict=True):
        out["sentence"].append(sentences.setdefault((row.document, row.offset, row.sentence), len(sentences)))
        start = _utf16(row.sentence[: row.start])
        out["start"].append(start)
        out["end"].append(start + _utf16(row.sentence[row.start : row.end]))
        out["other"].append([numbers[pair] for pair in other])
    return out | {
        "sentences": [text for _, _, text in sentences],
        "offsets": [offset for _, offset, _ in sentences],
        "pairs": list(numbers),
        "promises": _promises(picture),
    }


def _promises(picture: Picture) -> dict[int, list[Any]]:
    """Statement → what came of its promise: state, then pairs of a later statement and how it follows."""
    places = {row.iri: number for number, row in enumerate(picture.statements)}
    return {
        places[promise.statement]: [promise.state, [[places[iri], kind] for iri, kind in promise.steps if iri in places]]
        for promise in picture.promises
        if promise.statement in places
    }


def _pair_numbers(others: Iterable[list[tuple[str, str]]]) -> dict[tuple[str, str], int]:
    """Each (predicate, term) that no column holds → its number; the most frequent have the shortest."""
    counts = Counter(pair for other in others for pair in other)
    return {pair: number for number, pair in enumerate(sorted(counts, key=lambda pair: (-counts[pair], pair)))}


def _other(row: PictureStatement) -> list[tuple[str, str]]:
    """The statement's triples that the page cannot write from its columns, terms in N-Triples syntax."""
    known = _known(row)
    return [(_shortened(name), _ntriples(term, row.iri)) for name, term in row.triples if (name, term) not in known]


def _shortened(predicate: str) -> str:
    """The ontology's own predicates by their local name."""
    return predicate.removeprefix(ONTOLOGY)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _known(row: PictureStatement) -> set[tuple[str, Term]]:
    """The triples that the page writes from its columns."""
    words = row.sentence[row.start : row.end]
    at = row.offset + row.start
    known = {
        (RDF + "type", Term(ONTOLOGY + "Statement")),
        (RDF + "predicate", Term(ONTOLOGY + row.relation)),
        (RDF + "object", Term(row.object)),
        (DCT + "source", Term(row.document)),
        (DCT + "date", Term(row.date, _XSD_DATE)),
        (ONTOLOGY + "status", Term(ONTOLOGY + row.status)),
        (ONTOLOGY + "polarity", Term(ONTOLOGY + row.polarity)),
        (ONTOLOGY + "quote", Term(words, _XSD_STRING)),
        (PROV + "wasDerivedFrom", Term(f"{row.document}#char={at},{at + len(words)}")),
    }
    if row.subject:
        known.add((RDF + "subject", Term(row.subject)))
    if row.speaker:
        known.add((ONTOLOGY + "speaker", Term(row.speaker)))
    return known


def _ntriples(term: Term, statement: str) -> str:
    """``term`` in N-Triples syntax; the IRI of a part of the statement is relative to it."""
    if term.datatype is None:
        part = term.value.removeprefix(statement)
        return f"<{part}>" if part.startswith("#") else f"<{term.value}>"
    quoted = json.dumps(term.value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == _XSD_STRING else f"{quoted}^^<{term.datatype}>"
