"""What is new, gone and changed between two editions."""

from __future__ import annotations

import pytest

from kg.analysis.editions import compare, of_document, of_year
from tests.analysis.made import claim, graph

OLD, NEW = "2023-01-01", "2024-01-01"


def kinds(
    before: list[tuple[str, dict[str, str]]], after: list[tuple[str, dict[str, str]]]
) -> list[tuple[str, tuple[str, ...]]]:
    old = [claim(text, day=OLD, **fields) for text, fields in before]
    new = [claim(text, day=NEW, **fields) for text, fields in after]
    found = compare(graph(*old, *new), old, new)
    return [(item.kind, tuple(f"{what}: {a} → {b}" for what, a, b in item.changes)) for item in found]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (("A|promote|x", {}), ("A|promote|x", {}), None),
        (("A|promote|x", {}), ("A|promote|x", {"status": "achieved"}), ("status: planned → achieved",)),
        (("A|promote|x", {}), ("A|promote|x", {"polarity": "negated"}), ("polarity: affirmed → negated",)),
        (("A|promote|x", {}), ("A|facilitate|x", {}), ("verb: promote → facilitate",)),
        (("A|explore|x", {}), ("A|develop|x", {}), ("strength: explore (tentative) → develop (plain)",)),
        (("A|increase|x", {"quantity": "5%"}), ("A|increase|x", {"quantity": "7%"}), ("quantity: 5% → 7%",)),
        (("A|increase|x", {"quantity": "5%"}), ("A|increase|x", {}), ("quantity: 5% → none",)),
    ],
)
def test_changes_of_one_statement(
    before: tuple[str, dict[str, str]], after: tuple[str, dict[str, str]], changes: tuple[str, ...] | None
) -> None:
    """A change that is not seen, or seen where there is none."""
    assert kinds([before], [after]) == ([] if changes is None else [("changed", changes)])


def test_new_and_gone() -> None:
    """A statement on another concept paired with one that is gone."""
    assert kinds([("A|promote|x", {})], [("A|promote|y", {}), ("B|promote|x", {})]) == [("new", ()), ("new", ()), ("gone", ())]


def test_what_is_said_again_is_set_aside_before_pairs_are_made() -> None:
    """A statement said again that is paired with another, so that both look changed."""
    same = ("A|promote|x", {"status": "planned"})
    assert kinds([same, ("A|promote|x", {"status": "possible"})], [("A|promote|x", {"status": "achieved"}), same]) == [
        ("changed", ("status: possible → achieved",))
    ]


def test_exporting_is_no_other_edition_of_producing() -> None:
    """Two statements with two figures, shown as one whose figure changed."""
    found = compare(graph(), [claim("A|produce|x", quantity="13 million")], [claim("A|establish|x", quantity="12%")])
    assert [item.kind for item in found] == ["new", "gone"]
    found = compare(graph(), [claim("A|explore|x")], [claim("A|ensure|x")])
    assert [item.kind for item in found] == ["changed"]


def test_firmer_or_weaker() -> None:
    """A promise that became weaker, shown as firmer."""
    old, new = claim("A|promote|x", day=OLD, status="obliged"), claim("A|promote|x", day=NEW, status="possible")
    (found,) = compare(graph(old, new), [old], [new])
    assert found.firmer is False and found.claim == new


def test_editions_of_a_year_and_of_a_document() -> None:
    """A statement without a date that falls into every year."""
    items = [claim("A|promote|x", day=OLD), claim("A|promote|x", day=NEW), claim("A|promote|x", day=None)]
    assert of_year(items, 2024) == [items[1]]
    assert of_document(items, items[0].document) == [items[0]]
