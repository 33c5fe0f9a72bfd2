"""Verbs hung on what they do not go with, and nouns taken for objects that say something of the whole."""

from __future__ import annotations

from extraction.helpers import NOBODY, check, statements, table


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


@table(
    (
        "The State shall protect mothers, ensure that no girl is forced to leave school, and punish those who hire minors.",
        "State | protect | mothers | obliged",
        "girl | leave | school | obliged | negated",
        "State | punish | those who hire minors | obliged",
        "those who hire minors | hire | minors | ongoing",
    ),
    (
        "The Board shall ensure that firms agree to publish fees and report gifts.",
        "firms | publish | fees | obliged",
        "firms | report | gifts | obliged",
    ),
    (
        "Operators shall keep the file for ten years, make it available to authorities upon request and cooperate with them.",
        "operators | keep | file | obliged",
        "operators | make available | file | obliged",
        "operators | cooperate with | authorities | obliged",
    ),
    (
        "My country has planted nine million trees, banned bottom trawling and created a park.",
        "country | plant | trees | achieved",
        "country | ban | bottom trawling | achieved",
        "country | create | park | achieved",
    ),
    (
        "The county has opened islands served by ferries, capped fares for students, and told the firm to publish figures.",
        "county | open | islands | achieved",
        "ferries | serve | islands | achieved",
        "county | cap | fares for students | achieved",
        "firm | publish | figures | requested",
    ),
    (
        "This will cut queues and free up beds.",
        f"{NOBODY} | cut | queues | planned",
        f"{NOBODY} | free up | beds | planned",
    ),
    (
        "Grantees that miss the deadline will forfeit funds awarded in the first round and lose access to aid.",
        "grantees | miss | deadline | ongoing",
        "grantees | forfeit | funds | planned",
        f"{NOBODY} | award | funds | achieved",
        "grantees | lose | access to aid | planned",
    ),
    (
        "The body shall draw up a plan identifying the berths to be raised, dredged or relocated.",
        "body | draw up | plan | obliged",
        "plan | identify | berths | obliged",
    ),
)
def test_lists_that_the_form_parts(sentence: str, expected: list[str]) -> None:
    """Guards that a verb in a list goes on with the verb whose form and place it shares."""
    check(expected, statements(sentence))


@table(
    (
        "The carmaker will close no plants before 2030, cut 12,000 office jobs and move production to a factory.",
        "carmaker | close | plants | planned | negated",
        "carmaker | cut | office jobs | planned",
        "carmaker | move | production | planned",
    ),
    (
        "The agency shall impose no quotas or restrict trade.",
        "agency | impose | quotas | obliged | negated",
        "agency | restrict | trade | obliged | negated",
    ),
)
def test_no_of_one_object(sentence: str, expected: list[str]) -> None:
    """Guards that "no" of one verb's object does not deny the next verb, except with "or"."""
    check(expected, statements(sentence))


@table(
    (
        "A person arrested without a warrant who is not charged must be released.",
        f"{NOBODY} | arrest | person | achieved",
        f"{NOBODY} | charge | person | ongoing | negated",
        f"{NOBODY} | release | person | obliged",
    ),
    (
        "Ministers salute the women of Sudan, who shelter orphans.",
        "ministers | salute | women of Sudan | ongoing",
        "women of Sudan | shelter | orphans | ongoing",
    ),
)
def test_whom_who_is_said_of(sentence: str, expected: list[str]) -> None:
    """Guards that "who" is said of people, in the number of its verb."""
    check(expected, statements(sentence))


@table(
    (
        "Everyone has the right to clean air and safe water.",
        "everyone | have right to | clean air | ongoing",
        "everyone | have right to | safe water | ongoing",
    ),
    (
        "Every worker has the right to equal pay and to paid leave.",
        "worker | have right to | equal pay | ongoing",
        "worker | have right to | paid leave | ongoing",
    ),
    (
        "Owners have the right to clean their land and to free their animals.",
        "owners | have | right to clean land | ongoing",
        "owners | have | right to free animals | ongoing",
        "owners | clean | land | ongoing",
        "owners | free | animals | ongoing",
    ),
)
def test_rights_to_things(sentence: str, expected: list[str]) -> None:
    """Guards that nobody cleans the air that there is a right to."""
    check(expected, statements(sentence))


