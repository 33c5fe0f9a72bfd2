"""Bad input, command by command: one clear line, the right exit code, no traceback, and nothing else harmed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.stores import open_store

GOOD = "The ministry will establish innovation consortia.\n"

Kg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kg(tmp_path: Path) -> Kg:
    """Runs ``kg`` in a folder of its own."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def missing(_place: Path) -> None:
    """Make nothing."""


def empty(place: Path) -> None:
    place.touch()


def nothing_readable(place: Path) -> None:
    place.mkdir()
    place.joinpath("photo.jpeg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")


def binary(place: Path) -> None:
    place.write_bytes(bytes(range(256)) * 40)


def invalid_utf8(place: Path) -> None:
    place.write_bytes(b"The ministry will establish \xc3\x28 consortia. \xff\n")


def broken_front_matter(place: Path) -> None:
    place.write_text("---\ntitle: [a\ndate: : :\n---\n" + GOOD, encoding="utf-8")


BAD_SOURCES = {
    "missing.txt": (missing, "missing.txt"),
    "empty.txt": (empty, "empty.txt"),
    "folder": (nothing_readable, "folder"),
    "binary.txt": (binary, "binary.txt"),
    "latin.txt": (invalid_utf8, "latin.txt"),
    "front.md": (broken_front_matter, "front.md"),
}


def explained(run: subprocess.CompletedProcess[str], word: str) -> None:
    """One line on standard error that says where, and no traceback anywhere."""
    lines = run.stderr.splitlines()
    assert "Traceback" not in run.stdout + run.stderr
    assert len(lines) == 1, run.stderr
    assert lines[0].startswith("kg: ")
    assert word in lines[0]


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_a_bad_source_alone_is_bad_input(name: str, kg: Kg, tmp_path: Path) -> None:
    """Nothing to build: exit code 2, and no graph is left behind."""
    make, word = BAD_SOURCES[name]
    make(tmp_path / name)
    run = kg("build", name, "--graph", "graph")
    assert (run.returncode, run.stdout) == (2, "")
    assert "Traceback" not in run.stderr
    lines = run.stderr.splitlines()
    assert lines and all(line.startswith("kg: ") for line in lines)
    assert word in run.stderr
    assert not (tmp_path / "graph" / "graph.json").exists()


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_a_bad_source_harms_no_other(name: str, kg: Kg, tmp_path: Path) -> None:
    """One unreadable document is a line in the report, never a lost batch."""
    make, word = BAD_SOURCES[name]
    make(tmp_path / name)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    run = kg("build", "good.txt", name, "--graph", "graph")
    assert run.returncode == 1
    explained(run, word)
    with open_store(tmp_path / "graph", read_only=True) as store:
        assert store.query('ASK { ?s a kg:Statement ; kg:objectLabel "innovation consortia" }')


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_extract_explains_a_bad_source(name: str, kg: Kg, tmp_path: Path) -> None:
    """The same sources, without a graph."""
    make, word = BAD_SOURCES[name]
    make(tmp_path / name)
    run = kg("extract", name, "--format", "jsonl")
    assert run.returncode in {1, 2}
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert word in run.stderr


BAD_CALLS = {
    "malformed SPARQL": (["query", "--graph", "{graph}", "SELECT ?x { ?x"], "query:1"),
    "unknown question": (["query", "--graph", "{graph}", "who-promotes-waht"], "did you mean 'who-promotes-what'?"),
    "missing parameter": (["query", "--graph", "{graph}", "statements-about"], "CONCEPT"),
    "unknown concept": (["query", "--graph", "{graph}", "statements-about", "unicorns"], "unicorns"),
    "unknown result format": (["query", "--graph", "{graph}", "--format", "yaml", "actors"], "unknown format 'yaml'"),
    "unknown export format": (["export", "--graph", "{graph}", "--format", "docx"], "unknown format 'docx'"),
    "no graph to ask": (["query", "--graph", "nowhere", "actors"], "nowhere"),
    "no graph to export": (["export", "--graph", "nowhere", "-o", "x.ttl"], "nowhere"),
    "no graph to view": (["view", "--graph", "nowhere", "-o", "x.html"], "nowhere"),
    "export to no folder": (["export", "--graph", "{graph}", "-o", "none/x.ttl"], "none/x.ttl"),
    "view to no folder": (["view", "--graph", "{graph}", "-o", "none/x.html"], "none/x.html"),
    "missing query file": (["query", "--graph", "{graph}", "none.rq"], "none.rq"),
    "missing gold": (["evaluate", "none.jsonl"], "none.jsonl"),
    "missing model": (["build", "{corpus}", "--graph", "x", "--model", "no_such_model"], "no_such_model"),
    "missing settings": (["build", "{corpus}", "--graph", "x", "--settings", "none.toml"], "none.toml"),
    "missing vocabulary": (["build", "{corpus}", "--graph", "x", "--vocabulary", "none.ttl"], "none.ttl"),
    "missing import": (["import", "none.trig", "--graph", "x"], "none.trig"),
}


@pytest.mark.parametrize("name", BAD_CALLS)
def test_a_bad_call_is_one_line(name: str, kg: Kg, demo_graph: Path, root: Path) -> None:
    """What, where, expected: on one line, with exit code 2."""
    arguments, word = BAD_CALLS[name]
    run = kg(*(part.format(graph=demo_graph, corpus=root / "corpus") if part.startswith("{") else part for part in arguments))
    assert (run.returncode, run.stdout) == (2, "")
    explained(run, word)
