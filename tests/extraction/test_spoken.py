"""What is said aloud: announcements, briefings, statements to an assembly, answers to questions."""

from __future__ import annotations

from extraction.helpers import check, extract, statements, table


@table(
    (
        "We have opened a portal that lists all tenders and have hired 40 auditors.",
        "- | open | portal | achieved",
        "portal | list | tenders | ongoing",
        "- | hire | auditors | achieved",
    ),
    (
        "Norvia believes that trust and patience are the only way forward and supports a summit.",
        "Norvia | support | summit | ongoing",
    ),
    (
        "The ministry knows that fishermen are losing their nets and pays them compensation.",
        "fishermen | lose | nets | ongoing",
        "ministry | pay | compensation | ongoing",
    ),
    (
        "The region has built a network that serves 40 towns and trains nurses.",
        "region | build | network | achieved",
        "network | serve | towns | ongoing",
        "network | train | nurses | ongoing",
    ),
    (
        "We call for an end to the siege by all those who claim to defend the treaty but have failed to honour it.",
        "those who claim to defend the treaty but have failed to honour it | defend | treaty | planned",
        "those who claim to defend the treaty but have failed to honour it | honour | treaty | achieved | negated",
    ),
    ("We also deplore the raids.", "- | deplore | raids | ongoing"),
    ("They also cut rates in May.", "- | cut | rates | achieved"),
)
def test_verbs_that_agree(sentence: str, expected: list[str]) -> None:
    """Guards that a conjunct goes on with the verb whose number it has, and that a bare form is no past tense."""
    check(expected, statements(sentence))


@table(
    ("We are not pre-committing to a path.", "- | pre-commit to | path | ongoing | negated"),
    ("The board is not over-reacting to the data.", "board | over-react to | data | ongoing | negated"),
    ("The escalation serves no one's interest.", "escalation | serve | interest | ongoing | negated"),
    ("The drill infringes no country's sovereignty.", "drill | infringe | sovereignty | ongoing | negated"),
    ("The law serves everyone's interest.", "law | serve | interest | ongoing"),
    ("The village was seized by rebel forces.", "rebel forces | seize | village | achieved"),
    ("The gate was opened by force.", "- | open | gate | achieved"),
)
def test_denied_and_done_by(sentence: str, expected: list[str]) -> None:
    """Guards "not" before a verb with a prefix, what is nobody's, and forces as those who act."""
    check(expected, statements(sentence))


@table(
    (
        "At the invitation of President Li Wei, President of the Republic of Norvia Alexander Holm will pay a visit to Peru.",
        "President Alexander Holm | pay | visit to Peru | planned",
    ),
    (
        "At the invitation of Premier and Party Secretary Gao Lin, Prime Minister Tomasi Vea will visit Hainan.",
        "Prime Minister Tomasi Vea | visit | Hainan | planned",
    ),
    ("At the request of the Government, the Bank will publish its accounts.", "Bank | publish | accounts | planned"),
    (
        "The envoy will travel to Berlin March 3 to meet traders.",
        "envoy | travel to | Berlin | planned",
        "envoy | meet | traders | planned",
    ),
    (
        "The Secretary will travel to Oslo and Berlin March 3.",
        "Secretary | travel to | Oslo | planned",
        "Secretary | travel to | Berlin | planned",
    ),
    ("Our work will be mission led and based upon need.", "- | base | work | planned"),
    (
        "Theft is property taken without consent.",
        "theft | be | property | ongoing",
        "- | take | property | achieved",
    ),
    (
        "Let us instead end the siege, open the crossings and free the hostages.",
        "- | end | siege | requested",
        "- | open | crossings | requested",
        "- | free | hostages | requested",
    ),
    (
        "It will fine-tune policies to meet new risks, and launch a scheme.",
        "- | fine-tune | policies | planned",
        "- | meet | new risks | planned",
        "- | launch | scheme | planned",
    ),
    (
        "Were the troops to be withdrawn without a deal, the gains would be lost.",
        "- | withdraw | troops | possible",
        "- | lose | gains | possible",
    ),
    (
        "Dentistry was in crisis: nearly one in three adults could not find a dentist.",
        "adults | find | dentist | possible | negated",
    ),
    ("The minister added: the levy will be scrapped.", "- | scrap | levy | planned"),
    ("The banks expect to do so in the spring in case risks to growth materialise.",),
)
def test_announcements(sentence: str, expected: list[str]) -> None:
    """Guards who is invited, months behind places, "let us", verbs the parser passed over, and what a colon parts."""
    check(expected, statements(sentence))


def test_acronym_inside_a_name() -> None:
    """Guards that a name with its acronym in the middle is one name."""
    found = extract("The Workers' Party of Norvia (WPN) Central Committee has set a new target.")[0].statements
    assert [item.actor for item in found] == ["Workers' Party of Norvia Central Committee"]
