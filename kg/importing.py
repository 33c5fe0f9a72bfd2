"""Take back what an export wrote: quads of a file → a graph folder, as one new generation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from kg.decisions import keep_decisions
from kg.errors import SourceError, UnknownNameError, one_line
from kg.graph import DCTERMS, RDF, Terms, terms
from kg.ids import BASE
from kg.settling import settle
from kg.stores.embedded import explained
from kg.stores.folder import GraphFolder, sync_files
from kg.stores.loading import bulk_extend
from kg.vocabulary import load_vocabulary

__all__ = ["FORMATS", "ImportReport", "import_files"]

FORMATS = {  # ending → how it is parsed
    "trig": RdfFormat.TRIG,
    "trig12": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "nquads": RdfFormat.N_QUADS,
    "nquads12": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "ttl": RdfFormat.TURTLE,
    "turtle": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "rdfxml": RdfFormat.RDF_XML,
}
_REIFIES = f"{RDF}reifies"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    graphs: tuple[str, ...]  # replaced or new, sorted
    quads: int  # in the whole graph afterwards


def import_files(
    files: Iterable[str | Path], graph_dir: str | Path, *, format: str | None = None, base: str = BASE
) -> ImportReport:
    """Put the graphs in ``files`` into the graph of ``graph_dir``, each in place of the one of its name; others stay.

    Into an empty folder this gives the graph that was exported; the analyst's decisions hold for later builds too. Where other
    documents stay beside the imported ones, what all of them together say is settled anew. Triples without a graph go to
    ``{base}graph/imported``. The triple terms that RDF 1.2 exports add are left out: statements have those triples already.

    Raises:
        SourceError: a file cannot be read or parsed; nothing is imported.
        UnknownNameError: no such format.
        StoreError: the graph cannot be written.
    """
    paths = [Path(file) for file in files]
    kinds = [_format_of(path, format) for path in paths]
    folder = GraphFolder(Path(graph_dir))
    lock = folder.lock()
    try:
        with explained(str(graph_dir)):
            report, decided = _imported(folder, list(zip(paths, kinds, strict=True)), base)
        keep_decisions(folder.path, decided, base=folder.require().base)
        return report
    finally:
        lock.release()


def _imported(folder: GraphFolder, files: list[tuple[Path, RdfFormat]], base: str) -> tuple[ImportReport, list[Quad]]:
    """What was done, and the analyst's decisions in the graph."""
    last = folder.current()
    base = last.base if last else base
    names = terms(base)
    manifest: dict[str, Any] = dict(last.manifest) if last else {"documents": {}, "graph_salt": ""}
    with folder.next_generation(base=base, manifest=manifest) as new:
        if last:
            ox.Store(str(last.store)).backup(str(new.store))
        store = ox.Store(str(new.store))
        graphs: set[NamedNode] = set()
        for path, kind in files:
            _replace(store, path, kind, graphs, names)
        documents = {graph.value: _entry(store, graph) for graph in graphs if names.is_document_graph(graph.value)}
        stay = [entry for entry in manifest["documents"].values() if names.document(entry["id"]).value not in documents]
        manifest["documents"] = {entry["id"]: entry for entry in (*stay, *documents.values())}
        if stay and documents:
            settle(store, load_vocabulary(base=base), base)
        store.flush()
        report = ImportReport(tuple(sorted(graph.value for graph in graphs)), len(store))
        decided = list(store.quads_for_pattern(None, None, None, names.decisions))
        manifest["quads"] = len(store) - len(decided)
        del store
        sync_files(new.store)
    return report, decided


def _replace(store: ox.Store, path: Path, kind: RdfFormat, graphs: set[NamedNode], names: Terms) -> None:
    """Load the file; a graph that is not among ``graphs`` yet is emptied first."""
    for graph in {quad.graph_name for quad in _quads(path, kind, names)} - graphs:
        store.remove_graph(graph)
        graphs.add(graph)  # type: ignore[arg-type]
    bulk_extend(store, _quads(path, kind, names))


def _quads(path: Path, kind: RdfFormat, names: Terms) -> Iterator[Quad]:
    imported = NamedNode(f"{names.base}graph/imported")
    try:
        for quad in ox.parse(path=str(path), format=kind):
            if quad.predicate.value == _REIFIES:
                continue
            if isinstance(quad.graph_name, DefaultGraph):
                yield Quad(quad.subject, quad.predicate, quad.object, imported)
            else:
                yield quad
    except SyntaxError as error:
        raise SourceError(path, f"cannot be parsed: {one_line(error.msg, 160)}", line=error.lineno) from error
    except OSError as error:
        raise SourceError(path, f"cannot be read: {error.strerror or error}") from error


def _format_of(path: Path, format: str | None) -> RdfFormat:
    name = format or path.suffix.removeprefix(".").lower()
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS)
    return FORMATS[name]


def _entry(store: ox.Store, graph: NamedNode) -> dict[str, Any]:
    """What the manifest keeps of an imported document: it has no source, so a build without ``keep`` removes it."""
    names = terms()

    def value(predicate: str) -> str:
        found = next(iter(store.quads_for_pattern(graph, NamedNode(predicate), None, graph)), None)
        return found.object.value if found is not None and isinstance(found.object, Literal) else ""

    name = value(f"{DCTERMS}identifier") or graph.value.rpartition("/")[2]
    return {
        "id": name,
        "own_id": name,
        "source": "",
        "key": "",
        "digest": value(names.kg("digest").value),
        "parsed": "",
        "sentences": int(value(names.kg("sentenceCount").value) or 0),
        "statements": int(value(names.kg("statementCount").value) or 0),
        "reasons": {},
        "warnings": [],
    }
