"""Further repairs of the parse: shifted objects, verbs taken for nouns, relative clauses behind "such … as"."""

from __future__ import annotations

from extraction.helpers import NOBODY, check, statements, table


@table(
    (
        "Pupils must neither be photographed nor filmed by visitors.",
        "visitors | photograph | pupils | obliged | negated",
        "visitors | film | pupils | obliged | negated",
    ),
    (
        "The lease may neither be renewed nor extended.",
        f"{NOBODY} | renew | lease | possible | negated",
        f"{NOBODY} | extend | lease | possible | negated",
    ),
    (
        "The mayor may neither be a trader nor own land.",
        "mayor | be | trader | possible | negated",
        "mayor | own | land | possible | negated",
    ),
)
def test_neither_done_nor_done(sentence: str, expected: list[str]) -> None:
    """Guards that "be" belongs to both participles behind "neither"."""
    check(expected, statements(sentence))


@table(
    ("The ministry shall submit to Parliament quarterly accounts.", "ministry | submit | quarterly accounts | obliged"),
    ("The statute confers on owners of social housing new duties.", "statute | confer | new duties | ongoing"),
    ("The decree gives the Office of Archives wide powers.", "decree | give | wide powers | ongoing"),
    ("The city shall place at the disposal of the Commission adequate rooms.", "city | place | rooms | obliged"),
    ("The ministry sent to the Council a report.", "ministry | send | report | achieved"),
    (
        "The charter grants courts the authority to freeze pensions.",
        "charter | grant | authority | ongoing",
        "courts | freeze | pensions | possible",
    ),
    (
        "The treaty entitles vessels to free passage and forbids tolls.",
        "treaty | entitle | vessels | ongoing",
        "treaty | forbid | tolls | ongoing",
    ),
    ("The pact entitles heirs to open the archive.", "heirs | open | archive | possible"),
    ("The premier laid before the Senate the terms of the lease.", "premier | lay | terms of the lease | achieved"),
    ("The junta placed under house arrest the leader of the miners.", "junta | place | leader of the miners | achieved"),
)
def test_objects_behind_receivers(sentence: str, expected: list[str]) -> None:
    """Guards that what is given stands apart from whom it is given to."""
    check(expected, statements(sentence))


@table(
    (
        "The Senate adopts the plan and, on the advice of the Bank, ratifies pacts signed with neighbours.",
        "Senate | adopt | plan | ongoing",
        "Senate | ratify | pacts | ongoing",
        f"{NOBODY} | sign | pacts | achieved",
    ),
    (
        "Landlords whose land borders a river must clear weeds.",
        "land | border | river | ongoing",
        "landlords | clear | weeds | obliged",
    ),
    (
        "Signatories of the Geneva Charter pledge to fund museums.",
        "signatories of the Geneva Charter | fund | museums | planned",
    ),
    ("Parties to the Basel Convention ban waste exports.", "parties to the Basel Convention | ban | waste exports | ongoing"),
    ("Opponents of the Tokyo trade pact.",),
    ("Hospitals that lack beds must hire rooms.", "hospitals | lack | beds | ongoing", "hospitals | hire | rooms | obliged"),
    (
        "This notice amends and extends the permit.",
        "notice | amend | permit | ongoing",
        "notice | extend | permit | ongoing",
    ),
)
def test_presents_taken_for_nouns(sentence: str, expected: list[str]) -> None:
    """Guards that a present tense taken for a noun is read by what stands around it."""
    check(expected, statements(sentence))


@table(
    (
        "The inspector may impose such fines as are provided by law.",
        "inspector | impose | fines | possible",
        "law | provide | fines | ongoing",
    ),
    (
        "The Board shall appoint such clerks as the Assembly may nominate.",
        "Board | appoint | clerks | obliged",
        "Assembly | nominate | clerks | possible",
    ),
    (
        "Judges may issue such orders as are necessary to protect witnesses.",
        "judges | issue | orders | possible",
        "judges | protect | witnesses | obliged",
    ),
    (
        "The bank will use whatever tools are necessary to defend the peso.",
        "bank | use | tools | planned",
        "bank | defend | peso | planned",
    ),
)
def test_such_as_and_whatever(sentence: str, expected: list[str]) -> None:
    """Guards that a clause behind "such … as" says which, and that "whatever … necessary" is what is used."""
    check(expected, statements(sentence))


