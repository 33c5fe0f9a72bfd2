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


@table(
    (
        "The flood left families waiting for help.",
        "flood | leave | families | achieved",
        "families | wait for | help | achieved",
    ),
    (
        "The council has tabled a motion banning billboards.",
        "council | table | motion | achieved",
        "motion | ban | billboards | achieved",
    ),
    (
        "The senate has not repealed the law banning strikes.",
        "senate | repeal | law | achieved | negated",
        "law | ban | strikes | ongoing",
    ),
    (
        "Unions representing miners met the minister.",
        "unions | represent | miners | ongoing",
        "unions | meet | minister | achieved",
    ),
    ("The city will build a line linking the ports.", "city | build | line | planned", "line | link | ports | planned"),
    (
        "The panel shall consist of judges nominated by the regions.",
        "panel | consist of | judges | obliged",
        "regions | nominate | judges | obliged",
    ),
    (
        "The panel consists of judges nominated by the regions.",
        "panel | consist of | judges | ongoing",
        "regions | nominate | judges | achieved",
    ),
    (
        "The Assembly will set up a committee composed of engineers chosen by the unions.",
        "Assembly | set up | committee | planned",
        "committee | compose of | engineers | planned",
        "unions | choose | engineers | planned",
    ),
    (
        "Homes occupied by refugees will be insulated.",
        "refugees | occupy | homes | ongoing",
        "- | insulate | homes | planned",
    ),
    ("Water consumed by mills is taxed.", "mills | consume | water | ongoing", "- | tax | water | ongoing"),
    ("There are villages relying on a well.", "villages | rely on | well | ongoing"),
    ("There were soldiers guarding the dam.", "soldiers | guard | dam | achieved"),
    (
        "The mine has paid the wages owed to its workers.",
        "mine | pay | wages | achieved",
        "- | owe | wages | achieved",
    ),
    (
        "The mine will pay the wages owed to its workers.",
        "mine | pay | wages | planned",
        "- | owe | wages | ongoing",
    ),
    (
        "The minister published data held by the bank.",
        "minister | publish | data | achieved",
        "bank | hold | data | ongoing",
    ),
)
def test_participles_behind_a_noun(sentence: str, expected: list[str]) -> None:
    """Guards that a participle is as firm as its clause, but that a state lasts and what is asked for is not there yet."""
    check(expected, statements(sentence))


@table(
    (
        "The port has widened the channel so that tankers are not delayed.",
        "port | widen | channel | achieved",
        "- | delay | tankers | planned | negated",
    ),
    (
        "The bridge was closed, so that lorries now take the coast road.",
        "? bridge | be | closed | achieved",
        "? - | close | bridge | achieved",
        "lorries | take | coast road | ongoing",
    ),
    (
        "The mill was sold, so the villagers buy flour in town.",
        "- | sell | mill | achieved",
        "villagers | buy | flour | ongoing",
    ),
    (
        "Farmers must notify the agency before any pesticide is applied.",
        "farmers | notify | agency | obliged",
        "- | apply | pesticide | ongoing",
    ),
    (
        "The Commission shall hear the parties before it adopts a decision.",
        "Commission | hear | parties | obliged",
        "Commission | adopt | decision | planned",
    ),
    (
        "We propose to tag assets, so that works are not duplicated and wages are paid on time.",
        "- | tag | assets | planned",
        "- | duplicate | works | planned | negated",
        "- | pay | wages | planned",
    ),
)
def test_what_comes_later(sentence: str, expected: list[str]) -> None:
    """Guards what is aimed at, what is still to come and what is so each time."""
    check(expected, statements(sentence))


@table(
    ("Suppliers will be expected to meet the standard.", "suppliers | meet | standard | obliged"),
    ("The deficit is expected to exceed the target.", "deficit | exceed | target | planned"),
    ("The ministry shall instruct hospitals to report infections.", "hospitals | report | infections | obliged"),
    ("The ministry has instructed hospitals to report infections.", "hospitals | report | infections | requested"),
    ("The mayor said he had been directed to close the plant.", "mayor | close | plant | requested"),
    ("The law lets landlords raise rents.", "landlords | raise | rents | possible"),
    ("The minister will not let speculators buy farmland.", "speculators | buy | farmland | planned | negated"),
    ("Most voters prefer to keep the system.", "voters | keep | system | ongoing"),
    ("The government has preferred to raise fees.", "government | raise | fees | achieved"),
    (
        "The agency provides guidance on storing vaccines.",
        "agency | provide | guidance | ongoing",
        "agency | store | vaccines | planned",
    ),
    (
        "No decision has been taken on raising the levy.",
        "- | take | decision | achieved | negated",
        "- | raise | levy | planned",
    ),
    (
        "The agency spent the grant on restoring wetlands.",
        "agency | spend | grant | achieved",
        "agency | restore | wetlands | achieved",
    ),
    ("This plan does not pretend to solve every problem.", "plan | solve | problem | ongoing | negated"),
    ("The regime pretends to protect minorities.", "regime | protect | minorities | ongoing | negated"),
)
def test_orders_leave_and_expectations(sentence: str, expected: list[str]) -> None:
    """Guards what a command, a leave, a preference or a paper on something makes of the verb below it."""
    check(expected, statements(sentence))


