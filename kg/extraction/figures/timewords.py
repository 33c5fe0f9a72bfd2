"""The words of time expressions, compiled from ``times.toml``."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from kg.extraction.figures.feasts import holiday_words
from kg.extraction.figures.numbers import WORD, alternatives, number_words, squeezed, table
from kg.extraction.figures.points import duration

__all__ = ["TimeWords", "listed", "time_words"]

# Last words of phrases that are too common to say that there is a time expression.
_COMMON = frozenset(("on", "after", "before", "ahead", "come", "of"))


class TimeWords(NamedTuple):
    """The compiled words."""

    heads: frozenset[str]  # without one of them, or "May", there is no time expression
    prepositions: re.Pattern[str]
    roles: dict[str, str]  # preposition → role
    limits: re.Pattern[str]  # "within" and the like, before a duration
    durations: re.Pattern[str]  # other prepositions before one
    phrases: dict[str, tuple[re.Pattern[str], dict[str, str]]]  # first word → the phrases that begin so, with their kind
    recurring: re.Pattern[str]
    ago: re.Pattern[str]
    anchor: re.Pattern[str]  # from what a limit is counted: "of the date of this order"
    event: re.Pattern[str]


@cache
def listed(path: str, key: str = "words") -> tuple[str, ...]:
    """The phrases, separated by ``|``, of ``key`` in the table ``path``."""
    return tuple(squeezed(phrase) for phrase in table("times")[path][key].split("|"))


@cache
def time_words() -> TimeWords:
    """The words of ``times.toml``, compiled once."""
    roles = {phrase: role for role in table("times")["prepositions"] for phrase in listed("prepositions", role)}
    of = r"\sof\s(?:(?P<this>this)\s[a-z-]{1,20}|(?:the\s|that\s|its\s|a\s)?[a-z-]{1,20})"
    return TimeWords(
        heads=_heads(),
        prepositions=re.compile(rf"({alternatives(list(roles))})\s"),
        roles=roles,
        limits=re.compile(rf"(?:{alternatives(listed('limits'))})\s(?:(?:a\speriod\sof|a\smaximum\sof)\s)?"),
        durations=re.compile(rf"(?:{alternatives(listed('durations'))})\s"),
        phrases=_phrases(),
        recurring=_recurring(),
        ago=re.compile(rf"{duration().pattern}\s(?P<side>ago|earlier|later|thereafter|hence|on\b(?=,))\b"),
        anchor=re.compile(
            rf"\s(?:of|after|from|following)\s(?:the\s|its\s|their\s)?(?:{alternatives(listed('anchors'))})(?:{of})?\b"
        ),
        event=_event(),
    )


def _heads() -> frozenset[str]:
    data = table("times")
    phrases = chain(*(listed("phrases", kind) for kind in data["phrases"]), listed("events"))
    telling = ([word for word in WORD.findall(phrase) if word not in _COMMON] for phrase in phrases)
    lasts = (words[-1] for words in telling)
    years = (str(year) for year in range(1600, 2200))
    closed = ("annum", "times", "thereafter", "fy", "period", "plan", "h", "q", *listed("adverbs", "recurring"))
    months = (month for month in data["months"] if month != "may")  # the caller looks for "May" itself
    return frozenset(chain(months, holiday_words(), data["weekdays"], data["units"], listed("seasons"), lasts, years, closed))


def _phrases() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """First word → what matches any phrase that begins so, and the kind of each; "monthly" only before a pause."""
    kinds: dict[str, dict[str, str]] = {}
    adverbs = listed("adverbs", "recurring")
    for kind in table("times")["phrases"]:
        for phrase in listed("phrases", kind):
            kinds.setdefault(WORD.findall(phrase)[0], {})[phrase] = kind
    for word in adverbs:
        kinds.setdefault(word, {})[word] = "recurring"
    ends = rf"\b(?:(?<!{')(?<!'.join(adverbs)})|(?=\s?[.,;:)]|\s?$|\s(?:by|and|to)\b))"
    return {first: (re.compile(rf"(?:{alternatives(list(phrases))}){ends}"), phrases) for first, phrases in kinds.items()}


def _recurring() -> re.Pattern[str]:
    data = table("times")
    units, seasons = alternatives(list(data["units"])), alternatives(listed("seasons"))
    modifier = rf"(?:(?:{alternatives([*listed('unit_modifiers', 'exact'), *listed('unit_modifiers', 'other')])})\s)?"
    words = alternatives(list(number_words()))
    number = rf"(?:[0-9]{{1,4}}|(?:{words})(?:[-\s](?:{words}))?)"
    long_months = (month for month in data["months"] if len(month) > 4 or month in {"june", "july", "may"})
    days = alternatives([*data["weekdays"], *long_months])
    bound = r"(?:(?:at\sleast|at\smost|up\sto|only|no\smore\sthan)\s)?"
    return re.compile(
        rf"(?:{bound}(?:once|twice|{number}\stimes|several\stimes)\s(?:an?|per|each|every)\s(?:{number}\s)?{modifier}(?:{units})\b"
        rf"|(?:each|every)\s(?:(?:other|few|single|second|third|{number})\s)?{modifier}(?:{units}|{days}|{seasons})\b"
        rf"(?:\sthereafter\b)?|per\s{modifier}(?:day|week|month|quarter|year|annum)\b)"
    )


_NO_BODY = (
    r"(?!\s(?:commission|committee|board|authority|office|officials?|laws?|monitors?|observers?|watchdog|tribunal|manifesto))"
)


def _event() -> re.Pattern[str]:
    """A numbered plan with its years, a happening, or "the 2019 drought" where no title follows the year."""
    titles = "|".join(table("times")["titles"]["words"].split())
    year = r"(?:19|20)[0-9]{2}"
    which = r"(?:(?:coming|current|last|next|past|first|second|previous|recent|ongoing|whole|entire)\s)?"
    return re.compile(
        r"the\s(?:[0-9]{1,2}(?:st|nd|rd|th)|[a-z]{4,12}th|first|second|third)\sfive-year\splan(?:\speriod)?"
        rf"(?:\s\((?P<first>{year})[-–](?P<last>{year})\))?"
        rf"|(?:the|this|that)\s{which}(?:{alternatives(listed('events'))})\b{_NO_BODY}"
        rf"|the\s(?P<year>{year})\s(?!(?:{titles})\b)(?:[a-z]{{3,20}}\s)?[a-z]{{4,20}}\b"
    )
