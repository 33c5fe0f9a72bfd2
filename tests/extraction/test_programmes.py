"""What written programmes and reports have: lists of what was done or is to be done, papers and whom they direct."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, statements, table
from kg.model import BlockKind


def item(text: str, lead: int) -> tuple[BlockKind, str, int]:
    return (BlockKind.LIST_ITEM, text, lead)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Highlights:", item("Dredged 14 harbours and opened two ferry lines", 0)),
            [f"{NOBODY} | dredge | harbours | achieved", f"{NOBODY} | open | ferry lines | achieved"],
        ),
        (
            ("Highlights:", item("Planted 40 orchards", 0), item("Reduced water losses by 8 percent", 0)),
            [f"{NOBODY} | reduce | water losses | achieved"],
        ),
        (
            ("Highlights:", item("Missed our target for tree cover", 0), item("Cut the average wait by 9 days", 0)),
            [f"{NOBODY} | cut | average wait | achieved"],
        ),
        (
            ("Steps that the ministry has taken include:", item("Issued 70 permits to growers", 0)),
            ["ministry | issue | permits to growers / permits | achieved"],
        ),
        (
            ("Steps taken by the ministry in 2025 were:", item("Waived the fees of tenants", 0)),
            ["ministry | waive | fees of tenants / fees | achieved"],
        ),
        (
            ("In 2025, the Agency:", item("Held 30 hearings on river law", 0)),
            ["Agency | hold | hearings on river law / hearings | achieved"],
        ),
        (("Aims:", item("Cut the average wait by 9 days", 0)), [f"{NOBODY} | cut | average wait | requested"]),
        (("Aims:", item("Reduced waiting times", 0), item("Improved air", 0)), []),
        (("Aims:", item("Feed 300 children", 0)), [f"{NOBODY} | feed | children | requested"]),
        (("Our aims:", item("United front against fraud", 0)), []),
    ],
)
def test_lists_of_what_was_done(texts: tuple[object, ...], expected: list[str]) -> None:
    """Guards against achievements without a subject being read as demands, and the list's noun as who achieved them."""
    check(expected, statements(*texts, given=False))


def test_amount_behind_the_first_word() -> None:
    """Guards that the capital of an item's first word does not make its number part of a name."""
    (found,) = statements("Highlights:", item("Restored 120 stone bridges", 0), given=False)
    assert found.quantity == "120"


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("They have cut delays at checkpoints by 40 percent.", "by 40 percent"),
        ("The ministry reduced deaths on rural roads by a third.", "by a third"),
        ("The city cut fees for drivers delayed by 40 minutes.", None),
    ],
)
def test_amount_of_a_change_behind_a_place(sentence: str, quantity: str | None) -> None:
    """Guards that the amount of a change is found behind the phrase that says where."""
    assert statements(sentence)[0].quantity == quantity


@table(
    (
        "The governor signed an order directing ports to lower their fees.",
        "governor | sign | order | achieved",
        "ports | lower | fees | requested",
    ),
    (
        "They signed an Executive Order directing agencies to speed up permits for mines.",
        f"{NOBODY} | sign | Executive Order | achieved",
        "agencies | speed up | permits for mines | requested",
    ),
    (
        "The minister published a circular inviting towns to apply for grants.",
        "minister | publish | circular | achieved",
        "towns | apply for | grants | requested",
    ),
    (
        "We will issue guidance helping schools to cut bills.",
        f"{NOBODY} | issue | guidance | planned",
        "schools | cut | bills | planned",
    ),
    (
        "The agency hired visiting experts to train inspectors.",
        "agency | hire | visiting experts | achieved",
        "agency | train | inspectors | planned",
    ),
    ("The mayor signed an order banning cars.", "mayor | sign | order | achieved", "order | ban | cars | achieved"),
)
def test_papers_and_whom_they_direct(sentence: str, expected: list[str]) -> None:
    """Guards that those whom an order directs act, not who signs it."""
    check(expected, statements(sentence))
