"""Statements of a store as plain records, and what the vocabulary says of their relations and concepts.

Everything is read by SPARQL from the store itself, so it works the same on any endpoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.chains import DONE, PROMISED, Keeping
from kg.errors import AmbiguousNameError, QueryError
from kg.graph import terms
from kg.queries.names import resolve
from kg.stores import Store, Term
from kg.told import day_of, start_of

__all__ = ["DONE", "PROMISED", "Claim", "Graph", "any_iri", "node_iri", "read_graph"]

Day: TypeAlias = date  # the name of a field hides that of its type

_COLUMNS = {  # field of a claim -> predicate; each is read by itself, a scan where nothing is bound
    "concept": "rdf:object",
    "relation": "rdf:predicate",
    "actor": "rdf:subject",
    "verb": "kg:verb",
    "status": "kg:status",
    "polarity": "kg:polarity",
    "document": "dcterms:source",
    "date": "dcterms:date",
    "quote": "kg:quote",
    "phrase": "kg:objectPhrase",
    "words": "kg:objectLabel",
    "passage": "prov:wasDerivedFrom",
    "speaker": "kg:speaker",
    "quantity": "kg:quantity",
    "time": "kg:time",
    "deadline": "kg:deadline",
    "support": "kg:support",
}
_WHOLE = "SELECT ?s ?value { ?s kg:status ?any ; prov:wasDerivedFrom/dcterms:isPartOf/oa:exact ?value }"
_PARTS = "SELECT ?s ?value { ?s dcterms:isPartOf ?value }"
_WORDS = "SELECT ?s ?value { ?s a kg:Passage ; oa:exact ?value }"
_DATES = "SELECT ?node ?date { ?node a kg:Document ; dcterms:date ?date }"
_LABELS = "SELECT ?node ?label { ?node skos:prefLabel ?label }"
_ALIASES = "SELECT ?one ?other { ?one skos:altLabel ?other }"
_WITHIN = "SELECT ?one ?other { ?one kg:within ?other }"
_KEPT = "SELECT ?one ?other { ?one kg:keptBy ?other }"
_KEPT_BY_VERB = "SELECT ?one ?other { ?one kg:keptByVerb ?other }"
_KEEPS_ITSELF = "SELECT ?one ?other { ?one kg:keepsItselfVerb ?other }"
_STRENGTH = "SELECT ?one ?other { ?other kg:strengthVerb ?one }"
_UNDER = "SELECT ?one ?other { ?one kg:under ?other . FILTER(?one != ?other) }"
_ASPECTS = "SELECT ?one ?other { ?one kg:aspectOf ?other }"
_FOR = frozenset({"promotes", "implements", "prioritises"})  # relations; those under them too
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
    keeping: Keeping  # which statements keep which promises
    strengths: Mapping[str, int]  # verb -> -1 tentative, 1 emphatic
    under: Mapping[str, frozenset[str]]  # concept -> those broader, at any depth
    actors_above: Mapping[str, frozenset[str]]  # actor -> the wider groups and bodies that it belongs to
    aspects: Mapping[str, frozenset[str]] = field(default_factory=dict)  # concept -> what it is an aspect of
    base: str = ""
    last: Day | None = None  # the day of the latest document, claims of which may have been left out

    def label(self, iri: str | None) -> str:
        """The preferred label of a node; its local name where it has none; "somebody" for no actor."""
        if iri is None:
            return "somebody"
        return self.labels.get(iri) or iri.rsplit("/", 1)[-1].replace("_", " ")

    def document(self, claim: Claim) -> str:
        """The document's id."""
        return claim.document.rsplit("/", 1)[-1]

    def family(self, relation: str) -> str:
        """The relation at the head of its branch: of establishes, promotes."""
        above = self.within.get(relation, frozenset({relation})) - {"actsOn"}
        return min(above, key=lambda name: (len(self.within.get(name, ())), name), default=relation)

    def restricts(self, relation: str) -> bool:
        """Whether the relation holds its concept back."""
        return "restricts" in self.within.get(relation, ())

    @cached_property
    def sides(self) -> dict[str, int]:
        """Relation -> 1 where it is for its concept, -1 where it is against it, 0 where it takes no side."""
        return {name: -1 if "restricts" in above else 1 if above & _FOR else 0 for name, above in self.within.items()}

    @cached_property
    def by_iri(self) -> dict[str, Claim]:
        """Statement IRI -> claim."""
        return {claim.iri: claim for claim in self.claims}


