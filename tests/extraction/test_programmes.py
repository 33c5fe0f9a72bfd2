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


@table(
    (
        "Prevent collusion, curb dumping, and protect small growers.",
        f"{NOBODY} | prevent | collusion | requested",
        f"{NOBODY} | curb | dumping | requested",
        f"{NOBODY} | protect | small growers | requested",
    ),
    (
        "Plant 900 orchards, install 40 pumps and adopt a water code.",
        f"{NOBODY} | plant | orchards | requested",
        f"{NOBODY} | install | pumps | requested",
        f"{NOBODY} | adopt | water code | requested",
    ),
    (
        "Guide schools, vigorously expand apprenticeships, and prevent dropouts.",
        f"{NOBODY} | guide | schools | requested",
        f"{NOBODY} | expand | apprenticeships | requested",
        f"{NOBODY} | prevent | dropouts | requested",
    ),
    (
        "Research and formulate policies on soil rights.",
        f"{NOBODY} | research | policies on soil rights | requested",
        f"{NOBODY} | formulate | policies on soil rights | requested",
    ),
    (
        "Launch pilot programmes for low-carbon ports.",
        f"{NOBODY} | launch | pilot programmes / pilot programmes for low-carbon ports | requested",
    ),
    ("Fund managers, in particular, hold large stakes.", "fund managers | hold | large stakes | ongoing"),
    ("Market forces, not plans, set prices.", "market forces | set | prices | ongoing"),
    ("Work permits for nurses expire after a year.",),
    ("Research and development spending rose by 8 percent.",),
)
def test_imperatives_without_article(sentence: str, expected: list[str]) -> None:
    """Guards against the first task of a list being read as the subject of the second, and subjects as tasks."""
    check(expected, statements(sentence))


@table(
    (
        "Keep prices stable, set up a fund for widows, and shut illegal mines.",
        f"{NOBODY} | keep stable | prices | requested",
        f"{NOBODY} | set up | fund for widows | requested",
        f"{NOBODY} | shut | illegal mines | requested",
    ),
    (
        "The council kept prices stable, set up a fund for widows, and shut illegal mines.",
        "council | keep / keep stable | prices | achieved",
        "council | set up | fund for widows | achieved",
        "council | shut | illegal mines | achieved",
    ),
    (
        "A licence may be revoked if its holder breaks the rules, or if the fund closes the scheme.",
        f"{NOBODY} | revoke | licence | possible",
        "holder | break | rules | possible",
        "fund | close | scheme | possible",
    ),
)
def test_forms_beside_the_first(sentence: str, expected: list[str]) -> None:
    """Guards that "set" behind an imperative is one, and that a second "if" makes a condition as the first does."""
    check(expected, statements(sentence))


@table(
    (
        "Vaccines must be ordered using the green form.",
        f"{NOBODY} | order | vaccines | obliged",
        f"{NOBODY} | use | green form | obliged",
    ),
    (
        "Payments are made by the bank using an app.",
        "bank | make | payments | ongoing",
        "bank | use | app | ongoing",
    ),
    ("The nurses were told to use the app.", "nurses | use | app | requested / achieved / obliged"),
)
def test_done_using(sentence: str, expected: list[str]) -> None:
    """Guards against what is done using a tool being said to use it."""
    check(expected, statements(sentence))


