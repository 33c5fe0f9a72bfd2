"""Networks count voices, keep their attributes in every format, and give the same figures each time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from kg.analysis import Claim
from kg.bonds import AUDIENCE
from kg.cooccurrence import LARGEST
from kg.errors import StoreError, UnknownNameError
from kg.ids import iri_for
from kg.measures import betweenness, closeness, communities, degree, estimated, measures
from kg.network import KINDS, Filter, shortest_path, to_network
from kg.networkfiles import read_network, write_network
from tests.analysis.made import claim, graph

A, B, C = (iri_for("actor", name) for name in "ABC")
X, Y = (iri_for("concept", name) for name in "xy")


def test_an_edge_counts_documents_and_speakers_not_sentences() -> None:
    """Somebody who says it ten times in one speech, ten times as central."""
    same = [claim("A|promote|x") for _ in range(10)]
    assert to_network(graph(*same)).edges[A, X]["weight"] == 1
    other = [claim("A|promote|x", day="2024-01-01"), claim("A|promote|x", speaker="https://example.org/speaker")]
    edge = to_network(graph(*same, *other)).edges[A, X]
    assert (edge["weight"], edge["statements"], edge["documents"], edge["speakers"]) == (3, 12, 2, 1)


def test_boilerplate_counts_once() -> None:
    """The same sentence in five documents as five voices."""
    items = [claim("A|promote|x", day=f"202{year}-01-01", sentence="A promotes x.") for year in range(5)]
    assert to_network(graph(*items)).edges[A, X]["weight"] == 1


def test_congruence_and_conflict() -> None:
    """Opponents told as allies."""
    read = graph(claim("A|promote|x"), claim("B|support|x"), claim("C|restrict|x"), claim("C|promote|y"), claim("A|promote|y"))
    allies, foes = to_network(read, "congruence"), to_network(read, "conflict")
    assert sorted(map(sorted, allies.edges)) == sorted(map(sorted, [(A, B), (A, C)]))
    assert sorted(map(sorted, foes.edges)) == sorted(map(sorted, [(A, C), (B, C)]))
    assert allies.edges[A, B]["through"] == "x"


def test_an_actor_on_both_sides_is_joined_to_either_and_not_to_itself() -> None:
    """A pair of two sides counted twice, or a loop."""
    read = graph(
        claim("A|promote|x"), claim("A|restrict|x"), claim("B|promote|x"), claim("B|restrict|x"), claim("C|restrict|x")
    )
    pairs = sorted(map(sorted, [(A, B), (A, C), (B, C)]))
    for kind in ("congruence", "conflict"):
        network = to_network(read, kind)
        assert sorted(map(sorted, network.edges)) == pairs and {weight for *_, weight in network.edges(data="weight")} == {1}


def crowd(size: int, text: str = "promote|x") -> list[Claim]:
    return [claim(f"A{number:03}|{text}") for number in range(size)]


def test_of_a_large_audience_the_loudest_are_joined() -> None:
    """Edges that grow with the square of a concept's audience; a concept that joins nobody once one more speaks of it."""
    edges = AUDIENCE * (AUDIENCE - 1) // 2
    assert to_network(graph(*crowd(AUDIENCE)), "congruence", strongest=0).number_of_edges() == edges
    loud = claim("A040|promote|x", day="2024-01-01")
    network = to_network(graph(*crowd(AUDIENCE + 11), loud), "congruence", strongest=0)
    assert network.number_of_edges() == edges and iri_for("actor", "A040") in network
    assert network.graph["left_out"] == f"actors beyond the {AUDIENCE} with most voices on a side of x (11 of {AUDIENCE + 11})"


def test_who_opposes_the_many_is_still_joined_to_them() -> None:
    """One voice against what everybody wants, lost with the crowd."""
    network = to_network(graph(*crowd(2 * AUDIENCE), claim("B|restrict|x")), "conflict", strongest=0)
    assert network.degree[B] == AUDIENCE == network.number_of_edges()


