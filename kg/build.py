"""Sources → graph: the one place that knows the order. Incremental and atomic.

1. Each source's bytes and what its statements depend on (readers, extractor, model, lexicon) give its key. A text whose key
   has been seen is not read, one whose parse is kept is not parsed.
2. New and changed texts are read and parsed; each parse is kept at once, so a killed build goes on where it was.
3. A new generation of the graph is made beside the current one: graphs of removed and changed documents leave, new ones
   come, the inferred graph follows. Then one rename makes it current.

Two builds of the same input give the same quads, whatever was built before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.decisions import vocabulary_files
from kg.errors import KGError, SourceError, StoreError
from kg.fingerprints import READING, WRITING, code_fingerprint
from kg.graph import terms
from kg.ids import digest
from kg.parsed import ParsedTexts
from kg.readers import find_sources, read
from kg.settling import Settling, document_lines, graph_lines
from kg.stores.embedded import explained
from kg.stores.folder import Generation, GraphFolder, sync_files
from kg.stores.loading import bulk_load
from kg.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.extraction import Extractor
    from kg.model import Document, Extracted

__all__ = ["BuildReport", "DocumentReport", "build"]

Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, of all documents, and the one at work."""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one source."""

    id: str
    source: str
    state: str  # "parsed", "relinked" (statements kept, quads new), "unchanged", "kept" (unreadable now: as it was before)
    sentences: int = 0
    statements: int = 0
    reasons: dict[str, int] = field(default_factory=dict)  # why sentences gave no statement → how many
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, or with ``dry_run`` would do."""

    documents: tuple[DocumentReport, ...]
    failures: tuple[str, ...]  # one line for each source that could not be read
    removed: tuple[str, ...]  # documents that left the graph
    quads: int  # in the whole graph; 0 of a dry run
    changed: bool  # whether there is a new graph
    dry_run: bool = False


@dataclass(slots=True)
class _Item:
    """One source on its way through the build."""

    path: Path
    key: str  # of its bytes and the code that reads them
    own_id: str = ""  # as the reader names it
    id: str = ""  # unique in the graph
    digest: str = ""
    document: Document | None = None
    report: DocumentReport | None = None
    kept: dict[str, Any] | None = None  # its entry in the last manifest


def build(
    sources: Iterable[str | Path],
    graph_dir: str | Path,
    settings: Settings,
    *,
    progress: Progress | None = None,
    keep: bool = False,
    dry_run: bool = False,
    extractor: Extractor | None = None,
) -> BuildReport:
    """Make the graph in ``graph_dir`` that of ``sources``, files and folders.

    Documents of an earlier build that are not among ``sources`` leave the graph, unless ``keep`` is set. With ``dry_run``
    nothing is parsed or written. ``extractor`` is used in place of the one that ``settings`` name.

    Raises:
        SourceError: nothing among ``sources`` can be read.
        StoreError: the graph cannot be written, or another process is writing it.
        VocabularyError: the vocabulary contradicts itself.
    """
    vocabulary = load_vocabulary(*vocabulary_files(settings.vocabulary, Path(graph_dir)), base=settings.base)
    run = _Build(GraphFolder(Path(graph_dir)), settings, vocabulary, extractor or _extractor(settings, vocabulary), progress)
    if dry_run:
        return run.plan(sources, keep=keep)
    lock = run.folder.lock()
    try:
        return run.run(sources, keep=keep)
    finally:
        lock.release()


def _extractor(settings: Settings, vocabulary: Vocabulary) -> Extractor:
    from kg.extraction import load_extractor  # noqa: PLC0415 — reads package metadata

    return load_extractor(settings, vocabulary)


