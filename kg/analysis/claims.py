"""Statements of a store as plain records, and what the vocabulary says of their relations and concepts.

Everything is read by SPARQL from the store itself, so it works the same on any endpoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import QueryError
from kg.graph import terms
from kg.names import name_key
from kg.queries.names import resolve
from kg.stores import Store, Term

__all__ = ["DONE", "PROMISED", "Claim", "Graph", "any_iri", "node_iri", "read_graph"]

Day: TypeAlias = date  # the name of a field hides that of its type

PROMISED = frozenset({"planned", "obliged", "requested"})
DONE = frozenset({"achieved", "ongoing"})

_CORE = """
SELECT ?s ?actor ?relation ?concept ?verb ?status ?polarity ?date ?document ?quote ?phrase ?words ?passage WHERE {
  #bind
  ?s rdf:object ?concept ; rdf:predicate ?relation ; kg:verb ?verb ; kg:status ?status ; kg:polarity ?polarity ;
     dcterms:source ?document ; kg:quote ?quote ; prov:wasDerivedFrom ?passage .
  OPTIONAL { ?s rdf:subject ?actor }
  OPTIONAL { ?s dcterms:date ?date }
  OPTIONAL { ?s kg:objectPhrase ?phrase }
  OPTIONAL { ?s kg:objectLabel ?words }
}"""
_EXTRAS = {  # field of a claim -> query for what few statements have
    "speaker": "SELECT ?s ?value { ?s kg:speaker ?value }",
    "quantity": "SELECT ?s ?value { ?s kg:quantity ?value }",
    "time": "SELECT ?s ?value { ?s kg:time ?value }",
    "deadline": "SELECT ?s ?value { ?s kg:deadline ?value }",
    "support": "SELECT ?s ?value { ?s kg:support ?value }",
    "sentence": "SELECT ?s ?value { ?s prov:wasDerivedFrom/dcterms:isPartOf/oa:exact ?value }",
}
_LABELS = "SELECT ?node ?label { ?node skos:prefLabel ?label }"
_ALIASES = "SELECT ?one ?other { ?one skos:altLabel ?other }"
_WITHIN = "SELECT ?one ?other { ?one kg:within ?other }"
_KEPT = "SELECT ?one ?other { ?one kg:keptBy ?other }"
_STRENGTH = "SELECT ?one ?other { ?other kg:strengthVerb ?one }"
_OPPOSED = "SELECT ?one ?other { ?one kg:opposedTo ?other }"
_UNDER = "SELECT ?one ?other { ?one kg:under ?other . FILTER(?one != ?other) }"
_LISTED = "SELECT ?one ?other { GRAPH graph:vocabulary { ?one skos:broader ?other } }"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the graph. Nodes are IRIs; ``Graph.label`` names them."""

    iri: str
    actor: str | None
    relation: str  # local name
    concept: str
    verb: str
    status: str
    polarity: str
    document: str  # IRI
    date: Day | None  # when it was said
    quote: str
    start: int  # offset of the quote in its document
    phrase: str = ""  # the object's whole noun phrase
    words: str = ""  # the object as the statement has it
    speaker: str | None = None
    quantity: str | None = None
    time: str | None = None
    deadline: Day | None = None  # the last day by which it is to be done
    support: float | None = None
    sentence: str = ""  # the whole sentence around the quote

    @property
    def order(self) -> tuple[Day, str, int, str]:
        """Claims in the order in which they were said; those without a date come first."""
        return (self.date or Day.min, self.document, self.start, self.iri)


