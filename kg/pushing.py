"""Bring another store, a SPARQL endpoint for instance, to the state of a graph: only what differs travels."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.stores import Store, open_store

if TYPE_CHECKING:
    from kg.build import BuildReport, Progress
    from kg.config import Settings

__all__ = ["PushReport", "build_and_push", "push"]

_AT_ONCE = 50  # graphs replaced between two notes of what has been done


@dataclass(frozen=True, slots=True)
class PushReport:
    """IRIs of graphs, sorted."""

    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def push(source: Store, target: Store, *, progress: Callable[[int, int, str], None] | None = None) -> PushReport:
    """Make the graphs of ``source`` those of ``target``, each in one request, and remove those that an earlier push put there.

    ``target`` keeps the digests of what was pushed in ``{base}graph/pushed``; its other graphs are left alone. A push that ends
    early is made good by the next one.

    Raises:
        StoreError: one of the two cannot be read or written.
    """
    names = terms(source.base)
    record = NamedNode(f"{source.base}graph/pushed")
    digest_of = names.kg("digest")
    there = {str(q.subject.value): q.object.value for q in target.quads(None, digest_of, None, record)}  # type: ignore[union-attr]
    graphs = [graph for graph in source.graphs() if graph != record]
    replaced, unchanged = [], []
    for number, graph in enumerate(graphs):
        if progress is not None:
            progress(number, len(graphs), graph.value)
        digest = _digest(source, graph)
        if there.get(graph.value) == digest:
            unchanged.append(graph.value)
            continue
        target.replace_graph(graph, source.quads(None, None, None, graph))
        there[graph.value] = digest
        replaced.append(graph.value)
        if len(replaced) % _AT_ONCE == 0:
            _note(target, record, there, digest_of)
    removed = sorted(set(there) - {graph.value for graph in graphs})
    for iri in removed:
        target.remove_graph(NamedNode(iri))
        del there[iri]
    if replaced or removed:
        _note(target, record, there, digest_of)
    return PushReport(tuple(replaced), tuple(removed), tuple(unchanged))


def build_and_push(
    sources: Iterable[str | Path],
    address: str,
    settings: Settings,
    *,
    via: str | Path,
    progress: Progress | None = None,
    keep: bool = False,
) -> tuple[BuildReport, PushReport]:
    """Build in the folder ``via``, then bring the store at ``address`` to that state.

    Raises:
        KGError: as ``kg.build.build`` and ``push`` do.
    """
    from kg.build import build  # noqa: PLC0415 — a push alone needs none of it

    report = build(sources, via, settings, progress=progress, keep=keep)
    with open_store(via, read_only=True) as source, open_store(address, base=settings.base) as target:
        return report, push(source, target, progress=progress)


def _digest(store: Store, graph: NamedNode) -> str:
    out = io.BytesIO()
    store.dump(out, graph=graph)
    return hashlib.sha256(b"".join(sorted(out.getvalue().splitlines(keepends=True)))).hexdigest()


def _note(target: Store, record: NamedNode, there: dict[str, str], digest_of: NamedNode) -> None:
    quads = [Quad(NamedNode(iri), digest_of, Literal(digest), record) for iri, digest in sorted(there.items())]
    target.replace_graph(record, quads)
