"""Rights, powers and duties: that somebody has them, and what they are to."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("Everyone has the right to work.", "everyone | have | right to work | ongoing"),
    (
        "Every citizen has the right to vote and to be elected.",
        "citizen | have | right to vote | ongoing",
        "citizen | have | right to be elected | ongoing",
    ),
    (
        "Everyone shall have the right to leave any country.",
        "everyone | have | right to leave country | obliged",
        "everyone | leave | country | possible",
    ),
    (
        "The agency shall have the power to seize goods.",
        "agency | have | power to seize goods | obliged",
        "agency | seize | goods | possible",
    ),
    (
        "Landlords do not have the right to enter a flat.",
        "landlords | have | right to enter flat | ongoing | negated",
        "landlords | enter | flat | ongoing | negated",
    ),
    (
        "Everyone has the right to receive and impart information.",
        "everyone | have | right to receive and impart information | ongoing",
        "everyone | receive | information | ongoing",
        "everyone | impart | information | ongoing",
    ),
)
def test_what_somebody_has(sentence: str, expected: list[str]) -> None:
    """Guards that having a right is said, each right by itself, and that a right under "shall" is no duty."""
    check(expected, statements(sentence))


@table(
    ("The right to receive care shall not be restricted.", "- | restrict | right | obliged | negated"),
    (
        "This Act shall not affect the right of landlords to raise rents.",
        "Act | affect | right of landlords | obliged | negated",
        "landlords | raise | rents | possible",
    ),
    ("Tenants may ask the local authority to inspect a flat.", "local authority | inspect | flat | requested"),
)
def test_what_is_said_of_a_right(sentence: str, expected: list[str]) -> None:
    """Guards that nobody's right is nobody's act, that it is no duty where it is protected, and that an authority is a body."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.purpose for item in found)
