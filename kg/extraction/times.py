"""Time expressions of a text, found by their words and resolved against the document's date.

A sentence without a word that any time expression needs (a year, a month, "week", "now", …) costs one look at its words. Else
each word that can open a time expression is tried where it stands. No step looks further than a bounded number of characters,
so the cost grows linearly with the text. The words are in ``figures/times.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from kg.extraction.figures.dates import NOWHERE, Span, moved, nearest, partial_span, period
from kg.extraction.figures.numbers import WORD, lowered, number_words, small_number, squeezed, table
from kg.extraction.figures.points import Point, duration, point
from kg.extraction.figures.timewords import listed, time_words
from kg.model import TimeExpression

__all__ = ["find_times"]

Found = tuple[int, Span, bool]  # end, days named, whether it is a deadline
Rule = Callable[["Scan", int], "Found | None"]


class Scan(NamedTuple):
    """What a rule looks at: the text, the same in lower case, and the document's date."""

    text: str
    low: str
    today: date | None
    sides: bool  # whether "ago", "earlier" or the like occurs at all


# Before "ago", "later" and the like; without one of these in the text the rule need not be tried.
_SIDES = frozenset(("ago", "earlier", "later", "thereafter", "hence", "on"))
_AMOUNT_NEXT = re.compile(r"\s(?:(?:[0-9]+|[a-z]+)\s)?(?:years?|months?|weeks?|days?|decades?|quarters?)\b")
_TO_BE_MET = re.compile(r"\b(?:have|has|had|given)\s$")
_ONWARDS = re.compile(r"(?:\s(?:onwards|onward|forward|on)(?!\w))?")
_THEREAFTER = re.compile(r",?\sand\s(?:every|each)\s(?:\w{1,12}\s){0,2}\w{1,12}\sthereafter\b")
_TO = {"from": re.compile(r"(?:\s(?:to|until|till|through|up\sto)\s|\s?[–—-]\s?)"), "between": re.compile(r"\s(?:and|to)\s")}
_LASTING = re.compile(r"(?:winter|summer|spring|autumn|season|months|period|holidays|year|term|session|break|recess)$")
_OF_AGE = re.compile(r"\s(?:of\sage|old)\b")
_COUNTED_FROM = re.compile(r"\s(?:of|after|from|following)\b")
_A_YEAR = re.compile(r"an?\s(?:year|month|week|day|quarter)\b(?!\s(?:and|ago|earlier|later|after|before|of))")
_DAYS_AWAY = {"now": 0, "yesterday": -1, "tomorrow": 1}


def find_times(text: str, today: date | None = None) -> list[tuple[int, int, TimeExpression]]:
    """The time expressions of ``text`` with their half-open offsets, in order and apart from each other.

    ``text[start:end]`` are the words with their preposition; the expression's own ``text`` differs only in a capital that opens
    a sentence. ``start`` and ``end`` of the expression are the first and last day that it names, worked out from ``today`` (the
    document's date) where it needs one; ``None`` stands for an open end or a day that cannot be known.

    >>> [(first, last, time.text, time.end) for first, last, time in find_times("By 2030, reform will be complete.")]
    [(0, 7, 'by 2030', datetime.date(2030, 12, 31))]
    """
    low = lowered(text)
    seen = WORD.findall(low)
    if time_words().heads.isdisjoint(seen) and "May" not in text:
        return []
    scan = Scan(text, low, today, not _SIDES.isdisjoint(seen))
    found: list[tuple[int, int, TimeExpression]] = []
    done, rules_for = 0, _starters().get
    for word in WORD.finditer(low):
        opener = word.group()
        rules = rules_for(opener) or (_DIGITS if opener[0].isdigit() else None)
        if rules is None or word.start() < done or _inside_word(low, word.start()):
            continue
        start = word.start()
        result = _first(rules, scan, start)
        if result is not None:
            done, (first, last), deadline = result
            found.append((start, done, TimeExpression(_uncapped(text[start:done], opener), first, last, deadline)))
    return found


def _first(rules: tuple[Rule, ...], scan: Scan, start: int) -> Found | None:
    """What the first rule that matches says."""
    for rule in rules:
        result = rule(scan, start)
        if result is not None and not _possessive(scan.low, result[0]) and not _fraction(scan.low, result[0]):
            return result
    return None


