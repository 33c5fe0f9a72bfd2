"""Short ways to read a text in a test."""

from __future__ import annotations

import json
from pathlib import Path

from kg.model import Block, Document
from kg.readers import Metadata, read_sentences
from kg.readers.markdown import read_markdown
from kg.readers.text import read_text


def from_text(text: str, metadata: Metadata | None = None) -> Document:
    return read_text(Path("sample.txt"), text.encode(), metadata or Metadata())


def from_markdown(text: str, metadata: Metadata | None = None) -> Document:
    return read_markdown(Path("sample.md"), text.encode(), metadata or Metadata())


def from_sentences(folder: Path, *texts: str, **more: str) -> Document:
    lines = [json.dumps({"doc": "d", "sent": number, "text": text, **more}) for number, text in enumerate(texts, 1)]
    path = folder / "sentences.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return next(read_sentences(path))


def outline(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind.value, document.block_text(block)) for block in document.blocks]


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


def find(document: Document, words: str) -> Block:
    """The first block that begins with ``words``."""
    return next(block for block in document.blocks if document.block_text(block).startswith(words))
