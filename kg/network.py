"""Networks of actors and concepts, as NetworkX graphs. Pure: a graph in, a network out; ``kg.measures`` has measures on them.

Four networks, as discourse-network research has them:

- ``actor_concept``: two-mode; an edge for each actor and concept, with its statements.
- ``congruence``: actors that share concepts on the same side (both for, or both against).
- ``conflict``: actors on opposite sides of a concept. Both are held to the strongest bonds, see ``kg.bonds``.
- ``concepts``: concepts that sentences name together; one with more than ``kg.cooccurrence.LARGEST`` is a list and joins none.

What a bound leaves out is said in ``network.graph["left_out"]``, which is "" where nothing is.

Weights count distinct pairs of document and speaker, and the same sentence in several documents only once, so that repeating a
boilerplate makes nobody more central. Nodes and edges are added in sorted order, so every measure gives the same each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby, pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analysis.claims import Claim, Graph
from kg.analysis.tensions import stance
from kg.bonds import STRONGEST, across_sides, add_node, joined, on_one_side
from kg.cooccurrence import LARGEST
from kg.errors import UnknownNameError
from kg.measures import betweenness, closeness, communities, degree, measures

if TYPE_CHECKING:
    Network = nx.Graph[str]

__all__ = [
    "KINDS",
    "Filter",
    "actor_concept",
    "betweenness",
    "closeness",
    "communities",
    "concepts",
    "conflict",
    "congruence",
    "degree",
    "measures",
    "shortest_path",
    "to_network",
]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims count; an empty field lets all through."""

    statuses: frozenset[str] = frozenset()
    polarities: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()  # IRIs or labels
    since: date | None = None
    until: date | None = None  # inclusive

    def takes(self, graph: Graph, claim: Claim) -> bool:
        """Whether ``claim`` counts; one without a date is outside any period."""
        if self.statuses and claim.status not in self.statuses:
            return False
        if self.polarities and claim.polarity not in self.polarities:
            return False
        if self.speakers and self.speakers.isdisjoint((claim.speaker or "", graph.label(claim.speaker))):
            return False
        if self.since is None and self.until is None:
            return True
        return claim.date is not None and (self.since or date.min) <= claim.date <= (self.until or date.max)


def to_network(graph: Graph, kind: str = "actor-concept", *, only: Filter | None = None, strongest: int = STRONGEST) -> Network:
    """The network of that kind (see ``KINDS``) from the claims that ``only`` lets through.

    An actor of ``congruence`` and ``conflict`` keeps its ``strongest`` bonds; 0 keeps all.

    Raises:
        UnknownNameError: there is no such kind.
    """
    if kind not in KINDS:
        raise UnknownNameError("network", kind, KINDS)
    claims = [claim for claim in graph.claims if only is None or only.takes(graph, claim)]
    if kind in {"congruence", "conflict"}:
        return (congruence if kind == "congruence" else conflict)(graph, claims, strongest=strongest)
    return KINDS[kind](graph, claims)