def _inside_word(low: str, start: int) -> bool:
    before = low[start - 1 : start]
    if before in {"-", "–", "/", "'", "’"}:
        return low[start - 2 : start - 1].isalnum()
    return before.isalnum() or before in {"_", "$", "€", "£"}


def _possessive(low: str, end: int) -> bool:
    """“this year's programme” is a name of the programme's, and a word that runs on is another word."""
    after = low[end : end + 2]
    return after in {"'s", "’s"} or after[:1].isalnum() or after[:1] == "_" or (after[:1] == "-" and after[1:].isalpha())


def _fraction(low: str, end: int) -> bool:
    """“up to a quarter of its budget” is a share, "the first quarter of 2026" none."""
    return low.endswith("a quarter", 0, end) and low.startswith(" of ", end)


def _uncapped(words: str, first: str) -> str:
    keep = len(words) < 2 or words[1].isupper() or not words[0].isupper() or first in _proper()
    return words if keep else words[0].lower() + words[1:]


@cache
def _proper() -> frozenset[str]:
    return frozenset(chain(table("times")["months"], table("times")["weekdays"], ("h", "q", "fy")))


def _preposition(scan: Scan, start: int) -> Found | None:
    """“by the end of 2027”, "from 2021 to 2025", "since the 2019 drought"."""
    words = time_words()
    opened = words.prepositions.match(scan.low, start)
    if opened is None:
        return None
    role = words.roles[squeezed(opened.group(1))]
    named = point(scan.text, scan.low, opened.end(), scan.today)
    if named is None or not _fits(scan, opened.end(), squeezed(opened.group(1)), named):
        event = _event(scan, opened.end(), role)
        lasts = squeezed(opened.group(1)) not in {
            "for",
            "over",
            "across",
        }  # "blamed for the crisis", "stepped down over the war"
        return event if event is None or lasts or _LASTING.search(scan.low, 0, event[0]) else None
    if role in {"from", "between"}:
        ranged = _range(scan, role, named)
        if ranged is not None or role == "between":
            return ranged
    end, span = named.end, _resolved(named, role, scan.today)
    if role == "from":
        onwards = _ONWARDS.match(scan.low, end)
        end = onwards.end() if onwards else end
    days, deadline = _days(role, span, scan.today)
    to_be_met = role == "until" and _TO_BE_MET.search(scan.low, max(0, start - 16), start) is not None
    return _thereafter(scan, (end, days, deadline or to_be_met))


def _thereafter(scan: Scan, result: Found) -> Found:
    again = _THEREAFTER.match(scan.low, result[0])
    return (again.end(), result[1], result[2]) if again else result


def _fits(scan: Scan, start: int, preposition: str, named: Point) -> bool:
    """Whether English says it so: "on" a day, "at" the end, never "over 2030"."""
    if preposition in {"on", "at"}:
        return named.kind in ({"day", "days", "weekday", "holiday"} if preposition == "on" else {"part", "holiday"})
    if named.kind == "holiday":
        return preposition not in {"in", "within", "for", "across"}
    if preposition == "over" and named.kind == "relative" and scan.low.startswith("last ", start):
        return False  # "an increase of 3 percent over last year"
    if preposition in {"over", "across", "up to", "as at"}:
        return named.kind not in {"year", "month"} or preposition in {"up to", "as at"}
    return not (preposition == "following" and named.kind == "year")


def _resolved(named: Point, role: str, today: date | None) -> Span:
    """The days of a month or weekday that lacks its year or week: past after "since", to come after "by"."""
    if named.partial is None:
        return named.span
    direction = {"since": -1, "by": 1, "before": 1, "until": 1}.get(role, 0)
    return nearest(named.partial, today, direction)


