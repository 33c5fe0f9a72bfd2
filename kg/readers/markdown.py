"""The reader of Markdown: CommonMark's blocks as far as they tell text to read from the rest.

The text itself stays as it is; ``reading_text`` blanks the mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kg.model import BlockKind, Document
from kg.readers.metadata import Metadata
from kg.readers.paragraphs import Segment, lines_of, paragraphs_of, trimmed
from kg.readers.structure import document_from

__all__ = ["read_markdown", "segments_of"]

_FENCE = re.compile(r"\s{0,3}(?:>\s?)*(?P<fence>`{3,}|~{3,})")
_ATX = re.compile(r"\s{0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<title>.*?))??(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"\s{0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DELIMITER = re.compile(r"\s*(?:>\s?)*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]\n]{1,200}\]:\s*\S")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_COMMENT = re.compile(r"\s*<!--")
_HTML = re.compile(r"\s{0,3}</?[A-Za-z!][^>\n]{0,500}>?\s*$")


def read_markdown(source: Path, data: bytes, sidecar: Metadata) -> Document:
    """The document in the Markdown ``data``, with or without front matter.

    Raises:
        SourceError: not UTF-8 text, broken front matter, or nothing behind it.
    """
    return document_from(source, data, sidecar, segments_of)


def segments_of(text: str, start: int = 0) -> list[Segment]:
    """The paragraphs, headings, list items and furniture of the Markdown ``text`` from ``start``."""
    return _Blocks(text, list(lines_of(text, start))).run()


class _Blocks:
    """Goes through the lines of a Markdown text and gathers them into segments."""

    def __init__(self, text: str, lines: list[tuple[int, int]]) -> None:
        self.text, self.lines = text, lines
        self.segments: list[Segment] = []
        self.open: list[tuple[int, int]] = []  # lines of the paragraph or item being read
        self.item: int | None = None  # column of the list item being read
        self.gap = True

    def run(self) -> list[Segment]:
        """All segments."""
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        self._close()
        return self.segments

    def _step(self, at: int) -> int:
        """Take the line ``at``, or all lines of the construct that it opens; returns the next line."""
        line = self._line(at)
        bare = line[match.end() :] if (match := _QUOTE.match(line)) else line
        if not bare.strip():
            self._close()
            self.gap = True
            return at + 1
        if end := self._whole(at, line):
            self._close()
            self._add(at, end, BlockKind.FURNITURE)
            return end
        if self.open and self.item is None and _SETEXT.match(line):
            self._close(BlockKind.HEADING)
            return at + 1
        if _RULE.match(bare):
            self._close()
            self._add(at, at + 1, BlockKind.FURNITURE)
        elif heading := _ATX.match(bare):
            self._close()
            self._heading(at, len(line) - len(bare), heading)
        elif item := _ITEM.match(bare):
            self._close()
            self.item = len(item["indent"].expandtabs(4))
            self.open.append(self.lines[at])
        else:
            self.open.append(self.lines[at])
        return at + 1

    def _whole(self, at: int, line: str) -> int:
        """The line behind the code, table, comment, tag or definition that begins in line ``at``; 0 when none does."""
        if fence := _FENCE.match(line):
            mark = fence["fence"]
            closing = re.compile(rf"\s{{0,3}}(?:>\s?)*{re.escape(mark[0])}{{{len(mark)},}}\s*$")
            return self._until(at, lambda text: closing.match(text) is not None)
        if _COMMENT.match(line):
            return at + 1 if "-->" in line else self._until(at, lambda text: "-->" in text)
        if "|" in line and at + 1 < len(self.lines) and _DELIMITER.match(self._line(at + 1)):
            end = at + 2
            while end < len(self.lines) and "|" in self._line(end):
                end += 1
            return end
        if not self.open and (_DEFINITION.match(line) or _HTML.match(line)):
            return at + 1
        return 0

    def _until(self, at: int, closes: Callable[[str], bool]) -> int:
        end = at + 1
        while end < len(self.lines) and not closes(self._line(end)):
            end += 1
        return min(end + 1, len(self.lines))

    def _heading(self, at: int, shift: int, heading: re.Match[str]) -> None:
        if heading["title"] and heading["title"].strip("# "):
            start = self.lines[at][0] + shift
            first, last = heading.span("title")
            self._append(start + first, start + last, BlockKind.HEADING, 0)

    def _add(self, at: int, end: int, kind: BlockKind) -> None:
        self._append(self.lines[at][0], self.lines[end - 1][1], kind, 0)

    def _close(self, kind: BlockKind | None = None) -> None:
        """End the paragraph or item that is open."""
        if not self.open:
            return
        lines, item = self.open, self.item
        self.open, self.item = [], None
        first = self.text[lines[0][0] : lines[0][1]]
        quote = match.end() if (match := _QUOTE.match(first)) else 0
        start, end = lines[0][0] + quote, lines[-1][1]
        if item is not None:
            self._append(start, end, BlockKind.LIST_ITEM, item)
        elif kind is not None or quote:
            self._append(start, end, kind, 0)
        else:
            for segment in paragraphs_of(self.text, start, end):
                self._append(segment.start, segment.end, None, 0)

    def _append(self, start: int, end: int, kind: BlockKind | None, depth: int) -> None:
        start, end = trimmed(self.text, start, end)
        if start < end:
            self.segments.append(Segment(start, end, kind, depth, self.gap))
            self.gap = False

    def _line(self, at: int) -> str:
        return self.text[slice(*self.lines[at])]
