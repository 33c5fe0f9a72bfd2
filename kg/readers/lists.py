"""Which list an item belongs to, and what introduces it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.readers.lines import Marker, Style

__all__ = ["Lists"]


_DEEPEST = 8  # levels


@dataclass(slots=True)
class _Level:
    style: Style
    signs: str
    ordinal: int
    depth: int
    lead: int | None  # index of the block that introduces this level
    last: int  # index of its latest item


class Lists:
    """The lists open at this point of a document, outermost first."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def close(self) -> None:
        """End all lists."""
        self._levels.clear()

    def continues(self, marker: Marker) -> bool:
        """Whether ``marker`` follows on an item of an open list."""
        return any(self._reading(level, marker, level.depth) is not None for level in self._levels)

    def add(self, marker: Marker, *, depth: int, index: int, lead: int | None) -> int | None:
        """Enter the item that is block ``index`` and begins in column ``depth``.

        Returns the index of the block that introduces it: that of its list, the item above for a nested list, ``lead`` for a
        new one.
        """
        begins = any(ordinal == 1 for _, _, ordinal in marker.shapes)  # "(i)" after "(a)" opens a list, skips no letters
        for strict in (True,) if begins else (True, False):
            for at in range(len(self._levels) - 1, -1, -1):
                level = self._levels[at]
                ordinal = self._reading(level, marker, depth, strict=strict)
                if ordinal is not None:
                    del self._levels[at + 1 :]
                    level.ordinal, level.last = ordinal, index
                    return level.lead
        while self._levels and self._levels[-1].depth > depth:
            self._levels.pop()
        above = self._levels[-1].last if self._levels else lead
        style, signs, ordinal = min(marker.shapes, key=lambda shape: shape[2] > 1)
        del self._levels[_DEEPEST:]
        self._levels.append(_Level(style, signs, ordinal, depth, above, index))
        return above

    @staticmethod
    def _reading(level: _Level, marker: Marker, depth: int, *, strict: bool = True) -> int | None:
        """The ordinal of ``marker`` as the next item of ``level``; not ``strict``: numbers may be left out."""
        for style, signs, ordinal in marker.shapes:
            if (style, signs) != (level.style, level.signs):
                continue
            if style in {Style.BULLET, Style.UNIT, Style.DECIMAL}:
                if abs(depth - level.depth) <= 1:
                    return ordinal
            elif ordinal == level.ordinal + 1 or (ordinal == level.ordinal == 1 and depth == level.depth):
                return ordinal  # the next one, or Markdown's "1." all the way down
            elif not strict and ordinal > level.ordinal:
                return ordinal
        return None
