"""Who acts, where the subject of the sentence does not."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "The port demoted a foreman for reporting spills.",
        "port | demote | foreman | achieved",
        "foreman | report | spills | achieved",
    ),
    (
        "The Assembly commends Chad for sheltering families.",
        "Assembly | commend | Chad | ongoing",
        "Chad | shelter | families | ongoing",
    ),
    (
        "The college removed its director for ignoring warnings.",
        "college | remove | director | achieved",
        "director | ignore | warnings | achieved",
    ),
    ("Nurses may be evicted for damaging flats.", "- | evict | nurses | possible"),
    (
        "No nurse shall be demoted or disciplined for reporting errors.",
        "- | demote | nurse | obliged | negated",
        "- | discipline | nurse | obliged | negated",
    ),
    (
        "The agency imposed a fine on the airline for concealing faults.",
        "agency | impose | fine | achieved",
        "airline | conceal | faults | achieved",
    ),
    (
        "The bureau took action against the lender for charging fees.",
        "bureau | take | action against the lender | achieved",
        "lender | charge | fees | achieved",
    ),
    (
        "The court upheld the conviction of a broker for stealing shares.",
        "court | uphold | conviction of a broker | achieved",
        "broker | steal | shares | achieved",
    ),
    ("The police opened a probe against the mayor for taking gifts.", "police | open | probe against the mayor | achieved"),
    ("The council sent a letter to the firm for failing to clean the beach.", "council | send | letter | achieved"),
)
def test_reasons(sentence: str, expected: list[str]) -> None:
    """Guards that what somebody is punished or praised for is their act, and no purpose of who punishes."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.purpose for item in found)


@table(
    (
        "The city removed hedges for building a road.",
        "city | remove | hedges | achieved",
        "city | build | road | planned",
    ),
    (
        "The firm hired a pilot for delivering parcels.",
        "firm | hire | pilot | achieved",
        "firm | deliver | parcels | planned",
    ),
)
def test_purposes_stay(sentence: str, expected: list[str]) -> None:
    """Guards that "for V-ing" behind a verb that neither punishes nor praises is a purpose still."""
    found = statements(sentence)
    check(expected, found)
    assert any(item.purpose for item in found)


@table(
    (
        "The fund helps widows unable to pay fees.",
        "fund | help | widows | ongoing",
        "widows | pay | fees | ongoing | negated",
    ),
    (
        "The reform left villages unable to sell timber.",
        "reform | leave | villages | achieved",
        "villages | sell | timber | achieved | negated",
    ),
    (
        "Inspectors must visit firms likely to close plants.",
        "inspectors | visit | firms | obliged",
        "firms | close | plants | possible",
    ),
    (
        "The decree made tenants eligible to buy flats.",
        "decree | make eligible | tenants | achieved",
        "tenants | buy | flats | possible",
    ),
    ("Teachers felt unable to refuse the task.", "teachers | refuse | task | achieved | negated"),
    (
        "The owner shall file the forms necessary to clean the site.",
        "owner | file | forms | obliged",
        "owner | clean | site | planned",
    ),
    (
        "The council will assist tenants at risk of losing their flats.",
        "council | assist | tenants | planned",
        "tenants | lose | flats | possible",
    ),
    (
        "Clinics should see patients with a history of taking opioids.",
        "clinics | see | patients | obliged",
        "patients | take | opioids | achieved",
    ),
    ("The board closed wards at the risk of losing votes.", "board | close | wards | achieved"),
)
def test_what_is_said_behind_a_noun(sentence: str, expected: list[str]) -> None:
    """Guards that those who are unable, likely or at risk act, not who helps them, and that it is no purpose."""
    check(expected, statements(sentence))


@table(
    ("The cabinet rejected the idea of selling the port.", "cabinet | reject | idea | achieved"),
    ("The study examined the feasibility of building a dam.", "study | examine | feasibility | achieved"),
    ("The bank warned of the danger of delaying reforms.", "bank | warn of | danger | achieved"),
    ("The panel recommended ways of reforming pensions.", "panel | recommend | ways | achieved"),
    (
        "The ministry abandoned its policy of subsidising coal.",
        "ministry | abandon | policy | achieved",
        "ministry | subsidise | coal | achieved",
    ),
    ("Envoys underscored the importance of restraint and of avoiding threats.", "- | avoid | threats | obliged"),
)
def test_ideas(sentence: str, expected: list[str]) -> None:
    """Guards that an idea, a risk or a cost of doing something is done by nobody."""
    check(expected, statements(sentence))