@table(
    (
        "The police arrested monks and families trying to reach them were jailed.",
        "police | arrest | monks | achieved",
        "families | reach | monks | ongoing",
        f"{NOBODY} | jail | families | achieved",
    ),
    (
        "The county will build homes, with land donated by churches and grants paid to tenants.",
        "county | build | homes | planned",
        "churches | donate | land | planned",
        f"{NOBODY} | pay | grants | planned",
    ),
    ("Two banks raised tolls, and a third cut wages.", "banks | raise | tolls | achieved", "third | cut | wages | achieved"),
    (
        "The firm sold trucks, and 40 used cars.",
        "firm | sell | trucks | achieved",
        "firm | sell | used cars | achieved",
    ),
)
def test_fresh_subjects(sentence: str, expected: list[str]) -> None:
    """Guards that a noun behind "and" that begins a clause of its own is its subject."""
    check(expected, statements(sentence))


@table(
    ("The levy, the Greens claim, harms growers.", "levy | harm | growers | ongoing"),
    ("The ministry said that imports had grown and intends to lower duties.", "ministry | lower | duties | planned"),
    ("The Panel notes that inflation has eased and remains determined to restore order.", "Panel | restore | order | planned"),
    (
        "The Board judges that prices remain low and stands ready to cut fees.",
        "Board | cut | fees | planned",
        "prices | remain | low | ongoing",
    ),
    ("The ministry was warned by experts that the dam had cracked.",),
    (
        "The bill was drafted by experts that the ministry had hired.",
        "experts | draft | bill | achieved",
        "ministry | hire | experts | achieved",
    ),
)
def test_who_says_and_who_intends(sentence: str, expected: list[str]) -> None:
    """Guards that who finds something intends to act, and that what is told says nothing of who tells it."""
    check(expected, statements(sentence))


@table(
    ("What the board did yesterday was to shut the pool for a month.", "board | shut | pool | achieved"),
    ("What the department did was cut the grant for rural buses.", "department | cut | grant for rural buses | achieved"),
    ("All the Government has done is to postpone the decision.", "Government | postpone | decision | achieved"),
    ("What the report does not do is to name the companies.", "report | name | companies | ongoing | negated"),
    (
        "The first thing the mayor did was to scrap the toll and to freeze fares.",
        "mayor | scrap | toll | achieved",
        "mayor | freeze | fares | achieved",
    ),
    (
        "What the Court did in that judgment was to annul the decision and remit the case to the Commission.",
        "Court | annul | decision | achieved",
        "Court | remit | case | achieved",
    ),
    ("What our inspectors are doing now is checking each ward.", "inspectors | check | ward | ongoing"),
    (
        "On housing, the — what the councils are doing is reviewing every lease.",
        "councils | review | lease | ongoing",
    ),
    (
        "What the valley asks for is not charity but a market for its wool.",
        "valley | ask for | charity | ongoing | negated",
        "valley | ask for | market for its wool | ongoing",
    ),
    ("What the regulator did was wrong.",),
    ("What the bank does is a matter for the bank.",),
)
def test_clefts_of_doing(sentence: str, expected: list[str]) -> None:
    """Guards that what somebody did is the verb behind "was", in the tense of "did"."""
    check(expected, statements(sentence))


