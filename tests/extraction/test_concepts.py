"""Objects as concepts: what is kept, what is dropped, amounts, names; the label and the phrase as it stands."""

from __future__ import annotations

import pytest

from extraction.helpers import check, one, statements, table


@table(
    ("The state created a powerful synergy.", "state | create | synergy | achieved"),
    (
        "The agency seeks closer cooperation with neighbours.",
        "agency | seek | cooperation with neighbours / cooperation | ongoing",
    ),
    ("The plan needs more effective policies.", "plan | need | policies | ongoing"),
    ("The board made a significant investment.", "board | make | investment | achieved"),
    ("The ministry adopted a series of tax measures.", "ministry | adopt | tax measures | achieved"),
    ("The fund supports a number of rural hospitals.", "fund | support | rural hospitals | ongoing"),
    ("The law bans various forms of online gambling.", "law | ban | online gambling | ongoing"),
    ("The state launched a package of relief measures.", "state | launch | relief measures | achieved"),
    (
        "The region will establish an upgraded version of the innovation consortia.",
        "region | establish | innovation consortia | planned",
    ),
    ("The ministry trains numerous young doctors.", "ministry | train | young doctors | ongoing"),
    ("The agency protects its own archives.", "agency | protect | archives | ongoing"),
    ("The council supports their many schools.", "council | support | schools | ongoing"),
    ("The state built world-class laboratories.", "state | build | world-class laboratories | achieved"),
)
def test_evaluation_and_wrappers_are_dropped(sentence: str, expected: list[str]) -> None:
    """Guards labels without determiners, possessives, evaluation, degree and quantity wrappers."""
    check(expected, statements(sentence))


@table(
    ("The plan fosters emerging industries.", "plan | foster | emerging industries | ongoing"),
    ("The plan fosters new quality productive forces.", "plan | foster | new quality productive forces | ongoing"),
    ("The law promotes green development.", "law | promote | green development | ongoing"),
    (
        "The state advanced the integration of sci-tech and industrial innovation.",
        "state | advance | integration of sci-tech and industrial innovation | achieved",
    ),
    (
        "The zone hosts incubators for original technologies.",
        "zone | host | incubators for original technologies | ongoing",
    ),
    ("The ministry cut spending in rural areas.", "ministry | cut | spending | achieved"),
    ("The state protects the right to education.", "state | protect | right to education | ongoing"),
    ("The city expanded parks across the region in 2022.", "city | expand | parks | achieved"),
    (
        "The treaty protects least developed countries.",
        "treaty | protect | least developed countries | ongoing",
    ),
    ("The mission protects long-term investments.", "mission | protect | long-term investments | ongoing"),
)
def test_classifying_modifiers_are_kept(sentence: str, expected: list[str]) -> None:
    """Guards labels that keep what makes them that concept, and drop where, when and how."""
    check(expected, statements(sentence))


@table(
    ("The province invested 3 billion yuan in rail transport.", "province | invest in | rail transport | achieved"),
    ("The bank lent 40 million euros to farmers.", "bank | lend to / lend | farmers / 40 million euros | achieved"),
    ("The state trained 250,000 nurses.", "state | train | nurses | achieved"),
    ("The company recycled more than 80% of its plastic waste.", "company | recycle | plastic waste | achieved"),
    ("The programme covers a total of 60 villages.", "programme | cover | villages | ongoing"),
    ("The council spent EUR 2 million on playgrounds.", "council | spend on | playgrounds | achieved"),
    ("The government allocated 12 billion rupees to flood relief.", "government | allocate to | flood relief | achieved"),
    (
        "The ministry imposed a 25% tariff on steel.",
        "ministry | impose | tariff on steel | achieved",
    ),
    ("The ministry will mobilise 5 billion euros.", "ministry | mobilise | 5 billion euros | planned"),
)
def test_amounts(sentence: str, expected: list[str]) -> None:
    """Guards that numbers leave the concept, and that money put into something makes that the object."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "quantity"),
    [
        ("The province invested 3 billion yuan in rail transport.", "invest in", "3 billion yuan"),
        ("The state trained 250,000 nurses.", "train", "250,000"),
        ("The company recycled more than 80% of its plastic waste.", "recycle", "more than 80%"),
        ("The council will raise the budget by 5 percent.", "raise", "by 5 percent"),
    ],
)
def test_quantity_beside_the_concept(sentence: str, verb: str, quantity: str) -> None:
    """Guards that the amount that left the label is kept as the statement's quantity."""
    assert one(sentence, verb).quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "verb", "time"),
    [
        ("The state will close ten mines by 2030.", "close", "by 2030"),
        ("This year, the ministry opened schools.", "open", "This year"),
        ("In 2021, the ministry opened schools and published a code.", "publish", "In 2021"),
    ],
)
def test_time(sentence: str, verb: str, time: str) -> None:
    """Guards the statement's time, which one before a coordination is for all of it."""
    assert one(sentence, verb).time.casefold() == time.casefold()  # type: ignore[union-attr]


