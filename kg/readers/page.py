"""The blocks of a document while they are made, and what has been inferred so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Block, BlockKind
from kg.readers.base import table
from kg.readers.bylines import Byline, dateline_of
from kg.readers.labels import Label, person_of
from kg.readers.lists import Lists
from kg.readers.metadata import Metadata, speaker_of
from kg.readers.turns import Turns

__all__ = ["HEAD", "Page"]

HEAD = 240  # characters of a paragraph that decide what it is
_HEAD_BLOCKS = 12  # headings further down are no subtitles
_BESIDE = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
_LEADS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.QUESTION})
_BACK_MATTER = table("back_matter")  # headings behind which nobody speaks any more
_GENERIC = table("furniture") | {"the author", "own work"}


class Page:
    """A document's blocks so far."""

    def __init__(self, text: str, labels: Sequence[Label | None], metadata: Metadata) -> None:
        self.text = text
        self.turns = Turns(text, labels, metadata.speakers)
        self.lists = Lists()
        self.blocks: list[Block] = []
        self.inferred = Metadata()
        self.in_head = True  # nothing but title, bylines and furniture so far
        self.last: int | None = None  # index of the latest block that is neither furniture nor byline
        self._heading: int | None = None

    def add(self, kind: BlockKind, start: int, end: int, *, lead: int | None = None) -> None:
        """Add a block of ``kind``; what is said in a question turn is a question."""
        turns = self.turns
        if kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            self._hear(kind, self.text[start : min(end, start + HEAD)])
            kind = BlockKind.QUESTION if turns.asking else kind
        if kind is BlockKind.HEADING:
            self._heading = len(self.blocks)
            if self._words(start, end) & _BACK_MATTER:
                turns.end()
        beside = kind in _BESIDE
        if kind not in _BESIDE | {BlockKind.TITLE}:
            self.in_head = self.in_head and kind is BlockKind.HEADING and len(self.blocks) < _HEAD_BLOCKS
        speaker = None if beside or kind is BlockKind.TITLE else turns.speaker
        heading = None if beside or kind in {BlockKind.HEADING, BlockKind.TITLE} else self._heading
        lead = lead if kind is BlockKind.LIST_ITEM else None
        if not beside:
            self.last = len(self.blocks)
        self.blocks.append(Block(kind, start, end, speaker, turns.number, heading, lead))

    def lead(self) -> int | None:
        """The index of the block that would introduce a list beginning here."""
        if self.last is None or self.blocks[self.last].kind not in _LEADS:
            return None
        return self.last

    def ends(self, pattern: re.Pattern[str]) -> bool:
        """Whether the latest block ends as ``pattern`` says."""
        return self.last is not None and pattern.search(self.tail(self.blocks[self.last])) is not None

    def tail(self, block: Block) -> str:
        """The last words of ``block``, without emphasis marks."""
        return self.text[max(block.start, block.end - 12) : block.end].rstrip("*_ \t\r\n")

    def infer(self, byline: Byline) -> None:
        """Take from ``byline`` what no earlier line has said."""
        publisher = byline.publisher if byline.publisher and byline.publisher.casefold() not in _GENERIC else None
        more = Metadata(
            date=byline.date,
            publisher=publisher,
            citations=(byline.source,) if byline.source else (),
        )
        if byline.speaker:
            self.turns.expect(person_of(byline.speaker) or speaker_of(byline.speaker))
        citations = tuple(dict.fromkeys(self.inferred.citations + more.citations))
        self.inferred = replace(self.inferred.over(more), citations=citations)

    def _words(self, start: int, end: int) -> set[str]:
        """The first word and the first two words of a heading."""
        words = re.findall(r"[\w'’]+", self.text[start : min(end, start + HEAD)].casefold().replace("’", "'"))[:2]
        return {" ".join(words[:1]), " ".join(words)}

    def _hear(self, kind: BlockKind, words: str) -> None:
        dateline = dateline_of(words) if kind is BlockKind.PARAGRAPH and self.turns.number == 0 else None
        if dateline:
            self.infer(dateline[1])
        self.turns.says(words)
