"""The commands that look across documents: exact words on a small graph, exit codes, formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg.build import build
from kg.cli import cli
from kg.config import Settings
from kg.errors import KGError
from tests.samples import PlainExtractor

TEXTS = {
    "plan.md": "---\ndate: 2023-03-05\n---\nSASAC will promote innovation consortia. SASAC will develop tidal power.\n",
    "report.md": "---\ndate: 2024-07-26\n---\n"
    "SASAC develops innovation consortia. MIIT restricts tidal power. MIIT promotes robots.\n",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("analysis")
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    build([place / name for name in TEXTS], place / "graph", Settings(), extractor=PlainExtractor())
    return str(place / "graph")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def lines(*arguments: str) -> list[str]:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_commitments(graph: str) -> None:
    """A chain that is printed without its dates, statuses or places."""
    found = lines("commitments", "--graph", graph)
    assert found[0] == "State-owned Assets Supervision and Administration Commission — innovation consortia: fulfilled"
    assert found[1].split("  ")[1:3] == ["2023-03-05", "planned"] and "[plan:" in found[1]
    assert "fulfilled, ongoing" in found[2] and "[report:" in found[2]
    assert found[-1] == "2 promises: 1 fulfilled, 1 open"
    assert lines("commitments", "--graph", graph, "--open")[-1] == "1 promise: 1 open"
    assert lines("commitments", "--graph", graph, "--actor", "MIIT") == ["0 promises"]
    assert lines("commitments", "--graph", graph, "--concept", "tidal power")[-1] == "1 promise: 1 open"


def test_tensions(graph: str) -> None:
    """A conflict told without its sides."""
    found = lines("tensions", "--graph", graph)
    assert found[0] == "tidal power" and [line.strip() for line in found if line.startswith("  ") and "20" not in line] == [
        "for",
        "against",
    ]
    assert found[-1] == "1 concept in tension"


def test_formulations(graph: str) -> None:
    """A wording without its first and last use."""
    found = lines("formulations", "innovation consortia", "--graph", graph)
    assert found[0] == "innovation consortia" and any("2023-03-05  2024-07-26" in line for line in found)


def test_formulations_of_what_nobody_speaks_of(graph: str) -> None:
    """A table of nothing."""
    assert lines("formulations", "NQPF", "--graph", graph) == ["no statement is on new quality productive forces"]


def test_diff_of_documents_years_and_graphs(graph: str) -> None:
    """A change that is shown as something new and something gone."""
    for arguments in (("plan", "report", "--graph", graph), ("2023", "2024", "--graph", graph)):
        found = lines("diff", *arguments)
        assert found[0].endswith("innovation consortia (ongoing); status: planned → ongoing; verb: promote → develop")
        assert found[-1].endswith("gone")
    assert lines("diff", graph, graph) == ["0 changed, 0 new, 0 gone"]


def test_path(graph: str) -> None:
    """A chain without its quotations."""
    found = lines("path", "SASAC", "robots", "--graph", graph)
    assert [line for line in found if not line.startswith(" ")] == [
        "State-owned Assets Supervision and Administration Commission — tidal power",
        "tidal power — Ministry of Industry and Information Technology",
        "Ministry of Industry and Information Technology — robots",
    ]
    assert lines("path", "SASAC", "robots", "--graph", graph, "--until", "2023-12-31") == [
        "no chain of statements joins SASAC and robots"
    ]


@pytest.mark.parametrize("kind", ["actor-concept", "congruence", "conflict", "concepts"])
def test_network(graph: str, tmp_path: Path, kind: str) -> None:
    """A kind of network that the command cannot show or write."""
    assert " edges" in lines("network", "--graph", graph, "--kind", kind)[-1]
    for ending in ("graphml", "gexf", "csv"):
        file = tmp_path / f"{kind}.{ending}"
        assert str(file) in lines("network", "--graph", graph, "--kind", kind, "-o", str(file))[0]
        assert file.is_file()


@pytest.mark.parametrize(
    "command",
    [["commitments"], ["tensions"], ["formulations", "tidal power"], ["diff", "2023", "2024"], ["vocabulary", "suggest"]],
)
def test_csv_and_json_have_the_same_rows(graph: str, command: list[str]) -> None:
    """A format that loses rows or columns."""
    found = json.loads(run(*command, "--graph", graph, "--format", "json").output)
    rows = list(csv.DictReader(io.StringIO(run(*command, "--graph", graph, "--format", "csv").output)))
    assert len(rows) == len(found) and [list(row) for row in rows] == [list(row) for row in found]


@pytest.mark.parametrize(("command", "link"), [("commitments", "kg:fulfilledBy"), ("tensions", "kg:inTensionWith")])
def test_turtle_links_the_statements(graph: str, command: str, link: str) -> None:
    """Links that cannot be loaded into a store."""
    text = run(command, "--graph", graph, "--format", "turtle").output
    assert link in text and len(list(ox.parse(text, ox.RdfFormat.TURTLE))) == 1


def test_vocabulary_check_and_find(tmp_path: Path) -> None:
    """A name that is not explained; a bad file that passes."""
    assert lines("vocabulary", "check")[0].endswith("0 merges accepted")
    assert lines("vocabulary", "find", "NQPF")[0].startswith("concept: new quality productive forces")
    assert lines("vocabulary", "find", "set up") == ["verb: set up → establishes → promotes → actsOn"]
    (tmp_path / "bad.ttl").write_text("oops", encoding="utf-8")
    assert isinstance(run("vocabulary", "check", str(tmp_path / "bad.ttl")).exception, KGError)
    assert isinstance(run("vocabulary", "find", "no such name").exception, KGError)


def test_accept_and_forbid(graph: str, tmp_path: Path) -> None:
    """A decision that the analyst makes and no file holds."""
    file = str(tmp_path / "decisions.ttl")
    assert "are one" in lines("vocabulary", "accept", "tidal power", "robots", "--graph", graph, "--decisions", file)[0]
    assert "said so already" in lines("vocabulary", "accept", "tidal power", "robots", "--graph", graph, "--decisions", file)[0]
    assert "are never one" in lines("vocabulary", "forbid", "tidal power", "robots", "--graph", graph, "--decisions", file)[0]
    assert lines("vocabulary", "check", file)[0].endswith("0 merges accepted")


def test_evaluate() -> None:
    """Figures that are not printed, or not as JSON."""
    gold = str(Path(__file__).parents[1] / "gold" / "mentions.jsonl")
    assert lines("vocabulary", "evaluate", gold)[0].startswith("pairwise  precision")
    assert json.loads(run("vocabulary", "evaluate", gold, "--json").output)["pairwise"]["precision"] >= 0.97


@pytest.mark.parametrize(
    "command",
    [
        ["commitments", "--actor", "nobody at all"],
        ["formulations", "no such concept"],
        ["path", "SASAC", "nobody at all"],
        ["path", "nobody at all", "SASAC"],
        ["path", "SASAC", "robots", "--speaker", "nobody at all"],
        ["network", "--speaker", "nobody at all"],
        ["network", "--kind", "spider"],
        ["diff", "1999", "2024"],
        ["diff", "2023", "2024", "--actor", "MIIT"],
        ["vocabulary", "accept", "nobody at all", "SASAC"],
        ["diff", "no such document", "2024"],
    ],
)
def test_unknown_names_are_explained(graph: str, command: list[str]) -> None:
    """A traceback, or silence, for a name that names nothing."""
    result = run(*command, "--graph", graph)
    assert isinstance(result.exception, KGError) and result.exception.exit_code == 2
    assert len(str(result.exception).splitlines()) == 1


def test_what_is_unknown_is_said_of_both_kinds(graph: str) -> None:
    """A name that may be an actor's, said to be no concept's only."""
    assert "no actor or concept is called 'tidal powr' (close: tidal power)" in str(
        run("path", "SASAC", "tidal powr", "--graph", graph).exception
    )


@pytest.mark.parametrize(
    "options",
    [
        ["network", "--status", "done"],
        ["network", "--since", "2024-02-01", "--until", "2024-01-01"],
        ["network", "--top", "-1"],
        ["network", "--strongest", "-1"],
        ["vocabulary", "suggest", "--threshold", "7"],
        ["vocabulary", "suggest", "--limit", "-1"],
    ],
)
def test_what_can_let_nothing_through_is_refused(graph: str, options: list[str]) -> None:
    """An empty answer to a question that could have no other."""
    result = run(*options, "--graph", graph)
    assert result.exit_code == 2 and "Error: " in result.output


def test_a_network_without_edges(graph: str) -> None:
    """A table of nothing."""
    empty = lines("network", "--graph", graph, "--until", "1999-01-01")
    assert empty == ["0 nodes, 0 edges: no statement joins anything here"]


def test_what_a_network_leaves_out_is_said(tmp_path: Path) -> None:
    """Edges that are dropped silently, on the terminal or in the file."""
    text = " ".join(f"{actor} promotes tidal power." for actor in ("NEA", "NDRC", "MIIT", "SASAC", "MOST"))
    (tmp_path / "a.md").write_text(f"---\ndate: 2024-01-01\n---\n{text}\n", encoding="utf-8")
    build([tmp_path / "a.md"], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    file = tmp_path / "n.graphml"
    command = ("network", "--graph", str(tmp_path / "graph"), "--kind", "congruence")
    assert lines(*command)[-1] == "5 nodes, 10 edges"
    for more in ((), ("-o", str(file))):
        assert lines(*command, "--strongest", "1", *more)[-1].startswith("left out: ")
    assert "of 10 edges, weaker than the 1 strongest of both their ends" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_bad_dates_are_explained(graph: str, option: str) -> None:
    """A traceback for a date in another form."""
    result = run("path", "SASAC", "robots", "--graph", graph, option, "1 May")
    assert result.exit_code == 2 and "no date" in result.output
