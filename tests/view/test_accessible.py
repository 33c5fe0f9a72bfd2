"""The explorer for everybody: names, contrast, keyboard, narrow screens, touch, paper."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from kg.view.reading import read_picture
from tests.view.conftest import Page
from tests.view.synthetic import GraphStore

Show = Callable[..., Page]
CSS = (Path(__file__).parents[2] / "kg" / "view" / "assets" / "page.css").read_text(encoding="utf-8")
TEXT = ("ink", "soft", "accent", "achieved", "ongoing", "planned", "obliged", "possible", "requested", "negated")
SHAPES = ("actor", "concept", "document")
CONTROLS = {"button", "textbox", "searchbox", "combobox", "checkbox", "spinbutton", "link", "option", "application", "dialog"}


def _palette(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r" \{(.*?)\}", CSS, flags=re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block[1]))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("selector", [":root", ":root.dark"])
def test_contrast(selector: str) -> None:
    """Text has 4.5 : 1 and shapes 3 : 1 on every ground they stand on, light and dark."""
    colours = _palette(selector)
    for name, ground in product(TEXT, ("paper", "raised")):
        assert _contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    for name in SHAPES:
        assert _contrast(colours[name], colours["paper"]) >= 3, name
    assert _contrast(colours["mark"], colours["mark-ink"]) >= 4.5


def _tree(page: Page) -> list[dict[str, Any]]:
    page.driver.execute_cdp_cmd("Accessibility.enable", {})
    nodes: list[dict[str, Any]] = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def test_every_control_has_a_name(show: Show, small: GraphStore) -> None:
    """A screen reader can name each control, with filters, panel and table open."""
    page = show(small, address="#view=table")
    page.click("#open-filters")
    page.click("#table td.words button")
    found = [node for node in _tree(page) if node["role"]["value"] in CONTROLS]
    assert len(found) > 60
    assert [node for node in found if not node.get("name", {}).get("value")] == []


def test_structure_for_screen_readers(show: Show, small: GraphStore) -> None:
    """Landmarks, a language, a live region and sortable headers are there."""
    page = show(small, address="#view=table")
    assert page.one("html").get_attribute("lang") == "en"
    assert page.one("#status").get_attribute("aria-live") == "polite"
    assert {node["role"]["value"] for node in _tree(page)} >= {"main", "banner", "table", "columnheader", "status"}
    assert len(page.all("th[aria-sort]")) == 8


def test_everything_by_tab(show: Show, small: GraphStore) -> None:
    """The tabulator reaches every control of the page, and each shows that it has the focus."""
    page = show(small)
    reached = set()
    for _ in range(45):
        page.key("\ue004")
        focus = "document.activeElement"
        reached.add(page.run(f"{focus}.id || {focus}.name || {focus}.textContent"))
        if page.run(f"{focus} !== document.body"):
            assert page.run(f"getComputedStyle({focus}).outlineStyle") != "none"
    assert reached >= {"search-input", "view-graph", "view-table", "open-filters", "open-save", "theme", "open-help", "network",
                       "zoom-in", "zoom-out", "zoom-fit", "from", "to"}  # fmt: skip


@pytest.fixture
def phone(chromium: Any) -> Iterator[None]:
    """A screen of 360 by 740 that is touched."""
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    chromium.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    yield
    chromium.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_narrow_screen_and_touch(show: Show, small: GraphStore, phone: None) -> None:
    """At 360 pixels nothing runs off the side, and a finger opens a node."""
    page = show(small)
    wide = "document.documentElement.scrollWidth"
    assert page.run(wide) <= 360
    node = page.run("window.explorer.picture.rank[0]")
    place = page.run("window.explorer.nodeAt(arguments[0])", node)
    for kind, points in (("touchStart", [place]), ("touchEnd", [])):
        page.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    page.run("new Promise((done) => setTimeout(done, 600))")
    assert read_picture(small).nodes[node].label in page.panel
    for address in ("view=table", "view=table&node="):
        page.run(f"location.hash = '{address}'")
        page.run("new Promise((done) => setTimeout(done, 100))")
        assert page.run(wide) <= 360
    page.click("#open-filters")
    assert page.run(wide) <= 360


def test_print_gives_the_whole_table(show: Show, small: GraphStore) -> None:
    """Paper gets every statement on screen, not the picture and not one page of the table."""
    page = show(small)
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        page.run("window.dispatchEvent(new Event('beforeprint'))")
        assert len(page.all("#table tbody tr")) == 150
        assert page.one("#table table").is_displayed()
        assert not page.one("#stage").is_displayed()
        assert not page.one(".tools").is_displayed()
        page.run("window.dispatchEvent(new Event('afterprint'))")
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert page.one("#stage").is_displayed()
    printed = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") > 3