@table(
    (
        "The agency runs wards which it plans to close.",
        "agency | run | wards | ongoing",
        "agency | close | wards | planned",
    ),
    (
        "The law lists remedies which the authorities are bound to implement.",
        "law | list | remedies | ongoing",
        "authorities | implement | remedies | obliged",
    ),
    (
        "The city built a system that farmers are able to use.",
        "city | build | system | achieved",
        "farmers | use | system | possible",
    ),
    (
        "The plan covers the villages the state has been asked to move.",
        "plan | cover | villages | ongoing",
        "state | move | villages | requested",
    ),
    (
        "An option the finance ministry is said to favour was dropped.",
        "finance ministry | favour | option | ongoing",
        "- | drop | option | achieved",
    ),
    (
        "The rules cover goods that traders are required to declare and that customs may inspect.",
        "rules | cover | goods | ongoing",
        "traders | declare | goods | obliged",
        "customs | inspect | goods | possible",
    ),
    (
        "The Union adopted a rule that binds all ports and that Malta had opposed.",
        "Union | adopt | rule | achieved",
        "rule | bind | ports | ongoing",
        "Malta | oppose | rule | achieved",
    ),
    (
        "The board closed the mine that inspectors say was leaking acid into the river.",
        "board | close | mine | achieved",
        "mine | leak | acid | ongoing",
    ),
    (
        "The Commission has proposed a fund, which it expects to raise two billion euros of private capital.",
        "Commission | propose | fund | achieved",
        "fund | raise | private capital / two billion euros of private capital | planned",
    ),
    (
        "Suppliers must show that the water they supply complies with the limits.",
        "suppliers | supply | water | ongoing",
        "water | comply with | limits | ongoing",
    ),
    ("The commission found that rates had risen and that banks had raised fees.", "banks | raise | fees | achieved"),
    ("The minister told the House that the army intends to withdraw.",),
)
def test_relatives_of_verbs_below(sentence: str, expected: list[str]) -> None:
    """Guards that a relative clause reaches its noun from the verb below, and from behind a second "that"."""
    check(expected, statements(sentence))


@table(
    (
        "The army freed hostages, forced armed groups to retreat and restored public order.",
        "army | free | hostages | achieved",
        "army | force | armed groups | achieved",
        "army | restore | public order | achieved",
    ),
    (
        "The mission trained judges, helped refugees to return and built schools.",
        "mission | train | judges | achieved",
        "mission | help | refugees | achieved",
        "mission | build | schools | achieved",
    ),
    (
        "The union urged members to reject the offer and opened a strike fund.",
        "members | reject | offer | requested",
        "union | open | strike fund | achieved",
    ),
    (
        "The state seized farms, divided estates and settled landless families.",
        "state | seize | farms | achieved",
        "state | divide | estates | achieved",
        "state | settle | landless families | achieved",
    ),
    (
        "We will widen access, foster and equip village clinics, and train midwives.",
        "- | widen | access | planned",
        "- | foster | village clinics | planned",
        "- | equip | village clinics | planned",
        "- | train | midwives | planned",
    ),
    (
        "The Fund shall support growers, help coastal villages to diversify, and finance vessels.",
        "Fund | support | growers | obliged",
        "Fund | help | coastal villages | obliged",
        "Fund | finance | vessels | obliged",
    ),
    (
        "We will work with them to expand organic farming, rewet drained bogs and restore hedges.",
        "- | expand | organic farming | planned",
        "- | rewet | drained bogs | planned",
        "- | restore | hedges | planned",
    ),
    (
        "The city will help shops switch to new lamps, co-fund solar roofs, and phase in a bottle deposit scheme.",
        "shops | switch to | new lamps | planned",
        "city / shops | co-fund | solar roofs | planned",
        "city / shops | phase in | bottle deposit scheme | planned",
    ),
    (
        "Drill or deepen emergency wells in villages.",
        "- | drill | emergency wells | requested",
        "- | deepen | emergency wells | requested",
    ),
    (
        "The ministry asked firms to list workers hired abroad and trained at home.",
        "firms | list | workers | requested",
        "- | hire | workers | achieved",
        "- | train | workers | achieved",
    ),
    ("They asked pupils to stay calm and united.",),
    (
        "The minister promised to raise pay and cut hours.",
        "minister | raise | pay | planned",
        "minister | cut | hours | planned",
    ),
)
def test_lists_of_verbs(sentence: str, expected: list[str]) -> None:
    """Guards that each verb of a list goes with the one that it has the form of."""
    check(expected, statements(sentence))


