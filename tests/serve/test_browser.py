"""The server's pages in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.conftest import Client
from tests.view.conftest import Page, chromium, downloads

__all__ = ["chromium", "downloads"]  # fixtures


@pytest.fixture
def page(chromium: Any, client: Client) -> Iterator[Page]:
    """A page of the server; afterwards no console message, and no request to anybody else."""
    found = Page(chromium)
    chromium.get("about:blank")
    found.console(), found.requests()
    yield found
    assert [line for line in found.console() if "favicon" not in line] == []
    assert [url for url in found.requests() if not url.startswith((client.address, "blob:", "data:", "about:"))] == []


def _wait(page: Page, condition: str) -> None:
    for _ in range(100):
        if page.run(condition):
            return
        time.sleep(0.05)
    raise AssertionError(condition)


def test_explorer_over_the_live_graph(page: Page, client: Client) -> None:
    """The explorer runs under the server's headers, and its panel leads to the node's page."""
    page.driver.get(client.address + "/")
    assert page.counts["statements"] == 150
    assert page.one("h1").text == "<b>Small</b>"
    page.run("document.getElementById('network').focus()")
    page.key("n")
    name = page.one("#panel h2").text
    next(link for link in page.all("#panel a") if link.text == "page").click()
    _wait(page, "location.pathname === '/node'")
    assert page.one("h1").text == name
    assert page.all("table tr")


def test_query_editor(page: Page, client: Client, downloads: Path) -> None:
    """A shipped question goes into the editor, runs, links to nodes and can be saved; an error is one line."""
    page.driver.get(client.address + "/query")
    page.click("#query-form button[type=submit]")
    _wait(page, "document.querySelectorAll('#result tbody tr').length === 20")
    page.run("document.getElementById('question').value = 'by-year'")
    page.click("#question-form button")
    _wait(page, "document.getElementById('query').value.includes('GROUP BY')")
    page.click("#query-form button[type=submit]")
    _wait(page, "document.getElementById('message').textContent.endsWith('rows')")
    assert "2021" in page.one("#result").text
    page.click("#save")
    _wait(page, "document.getElementById('message').textContent === 'Saved'")
    for _ in range(50):
        if (downloads / "result.csv").exists():
            break
        time.sleep(0.1)
    assert (downloads / "result.csv").read_text().count("\n") > 3


def test_editor_shows_errors(chromium: Any, client: Client) -> None:
    """A query that is none gives its reason beneath the editor."""
    page = Page(chromium)
    page.driver.get(client.address + "/query")
    page.run("document.getElementById('query').value = 'SELECT nothing'")
    page.click("#query-form button[type=submit]")
    _wait(page, "document.getElementById('message').textContent.includes('expected')")
    page.console()
