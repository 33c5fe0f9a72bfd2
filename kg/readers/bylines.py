"""Bylines and datelines: who published a text, when, and from where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.model import Speaker
from kg.readers.base import table
from kg.readers.dates import find_date
from kg.readers.labels import is_outlet, official
from kg.readers.lines import ends_sentence, has_finite_verb

__all__ = ["Byline", "dateline_of", "is_genre", "parse_byline", "speaker_in"]

_PARTICLES = table("particles")
_GENRES = table("genres")
_LONGEST = 200  # characters of a byline


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says."""

    date: date | None = None
    publisher: str | None = None
    source: str | None = None
    speaker: str | None = None


_STAMP = re.compile(
    r"\b(?:(?:first |last |date |re)?(?:published|updated|posted|issued|released|modified|reviewed|delivered|date[d]?|adopted)"
    r"(?: (?:on|at|by|date))?|publication date|release date|date of issue|as of"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat"
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|at|on|by|in|gmt(?:[+-]\d+)?|utc(?:[+-]\d+)?|[bc]st|e[sd]t"
    r"|cet|hrs)(?!\w)[:,]?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\W?(?:sources?|originally published (?:in|by|at)|via|published by|publisher)\s*:\s*(?P<source>\S.*)", re.IGNORECASE
)
_SPEAKERS = re.compile(r"(?:speakers?|delivered by|remarks by|speech by|statement by)\s*:\s*(?P<name>\S.*)", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:authors?|by|written by|from|to|cc|date|time"
    r"|place|venue|location|where|when|delivered (?:on|at)|contact"
    r"|version|owner|status|review date|approved by|ratified by|audience|duration"
    r"|ref(?:erence)?(?: no)?|reporters?|journalists?|press release(?: no)?|document(?: no)?|subject|topic|type|series|number"
    r"|distr|original|department)"
    r"[.]?\s*:\s*\S[^?!]*",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:Delivered|Presented|Submitted|Given|Read) (?:at|to|before|in|on)\b", re.IGNORECASE)
_DELIVERED = re.compile(r"(?:Delivered|Presented|Read|Given) by (?:the )?(?P<who>[A-Z].+)")
_GIVEN_BY = re.compile(
    r"(?:(?:Opening|Closing|Introductory|Welcoming|Keynote|Prepared|National|Budget|Joint) )?"
    r"(?:Statement|Remarks|Address|Speech|Keynote|Lecture|Message)\b[^,:;]{0,60}?\bby (?:the )?(?P<who>[A-Z].+)",
    re.IGNORECASE,
)
_OCCASION = re.compile(r",?\s(?:at|to|before|during|on|in)\s(?:the|a|an|its|his|her)\s|\s[-–—|]\s|:")
_BY = re.compile(r"(?:By|Written by|Reported by|Posted by)\s+(?P<names>[^\d.:;?!][^:;?!]{1,80})")


def parse_byline(line: str, *, head: bool) -> Byline | None:
    """What the byline ``line`` says, None when it is none; ``head``: nothing but title and furniture stands before it.

    >>> parse_byline("China.org.cn | August 20, 2024", head=True).publisher
    'China.org.cn'
    """
    if len(line) > _LONGEST:
        return None
    tests = (
        (_sent, _sourced, _held, _stamped, _with_date, _with_speaker, _attending, _written, _field)
        if head
        else (_sent, _sourced, _stamped)
    )
    return next((byline for test in tests if (byline := test(line)) is not None), None)


def speaker_in(title: str) -> Speaker | None:
    """Who gives the speech that ``title`` announces: "Remarks by Governor Jane Roe at the Port Forum"."""
    given = _GIVEN_BY.match(title)
    return official(_OCCASION.split(given["who"], maxsplit=1)[0].strip(" ,")) if given else None


def is_genre(line: str) -> bool:
    """Whether ``line`` only says what kind of text this is: "PRESS RELEASE"."""
    return line.strip(" :*_").casefold() in _GENRES


def _sent(line: str) -> Byline | None:
    """A dateline that stands alone: "OSLO, March 4 (NordWire) -"."""
    dateline = dateline_of(line)
    return dateline[1] if dateline and dateline[0] == len(line) else None


def _sourced(line: str) -> Byline | None:
    """ "Source: Xinhua"."""
    match = _SOURCE.fullmatch(line)
    source = match["source"] if match else ""
    if not source or (ends_sentence(source) and not _is_capitalised(source)):
        return None
    found = find_date(source)
    name = (source[: found[1]] + source[found[2] :] if found else source).strip(" |,;()[]-–—·•")
    named = name and "://" not in name and len(name.split()) <= 8
    return Byline(date=found[0] if found else None, publisher=name if named else None, source=source.strip(" ()[]"))


def _stamped(line: str) -> Byline | None:
    """ "Updated: 5 May 2024", wherever it stands."""
    return _with_date(line) if _STAMP.match(line) else None


