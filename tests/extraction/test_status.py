"""How firmly and whether: status and polarity of verb groups, governors and quantifiers."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("The agency will publish the report.", "agency | publish | report | planned"),
    ("The agency would publish the report.", "agency | publish | report | planned"),
    ("The agency must publish the report.", "agency | publish | report | obliged"),
    ("The agency should publish the report.", "agency | publish | report | obliged"),
    ("The agency shall publish the report.", "agency | publish | report | obliged"),
    (
        "The agency ought to publish the report.",
        "agency | publish | report | obliged",
    ),
    ("The agency has to publish the report.", "agency | publish | report | obliged"),
    ("The agency may publish the report.", "agency | publish | report | possible"),
    ("The agency might publish the report.", "agency | publish | report | possible"),
    ("The agency could publish the report.", "agency | publish | report | possible"),
    ("The agency can publish the report.", "agency | publish | report | possible"),
    ("The agency published the report.", "agency | publish | report | achieved"),
    ("The agency had published the report.", "agency | publish | report | achieved"),
    ("The agency did publish the report.", "agency | publish | report | achieved"),
    ("The agency has been publishing the reports.", "agency | publish | reports | ongoing"),
    ("The agency was publishing the reports.", "agency | publish | reports | ongoing"),
    ("The agency publishes the report.", "agency | publish | report | ongoing"),
    ("We'll publish the report.", "- | publish | report | planned"),
    ("The agency is set to publish the report.", "agency | publish | report | planned"),
    ("The agency is due to publish the report.", "agency | publish | report | planned"),
    ("The report is to be published by the agency.", "agency | publish | report | obliged"),
    ("The report should have been published by the agency.", "agency | publish | report | obliged"),
    ("The agency is expected to publish the report.", "agency | publish | report | planned"),
    ("The agency is likely to publish the report.", "agency | publish | report | planned / possible"),
    (
        "The agency has the power to publish the report.",
        "agency | have | power to publish report | ongoing",
        "agency | publish | report | possible",
    ),
    (
        "The agency has a duty to publish the report.",
        "agency | have | duty to publish report | ongoing",
        "agency | publish | report | obliged",
    ),
    ("The agency will be able to publish the report.", "agency | publish | report | possible / planned"),
    ("The agency will have to publish the report.", "agency | publish | report | obliged"),
    ("The agency used to publish the report.", "agency | publish | report | achieved"),
)
def test_modality(sentence: str, expected: list[str]) -> None:
    """Guards the status of each auxiliary, tense and modal phrase."""
    check(expected, statements(sentence))


@table(
    ("The law does not cover temporary workers.", "law | cover | temporary workers | ongoing | negated"),
    ("The ministry never published the audit.", "ministry | publish | audit | achieved | negated"),
    (
        "The state no longer subsidises diesel.",
        "state | subsidise | diesel | ongoing | negated",
    ),
    ("The council won't renew the lease.", "council | renew | lease | planned | negated"),
    ("Operators cannot transfer permits.", "operators | transfer | permits | possible | negated"),
    ("Operators must not transfer permits.", "operators | transfer | permits | obliged | negated"),
    ("No country has met the target.", "country / no country / - | meet | target | achieved | negated"),
    (
        "None of the banks disclosed losses.",
        "banks / none of the banks / - | disclose | losses | achieved | negated",
    ),
    ("Nobody supported the amendment.", "no one / nobody / - | support | amendment | achieved | negated"),
    ("The agency found no evidence.", "agency | find | evidence | achieved | negated"),
    ("The committee has yet to approve the code.", "committee | approve | code | achieved | negated"),
    ("The ministry did not fail to publish the data.", "ministry | publish | data | achieved"),
    ("The agency hardly inspects mines.", "agency | inspect | mines | ongoing | negated"),
    ("The state declined to renew licences.", "state | renew | licences | achieved | negated"),
    (
        "Neither the Council nor the Parliament approved the deal.",
        "Council | approve | deal | achieved | negated",
        "Parliament | approve | deal | achieved | negated",
    ),
    ("The law not only protects tenants.", "law | protect | tenants | ongoing"),
    (
        "The city does not ban cars but limits parking.",
        "city | ban | cars | ongoing | negated",
        "city | limit | parking | ongoing",
    ),
    (
        "The agency shall not collect or store biometric data.",
        "agency | collect | biometric data | obliged | negated",
        "agency | store | biometric data | obliged | negated",
    ),
    (
        "The union did not call a strike and will not leave the talks.",
        "union | call | strike | achieved | negated",
        "union | leave | talks | planned | negated",
    ),
    ("Few states ratified the treaty.", "states / few states | ratify | treaty | achieved | negated"),
    ("The regulator stopped granting exemptions.", "regulator | grant | exemptions | achieved | negated"),
    ("No data shall be transferred by the operator.", "operator | transfer | data | obliged | negated"),
    ("The report was never published.", "- | publish | report | achieved | negated"),
    (
        "Under no circumstances may operators dump waste.",
        "operators | dump | waste | possible | negated",
    ),
    ("The ministry is too weak to enforce the law.", "ministry | enforce | law | ongoing / possible / planned | negated"),
    (
        "The agency lacks the power to close mines.",
        "agency | close | mines | possible / ongoing | negated",
        "agency | lack | power to close mines | ongoing",
    ),
)
def test_negation(sentence: str, expected: list[str]) -> None:
    """Guards each form of negation and its scope over coordination."""
    check(expected, statements(sentence))


@table(
    ("The law prohibits child labour.", "law | prohibit | child labour | ongoing"),
    ("The measures prevent tax evasion.", "measures | prevent | tax evasion | ongoing"),
    ("The bank reduced fees.", "bank | reduce | fees | achieved"),
    ("The state curbs speculation.", "state | curb | speculation | ongoing"),
    ("The court overturned the ban.", "court | overturn | ban | achieved"),
)
def test_verbs_of_prevention_are_affirmed(sentence: str, expected: list[str]) -> None:
    """Guards that prohibiting is an act of its own, not a negated one."""
    check(expected, statements(sentence))


@table(
    (
        "The agency will work to restore rivers and to reopen ferries.",
        "agency | restore | rivers | planned",
        "agency | reopen | ferries | planned",
    ),
    ("The agency may continue to issue permits.", "agency | issue | permits | possible"),
    ("The agency must continue to issue permits.", "agency | issue | permits | obliged"),
    (
        "The Council shall ensure that operators publish accounts.",
        "operators | publish | accounts | obliged",
    ),
    (
        "The Assembly demands that the government release prisoners.",
        "government | release | prisoners | requested",
    ),
    ("The Board recommends that banks raise reserves.", "banks | raise | reserves | requested"),
    (
        "The minister promised to repair bridges and to build a tunnel.",
        "minister | repair | bridges | planned",
        "minister | build | tunnel | planned",
    ),
    (
        "The act requires operators to test water and report leaks.",
        "operators | test | water | obliged",
        "operators | report | leaks | obliged",
    ),
)
def test_status_under_governors(sentence: str, expected: list[str]) -> None:
    """Guards what governs a clause: catenatives under modals, that-clauses, coordination under one governor."""
    check(expected, statements(sentence))