@table(
    (
        "The subsidy ended in June, leaving hospitals to find new funds.",
        "subsidy | leave | hospitals | achieved",
        "hospitals | find | new funds | planned",
    ),
    ("Each other may inspect the plants.", "- | inspect | plants | possible"),
    ("One another must inform the council.", "- | inform | council | obliged"),
    ("He left the company to start a bank.", "- | leave | company | achieved", "- | start | bank | planned"),
    (
        "The county paid growers to dig ponds.",
        "county | pay | growers | achieved",
        "growers | dig | ponds | planned",
    ),
    ("The county paid grants to dig ponds.", "county | pay | grants | achieved", "county | dig | ponds | planned"),
    ("Growers pressured the senate to cut tariffs.", "senate | cut | tariffs | requested"),
    (
        "The scheme relies on charities to run shelters.",
        "scheme | rely on | charities | ongoing",
        "charities | run | shelters | ongoing",
    ),
    ("It falls to judges to appoint the clerk.", "judges | appoint | clerk | obliged"),
    ("It is up to parents to choose a doctor.", "parents | choose | doctor | obliged"),
    ("The Act charges the bureau with inspecting dams.", "bureau | inspect | dams | obliged"),
    ("Firms are not obligated to file forms.", "firms | file | forms | obliged | negated"),
    (
        "The decree forbids soldiers to own shares.",
        "decree | forbid | soldiers | ongoing",
        "soldiers | own | shares | obliged | negated",
    ),
)
def test_who_is_moved(sentence: str, expected: list[str]) -> None:
    """Guards that who is paid, left, pressed or forbidden to do something does it or does not, not who moves them."""
    check(expected, statements(sentence))


@table(
    ("A permit is required to import seed.", "- | require | permit | ongoing", "- | import | seed | planned"),
    ("Growers are required to report pests.", "growers | report | pests | obliged"),
    ("Lorries are required to carry a chain.", "lorries | carry | chain | obliged"),
    (
        "The senate urged reforms to protect savers.",
        "senate | urge | reforms | achieved",
        "- | protect | savers | planned",
    ),
    (
        "The envoy hailed the work done by the Fund to rebuild schools.",
        "envoy | hail | work | achieved",
        "Fund | do | work | achieved",
        "Fund | rebuild | schools | planned",
    ),
)
def test_things_are_not_asked(sentence: str, expected: list[str]) -> None:
    """Guards that a permit, a reform or work is asked to do nothing."""
    check(expected, statements(sentence))


@table(
    (
        "The code imposes a duty on owners to repair lifts.",
        "code | impose | duty / duty on owners | ongoing",
        "owners | repair | lifts | obliged",
    ),
    ("The decree introduced a duty to report leaks.", "decree | introduce | duty | achieved", "- | report | leaks | obliged"),
    (
        "Small farms are exempt from the duty to publish accounts.",
        "small farms | be exempt from | duty | ongoing",
        "small farms | publish | accounts | obliged | negated",
    ),
    (
        "The order relieves owners of the obligation to keep a log.",
        "order | relieve | owners | ongoing",
        "owners | keep | log | obliged | negated",
    ),
    (
        "The senate abolished the requirement to wear helmets.",
        "senate | abolish | requirement | achieved",
        "- | wear | helmets | obliged | negated",
    ),
)
def test_duties(sentence: str, expected: list[str]) -> None:
    """Guards that a duty is its bearer's, that a text has none, that a lifted one is none, and that none is a purpose."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.purpose for item in found)


@table(
    ("The tribunal struck down a decree to close the press.", "tribunal | strike down | decree | achieved"),
    ("The mayor spurned pleas to open the bridge.", "mayor | spurn | pleas | achieved"),
    ("The brewery defied an order to clean the canal.", "brewery | defy | order | achieved"),
    ("The lords failed to pass a bill to cut the levy.", "lords | pass | bill | achieved | negated"),
)
def test_stopped_proposals(sentence: str, expected: list[str]) -> None:
    """Guards that what a refused, broken or stopped proposal was to do is said of nobody."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.purpose for item in found)


@table(
    (
        "The brewery suspended tours to protect visitors.",
        "brewery | suspend | tours | achieved",
        "brewery | protect | visitors | planned",
    ),
    ("The lords passed a bill to cut the levy.", "lords | pass | bill | achieved", "lords | cut | levy | planned"),
)
def test_means_that_stop_something(sentence: str, expected: list[str]) -> None:
    """Guards that what is stopped to an end keeps its purpose, and so does a bill that is passed."""
    check(expected, statements(sentence))


