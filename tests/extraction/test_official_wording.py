"""Citations, brackets, counted lists and fixed turns of official texts, which the parser takes for something else."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "Regulation (EC) No 214/2011 of the European Parliament and of the Council has, since May, lowered costs.",
        "Regulation (EC) No 214/2011 | lower | costs | achieved",
    ),
    (
        "Ports shall comply with Directive (EU) 2018/37 and Implementing Regulation (EU) 2020/41.",
        "ports | comply with | Directive (EU) 2018/37 | obliged",
        "ports | comply with | Implementing Regulation (EU) 2020/41 | obliged",
    ),
    ("The Council adopted resolution 2117 (2013), which bans ivory.", "Council | adopt | resolution 2117 (2013) | achieved"),
    (
        "Keepers of lighthouses (hereinafter referred to as keepers) have the duty to log every ship.",
        "keepers of lighthouses | have | duty to log ship | ongoing",
        "keepers of lighthouses | log | ship | obliged",
    ),
    ("The Fund (“the Facility”) shall finance dykes.", "Fund | finance | dykes | obliged"),
    ("The authority shall consult, inter alia, harbour masters.", "authority | consult | harbour masters | obliged"),
)
def test_citations_and_brackets(sentence: str, expected: list[str]) -> None:
    """Guards one name for one act of law, and the verb behind a bracket."""
    found = [item for item in statements(sentence) if item.verb != "ban"]
    check(expected, found)


def test_the_day_of_a_date_is_no_amount() -> None:
    """Guards against "27" as the quantity of what Regulation (EU) 2016/679 of 27 April 2016 does."""
    (found,) = statements("Regulation (EU) 2016/679 of 27 April 2016 protects patients.")
    assert found.quantity is None


@table(
    (
        "We call on donors, first, to settle arrears; second, to pool their funds; and third, to train nurses.",
        "donors | settle | arrears | requested",
        "donors | pool | funds | requested",
        "donors | train | nurses | requested",
    ),
    (
        "The Board shall prepare, and make available to the public, a register of wells.",
        "Board | prepare | register of wells | obliged",
        "Board | make available | register of wells | obliged",
    ),
    (
        "The clerk shall post or deliver to each owner, at least ten days before the sale, a notice.",
        "clerk | post | notice | obliged",
        "clerk | deliver | notice | obliged",
    ),
    (
        "The Secretary-General shall make available, at the request of governments, expertise on wells.",
        "Secretary-General | make available | expertise on wells | obliged",
    ),
    (
        "Inspectors focus on identifying, ranking and responding to leaks.",
        "inspectors | identify | leaks | ongoing",
        "inspectors | rank | leaks | ongoing",
        "inspectors | respond to | leaks | ongoing",
    ),
    (
        "The office supports various audit and payment functions.",
        "office | support | audit functions | ongoing",
        "office | support | payment functions | ongoing",
    ),
    (
        "The bank finances roads and bridges built by towns.",
        "bank | finance | roads | ongoing",
        "bank | finance | bridges | ongoing",
        "towns | build | roads | achieved",
        "towns | build | bridges | achieved",
    ),
    (
        "The audit found gaps and errors, which need to be corrected.",
        "audit | find | gaps | achieved",
        "audit | find | errors | achieved",
        "- | correct | gaps | obliged",
        "- | correct | errors | obliged",
    ),
    (
        "States shall take measures to promote and give effect to the Charter.",
        "States | promote | Charter | obliged / planned",
        "States | give effect to | Charter | obliged / planned",
    ),
)
def test_what_a_list_shares(sentence: str, expected: list[str]) -> None:
    """Guards objects and nouns that stand once for several words."""
    check(expected, statements(sentence))


@table(
    ("Not a single clinic was closed.", "- | close | single clinic / clinic | achieved | negated"),
    ("The yard was not fined for dumping oil.", "- | fine | yard | achieved | negated"),
    ("A gap would expose growers to losses.", "gap | expose | growers | possible"),
    ("The premier committed to ending the levy.", "premier | end | levy | planned"),
    ("The Commission expects towns to submit their plans.", "towns | submit | plans | planned"),
    ("The agency has set about mapping the coast.", "agency | map | coast | achieved"),
    ("Growers risk losing their licences.", "growers | lose | licences | possible"),
    (
        "Much more must be done to protect bees and restore wetlands.",
        "- | protect | bees | obliged",
        "- | restore | wetlands | obliged",
    ),
    ("More should be done to map quarries, according to the board.", "- | map | quarries | obliged"),
    ("Everything was done to reduce delays.", "- | reduce | delays | achieved"),
)
def test_how_firmly(sentence: str, expected: list[str]) -> None:
    """Guards status and polarity of turns that no modal marks."""
    check(expected, statements(sentence))


@table(
    ("Patients shall be offered a second opinion.", "- | offer | second opinion | obliged"),
    ("More than 2 billion rupees was spent on school meals.", "- | spend on | school meals | achieved"),
    ("The bill cuts billions of dollars in farm credits.", "bill | cut | farm credits | ongoing"),
    (
        "The order rests on law and is based on the treaty.",
        "? order | rest on | law | ongoing",
        "order | base on | treaty | ongoing",
    ),
    (
        "The office helps with planning, licences, etc.",
        "office | help with | planning | ongoing",
        "office | help with | licences | ongoing",
    ),
    ("Assistance on a larger scale is being given to farms.", "- | give | assistance | ongoing"),
    ("The scheme sees each family receiving a grant.", "family | receive | grant | ongoing"),
    (
        "Towns must hold accountable those who waste water.",
        "towns | hold accountable | those who waste water | obliged",
        "? those who waste water | waste | water | ongoing",
    ),
    ("Crews take part on an equal footing in drills.", "crews | take part in | drills | ongoing"),
    (
        "The cabinet will bring forward a Bill before Easter limiting rents.",
        "cabinet | bring forward | Bill | planned",
        "Bill | limit | rents | planned",
    ),
    ("We urge donors to fill the loss and damage fund.", "donors | fill | loss and damage fund | requested"),
    (
        "The town helps the elderly because they are often neglected by hospitals.",
        "town | help | elderly | ongoing",
        "hospitals | neglect | elderly | ongoing",
    ),
)
def test_what_is_acted_on(sentence: str, expected: list[str]) -> None:
    """Guards the object: what is given, what money goes to, not its amount, a phrase of manner or "etc"."""
    check(expected, statements(sentence))


@table(
    (
        "The Director of the Mint shall, in consultation with the Treasurer, issue coins.",
        "Director of the Mint | issue | coins | obliged",
    ),
    (
        "The fund supports orchards, fosters innovation and strengthens the skills of growers.",
        "fund | support | orchards | ongoing",
        "fund | foster | innovation | ongoing",
        "fund | strengthen | skills of growers | ongoing",
    ),
    (
        "It is the policy of the State to protect voters, to expand access to polls and to combat fraud.",
        "State | protect | voters | planned",
        "State | expand | access to polls | planned",
        "State | combat | fraud | planned",
    ),
    (
        "Small island developing States bear the cost of storms.",
        "island developing States / small island developing States | bear | cost of storms | ongoing",
    ),
    (
        "States shall adopt the laws, regulations and administrative provisions.",
        "States | adopt | laws | obliged",
        "States | adopt | regulations | obliged",
        "States | adopt | administrative provisions | obliged",
    ),
    (
        "Adults have the right to marry and to found a family.",
        "adults | have | right to marry | ongoing",
        "adults | have | right to found family | ongoing",
        "adults | found | family | ongoing",
    ),
    ("Fees should be determined in accordance with the accord.", "- | determine | fees | obliged"),
    ("Pay for senior staff will be frozen.", "- | freeze | pay for senior staff / pay | planned"),
    (
        "Farmers will be paid a premium, with transport costs reimbursed.",
        "- | pay | premium | planned",
        "- | reimburse | transport costs | planned",
    ),
)
def test_verbs_taken_for_something_else(sentence: str, expected: list[str]) -> None:
    """Guards verbs that the parser takes for nouns or adjectives, and nouns that it takes for verbs."""
    check(expected, statements(sentence))


@table(
    ("No senior pays more than $35 a month for insulin.", "senior | pay | more than $35 | ongoing | negated"),
    ("The bank cut rates on Thursday, its fourth reduction this year.", "bank | cut | rates | achieved"),
    ("Firms are hiring, not firing.",),
    (
        "The envoy will travel to Lima next week, where he will meet miners.",
        "envoy | travel to | Lima | planned",
        "envoy | meet | miners | planned",
    ),
    (
        "Peru unveiled measures, including cutting tariffs.",
        "Peru | unveil | measures | achieved",
        "Peru | cut | tariffs | planned",
    ),
    (
        "Staff should not accept gifts from suppliers, nor should they sign contracts.",
        "staff | accept | gifts from suppliers / gifts | obliged | negated",
        "staff | sign | contracts | obliged | negated",
    ),
    ("Clerks will receive a 6 per cent pay rise.", "clerks | receive | pay rise | planned"),
)
def test_nothing_more_than_it_says(sentence: str, expected: list[str]) -> None:
    """Guards against statements that the words do not carry."""
    check(expected, statements(sentence))


def test_amount_of_a_relative_clause_is_its_own() -> None:
    """Guards against the second amount as that of the first verb."""
    found = {
        item.verb: item.quantity
        for item in statements("They allocate 9 billion to the health sector, of which 2 billion will go to clinics.")
    }
    assert found["allocate to"] == "9 billion"


@table(
    ("It is not charity that islands ask for.", "islands | ask / ask for | charity | ongoing | negated"),
    ("The guns fell silent on our soil.",),
    ("The island has lost a fifth of its beaches.", "island | lose | beaches | achieved"),
    ("The ministry will send more.",),
    ("Towns shall propose, subject to a review, limits on noise.", "towns | propose | limits on noise / limits | obliged"),
    ("The state will not tolerate attempts to undermine courts.", "state | tolerate | attempts | planned | negated"),
    (
        "The scheme will help firms cut waste, attract talent and create jobs.",
        "firms | cut | waste | planned",
        "firms | attract | talent | planned",
        "firms | create | jobs | planned",
    ),
    (
        "The agency is opening a school to train nurses, reduce waits and save lives.",
        "agency | open | school | ongoing",
        "agency | train | nurses | planned",
        "agency | reduce | waits | planned",
        "agency | save | lives | planned",
    ),
    (
        "The office will invest in docks and partner with ports.",
        "office | invest in | docks | planned",
        "office | partner with | ports | planned",
    ),
    (
        "State Councilor and Foreign Minister Wei Ran will open the canal.",
        "State Councilor and Foreign Minister Wei Ran | open | canal | planned",
    ),
    (
        "Defence Secretary and Deputy Premier Ana Silva, who leads the talks, signed the pact.",
        "Defence Secretary and Deputy Premier Ana Silva | lead | talks | ongoing",
        "Defence Secretary and Deputy Premier Ana Silva | sign | pact | achieved",
    ),
    (
        "The Mayor and Governor Hill opened the bridge.",
        "Mayor | open | bridge | achieved",
        "Governor Hill | open | bridge | achieved",
    ),
)
def test_who_does_what_in_speeches(sentence: str, expected: list[str]) -> None:
    """Guards turns of speeches and fact sheets."""
    check(expected, statements(sentence))


@table(
    (
        "We implemented the plans of the council, pressed ahead with reform and fulfilled the targets set in spring.",
        "- | implement | plans of the council | achieved",
        "- | press ahead with | reform | achieved",
        "- | fulfil | targets | achieved",
        "? - | set | targets | achieved",
    ),
    (
        "We abolished 30 permits requiring visits, merged county offices, and introduced a hotline.",
        "- | abolish | permits | achieved",
        "permits | require | visits | achieved",
        "- | merge | county offices | achieved",
        "- | introduce | hotline | achieved",
    ),
    (
        "Unions said the reform would cost jobs and threatened to block it.",
        "reform | cost | jobs | planned",
        "unions | block | reform | planned",
    ),
    ("Reform and opening up were deepened.", "- | deepen | reform and opening up | achieved"),
    (
        "The Mayor and the Clerk shall, to the maximum extent practicable, give priority to poor towns.",
        "Mayor | give priority to | poor towns | obliged",
        "Clerk | give priority to | poor towns | obliged",
    ),
    (
        "We will lift the duties as soon as a solution is found.",
        "- | lift | duties | planned",
        "- | find | solution | planned",
    ),
    ("We will focus on the following tasks:",),
    (
        "The envoy will pay a visit to Peru, co-chair the fifth session of the forum in Lima, and co-chair the dialogue.",
        "envoy | pay visit to | Peru | planned",
        "envoy | co-chair | fifth session of the forum | planned",
        "envoy | co-chair | dialogue | planned",
    ),
    (
        "The mayor will visit Peru, co-host the fifth fair of the league in Lima, and open the canal.",
        "mayor | visit | Peru | planned",
        "mayor | co-host | fifth fair of the league | planned",
        "mayor | open | canal | planned",
    ),
    (
        "The ministry lowered the levy on fuel, effectively easing pressure on carriers.",
        "ministry | lower | levy on fuel | achieved",
        "ministry | ease | pressure on carriers | achieved",
    ),
    (
        "The town marked the centenary of its harbour, greatly inspiring pride and hope in its people.",
        "town | mark | centenary of its harbour | achieved",
        "town | inspire | pride | achieved",
        "town | inspire | hope | achieved",
    ),
    (
        "The state supported farms, newly emerging industries and ports.",
        "state | support | farms | achieved",
        "state | support | newly emerging industries / emerging industries | achieved",
        "state | support | ports | achieved",
    ),
    (
        "At a council meeting held on Wednesday, the premier heard a report.",
        "- | hold | council meeting | achieved",
        "premier | hear | report | achieved",
    ),
    (
        "The fund will follow the budget for this year adopted by the board.",
        "fund | follow | budget | planned",
        "board | adopt | budget | achieved",
    ),
    (
        "The plans for the decade drawn up by the ministry protect the rivers.",
        "ministry | draw up | plans | achieved",
        "plans | protect | rivers | ongoing",
    ),
    (
        "The ministry made forecasts for a year marked by floods.",
        "ministry | make | forecasts | achieved",
        "floods | mark | year | achieved",
    ),
)
def test_lists_of_work_reports(sentence: str, expected: list[str]) -> None:
    """Guards the later verbs of lists in work reports, wire reports and orders."""
    check(expected, statements(sentence))


@table(
    ("The Trust is committed to cutting waits.", "Trust | cut | waits | planned"),
    (
        "The panel shall be co-chaired by Norway and Chile.",
        "Norway | co-chair | panel | obliged",
        "Chile | co-chair | panel | obliged",
    ),
    ("Norway co-chaired the committee.", "Norway | co-chair | committee | achieved"),
    (
        "Fiscal policy will be more active and monetary policy will be kept stable.",
        "fiscal policy | be | active / more active | planned",
        "- | keep / keep stable | monetary policy | planned",
    ),
    (
        "Clinicians should consider referral to a specialist team.",
        "clinicians | consider | referral to a specialist team | obliged",
    ),
)
def test_participles_and_adjectives_taken_for_each_other(sentence: str, expected: list[str]) -> None:
    """Guards passives whose participle the parser calls an adjective, and adjectives that are none."""
    check(expected, statements(sentence))


@table(
    ("Ministers stopped short of endorsing a wealth tax.", "ministers | endorse | wealth tax | achieved | negated"),
    ("It is high time that the members renounced the veto.", "members | renounce | veto | obliged"),
    ("It is time for leaders to end the war.", "leaders | end | war | obliged"),
    ("Teachers walked out on Monday to demand smaller classes.", "teachers | demand | classes | planned"),
    ("Farmers blockaded ports in protest at cuts to fuel subsidies.", "farmers | blockade | ports | achieved"),
    (
        "We call for a ceasefire, the release of all hostages and free access.",
        "- | call for | ceasefire | ongoing",
        "- | call for | release of all hostages | ongoing",
        "- | call for | free access | ongoing",
    ),
    (
        "I call upon all parties, in particular the armed groups, to lay down their weapons.",
        "parties | lay down | weapons | requested",
    ),
    (
        "Our Government has not waited for the world to act: it has banned single-use plastics.",
        "Government | ban | single-use plastics | achieved",
    ),
)
def test_turns_of_speeches_and_wires(sentence: str, expected: list[str]) -> None:
    """Guards what "stop short of", "it is time", "call for" and "call upon" say of what follows them."""
    check(expected, statements(sentence))


@table(
    (
        "The Commission may by decision impose on a provider a fine not exceeding 6% of its turnover.",
        "Commission | impose | fine | possible",
        "? fine | exceed | turnover | possible | negated",
    ),
    (
        "The Regulation imposes on carriers an obligation to keep records.",
        "Regulation | impose | obligation | ongoing",
        "carriers | keep | records | obliged",
    ),
    (
        "The Fund shall pursue the following objectives: raising yields, improving soils and saving water.",
        "Fund | pursue | objectives | obliged",
        "Fund | raise | yields | obliged",
        "Fund | improve | soils | obliged",
        "Fund | save | water | obliged",
    ),
    (
        "Only bodies accredited under this Act may issue certificates.",
        "- | accredit | bodies | achieved",
        "bodies | issue | certificates | possible",
    ),
    ("The plan focuses on two sectors: energy and tech.", "plan | focus on | sectors | ongoing"),
)
def test_turns_of_law(sentence: str, expected: list[str]) -> None:
    """Guards objects behind a phrase, lists behind a colon, and names without the words that only point."""
    check(expected, statements(sentence))


@table(
    (
        "Regulators fined the bank 45 million pounds for failing to stop money laundering.",
        "regulators | fine | bank | achieved",
        "bank | stop | money laundering | achieved | negated",
    ),
    ("You may be entitled to free prescriptions.", "- | entitle to | free prescriptions | possible"),
    ("Care homes should offer residents the vaccine.", "care homes | offer | vaccine | obliged"),
    (
        "We have the means to end this epidemic.",
        "- | have | means | ongoing",
        "- | end | epidemic | planned",
    ),
)
def test_nouns_and_verbs_of_one_form(sentence: str, expected: list[str]) -> None:
    """Guards words that are a noun here and a verb there: "means", "care", "free", "fine"."""
    check(expected, statements(sentence))
