"""The Turtle files of a vocabulary: what they say, and where, for an error that names the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import pyoxigraph as ox

from kg.errors import VocabularyError

__all__ = ["Facts", "Sources", "facts_of", "read_turtle"]


class Source(NamedTuple):
    path: Path
    text: str
    triples: list[ox.Triple]
    rows: list[tuple[str, str, str]]  # the same: IRIs, and the text of a literal


class Sources(NamedTuple):
    """The files read, in order; a later one is the likelier culprit."""

    sources: list[Source]

    def triples(self) -> Iterator[ox.Triple]:
        """Those of all files."""
        return (triple for source in self.sources for triple in source.triples)

    def refuse(self, reason: str, needle: str, *more: str, hint: str | None = None) -> NoReturn:
        """Raise the error at the last place where a file has ``needle``, after ``more`` if that is found."""
        for source in reversed(self.sources):
            start = max((source.text.find(text) for text in more), default=0)
            if (offset := source.text.rfind(needle, max(start, 0))) >= 0 or (offset := source.text.rfind(needle)) >= 0:
                raise VocabularyError(source.path, reason, line=source.text.count("\n", 0, offset) + 1, hint=hint)
        raise VocabularyError(self.sources[-1].path, reason, hint=hint)


Facts = dict[str, dict[str, list[str]]]  # subject -> predicate -> objects: IRIs and the text of literals


def read_turtle(path: Path) -> Source:
    """What the file at ``path`` says.

    Raises:
        VocabularyError: it cannot be read or parsed, or has a blank node.
    """
    try:
        text = path.read_text(encoding="utf-8")
        triples = [quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)]
    except OSError as error:
        raise VocabularyError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(path, f"is not UTF-8: byte {error.start}") from error
    except SyntaxError as error:
        raise VocabularyError(path, f"is not Turtle: {error.msg}", line=error.lineno) from error
    rows = []
    for subject, predicate, value in triples:
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, (ox.NamedNode, ox.Literal)):
            raise VocabularyError(path, "has a node without a name", hint="give every node an IRI")
        rows.append((subject.value, predicate.value, value.value))
    return Source(path, text, triples, rows)


def facts_of(rows: Iterable[tuple[str, str, str]]) -> Facts:
    """``rows`` by subject and predicate; an object that is said twice is there once."""
    facts: Facts = {}
    for subject, predicate, value in rows:
        objects = facts.setdefault(subject, {}).setdefault(predicate, [])
        if value not in objects:
            objects.append(value)
    return facts
