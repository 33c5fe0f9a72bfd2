"""Proposals: likely duplicates come up with their sentences, decided and hopeless pairs do not."""

from __future__ import annotations

from pathlib import Path

from kg.analysis import Graph
from kg.analysis.suggest import decided_pairs, listed_nodes, proposal_rows, suggest
from kg.ids import iri_for
from kg.stores import open_store
from tests.analysis.made import claim, graph


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset((iri_for("concept", one), iri_for("concept", other)))


def proposed(read: Graph, **options: object) -> list[frozenset[str]]:
    return [frozenset((item.one, item.other)) for item in suggest(read, **options)]  # type: ignore[arg-type]


DUPLICATES = (
    claim("A|build|national harbour register"),
    claim("A|build|national register of harbours", day="2024-01-01"),
    claim("B|restrict|credit"),
)


def test_names_that_share_words_and_company_are_proposed() -> None:
    """A likely duplicate that nobody is told of."""
    (found,) = suggest(graph(*DUPLICATES))
    assert {found.one, found.other} == pair("national harbour register", "national register of harbours")
    assert 0.6 <= found.score <= 1
    (row,) = proposal_rows(graph(*DUPLICATES), [found])
    assert row["one says"] != row["other says"]


def test_what_is_decided_listed_or_nested_is_not_proposed() -> None:
    """A pair that an analyst has ruled on, asked again; a narrower concept taken for a duplicate."""
    names = pair("national harbour register", "national register of harbours")
    assert proposed(graph(*DUPLICATES), decided=[names]) == []
    assert proposed(graph(*DUPLICATES), listed=names) == []
    one, other = sorted(names)
    assert proposed(graph(*DUPLICATES, under={one: frozenset({other})})) == []


def test_what_one_sentence_lists_side_by_side_is_two_things() -> None:
    """ "old equipment and new equipment" as one."""
    items = [claim(f"A|replace|{age} harbour equipment", sentence="all in one") for age in ("old", "new")]
    assert proposed(graph(*items), threshold=0.1) == []


def test_initials_are_proposed_for_their_long_form() -> None:
    """An abbreviation that no text defines, never brought together with its long form."""
    items = (claim("A|fund|Tidal Power Plan"), claim("A|fund|tpp", day="2024-01-01", words="TPP"))
    labels = {iri_for("concept", "tpp"): "TPP", iri_for("concept", "Tidal Power Plan"): "Tidal Power Plan"}
    assert proposed(graph(*items, labels=labels)) == [frozenset(labels)]


def test_initials_that_another_name_spells_out_are_proposed_for_no_other() -> None:
    """Applied innovation as AI, which is artificial intelligence."""
    items = (claim("A|fund|artificial intelligence"), claim("A|fund|applied innovation", day="2024-01-01"))
    aliases = {iri_for("concept", "artificial intelligence"): frozenset({"AI"})}
    assert proposed(graph(*items, aliases=aliases), threshold=0.7) == []


def test_other_numbers_and_amounts_are_other_things() -> None:
    """Two sums of money, or two plans, as one because most letters are the same."""
    names = ("3.9 trillion yuan", "4.9 trillion yuan", "13th five-year plan", "14th five-year plan")
    items = [claim(f"A|fund|{name}", day=f"202{place}-01-01") for place, name in enumerate(names)]
    labels = {iri_for("concept", name): name for name in names}
    assert proposed(graph(*items, labels=labels), threshold=0.1) == []


def test_the_country_of_one_text_is_not_that_of_another() -> None:
    """What is meant in one text only, proposed for what another means."""
    days = ("2023-01-01", "2024-01-01")
    items = [claim("A|fund|ports", day=day, actor=f"{iri_for('actor', 'country')}_in_{day}") for day in days]
    assert proposed(graph(*items, labels={item.actor: "country" for item in items}), threshold=0.1) == []


def test_best_first_and_no_more_than_asked() -> None:
    """A list in no order."""
    found = suggest(graph(*DUPLICATES, claim("C|build|national harbour")), threshold=0.0)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    assert len(suggest(graph(*DUPLICATES), threshold=0.0, limit=1)) == 1


def test_corpus(corpus_folder: Path, corpus_graph: Graph) -> None:
    """A proposal to merge what the vocabulary says is not the same."""
    with open_store(corpus_folder, read_only=True) as store:
        decided, listed = decided_pairs(store), listed_nodes(store)
    found = suggest(corpus_graph, decided=decided, listed=listed)
    assert decided and listed
    assert not decided & {frozenset((item.one, item.other)) for item in found}
