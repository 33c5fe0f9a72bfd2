"""What is acted on, under which label, and which amounts and times are the act's own."""

from __future__ import annotations

import pytest

from extraction.helpers import check, one, statements, table


@pytest.mark.parametrize(
    ("sentence", "verb", "quantity"),
    [
        ("The ministry opened clinics in nine districts.", "open", None),
        ("The treaty was signed by eleven nations.", "sign", None),
        ("The court opened an inquiry into 17 deaths.", "open", None),
        ("The council withdrew plans to sell six parks.", "withdraw", None),
        ("The law protects workers over 60.", "protect", None),
        ("Firms must give notice three weeks before they move.", "give", None),
        ("The state built a network of 90 clinics.", "build", "90"),
        ("The court imposed a fine of 900 euros on the firm.", "impose", "900 euros"),
        ("The agency imposed a penalty not exceeding 900 euros.", "impose", "not exceeding 900 euros"),
        ("The state will cut waste by 15 percent.", "cut", "by 15 percent"),
        ("The bill was adopted by 80 votes to 12.", "adopt", "80"),
        ("The plan reduced deaths below 50.", "reduce", "below 50"),
        ("The two countries will share the data.", "share", None),
        ("The 27 Member States must pay a levy.", "pay", None),
        ("Nine towns must pay a levy.", "pay", "nine"),
        ("The state agreed to lift a ban on imports from ten districts.", "lift", None),
        ("The state raised the force by 300 officers.", "raise", "300"),
    ],
)
def test_an_amount_is_of_the_object_or_of_its_change(sentence: str, verb: str, quantity: str | None) -> None:
    """Guards that no place's, agent's or age's number is quoted as the amount of what is acted on."""
    assert one(sentence, verb).quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "verb", "inner"),
    [
        ("The cabinet cut the levy charged on diesel by 20 percent.", "cut", "charge"),
        ("The council raised the rent paid by tenants to 400 euros.", "raise", "pay"),
        ("The ministry shortened the time needed to issue a permit from 30 days to 5.", "shorten", "issue"),
        ("The state raised the income at which families receive a grant to 20,000 euros.", "raise", "receive"),
    ],
)
def test_an_amount_is_of_what_grows_or_shrinks(sentence: str, verb: str, inner: str) -> None:
    """Guards that the change is said of the verb of change, not of what stands nearer."""
    assert one(sentence, verb).quantity is not None
    assert one(sentence, inner).quantity is None


