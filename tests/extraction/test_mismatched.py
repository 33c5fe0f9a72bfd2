"""Verbs hung on what they do not go with, and nouns taken for objects that say something of the whole."""

from __future__ import annotations

from tests.extraction.helpers import NOBODY, check, statements, table


@table(
    (
        "The ministry asked councils to map flood plains and allocated funds for surveys.",
        "councils | map | flood plains | requested",
        "ministry | allocate | funds | achieved",
    ),
    (
        "The regulator told airports to publish plans and opened an inquiry.",
        "airports | publish | plans | requested",
        "regulator | open | inquiry | achieved",
    ),
    (
        "The court has ordered the firm to clean the river and fined it 2 million dollars.",
        "firm | clean | river | requested",
        "court | fine | firm | achieved",
    ),
    (
        "The government promised to hire nurses and trained midwives.",
        "government | hire | nurses | planned",
        "government | hire | trained midwives | planned",
    ),
    (
        "The city created jobs, with the value of industry growing by 7 percent, carried out major reforms, and cut taxes.",
        "city | create | jobs | achieved",
        "city | carry out | reforms | achieved",
        "city | cut | taxes | achieved",
    ),
    (
        "Communities have the right to own, use and manage the land.",
        "communities | have | right to own, use and manage land | ongoing",
        "communities | own | land | ongoing",
        "communities | use | land | ongoing",
        "communities | manage | land | ongoing",
    ),
    (
        "Nurses must pass a test of competence, demonstrate command of English, and provide references.",
        "nurses | pass | test of competence | obliged",
        "nurses | demonstrate | command of English | obliged",
        "nurses | provide | references | obliged",
    ),
    (
        "The fund is for firms that have core technologies but lack collateral.",
        "firms | have | core technologies | ongoing",
        "firms | lack | collateral | ongoing",
    ),
    (
        "The bill would help growers who own land but lack water.",
        "bill | help | growers | possible",
        "growers | own | land | ongoing",
        "growers | lack | water | ongoing",
    ),
    (
        "The ministry replied that the authority had inspected 340 bridges, closed four, and awarded contracts.",
        "authority | inspect | bridges | achieved",
        "authority | close | bridges | achieved",
        "authority | award | contracts | achieved",
    ),
    (
        "The minister said that the truce had failed, accused the rebels of treachery and promised retaliation.",
        "minister | accuse | rebels | achieved",
        "minister | promise | retaliation | achieved",
    ),
)
def test_verbs_of_another_form(sentence: str, expected: list[str]) -> None:
    """Guards that a verb goes on with one whose form its own goes with."""
    check(expected, statements(sentence))


@table(
    (
        "Prosecutors shall pursue persons who smuggle arms, finance cartels, or launder money.",
        "prosecutors | pursue | persons | obliged",
        "persons | smuggle | arms | ongoing",
        "persons | finance | cartels | ongoing",
        "persons | launder | money | ongoing",
    ),
    (
        "Member States shall penalise operators which submit false declarations, conceal records or obstruct inspections.",
        "Member States | penalise | operators | obliged",
        "operators | submit | false declarations | ongoing",
        "operators | conceal | records | ongoing",
        "operators | obstruct | inspections | ongoing",
    ),
    (
        "The Secretary shall shun schools that discriminate against pupils, conceal gifts from abroad, or tolerate violence.",
        "Secretary | shun | schools | obliged",
        "schools | discriminate against | pupils | ongoing",
        "schools | conceal | gifts | ongoing",
        "schools | tolerate | violence | ongoing",
    ),
    (
        "The Commission may suspend payments to regions that miss targets, reduce the amounts or recover them.",
        "Commission | suspend | payments | possible",
        "regions | miss | targets | ongoing",
        "Commission | reduce | amounts | possible",
        "Commission | recover | amounts | possible",
    ),
    (
        "The agency shall review permits that cover wetlands, and revoke or amend those issued in error.",
        "agency | review | permits | obliged",
        "permits | cover | wetlands | ongoing",
        "agency | revoke | those issued in error | obliged",
        "agency | amend | those issued in error | obliged",
    ),
)
def test_choice_of_what_they_do(sentence: str, expected: list[str]) -> None:
    """Guards that verbs with "or" behind a duty go on with the relative clause, and only those."""
    check(expected, statements(sentence))


