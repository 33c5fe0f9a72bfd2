"""Cut plain text into paragraphs, however its lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import BlockKind
from kg.readers.bylines import Byline, parse_byline
from kg.readers.furniture import is_furniture
from kg.readers.labels import parse_label
from kg.readers.lines import Style, breaks_off, ends_sentence, marker_of

__all__ = ["Segment", "lines_of", "paragraphs_of", "trimmed"]

_WIDEST = 130  # characters: longer lines were not broken by hand
_NARROWEST = 55  # characters: shorter lines are not broken for want of room
_CITES = re.compile(
    r"\b(?:points?|paragraphs?|articles?|letters?|items?|subparagraphs?|section|clause|under|of|in) ?$", re.IGNORECASE
)
_RECITAL = re.compile(  # opens a paragraph of a preamble; each ends in a comma or semicolon
    r"(?:Having|Whereas|Considering|Recalling|Noting|Recogni[sz]ing|Reaffirming|Affirming|Acknowledging|Emphasi[sz]ing|Stressing|"
    r"Underlining|Welcoming|Bearing|Acting|Taking|Desiring|Deeply|Mindful|Aware|Conscious|Concerned|Convinced|Determined|Guided)\s"
)
_FIRST_WORD = re.compile(r"\S{1,60}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is one paragraph, heading or list item, before it is known which.

    ``kind`` is what the format itself says (a Markdown heading), ``depth`` the column where it begins, ``first`` that a blank
    line stands before it.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    depth: int = 0
    first: bool = True


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The half-open offsets of the lines of ``text[start:end]``, without their line ends."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        at += len(line)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` moved together over white space."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def paragraphs_of(text: str, start: int = 0, end: int | None = None) -> list[Segment]:
    """The paragraphs of ``text[start:end]``: lines broken by hand are joined, lines that are paragraphs stay apart."""
    chunks: list[list[tuple[int, int]]] = [[]]
    for line in lines_of(text, start, end):
        if text[slice(*line)].strip(" \t\u00a0\u200b\ufeff\u3000"):
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    chunks = [chunk for chunk in chunks if chunk]
    flat = len(chunks) == 1  # no blank line anywhere: each line may begin something
    return [segment for chunk in chunks for segment in _segments(text, chunk, flat=flat)]


def _segments(text: str, chunk: Sequence[tuple[int, int]], *, flat: bool) -> Iterator[Segment]:
    lines = [text[slice(*line)].rstrip() for line in chunk]
    width = max((len(line) for line in lines if len(line) <= _WIDEST), default=0)
    each = all(map(ends_sentence, lines))
    head = len(lines) > 1 and not any(map(ends_sentence, lines))  # a title with its date, who speaks where: each on its line
    bylines = [parse_byline(line.strip(), head=True) if head else None for line in lines]
    begin = 0
    for index in range(1, len(chunk) + 1):
        before = lines[index - 1]
        beside = _apart(bylines[index - 1 : index + 1]) and not (breaks_off(before) or before.endswith(","))
        if index == len(chunk) or each or beside or not _continues(before, lines[index], width):
            start, end = trimmed(text, chunk[begin][0], chunk[index - 1][1])
            if start < end:
                yield Segment(start, end, depth=_column(text[chunk[begin][0] : start]), first=flat or begin == 0)
            begin = index


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the paragraph of ``line`` goes on in the line ``following``."""
    after = following.strip()
    word = _FIRST_WORD.match(after)
    room = len(line) <= _WIDEST and len(line) + 1 + len(word[0] if word else "") <= max(width, _NARROWEST)
    full = len(line) <= _WIDEST and not room and len(following) <= _WIDEST  # above a longer line, none was broken by hand
    marker = marker_of(after)
    if marker and _CITES.search(line):
        return True
    numbered = marker is not None and marker.shapes[0][0] in {Style.BULLET, Style.DECIMAL} and not breaks_off(line)
    if marker and (numbered or room or line.endswith((".", ":", ";", ",", "!", "?", " and", " or"))):
        return False
    if full and not ends_sentence(line):
        return not (line.endswith((",", ";")) and _RECITAL.match(after))
    if full:
        return not _begins_something(after)
    return _is_open(line.strip()) and (after[:1].islower() or breaks_off(line))


def _apart(two: Sequence[Byline | None]) -> bool:
    """Whether one line is a date line ("Delivered at the Third Session on 18 January 2026"), or each names who has a post."""
    return any(item is not None and item.date for item in two) or all(item is not None and item.speaker for item in two)


def _begins_something(line: str) -> bool:
    label = parse_label(line)
    return is_furniture(line) or (label is not None and label.sure)


def _is_open(line: str) -> bool:
    """Whether ``line`` breaks off in the middle of a sentence."""
    if ends_sentence(line) or line.endswith((":", ";", "：")):
        return False
    return not is_furniture(line) and parse_byline(line, head=True) is None


def _column(indent: str) -> int:
    return len(indent.expandtabs(4))
