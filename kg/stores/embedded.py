"""Oxigraph in this process: on disk or in memory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError, one_line
from kg.graph import prefixes
from kg.stores import Result, Term, check_writable
from kg.stores.digests import REPAIR
from kg.stores.folder import GraphFolder
from kg.stores.loading import bulk_extend
from kg.stores.sparqltext import bind, query_error

__all__ = ["OxigraphStore", "explained", "is_damage", "open_folder", "open_memory", "open_oxigraph"]


_LONGEST = 160  # characters of Oxigraph's explanation that are shown
_REPAIR = f"if it is damaged, {REPAIR}"


class OxigraphStore:
    """A ``kg.stores.Store`` over ``pyoxigraph.Store``, which is its attribute ``oxigraph``."""

    def __init__(
        self, store: ox.Store, *, spec: str, base: str, read_only: bool = False, release: Callable[[], None] | None = None
    ) -> None:
        self._oxigraph: ox.Store | None = store
        self.spec, self.base, self.read_only = spec, base, read_only
        self._release = release
        self._prefixes = prefixes(base)

    @property
    def oxigraph(self) -> ox.Store:
        """The store below, for hot paths."""
        if self._oxigraph is None:
            raise StoreError(self.spec, "is closed")
        return self._oxigraph

    def query(self, text: str, *, bindings: Mapping[str, Term | Iterable[Term]] | None = None) -> Result:
        """See ``kg.stores.Store.query``."""
        try:
            return self.oxigraph.query(bind(text, bindings), prefixes=self._prefixes, use_default_graph_as_union=True)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            if isinstance(error, OSError) or is_damage(error):
                raise self._failed("cannot be read", error) from error
            raise query_error(error) from error

    def update(self, text: str) -> None:
        """See ``kg.stores.Store.update``."""
        check_writable(self)
        try:
            self.oxigraph.update(text, prefixes=self._prefixes)
        except (SyntaxError, ValueError) as error:
            raise query_error(error, where="update") from error
        except (OSError, RuntimeError) as error:
            raise self._failed("cannot be written", error) from error

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """See ``kg.stores.Store.quads``."""
        return iter(self.oxigraph.quads_for_pattern(subject, predicate, value, graph))

    def graphs(self) -> list[NamedNode]:
        """See ``kg.stores.Store.graphs``; graphs that are named and empty do not count."""
        found = [graph for graph in self.oxigraph.named_graphs() if isinstance(graph, NamedNode)]
        return sorted((graph for graph in found if next(self.quads(graph=graph), None)), key=lambda graph: graph.value)

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """See ``kg.stores.Store.replace_graph``."""
        triples = "\n".join(f"{quad.triple} ." for quad in quads)
        self.update(f"DROP SILENT GRAPH {graph}; INSERT DATA {{ GRAPH {graph} {{\n{triples}\n}} }}")

    def remove_graph(self, graph: NamedNode) -> None:
        """See ``kg.stores.Store.remove_graph``."""
        self.update(f"DROP SILENT GRAPH {graph}")

    def load(self, quads: Iterable[Quad]) -> None:
        """See ``kg.stores.Store.load``."""
        check_writable(self)
        try:
            bulk_extend(self.oxigraph, quads)
        except (OSError, RuntimeError) as error:
            raise self._failed("cannot be written", error) from error

    def dump(self, out: BinaryIO, *, graph: NamedNode | None = None) -> None:
        """See ``kg.stores.Store.dump``."""
        with self._dumping():
            if graph is None:
                self.oxigraph.dump(out, ox.RdfFormat.N_QUADS)
            else:
                self.oxigraph.dump(out, ox.RdfFormat.N_TRIPLES, from_graph=graph)

    def dump_triples(self, out: BinaryIO) -> None:
        """See ``kg.stores.Store.dump_triples``; one half of the graphs is read beside the other."""

        def dump(part: BinaryIO, graphs: Iterable[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]) -> None:
            for graph in graphs:
                self.oxigraph.dump(part, ox.RdfFormat.N_TRIPLES, from_graph=graph)

        with self._dumping(), tempfile.TemporaryFile() as second, ThreadPoolExecutor(1) as pool:
            graphs = [ox.DefaultGraph(), *self.oxigraph.named_graphs()]
            beside = pool.submit(dump, second, graphs[1::2])
            dump(out, graphs[::2])
            beside.result()
            second.seek(0)
            shutil.copyfileobj(second, out)

    @contextmanager
    def _dumping(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._failed("cannot be read, or its dump not written", error) from error

    def __len__(self) -> int:
        return len(self.oxigraph)

    def close(self) -> None:
        """See ``kg.stores.Store.close``."""
        self._oxigraph = None  # the files are let go of with the last reference
        if self._release is not None:
            self._release()
            self._release = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _failed(self, what: str, error: Exception) -> StoreError:
        return StoreError(self.spec, f"{what}: {one_line(str(error), _LONGEST)}", hint=_REPAIR if is_damage(error) else None)


def open_memory(spec: str = ":memory:", *, read_only: bool = False, base: str) -> OxigraphStore:
    """An empty store in memory."""
    return OxigraphStore(ox.Store(), spec=spec, base=base, read_only=read_only)


def open_folder(spec: str, *, read_only: bool = False, base: str) -> OxigraphStore:
    """The newest complete graph of a ``kg build`` folder, or the Oxigraph store that the folder itself is.

    Open for writing, a build folder is locked: no build can run beside it. A folder that is not there yet becomes one.

    Raises:
        StoreError: there is no graph to read, it is another version's, it is damaged, or another process has it.
    """
    place = Path(spec)
    if (place / "CURRENT").is_file():
        return open_oxigraph(place, spec=spec, base=base, read_only=read_only)
    folder = GraphFolder(place)
    if read_only:
        return _open_newest(folder, spec)
    lock = folder.lock()
    try:
        if folder.current() is None:
            with folder.next_generation(base=base) as new:
                open_oxigraph(new.store, spec=spec, base=base).close()
        generation = folder.require()
        return open_oxigraph(generation.store, spec=spec, base=generation.base, release=lock.release)
    except BaseException:
        lock.release()
        raise


def _open_newest(folder: GraphFolder, spec: str) -> OxigraphStore:
    """A build may retire the generation between the reading of the pointer and the opening; then the next one is there."""
    for _ in range(3):
        generation = folder.require()
        try:
            return open_oxigraph(generation.store, spec=spec, base=generation.base, read_only=True)
        except StoreError:
            if folder.current() == generation:
                raise
    raise StoreError(spec, "changes faster than it can be opened", hint="try again when no build runs")


def open_oxigraph(
    place: Path, *, spec: str, base: str, read_only: bool = False, release: Callable[[], None] | None = None
) -> OxigraphStore:
    """The Oxigraph store in the folder ``place``; made there if it is missing and may be written."""
    with explained(spec):
        store = ox.Store.read_only(str(place)) if read_only else ox.Store(str(place))
    return OxigraphStore(store, spec=spec, base=base, read_only=read_only, release=release)


def is_damage(error: BaseException) -> bool:
    """Whether Oxigraph means by ``error``, which any reading may raise, that its files are not what it wrote."""
    return isinstance(error, (OSError, RuntimeError)) and "corruption" in str(error).lower()


@contextmanager
def explained(spec: str) -> Iterator[None]:
    """Raise what Oxigraph says of the files of the graph ``spec`` as a ``StoreError`` with advice."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        what = " ".join(str(error).split())
        if "lock file" in what.lower():
            raise StoreError(
                spec, "is open for writing elsewhere", hint="wait for that to end, or open it for reading"
            ) from error
        if "No such file" in what and "CURRENT" in what and not (Path(spec) / "graph.json").exists():
            raise StoreError(spec, "holds no graph", hint="make one: kg build SOURCE --graph FOLDER") from error
        hint = None if "Permission denied" in what else _REPAIR
        raise StoreError(spec, f"cannot be opened: {one_line(what, _LONGEST)}", hint=hint) from error
