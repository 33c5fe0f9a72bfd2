"""The time that a preposition governs: a day, a month, a year, a part or a run of them, resolved against the document's date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.extraction.dates import (
    NOWHERE,
    Partial,
    Span,
    fraction,
    halfway,
    month_span,
    moved,
    nearest,
    partial_span,
    period,
    safe_day,
    span_years,
)
from kg.extraction.numbers import alternatives, number_words, small_number, table

__all__ = ["Point", "duration", "point", "squeezed"]


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


Reader = Callable[[Place], "Point | None"]

_YEAR = r"(?:1[89]|20|21)[0-9]{2}(?![0-9%]|[.,:][0-9])"
_DOT = r"(?:\.(?=,?\s[0-9]))?"  # of an abbreviated month, never of the sentence
_CODE = re.compile(rf"(?P<code>[hq])(?P<number>[1-4])(?!\w)(?:\s(?:of\s)?(?P<year>{_YEAR}))?")
_RANGE = re.compile(
    rf"(?:the\s)?(?:(?:years|period|biennium)\s(?:from\s|of\s|between\s)?)?(?P<first>{_YEAR})(?:\s?[-–—/]\s?|\sto\s)(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9-]))"
    r"(?:\s(?:(?:programming|planning|budget|budgetary|plan|financial|strategic)\s)?(?:period|biennium|triennium)\b)?"
)
_YEARLY = re.compile(
    rf"(?:the\s)?(?:(?P<other>fiscal|financial|school|academic|budget)\syear\s|(?P<fy>fy)\s?|(?:calendar\s)?year\s)?(?P<year>{_YEAR})(?!\s?[-/]\s?[0-9])"
)
_TWO_YEARS = re.compile(rf"(?P<first>{_YEAR})\s(?:and|or)\s(?P<last>{_YEAR})")
_DECADE = re.compile(r"the\s(?:(?P<part>early|mid|late)[\s-])?(?P<year>(?:1[89]|20)[0-9]0)s\b")
_ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![0-9])")
_FUTURE = re.compile(
    r"(?:the\s)?(?P<side>recent|coming|following|preceding|intervening|upcoming)\s(?:\w{1,12}\s)?(?P<unit>days|weeks|months|years|decades|centuries|times)\b"
)


def squeezed(words: str) -> str:
    """``words`` with single spaces."""
    return " ".join(words.split())


def point(text: str, low: str, start: int, today: date | None) -> Point | None:
    """The time that begins at ``start`` of ``low`` (``text`` in lower case), or ``None``."""
    first = _FIRST.match(low, start)
    if first is None:
        return None
    word = "0" if first.group()[0].isdigit() else first.group()
    place = Place(text, low, start, today)
    for reader in _readers().get(word, ()):
        found = reader(place)
        if found is not None:
            return found
    return None


_FIRST = re.compile(r"[a-z]{1,12}|[0-9]")


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """First word of a time → what to try on it, in order."""
    data = table("times")
    relative: tuple[Reader, ...] = (_relative, _part)
    readers: dict[str, tuple[Reader, ...]] = {
        "0": (_day, _iso, _two_years, _years, _year),
        "the": (_part, _span, _relative, _recent, _decade, _years, _year, _day),
        **dict.fromkeys(("this", "last", "next", "later", "earlier", "same"), relative),
        **dict.fromkeys(("recent", "coming", "following", "preceding", "upcoming"), (_recent,)),
        **dict.fromkeys(("early", "late", "mid", "end", "year", "years", "period"), (_part, _relative, _years, _year)),
        **dict.fromkeys(("fy", "fiscal", "financial", "calendar", "school", "academic"), (_year,)),
        **dict.fromkeys(("h", "q"), (_code,)),
        **dict.fromkeys(data["months"], (_day, _month)),
        **dict.fromkeys(data["weekdays"], (_day, _weekday)),
    }
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


def _day(place: Place) -> Point | None:
    """ "24 July 2024", "the 1st of May", "Friday, July 26, 2024"."""
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


def _iso(place: Place) -> Point | None:
    found = _ISO.match(place.low, place.start)
    if found is None:
        return None
    day = safe_day(int(found.group("year")), int(found.group("month")), int(found.group("day")))
    return Point(found.end(), Span(day, day), "day") if day else None


@cache
def _month_pattern() -> re.Pattern[str]:
    year = rf"(?P<year>{_YEAR})|(?P<shift>this|last|next)\syear|the\s(?:same|following|previous)\syear"
    return re.compile(rf"(?P<month>{_month_names()})\b{_DOT}(?:,?\s(?:of\s)?(?:{year}))?")


def _month(place: Place) -> Point | None:
    """ "June", "May 2024", "May of this year"."""
    found = _month_pattern().match(place.low, place.start)
    if found is None or not place.text[place.start].isupper():
        return None
    partial = Partial(table("times")["months"][found.group("month")])
    if found.group("year"):
        return Point(found.end(), partial_span(partial, int(found.group("year"))), "month")
    if found.group("shift"):
        year = place.today.year + _SHIFTS[found.group("shift")] if place.today else None
        return Point(found.end(), partial_span(partial, year) if year else NOWHERE, "month")
    return Point(found.end(), nearest(partial, place.today, 0), "month", partial)


def _weekday(place: Place) -> Point | None:
    """ "Tuesday": the document's own day or an unknown one, for only the tense tells past from future."""
    found = _FIRST.match(place.low, place.start)
    if found is None or not place.text[place.start].isupper():
        return None
    today = place.today
    same = today is not None and today.weekday() == table("times")["weekdays"][found.group()]
    return Point(found.end(), Span(today, today) if same else NOWHERE, "weekday")


