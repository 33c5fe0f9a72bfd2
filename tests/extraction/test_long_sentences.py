"""Sentences of thirty words and more: what goes on with what, and what a pronoun far behind stands for."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "Any member of staff who finds a discrepancy in the drugs register must report it to the pharmacist.",
        "member of staff | find | discrepancy | ongoing",
        "member of staff | report | discrepancy | obliged",
    ),
    (
        "The Ministry of Commerce added 28 companies to its list of unreliable entities, barring them from importing goods.",
        "Ministry of Commerce | add | companies | achieved",
        "Ministry of Commerce | bar | companies | achieved",
        "companies | import | goods | achieved | negated",
    ),
    (
        "Instead of raising the levy, as the government had intended, the finance minister will freeze it for two years.",
        "finance minister | raise | levy | planned | negated",
        "finance minister | freeze | levy | planned",
    ),
    (
        "The Act empowers inspectors to enter premises and question employees, but does not allow them to make arrests.",
        "inspectors | enter | premises | possible",
        "inspectors | question | employees | possible",
        "inspectors | make | arrests | possible | negated",
    ),
    (
        "Everyone has the right to a healthy environment, and it is the duty of public authorities to preserve it.",
        "everyone | have right to | healthy environment | ongoing",
        "public authorities | preserve | healthy environment | obliged",
    ),
    (
        "The mayor told reporters that the city had closed two sites and would open three more.",
        "city | close | sites | achieved",
        "city | open | sites | planned",
    ),
)
def test_pronouns_far_from_what_they_stand_for(sentence: str, expected: list[str]) -> None:
    """Guards "it" and "them": what the verb acts on before what stands inside its phrases, things before those who act."""
    check(expected, statements(sentence))


@table(
    (
        "The Republic permits no foreign bases, and shall not acquire, manufacture or allow the transit of nuclear arms.",
        "Republic | permit | foreign bases | ongoing | negated",
        "Republic | acquire | transit of nuclear arms | obliged | negated",
        "Republic | manufacture | transit of nuclear arms | obliged | negated",
        "Republic | allow | transit of nuclear arms | obliged | negated",
    ),
    (
        "It is high time that the Council reformed its membership and gave Africa permanent seats.",
        "Council | reform | membership | obliged",
        "Council | give | permanent seats | obliged",
    ),
    ("What we ask is that the rules be applied equally to all.", "- | apply | rules | requested"),
    (
        "The city became the first in the country to ban diesel buses.",
        "city | become | first | achieved",
        "city | ban | diesel buses | achieved",
    ),
    (
        "The general was sentenced to nine years in prison for ordering the shelling of the village.",
        "- | sentence | general | achieved",
        "general | order | shelling of the village | achieved",
    ),
    (
        "We urge all States that have not yet done so to ratify the Convention and to repeal laws that shield perpetrators.",
        "States | ratify | Convention | requested",
        "States | repeal | laws | requested",
        "laws | shield | perpetrators | ongoing",
    ),
    (
        "Competent authorities should be given the power to order the removal of illegal offers.",
        "- | give | power | obliged",
        "competent authorities | order | removal of illegal offers | possible",
    ),
)
def test_status_over_a_distance(sentence: str, expected: list[str]) -> None:
    """Guards status, polarity and actor that come from a verb further up."""
    check(expected, statements(sentence))


@table(
    (
        "The minister said that her department had trained inspectors, closed sites and would double the number of units.",
        "department | train | inspectors | achieved",
        "department | close | sites | achieved",
        "department | double | number of units | planned",
    ),
    (
        "The treaty ended a dispute that had lasted for forty years and gave the island a seat in the assembly.",
        "treaty | end | dispute | achieved",
        "treaty | give | seat | achieved",
    ),
    (
        "We set up a mechanism for early warning, disposed of 43 rural banks in an orderly way, and curbed hidden debt.",
        "- | set up | mechanism for early warning | achieved",
        "- | dispose of | rural banks | achieved",
        "- | curb | hidden debt | achieved",
    ),
    (
        "The charity runs a shelter for women fleeing violence and trains police officers to recognise abuse.",
        "charity | run | shelter | ongoing",
        "women | flee | violence | ongoing",
        "charity | train | police officers | ongoing",
        "police officers | recognise | abuse | planned",
    ),
    (
        "Slavery, torture and forced labour are prohibited in all their forms.",
        "- | prohibit | Slavery | ongoing",
        "- | prohibit | torture | ongoing",
        "- | prohibit | forced labour | ongoing",
    ),
    (
        "The study blamed the outbreak on poor ventilation and recommended that schools fit filters.",
        "study | blame | outbreak | achieved",
        "schools | fit | filters | requested",
    ),
    (
        "The company was founded in 1901 by two brothers from Leeds, who later sold their shares to a rival brewer.",
        "brothers from Leeds | found | company | achieved",
        "brothers from Leeds | sell | shares | achieved",
    ),
    (
        "No public official shall accept any gift worth more than 50 euros, solicit contributions, or use stolen information.",
        "public official | accept | gift | obliged | negated",
        "public official | solicit | contributions | obliged | negated",
        "public official | use | stolen information | obliged | negated",
    ),
    (
        "Every worker should be offered training, and every firm that trains should be rewarded.",
        "- | offer | training | obliged",
        "- | reward | firm | obliged",
    ),
)
def test_what_goes_on_with_what(sentence: str, expected: list[str]) -> None:
    """Guards lists that go on behind relative clauses, parentheses and amounts."""
    check(expected, statements(sentence))


@table(
    ("The river supplies drinking water to three million people.", "river | supply | drinking water | ongoing"),
    (
        "The Programme shall support the deployment of charging points and the training of seafarers.",
        "Programme | support | deployment of charging points | obliged",
        "Programme | support | training of seafarers | obliged",
    ),
    ("The fund will cut the cost of running schools.", "fund | cut | cost of running schools | planned"),
)
def test_gerunds_that_belong_to_a_noun(sentence: str, expected: list[str]) -> None:
    """Guards "charging points": nobody charges them."""
    check(expected, statements(sentence))


def test_a_condition_behind_a_shared_object() -> None:
    """Guards what follows the object of several verbs: it is said of each."""
    found = statements("The Board may refuse, suspend or revoke a licence if the holder has been convicted of fraud.")
    conditions = {item.verb: item.condition for item in found if item.actor == "Board"}
    expected = "if the holder has been convicted of fraud"
    assert conditions == {"refuse": expected, "suspend": expected, "revoke": expected}


def test_a_condition_without_a_verb() -> None:
    """Guards "unless satisfied that …"."""
    (found,) = statements("The Minister shall not grant consent unless satisfied that the site is safe.")
    assert found.condition == "unless satisfied that the site is safe"


def test_who_is_asked() -> None:
    """Guards "Asked whether …": a question put to somebody is no act."""
    (found,) = statements("Asked whether the bank would step in, the governor said that it would buy bonds.")
    assert (found.verb, found.object, found.speaker) == ("buy", "bonds", "governor")


@table(
    (
        "Indigenous peoples have the right to own, use, develop and control the lands that they possess.",
        "indigenous peoples | have | right to own, use, develop and control lands | ongoing",
        "indigenous peoples | own | lands | ongoing",
        "indigenous peoples | use | lands | ongoing",
        "indigenous peoples | develop | lands | ongoing",
        "indigenous peoples | control | lands | ongoing",
        "indigenous peoples | possess | lands | ongoing",
    ),
    (
        "Agencies shall, to the extent practicable, purchase goods made in the country and shall seek waivers.",
        "agencies | purchase | goods | obliged",
        "- | make | goods | achieved",
        "agencies | seek | waivers | obliged",
    ),
    (
        "Wards will be cleaned at least twice a day, and any area contaminated with blood will be disinfected immediately.",
        "- | clean | wards | planned",
        "- | contaminate | area | achieved",
        "- | disinfect | area | planned",
    ),
    (
        "The law shall guarantee journalists the right not to reveal their sources.",
        "law | guarantee | right | obliged",
        "journalists | reveal | sources | possible | negated",
    ),
    (
        "Employees should report it to the Counter Fraud Specialist if they suspect fraud.",
        "employees | suspect | fraud | possible",
    ),
    (
        "Employees who suspect fraud should report it to the inspector rather than trying to investigate it themselves.",
        "employees | suspect | fraud | ongoing",
        "employees | report | fraud | obliged",
        "employees | investigate | fraud | obliged | negated",
    ),
    (
        "Providers shall put in place measures, tailored to the risks identified, which may include adapting their services.",
        "providers | put in place | measures | obliged",
        "- | tailor | measures | ongoing",
        "measures | adapt | services | possible",
    ),
    (
        "Peru condemns the attack on the convoy, which killed nine workers, and calls for an inquiry into who led it.",
        "Peru | condemn | attack on the convoy | ongoing",
        "attack on the convoy | kill | workers | achieved",
        "Peru | call for | inquiry | ongoing",
        "- | lead | attack on the convoy | achieved",
    ),
    (
        "Each Member State shall have in place at least one contact point which assists small farmers.",
        "Member State | have in place | contact point | obliged",
        "contact point | assist | small farmers | ongoing",
    ),
    (
        "Those who embezzle or misappropriate subsidies will be punished.",
        "those who embezzle or misappropriate subsidies | embezzle | subsidies | ongoing",
        "those who embezzle or misappropriate subsidies | misappropriate | subsidies | ongoing",
        "- | punish | those who embezzle or misappropriate subsidies | planned",
    ),
)
def test_lists_and_parentheses_of_laws(sentence: str, expected: list[str]) -> None:
    """Guards words that are verbs by their place, and whom or what clauses behind commas speak of."""
    check(expected, statements(sentence))


def test_an_amount_of_a_relative_clause() -> None:
    """Guards the amount in a clause about the object: it is none of the object's."""
    signed, built, cost = statements("Spain signed an accord to build a pipeline, which will cost 2.5 billion euros.")[:3]
    assert (signed.quantity, built.quantity) == (None, None)
    assert cost.quantity == "2.5 billion euros"