@table(
    ("Helmets shall be made compulsory.", "- | make compulsory | helmets | obliged"),
    ("The levy was ruled unlawful by the tribunal.", "tribunal | rule unlawful | levy | achieved"),
    (
        "The records made public by the archive were destroyed.",
        "archive | make public | records | achieved",
        "- | destroy | records | achieved",
    ),
    ("The rebels set free the three sailors.", "rebels | set free | sailors | achieved"),
    ("The engine was made by a foreign firm.", "foreign firm | make | engine | achieved"),
)
def test_what_something_is_made(sentence: str, expected: list[str]) -> None:
    """Guards that the adjective of a passive stays with its verb: what is made compulsory is not made."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "row", "beneficiary"),
    [
        ("The council supplies pupils with free meals.", "council | supply | free meals | ongoing", "pupils"),
        ("Voters must be provided with clear forms by the clerk.", "clerk | provide | forms | obliged", "voters"),
        ("The bank offers small farms cheap credit.", "bank | offer | cheap credit | ongoing", "small farms"),
        ("The state granted widows pensions.", "state | grant | pensions | achieved", "widows"),
        ("Prisoners were denied visits.", "- | deny | visits | achieved", "prisoners"),
        ("The firm provides training with outside experts.", "firm | provide | training | ongoing", None),
        ("The bank offers savings accounts.", "bank | offer | savings accounts | ongoing", None),
    ],
)
def test_what_is_given_and_to_whom(sentence: str, row: str, beneficiary: str | None) -> None:
    """Guards that the thing given is what is acted on, and that who gets it is said."""
    found = statements(sentence)
    check([row], found)
    assert [item.beneficiary for item in found] == [beneficiary]


@table(
    (
        "The ministry provides clinics with the staff needed to treat patients.",
        "ministry | provide | staff | ongoing",
        "clinics | treat | patients | planned",
    ),
    (
        "The fund provides farmers with loans to buy seed.",
        "fund | provide | loans | ongoing",
        "farmers | buy | seed | planned",
    ),
)
def test_who_uses_what_is_given(sentence: str, expected: list[str]) -> None:
    """Guards that those act who are given the means."""
    check(expected, statements(sentence))


@table(
    (
        "Owners must ensure the storage, labelling and disposal of paint.",
        "owners | ensure | storage of paint | obliged",
        "owners | ensure | labelling of paint | obliged",
        "owners | ensure | disposal of paint | obliged",
    ),
    (
        "The act improves the pay and status of carers.",
        "act | improve | pay of carers | ongoing",
        "act | improve | status of carers | ongoing",
    ),
    (
        "The act protects water and freedom of assembly.",
        "act | protect | water | ongoing",
        "act | protect | freedom of assembly | ongoing",
    ),
    (
        "The fund supports trade and protection of minors.",
        "fund | support | trade | ongoing",
        "fund | support | protection of minors | ongoing",
    ),
)
def test_of_behind_a_list(sentence: str, expected: list[str]) -> None:
    """Guards that an of-phrase behind a list of acts, or of things under one article, is said of each of them."""
    check(expected, statements(sentence))


@table(
    ("Spending rose to 9 percent of revenue.", "spending | rise to | 9 percent of revenue | achieved"),
    ("The loan must not exceed 70 % of the price.", "loan | exceed | 70 % of the price | obliged | negated"),
    ("The levy raises 2 percent of GDP.", "levy | raise | 2 percent of GDP | ongoing"),
    ("The city recycles 70 percent of its waste.", "city | recycle | waste | ongoing"),
)
def test_a_share_is_a_size(sentence: str, expected: list[str]) -> None:
    """Guards that nothing climbs to or exceeds a GDP, a revenue or a price, but a share of it."""
    check(expected, statements(sentence))


@table(
    ("Drivers pay $40.", "drivers | pay | $40 | ongoing"),
    ("The deposit shall not exceed €900.", "deposit | exceed | €900 | obliged | negated"),
    ("The charity raised EUR 700.", "charity | raise | EUR 700 | achieved"),
)
def test_bare_money(sentence: str, expected: list[str]) -> None:
    """Guards that a sum with a sign is something that can be paid."""
    check(expected, statements(sentence))


@table(
    ("The state funds higher education.", "state | fund | higher education | ongoing"),
    ("The law protects older workers.", "law | protect | older workers | ongoing"),
    ("The levy hits smaller firms.", "levy | hit | smaller firms | ongoing"),
    ("The court heeds the best interests of the child.", "court | heed | best interests of the child | ongoing"),
    ("The plan doubles per capita income.", "plan | double | per capita income | ongoing"),
    ("The state wants better roads.", "state | want | roads | ongoing"),
)
def test_degree_words_of_a_name(sentence: str, expected: list[str]) -> None:
    """Guards that a comparative that tells which is kept, and one that tells how good is not."""
    check(expected, statements(sentence))


@table(
    ("Files relating to the sale must be kept.", "- | keep | files relating to the sale | obliged"),
    ("The state abolished the duty on salt.", "state | abolish | duty on salt | achieved"),
    ("The council adopted the rules on Tuesday.", "council | adopt | rules | achieved"),
    ("Tenants must pay rent monthly.", "tenants | pay | rent | obliged"),
    ("The union called off the march hours before it started.", "union | call off | march | achieved"),
    ("The fund may repay up to half of the costs.", "fund | repay | costs | possible"),
    ("The owner may sell up to one third of the quota.", "owner | sell | quota | possible"),
    ("The board is composed of farmers.", "board | compose of | farmers | ongoing"),
    (
        "A panel made up of judges heard the case.",
        "panel | make up of | judges | achieved / ongoing",
        "panel | hear | case | achieved",
    ),
    ("Women were left out of the talks.", "- | leave out | women | achieved"),
    ("The clinic turned away migrants.", "clinic | turn away | migrants | achieved"),
)
def test_no_more_and_no_less_than_the_object(sentence: str, expected: list[str]) -> None:
    """Guards that an object keeps its topic, takes in no time, and that a verb keeps its particle."""
    check(expected, statements(sentence))


@table(
    ("The mob set fire to the archive.", "mob | set fire to | archive | achieved"),
    ("The rebels laid siege to the port.", "rebels | lay siege to | port | achieved"),
    ("The guards opened fire on miners.", "guards | open fire on | miners | achieved"),
    ("The senator rose in opposition to the treaty.", "senator | rise in opposition to | treaty | achieved"),
    ("The minister laid the cable.", "minister | lay | cable | achieved"),
)
def test_verb_and_noun_together(sentence: str, expected: list[str]) -> None:
    """Guards that it is the archive that is acted on, not the fire."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "time"),
    [
        ("The board will publish its plan in autumn 2027.", "publish", "in autumn 2027"),
        ("The house will pass the bill before the summer recess.", "pass", "before the summer recess"),
        ("The state will cut costs by fiscal 2029.", "cut", "by fiscal 2029"),
        ("The agency will hire guards in FY2025-26.", "hire", "in FY2025-26"),
        ("The house rejected the bill last night.", "reject", "last night"),
        ("The city will open the park by Labor Day.", "open", "by Labor Day"),
        ("The bank will raise rates starting next month.", "raise", "starting next month"),
        ("The firm will supply gas through end-March.", "supply", "through end-March"),
        ("The navy stopped boats carrying weapons last week.", "stop", "last week"),
        ("The navy stopped boats carrying weapons last week.", "carry", None),
        ("The house approved a bid to join the union on Monday.", "join", None),
        ("The minister said on Friday the state would hire nurses.", "hire", None),
        ("The council recalls the fears of 1962 rather than those of today.", "recall", None),
        ("The party blamed the mayor for the crisis.", "blame", None),
        ("The fund spends more than last year.", "spend", None),
        ("Farmers planted winter wheat.", "plant", None),
    ],
)
def test_when_it_is_done(sentence: str, verb: str, time: str | None) -> None:
    """Guards seasons, holidays and fiscal years, and that a time is that of the act it is said of."""
    assert [item.time for item in statements(sentence) if item.verb == verb] in ([time], [] if time is None else [time])


