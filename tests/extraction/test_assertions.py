"""Who says what is told, and whether it is asserted, denied or left open."""

from __future__ import annotations

import pytest

from extraction.helpers import check, statements, table


@table(
    ("The bank rejected allegations that it had laundered money.", "- / bank | launder | money | achieved | negated"),
    ("Officials denied reports that the army had shelled the camp.", "army | shell | camp | achieved | negated"),
    (
        "The claim that the state controls the bank is false.",
        "state | control | bank | ongoing | negated",
        "? claim | be | false | ongoing",
    ),
    ("It is not true that the levy distorts trade.", "levy | distort | trade | ongoing | negated"),
    ("It cannot be right that tenants should pay for repairs.", "tenants | pay for | repairs | obliged | negated"),
    ("There is little evidence that fines deter landlords.", "fines | deter | landlords | ongoing | negated"),
    (
        "The embassy denied that it had expelled staff and that it had closed its office.",
        "embassy | expel | staff | achieved | negated",
        "embassy | close | office | achieved | negated",
    ),
    ("Police are investigating claims that the mayor took bribes.", "mayor | take | bribes | possible"),
    ("It is unlikely that parliament will approve the law.", "parliament | approve | law | possible"),
    ("I never said that the state would close the clinic.", "state | close | clinic | possible"),
    ("Members disagree on whether to raise the levy.", "members | raise | levy | possible"),
    ("Chad asked the court to declare that Mali had broken the treaty.", "Mali | break | treaty | possible"),
    (
        "It is vital that patients receive care and that consent is recorded.",
        "patients | receive | care | obliged",
        "- | record | consent | obliged",
    ),
    ("I can assure the House that the ministry is rebuilding the school.", "ministry | rebuild | school | ongoing"),
    (
        "The law requires hospitals to explain how bills are calculated.",
        "hospitals | explain | how bills are calculated | obliged",
        "- | calculate | bills | ongoing",
    ),
    ("Plastic must be labelled as unfit for food.", "- | label | plastic | obliged"),
    ("The operator shall be deemed to have breached the permit.", "operator | breach | permit | obliged"),
    ("Six men were arrested; all deny the charges.", "- | arrest | men | achieved", "? all | deny | charges | ongoing"),
)
def test_asserted_or_not(sentence: str, expected: list[str]) -> None:
    """Guards what is denied, doubted, asked or only claimed, and what is to be told."""
    rejecting = {"reject", "deny", "investigate"}
    check(expected, [item for item in statements(sentence) if item.verb not in rejecting or item.object == "charges"])


@pytest.mark.parametrize(
    ("sentence", "verb", "speaker"),
    [
        ("The court held that the agency had broken the law.", "break", "court"),
        ("The prosecutor alleged that the mayor took bribes.", "take", "prosecutor"),
        ("Members feared that the measure would deepen the downturn.", "deepen", "Members"),
        ("The Council is concerned that banks charge fees.", "charge", "Council"),
        ("The Council takes the view that fees harm users.", "harm", "Council"),
        ("The minister promised that the fee would be abolished.", "abolish", "minister"),
        ("According to farmers, the levy will harm exporters.", "harm", "farmers"),
        ("In the view of the unions, the law weakens the courts.", "weaken", "unions"),
        ("The Governor said that the Treasury expects growth to slow and that the bank will cut rates.", "cut", "Governor"),
        ("“I must point out that the tariffs violate the rules,” Lin said.", "violate", "Lin"),
        ("While the government raised taxes, the opposition argued that spending should be cut.", "raise", None),
        ("Budgets were cut, meaning that schools closed libraries.", "close", None),
        ("Demand rose sharply, showing that patients value the service.", "value", None),
        ("“We need nurses,” said Pilar Otero, who heads the federation.", "head", None),
        ("“We cannot waste it,” the minister said, announcing a freeze on salaries.", "announce", None),
        ("The fee applies unless the Secretary determines that it harms users.", "harm", None),
        ("The opposition wants the court to declare that the president has broken the law.", "break", None),
    ],
)
def test_speaker(sentence: str, verb: str, speaker: str | None) -> None:
    """Guards whose words a statement is, and that nobody is given words that he has not said."""
    found = [item for item in statements(sentence) if item.verb == verb]
    assert [item.speaker for item in found] == [speaker]
