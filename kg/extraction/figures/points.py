"""Times that a preposition governs, seen from the document's date: "this year", "the end of May", "the next decade"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from kg.extraction.figures.calendar import (
    FIRST,
    SHIFTS,
    Place,
    Point,
    read_code,
    read_day,
    read_decade,
    read_iso,
    read_month,
    read_two_years,
    read_weekday,
    read_year,
    read_years,
)
from kg.extraction.figures.dates import NOWHERE, Partial, Span, fraction, halfway, month_span, moved, period
from kg.extraction.figures.feasts import holiday_openers, read_holiday, read_season
from kg.extraction.figures.numbers import alternatives, number_words, small_number, squeezed, table

__all__ = ["Point", "duration", "point"]

Reader = Callable[[Place], "Point | None"]

_FUTURE = re.compile(
    r"(?:the\s)?(?P<side>recent|coming|following|preceding|intervening|upcoming)\s(?:\w{1,12}\s)?(?P<unit>days|weeks|months|years|decades|centuries|times)\b"
)


def point(text: str, low: str, start: int, today: date | None) -> Point | None:
    """The time that begins at ``start`` of ``low`` (``text`` in lower case), or ``None``."""
    return _read(Place(text, low, start, today))


def _read(place: Place) -> Point | None:
    first = FIRST.match(place.low, place.start)
    if first is None:
        return None
    word = "0" if first.group()[0].isdigit() else first.group()
    for reader in _readers().get(word, ()):
        found = reader(place)
        if found is not None:
            return found
    return None


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """First word of a time → what to try on it, in order."""
    data = table("times")
    relative: tuple[Reader, ...] = (_relative, _part)
    readers: dict[str, tuple[Reader, ...]] = {
        "0": (read_day, read_iso, read_two_years, read_years, read_year),
        "the": (_part, read_season, _span, _relative, _recent, read_decade, read_years, read_year, read_day),
        **dict.fromkeys(("this", "last", "next", "later", "earlier", "same"), relative),
        **dict.fromkeys(("recent", "coming", "following", "preceding", "upcoming"), (_recent,)),
        **dict.fromkeys(("early", "late", "mid", "end", "year", "years", "period"), (_part, _relative, read_years, read_year)),
        **dict.fromkeys(("fy", "fiscal", "financial", "calendar", "school", "academic"), (read_years, read_year)),
        **dict.fromkeys(("spring", "summer", "autumn", "winter", "fall"), (read_season,)),
        **dict.fromkeys(("h", "q"), (read_code,)),
        **dict.fromkeys(data["months"], (read_day, read_month)),
        **dict.fromkeys(data["weekdays"], (read_day, read_weekday)),
    }
    for word in holiday_openers():
        readers[word] = (*readers.get(word, ()), read_holiday)
    return readers


@cache
def duration() -> re.Pattern[str]:
    """A number of units: groups ``about``, ``count``, ``other`` (units that are not plain days or months), ``unit``.

    >>> duration().match("at least ten working days").group("count", "unit")
    ('ten', 'days')
    """
    data = table("times")
    words = alternatives(list(number_words()))
    number = rf"[0-9]{{1,4}}|(?:{words})(?:[-\s](?:{words}))?|an?|one|(?:a\s)?few|several|many|a\scouple\sof|half\san?|a\sdozen"
    modifiers = {name: alternatives(value.split("|")) for name, value in data["unit_modifiers"].items()}
    about = alternatives([squeezed(phrase) for phrase in data["about"]["words"].split("|")])
    return re.compile(
        rf"(?:(?P<about>{about})\s)?(?P<count>{number})(?:\s\([0-9]{{1,4}}\))?[\s-](?:(?:{modifiers['exact']})\s|(?P<other>{modifiers['other']})\s)?"
        rf"(?P<unit>{alternatives(list(data['units']))})\b"
    )


@cache
def _relative_pattern() -> re.Pattern[str]:
    data = table("times")
    units = "day|week|month|quarter|year|decade|century|fortnight|generation"
    modifier = "|".join(data["unit_modifiers"].values())
    days = alternatives(list(data["weekdays"]))
    months = alternatives([name for name in data["months"] if len(name) > 4 or name in {"june", "july", "may"}])
    return re.compile(
        rf"(?:(?P<part>early|late|later|earlier|mid)[\s-])?(?:the\s(?P<the>past|previous|coming|current|following|same|present|preceding|whole|next|last|upcoming|entire)"
        rf"|(?P<shift>this|last|next))\s(?:(?P<modifier>{modifier})\s)?(?:(?P<unit>{units})\b|(?P<weekday>{days})\b|(?P<month>{months})\b|(?P<season>{data['seasons']['words']})\b)"
        r"(?:\sand\s(?P<more>next|the\snext|this|last)\b(?!\s\w))?"
    )


def _relative(place: Place) -> Point | None:
    """“this year”, "last Friday", "next January", "the past decade", "later this year"."""
    found = _relative_pattern().match(place.low, place.start)
    if found is None:
        return None
    word = found.group("the") or found.group("shift")
    named = found.group("weekday") or found.group("month")
    if named and not place.text[found.start("weekday" if found.group("weekday") else "month")].isupper():
        return None
    span = _relative_span(place.today, word, found)
    if found.group("part") in {"later", "earlier"}:
        holds = (
            place.today is not None
            and span.first is not None
            and span.last is not None
            and span.first <= place.today <= span.last
        )
        span = (
            NOWHERE
            if not holds
            else Span(place.today, span.last)
            if found.group("part") == "later"
            else Span(span.first, place.today)
        )
    elif found.group("part"):
        span = halfway(span, found.group("part"))
    if found.group("more"):
        span = NOWHERE
    return Point(found.end(), span, "relative")


def _relative_span(today: date | None, word: str, found: re.Match[str]) -> Span:
    unit, shift = found.group("unit"), SHIFTS.get(word)
    if today is None or shift is None or found.group("season") or found.group("modifier") not in {None, "calendar"}:
        return NOWHERE
    if unit:
        if word in {"past", "coming"} and unit != "day":  # the twelve months up to today, or from it
            other = moved(today, shift, unit)
            return Span(min(other, today), max(other, today)) if other else NOWHERE
        return NOWHERE if word in {"following", "preceding", "previous"} else period(today, unit, shift)
    if found.group("month"):
        return _relative_month(today, table("times")["months"][found.group("month")], shift)
    ahead = (table("times")["weekdays"][found.group("weekday")] - today.weekday()) % 7
    if shift == 0:
        day = moved(period(today, "week").first, table("times")["weekdays"][found.group("weekday")], "day")
    else:  # the last one before today; "next Friday" may mean this week's or the one after
        day = moved(today, (ahead or 7) - 7 if ahead else -7, "day") if shift < 0 else None
    return Span(day, day)


def _relative_month(today: date, month: int, shift: int) -> Span:
    if shift < 0:
        return month_span(today.year - (month >= today.month), month)
    if shift > 0:
        return month_span(today.year + (month <= today.month), month)
    return month_span(today.year, month)


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:the\s)?(?:very\s)?(?P<edge>end|beginning|start|middle|close|turn)\sof\s|(?P<loose>early|late|mid|end(?=-))[\s-]"
        r"|(?:the\s)?(?P<ordinal>first|second|third|fourth|final|last|latter|1st|2nd|3rd|4th)\s"
        r"(?:(?P<count>[0-9]|three|four|five|six|seven|eight|nine|ten|eleven)\s)?(?P<parts>half|quarter|quarters|months|month)(?P<of>\sof\s(?:fiscal\s)?|\s(?=20[0-9][0-9]))?)"
    )


_WHOLE = re.compile(r"(?P<which>the|this|that|each|every)\s(?P<unit>year|month|quarter|decade|century|week)\b(?!['’])")


def _part(place: Place) -> Point | None:
    """“the end of 2027”, "early May", "the first half of this year", "the first quarter"."""
    found = _part_pattern().match(place.low, place.start) if place.depth < 3 else None  # "the end of the end of …" ends here
    if found is None:
        return None
    bare = found.group("parts") and not found.group("of")
    if bare:
        return Point(found.end(), NOWHERE, "part") if found.group("parts") == "quarter" and not found.group("count") else None
    whole = _WHOLE.match(place.low, found.end())
    if whole:
        known = whole.group("which") in {"the", "this"}
        of: Point | None = Point(whole.end(), period(place.today, whole.group("unit")) if known else NOWHERE, "relative")
    else:
        of = _read(place._replace(start=found.end(), depth=place.depth + 1))
    if of is None or of.kind in {"part", "span"}:
        return None
    if not found.group("parts"):
        # the year of "the end of May" is that of May nearest the document's date, either side: unknown unless it is this month
        return (
            Point(of.end, halfway(of.span, found.group("edge") or found.group("loose")), "part", None)
            if of.partial is None
            else _part_of_month(of, found)
        )
    return Point(of.end, _portion(of.span, found), "part")


def _part_of_month(of: Point, found: re.Match[str]) -> Point:
    partial = of.partial
    if partial is not None and partial.day is None and found.group("edge") in {"beginning", "start"}:
        return Point(of.end, halfway(of.span, "start"), "part", Partial(partial.month, 1))
    return Point(of.end, halfway(of.span, found.group("edge") or found.group("loose")), "part")


def _portion(span: Span, found: re.Match[str]) -> Span:
    index = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}.get(
        found.group("ordinal")
    )
    parts, count = found.group("parts"), small_number(found.group("count") or "1") or 1
    if parts == "half":
        return fraction(span, 1 if index is None else index, 2) if index in {0, 1, None} else NOWHERE
    if parts == "quarter":
        return fraction(span, 3 if index is None else index, 4)
    if parts == "months" and index == 0 and span.first and fraction(span, 0, 1) != NOWHERE:
        return month_span(span.first.year, 1, count) if count <= 12 else NOWHERE
    return NOWHERE


@cache
def _span_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"the\s(?P<side>past|last|next|coming|previous|first|following|final|preceding|subsequent|upcoming)\s(?:(?P<few>few|several|couple\sof)\s)?{duration().pattern}"
        r"|the\s(?P<side2>past|last|next|coming|previous|following|preceding|upcoming)\s(?P<few2>few|several|couple\sof)\s(?P<unit2>\w{3,9}s)\b"
    )


def _span(place: Place) -> Point | None:
    """“the next five years”, "the past two decades": counted from the document's date."""
    found = _span_pattern().match(place.low, place.start)
    if found is None:
        return None
    side, count = found.group("side") or found.group("side2"), small_number(squeezed(found.group("count") or ""))
    units = table("times")["units"]
    if found.group("unit2") and found.group("unit2") not in units:
        return None
    shift, span = SHIFTS.get(side), NOWHERE
    back = shift is not None and shift < 0
    if shift is not None and side not in {"following", "preceding", "previous"}:
        other = None
        if count is not None and not found.group("other") and not found.group("about"):
            other = moved(place.today, shift * count, units[found.group("unit")])
        span = Span(other, place.today) if back else Span(place.today, other)
    return Point(found.end(), span, "span")


def _recent(place: Place) -> Point | None:
    """“recent years”, "the coming months"."""
    found = _FUTURE.match(place.low, place.start)
    if found is None:
        return None
    spans = {"recent": Span(None, place.today), "coming": Span(place.today, None), "upcoming": Span(place.today, None)}
    return Point(found.end(), spans.get(found.group("side"), NOWHERE), "span")