def test_what_is_told_of_the_speaker() -> None:
    """Guards "The bank, which had warned ministers, said …": that it had warned them is told by nobody in the sentence."""
    warned, consulted = statements("The bank, which had warned ministers, said that it had consulted lenders.")
    assert (warned.object, warned.speaker) == ("ministers", None)
    assert (consulted.object, consulted.speaker) == ("lenders", "bank")


@table(
    (
        "The bank cleared the purchase of the maker, after the buyer offered to sell two plants and license a patent.",
        "bank | clear | purchase of the maker | achieved",
        "buyer | sell | plants | planned",
        "buyer | license | patent | planned",
    ),
    (
        "Prosecutors have dropped a probe into whether the tyre maker colluded with rivals, finding insufficient evidence.",
        "prosecutors | drop | probe | achieved",
        "tyre maker | collude with | rivals | possible",
        "prosecutors | find | insufficient evidence | achieved",
    ),
    (
        "Shareholders voted down a plan to move the headquarters to Zurich, and the chairman, who had championed it, resigned.",
        "shareholders | vote down | plan | achieved",
        "shareholders | move | headquarters | planned",
        "chairman | champion | plan | achieved",
    ),
    (
        "Lawmakers approved the bill, and it now goes to the upper house, where the opposition has enough seats to delay it.",
        "lawmakers | approve | bill | achieved",
        "bill | go to | upper house | ongoing",
        "opposition | have | seats | ongoing",
        "opposition | delay | bill | planned",
    ),
    (
        "Fishermen are suing the guard and demanding that the quota be restored.",
        "fishermen | sue | guard | ongoing",
        "- | restore | quota | requested",
    ),
    ("Meals are paid for by a levy on drinks.", "levy on drinks | pay for | meals | ongoing"),
    (
        "We will not rest until victims get the justice they deserve.",
        "victims | get | justice | planned",
        "victims | deserve | justice | ongoing",
    ),
    (
        "The fund will support consortia which develop steel, test it at scale and share results with producers.",
        "fund | support | consortia | planned",
        "consortia | develop | steel | ongoing",
        "consortia | test | steel | ongoing",
        "consortia | share | results | ongoing",
    ),
    (
        "In carrying out its tasks, the Agency shall neither seek nor take instructions, and its staff shall uphold the law.",
        "Agency | carry out | tasks | obliged",
        "Agency | seek | instructions | obliged | negated",
        "Agency | take | instructions | obliged | negated",
        "staff | uphold | law | obliged",
    ),
    (
        "Whoever makes a false statement shall be fined.",
        "Whoever makes a false statement | make | false statement | ongoing",
        "- | fine | Whoever makes a false statement | obliged",
    ),
)
def test_news_of_decisions(sentence: str, expected: list[str]) -> None:
    """Guards what the wire puts behind commas, and what "it" is there."""
    check(expected, statements(sentence))


