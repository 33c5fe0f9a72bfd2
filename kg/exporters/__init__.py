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
}
_ENDINGS = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "jsonld": "jsonld"}


def formats() -> list[str]:
    """The names of all formats, sorted."""
    return plugin_names("kg.exporters", builtin=BUILTIN)


def format_of(file: str | Path) -> str | None:
    """The format that a file's ending stands for, or None."""
    return _ENDINGS.get(Path(file).suffix.removeprefix(".").lower())


def export(store: Store, format: str, out: BinaryIO) -> None:
    """Write all of ``store`` to ``out``, as UTF-8.

    Formats without named graphs (``turtle``, ``ntriples``) hold the union of the graphs.

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
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as out:
            exporter(store, out)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(target, f"cannot be written: {error.strerror or error}") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def triples_text(triples: Iterable[Triple], format: str, *, base: str) -> str:
    """Triples, of a CONSTRUCT for instance, sorted, as ``turtle`` or ``ntriples``."""
    if format == "ntriples":
        return "".join(sorted({f"{triple} .\n" for triple in triples}))
    from kg.exporters.turtle import triples_to_turtle  # noqa: PLC0415 — imported when needed

    return triples_to_turtle(triples, base=base)
