"""Concepts in company: kept with their evidence, apart from what names say, the same whatever came first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from samples import built_of, statement_in

from kg.cooccurrence import EVIDENCE, LARGEST
from kg.ids import iri_for
from kg.model import Document, Extracted, Sentence
from kg.queries import run
from kg.queries.results import rows
from kg.stores.embedded import OxigraphStore

_SENTENCE = re.compile(r"[^.\s][^.\n]*\.")


class ListExtractor:
    """Reads "ACTOR will promote A and B and C": a statement for each object, its evidence its own word."""

    fingerprint = "lists 1"

    def extract(self, document: Document) -> Iterator[Extracted]:
        """Every sentence, cut at full stops."""
        for number, match in enumerate(_SENTENCE.finditer(document.text), start=1):
            sentence = Sentence(number, match.start(), match.end(), match[0])
            whole = statement_in(sentence)
            assert whole is not None
            places = re.finditer(r"[\w ]+?(?= and |$)", whole.object.strip())
            found = [statement_in(sentence, object=place[0].removeprefix(" and ").strip()) for place in places]
            yield Extracted(sentence, tuple(one for one in found if one is not None))


def make(place: Path, texts: dict[str, str]) -> OxigraphStore:
    return built_of(place, texts, ListExtractor())


def inferred(store: OxigraphStore) -> set[str]:
    return {str(quad) for quad in store.quads(None, None, None, None) if quad.graph_name.value.endswith("graph/inferred")}


def company(store: OxigraphStore, concept: str) -> list[tuple[str | None, str | None, str]]:
    found = rows(run("associated-with", store, concept=iri_for("concept", concept)))
    return [(row["other"], row["documents"], (row["document"] or "").rpartition("/")[2]) for row in found]


BOTH, AGAIN, OTHER = "One will promote tides and moons.", "Two will promote moons and tides.", "One will promote tides."


def test_sentences_of_two_documents_join_two_concepts_with_both_as_evidence(tmp_path: Path) -> None:
    """A link that is not kept, or has no evidence."""
    store = make(tmp_path, {"a.txt": BOTH, "b.txt": AGAIN})
    assert company(store, "tide") == [("moons", "2", "a"), ("moons", "2", "b")]
    assert company(store, "moon") == [("tides", "2", "a"), ("tides", "2", "b")]
    together = {row["sentence"] for row in rows(run("together-with", store, concept=iri_for("concept", "tide")))}
    assert together == {BOTH, AGAIN}


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({"a.txt": f"{BOTH} {AGAIN}"}, "one document"),
        ({"a.txt": BOTH, "b.txt": f"{BOTH} {OTHER}"}, "one sentence, repeated"),
        ({"a.txt": BOTH, "b.txt": f"{OTHER} Two will promote moons."}, "two sentences"),
    ],
)
def test_what_joins_nothing(tmp_path: Path, texts: dict[str, str], why: str) -> None:
    """A boilerplate, or the habit of one text, told as a relation of concepts."""
    assert company(make(tmp_path, texts), "tide") == [], why


def test_a_list_joins_nothing_and_evidence_is_bounded(tmp_path: Path) -> None:
    """A long enumeration whose pairs grow with its square; a link that grows with every text."""
    items = " and ".join(f"good number {chr(97 + number)}" for number in range(LARGEST + 1))
    texts = {f"{name}.txt": f"{name} will promote {items}." for name in ("One", "Two")}
    many = {f"many{number}.txt": f"Body {number} will promote tides and moons." for number in range(EVIDENCE + 3)}
    store = make(tmp_path, texts | many)
    assert company(store, "good number a") == []
    assert [row[1] for row in company(store, "tide")] == [str(EVIDENCE + 3)] * EVIDENCE


def test_company_is_not_what_names_hold(tmp_path: Path) -> None:
    """Co-occurrence mixed with ``skos:related``, or told in a document's graph."""
    store = make(tmp_path, {"a.txt": BOTH, "b.txt": AGAIN})
    predicates = "VALUES ?p { kg:cooccursWith kg:joins skos:related }"
    text = f"SELECT ?g ?p {{ GRAPH ?g {{ ?one ?p ?other }} {predicates} FILTER(?g != graph:vocabulary) }}"
    found = {(row["g"].value.rpartition("/")[2], row["p"].value.rpartition("#")[2]) for row in store.query(text)}  # type: ignore[union-attr,operator]
    assert found == {("inferred", "cooccursWith"), ("inferred", "joins")}


def test_the_way_to_a_link_leaves_no_trace(tmp_path: Path) -> None:
    """An incremental build that keeps a link of a removed text, or misses one that a new text made."""
    texts = {"a.txt": BOTH, "b.txt": AGAIN, "c.txt": f"Three will promote tides and suns and moons. {BOTH}"}
    states = [
        {},
        {"a.txt": OTHER},
        {"b.txt": "Two will promote moons and suns."},
        {"c.txt": "One will promote suns and tides."},
    ]
    for number, (first, second) in enumerate(permutations(states, 2)):
        place, fresh = tmp_path / f"step{number}", tmp_path / f"fresh{number}"
        place.mkdir()
        fresh.mkdir()
        make(place, {name: text for name, text in texts.items() if name not in second}).close()
        make(place, texts | first).close()
        assert inferred(make(place, texts | second)) == inferred(make(fresh, texts | second))