def test_each_clause_has_its_own_time() -> None:
    """Guards the time that opens the sentence: a clause with a time of its own keeps that first."""
    found = statements("By 2030, a fifth of energy is to come from wind, and no plant may be opened after 2026.")
    assert [item.time for item in found if item.verb == "open"] == ["after 2026"]


@table(
    (
        "Turkey offered to mediate between the two governments, an offer that Tavora rejected.",
        "Turkey | mediate between | governments | planned",
        "Tavora | reject | offer | achieved",
    ),
    (
        "A court in Kessia convicted a journalist of spying and jailed him for six years.",
        "court | convict | journalist | achieved",
        "court | jail | journalist | achieved",
    ),
    (
        "The army imposed a curfew in three provinces and banned gatherings of more than ten people.",
        "army | impose | curfew | achieved",
        "army | ban | gatherings of more than ten people | achieved",
    ),
    ("The two sides accused each other of breaking the ceasefire.", "sides | break | ceasefire | achieved"),
    (
        "Hackers believed to be working for Kessia stole data from the election commission.",
        "hackers | work for | Kessia | ongoing",
        "hackers | steal | data | achieved",
    ),
)
def test_events(sentence: str, expected: list[str]) -> None:
    """Guards reports of what states and armed groups do to each other."""
    check(expected, statements(sentence))