@table(
    (
        "The city funds charities that house women fleeing violence.",
        "city | fund | charities | ongoing",
        "women / house women | flee | violence | ongoing",
    ),
    (
        "The Government urges States that possess nuclear weapons to disarm.",
        "States | possess | nuclear weapons | ongoing",
    ),
    (
        "The applicant must give references from employers that supervised him in the years preceding the application.",
        "applicant | give | references from employers | obliged",
        "employers | supervise | applicant | achieved",
    ),
    (
        "The services treat children with eating disorders.",
        "services | treat | children | ongoing",
    ),
    (
        "The law charges councils with collecting taxes.",
        "councils | collect | taxes | obliged",
    ),
)
def test_who_the_participle_is_said_of(sentence: str, expected: list[str]) -> None:
    """Guards that a participle says something of the noun that it stands behind."""
    check(expected, statements(sentence))


@table(
    (
        "Operators may not place on the market products containing mercury.",
        "operators | place | products | possible | negated",
        "products | contain | mercury | possible",
    ),
    (
        "No importer shall make available on the market toys which do not bear the mark.",
        "importer | make available | toys | obliged | negated",
        "toys | bear | mark | ongoing | negated",
    ),
    (
        "Operators shall withdraw from the market batches found to be unsafe.",
        "operators | withdraw | batches | obliged",
    ),
    (
        "The agency invests in service systems.",
        "agency | invest in | service systems | ongoing",
    ),
    (
        "Firms rely on the market data.",
        "firms | rely on | market data | ongoing",
    ),
)
def test_placed_on_the_market(sentence: str, expected: list[str]) -> None:
    """Guards that goods are placed on the market, and not on the market goods."""
    check(expected, statements(sentence))


@table(
    (
        "The bank cut its rate by half a point on Thursday, the third reduction this year.",
        "bank | cut | rate | achieved",
    ),
    (
        "The government raised the minimum wage in June, the second increase this year.",
        "government | raise | minimum wage | achieved",
    ),
    (
        "The ministry built the first bridge, the second tunnel and the third dam.",
        "ministry | build | first bridge | achieved",
        "ministry | build | second tunnel | achieved",
        "ministry | build | third dam | achieved",
    ),
    (
        "These are measures which the Treasury estimates will cost 90 million dollars.",
        "measures | cost | 90 million dollars | planned",
    ),
    (
        "The mayor wants a reform that the commission says will save money.",
        "mayor | want | reform | ongoing",
        "reform | save | money | planned",
    ),
    (
        "Agencies shall terminate those inconsistent with this order.",
        "agencies | terminate | those inconsistent with this order | obliged",
    ),
)
def test_asides(sentence: str, expected: list[str]) -> None:
    """Guards that a word on the whole clause is no object of it, and who judges no subject."""
    check(expected, statements(sentence))


@table(
    (
        "The report lists villages that recent floods destroyed or damaged.",
        "report | list | villages | ongoing",
        "recent floods | destroy | villages | achieved",
        "recent floods | damage | villages | achieved",
    ),
    (
        "Farmers reject the cuts that the new budget imposed on them.",
        "farmers | reject | cuts | ongoing",
        "new budget | impose | cuts | achieved",
    ),
    (
        "They will repair the roads that last year's storms damaged.",
        f"{NOBODY} | repair | roads | planned",
        "storms | damage | roads | achieved",
    ),
    ("The minister told farmers that prices rose.",),
    (
        "The minister said that houses damaged by floods would be rebuilt.",
        "floods | damage | houses | achieved",
        f"{NOBODY} | rebuild | houses | planned",
    ),
)
def test_bridges_that_storms_damaged(sentence: str, expected: list[str]) -> None:
    """Guards that a noun behind "that" acts on what stands before it."""
    check(expected, statements(sentence))
