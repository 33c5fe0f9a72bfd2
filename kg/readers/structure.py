"""Understand a document without help: what each paragraph is, who speaks, and what the text says about itself.

Text files, Markdown bodies and sentences given one by one all pass through here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import SourceError
from kg.model import Block, BlockKind, Document
from kg.readers.base import decode
from kg.readers.bylines import Byline, is_genre, parse_byline, speaker_in
from kg.readers.dates import find_date
from kg.readers.furniture import is_furniture
from kg.readers.labels import Label, capitals_to_names, official, parse_label
from kg.readers.lines import (
    Marker,
    Style,
    ends_sentence,
    has_finite_verb,
    heading_strength,
    looks_like_title,
    marker_of,
)
from kg.readers.metadata import Metadata, front_matter
from kg.readers.page import HEAD, Page
from kg.readers.paragraphs import Segment
from kg.readers.turns import introduced, mark_questions, only_voice

__all__ = ["OUTSIDE", "Segment", "document_from", "document_of"]

_COLON = re.compile(r"[:：]$")
_OPEN_ITEM = re.compile(r"(?:;|[;,] (?:and|or))$")
_FIRST_ITEM = re.compile(r"(?:[A-Z][^.;:]{2,80}[.:—–-]{1,2}\s+)?(?=\((?:a|1|i)\)\s)")
_EVENT = re.compile(
    r"\b(?:Press Conference|Briefing|Remarks|Statement|Speech|Address|Interview|Communiqué)\b"
)  # a title's words
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.TITLE})
OUTSIDE = frozenset({BlockKind.TITLE, BlockKind.BYLINE, BlockKind.FURNITURE})  # said by nobody


def document_from(
    source: Path, data: bytes, sidecar: Metadata, segments_of: Callable[[str, int], Sequence[Segment]]
) -> Document:
    """The document in ``data``, with or without front matter; ``segments_of`` cuts the text from an offset on.

    Raises:
        SourceError: not UTF-8 text, broken front matter, or nothing behind it.
    """
    text = decode(source, data)
    metadata, start = front_matter(source, text)
    segments = segments_of(text, start)
    if not segments:
        raise SourceError(source, "has no text" + (" behind its front matter" if start else ""))
    return document_of(text, segments, sidecar.over(metadata), source=source, id=source.stem)


def document_of(
    text: str,
    segments: Sequence[Segment],
    metadata: Metadata,
    *,
    source: object,
    id: str,
    given: bool = False,
) -> Document:
    """The document that ``text`` is, cut into ``segments``; ``metadata`` overrides what the text says.

    ``given``: the segments are sentences; each becomes one block as it is, and a heading or title must show by its capitals.
    The digest is left for the caller to fill in.
    """
    builder = _Builder(text, segments, metadata, given=given)
    page = builder.run()
    said = metadata.over(page.inferred)
    if said.date is None and said.title and (found := find_date(said.title)):
        said = replace(said, date=found[0])
    return Document(
        id=said.id or id,
        text=text,
        digest="",
        source=str(source),
        blocks=tuple(_finished(page, metadata)),
        title=said.title,
        date=said.date,
        publisher=said.publisher,
        language=said.language,
        speakers=said.speakers or tuple(introduced(text, speaker) for speaker in page.turns.found),
        speaks_for=said.speaks_for,
        given=given,
        citations=said.citations,
        warnings=said.warnings,
    )


def _finished(page: Page, metadata: Metadata) -> list[Block]:
    """The blocks, with what only the whole shows: turns that only ask, and the one voice of a speech."""
    blocks = mark_questions(page.text, page.blocks, metadata.speakers)
    said = " ".join(page.text[block.start : block.end] for block in blocks if block.kind not in OUTSIDE)
    voice = None if page.turns.number else only_voice(said, metadata.speakers or page.turns.found)
    return [replace(block, speaker=voice) if voice and block.kind not in OUTSIDE else block for block in blocks]


def _first_inside(line: str) -> Marker | None:
    """The marker of the first item, where it stands in its list's own line: "(a) In general" behind "Sec. 3. Actions."."""
    match = _FIRST_ITEM.match(line)
    return marker_of(line[match.end() :]) if match else None


_OF_NAMES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "di",
        "del",
        "della",
        "du",
        "dos",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
    ]
)


