"""A store's statements as the explorer needs them: nodes, statements with their evidence, documents.

Reads by a handful of flat queries, never by one that joins statements with a path, so that any SPARQL 1.1 store answers fast.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.analysis.claims import read_graph
from kg.analysis.commitments import commitments
from kg.ids import BASE
from kg.stores import Store

__all__ = ["Picture", "PictureNode", "PictureStatement", "Promise", "Term", "read_picture"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"

ORG = "http://www.w3.org/ns/org#"
ONTOLOGY = BASE + "ontology#"  # does not move with the base of what a graph mints

_PREFIXES = f"""PREFIX kg: <{ONTOLOGY}> PREFIX org: <{ORG}> PREFIX rdf: <{RDF}> PREFIX rdfs: <{RDFS}>
PREFIX skos: <{SKOS}> PREFIX dcterms: <{DCT}> PREFIX prov: <{PROV}> PREFIX oa: <{OA}> """


class Term(NamedTuple):
    """An RDF term: an IRI when ``datatype`` is None, else a literal. A tuple: there are twenty for each statement."""

    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PictureNode:
    """An actor, a concept or a document, with its names."""

    iri: str
    kind: str  # "actor", "concept" or "document"
    label: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()  # IRIs, which need not be in the picture


@dataclass(frozen=True, slots=True)
class PictureStatement:
    """One statement; ``start`` and ``end`` place its words in ``sentence``, ``offset`` the sentence in its document."""

    iri: str
    subject: str | None
    relation: str
    object: str
    document: str
    status: str
    polarity: str
    date: str
    speaker: str
    sentence: str
    start: int
    end: int
    offset: int
    triples: tuple[tuple[str, Term], ...]  # every triple whose subject the statement is, sorted


@dataclass(frozen=True, slots=True)
class Promise:
    """What came of a promise: ``state`` and ``steps`` are those of ``kg.analysis.commitments.Chain``."""

    statement: str
    state: str
    steps: tuple[tuple[str, str], ...]  # IRI of a later statement, "fulfilled" or "repeated"


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the page shows, sorted by IRI."""

    base: str
    nodes: tuple[PictureNode, ...]
    statements: tuple[PictureStatement, ...]
    labels: Mapping[str, str]  # IRI → label, of people, relations and broader concepts
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # see _notes
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # relation → the relations above it
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passage:
    start: int
    text: str
    within: str | None


def read_picture(store: Store, *, base: str = BASE) -> Picture:
    """What ``store`` says, as the explorer shows it; ``base`` is the IRI that the graph's own names start with."""
    described = _described(store)
    passages = _passages(store)
    names = _names(store)
    found = (_statement(iri, described[iri], passages) for iri in sorted(described))
    statements = tuple(statement for statement in found if statement is not None)
    broader = _grouped(_rows(store, "SELECT ?s ?o { ?s skos:broader ?o }"))
    nodes = tuple(_nodes(statements, names, _kinds(store), broader))
    within = _within(store)
    wanted = {ONTOLOGY + name for above in within.values() for name in above}
    wanted |= {ONTOLOGY + statement.relation for statement in statements} | {b for node in nodes for b in node.broader}
    wanted |= {statement.speaker for statement in statements}
    labels = {iri: _label(iri, names) for iri in sorted(wanted) if iri}
    return Picture(base, nodes, statements, labels, _notes(store), within, tuple(_promises(store)))


def _rows(store: Store, query: str) -> Iterator[Any]:
    found: Any = store.query(_PREFIXES + query)
    yield from found


def _described(store: Store) -> dict[str, list[tuple[str, Term]]]:
    """Statement IRI → its triples."""
    found: dict[str, set[tuple[str, Term]]] = defaultdict(set)
    for row in _rows(store, "SELECT ?s ?p ?o { ?s a kg:Statement . ?s ?p ?o }"):
        found[row["s"].value].add((row["p"].value, _term(row["o"])))
    return {iri: sorted(pairs, key=_sort_key) for iri, pairs in found.items()}


def _term(value: Any) -> Term:
    datatype = getattr(value, "datatype", None)
    if datatype is None:
        return Term(value.value)
    return Term(value.value, datatype.value, value.language)


def _sort_key(pair: tuple[str, Term]) -> tuple[str, str, str, str]:
    predicate, term = pair
    return predicate, term.value, term.datatype or "", term.language or ""


def _passages(store: Store) -> dict[str, _Passage]:
    query = """SELECT ?p ?start ?exact ?within { ?p a kg:Passage ; oa:start ?start ; oa:exact ?exact .
        OPTIONAL { ?p dcterms:isPartOf ?within } }"""
    found: dict[str, _Passage] = {}
    for row in sorted(_rows(store, query), key=lambda row: str(row["within"])):
        within = row["within"].value if row["within"] else None
        found.setdefault(row["p"].value, _Passage(int(row["start"].value), row["exact"].value, within))
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    preferred: Mapping[str, list[str]]
    other: Mapping[str, list[str]]


def _names(store: Store) -> _Names:
    preferred = "SELECT ?s ?o { { ?s skos:prefLabel ?o } UNION { ?s dcterms:title ?o } UNION { ?s rdfs:label ?o } }"
    return _Names(_grouped(_rows(store, preferred)), _grouped(_rows(store, "SELECT ?s ?o { ?s skos:altLabel ?o }")))


