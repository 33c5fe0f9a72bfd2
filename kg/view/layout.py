"""Where the nodes of a picture stand, and which community each is in: computed once, seeded, the same every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.measures import seeded

__all__ = ["CORE", "OVERVIEW_ABOVE", "Layout", "arrange"]

OVERVIEW_ABOVE = 2500  # with more nodes than this the page opens on the most central ones
CORE = 300  # how many those are
_SPACING = 90.0  # layout units between neighbouring nodes; a node is about 20 wide
_HINT = 0.25  # pull of a hint, beside 1 of an edge
_EVENNESS = 0.75  # 0 leaves the layout's own radii, 1 fills the disc evenly
_ASPECT = 1.6  # screens are wider than high
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Layout:
    """For each node, by index: its place in layout units, its community (0 is the largest) and its degree."""

    places: tuple[tuple[int, int], ...]
    communities: tuple[int, ...]
    degrees: tuple[int, ...]  # number of distinct neighbours


def arrange(count: int, links: Sequence[tuple[int, int]], hints: Iterable[tuple[int, int]] = ()) -> Layout:
    """Places and communities of ``count`` nodes joined by ``links``, deterministic on one platform.

    ``hints`` are pairs that should stand near each other though no edge is drawn between them.

    Up to ``OVERVIEW_ABOVE`` nodes each connected part is laid out by force (Fruchterman and Reingold 1991) and the parts are
    packed around the largest. Above it only the ``CORE`` most central are, with room to read them, and every other node stands
    in a spiral around its most central neighbour. Communities by multilevel modularity (Blondel et al. 2008).
    """
    import igraph  # noqa: PLC0415 — a C library that only a page needs

    pairs, near = _distinct(links), _distinct(hints)
    weak = sorted(set(near) - set(pairs))
    with seeded(20240820):
        degrees = tuple(igraph.Graph(n=count, edges=pairs).degree())
        graph = igraph.Graph(n=count, edges=pairs + weak, edge_attrs={"weight": [1.0] * len(pairs) + [_HINT] * len(weak)})
        communities = _ranked(graph.community_multilevel(weights="weight").membership) if count else ()
        if count <= OVERVIEW_ABOVE:
            places = _packed(graph)
        else:
            core = _central(links, degrees)
            places = _spiralled(graph, core, _packed(graph.induced_subgraph(sorted(core))), degrees)
    return Layout(tuple((round(x), round(y)) for x, y in places), communities, degrees)


def _distinct(links: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted({(min(a, b), max(a, b)) for a, b in links if a != b})


def _central(links: Sequence[tuple[int, int]], degrees: Sequence[int]) -> list[int]:
    """The most connected actors, and the targets that most of them share, most central first.

    Degree alone would choose hubs that no edge joins: actors have many concepts, a concept few actors.
    """
    sources = sorted({source for source, _ in links}, key=lambda node: (-degrees[node], node))[: CORE // 3]
    chosen = set(sources)
    shared: dict[int, int] = {}
    for source, target in sorted(set(links)):
        if source in chosen and target not in chosen:
            shared[target] = shared.get(target, 0) + 1
    targets = sorted(shared, key=lambda node: (-shared[node], -degrees[node], node))[: CORE - len(sources)]
    return sources + targets


def _ranked(membership: Sequence[int]) -> tuple[int, ...]:
    """``membership`` renumbered so that 0 is the largest community, ties by first member."""
    sizes: dict[int, int] = {}
    for group in membership:
        sizes[group] = sizes.get(group, 0) + 1
    order = sorted(sizes, key=lambda group: (-sizes[group], membership.index(group)))
    number = {group: index for index, group in enumerate(order)}
    return tuple(number[group] for group in membership)


def _packed(graph: Any) -> list[tuple[float, float]]:
    """Each connected part laid out on its own, the largest in the middle, the others in rows beneath it."""
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part[0]))
    places: list[tuple[float, float]] = [(0.0, 0.0)] * graph.vcount()
    width = row_x = row_y = row_height = 0.0
    for index, part in enumerate(parts):
        local = _centred(_forced(graph.induced_subgraph(part)))
        half_x = max(abs(x) for x, _ in local) + _SPACING
        half_y = max(abs(y) for _, y in local) + _SPACING
        if index == 0:
            width, row_y, row_x = max(2 * half_x, 12 * _SPACING), half_y, -max(half_x, 6 * _SPACING)
            centre = (0.0, 0.0)
        else:
            if row_x + 2 * half_x > width / 2 and row_height:
                row_x, row_y, row_height = -width / 2, row_y + row_height, 0.0
            centre = (row_x + half_x, row_y + half_y)
            row_x, row_height = row_x + 2 * half_x, max(row_height, 2 * half_y)
        for node, (x, y) in zip(part, local, strict=True):
            places[node] = (x + centre[0], y + centre[1])
    return places


def _forced(graph: Any) -> list[tuple[float, float]]:
    """One connected part, wider than high as screens are, scaled so that neighbouring nodes do not touch."""
    count = graph.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    start = [_spiral(index, 1.0) for index in range(count)]
    grid = "grid" if count > 1000 else "nogrid"
    points = graph.layout_fruchterman_reingold(
        seed=start, niter=500 if count <= 1000 else 300, grid=grid, weights="weight"
    ).coords
    return _evened(points)


def _evened(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """The points with the crowd at the centre spread and the outliers drawn in; directions and the order of radii stay.

    Each radius becomes mostly the one that it would have in an evenly filled disc, so that hubs in the middle can be read.
    """
    count = len(points)
    middle = [sum(point[axis] for point in points) / count for axis in (0, 1)]
    offsets = [(x - middle[0], y - middle[1]) for x, y in points]
    radii = [math.hypot(x, y) for x, y in offsets]
    order = sorted(range(count), key=lambda node: (radii[node], node))
    disc, largest = _SPACING * math.sqrt(count / math.pi), max(radii) or 1.0
    places: list[tuple[float, float]] = [(0.0, 0.0)] * count
    for rank, node in enumerate(order):
        even = disc * math.sqrt((rank + 0.5) / count)
        radius = _EVENNESS * even + (1 - _EVENNESS) * disc * radii[node] / largest
        factor = radius / radii[node] if radii[node] else 0.0
        places[node] = (offsets[node][0] * factor, offsets[node][1] * factor)
    return [(x * _ASPECT, y) for x, y in _pushed_apart(places, 0.72 * _SPACING)]


def _pushed_apart(points: list[tuple[float, float]], distance: float, *, rounds: int = 40) -> list[tuple[float, float]]:
    """The points, moved as little as possible until hardly any two are nearer than ``distance``."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = {}
        for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
            cells.setdefault((math.floor(x / distance), math.floor(y / distance)), []).append(node)
        moved = [_push(xs, ys, a, b, distance) for a, b in _close_pairs(cells)]
        if not any(moved):
            break
    return list(zip(xs, ys, strict=True))