def test_a_rate_is_part_of_its_amount() -> None:
    """Guards that "a month" behind a sum says how much, not when."""
    found = one("The state pays widows 300 euros a month.", "pay")
    assert (found.quantity, found.time) == ("300 euros a month", None)


@table(
    ("Divers searched on Friday for the wreck.", "divers | search for | wreck | achieved"),
    (
        "The plant hired 80 cooks, most of whom were trained abroad.",
        "plant | hire | cooks | achieved",
        "- | train | cooks | achieved",
    ),
    ("The order revokes Executive Order 1207.", "order | revoke | Executive Order 1207 | ongoing"),
    ("The court upheld Section 9 of the Act.", "court | uphold | Section 9 of the Act | achieved"),
    ("The act repeals Act 31.", "act | repeal | Act 31 | ongoing"),
)
def test_past_a_phrase_and_to_the_end_of_a_name(sentence: str, expected: list[str]) -> None:
    """Guards that a time between verb and preposition hides no object, and that a number that names stays."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "quantity", "beneficiary"),
    [
        ("The city granted coupons worth 90 euro to 2 million pupils.", "grant", "90 euro", "pupils"),
        ("The law cuts the waiting period from two years to six months.", "cut", "from two years to six months", None),
        ("The army freed 40 hostages, many of whom had been beaten.", "beat", None, None),
    ],
)
def test_where_an_amount_ends(sentence: str, verb: str, quantity: str | None, beneficiary: str | None) -> None:
    """Guards that a sum does not run on into a number of people, and that a change has both its ends."""
    found = one(sentence, verb)
    assert (found.quantity, found.beneficiary) == (quantity, beneficiary)


@table(
    ("Freedom of thought shall be inviolable.", "freedom of thought | be | inviolable | obliged"),
    (
        "Schooling shall be compulsory and free.",
        "schooling | be | compulsory | obliged",
        "schooling | be | free | obliged",
    ),
    ("Its opinions are not binding.", "opinions | be | binding | ongoing | negated"),
    ("All women are equal before the law.", "women | be | equal before the law | ongoing"),
    ("The ruling shall be final.", "ruling | be | final | obliged"),
    ("The road is free from ice.",),
    ("The city is large.",),
)
def test_what_something_is_in_law(sentence: str, expected: list[str]) -> None:
    """Guards that what something is in law is said, and how it merely looks is not."""
    check(expected, statements(sentence))


@table(
    ("The tribunal ruled the levy unlawful.", "tribunal | rule unlawful | levy | achieved"),
    ("The jury found the banker guilty of fraud.", "jury | find guilty | banker | achieved"),
    ("The city offered 90 tenants free repairs.", "city | offer | free repairs | achieved"),
)
def test_two_things_behind_the_verb(sentence: str, expected: list[str]) -> None:
    """Guards that what is judged and what is given are told from how it is judged and to whom it is given."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "quantity"),
    [
        ("The state froze the assets of three banks.", "freeze", None),
        ("The treaty secured the release of 90 prisoners.", "secure", "90"),
        ("The bank allocated 7 million euros to four towns.", "allocate to", "7 million euros"),
        ("The firm built a train with a speed of 300 km/h.", "build", "300 km"),
    ],
)
def test_whose_number_it_is(sentence: str, verb: str, quantity: str | None) -> None:
    """Guards that owners are not counted for what they own, and that what is spent is the amount of spending."""
    assert one(sentence, verb).quantity == quantity