class _Builder:
    """Makes the blocks of one document, segment by segment.

    Each test adds the blocks of a segment and returns True when the segment is of its kind.
    """

    def __init__(self, text: str, segments: Sequence[Segment], metadata: Metadata, *, given: bool) -> None:
        self.text, self.segments, self.metadata, self.given = text, segments, metadata, given
        self.lines = [text[segment.start : min(segment.end, segment.start + HEAD)] for segment in segments]
        self.labels = [parse_label(line) for line in self.lines]
        self.page = Page(text, self.labels, metadata)
        self.unmarked = -1  # index of the latest list item without a marker

    def run(self) -> Page:
        """The page with all segments on it."""
        tests = (self._furniture, self._label, self._byline, self._title, self._marked, self._implied, self._heading)
        for index, segment in enumerate(self.segments):
            if not any(test(index, segment) for test in tests):
                self.page.lists.close()
                self.page.add(BlockKind.PARAGRAPH, segment.start, segment.end)
        return self.page

    def _furniture(self, index: int, segment: Segment) -> bool:
        if segment.kind is not BlockKind.FURNITURE and (segment.kind or not is_furniture(self.lines[index])):
            return False
        self.page.add(BlockKind.FURNITURE, segment.start, segment.end)
        return True

    def _label(self, index: int, segment: Segment) -> bool:
        label = self.labels[index]
        if label is None or segment.kind is BlockKind.LIST_ITEM:
            return False
        start = min(segment.start + label.end, segment.end)
        rest = self.text[start : segment.end].strip("*_ \t\r\n")
        if self.page.in_head and not self._opens(label, index, rest):
            return False
        if not self.page.turns.accepts(label, rest, before_list=not rest and self._is_marked(index + 1)):
            return False
        self.page.lists.close()
        self.page.turns.begin(label)
        if not rest or not self.given:
            self.page.add(BlockKind.SPEAKER, segment.start, segment.start + label.colon if rest else segment.end)
        if rest:
            self.page.add(BlockKind.PARAGRAPH, segment.start if self.given else start, segment.end)
        return True

    def _opens(self, label: Label, index: int, rest: str) -> bool:
        """Whether ``label`` opens a turn in the document's head, where "Source: Xinhua" and "Press briefing: Tax" stand too."""
        line = self.lines[index]
        if parse_byline(line, head=True) is not None or self._kicker(index, line) is not None:
            return False
        return not rest or ends_sentence(rest) or self.page.turns.repeats(label)

    def _byline(self, index: int, segment: Segment) -> bool:
        line = self.lines[index].replace("**", "").strip("*_ ")
        byline = parse_byline(line, head=self.page.in_head) if segment.kind is None else None
        if byline is None and self.page.in_head and segment.kind is None:
            byline = self._kicker(index, line) or self._who_speaks(line)
        if byline is None or (self.page.inferred.title is None and _EVENT.search(line) and len(line.split()) > 7):
            return False
        self.page.infer(byline)
        self.page.add(BlockKind.BYLINE, segment.start, segment.end)
        return True

    def _kicker(self, index: int, line: str) -> Byline | None:
        """A line above the title ("PRESS RELEASE", "THE WHITE HOUSE") or above those present ("Speakers:")."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
        titled = self.page.inferred.title or (not is_furniture(following) and heading_strength(following.strip("*_# ")))
        if titled and is_genre(line):
            return Byline()
        if line.endswith((":", "：")) and len(line.split()) <= 3:
            present = parse_byline(following, head=True)
            return Byline() if present is not None and present.speaker else None
        above = self.page.inferred.title is None and line.isupper() and 1 < len(line.split()) <= 4 and not self.given
        if above and len(following.split()) > 4 and looks_like_title(following, strict=True):
            return Byline(publisher=capitals_to_names(line))
        return None

    def _who_speaks(self, line: str) -> Byline | None:
        """A name with its post and nothing else, under the title: "Governor Lin Wenbo"."""
        if self.given or self.page.inferred.title is None or len(line.split()) > 8 or ends_sentence(line):
            return None
        return Byline(speaker=line) if official(line) is not None else None

    def _title(self, index: int, segment: Segment) -> bool:
        if not self.page.in_head or self.page.inferred.title or segment.kind not in {None, BlockKind.HEADING}:
            return False
        line = " ".join(self.text[segment.start : min(segment.end, segment.start + 400)].split()).strip("*_# ")
        if not line or not (segment.kind or self._is_title(index, line)):
            return False
        self.page.inferred = replace(self.page.inferred, title=line)
        if not self.metadata.speakers and (speaker := speaker_in(line)) is not None:
            self.page.turns.expect(speaker)
        self.page.add(BlockKind.TITLE, segment.start, segment.end)
        return True

    def _is_title(self, index: int, line: str) -> bool:
        if self.metadata.title is not None and line.casefold() == self.metadata.title.casefold():
            return True
        if index + 1 == len(self.segments) or marker_of(line):
            return False
        if self.given and self.metadata.title and heading_strength(line) == 2:
            return False
        return looks_like_title(line, strict=self.given)

    def _marked(self, index: int, segment: Segment) -> bool:
        marker = marker_of(self.lines[index])
        kind = None
        if marker and segment.kind is not BlockKind.HEADING:
            kind = self._marked_kind(index, marker, self.text[segment.start + marker.end : segment.end])
        if marker is None or kind is None:
            return False
        start = segment.start if self.given else segment.start + marker.end
        lead = None
        if kind is BlockKind.LIST_ITEM:
            at = len(self.page.blocks)
            lead = self.page.lists.add(marker, depth=segment.depth, index=at, lead=self.page.lead())
        else:
            self.page.lists.close()
            if first := _first_inside(self.lines[index][marker.end :]):
                self.page.lists.add(first, depth=segment.depth, index=len(self.page.blocks), lead=None)
        self.page.add(kind, start, segment.end, lead=lead)
        return True

    def _marked_kind(self, index: int, marker: Marker, rest: str) -> BlockKind | None:
        """List item, numbered paragraph or numbered heading; None when the sign is no marker ("A. Smith said so.")."""
        style, signs, _ = marker.shapes[0]
        inside = self.page.lists.continues(marker) or self.page.ends(_COLON)
        unit = style is Style.UNIT
        if self.segments[index].kind or (inside and not unit) or style is Style.BULLET or signs.endswith("a"):
            return BlockKind.LIST_ITEM
        strength = heading_strength(rest)
        if strength and style is Style.UNIT:  # "Article 5 Scope"
            return BlockKind.HEADING
        if signs == ".A":  # "A. Trade", "IV. Trade"; "A. whereas the Council has …", but "A. van Dijk said"
            said = rest[:1].islower() and rest.split(maxsplit=1)[0] not in _OF_NAMES
            return BlockKind.HEADING if strength else BlockKind.PARAGRAPH if said else None
        leads = rest.rstrip().endswith(":") and (len(rest[:HEAD].split()) > 3 or has_finite_verb(rest))
        if leads or ends_sentence(rest) or (has_finite_verb(rest) and rest.rstrip().endswith((";", ","))):
            return BlockKind.PARAGRAPH
        if strength == 2 or (strength and not self.given and not self._is_marked(index + 1, marker)):
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM

    def _is_marked(self, index: int, like: Marker | None = None) -> bool:
        """Whether segment ``index`` begins with a list marker, of the same kind as ``like``."""
        marker = marker_of(self.lines[index]) if index < len(self.segments) else None
        return marker is not None and (like is None or marker.shapes[0][:2] == like.shapes[0][:2])

    def _implied(self, index: int, segment: Segment) -> bool:
        """An item without a marker: after a colon, or after an item that ends in a semicolon."""
        page = self.page
        if segment.kind or page.last is None or page.turns.asking:
            return False
        before = page.blocks[page.last]
        half_done = before.kind is BlockKind.LIST_ITEM and _OPEN_ITEM.search(page.tail(before)) is not None
        if half_done or (page.last == self.unmarked and self._is_bare(index)):
            lead = before.lead
        elif before.kind is not BlockKind.SPEAKER and page.ends(_COLON) and self._starts_items(index):
            lead = page.last
        else:
            return False
        self.unmarked = len(page.blocks)
        page.add(BlockKind.LIST_ITEM, segment.start, segment.end, lead=lead)
        return True

    def _starts_items(self, index: int) -> bool:
        segment = self.segments[index]
        if _OPEN_ITEM.search(self.text[max(segment.start, segment.end - 12) : segment.end].rstrip()):
            return True
        return self._is_bare(index) and index + 1 < len(self.segments) and self._is_bare(index + 1)

    def _is_bare(self, index: int) -> bool:
        """Whether segment ``index`` is a short line without the end of a sentence."""
        segment = self.segments[index]
        line = self.lines[index].rstrip()
        short = segment.end - segment.start < HEAD - 1 and not ends_sentence(line) and not _COLON.search(line)
        return short and heading_strength(line) < 2

    def _heading(self, index: int, segment: Segment) -> bool:
        strength = 2 if segment.kind is BlockKind.HEADING else self._strength(index, segment)
        if not strength:
            return False
        if segment.kind:
            self.page.turns.asking = False  # a heading set as one ends the question before it
        elif self.page.turns.asking:
            return False
        self.page.lists.close()
        marker = marker_of(self.lines[index]) if segment.kind else None
        counted = marker is not None and marker.shapes[0][0] in {Style.NUMBER, Style.DECIMAL, Style.ROMAN}
        self.page.add(BlockKind.HEADING, segment.start + (marker.end if marker and counted else 0), segment.end)
        return True

    def _strength(self, index: int, segment: Segment) -> int:
        """2 or 1 for a heading, 0 for none; where nothing but a short line speaks for it, a longer text must follow."""
        line = self.lines[index].strip("*_ ") if segment.end - segment.start < HEAD else ""
        strength = heading_strength(line) if line else 0
        if strength != 1:
            return strength
        if self.page.in_head and self.page.blocks and not self.given:
            return strength  # subtitles, session, place
        if not segment.first and (self.page.last is None or self.page.blocks[self.page.last].kind not in _HEADINGS):
            return 0
        follows = self.segments[index + 1] if index + 1 < len(self.segments) else None
        if self.given or follows is None:
            return 0
        tail = self.text[max(follows.start, follows.end - 16) : follows.end]
        opens = follows.end - follows.start > len(line) and (ends_sentence(tail) or _COLON.search(tail) is not None)
        return int(opens or follows.kind is BlockKind.LIST_ITEM or self._is_marked(index + 1))