def _close_pairs(cells: dict[tuple[int, int], list[int]]) -> Iterator[tuple[int, int]]:
    """Each pair in one cell or in two that touch, once."""
    for (column, row), members in cells.items():
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                yield a, b
            for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
                for b in cells.get((column + step[0], row + step[1]), ()):
                    yield a, b


def _push(xs: list[float], ys: list[float], a: int, b: int, distance: float) -> bool:
    """Move ``a`` and ``b`` half of what they are too near; whether they were."""
    dx, dy = xs[b] - xs[a], ys[b] - ys[a]
    gap = math.hypot(dx, dy)
    if gap >= distance * 0.98:
        return False
    if gap < 1e-6:
        (dx, dy), gap = _spiral(a + b + 1, 1.0), 1.0
    step = (distance - gap) / (2 * max(gap, 1e-6))
    xs[a], ys[a], xs[b], ys[b] = xs[a] - dx * step, ys[a] - dy * step, xs[b] + dx * step, ys[b] + dy * step
    return True


def _centred(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    middle_x = (max(x for x, _ in points) + min(x for x, _ in points)) / 2
    middle_y = (max(y for _, y in points) + min(y for _, y in points)) / 2
    return [(x - middle_x, y - middle_y) for x, y in points]


def _spiral(index: int, step: float) -> tuple[float, float]:
    """The ``index``-th point of a sunflower spiral: evenly spread, no two alike."""
    radius, angle = step * math.sqrt(index + 0.5), index * _GOLDEN_ANGLE
    return radius * math.cos(angle), radius * math.sin(angle)


def _spiralled(
    graph: Any, core: list[int], core_places: list[tuple[float, float]], degrees: tuple[int, ...]
) -> list[tuple[float, float]]:
    """The core where it is, every other node around the first placed neighbour that reaches it, most central first."""
    stretch = 3.0  # room for the spirals between the core's nodes
    placed = {node: (x * stretch, y * stretch) for node, (x, y) in zip(sorted(core), core_places, strict=True)}
    used: dict[int, int] = {}
    queue = list(core)
    for node in queue:
        for neighbour in sorted(graph.neighbors(node), key=lambda other: (-degrees[other], other)):
            if neighbour not in placed:
                used[node] = used.get(node, 0) + 1
                dx, dy = _spiral(used[node], _SPACING * 0.6)
                placed[neighbour] = (placed[node][0] + dx, placed[node][1] + dy)
                queue.append(neighbour)
    low = max((y for _, y in placed.values()), default=0.0) + 2 * _SPACING
    rest = [node for node in range(graph.vcount()) if node not in placed]
    columns = max(1, math.isqrt(len(rest)) * 2)
    for index, node in enumerate(rest):
        placed[node] = ((index % columns - columns / 2) * _SPACING, low + index // columns * _SPACING)
    return [placed[node] for node in range(graph.vcount())]