@table(
    (
        "We reject any treaty that would legitimise the occupation.",
        "- | reject | treaty | ongoing",
        "treaty | legitimise | occupation | possible",
    ),
    (
        "The panel must consult each town that would be affected by the dam.",
        "panel | consult | town | obliged",
        "dam | affect | town | possible",
    ),
    (
        "Nurses should explain why the drug would harm the patient.",
        "nurses | explain | why the drug would harm the patient | obliged",
        "drug | harm | patient | possible",
    ),
    (
        "The government will table a bill that would ban plastic bags.",
        "government | table | bill | planned",
        "bill | ban | plastic bags | planned",
    ),
    (
        "The minister announced a levy that would finance homes.",
        "minister | announce | levy | achieved",
        "levy | finance | homes | planned",
    ),
    (
        "The Commission said that it opposes rules that would raise fees.",
        "Commission | oppose | rules | ongoing",
        "rules | raise | fees | planned",
    ),
    ("Banks must consult us when they set rates.", "banks | set | rates | ongoing"),
    ("Banks consulted us when they set rates.", "banks | set | rates | achieved"),
)
def test_what_would_be(sentence: str, expected: list[str]) -> None:
    """Guards that "would" says what may come of it where no past stands above, and what is to come elsewhere."""
    check(expected, statements(sentence))


@table(
    ("Do not impose new taxes.", "- | impose | new taxes | requested | negated"),
    (
        "Do not wash the wound and do not remove the dressing.",
        "- | wash | wound | requested | negated",
        "- | remove | dressing | requested | negated",
    ),
    ("The towns do not impose taxes.", "towns | impose | taxes | ongoing | negated"),
    ("The grant is not large enough to cover the costs.", "grant | cover | costs | possible | negated"),
    ("The port is deep enough to receive tankers.", "port | receive | tankers | possible"),
    ("The fleet was too small to patrol the coast.", "fleet | patrol | coast | achieved | negated"),
    (
        "The platform shall remove content likely to harm children.",
        "platform | remove | content | obliged",
        "content | harm | children | possible",
    ),
    ("The council must arrange for the beds to be delivered.", "- | deliver | beds | obliged"),
    ("The agency has arranged to buy vaccines.", "agency | buy | vaccines | planned"),
    ("There is no requirement for tenants to disclose their income.", "tenants | disclose | income | obliged | negated"),
    (
        "States should strengthen their capacity to detect fraud.",
        "states | strengthen | capacity | obliged",
        "states | detect | fraud | planned",
    ),
    (
        "The law will restrict the ability of towns to raise taxes.",
        "law | restrict | ability of towns | planned",
        "towns | raise | taxes | possible",
    ),
    (
        "The agency shall keep a database, to be established and managed by the Commission.",
        "agency | keep | database | obliged",
        "Commission | establish | database | obliged",
        "Commission | manage | database | obliged",
    ),
    (
        "The Agency of Health and Food Safety shall, together with the provinces, inspect farms.",
        "Agency of Health and Food Safety | inspect | farms | obliged",
    ),
    (
        "Instead of blaming the unions, ministers should listen to nurses, consulting hospital boards and paying staff.",
        "ministers | blame | unions | obliged | negated",
        "ministers | listen to | nurses | obliged",
        "ministers | consult | hospital boards | obliged",
        "ministers | pay | staff | obliged",
    ),
)
def test_what_stands_above(sentence: str, expected: list[str]) -> None:
    """Guards what commands, adjectives, nouns of duty and modals before a parenthesis make of the verb they govern."""
    check(expected, statements(sentence))


