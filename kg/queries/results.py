"""Query results as text: the formats of SPARQL 1.1 results, and a table for people."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions

from kg.errors import UnknownNameError
from kg.stores import Result

__all__ = ["FORMATS", "compact", "result_text", "rows"]

FORMATS = {  # name → SPARQL 1.1 results format; None is the table
    "table": None,
    "csv": QueryResultsFormat.CSV,
    "json": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
_WIDEST = 60  # characters of a table's column; longer cells are wrapped


def result_text(result: QuerySolutions | QueryBoolean, format: str, *, prefixes: Mapping[str, str]) -> str:
    """``result`` in one of ``FORMATS``; IRIs in a table are shortened by ``prefixes``.

    Raises:
        UnknownNameError: there is no such format.
    """
    if format not in FORMATS:
        raise UnknownNameError("format", format, [*FORMATS, "turtle (of CONSTRUCT and DESCRIBE)"])
    kind = FORMATS[format]
    if kind is not None:
        return (result.serialize(format=kind) or b"").decode("utf-8")
    if isinstance(result, QueryBoolean):
        return "yes\n" if result else "no\n"
    return _table(result, prefixes)


def rows(result: Result, *, prefixes: Mapping[str, str] | None = None) -> list[dict[str, str | None]]:
    """The solutions of a SELECT, each a dictionary from variable to text (None: unbound), ready for a data frame.

    With ``prefixes`` IRIs are shortened.
    """
    if not isinstance(result, QuerySolutions):
        raise TypeError("only the result of SELECT has rows")
    names = [variable.value for variable in result.variables]
    return [{name: _cell(row[name], prefixes or {}) for name in names} for row in result]


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """``iri`` as ``prefix:local`` by the longest namespace that fits, else as it is."""
    fitting = [(len(space), name) for name, space in prefixes.items() if iri.startswith(space) and len(iri) > len(space)]
    if not fitting:
        return iri
    size, name = max(fitting)
    return f"{name}:{iri[size:]}"


def _table(result: QuerySolutions, prefixes: Mapping[str, str]) -> str:
    from tabulate import tabulate  # noqa: PLC0415 — only tables need it

    names = [variable.value for variable in result.variables]
    cells = [[_cell(row[name], prefixes) or "" for name in names] for row in result]
    table = tabulate(
        cells,
        headers=names,
        tablefmt="simple",
        maxcolwidths=[_WIDEST] * len(names),
        disable_numparse=True,
        break_long_words=False,
    )
    count = "1 row" if len(cells) == 1 else f"{len(cells):,} rows"
    return f"{table}\n({count})\n"


def _cell(term: object, prefixes: Mapping[str, str]) -> str | None:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return compact(term.value, prefixes)
    if isinstance(term, (Literal, BlankNode)):
        return term.value
    return str(term)