@table(
    (
        "The guild rejected the merger, arguing that it would destroy jobs.",
        "guild | reject | merger | achieved",
        "merger | destroy | jobs | planned",
    ),
    (
        "The bureau blocked the deal because it would raise fares.",
        "bureau | block | deal | achieved",
        "deal | raise | fares | planned",
    ),
    (
        "The ministry revised the circular after the senate said that it breached the treaty.",
        "ministry | revise | circular | achieved",
        "circular | breach | treaty | achieved",
    ),
    (
        "The bureau withdrew its order after a court held that it had been issued without notice.",
        "bureau | withdraw | order | achieved",
        "- | issue | order | achieved",
    ),
    (
        "The guild criticised the airline because it cut wages.",
        "guild | criticise | airline | achieved",
        "airline | cut | wages | achieved",
    ),
    (
        "The airline sold the jets because it feared losses.",
        "airline | sell | jets | achieved",
        "airline | fear | losses | achieved",
    ),
    (
        "The bureau rejected the plan, saying it would seek another site.",
        "bureau | reject | plan | achieved",
        "bureau | seek | site | planned",
    ),
)
def test_it_in_a_reason(sentence: str, expected: list[str]) -> None:
    """Guards that what a rejected thing would do is not said of who rejects it."""
    check(expected, statements(sentence))


@table(
    (
        "The tribunal found that the levy was unlawful and ordered the bureau to refund it.",
        "levy | be | unlawful | achieved",
        "bureau | refund | levy | requested",
    ),
    (
        "The envoy said the dam was unsafe and asked the state to close it.",
        "state | close | dam | requested",
        "dam | be | unsafe | achieved",
    ),
    (
        "The bureau wrote to the airline and demanded that it sell the jets.",
        "bureau | write to | airline | achieved",
        "airline | sell | jets | requested",
    ),
    (
        "The bank lost the case after the regulator, which supervises it, published a letter.",
        "bank | lose | case | achieved",
        "regulator | supervise | bank | ongoing",
        "regulator | publish | letter | achieved",
    ),
    (
        "The bank kept the rate at 3 per cent, with one member voting to cut it.",
        "bank | keep | rate | achieved",
        "member | cut | rate | planned",
    ),
    (
        "The bureau may order the withdrawal of a drug and require the maker to recall it.",
        "bureau | order | withdrawal of a drug | possible",
        "maker | recall | drug | possible",
    ),
    (
        "Foreign trawlers entered the bay and the navy sent two boats to shadow them.",
        "foreign trawlers | enter | bay | achieved",
        "navy | send | boats | achieved",
        "navy | shadow | foreign trawlers | planned",
    ),
    (
        "The State respects customs and shall take legal steps to protect them.",
        "State | respect | customs | ongoing",
        "State | protect | customs | obliged",
    ),
    (
        "The bureau shall hand leaflets to tenants and inform them.",
        "bureau | hand | leaflets | obliged",
        "bureau | inform | tenants | obliged",
    ),
    (
        "The bureau bought boats and hired drivers to steer them.",
        "bureau | buy | boats | achieved",
        "bureau | hire | drivers | achieved",
        "drivers | steer | boats | planned",
    ),
    (
        "The accord was brokered by Egypt and Qatar, and the senate has endorsed it.",
        "Egypt | broker | accord | achieved",
        "Qatar | broker | accord | achieved",
        "senate | endorse | accord | achieved",
    ),
    ("We opened shelters in Lima, and we did it in a year.", "- | open | shelters | achieved"),
    ("Nurses must not share files unless the law requires it.", "nurses | share | files | obliged | negated"),
)
def test_what_it_and_them_are(sentence: str, expected: list[str]) -> None:
    """Guards that an object pronoun is not who acts, the means, an agent or an amount, and that "did it" names nothing."""
    check(expected, statements(sentence))


@table(
    (
        "If a tenant loses a job, they must tell the council.",
        "tenant | lose | job | possible",
        "tenant | tell | council | obliged",
    ),
    (
        "If a tenant submits forms, they must contain a stamp.",
        "tenant | submit | forms | possible",
        "- | contain | stamp | obliged",
    ),
    ("Each nurse must ensure that they keep notes.", "nurse | keep | notes | obliged"),
    (
        "A pupil may be expelled if he or she breaks a rule.",
        "- | expel | pupil | possible",
        "pupil | break | rule | possible",
    ),
    (
        "The Government have accepted the findings, but they will introduce a charge.",
        "Government | accept | findings | achieved",
        "Government | introduce | charge | planned",
    ),
    (
        "The Government has accepted the findings, but they will cost money.",
        "Government | accept | findings | achieved",
        "findings | cost | money | planned",
    ),
    (
        "The decree gives every clinic the nurses it needs.",
        "decree | give | nurses | ongoing",
        "clinic | need | nurses | ongoing",
    ),
    (
        "The council should give tenants the advice they need to challenge evictions.",
        "council | give | advice | obliged",
        "tenants | need | advice | ongoing",
        "tenants | challenge | evictions | planned",
    ),
    (
        "The state must give veterans the homes they were promised.",
        "state | give | homes | obliged",
        "- | promise | homes | achieved",
    ),
)
def test_who_they_and_it_are(sentence: str, expected: list[str]) -> None:
    """Guards singular "they", a body with its verb in the plural, and who needs what is given."""
    check(expected, statements(sentence))


