"""Quantities of a text, found by their numbers and parsed into value, unit, bound and change.

A sentence without a digit or a number word costs one look at its words. Else every number is judged where it stands: the number of
an article, a year, an ordinal or a part of a name is no amount, and neither is a number inside a time expression. No step looks
further than a bounded number of characters, so the cost grows linearly with the text. The words are in ``amounts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

from kg.extraction.marks import UnitRead, marks, symbol_before, unit_after
from kg.extraction.numbers import WORD, Token, lowered, number_words, read_words, table, tokens
from kg.extraction.times import find_times
from kg.model import Quantity

__all__ = ["find_quantities"]

Found = tuple[int, int, Quantity]

_DIGIT = re.compile(r"[0-9]")
_DIGITS = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,6}(?![0-9])|[0-9]{1,18})"
    r"(?:\.[0-9]{1,12})?"
)
_RANGE = re.compile(r"(?:\s?[–—-]\s?|\sto\s)(?=[^\W_]|[€£$])")
_RANGE_AND = re.compile(r"(?:\s?[–—-]\s?|\s(?:to|and)\s)(?=[^\W_]|[€£$])")
_RANGE_OR = re.compile(r"\sor\s(?=[^\W_])")
_RATIO = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?")
_NUMBER_AFTER = re.compile(r"\s{1,4}[0-9]")
_NOUN = re.compile(r"\s([a-z][a-z-]{1,24})")
_WHOLE_AFTER_HALF = re.compile(r"\s(?:of|the|a|an|its|their|our|all|his|her)\b")
_OF = re.compile(r"\sof\b")
_TWICE = re.compile(r"\s(?:the|as|that|its|their)\b")
_ENUMERATOR = re.compile(r"[.):]|\s+[A-Z]")


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


def find_quantities(
    text: str, *, times: Sequence[tuple[int, int]] | None = None, currencies: Mapping[str, str] | None = None
) -> list[Found]:
    """The quantities of ``text`` with their half-open offsets, in order.

    The span is the number with its bound, sign and unit; the noun that is counted stays outside and leaves ``unit`` empty. A range
    ("12 to 18 per cent", "from 30 to 25") gives two entries with one and the same span: the two ends. Other spans never overlap.
    Currencies are ISO codes; ``currencies`` says which one a shared word means here ({"dollar": "AUD"}), else "$" is USD and a
    shilling a "shilling". ``times`` are spans of time expressions whose numbers are no amounts; they are looked for when not given.

    >>> find_quantities("up to EUR 45 million")[0][2]
    Quantity(text='up to EUR 45 million', value=45000000.0, unit='EUR', bound='max', change=None)
    """
    low = lowered(text)
    if _DIGIT.search(low) is None and _openers().isdisjoint(WORD.findall(low)):
        return []
    taken = [(start, end) for start, end, _ in find_times(text)] if times is None else [span[:2] for span in times]
    page = Page(text, low, tokens(low), {**table("amounts")["shared_currencies"], **(currencies or {})})
    return _scan(page, taken)


def _scan(page: Page, taken: list[tuple[int, int]]) -> list[Found]:
    found: list[Found] = []
    done, time, reference = 0, 0, False  # reference: the last number was that of an article or the like
    openers = _openers() | {"a", "an"}
    for index, word in enumerate(page.words):
        if word.text not in openers and word.text[0] not in "0123456789":
            continue
        while time < len(taken) and taken[time][1] <= word.start:
            done, time = max(done, taken[time][1]), time + 1
        if word.start < done or (time < len(taken) and taken[time][0] <= word.start):
            continue
        number = _number(page, index)
        if number is None:
            continue
        if _is_reference(page, index, reference):
            reference = True
            continue
        reference = False
        limit = taken[time][0] if time < len(taken) else len(page.low)
        made = _quantity(page, index, number, done, limit)
        done = max(done, made[-1][1] if made else number.end)
        found.extend(made)
    return found


@cache
def _openers() -> frozenset[str]:
    amounts = table("amounts")
    vague = (phrase.split()[0] for phrase in amounts["vague"]["words"].split("|"))
    return frozenset(chain(number_words(), amounts["fractions"], amounts["multiples"], vague, ("twice", "fold", "one")))


@cache
def _vague() -> re.Pattern[str]:
    phrases = sorted((phrase.strip() for phrase in table("amounts")["vague"]["words"].split("|")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(phrase.replace(' ', chr(92) + 's') for phrase in phrases)})\b")


def _number(page: Page, index: int) -> Number | None:
    """The number that begins at word ``index``, or ``None`` when none does or it is a part of something longer."""
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
    elif word.text not in _openers():
        return None
    number = _worded(page, word, page.words[index + 1] if article else word)
    return number if number is not None and not _is_name(page, index, number) else None


@cache
def _after_article() -> frozenset[str]:
    amounts = table("amounts")
    return frozenset(chain(amounts["scales"], (word for word in amounts["fractions"] if not word.endswith("s")))) - {"halves"}


def _digits(page: Page, word: Token) -> Number | None:
    read = _DIGITS.match(page.low, word.start)
    if (
        read is None
        or page.low[read.end() : read.end() + 1].isdigit()
        or re.match(r"[.,:/][0-9]", page.low[read.end() : read.end() + 2])
    ):
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
    """ "m", "b" and "k" are scales with a currency, or before a counted plural ("5m people"); else "m" is metres."""
    short = scale.group(2)
    if len(short) > 1 or short == "k":
        return True
    if symbol_before(page.text, page.low, _digits_start(page.low, scale.start()), page.shared) is not None:
        return True
    if unit_after(page.text, page.low, scale.end(), page.shared, money_only=True) is not None:
        return True
    noun = _NOUN.match(page.low, scale.end())
    return noun is not None and (noun.group(1).endswith("s") or noun.group(1) == "people")


def _digits_start(low: str, end: int) -> int:
    start = end
    while start > max(0, end - 32) and (low[start - 1].isdigit() or low[start - 1] in ".,"):
        start -= 1
    return start


def _worded(page: Page, opener: Token, word: Token) -> Number | None:
    """Number words, fractions, "dozens", "doubled", "tenfold"."""
    low, amounts = page.low, table("amounts")
    if word.text in amounts["multiples"]:
        return Number(word.start, word.end, Decimal(str(amounts["multiples"][word.text])), "multiple")
    if word.text == "twice":
        return Number(word.start, word.end, Decimal(2), "multiple") if _TWICE.match(low, word.end) else None
    vague = _vague().match(low, word.start)
    if vague is not None:
        return Number(word.start, vague.end(), None, "vague")
    if word.text in amounts["fractions"]:
        return _fraction(page, opener, word, Decimal(1))
    read = read_words(low, word.start, word.end)
    if read is None:
        return None
    end, value = read
    denominator = marks().denominator.match(low, end)
    if denominator is not None and value < 10:
        part = Token(denominator.group(1), denominator.start(1), denominator.end(1))
        return _fraction(page, opener, part, value)
    scaled = value >= 1000
    return Number(opener.start, end, value, "words", scaled)


def _fraction(page: Page, opener: Token, part: Token, numerator: Decimal) -> Number | None:
    value = numerator / Decimal(table("amounts")["fractions"][part.text])
    if part.text == "half":
        large = re.compile(r"\sa\s(dozen|hundred|thousand|million|billion|trillion)\b").match(page.low, part.end)
        if large is not None:
            return Number(opener.start, large.end(), value * number_words()[large.group(1)], "words", scaled=True)
    return Number(opener.start, part.end, value, "fraction")


def _is_name(page: Page, index: int, number: Number) -> bool:
    """ "One Billion Trees", "Pillar Three": a capital away from the sentence's beginning, or before another capital."""
    first = page.text[page.words[index].start]
    if not first.isupper():
        return False
    after = page.text[number.end + 1 : number.end + 2]
    return not _opens_sentence(page, page.words[index].start) or after.isupper()


