"""Every control of the explorer, used in a real browser."""

from __future__ import annotations

import csv
import io
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from kg.view.reading import PictureStatement, read_picture
from tests.view.conftest import Page
from tests.view.synthetic import GraphStore

Show = Callable[..., Page]
ENTER, ESCAPE, DOWN, TAB = "\ue007", "\ue00c", "\ue015", "\ue004"


@pytest.fixture
def statements(small: GraphStore) -> tuple[PictureStatement, ...]:
    """What the page should show."""
    return read_picture(small).statements


def _filters(show: Show, small: GraphStore) -> Page:
    page = show(small)
    page.click("#open-filters")
    return page


def _choose(page: Page, name: str, value: str) -> None:
    page.run(
        "(() => { const s = document.querySelector(arguments[0]); s.value = arguments[1];"
        " s.dispatchEvent(new Event('change')); })()".replace("arguments[0]", f"`{name}`").replace("arguments[1]", f"`{value}`")
    )


@pytest.mark.parametrize("status", ["planned", "achieved"])
def test_status_filter(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...], status: str) -> None:
    """A checked status leaves exactly its statements, and its count beside it says so."""
    page = _filters(show, small)
    wanted = sum(s.status == status for s in statements)
    box = f"#filters input[name=status][value={status}]"
    assert page.run("document.querySelector(`" + box + "`).closest('label').querySelector('.count').textContent") == str(wanted)
    page.click(box)
    assert page.counts["statements"] == wanted
    page.click("#reset")
    assert page.counts["statements"] == len(statements)


