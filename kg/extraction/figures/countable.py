"""Whether a number in a text is an amount: not a year, a reference, a mark of a list item, or a part of a name."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.figures.numbers import table
from kg.extraction.figures.numerals import NOUN, Number, Page, year_like

__all__ = ["counts", "is_name", "is_reference", "plain_words"]

_NUMBER_AFTER = re.compile(r"\s{1,4}[0-9]")
_WHOLE_AFTER_HALF = re.compile(r"\s(?:of|the|a|an|its|their|our|all|his|her)\b")
_OF = re.compile(r"\sof\b")
_MONTH_AFTER = re.compile(
    r"\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{4}\b"
)
_ENUMERATOR = re.compile(r"[.):]|\s+[A-Z]")


def is_name(page: Page, index: int, number: Number) -> bool:
    """“One Billion Trees”, "Pillar Three": a capital away from the sentence's beginning, or before another capital."""
    first = page.text[page.words[index].start]
    if not first.isupper():
        return False
    after = page.text[number.end + 1 : number.end + 2]
    return not _opens_sentence(page, page.words[index].start) or after.isupper()


def _opens_sentence(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 12) : start].rstrip(" \t\"'“‘«(*•–—-\u00a0")
    return not before or before[-1] in ".!?:;\n"


def is_reference(page: Page, index: int, chained: bool) -> bool:
    """“Article 5”, "No. 14017", "Phase two", and the 6 and 7 of "Articles 5, 6 and 7"."""
    word = page.words[index]
    if index == 0:
        return False
    previous = page.words[index - 1]
    gap = page.low[previous.end : word.start]
    listed = previous.text[0].isdigit() or (
        index > 1
        and previous.text in {"and", "or", "to"}
        and page.words[index - 2].text[0].isdigit()
        and previous.start - page.words[index - 2].end < 4
    )
    if chained and listed and len(gap) < 4:
        return True
    if previous.text not in _references() or len(gap) > 3 or gap.strip(" .("):
        return False
    return (
        previous.text not in {"no", "world", "target", "targets", "law", "order", "method", "week", "day", "days"}
        or "." in gap
        or (page.text[previous.start].isupper())
    )


@cache
def _references() -> frozenset[str]:
    return frozenset(table("amounts")["references"]["words"].split())


def counts(page: Page, index: int, number: Number, bound: str) -> bool:
    """Whether ``number``, which has neither unit nor sign, is an amount; ``bound``: its bound words ("at least") or none."""
    if number.kind in {"vague", "multiple"}:
        return True
    if number.kind == "fraction":
        return _fraction_counts(page, number, bound)
    if number.kind == "words":
        return number.value != 1 or (bool(bound) and bound not in {"only", "just"})
    return bool(bound) or number.scaled or _bare_digits_count(page, index, number)


def _bare_digits_count(page: Page, index: int, number: Number) -> bool:
    """“500 homes”; not a year, the day of a date, the mark of a list item, or a part of a name."""
    if _MONTH_AFTER.match(page.low, number.end):
        return False
    noun = NOUN.match(page.low, number.end)
    plural = (
        noun is not None and page.text[noun.start(1)].islower() and noun.group(1).endswith("s") and noun.group(1) not in _SMALL
    )
    if year_like(page, number):
        return plural and page.low[number.start : number.end].endswith("00")
    return not _bare_mark(page, index, number) and (plural or not _after_name(page, index))


_SMALL = frozenset(("is", "was", "has", "as", "its", "this", "does", "us", "thus"))


def _fraction_counts(page: Page, number: Number, bound: str) -> bool:
    """“a third of”, "half the", "more than half"; not "a third party", "the second half"."""
    low = page.low
    before = low[max(0, number.start - 10) : number.start].split()
    if before[-1:] == ["by"]:
        return True  # "cut by a third"
    if low[number.start : number.end] in {"half", "a half"}:
        ordinal = bool(before) and before[-1] in {"first", "second", "the", "other", "latter", "this", "last"}
        return bool(bound) or (not ordinal and _WHOLE_AFTER_HALF.match(low, number.end) is not None)
    if before and before[-1] == "the":
        return False
    if low.startswith(("a ", "an "), number.start) or low[number.start : number.end] in table("amounts")["fractions"]:
        return low.startswith("a", number.start) and (bool(bound) or _OF.match(low, number.end) is not None)
    return True


def _bare_mark(page: Page, index: int, number: Number) -> bool:
    """A number of a list item, a note or a page: "(14)", "2.1 Drill", "1 2 3"."""
    text, low = page.text, page.low
    around = text[number.start - 1 : number.start] + text[number.end : number.end + 1]
    if around in {"()", "[]"} or _NUMBER_AFTER.match(low, number.end):
        return True
    if index and page.words[index - 1].text[0].isdigit() and low[page.words[index - 1].end : number.start].isspace():
        return True
    line = text[max(0, number.start - 8) : number.start].rsplit("\n", 1)[-1]
    opens = not line.strip(" \t([*•-") and (number.start < 8 or len(line) < 8)
    return opens and _ENUMERATOR.match(text, number.end) is not None


def _after_name(page: Page, index: int) -> bool:
    """“Hiu 11”, "Horizon 2020": the word before is a name."""
    if not index:
        return False
    previous, start = page.words[index - 1], page.words[index].start
    if page.low[previous.end : start] != " " or not page.text[previous.start].isupper() or previous.text in plain_words():
        return False
    return not _opens_sentence(page, previous.start)


@cache
def plain_words() -> frozenset[str]:
    """Function words: capitalised before a number, they are no name, and after it, not what is counted."""
    return frozenset(table("amounts")["openers"]["words"].split())