@table(
    (
        "Staff are told that gifts must be declared, that hospitality should be modest and that cash may never be accepted.",
        "hospitality | be | modest | obliged",
        "- | declare | gifts | obliged",
        "- | accept | cash | possible | negated",
    ),
    (
        "Leaders reaffirmed their commitment to the target of 2 percent and tasked ministers with drawing up a timetable.",
        "leaders | reaffirm | commitment to the target | achieved",
        "ministers | draw up | timetable | obliged",
    ),
    (
        "The Board will publish its findings in full and act on every recommendation within six months.",
        "Board | publish | findings | planned",
        "Board | act on | recommendation | planned",
    ),
    ("The Court orders the State to pay the applicant 7,500 euros.", "State | pay | 7,500 euros | requested"),
    (
        "The law, which parliament passed in June, obliges outlets to register and lets officials close those deemed a threat.",
        "parliament | pass | law | achieved",
        "officials | close | those deemed a threat | possible",
    ),
    ("We have made our concerns known to the government.", "- | make known | concerns | achieved"),
    (
        "The group agreed to phase out subsidies that encourage waste while providing support for the poorest.",
        "group | phase out | subsidies | planned",
        "subsidies | encourage | waste | ongoing",
        "group | provide | support for the poorest | planned",
    ),
    (
        "We, the heads of state of the basin, resolve to share water equitably.",
        "heads of state of the basin | share | water | planned",
    ),
    ("The Committee notes that no plan exists to address the problem.", "plan | address | problem | planned | negated"),
    (
        "Consent obtained under pressure is not valid, and patients may withdraw it at any time.",
        "- | obtain | Consent | achieved",
        "patients | withdraw | Consent | possible",
    ),
)
def test_courts_boards_and_assemblies(sentence: str, expected: list[str]) -> None:
    """Guards lists of that-clauses, lists behind amounts and adjectives, and those to whom something is paid."""
    check(expected, statements(sentence))


def test_a_condition_behind_its_catenative() -> None:
    """Guards "stands ready to act should …": the condition is the act's."""
    (found,) = statements("The Council stands ready to adopt further measures should the parties fail to comply.")
    assert found.condition == "should the parties fail to comply"


@table(
    (
        "Auditors say that fewer than half of the projects it backed have met their targets.",
        "- | back | projects | achieved",
        "projects | meet | targets | achieved",
    ),
    (
        "The committee voted down an amendment tabled by the Greens that sought to bring the phase-out forward.",
        "committee | vote down | amendment | achieved",
        "Greens | table | amendment | achieved",
        "amendment | bring | phase-out | planned",
    ),
    (
        "The government named a retired judge to head an inquiry.",
        "government | name | retired judge | achieved",
        "retired judge | head | inquiry | planned",
    ),
    ("No evidence has been found that the minister broke the law.", "minister | break | law | achieved | negated"),
    (
        "Hospitals are so short of staff that some have closed wards and cancelled operations.",
        "hospitals | close | wards | achieved",
        "hospitals | cancel | operations | achieved",
    ),
    ("All other members voted in favour of the resolution.", "members | vote in favour of | resolution | achieved"),
    ("We are proud to have hosted the games.", "- | host | games | achieved"),
    (
        "The law prohibits landlords from raising rents and from evicting tenants.",
        "law | prohibit | landlords | ongoing",
        "landlords | raise | rents | obliged | negated",
        "landlords | evict | tenants | obliged | negated",
    ),
    (
        "The state cut costs by merging offices and by selling land.",
        "state | cut | costs | achieved",
        "state | merge | offices | achieved",
        "state | sell | land | achieved",
    ),
    (
        "No new licences will be issued, and existing ones will not be renewed.",
        "- | issue | new licences | planned | negated",
        "- | renew | existing licences | planned | negated",
    ),
    (
        "The minister said that anyone caught looting would be jailed.",
        "- | catch | anyone | achieved",
        "- | jail | anyone | planned",
    ),
    (
        "The president, who takes office on 1 June, has yet to say how she would pay for it.",
        "president | take | office | ongoing",
    ),
    ("Employees' views must be taken into account.", "- | take into account | views | obliged"),
)
def test_who_some_are_and_what_was_not_found(sentence: str, expected: list[str]) -> None:
    """Guards "some", "ones", evidence that is missing, and prepositions said twice."""
    check(expected, statements(sentence))


