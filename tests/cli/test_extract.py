"""kg extract: the records that other tools read, exit codes, what broken input costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from extraction.helpers import loaded_once  # noqa: F401  # a fixture
from samples import FIELDS

from kg.cli.extract import command
from kg.errors import KGError, SourceError, UsageError

pytestmark = pytest.mark.usefixtures("loaded_once")

LINES = [
    {"doc": "a", "sent": 3, "text": "The ministry will build 40 hubs. It also bans coal.", "speaks_for": "Port Authority"},
    {"doc": "b", "sent": 1, "text": "Good morning.", "title": "Briefing", "date": "2024-08-20", "speaker": "Ana Ruiz"},
    {"doc": "a", "sent": 9, "text": "  We cut fees throughout the process from start to end.", "genre": "left alone"},
    {"doc": "a", "sent": 10, "text": "What will the ministry do?"},
]
TEXT = "The ministry will build hubs.\n\nThe agency banned coal. Good morning.\n"


def run(*arguments: object, **options: Any) -> Result:
    return CliRunner().invoke(command, [str(item) for item in arguments], **options)


def records(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


def lines(path: Path, *items: object) -> Path:
    text = "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in items)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def given(tmp_path: Path) -> list[dict[str, Any]]:
    path = lines(tmp_path / "given.jsonl", *LINES)
    return records(run("--sentences", path, "--format", "jsonl"))


def test_one_record_a_line(given: list[dict[str, Any]]) -> None:
    """Guards one record a given line, unsplit, with its own number and text; documents in order of their first lines."""
    assert [(item["doc"], item["sent"]) for item in given] == [("a", 3), ("a", 9), ("a", 10), ("b", 1)]
    assert {item["text"] for item in given} == {str(item["text"]) for item in LINES}


def test_statements_or_reason(given: list[dict[str, Any]]) -> None:
    """Guards ``reason``: null beside statements, else why there are none."""
    assert [item["reason"] for item in given] == [None, None, "question", "greeting"]
    assert all(bool(item["statements"]) == (item["reason"] is None) for item in given)


def test_fields_of_a_statement(given: list[dict[str, Any]]) -> None:
    """Guards the names and types of the contract."""
    for statement in given[0]["statements"] + given[1]["statements"]:
        assert statement.keys() >= FIELDS
        assert statement["surface"].keys() == {"actor", "verb", "object"}
        assert isinstance(statement["means"], list)
        assert isinstance(statement["purpose"], list)
        assert all(item.keys() == {"preposition", "text", "start", "end"} for item in statement["qualifiers"])


def test_offsets_are_into_the_line(given: list[dict[str, Any]]) -> None:
    """Guards offsets of given sentences: into the line's own text, also of later lines and behind white space."""
    for item in given:
        for statement in item["statements"]:
            assert item["text"][statement["start"] : statement["end"]] == statement["quote"]
            for qualifier in statement["qualifiers"]:
                assert item["text"][qualifier["start"] : qualifier["end"]] == qualifier["text"]
    assert any(statement["qualifiers"] for statement in given[1]["statements"])


def test_metadata_of_the_lines(given: list[dict[str, Any]]) -> None:
    """Guards ``speaks_for``, which one line says for its document."""
    (statement,) = given[1]["statements"]
    assert (statement["actor"], statement["actor_basis"]) == ("Port Authority", "we")


def test_speaker_of_a_line(tmp_path: Path) -> None:
    """Guards ``speaker``: of that line, not of the others."""
    path = lines(
        tmp_path / "given.jsonl",
        {"doc": "a", "sent": 1, "text": "The agency bans coal.", "speaker": "Ana Ruiz"},
        {"doc": "a", "sent": 2, "text": "The agency bans coal."},
        {"doc": "a", "sent": 3, "text": "The agency bans coal.", "speaker": "Bo Lind"},
    )
    found = records(run("--sentences", path, "--format", "jsonl"))
    assert [item["statements"][0]["speaker"] for item in found] == ["Ana Ruiz", None, "Bo Lind"]


def test_standard_input() -> None:
    """Guards ``--sentences -``."""
    result = run("--sentences", "-", "--format", "jsonl", input=json.dumps(LINES[0]) + "\n")
    assert [item["sent"] for item in records(result)] == [3]


