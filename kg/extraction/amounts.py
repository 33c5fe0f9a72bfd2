"""Quantities of a text, found by their numbers and parsed into value, unit, bound and change.

A sentence without a digit or a number word costs one look at its words. Else every number is judged where it stands: the
number of an article, a year, an ordinal or a part of a name is no amount, and neither is a number inside a time expression. No
step looks further than a bounded number of characters, so the cost grows linearly with the text. The words are in
``figures/amounts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.extraction.figures.countable import counts, is_name, is_reference, plain_words
from kg.extraction.figures.marks import UnitRead, marks, symbol_before, unit_after
from kg.extraction.figures.numbers import WORD, lowered, squeezed, table, tokens
from kg.extraction.figures.numerals import NOUN, Number, Page, number_at, number_of, number_openers, year_like
from kg.extraction.times import find_times
from kg.model import Quantity

__all__ = ["find_quantities"]

Found = tuple[int, int, Quantity]

_DIGIT = re.compile(r"[0-9]")
_TO = re.compile(r"(?:\s?[–—-]\s?|\sto\s)(?=[^\W_]|[€£$])")
_AND = re.compile(r"(?:\s?[–—-]\s?|\s(?:to|and)\s)(?=[^\W_]|[€£$])")
_OR = re.compile(r"\sor\s(?=[^\W_])")
_RATIO = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?")


class Prefix(NamedTuple):
    """What stands before a number: ``start`` of the first bound word (or of the number), and what the words do."""

    start: int
    bound: str | None = None
    word: str = ""  # the bound words, "" when there are none
    lead: str = ""  # "by", "to", "from", "between" before them
    lead_start: int = 0


class Around(NamedTuple):
    """A number with all that belongs to it."""

    number: Number
    symbol: UnitRead | None
    unit: UnitRead | None
    prefix: Prefix
    limit: int  # nothing of the quantity may lie behind this offset

    @property
    def start(self) -> int:
        """Where the number begins, its currency sign included."""
        return self.symbol.start if self.symbol else self.number.start

    @property
    def end(self) -> int:
        """Where the number ends, its unit included."""
        return self.unit.end if self.unit else self.number.end


class Part(NamedTuple):
    """What one entry says: the fields of a ``Quantity`` but its text."""

    value: Decimal | None
    unit: str | None
    bound: str | None = None
    change: str | None = None


def find_quantities(
    text: str, *, times: Sequence[tuple[int, int]] | None = None, currencies: Mapping[str, str] | None = None
) -> list[Found]:
    """The quantities of ``text`` with their half-open offsets, in order.

    The span is the number with its bound, sign and unit; the noun that is counted stays outside and leaves ``unit`` empty. A
    range ("12 to 18 per cent", "from 30 to 25") gives two entries, its two ends, with one and the same span; other spans never
    overlap. Currencies are ISO codes; ``currencies`` says what a shared word means here ({"dollar": "AUD"}), else "$" is USD
    and a shilling a "shilling". ``times`` are the offsets of time expressions, whose numbers are no amounts; they are looked
    for when not given.

    >>> find_quantities("up to EUR 45 million")[0][2]
    Quantity(text='up to EUR 45 million', value=45000000.0, unit='EUR', bound='max', change=None)
    """
    low = lowered(text)
    if _DIGIT.search(low) is None and number_openers().isdisjoint(WORD.findall(low)):
        return []
    taken = [(start, end) for start, end, _ in find_times(text)] if times is None else list(times)
    page = Page(text, low, tokens(low), {**table("amounts")["shared_currencies"], **(currencies or {})})
    return _scan(page, taken)


def _scan(page: Page, taken: list[tuple[int, int]]) -> list[Found]:
    found: list[Found] = []
    done, time, reference = 0, 0, False  # reference: the last number was that of an article or the like
    openers = number_openers() | {"a", "an"}
    for index, word in enumerate(page.words):
        if word.text not in openers and word.text[0] not in "0123456789":
            continue
        while time < len(taken) and taken[time][1] <= word.start:
            done, time = max(done, taken[time][1]), time + 1
        if word.start < done or (time < len(taken) and taken[time][0] <= word.start):
            continue
        number = number_of(page, index)
        if number is None or is_name(page, index, number):
            continue
        reference = is_reference(page, index, reference)
        if not reference:
            limit = taken[time][0] if time < len(taken) else len(page.low)
            made = _quantity(page, index, number, done, limit)
            done = max(done, made[-1][1] if made else number.end)
            found.extend(made)
    return found


def _quantity(page: Page, index: int, number: Number, floor: int, limit: int) -> list[Found]:
    """The quantity around ``number`` as one entry, as two for a range, or none."""
    symbol = symbol_before(page.text, page.low, number.start, page.shared)
    if symbol is not None and symbol.start < floor:
        symbol = None  # "5 EUR 6": the currency was the first one's
    unit = unit_after(page.text, page.low, number.end, page.shared)
    if symbol is None and unit is not None and not unit.name:
        unit = None
    prefix = _prefix(page, index, symbol.start if symbol else number.start, floor)
    around = Around(number, symbol, unit, prefix, limit)
    if number.kind in {"digits", "words"}:
        ranged = _ranged(page, around) or _ratio(page, around)
        if ranged:
            return ranged
    end, bound = _bounded(page, around)
    if end > limit or not _is_amount(page, index, around, bound):
        return []
    name, value = _unit(symbol, unit, number), number.value
    if value is not None and prefix.start == around.start and _negative(page, around.start, name):
        value, prefix = -value, prefix._replace(start=prefix.start - 1)
    change = _change(page, around, name, end)
    start = prefix.lead_start if change == "by" else prefix.start
    return _made(page, around, start, end, [Part(value, name, bound, change)])


def _is_amount(page: Page, index: int, around: Around, bound: str | None) -> bool:
    """What has a unit or a sign is one, unless it is part of a compound ("the 69-hour week", "a five-year plan")."""
    unit, after = around.unit, page.low[around.end : around.end + 2]
    if after[:1].isalpha() or (after[:1] in {"-", "‑"} and after[1:].isalpha()):
        return False
    if unit is not None and unit.hyphen and unit.name in marks().spells:
        return False
    return around.symbol is not None or unit is not None or counts(page, index, around.number, bound or around.prefix.word)


def _bounded(page: Page, around: Around) -> tuple[int, str | None]:
    """The end and the bound, with words that follow: "or more", "+"."""
    after = marks().bound_after.match(page.low, around.end)
    if after is None or after.end() > around.limit:
        return around.end, around.prefix.bound
    return after.end(), marks().bounds_after[squeezed(after.group(1))] if after.group(1) else "min"


def _unit(symbol: UnitRead | None, unit: UnitRead | None, number: Number) -> str | None:
    if symbol is not None:
        return symbol.name + (unit.per if unit is not None and not unit.name else "")
    if unit is not None:
        return unit.name + unit.per
    return "times" if number.kind == "multiple" else None


def _prefix(page: Page, index: int, start: int, floor: int) -> Prefix:
    """Bound words before ``start``, at most two groups ("by at least", "only about"), none of them before ``floor``."""
    bound, phrase, first, position = None, "", start, index
    while position > 0 and page.words[position - 1].end > start:  # the letters of "US$"
        position -= 1
    for _ in range(2):
        size = _bound_words(page, position, first, floor)
        if not size:
            break
        phrase = " ".join(word.text for word in page.words[position - size : position])
        position -= size
        first, bound = page.words[position].start, marks().bounds[phrase] or bound
    lead = page.words[position - 1] if position else None
    if lead is None or lead.text not in {"by", "to", "from", "between"} or lead.start < floor:
        return Prefix(first, bound, phrase)
    return (
        Prefix(first, bound, phrase, lead.text, lead.start)
        if page.low[lead.end : first].isspace()
        else Prefix(first, bound, phrase)
    )


def _bound_words(page: Page, position: int, start: int, floor: int) -> int:
    """How many words directly before ``start`` make a bound phrase (the longest)."""
    best, phrase, edge = 0, "", start
    for size in range(1, min(5, position) + 1):
        word = page.words[position - size]
        if word.start < floor or not page.low[word.end : edge].isspace():
            break
        phrase, edge = f"{word.text} {phrase}".rstrip(), word.start
        if phrase in marks().bounds:
            best = size
    return best


def _made(page: Page, around: Around, start: int, end: int, parts: list[Part]) -> list[Found]:
    """The entries of one span; a capital that opens a sentence is lowered, that of a currency is not."""
    text = page.text[start:end]
    signed = around.symbol is not None and around.symbol.start == start
    if not signed and text[:1].isupper() and text[1:2].islower():
        text = text[0].lower() + text[1:]
    return [
        (start, end, Quantity(text, None if part.value is None else float(part.value), part.unit, part.bound, part.change))
        for part in parts
    ]


def _ranged(page: Page, around: Around) -> list[Found]:
    """“12 to 18 per cent”, "between 5 and 10 million", "from 72 to 24 hours", "€5–7 billion"."""
    number, prefix = around.number, around.prefix
    joiner = (_AND if prefix.lead == "between" else _TO).match(page.low, around.end)
    if joiner is None and number.kind == "words":
        joiner = _OR.match(page.low, around.end)
    second = number_at(page, joiner.end()) if joiner else None
    if joiner is None or second is None or second.kind != number.kind or second.end > around.limit:
        return []
    unit = unit_after(page.text, page.low, second.end, page.shared)
    symbol = around.symbol or symbol_before(page.text, page.low, second.start, page.shared)
    name, end = _unit(symbol, unit or around.unit, second), unit.end if unit else second.end
    dashed = joiner.group().strip() in {"-", "–", "—"}
    if around.unit is not None and unit is None and prefix.lead not in {"from", "between"}:
        return []  # "vouchers worth 200 euro to 1.3 million households"
    if around.unit is not None and unit is not None and around.unit.name != unit.name:
        return _lengths(page, around, second, unit)
    if name is None and (year_like(page, number) or year_like(page, second) or (dashed and not NOUN.match(page.low, end))):
        return []
    if end > around.limit or re.match(r"-[^\W\d_]", page.low[end : end + 2]):
        return []
    return _made(
        page,
        around,
        prefix.lead_start if prefix.lead in {"from", "between"} else prefix.start,
        end,
        _ends(page, around, second, name),
    )


def _lengths(page: Page, around: Around, second: Number, unit: UnitRead) -> list[Found]:
    """“from three months to four weeks”: a change between two units of time."""
    prefix, first = around.prefix, around.unit
    if first is None or prefix.lead != "from" or not {first.name, unit.name} <= marks().spells or unit.end > around.limit:
        return []
    parts = [Part(around.number.value, first.name, None, "from"), Part(second.value, unit.name, None, "to")]
    return _made(page, around, prefix.lead_start, unit.end, parts)


def _ends(page: Page, around: Around, second: Number, name: str | None) -> list[Part]:
    """The two ends of a range, or one part without a value for a score ("84 to 31")."""
    first, last = around.number.value or Decimal(0), second.value or Decimal(0)
    if second.scaled and not around.number.scaled and first < 1000:
        for word in WORD.findall(page.low[second.start : second.end]):
            first *= marks().scales.get(word, 1)
    if around.prefix.lead == "from" and not _spread(page, around.prefix.lead_start):
        return [Part(first, name, None, "from"), Part(last, name, None, "to")]
    if first > last:
        return [Part(None, name)]
    return [Part(first, name, "min"), Part(last, name, "max")]


def _spread(page: Page, start: int) -> bool:
    """Whether "ranging from" or "varies from" says that nothing moves."""
    before = page.low[max(0, start - 14) : start].split()
    return bool(before) and before[-1].startswith(("rang", "vary", "vari"))


def _ratio(page: Page, around: Around) -> list[Found]:
    """“one in five”, "two out of three": a share."""
    number = around.number
    joined = _RATIO.match(page.low, number.end)
    other = number_at(page, joined.end()) if joined else None
    if other is None or not number.value or other.value is None or not number.value < other.value:
        return []
    if other.kind != number.kind or other.end > around.limit or number.value >= 100 or year_like(page, other):
        return []
    if unit_after(page.text, page.low, other.end, page.shared) is not None:
        return []
    return _made(page, around, around.prefix.start, other.end, [Part(number.value / other.value, None, around.prefix.bound)])


def _change(page: Page, around: Around, unit: str | None, end: int) -> str | None:
    """“by 5 per cent”, "to 18": only where the figure is a measure or ends its phrase, and something moves."""
    lead = around.prefix.lead
    if lead not in {"by", "to", "from"} or around.number.kind == "vague":
        return None
    noun = NOUN.match(page.low, end)
    if unit is None and around.number.kind != "fraction" and noun is not None and noun.group(1) not in plain_words():
        return None
    return lead if (lead == "by" and unit is not None) or _moves(page, around.prefix.lead_start) else None


def _moves(page: Page, start: int) -> bool:
    """Whether a word of change stands within twelve words before ``start``."""
    return any(word.startswith(marks().stems) for word in page.low[max(0, start - 90) : start].split()[-12:])


def _negative(page: Page, start: int, unit: str | None) -> bool:
    """“-3.5%”: a minus directly before a measure, at the beginning of a word."""
    before = page.low[max(0, start - 2) : start]
    return unit is not None and before[-1:] in {"−", "-"} and before[:-1] in {"", " ", "(", "\u00a0"}