def test_a_long_list_joins_no_concepts_and_is_told() -> None:
    """A sentence that joins everything it names; one that is left out silently."""
    items = [claim(f"A|promote|x{number}", sentence="a long list") for number in range(LARGEST + 1)]
    network = to_network(graph(*items), "concepts")
    assert network.number_of_edges() == 0 and network.graph["left_out"].startswith("1 sentences with statements on more than")


def test_actors_keep_their_strongest_bonds() -> None:
    """A hairball; an actor that is lost with its weak bonds; a bond through a concept of few that yields to one of many."""
    pairs = [claim(f"{actor}|promote|y{number // 2}") for number, actor in enumerate(f"A{at:03}" for at in range(20))]
    read = graph(*crowd(20), *pairs)
    whole, network = to_network(read, "congruence", strongest=0), to_network(read, "congruence", strongest=3)
    assert whole.number_of_edges() == 190 and whole.graph["left_out"] == ""
    assert set(network) == set(whole) and 30 <= network.number_of_edges() <= 60
    assert all(network.has_edge(f"{A[:-1]}a{at:03}", f"{A[:-1]}a{at + 1:03}") for at in range(0, 20, 2))
    assert network.graph["left_out"].endswith("of 190 edges, weaker than the 3 strongest of both their ends")
    assert max(dict(network.degree).values()) < 12  # equally strong bonds are spread, not the first by the alphabet
    assert network.edges[f"{A[:-1]}a000", f"{A[:-1]}a001"]["strength"] == round(1 + 1 / 19, 6)


def test_a_bond_adds_up_the_same_from_either_side() -> None:
    """What is kept of a network that differs from the whole one in more than the edges left out."""
    read = graph(*(claim(f"{a}|{verb}|{c}") for a in "ABCDEFGH" for c in "xyz" for verb in ("promote", "restrict")))
    for kind in ("congruence", "conflict"):
        whole, network = to_network(read, kind, strongest=0), to_network(read, kind, strongest=2)
        assert 0 < network.number_of_edges() < whole.number_of_edges()
        assert all(whole.edges[one, other] == data for one, other, data in network.edges(data=True))


def test_concepts_are_joined_by_sentences() -> None:
    """Concepts of two sentences joined as if one sentence named both."""
    read = graph(
        claim("A|promote|x", sentence="one"), claim("A|promote|y", sentence="one"), claim("A|promote|z", sentence="two")
    )
    assert list(to_network(read, "concepts").edges) == [(X, Y)]


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        (Filter(), 3),
        (Filter(statuses=frozenset({"achieved"})), 1),
        (Filter(polarities=frozenset({"negated"})), 1),
        (Filter(since=date(2023, 6, 1)), 1),
        (Filter(until=date(2023, 6, 1)), 1),
        (Filter(speakers=frozenset({"nobody"})), 0),
    ],
)
def test_filters(only: Filter, kept: int) -> None:
    """A claim outside the period or of another status that slips in; one without a date is in no period."""
    items = [
        claim("A|promote|x", status="achieved"),
        claim("B|promote|x", day="2024-01-01", polarity="negated"),
        claim("C|promote|x", day=None),
    ]
    assert to_network(graph(*items), only=only).number_of_edges() == kept


def test_unknown_kind_lists_the_known() -> None:
    """A traceback for a misspelt kind."""
    with pytest.raises(UnknownNameError, match="congruence"):
        to_network(graph(), "congruense")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_gives_an_empty_network(kind: str) -> None:
    """A crash on an empty graph."""
    network = to_network(graph(), kind)
    assert len(network) == 0 and measures(network) == [] and communities(network) == []


def test_measures_rank_the_hub_first() -> None:
    """A table in which the centre is not on top."""
    read = graph(*(claim(f"A|promote|{name}") for name in "xyz"), claim("B|promote|x"))
    network = to_network(read)
    rows = measures(network)
    assert rows[0]["label"] == "a" and rows[0]["degree"] == 3.0
    assert sum(degree(network).values()) == 2 * 4


