"""rdflib's API on a graph, for those who know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.stores.embedded import OxigraphStore

__all__ = ["to_dataset"]


def to_dataset(store: OxigraphStore) -> Dataset:
    """An rdflib ``Dataset`` over the same store: nothing is copied, queries see the union of the named graphs.

    A store opened with ``read_only`` stays so.
    """
    from oxrdflib import OxigraphStore as Plugin  # noqa: PLC0415  # heavy, and only needed here
    from rdflib import Dataset as RdflibDataset  # noqa: PLC0415

    return RdflibDataset(store=Plugin(store=store.oxigraph), default_union=True)