@table(
    (
        "The Ministry of Industry and Information Technology approved the standard.",
        "Ministry of Industry and Information Technology | approve | standard | achieved",
    ),
    (
        "The State-owned Assets Supervision and Administration Commission issued rules.",
        "State-owned Assets Supervision and Administration Commission | issue | rules | achieved",
    ),
    (
        "The Department for Business and Trade funded the pilot scheme.",
        "Department for Business and Trade | fund | pilot scheme | achieved",
    ),
    (
        "The Food and Agriculture Organization supports smallholders.",
        "Food and Agriculture Organization | support | smallholders | ongoing",
    ),
    (
        "The Ministry of Health and the Ministry of Finance signed the pact.",
        "Ministry of Health | sign | pact | achieved",
        "Ministry of Finance | sign | pact | achieved",
    ),
)
def test_names_with_and(sentence: str, expected: list[str]) -> None:
    """Guards that the "and" inside a name does not make two actors of it."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "label", "long"),
    [
        ("The state created a powerful synergy.", "synergy", "powerful synergy"),
        ("The fund supports the many rural hospitals in the north.", "rural hospitals", "many rural hospitals in the north"),
    ],
)
def test_object_long_is_the_whole_phrase(sentence: str, label: str, long: str) -> None:
    """Guards ``object_long``: all of the noun phrase, its determiner aside, beside the short label."""
    (found,) = statements(sentence)
    assert (found.object, found.object_long) == (label, long)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Rural schools need heating.", "rural schools"),
        ("Danish regions will fund heating.", "Danish regions"),
        ("French regions will fund heating.", "French regions"),
        ("SASAC supports enterprises.", "SASAC"),
        ("The Commission will fund heating.", "Commission"),
    ],
)
def test_capitals(sentence: str, actor: str) -> None:
    """Guards that a capital goes where only the sentence's start has set it, and stays in names."""
    assert statements(sentence)[0].actor == actor


@pytest.mark.parametrize(
    ("sentence", "verb", "means", "purpose"),
    [
        ("The province reduced emissions by expanding rail freight.", "reduce", ("expand rail freight",), ()),
        ("The province reduced emissions through carbon pricing.", "reduce", ("carbon pricing",), ()),
        ("The province reduced emissions by means of carbon pricing.", "reduce", ("carbon pricing",), ()),
        ("The state raised tariffs to protect domestic producers.", "raise", (), ("protect domestic producers",)),
    ],
)
def test_means_and_purpose(sentence: str, verb: str, means: tuple[str, ...], purpose: tuple[str, ...]) -> None:
    """Guards what the act is done by, and to what end, on the statement that they belong to."""
    found = one(sentence, verb)
    assert (found.means, found.purpose) == (means, purpose)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The agency monitors fisheries throughout the whole process from catch to sale.",
            [("throughout", "the whole process from catch to sale")],
        ),
        (
            "Under the new law, the agency inspected mines in the north with drones.",
            [("under", "the new law"), ("in", "the north"), ("with", "drones")],
        ),
    ],
)
def test_qualifiers(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Guards that every other phrase on the predicate is kept, in text order, and that its offsets slice it."""
    (found,) = statements(sentence)
    assert [(item.preposition, item.text) for item in found.qualifiers] == expected
    assert all(sentence[item.start : item.end] == item.text for item in found.qualifiers)


@pytest.mark.parametrize(
    ("sentence", "verb", "condition"),
    [
        ("The ministry will raise subsidies if prices exceed the ceiling.", "raise", "if prices exceed the ceiling"),
        ("If prices exceed the ceiling, the ministry will raise subsidies.", "raise", "If prices exceed the ceiling"),
    ],
)
def test_condition_is_kept(sentence: str, verb: str, condition: str) -> None:
    """Guards the condition's own words on the statement that stands under it."""
    assert one(sentence, verb).condition == condition


@table(
    ("The bank improves management of risk.", "bank | improve | management of risk | ongoing"),
    ("The fund serves the objectives of the Green Deal.", "fund | serve | objectives of the Green Deal | ongoing"),
    ("Farms sell milk on a larger scale.", "farms | sell | milk | ongoing"),
)
def test_of_keeps_what_else_is_a_turn(sentence: str, expected: list[str]) -> None:
    """Guards "of risk" in a name, though "at risk" and "on a scale" are no part of one."""
    (found,) = statements(sentence)
    check(expected, [found])
    assert found.object == expected[0].split(" | ")[2]


@table(
    ("The state will protect critical infrastructure.", "state | protect | critical infrastructure | planned"),
    ("The fund supports small businesses.", "fund | support | small businesses | ongoing"),
    ("The city finances early childhood education.", "city | finance | early childhood education | ongoing"),
    ("The agency publishes open data.", "agency | publish | open data | ongoing"),
)
def test_modifiers_that_tell_which(sentence: str, expected: list[str]) -> None:
    """Guards critical infrastructure against being one with infrastructure."""
    (found,) = statements(sentence)
    assert found.object == expected[0].split(" | ")[2]


def test_modifiers_that_praise() -> None:
    """Guards against what says only how good a thing is."""
    found = statements("The agency made great progress on effective measures.")
    assert all("great" not in item.object and "effective" not in item.object for item in found)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("All staff must complete Level 2 training within three months.", "Level 2 training"),
        ("The grant will equip Level 4 facilities in the north.", "Level 4 facilities"),
        ("The port will buy 40 cranes.", "cranes"),
        ("The Ministry will hire 400 nurses.", "nurses"),
    ],
)
def test_number_of_a_name(sentence: str, label: str) -> None:
    """Guards that the number of a name stays with it, and that one that counts does not."""
    assert label in [item.object for item in statements(sentence)]