def _held(line: str) -> Byline | None:
    """ "Delivered at the Third Session of the People's Congress on January 18, 2026", "Delivered by the Minister of Ports, Jane
    Roe, in the Assembly"."""
    by = _DELIVERED.match(line)
    who = _OCCASION.split(by["who"], maxsplit=1)[0].strip(" ,") if by and not ends_sentence(line) else ""
    if who and official(who) is not None:
        return Byline(speaker=who)
    if not _HELD.match(line) or ends_sentence(line) or has_finite_verb(line):
        return None
    found = find_date(line)
    return Byline(date=found[0] if found else None)


def _with_date(line: str) -> Byline | None:
    """ "China.org.cn | August 20, 2024"."""
    found = find_date(line)
    if found is None or re.search(
        r"\b(?:of|the|from|since|until|before|after) $", line[: found[1]]
    ):  # "Regulation … of 13 June 2024"
        return None
    return _dated(found[0], f"{line[: found[1]]}|{line[found[2] :]}")


def _with_speaker(line: str) -> Byline | None:
    """ "Speaker: Jane Doe"."""
    match = _SPEAKERS.fullmatch(line)
    return Byline(speaker=match["name"]) if match and not ends_sentence(line) else None


def _attending(line: str) -> Byline | None:
    """ "Mr. John Roe, vice chairman of the Commission", in the list of those present."""
    if "," not in line or ends_sentence(line) or line.endswith((":", ";")) or has_finite_verb(line):
        return None
    line = line.removesuffix(",")  # "Jane Roe, President of the Bank," and her deputy in the next line
    return Byline(speaker=line) if official(line) is not None else None


def _written(line: str) -> Byline | None:
    """ "By Jane Doe"."""
    match = _BY.fullmatch(line)
    return Byline() if match and not line.endswith(".") and _is_capitalised(match["names"].split(",")[0]) else None


def _field(line: str) -> Byline | None:
    """ "Venue: Town Hall"."""
    if not _FIELD.fullmatch(line) or has_finite_verb(line) or (ends_sentence(line) and len(line.split()) > 8):
        return None
    found = find_date(line)
    return Byline(date=found[0] if found else None)


def _dated(day: date, rest: str) -> Byline | None:
    """The byline whose words beside its date (a bar in ``rest``) are at most a publisher, an author or a place."""
    by = re.search(r"\bby ([^|]{2,60})", rest)
    parts = [part.strip(" \t,;:()[]·•–—-/") for part in re.split(r"[|·•–—()]|\s-\s", _STAMP.sub(" ", rest))]
    parts = [re.sub(r"^source\W+", "", part, flags=re.IGNORECASE) for part in parts if part]
    words = [part for part in parts if part.casefold() not in _GENRES]
    place = re.match(r"\s*(?:[^\s|,]{1,20} ?){1,3},\s*\|", rest) is not None  # "Brussels, 5 March 2024"
    named = [part for part in words if not (place and re.fullmatch(_ON_A_RIVER, part))]
    if any(len(part.split()) > 10 or part.endswith((".", "?", "!")) or not _is_capitalised(part) for part in named):
        return None
    names = [part for part in words if is_outlet(part) or re.search(r"\w\.\w{2,}$", part)] or ([] if place else words)
    return Byline(date=day, publisher=by[1].strip(" ,|") if by else (names[0] if names else None))


_ON_A_RIVER = re.compile(r"[A-Z][\w’'-]+ (?:am|an der|on|upon|sur|by|ob der|aan den) [A-Z][\w’'-]+")  # "Frankfurt am Main"


def _is_capitalised(text: str) -> bool:
    """Whether every word of ``text`` but particles has a capital, is a number or a domain's name."""
    words = text.split()
    return bool(words) and all(not word[0].islower() or word in _PARTICLES or re.search(r"\w\.\w{2,}", word) for word in words)


_DATELINE = re.compile(
    r"[*_ ]{0,3}"
    r"(?P<place>[A-Z][A-Za-z.'’-]{1,20}(?: [A-Z][A-Za-z.'’-]{1,20}){0,3}(?:, [A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]{1,20})?)?)"
    r"(?P<when>,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? [12]\d{3})?)?"
    r"(?P<agency> ?\([A-Z][\w .&/-]{1,40}\))?[*_ ]{0,3}(?P<mark>--+|[-–—:])(?:\s+(?=\S)|\s*$)"
)


def dateline_of(paragraph: str) -> tuple[int, Byline] | None:
    """How many characters the dateline takes that ``paragraph`` begins with, and what it says.

    >>> dateline_of("BEIJING, July 26, 2024 (Xinhua) -- China will cut tariffs.")[0]
    35
    """
    head = paragraph[:140]
    match = _DATELINE.match(head)
    if match is None or not (match["when"] or (match["agency"] and match["mark"] != ":")):
        return None  # "The Ports Commission (PC): …" is no dateline, "Colombo, March 8: …" is
    if not match["agency"] and not match["place"].split(",")[0].isupper() and "," not in match["when"]:
        return None
    found = find_date(match[0])
    agency = match["agency"].strip(" ()") if match["agency"] else None
    return match.end(), Byline(date=found[0] if found else None, publisher=agency if agency and is_outlet(agency) else None)