@table(
    (
        "Member States may exempt from the obligation vessels under 15 metres.",
        "Member States | exempt | vessels | possible",
    ),
    ("Tariffs fell, as a result of which exports grew by 18 percent.",),
)
def test_spared_things(sentence: str, expected: list[str]) -> None:
    """Guards that what is exempt is no part of what it is exempt from, and that "as a result of which" has no object."""
    check(expected, statements(sentence))


@table(
    (
        "The reform relies on the support of the unions and the nurses, many of whom accepted pay cuts.",
        "reform | rely on | support of the unions | ongoing",
        "reform | rely on | nurses | ongoing",
        "nurses | accept | pay cuts | achieved",
    ),
    (
        "The court quashed a directive by the Ministry of Health that had barred foreign clinics.",
        "court | quash | directive | achieved",
        "directive | bar | foreign clinics | achieved",
    ),
    (
        "The ministry said it had fined banks that hid losses and accused the founders of fraud.",
        "ministry | fine | banks | achieved",
        "banks | hide | losses | achieved",
        "ministry | accuse | founders | achieved",
    ),
    (
        "The president said rebels had attacked villages that refused to pay and destroyed crops.",
        "rebels | attack | villages | achieved",
        "villages | destroy | crops | achieved",
    ),
    (
        "Fiji speaks for farmers who have lost their fields, and who ask for no pity.",
        "Fiji | speak for | farmers | ongoing",
        "farmers | lose | fields | achieved",
        "farmers | ask for | pity | ongoing | negated",
    ),
    (
        "Agencies shall review rules that discourage investment, work with States to simplify permits, and report to Congress.",
        "agencies | review | rules | obliged",
        "rules | discourage | investment | ongoing",
        "agencies | work with | States | obliged",
        "agencies | simplify | permits | planned",
        "agencies | report to | Congress | obliged",
    ),
    ("The ministry is in touch with partners, London and Seoul included, about quotas.",),
)
def test_of_whom_the_clause_is_said(sentence: str, expected: list[str]) -> None:
    """Guards that a relative clause is said of whom it can be said of, and what goes on with it."""
    check(expected, statements(sentence))


@table(
    (
        "Hospitals should offer patients waiting more than 26 weeks the choice of another clinic.",
        "hospitals | offer | choice of another clinic | obliged",
    ),
    (
        "The law gives drivers who appeal a fair hearing.",
        "law | give | fair hearing | ongoing",
    ),
    (
        "The union backs drivers who appeal a fine.",
        "union | back | drivers | ongoing",
        "drivers | appeal | fine | ongoing",
    ),
)
def test_given_behind_a_clause(sentence: str, expected: list[str]) -> None:
    """Guards that what stands behind a clause on the receiver is given, where nothing else is."""
    check(expected, statements(sentence))


@table(
    (
        "The Agency shall assist Member States which lack laboratories, coordinate tests "
        "and, where a threat spreads, advise the Council.",
        "Agency | assist | Member States | obliged",
        "Member States | lack | laboratories | ongoing",
        "Agency | coordinate | tests | obliged",
        "Agency | advise | Council | obliged",
    ),
    (
        "The Ministry will support firms that export tea, open trade offices abroad, and train inspectors.",
        "Ministry | support | firms | planned",
        "firms | export | tea | ongoing",
        "firms | open | trade offices | ongoing",
        "firms | train | inspectors | ongoing",
    ),
    (
        "The contract obliges the operator to run trains every hour, clean them daily and refund passengers.",
        "operator | run | trains | obliged",
        "operator | clean | trains | obliged",
        "operator | refund | passengers | obliged",
    ),
    (
        "The Council will publish a list of firms that may tender and open offices abroad.",
        "Council | publish | list of firms | planned",
    ),
)
def test_lists_that_one_and_closes(sentence: str, expected: list[str]) -> None:
    """Guards that a list whose verbs commas part goes on to the verb that "and" closes it with."""
    check(expected, statements(sentence))