class _Build:
    """One run; its methods are its steps."""

    def __init__(
        self, folder: GraphFolder, settings: Settings, vocabulary: Vocabulary, extractor: Extractor, progress: Progress | None
    ) -> None:
        self.folder, self.settings, self.vocabulary, self.extractor = folder, settings, vocabulary, extractor
        self.progress = progress or (lambda done, total, name: None)
        self.parsed = ParsedTexts(folder.parsed)
        self.last = folder.current()
        self.failures: list[str] = []
        self.failed: set[str] = set()  # the paths among them
        reading = code_fingerprint(*READING)
        self.parse_salt = digest(reading, extractor.fingerprint)
        self.graph_salt = digest(code_fingerprint(*WRITING), vocabulary.fingerprint, settings.base, extractor.fingerprint)
        manifest = self.last.manifest if self.last else {}
        self.fresh = manifest.get("graph_salt") != self.graph_salt
        self.known: dict[str, dict[str, Any]] = manifest.get("documents", {})  # id → entry

    # The steps

    def plan(self, sources: Iterable[str | Path], *, keep: bool) -> BuildReport:
        items = self._items(sources)
        kept = self._kept(items, keep=keep)
        reports = [self._planned(item) for item in items] + [_report_of(name, entry) for name, entry in kept.items()]
        return self._report(reports, self._removed(items, kept), quads=0, changed=False, dry_run=True)

    def run(self, sources: Iterable[str | Path], *, keep: bool) -> BuildReport:
        items = self._items(sources)
        for number, item in enumerate(items):
            self.progress(number, len(items), item.path.name)
            self._parse(item)
        self.progress(len(items), len(items), "writing")
        items = [item for item in items if item.report is not None]
        kept = self._kept(items, keep=keep)
        if not items and not kept:
            raise SourceError(self.folder.path, "nothing to build: no source could be read", hint="; ".join(self.failures[:3]))
        removed = self._removed(items, kept)
        entries = {item.id: _entry(item, self._parse_key(item)) for item in items} | kept
        changed = self.fresh or bool(removed) or _without_source(entries) != _without_source(self.known)
        with explained(str(self.folder.path)):
            quads = self._publish(items, kept, entries) if changed or self.last is None else self.last.manifest["quads"]
            decisions = _decisions(ox.Store.read_only(str(self.folder.require().store)), self.settings.base)
        reports = [item.report for item in items if item.report] + [_report_of(name, entry) for name, entry in kept.items()]
        return self._report(reports, removed, quads=quads + decisions, changed=changed)

    def _items(self, sources: Iterable[str | Path]) -> list[_Item]:
        """What there is to read, each with its identity; what cannot be read is noted."""
        by_key = {entry["key"]: entry for entry in self.known.values()}
        items: list[_Item] = []
        for path in find_sources(sources, on_error=self._fail):
            try:
                item = _Item(path, _source_key(path))
                item.kept = by_key.get(item.key)
                if item.kept is not None:
                    item.own_id, item.digest = item.kept["own_id"], item.kept["digest"]
                else:
                    item.document = read(path)
                    item.own_id, item.digest = item.document.id, item.document.digest
                items.append(item)
            except SourceError as error:
                self._fail(error)
        return self._identified(items)

    def _identified(self, items: Sequence[_Item]) -> list[_Item]:
        """Give each its id. The same text twice is one document; two texts of one name are told apart by their digests."""
        first: dict[str, _Item] = {}
        taken: dict[str, str] = {}
        for item in items:
            if item.digest in first:
                self.failures.append(f"{item.path}: has the same text as {first[item.digest].path}; left out")
                continue
            first[item.digest] = item
            item.id = (
                item.own_id if taken.setdefault(item.own_id, item.digest) == item.digest else f"{item.own_id}-{item.digest[:8]}"
            )
        return list(first.values())

    def _parse(self, item: _Item) -> None:
        """Make sure that the statements of ``item`` are kept, and note what they amount to."""
        key = self._parse_key(item)
        if item.kept is not None and item.kept["parsed"] == key and item.kept["id"] == item.id and not self.fresh:
            item.report = _report_of(item.id, item.kept, source=str(item.path))
            return
        try:
            item.document = replace(item.document or read(item.path), id=item.id)
            extracted = self.parsed.get(key)
            state = "relinked"
            if extracted is None:
                extracted, state = self._extracted(item.document), "parsed"
                self.parsed.put(key, item.id, extracted)
        except SourceError as error:
            self._fail(error)
            return
        except OSError as error:
            raise StoreError(self.folder.path, f"cannot be written: {error.strerror or error}") from error
        item.report = _counted(item, state, extracted)

    def _extracted(self, document: Document) -> list[Extracted]:
        """One text that an extractor cannot cope with costs that text, not the batch."""
        try:
            return list(self.extractor.extract(document))
        except (KGError, OSError):
            raise
        except Exception as error:
            what = f"the extractor failed: {type(error).__name__}: {error}"
            raise SourceError(document.source, what, hint="please report it with the text") from error

    def _publish(self, items: Sequence[_Item], kept: dict[str, Any], entries: dict[str, Any]) -> int:
        """Make the next generation; the number of its quads."""
        manifest: dict[str, Any] = {"documents": entries, "graph_salt": self.graph_salt}
        with self.folder.next_generation(base=self.settings.base, manifest=manifest) as new:
            if not self.fresh and self.last is not None:
                _copy(self.last, new)
            quads = manifest["quads"] = self._write(new, items, kept)
            sync_files(new.store)
        self.parsed.keep_only({entry["parsed"] for entry in (*entries.values(), *self.known.values())})
        return quads

    def _write(self, new: Generation, items: Sequence[_Item], kept: dict[str, Any]) -> int:
        """Fill the new generation's store; the number of quads in it but for an analyst's decisions."""
        store = ox.Store(str(new.store))
        same = {item.id for item in items if item.report and item.report.state == "unchanged"} | set(kept)
        written = (self._kept_parse(item) for item in items if item.id not in same)
        base, fingerprint = self.settings.base, self.extractor.fingerprint
        if self.fresh or self.last is None:
            carried = self._carried(kept)
            bulk_load(store, graph_lines(written, self.vocabulary, base=base, fingerprint=fingerprint, carried=carried))
            store.flush()
            return len(store) - _decisions(store, base)
        settling = Settling(self.vocabulary, base)
        gone = [terms(base).document(name) for name in sorted(set(self.known) - same)]
        quads: int = self.last.manifest["quads"] - sum(self._remove(store, graph, settling) for graph in gone)
        added = bulk_load(store, document_lines(written, settling, fingerprint=fingerprint))
        grown = settling.apply(store)
        store.flush()
        return quads + added + grown

    def _remove(self, store: ox.Store, graph: ox.NamedNode, settling: Settling) -> int:
        """Remove a graph; the number of its quads."""
        count = sum(1 for _ in settling.watch(store.quads_for_pattern(None, None, None, graph)))
        store.remove_graph(graph)
        return count

    def _kept_parse(self, item: _Item) -> tuple[Document, list[Extracted]]:
        extracted = self.parsed.get(self._parse_key(item))
        if item.document is None or extracted is None:
            raise StoreError(self.folder.parsed, f"the parse of {item.id!r} is gone", hint="build again")
        return item.document, extracted

    # Odds and ends

    def _fail(self, error: SourceError) -> None:
        self.failures.append(str(error))
        self.failed.add(error.where)

    def _parse_key(self, item: _Item) -> str:
        return digest(item.key, self.parse_salt)

    def _kept(self, items: Sequence[_Item], *, keep: bool) -> dict[str, Any]:
        """The documents of the last graph that stay though no source of this build is theirs, by id."""
        if self.last is None or self.last.base != self.settings.base:
            return {}
        here = {item.id for item in items}
        failed = {Path(path).absolute() for path in self.failed}  # files, and folders that cannot be listed

        def unread(source: str) -> bool:
            place = Path(source).absolute()
            return bool(source) and not failed.isdisjoint((place, *place.parents))

        return {name: entry for name, entry in self.known.items() if name not in here and (keep or unread(entry["source"]))}

    def _removed(self, items: Sequence[_Item], kept: dict[str, Any]) -> tuple[str, ...]:
        return tuple(sorted(set(self.known) - {item.id for item in items} - set(kept)))

    def _planned(self, item: _Item) -> DocumentReport:
        if item.kept is not None and not self.fresh and item.kept["parsed"] == self._parse_key(item):
            return _report_of(item.id, item.kept, source=str(item.path))
        state = "relinked" if self.parsed.has(self._parse_key(item)) else "parsed"
        return DocumentReport(item.id, str(item.path), state)

    def _carried(self, kept: Iterable[str]) -> Iterator[ox.Quad]:
        """From the last generation into a fresh one: what an analyst decided, and documents that stay without their source."""
        if self.last is None:
            return
        names = terms(self.last.base)
        stated = set(self.vocabulary.quads(self.settings.base))
        old = ox.Store.read_only(str(self.last.store))
        for graph in (names.decisions, *map(names.document, kept)):
            for quad in old.quads_for_pattern(None, None, None, graph):
                if quad not in stated:
                    yield quad

    def _report(
        self, reports: Iterable[DocumentReport], removed: tuple[str, ...], *, quads: int, changed: bool, dry_run: bool = False
    ) -> BuildReport:
        ordered = tuple(sorted(reports, key=lambda report: report.id))
        return BuildReport(ordered, tuple(self.failures), removed, quads, changed, dry_run)


