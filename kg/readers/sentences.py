"""Sentences given one by one: JSON Lines of ``{"doc", "sent", "text"}``."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.model import BlockKind, Document, Speaker
from kg.readers.base import load_bytes
from kg.readers.dates import parse_date
from kg.readers.metadata import Metadata
from kg.readers.paragraphs import Segment
from kg.readers.structure import OUTSIDE, document_of

__all__ = ["read_sentences"]


@dataclass(slots=True)
class _Group:
    """The lines of one document."""

    doc: str
    numbers: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    speakers: list[str | None] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)  # title, date, speaks_for: what the lines say of the document
    warnings: list[str] = field(default_factory=list)


def read_sentences(path: str | Path) -> Iterator[Document]:
    """The documents whose sentences are the lines of ``path`` (``-``: standard input), in order of their first lines.

    Each line is ``{"doc", "sent", "text"}`` with optional ``speaker``, ``speaks_for``, ``title``, ``date``; other keys are left
    alone. A document's text is its sentences joined by line feeds, one block each; ``Document.numbers`` holds their ``sent``. A
    broken line costs that line and becomes a warning of the document it stands in.

    Raises:
        SourceError: the file cannot be read, or no line of it is a sentence.
    """
    data = sys.stdin.buffer.read() if str(path) == "-" else load_bytes(Path(path))
    groups, stray = _groups(path, data)
    if not groups:
        raise stray[0] if stray else SourceError(path, "is empty, JSON lines were expected")
    for group in groups.values():
        yield _document(path, group)


def _groups(path: object, data: bytes) -> tuple[dict[str, _Group], list[SourceError]]:
    """The lines by document, and the broken lines when there is no document to note them."""
    groups: dict[str, _Group] = {}
    stray: list[SourceError] = []
    latest: _Group | None = None
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            record = _record(path, number, line)
            latest = groups.setdefault(record["doc"], _Group(record["doc"]))
            _enter(path, number, record, latest)
        except SourceError as error:
            if latest is None:
                stray.append(error)
            else:
                latest.warnings.append(str(error))
    if groups:
        next(iter(groups.values())).warnings[:0] = map(str, stray)
    return groups, stray


def _record(path: object, number: int, line: bytes) -> dict[str, Any]:
    """The JSON object in ``line``, its ``doc``, ``sent`` and ``text`` checked."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(path, "is not UTF-8", line=number) from error
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", None) or "too deep or too large"
        raise SourceError(path, f"is not JSON: {what}", line=number) from error
    if not isinstance(record, dict):
        raise SourceError(path, "is no JSON object", line=number, hint='expected {"doc", "sent", "text"}')
    for key, kind, expected in (("doc", str, "a text"), ("sent", int, "a whole number"), ("text", str, "a text")):
        value = record.get(key)
        if not isinstance(value, kind) or isinstance(value, bool) or (key == "doc" and not value):
            raise SourceError(path, f"{key!r} is missing or not {expected}", line=number)
    for key in ("doc", "text"):
        try:
            record[key].encode("utf-8")
        except UnicodeEncodeError as error:
            raise SourceError(path, f"{key!r} is not Unicode (half a surrogate pair)", line=number) from error
    return record


def _enter(path: object, number: int, record: dict[str, Any], group: _Group) -> None:
    if record["sent"] in group.numbers[-1:]:
        raise SourceError(path, f"sentence {record['sent']} of {group.doc!r} is given twice", line=number)
    group.numbers.append(record["sent"])
    group.texts.append(record["text"])
    said = {key: _optional(path, number, key, record.get(key), group) for key in ("speaker", "speaks_for", "title", "date")}
    speaker = said.pop("speaker")
    group.speakers.append(str(speaker) if speaker else None)
    for key, value in said.items():
        if value is not None and group.said.setdefault(key, value) != value:
            group.warnings.append(f"{path}:{number}: {key!r} differs from an earlier line of {group.doc!r}, left out")


def _optional(path: object, number: int, key: str, value: object, group: _Group) -> str | date | None:
    if value is None:
        return None
    found: str | date | None = None
    if isinstance(value, str) and value.strip():
        found = parse_date(value) if key == "date" else " ".join(value.split())
    if found is None:
        expected = "a date like 2024-08-20" if key == "date" else "a text"
        group.warnings.append(f"{path}:{number}: {key!r} is not {expected}, left out")
    return found


def _document(path: object, group: _Group) -> Document:
    segments: list[Segment] = []
    at = 0
    for text in group.texts:
        kind = None if text.strip() else BlockKind.FURNITURE
        segments.append(Segment(at, at + len(text), kind))
        at += len(text) + 1
    text = "\n".join(group.texts)
    named = tuple(Speaker(name) for name in dict.fromkeys(group.speakers) if name)
    metadata = Metadata(**group.said, speakers=named, warnings=tuple(group.warnings))
    document = document_of(text, segments, metadata, source=path, id=group.doc, given=True)
    blocks = tuple(
        replace(block, speaker=speaker) if speaker and block.kind not in OUTSIDE else block
        for block, speaker in zip(document.blocks, group.speakers, strict=True)
    )
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return replace(document, blocks=blocks, digest=digest, numbers=tuple(group.numbers))
