"""Figures on annotated sentences, with floors a little below what is reached: a rule that costs more than it brings shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction.helpers import loaded_once  # noqa: F401  # a fixture

from kg.config import Settings
from kg.evaluation import compare

HERE = Path(__file__).parent
OWN = [HERE / "gold" / name for name in ("development.jsonl", "registers.jsonl", "genres.jsonl", "voices.jsonl")]
SHARED = sorted((HERE.parents[1] / "shared" / "gold").glob("*.jsonl"))

# name of the file → (full F1, verb–object F1, status accuracy, polarity accuracy)
FLOORS = {
    "development.jsonl": (0.90, 0.93, 0.96, 0.99),
    "registers.jsonl": (0.81, 0.88, 0.91, 0.98),
    "genres.jsonl": (0.86, 0.92, 0.92, 0.98),
    "voices.jsonl": (0.80, 0.86, 0.89, 0.98),
    "scio-2024-08-20-sasac.jsonl": (0.97, 0.97, 0.99, 1.0),
}
GOAL = (0.70, 0.80, 0.90, 0.95)  # for a file that has no floor of its own


@pytest.mark.usefixtures("loaded_once")
@pytest.mark.parametrize("path", [*OWN, *SHARED], ids=lambda path: path.name)
def test_figures(path: Path) -> None:
    """Guards the figures of each gold set; those beside the checkout only where they are there."""
    if not path.is_file():
        pytest.skip(f"{path.name} is not here")
    report = compare([path], None, Settings()).report
    reached = (report.full.f1, report.verb_object.f1, report.status_accuracy, report.polarity_accuracy)
    assert report.missing == 0
    assert all(figure >= floor for figure, floor in zip(reached, FLOORS.get(path.name, GOAL), strict=True)), reached