def test_a_file(tmp_path: Path) -> None:
    """Guards files: sentences split and numbered from 1, offsets into the file's text."""
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = records(run(path, "--format", "jsonl"))
    assert [item["sent"] for item in found] == [1, 2, 3]
    assert [TEXT[item["start"] : item["end"]] for item in found] == [item["text"] for item in found]
    quotes = [TEXT[made["start"] : made["end"]] for item in found for made in item["statements"]]
    assert quotes == [made["quote"] for item in found for made in item["statements"]]
    assert len(quotes) == 2


def test_several_files_and_a_folder(tmp_path: Path) -> None:
    """Guards that a folder is its files, and that documents keep their names."""
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text("The agency banned coal.\n", encoding="utf-8")
    assert [item["doc"] for item in records(run(tmp_path, "--format", "jsonl"))] == ["a", "b"]
    assert [item["doc"] for item in records(run(tmp_path / "b.txt", tmp_path / "a.md", "--format", "jsonl"))] == ["b", "a"]


def test_table_and_explanations(tmp_path: Path) -> None:
    """Guards what people read: the sentence, its statements or the reason; with --explain the rules as well."""
    path = lines(
        tmp_path / "given.jsonl", {"doc": "a", "sent": 4, "text": "The agency does not ban coal."}, LINES[3] | {"sent": 5}
    )
    plain = run("--sentences", path)
    assert plain.exit_code == 0
    assert plain.stdout.splitlines() == [
        "   4  The agency does not ban coal.",
        "        agency — not ban — coal  (ongoing)",
        "   5  What will the ministry do?",
        "        no statement: question",
    ]
    explained = run("--sentences", path, "--explain")
    assert "main_clause" in explained.stdout
    assert "explicit" in explained.stdout
    assert "main_clause" not in plain.stdout


def test_explanations_as_json(tmp_path: Path) -> None:
    """Guards that --explain leaves records readable."""
    path = lines(tmp_path / "given.jsonl", LINES[0])
    assert records(run("--sentences", path, "--format", "jsonl", "--explain"))


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        "[1]",
        '{"doc": "a", "sent": "x", "text": "y"}',
        '{"doc": "a", "sent": 1}',
        '{"doc": "a", "sent": 1, "text": null}',
        '{"doc": "a", "sent": true, "text": "y"}',
        '{"doc": "", "sent": 1, "text": "y"}',
        '{"doc": "a", "sent": 1, "text": "\\ud800"}',
    ],
)
def test_a_broken_line_costs_one_warning(tmp_path: Path, broken: str) -> None:
    """Guards that the other lines are read, and that the exit code and one warning with file and line tell."""
    path = lines(tmp_path / "given.jsonl", LINES[0], broken, LINES[2])
    result = run("--sentences", path, "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["sent"] for line in result.stdout.splitlines()] == [3, 9]
    (warning,) = result.stderr.splitlines()
    assert warning.startswith(f"kg: warning: {path}:2:")


def test_an_unreadable_file_costs_one_warning(tmp_path: Path) -> None:
    """Guards that other files are read beside a binary one and a missing one."""
    good = tmp_path / "good.txt"
    good.write_text("The agency banned coal.\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    result = run(tmp_path / "bad.txt", tmp_path / "none.txt", good, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [["kg", "warning"]] * 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], UsageError),
        (["--sentences", "none.jsonl"], SourceError),
        (["none.txt"], SourceError),
        (["x.txt", "--sentences", "y.jsonl"], UsageError),
    ],
)
def test_nothing_to_read(arguments: list[str], error: type[KGError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards one clear line and exit code 2."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert isinstance(result.exception, error)
    assert result.exception.exit_code == 2
    assert "\n" not in str(result.exception)


def test_empty_standard_input() -> None:
    """Guards that nothing at all is an error."""
    assert isinstance(run("--sentences", "-", input="").exception, SourceError)


def test_unknown_format_and_model(tmp_path: Path) -> None:
    """Guards options that name nothing."""
    path = lines(tmp_path / "given.jsonl", LINES[0])
    assert run("--sentences", path, "--format", "xml").exit_code == 2
    result = run("--sentences", path, "--model", "no_such_model")
    assert isinstance(result.exception, KGError)
    assert result.exception.exit_code == 2


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Guards against output that depends on the run."""
    path = lines(tmp_path / "given.jsonl", *LINES)
    first, second = (run("--sentences", path, "--format", "jsonl").stdout for _ in range(2))
    assert first == second
