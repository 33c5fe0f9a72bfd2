"""kg build, kg query and kg export: output and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.cli import build as build_command
from kg.cli import export as export_command
from kg.cli import query as query_command
from kg.config import Settings
from kg.errors import KGError
from kg.stores import open_store

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("cli")
    build([write_corpus(place / "texts")], place / "graph", Settings(), extractor=PlainExtractor())
    return str(place / "graph")


def ask(graph: str, *arguments: str) -> Result:
    return CliRunner().invoke(query_command.command, ["--graph", graph, *arguments])


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kg", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_query_by_name_text_and_file(graph: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?verb { ?s a kg:Statement ; kg:verb ?verb } ORDER BY ?verb LIMIT 1")
    assert "innovation consortia" in ask(graph, "who-promotes-what").output
    assert ask(graph, "--format", "csv", str(file)).output == "verb\ndevelop\n"
    assert ask(graph, "ASK { ?s kg:verb 'develop' }").output == "yes\n"
    answer = json.loads(ask(graph, "--format", "json", "statements-about", "Innovation Consortia").output)
    assert len(answer["results"]["bindings"]) == 2


def test_construct_is_turtle(graph: str) -> None:
    output = ask(graph, "--format", "turtle", "CONSTRUCT WHERE { ?who kg:develops ?what }").output
    assert output.startswith("@prefix actor:")
    assert "kg:develops" in output


def test_list_shows_every_question_with_its_parameters() -> None:
    output = CliRunner().invoke(query_command.command, ["--list"]).output
    assert "statements-about CONCEPT " in output
    assert "evidence-for SUBJECT PREDICATE OBJECT" in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["actors", "too", "many"], "takes no argument"),
        (["no-such-question"], "unknown question"),
        (["nowhere.rq"], "nowhere.rq: cannot be read"),
        (["--format", "yaml", "actors"], "unknown format 'yaml'"),
        (["SELECT ?x { ?x"], "query:1: column"),
        (["--format", "svg", "CONSTRUCT WHERE { ?s ?p ?o }"], "unknown format"),
    ],
)
def test_bad_queries_are_explained(graph: str, arguments: list[str], words: str) -> None:
    result = ask(graph, *arguments)
    assert isinstance(result.exception, KGError)
    assert result.exception.exit_code == 2
    assert words in str(result.exception)


def test_a_failure_is_one_line_and_its_exit_code(tmp_path: Path) -> None:
    run = kg("query", "--graph", str(tmp_path / "none"), "actors")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("kg: ")
    assert run.stderr.count("\n") == 1


def test_query_loads_nothing_heavy(graph: str) -> None:
    """A question must be answered in less than a second."""
    script = (
        "import sys\nfrom kg.cli import cli\n"
        "cli(['query', '--graph', sys.argv[1], '--format', 'csv', 'who-promotes-what'], standalone_mode=False)\n"
        "assert not {'spacy', 'rdflib', 'pyvis', 'networkx', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, graph], cwd=ROOT, check=True, capture_output=True)


def test_export_to_file_and_standard_output(graph: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    by_ending = CliRunner().invoke(export_command.command, ["--graph", graph, "-o", str(file)])
    assert by_ending.exit_code == 0
    to_output = CliRunner().invoke(export_command.command, ["--graph", graph, "--format", "nquads"])
    assert to_output.stdout_bytes == file.read_bytes() != b""


def test_export_lists_its_formats() -> None:
    assert "turtle\n" in CliRunner().invoke(export_command.command, ["--list"]).output


def test_build_reports_warns_and_says_by_its_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build._extractor", lambda settings, vocabulary: PlainExtractor())
    texts, graph = write_corpus(tmp_path / "texts"), str(tmp_path / "graph")
    run = CliRunner().invoke(build_command.command, [str(texts), "--graph", graph])
    assert run.exit_code == 0
    assert "plan-2023    parsed" in run.stdout
    assert "2 documents; 4 statements;" in run.stdout
    (texts / "bad.txt").write_bytes(b"\x00\x01")
    run = CliRunner().invoke(build_command.command, [str(texts), "--graph", graph])
    assert run.exit_code == 1
    assert run.stderr.startswith(f"kg: warning: {texts / 'bad.txt'}:")
    assert run.stderr.count("\n") == 1
    assert "nothing has changed" in run.stdout


def test_dry_run_says_what_would_be_parsed_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.build._extractor", lambda settings, vocabulary: PlainExtractor())
    texts, graph = write_corpus(tmp_path / "texts"), str(tmp_path / "graph")
    CliRunner().invoke(build_command.command, [str(texts), "--graph", graph])
    (texts / "plan-2023.md").unlink()
    run = CliRunner().invoke(build_command.command, [str(texts), "--graph", graph, "--dry-run"])
    assert "1 document; 0 to parse; to be removed: plan-2023" in run.stdout


def test_the_base_of_a_remote_graph_comes_from_the_settings(
    graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that does not know its base IRI must still find the names under it; a folder knows its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('base = "https://example.org/kg/"')
    with open_store(":memory:", base="https://example.org/kg/") as store:
        assert store.base == "https://example.org/kg/"
    assert "SASAC" in ask(graph, "--format", "csv", "actors").output or "State-owned" in ask(graph, "actors").output
