"""Synthetic graphs of the project's RDF shape, of any size, the same each time: scale-free, three statements a node."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import pyoxigraph as ox

from kg.ids import BASE, digest, iri_for
from kg.stores.embedded import OxigraphStore

__all__ = ["GraphStore", "shared_store", "synthetic_store"]

KG = BASE + "ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

RELATIONS = {
    "promotes": ["promote", "foster"],
    "establishes": ["establish"],
    "develops": ["develop", "build"],
    "strengthens": ["strengthen"],
    "funds": ["fund", "invest in"],
    "restricts": ["restrict", "curb"],
    "regulates": ["regulate"],
    "requires": ["require"],
    "reforms": ["reform"],
    "actsOn": ["watch"],
}
STATUSES = ["achieved", "ongoing", "planned", "obliged", "possible", "requested"]
BASES = ["explicit", "we", "pronoun", "control", "passive"]
FIRST = ["green", "digital", "rural", "marine", "public", "regional", "industrial", "medical", "urban", "basic", "joint"]
SECOND = ["research", "energy", "transport", "education", "finance", "data", "housing", "water", "trade", "health", "labour"]
THIRD = ["fund", "programme", "standards", "platforms", "networks", "reform", "services", "clusters", "zones", "security"]
BODIES = ["Ministry of", "Agency for", "Commission on", "Council for", "Office of"]
FILLER = "in every province with the partners of the plan and under the rules that the assembly adopted last spring"


class GraphStore(OxigraphStore):
    """An empty store in memory; ``store`` is the Oxigraph store below."""

    def __init__(self) -> None:
        super().__init__(ox.Store(), spec=":memory:", base=BASE)

    @property
    def store(self) -> ox.Store:
        """For tests that put quads in as they are."""
        return self.oxigraph


@dataclass
class Builder:
    """Collects quads; ``graph`` is the one that is being written."""

    quads: list[ox.Quad] = field(default_factory=list)
    graph: str = BASE + "graph/vocabulary"

    def add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        self.quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value, ox.NamedNode(self.graph)))

    def link(self, subject: str, predicate: str, target: str) -> None:
        self.add(subject, predicate, ox.NamedNode(target))

    def text(self, subject: str, predicate: str, value: str, language: str | None = None) -> None:
        self.add(subject, predicate, ox.Literal(value, language=language))

    def typed(self, subject: str, predicate: str, value: object, datatype: str) -> None:
        self.add(subject, predicate, ox.Literal(str(value), datatype=ox.NamedNode(XSD + datatype)))

    def named(self, kind: str, label: str, *aliases: str) -> str:
        iri = iri_for(kind, label)
        self.link(iri, RDF + "type", KG + {"actor": "Organization", "concept": "Concept", "person": "Person"}[kind])
        self.text(iri, SKOS + "prefLabel", label, "en")
        for alias in aliases:
            self.text(iri, SKOS + "altLabel", alias, "en")
        return iri


def _names(rng: random.Random, count: int) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < count:
        name = " ".join((rng.choice(FIRST), rng.choice(SECOND), rng.choice(THIRD)))
        name = name if name not in seen else f"{name} {len(seen)}"
        seen.add(name)
        yield name


def add_document(out: Builder, number: int, day: str, title: str | None = None) -> str:
    """Write one document's description; its graph becomes the current one."""
    document = f"{BASE}document/text-{number:04d}"
    out.graph = document
    out.link(document, RDF + "type", KG + "Document")
    out.text(document, DCT + "title", title or f"Briefing number {number} on the work of the year")
    out.typed(document, DCT + "date", day, "date")
    return document


def add_passage(out: Builder, document: str, start: int, text: str) -> str:
    """Write one passage of ``document`` and return its IRI."""
    passage = f"{document}#char={start},{start + len(text)}"
    out.link(passage, RDF + "type", KG + "Passage")
    out.typed(passage, OA + "start", start, "integer")
    out.typed(passage, OA + "end", start + len(text), "integer")
    out.text(passage, OA + "exact", text)
    return passage


