"""The explorer and the server over a graph that lies at a SPARQL endpoint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.cli import cli
from kg.config import Settings
from kg.pushing import push
from kg.stores import open_store


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    build([write_corpus(tmp_path / "texts")], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    return tmp_path / "graph"


@pytest.fixture(params=["oxigraph server", "virtuoso"])
def address(request: pytest.FixtureRequest, graph: Path) -> str:
    found: str = request.getfixturevalue(request.param.replace(" ", "_"))
    with open_store(graph, read_only=True) as source, open_store(found) as target:
        for name in target.graphs():
            target.remove_graph(name)
        push(source, target)
    return found


def test_view_writes_the_page_of_a_remote_graph(graph: Path, address: str, tmp_path: Path) -> None:
    """The same page, byte for byte, as from the folder that was pushed."""
    pages = []
    for place in (str(graph), address):
        file = tmp_path / f"page-{len(pages)}.html"
        result = CliRunner().invoke(cli, ["view", "--graph", place, "-o", str(file)], catch_exceptions=False)
        assert result.exit_code == 0
        pages.append(file.read_bytes())
    assert pages[0] == pages[1]


def test_serve_answers_from_a_remote_graph(graph: Path, address: str) -> None:
    """Explorer, node page, named question and SPARQL endpoint are what they are over the folder."""
    from tests.serve.conftest import running  # noqa: PLC0415 — skips where the extra is not installed

    paths = ("/", "/concept/innovation_consortia", "/questions/statements-about?concept=innovation+consortia")
    seen = []
    for place in (str(graph), address):
        with running(place) as client:  # type: ignore[arg-type]
            replies = [client.ask(path, Accept="text/html") for path in paths]
            assert [reply.status for reply in replies] == [200, 200, 200], replies[-1].text
            reply = client.query("SELECT DISTINCT ?s { ?s a kg:Statement } ORDER BY ?s")
            seen.append([reply.body for reply in replies[1:]] + [json.loads(reply.body)])
    assert seen[0] == seen[1]


def test_an_endpoint_that_is_down_is_one_clear_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["view", "--graph", "http://127.0.0.1:9/sparql", "-o", str(tmp_path / "page.html")])
    assert "http://127.0.0.1:9/sparql: cannot be reached" in str(result.exception)
    assert list(tmp_path.iterdir()) == []
