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
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.ids import BASE, digest, iri_for
from kg.model import Document, Extracted, Mention, Polarity, Sentence, Statement

__all__ = ["DocumentWriter", "GraphLinker", "Terms", "prefixes", "statement_quads", "terms"]

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
_SEARCHED = 30  # quotes in one literal; Virtuoso takes none of 64 KB
LANGUAGE = "en"  # of every label: only English is extracted
# Why a label means a node, where the label is one of the node's names; a short form, for instance, is so in one text only.
_OWN_LABEL_LINKS = frozenset({"label", "alias", "abbreviation", "inflection", "new", "person"})


class GraphLinker(Protocol):
    """What turns a label into the node it names, in one document."""

    def link(self, kind: str, label: str, surface: str) -> Mention:
        """The ``kind`` ("actor" or "concept") that ``label``, written ``surface``, names."""


class Terms:
    """The IRIs under one base; each is made once. ``kg("promotes")`` is the ontology's term of that name."""

    def __init__(self, base: str = BASE) -> None:
        self.base = base
        self.ontology = f"{BASE}ontology#"  # does not move with the base of what is minted
        self.kg = lru_cache(maxsize=None)(lambda name: NamedNode(self.ontology + name))  # called for every other quad
        self.vocabulary = NamedNode(f"{base}graph/vocabulary")
        self.inferred = NamedNode(f"{base}graph/inferred")
        self.decisions = NamedNode(f"{base}graph/decisions")

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
    own = {kind: f"{base}{kind}/" for kind in ("actor", "concept", "document", "person", "statement", "cooccurrence")}
    standard = {"rdf": RDF, "rdfs": RDFS, "xsd": XSD, "skos": SKOS, "prov": PROV, "oa": OA, "org": ORG, "time": TIME}
    return own | standard | {"dcterms": DCTERMS, "owl": OWL, "kg": f"{BASE}ontology#", "graph": f"{base}graph/"}


_TYPE = NamedNode(RDF + "type")
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(RDF + name) for name in ("subject", "predicate", "object"))
_LABEL = NamedNode(RDFS + "label")
_PREF_LABEL, _ALT_LABEL = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")
_DERIVED = NamedNode(PROV + "wasDerivedFrom")
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
    return DocumentWriter(document, linker, terms(base)).quads(extracted, fingerprint)


