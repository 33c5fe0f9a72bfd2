"""Units, currencies, scales and bounds around a number, compiled from ``amounts.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kg.extraction.figures.numbers import alternatives, table

__all__ = ["Marks", "UnitRead", "marks", "symbol_before", "unit_after"]


class Marks(NamedTuple):
    """The compiled words around numbers."""

    scale: re.Pattern[str]  # group 1: a word, group 2: an abbreviation
    scales: Mapping[str, int]
    denominator: re.Pattern[str]
    bounds: Mapping[str, str | None]  # words before → bound
    bound_after: re.Pattern[str]
    bounds_after: Mapping[str, str]
    unit: re.Pattern[str]
    units: Mapping[str, str]  # as written → unit
    money: Mapping[str, str]  # as written, lower case → ISO code or shared word
    codes: Mapping[str, str]  # as written, capitals kept → ISO code or shared word
    code_after: re.Pattern[str]
    per: re.Pattern[str]
    sign: re.Pattern[str]  # a currency sign or code before a number, lower case
    stems: tuple[str, ...]
    spells: frozenset[str]  # units of time, in which a hyphen makes a modifier ("the 69-hour week")


class UnitRead(NamedTuple):
    """A unit or currency beside a number."""

    start: int
    end: int
    name: str
    per: str = ""  # "/MWh"
    hyphen: bool = False


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split("|")]


@cache
def marks() -> Marks:
    """The words of ``amounts.toml``, compiled once."""
    data = table("amounts")
    units = {written: name for name, forms in data["measures"].items() for written in _split(forms)}
    money = {written: name for name, forms in data["currencies"].items() for written in _split(forms)}
    codes = {**{code: code for code in data["codes"]["words"].split()}, **data["marks"]}
    per = [*units, "head", "capita", "person", "household", "inhabitant", "pupil", "student", "hour"]
    return Marks(
        scale=re.compile(
            rf"[\s-]?(?:({alternatives(list(data['scales']))})|({alternatives(list(data['short_scales']))}))(?![\w/²³])"
        ),
        scales={**data["scales"], **data["short_scales"]},
        denominator=re.compile(rf"[\s-]({alternatives(list(data['fractions']))})\b"),
        bounds={
            phrase: None if name == "plain" else name for name, forms in data["bounds"].items() for phrase in _split(forms)
        },
        bound_after=re.compile(
            rf"\s?\+(?!\s?[0-9])|\s({alternatives([p for forms in data['bounds_after'].values() for p in _split(forms)])})\b"
        ),
        bounds_after={phrase: name for name, forms in data["bounds_after"].items() for phrase in _split(forms)},
        unit=re.compile(rf"(\s?-?\s?)({alternatives([*units, *money])})(?!\w)"),
        units=units,
        money=money,
        codes=codes,
        code_after=re.compile(rf"\s?({alternatives([code.lower() for code in codes])})(?!\w)"),
        per=re.compile(rf"(?:\s?/\s?|\s(?:per|a|an|for\severy|for\seach)\s)({alternatives(per)})(?!\w)"),
        sign=re.compile(
            rf"(?:{alternatives(list(data['symbols']))}|(?:{alternatives([code.lower() for code in codes])})\.?\s)\s?"
        ),
        stems=tuple(data["change"]["stems"].split()),
        spells=frozenset(("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "times")),
    )


def unit_after(text: str, low: str, end: int, shared: Mapping[str, str], *, money_only: bool = False) -> UnitRead | None:
    """The unit or currency written after the number that ends at ``end``, with what it is per."""
    words = marks()
    found = words.unit.match(low, end)
    if found is not None and not (money_only and found.group(2) in words.units):
        written = " ".join(found.group(2).split())
        name = words.units.get(written) or words.money[written]
        if not (written in _GLUED and found.group(1) and not found.group(1).isspace()):
            per = None if name in words.spells else _per(low, found.end())
            return UnitRead(
                end, per[0] if per else found.end(), shared.get(name, name), per[1] if per else "", "-" in found.group(1)
            )
    code = words.code_after.match(low, end)
    if code is not None and text[code.start(1) : code.end(1)] in words.codes:
        name = words.codes[text[code.start(1) : code.end(1)]]
        return UnitRead(end, code.end(), shared.get(name, name))
    rate = _per(low, end)
    return UnitRead(end, rate[0], "", rate[1]) if rate else None


_GLUED = frozenset({"m", "t", "mu"})


def _per(low: str, end: int) -> tuple[int, str] | None:
    """End and "/unit" of "/MWh", "per tonne"; "per year" is a time expression and stays out."""
    words = marks()
    found = words.per.match(low, end)
    if found is None:
        return None
    written = " ".join(found.group(1).split())
    name = words.units.get(written, written)
    if name == "hours":
        return found.end(), "/h"
    return None if name in words.spells or found.group().strip()[:1] == "a" else (found.end(), f"/{name}")


def symbol_before(text: str, low: str, start: int, shared: Mapping[str, str]) -> UnitRead | None:
    """The currency sign or code written before the number that begins at ``start``."""
    at = start
    while at > max(0, start - 2) and low[at - 1] in " \u00a0\u202f":
        at -= 1
    if not at or start - at > 1:
        return None
    data = table("amounts")
    symbols: dict[str, str] = data["symbols"]
    for size in (5, 4, 3, 2, 1):
        sign = low[at - size : at] if at >= size else ""
        if sign in symbols and not low[max(0, at - size - 1) : at - size].isalpha():
            return UnitRead(at - size, start, shared.get(symbols[sign], symbols[sign]))
    stop = at - 1 if low[at - 1] == "." else at
    first = stop
    while first > max(0, stop - 5) and text[first - 1].isalpha():
        first -= 1
    code = text[first:stop]
    if code in marks().codes and not low[max(0, first - 1) : first].isalnum():
        return UnitRead(first, start, shared.get(marks().codes[code], marks().codes[code]))
    return None