def _opens_sentence(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 12) : start].rstrip(" \t\"'“‘«(*•–—-\u00a0")
    return not before or before[-1] in ".!?:;\n"


def _is_reference(page: Page, index: int, chained: bool) -> bool:
    """ "Article 5", "No. 14017", "Phase two", and the 6 and 7 of "Articles 5, 6 and 7"."""
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


def _quantity(page: Page, index: int, number: Number, floor: int, limit: int) -> list[Found]:
    """The quantity around ``number`` as one entry, as two for a range, or none."""
    low = page.low
    symbol = symbol_before(page.text, low, number.start, page.shared)
    unit = unit_after(page.text, low, number.end, page.shared)
    if symbol is None and unit is not None and not unit.name:
        unit = None
    prefix = _prefix(page, index, symbol.start if symbol else number.start, floor)
    end = unit.end if unit else number.end
    if number.kind in {"digits", "words"}:
        ranged = _ranged(page, number, symbol, unit, prefix, limit)
        if ranged:
            return ranged
        ratio = _ratio(page, number, limit)
        if ratio is not None:
            return _made(page, prefix, ratio[0], [(ratio[1], None, prefix.bound, None)], symbol)
    after = marks().bound_after.match(low, end)
    bound = prefix.bound
    if after is not None and after.end() <= limit:
        end, bound = after.end(), marks().bounds_after.get(" ".join(after.group(1).split()), "min") if after.group(1) else "min"
    if end > limit or not _counts(page, index, number, symbol, unit, bound or prefix.word):
        return []
    code = _unit(symbol, unit, number)
    change = _change(page, prefix, number, code, end)
    value = number.value
    if value is not None and prefix.start == (symbol.start if symbol else number.start) and _negative(page, prefix.start, code):
        value, prefix = -value, prefix._replace(start=prefix.start - 1)
    return _made(page, prefix, end, [(value, code, bound, change)], symbol, by=change == "by")