def test_measures_agree_with_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another definition than the one that is documented; an estimate far from what it estimates."""
    network = nx.relabel_nodes(nx.les_miserables_graph(), str.casefold)
    network.add_edge("apart", "alone", weight=1)
    expected = {betweenness: nx.betweenness_centrality(network), closeness: nx.closeness_centrality(network)}
    for measure, values in expected.items():
        assert measure(network) == pytest.approx(values)
    monkeypatch.setattr("kg.measures.EXACT", 50)
    monkeypatch.setattr("kg.measures.PIVOTS", 40)
    assert estimated(network)
    for measure, values in expected.items():
        found = measure(network)
        best = sorted(values, key=lambda node: -values[node])[:3]
        assert set(best) <= set(sorted(found, key=lambda node: -found[node])[:8])
        assert sum(found.values()) == pytest.approx(sum(values.values()), rel=0.2)


def test_shortest_path_is_a_chain_of_statements() -> None:
    """A chain with a gap, or a longer one than needed."""
    read = graph(claim("A|promote|x"), claim("B|promote|x"), claim("B|promote|y"), claim("C|promote|y"), claim("A|promote|z"))
    chain = shortest_path(read, A, C)
    assert [(one, other) for one, _, other in chain] == [(A, X), (X, B), (B, Y), (Y, C)]
    assert all({item.actor, item.concept} == {one, other} for one, item, other in chain)
    assert shortest_path(read, A, iri_for("actor", "nobody")) == [] == shortest_path(read, A, A)


@pytest.mark.parametrize("ending", ["graphml", "gexf", "csv"])
def test_files_keep_every_attribute(tmp_path: Path, ending: str) -> None:
    """An attribute that an export loses; hostile text that breaks the file."""
    read = graph(claim("A|promote|x", quote='<b>&"\x07; ü'), claim("B|restrict|x", day="2024-01-01"))
    network = to_network(read)
    file = tmp_path / f"n.{ending}"
    write_network(network, file)
    again = read_network(file)
    assert set(again) == set(network) and again.number_of_edges() == network.number_of_edges()
    for one, other, data in network.edges(data=True):
        expected = data if ending == "csv" else {name: _plain(value) for name, value in data.items()}
        found = {name: value for name, value in again.edges[one, other].items() if name != "id"}
        assert found == expected
    for node, data in network.nodes(data=True):
        assert {name: again.nodes[node][name] for name in data} == data


def _plain(value: object) -> object:
    return value.replace("\x07", "") if isinstance(value, str) else value


def test_files_are_the_same_each_time_and_failures_are_explained(tmp_path: Path) -> None:
    """A time stamp in the file; a traceback for an unknown ending or a missing folder."""
    network = to_network(graph(claim("A|promote|x")))
    for name in ("a.gexf", "b.gexf"):
        write_network(network, tmp_path / name)
    assert (tmp_path / "a.gexf").read_bytes() == (tmp_path / "b.gexf").read_bytes()
    with pytest.raises(UnknownNameError, match="graphml"):
        write_network(network, tmp_path / "a.dot")
    with pytest.raises(StoreError, match="cannot be written"):
        write_network(network, tmp_path / "nowhere" / "a.csv")


def test_figures_do_not_depend_on_the_hash_seed() -> None:
    """Communities or orders that change from run to run."""
    code = (
        "from tests.analysis.made import claim, graph\nfrom kg.network import measures, to_network\n"
        "read = graph(*(claim(f'{a}|promote|{c}') for a, c in zip('ABCDEFAB', 'xyzxyzyz')))\n"
        "print(measures(to_network(read)), list(to_network(read, 'congruence').edges(data=True)))"
    )
    root = Path(__file__).parent.parent
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, cwd=root, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(outputs) == 1