def _range(scan: Scan, role: str, first: Point) -> Found | None:
    """“from June 2023 to May 2024”, "between 2019 and 2023"; a first month without a year takes that of the last."""
    if first.kind in {"years", "days"}:
        return first.end, first.span, False
    joined = _TO[role].match(scan.low, first.end)
    last = point(scan.text, scan.low, joined.end(), scan.today) if joined else None
    if last is None:
        return None
    start, end = first.span.first, last.span.last
    if first.partial is not None and last.span.last is not None:
        start = partial_span(first.partial, last.span.last.year).first
    if first.partial is not None and last.partial is not None:
        here = nearest(last.partial, scan.today, 0)
        start, end = (partial_span(first.partial, here.last.year).first, here.last) if here.last else (None, None)
    return last.end, Span(start, end) if not start or not end or start <= end else NOWHERE, False


def _days(role: str, span: Span, today: date | None) -> tuple[Span, bool]:
    """The days meant by preposition and time together, and whether they set a deadline."""
    first, last = span
    begun = first is None or today is None or first <= today
    meant = {
        "by": Span(None, last),
        "before": Span(None, moved(first, -1, "day")),
        "until": Span(None, last),
        "since": Span(first, today if begun else None),
        "from": Span(first, None),
        "after": Span(moved(last, 1, "day"), None),
    }
    return meant.get(role, span), role in {"by", "before"}


_HAPPENINGS = ("pandemic", "war", "crisis", "recession", "drought", "floods", "outbreak", "epidemic", "earthquake", "emergency")


def _event(scan: Scan, start: int, role: str) -> Found | None:
    """“during the pandemic”, "since the 2019 drought": only "since" and "before" tell on which side the days lie."""
    event = time_words().event.match(scan.low, start)
    if event is None or role in {"on", "at", "by", "between"} or (role == "in" and event.group("year")):
        return None
    if role == "from" and event.group().endswith(_HAPPENINGS):
        return None  # "lessons from the pandemic"
    plan = event.group("first")
    span = Span(date(int(plan), 1, 1), date(int(event.group("last")), 12, 31)) if plan else NOWHERE
    if plan:
        return event.end(), *_days(role, span, scan.today)
    return event.end(), Span(None, scan.today if role == "since" else None), False


def _duration(scan: Scan, start: int) -> Found | None:
    """“within two years”, "for at least ten years", "over 18 months": only a limit counts from the document's date."""
    words = time_words()
    limit = words.limits.match(scan.low, start)
    opened = limit or words.durations.match(scan.low, start)
    length = duration().match(scan.low, opened.end()) if opened else None
    if length is None or _OF_AGE.match(scan.low, length.end()):
        return None
    if limit is None:
        return length.end(), NOWHERE, False
    anchor = words.anchor.match(scan.low, length.end())
    counted_here = anchor is None or anchor.group("this") is not None
    if anchor is None and _COUNTED_FROM.match(scan.low, length.end()):
        counted_here = False
    count = small_number(squeezed(length.group("count")))
    last = None
    if counted_here and count is not None and not length.group("other"):
        last = moved(scan.today, count, table("times")["units"][length.group("unit")])
    end = anchor.end() if anchor else length.end()
    return end, Span(scan.today if last else None, last), True


def _ago(scan: Scan, start: int) -> Found | None:
    """“three years ago”, "a year earlier", "more than two decades ago"."""
    found = time_words().ago.match(scan.low, start) if scan.sides else None
    if found is None:
        return None
    count = small_number(squeezed(found.group("count")))
    span, unit = NOWHERE, table("times")["units"][found.group("unit")]
    if (
        found.group("side") == "ago"
        and count is not None
        and not found.group("about")
        and unit in {"day", "week", "month", "year"}
    ):
        span = period(scan.today, unit, -count)
    return found.end(), span, False


def _recurring(scan: Scan, start: int) -> Found | None:
    """“every two years”, "twice a year", "at least once every two years", "per calendar year"."""
    found = time_words().recurring.match(scan.low, start)
    return (found.end(), NOWHERE, False) if found else None


def _yearly(scan: Scan, start: int) -> Found | None:
    """“EUR 5 billion a year”: only after an amount, for "a year" is elsewhere part of something longer."""
    found = _A_YEAR.match(scan.low, start)
    before = scan.low[max(0, start - 24) : start].split()
    if found is None or not before:
        return None
    amount = before[-1][-1:].isdigit() or before[-1][-1:] == "%" or before[-1] in _amount_ends()
    return (found.end(), NOWHERE, False) if amount else None


