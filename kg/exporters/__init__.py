"""Write a store in a standard format: ``export(store, format, out)``.

What is written depends on the quads alone, not on the order of building or any hash seed: sorted, grouped, and from a
stream, so that a million statements need no more memory than a thousand. Other packages add formats through the entry-point
group ``kg.exporters``: a name and a function ``(store, out)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pyoxigraph import Triple

from kg.errors import StoreError
from kg.files import whole_file
from kg.plugins import load_plugin, plugin_names
from kg.stores import Store

__all__ = ["Exporter", "export", "export_file", "format_of", "formats"]

Exporter: TypeAlias = Callable[[Store, BinaryIO], None]

BUILTIN = {
    "dna": "kg.exporters.dna:write_dna",
    "turtle": "kg.exporters.turtle:write_turtle",
    "trig": "kg.exporters.turtle:write_trig",
    "ntriples": "kg.exporters.lines:write_ntriples",
    "nquads": "kg.exporters.lines:write_nquads",
    "jsonld": "kg.exporters.jsonld:write_jsonld",
    "rdfxml": "kg.exporters.rdfxml:write_rdfxml",
    "trig12": "kg.exporters.turtle:write_trig_12",
    "nquads12": "kg.exporters.lines:write_nquads_12",
    "csv": "kg.exporters.tables:write_statements",
    "csv-nodes": "kg.exporters.tables:write_nodes",
    "csv-edges": "kg.exporters.tables:write_edges",
    "graphml": "kg.exporters.xmlgraphs:write_graphml",
    "gexf": "kg.exporters.xmlgraphs:write_gexf",
}
_ENDINGS = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml"}  # others are the format's name


def formats() -> list[str]:
    """The names of all formats, sorted."""
    return plugin_names("kg.exporters", builtin=BUILTIN)


def format_of(file: str | Path) -> str | None:
    """The format that a file's ending stands for, or None."""
    ending = Path(file).suffix.removeprefix(".").lower()
    return _ENDINGS.get(ending) or (ending if ending in BUILTIN else None)


def export(store: Store, format: str, out: BinaryIO) -> None:
    """Write all of ``store`` to ``out``, as UTF-8.

    ``trig``, ``nquads`` and ``jsonld`` hold everything, ``trig12`` and ``nquads12`` in RDF 1.2 with every statement
    reifying its triple; ``turtle``, ``ntriples`` and ``rdfxml`` hold the union of the graphs; ``csv`` (one row a
    statement), ``csv-nodes``, ``csv-edges``, ``graphml`` and ``gexf`` the statements and what they join.

    Raises:
        UnknownNameError: no such format.
    """
    exporter: Exporter = load_plugin("kg.exporters", format, builtin=BUILTIN, kind="format")
    exporter(store, out)


def export_file(store: Store, format: str, file: str | Path) -> None:
    """Like ``export``, to a file, which is replaced only when all is written.

    Raises:
        StoreError: the file cannot be written.
    """
    exporter: Exporter = load_plugin("kg.exporters", format, builtin=BUILTIN, kind="format")
    target = Path(file)
    try:
        with whole_file(target) as out:
            exporter(store, out)
    except OSError as error:
        raise StoreError(target, f"cannot be written: {error.strerror or error}") from error


def triples_text(triples: Iterable[Triple], format: str, *, base: str) -> str:
    """Triples, of a CONSTRUCT for instance, sorted, as ``turtle`` or ``ntriples``."""
    if format == "ntriples":
        return "".join(sorted({f"{triple} .\n" for triple in triples}))
    from kg.exporters.turtle import triples_to_turtle  # noqa: PLC0415 — imported when needed

    return triples_to_turtle(triples, base=base)
