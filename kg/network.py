"""Networks of actors and concepts, as NetworkX graphs, and measures on them. Pure: a graph in, numbers out.

Four networks, as discourse-network research has them:

- ``actor_concept``: two-mode; an edge for each actor and concept, with its statements.
- ``congruence``: actors that share concepts on the same side (both for, or both against); concepts that more than ``COMMON``
  actors speak of join nobody.
- ``conflict``: actors on opposite sides of a concept; the same holds.
- ``concepts``: concepts that sentences name together; one with more than ``kg.cooccurrence.LARGEST`` is a list and joins none.

Weights count distinct pairs of document and speaker, and the same sentence in several documents only once, so that repeating a
boilerplate makes nobody more central. Nodes and edges are added in sorted order, so every measure gives the same each time.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analysis.claims import Claim, Graph
from kg.analysis.tensions import stance
from kg.cooccurrence import LARGEST
from kg.errors import UnknownNameError

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


COMMON = 60  # actors; a concept that more speak of joins nobody: it would join everybody, and cost the square of their number
_EXACT, _SAMPLE = 300, 100  # nodes up to which centralities are exact, and sources that are sampled beyond (fixed seed)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims count; an empty field lets all through."""

    statuses: frozenset[str] = frozenset()
    polarities: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()  # labels
    since: date | None = None
    until: date | None = None  # inclusive

    def takes(self, graph: Graph, claim: Claim) -> bool:
        """Whether ``claim`` counts; one without a date is outside any period."""
        if self.statuses and claim.status not in self.statuses:
            return False
        if self.polarities and claim.polarity not in self.polarities:
            return False
        if self.speakers and graph.label(claim.speaker) not in self.speakers:
            return False
        if self.since is None and self.until is None:
            return True
        return claim.date is not None and (self.since or date.min) <= claim.date <= (self.until or date.max)


def to_network(graph: Graph, kind: str = "actor-concept", *, only: Filter | None = None) -> Network:
    """The network of that kind (see ``KINDS``) from the claims that ``only`` lets through.

    Raises:
        UnknownNameError: there is no such kind.
    """
    if kind not in KINDS:
        raise UnknownNameError("network", kind, KINDS)
    return KINDS[kind](graph, [claim for claim in graph.claims if only is None or only.takes(graph, claim)])