@dataclass(frozen=True)
class Graph:
    """Claims in the order in which they were said, with the names and hierarchies of what they are about."""

    claims: tuple[Claim, ...]
    labels: Mapping[str, str]  # IRI -> preferred label
    aliases: Mapping[str, frozenset[str]]  # IRI -> its other labels
    within: Mapping[str, frozenset[str]]  # relation -> it and those above it
    opposed: frozenset[tuple[str, str]]  # pairs of relations that work against each other, as stated
    kept: frozenset[tuple[str, str]]  # (relation of a promise, relation that keeps it), as stated
    strengths: Mapping[str, int]  # verb -> -1 tentative, 1 emphatic
    under: Mapping[str, frozenset[str]]  # concept -> those broader, at any depth
    actors_above: Mapping[str, frozenset[str]]  # actor -> the wider groups and bodies that it belongs to
    base: str = ""

    def label(self, iri: str | None) -> str:
        """The preferred label of a node; its local name where it has none; "somebody" for no actor."""
        if iri is None:
            return "somebody"
        return self.labels.get(iri) or iri.rsplit("/", 1)[-1].replace("_", " ")

    def document(self, claim: Claim) -> str:
        """The document's id."""
        return claim.document.rsplit("/", 1)[-1]

    def oppose(self, one: str, other: str) -> bool:
        """Whether two relations, or what they lie under, work against each other."""
        return any((a, b) in self.opposed for a in self.within.get(one, {one}) for b in self.within.get(other, {other}))

    def keeps(self, promise: str, later: str) -> bool:
        """Whether a statement of the relation ``later`` can keep a promise of the relation ``promise``."""
        return any((a, b) in self.kept for a in self.within.get(promise, {promise}) for b in self.within.get(later, {later}))

    def family(self, relation: str) -> str:
        """The relation at the head of its branch: of establishes, promotes."""
        above = self.within.get(relation, frozenset({relation})) - {"actsOn"}
        return min(above, key=lambda name: (len(self.within.get(name, ())), name), default=relation)

    def restricts(self, relation: str) -> bool:
        """Whether the relation holds its concept back."""
        return "restricts" in self.within.get(relation, ())

    @cached_property
    def named(self) -> dict[str, str]:
        """Key of a concept's name (``kg.names.name_key``) -> its IRI; a name of two concepts is left out."""
        found: dict[str, str | None] = {}
        for iri in sorted(self.labels):
            if iri.startswith(f"{self.base}concept/"):
                for label in (self.labels[iri], *sorted(self.aliases.get(iri, ()))):
                    key = name_key(label)
                    found[key] = iri if found.get(key, iri) == iri else None
        return {key: iri for key, iri in found.items() if iri}

    @cached_property
    def by_iri(self) -> dict[str, Claim]:
        """Statement IRI -> claim."""
        return {claim.iri: claim for claim in self.claims}


def read_graph(store: Store, *, actor: str | None = None, concept: str | None = None, narrower: bool = False) -> Graph:
    """The claims of ``store``, or those of one actor and on one concept (names, aliases or IRIs).

    With ``narrower``, claims on everything under the concept count too.

    Raises:
        QueryError: a name names nothing, or several things.
    """
    bindings: dict[str, Term | Iterable[Term]] = {}
    if actor is not None:
        bindings["actor"] = resolve(store, "actor", actor)
    if concept is not None:
        bindings["concept"] = _scope(store, resolve(store, "concept", concept), narrower=narrower)
    claims = tuple(sorted(_claims(store, bindings), key=lambda claim: claim.order))
    ontology = terms(store.base).ontology
    within = _pairs(store, _WITHIN)
    return Graph(
        claims=claims,
        labels=dict(sorted((_text(node), _text(label)) for node, label in _rows(store, _LABELS, "node", "label"))),
        aliases={one: frozenset(others) for one, others in _pairs(store, _ALIASES).items()},
        within={_local(one, ontology): frozenset(_local(up, ontology) for up in ups) for one, ups in within.items()},
        opposed=_relation_pairs(store, _OPPOSED, ontology),
        kept=_relation_pairs(store, _KEPT, ontology),
        strengths=_strengths(store, ontology),
        under={one: frozenset(ups) for one, ups in _pairs(store, _UNDER).items()},
        actors_above=_closure({one: ups for one, ups in _pairs(store, _LISTED).items() if "/concept/" not in one}),
        base=store.base,
    )