def read_graph(
    store: Store, *, actor: str | None = None, concept: str | None = None, narrower: bool = False, members: bool = False
) -> Graph:
    """The claims of ``store``, or those of one actor and on one concept (names, aliases or IRIs).

    With ``narrower``, claims on everything under the concept count too; with ``members``, those of all that belong to the
    actor.

    Raises:
        QueryError: a name names nothing, or several things.
    """
    bindings: dict[str, Term | Iterable[Term]] = {}
    above = _closure({one: ups for one, ups in _pairs(store, _LISTED).items() if "/concept/" not in one})
    if actor is not None:
        node = resolve(store, "actor", actor)
        below = [NamedNode(one) for one, ups in sorted(above.items()) if members and _text(node) in ups]
        bindings["actor"] = [node, *below]
    if concept is not None:
        bindings["concept"] = _scope(store, resolve(store, "concept", concept), narrower=narrower)
    claims = tuple(_claims(store, bindings))
    ontology = terms(store.base).ontology
    within = {
        _local(one, ontology): frozenset(_local(up, ontology) for up in ups) for one, ups in _pairs(store, _WITHIN).items()
    }
    kept, by_verb, itself = (_relation_pairs(store, text, ontology) for text in (_KEPT, _KEPT_BY_VERB, _KEEPS_ITSELF))
    return Graph(
        claims=claims,
        labels=dict(sorted((_text(node), _text(label)) for node, label in _rows(store, _LABELS, "node", "label"))),
        aliases={one: frozenset(others) for one, others in _pairs(store, _ALIASES).items()},
        within=within,
        keeping=Keeping(kept, by_verb, itself, within),
        strengths=_strengths(store, ontology),
        under={one: frozenset(ups) for one, ups in _pairs(store, _UNDER).items()},
        actors_above=above,
        aspects={one: frozenset(wholes) for one, wholes in _pairs(store, _ASPECTS).items()},
        base=store.base,
        last=max(filter(None, (day_of(_text(value)) for _, value in _rows(store, _DATES, "node", "date"))), default=None),
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
    hints = []
    for kind in ("actor", "concept"):
        try:
            return node_iri(store, kind, name)
        except AmbiguousNameError:
            raise
        except QueryError as error:
            hints.append(error.hint or "")
    close = [hint.removeprefix("close: ") for hint in hints if hint.startswith("close: ")]
    hint = f"close: {', '.join(close)}" if close else "kg query actors and kg query concepts list what there is"
    raise QueryError("query", f"no actor or concept is called {name!r}", hint=hint)


def _scope(store: Store, node: Term, *, narrower: bool) -> Term | list[Term]:
    if not narrower:
        return node
    rows = store.query("SELECT DISTINCT ?below { #bind\n ?below kg:under ?top }", bindings={"top": node})
    below = [row["below"] for row in rows] if isinstance(rows, QuerySolutions) else []
    return sorted({node, *below}, key=str)


def _claims(store: Store, bindings: Mapping[str, Term | Iterable[Term]]) -> Iterator[Claim]:
    """In ``Claim.order``, and made in it: what is read one after the other then lies side by side in memory."""
    columns = {name: _column(store, predicate, bindings) for name, predicate in _COLUMNS.items()}
    sentences = _sentences(store, columns["passage"], bindings)
    ontology = terms(store.base).ontology
    said, document, passage = (columns[name] for name in ("date", "document", "passage"))
    ordered = sorted(
        (day_of(said.get(iri, "")) or Day.min, document.get(iri, ""), start_of(passage.get(iri, "")), iri)
        for iri in columns["concept"]
    )
    for *_, iri in ordered:
        row = {name: column.get(iri, "") for name, column in columns.items()}
        if not (row["status"] and row["document"]):
            continue  # another reified triple, not ours
        yield Claim(
            iri=iri,
            actor=row["actor"] or None,
            relation=_local(row["relation"], ontology),
            concept=row["concept"],
            verb=row["verb"],
            status=_local(row["status"], ontology),
            polarity=_local(row["polarity"], ontology),
            document=row["document"],
            date=day_of(row["date"]),
            quote=row["quote"],
            start=start_of(row["passage"]),
            phrase=row["phrase"],
            words=row["words"],
            speaker=row["speaker"] or None,
            quantity=row["quantity"] or None,
            time=row["time"] or None,
            deadline=day_of(row["deadline"]),
            support=float(row["support"]) if row["support"] else None,
            sentence=sentences.get(iri) or row["quote"],
        )


def _column(store: Store, predicate: str, bindings: Mapping[str, Term | Iterable[Term]]) -> dict[str, str]:
    """Statement -> value of ``predicate``; of several values the first in order, so that every store gives the same."""
    scope = "".join(f" ?s {_COLUMNS[name]} ?{name} ." for name in sorted(bindings))
    mark = "#bind\n" if bindings else ""
    found: dict[str, str] = {}
    once: dict[str, str] = {}  # one string for each value, however many statements have it
    for subject, term in _rows(store, f"SELECT ?s ?value {{ {mark}{scope} ?s {predicate} ?value }}", "s", "value", bindings):
        iri, value = _text(subject), _text(term)
        if iri not in found or value < found[iri]:
            found[iri] = once.setdefault(value, value)
    return found


def _sentences(store: Store, passages: Mapping[str, str], bindings: Mapping[str, Term | Iterable[Term]]) -> dict[str, str]:
    """Statement -> the whole sentence around it."""
    if bindings:
        scope = " ".join(f"?s {_COLUMNS[name]} ?{name} ." for name in sorted(bindings))
        text = _WHOLE.replace("{ ", f"{{ #bind\n {scope} ", 1)
        return {_text(s): _text(value) for s, value in _rows(store, text, "s", "value", bindings)}
    wholes = {_text(part): _text(whole) for part, whole in _rows(store, _PARTS, "s", "value")}
    exact = {_text(passage): _text(words) for passage, words in _rows(store, _WORDS, "s", "value")}
    return {iri: exact.get(wholes.get(passage, ""), "") for iri, passage in passages.items()}


def _rows(
    store: Store, text: str, one: str, other: str, bindings: Mapping[str, Term | Iterable[Term]] | None = None
) -> Iterator[tuple[Any, Any]]:
    solutions = store.query(text, bindings=bindings)
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
