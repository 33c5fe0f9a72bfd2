"""SPARQL text around a query: prefixes that its author may leave out, values that are bound, errors a person can act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.errors import QueryError, one_line

if TYPE_CHECKING:
    from kg.stores import Term

__all__ = ["MARK", "bind", "query_error", "with_prefixes"]

MARK = "#bind"  # where a query wants its bound values; a comment to any SPARQL engine
_VARIABLE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_DECLARED = re.compile(r"^\s*(?:@?prefix)\s+([\w.-]*):", re.IGNORECASE | re.MULTILINE)
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST = 160  # characters of a parser's message that are worth showing


def bind(text: str, bindings: Mapping[str, Term | Iterable[Term]] | None) -> str:
    """``text`` with the bindings as ``VALUES`` in place of the mark ``#bind``.

    The terms are written by Oxigraph's own serializer, so no value can end the term that holds it.

    Raises:
        QueryError: there are bindings and no mark, or a name is no SPARQL variable.
    """
    if not bindings:
        return text
    if MARK not in text:
        raise QueryError(
            "query", f"has no {MARK} to bind {', '.join(sorted(bindings))} at", hint=f"write {MARK} after WHERE {{"
        )
    terms: dict[str, list[str]] = {}
    for name, value in sorted(bindings.items()):
        if not _VARIABLE.fullmatch(name):
            raise QueryError("query", f"{name!r} cannot name a variable")
        many = value if isinstance(value, (list, tuple, set, frozenset)) else (value,)
        terms[name] = sorted(map(str, many))
    return text.replace(MARK, _values(terms))


def _values(terms: Mapping[str, list[str]]) -> str:
    """One VALUES where each variable has one term, which Oxigraph starts from; else one for each variable."""
    if all(len(found) == 1 for found in terms.values()):
        return f"VALUES ({' '.join(f'?{name}' for name in terms)}) {{ ({' '.join(found[0] for found in terms.values())}) }}"
    return " ".join(f"VALUES ?{name} {{ {' '.join(found)} }}" for name, found in terms.items())


def with_prefixes(text: str, prefixes: Mapping[str, str]) -> str:
    """``text`` after a declaration of each of ``prefixes`` that it uses and does not declare, all on its first line."""
    declared = set(_DECLARED.findall(text))
    used = [f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items() if name not in declared and f"{name}:" in text]
    return " ".join([*used, text]) if used else text


def query_error(error: Exception, *, where: str = "query") -> QueryError:
    """What Oxigraph said of a query, in one line with its place."""
    found = _PLACE.search(str(error))
    if found is None:
        return QueryError(where, one_line(str(error), _LONGEST))
    line, column, what = int(found[1]), found[2], one_line(found[3], _LONGEST)
    if "Prefix not found" in what:
        return QueryError(where, f"column {column}: a prefix is not declared", line=line, hint="add PREFIX name: <address>")
    return QueryError(where, f"column {column}: {what}", line=line)
