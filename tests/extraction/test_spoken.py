"""What is said aloud: announcements, briefings, statements to an assembly, answers to questions."""

from __future__ import annotations

import pytest

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
        "President Alexander Holm | pay visit to | Peru | planned",
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


@table(
    (
        "The Department is listing two brokers for their role in shipping weapons to the rebels.",
        "Department | list | brokers | ongoing",
        "brokers | ship | weapons | ongoing",
    ),
    ("The council thanked the volunteers for their help in clearing the roads.", "volunteers | clear | roads | achieved"),
    (
        "The ministry played a role in clearing the roads.",
        "ministry | clear | roads | achieved",
    ),
    (
        "Norvia reaffirms the Port Charter and the Oslo Pact, which demand a seat.",
        "Norvia | reaffirm | Port Charter | ongoing",
        "Norvia | reaffirm | Oslo Pact | ongoing",
        "Port Charter | demand | seat | ongoing",
        "Oslo Pact | demand | seat | ongoing",
    ),
    (
        "The office released its opinions on developing tourism, the first of its kind, which proposed 26 steps.",
        "office | release | opinions on developing tourism | achieved",
        "opinions on developing tourism | propose | steps | achieved",
    ),
    ("Prices fell by 2 percent year on year, which was caused by rain.",),
    (
        "Faced with rising costs, the trust has closed two wards.",
        "trust | face with | rising costs | achieved",
        "trust | close | wards | achieved",
    ),
)
def test_who_is_meant(sentence: str, expected: list[str]) -> None:
    """Guards whose role it is, and which nouns a relative clause speaks of."""
    check(expected, statements(sentence))


@table(
    ("The Council considers it crucial to strengthen the union.", "- | strengthen | union | obliged"),
    ("Ministers deemed it necessary to close the border.", "- | close | border | obliged"),
    ("The Council is considering closing the border.", "Council | close | border | possible"),
    ("Assuming that they adopt the law, a pilot could start.", "- | adopt | law | possible"),
    (
        "We will crack down on fraud targeting senior citizens.",
        "- | crack down on | fraud | planned",
        "fraud | target | senior citizens | ongoing",
    ),
    ("By contrast, this could lift demand.", "- | lift | demand | possible"),
)
def test_how_firm(sentence: str, expected: list[str]) -> None:
    """Guards what somebody considers due, what is supposed, and what is there to be fought."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.means for item in found)


@table(
    ("Welcome to this conference held by the Information Office.",),
    ("Next, the floor is open for questions.",),
    ("Please raise your hands.",),
    ("Ms Feng may have something to add on prices.",),
    ("Let me add a few words.",),
    ("I have no information to share on that.",),
    ("I've seen those reports.",),
    ("I will now explain our assessment of prices.",),
    ("I'll leave it at that.",),
    ("They could do a lot more.",),
    ("Let me now turn to the deficit.",),
    ("Allow me to make three points.",),
    ("The rule allows me to review the file.", "- | review | file | possible"),
    ("The council will turn to the courts.", "council | turn to | courts | planned"),
    ("They have planted a lot of trees.", "- | plant | trees | achieved"),
    (
        "I have no announcements to make, but we have made an offer to the union.",
        "- | make | offer | achieved",
    ),
    ("The court heard the reports of two experts.", "court | hear | reports of two experts | achieved"),
)
def test_talk_about_the_talk(sentence: str, expected: list[str]) -> None:
    """Guards that courtesies and what a speaker has to say are no statements."""
    check(expected, statements(sentence))


def test_nobody_acts_on_itself() -> None:
    """Guards that "it" is not who acts: the ship named nowhere near it."""
    found = extract("Norvia grounded a ship.", "It has sent cement to reinforce it.")[1].statements
    assert all(item.actor != item.object for item in found)


@table(
    (
        "We urge States that have not yet done so to ratify the treaty.",
        "States | ratify | treaty | requested",
    ),
    (
        "The Council calls upon all States that have not done so to accede to the Convention.",
        "States | accede to | Convention | requested",
    ),
    (
        "We call on the firms which failed to do so to publish their accounts.",
        "firms | publish | accounts | requested",
    ),
    (
        "We welcome the pledge made by two States to refrain from testing missiles and call upon others to ban them.",
        "- | welcome | pledge | ongoing",
        "States | make | pledge | achieved",
        "States | test | missiles | planned | negated",
        "? - | ban | missiles | requested",
    ),
    (
        "We support efforts to end the war and bring aid to the north.",
        "- | end | war | ongoing",
        "- | bring | aid | ongoing",
    ),
    ("The envoy promised several times to tow away the wreck.", "envoy | tow | wreck | planned"),
    ("Our ministry has rolled out supporting policies.", "ministry | roll out | supporting policies | achieved"),
    ("The council has set up drinking fountains.", "council | set up | drinking fountains | achieved"),
    ("We will set up Great Northern Rail.", "- | set up | Great Northern Rail | planned"),
    ("The council made great progress.", "council | make | progress | achieved"),
)
def test_calls_on_others(sentence: str, expected: list[str]) -> None:
    """Guards who is called upon to do what, beside those who have done it."""
    check(expected, statements(sentence))


@table(
    ("What steps he is taking to cut queues.",),
    ("What progress her Department has made on opening clinics.",),
    ("Whether he plans to extend the scheme.",),
    ("To ask the Minister for Ports, what steps his Department is taking to cut queues.",),
    ("What the council is doing is cutting queues.", "council | cut | queues | ongoing"),
    (
        "What measures he announced were welcomed by farmers.",
        "- | announce | measures | achieved",
        "farmers | welcome | measures | achieved",
    ),
)
def test_questions_on_an_order_paper(sentence: str, expected: list[str]) -> None:
    """Guards that a question without its mark says nothing."""
    check(expected, statements(sentence))


@table(
    ("So let's launch a scheme to cut fees.", "- | launch | scheme | requested", "- | cut | fees | planned"),
    ("Let's finish the job: let's cap the price.", "- | finish | job | requested", "- | cap | price | requested"),
    ("We've got to finish the bridge.", "- | finish | bridge | obliged"),
    ("It's wrong, and it's got to stop.",),
    (
        "Those who arm the killers share in the crime.",
        "Those who arm the killers | arm | killers | ongoing",
        "Those who arm the killers | share in | crime | ongoing",
    ),
    (
        "Those who work the land need water.",
        "Those who work the land | work | land | ongoing",
        "Those who work the land | need | water | ongoing",
    ),
    ("Norvia has granted licences to a number of firms, which is a step forward.", "Norvia | grant | licences | achieved"),
    (
        "Norvia sold two ships to its neighbours, which are a threat.",
        "Norvia | sell | ships | achieved",
        "neighbours | be | threat | ongoing",
    ),
    (
        "I have asked the minister to impose a duty on rice, save for that originating from the East.",
        "minister | impose | duty on rice | requested",
    ),
    ("I mean it.",),
)
def test_as_people_speak(sentence: str, expected: list[str]) -> None:
    """Guards "let's", "'ve got to", a sentence that "those who" opens, and "which" for all that was said."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The bill lies on the desk of the Speaker.", "I call on the House to pass it."], ["House | pass | bill | requested"]),
        (["My predecessor promised to cut the debt.", "Instead he ran it up."], ["predecessor | run up | debt | achieved"]),
    ],
)
def test_what_it_is(texts: list[str], expected: list[str]) -> None:
    """Guards that a house passes bills and that "it" is no person."""
    check(expected, extract(*texts)[1].statements)