def actor_concept(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Two-mode: an edge for each actor and concept. Its ``stance`` is for, against, mixed or neutral."""
    network: Network = nx.Graph(kind="actor-concept", left_out="")
    edges: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.actor and claim.actor != claim.concept:
            edges.setdefault((claim.actor, claim.concept), []).append(claim)
    for actor, concept in sorted(edges):
        add_node(network, graph, actor)
        add_node(network, graph, concept)
        group = edges[actor, concept]
        if network.has_edge(actor, concept):  # an actor that is acted on: two directions, one edge
            group = [*group, *edges.get((concept, actor), [])]
        network.add_edge(actor, concept, **_attributes(graph, group), stance=_side(graph, group))
    return network


def congruence(graph: Graph, claims: Iterable[Claim], *, strongest: int = STRONGEST) -> Network:
    """Actors joined by each concept that they stand on the same side of; the weight is the number of concepts."""
    return joined(graph, claims, "congruence", on_one_side, strongest=strongest)


def conflict(graph: Graph, claims: Iterable[Claim], *, strongest: int = STRONGEST) -> Network:
    """Actors joined by each concept that they stand on opposite sides of."""
    return joined(graph, claims, "conflict", across_sides, strongest=strongest)


def concepts(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Concepts joined where statements of one sentence are on both; the weight counts voices, not sentences.

    ``claims`` come in the order in which they were said, so that those of a sentence stand together.
    """
    pairs: dict[tuple[str, str], list[Claim]] = {}
    lists = 0
    for _, together in groupby(claims, key=lambda claim: (claim.document, claim.sentence)):
        said: dict[str, list[Claim]] = {}
        for claim in together:
            said.setdefault(claim.concept, []).append(claim)
        lists += len(said) > LARGEST
        for one, other in combinations(sorted(said), 2) if len(said) <= LARGEST else ():
            pairs.setdefault((one, other), []).extend([*said[one], *said[other]])
    left_out = f"{lists:,} sentences with statements on more than {LARGEST} concepts, lists that join none" if lists else ""
    network: Network = nx.Graph(kind="concepts", left_out=left_out)
    for one, other in sorted(pairs):
        add_node(network, graph, one)
        add_node(network, graph, other)
        network.add_edge(one, other, **_attributes(graph, pairs[one, other]))
    return network


def _attributes(graph: Graph, claims: list[Claim]) -> dict[str, Any]:
    """Of an edge. Plain values only, so that every format can hold them; dates in ISO form, lists joined by "; "."""
    dates = sorted(claim.date.isoformat() for claim in claims if claim.date)
    return {
        "weight": len(set(_voices(claims))),
        "statements": len(claims),
        "documents": len({claim.document for claim in claims}),
        "speakers": len({claim.speaker for claim in claims if claim.speaker}),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "relations": _listed(claim.relation for claim in claims),
        "statuses": _listed(claim.status for claim in claims),
        "polarities": _listed(claim.polarity for claim in claims),
        "evidence": _listed(claim.iri for claim in claims),
        "quote": min(claims, key=lambda claim: claim.order).quote,
    }


def _voices(claims: Iterable[Claim]) -> Iterator[tuple[str, str | None]]:
    """Document and speaker of each claim; a sentence said before counts for where it was said first."""
    first: dict[str, tuple[str, str | None]] = {}
    for claim in sorted(claims, key=lambda item: item.order):
        yield first.setdefault(" ".join(claim.sentence.casefold().split()), (claim.document, claim.speaker))


def _listed(values: Iterable[str]) -> str:
    return "; ".join(sorted(set(values)))


def _side(graph: Graph, claims: Iterable[Claim]) -> str:
    sides = {stance(graph, claim) for claim in claims} - {0}
    return {frozenset({1}): "for", frozenset({-1}): "against", frozenset(): "neutral"}.get(frozenset(sides), "mixed")


KINDS: dict[str, Callable[[Graph, Iterable[Claim]], Network]] = {  # name -> what makes it
    "actor-concept": actor_concept,
    "congruence": congruence,
    "conflict": conflict,
    "concepts": concepts,
}


def shortest_path(graph: Graph, start: str, end: str, *, only: Filter | None = None) -> list[tuple[str, Claim, str]]:
    """The shortest chain of statements from one actor or concept (IRI) to another: (node, a statement that joins them, node).

    Of several shortest chains the one with the most voices is taken. Empty where there is none, or where both are the same.
    """
    network = to_network(graph, "actor-concept", only=only)
    if start not in network or end not in network or not nx.has_path(network, start, end):
        return []
    nodes = nx.shortest_path(network, start, end, weight=lambda _a, _b, edge: 1 + 0.001 / edge["weight"])
    chosen = []
    for one, other in pairwise(nodes):
        first = network.edges[one, other]["evidence"].split("; ")
        chosen.append((one, min((graph.by_iri[iri] for iri in first), key=lambda claim: claim.order), other))
    return chosen
