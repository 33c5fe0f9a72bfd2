"""Texts of documents are shown as text and run nothing: in the page, in its downloads, in a notebook."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib

from kg.view import explore, render_html, table
from kg.view.reading import read_picture
from tests.view.conftest import Page
from tests.view.hostile import TEXTS, hostile_store
from tests.view.synthetic import GraphStore

Show = Callable[..., Page]


@pytest.fixture(scope="module")
def hostile() -> GraphStore:
    """The graph of hostile texts."""
    return hostile_store()


class _Elements(HTMLParser):
    """Counts the elements of a page as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def _tags(page: str) -> list[str]:
    parser = _Elements()
    parser.feed(page)
    return parser.tags


def test_markup_is_the_same_whatever_the_texts(hostile: GraphStore, small: GraphStore) -> None:
    """No text adds an element to the page."""
    assert _tags(render_html(hostile, title=TEXTS[1])) == _tags(render_html(small))


def test_page_runs_nothing(show: Show, hostile: GraphStore) -> None:
    """Every panel of every node and statement is opened; nothing runs, and the words are all there."""
    page = show(hostile, title=TEXTS[2])
    picture = read_picture(hostile)
    assert page.counts["statements"] == len(TEXTS)
    for statement in picture.statements:
        page.run("location.hash = 'statement=' + arguments[0]", statement.iri.rsplit("/", 1)[-1])
        page.run("new Promise((done) => setTimeout(done, 30))")
        shown = page.run("document.querySelector('#panel mark').textContent")
        words = statement.sentence[statement.start : statement.end]
        visible = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda m: chr(0x2400 + ord(m[0])), words)
        assert shown == re.sub("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "\ufffd", visible)
        page.run("document.querySelectorAll('#panel details').forEach((item) => { item.open = true; })")
    for node in picture.nodes:
        page.run(
            "location.hash = new URLSearchParams({ node: arguments[0] })", node.iri.removeprefix("https://w3id.org/policy-kg/")
        )
        page.run("new Promise((done) => setTimeout(done, 20))")
        assert page.panel
    page.run("location.hash = 'view=table'")
    page.click("#open-filters")
    assert page.run("window.pwned") is None
    assert page.run("document.querySelectorAll('img, iframe, object, embed, link').length") == 0
    assert page.run("document.documentElement.scrollWidth <= innerWidth")


def test_search_among_hostile_names(show: Show, hostile: GraphStore) -> None:
    """Suggestions are text as well."""
    page = show(hostile)
    for text in ("<script", "__proto__", "{{7", "long", "\\u003c"):
        page.run(
            "(() => { const i = document.getElementById('search-input'); i.value = arguments[0]; })()".replace(
                "arguments[0]", json.dumps(text)
            )
        )
        page.run("document.getElementById('search-input').dispatchEvent(new Event('input'))")
        assert len(page.all("#search-list li")) >= 2
    assert page.run("window.pwned") is None


def test_hostile_address(show: Show, hostile: GraphStore) -> None:
    """A link cannot put markup or wrong values into the page."""
    values = "node=%3Cscript%3Ewindow.pwned=1%3C/script%3E&min=-3&path=a~b~c&sort=__proto__&steps=99&view=table&theme=%22onload"
    page = show(hostile, address=f"#{values}")
    assert page.counts["statements"] == len(TEXTS)
    page.run(f"location.hash = '{values}&status=%3Cb%3E&text=%3Cimg%20src=x%20onerror=window.pwned=9%3E'")
    page.run("new Promise((done) => setTimeout(done, 100))")
    assert page.counts["statements"] == 0
    assert page.run("window.pwned") is None


def test_downloads_hold_text(show: Show, hostile: GraphStore) -> None:
    """CSV cells are no formulas, SVG and Turtle parse, and the words survive."""
    page = show(hostile)
    rows = list(csv.reader(io.StringIO(page.run("window.explorer.csv()").lstrip("\ufeff"), newline="")))
    assert len(rows) == len(TEXTS) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    ElementTree.fromstring(page.run("window.explorer.svg()"))  # noqa: S314 - our own page's
    found = rdflib.Graph().parse(data=page.run("window.explorer.turtle()"), format="turtle")
    quotes = {str(o) for o in found.objects(None, rdflib.URIRef("https://w3id.org/policy-kg/ontology#quote"))}
    assert quotes == {s.sentence[s.start : s.end] for s in read_picture(hostile).statements}


def test_notebook_frame_is_sandboxed(hostile: GraphStore, chromium: Any, tmp_path: Path) -> None:
    """In a notebook the explorer works in a frame that cannot reach the notebook."""
    shown = explore(hostile, title=TEXTS[1])._repr_html_()
    assert _tags(shown) == ["iframe"]
    assert "allow-same-origin" not in shown
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><body>{shown}", encoding="utf-8")
    chromium.get(file.as_uri())
    chromium.switch_to.frame(0)
    try:
        assert chromium.execute_script("return document.documentElement.dataset.ready") == "true"
        assert chromium.execute_script("return window.explorer.counts().statements") == len(TEXTS)
        chromium.find_element("id", "view-table").click()
        assert chromium.execute_script("return window.pwned ?? null") is None
    finally:
        chromium.switch_to.default_content()
    assert chromium.execute_script("return window.pwned ?? null") is None


def test_notebook_table_is_text(hostile: GraphStore) -> None:
    """A query result in a notebook has cells and nothing else, and says when rows are missing."""
    shown = table(hostile.query("SELECT ?label { ?s skos:prefLabel ?label }"), hostile)._repr_html_()
    assert set(_tags(shown)) == {"table", "thead", "tbody", "tr", "th", "td", "bdi"}
    assert "\u202e" not in shown
    cut = table(hostile.query("SELECT * { ?s ?p ?o }"), hostile, limit=3)
    assert (len(cut.rows), cut.complete) == (3, False)
    assert table(hostile.query("ASK { ?s ?p ?o }"), hostile).rows == [["yes"]]
    assert table(hostile.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"), hostile, limit=1).names[0] == "subject"
