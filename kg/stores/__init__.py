"""Where quads live: Oxigraph on disk (the default), in memory, or any SPARQL 1.1 endpoint.

``open_store(spec)`` takes

- a folder made by ``kg build`` (its newest complete graph), or any folder of an Oxigraph store;
- ``:memory:``, an empty store that is gone when it is closed;
- an address, ``https://host/sparql``: see ``kg.stores.sparql``;
- ``NAME:REST`` for a store that a package registers under NAME in the entry-point group ``kg.stores``.

Every store offers the same: the ``Store`` protocol below.

>>> from kg.stores import open_store
>>> with open_store(":memory:") as store:
...     store.update('INSERT DATA { GRAPH graph:test { actor:sasac kg:promotes concept:innovation } }')
...     [(row["who"].value, row["what"].value) for row in store.query("SELECT ?who ?what { ?who kg:promotes ?what }")]
[('https://w3id.org/policy-kg/actor/sasac', 'https://w3id.org/policy-kg/concept/innovation')]

A query sees the union of all graphs, and each triple once for each graph that holds it: count with DISTINCT. The prefixes of
``kg.graph.prefixes`` are there without being declared. Values from outside are bound, never pasted::

    store.query("SELECT ?c { #bind\\n ?c skos:prefLabel ?label }", bindings={"label": Literal("innovation", language="en")})

puts ``VALUES ?label { "innovation"@en }`` where the text has ``#bind`` (every shipped question does).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol, Self, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.errors import StoreError
from kg.ids import BASE
from kg.plugins import load_plugin

__all__ = ["Result", "Store", "Term", "check_writable", "open_store"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Graph: TypeAlias = NamedNode | BlankNode | DefaultGraph
Result: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]

BUILTIN = {
    "oxigraph": "kg.stores.embedded:open_folder",
    "memory": "kg.stores.embedded:open_memory",
    "sparql": "kg.stores.sparql:open_endpoint",
}


class Store(Protocol):
    """A set of quads that answers SPARQL. Threads may share one."""

    spec: str  # what it was opened with
    base: str  # base IRI of its own nodes
    read_only: bool

    def query(self, text: str, *, bindings: Mapping[str, Term | Iterable[Term]] | None = None) -> Result:
        """The result of a SPARQL query: solutions of SELECT, a boolean of ASK, triples of CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: the text is not SPARQL, or cannot be answered.
            StoreError: the store cannot be read.
        """

    def update(self, text: str) -> None:
        """Run a SPARQL update: all of it or nothing."""

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads with those terms, in no order; None matches anything."""

    def graphs(self) -> list[NamedNode]:
        """The named graphs that hold something, sorted by IRI."""

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make ``quads`` the whole of ``graph``, in one transaction."""

    def remove_graph(self, graph: NamedNode) -> None:
        """Remove ``graph`` with all that it holds; no error when it is not there."""

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads fast, with bounded memory; not in one transaction."""

    def dump(self, out: BinaryIO, *, graph: NamedNode | None = None) -> None:
        """Write everything as N-Quads, or one graph as N-Triples, in no order."""

    def dump_triples(self, out: BinaryIO) -> None:
        """Write the triples of all graphs as N-Triples, in no order; one that is in two graphs comes twice."""

    def __len__(self) -> int:
        """The number of quads."""

    def close(self) -> None:
        """Let go of files and locks."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


def open_store(spec: str | Path, *, read_only: bool = False, base: str | None = None) -> Store:
    """The store that ``spec`` names. ``base`` is for stores that do not know their base IRI themselves.

    Raises:
        StoreError: it cannot be opened, or is not there and ``read_only`` is set.
        UnknownNameError: ``spec`` starts with the name of a plug-in that is not installed.
    """
    name, place = _split(str(spec))
    opened: Store = load_plugin("kg.stores", name, builtin=BUILTIN, kind="store")(place, read_only=read_only, base=base or BASE)
    return opened


def check_writable(store: Store) -> None:
    """Refuse to go on with a store that is open for reading.

    Raises:
        StoreError: it is.
    """
    if store.read_only:
        raise StoreError(store.spec, "is open for reading only")


def _split(spec: str) -> tuple[str, str]:
    """The plug-in's name and what it is to open."""
    if spec in {":memory:", "memory:"}:
        return "memory", spec
    if spec.startswith(("http://", "https://")):
        return "sparql", spec
    name, colon, rest = spec.partition(":")
    if colon and len(name) > 1 and name.isidentifier() and not Path(spec).exists():
        return name, rest
    return "oxigraph", spec