@table(
    (
        "Growers are heard when quotas are set or marine areas closed.",
        "- | hear | growers | ongoing",
        "- | set | quotas | ongoing",
        "- | close | marine areas | ongoing",
    ),
    (
        "The grids are neither sufficiently interconnected nor adequately guarded against theft.",
        "- | interconnect | grids | ongoing | negated",
        "- | guard / guard against | grids | ongoing | negated",
    ),
    (
        "The gap should be narrowed, with incomes growing and the share of exports markedly increased.",
        "- | narrow | gap | obliged",
        "- | increase | share of exports | obliged",
    ),
    (
        "The inner bay shall be reserved for small boats, trawling there being prohibited at all times.",
        "- | reserve | inner bay | obliged",
        "- | prohibit | trawling | obliged",
    ),
    (
        "Stable prices help savers, keep borrowing costs down and give firms certainty.",
        "stable prices | help | savers | ongoing",
        "stable prices | keep down | borrowing costs | ongoing",
        "stable prices | give | certainty | ongoing",
    ),
    (
        "The city will repair, rather than demolish, the old halls.",
        "city | repair | old halls | planned",
        "city | demolish | old halls | planned | negated",
    ),
    (
        "Canteens can help by donating, rather than discarding, unsold bread.",
        "canteens | donate | unsold bread | possible",
        "canteens | discard | unsold bread | possible | negated",
    ),
    (
        "Banks should pay levies rather than being rescued by the state.",
        "banks | pay | levies | obliged",
        "state | rescue | banks | obliged | negated",
    ),
    ("Convoys have been looted or turned back.", "- | loot | convoys | achieved", "- | turn back | convoys | achieved"),
    ("The bank will bring unemployment down.", "bank | bring down | unemployment | planned"),
    ("Instead of negotiating, the ministry closed three wards.", "ministry | close | wards | achieved"),
    ("Prices are capped and demand increased.", "- | cap | prices | ongoing"),
)
def test_what_is_done_in_a_second_clause(sentence: str, expected: list[str]) -> None:
    """Guards that a participle with a subject of its own, or behind "rather than", is said of that."""
    check(expected, statements(sentence))


@table(
    (
        "Ministers must submit, before the next summit, plans that cut emissions.",
        "ministers | submit | plans | obliged",
        "plans | cut | emissions | ongoing / achieved",
    ),
    ("The bank will provide, free of charge, an account to each customer.", "bank | provide | account | planned"),
    (
        "The mayor said that local elections, twice postponed, will be held in May.",
        "- | postpone | local elections | achieved",
        "- | hold | local elections | planned",
    ),
    (
        "The board said that the firm, never fined before, had hidden its losses.",
        "- | fine | firm | achieved | negated",
        "firm | hide | losses | achieved",
    ),
    (
        "The council shall raise fees, require hosts to register and inspect flats.",
        "council | raise | fees | obliged",
        "council | inspect | flats | obliged",
    ),
    ("Banks shall report to us on the progress of the merger.", "banks | report on | progress of the merger | obliged"),
    ("I will now report to you on the progress of the merger.",),
    (
        "The board shall draw up, by May, plans for each port and publish them.",
        "board | draw up | plans for each port | obliged",
        "board | publish | plans for each port | obliged",
    ),
)
def test_objects_and_subjects_behind_commas(sentence: str, expected: list[str]) -> None:
    """Guards that what stands between commas neither takes a subject nor hides an object."""
    check(expected, statements(sentence))


@table(
    ("We must not count as public aid the loans of the bank.", "- | count | loans of the bank | obliged | negated"),
    (
        "The treaty defines as waste any battery that is discarded.",
        "treaty | define | battery | ongoing",
        "- | discard | battery | ongoing",
    ),
    ("The office shall notify in writing the firms concerned.", "office | notify | firms / firms concerned | obliged"),
    (
        "The chair shall appoint members, and sign on behalf of the club any lease that the board has approved.",
        "chair | appoint | members | obliged",
        "chair | sign | lease | obliged",
        "board | approve | lease | achieved",
    ),
    (
        "The mayor spoke on behalf of the citizens of the town the army had shelled.",
        "army | shell | town | achieved",
    ),
)
def test_objects_behind_what_they_count_as(sentence: str, expected: list[str]) -> None:
    """Guards that a phrase between a verb and its object does not take the object."""
    check(expected, statements(sentence))
