"""What a line is by its own looks: furniture, byline, heading, list marker. Each test takes the line's text, stripped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from kg.readers.base import table
from kg.readers.dates import find_date
from kg.readers.labels import is_outlet

__all__ = [
    "Byline",
    "Marker",
    "Style",
    "dateline_of",
    "ends_sentence",
    "has_finite_verb",
    "heading_strength",
    "is_furniture",
    "looks_like_title",
    "marker_of",
    "parse_byline",
]

_FURNITURE = table("furniture")
_FINITE = table("auxiliaries")
_SHORT = 200  # characters: longer lines are never furniture, byline or heading
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"[\W\d_]+",  # only punctuation, numbers, pagers
        r"(?:page|p\.|pp\.|slide|folio)\s*\d+(?:\s*(?:of|/|-)\s*\d+)?",
        r"\d+\s*(?:of|/)\s*\d+",
        r"(?:©|\(c\)|copyright\b).{0,180}",
        r".{0,120}\ball rights reserved\W{0,3}",
        r"(?:https?://|www\.)\S+",
        r"[\w.+-]+@[\w-]+\.[\w.-]+",
        r"\W?(?:editors?|edited by|proofread(?:er|ing)?|web editor|translat(?:or|ed by)|photo(?:graph)?(?:er|s)?(?: by)?|image"
        r"|caption|credit|copyedit(?:or|ed by))\s*:\s*[^.]{0,150}\W?",
        r"(?:tel|telephone|phone|fax|e-?mail|website|web|url|doi|isbn|issn|hotline)\s*[.:]\s*\S.{0,120}",
        r"share (?:this|on|via|with|to|it)\b[^.!?]{0,60}",
        r"(?:click|tap) (?:here|on|to)\b.{0,100}",
        r"follow (?:us|@)\b.{0,80}",
        r"(?:read|see|learn|find out) more\b(?:\s*(?:about|at|on|:|>|»|→)\W?.{0,100})?[\s>»→]*",
        r"(?:also|related|see also|read also|more (?:on|in|from))\s*:\s.{0,120}",
        r"subscribe (?:to|now|for|today)\b[^.!?]{0,80}",
        r"sign up (?:to|for|now)\b[^.!?]{0,80}",
        r"download (?:the|this|as|full|our)\b[^.!?]{0,80}",
        r"(?:skip|jump|back|return|go) to (?:main |the )?(?:content|top|navigation|menu|homepage|list|index)\W{0,3}",
        r"(?:print|e-?mail|save|listen to) (?:this|the) (?:page|article|story|release)\W{0,3}",
        r"font(?: size)?\s*:.{0,40}",
        r"(?:views|hits|page views|comments|likes|shares)\s*[:(]?\s*[\d,.]+\)?",
        r"[\d,.]+ (?:views|comments|likes|shares|min(?:ute)?s? read)",
        r"(?:home|homepage|index|you are here)\s*[>»›/|:]\s?.{1,150}",
        r"(?:tags?|keywords?|categor(?:y|ies)|filed under)\s*:\s.{0,150}",
        r"(?:previous|next)(?: (?:page|article|story))?\s*[:>»→←<|]\s?.{0,120}",
        r"[-–—*=~\s]*(?:end|ends|###)[-–—*=~\s.]*",
        r"\[?(?:toc|image|embedded? (?:video|content)|video|photo)\]?",
        r"<[^<>]{1,180}>",
    )
)
_TRIM = " \t:：.…!|>»<«›‹→←↑↓•·*_-–—[]()\u200b\ufeff"


def is_furniture(line: str) -> bool:
    """Whether ``line`` belongs to the page, not to the text.

    >>> is_furniture("Share:"), is_furniture("<  1  2  3  >"), is_furniture("We share the view.")
    (True, True, False)
    """
    if len(line) > _SHORT:
        return not re.search(r"[^\W\d_]", line)
    return line.strip(_TRIM).casefold() in _FURNITURE or any(shape.fullmatch(line) for shape in _SHAPES)


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
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]m|at|on|by|in|gmt(?:[+-]\d+)?|utc(?:[+-]\d+)?|[bc]st|e[sd]t|cet|hrs)\b[:,]?",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\W?(?:sources?|originally published (?:in|by|at)|via|published by|publisher)\s*:\s*(?P<source>\S.*)", re.IGNORECASE)
_SPEAKERS = re.compile(r"(?:speakers?|delivered by|remarks by|speech by|statement by)\s*:\s*(?P<name>\S.*)", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:authors?|by|written by|from|to|cc|date|time|place|venue|location|where|when|delivered (?:on|at)|contact|ref(?:erence)?(?: no)?"
    r"|reporters?|journalists?|press release(?: no)?|document(?: no)?|subject|topic|type|series|number|distr|original|department)"
    r"[.]?\s*:\s*\S[^?!]*",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:By|Written by|Reported by|Posted by)\s+(?P<names>[^\d.:;?!][^:;?!]{1,80})")
_PARTICLES = frozenset("of the and for at on in de del della der den des di da dos van von la le el al bin ibn with y e & / - – —".split())


def parse_byline(line: str, *, head: bool) -> Byline | None:
    """What the byline ``line`` says, None when it is none; ``head``: nothing but title and furniture stands before it.

    >>> parse_byline("China.org.cn | August 20, 2024", head=True).publisher
    'China.org.cn'
    """
    if len(line) > _SHORT:
        return None
    if match := _SOURCE.fullmatch(line):
        return _from_source(match["source"])
    if found := find_date(line):
        day, start, end = found
        rest = line[:start] + "|" + line[end:]
        stamped = _STAMP.match(line) is not None
        if (head or stamped) and (byline := _dated(day, rest)):
            return byline
    if not head:
        return None
    if match := _SPEAKERS.fullmatch(line):
        return Byline(speaker=match["name"])
    if (match := _BY.fullmatch(line)) and not line.endswith(".") and _is_capitalised(match["names"]):
        return Byline()
    if _FIELD.fullmatch(line) and not (ends_sentence(line) and len(line.split()) > 8):
        return Byline(date=found[0] if found else None)
    return None


def _from_source(source: str) -> Byline | None:
    if ends_sentence(source) and len(source.split()) > 10:
        return None
    found = find_date(source)
    name = (source[: found[1]] + source[found[2] :] if found else source).strip(" |,;()[]-–—·•")
    named = name and "://" not in name and len(name.split()) <= 8
    return Byline(date=found[0] if found else None, publisher=name if named else None, source=source.strip(" ()[]"))


def _dated(day: date, rest: str) -> Byline | None:
    """The byline whose words beside its date (a bar in ``rest``) are at most a publisher, an author or a place."""
    by = re.search(r"\bby ([^|]{2,60})", rest)
    parts = [part.strip(" \t,;:()[]·•–—-/") for part in re.split(r"[|·•–—()]|\s-\s", _STAMP.sub(" ", rest))]
    parts = [re.sub(r"^source\W+", "", part, flags=re.IGNORECASE) for part in parts if part]
    if any(len(part.split()) > 10 or part.endswith((".", "?", "!")) or not _is_capitalised(part) for part in parts):
        return None
    place = re.match(r"\s*[^|,]{2,40},\s*\|", rest) is not None  # "Brussels, 5 March 2024"
    names = [part for part in parts if is_outlet(part) or re.search(r"\w\.\w{2,}$", part)] or ([] if place else parts)
    return Byline(date=day, publisher=by[1].strip(" ,|") if by else (names[0] if names else None))


def _is_capitalised(text: str) -> bool:
    """Whether every word of ``text`` but particles has a capital, is a number or a domain's name."""
    words = text.split()
    return bool(words) and all(not word[0].islower() or word in _PARTICLES or re.search(r"\w\.\w{2,}", word) for word in words)


