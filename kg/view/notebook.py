"""What shows itself in a notebook: an explorer in a sandboxed frame, and a query result as a table of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import islice
from typing import Any

from pyoxigraph import QueryBoolean, QuerySolutions

from kg.graph import prefixes
from kg.queries.results import compact
from kg.stores import Result, Store
from kg.view.page import render_html

__all__ = ["Explorer", "ResultTable", "explore", "table"]


class Explorer:
    """An explorer page that a notebook shows; ``html`` is the page."""

    def __init__(self, html: str, *, height: int = 640) -> None:
        self.html, self.height = html, height

    def _repr_html_(self) -> str:
        # Without allow-same-origin the page cannot reach the notebook, whatever its texts hold.
        return (
            f'<iframe title="Policy statements" sandbox="allow-scripts allow-downloads" width="100%" height="{self.height}" '
            f'style="border:1px solid #c9ced6" srcdoc="{escape(self.html)}"></iframe>'
        )


class ResultTable:
    """A query result that a notebook shows. ``rows`` are lists of text; ``complete`` is false where more rows were left out."""

    def __init__(self, names: list[str], rows: list[list[str]], *, complete: bool = True) -> None:
        self.names, self.rows, self.complete = names, rows, complete

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.names)
        body = "".join(
            f"<tr>{''.join(f'<td><bdi>{escape(_plain(cell))}</bdi></td>' for cell in row)}</tr>" for row in self.rows
        )
        note = "" if self.complete else f"<p>The first {len(self.rows)} rows.</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def explore(store: Store, *, title: str = "Policy statements", height: int = 640) -> Explorer:
    """The explorer of ``store`` for a notebook, ``height`` pixels high."""
    return Explorer(render_html(store, title=title), height=height)


def table(result: Result, store: Store, *, limit: int = 200) -> ResultTable:
    """The first ``limit`` rows or triples of ``result``, which ``store`` gave, IRIs shortened by its prefixes."""
    names = prefixes(store.base)
    if isinstance(result, QueryBoolean):
        return ResultTable(["answer"], [["yes" if result else "no"]])
    if isinstance(result, QuerySolutions):
        variables = [variable.value for variable in result.variables]
        return _cut(variables, ([row[name] for name in variables] for row in result), names, limit)
    triples = ([triple.subject, triple.predicate, triple.object] for triple in result)
    return _cut(["subject", "predicate", "object"], triples, names, limit)


def _cut(variables: list[str], rows: Iterable[list[Any]], names: Mapping[str, str], limit: int) -> ResultTable:
    found = iter(rows)
    kept = [[_text(term, names) for term in row] for row in islice(found, limit)]
    return ResultTable(variables, kept, complete=next(found, None) is None)


def _text(term: Any, names: Mapping[str, str]) -> str:
    if term is None:
        return ""
    value = getattr(term, "value", None)
    if value is None:
        return str(term)
    return str(value) if hasattr(term, "datatype") else compact(value, names)


def _plain(text: str) -> str:
    """``text`` without control characters, which could end or turn what stands around it."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)