def node_iri(store: Store, kind: str, name: str) -> str:
    """The IRI of the ``kind`` ("actor", "concept", "document") that ``name`` names.

    Raises:
        QueryError: it names nothing, or several things.
    """
    return _text(resolve(store, kind, name))


def any_iri(store: Store, name: str) -> str:
    """The IRI of the actor of that name, else of the concept.

    Raises:
        QueryError: it names neither, or several things.
    """
    try:
        return node_iri(store, "actor", name)
    except QueryError:
        return node_iri(store, "concept", name)


def _scope(store: Store, node: Term, *, narrower: bool) -> Term | list[Term]:
    if not narrower:
        return node
    rows = store.query("SELECT DISTINCT ?below { #bind\n ?below kg:under ?top }", bindings={"top": node})
    below = [row["below"] for row in rows] if isinstance(rows, QuerySolutions) else []
    return sorted({node, *below}, key=str)


def _claims(store: Store, bindings: Mapping[str, Term | Iterable[Term]]) -> Iterator[Claim]:
    extras = {name: {_text(s): _text(v) for s, v in _rows(store, text, "s", "value")} for name, text in _EXTRAS.items()}
    ontology = terms(store.base).ontology
    text = _CORE if "actor" not in bindings else _CORE.replace("OPTIONAL { ?s rdf:subject ?actor }", "?s rdf:subject ?actor .")
    seen = set()
    solutions = store.query(text, bindings=bindings)
    for row in solutions if isinstance(solutions, QuerySolutions) else ():
        iri = _text(row["s"])
        if iri in seen:
            continue
        seen.add(iri)
        deadline, support = extras["deadline"].get(iri), extras["support"].get(iri)
        yield Claim(
            iri=iri,
            actor=_text(row["actor"]) or None,
            relation=_local(_text(row["relation"]), ontology),
            concept=_text(row["concept"]),
            verb=_text(row["verb"]),
            status=_local(_text(row["status"]), ontology),
            polarity=_local(_text(row["polarity"]), ontology),
            document=_text(row["document"]),
            date=_day(_text(row["date"])),
            quote=_text(row["quote"]),
            start=_offset(_text(row["passage"])),
            phrase=_text(row["phrase"]),
            words=_text(row["words"]),
            speaker=extras["speaker"].get(iri),
            quantity=extras["quantity"].get(iri),
            time=extras["time"].get(iri),
            deadline=_day(deadline or ""),
            support=float(support) if support else None,
            sentence=extras["sentence"].get(iri) or _text(row["quote"]),
        )


def _rows(store: Store, text: str, one: str, other: str) -> Iterator[tuple[Any, Any]]:
    solutions = store.query(text)
    for row in solutions if isinstance(solutions, QuerySolutions) else ():
        yield row[one], row[other]


def _pairs(store: Store, text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in _rows(store, text, "one", "other"):
        found.setdefault(_text(one), set()).add(_text(other))
    return found


def _relation_pairs(store: Store, text: str, ontology: str) -> frozenset[tuple[str, str]]:
    pairs = ((one, other) for one, others in _pairs(store, text).items() for other in others)
    return frozenset((_local(one, ontology), _local(other, ontology)) for one, other in pairs)


def _strengths(store: Store, ontology: str) -> dict[str, int]:
    degrees = {f"{ontology}tentative": -1, f"{ontology}emphatic": 1}
    return {_text(verb): degrees.get(_text(degree), 0) for verb, degree in _rows(store, _STRENGTH, "one", "other")}


def _closure(direct: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    closed = {}
    for one in direct:
        found: set[str] = set()
        layer = set(direct[one])
        while layer:
            found |= layer
            layer = {up for at in layer for up in direct.get(at, ())} - found
        closed[one] = frozenset(found)
    return closed


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else ""


def _local(iri: str, ontology: str) -> str:
    return iri.removeprefix(ontology)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _offset(passage: str) -> int:
    """The start that the IRI of a passage gives (RFC 5147)."""
    start = passage.partition("#char=")[2].partition(",")[0]
    return int(start) if start.isdigit() else 0