def _decisions(store: ox.Store, base: str) -> int:
    """The number of quads that an analyst's decisions are; they may come between two builds."""
    return sum(1 for _ in store.quads_for_pattern(None, None, None, terms(base).decisions))


def _source_key(path: Path) -> str:
    """A digest of the bytes of a source and its sidecars, its name, and the code that reads it."""
    try:
        parts = [path.read_bytes()]
        for beside in (path.with_name(f"{path.name}.meta.yaml"), path.with_name(f"{path.stem}.meta.yaml")):
            parts.append(beside.read_bytes() if beside.is_file() else b"")
    except (OSError, ValueError):
        return ""  # reading it says what is wrong
    texts = (part.decode("utf-8", "surrogateescape") for part in parts)
    return digest(path.name, code_fingerprint(*READING), *texts)


def _copy(last: Generation, new: Generation) -> None:
    """Start ``new`` with the quads of ``last``; files that never change are shared.

    Opened for writing, for only then is what stands in its log, an analyst's last decisions, part of the copy.
    """
    ox.Store(str(last.store)).backup(str(new.store))


def _counted(item: _Item, state: str, extracted: Sequence[Extracted]) -> DocumentReport:
    reasons = Counter(str(one.reason) for one in extracted if one.reason is not None)
    statements = sum(len(one.statements) for one in extracted)
    warnings = item.document.warnings if item.document else ()
    return DocumentReport(
        item.id, str(item.path), state, len(extracted), statements, dict(sorted(reasons.items())), tuple(warnings)
    )


def _entry(item: _Item, parsed: str) -> dict[str, Any]:
    """What the manifest keeps of a document."""
    report = item.report
    return {
        "id": item.id,
        "own_id": item.own_id,
        "source": str(item.path),
        "key": item.key,
        "digest": item.digest,
        "parsed": parsed,
        "sentences": report.sentences if report else 0,
        "statements": report.statements if report else 0,
        "reasons": report.reasons if report else {},
        "warnings": list(report.warnings) if report else [],
    }


def _without_source(entries: dict[str, Any]) -> dict[str, Any]:
    """Where a text lies makes no difference to the graph."""
    return {name: entry | {"source": ""} for name, entry in entries.items()}


def _report_of(name: str, entry: dict[str, Any], *, source: str | None = None) -> DocumentReport:
    """The report of a document whose graph stays as it is."""
    return DocumentReport(
        name,
        source or entry["source"],
        "unchanged" if source else "kept",
        entry["sentences"],
        entry["statements"],
        dict(entry["reasons"]),
        tuple(entry["warnings"]),
    )