def add_statement(
    out: Builder, *, document: str, day: str, sentence: tuple[int, str], quote: str, actor: str | None, relation: str,
    concept: str, verb: str, status: str, negated: bool = False, speaker: str | None = None, basis: str = "explicit",
) -> str:  # fmt: skip
    """Write one statement with its passage and sentence, and return its IRI."""
    place, text = sentence
    within = add_passage(out, document, place, text)
    passage = add_passage(out, document, place + text.index(quote), quote)
    if passage != within:
        out.link(passage, DCT + "isPartOf", within)
    out.link(within, DCT + "isPartOf", document)
    iri = f"{BASE}statement/{digest(document, passage, str(actor), verb, concept, status)}"
    out.link(iri, RDF + "type", KG + "Statement")
    if actor:
        out.link(iri, RDF + "subject", actor)
    out.link(iri, RDF + "predicate", KG + relation)
    out.link(iri, RDF + "object", concept)
    out.text(iri, KG + "verb", verb)
    out.link(iri, KG + "status", KG + status)
    out.link(iri, KG + "polarity", KG + ("negated" if negated else "affirmed"))
    if speaker:
        out.link(iri, KG + "speaker", speaker)
    out.text(iri, KG + "actorBasis", basis)
    out.text(iri, KG + "rule", "finite-clause")
    out.typed(iri, KG + "support", 0.9, "decimal")
    out.text(iri, KG + "quote", quote)
    out.text(iri, KG + "objectPhrase", f"the {_label(concept)}")
    out.text(iri, KG + "objectLabel", _label(concept))
    out.text(iri, KG + "objectLink", "label")
    out.link(iri, KG + "qualifier", f"{iri}#qualifier=1")
    out.typed(iri, DCT + "date", day, "date")
    out.link(iri, DCT + "source", document)
    out.link(iri, PROV + "wasDerivedFrom", passage)
    if actor and not negated:
        out.link(actor, KG + relation, concept)
    return iri


def _label(node: str) -> str:
    return node.rsplit("/", 1)[1].replace("_", " ")


def _write_statements(out: Builder, rng: random.Random, actors: list[str], concepts: list[str], people: list[str]) -> None:
    total = 3 * (len(actors) + len(concepts))
    documents = max(4, total // 60)
    popular, busy, place, number = list(concepts), list(actors), 0, -1
    document = day = ""
    counts: Counter[str] = Counter()
    for index in range(total):
        if index * documents // total != number:
            number = index * documents // total
            day, place = f"{2021 + number * 5 // documents}-{1 + number % 12:02d}-15", 0
            document = add_document(out, number, day)
        actor, concept = rng.choice(busy), concepts[index] if index < len(concepts) else rng.choice(popular)
        popular.append(concept)
        busy.append(actor)
        relation = rng.choice(list(RELATIONS))
        verb, status = rng.choice(RELATIONS[relation]), rng.choice(STATUSES)
        negated = rng.random() < 0.06
        quote = f"will {'not ' if negated else ''}{verb} the {_label(concept)}"
        text = f"{_label(actor)} {quote} {FILLER}."
        add_statement(out, document=document, day=day, sentence=(place, text), quote=quote, relation=relation,
                      actor=None if rng.random() < 0.04 else actor, concept=concept, verb=verb, status=status,
                      negated=negated, speaker=rng.choice(people), basis=rng.choice(BASES))  # fmt: skip
        place += len(text) + 1
        counts[document] += 1
    for document, count in sorted(counts.items()):
        out.graph = document
        out.typed(document, KG + "statementCount", count, "integer")


@lru_cache(maxsize=4)
def shared_store(nodes: int) -> GraphStore:
    """``synthetic_store(nodes)``, made once for tests that only read it."""
    return synthetic_store(nodes)


def synthetic_store(nodes: int, *, seed: int = 7) -> GraphStore:
    """A store of about ``nodes`` actors and concepts, three statements a node, about 230 characters of evidence each."""
    rng, out = random.Random(seed), Builder()  # noqa: S311
    count = max(4, nodes * 15 // 100)
    labels = list(_names(rng, nodes))
    actors = [out.named("actor", f"{BODIES[i % len(BODIES)]} {labels[i]}", f"A{i}") for i in range(count)]
    concepts = [out.named("concept", label) for label in labels[count:]]
    for narrow, broad in zip(concepts[1::9], concepts[::9], strict=False):
        out.link(narrow, SKOS + "broader", broad)
    people = [out.named("person", f"Speaker {i}") for i in range(12)]
    for relation in RELATIONS:
        out.text(KG + relation, RDFS + "label", relation, "en")
    _write_statements(out, rng, actors, concepts, people)
    store = GraphStore()
    store.store.bulk_extend(out.quads)
    return store