class DocumentWriter:
    """Writes one document's graph; knows what it has written, so that nothing is written twice.

    ``words`` are the pairs (IRI of a node, what the document calls it), ``triples`` the direct ones (IRIs of actor, relation
    and concept) and ``statements`` all statements (IRI, those of its actor and concept, itself, IRI of its sentence, the
    sentence) written so far.
    """

    def __init__(self, document: Document, linker: GraphLinker, names: Terms) -> None:
        self.document, self.linker, self.names = document, linker, names
        self.graph = names.document(document.id)
        self.words: set[tuple[str, str]] = set()
        self.triples: set[tuple[str, str, str]] = set()
        self.statements: list[tuple[str, str | None, str, Statement, str, Sentence]] = []
        self._date = Literal(document.date.isoformat(), datatype=_XSD_DATE) if document.date else None
        speaking = {speaker.name for speaker in document.speakers} | {
            block.speaker for block in document.blocks if block.speaker
        }
        self._persons = {iri_for("person", name, base=names.base): name for name in sorted(speaking)}  # IRI → plain name
        self._nodes: dict[str, NamedNode] = {}
        self._seen_statements: Counter[tuple[str, ...]] = Counter()
        self._seen_sentences: Counter[str] = Counter()
        self._seen_passages: set[tuple[int, int]] = set()
        self._reasons: Counter[str] = Counter()
        self._quotes: dict[str, None] = {}  # in text order, each once
        self._sentences = self._statements = 0
        self._out: list[Quad] = []

    def quads(self, extracted: Iterable[Extracted], fingerprint: str) -> Iterator[Quad]:
        """See ``statement_quads``."""
        self._write_document(fingerprint)
        for item in extracted:
            self._write_sentence(item)
            yield from self._out
            self._out.clear()
        self._write_ledger()
        yield from self._out
        self._out.clear()

    def _add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self._out.append(Quad(subject, predicate, value, self.graph))

    def _own(self, subject: NamedNode, name: str, value: NamedNode | Literal) -> None:
        """A quad whose predicate is the ontology's ``name``."""
        self._out.append(Quad(subject, self.names.kg(name), value, self.graph))

    # The document

    def _write_document(self, fingerprint: str) -> None:
        document, node = self.document, self.graph
        self._add(node, _TYPE, self.names.kg("Document"))
        if self._date:
            self._add(node, _DATE, self._date)
        for name, value in (("title", document.title), ("language", document.language), ("identifier", document.id)):
            if value:
                self._add(node, NamedNode(DCTERMS + name), _literal(value))
        for citation in dict.fromkeys(document.citations):
            self._add(node, NamedNode(DCTERMS + "bibliographicCitation"), _literal(citation))
        self._own(node, "digest", _literal(document.digest))
        self._own(node, "characters", Literal(len(document.text)))
        if document.publisher:
            publisher = NamedNode(iri_for("publisher", document.publisher, base=self.names.base))
            self._add(node, NamedNode(DCTERMS + "publisher"), publisher)
            self._add(publisher, _LABEL, _literal(document.publisher))
        if document.speaks_for:
            self._own(node, "speaksFor", self._actor(document.speaks_for))
        self._write_speakers()
        self._write_activity(fingerprint)

    def _write_speakers(self) -> None:
        """Who speaks here in which post for whom: posts change, so a membership belongs to its document."""
        for speaker in self.document.speakers:
            role = NamedNode(f"{self.graph.value}#speaker={_fragment(speaker.name)}")
            self._add(role, _TYPE, NamedNode(ORG + "Membership"))
            self._add(role, NamedNode(ORG + "member"), self._actor(speaker.name))
            self._own(self.graph, "hasSpeaker", role)
            if speaker.post:
                self._own(role, "post", _literal(speaker.post))
            if speaker.organization:
                self._add(role, NamedNode(ORG + "organization"), self._actor(speaker.organization))

    def _write_activity(self, fingerprint: str) -> None:
        """The run that made this graph."""
        run = NamedNode(f"{self.names.base}activity/{digest(self.document.id, self.document.digest, fingerprint)}")
        agent = NamedNode(f"{self.names.base}software/policy-kg-{__version__}")
        self._add(run, _TYPE, NamedNode(PROV + "Activity"))
        self._add(run, NamedNode(PROV + "used"), self.graph)
        self._add(run, NamedNode(PROV + "wasAssociatedWith"), agent)
        self._own(run, "fingerprint", _literal(fingerprint))
        self._add(self.graph, NamedNode(PROV + "wasInfluencedBy"), run)

    def _write_ledger(self) -> None:
        """How many sentences there are and why some gave no statement; all quotes, for a search to read first."""
        quotes = list(self._quotes)
        for start in range(0, len(quotes), _SEARCHED):
            self._own(self.graph, "searchText", _literal("\n".join(quotes[start : start + _SEARCHED])))
        self._own(self.graph, "sentenceCount", Literal(self._sentences))
        self._own(self.graph, "statementCount", Literal(self._statements))
        for reason, count in sorted(self._reasons.items()):
            entry = NamedNode(f"{self.graph.value}#without-statement={reason}")
            self._add(entry, _TYPE, self.names.kg("Omission"))
            self._own(entry, "reason", _literal(reason))
            self._own(entry, "count", Literal(count))
            self._own(self.graph, "omission", entry)

    # Sentences and statements

    def _write_sentence(self, item: Extracted) -> None:
        self._sentences += 1
        if item.reason is not None:
            self._reasons[str(item.reason)] += 1
            return
        sentence = item.sentence
        occurrence = self._seen_sentences[sentence.text]
        self._seen_sentences[sentence.text] += 1
        whole = self._passage(sentence.start, sentence.end, sentence.text, self.graph)
        for statement in item.statements:
            self._statements += 1
            node = self._statement_node(statement, sentence, occurrence)
            actor, concept = self._write_core(node, statement)
            self.statements.append((node.value, actor, concept, statement, whole.value, sentence))
            self._write_evidence(node, statement, whole)
            self._write_details(node, statement)

    def _statement_node(self, statement: Statement, sentence: Sentence, occurrence: int) -> NamedNode:
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
        again = self._seen_statements[parts]
        self._seen_statements[parts] += 1
        return NamedNode(f"{self.names.base}statement/{digest('statement', *parts, str(again))}")

    def _write_core(self, node: NamedNode, statement: Statement) -> tuple[str | None, str]:
        """Who does what how firmly; the IRIs of actor and concept."""
        names = self.names
        relation = names.kg(statement.relation)
        concept = self._mention("concept", statement.object, statement.surface.object, node)
        self._add(node, _TYPE, names.kg("Statement"))
        self._add(node, _PREDICATE, relation)
        self._add(node, _OBJECT, concept)
        self._own(node, "verb", _literal(statement.verb))
        self._own(node, "status", names.kg(statement.status))
        self._own(node, "polarity", names.kg(statement.polarity))
        self._own(node, "actorBasis", _literal(statement.actor_basis))
        self._own(node, "rule", _literal(statement.rule))
        self._own(node, "support", _decimal(statement.support))
        if statement.actor is None:
            return None, concept.value
        actor = self._mention("actor", statement.actor, statement.surface.actor or statement.actor, node)
        self._add(node, _SUBJECT, actor)
        key = (actor.value, relation.value, concept.value)
        if statement.polarity is Polarity.AFFIRMED and key not in self.triples:
            self.triples.add(key)
            self._add(actor, relation, concept)
        return actor.value, concept.value

    def _write_evidence(self, node: NamedNode, statement: Statement, sentence: NamedNode) -> None:
        evidence = statement.evidence
        self._quotes[evidence.text] = None
        self._own(node, "quote", _literal(evidence.text))
        self._own(node, "objectPhrase", _literal(statement.object_long))
        self._add(node, _SOURCE, self.graph)
        if self._date:
            self._add(node, _DATE, self._date)
        if statement.speaker:
            self._own(node, "speaker", self._actor(statement.speaker))
        self._add(node, _DERIVED, self._passage(evidence.start, evidence.end, evidence.text, sentence))

    def _passage(self, start: int, end: int, text: str, part_of: NamedNode) -> NamedNode:
        """The node of those characters of the document, its IRI by RFC 5147."""
        node = NamedNode(f"{self.graph.value}#char={start},{end}")
        if (start, end) not in self._seen_passages:
            self._seen_passages.add((start, end))
            self._add(node, _TYPE, self.names.kg("Passage"))
            self._add(node, _START, Literal(start))
            self._add(node, _END, Literal(end))
            self._add(node, _EXACT, _literal(text))
            self._add(node, _PART, part_of)
        return node

    def _write_details(self, node: NamedNode, statement: Statement) -> None:
        for name in ("means", "purpose"):
            for text in dict.fromkeys(getattr(statement, name)):
                self._own(node, name, _literal(text))
        for name in ("condition", "beneficiary", "quantity", "time"):
            value = getattr(statement, name)
            if value:
                self._own(node, name, _literal(value))
        if statement.quantities:
            self._write_quantities(node, statement)
        if statement.times:
            self._write_times(node, statement)
        for number, qualifier in enumerate(statement.qualifiers, start=1):
            part = NamedNode(f"{node.value}#qualifier={number}")
            self._own(node, "qualifier", part)
            self._add(part, _TYPE, self.names.kg("Qualifier"))
            self._own(part, "preposition", _literal(qualifier.preposition))
            self._add(part, _EXACT, _literal(qualifier.text))
            self._add(part, _START, Literal(qualifier.start))
            self._add(part, _END, Literal(qualifier.end))

    def _write_quantities(self, node: NamedNode, statement: Statement) -> None:
        for number, quantity in enumerate(statement.quantities, start=1):
            part = NamedNode(f"{node.value}#quantity={number}")
            self._own(node, "hasQuantity", part)
            self._add(part, _TYPE, self.names.kg("Quantity"))
            self._add(part, _EXACT, _literal(quantity.text))
            if quantity.value is not None:
                self._own(part, "value", _decimal(quantity.value))
            for name in ("unit", "bound", "change"):
                value = getattr(quantity, name)
                if value:
                    self._own(part, name, _literal(value))

    def _write_times(self, node: NamedNode, statement: Statement) -> None:
        for number, time in enumerate(statement.times, start=1):
            part = NamedNode(f"{node.value}#time={number}")
            self._own(node, "hasTime", part)
            self._add(part, _TYPE, NamedNode(TIME + "ProperInterval"))
            self._add(part, _EXACT, _literal(time.text))
            if time.start:
                self._own(part, "firstDay", Literal(time.start.isoformat(), datatype=_XSD_DATE))
            if time.end:
                self._own(part, "lastDay", Literal(time.end.isoformat(), datatype=_XSD_DATE))
            if time.deadline and time.end:
                self._own(node, "deadline", Literal(time.end.isoformat(), datatype=_XSD_DATE))

    # Names

    def _mention(self, kind: str, label: str, surface: str, statement: NamedNode) -> NamedNode:
        """The node that a statement's actor or object names; the statement keeps the words and why they mean that node."""
        mention = self.linker.link(kind, label, surface)
        role = "actor" if kind == "actor" else "object"
        self._own(statement, f"{role}Label", _literal(label))
        self._own(statement, f"{role}Link", _literal(mention.link))
        return self._named(mention)

    def _actor(self, name: str) -> NamedNode:
        """The actor or person that the document's metadata or an attribution names."""
        return self._named(self.linker.link("actor", name, name))

    def _named(self, mention: Mention) -> NamedNode:
        """The node of a mention; what this text calls it is noted, and its preferred label settled over all documents."""
        node = self._nodes.get(mention.iri)
        if node is None:
            node = self._nodes[mention.iri] = NamedNode(mention.iri)
        if mention.link in _OWN_LABEL_LINKS:
            label = self._persons.get(mention.iri, mention.label)
            if (mention.iri, label) not in self.words:
                self.words.add((mention.iri, label))
                self._own(node, "wording", Literal(_clean(label), language=LANGUAGE))
        return node


def _literal(value: str) -> Literal:
    try:
        return Literal(value)
    except ValueError:
        return Literal(_clean(value))


def _clean(text: str) -> str:
    """``text`` with a question mark for each lone surrogate, which no RDF literal can hold."""
    return text.encode("utf-8", "replace").decode()


@lru_cache(maxsize=1024)
def _decimal(value: float) -> Literal:
    """In canonical form, so that stores that keep values and stores that keep spellings keep the same."""
    return Literal(f"{value:.6f}".rstrip("0").rstrip("."), datatype=_XSD_DECIMAL)


def _fragment(name: str) -> str:
    return iri_for("", name, base="").lstrip("/")
