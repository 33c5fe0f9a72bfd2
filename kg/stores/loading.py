"""Fill an Oxigraph store fast."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pyoxigraph as ox

from kg.nquads import encoded

__all__ = ["bulk_extend", "bulk_load"]

_FIRST, _GROWTH, _LARGEST = 1 << 22, 8, 1 << 27  # bytes of a piece
_AT_ONCE = 2  # pieces that Oxigraph loads: it sorts one while it writes the other


def bulk_extend(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """``store.bulk_extend(quads)``, without searching for cycles meanwhile."""
    with _without_collection():
        store.bulk_extend(quads)


def bulk_load(store: ox.Store, lines: Iterable[str]) -> int:
    """Load lines of N-Quads; how many they were. Where the iterator fails, pieces loaded before stay.

    Each piece is made while Oxigraph, which does not hold Python's lock, sorts and writes those before. It trusts their IRIs:
    who makes them has checked these, and checking all again takes as long as reading the rest.
    """
    count = 0
    loading: deque[Future[None]] = deque()
    with _without_collection(), ThreadPoolExecutor(_AT_ONCE) as pool:
        for piece in _pieces(lines):
            count += piece.count(b"\n")
            if len(loading) == _AT_ONCE:
                loading.popleft().result()
            loading.append(pool.submit(store.bulk_load, piece, ox.RdfFormat.N_QUADS, lenient=True))
        for last in loading:
            last.result()
    return count


def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """``lines`` joined, in pieces that grow: the first is soon ready, and few pieces make few files, which are read faster."""
    piece, size, full = [], 0, _FIRST
    for text in lines:
        piece.append(text)
        size += len(text)
        if size >= full:
            yield encoded(piece)
            piece, size, full = [], 0, min(_GROWTH * full, _LARGEST)
    if piece:
        yield encoded(piece)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Python's search for reference cycles waits: no part of a graph is in one, and it took a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
