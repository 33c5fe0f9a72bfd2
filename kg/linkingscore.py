"""How good linking is, on a gold file of mentions.

Gold lines: ``{"doc": "file of a text", "kind": "actor" or "concept", "name": "as a statement has it", "entity": "any id"}``.
Mentions with one entity, in whatever text, should be one node. Pairwise: of all pairs of mentions, which are joined. B³ (Bagga
and Baldwin 1998): for each mention, how pure and how complete the node is that it got; then the mean over mentions.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.linking import Linker
from kg.readers import read
from kg.vocabulary import Vocabulary

__all__ = ["Figures", "LinkingScore", "b_cubed", "evaluate_linking", "harmonic_mean", "pairwise"]


def harmonic_mean(one: float, other: float) -> float:
    """The harmonic mean of two shares: of precision and recall, F1; 0 where both are 0.

    >>> harmonic_mean(1.0, 0.5)
    0.6666666666666666
    """
    return 2 * one * other / (one + other) if one + other else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return harmonic_mean(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class LinkingScore:
    """The result of ``evaluate_linking``; ``errors`` are lines for people."""

    pairwise: Figures
    b_cubed: Figures
    mentions: int
    entities: int
    documents: int
    errors: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The figures for JSON."""
        figures = {name: asdict(item) | {"f1": item.f1} for name, item in (("pairwise", self.pairwise), ("b3", self.b_cubed))}
        return figures | {"mentions": self.mentions, "entities": self.entities, "documents": self.documents}


def evaluate_linking(gold: Path, texts: Path, vocabulary: Vocabulary) -> LinkingScore:
    """The score of linking the mentions in ``gold``, whose texts are in the folder ``texts``.

    Raises:
        SourceError: the gold file or a text cannot be read.
    """
    mentions = list(_mentions(gold))
    linkers: dict[str, Linker] = {}
    nodes = []
    for mention in mentions:
        name = mention["doc"]
        if name not in linkers:
            linkers[name] = Linker.for_document(read(texts / name), vocabulary)
        nodes.append(linkers[name].link(mention["kind"], mention["name"], mention["name"]).iri)
    entities = [mention["entity"] for mention in mentions]
    return LinkingScore(
        pairwise=pairwise(entities, nodes),
        b_cubed=b_cubed(entities, nodes),
        mentions=len(mentions),
        entities=len(set(entities)),
        documents=len(linkers),
        errors=tuple(_errors(mentions, nodes)),
    )


def pairwise(gold: Sequence[str], found: Sequence[str]) -> Figures:
    """Precision and recall of joined pairs.

    >>> pairwise(["a", "a", "b"], ["x", "x", "x"])
    Figures(precision=0.3333333333333333, recall=1.0)
    """
    both = _pairs(Counter(zip(gold, found, strict=True)).values())
    joined, right = _pairs(Counter(found).values()), _pairs(Counter(gold).values())
    return Figures(both / joined if joined else 1.0, both / right if right else 1.0)


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> Figures:
    """Mean purity and completeness of the mentions' nodes.

    >>> b_cubed(["a", "a", "b", "b"], ["x", "x", "x", "x"])
    Figures(precision=0.5, recall=1.0)
    """
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    size = len(gold) or 1
    precision = sum(count * count / of_found[node] for (_, node), count in both.items()) / size
    recall = sum(count * count / of_gold[entity] for (entity, _), count in both.items()) / size
    return Figures(precision, recall)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _mentions(path: Path) -> Iterator[dict[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SourceError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(path, f"is not UTF-8: byte {error.start}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            mention = json.loads(line)
            yield {name: str(mention[name]) for name in ("doc", "kind", "name", "entity")}
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise SourceError(path, f"is no mention: {error}", line=number, hint="doc, kind, name and entity") from error


def _errors(mentions: Sequence[dict[str, str]], nodes: Sequence[str]) -> Iterator[str]:
    """Each wrong pair of names once."""
    seen = set()
    for (one, node), (other, another) in combinations(zip(mentions, nodes, strict=True), 2):
        if (one["entity"] == other["entity"]) == (node == another):
            continue
        key = (node == another, *sorted({(one["doc"], one["name"]), (other["doc"], other["name"])}))
        if key not in seen:
            seen.add(key)
            what = "wrongly one" if node == another else "wrongly two"
            yield f"{what}: {one['name']!r} in {one['doc']} and {other['name']!r} in {other['doc']}"