def _unit(symbol: UnitRead | None, unit: UnitRead | None, number: Number) -> str | None:
    if symbol is not None:
        return symbol.name + (unit.per if unit is not None and unit.per and not unit.name else "")
    if unit is not None:
        return unit.name + unit.per
    return "times" if number.kind == "multiple" else None


class Prefix(NamedTuple):
    """What stands before a number: ``start`` of the first bound word, and what the words do."""

    start: int
    bound: str | None = None
    word: str = ""  # the bound words, "" when there are none
    lead: str = ""  # "by", "to", "from", "between" before them
    lead_start: int = 0


def _prefix(page: Page, index: int, start: int, floor: int) -> Prefix:
    """Bound words before ``start``, at most two groups ("by at least", "only about"), none of them before ``floor``."""
    bound, word, first = None, "", start
    position = index
    while position > 0 and page.words[position - 1].end > start:
        position -= 1
    while position > 0 and page.words[position - 1].start >= start:
        position -= 1
    for _ in range(2):
        size = _bound_words(page, position, first, floor)
        if not size:
            break
        phrase = " ".join(item.text for item in page.words[position - size : position])
        position -= size
        first, word = page.words[position].start, phrase
        bound = marks().bounds[phrase] or bound
    lead = page.words[position - 1] if position else None
    if (
        lead is not None
        and lead.text in {"by", "to", "from", "between"}
        and page.low[lead.end : first].isspace()
        and lead.start >= floor
    ):
        return Prefix(first, bound, word, lead.text, lead.start)
    return Prefix(first, bound, word)


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


def _made(
    page: Page,
    prefix: Prefix,
    end: int,
    parts: list[tuple[Decimal | None, str | None, str | None, str | None]],
    symbol: UnitRead | None,
    *,
    by: bool = False,
) -> list[Found]:
    start = prefix.lead_start if prefix.lead and by else prefix.start
    words = page.text[start:end]
    opened = symbol is not None and symbol.start == start
    text = (
        words[0].lower() + words[1:] if words[:1].isupper() and words[1:2] and not words[1].isupper() and not opened else words
    )
    return [
        (start, end, Quantity(text, None if value is None else float(value), unit, bound, change))
        for value, unit, bound, change in parts
    ]


def _ranged(
    page: Page, number: Number, symbol: UnitRead | None, unit: UnitRead | None, prefix: Prefix, limit: int
) -> list[Found]:
    """ "12 to 18 per cent", "between 5 and 10 million", "from 72 to 24 hours", "€5–7 billion"."""
    between, low = prefix.lead == "between", page.low
    first_end = unit.end if unit else number.end
    joiner = (_RANGE_AND if between else _RANGE).match(low, first_end) or (
        _RANGE_OR.match(low, first_end) if number.kind == "words" else None
    )
    second = _number_at(page, joiner.end()) if joiner else None
    if joiner is None or second is None or second.kind != number.kind or second.end > limit:
        return []
    last_unit = unit_after(page.text, low, second.end, page.shared)
    second_symbol = symbol_before(page.text, low, second.start, page.shared)
    if unit is not None and last_unit is not None and unit.name != last_unit.name:
        return []
    name = _unit(symbol or second_symbol, last_unit or unit, second)
    if (
        "-" in joiner.group() + "–—"
        and joiner.group().strip() in {"-", "–", "—"}
        and name is None
        and not _NOUN.match(low, second.end)
    ):
        return []
    if name is None and (_year_like(page, number) or _year_like(page, second)):
        return []
    first_value, last_value = number.value, second.value
    if first_value is None or last_value is None:
        return []
    if second.scaled and not number.scaled and first_value < 1000:
        first_value *= _factor(page, second)
    end = last_unit.end if last_unit else second.end
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return []
    moving = prefix.lead == "from" or first_value > last_value
    if moving and prefix.lead != "from":
        return _made(page, prefix, end, [(None, name, None, None)], symbol)
    if moving and not _named_range(page, prefix.lead_start):
        parts = [(first_value, name, None, "from"), (last_value, name, None, "to")]
    else:
        parts = [(first_value, name, "min", None), (last_value, name, "max", None)]
    return _made(page, prefix, end, parts, symbol, by=prefix.lead in {"from", "between"})


