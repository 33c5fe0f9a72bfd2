"""What only whole documents have: numbered divisions, introductions of lists, set phrases of law."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, extract, statements, table
from kg.model import BlockKind, Status


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The person shall comply with paragraph (c).", "paragraph (c)"),
        ("The Minister shall review the basins listed under subsection (a)(i) of this section.", "basins"),
        ("Every importer shall meet the requirements of Article 12(3)(b).", "requirements of Article 12(3)(b)"),
        ("The court may lift the ban (in part) on 3 May.", "ban"),
    ],
)
def test_numbered_divisions(sentence: str, label: str) -> None:
    """Guards that "(a)(i)" is part of its number: the parser took it for an aside and cut the phrase there."""
    assert label in [item.object for item in statements(sentence)]


@table(
    ("It is the policy of the Union to:",),
    ("It is the policy of the Union to protect rivers.", "Union | protect | rivers | planned"),
    ("Rivers are the policy priority of the Union.", "rivers | be | policy priority of the Union | ongoing"),
)
def test_introduction_alone(sentence: str, expected: list[str]) -> None:
    """Guards that the first half of a sentence says nothing of its own."""
    check(expected, statements(sentence))


@table(
    (
        "The Board shall identify barriers to consolidation and recommend steps to remove them.",
        "Board | identify | barriers to consolidation | obliged",
        "Board | recommend | steps | obliged",
        f"{NOBODY} | remove | barriers to consolidation | planned",
    ),
    ("The firms agreed to transition to clean power.", "firms | transition to | clean power | planned"),
    ("The Board agreed to commission two studies.", "Board | commission | studies | planned"),
    (
        "The council will respond to pollution and protect rivers.",
        "council | respond to | pollution | planned",
        "council | protect | rivers | planned",
    ),
    (
        "The agency must react to fraud and prosecute offenders.",
        "agency | react to | fraud | obliged",
        "agency | prosecute | offenders | obliged",
    ),
    (
        "The agency must react to fraud and theft.",
        "agency | react to | fraud | obliged",
        "agency | react to | theft | obliged",
    ),
)
def test_nouns_behind_to(sentence: str, expected: list[str]) -> None:
    """Guards against infinitives of nouns, and against objects taken for another noun of the phrase before."""
    check(expected, statements(sentence))


@table(
    ("Cities must get used to living on less water.", "cities | live on | water | obliged"),
    ("The bank is used to lending money to farmers.", "bank | lend | money | ongoing"),
    ("The funds were used to repair dams.", f"{NOBODY} | use | funds | achieved", f"{NOBODY} | repair | dams | planned"),
)
def test_used_to(sentence: str, expected: list[str]) -> None:
    """Guards "used to V-ing", which uses nothing."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("The order does not create any duty enforceable at law by any party against the Union.", ()),
        ("The Fund covers fees payable by operators.", ()),
        ("The state will make water available by pumping it from wells.", ("pump",)),
    ],
)
def test_phrases_of_adjectives(sentence: str, means: tuple[str, ...]) -> None:
    """Guards that what stands behind "enforceable" is no means of the act."""
    assert tuple(words.split()[0] for words in statements(sentence)[0].means) == means


@table(
    (
        "The court may lift the order if satisfied that the delay would not harm children and would cut costs.",
        "court | lift | order | possible",
        "delay | harm | children | possible | negated",
        "delay | cut | costs | possible",
    ),
    ("The work of the council leaves much to be desired.",),
)
def test_set_phrases(sentence: str, expected: list[str]) -> None:
    """Guards that a state under "if" is a condition too, and that "much" is no concept."""
    check(expected, statements(sentence))


def test_who_enacts() -> None:
    """Guards that the body named above a resolution's paragraphs acts in them."""
    found = extract(
        "The General Assembly,",
        "Recalling its resolution on rivers,",
        (BlockKind.LIST_ITEM, "Takes note of the report of the Secretary-General;"),
        (BlockKind.LIST_ITEM, "Urges developed countries to fund dams;"),
        given=False,
    )
    assert [item.actor for sentence in found for item in sentence.statements] == [
        "General Assembly",
        "General Assembly",
        "developed countries",
    ]


@table(
    (
        "The people of Ostra, convinced that rivers must be protected, adopt this Charter.",
        f"{NOBODY} | protect | rivers | obliged",
        "people of Ostra | adopt | Charter | ongoing",
    ),
    ("The minister, convinced that prices will fall, cut the subsidy.", "minister | cut | subsidy | achieved"),
)
def test_conviction_before_the_act(sentence: str, expected: list[str]) -> None:
    """Guards that the last verb is that of the subject, and no second verb of what it is convinced of."""
    check(expected, statements(sentence))


@table(
    (
        "The Commission will work with Member States to map contaminated sites and to set priorities.",
        "Commission | work with | Member States | planned",
        "Commission | map | contaminated sites | planned",
        "Commission | set | priorities | planned",
    ),
    ("The agency plans to remove abandoned vessels.", "agency | remove | abandoned vessels | planned"),
    (
        "The code bans projects that cause harm to downstream States.",
        "code | ban | projects | ongoing",
        "projects | cause | harm to downstream States | ongoing",
    ),
    (
        "The Council will review the tax code with a view to closing loopholes.",
        "Council | review | tax code | planned",
        "Council | close | loopholes | planned",
    ),
    ("The subsidy cost the treasury 4.2 billion crowns.", "subsidy | cost | 4.2 billion crowns | achieved"),
)
def test_what_stands_before_the_object(sentence: str, expected: list[str]) -> None:
    """Guards against adjectives, places and receivers taken for verbs or for a part of the object."""
    check(expected, statements(sentence))