@table(
    (
        "We must root out waste and hold to account those who shirk their duties.",
        "- | root out | waste | obliged",
        "- | hold to account | those who shirk their duties | obliged",
        "those who shirk their duties | shirk | duties | ongoing",
    ),
    (
        "We cut fees charged to firms by 180 billion yuan, refunded overpaid VAT, and deferred loan repayments.",
        "- | cut | fees | achieved",
        "- | charge | fees | achieved",
        "- | refund | overpaid VAT | achieved",
        "- | defer | loan repayments | achieved",
    ),
    (
        "I call on the rich countries to honour the pledge they made, a pledge that has been broken every year.",
        "rich countries | honour | pledge | requested",
        "rich countries | make | pledge | achieved",
        "- | break | pledge | achieved",
    ),
    (
        "The call aims at helping small firms adopt digital tools, improving their resilience, and widening their markets.",
        "small firms | adopt | digital tools | planned",
        "call | improve | resilience | planned",
        "call | widen | markets | planned",
    ),
    (
        "Managers should meet any employee who reports stress, agree what adjustments can be made, and keep records.",
        "managers | meet | employee | obliged",
        "employee | report | stress | ongoing",
        "managers | agree | what adjustments can be made | obliged",
        "- | make | adjustments | possible",
        "managers | keep | records | obliged",
    ),
    ("By the time the project ends, partners will have tested the technology.", "partners | test | technology | planned"),
)
def test_reports_and_calls(sentence: str, expected: list[str]) -> None:
    """Guards lists behind amounts, nouns that are said again, and what is no second object."""
    check(expected, statements(sentence))


def test_in_the_past_months() -> None:
    """Guards "in the past six months", which is no "in the past" with an amount."""
    (found,) = statements("The clinic has closed two wards in the past six months.")
    assert (found.quantity, found.time) == ("two", "in the past six months")


@table(
    (
        "Officials confirmed that the outbreak had spread to a third district and appealed to residents to wear masks.",
        "outbreak | spread to | third district | achieved",
        "residents | wear | masks | requested",
    ),
    (
        "The bank, already under investigation for laundering money, was ordered to replace its head of compliance.",
        "- | launder | money | possible",
        "bank | replace | head of compliance | requested",
    ),
    (
        "The law gives tenants the right to buy the flats they live in.",
        "law | give | right | ongoing",
        "tenants | buy | flats | ongoing",
        "tenants | live in | flats | ongoing",
    ),
)
def test_names_with_a_parenthesis(sentence: str, expected: list[str]) -> None:
    """Guards what stands apart behind a name, and prepositions left at the end of a clause."""
    check(expected, statements(sentence))


def test_who_calls_it_so_says_nothing_else() -> None:
    """Guards "a goal critics call unrealistic": the main clause is none of their words."""
    (found,) = statements(
        "The commission proposed that members cut the use of pesticides by half, a goal critics call unrealistic."
    )
    assert (found.verb, found.speaker) == ("cut", None)


@table(
    (
        "A person who has been refused a permit may appeal to the tribunal.",
        "- | refuse | permit | achieved",
        "person | appeal to | tribunal | possible",
    ),
    (
        "Asylum is guaranteed to anyone persecuted for defending freedom.",
        "- | guarantee | asylum | ongoing",
        "- | persecute | anyone | achieved",
        "anyone persecuted for defending freedom | defend | freedom | achieved",
    ),
    (
        "Each party shall provide the other with the information needed to trace weapons.",
        "- | trace | weapons | planned",
    ),
)
def test_refused_persecuted_and_the_other(sentence: str, expected: list[str]) -> None:
    """Guards what somebody is refused, why somebody is persecuted, and "the other", which names nobody."""
    check(expected, statements(sentence))


@table(
    ("The council neither confirmed nor denied that it had paid the hackers.", "council | pay | hackers | possible"),
    ("The ministry did not confirm that it had closed the base.", "ministry | close | base | possible"),
    ("The firm denied that it had sold arms.", "firm | sell | arms | achieved | negated"),
)
def test_what_is_not_confirmed(sentence: str, expected: list[str]) -> None:
    """Guards what somebody does not confirm: it is left open."""
    check(expected, statements(sentence))
