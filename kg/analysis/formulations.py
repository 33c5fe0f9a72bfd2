"""Formulation watch: in which words a concept is put, since when, until when, how often, what the words add or leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.analysis.claims import Claim, Graph
from kg.names import bare, name_key
from kg.names import words as tables

__all__ = ["Formulation", "Modifier", "formulations", "modifiers"]


@dataclass(frozen=True, slots=True)
class Formulation:
    """One wording. ``words`` as first written; ``added`` and ``dropped`` compare it with the concept's preferred label."""

    words: str
    first: Claim
    last: Claim
    statements: int
    documents: tuple[str, ...]  # IRIs, sorted
    years: tuple[tuple[int, int], ...]  # year -> number of documents with the wording, in order
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    vanished: bool  # not in the last year in which the concept was spoken of


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that some wordings add: since when, until when, and in how many documents."""

    word: str
    first: date | None
    last: date | None
    documents: int


def formulations(graph: Graph, concept: str) -> list[Formulation]:
    """The wordings of ``concept`` (IRI) and of what lies under it in ``graph``, in the order of their first use."""
    groups: dict[str, list[Claim]] = {}
    for claim in graph.claims:
        if claim.concept == concept or concept in graph.under.get(claim.concept, ()):
            groups.setdefault(bare(claim.words or claim.phrase).casefold(), []).append(claim)
    last_year = max((_year(claim) for claims in groups.values() for claim in claims), default=0)
    label = graph.label(concept)
    found = [_formulation(claims, label, last_year) for claims in groups.values()]
    return sorted(found, key=lambda item: (item.first.order, item.words))


def modifiers(found: Iterable[Formulation]) -> list[Modifier]:
    """The words that ``found`` add to the concept's label, those in most documents first."""
    by_word: dict[str, list[Formulation]] = {}
    for item in found:
        for word in item.added:
            by_word.setdefault(word, []).append(item)
    rows = []
    for word, items in by_word.items():
        first = min((item.first.date for item in items if item.first.date), default=None)
        last = max((item.last.date for item in items if item.last.date), default=None)
        rows.append(Modifier(word, first, last, len({document for item in items for document in item.documents})))
    return sorted(rows, key=lambda row: (-row.documents, row.first or date.min, row.word))


def _formulation(claims: list[Claim], label: str, last_year: int) -> Formulation:
    words = bare(claims[0].words or claims[0].phrase)
    own, usual = _content(words), _content(label)
    shares = bool(_parts(own) & _parts(usual))  # another name altogether adds and drops nothing
    years = Counter(year for year, _ in {(_year(claim), claim.document) for claim in claims} if year)
    return Formulation(
        words=words,
        first=claims[0],
        last=claims[-1],
        statements=len(claims),
        documents=tuple(sorted({claim.document for claim in claims})),
        years=tuple(sorted(years.items())),
        added=_beyond(own, usual) if shares else (),
        dropped=_beyond(usual, own) if shares else (),
        vanished=_year(claims[-1]) < last_year,
    )


def _beyond(one: dict[str, str], other: dict[str, str]) -> tuple[str, ...]:
    """The words of ``one`` that are not in ``other``, be they joined there by a hyphen or not."""
    known = _parts(other)
    return tuple(word for key, word in one.items() if not _parts([key]) <= known)


def _parts(keys: Iterable[str]) -> set[str]:
    """The keys of words, those of words with hyphens taken apart."""
    return {part for key in keys for part in key.replace("-", " ").split()}


def _content(name: str) -> dict[str, str]:
    """Key -> word for the words of ``name`` that are no prepositions and no determiners."""
    small = tables().connectors | tables().determiners
    return {name_key(word): word.casefold() for word in name.split() if word.casefold() not in small}


def _year(claim: Claim) -> int:
    return claim.date.year if claim.date else 0
