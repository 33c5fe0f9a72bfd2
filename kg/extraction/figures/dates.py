"""Days that a time expression names: pure arithmetic; ``None`` wherever the calendar ends or nothing is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

__all__ = [
    "NOWHERE",
    "Partial",
    "Span",
    "fraction",
    "halfway",
    "month_span",
    "moved",
    "nearest",
    "partial_span",
    "period",
    "safe_day",
    "span_years",
]


class Span(NamedTuple):
    """First and last day, both included."""

    first: date | None
    last: date | None


class Partial(NamedTuple):
    """A month, or a day of a month, whose year the text leaves out."""

    month: int
    day: int | None = None


NOWHERE = Span(None, None)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def safe_day(year: int, month: int, day: int) -> date | None:
    """That day, or ``None`` when there is no such day (30 February, the year 0)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def span_years(first: int, last: int) -> Span:
    """From 1 January of ``first`` to 31 December of ``last``."""
    return Span(safe_day(first, 1, 1), safe_day(last, 12, 31)) if first <= last else NOWHERE


def month_span(year: int, month: int, months: int = 1) -> Span:
    """``months`` whole months from that one on; ``month`` may run over the year's end."""
    start, stop = year * 12 + month - 1, year * 12 + month - 2 + months
    first, last = safe_day(start // 12, start % 12 + 1, 1), safe_day(stop // 12, stop % 12 + 1, 1)
    if first is None or last is None:
        return NOWHERE
    return Span(first, last.replace(day=monthrange(last.year, last.month)[1]))


def moved(day: date | None, count: int, unit: str) -> date | None:
    """``day`` moved by ``count`` units (negative: back); a day that the month lacks becomes its last one.

    >>> moved(date(2024, 1, 31), 1, "month")
    datetime.date(2024, 2, 29)
    """
    if day is None or abs(count) > 100_000:
        return None
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        if unit not in _MONTHS:
            return None
        index = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(index, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, IndexError):
        return None


def period(day: date | None, unit: str, shift: int = 0) -> Span:
    """The calendar unit that ``day`` falls in, or the one ``shift`` further; a week begins on Monday.

    >>> period(date(2024, 8, 20), "quarter", -1)
    Span(first=datetime.date(2024, 4, 1), last=datetime.date(2024, 6, 30))
    """
    day = moved(day, shift, unit)
    if day is None:
        return NOWHERE
    if unit == "week":
        monday = moved(day, -day.weekday(), "day")
        return Span(monday, moved(monday, 6, "day"))
    decade = day.year // 10 * 10
    spans = {
        "day": Span(day, day),
        "month": month_span(day.year, day.month),
        "quarter": month_span(day.year, (day.month - 1) // 3 * 3 + 1, 3),
        "year": span_years(day.year, day.year),
        "decade": span_years(decade, decade + 9),
    }
    return spans.get(unit, NOWHERE)


def fraction(span: Span, index: int, parts: int) -> Span:
    """Part ``index`` (from 0) of ``parts`` equal runs of months of a whole calendar year; of anything else, nothing."""
    first, last = span
    if (
        first is None
        or last is None
        or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31)
        or first.year != last.year
    ):
        return NOWHERE
    return month_span(first.year, 1 + index * 12 // parts, 12 // parts)


def halfway(span: Span, part: str) -> Span:
    """The "beginning" or "end" of ``span`` as a day; only the known edge of its "early" or "late" part; nothing of "mid"."""
    if part in {"end", "close"}:
        return Span(span.last, span.last)
    if part in {"beginning", "start"}:
        return Span(span.first, span.first)
    return Span(span.first if part == "early" else None, span.last if part == "late" else None)


def partial_span(partial: Partial, year: int) -> Span:
    """The month or day in that year."""
    if partial.day is None:
        return month_span(year, partial.month)
    day = safe_day(year, partial.month, partial.day)
    return Span(day, day)


def nearest(partial: Partial, today: date | None, direction: int) -> Span:
    """The last such month or day begun by ``today`` (-1), the first not yet ended (1), or (0) only today's own."""
    if today is None:
        return NOWHERE
    for year in (today.year, today.year + direction):
        span = partial_span(partial, year)
        if span.first is None or span.last is None:
            continue
        if span.first <= today <= span.last or (direction < 0 and span.first < today) or (direction > 0 and span.last > today):
            return span
    return NOWHERE