@table(
    (
        "Councils must decide where homes will be built and who may rent them.",
        "councils | decide | where homes will be built | obliged",
        "councils | decide | who may rent them | obliged",
        "- | build | homes | planned",
        "- | rent | homes | possible",
    ),
    (
        "Parliament will debate whether the age limit should be lowered.",
        "Parliament | debate | whether the age limit should be lowered | planned",
        "- | lower | age limit | possible",
    ),
    (
        "Nurses should discuss with each patient which treatment is best.",
        "nurses | discuss | which treatment is best | obliged",
    ),
    (
        "The ministry tested how the warning system works and studied why two dams had failed.",
        "ministry | test | how the warning system works | achieved",
        "ministry | study | why two dams had failed | achieved",
    ),
    (
        "Districts must publish what they spend and identify which services could be shared.",
        "districts | publish | what they spend | obliged",
        "districts | identify | which services could be shared | obliged",
        "- | share | services | possible",
    ),
    ("Patients can check on the website which clinics are open.", "patients | check | which clinics are open | possible"),
    (
        "The council decided on the site which firms had polluted.",
        "council | decide on | site | achieved",
        "firms | pollute | site | achieved",
    ),
    ("The minister agreed when he was asked about it.",),  # near miss: when something is done is no question
)
def test_a_question_is_what_is_decided_or_studied(sentence: str, expected: list[str]) -> None:
    """Guards that the question itself is the object, not whom it is discussed with, and no condition."""
    found = statements(sentence)
    check(expected, found)
    assert all(item.condition is None for item in found)