@table(
    ("The Union will do what is necessary to defend its firms.", "Union | defend | firms | planned"),
    ("The bank did whatever was needed to protect savers.", "bank | protect | savers | achieved"),
    ("The ministry asked what was needed to repair the dam.", f"{NOBODY} | repair | dam | planned"),
)
def test_doing_what_is_necessary(sentence: str, expected: list[str]) -> None:
    """Guards that who does what is necessary to V does V."""
    check(expected, statements(sentence))


def test_items_that_are_under_way() -> None:
    """Guards items that go on from "The Board is:"."""
    found = extract("The Board is:", (BlockKind.LIST_ITEM, "Launching a fund for dams", 0), given=False)
    assert [str(item.actor) for sentence in found for item in sentence.statements] == ["Board"]
    assert found[-1].statements[0].status is Status.ONGOING


@table(
    (
        "This Law governs the supply of spare parts, tools and repair information for tractors.",
        "Law | govern | supply of spare parts, tools and repair information for tractors | ongoing",
    ),
    ("Nobody should have to choose between filling a prescription and buying groceries.",),
    (
        "The Board backed filling a reservoir and buying groceries.",
        "Board | fill | reservoir | achieved",
        "Board | buy | groceries | achieved",
    ),
    ("The fund covers the cost of repairing roofs and buying boilers.", "fund | cover | cost | ongoing"),
)
def test_nouns_and_gerunds_in_lists(sentence: str, expected: list[str]) -> None:
    """Guards against a noun of a list read as a verb, and a gerund of a list read as a noun."""
    check(expected, statements(sentence))


@table(
    (
        "Since taking office, the ministry has capped insulin at 35 euros, allowed cities to set prices, and closed two funds.",
        "ministry | take | office | achieved",
        "ministry | cap | insulin | achieved",
        "cities | set | prices | achieved",
        "ministry | close | funds | achieved",
    ),
    (
        "The Secretary will direct the Inspector to audit plans that failed to cut costs, and urged Congress to cap fees.",
        "Inspector | audit | plans | requested",
        "plans | cut | costs | achieved | negated",
        "Congress | cap | fees | requested",
    ),
    (
        "Clinics should not discharge patients who miss a visit without trying to reach them.",
        "clinics | discharge | patients | obliged | negated",
        "patients | miss | visit | ongoing",
        "clinics | reach | patients | obliged | negated",
    ),
    ("Prices having risen, the bank raised rates.", "bank | raise | rates | achieved"),
    ("When prices rise, cut taxes.", f"{NOBODY} | cut | taxes | requested"),
)
def test_which_verb_is_the_main_one(sentence: str, expected: list[str]) -> None:
    """Guards the first of listed verbs, a past behind a future, and what "without" goes with."""
    check(expected, statements(sentence))


@table(
    (
        "Under the pact, which must still be ratified by both parliaments, Ostra will scrap duties.",
        "parliaments | ratify | pact | obliged",
        "Ostra | scrap | duties | planned",
    ),
    (
        "Ostra will scrap duties, while Lomea pledges to buy gas worth 2 billion crowns a year until 2032.",
        "Ostra | scrap | duties | planned",
        "Lomea | buy | gas | planned",
    ),
    ("The Board shall keep a register, open to inspection at any hour.", "Board | keep | register | obliged"),
    (
        "The Secretary shall propose rules and shall consult with businesses before finalizing them.",
        "Secretary | propose | rules | obliged",
        "Secretary | consult with | businesses | obliged",
        "Secretary | finalize | rules | obliged",
    ),
)
def test_what_stands_apart(sentence: str, expected: list[str]) -> None:
    """Guards relatives of what a sentence opens with, objects without a receiver, and things rather than who is consulted."""
    check(expected, statements(sentence))


def test_proviso_with_its_first_word() -> None:
    """Guards "provided that", which was cut to "that"."""
    (found, *_) = statements("Ports may exempt boats, provided that they ensure by other means that catches are recorded.")
    assert found.condition == "provided that they ensure by other means that catches are recorded"


@table(
    (
        "The Trust will make sure that carers are identified early, offered a room, and supported.",
        f"{NOBODY} | identify | carers | planned",
        f"{NOBODY} | offer | room | planned",
        f"{NOBODY} | support | carers | planned",
    ),
    (
        "The plan aims not only to lower emissions but also to create jobs.",
        "plan | lower | emissions | planned",
        "plan | create | jobs | planned",
    ),
    (
        "No contract may be awarded to a convicted bidder, and contracts already awarded to such a bidder shall be ended.",
        f"{NOBODY} | award | contract | possible | negated",
        f"{NOBODY} | award | contracts | achieved",
        f"{NOBODY} | end | contracts | obliged",
    ),
    (
        "The office insists that the contract was awarded to the lowest bidder and says it will publish the files.",
        f"{NOBODY} | award | contract | achieved",
        "office | publish | files | planned",
    ),
    (
        "The fund will compensate islanders whose homes are lost to the sea and help them.",
        "fund | compensate | islanders | planned",
        f"{NOBODY} | lose | homes | ongoing",
        "fund | help | islanders | planned",
    ),
    ("The Council calls on States to inspect cargo bound for the region.", "States | inspect | cargo | requested"),
)
def test_what_goes_on_with_what(sentence: str, expected: list[str]) -> None:
    """Guards lists of passives, second subjects, who says two things, and what goes on behind a relative."""
    check(expected, statements(sentence))


@pytest.mark.parametrize("lead", ["Public harbours shall-", "Public harbours shall -", "Public harbours shall—"])
def test_introduction_that_ends_in_a_hyphen(lead: str) -> None:
    """Guards whose duty the items are, where a statute types a hyphen for a dash."""
    found = statements(lead, (BlockKind.LIST_ITEM, "keep a register of ships; and", 0), given=False)
    check(["public harbours | keep | register of ships | obliged"], found)
