"""The notation of N-Quads: terms as text, and lines of it for a parser.

A graph is written as lines, not as objects: for each term of a ``pyoxigraph.Quad`` Python makes an object that Oxigraph copies,
and a literal among them costs more than the parser does for the whole line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

__all__ = ["day", "decimal", "encoded", "iri", "lines_of", "literal", "number", "quads_in", "whole_text"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def iri(text: str) -> str:
    """``text``, a valid IRI, in the notation of N-Quads."""
    return f"<{text}>"


def literal(text: str, language: str = "") -> str:
    r"""``text`` as a literal; only what ends a literal or a line is escaped.

    >>> print(literal('say "a\\b"\n'), literal("new energy", "en"))
    "say \"a\\b\"\n" "new energy"@en
    """
    if '"' in text or "\\" in text or "\n" in text or "\r" in text:
        text = text.translate(_ESCAPES)
    return f'"{text}"@{language}' if language else f'"{text}"'


def number(value: int) -> str:
    """An ``xsd:integer``."""
    return f'"{value}"^^<{_XSD}integer>'


def day(value: date) -> str:
    """An ``xsd:date``."""
    return f'"{value.isoformat()}"^^<{_XSD}date>'


@lru_cache(maxsize=1024)
def decimal(value: float) -> str:
    """An ``xsd:decimal`` in canonical form, so that stores that keep values and stores that keep spellings keep the same."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    return f'"{digits}"^^<{_XSD}decimal>'


def lines_of(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """A line for each of ``quads``."""
    for quad in quads:
        yield f"{quad} .\n"


def whole_text(text: str) -> str:
    """``text`` with a question mark for each lone surrogate, which no literal can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def quads_in(lines: Iterable[str]) -> Iterator[ox.Quad]:
    """The quads that ``lines`` are."""
    return iter(ox.parse(encoded(lines), ox.RdfFormat.N_QUADS))


def encoded(lines: Iterable[str]) -> bytes:
    """``lines`` for a parser, with a question mark for each lone surrogate."""
    return "".join(lines).encode("utf-8", "replace")
