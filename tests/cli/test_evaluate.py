"""kg evaluate: figures as JSON and as a table, predictions or an extraction made now, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from extraction.helpers import loaded_once  # noqa: F401  # a fixture

from kg.cli.evaluate import command
from kg.cli.extract import command as extract_command
from kg.errors import KGError, SourceError

pytestmark = pytest.mark.usefixtures("loaded_once")

GOLD = [
    {
        "doc": "a",
        "sent": 1,
        "text": "The agency will ban coal.",
        "genre": "law",
        "statements": [{"actor": ["agency"], "verb": ["ban"], "object": ["coal"], "status": "planned", "polarity": "affirmed"}],
    },
    {"doc": "a", "sent": 2, "text": "Good morning.", "genre": "speech", "statements": []},
]


def run(*arguments: object, **options: Any) -> Result:
    return CliRunner().invoke(command, [str(item) for item in arguments], **options)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in GOLD), encoding="utf-8")
    return path


def test_json_of_an_extraction_made_now(gold: Path) -> None:
    """Guards the contract of --json, without predictions."""
    result = run(gold, "--json")
    assert result.exit_code == 0, result.exception
    figures = json.loads(result.stdout)
    for name in ("full", "verb_object"):
        assert figures[name] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert (figures["status_accuracy"], figures["polarity_accuracy"]) == (1.0, 1.0)


def test_predictions_of_kg_extract(gold: Path, tmp_path: Path) -> None:
    """Guards that what kg extract writes is what kg evaluate reads, with the same figures as without the file."""
    made = CliRunner().invoke(extract_command, ["--sentences", str(gold), "--format", "jsonl"])
    predictions = tmp_path / "made.jsonl"
    predictions.write_text(made.stdout, encoding="utf-8")
    assert run(gold, "--predictions", predictions, "--json").stdout == run(gold, "--json").stdout


def test_table_by_a_key(gold: Path) -> None:
    """Guards the table: a row for all and for each value."""
    result = run(gold, "--by", "genre")
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == ["all", "law", "speech"]


def test_errors_are_listed(gold: Path, tmp_path: Path) -> None:
    """Guards --errors: nothing where all is right, the missed statement where it is not."""
    assert "missed" not in run(gold, "--errors").stdout
    predictions = tmp_path / "made.jsonl"
    predictions.write_text('{"doc": "a", "sent": 1, "statements": []}\n', encoding="utf-8")
    assert "missed  agency — ban — coal" in run(gold, "--predictions", predictions, "--errors").stdout


@pytest.mark.parametrize("content", ["", "not json\n", '{"doc": "a"}\n'])
def test_malformed_gold(tmp_path: Path, content: str) -> None:
    """Guards one clear line and exit code 2."""
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    result = run(path)
    assert isinstance(result.exception, SourceError)
    assert result.exception.exit_code == 2


def test_missing_files(gold: Path, tmp_path: Path) -> None:
    """Guards gold, and predictions, that are not there; and gold left out."""
    for arguments in ([tmp_path / "none.jsonl"], [gold, "--predictions", tmp_path / "none.jsonl"]):
        result = run(*arguments)
        assert isinstance(result.exception, KGError)
    assert run().exit_code == 2


def test_gold_of_two_files(gold: Path, tmp_path: Path) -> None:
    """Guards figures over several files as one set."""
    other = tmp_path / "other.jsonl"
    other.write_text(gold.read_text(encoding="utf-8").replace('"doc": "a"', '"doc": "b"'), encoding="utf-8")
    assert json.loads(run(gold, other, "--json").stdout)["sentences"] == 4
