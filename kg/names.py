"""Forms of a name: which spellings are one name, which words it is short for, where a text defines an abbreviation.

``name_key`` folds what never makes a difference in policy texts: case, determiners, hyphens, British and American spelling, and
number. Whatever may make a difference (word order, other words, similarity) is left alone.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.ids import normal_form

__all__ = [
    "Form",
    "abbreviations",
    "bare",
    "bodies_in_context",
    "evaluative",
    "form_of",
    "head",
    "is_acronym",
    "name_key",
    "singular",
    "small_words",
    "words",
]

_MARKS = re.compile('["“”«»‹›„‚`]')
_QUOTES = "\"'“”‘’«»‹›„‚`"
_POSSESSIVE = re.compile(r"['’]s?$")
_ISE = re.compile(r"is(e|ed|es|er|ers|ing|ation|ations|able)$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.+-]*[A-Z0-9+]s?$")
_DEFINED = re.compile(
    r"\(\s*(?:hereinafter\s+|hereafter\s+)?(?:referred to as\s+)?(?:the\s+)?[\"“‘']?([\w&.+-][\w&.+ -]{0,40}?)[\"”’']?\s*\)"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGEST = 12  # words of a long form before the bracket that are looked at


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of ``names.toml``."""

    determiners: frozenset[str]
    connectors: frozenset[str]
    uninflected: frozenset[str]
    plural_sense: frozenset[str]
    keep_ise: frozenset[str]
    bodies: frozenset[str]
    actor_heads: frozenset[str]
    local: frozenset[str]
    concept_heads: frozenset[str]
    evaluative: frozenset[str]
    titles: frozenset[str]
    measures: frozenset[str]
    irregular: dict[str, str]  # plural -> singular
    spellings: dict[str, str]  # British -> American