@table(
    (
        "The plan builds on the ministry's record of cutting waste.",
        "plan | build on | record | ongoing",
        "ministry | cut | waste | achieved",
    ),
    (
        "The Assembly praised the Union's role in brokering the truce.",
        "Assembly | praise | role | achieved",
        "Union | broker | truce | achieved",
    ),
    (
        "The committee rejected the minister's idea of selling the port.",
        "committee | reject | idea | achieved",
        "minister | sell | port | possible",
    ),
)
def test_whose_record_it_is(sentence: str, expected: list[str]) -> None:
    """Guards that whose record or role it is acts, not who builds on it or praises it."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("We will prevent debt defaults by banks.", ()),
        ("The plan supports research by universities.", ()),
        ("We will strengthen supply chains by building platforms.", ("building platforms", "build platforms")),
        ("The ministry will raise yields by drip irrigation.", ("drip irrigation",)),
    ],
)
def test_who_does_it_is_no_means(sentence: str, means: tuple[str, ...]) -> None:
    """Guards against those who do what the object says as means."""
    found = statements(sentence)[0].means
    assert found == () if not means else found[0] in means


@table(
    (
        "States should not use drones to track voters or suppress dissent.",
        "states | use | drones | obliged | negated",
        "states | track | voters | planned | negated",
        "states | suppress | dissent | planned | negated",
    ),
    (
        "Nurses must complete the course within two weeks and report any injury or near miss via the portal.",
        "nurses | complete | course | obliged",
        "nurses | report | injury | obliged",
        "nurses | report | miss / near miss | obliged",
    ),
    (
        "We have agreed to set up a panel, which will be led by Chile and will publish its findings.",
        f"{NOBODY} | set up | panel | planned",
        "Chile | lead | panel | planned",
        "panel | publish | findings | planned",
    ),
    (
        "We have changed how we triage calls, trained 40 clerks and opened a desk.",
        f"? {NOBODY} | change | how we triage calls | achieved",
        f"{NOBODY} | triage | calls | ongoing",
        f"{NOBODY} | train | clerks | achieved",
        f"{NOBODY} | open | desk | achieved",
    ),
    (
        "We will foster emerging markets and markets of the south.",
        f"{NOBODY} | foster | emerging markets | planned",
        f"{NOBODY} | foster | markets of the south | planned",
    ),
)
def test_what_belongs_to_the_second(sentence: str, expected: list[str]) -> None:
    """Guards verbs and objects behind "and" or "or" that the parser hung on the wrong one."""
    check(expected, statements(sentence))


@table(
    ("We meet at a time of slowing trade, mounting debt and deepening conflict.",),
    (
        "The firms left the market, closing plants and selling fleets.",
        "firms | leave | market | achieved",
        "firms | close | plants | achieved",
        "firms | sell | fleets | achieved",
    ),
    (
        "We endured drought and overcame shortages at home, kept prices low, and repaid the loan.",
        f"? {NOBODY} | endure | drought | achieved",
        f"{NOBODY} | overcome | shortages | achieved",
        f"{NOBODY} | keep / keep low | prices | achieved",
        f"{NOBODY} | repay | loan | achieved",
    ),
    (
        "We will see that mines put safety first, and cut red tape.",
        "mines | put | safety | planned",
        f"{NOBODY} | cut | red tape | planned",
    ),
    ("We saw that mines put safety first.", "mines | put | safety | achieved"),
    ("The Union is grateful to Norway for funding the clinics.", "Norway | fund | clinics | achieved"),
    (
        "The regulator settled with three firms, requiring them to pay for filters in two towns and barring them from trading.",
        "? regulator | settle with | firms | achieved",
        "firms | pay for | filters | obliged",
        "regulator | bar | firms | achieved",
    ),
)
def test_who_and_when(sentence: str, expected: list[str]) -> None:
    """Guards against debt that nobody mounts, thanks for what those who thank have done, and promises that are kept already."""
    check(expected, statements(sentence))


def test_let_us_do_all_of_it() -> None:
    """Guards that whoever is to do the first verb behind "let us" is to do the others."""
    found = statements("Let us rally around the plan, protect the rivers, and strive to end hunger.", speaks_for="Union")
    assert {item.actor for item in found} == {"Union"}


def test_we_is_whom_the_first_paragraph_names() -> None:
    """Guards that "we" of a communiqué is who it says at its opening."""
    found = statements("We, the leaders of the island states, met in Suva to protect reefs.", "We commit to cutting waste.")
    assert [(item.actor, item.verb) for item in found] == [("leaders of the island states", "cut")]


def test_both_are_those_just_named() -> None:
    """Guards against "both" as an actor."""
    found = statements("Two nurses must prepare the dose.", "Both must sign the register.", given=False)
    assert [item.actor for item in found] == ["nurses"]


@table(
    (
        "Guards found accepting bribes will be dismissed and prosecuted.",
        f"? {NOBODY} | find | guards | achieved",
        f"{NOBODY} | dismiss | guards | planned",
        f"{NOBODY} | prosecute | guards | planned",
    ),
    (
        "The engineers found leaking pipes in two wards.",
        "engineers | find | leaking pipes | achieved",
    ),
    ("The upgrade is scheduled for completion by mid-2028.", f"{NOBODY} | schedule | upgrade | ongoing"),
    (
        "Responsibility for inspecting mines rests with the provinces.",
        "provinces | inspect | mines | planned / obliged / ongoing",
        "? responsibility | rest with | provinces | ongoing",
    ),
    (
        "Complete supercomputer; open two further laboratories",
        f"{NOBODY} | complete | supercomputer | requested",
        f"{NOBODY} | open | laboratories | requested",
    ),
    (
        "2027: Publish annual review and, if necessary, adjust targets",
        f"{NOBODY} | publish | annual review / review | requested",
        f"{NOBODY} | adjust | targets | requested",
    ),
)
def test_roadmaps_and_duties(sentence: str, expected: list[str]) -> None:
    """Guards against dates, bribes, tasks and responsibilities that act or are dismissed."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("heading", "text", "actor"),
    [
        ("3.4 Medical Director", "Provides guidance to nurses.", "Medical Director"),
        ("Accountable Officer", "Submits a report to the board every quarter.", "Accountable Officer"),
        ("Chief Nurse", "Keep the keys in a safe.", None),
        ("Expected Impact", "Submits a report to the board.", None),
        ("Medical Director", "Two wards submit a report to the board.", "wards"),
    ],
)
def test_post_in_the_heading(heading: str, text: str, actor: str | None) -> None:
    """Guards that under a post's heading its holder does what is said without a subject, and is told nothing else."""
    found = statements((BlockKind.HEADING, heading), text, given=False)
    assert [item.actor for item in found] == [actor]
