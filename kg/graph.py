"""Statements as quads: the only place that writes RDF shape.

A document's graph holds what that text says: its metadata, its passages, a node a statement, and the direct triple ``actor
relation concept`` of each affirmed statement with an actor. What only all documents together can tell (the one preferred
label of a node that no vocabulary has, triples entailed by the relation hierarchy) is made by ``kg.inference`` and belongs
to the inferred graph. So a label is stored once: a query over the union of the graphs meets a triple once for each graph
that has it.

No blank nodes; every IRI is a function of the input.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.ids import BASE, digest, iri_for
from kg.model import Document, Evidence, Extracted, Mention, Polarity, Sentence, Statement

__all__ = ["GraphLinker", "Terms", "prefixes", "statement_quads", "terms"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
TIME = "http://www.w3.org/2006/time#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
LANGUAGE = "en"  # of every label: only English is extracted
_OWN_LABEL_LINKS = frozenset(
    {"label", "alias", "abbreviation", "inflection", "new"}
)  # a short form names its node in one text only


class GraphLinker(Protocol):
    """What turns a label into the node it names, in one document."""

    def link(self, kind: str, label: str, surface: str) -> Mention:
        """The ``kind`` ("actor" or "concept") that ``label``, written ``surface``, names."""


class Terms:
    """The IRIs under one base; each is made once."""

    def __init__(self, base: str = BASE) -> None:
        self.base = base
        self.ontology = f"{BASE}ontology#"  # does not move with the base of what is minted
        self._kg: dict[str, NamedNode] = {}
        self.vocabulary = NamedNode(f"{base}graph/vocabulary")
        self.inferred = NamedNode(f"{base}graph/inferred")
        self.decisions = NamedNode(f"{base}graph/decisions")

    def kg(self, name: str) -> NamedNode:
        """The ontology's term ``name``."""
        node = self._kg.get(name)
        if node is None:
            node = self._kg[name] = NamedNode(self.ontology + name)
        return node

    def document(self, document_id: str) -> NamedNode:
        """The IRI of a document, which is its graph's name as well."""
        return NamedNode(iri_for("document", document_id, base=self.base))

    def is_document_graph(self, graph: str) -> bool:
        """Whether ``graph`` is the IRI of a document's graph."""
        return graph.startswith(f"{self.base}document/")


