"""How policies of hospitals and departments are worded: duties in lists, fixed phrases, what is asked of whom."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, statements, table
from kg.model import BlockKind


def item(text: str, lead: int = 0) -> tuple[BlockKind, str, int]:
    """An item of the list that block ``lead`` introduces."""
    return BlockKind.LIST_ITEM, text, lead


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        (
            "Ward managers must ensure that:",
            "all nurses complete the fire course",
            ["nurses | complete | fire course | obliged"],
        ),
        ("Schools shall make sure that:", "meals are labelled", [f"{NOBODY} | label | meals | obliged"]),
        ("Matrons will ensure that all staff:", "receive an appraisal;", ["staff | receive | appraisal | planned"]),
        ("Ports must ensure that pilots:", "have passed the test.", ["pilots | pass | test | obliged"]),
        ("Each home shall ensure its residents:", "have a named nurse", ["residents | have | named nurse | obliged"]),
        ("Mines must ensure:", "that dust is measured", [f"{NOBODY} | measure | dust | obliged"]),
        ("Boards must ensure:", "the adoption of this code", ["boards | ensure | adoption of this code | obliged"]),
        ("The Board will:", "ensure that staff hold a licence", ["staff | hold | licence | planned"]),
        ("Staff found that:", "keys were lost", [f"{NOBODY} | lose | keys | achieved"]),
        ("Ward managers must ensure that:", "Beds are cleaned.", [f"{NOBODY} | clean | beds | obliged"]),
        ("The council noted the following:", "Guards patrol the wards.", ["guards | patrol | wards | ongoing"]),
    ],
)
def test_lists_of_what_is_ensured(lead: str, text: str, expected: list[str]) -> None:
    """Guards that the items go on with the clause of their introduction, and whoever it names there acts in them."""
    check(expected, statements(lead, item(text)))


@pytest.mark.parametrize("lead", ["Managers must ensure that staff:", "Drivers have to ensure they:"])
def test_introduction_ending_with_whom_it_names(lead: str) -> None:
    """Guards that nobody is said to ensure staff."""
    assert not statements(lead)


@table(
    (
        "The port needs to change in order to meet the demands of trade.",
        "port | meet | demands of trade | planned",
    ),
    ("Troops restored order to the capital.", "troops | restore | order | achieved"),
    ("The agency has undertaken to respond in writing to the report.", "agency | respond to | report | planned"),
    ("Owners may apply in writing to the registrar for a copy.", "owners | apply to | registrar | possible"),
    ("Tutors assist pupils in writing essays.", "tutors | assist | pupils | ongoing", "pupils | write | essays | ongoing"),
    (
        "We advise visitors on how to play their part when it comes to preventing falls.",
        "visitors | play | part | requested",
    ),
    ("When it comes to building homes, the council sets targets.", "council | set | targets | ongoing"),
    ("The help comes to farmers who lost cattle.", "farmers | lose | cattle | achieved"),
)
def test_phrases_like_a_preposition(sentence: str, expected: list[str]) -> None:
    """Guards that nothing is done to an order, nobody writes a report, and nothing comes to building."""
    check(expected, [made for made in statements(sentence) if made.verb != "come to"])


@table(
    ("The cost of treating wounds has doubled the deficit.", "cost | double | deficit | achieved"),
    ("The idea of selling the airline divides ministers.", "idea | divide | ministers | ongoing"),
    ("The task of rebuilding the roads falls to the army.", "task | fall to | army | ongoing"),
    (
        "The ministry's policy of detaining migrants has cost lives.",
        "ministry | detain | migrants | achieved",
        "policy | cost | lives | achieved",
    ),
)
def test_gerund_of_a_subject(sentence: str, expected: list[str]) -> None:
    """Guards that no cost treats anything; whose policy it is does."""
    check(expected, statements(sentence))


def test_times_are_nobody() -> None:
    """Guards that the years of the sentence before are not whom "they" stands for."""
    check(
        [f"{NOBODY} | help | nurses | ongoing"], statements("Recent years have shown the value of tests.", "They help nurses.")
    )
    check(["boards | hire | nurses | ongoing"], statements("The boards publish accounts.", "They hire nurses."))


@table(
    ("This is to help tenants through the winter.", f"{NOBODY} | help | tenants | planned"),
    ("This is to ensure that farmers receive the money.", "farmers | receive | money | planned"),
    ("The minister is to visit the port.", "minister | visit | port | obliged"),
    ("The levy is to be abolished.", f"{NOBODY} | abolish | levy | obliged"),
)
def test_what_this_is_to_do(sentence: str, expected: list[str]) -> None:
    """Guards that "this is to" tells a purpose and no duty."""
    check(expected, statements(sentence))


@table(
    (
        "The council asked landlords who had raised the rent to publish their accounts.",
        "landlords | raise | rent | achieved",
        "landlords | publish | accounts | requested",
    ),
    (
        "The law allows patients who have been discharged early to return to the ward.",
        f"{NOBODY} | discharge | patients | achieved",
        "patients | return to | ward | possible",
    ),
    (
        "It will hire the nurses who are needed to staff the wards.",
        f"{NOBODY} | hire | nurses | planned",
        f"{NOBODY} | need | nurses | ongoing",
        "nurses | staff | wards | planned",
    ),
    (
        "The fund helps farmers who used their savings to buy seed.",
        "fund | help | farmers | ongoing",
        "farmers | use | savings | achieved",
        "farmers | buy | seed | planned",
    ),
)
def test_task_behind_the_relative(sentence: str, expected: list[str]) -> None:
    """Guards that landlords did not raise the rent in order to publish accounts."""
    check(expected, statements(sentence))


@table(
    (
        "The premier called for speeding up the reform of rural banks and cutting fees.",
        f"{NOBODY} | speed up | reform of rural banks | requested",
        f"{NOBODY} | cut | fees | requested",
    ),
    ("The foundation campaigned for banning plastic bags.", f"{NOBODY} | ban | plastic bags | requested"),
    ("The ministry is responsible for cutting fees.", "ministry | cut | fees | ongoing"),
)
def test_what_is_called_for(sentence: str, expected: list[str]) -> None:
    """Guards that whoever asks for an act is not shown as doing it."""
    check(expected, statements(sentence))


@table(
    (
        "Efforts are needed to improve rural roads.",
        f"{NOBODY} | improve | rural roads | planned",
        f"? {NOBODY} | need | efforts | ongoing",
    ),
    (
        "More work is required to lower emissions.",
        f"{NOBODY} | lower | emissions | planned",
        f"? {NOBODY} | require | work | ongoing",
    ),
    (
        "The measure was needed to stem losses.",
        "measure | stem | losses | planned",
        f"? {NOBODY} | need | measure | achieved",
    ),
    ("Firms are required to lower emissions.", "firms | lower | emissions | obliged"),
    ("Measures are designed to protect tenants.", "measures | protect | tenants | planned"),
)
def test_efforts_that_are_needed(sentence: str, expected: list[str]) -> None:
    """Guards that needed efforts do nothing themselves."""
    check(expected, statements(sentence))


@table(
    (
        "The meeting held yesterday approved the draft.",
        f"{NOBODY} | hold | meeting | achieved",
        "meeting | approve | draft | achieved",
    ),
    (
        "A meeting held two days ago approved the draft.",
        f"{NOBODY} | hold | meeting | achieved",
        "meeting | approve | draft | achieved",
    ),
    (
        "Police arrested two men held since May.",
        f"{NOBODY} | hold | men | ongoing",
        "police | arrest | men | achieved",
    ),
)
def test_a_meeting_held_yesterday(sentence: str, expected: list[str]) -> None:
    """Guards that what is dated in the past is over."""
    check(expected, statements(sentence))


def test_the_other_hand_is_no_antecedent() -> None:
    """Guards “on the other hand, it …”: a turn of phrase names nothing."""
    found = statements("The ministry opened the plant, but on the other hand it has to be inspected by the council.")
    check(["ministry | open | plant | achieved", "council | inspect | plant | obliged"], found)


@table(
    ("Building two new ports", "ministry | build | new ports | planned"),
    ("Accelerating strong, sustainable growth of ports", "ministry | accelerate | sustainable growth of ports | planned"),
)
def test_items_that_open_with_a_gerund(sentence: str, expected: list[str]) -> None:
    """Guards that the capital of an item makes no name of its gerund."""
    check(expected, statements("The ministry has committed to:", item(sentence)))


def test_a_name_that_opens_with_a_gerund() -> None:
    """Guards that a gerund within a name stays one."""
    check(["ministry | publish | guide | planned"], statements("The ministry will publish the guide Building New Ports."))
