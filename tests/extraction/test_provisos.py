"""On what condition something is so: conjunctions of several words, inverted auxiliaries, exceptions and restrictions."""

from __future__ import annotations

import pytest

from extraction.helpers import check, statements, table


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Members may waive the fee as long as the board agrees.", "as long as the board agrees"),
        ("Tribes may lease land, so long as the Secretary approves.", "so long as the Secretary approves"),
        ("A bank may lend to firms provided that they post collateral.", "provided that they post collateral"),
        ("The fund can lend money provided it holds reserves.", "provided it holds reserves"),
        ("The agency may grant a waiver in the event that a plant closes.", "in the event that a plant closes"),
        ("In case a flood occurs, the mayor shall open shelters.", "In case a flood occurs"),
        ("Were the Senate to reject it, allies would end the pact.", "Were the Senate to reject it"),
        ("Had the subsidies been cut, firms would have cut jobs.", "Had the subsidies been cut"),
        ("Staff should inform relatives, except where the doctor objects.", "except where the doctor objects"),
        ("Unless the court orders otherwise, the tenant shall pay the costs.", "Unless the court orders otherwise"),
        ("Property may not be seized except for a public purpose.", "except for a public purpose"),
        ("A person must not enter the reserve without a permit.", "without a permit"),
        ("The King may dissolve Parliament only with its consent.", "only with its consent"),
        ("The state will release the funds subject to approval by Parliament.", "subject to approval by Parliament"),
        ("Kenya will raise its target, conditional on finance.", "conditional on finance"),
        ("Officers may not search vehicles absent a warrant.", "absent a warrant"),
        ("No person may be arrested save by order of a judge.", "save by order of a judge"),
        ("The tax will be abolished should parliament adopt the bill.", "should parliament adopt the bill"),
        ("The order directs agencies to freeze hiring unless the Director objects.", "unless the Director objects"),
        ("“We will close wards,” said Dr Patel, “if we lose nurses.”", "if we lose nurses"),
    ],
)
def test_condition(sentence: str, condition: str) -> None:
    """Guards that the condition's own words stand beside what is so on that condition."""
    assert condition in {item.condition for item in statements(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff must not ask for gifts and should contact the manager without delay.",
        "The plan leaves hospitals dependent on foreign suppliers.",
        "We are studying whether wells can be drilled, and we will build a port.",
        "In this case the court fined the union.",
    ],
)
def test_no_condition(sentence: str) -> None:
    """Guards that what only looks like a proviso is none."""
    assert not any(item.condition for item in statements(sentence))


def test_condition_of_both() -> None:
    """Guards a condition before two clauses with subjects of their own."""
    found = statements("If the talks fail, the Council will impose sanctions and the embassy will close its consulate.")
    assert [item.condition for item in found] == ["If the talks fail"] * 2


@table(
    ("If requested, the trust will provide an interpreter.", "trust | provide | interpreter | planned"),
    ("Unless otherwise agreed, the landlord must repair the roof.", "landlord | repair | roof | obliged"),
    ("If approved, the plan will create jobs.", "- | approve | plan | possible", "plan | create | jobs | planned"),
    ("The scheme created fewer jobs than promised.", "scheme | create | jobs | achieved"),
    ("The agency treats refugees as if they were terrorists.", "agency | treat | refugees | ongoing"),
    ("If the levy had passed, councils would have built homes.", "councils | build | homes | possible"),
)
def test_ellipsis(sentence: str, expected: list[str]) -> None:
    """Guards that "if requested" and "than promised" say nothing of the subject, and what only would have been."""
    check(expected, statements(sentence))
