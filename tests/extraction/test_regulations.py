"""Regulations of agencies and the wire's reports: participles, fronted phrases and words that are noun and verb."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "A shop that sells or handles meat must keep a diary.",
        "shop | sell | meat | ongoing",
        "shop | handle | meat | ongoing",
        "shop | keep | diary | obliged",
    ),
    (
        "Growers must feed the soil through rotations, cover crops and the spreading of compost.",
        "growers | feed | soil | obliged",
    ),
    (
        "Colombian security forces arrested at least nine smugglers.",
        "Colombian security forces | arrest | smugglers | achieved",
    ),
)
def test_nouns_and_verbs_of_one_form(sentence: str, expected: list[str]) -> None:
    """Guards "handles", "cover" and "forces" against the other reading."""
    check(expected, statements(sentence))


@table(
    ("A firm engaged in the curing of hides must register.", "firm | engage in | curing of hides | ongoing"),
    (
        'The term "carrier" means any firm engaged in haulage.',
        "term carrier | mean | firm | ongoing",
        "firm | engage in | haulage | ongoing",
    ),
    (
        "Villages chosen for this pilot are required to fence wells.",
        "- | choose | villages | achieved",
        "villages | fence | wells | obliged",
    ),
    (
        "The fund is helping villages hit by frost to plant orchards.",
        "frost | hit | villages | achieved",
        "villages | plant | orchards | ongoing",
    ),
)
def test_participles_behind_their_noun(sentence: str, expected: list[str]) -> None:
    """Guards who is engaged, chosen or hit, and which verb is the main one."""
    check(expected, statements(sentence))


@table(
    (
        "Skippers are required to report catches weekly and are prohibited from landing small cod.",
        "skippers | report | catches | obliged",
        "skippers | land | small cod | obliged | negated",
    ),
    (
        "The contractor shall, prior to digging trenches, give a written warning to the tenant.",
        "contractor | dig | trenches | obliged",
        "contractor | give | written warning | obliged",
    ),
    ("The mill must at once notify the inspector concerning any spill.", "mill | notify | inspector | obliged"),
)
def test_who_is_bound(sentence: str, expected: list[str]) -> None:
    """Guards the actor of a second ban and of a fronted phrase, and the object of "notify"."""
    check(expected, statements(sentence))


def test_a_particle_bounds_no_amount() -> None:
    """Guards "two" of "hand over two suspects"."""
    (found,) = statements("Peru demanded that Chile hand over two suspects.")
    assert [(item.text, item.bound) for item in found.quantities] == [("two", None)]


def test_part_of_a_point() -> None:
    """Guards the unit behind a fraction."""
    (found,) = statements("The bank lowered its rate by half a percentage point.")
    assert [(item.text, item.value, item.unit) for item in found.quantities] == [
        ("by half a percentage point", 0.5, "percentage points")
    ]
    assert found.means == ()


@table(
    (
        "Peru's senate, the upper chamber, has ratified the minerals deal with Chile.",
        "senate | ratify | minerals deal with Chile | achieved",
    ),
    ("Chile denies arming the rebels.", "Chile | arm | rebels | ongoing | negated"),
    (
        "Unions accused the state of closing the port, a charge it denies.",
        "unions | accuse | state | achieved",
        "state | close | port | achieved",
        "state | deny | charge | ongoing",
    ),
    (
        "The tribunal quashed the order, finding that it breached the treaty.",
        "tribunal | quash | order | achieved",
        "order | breach | treaty | achieved",
    ),
    (
        "Lima has raised its stock of copper refined to 99 percent purity.",
        "Lima | raise | stock of copper | achieved",
        "- | refine | copper | achieved",
    ),
    ("The U.S. and Peru signed a pact.", "U.S. | sign | pact | achieved", "Peru | sign | pact | achieved"),
)
def test_the_wire(sentence: str, expected: list[str]) -> None:
    """Guards nouns that look like verbs, denials, whom "it" stands for in a charge or judgement, and names with points."""
    check(expected, statements(sentence))


@table(
    ("Mills must ensure that all night staff complete fire training.", "night staff | complete | fire training | obliged"),
    ("Firms risk losing their licences.", "firms | lose | licences | possible"),
    ("The state risks missing its target.", "state | miss | target | possible"),
    ("Work is under way to dredge the canal.", "work | dredge | canal | planned"),
    (
        "The fund will back 40 mills, of which 30% will burn straw.",
        "fund | back | mills | planned",
        "mills | burn | straw | planned",
    ),
)
def test_verbs_that_look_like_something_else(sentence: str, expected: list[str]) -> None:
    """Guards verbs taken for adjectives or nouns, what is under way, and a share of what was named."""
    check(expected, statements(sentence))


@table(
    ("The mine produces copper.", "mine | produce | copper | ongoing"),
    (
        "The Board concluded that the tariff was unfair and scrapped it.",
        "tariff | be | unfair | achieved",
        "Board | scrap | tariff | achieved",
    ),
    ("The town is yet to sign the lease.", "town | sign | lease | achieved | negated"),
    (
        "The city bought, restored and reopened the pier.",
        "city | buy | pier | achieved",
        "city | restore | pier | achieved",
        "city | reopen | pier | achieved",
    ),
    ("As agreed last year, Peru will pay for the cable.", "Peru | pay for | cable | planned"),
    ("Growers should spread lime as advised by the institute.", "growers | spread | lime | obliged"),
    (
        "Far from cutting waste, the levy has raised it.",
        "levy | cut | waste | achieved | negated",
        "levy | raise | waste | achieved",
    ),
    (
        "It has reopened the quarry and its owners hired 200 people.",
        "- | reopen | quarry | achieved",
        "owners | hire | people | achieved",
    ),
)
def test_what_goes_on_with_what(sentence: str, expected: list[str]) -> None:
    """Guards who acts behind "and", what is not yet done, and "as agreed", which says of nobody what they did."""
    check(expected, statements(sentence))


@table(
    ("Their aim is to double exports.", "- | double | exports | planned"),
    ("The question is how to finance the pier.", "- | finance | pier | planned"),
    ("The next step is to ratify the pact.", "- | ratify | pact | planned"),
    ("Plans to merge the two ports have stalled.", "- | merge | ports | planned"),
    ("Attempts to revive the talks failed.", "- | revive | talks | achieved | negated"),
    ("The senate's bid to cut aid did not fail.", "senate | cut | aid | planned"),
    ("The cuts forced libraries to close on Saturdays.", "cuts | force | libraries | achieved"),
)
def test_aims_and_attempts(sentence: str, expected: list[str]) -> None:
    """Guards that an aim or attempt does not itself do what it is for, and that what failed was not done."""
    check(expected, statements(sentence))


def test_several_thousand() -> None:
    """Guards "several" as a part of the amount."""
    (found,) = statements("Several thousand officers guarded the route.")
    assert [item.text for item in found.quantities] == ["several thousand"]


@table(
    ("The People's Bank of China cut the ratio.", "People's Bank of China | cut | ratio | achieved"),
    ("Peru's Ministry of Trade imposed duties.", "Ministry of Trade | impose | duties | achieved"),
    ("Union Minister for Power Shri Rao opened a pier.", "Union Minister for Power Shri Rao | open | pier | achieved"),
    ("Staff should contact the Freedom to Speak Up Guardian.", "staff | contact | Freedom to Speak Up Guardian | obliged"),
)
def test_whole_names(sentence: str, expected: list[str]) -> None:
    """Guards possessives, prepositions and infinitives inside names: the Bank of China is another bank."""
    check(expected, statements(sentence))


@table(
    (
        "Ministers from 12 countries pledged on Tuesday to triple fishing quotas by 2050.",
        "ministers from 12 countries | triple | fishing quotas | planned",
    ),
    (
        "Once a year, the inspectorate visits each mill, interviews workers and publishes its findings.",
        "inspectorate | visit | mill | ongoing",
        "inspectorate | interview | workers | ongoing",
        "inspectorate | publish | findings | ongoing",
    ),
    (
        "The senate has not repealed the law criminalising vagrancy.",
        "senate | repeal | law | achieved | negated",
        "law | criminalise | vagrancy | ongoing",
    ),
    (
        "It recommends that the State party ratify the Optional Protocol and train judges on the rights of the child.",
        "State party | ratify | Optional Protocol | requested",
        "State party | train | judges | requested",
    ),
    (
        "The Summit tasked ministers with drafting a charter and requested them to report back by May.",
        "ministers | draft | charter | obliged",
    ),
    (
        "Leaders underscored the importance of settling claims without resorting to force.",
        "- | settle | claims | obliged",
        "- | resort to | force | obliged | negated",
    ),
    (
        "Speaking at the mill, the minister said that the state will build a pier.",
        "state | build | pier | planned",
    ),
)
def test_summits_and_inspections(sentence: str, expected: list[str]) -> None:
    """Guards verbs that were taken for names, nouns and modifiers, and what is only said to matter."""
    check(expected, statements(sentence))


@table(
    (
        "Unions criticised the decision to close the mine.",
        "unions | criticise | decision | achieved",
        "- | close | mine | planned",
    ),
    (
        "MPs backed the government's plan to cut aid.",
        "MPs | back | plan | achieved",
        "government | cut | aid | planned",
    ),
    ("The law bans smoking in parks.", "law | ban | smoking | ongoing"),
    (
        "Catch limits set by the Commission are binding on members.",
        "Commission | set | catch limits | ongoing",
        "catch limits | bind on | members | ongoing",
    ),
    ("A contractor is liable to pay damages.", "contractor | pay | damages | obliged"),
    (
        "The board shall keep a register and shall permit any person to inspect it.",
        "board | keep | register | obliged",
        "person | inspect | register | obliged",
    ),
)
def test_judges_of_plans(sentence: str, expected: list[str]) -> None:
    """Guards that who judges a plan does not carry it out, what a gerund names, and headings of limits that are no orders."""
    check(expected, statements(sentence))


@table(
    ("The mayor was accused of taking bribes.", "- | accuse | mayor | achieved"),
    ("The mayor was acquitted of taking bribes.", "- | acquit | mayor | achieved"),
    ("The army was accused by rebels of burning villages.", "rebels | accuse | army | achieved"),
    ("The act charges the board with overseeing prisons.", "board | oversee | prisons | obliged"),
    ("The police told drivers to avoid the bridge.", "drivers | avoid | bridge | requested"),
    ("The ministry warned shops not to sell the syrup.", "shops | sell | syrup | requested | negated"),
    ("The bill would make it illegal to hire strikebreakers.", "- | hire | strikebreakers | possible | negated"),
    (
        "The bank backs the plan, provided the levy is not passed on to small firms.",
        "bank | back | plan | ongoing",
        "- | pass on | levy | possible | negated",
    ),
    ("The Court may, of its own motion, set aside the award.", "Court | set aside | award | possible"),
)
def test_charges_and_warnings(sentence: str, expected: list[str]) -> None:
    """Guards that nobody did what they are only accused of, and that who tells others does not do it themselves."""
    check(expected, statements(sentence))


def test_an_accusation_has_a_speaker() -> None:
    """Guards whose words a charge is."""
    found = {item.verb: item.speaker for item in statements("Prosecutors charged the mayor with taking kickbacks.")}
    assert found == {"charge": None, "take": "prosecutors"}


@table(
    (
        "We will upgrade mills, foster start-ups, and lay out routes.",
        "- | upgrade | mills | planned",
        "- | foster | start-ups | planned",
        "- | lay out | routes | planned",
    ),
    ("Farmers lay cables.", "farmers | lay | cables | ongoing"),
    ("All districts must avoid blindly launching projects.", "districts | launch | projects | obliged | negated"),
    ("The bill would raise taxes on bread, cooking oil and soap.", "bill | raise | taxes | possible"),
    ("Moody's downgraded Peru's rating.", "Moody's | downgrade | rating | achieved"),
    (
        "The order gives the Coast Guard new powers to search ships.",
        "order | give | new powers | ongoing",
        "Coast Guard | search | ships | possible",
    ),
    ("We call on members to pay their dues in full and on time.", "members | pay | dues | requested"),
    ("The Fund was “deeply concerned” about the events.",),
    ("The mayor froze pay, starting with his own office.", "mayor | freeze | pay | achieved"),
    (
        "Half of our men and women serve abroad, and 145 of them have lost their homes.",
        "? - | serve | x | ongoing",
        "men and women | lose | homes | achieved",
    ),
)
def test_forms_that_mislead(sentence: str, expected: list[str]) -> None:
    """Guards "lay", gerunds behind adverbs, goods in "-ing", names in "'s", recipients, and what is only felt."""
    check(expected, statements(sentence))


def test_a_surname_is_a_person() -> None:
    """Guards "he" behind a surname whose whole name stands above."""
    first = "Kenyan President William Ruto withdrew the bill."
    others = [f"Crowds blocked {place}." for place in ("ports", "roads", "mills", "banks", "mines")]
    (found,) = statements(first, *others, "Ruto said he would start a dialogue.", "He also ordered cuts.")
    assert found.actor == "Ruto"


@table(
    (
        "Firms that pollute rivers shall restore them and compensate those affected.",
        "firms | pollute | rivers | ongoing",
        "firms | restore | rivers | obliged",
        "firms | compensate | those affected | obliged",
    ),
    ("The board resolved to delegate powers to the clerk.", "board | delegate | powers | planned"),
    (
        "The pilot cut traffic by 34% and reduced crashes.",
        "pilot | cut | traffic | achieved",
        "pilot | reduce | crashes | achieved",
    ),
    (
        "We banned bonuses for the bosses of polluting mills.",
        "- | ban | bonuses for the bosses of polluting mills / bonuses for the bosses | achieved",
    ),
    ("It is investing £5 billion in farming, the largest budget in history.", "? - | invest / invest in | farming | ongoing"),
)
def test_of_debates_and_decisions(sentence: str, expected: list[str]) -> None:
    """Guards "those affected", amounts that no noun goes on with, and participles of people's firms."""
    check(expected, statements(sentence))