@table(
    (
        "Ports shall report to the agency on the volume of spills and on fines.",
        "ports | report on | volume of spills | obliged",
        "ports | report on | fines | obliged",
    ),
    ("The envoy reported to members on breaches of the truce.", "envoy | report on | breaches of the truce | achieved"),
    ("The chief engineer reports to the board.", "chief engineer | report to | board | ongoing"),
    ("The panel will report to parliament on Monday.", "panel | report to | parliament | planned"),
    (
        "The act extends a relief which over a million families have made use of.",
        "act | extend | relief | ongoing",
        "families | make use of | relief | achieved",
    ),
    (
        "The envoy toured the port the navy had taken control of.",
        "envoy | tour | port | achieved",
        "navy | take control of | port | achieved",
    ),
    ("Banks must keep a close eye on lending.", "banks | keep eye on | lending | obliged"),
    (
        "The council gave weight to local views in choosing a site.",
        "council | give weight to | local views | achieved",
        "council | choose | site | achieved",
    ),
    (
        "No firm may enter into, extend or renew a lease.",
        "firm | enter into | lease | possible | negated",
        "firm | extend | lease | possible | negated",
        "firm | renew | lease | possible | negated",
    ),
    ("The office shall provide free of charge a digital form.", "office | provide | digital form | obliged"),
    ("The centre offers advice free of charge.", "centre | offer | advice | ongoing"),
    (
        "Ports shall make publicly available, by 15 May of each year, a list of berths.",
        "ports | make available | list of berths | obliged",
    ),
    (
        "The office is responsible for the fleet, for training crews and for inspecting hangars.",
        "office | be responsible for | fleet | ongoing",
        "? office | train | crews | ongoing",
        "office | inspect | hangars | ongoing / planned",
    ),
    (
        "Managers are responsible for hiring nurses, for checking records and for reporting incidents.",
        "managers | hire | nurses | ongoing",
        "managers | check | records | ongoing",
        "managers | report | incidents | ongoing",
    ),
    ("The state will pour money into rural schools.", "state | pour into | rural schools | planned"),
    ("The city invested part of the levy in parks.", "city | invest in | parks | achieved"),
    ("The museum put money on the table.", "museum | put | money | achieved"),
    (
        "Chile's cabinet approved on Monday a bill on copper exports.",
        "cabinet / Chile's cabinet | approve | bill on copper exports | achieved",
    ),
    ("The bill approved on Monday caps rents.", "- | approve | bill | achieved", "bill | cap | rents | ongoing"),
    (
        "The Secretary shall propose to the Congress legislation that would ease reviews.",
        "Secretary | propose | legislation | obliged",
        "legislation | ease | reviews | possible",
    ),
    ("The agency will submit to Parliament proposals on fees.", "agency | submit | proposals on fees | planned"),
    ("The mayor wrote to Parliament officials.", "mayor | write to | Parliament officials | achieved"),
    (
        "Peru's Senate passed by 86 votes to 41 a constitutional amendment on land.",
        "Senate | pass | constitutional amendment on land | achieved",
    ),
    ("We attach the highest value to the accord.", "- | attach value to | accord | ongoing"),
    (
        "The act cut the number of people waiting for surgery.",
        "act | cut | number of people | achieved",
        "people | wait for | surgery | achieved",
    ),
    ("The act covers a number of reforms.", "act | cover | reforms | ongoing"),
    ("They have chosen to rebuild, with three quarters of homes now fitted with shutters.", "- | fit | homes | achieved"),
    (
        "A director shall be accountable for the budget and for reporting to the board on savings.",
        "director | be accountable for | budget | obliged",
        "director | report on | savings | obliged",
    ),
    ("The fund will lend small firms up to 50,000 euros each.", "fund | lend | up to 50,000 euros | planned"),
    ("The load does not exceed 500 kilograms.", "load | exceed | 500 kilograms | ongoing | negated"),
    (
        "States shall report to the agency on the volume of water supplied and the penalties imposed.",
        "states | report on | volume of water supplied / volume of water | obliged",
        "states | report on | penalties | obliged",
        "? - | impose | penalties | achieved",
        "? - | supply | water | achieved",
    ),
    ("Two ferries were put into service in May.", "- | put into service | ferries | achieved"),
    ("The state will bring the accord into effect.", "state | bring into effect | accord | planned"),
)
def test_what_is_reported_on_made_use_of_or_put_into_service(sentence: str, expected: list[str]) -> None:
    """Guards that the matter is the object, wherever the preposition stands."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The bar shall cease sales between 10:00 p.m. and 6:00 a.m.", "sales"),
        ("The port will ban landings between 22:00 and 6:00.", "landings"),
        ("We will promote high-standard opening up.", "high-standard opening up"),
        ("The state will speed up road building.", "road building"),
    ],
)
def test_hours_are_no_concept_and_opening_up_is_one(sentence: str, label: str) -> None:
    """Guards the end of a label."""
    assert statements(sentence)[0].object == label


def test_a_sentence_with_a_time_of_its_own_takes_none_of_its_neighbour() -> None:
    """Guards that a time between subject and verb stays in its own half."""
    made = "Our power now comes from the sun, and by the end of the decade we intend to export hydrogen."
    assert (one(made, "come from").time, one(made, "export").time) == ("now", "by the end of the decade")
    made = "Power now comes from coal, and the state plans to build a pipeline."
    assert (one(made, "come from").time, one(made, "build").time) == ("now", None)
    made = "In May the port opened two berths and the state built a road."
    assert (one(made, "open").time, one(made, "build").time) == ("in May", "in May")


def test_a_happening_one_learns_from_is_no_time() -> None:
    """Guards that "from" names what lessons are drawn from."""
    assert one("We must draw lessons from the pandemic.", "draw").time is None
    assert one("The port has cut fees since the pandemic.", "cut").time == "since the pandemic"
