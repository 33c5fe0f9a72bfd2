"""Speaker labels: who is named before a colon, and what only looks like it."""

from __future__ import annotations

import pytest

from kg.model import Speaker
from kg.readers.labels import Role, is_outlet, parse_label, resolve_speaker

PEOPLE = [  # line, name, post, organization
    ("Wang Hongzhi:", "Wang Hongzhi", None, None),
    ("Wang Hongzhi: Thank you.", "Wang Hongzhi", None, None),
    ("**Wang Hongzhi:** Thank you.", "Wang Hongzhi", None, None),
    ("**Wang Hongzhi**: Thank you.", "Wang Hongzhi", None, None),
    ("PRESIDENT BIDEN: Thank you.", "President Biden", "President", None),
    ("MS. JEAN-PIERRE: Good afternoon.", "Ms. Jean-Pierre", None, None),
    ("Mr. SMITH (Canada): I thank you.", "Mr. Smith", None, "Canada"),
    ("Mr. Wang (China) (spoke in Chinese): I thank you.", "Mr. Wang", None, "China"),
    ("The President: I give the floor.", "President", "President", None),
    ("The Acting President: I give the floor.", "Acting President", "Acting President", None),
    ("SECRETARY-GENERAL: Peace.", "Secretary-General", "Secretary-General", None),
    ("Minister of Finance, Jane Doe: We act.", "Jane Doe", "Minister of Finance", None),
    ("Jane Doe, Minister of Finance: We act.", "Jane Doe", "Minister of Finance", None),
    ("Jane Doe (Minister of Finance): We act.", "Jane Doe", "Minister of Finance", None),
    ("Minister of Finance: We act.", "Minister of Finance", "Minister of Finance", None),
    ("Foreign Ministry Spokesperson Mao Ning: China acts.", "Mao Ning", "Foreign Ministry Spokesperson", None),
    ("Secretary of State Antony Blinken: We act.", "Antony Blinken", "Secretary of State", None),
    ("The Minister for Trade (Jane Doe): I agree.", "Jane Doe", "Minister for Trade", None),
    ("Wang Hongzhi, vice chairman of SASAC:", "Wang Hongzhi", "vice chairman of SASAC", "SASAC"),
    ("Dr. Siriporn Chaiyasit, Deputy Permanent Secretary:", "Siriporn Chaiyasit", "Deputy Permanent Secretary", None),
    ("Sir Keir Starmer: We act.", "Keir Starmer", None, None),
    ("Press Secretary Jen Psaki: We act.", "Jen Psaki", "Press Secretary", None),
    (
        "Ursula von der Leyen, President of the European Commission. – Madam President",
        "Ursula von der Leyen",
        "President of the European Commission",
        "European Commission",
    ),
]


@pytest.mark.parametrize(("line", "name", "post", "organization"), PEOPLE)
def test_person(line: str, name: str, post: str | None, organization: str | None) -> None:
    """A form of label that transcripts use is not understood any more."""
    label = parse_label(line)
    assert label is not None
    assert label.role is Role.PERSON
    assert label.speaker == Speaker(name, post, organization)
    assert label.sure


ASKING = [
    ("ThePaper.cn:", Role.OUTLET),
    ("Xinhua News Agency:", Role.OUTLET),
    ("Xinhua News Agency reporter:", Role.OUTLET),
    ("CNBC: Why?", Role.OUTLET),
    ("Jane Doe, CNBC: Why?", Role.OUTLET),
    ("Jane Doe (Reuters): Why?", Role.OUTLET),
    ("Daily Savannah: Why?", Role.OUTLET),
    ("Q: Why?", Role.QUESTION),
    ("Q1: Why?", Role.QUESTION),
    ("Q (Reuters): Why?", Role.QUESTION),
    ("Question:", Role.QUESTION),
    ("Reporter:", Role.QUESTION),
    ("A journalist from the Daily Nation:", Role.QUESTION),
    ("Unidentified reporter:", Role.QUESTION),
    ("A: Because.", Role.ANSWER),
]


@pytest.mark.parametrize(("line", "role"), ASKING)
def test_asking(line: str, role: Role) -> None:
    """A question by the press would become a source of statements."""
    label = parse_label(line)
    assert label is not None
    assert label.role is role


@pytest.mark.parametrize(
    "line",
    [
        "Share:",
        "Note: the figures are rounded.",
        "Next Steps: The ministry reports.",
        "Key tasks: build homes.",
        "Climate Change: We will act.",
        "Policy Measures: We will act.",
        "Healthy Ageing: We will act.",
        "Sub-Saharan Africa: Growth slowed.",
        "European Commission: The proposal is out.",
        "Statement by the President: We act.",
        "In short: we act.",
        "We say: enough.",
        "As President Xi said: enough.",
        "At 10:30 we met.",
        "See https://example.org: it is there.",
        "Dear Mr. Secretary: The audit is complete.",
        "Paragraph 5: deleted.",
        "No colon at all",
        "",
    ],
)
def test_no_label(line: str) -> None:
    """A topic before a colon would be taken for a person."""
    assert parse_label(line) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ThePaper.cn", True),
        ("China Daily", True),
        ("Global Times", True),
        ("Phoenix TV", True),
        ("The Star", True),
        ("Channel NewsAsia", True),
        ("Anadolu Agency", True),
        ("Agencia EFE", True),
        ("Bangkok Courier", True),
        ("Environment Agency", False),
        ("Press Secretary", False),
        ("Government Press Office", False),
        ("Wang Hongzhi", False),
        ("News", False),
        ("we read the news", False),
        ("", False),
    ],
)
def test_outlet(name: str, expected: bool) -> None:
    """Outlets are told by name or by their words, offices with such words are none."""
    assert is_outlet(name) is expected


KNOWN = (Speaker("Joe Biden", "President"), Speaker("Antony Blinken", "Secretary of State"), Speaker("Wang Hongzhi"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PRESIDENT BIDEN: x", "Joe Biden"),
        ("The President: x", "Joe Biden"),
        ("Mr. Blinken: x", "Antony Blinken"),
        ("WANG HONGZHI: x", "Wang Hongzhi"),
        ("Jane Doe: x", None),
    ],
)
def test_resolve(line: str, name: str | None) -> None:
    """One person under two labels would be two speakers."""
    label = parse_label(line)
    assert label is not None
    found = resolve_speaker(label, KNOWN)
    assert (found.name if found else None) == name


def test_resolve_is_not_a_guess() -> None:
    """A family name that two speakers share resolved to the first of them."""
    label = parse_label("Mr. Wang: x")
    assert label is not None
    assert resolve_speaker(label, [Speaker("Wang Hongzhi"), Speaker("Wang Zhigang")]) is None


def test_an_enacting_formula_is_no_speaker() -> None:
    """Guards “HAVE AGREED AS FOLLOWS:” as the one who says a whole treaty."""
    assert parse_label("HAVE AGREED AS FOLLOWS:") is None