@cache
def words() -> Words:
    """The tables, read once."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    values: dict[str, Any] = {name: value if isinstance(value, dict) else frozenset(value) for name, value in tables.items()}
    return Words(**values)


@cache
def evaluative() -> frozenset[str]:
    """Words before a name that say how much or how well."""
    return words().evaluative | {"more", "most"}


@cache
def bodies_in_context() -> frozenset[str]:
    """Heads that name a body only together with the text: "the Ministry"."""
    return words().actor_heads | words().local


@cache
def small_words() -> frozenset[str]:
    """Words that have no capital inside a proper name."""
    return words().connectors | words().determiners


@lru_cache(maxsize=65536)
def bare(label: str) -> str:
    """``label`` without the determiners before it, the quotation marks around it and the possessive after it.

    >>> bare("the “AI Plus” initiative’s")
    'AI Plus initiative'
    """
    text = label if label.isascii() else unicodedata.normalize("NFKC", label)
    parts = _MARKS.sub(" ", text).split()
    while len(parts) > 1 and parts[0].casefold() in words().determiners and not (parts[0].isupper() and len(parts[0]) > 1):
        parts = parts[1:]
    return _POSSESSIVE.sub("", " ".join(parts)).strip(f"{_QUOTES} ,;:.") or label


class Form(NamedTuple):
    """What a label is by itself, whatever text it stands in."""

    name: str  # bare
    parts: tuple[str, ...]  # its words
    folded: str
    plain: str  # without titles before it
    normal: str  # the normal form of that
    with_acronym: bool  # one of several words is an abbreviation
    evaluated: bool  # the first of several words is evaluative


@lru_cache(maxsize=65536)  # a name comes back in text after text
def form_of(label: str) -> Form:
    """The form of ``label``.

    >>> form_of("the Minister Li Wei").plain, form_of("stronger NEV sales").evaluated
    ('Li Wei', True)
    """
    name = bare(label)
    parts = tuple(name.split())
    untitled = parts
    while len(untitled) > 1 and untitled[0].casefold().rstrip(".") in words().titles:
        untitled = untitled[1:]
    plain = " ".join(untitled)
    several = len(parts) > 1
    return Form(
        name,
        parts,
        name.casefold(),
        plain,
        normal_form(plain),
        with_acronym=several and any(map(is_acronym, parts)),
        evaluated=several and parts[0].casefold() in evaluative(),
    )


def is_acronym(word: str) -> bool:
    """Whether ``word`` is written as an abbreviation: two capitals or more, without small letters but for a plural s.

    >>> is_acronym("NEVs"), is_acronym("Nev"), is_acronym("AI+")
    (True, False, True)
    """
    return _ACRONYM.match(word) is not None and sum(map(str.isupper, word)) > 1


@lru_cache(maxsize=65536)
def name_key(label: str) -> str:
    """What all spellings of a name share; two labels with one key are one name.

    >>> name_key("The State-Owned Enterprises") == name_key("state owned enterprise")
    True
    >>> name_key("digitalisation programme") == name_key("digitalization programs")
    True
    >>> name_key("new energy") == name_key("new energy vehicles")
    False
    """
    parts = bare(label).replace("-", " ").replace("–", " ").replace("’", "'").split()
    if len(parts) == 1 and parts[0].casefold() in words().plural_sense:
        return parts[0].casefold()
    return " ".join(map(_folded, parts)) or label.casefold()


def _folded(word: str) -> str:
    if is_acronym(word):
        return (word[:-1] if word.endswith("s") else word).casefold()
    return _american(singular(word.casefold().strip(",;:")))


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The singular of a lower-case noun, else the word itself.

    >>> [singular(word) for word in ("technologies", "consortia", "businesses", "process", "taxes", "news", "vehicles")]
    ['technology', 'consortium', 'business', 'process', 'tax', 'news', 'vehicle']
    """
    if word in words().irregular:
        return words().irregular[word]
    if len(word) < 4 or not word.endswith("s") or word in words().uninflected or word.endswith(("ss", "us", "is", "ics", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def _american(word: str) -> str:
    if word in words().spellings:
        return words().spellings[word]
    match = _ISE.search(word)
    if match is None or len(word) < 6 or word[: match.start()] + "ise" in words().keep_ise:
        return word
    return f"{word[: match.start()]}iz{match[1]}"


def head(label: str) -> str:
    """The head noun of a noun phrase in lower case: the last word before the first preposition.

    >>> head("Ministry of Science and Technology"), head("State-owned Assets Supervision and Administration Commission")
    ('ministry', 'commission')
    """
    parts = bare(label).split()
    for place, word in enumerate(parts):
        if place and word in words().connectors and word != "and":
            return parts[place - 1].casefold()
    return parts[-1].casefold() if parts else ""


def abbreviations(text: str) -> dict[str, str]:
    """Abbreviation -> long form for each one that ``text`` defines in brackets; one that is defined in two ways is left out.

    A long form is accepted where its words spell the abbreviation out, in order and from the first letter on (Schwartz and
    Hearst 2003), so that "central SOEs (above 90%)" defines nothing.

    >>> abbreviations("The Ministry of Industry and Information Technology (MIIT) on new energy vehicles (NEVs)")
    {'MIIT': 'Ministry of Industry and Information Technology', 'NEVs': 'new energy vehicles'}
    """
    found: dict[str, str] = {}
    doubtful = set()
    for match in _DEFINED.finditer(text):
        short = match[1].strip()
        if not 2 <= len(short) <= 12 or sum(map(str.isupper, short)) < 2 or " " in short.strip():
            continue
        long = _spelled_out(text[max(0, match.start() - 200) : match.start()], short)
        if long is None:
            continue
        if name_key(found.setdefault(short, long)) != name_key(long):
            doubtful.add(short)
    return {short: long for short, long in found.items() if short not in doubtful}


def _spelled_out(before: str, short: str) -> str | None:
    """The long form of ``short`` at the end of ``before``: by the first letters of its words, else by letters inside them."""
    clause = re.split(r"(?:(?<!\b[A-Z])\.|[;:!?()\n])\s", before)[-1].rstrip()
    letters = [char for char in (short[:-1] if short.endswith("s") else short).casefold() if char.isalnum()]
    starts = [(match.start(), match[0].casefold()) for match in _WORD.finditer(clause)][-_LONGEST:]
    found = _by_initials(starts, letters)
    if found is None:
        found = _by_letters(clause, letters)
    if found is None:
        return None
    whole = re.search(r"\b([A-Z]\w+) (?:of|for) (?:the )?$", clause[:found])
    if whole and whole[1] not in words().bodies:
        whole = None
    start = whole.start() if whole else found
    start = match.start() if (match := re.search(r"\b(?:U\.S\.|US|U\.K\.|UK|EU|UN) $", clause[:start])) else start
    long = bare(clause[start:])
    fits = 2 <= len(long.split()) <= 2 * len(letters) + 2 and not is_acronym(long.split()[0])
    return long if fits else None


def _by_initials(starts: list[tuple[int, str]], letters: list[str]) -> int | None:
    """Where the words start whose first letters spell ``letters``, fewest other words among them, fewest words before them."""
    best: tuple[int, int, int] | None = None
    for first, (start, word) in enumerate(starts):
        if word[0] != letters[0]:
            continue
        wanted, spare = list(letters), 0
        for _, other in starts[first:]:
            if wanted and other[0] == wanted[0]:
                wanted.pop(0)
            elif other not in words().connectors and other not in words().determiners:
                spare += 1
        if not wanted and spare <= len(letters):
            best = min(best or (spare, -first, start), (spare, -first, start))
    return best and best[2]


def _by_letters(clause: str, letters: list[str]) -> int | None:
    """Where the shortest stretch starts that holds ``letters`` in order and starts with the first of them."""
    at = len(clause) - 1
    for place in range(len(letters) - 1, -1, -1):
        while at >= 0 and (clause[at].casefold() != letters[place] or (place == 0 and at > 0 and clause[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return at + 1