_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Za-z.'’-]{1,20}(?: [A-Z][A-Za-z.'’-]{1,20}){0,3}(?:, [A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]{1,20})?)?)"
    r"(?P<when>,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? [12]\d{3})?)?"
    r"(?P<agency> ?\([A-Z][\w .&/-]{1,40}\))? ?(?:--+|[-–—])\s+(?=\S)"
)


def dateline_of(paragraph: str) -> tuple[int, Byline] | None:
    """How many characters the dateline takes that ``paragraph`` begins with, and what it says.

    >>> dateline_of("BEIJING, July 26, 2024 (Xinhua) -- China will cut tariffs.")[0]
    35
    """
    head = paragraph[:140]
    match = _DATELINE.match(head)
    if match is None or not (match["when"] or match["agency"]):
        return None
    if not match["agency"] and not match["place"].split(",")[0].isupper() and "," not in match["when"]:
        return None
    found = find_date(match[0])
    agency = match["agency"].strip(" ()") if match["agency"] else None
    return match.end(), Byline(date=found[0] if found else None, publisher=agency if agency and is_outlet(agency) else None)


class Style(IntEnum):
    """What kind of sign a list marker is."""

    BULLET = 0
    LETTER = 1
    ROMAN = 2
    NUMBER = 3
    DECIMAL = 4  # 1.2, 3.1.4
    UNIT = 5  # Article 5


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker at the beginning of a line: ``end`` characters long with the white space after it."""

    end: int
    shapes: tuple[tuple[Style, str, int], ...]  # readings: style, brackets, ordinal; "(i)" is a roman one and a letter


_BULLET = re.compile(r"(?:[-*+•‣◦–—·▪▫●○■□◆◇➢➤►▶✓✔⁃∙❖]|o(?=\s{2}|\t)|\uf0b7|\uf0a7|\?(?=\t))[ \t\u00a0]+(?:\[[ xX]\] )?(?=\S)")
_COUNTER = re.compile(
    r"(?:(?P<open>[(\[])(?P<inner>\d{1,3}[a-z]?|[a-zA-Z]|[ivxlIVXL]{2,6}|[a-z]{2})(?P<close>[)\]])"
    r"|(?P<plain>\d{1,3}|[a-zA-Z]|[ivxlIVXL]{2,6})(?P<end>[.)])"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\.?)[ \t\u00a0]+(?=\S)"
)
_CIRCLED = re.compile(r"[①-⑳❶-❿][ \t\u00a0]*(?=\S)")
_UNIT = re.compile(
    r"(?:Article|Art\.|ARTICLE|Section|SECTION|Sec\.|Rule|Clause|Regulation|Principle|§)[ \u00a0]?"
    r"(?:\d{1,4}[a-zA-Z]?|[IVXL]{1,7})(?:\(\d{1,2}\))?[.:]?[ \t\u00a0]+[-–—:]?[ \t\u00a0]*(?=\S)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def marker_of(line: str) -> Marker | None:
    """The list marker that ``line`` begins with.

    >>> marker_of("(a) adopt rules;").end, marker_of("A plan.")
    (4, None)
    """
    head = line[:64] if len(line) > 64 else line
    if (match := _BULLET.match(head)) and not re.match(r"[-–—]\s*\d", head):
        return Marker(match.end(), ((Style.BULLET, match[0][0], 0),))
    if match := _CIRCLED.match(head):
        return Marker(match.end(), ((Style.NUMBER, "o", (ord(head[0]) - 0x2460) % 20 + 1),))
    if match := _UNIT.match(head):
        return Marker(match.end(), ((Style.UNIT, head.split()[0], 0),))
    if match := _COUNTER.match(head):
        return _counter(match)
    return None


def _counter(match: re.Match[str]) -> Marker | None:
    if match["decimal"]:
        return Marker(match.end(), ((Style.DECIMAL, str(match["decimal"].count(".")), 0),))
    sign = match["inner"] or match["plain"]
    brackets = f"{match['open'] or ''}{match['close'] or match['end']}"
    if digits := re.match(r"\d+", sign):
        return Marker(match.end(), ((Style.NUMBER, brackets, int(digits[0])),))
    case = "A" if sign.isupper() else "a"
    shapes: list[tuple[Style, str, int]] = []
    if len(set(sign)) == 1:  # a, b, …, aa, bb
        shapes.append((Style.LETTER, brackets + case, ord(sign[0].lower()) - 96 + 26 * (len(sign) - 1)))
    if (value := _roman(sign.lower())) and (sign.islower() or sign.isupper()):
        shapes.append((Style.ROMAN, brackets + case, value))
    return Marker(match.end(), tuple(shapes)) if shapes else None


def _roman(sign: str) -> int:
    """The value of the roman number ``sign``, 0 when it is none."""
    values = [_ROMAN.get(letter, 0) for letter in sign]
    if not all(values):
        return 0
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


_CLOSERS = "\"'”’»)]*_ \t\r\n"


def ends_sentence(line: str) -> bool:
    """Whether ``line`` ends as a sentence does, closing quotes and brackets aside."""
    return line[-12:].rstrip(_CLOSERS).endswith((".", "!", "?", "…", "。", "！", "？"))


_WORD = re.compile(r"[^\W\d_][\w'’.&/-]*")
_SMALL = frozenset("a an the of and or for in on to at by with from as into per via vs nor but its their our de la".split())


def has_finite_verb(line: str) -> bool:
    """Whether one of the first words of ``line`` is a pronoun or auxiliary, as sentences have and headings do not."""
    return any(word.casefold().replace("’", "'") in _FINITE for word in _WORD.findall(line[:_SHORT]))


def heading_strength(line: str) -> int:
    """How much ``line`` looks like a heading: 0 not at all, 1 could be (short, no full stop), 2 capitals say so."""
    if len(line) > 150 or ends_sentence(line) or line.rstrip(_CLOSERS).endswith((",", ";", ":", "-", "–", "—", "：")):
        return 0
    words = _WORD.findall(line)
    if not words or len(words) > 18 or line[0].islower() or line[0] in "\"“‘'«(":
        return 0
    if line.isupper() and (len(words) > 1 or len(line) > 3):
        return 2
    content = [word for word in words if word.casefold() not in _SMALL]
    capitals = sum(not word[0].islower() for word in content)
    if has_finite_verb(line):
        return 0
    if len(content) > 1 and capitals >= 0.75 * len(content) and len(words) <= 14:
        return 2
    return 1 if len(words) <= 12 and len(line) <= 100 else 0


def looks_like_title(line: str, *, strict: bool) -> bool:
    """Whether ``line``, the first of its document, is its title; ``strict``: it may as well be a sentence out of context."""
    if not 3 <= len(line) <= 300 or line[0].islower() or line.rstrip().endswith((".", ",", ";", ":", "：", "。")):
        return False
    words = _WORD.findall(line)
    if not words or (len(words) == 1 and strict):
        return False
    return not strict or (not has_finite_verb(line) and not line.endswith(("?", "!")) and _titled(line, words))


def _titled(line: str, words: list[str]) -> bool:
    """Whether half of the content words have capitals, as in a title and hardly in a sentence that lost its full stop."""
    content = [word for word in words if word.casefold() not in _SMALL]
    return line.isupper() or sum(not word[0].islower() for word in content) >= 0.5 * max(len(content), 2)
