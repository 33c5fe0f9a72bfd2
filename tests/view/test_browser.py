"""The page in a real browser: what is on screen is what the store holds."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from kg.view.encoding import encode
from kg.view.reading import read_picture
from tests.view.conftest import Page
from tests.view.synthetic import GraphStore, shared_store

Show = Callable[..., Page]


def test_counts_on_screen_equal_the_store(show: Show, small: GraphStore) -> None:
    """Nothing is dropped between the store and the picture."""
    picture = read_picture(small)
    page = show(small)
    blocks = encode(picture)
    assert page.counts["nodes"] == len({end for edge in blocks.edges for end in edge.values()})
    assert page.counts["edges"] == len(blocks.edges)
    assert page.counts["statements"] == len(picture.statements)
    assert f"{len(picture.statements)} statements of {len(picture.statements)}" in page.one("#status").text


def test_click_on_an_edge_shows_its_words(show: Show, small: GraphStore) -> None:
    """The panel has the quotation marked in its sentence, speaker, date, document, status and actor basis."""
    picture = read_picture(small)
    blocks = encode(picture)
    page = show(small)
    edge = next(
        number
        for number in range(len(blocks.edges))
        if page.run("document.elementFromPoint(...Object.values(window.explorer.edgeAt(arguments[0], 0.6)))?.tagName", number)
        == "CANVAS"
    )
    page.click_at(page.run("window.explorer.edgeAt(arguments[0], 0.6)", edge))
    shown = page.run("document.querySelector('#panel .statement').dataset.statement")
    statement = next(s for s in picture.statements if s.iri.endswith(shown))
    assert page.one("#panel mark").text == statement.sentence[statement.start : statement.end]
    assert page.one("#panel blockquote").text == statement.sentence
    names = {node.iri: node.label for node in picture.nodes}
    wanted = (statement.date, statement.status, picture.labels[statement.speaker], names[statement.document])
    assert all(text in page.panel for text in wanted)


@pytest.mark.parametrize("nodes", [500, 2000, 10000])
def test_large_graphs_open(show: Show, nodes: int) -> None:
    """A page of any size opens with labels; above the limit on an overview that says so."""
    page = show(shared_store(nodes))
    assert page.counts["labels"] > 20
    if nodes > 2500:
        assert page.counts["nodes"] < 400
        assert "most central" in page.one("#status").text


def test_search_reaches_what_the_overview_leaves_out(show: Show) -> None:
    """Everything is reachable by search, also above the overview's limit."""
    store = shared_store(3000)
    picture = read_picture(store)
    page = show(store)
    drawn = set(page.run("[...window.explorer.picture.view.nodes]"))
    hidden = next(i for i, node in enumerate(picture.nodes) if i not in drawn and node.kind == "concept")
    page.type("#search-input", picture.nodes[hidden].label)
    page.key("\ue007")
    assert picture.nodes[hidden].label in page.panel
    assert page.run("window.explorer.picture.view.nodes.has(arguments[0])", hidden)


def test_address_keeps_the_view(show: Show, small: GraphStore) -> None:
    """A linked view opens with its filters, and filters write the address."""
    page = show(small, address=f"#{quote('status=planned')}".replace("%3D", "="))
    wanted = sum(s.status == "planned" for s in read_picture(small).statements)
    assert page.counts["statements"] == wanted
    page.click("#view-table")
    assert "view=table" in page.run("location.hash")


def test_overview_grows_on_demand(show: Show) -> None:
    """Above the limit a double click opens a node's neighbours and a button shows more of the most central."""
    page = show(shared_store(3000))
    before = page.counts["nodes"]
    node = page.run("window.explorer.picture.rank.find((n) => window.explorer.nodeAt(n).x > 500)")
    page.click_at(page.run("window.explorer.nodeAt(arguments[0])", node), times=2)
    opened = page.counts["nodes"]
    assert opened > before
    page.click("#more")
    assert page.counts["nodes"] > opened


def test_zoom_shows_more_labels(show: Show) -> None:
    """Labels are culled by room: nearer, the same nodes have more of them, and none runs over another."""
    page = show(shared_store(500))
    far = page.counts["labels"]
    shown = len(page.run("window.explorer.picture.rank"))
    for _ in range(5):
        page.click("#zoom-in")
    page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert 20 < far < shown
    assert page.counts["labels"] > 10


def test_an_empty_graph_is_an_empty_page(show: Show) -> None:
    """Without statements every control still answers, and the page says that there is nothing."""
    page = show(GraphStore())
    assert page.one("#status").text.startswith("Nothing")
    for control in ("#view-table", "#view-graph", "#open-filters", "#zoom-fit", "#zoom-in"):
        page.click(control)
    page.key("n")
    assert "<svg" in page.run("window.explorer.svg()")
    assert page.run("window.explorer.csv()").count("\n") == 1