def test_a_body_may_be_they() -> None:
    """Guards "they" for a government behind a sentence that names nobody else in the plural."""
    earlier = ["Farmers feel betrayed.", "The Government promised not to change the relief."]
    (found,) = statements(*earlier, "Instead, they have imposed a farm tax.")
    assert found.actor == "Government"


@table(
    (
        "Staff must not, under any circumstances, share passwords or leave screens unlocked.",
        "staff | share | passwords | obliged | negated",
        "staff | leave | screens | obliged | negated",
    ),
    ("The Facility will mobilise up to EUR 300 billion of investment.", "Facility | mobilise | investment | planned"),
    (
        "Where a nurse is found to have falsified records, the matter will be referred to the police.",
        "nurse | falsify | records | possible",
        "- | refer | matter | planned",
    ),
    (
        "The audit found that 30% of charts had not been completed and recommended refresher training.",
        "- | complete | charts | achieved | negated",
        "audit | recommend | refresher training | achieved",
    ),
    ("The draft was adopted by 141 votes to 5.", "- | adopt | draft | achieved"),
    ("No plan will take effect until it has been approved.", "- | approve | plan | achieved / planned"),
    ("Support shall take the form of grants.", "support | take form of | grants | obliged"),
    ("Barbados has passed the law.", "Barbados | pass | law | achieved"),
)
def test_of_wards_and_votes(sentence: str, expected: list[str]) -> None:
    """Guards verbs behind a parenthesis, bounds that look like particles, what somebody is found to have done, and votes."""
    check(expected, statements(sentence))