@cache
def _amount_ends() -> frozenset[str]:
    amounts = table("amounts")
    currencies = chain.from_iterable(words.split("|") for words in amounts["currencies"].values())
    return frozenset(
        chain(
            amounts["scales"], amounts["short_scales"], currencies, ("percent", "cent", "points", "tonnes", "tons", "eur", "gw")
        )
    )


def _phrase(scan: Scan, start: int) -> Found | None:
    """Fixed phrases: "at present", "so far", "from now on"."""
    word = WORD.match(scan.low, start)
    phrases = time_words().phrases.get(word.group()) if word else None
    found = phrases[0].match(scan.low, start) if phrases else None
    if found is not None and (scan.low.endswith(" of ", 0, start) or scan.low.startswith("so far as", start)):
        return None  # "the realities of today", "in so far as they agree"
    if phrases is None or found is None or (found.group().endswith("past") and _AMOUNT_NEXT.match(scan.low, found.end())):
        return None  # "in the past six months" is no "in the past"
    kind, today = phrases[1][squeezed(found.group())], scan.today
    if kind in _DAYS_AWAY:
        day = moved(today, _DAYS_AWAY[kind], "day")
        return found.end(), Span(day, day), False
    return found.end(), {"till_now": Span(None, today), "from_now": Span(today, None)}.get(kind, NOWHERE), False


def _bare(scan: Scan, start: int) -> Found | None:
    """Without a preposition: "this year", "last Friday", "24 July 2024", "2021–2025", "H1 2021"."""
    named = point(scan.text, scan.low, start, scan.today)
    if (
        named is None
        or named.kind in {"month", "season", "holiday"}
        or (named.kind == "year" and not scan.low.startswith("f", start))
        or (named.kind == "day" and named.partial and not _dates_entry(scan.text, start, named.end))
        or named == (named.end, NOWHERE, "days", None)
    ):
        return None
    if (
        (named.kind == "part" and not scan.low.startswith(("early", "late"), start))
        or named.kind == "span"
        or scan.low.startswith("the ", start)
    ):
        return None
    before = scan.text[max(0, start - 24) : start].rstrip()
    previous = before.split()[-1] if before else ""
    if previous.lower() in {"of", "dated", "the", "no", "that", "over", "than"} or (
        previous[:1].isupper() and named.kind in {"years", "day", "days", "weekday"} and len(before) < start
    ):
        return None
    if named.kind == "years" and (previous[:1] == "(" or before.endswith("(")):
        return None
    return named.end, _resolved(named, "", scan.today), False


def _dates_entry(text: str, start: int, end: int) -> bool:
    """“July 30, the parties sign a truce”, "July 30 - …": the day of an entry in a chronicle."""
    return text[end : end + 2].startswith((",", ":", " -", " –", " —")) and not text[:start].strip()


_DIGITS: tuple[Rule, ...] = (_ago, _recurring, _bare)


@cache
def _starters() -> dict[str, tuple[Rule, ...]]:
    """First word → rules; more than one may begin so, and the first that matches wins."""
    data, words = table("times"), time_words()
    numbers = set(number_words())
    bare = {"this", "last", "next", "early", "late", "mid", "later", "earlier", "h", "q", "fy", "fiscal", "financial"}
    openers: list[tuple[Rule, set[str]]] = [
        (_recurring, {"at", "up", "only", "no", "once", "twice", "each", "every", "per", "several"} | numbers),
        (
            _ago,
            {phrase.split()[0] for phrase in listed("about")} | {"a", "an", "several", "many", "one", "few", "half"} | numbers,
        ),
        (_phrase, set(words.phrases)),
        (_duration, {phrase.split()[0] for phrase in chain(listed("limits"), listed("durations"))}),
        (_preposition, {preposition.split()[0] for preposition in words.roles}),
        (_yearly, {"a", "an"}),
        (_bare, {*bare, *data["months"], *data["weekdays"]}),
    ]
    starters: dict[str, tuple[Rule, ...]] = {}
    for rule, firsts in openers:
        for word in firsts:
            starters[word] = (*starters.get(word, ()), rule)
    return starters
