"""The terms of N-Triples, taken apart."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["LiteralParts", "literal_parts", "literal_value"]

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_LITERAL = re.compile(r'"(?P<value>(?:[^"\\]|\\.)*)"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^<(?P<datatype>[^>]*)>)?', re.DOTALL)


class LiteralParts(NamedTuple):
    """A literal's text, and its language or datatype IRI if it states one."""

    value: str
    language: str | None
    datatype: str | None


def literal_parts(term: str) -> LiteralParts | None:
    """The parts of an N-Triples literal; None of any other term.

    >>> literal_parts('"caf\\\\u00E9"@en')
    LiteralParts(value='café', language='en', datatype=None)
    """
    found = _LITERAL.fullmatch(term)
    if found is None:
        return None
    return LiteralParts(_ESCAPE.sub(_unescaped, found["value"]), found["language"], found["datatype"])


def literal_value(term: str) -> str:
    """The text of a literal; any other term as it is."""
    parts = literal_parts(term)
    return term if parts is None else parts.value


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPES.get(found[3], found[3])
