"""Times that a calendar names: a day, a month, a year, a run of years, "H1 2021", a weekday."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.extraction.figures.dates import NOWHERE, Partial, Span, fraction, halfway, nearest, partial_span, safe_day, span_years
from kg.extraction.figures.numbers import alternatives, table

__all__ = [
    "FIRST",
    "SHIFTS",
    "Place",
    "Point",
    "read_code",
    "read_day",
    "read_decade",
    "read_iso",
    "read_month",
    "read_two_years",
    "read_weekday",
    "read_year",
    "read_years",
]

FIRST = re.compile(r"[a-z]{1,12}|[0-9]")

# Word before a unit → how many units away it is.
SHIFTS = {
    "this": 0,
    "current": 0,
    "present": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}

_YEAR = r"(?:1[89]|20|21)[0-9]{2}(?![0-9%]|[.,:][0-9])"
_DOT = r"(?:\.(?=,?\s[0-9]))?"  # of an abbreviated month, never of the sentence
_CODE = re.compile(rf"(?P<code>[hq])(?P<number>[1-4])(?!\w)(?:\s(?:of\s)?(?P<year>{_YEAR}))?")
_RANGE = re.compile(
    rf"(?:the\s)?(?:(?:years|period|biennium)\s(?:from\s|of\s|between\s)?|(?P<fiscal>(?:fiscal|financial)\s(?:years?\s)?|fy\s?))?(?P<first>{_YEAR})(?:\s?[-–—/]\s?|\sto\s)(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9-]))"
    r"(?:\s(?:(?:programming|planning|budget|budgetary|plan|financial|strategic)\s)?(?:period|biennium|triennium)\b)?"
)
_YEARLY = re.compile(
    rf"(?:the\s)?(?:(?P<other>(?:fiscal|financial|school|academic|budget)\syear|fiscal)\s|(?P<fy>fy)\s?|(?:calendar\s)?year\s)?(?P<year>{_YEAR})(?!\s?[-/]\s?[0-9])"
)
_TWO_YEARS = re.compile(rf"(?P<first>{_YEAR})\s(?:and|or)\s(?P<last>{_YEAR})")
_DECADE = re.compile(r"the\s(?:(?P<part>early|mid|late)[\s-])?(?P<year>(?:1[89]|20)[0-9]0)s\b")
_ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9])")
_NEXT_WORD = re.compile(r"\s([a-z]{1,20})")


class Point(NamedTuple):
    """A time without its preposition; ``partial`` when the text leaves out the year."""

    end: int  # offset after the last character
    span: Span
    kind: str  # "day", "days", "weekday", "month", "year", "years", "part", "span", "relative", "code"
    partial: Partial | None = None


class Place(NamedTuple):
    """Where to read: the text, the same in lower case, the offset and the document's date."""

    text: str
    low: str
    start: int
    today: date | None
    depth: int = 0  # how many parts this is the part of


@cache
def _month_names() -> str:
    return alternatives(list(table("times")["months"]))


@cache
def _day_pattern() -> re.Pattern[str]:
    weekday, month = alternatives(list(table("times")["weekdays"])), _month_names()
    day, suffix, to = "[0-3]?[0-9]", "(?:st|nd|rd|th)?", r"(?:\s?[-–]\s?|\s(?:to|and)\s)"
    return re.compile(
        rf"(?:(?:{weekday}),?\s)?(?:(?:the\s)?(?:(?P<from>{day}){suffix}{to})?(?P<day>{day}){suffix}(?:\sof)?\s(?P<month>{month})\b{_DOT}(?:,?\s(?P<year>{_YEAR}))?"
        rf"|(?P<us_month>{month})\b{_DOT}\s(?:(?P<us_from>{day}){suffix}{to})?(?P<us_day>{day}){suffix}(?![\w%]|[.,:][0-9])(?:,?\s(?P<us_year>{_YEAR}))?)"
    )


def read_day(place: Place) -> Point | None:
    """“24 July 2024”, "the 1st of May", "Friday, July 26, 2024"."""
    found = _day_pattern().match(place.low, place.start)
    if found is None:
        return None
    prefix = "" if found.group("month") else "us_"
    if not place.text[found.start(prefix + "month")].isupper():
        return None
    partial = Partial(table("times")["months"][found.group(prefix + "month")], int(found.group(prefix + "day")))
    year, opening = found.group(prefix + "year"), found.group(prefix + "from")
    span = partial_span(partial, int(year)) if year else nearest(partial, place.today, 0)
    if opening:
        first = span.last and safe_day(span.last.year, span.last.month, int(opening))
        return Point(found.end(), Span(first, span.last) if first else NOWHERE, "days")
    return Point(found.end(), span, "day", None if year else partial)