@table(
    (
        "The bridge, opened in 1990 and damaged by storms in 2022, links two towns.",
        "- | open | bridge | achieved",
        "storms | damage | bridge | achieved",
        "bridge | link | towns | ongoing",
    ),
    (
        "The charter was drafted and adopted by the synod.",
        "synod | draft | charter | achieved",
        "synod | adopt | charter | achieved",
    ),
)
def test_agents_of_the_second_participle(sentence: str, expected: list[str]) -> None:
    """Guards that who did the second thing did the first only where nothing stands between."""
    check(expected, statements(sentence))


@table(
    (
        "Spain expelled an envoy it accused of bribing judges.",
        "Spain | expel | envoy | achieved",
        "Spain | accuse | envoy | achieved",
        "envoy | bribe | judges | achieved",
    ),
    (
        "The register lists firms that the Council has found to be responsible for spills.",
        "register | list | firms | ongoing",
        "Council | find | firms | achieved",
        "firms | be responsible for | spills | achieved",
    ),
    (
        "The senate adopted rules which protect savers and which lenders had opposed.",
        "senate | adopt | rules | achieved",
        "rules | protect | savers | ongoing",
        "lenders | oppose | rules | achieved",
    ),
    (
        "Growers oppose the canal which the council approved and investors funded.",
        "growers | oppose | canal | ongoing",
        "council | approve | canal | achieved",
        "investors | fund | canal | achieved",
    ),
    (
        "The levy, which lawyers say violates the treaty, was adopted in June.",
        "levy | violate | treaty | ongoing",
        "- | adopt | levy | achieved",
    ),
    (
        "Growers oppose the levy, which they say was introduced by decree.",
        "growers | oppose | levy | ongoing",
        "- | introduce | levy | achieved",
    ),
)
def test_what_relative_clauses_speak_of(sentence: str, expected: list[str]) -> None:
    """Guards that the noun before a relative clause is whom it accuses, and what the second one means."""
    check(expected, statements(sentence))


@table(
    (
        "Spain expelled two envoys after prosecutors accused them of bribing a judge.",
        "Spain | expel | envoys | achieved",
        "prosecutors | accuse | envoys | achieved",
        "envoys | bribe | judge | achieved",
    ),
    (
        "The court froze the accounts of the minister and barred him from leaving the island.",
        "court | freeze | accounts of the minister | achieved",
        "court | bar | minister | achieved",
        "minister | leave | island | achieved | negated",
    ),
    (
        "The police detained nine clerks; two were released and seven were charged with fraud.",
        "police | detain | clerks | achieved",
        "- | release | clerks | achieved",
        "- | charge | clerks | achieved",
    ),
    (
        "The police questioned two clerks, but neither has been charged.",
        "police | question | clerks | achieved",
        "- | charge | clerks | achieved | negated",
    ),
    (
        "The minister cannot force owners to sell land without paying them compensation.",
        "owners | sell | land | possible | negated",
        "minister | pay | compensation | possible | negated",
    ),
    (
        "The decree allows firms to dismiss workers without giving them notice.",
        "firms | dismiss | workers | possible",
        "firms | give | notice | possible | negated",
    ),
)
def test_those_named_before(sentence: str, expected: list[str]) -> None:
    """Guards that who is accused, barred, counted or paid was named before, and is not who acts."""
    check(expected, statements(sentence))


@table(
    (
        "The fund helps villages recover and attract guests.",
        "fund | help | villages | ongoing",
        "villages | attract | guests | ongoing",
    ),
    ("We must persevere and build ports.", "- | build | ports | obliged"),
    (
        "The council will recover and recycle paper.",
        "council | recover | paper | planned",
        "council | recycle | paper | planned",
    ),
)
def test_verbs_that_act_on_nothing(sentence: str, expected: list[str]) -> None:
    """Guards that a verb without object takes none from the next."""
    check(expected, statements(sentence))


