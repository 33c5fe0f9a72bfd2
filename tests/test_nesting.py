"""Concepts under and beside those that their names hold; the same whatever came first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build
from kg.config import Settings
from kg.ids import iri_for
from kg.nesting import parts
from kg.stores import open_store
from tests.samples import PlainExtractor


@pytest.mark.parametrize(
    ("label", "shorter", "complements"),
    [
        ("sci-tech innovation", ("innovation",), ()),
        ("innovation", (), ()),
        (
            "mechanisms for fostering new industries",
            ("mechanisms",),
            ("fostering new industries", "new industries", "industries"),
        ),
        ("direct investment in NEVs", ("direct investment", "investment"), ("NEVs",)),
        ("research and development", (), ()),
        ("green and low-carbon development", ("low-carbon development", "development"), ()),
        ("", (), ()),
        ("of of of", ("of",), ()),
    ],
)
def test_parts(label: str, shorter: tuple[str, ...], complements: tuple[str, ...]) -> None:
    """A conjunct taken for a head; a complement taken for something broader."""
    found = parts(label)
    assert found.without_complement == shorter
    assert (found.complements[0] if found.complements else ()) == complements


TEXTS = {
    "one.md": "SASAC will promote tidal harbour dredging. SASAC will promote subsidies for harbour dredging.\n",
    "two.md": "SASAC will promote harbour dredging.\n",
    "three.md": "SASAC will promote dredging.\n",
}


def links(folder: Path, predicate: str) -> set[tuple[str, str]]:
    with open_store(folder, read_only=True) as store:
        rows = store.query(f"SELECT ?a ?b {{ GRAPH graph:inferred {{ ?a {predicate} ?b }} }}")
        return {(row["a"].value, row["b"].value) for row in rows}  # type: ignore[union-attr]


def make(place: Path, *names: str) -> None:
    texts = place / "texts"
    texts.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        file = texts / name
        if name in names:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink(missing_ok=True)
    build([texts], place / "graph", Settings(), extractor=PlainExtractor())


def node(label: str) -> str:
    return iri_for("concept", label)


def test_broader_follows_the_documents_as_they_come_and_go(tmp_path: Path) -> None:
    """A link to a concept that no text has any more, or none to one that a later text brought."""
    graph = tmp_path / "graph"
    long, middle, short = node("tidal harbor dredging"), node("harbor dredging"), node("dredging")
    make(tmp_path, "one.md")
    assert links(graph, "skos:broader") == set()
    make(tmp_path, "one.md", "three.md")
    assert (long, short) in links(graph, "skos:broader")
    make(tmp_path, "one.md", "two.md", "three.md")
    assert {(long, middle), (middle, short)} <= links(graph, "skos:broader") and (long, short) not in links(
        graph, "skos:broader"
    )
    assert {(long, long), (long, middle), (long, short)} <= links(graph, "kg:under")
    assert (node("subsidy for harbor dredging"), middle) in links(graph, "skos:related")
    make(tmp_path, "one.md", "two.md")
    assert not [link for link in links(graph, "skos:broader") | links(graph, "kg:under") if link[1] == short]


def test_step_by_step_and_at_once_are_the_same(tmp_path: Path) -> None:
    """An incremental build that ends elsewhere than a fresh one."""
    for names in (("one.md",), ("one.md", "three.md"), ("two.md", "three.md"), tuple(TEXTS)):
        make(tmp_path, *names)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    make(fresh, *TEXTS)
    for predicate in ("skos:broader", "skos:related", "kg:under", "kg:nests"):
        assert links(tmp_path / "graph", predicate) == links(fresh / "graph", predicate)