def test_every_choice_filters(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """Polarity, relation, actor, speaker, document and support each leave what the store has of them."""
    page = _filters(show, small)
    base = "https://w3id.org/policy-kg/"
    actor = Counter(s.subject for s in statements if s.subject).most_common(1)[0]
    speaker = Counter(s.speaker for s in statements).most_common(1)[0]
    document = Counter(s.document for s in statements).most_common(1)[0]
    expected = {
        ("polarity", "negated"): sum(s.polarity == "negated" for s in statements),
        ("actor", str(actor[0]).removeprefix(base)): actor[1],
        ("speaker", speaker[0].removeprefix(base)): speaker[1],
        ("document", document[0].removeprefix(base)): document[1],
    }
    for (name, value), count in expected.items():
        _choose(page, f"#filters select[name={name}]", value)
        assert (name, page.counts["statements"]) == (name, count)
        page.click("#reset")
    page.click("#filters input[name=relation][value=funds]")
    assert page.counts["statements"] == sum(s.relation == "funds" for s in statements)
    page.click("#reset")
    voices: dict[tuple[object, ...], set[tuple[str, str]]] = {}
    for s in statements:
        key = (s.subject or s.document, s.object, s.relation, s.status, s.polarity)
        voices.setdefault(key, set()).add((s.document, s.speaker))
    _choose(page, "#filters input[name=min]", "2")
    assert page.counts["edges"] == sum(len(found) >= 2 for found in voices.values())


def test_timeline(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """The bars count by year; choosing and brushing years leaves what was said in them."""
    page = show(small)
    years = Counter(s.date[:4] for s in statements)
    titles = [bar.get_attribute("title") for bar in page.all("#timeline .year")]
    assert titles == [f"{year}: {count} statements" for year, count in sorted(years.items())]
    first, last = min(years), max(years)
    _choose(page, "#timeline select[name=from]", last)
    assert page.counts["statements"] == years[last]
    _choose(page, "#timeline select[name=from]", "")
    bars = page.all("#timeline .year")
    from selenium.webdriver import ActionChains  # noqa: PLC0415

    ActionChains(page.driver).click_and_hold(bars[0]).move_to_element(bars[1]).release().perform()
    second = sorted(years)[1]
    assert page.counts["statements"] == years[first] + years[second]
    assert f"from={first}" in page.run("location.hash")


def test_legend_hides_and_shows(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """A kind in the legend is a switch, and the picture goes without it."""
    page = show(small)
    button = next(item for item in page.all("#legend button") if item.text.startswith("Document"))
    button.click()
    assert page.counts["statements"] == sum(s.subject is not None for s in statements)
    assert "0 documents" not in page.one("#status").text
    next(item for item in page.all("#legend button") if item.text.startswith("Document")).click()
    assert page.counts["statements"] == len(statements)


def test_search_by_alias_keyboard_only(show: Show, small: GraphStore) -> None:
    """Completion finds a node by another name, and keys alone choose it."""
    node = next(node for node in read_picture(small).nodes if node.aliases)
    page = show(small)
    page.key("/")
    page.key(node.aliases[0])
    assert page.one("#search-input").get_attribute("aria-expanded") == "true"
    assert node.label in page.all("#search-list li")[0].text
    page.key(DOWN)
    assert page.one("#search-input").get_attribute("aria-activedescendant") == "option-1"
    page.key("\ue013" + ENTER)
    assert node.label in page.panel
    page.key(ESCAPE)
    page.run("document.activeElement.blur()")
    page.key(ESCAPE)
    assert page.panel == ""


def test_words_in_quotations(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """The last suggestion looks into the sentences."""
    page = show(small)
    page.type("#search-input", "zzz")
    page.key(ENTER)
    assert page.counts["statements"] == 0
    page.key(ESCAPE)
    page.run("location.hash = 'text=invest in'")
    time.sleep(0.2)
    assert page.counts["statements"] == sum("invest in" in s.sentence for s in statements)


def test_neighbourhood_by_steps(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """One step around a node leaves the node and those that an edge joins to it."""
    node = Counter(s.subject for s in statements if s.subject).most_common()[-1][0]
    page = show(small, address=f"#node={str(node).removeprefix('https://w3id.org/policy-kg/')}&steps=1")
    ends = {s.object for s in statements if s.subject == node} | {node}
    assert page.counts["nodes"] == len(ends)
    _choose(page, "#panel select", "2")
    assert page.counts["nodes"] > len(ends)
    assert "steps=2" in page.run("location.hash")


def test_path_between_two_nodes(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """A path is a chain of quotations from one end to the other."""
    start = next(s.subject for s in statements if s.subject)
    goal = next(s.object for s in statements if s.subject not in {start, None})
    names = {node.iri: node.label for node in read_picture(small).nodes}
    page = show(small, address=f"#node={str(start).removeprefix('https://w3id.org/policy-kg/')}")
    next(button for button in page.all("#panel button") if button.text.startswith("Path")).click()
    page.type("#search-input", names[goal])
    page.key(ENTER)
    assert page.panel.startswith("×\nPath:") or "Path:" in page.panel
    path = page.run("window.explorer.picture.view.path")
    assert len(page.all("#panel .statement")) == len(path) > 0
    assert "path=" in page.run("location.hash")


def test_table_sorts_and_opens_evidence(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """The table has every statement on screen, sorts by each column both ways, and opens the words."""
    page = show(small)
    page.click("#view-table")
    assert f"{len(statements)} statements on screen" in page.one("#table caption").text
    assert len(page.all("#table tbody tr")) == 100
    for key in ("actor", "verb", "concept", "status", "speaker", "document", "words"):
        page.click(f"#table [data-sort={key}]")
        column = page.run(f"[...document.querySelectorAll('#table td.{key}')].map((td) => td.textContent.toLowerCase())")
        assert column == sorted(column) or key in {"actor", "speaker"}
        page.click(f"#table [data-sort={key}]")
        assert page.one(f"#table [data-sort={key}]").find_element("xpath", "..").get_attribute("aria-sort") == "descending"
    next(button for button in page.all(".pages button") if button.text == "Next").click()
    assert len(page.all("#table tbody tr")) == len(statements) - 100
    page.click("#table td.words button")
    assert page.one("#panel mark").text


def _saved(downloads: Path, name: str) -> bytes:
    for _ in range(60):
        found = downloads / name
        if found.exists() and found.stat().st_size:
            content = found.read_bytes()
            found.unlink()
            return content
        time.sleep(0.1)
    raise AssertionError(f"{name} was not saved")


def test_downloads(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...], downloads: Path) -> None:
    """CSV, Turtle, PNG and SVG hold what is on screen."""
    page = show(small, address="#status=planned")
    planned = {s.iri: s for s in statements if s.status == "planned"}

    def save(kind: str, name: str) -> bytes:
        page.click("#open-save")
        page.click(f"[data-save={kind}]")
        return _saved(downloads, name)

    rows = list(csv.DictReader(io.StringIO(save("csv", "statements.csv").decode("utf-8-sig"))))
    assert {row["statement"] for row in rows} == set(planned)
    for row in rows:
        statement = planned[row["statement"]]
        assert row["quote"] == statement.sentence[statement.start : statement.end]
        assert (row["date"], row["relation"], row["status"]) == (statement.date, statement.relation, "planned")
    assert save("png", "statements.png").startswith(b"\x89PNG")
    svg = save("svg", "statements.svg").decode()
    assert svg.count("<text") == page.counts["nodes"]
    assert b"kg:Statement" in save("turtle", "statements.ttl")


def test_turtle_is_what_the_store_holds(show: Show, small: GraphStore, statements: tuple[PictureStatement, ...]) -> None:
    """The RDF to copy has the very triples of the statement nodes."""
    page = show(small)
    found = rdflib.Graph().parse(data=page.run("window.explorer.turtle()"), format="turtle")
    for statement in statements:
        mine = {(str(p), str(o)) for p, o in found.predicate_objects(rdflib.URIRef(statement.iri))}
        assert mine == {(name, term.value) for name, term in statement.triples}


def test_theme_hulls_zoom_and_help(show: Show, small: GraphStore) -> None:
    """Light and dark, communities, zoom and help answer to button and key."""
    page = show(small)
    dark = page.run("document.documentElement.classList.contains('dark')")
    page.click("#theme")
    assert page.run("document.documentElement.classList.contains('dark')") is not dark
    page.click("#open-filters")
    page.click("#filters input[name=hulls]")
    assert "hulls=1" in page.run("location.hash")
    before = page.run("window.explorer.nodeAt(0)")
    for control in ("#zoom-in", "#zoom-in", "#zoom-out"):
        page.click(control)
    assert page.run("window.explorer.nodeAt(0)") != before
    page.click("#zoom-fit")
    page.click("#open-help")
    assert page.run("document.getElementById('help').open")
    page.click("#help button")
    assert not page.run("document.getElementById('help').open")


def test_walk_by_keyboard(show: Show, small: GraphStore) -> None:
    """N and P go through the nodes, most connected first, and the panel follows."""
    page = show(small)
    page.run("document.getElementById('network').focus()")
    page.key("n")
    first = page.one("#panel h2").text
    page.run("document.getElementById('network').focus()")
    page.key("n")
    second = page.one("#panel h2").text
    page.run("document.getElementById('network').focus()")
    page.key("p")
    assert first == page.one("#panel h2").text != second
    page.key("t")
    assert page.one("#table").is_displayed()


def test_copy_rdf_and_link(show: Show, small: GraphStore) -> None:
    """The RDF unfolds, and copying says that it is done."""
    page = show(small, address="#view=table")
    page.click("#table td.words button")
    page.click("#panel .statement details summary")
    time.sleep(0.2)
    assert "kg:quote" in page.one("#panel pre").text
    page.click("#panel .statement details button")
    time.sleep(0.2)
    assert page.one("#panel .statement details button").text in {"Copied", "Select the text to copy it"}
