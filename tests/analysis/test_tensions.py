"""Tensions are between sides on one concept, and a change of mind is no conflict."""

from __future__ import annotations

import pytest

from kg.analysis import Graph
from kg.analysis.tensions import stance, tensions
from tests.analysis.made import claim, graph


@pytest.mark.parametrize(
    ("text", "polarity", "side"),
    [
        ("A|promote|trade", "affirmed", 1),
        ("A|establish|trade", "affirmed", 1),
        ("A|promote|trade", "negated", -1),
        ("A|restrict|trade", "affirmed", -1),
        ("A|ban|trade", "affirmed", -1),
        ("A|ban|trade", "negated", 1),
        ("A|be|trade", "affirmed", 0),
        ("A|evaluate|trade", "negated", 0),
    ],
)
def test_stance(text: str, polarity: str, side: int) -> None:
    """A negated ban read as a ban."""
    item = claim(text, polarity=polarity)
    assert stance(graph(item), item) == side


def test_two_actors_on_two_sides_are_in_conflict() -> None:
    """A conflict that is missed, or told as a change of mind."""
    (found,) = tensions(graph(claim("A|promote|trade"), claim("B|restrict|trade", day="2024-01-01")))
    assert found.changes == () and found.conflict is not None
    assert [item.actor for item in found.conflict.against] == ["https://w3id.org/policy-kg/actor/b"]


def test_one_actor_that_changes_sides_has_changed_its_mind() -> None:
    """A change of mind told as a conflict with oneself."""
    (found,) = tensions(graph(claim("A|promote|trade"), claim("A|promote|trade", day="2024-01-01", polarity="negated")))
    assert [change.kind for change in found.changes] == ["change of mind"] and found.conflict is None


def test_one_text_on_two_sides_is_no_change_of_mind() -> None:
    """Two sentences of one text told as a development."""
    (found,) = tensions(graph(claim("A|promote|trade"), claim("A|restrict|trade")))
    assert [change.kind for change in found.changes] == ["two sides"]


def test_the_last_word_counts_in_a_conflict() -> None:
    """An actor that came round, still shown as an opponent."""
    came_round = (claim("B|restrict|trade"), claim("B|promote|trade", day="2024-01-01"))
    (found,) = tensions(graph(claim("A|promote|trade"), *came_round))
    assert found.conflict is None and len(found.changes) == 1


def test_a_relation_without_sides_is_in_tension_with_its_negation_only() -> None:
    """Judging and not judging are opposite; judging and being are not."""
    assert len(tensions(graph(claim("A|evaluate|trade"), claim("B|evaluate|trade", polarity="negated")))) == 1
    assert tensions(graph(claim("A|evaluate|trade"), claim("B|be|trade", polarity="negated"))) == []


def test_who_pays_a_tax_is_not_for_it_and_who_is_exempted_is_not_hurt() -> None:
    """A side that nobody took: taxes paid against taxes cut, firms exempted against firms helped."""
    assert tensions(graph(claim("A|pay|taxes"), claim("B|cut|taxes"), claim("A|exempt|firms"), claim("B|help|firms"))) == []


def test_other_concepts_and_nobody_are_in_no_tension() -> None:
    """Statements that have nothing to do with each other, or no actor."""
    assert tensions(graph(claim("A|promote|trade"), claim("B|restrict|credit"))) == []
    assert tensions(graph(claim("A|promote|trade"), claim("|restrict|trade"))) == []


def test_corpus(corpus_graph: Graph) -> None:
    """A tension whose sides are not on one concept and opposite."""
    for found in tensions(corpus_graph):
        if found.conflict:
            sides = [
                {stance(corpus_graph, item) for item in group} for group in (found.conflict.in_favour, found.conflict.against)
            ]
            assert {item.concept for item in (*found.conflict.in_favour, *found.conflict.against)} == {found.concept}
            assert -1 not in sides[0] and 1 not in sides[1]