def test_by_a_third() -> None:
    """Guards "a third" against being a means."""
    (found,) = statements("Donors have cut rations by a third.")
    assert ([item.text for item in found.quantities], found.means) == (["by a third"], ())


@table(
    ("Ministers had no option but to raise taxes.", "ministers | raise | taxes | obliged"),
    ("The council has no choice but to close wards.", "council | close | wards | obliged"),
    ("A law makes it a crime to spread rumours.", "- | spread | rumours | obliged | negated"),
    (
        "The board has drafted, but not yet published, guidelines on drones.",
        "board | draft | guidelines on drones | achieved",
        "board | publish | guidelines on drones | achieved | negated",
    ),
    (
        "The party dropped its demand that nuclear plants be closed.",
        "party | drop | demand | achieved",
        "- | close | nuclear plants | requested",
    ),
    (
        "Peru rejected the demand that it hand over two suspects.",
        "Peru | reject | demand | achieved",
        "Peru | hand over | suspects | requested",
    ),
    (
        "Doctors urged people to get a booster and advised employers to install filters.",
        "people | get | booster | requested",
        "employers | install | filters | requested",
    ),
    (
        "Chad filled the lake without the consent of Niger and Mali, both of which depend on the river.",
        "Chad | fill | lake | achieved",
        "Niger | depend on | river | ongoing",
        "Mali | depend on | river | ongoing",
    ),
    (
        "The strikes left commuters stranded and cost the economy 300 million pounds.",
        "strikes | leave | commuters | achieved",
        "? - | strand | commuters | achieved",
        "strikes | cost | 300 million pounds | achieved",
    ),
)
def test_demands_and_dilemmas(sentence: str, expected: list[str]) -> None:
    """Guards what one has to do, what is not yet done, what is only demanded, and who "both" are."""
    check(expected, statements(sentence))


