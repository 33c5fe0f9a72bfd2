"""Numbers as a text writes them: digits with their scale, number words, fractions, "dozens", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

from kg.extraction.figures.marks import marks, symbol_before, unit_after
from kg.extraction.figures.numbers import WORD, Token, number_words, read_words, table

__all__ = ["NOUN", "Number", "Page", "number_at", "number_of", "number_openers", "year_like"]

NOUN = re.compile(r"\s([a-z][a-z-]{1,24})")

_DIGITS = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])"  # 250,000
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])"  # 12,50,000
    r"|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])"  # 250 000
    r"|[0-9]{1,18})(?:\.[0-9]{1,12})?"
)
_RUNS_ON = re.compile(r"[.,:/][0-9]")
_OF_A_POINT = re.compile(r"(?:\sof)?\s(?:an?|one)(?=\s(?:percentage\spoint|per\s?cent)\b)")  # "half a percentage point"
_HALF_A = re.compile(r"\sa\s(dozen|hundred|thousand|million|billion|trillion)\b")
_TWICE = re.compile(r"\s(?:the|as|that|its|their)\b")


class Number(NamedTuple):
    """A number as read: where it ends, what it says, and how it is written."""

    start: int
    end: int
    value: Decimal | None
    kind: str  # "digits", "words", "fraction", "vague", "multiple"
    scaled: bool = False  # "million" and the like are part of it


class Page(NamedTuple):
    """The text in hand."""

    text: str
    low: str
    words: list[Token]
    shared: Mapping[str, str]  # currency word that several countries share → ISO code


@cache
def number_openers() -> frozenset[str]:
    """The words that can begin a number, apart from "a" and "an"."""
    amounts = table("amounts")
    vague = (phrase.split()[0] for phrase in amounts["vague"]["words"].split("|"))
    return frozenset(chain(number_words(), amounts["fractions"], amounts["multiples"], vague, ("twice", "fold", "one")))


@cache
def _vague() -> re.Pattern[str]:
    phrases = sorted((phrase.strip() for phrase in table("amounts")["vague"]["words"].split("|")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(phrase.replace(' ', chr(92) + 's') for phrase in phrases)})\b")


def number_of(page: Page, index: int) -> Number | None:
    """The number that begins at word ``index`` of ``page``, or ``None`` when none does or it is a part of something longer."""
    word = page.words[index]
    before = page.low[word.start - 1 : word.start]
    if before and (
        before.isalnum() or before in "_#@" or (before in ".,:/’'-" and page.low[word.start - 2 : word.start - 1].isalnum())
    ):
        return None
    if word.text[0].isdigit():
        return _digits(page, word)
    article = word.text in {"a", "an"}
    if article:
        following = page.words[index + 1 : index + 2]
        if not following or following[0].start != word.end + 1 or following[0].text not in _after_article():
            return None
    elif word.text not in number_openers():
        return None
    return _worded(page, word, page.words[index + 1] if article else word)


@cache
def _after_article() -> frozenset[str]:
    amounts = table("amounts")
    return frozenset(chain(amounts["scales"], (word for word in amounts["fractions"] if not word.endswith("s")))) - {"halves"}


def _digits(page: Page, word: Token) -> Number | None:
    read = _DIGITS.match(page.low, word.start)
    if read is None or page.low[read.end() : read.end() + 1].isdigit() or _RUNS_ON.match(page.low, read.end()):
        return None
    value = Decimal(re.sub(r"[^0-9.]", "", read.group()))
    scale = marks().scale.match(page.low, read.end())
    if scale is None or (scale.group(2) and not _short_scale_fits(page, scale)):
        return Number(word.start, read.end(), value, "digits")
    factor = marks().scales[scale.group(1) or scale.group(2)]
    end = scale.end()
    second = marks().scale.match(page.low, end) if factor < 1_000_000 else None  # "12 thousand billion", "5 lakh crore"
    if second is not None and second.group(1):
        factor, end = factor * marks().scales[second.group(1)], second.end()
    return Number(word.start, end, value * factor, "digits", scaled=True)


def _short_scale_fits(page: Page, scale: re.Match[str]) -> bool:
    """“m”, "b" and "k" are scales with a currency, or before a counted plural ("5m people"); else "m" is metres."""
    short = scale.group(2)
    if len(short) > 1 or short == "k":
        return True
    if symbol_before(page.text, page.low, _digits_start(page.low, scale.start()), page.shared) is not None:
        return True
    if unit_after(page.text, page.low, scale.end(), page.shared, money_only=True) is not None:
        return True
    noun = NOUN.match(page.low, scale.end())
    return noun is not None and (noun.group(1).endswith("s") or noun.group(1) == "people")


def _digits_start(low: str, end: int) -> int:
    start = end
    while start > max(0, end - 32) and (low[start - 1].isdigit() or low[start - 1] in ".,"):
        start -= 1
    return start


def _worded(page: Page, opener: Token, word: Token) -> Number | None:
    """Number words, fractions, "dozens", "doubled", "tenfold"."""
    low, amounts = page.low, table("amounts")
    times = amounts["multiples"].get(word.text) or (2 if word.text == "twice" and _TWICE.match(low, word.end) else None)
    if times is not None:
        return Number(word.start, word.end, Decimal(str(times)), "multiple")
    vague = _vague().match(low, word.start)
    if vague is not None:
        return Number(word.start, vague.end(), None, "vague")
    if word.text in amounts["fractions"]:
        return _fraction(page, opener, word, Decimal(1))
    read = read_words(low, word.start, word.end)
    denominator = marks().denominator.match(low, read[0]) if read and read[1] < 10 else None
    if denominator is not None and read is not None:
        part = Token(denominator.group(1), denominator.start(1), denominator.end(1))
        return _fraction(page, opener, part, read[1])
    return Number(opener.start, read[0], read[1], "words", scaled=read[1] >= 1000) if read else None


def _fraction(page: Page, opener: Token, part: Token, numerator: Decimal) -> Number | None:
    value = numerator / Decimal(table("amounts")["fractions"][part.text])
    if part.text == "half":
        large = _HALF_A.match(page.low, part.end)
        if large is not None:
            return Number(opener.start, large.end(), value * number_words()[large.group(1)], "words", scaled=True)
    of_one = _OF_A_POINT.match(page.low, part.end)
    return Number(opener.start, of_one.end() if of_one else part.end, value, "fraction")


def number_at(page: Page, start: int) -> Number | None:
    """The second number of a range, behind its currency sign if it has one."""
    sign = marks().sign.match(page.low, start)
    found = WORD.match(page.low, sign.end() if sign else start)
    if found is None:
        return None
    word = Token(found.group(), found.start(), found.end())
    if word.text[0].isdigit():
        return _digits(page, word)
    return _worded(page, word, word) if word.text in number_words() else None


def year_like(page: Page, number: Number) -> bool:
    """Whether ``number`` is written as a year is: four digits from 1600 to 2199."""
    written = page.low[number.start : number.end]
    return len(written) == 4 and written.isdigit() and 1600 <= int(written) < 2200