@lru_cache(maxsize=16)
def terms(base: str = BASE) -> Terms:
    """The IRIs under ``base``."""
    return Terms(base)


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix → namespace: what Turtle is written with and a query may use without declaring it."""
    own = {kind: f"{base}{kind}/" for kind in ("actor", "concept", "document", "person", "statement")}
    return own | {
        "kg": f"{BASE}ontology#",
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
        "skos": SKOS,
        "prov": PROV,
        "oa": OA,
        "org": ORG,
        "time": TIME,
        "dcterms": DCTERMS,
        "owl": OWL,
        "graph": f"{base}graph/",
    }


_TYPE = NamedNode(RDF + "type")
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(RDF + name) for name in ("subject", "predicate", "object"))
_LABEL = NamedNode(RDFS + "label")
_PREF_LABEL, _ALT_LABEL = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")
_DERIVED, _USED = NamedNode(PROV + "wasDerivedFrom"), NamedNode(PROV + "used")
_START, _END, _EXACT = (NamedNode(OA + name) for name in ("start", "end", "exact"))
_DATE, _SOURCE, _PART = (NamedNode(DCTERMS + name) for name in ("date", "source", "isPartOf"))
_XSD_DATE, _XSD_DECIMAL = NamedNode(XSD + "date"), NamedNode(XSD + "decimal")


def statement_quads(
    document: Document,
    extracted: Iterable[Extracted],
    *,
    linker: GraphLinker,
    base: str = BASE,
    fingerprint: str = "",
) -> Iterator[Quad]:
    """The quads of ``document``'s graph: the document, then each sentence's statements, then the ledger of sentences without.

    ``linker`` is the document's own; it is asked in text order. ``fingerprint`` names the extractor that ran.
    """
    writer = _DocumentWriter(document, linker, terms(base))
    yield from writer.document_quads(fingerprint)
    for item in extracted:
        yield from writer.sentence_quads(item)
    yield from writer.ledger_quads()


class _DocumentWriter:
    """Writes one document's graph; knows what it has written, so that nothing is written twice."""

    def __init__(self, document: Document, linker: GraphLinker, names: Terms) -> None:
        self.document, self.linker, self.names = document, linker, names
        self.graph = names.document(document.id)
        self.date = Literal(document.date.isoformat(), datatype=_XSD_DATE) if document.date else None
        names_here = {speaker.name for speaker in document.speakers} | {
            block.speaker for block in document.blocks if block.speaker
        }
        self.persons = {iri_for("person", name, base=names.base): name for name in sorted(names_here)}  # IRI → plain name
        self.seen_statements: Counter[tuple[str, ...]] = Counter()
        self.seen_sentences: Counter[str] = Counter()
        self.seen_passages: set[tuple[int, int]] = set()
        self.seen_words: set[tuple[str, str]] = set()
        self.seen_triples: set[tuple[str, str, str]] = set()
        self.reasons: Counter[str] = Counter()
        self.sentences = self.statements = 0

    def quad(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, self.graph)

    def own(self, subject: NamedNode, name: str, value: NamedNode | Literal | str | int) -> Quad:
        """A quad whose predicate is the ontology's ``name``; a plain value becomes a literal."""
        node = value if isinstance(value, (NamedNode, Literal)) else _literal(value)
        return Quad(subject, self.names.kg(name), node, self.graph)

    # The document

    def document_quads(self, fingerprint: str) -> Iterator[Quad]:
        document, node = self.document, self.graph
        yield self.quad(node, _TYPE, self.names.kg("Document"))
        if self.date:
            yield self.quad(node, _DATE, self.date)
        for name, value in (("title", document.title), ("language", document.language), ("identifier", document.id)):
            if value:
                yield self.quad(node, NamedNode(DCTERMS + name), _literal(value))
        for citation in document.citations:
            yield self.quad(node, NamedNode(DCTERMS + "bibliographicCitation"), _literal(citation))
        yield self.own(node, "digest", document.digest)
        yield self.own(node, "characters", len(document.text))
        if document.publisher:
            publisher = NamedNode(iri_for("publisher", document.publisher, base=self.names.base))
            yield self.quad(node, NamedNode(DCTERMS + "publisher"), publisher)
            yield self.quad(publisher, _LABEL, _literal(document.publisher))
        if document.speaks_for:
            actor = yield from self.actor(document.speaks_for)
            yield self.own(node, "speaksFor", actor)
        yield from self.speaker_quads()
        yield from self.activity_quads(fingerprint)

    def speaker_quads(self) -> Iterator[Quad]:
        """Who speaks here in which post for whom: posts change, so a membership belongs to its document."""
        for speaker in self.document.speakers:
            person = yield from self.actor(speaker.name)
            role = NamedNode(f"{self.graph.value}#speaker={_fragment(speaker.name)}")
            yield self.quad(role, _TYPE, NamedNode(ORG + "Membership"))
            yield self.quad(role, NamedNode(ORG + "member"), person)
            yield self.own(self.graph, "hasSpeaker", role)
            if speaker.post:
                yield self.own(role, "post", speaker.post)
            if speaker.organization:
                organization = yield from self.actor(speaker.organization)
                yield self.quad(role, NamedNode(ORG + "organization"), organization)

    def activity_quads(self, fingerprint: str) -> Iterator[Quad]:
        """The run that made this graph."""
        run = NamedNode(f"{self.names.base}activity/{digest(self.document.id, self.document.digest, fingerprint)}")
        agent = NamedNode(f"{self.names.base}software/policy-kg-{__version__}")
        yield self.quad(run, _TYPE, NamedNode(PROV + "Activity"))
        yield self.quad(run, _USED, self.graph)
        yield self.quad(run, NamedNode(PROV + "wasAssociatedWith"), agent)
        yield self.own(run, "fingerprint", fingerprint)
        yield self.quad(self.graph, NamedNode(PROV + "wasInfluencedBy"), run)

    def ledger_quads(self) -> Iterator[Quad]:
        """How many sentences there are, and how many gave no statement for which reason."""
        yield self.own(self.graph, "sentenceCount", self.sentences)
        yield self.own(self.graph, "statementCount", self.statements)
        for reason, count in sorted(self.reasons.items()):
            entry = NamedNode(f"{self.graph.value}#without-statement={reason}")
            yield self.quad(entry, _TYPE, self.names.kg("Omission"))
            yield self.own(entry, "reason", reason)
            yield self.own(entry, "count", count)
            yield self.own(self.graph, "omission", entry)

    # Sentences and statements

    def sentence_quads(self, item: Extracted) -> Iterator[Quad]:
        self.sentences += 1
        if item.reason is not None:
            self.reasons[str(item.reason)] += 1
            return
        sentence = item.sentence
        occurrence = self.seen_sentences[sentence.text]
        self.seen_sentences[sentence.text] += 1
        whole = Evidence(sentence.start, sentence.end, sentence.text)
        yield from self.passage_quads(whole, self.graph)
        for statement in item.statements:
            self.statements += 1
            node = self.statement_node(statement, sentence, occurrence)
            yield from self.core_quads(node, statement)
            yield from self.evidence_quads(node, statement, whole)
            yield from self.detail_quads(node, statement)

    def statement_node(self, statement: Statement, sentence: Sentence, occurrence: int) -> NamedNode:
        """Named by its sentence and its place in it, so that a change elsewhere in the document leaves the name alone."""
        evidence = statement.evidence
        parts = (
            self.document.id,
            sentence.text,
            str(occurrence),
            str(evidence.start - sentence.start),
            str(evidence.end - sentence.start),
            statement.actor or "",
            statement.verb,
            statement.object,
            statement.status,
            statement.polarity,
        )
        again = self.seen_statements[parts]
        self.seen_statements[parts] += 1
        return NamedNode(f"{self.names.base}statement/{digest('statement', *parts, str(again))}")

    def core_quads(self, node: NamedNode, statement: Statement) -> Iterator[Quad]:
        names = self.names
        relation = names.kg(statement.relation)
        concept = yield from self.mention("concept", statement.object, statement.surface.object, node)
        yield self.quad(node, _TYPE, names.kg("Statement"))
        yield self.quad(node, _PREDICATE, relation)
        yield self.quad(node, _OBJECT, concept)
        yield self.own(node, "verb", statement.verb)
        yield self.own(node, "status", names.kg(statement.status))
        yield self.own(node, "polarity", names.kg(statement.polarity))
        yield self.own(node, "actorBasis", str(statement.actor_basis))
        yield self.own(node, "rule", statement.rule)
        yield self.own(node, "support", _decimal(statement.support))
        if statement.actor is None:
            return
        actor = yield from self.mention("actor", statement.actor, statement.surface.actor or statement.actor, node)
        yield self.quad(node, _SUBJECT, actor)
        key = (actor.value, relation.value, concept.value)
        if statement.polarity is Polarity.AFFIRMED and key not in self.seen_triples:
            self.seen_triples.add(key)
            yield self.quad(actor, relation, concept)

    def evidence_quads(self, node: NamedNode, statement: Statement, whole: Evidence) -> Iterator[Quad]:
        yield self.own(node, "quote", statement.evidence.text)
        yield self.own(node, "objectPhrase", statement.object_long)
        yield self.quad(node, _SOURCE, self.graph)
        if self.date:
            yield self.quad(node, _DATE, self.date)
        if statement.speaker:
            speaker = yield from self.actor(statement.speaker)
            yield self.own(node, "speaker", speaker)
        yield self.quad(node, _DERIVED, self.passage(statement.evidence))
        yield from self.passage_quads(statement.evidence, self.passage(whole))

    def passage(self, evidence: Evidence) -> NamedNode:
        """The IRI of those characters of the document, by RFC 5147."""
        return NamedNode(f"{self.graph.value}#char={evidence.start},{evidence.end}")

    def passage_quads(self, evidence: Evidence, part_of: NamedNode) -> Iterator[Quad]:
        if (evidence.start, evidence.end) in self.seen_passages:
            return
        self.seen_passages.add((evidence.start, evidence.end))
        node = self.passage(evidence)
        yield self.quad(node, _TYPE, self.names.kg("Passage"))
        yield self.quad(node, _START, _literal(evidence.start))
        yield self.quad(node, _END, _literal(evidence.end))
        yield self.quad(node, _EXACT, _literal(evidence.text))
        yield self.quad(node, _PART, part_of)

    def detail_quads(self, node: NamedNode, statement: Statement) -> Iterator[Quad]:
        for name in ("means", "purpose"):
            for text in getattr(statement, name):
                yield self.own(node, name, text)
        for name in ("condition", "beneficiary", "quantity", "time"):
            value = getattr(statement, name)
            if value:
                yield self.own(node, name, value)
        yield from self.quantity_quads(node, statement)
        yield from self.time_quads(node, statement)
        for number, qualifier in enumerate(statement.qualifiers, start=1):
            part = NamedNode(f"{node.value}#qualifier={number}")
            yield self.own(node, "qualifier", part)
            yield self.quad(part, _TYPE, self.names.kg("Qualifier"))
            yield self.own(part, "preposition", qualifier.preposition)
            yield self.quad(part, _EXACT, _literal(qualifier.text))
            yield self.quad(part, _START, _literal(qualifier.start))
            yield self.quad(part, _END, _literal(qualifier.end))

    def quantity_quads(self, node: NamedNode, statement: Statement) -> Iterator[Quad]:
        for number, quantity in enumerate(statement.quantities, start=1):
            part = NamedNode(f"{node.value}#quantity={number}")
            yield self.own(node, "hasQuantity", part)
            yield self.quad(part, _TYPE, self.names.kg("Quantity"))
            yield self.quad(part, _EXACT, _literal(quantity.text))
            if quantity.value is not None:
                yield self.own(part, "value", _decimal(quantity.value))
            for name in ("unit", "bound", "change"):
                value = getattr(quantity, name)
                if value:
                    yield self.own(part, name, value)

    def time_quads(self, node: NamedNode, statement: Statement) -> Iterator[Quad]:
        for number, time in enumerate(statement.times, start=1):
            part = NamedNode(f"{node.value}#time={number}")
            yield self.own(node, "hasTime", part)
            yield self.quad(part, _TYPE, NamedNode(TIME + "ProperInterval"))
            yield self.quad(part, _EXACT, _literal(time.text))
            if time.start:
                yield self.own(part, "firstDay", Literal(time.start.isoformat(), datatype=_XSD_DATE))
            if time.end:
                yield self.own(part, "lastDay", Literal(time.end.isoformat(), datatype=_XSD_DATE))
            if time.deadline and time.end:
                yield self.own(node, "deadline", Literal(time.end.isoformat(), datatype=_XSD_DATE))

    # Names

    def mention(self, kind: str, label: str, surface: str, statement: NamedNode) -> Generator[Quad, None, NamedNode]:
        """The node that a statement's actor or object names; the statement keeps the words and why they mean that node."""
        role = "actor" if kind == "actor" else "object"
        yield self.own(statement, f"{role}Label", label)
        mention = self.linker.link(kind, label, surface)
        yield self.own(statement, f"{role}Link", mention.link)
        return (yield from self.named(NamedNode(mention.iri), mention))

    def actor(self, name: str) -> Generator[Quad, None, NamedNode]:
        """The actor or person that the document's metadata or an attribution names."""
        mention = self.linker.link("actor", name, name)
        return (yield from self.named(NamedNode(mention.iri), mention))

    def named(self, node: NamedNode, mention: Mention) -> Generator[Quad, None, NamedNode]:
        if mention.link in _OWN_LABEL_LINKS:
            yield from self.wording(node, self.persons.get(node.value, mention.label))
        return node

    def wording(self, node: NamedNode, label: str) -> Iterator[Quad]:
        """That this text calls ``node`` so; the node's preferred label is settled over all documents."""
        if (node.value, label) not in self.seen_words:
            self.seen_words.add((node.value, label))
            yield self.own(node, "wording", Literal(_clean(label), language=LANGUAGE))


def _literal(value: str | int) -> Literal:
    if isinstance(value, int):
        return Literal(value)
    try:
        return Literal(value)
    except ValueError:
        return Literal(_clean(value))


def _clean(text: str) -> str:
    """``text`` with a question mark for each lone surrogate, which no RDF literal can hold."""
    return text.encode("utf-8", "replace").decode()


def _decimal(value: float) -> Literal:
    """In canonical form, so that stores that keep values and stores that keep spellings keep the same."""
    return Literal(f"{value:.6f}".rstrip("0").rstrip("."), datatype=_XSD_DECIMAL)


def _fragment(name: str) -> str:
    return iri_for("", name, base="").lstrip("/")
