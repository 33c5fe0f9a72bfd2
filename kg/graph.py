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

from pyoxigraph import NamedNode, Quad

from kg import __version__
from kg.ids import BASE, digest, iri_for
from kg.model import Document, Extracted, Mention, Polarity, Sentence, Statement
from kg.nquads import day, decimal, iri, literal, number, quads_in, whole_text

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
_AT_ONCE = 500  # lines of a document that are handed on together
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


_TYPE = iri(RDF + "type")
_SUBJECT, _PREDICATE, _OBJECT = (iri(RDF + name) for name in ("subject", "predicate", "object"))
_LABEL = iri(RDFS + "label")
_DERIVED = iri(PROV + "wasDerivedFrom")
_START, _END, _EXACT = (iri(OA + name) for name in ("start", "end", "exact"))
_DATE, _SOURCE, _PART = (iri(DCTERMS + name) for name in ("date", "source", "isPartOf"))


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
    return quads_in(DocumentWriter(document, linker, terms(base)).lines(extracted, fingerprint))


class DocumentWriter:
    """Writes one document's graph as N-Quads; knows what it has written, so that nothing is written twice.

    ``words`` are the pairs (IRI of a node, what the document calls it), ``triples`` the direct ones (IRIs of actor, relation
    and concept) and ``statements`` all statements (IRI, those of its actor and concept, itself, IRI of its sentence, the
    sentence) written so far. Nodes are in the notation of N-Quads (``kg.nquads``) where no name says that they are IRIs.
    """

    def __init__(self, document: Document, linker: GraphLinker, names: Terms) -> None:
        self.document, self.linker, self.names = document, linker, names
        self.graph_iri = names.document(document.id).value
        self.words: set[tuple[str, str]] = set()
        self.triples: set[tuple[str, str, str]] = set()
        self.statements: list[tuple[str, str | None, str, Statement, str, Sentence]] = []
        self._graph = iri(self.graph_iri)
        self._ontology = names.ontology
        self._date = day(document.date) if document.date else None
        speaking = {speaker.name for speaker in document.speakers} | {
            block.speaker for block in document.blocks if block.speaker
        }
        self._persons = {iri_for("person", name, base=names.base): name for name in sorted(speaking)}  # IRI → plain name
        self._seen_statements: Counter[tuple[str, ...]] = Counter()
        self._seen_sentences: Counter[str] = Counter()
        self._seen_passages: set[tuple[int, int]] = set()
        self._nodes: dict[str, str] = {}  # IRI of an actor or concept → the node
        self._reasons: Counter[str] = Counter()
        self._quotes: dict[str, None] = {}  # in text order, each once
        self._sentences = self._statements = 0
        self._out: list[str] = []

    def lines(self, extracted: Iterable[Extracted], fingerprint: str) -> Iterator[str]:
        """See ``statement_quads``; each text holds whole lines."""
        self._write_document(fingerprint)
        for item in extracted:
            self._write_sentence(item)
            if len(self._out) > _AT_ONCE:
                yield self._written()
        self._write_ledger()
        yield self._written()

    def _written(self) -> str:
        text = "".join(self._out)
        self._out.clear()
        return text

    def _add(self, subject: str, predicate: str, value: str) -> None:
        self._out.append(f"{subject} {predicate} {value} {self._graph} .\n")

    def _own(self, subject: str, name: str, value: str) -> None:
        """A quad whose predicate is the ontology's ``name``."""
        self._out.append(f"{subject} <{self._ontology}{name}> {value} {self._graph} .\n")

    def _kg(self, name: str) -> str:
        return f"<{self._ontology}{name}>"

    # The document

    def _write_document(self, fingerprint: str) -> None:
        document, node = self.document, self._graph
        self._add(node, _TYPE, self._kg("Document"))
        if self._date:
            self._add(node, _DATE, self._date)
        for name, value in (("title", document.title), ("language", document.language), ("identifier", document.id)):
            if value:
                self._add(node, iri(DCTERMS + name), literal(value))
        for citation in dict.fromkeys(document.citations):
            self._add(node, iri(DCTERMS + "bibliographicCitation"), literal(citation))
        self._own(node, "digest", literal(document.digest))
        self._own(node, "characters", number(len(document.text)))
        if document.publisher:
            publisher = iri(iri_for("publisher", document.publisher, base=self.names.base))
            self._add(node, iri(DCTERMS + "publisher"), publisher)
            self._add(publisher, _LABEL, literal(document.publisher))
        if document.speaks_for:
            self._own(node, "speaksFor", self._actor(document.speaks_for))
        self._write_speakers()
        self._write_activity(fingerprint)

    def _write_speakers(self) -> None:
        """Who speaks here in which post for whom: posts change, so a membership belongs to its document."""
        for speaker in self.document.speakers:
            role = iri(f"{self.graph_iri}#speaker={_fragment(speaker.name)}")
            self._add(role, _TYPE, iri(ORG + "Membership"))
            self._add(role, iri(ORG + "member"), self._actor(speaker.name))
            self._own(self._graph, "hasSpeaker", role)
            if speaker.post:
                self._own(role, "post", literal(speaker.post))
            if speaker.organization:
                self._add(role, iri(ORG + "organization"), self._actor(speaker.organization))

    def _write_activity(self, fingerprint: str) -> None:
        """The run that made this graph."""
        run = iri(f"{self.names.base}activity/{digest(self.document.id, self.document.digest, fingerprint)}")
        agent = iri(f"{self.names.base}software/policy-kg-{__version__}")
        self._add(run, _TYPE, iri(PROV + "Activity"))
        self._add(run, iri(PROV + "used"), self._graph)
        self._add(run, iri(PROV + "wasAssociatedWith"), agent)
        self._own(run, "fingerprint", literal(fingerprint))
        self._add(self._graph, iri(PROV + "wasInfluencedBy"), run)

    def _write_ledger(self) -> None:
        """How many sentences there are and why some gave no statement; all quotes, for a search to read first."""
        quotes = list(self._quotes)
        for start in range(0, len(quotes), _SEARCHED):
            self._own(self._graph, "searchText", literal("\n".join(quotes[start : start + _SEARCHED])))
        self._own(self._graph, "sentenceCount", number(self._sentences))
        self._own(self._graph, "statementCount", number(self._statements))
        for reason, count in sorted(self._reasons.items()):
            entry = iri(f"{self.graph_iri}#without-statement={reason}")
            self._add(entry, _TYPE, self._kg("Omission"))
            self._own(entry, "reason", literal(reason))
            self._own(entry, "count", number(count))
            self._own(self._graph, "omission", entry)

    # Sentences and statements

    def _write_sentence(self, item: Extracted) -> None:
        self._sentences += 1
        if item.reason is not None:
            self._reasons[str(item.reason)] += 1
            return
        sentence = item.sentence
        occurrence = self._seen_sentences[sentence.text]
        self._seen_sentences[sentence.text] += 1
        whole = self._passage(sentence.start, sentence.end, sentence.text, self._graph)
        for statement in item.statements:
            self._statements += 1
            node_iri = self._statement_iri(statement, sentence, occurrence)
            node = iri(node_iri)
            actor, concept = self._write_core(node, statement)
            self.statements.append((node_iri, actor, concept, statement, whole[1:-1], sentence))
            self._write_evidence(node, statement, whole)
            self._write_details(node, statement)

    def _statement_iri(self, statement: Statement, sentence: Sentence, occurrence: int) -> str:
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
        return f"{self.names.base}statement/{digest('statement', *parts, str(again))}"

    def _write_core(self, node: str, statement: Statement) -> tuple[str | None, str]:
        """Who does what how firmly; the IRIs of actor and concept."""
        relation = str(self.names.kg(statement.relation))  # a plug-in may have named it
        concept = self._mention("concept", statement.object, statement.surface.object, node)
        self._add(node, _TYPE, self._kg("Statement"))
        self._add(node, _PREDICATE, relation)
        self._add(node, _OBJECT, concept)
        self._own(node, "verb", literal(statement.verb))
        self._own(node, "status", self._kg(statement.status))
        self._own(node, "polarity", self._kg(statement.polarity))
        self._own(node, "actorBasis", literal(statement.actor_basis))
        self._own(node, "rule", literal(statement.rule))
        self._own(node, "support", decimal(statement.support))
        if statement.actor is None:
            return None, concept[1:-1]
        actor = self._mention("actor", statement.actor, statement.surface.actor or statement.actor, node)
        self._add(node, _SUBJECT, actor)
        key = (actor[1:-1], relation[1:-1], concept[1:-1])
        if statement.polarity is Polarity.AFFIRMED and key not in self.triples:
            self.triples.add(key)
            self._add(actor, relation, concept)
        return key[0], key[2]

    def _write_evidence(self, node: str, statement: Statement, sentence: str) -> None:
        evidence = statement.evidence
        self._quotes[evidence.text] = None
        self._own(node, "quote", literal(evidence.text))
        self._own(node, "objectPhrase", literal(statement.object_long))
        self._add(node, _SOURCE, self._graph)
        if self._date:
            self._add(node, _DATE, self._date)
        if statement.speaker:
            self._own(node, "speaker", self._actor(statement.speaker))
        self._add(node, _DERIVED, self._passage(evidence.start, evidence.end, evidence.text, sentence))

    def _passage(self, start: int, end: int, text: str, part_of: str) -> str:
        """The node of those characters of the document, its IRI by RFC 5147."""
        node = iri(f"{self.graph_iri}#char={start},{end}")
        if (start, end) not in self._seen_passages:
            self._seen_passages.add((start, end))
            self._add(node, _TYPE, self._kg("Passage"))
            self._add(node, _START, number(start))
            self._add(node, _END, number(end))
            self._add(node, _EXACT, literal(text))
            self._add(node, _PART, part_of)
        return node

    def _write_details(self, node: str, statement: Statement) -> None:
        for name in ("means", "purpose"):
            for text in dict.fromkeys(getattr(statement, name)):
                self._own(node, name, literal(text))
        for name in ("condition", "beneficiary", "quantity", "time"):
            value = getattr(statement, name)
            if value:
                self._own(node, name, literal(value))
        if statement.quantities:
            self._write_quantities(node, statement)
        if statement.times:
            self._write_times(node, statement)
        for place, qualifier in enumerate(statement.qualifiers, start=1):
            part = iri(f"{node[1:-1]}#qualifier={place}")
            self._own(node, "qualifier", part)
            self._add(part, _TYPE, self._kg("Qualifier"))
            self._own(part, "preposition", literal(qualifier.preposition))
            self._add(part, _EXACT, literal(qualifier.text))
            self._add(part, _START, number(qualifier.start))
            self._add(part, _END, number(qualifier.end))

    def _write_quantities(self, node: str, statement: Statement) -> None:
        for place, quantity in enumerate(statement.quantities, start=1):
            part = iri(f"{node[1:-1]}#quantity={place}")
            self._own(node, "hasQuantity", part)
            self._add(part, _TYPE, self._kg("Quantity"))
            self._add(part, _EXACT, literal(quantity.text))
            if quantity.value is not None:
                self._own(part, "value", decimal(quantity.value))
            for name in ("unit", "bound", "change"):
                value = getattr(quantity, name)
                if value:
                    self._own(part, name, literal(value))

    def _write_times(self, node: str, statement: Statement) -> None:
        for place, time in enumerate(statement.times, start=1):
            part = iri(f"{node[1:-1]}#time={place}")
            self._own(node, "hasTime", part)
            self._add(part, _TYPE, iri(TIME + "ProperInterval"))
            self._add(part, _EXACT, literal(time.text))
            if time.start:
                self._own(part, "firstDay", day(time.start))
            if time.end:
                self._own(part, "lastDay", day(time.end))
            if time.deadline and time.end:
                self._own(node, "deadline", day(time.end))

    # Names

    def _mention(self, kind: str, label: str, surface: str, statement: str) -> str:
        """The node that a statement's actor or object names; the statement keeps the words and why they mean that node."""
        mention = self.linker.link(kind, label, surface)
        role = "actor" if kind == "actor" else "object"
        self._own(statement, f"{role}Label", literal(label))
        self._own(statement, f"{role}Link", literal(mention.link))
        return self._named(mention)

    def _actor(self, name: str) -> str:
        """The actor or person that the document's metadata or an attribution names."""
        return self._named(self.linker.link("actor", name, name))

    def _named(self, mention: Mention) -> str:
        """The node of a mention; what this text calls it is noted, and its preferred label settled over all documents."""
        node = self._nodes.get(mention.iri)
        if node is None:
            node = self._nodes[mention.iri] = str(NamedNode(mention.iri))
        if mention.link in _OWN_LABEL_LINKS:
            label = whole_text(self._persons.get(mention.iri, mention.label))
            if (mention.iri, label) not in self.words:
                self.words.add((mention.iri, label))
                self._own(node, "wording", literal(label, LANGUAGE))
        return node


def _fragment(name: str) -> str:
    return iri_for("", name, base="").lstrip("/")
