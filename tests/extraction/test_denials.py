"""What is denied, refused, out of reach or left open: negation that stands far from its verb or in no "not"."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("Each Party undertakes not in any circumstances to use mines.", "Party | use | mines | planned | negated"),
    ("The firm pledged never again to pollute the river.", "firm | pollute | river | planned | negated"),
    ("It is not that the bank ignores prices.", "bank | ignore | prices | ongoing | negated"),
    ("The ministry is not in a position to publish the figures.", "ministry | publish | figures | possible | negated"),
    ("The bank is not in the business of picking winners.", "bank | pick | winners | ongoing | negated"),
    (
        "Neither goods nor services may be taxed.",
        "- | tax | goods | possible | negated",
        "- | tax | services | possible | negated",
    ),
    (
        "Not until the minister publishes it will the House approve the budget.",
        "? minister | publish | budget | planned",
        "House | approve | budget | planned",
    ),
    ("At no time may a landlord enter the flat.", "landlord | enter | flat | possible | negated"),
    ("At no point should patients pay for care.", "patients | pay for | care | obliged | negated"),
    ("Not once did the minister meet the families.", "minister | meet | families | achieved | negated"),
    ("Nowhere does the treaty protect farmers.", "treaty | protect | farmers | ongoing | negated"),
    (
        "The strategy rests not on force but on law.",
        "strategy | rest on | force | ongoing | negated",
        "strategy | rest on | law | ongoing",
    ),
    (
        "The state will not fund roads but railways and ports.",
        "state | fund | roads | planned | negated",
        "state | fund | railways | planned",
        "state | fund | ports | planned",
    ),
    (
        "Farmers seek not alms but fair prices.",
        "farmers | seek | alms | ongoing | negated",
        "farmers | seek | fair prices | ongoing",
    ),
    (
        "The union wants not only holidays but also fair wages.",
        "union | want | holidays | ongoing",
        "union | want | fair wages | ongoing",
    ),
    ("Not one bank repaid depositors.", "bank | repay | depositors | achieved | negated"),
    ("None of the grants may be transferred.", "- | transfer | grants | possible | negated"),
    (
        "None of the funds may be used to hire lobbyists.",
        "- | use | funds | possible | negated",
        "- | hire | lobbyists | planned | negated",
    ),
    ("Wear gloves and do not touch the wound.", "- | wear | gloves | requested", "- | touch | wound | requested | negated"),
    (
        "Do not share needles and do not reuse syringes.",
        "- | share | needles | requested | negated",
        "- | reuse | syringes | requested | negated",
    ),
    (
        "The tariffs do not protect workers and are not a cure.",
        "tariffs | protect | workers | ongoing | negated",
        "tariffs | be | cure | ongoing | negated",
    ),
)
def test_negation_before_the_verb(sentence: str, expected: list[str]) -> None:
    """Guards fronted negation, "none of" as a patient, and negation in commands and beside another negation."""
    check(expected, statements(sentence))


@table(
    ("The Treasury cannot afford to cut taxes.", "Treasury | cut | taxes | possible | negated"),
    ("The state can ill afford to lose the subsidies.", "state | lose | subsidies | possible | negated"),
    ("The lobby tried to kill the bill.", "lobby | kill | bill | planned"),
    ("The cabinet has chosen to leave the pact.", "cabinet | leave | pact | planned"),
    ("The government backed away from taxing kerosene.", "government | tax | kerosene | achieved | negated"),
    ("The ministry came close to cancelling the project.", "ministry | cancel | project | achieved | negated"),
    ("The minister has not ruled out closing the plant.", "minister | close | plant | possible"),
    ("We are not about to close the school.", "- | close | school | planned | negated"),
    ("The ministry has done little to protect wetlands.", "ministry | protect | wetlands | planned | negated"),
    ("The Union is no longer on track to meet its target.", "Union | meet | target | planned | negated"),
    (
        "The ministry has closed two mines and is on track to close ten more.",
        "ministry | close | mines | achieved",
        "ministry | close | mines | planned",
    ),
    ("The party is against raising the fee.", "party | raise | fee | ongoing | negated"),
    ("It is not about raising taxes.", "- | raise | taxes | ongoing | negated"),
    ("The government has never supported privatising the railway.", "government | privatise | railway | planned | negated"),
    ("The general is thought to have ordered the raid.", "general | order | raid | achieved"),
)
def test_what_somebody_would_rather_not(sentence: str, expected: list[str]) -> None:
    """Guards verbs and phrases that say that something was not done, or only tried, chosen or thought."""
    check(expected, statements(sentence))


@table(
    ("It is impossible to raise wages.", "- | raise | wages | possible | negated"),
    ("It would be unwise to cut aid.", "- | cut | aid | possible | negated"),
    ("It was wrong to cut aid.", "- | cut | aid | achieved"),
    ("It would be a mistake to abandon the peg.", "- | abandon | peg | possible | negated"),
    ("It is not appropriate to raise rates.", "- | raise | rates | obliged | negated"),
    ("It is difficult to reduce poverty.", "- | reduce | poverty | possible"),
    ("It is against the law to sell tobacco.", "- | sell | tobacco | obliged | negated"),
    ("The law makes it impossible for tenants to sue landlords.", "tenants | sue | landlords | possible | negated"),
    ("The rule makes it harder for lenders to hide fees.", "lenders | hide | fees | possible"),
    ("There is no case for raising taxes.", "- | raise | taxes | planned | negated"),
    ("There is no reason that a bank should charge a fee.", "bank | charge | fee | obliged | negated"),
    ("There is no need for agencies to rewrite plans.", "agencies | rewrite | plans | obliged | negated"),
)
def test_what_nobody_should_do(sentence: str, expected: list[str]) -> None:
    """Guards "it is ADJECTIVE to V" and "there is no NOUN to V"."""
    check(expected, statements(sentence))


@table(
    (
        "The law does not prevent cities from adopting stricter rules.",
        "law | prevent | cities | ongoing | negated",
        "cities | adopt | rules / stricter rules | possible",
    ),
    (
        "The act does nothing to prevent hackers from stealing data.",
        "act | prevent | hackers | planned | negated",
        "hackers | steal | data | possible",
    ),
    ("Operators need not submit a report.", "operators | submit | report | obliged | negated"),
    ("The bridge was being repaired by the army.", "army | repair | bridge | ongoing"),
    ("The Liberals are against a wealth tax.", "Liberals | be against | wealth tax | ongoing"),
    ("The Greens are in favour of the ban.", "Greens | be in favour of | ban | ongoing"),
    ("The unions are opposed to the plan.", "unions | oppose to | plan | ongoing"),
)
def test_what_is_left_free(sentence: str, expected: list[str]) -> None:
    """Guards what nobody is kept from, "need not", and the stance of those who are against or in favour."""
    check(expected, statements(sentence))