@table(
    (
        "The agency monitors radiation and alerts residents when levels rise.",
        "agency | monitor | radiation | ongoing",
        "agency | alert | residents | ongoing",
    ),
    (
        "The commission rules on mergers and fines cartels.",
        "commission | rule on | mergers | ongoing",
        "commission | fine | cartels | ongoing",
    ),
    (
        "The draft law exempts churches, caps fees and lowers the voting age.",
        "draft law | exempt | churches | ongoing",
        "draft law | cap | fees | ongoing",
        "draft law | lower | voting age | ongoing",
    ),
    ("Heavy rains force schools to shut early.", "heavy rains | force | schools | ongoing"),
    ("The bill limits how long banks may keep data.", "banks | keep | data | possible"),
    ("Aid groups seek a truce.", "aid groups | seek | truce | ongoing"),
)
def test_presents_of_the_wire(sentence: str, expected: list[str]) -> None:
    """Guards presents that look like plural nouns, and plurals before them."""
    check(expected, statements(sentence))


@table(
    ("Consumers disagreed and urged Brussels to widen the probe.", "Brussels | widen | probe | requested"),
    ("Peru warned that the bloc risks driving away investment.", "bloc | drive | investment | possible"),
    (
        "Neither Party shall subsidise fishing for overfished stocks.",
        "Party | subsidise | fishing for overfished stocks | obliged | negated",
    ),
    (
        "In 2024 we opened 31 new clinics, recruited 540 nurses and cut average waiting times from 14 weeks to nine.",
        "- | open | new clinics | achieved",
        "- | recruit | nurses | achieved",
        "- | cut | average waiting times | achieved",
    ),
)
def test_what_verbs_can_act_on(sentence: str, expected: list[str]) -> None:
    """Guards verbs without objects, gerunds as objects, and people who are counted."""
    check(expected, statements(sentence))


def test_what_is_done_to_them() -> None:
    """Guards "they" in the passive: what the sentence before spoke of."""
    (found,) = statements("Vessels may fish in the bay.", "Licences shall be granted free of charge.", "They may be suspended.")
    assert (found.verb, found.object) == ("suspend", "licences")