def _number_at(page: Page, start: int) -> Number | None:
    """The second number of a range, behind its currency sign if it has one."""
    sign = marks().sign.match(page.low, start)
    found = re.compile(r"[0-9]+|[a-z]+").match(page.low, sign.end() if sign else start)
    if found is None:
        return None
    word = Token(found.group(), found.start(), found.end())
    if word.text[0].isdigit():
        return _digits(page, word)
    return _worded(page, word, word) if word.text in number_words() else None


def _factor(page: Page, number: Number) -> Decimal:
    """ "million" → 1000000, from the words that the number is written with."""
    factor = Decimal(1)
    for word in re.findall(r"[a-z]+", page.low[number.start : number.end]):
        factor *= marks().scales.get(word, 1)
    return factor


def _named_range(page: Page, start: int) -> bool:
    before = page.low[max(0, start - 14) : start].split()
    return bool(before) and before[-1].startswith(("rang", "vary", "vari"))


def _ratio(page: Page, number: Number, limit: int) -> tuple[int, Decimal] | None:
    """ "one in five", "two out of three": the end and the share."""
    if number.value is None or not number.value or number.value >= 100:
        return None
    joined = _RATIO.match(page.low, number.end)
    other = _number_at(page, joined.end()) if joined else None
    if other is None or other.value is None or other.value <= number.value or other.kind != number.kind or other.end > limit:
        return None
    if other.kind == "digits" and _year_like(page, other):
        return None
    return other.end, number.value / other.value


def _year_like(page: Page, number: Number) -> bool:
    written = page.low[number.start : number.end]
    return len(written) == 4 and written.isdigit() and 1800 <= int(written) < 2200


def _counts(page: Page, index: int, number: Number, symbol: UnitRead | None, unit: UnitRead | None, bound: str) -> bool:
    """Whether the number is an amount; what has a unit, a sign or a bound is."""
    low, text = page.low, page.text
    end = unit.end if unit else number.end
    hyphen = low[end : end + 1] in {"-", "‑"} and low[end + 1 : end + 2].isalpha()
    if hyphen or low[end : end + 1].isalpha() or (unit is not None and unit.hyphen and unit.name in marks().spells):
        return False
    if symbol is not None or unit is not None or number.kind in {"vague", "multiple"}:
        return True
    if number.kind == "fraction":
        return _fraction_counts(page, number, bound)
    if number.kind == "words":
        return number.value != 1 or (bool(bound) and bound not in {"only", "just"})
    if bound or number.scaled:
        return True
    noun = _NOUN.match(low, number.end)
    plural = noun is not None and text[noun.start(1)].islower() and noun.group(1).endswith("s") and noun.group(1) not in _SMALL
    if _year_like(page, number):
        return plural and low[number.start : number.end].endswith("00")
    return not _bare_mark(page, index, number) and (plural or not _after_name(page, index))


_SMALL = frozenset("is was has as its this does us thus".split())


def _fraction_counts(page: Page, number: Number, bound: str) -> bool:
    """ "a third of", "half the", "more than half"; not "a third party", "the second half"."""
    low = page.low
    before = low[max(0, number.start - 10) : number.start].split()
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
    """ "Hiu 11", "Horizon 2020": the word before is a name."""
    if not index:
        return False
    previous, start = page.words[index - 1], page.words[index].start
    if page.low[previous.end : start] != " " or not page.text[previous.start].isupper() or previous.text in _plain_words():
        return False
    return not _opens_sentence(page, previous.start)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(table("amounts")["openers"]["words"].split())


def _change(page: Page, prefix: Prefix, number: Number, unit: str | None, end: int) -> str | None:
    """ "by 5 per cent", "to 18": only where the figure is a measure or ends its phrase, and something moves."""
    if prefix.lead not in {"by", "to", "from"} or number.kind == "vague":
        return None
    if unit is None and number.kind != "fraction" and _NOUN.match(page.low, end) is not None and not _ends_phrase(page, end):
        return None
    if prefix.lead == "by" and unit is not None:
        return "by"
    return prefix.lead if _moves(page, prefix.lead_start) else None


def _ends_phrase(page: Page, end: int) -> bool:
    noun = _NOUN.match(page.low, end)
    return noun is None or noun.group(1) in _plain_words()


def _moves(page: Page, start: int) -> bool:
    """Whether a word of change stands within twelve words before ``start``."""
    window = page.low[max(0, start - 90) : start].split()[-12:]
    return any(word.startswith(marks().stems) for word in window)


def _negative(page: Page, start: int, unit: str | None) -> bool:
    """ "-3.5%": a minus directly before a measure, at the beginning of a word."""
    before = page.low[max(0, start - 2) : start]
    return unit is not None and before[-1:] in {"−", "-"} and before[:-1] in {"", " ", "(", "\u00a0"}