def actor_concept(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Two-mode: an edge for each actor and concept. Its ``stance`` is for, against, mixed or neutral."""
    network: Network = nx.Graph(kind="actor-concept")
    edges: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.actor and claim.actor != claim.concept:
            edges.setdefault((claim.actor, claim.concept), []).append(claim)
    for actor, concept in sorted(edges):
        _add_node(network, graph, actor)
        _add_node(network, graph, concept)
        group = edges[actor, concept]
        if network.has_edge(actor, concept):  # an actor that is acted on: two directions, one edge
            group = [*group, *edges.get((concept, actor), [])]
        network.add_edge(actor, concept, **_attributes(graph, group), stance=_side(graph, group))
    return network


def congruence(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Actors joined by each concept that they stand on the same side of; the weight is the sum over concepts."""
    return _projected(graph, claims, "congruence", _on_one_side)


def conflict(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Actors joined by each concept that they stand on opposite sides of."""
    return _projected(graph, claims, "conflict", _on_two_sides)


def concepts(graph: Graph, claims: Iterable[Claim]) -> Network:
    """Concepts joined where statements of one sentence are on both; the weight counts voices, not sentences."""
    by_sentence: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault((claim.document, claim.sentence), []).append(claim)
    pairs: dict[tuple[str, str], list[Claim]] = {}
    for key in sorted(by_sentence):
        said: dict[str, list[Claim]] = {}
        for claim in by_sentence[key]:
            said.setdefault(claim.concept, []).append(claim)
        for one, other in combinations(sorted(said), 2) if len(said) <= LARGEST else ():
            pairs.setdefault((one, other), []).extend([*said[one], *said[other]])
    network: Network = nx.Graph(kind="concepts")
    for one, other in sorted(pairs):
        _add_node(network, graph, one)
        _add_node(network, graph, other)
        network.add_edge(one, other, **_attributes(graph, pairs[one, other]))
    return network


@dataclass(frozen=True, slots=True)
class _Stand:
    """What one actor says on one concept, summed up, so that a pair of actors costs the same however much they said."""

    sides: frozenset[int]
    statements: int
    first: str
    last: str
    evidence: str  # IRI of the earliest statement

    @classmethod
    def of(cls, graph: Graph, claims: list[Claim]) -> _Stand:
        dates = sorted(claim.date.isoformat() for claim in claims if claim.date) or [""]
        sides = frozenset(stance(graph, claim) for claim in claims)
        return cls(sides, len(claims), dates[0], dates[-1], min(claims, key=lambda claim: claim.order).iri)


_Pairs = Callable[[dict[str, _Stand]], Iterable[tuple[str, str]]]  # from what actors say on a concept to those it joins


def _on_one_side(stands: dict[str, _Stand]) -> set[tuple[str, str]]:
    sides = ([actor for actor, stand in stands.items() if side in stand.sides] for side in (1, -1))
    return {pair for actors in sides for pair in combinations(actors, 2)}


def _on_two_sides(stands: dict[str, _Stand]) -> set[tuple[str, str]]:
    in_favour, against = ([actor for actor, stand in stands.items() if side in stand.sides] for side in (1, -1))
    return {(min(one, other), max(one, other)) for one in in_favour for other in against if one != other}


def _projected(graph: Graph, claims: Iterable[Claim], kind: str, pairs: _Pairs) -> Network:
    """Actors joined by concepts.

    The cost is that of the output: one step for each concept and pair of actors that it joins, no more than ``COMMON`` / 2 for
    each actor and concept that it speaks of.
    """
    by_concept: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.actor and stance(graph, claim):
            by_concept.setdefault(claim.concept, {}).setdefault(claim.actor, []).append(claim)
    shared: dict[tuple[str, str], list[tuple[str, _Stand, _Stand]]] = {}
    for concept in sorted(concept for concept, actors in by_concept.items() if 1 < len(actors) <= COMMON):
        stands = {actor: _Stand.of(graph, said) for actor, said in sorted(by_concept[concept].items())}
        for one, other in pairs(stands):
            shared.setdefault((one, other), []).append((concept, stands[one], stands[other]))
    network: Network = nx.Graph(kind=kind)
    for one, other in sorted(shared):
        _add_node(network, graph, one)
        _add_node(network, graph, other)
        network.add_edge(one, other, **_bond(graph, shared[one, other]))
    return network


def _bond(graph: Graph, shared: list[tuple[str, _Stand, _Stand]]) -> dict[str, Any]:
    """Attributes of an edge between actors; the weight is the number of concepts. Plain values, lists joined by "; "."""
    stands = [stand for _, one, other in shared for stand in (one, other)]
    return {
        "weight": len(shared),
        "through": "; ".join(graph.label(concept) for concept, _, _ in shared),
        "statements": sum(stand.statements for stand in stands),
        "first": min(stand.first for stand in stands),
        "last": max(stand.last for stand in stands),
        "evidence": "; ".join(stand.evidence for stand in stands),
    }


def _add_node(network: Network, graph: Graph, iri: str) -> None:
    if iri not in network:
        room = iri.removeprefix(graph.base).partition("/")[0]
        network.add_node(iri, label=graph.label(iri), kind="concept" if room == "concept" else "actor")


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


KINDS: dict[str, Callable[[Graph, Iterable[Claim]], Network]] = {
    "actor-concept": actor_concept,
    "congruence": congruence,
    "conflict": conflict,
    "concepts": concepts,
}

# Measures


def degree(network: Network) -> dict[str, float]:
    """Node -> sum of the weights of its edges."""
    return {node: float(value) for node, value in network.degree(weight="weight")}


def betweenness(network: Network) -> dict[str, float]:
    """Node -> share of shortest paths through it, from 0 to 1 (Brandes 2001); estimated beyond 300 nodes, with a fixed seed."""
    return dict(nx.betweenness_centrality(network, k=_SAMPLE if len(network) > _EXACT else None, seed=1))


def closeness(network: Network) -> dict[str, float]:
    """Node -> inverse mean distance to the nodes it can reach, scaled by how many these are (Wasserman and Faust 1994).

    Estimated beyond 300 nodes, from the distances to 100 nodes drawn with a fixed seed (Eppstein and Wang 2004).
    """
    if len(network) <= _EXACT:
        return dict(nx.closeness_centrality(network))
    drawn = random.Random(1).sample(sorted(network), _SAMPLE)  # noqa: S311 — a sample, no secret
    total, reached = dict.fromkeys(network, 0), dict.fromkeys(network, 0)
    for source in drawn:
        for node, distance in nx.single_source_shortest_path_length(network, source).items():
            total[node] += distance
            reached[node] += 1
    return {node: reached[node] / total[node] * reached[node] / _SAMPLE if total[node] else 0.0 for node in network}


def communities(network: Network, *, seed: int = 1) -> list[frozenset[str]]:
    """Groups of nodes that hang together (Louvain, seeded), the largest first."""
    if not len(network):
        return []
    found = nx.community.louvain_communities(network, weight="weight", seed=seed)
    return sorted(map(frozenset, found), key=lambda group: (-len(group), min(group)))


def measures(network: Network) -> list[dict[str, Any]]:
    """One row a node with all measures, the highest degree first; ``community`` numbers from 1, the largest first."""
    groups = {node: number for number, group in enumerate(communities(network), start=1) for node in group}
    by_degree, between, close = degree(network), betweenness(network), closeness(network)
    rows = [
        {
            "label": data["label"],
            "kind": data["kind"],
            "degree": by_degree[node],
            "betweenness": round(between[node], 6),
            "closeness": round(close[node], 6),
            "community": groups[node],
            "node": node,
        }
        for node, data in network.nodes(data=True)
    ]
    return sorted(rows, key=lambda row: (-row["degree"], row["node"]))


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
