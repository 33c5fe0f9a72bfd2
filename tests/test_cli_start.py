"""What a start of ``kg`` imports. Times are measured by hand: tests/benchmarks/start_up.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "spacy",
    "rdflib",
    "oxrdflib",
    "pyvis",
    "networkx",
    "igraph",
    "numpy",
    "pandas",
    "IPython",
    "starlette",
    "yaml",
    "jinja2",
}


def imported(arguments: list[str], place: Path) -> set[str]:
    """The top-level modules that a run of ``kg`` imports."""
    command = [sys.executable, "-X", "importtime", "-m", "kg", *arguments]
    run = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["query", "--help"], ["build", "--help"], ["query", "--list"]]
)
def test_help_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    """Help that takes seconds is not asked for twice."""
    assert imported(arguments, tmp_path) & (HEAVY | {"pyoxigraph"} if "--list" not in arguments else HEAVY) == set()


@pytest.mark.parametrize(
    "question", [["who-promotes-what"], ["statements-about", "strategic emerging industries"], ["ASK { ?s ?p ?o }"]]
)
def test_query_imports_the_store_alone(question: list[str], demo_graph: Path, tmp_path: Path) -> None:
    """A question is answered in less than a second only when no parser and no RDF library but the store's is loaded."""
    assert imported(["query", "--graph", str(demo_graph), *question], tmp_path) & HEAVY == set()


def test_importing_the_package_imports_nothing_heavy(tmp_path: Path) -> None:
    script = "import sys, kg, kg.model, kg.errors, kg.ids; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) & (HEAVY | {"pyoxigraph", "click"}) == set()
