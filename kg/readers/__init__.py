"""Read sources into documents: exact text, blocks that say what each stretch is and who speaks, and metadata.

A reader is chosen by the file's ending. Other packages add readers through the entry-point group ``kg.readers``: the entry
point's name is the ending without its dot, its value a ``Reader``.
"""

from __future__ import annotations

from kg.readers.base import Reader
from kg.readers.files import endings, find_sources, read
from kg.readers.marks import reading_text
from kg.readers.metadata import Metadata
from kg.readers.sentences import read_sentences
from kg.readers.structure import Segment, document_of

__all__ = [
    "Metadata",
    "Reader",
    "Segment",
    "document_of",
    "endings",
    "find_sources",
    "read",
    "read_sentences",
    "reading_text",
]
