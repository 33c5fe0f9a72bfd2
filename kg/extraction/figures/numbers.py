"""Numbers in words and digits, shared by amounts and times; reads ``amounts.toml`` once."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

__all__ = [
    "WORD",
    "Token",
    "alternatives",
    "lowered",
    "number_words",
    "read_words",
    "small_number",
    "squeezed",
    "table",
    "tokens",
]

WORD = re.compile(r"[a-z]+|[0-9]+")
_AND_HALF = re.compile(r"\sand\sa\shalf\b(?:\s(hundred|thousand|million|billion|trillion)\b)?")
_JOIN = re.compile(r"(?:-|\s(?:and\s)?)([a-z]+)\b")


class Token(NamedTuple):
    """A run of letters or of digits in the lowered text."""

    text: str
    start: int
    end: int


@cache
def table(name: str) -> dict[str, Any]:
    """The data of ``NAME.toml`` beside this module."""
    return tomllib.loads((resources.files("kg.extraction.figures") / f"{name}.toml").read_text(encoding="utf-8"))


def lowered(text: str) -> str:
    """``text`` in lower case with the same offsets: a letter that would grow (İ) stays as it is.

    >>> lowered("İN 2030")
    'İn 2030'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def squeezed(words: str) -> str:
    """``words`` with single spaces."""
    return " ".join(words.split())


def tokens(low: str) -> list[Token]:
    """The words and digit runs of ``low``, in order."""
    return [Token(found.group(), found.start(), found.end()) for found in WORD.finditer(low)]


def alternatives(phrases: list[str] | tuple[str, ...]) -> str:
    """A regex source that matches any of ``phrases``, the longest first; any white space counts as their space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


@cache
def number_words() -> dict[str, int]:
    """Number word → value, scales included ("three": 3, "dozen": 12, "million": 1000000)."""
    return {word: int(value) for kind in ("units", "teens", "tens", "scales") for word, value in table("amounts")[kind].items()}


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind in ("units", "teens", "tens", "scales") for word in table("amounts")[kind]}


# What may follow what inside one number: "two hundred and fifty-three thousand".
_AFTER = {
    "": {"units", "teens", "tens", "scales"},
    "units": {"scales"},
    "teens": {"scales"},
    "tens": {"units", "scales"},
    "scales": {"units", "teens", "tens", "scales"},
}


def read_words(low: str, start: int, end: int) -> tuple[int, Decimal] | None:
    """End and value of the number whose first word is ``low[start:end]``; ``None`` when that is no number word.

    >>> read_words("two hundred and fifty thousand homes", 0, 3)
    (30, Decimal('250000'))
    """
    values, kinds = number_words(), _kinds()
    word, last = low[start:end], ""
    total, current, limit = Decimal(0), Decimal(0), Decimal(10) ** 18
    for _ in range(12):  # longer runs are no numbers, and the bound keeps hostile text linear
        if word not in values or kinds[word] not in _AFTER[last]:
            break
        value = Decimal(values[word])
        if kinds[word] != "scales":
            current += value
        elif word in {"hundred", "dozen"}:
            current = max(current, Decimal(1)) * value
        elif value >= limit:
            break
        else:
            total, current, limit = total + max(current, Decimal(1)) * value, Decimal(0), value
        last, stop = kinds[word], end
        joined = _JOIN.match(low, end)
        if joined is None or (low[end : joined.start(1)].strip(" -") and last != "scales"):
            break
        word, end = joined.group(1), joined.end(1)
    if not last:
        return None
    half = _AND_HALF.match(low, stop) if last != "scales" else None
    if half is None:
        return stop, total + current
    scale = half.group(1)  # "three and a half million"
    return half.end(), (total + current + Decimal("0.5")) * (values[scale] if scale else 1)


def small_number(words: str) -> int | None:
    """The whole number that ``words`` says ("3", "three", "a"), or ``None`` ("several").

    >>> small_number("twenty-five"), small_number("a"), small_number("few")
    (25, 1, None)
    """
    if words.isascii() and words.isdigit():
        return int(words)
    if words in {"a", "an", "one"}:
        return 1
    first = WORD.match(words)
    read = read_words(words, 0, first.end()) if first else None
    return int(read[1]) if read and read[0] == len(words) else None
