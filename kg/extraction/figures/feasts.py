"""Seasons and holidays: “spring 2025”, "early summer", "Labor Day"; of what days they are, the calendar alone cannot tell."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.figures.calendar import Place, Point
from kg.extraction.figures.dates import NOWHERE
from kg.extraction.figures.numbers import alternatives, squeezed, table

__all__ = ["holiday_openers", "holiday_words", "read_holiday", "read_season"]

_YEAR = r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2})?(?![0-9%]|[.,:][0-9])"
_SEASON = re.compile(
    r"(?:the\s)?(?P<season>spring|summer|autumn|winter|fall)"
    rf"(?:\s(?:of\s)?(?P<year>{_YEAR}|(?:this|last|next)\syear)|(?P<alone>(?=\s?[.,;:)]|\s?$|\s(?:and|or|to|when|if)\b)))"
)


def read_season(place: Place) -> Point | None:
    """“spring 2025”, "the autumn of next year"; alone only where nothing follows, for there is "winter wheat"."""
    found = _SEASON.match(place.low, place.start)
    if found is None or (found.group("season") == "fall" and not found.group("year")):
        return None
    if not found.group("year") and place.low.startswith("the", place.start):
        return None  # a happening like others
    return Point(found.end(), NOWHERE, "season")


@cache
def _holidays() -> tuple[str, ...]:
    return tuple(squeezed(name) for name in table("times")["holidays"]["words"].split("|"))


@cache
def _holiday_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_holidays())})(?!\w|\s(?:island|islands|sunday|monday))(?:\s(?P<year>{_YEAR}))?")


def holiday_openers() -> frozenset[str]:
    """The first words of holidays."""
    return frozenset(re.split(r"[^a-z]", name)[0] for name in _holidays())


def holiday_words() -> frozenset[str]:
    """A word of each holiday: without one of them there is none in a text."""
    return frozenset(re.findall("[a-z]+", name)[-1] for name in _holidays())


def read_holiday(place: Place) -> Point | None:
    """“Labor Day”, "Thanksgiving 2026"."""
    found = _holiday_pattern().match(place.low, place.start)
    if found is None or not place.text[place.start].isupper():
        return None
    return Point(found.end(), NOWHERE, "holiday")
