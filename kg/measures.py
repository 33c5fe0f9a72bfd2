"""Measures on networks: numbers out of a NetworkX graph, the same each time.

igraph counts them, a C library: what takes NetworkX minutes takes it seconds, with the same definitions. Centralities look at
every path up to ``EXACT`` nodes; beyond, at the paths from ``PIVOTS`` nodes drawn with a fixed seed, so that their cost grows
with the edges alone. ``estimated`` says which.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    Network = nx.Graph[str]

__all__ = ["EXACT", "PIVOTS", "betweenness", "closeness", "communities", "degree", "estimated", "measures", "seeded"]

EXACT, PIVOTS = 1000, 200  # nodes


def estimated(network: Network) -> bool:
    """Whether ``betweenness`` and ``closeness`` are estimated: there are more than ``EXACT`` nodes."""
    return len(network) > EXACT


def degree(network: Network) -> dict[str, float]:
    """Node -> sum of the weights of its edges."""
    return {node: float(value) for node, value in network.degree(weight="weight")}


def betweenness(network: Network) -> dict[str, float]:
    """Node -> share of shortest paths through it, from 0 to 1 (Brandes 2001).

    Estimated beyond ``EXACT`` nodes, from the paths that begin at the pivots (Brandes and Pich 2007).
    """
    pivots, count = _pivots(network), len(network)
    if count < 3:
        return dict.fromkeys(network, 0.0)
    scale = 2 / ((count - 1) * (count - 2)) * count / len(pivots)
    return dict(zip(network, (scale * value for value in _igraph(network).betweenness(sources=pivots)), strict=True))


def closeness(network: Network) -> dict[str, float]:
    """Node -> inverse mean distance to the nodes it can reach, scaled by how many these are (Wasserman and Faust 1994).

    Estimated beyond ``EXACT`` nodes, from the distances to the pivots (Eppstein and Wang 2004).
    """
    if not len(network):
        return {}
    pivots = _pivots(network)
    distances = np.array(_igraph(network).distances(source=pivots), dtype=np.float64)  # pivot × node; infinite: not reached
    others = np.full(len(network), len(pivots))  # pivots other than the node itself
    others[pivots] -= 1
    reached = np.isfinite(distances).sum(axis=0) - (len(pivots) - others)
    total = np.where(np.isfinite(distances), distances, 0).sum(axis=0)
    values = [
        count / length * count / of if length else 0.0
        for count, length, of in zip(reached.tolist(), total.tolist(), others.tolist(), strict=True)
    ]
    return dict(zip(network, values, strict=True))


def communities(network: Network, *, seed: int = 1) -> list[frozenset[str]]:
    """Groups of nodes that hang together (Louvain, seeded), the largest first."""
    if not len(network):
        return []
    with seeded(seed):
        groups: Sequence[Sequence[int]] = list(_igraph(network).community_multilevel(weights="weight"))
    nodes = list(network)
    found = [frozenset(nodes[place] for place in group) for group in groups]
    return sorted(found, key=lambda group: (-len(group), min(group)))


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


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Give igraph a generator of its own for a while; afterwards it draws from Python's again, as it does by default."""
    import igraph  # noqa: PLC0415 — a C library that few calls need

    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 — a sample, no secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _pivots(network: Network) -> list[int]:
    """Places of the nodes whose paths are looked at."""
    places = range(len(network))
    return random.Random(1).sample(places, PIVOTS) if estimated(network) else list(places)  # noqa: S311 — a sample, no secret


def _igraph(network: Network) -> Any:
    """The same graph in igraph; its nodes are numbered in their order."""
    import igraph  # noqa: PLC0415 — a C library that few calls need

    place = {node: index for index, node in enumerate(network)}
    edges = [(place[one], place[other]) for one, other in network.edges()]
    weights = [weight for *_, weight in network.edges(data="weight", default=1)]
    return igraph.Graph(n=len(network), edges=edges, edge_attrs={"weight": weights})