def _grouped(rows: Iterable[Any]) -> dict[str, list[str]]:
    """Subject → sorted distinct values."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row["s"].value].add(row["o"].value)
    return {subject: sorted(values) for subject, values in found.items()}


def _label(iri: str, names: _Names) -> str:
    return names.preferred[iri][0] if iri in names.preferred else _local(iri)


def _local(iri: str) -> str:
    return iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _statement(iri: str, triples: list[tuple[str, Term]], passages: Mapping[str, _Passage]) -> PictureStatement | None:
    """The statement of these triples, or None where they lack relation, object or source: then there is nothing to draw."""
    first: dict[str, str] = {}
    for predicate, term in triples:
        first.setdefault(predicate, term.value)
    relation, concept, document = (first.get(name) for name in (RDF + "predicate", RDF + "object", DCT + "source"))
    if not (relation and concept and document):
        return None
    passage = first.get(PROV + "wasDerivedFrom", "")
    sentence, start, end, offset = _evidence(passage, first.get(ONTOLOGY + "quote", ""), passages)
    return PictureStatement(
        iri=iri,
        subject=first.get(RDF + "subject"),
        relation=_local(relation),
        object=concept,
        document=document,
        status=_local(first.get(ONTOLOGY + "status", "")),
        polarity=_local(first.get(ONTOLOGY + "polarity", "affirmed")),
        date=first.get(DCT + "date", ""),
        speaker=first.get(ONTOLOGY + "speaker", ""),
        sentence=sentence,
        start=start,
        end=end,
        offset=offset,
        triples=tuple(triples),
    )


def _evidence(iri: str, quote: str, passages: Mapping[str, _Passage]) -> tuple[str, int, int, int]:
    """The sentence, where the quotation starts and ends in it, and where the sentence starts in its document.

    A quotation that its sentence does not hold at the recorded place is shown alone: never words marked in the wrong place.
    """
    passage = passages.get(iri)
    if passage is None:
        return quote, 0, len(quote), 0
    words = quote or passage.text
    whole = passages.get(passage.within or "")
    if whole is not None:
        start = passage.start - whole.start
        if start >= 0 and whole.text[start : start + len(words)] == words:
            return whole.text, start, start + len(words), whole.start
    return words, 0, len(words), passage.start


def _nodes(
    statements: Iterable[PictureStatement], names: _Names, typed: Mapping[str, set[str]], broader: Mapping[str, list[str]]
) -> Iterator[PictureNode]:
    """Every actor, concept and document of ``statements``, by IRI."""
    acts = Counter(statement.subject for statement in statements if statement.subject)
    acted_on = Counter(statement.object for statement in statements)
    documents = {statement.document for statement in statements}
    for iri in sorted(acts.keys() | acted_on.keys() | documents):
        kind = "document" if iri in documents else _kind(typed.get(iri, set()), acts[iri], acted_on[iri])
        label = _label(iri, names)
        known = names.preferred.get(iri, [])[1:] + names.other.get(iri, [])
        aliases = tuple(sorted({alias for alias in known if alias != label}))
        yield PictureNode(iri, kind, label, aliases, tuple(broader.get(iri, ())))


def _kind(kinds: set[str], acts: int, acted_on: int) -> str:
    """What the graph says that it is; where it says both or nothing, what it mostly does."""
    if len(kinds) == 1:
        return min(kinds)
    return "actor" if acts >= acted_on else "concept"


def _kinds(store: Store) -> dict[str, set[str]]:
    """Node → "actor", "concept" or both, as its types say."""
    classes = {ONTOLOGY + name: "actor" for name in ("Actor", "Organization", "Group", "Person")}
    classes |= {ONTOLOGY + "Concept": "concept", SKOS + "Concept": "concept"}
    listed = " ".join(f"<{name}>" for name in sorted(classes))
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, f"SELECT ?s ?o {{ VALUES ?o {{ {listed} }} ?s a ?o }}"):
        found[row["s"].value].add(classes[row["o"].value])
    return found


def _notes(store: Store) -> dict[str, tuple[str, ...]]:
    """Document → publisher; document and person, a space between → the person's posts there."""
    published = _grouped(_rows(store, "SELECT ?s ?o { ?s dcterms:publisher ?p . ?p rdfs:label ?o }"))
    roles = """SELECT ?d ?member ?post ?organization { ?d kg:hasSpeaker ?role . ?role org:member ?member .
        OPTIONAL { ?role kg:post ?post } OPTIONAL { ?role org:organization/skos:prefLabel ?organization } }"""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, roles):
        known = [row[name].value for name in ("post", "organization") if row[name]]
        found[f"{row['d'].value} {row['member'].value}"].update([", ".join(known)] if known else [])
    posts = {key: sorted(values) for key, values in found.items() if values}
    return {key: tuple(values) for key, values in sorted((published | posts).items())}


def _within(store: Store) -> dict[str, tuple[str, ...]]:
    """Relation → those above it, by local name."""
    found = _grouped(_rows(store, "SELECT ?s ?o { ?s kg:within ?o FILTER(?s != ?o) }"))
    return {_local(relation): tuple(_local(above) for above in found[relation]) for relation in sorted(found)}


def _promises(store: Store) -> Iterator[Promise]:
    """Every promise with what came of it, by the promise's IRI."""
    for chain in sorted(commitments(read_graph(store)), key=lambda chain: chain.promise.iri):
        yield Promise(chain.promise.iri, chain.state, tuple((step.claim.iri, step.kind) for step in chain.steps))
