"""Metadata written beside a text: YAML front matter, or a sidecar ``NAME.meta.yaml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from kg.errors import SourceError
from kg.model import Speaker
from kg.readers.dates import parse_date

__all__ = ["IGNORE", "Metadata", "front_matter", "is_ignored", "parse_metadata", "speaker_of"]

IGNORE = "policy-kg"  # front matter "policy-kg: ignore" keeps a text out of a build
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"\s*(?:#|[\w\"'-]+[ \t]*:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is written about a document; ``None`` and empty mean that nothing is said."""

    id: str | None = None
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    language: str | None = None
    speaks_for: str | None = None
    speakers: tuple[Speaker, ...] = ()
    citations: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """This metadata, with what it leaves unsaid taken from ``other``; the warnings of both."""
        said = {item.name: getattr(self, item.name) for item in fields(self) if item.name != "warnings"}
        changes = {name: value for name, value in said.items() if value is not None and value != ()}
        return replace(other, **changes, warnings=self.warnings + other.warnings)


def front_matter(source: object, text: str) -> tuple[Metadata, int]:
    """The front matter of ``text`` and the offset where the body begins (0 without front matter).

    Raises:
        SourceError: it is never closed, is no YAML mapping, or a value has the wrong type.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return Metadata(), 0
    closing = _CLOSE.search(_lf(text), opening.end())
    inside = text[opening.end() : closing.start() if closing else len(text)]
    if not _KEY_LINE.match(inside):
        return Metadata(), 0  # a rule drawn above a text, not front matter
    if closing is None:
        raise SourceError(source, "front matter is never closed", line=1, hint="end it with a line ---")
    return parse_metadata(source, inside, first_line=2), closing.end()


def is_ignored(text: str) -> bool:
    """Whether the front matter that ``text`` begins with says ``policy-kg: ignore``."""
    opening = _FENCE.match(text.removeprefix("\ufeff"))
    closing = _CLOSE.search(_lf(text), opening.end()) if opening else None
    inside = text[: closing.start()] if closing else ""
    return re.search(rf"^{IGNORE}[ \t]*:[ \t]*[\"']?ignore[\"']?[ \t]*\r?$", inside, re.MULTILINE) is not None


def parse_metadata(source: object, text: str, *, first_line: int = 1) -> Metadata:
    """The metadata in the YAML ``text``; ``first_line`` is the line of ``source`` that it begins on.

    Unknown keys become warnings.

    Raises:
        SourceError: not YAML, no mapping, or a value of the wrong type.
    """
    values, lines = _load(source, text, first_line)
    found: dict[str, Any] = {}
    warnings: list[str] = []
    for key, value in values.items():
        if key in _FOR_PEOPLE or value is None or (isinstance(value, str) and not value.strip()):
            continue
        if key not in _FIELDS:
            known = ", ".join(sorted(_FIELDS))
            warnings.append(f"{source}:{lines[key]}: unknown metadata {key!r} left out (known are {known})")
        else:
            name, convert, expected = _FIELDS[key]
            try:
                found[name] = convert(value)
            except (TypeError, ValueError) as error:
                raise SourceError(source, f"{key} is not {expected}: {_short(value)}", line=lines[key]) from error
    return Metadata(**found, warnings=tuple(warnings))


def speaker_of(value: object) -> Speaker:
    """The speaker that a metadata value names: ``"Name, post"`` or ``{name, post, organization}``.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(value, str) and value.strip():
        name, _, post = value.partition(",")
        return Speaker(_text(name), _text(post) if post.strip() else None)
    if not isinstance(value, Mapping) or not set(value) <= {"name", "post", "organization", "organisation"}:
        raise TypeError(value)
    said = {str(key).replace("isation", "ization"): _text(item) for key, item in value.items() if item is not None}
    return Speaker(**said)  # a speaker without a name is a TypeError as well


def _load(source: object, text: str, first_line: int) -> tuple[dict[str, Any], dict[str, int]]:
    """The mapping in ``text`` and the line of each of its keys."""
    import yaml  # a tenth of the command line's start-up time  # noqa: PLC0415

    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            return {}, {}
        if not isinstance(node, yaml.MappingNode):
            raise SourceError(source, "metadata is no mapping", line=first_line, hint="write KEY: VALUE lines")
        lines = _key_lines(source, node.value, first_line)
        values = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise SourceError(source, f"metadata is not YAML: {error.problem or error.context}", line=line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: such as a 13th month
        what = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SourceError(source, f"metadata is not YAML: {what}", line=first_line) from error
    return {str(key): value for key, value in values.items()}, lines


def _key_lines(source: object, pairs: list[tuple[Any, Any]], first_line: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, _ in pairs:
        line = first_line + key.start_mark.line
        if str(key.value) in lines:
            raise SourceError(source, f"metadata {key.value!r} is given twice", line=line)
        lines[str(key.value)] = line
    return lines


def _text(value: object) -> str:
    if isinstance(value, str | int | float | date) and not isinstance(value, bool) and str(value).strip():
        return " ".join(str(value).split())
    raise TypeError(value)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = parse_date(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(value)
    return found


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else (_text(value),)


def _speakers(value: object) -> tuple[Speaker, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(speaker_of, value))


_FOR_PEOPLE = frozenset({IGNORE, "facts", "license", "note"})  # keys that say nothing a graph holds
# key in the file: the field of Metadata, how its value is read, what is expected
_FIELDS: dict[str, tuple[str, Callable[[Any], Any], str]] = {
    "id": ("id", _text, "a text"),
    "title": ("title", _text, "a text"),
    "date": ("date", _day, "a date like 2024-08-20"),
    "publisher": ("publisher", _text, "a text"),
    "language": ("language", _text, "a language tag like en"),
    "speaks_for": ("speaks_for", _text, "a text"),
    "speakers": ("speakers", _speakers, "a list of names or of {name, post, organization}"),
    "source": ("citations", _texts, "a text or a list of texts"),
}


def _lf(text: str) -> str:
    """``text`` of the same length whose lines end in LF only, for ``^`` and ``$``."""
    return text.replace("\r", "\n")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
