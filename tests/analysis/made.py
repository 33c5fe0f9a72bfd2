"""Claims and graphs made by hand, for rules that must hold whatever an extractor finds."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.analysis import Claim, Graph
from kg.chains import Keeping
from kg.ids import BASE, iri_for
from kg.vocabulary import load_vocabulary

__all__ = ["claim", "graph"]

_count = 0


def claim(text: str, *, day: str | None = "2023-01-01", **fields: Any) -> Claim:
    """A claim from "actor verb object"; the verb's relation is the vocabulary's, the day is also its document."""
    global _count  # noqa: PLW0603 — every claim has an IRI of its own
    _count += 1
    actor, verb, concept = (part.strip() for part in text.split("|"))
    values: dict[str, Any] = {
        "iri": f"{BASE}statement/{_count:06}",
        "actor": iri_for("actor", actor) if actor else None,
        "relation": _relation(verb),
        "concept": iri_for("concept", concept),
        "verb": verb,
        "status": "planned",
        "polarity": "affirmed",
        "document": f"{BASE}document/{day}",
        "date": date.fromisoformat(day) if day else None,
        "quote": text.replace("|", ""),
        "start": _count,
        "phrase": concept,
        "words": concept,
        "sentence": f"{text.replace('|', '')} {_count}",
    }
    return Claim(**values | fields)


def graph(*claims: Claim, **fields: Any) -> Graph:
    """A graph of those claims with the shipped vocabulary's relations."""
    vocabulary = _vocabulary()
    nodes = {node for item in claims for node in (item.actor, item.concept) if node}
    labels = {node: node.rsplit("/", 1)[-1].replace("_", " ") for node in nodes}
    within = {name: frozenset({name, *vocabulary.ancestors(name)}) for name in vocabulary.relations}
    values: dict[str, Any] = {
        "claims": tuple(sorted(claims, key=lambda item: item.order)),
        "labels": labels,
        "aliases": {},
        "within": within,
        "keeping": Keeping.of(vocabulary),
        "strengths": {"explore": -1, "ensure": 1},
        "under": {},
        "actors_above": {},
        "base": BASE,
    }
    return Graph(**values | fields)


def _relation(verb: str) -> str:
    return _vocabulary().relation_of(verb)


def _vocabulary(cache: list[Any] = []) -> Any:  # noqa: B006 — parse once
    if not cache:
        cache.append(load_vocabulary())
    return cache[0]
