"""Linking is measured on our own gold, and stays as good as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.linkingscore import b_cubed, evaluate_linking, pairwise
from kg.vocabulary import load_vocabulary

GOLD = Path(__file__).parent / "gold" / "mentions.jsonl"


def test_our_gold() -> None:
    """Precision below 0.97: wrong merges. Recall below 0.95: names left as nodes of their own."""
    score = evaluate_linking(GOLD, GOLD.parent, load_vocabulary())
    assert score.mentions > 300 and score.documents > 15
    assert score.pairwise.precision >= 0.97 and score.b_cubed.precision >= 0.97, score.errors
    assert score.pairwise.recall >= 0.95 and score.b_cubed.recall >= 0.95, score.errors


@pytest.mark.parametrize(
    ("gold", "found", "pairs", "cubed"),
    [
        ("aab", "xxy", (1.0, 1.0), (1.0, 1.0)),
        ("aab", "xyz", (1.0, 0.0), (1.0, 2 / 3)),
        ("aab", "xxx", (1 / 3, 1.0), (5 / 9, 1.0)),
        ("", "", (1.0, 1.0), (0.0, 0.0)),
    ],
)
def test_figures(gold: str, found: str, pairs: tuple[float, float], cubed: tuple[float, float]) -> None:
    """Precision and recall swapped; pairs counted twice."""
    one, other = pairwise(gold, found), b_cubed(gold, found)
    assert (one.precision, one.recall) == pytest.approx(pairs)
    assert (other.precision, other.recall) == pytest.approx(cubed)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("{", "is no mention"), ('{"doc": "a.md"}\n', "is no mention"), ("[]\n", "is no mention"), (None, "cannot be read")],
)
def test_bad_gold_is_refused_at_its_line(tmp_path: Path, text: str | None, reason: str) -> None:
    """A traceback for a slip in the gold file."""
    gold = tmp_path / "gold.jsonl"
    if text is not None:
        gold.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=reason):
        evaluate_linking(gold, tmp_path, load_vocabulary())