def read_iso(place: Place) -> Point | None:
    """“2024-07-24”."""
    found = _ISO.match(place.low, place.start)
    if found is None:
        return None
    day = safe_day(int(found.group("year")), int(found.group("month")), int(found.group("day")))
    return Point(found.end(), Span(day, day), "day") if day else None


@cache
def _month_pattern() -> re.Pattern[str]:
    year = rf"(?P<year>{_YEAR})|(?P<shift>this|last|next)\syear|the\s(?:same|following|previous)\syear"
    return re.compile(rf"(?P<month>{_month_names()})\b{_DOT}(?:,?\s(?:of\s)?(?:{year}))?")


def read_month(place: Place) -> Point | None:
    """“June”, "May 2024", "May of this year"."""
    found = _month_pattern().match(place.low, place.start)
    if found is None or not place.text[place.start].isupper():
        return None
    partial = Partial(table("times")["months"][found.group("month")])
    if found.group("year"):
        return Point(found.end(), partial_span(partial, int(found.group("year"))), "month")
    if found.group("shift"):
        year = place.today.year + SHIFTS[found.group("shift")] if place.today else None
        return Point(found.end(), partial_span(partial, year) if year else NOWHERE, "month")
    return Point(found.end(), nearest(partial, place.today, 0), "month", partial)


def read_weekday(place: Place) -> Point | None:
    """“Tuesday”: the document's own day or an unknown one, for only the tense tells past from future."""
    found = FIRST.match(place.low, place.start)
    if found is None or not place.text[place.start].isupper():
        return None
    today = place.today
    same = today is not None and today.weekday() == table("times")["weekdays"][found.group()]
    return Point(found.end(), Span(today, today) if same else NOWHERE, "weekday")


def read_years(place: Place) -> Point | None:
    """“2021–2025”, "the period 2027-2033", "2024/25"."""
    found = _RANGE.match(place.low, place.start)
    if found is None:
        return None
    first, last = int(found.group("first")), found.group("last")
    stop = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if stop <= first:
        return None
    unlike = place.low[found.end("first")] == "/" or found.group("fiscal")
    return Point(found.end(), NOWHERE if unlike else span_years(first, stop), "years")


def read_two_years(place: Place) -> Point | None:
    """“2024 and 2025”."""
    found = _TWO_YEARS.match(place.low, place.start)
    if found is None or int(found.group("last")) != int(found.group("first")) + 1:
        return None
    return Point(found.end(), span_years(int(found.group("first")), int(found.group("last"))), "years")


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("times")["titles"]["words"].split())


def read_year(place: Place) -> Point | None:
    """“2030”, "fiscal year 2025"; not the year of a title ("2030 Agenda"), nor a round number of things ("2000 farms")."""
    found = _YEARLY.match(place.low, place.start)
    if found is None:
        return None
    named = found.group().strip("the ") != found.group("year")
    if not named and place.low.startswith("the", place.start):
        return None
    after = _NEXT_WORD.match(place.low, found.end())
    if after is not None and not named:
        word = after.group(1)
        capital = place.text[after.start(1)].isupper()
        counted = (
            found.group("year").endswith("00") and word.endswith("s") and word not in {"was", "is", "has", "as", "its", "this"}
        )
        if (capital and word in _titles()) or (not capital and counted):
            return None
    if place.low[found.end() : found.end() + 1] in {"/", "-", "–"} and place.low[found.end() + 1 : found.end() + 2].isalnum():
        return None
    year = int(found.group("year"))
    return Point(found.end(), NOWHERE if found.group("other") or found.group("fy") else span_years(year, year), "year")


def read_code(place: Place) -> Point | None:
    """“H1 2021”, "Q4"."""
    found = _CODE.match(place.low, place.start)
    if (
        found is None
        or (found.group("code") == "h" and int(found.group("number")) > 2)
        or not place.text[place.start].isupper()
    ):
        return None
    parts, index, year = (2 if found.group("code") == "h" else 4), int(found.group("number")) - 1, found.group("year")
    return Point(
        found.end(), fraction(span_years(int(year), int(year)), index, parts) if year else NOWHERE, "code" if year else "part"
    )


def read_decade(place: Place) -> Point | None:
    """“the 1960s”, "the mid-1990s"; "the 1900s" are the century."""
    found = _DECADE.match(place.low, place.start)
    if found is None:
        return None
    year = int(found.group("year"))
    whole = span_years(year, year + (99 if year % 100 == 0 and year < 2000 else 9))
    return Point(found.end(), halfway(whole, found.group("part")) if found.group("part") else whole, "years")
