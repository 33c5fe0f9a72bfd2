"""The reader of plain text."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SourceError
from kg.model import Document
from kg.readers.base import decode
from kg.readers.metadata import Metadata, front_matter
from kg.readers.paragraphs import paragraphs_of
from kg.readers.structure import document_of

__all__ = ["read_text"]


def read_text(source: Path, data: bytes, sidecar: Metadata) -> Document:
    """The document in the plain text ``data``, with or without front matter.

    Raises:
        SourceError: not UTF-8 text, broken front matter, or nothing behind it.
    """
    text = decode(source, data)
    metadata, start = front_matter(source, text)
    segments = paragraphs_of(text, start)
    if not segments:
        raise SourceError(source, "has no text" + (" behind its front matter" if start else ""))
    return document_of(text, segments, sidecar.over(metadata), source=source, id=source.stem)