@table(
    (
        "The order delays reviews being conducted by the agency.",
        "order | delay | reviews | ongoing",
        "agency | conduct | reviews | ongoing",
    ),
    ("There is no levy being considered by the cabinet.", "cabinet | consider | levy | ongoing | negated"),
    (
        "The ministry closed a site still used by farmers.",
        "ministry | close | site | achieved",
        "farmers | use | site | ongoing",
    ),
    (
        "The ministry closed a site polluted by mines.",
        "ministry | close | site | achieved",
        "mines | pollute | site | achieved",
    ),
    (
        "Should the partners fail to reach agreement on a matter in the Federal Council, the government will abstain; "
        "bills will be introduced jointly.",
        "partners | reach | agreement on a matter | possible | negated",
        "- | introduce | bills | planned",
    ),
    (
        "Firms must report any leak that significantly harms or is likely to harm the supply of water.",
        "firms | report | leak | obliged",
        "leak | harm | supply of water | ongoing",
        "leak | harm | supply of water | possible",
    ),
)
def test_what_is_under_way_or_may_be(sentence: str, expected: list[str]) -> None:
    """Guards participles that are not over, conditions with "should", and what is or may be done."""
    check(expected, statements(sentence))


@table(
    (
        "The Authority may suspend a licence where the holder has failed to pay the fee.",
        "Authority | suspend | licence | possible",
        "holder | pay | fee | possible | negated",
    ),
    (
        "The tribunal may reduce penalties where hardship is proven.",
        "tribunal | reduce | penalties | possible",
        "- | prove | hardship | possible",
    ),
    (
        "The state will restore forests where mines polluted the soil.",
        "state | restore | forests | planned",
        "mines | pollute | soil | achieved",
    ),
    (
        "The state will fund clinics where nurses vaccinate children.",
        "state | fund | clinics | planned",
        "nurses | vaccinate | children | ongoing",
    ),
)
def test_where_of_a_case_or_a_place(sentence: str, expected: list[str]) -> None:
    """Guards that "where" behind what an authority gives or imposes is a condition, and behind a place tells of it."""
    check(expected, statements(sentence))


@table(
    (
        "The board held a debate and, recalling its decisions, calls on firms to cut waste.",
        "board | hold | debate | achieved",
        "board | recall | decisions | ongoing",
        "firms | cut | waste | requested",
    ),
    (
        "Ministers rejected the plan and, citing costs, cancelled the tender.",
        "ministers | reject | plan | achieved",
        "ministers | cite | costs | achieved",
        "ministers | cancel | tender | achieved",
    ),
    (
        "The clinics, which replaced paper forms, cut waiting times in half and no longer ask for letters, are small.",
        "clinics | replace | paper forms | achieved",
        "clinics | cut | waiting times | achieved",
        "clinics | ask for | letters | ongoing | negated",
    ),
)
def test_tense_of_what_goes_on(sentence: str, expected: list[str]) -> None:
    """Guards that what goes on with a past has a tense of its own, and a participle that of the verb behind it."""
    check(expected, statements(sentence))


@table(
    (
        "Water is not a commodity but a right.",
        "water | be | commodity | ongoing | negated",
        "water | be | right | ongoing",
    ),
    (
        "The fund does not finance roads but schools and clinics.",
        "fund | finance | roads | ongoing | negated",
        "fund | finance | schools | ongoing",
        "fund | finance | clinics | ongoing",
    ),
    (
        "The ministry will not close schools or clinics but will merge boards.",
        "ministry | close | schools | planned | negated",
        "ministry | close | clinics | planned | negated",
        "ministry | merge | boards | planned",
    ),
    ("Peace is not only a goal but a duty.", "peace | be | goal | ongoing", "peace | be | duty | ongoing"),
    (
        "The firm does not sell or rent homes, but the state does.",
        "firm | sell | homes | ongoing | negated",
        "firm | rent | homes | ongoing | negated",
    ),
    (
        "The panel did not ban the drug but restricted its use.",
        "panel | ban | drug | achieved | negated",
        "panel | restrict | use | achieved",
    ),
    (
        "The firm has never closed a mine, sold a ship or cut a job.",
        "firm | close | mine | achieved | negated",
        "firm | sell | ship | achieved | negated",
        "firm | cut | job | achieved | negated",
    ),
    (
        "The bank did not lend money, and it sold bonds or bought gold.",
        "bank | lend | money | achieved | negated",
        "bank | sell | bonds | achieved",
        "bank | buy | gold | achieved",
    ),
    (
        "The firm fails to meet the standard or exceeds the limit.",
        "firm | meet | standard | ongoing | negated",
        "firm | exceed | limit | ongoing",
    ),
    ("The town has two mines and no port.", "town | have | mines | ongoing", "town | have | port | ongoing | negated"),
    (
        "The famine remains a wound of our conscience: a people is denied aid.",
        "famine | remain | wound of our conscience | ongoing",
        "- | deny | aid | ongoing",
    ),
)
def test_not_this_but_that(sentence: str, expected: list[str]) -> None:
    """Guards that what is named instead is affirmed, and that a "but" further on affirms nothing."""
    check(expected, statements(sentence))
