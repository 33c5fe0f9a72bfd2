"""Commitments in the inferred graph: those of ``kg commitments``, whatever order the documents came in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from samples import PlainExtractor, built_of

from kg.analysis import read_graph
from kg.analysis.commitments import commitments
from kg.analysis.tables import triples
from kg.queries import run
from kg.queries.results import rows
from kg.stores.embedded import OxigraphStore

LINKS = ("fulfilledBy", "repeatedBy")


def text(day: str, *sentences: str) -> str:
    return f"---\ndate: {day}\n---\n" + " ".join(f"{sentence}." for sentence in sentences) + "\n"


def make(place: Path, texts: dict[str, str]) -> OxigraphStore:
    return built_of(place, texts, PlainExtractor())


def kept(store: OxigraphStore) -> set[str]:
    """The stored links."""
    found = (quad for quad in store.quads() if quad.predicate.value.endswith(LINKS))
    return {str(quad.triple) for quad in found if quad.graph_name.value.endswith("graph/inferred")}


def heads(store: OxigraphStore) -> set[str]:
    return {row["s"].value for row in store.query("SELECT ?s { GRAPH graph:inferred { ?s a kg:Commitment } }")}  # type: ignore[union-attr,operator]


def analysed(store: OxigraphStore) -> tuple[set[str], set[str]]:
    """The links and the promises that the analysis finds in the same store."""
    chains = commitments(read_graph(store))
    return {str(triple) for triple in triples(store.base, chains)}, {chain.promise.iri for chain in chains}


TEXTS = {
    "a.md": text("2021-01-01", "SOEs will promote tidal power", "SASAC will develop harbour dredging in the north"),
    "b.md": text("2022-01-01", "Central SOEs will promote tidal power", "SASAC develops harbour dredging in the south"),
    "c.md": text("2023-01-01", "Central SOEs develop tidal power", "SASAC will develop harbour dredging in the north"),
    "d.md": text("2024-01-01", "SASAC develops harbour dredging", "SOEs restrict tidal power"),
}


def test_a_build_keeps_what_the_analysis_finds(tmp_path: Path) -> None:
    """A chain that ``kg commitments`` prints and no endpoint can be asked for."""
    store = make(tmp_path, TEXTS)
    links, promises = analysed(store)
    assert kept(store) == links and heads(store) == promises and len(links) == 4


def test_promises_are_asked_for_by_name(tmp_path: Path) -> None:
    """A question that does not use the stored links."""
    store = make(tmp_path, TEXTS)
    found = rows(run("kept-promises", store, actor="SOEs"))
    assert [(row["promised"], row["done"], row["concept"]) for row in found] == [("2021-01-01", "2023-01-01", "tidal power")]
    assert "tidal power" not in {row["concept"] for row in rows(run("open-promises", store))}
    assert rows(run("overdue-promises", store)) == []


def test_two_aspects_of_a_concept_are_not_each_other(tmp_path: Path) -> None:
    """Dredging in the south as the delivery of dredging in the north."""
    store = make(tmp_path, TEXTS | {"d.md": text("2024-01-01", "SASAC restricts harbour dredging")})
    assert not [chain for chain in commitments(read_graph(store)) if "dredging" in chain.promise.concept and chain.fulfilled_by]


@pytest.mark.parametrize("seed", range(4))
def test_the_way_to_a_chain_leaves_no_trace(tmp_path: Path, seed: int) -> None:
    """A link to a statement that left, or none to one that came, or that a new name brought near."""
    chance = random.Random(seed)  # noqa: S311 — the same each time is what is wanted
    actors = ("SOEs", "Central SOEs", "SASAC", "Odd bodies")
    concepts = ("tidal power", "tidal power in bays", "tidal power in straits", "power", "tidal power stations")
    verbs = ("will promote", "will develop", "promotes", "develops", "will restrict", "restricts", "will not promote")

    def sentence() -> str:
        return f"{chance.choice(actors)} {chance.choice(verbs)} {chance.choice(concepts)}"

    def some() -> dict[str, str]:
        names = chance.sample(range(6), chance.randint(2, 5))
        return {f"{n}.md": text(f"{2020 + n // 2}-01-01", *(sentence() for _ in range(4))) for n in names}

    states = [some() for _ in range(4)]
    for state in states:
        store = make(tmp_path / "steps", state)
        assert (kept(store), heads(store)) == analysed(store)
        store.close()
    steps, fresh = make(tmp_path / "steps", states[-1]), make(tmp_path / "fresh", states[-1])
    assert {str(quad) for quad in steps.quads()} == {str(quad) for quad in fresh.quads()}