def _years(place: Place) -> Point | None:
    """ "2021–2025", "the period 2027-2033", "2024/25"."""
    found = _RANGE.match(place.low, place.start)
    if found is None:
        return None
    first, last = int(found.group("first")), found.group("last")
    stop = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if stop <= first:
        return None
    slashed = place.low[found.end("first")] == "/"
    return Point(found.end(), NOWHERE if slashed else span_years(first, stop), "years")


def _two_years(place: Place) -> Point | None:
    found = _TWO_YEARS.match(place.low, place.start)
    if found is None or int(found.group("last")) != int(found.group("first")) + 1:
        return None
    return Point(found.end(), span_years(int(found.group("first")), int(found.group("last"))), "years")


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("times")["titles"]["words"].split())


def _year(place: Place) -> Point | None:
    """ "2030", "fiscal year 2025"; not the year of a title ("2030 Agenda"), nor a round number of things ("2000 farms")."""
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


_NEXT_WORD = re.compile(r"\s([a-z]{1,20})")


def _code(place: Place) -> Point | None:
    """ "H1 2021", "Q4"."""
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


def _decade(place: Place) -> Point | None:
    found = _DECADE.match(place.low, place.start)
    if found is None:
        return None
    year = int(found.group("year"))
    whole = span_years(year, year + (99 if year % 100 == 0 and year < 2000 else 9))
    return Point(found.end(), halfway(whole, found.group("part")) if found.group("part") else whole, "years")


_SHIFTS = {
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
    """ "this year", "last Friday", "next January", "the past decade", "later this year"."""
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
    unit, shift = found.group("unit"), _SHIFTS.get(word)
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
        r"(?:(?:the\s)?(?:very\s)?(?P<edge>end|beginning|start|middle|close|turn)\sof\s|(?P<loose>early|late|mid)[\s-]"
        r"|(?:the\s)?(?P<ordinal>first|second|third|fourth|final|last|latter|1st|2nd|3rd|4th)\s"
        r"(?:(?P<count>[0-9]|three|four|five|six|seven|eight|nine|ten|eleven)\s)?(?P<parts>half|quarter|quarters|months|month)(?P<of>\sof\s(?:fiscal\s)?|\s(?=20[0-9][0-9]))?)"
    )


_WHOLE = re.compile(r"(?P<which>the|this|that|each|every)\s(?P<unit>year|month|quarter|decade|century|week)\b(?!['’])")


def _part(place: Place) -> Point | None:
    """ "the end of 2027", "early May", "the first half of this year", "the first quarter"."""
    found = _part_pattern().match(place.low, place.start)
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
        of = point(place.text, place.low, found.end(), place.today)
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
    """ "the next five years", "the past two decades": counted from the document's date."""
    found = _span_pattern().match(place.low, place.start)
    if found is None:
        return None
    side, count = found.group("side") or found.group("side2"), small_number(squeezed(found.group("count") or ""))
    units = table("times")["units"]
    if found.group("unit2") and found.group("unit2") not in units:
        return None
    shift, span = _SHIFTS.get(side), NOWHERE
    back = shift is not None and shift < 0
    if shift is not None and side not in {"following", "preceding", "previous"}:
        other = None
        if count is not None and not found.group("other") and not found.group("about"):
            other = moved(place.today, shift * count, units[found.group("unit")])
        span = Span(other, place.today) if back else Span(place.today, other)
    return Point(found.end(), span, "span")


def _recent(place: Place) -> Point | None:
    """ "recent years", "the coming months"."""
    found = _FUTURE.match(place.low, place.start)
    if found is None:
        return None
    spans = {"recent": Span(None, place.today), "coming": Span(place.today, None), "upcoming": Span(place.today, None)}
    return Point(found.end(), spans.get(found.group("side"), NOWHERE), "span")
