"""The reader of plain text."""

from __future__ import annotations

from pathlib import Path

from kg.model import Document
from kg.readers.metadata import Metadata
from kg.readers.paragraphs import paragraphs_of
from kg.readers.structure import document_from

__all__ = ["read_text"]


def read_text(source: Path, data: bytes, sidecar: Metadata) -> Document:
    """The document in the plain text ``data``, with or without front matter.

    Raises:
        SourceError: not UTF-8 text, broken front matter, or nothing behind it.
    """
    return document_from(source, data, sidecar, paragraphs_of)
