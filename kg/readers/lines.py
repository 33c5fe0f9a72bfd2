"""What a line is by its own looks: list marker, heading, title, end of a sentence. Lines come stripped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from kg.readers.base import table

__all__ = [
    "Marker",
    "Style",
    "breaks_off",
    "ends_sentence",
    "has_finite_verb",
    "heading_strength",
    "looks_like_title",
    "marker_of",
]

_FINITE = table("auxiliaries")
_SMALL = table("small_words")


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
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=[ \t\u00a0]+(?:[A-Z][a-z]|A )))(?:[ \t\u00a0]+(?=\S)|(?<=\))(?=[‘“\"'«]))"
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


def breaks_off(line: str) -> bool:
    """Whether ``line`` ends in a word that never ends a line of its own: "of", "and", "by"."""
    last = re.search(r"(?<!\S)[^\W\d_]+$", line[-24:])
    return last is not None and last[0] in _SMALL


_WORD = re.compile(r"[^\W\d_][\w'’.&/-]*")


def has_finite_verb(line: str) -> bool:
    """Whether one of the first words of ``line`` is a pronoun or auxiliary, as sentences have and headings do not."""
    return any(word.casefold().replace("’", "'") in _FINITE for word in _WORD.findall(line[:200]))


_NUMBERED_PART = re.compile(
    r"(?:Article|Chapter|Section|Part|Title|Annex|Appendix|Schedule|Pillar|Priority|Goal|Objective|Step|Phase|Theme)[ \u00a0]"
    r"(?:\d{1,4}[a-zA-Z]?|[IVXL]{1,7}|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?:\s?[-–—.:]?\s.{1,100})?"
)
_BE = frozenset({"is", "are", "was", "were"})
_QUESTION_WORDS = frozenset({"What", "How", "Why", "Where", "Who", "When"})


def heading_strength(line: str) -> int:
    """How much ``line`` looks like a heading: 0 not at all, 1 could be (short, no full stop), 2 capitals say so."""
    words = _WORD.findall(line[:200])
    if not words or len(line) > 150 or len(words) > 18 or _is_running(line):
        return 0
    if (line.isupper() and (len(words) > 1 or len(line) > 3)) or _NUMBERED_PART.fullmatch(line):
        return 2
    if words[0] in _QUESTION_WORDS and len(words) <= 12 and _BE.isdisjoint(words):  # "What the fund will pay for"
        return 2
    if has_finite_verb(line):
        return 0
    content = [word for word in words if word.casefold() not in _SMALL]
    if len(content) > 1 and len(words) <= 14 and sum(not word[0].islower() for word in content) >= 0.75 * len(content):
        return 2
    return int(len(words) <= 12 and len(line) <= 100)


def _is_running(line: str) -> bool:
    """Whether ``line`` begins or ends as running text does."""
    if line[0].islower() or line[0] in "\"“‘'«(" or ends_sentence(line):
        return True
    return line.rstrip(_CLOSERS).endswith((",", ";", ":", "-", "–", "—", "："))


def looks_like_title(line: str, *, strict: bool) -> bool:
    """Whether ``line``, the first of its document, is its title; ``strict``: it may as well be a sentence out of context."""
    if (
        not 3 <= len(line) <= 300
        or line[0].islower()
        or _NUMBERED_PART.fullmatch(line)
        or line.rstrip().endswith((".", ",", ";", ":", "：", "。"))
    ):
        return False
    words = _WORD.findall(line)
    if not words or (len(words) == 1 and strict):
        return False
    return not strict or (not has_finite_verb(line) and not line.endswith(("?", "!")) and _titled(line, words))


def _titled(line: str, words: list[str]) -> bool:
    """Whether half of the content words have capitals, as in a title and hardly in a sentence that lost its full stop."""
    content = [word for word in words if word.casefold() not in _SMALL]
    return line.isupper() or sum(not word[0].islower() for word in content) >= 0.5 * max(len(content), 2)