@table(
    (
        "The city gave a medal to a sailor for rescuing divers.",
        "city | give | medal | achieved",
        "sailor | rescue | divers | achieved",
    ),
    ("The bureau apologised for delaying refunds.", "bureau | delay | refunds | achieved"),
    (
        "Those unable to pay the charge may apply for a waiver.",
        "* | pay | charge | ongoing | negated",
        "* | apply for | waiver | possible",
    ),
    ("The fee is a barrier to hiring cooks.", "fee | be | barrier | ongoing"),
    ("The onus is on owners to prove damage.", "owners | prove | damage | obliged"),
    (
        "The law gives the bureau the task of collecting tolls.",
        "law | give | task | ongoing",
        "bureau | collect | tolls | ongoing",
    ),
    (
        "The code removes the obligation for firms to translate labels.",
        "code | remove | obligation | ongoing",
        "firms | translate | labels | obliged | negated",
    ),
    (
        "The bureau fined the lender because it misled clients.",
        "bureau | fine | lender | achieved",
        "lender | mislead | clients | achieved",
    ),
    (
        "Ministers dropped the tolls because they feared defeat.",
        "ministers | drop | tolls | achieved",
        "ministers | fear | defeat | achieved",
    ),
    (
        "The mayor sacked the envoy because she leaked letters.",
        "mayor | sack | envoy | achieved",
        "envoy | leak | letters | achieved",
    ),
    ("If the tenant moves out, they must return the keys.", "tenant | return | keys | obliged"),
)
def test_further_wordings(sentence: str, expected: list[str]) -> None:
    """Guards rewards, obstacles, burdens and reasons as above, in other words."""
    found = statements(sentence)
    check([row.replace("*", "those unable to pay the charge") for row in expected], found)
    assert not any(item.purpose for item in found)


@table(
    ("The mayor faces charges of taking gifts.", "mayor | face | charges | ongoing"),
    ("Nine fans were arrested on suspicion of planning a raid.", "- | arrest | fans | achieved"),
    (
        "The dairy was found guilty of polluting a lake.",
        "- | find guilty | dairy | achieved",
        "dairy | pollute | lake | achieved",
    ),
    ("The dairy won a prize for cleaning a lake.", "dairy | win | prize | achieved", "dairy | clean | lake | achieved"),
    (
        "Guests criticised the failure of the mayor to protect tenants.",
        "guests | criticise | failure of the mayor | achieved",
        "mayor | protect | tenants | achieved | negated",
    ),
    (
        "The guild campaigned on a promise of cutting fees.",
        "guild | campaign on | promise | achieved",
        "guild | cut | fees | planned",
    ),
    ("The act was amended twice and repealed by the senate.", "- | amend | act | achieved", "senate | repeal | act | achieved"),
    (
        "Inspectors visited ten farms and closed three.",
        "inspectors | visit | farms | achieved",
        "inspectors | close | farms | achieved",
    ),
)
def test_what_is_alleged_promised_and_counted(sentence: str, expected: list[str]) -> None:
    """Guards that charges and suspicions are no acts, that a verdict names who did it, that a promise is not kept yet."""
    found = statements(sentence)
    check(expected, found)
    assert not any(item.purpose for item in found)


@table(
    (
        "The dairy backs the bill because it benefits from the subsidy.",
        "dairy | back | bill | ongoing",
        "dairy | benefit from | subsidy | ongoing",
    ),
    (
        "The bureau rejected the offer because it has cut costs.",
        "bureau | reject | offer | achieved",
        "bureau | cut | costs | achieved",
    ),
    (
        "The state gave the council the land it had bought.",
        "state | give | land | achieved",
        "state | buy | land | achieved",
    ),
    (
        "The bank paid investors to settle the case.",
        "bank | pay | investors | achieved",
        "bank | settle | case | planned",
    ),
)
def test_who_acts_still(sentence: str, expected: list[str]) -> None:
    """Guards near wordings where the subject of the sentence does act."""
    check(expected, statements(sentence))


@table(
    (
        "Growers urged the senate to scrap the levy, arguing that it would push farms into debt.",
        "senate | scrap | levy | requested",
        "levy | push | farms | planned",
    ),
    (
        "The clinic must give every patient the advice they need to choose a drug.",
        "clinic | give | advice | obliged",
        "patient | need | advice | ongoing",
        "patient | choose | drug | planned",
    ),
    (
        "The bureau referred two clinics to prosecutors for billing the state.",
        "bureau | refer | clinics | achieved",
        "clinics | bill | state | achieved",
    ),
)
def test_who_acts_in_long_sentences(sentence: str, expected: list[str]) -> None:
    """Guards reasons and pronouns behind what somebody is asked to do."""
    check(expected, statements(sentence))
