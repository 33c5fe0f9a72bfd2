"""Calendar dates as bylines and metadata write them."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["find_date", "parse_date"]

_NAMES: tuple[str, ...] = ("january", "february", "march", "april", "may", "june", "july")
_NAMES += ("august", "september", "october", "november", "december")  # not calendar.month_name: that follows the locale
_MONTHS = {name[:size]: number for number, name in enumerate(_NAMES, 1) for size in (3, 4, len(name))}
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-])")
    for form in (
        rf"{_YEAR}-(?P<month>\d\d?)-{_DAY}",
        rf"{_YEAR}/(?P<month>\d\d?)/{_DAY}",
        rf"{_YEAR}\.(?P<month>\d\d?)\.{_DAY}",
        rf"{_MONTH} {{0,2}}{_DAY},? {{1,2}}{_YEAR}",
        rf"{_DAY} {{1,2}}(?:of )?{_MONTH},? {{1,2}}{_YEAR}",
        rf"{_DAY}\.(?P<month>\d\d?)\.{_YEAR}",
        rf"(?P<first>\d\d?)/(?P<second>\d\d?)/{_YEAR}",
    )
)
_ISO_TIME = re.compile(r"([12]\d{3}-\d\d-\d\d)T\d\d:\d\d")
_WINDOW = 400  # characters of a line in which a date is looked for


def parse_date(text: str) -> date | None:
    """The day that ``text`` is, or None when it is anything else.

    >>> parse_date("20 August 2024")
    datetime.date(2024, 8, 20)
    """
    found = find_date(text.strip())
    return found[0] if found and (found[1], found[2]) == (0, len(text.strip())) else None


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first day named near the beginning of ``text``, with the half-open offsets of its words.

    ``05/06/2024`` is no day here: half the world reads it as June, half as May.

    >>> find_date("China.org.cn | August 20, 2024")
    (datetime.date(2024, 8, 20), 15, 30)
    """
    text = text[:_WINDOW]
    if iso := _ISO_TIME.search(text):
        text = text[: iso.end(1)] + " " + text[iso.end(1) + 1 :]
    found = [(match.start(), match.end(), day) for form in _FORMS for match in form.finditer(text) if (day := _day(match))]
    if not found:
        return None
    start, end, day = min(found)
    return day, start, end


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if (first > 12) == (second > 12) and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day, month = int(parts["day"]), _month(parts)
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _month(parts: dict[str, str]) -> int:
    return int(parts["month"]) if "month" in parts else _MONTHS.get(parts["name"].casefold(), 0)
