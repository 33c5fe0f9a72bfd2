"""What a statement tells, without its words: what settling keeps of it while documents come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import DCTERMS, OA, PROV, RDF, DocumentWriter, Terms

__all__ = ["Order", "Sightings", "Told", "day_of", "start_of", "told_by", "told_in"]


Order: TypeAlias = tuple[date, str, int, str]


class Told(NamedTuple):
    """One statement. Nodes are IRIs; ``actor`` is None where the text names nobody."""

    iri: str
    actor: str | None
    relation: str  # local name
    concept: str
    verb: str
    status: str
    polarity: str
    document: str
    date: date | None  # when it was said
    start: int  # offset of the quotation in its document
    words: str  # the object as the statement has it
    sentence: str  # IRI of the passage
    text: str  # the words of that passage; "" where nobody has asked

    @property
    def order(self) -> Order:
        """Statements in the order in which they were said; those without a date come first."""
        return (self.date or date.min, self.document, self.start, self.iri)


def told_by(writer: DocumentWriter) -> Iterator[Told]:
    """The statements that ``writer`` has written."""
    document, day = writer.graph_iri, writer.document.date
    for iri, actor, concept, statement, sentence, within in writer.statements:
        yield Told(
            iri,
            actor,
            statement.relation,
            concept,
            statement.verb,
            statement.status,
            statement.polarity,
            document,
            day,
            statement.evidence.start,
            statement.object,
            sentence,
            within.text,
        )


class Sightings:
    """Puts statements together from quads that come in any order."""

    def __init__(self, names: Terms) -> None:
        self._ontology = names.ontology
        own = {names.kg(name).value: name for name in ("status", "polarity", "verb", "objectLabel")}
        self._fields = own | {
            f"{RDF}subject": "actor",
            f"{RDF}predicate": "relation",
            f"{RDF}object": "concept",
            f"{PROV}wasDerivedFrom": "passage",
            f"{DCTERMS}source": "document",
            f"{DCTERMS}date": "date",
            f"{DCTERMS}isPartOf": "whole",
            f"{OA}exact": "text",
        }
        self._found: dict[str, dict[str, str]] = {}  # IRI of a statement or passage -> field -> value

    def see(self, quad: Quad) -> None:
        """Note what ``quad`` says of a statement or passage, if it does."""
        field = self._fields.get(quad.predicate.value)
        if field is not None and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            self._found.setdefault(quad.subject.value, {})[field] = quad.object.value

    def told(self) -> Iterator[Told]:
        """The statements among what was seen."""
        for iri, row in self._found.items():
            if not row.keys() >= {"relation", "concept", "status", "polarity", "document", "passage"}:
                continue  # a passage, or another reified triple
            passage, document = row["passage"], row["document"]
            whole = self._found.get(passage, {}).get("whole", document)
            sentence = passage if whole == document else whole  # a statement may take up its whole sentence
            yield Told(
                iri=iri,
                actor=row.get("actor"),
                relation=row["relation"].removeprefix(self._ontology),
                concept=row["concept"],
                verb=row.get("verb", ""),
                status=row["status"].removeprefix(self._ontology),
                polarity=row["polarity"].removeprefix(self._ontology),
                document=document,
                date=day_of(row.get("date", "")),
                start=start_of(passage),
                words=row.get("objectLabel", ""),
                sentence=sentence,
                text=self._found.get(sentence, {}).get("text", ""),
            )


def told_in(quads: Iterable[Quad], names: Terms) -> list[Told]:
    """The statements that ``quads`` describe."""
    seen = Sightings(names)
    for quad in quads:
        seen.see(quad)
    return list(seen.told())


def start_of(passage: str) -> int:
    """The start that the IRI of a passage gives (RFC 5147)."""
    start = passage.partition("#char=")[2].partition(",")[0]
    return int(start) if start.isdigit() else 0


def day_of(text: str) -> date | None:
    """The day that an ISO 8601 literal gives; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
