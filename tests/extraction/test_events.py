"""Events and positions as news tells them: who did what to whom, who asks whom for what."""

from __future__ import annotations

import pytest

from extraction.helpers import check, one, statements, table


@table(
    ("The ministry denied planning to sell the port.", "ministry | sell | port | planned | negated"),
    ("Two airlines have denied seeking to fix fares.", "airlines | fix | fares | planned | negated"),
    ("The firm admitted planning to cut wages.", "firm | cut | wages | planned"),
    ("The senate failed for a second time to elect a speaker.", "senate | elect | speaker | achieved | negated"),
    ("The council has refused for a third time to repair the bridge.", "council | repair | bridge | achieved | negated"),
    ("The navy tried for a fourth time to free the ship.", "navy | free | ship | planned"),
    (
        "The council found time to repair the bridge.",
        "? council | find | time | achieved",
        "council | repair | bridge | planned",
    ),
)
def test_infinitive_parted_from_its_verb(sentence: str, expected: list[str]) -> None:
    """Guards that what is denied, refused or failed is so behind a gerund or a time as well."""
    check(expected, statements(sentence))


@table(
    ("The auditors recommend that Ghana broaden its tax base.", "Ghana | broaden | tax base | requested"),
    ("The panel recommended that Kenya cut spending.", "Kenya | cut | spending | requested"),
    (
        "We recommend that the state create an agency, that it publish a register and that banks be made to block payments.",
        "state | create | agency | requested",
        "state | publish | register | requested",
        "banks | block | payments | requested",
    ),
    ("The auditors said that Ghana broadened its tax base.", "Ghana | broaden | tax base | achieved"),
    ("The auditors insisted that Ghana cut spending.", "Ghana | cut | spending | achieved"),
    ("The auditors recommend that firms publish a register.", "firms | publish | register | requested"),
)
def test_bare_verb_in_what_is_demanded(sentence: str, expected: list[str]) -> None:
    """Guards that a demand behind a name, and the second of a list, is no fact."""
    check(expected, statements(sentence))


@table(
    ("Japan pledged $20 million in aid to drought-hit Malawi.", "Japan | pledge | aid | achieved"),
    ("The fund promised 3 billion crowns to cash-strapped Norvia.", "fund | promise | 3 billion crowns | achieved"),
    ("The minister pledged on Tuesday to fast-track permits.", "minister | fast-track | permits | planned"),
    (
        "The cabinet rejected a demand by striking nurses for a rise.",
        "cabinet | reject | demand / demand for a rise | achieved",
    ),
    ("Police broke up a rally by protesting miners.", "police | break up | rally | achieved"),
    (
        "The city raised revenue by taxing visitors.",
        "city | raise | revenue | achieved",
        "city | tax | visitors | achieved",
    ),
)
def test_what_stands_before_the_noun_is_no_verb(sentence: str, expected: list[str]) -> None:
    """Guards that neither "drought-hit" nor "striking nurses" makes a statement."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "means"),
    [
        ("China lodged a protest over the visit by its prime minister.", "lodge", ()),
        ("The union condemned the dismissal of clerks by the bank.", "condemn", ()),
        ("The court informed the firm by mail.", "inform", ("mail",)),
        ("The firm cleaned the site by new methods.", "clean", ("new methods",)),
    ],
)
def test_who_acts_is_no_means(sentence: str, verb: str, means: tuple[str, ...]) -> None:
    """Guards that a body behind "by" is not a means."""
    assert one(sentence, verb).means == means


@table(
    ("The village was shelled by rebel forces with mortars.", "rebel forces | shell | village | achieved"),
    (
        "Two men were charged by prosecutors with spying for Iran.",
        "prosecutors | charge | men | achieved",
        "men | spy for | Iran | achieved",
    ),
    ("The committee was charged with drafting a law.", "committee | draft | law | obliged"),
    ("Chad withdrew its threat to expel French troops.", "Chad | withdraw | threat | achieved"),
    ("A spokesman for the rebels said they had not fired the missile.", "rebels | fire | missile | achieved | negated"),
    ("A spokesman for the bank said it would cut fees.", "bank | cut | fees | planned"),
    (
        "We, the undersigned groups, urge member states not to weaken the law.",
        "member states | weaken | law | requested | negated",
    ),
    (
        "In a statement read out on state television, the ministry rejected the claim.",
        "? - | read out | statement | achieved",
        "ministry | reject | claim | achieved",
    ),
    ("The court ordered the state to free prisoners.", "state | free | prisoners | requested"),
    ("The envoy appealed to rebels to free hostages.", "rebels | free | hostages | requested"),
    ("The mission gave access to free clinics.", "mission | give | access to free clinics | achieved"),
    ("The land was taken by force.", "- | take | land | achieved"),
    ("The mission asked for visas for aid workers.", "mission | ask for | visas for aid workers | achieved"),
    ("The union called for tax relief for low earners.", "union | call for | tax relief for low earners | achieved"),
    (
        "The envoy, making a surprise visit, appealed to both sides to release hostages and accused Mali of lying.",
        "envoy | make | surprise visit | achieved",
        "sides | release | hostages | requested",
        "envoy | accuse | Mali | achieved",
    ),
    (
        "The strike will go on unless the levy is dropped and detained clerks are freed.",
        "- | drop | levy | possible",
        "- | free | detained clerks | possible",
    ),
    ("The law provides for no appeal.", "law | provide for | appeal | ongoing | negated"),
    ("Iran has asked for no concessions.", "Iran | ask for | concessions | achieved | negated"),
    ("The law does not provide for an appeal.", "law | provide for | appeal | ongoing | negated"),
    ("Siemens said it would not build the dam because of human rights concerns.", "Siemens | build | dam | planned | negated"),
    ("The firm wasted £140m on a scheme.", "firm | waste on | scheme | achieved"),
)
def test_news(sentence: str, expected: list[str]) -> None:
    """Guards short reports: agents, what is asked for, main verbs behind a participle, sums."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The carmaker Renault closed a plant.", "carmaker Renault"),
        ("The regulator Ofcom closed a station.", "regulator Ofcom"),
        ("The opposition Unity Front closed its office.", "opposition Unity Front"),
        ("The minister, Ana Ruiz, closed a plant.", "minister"),
        ("The court Tuesday closed a station.", "court"),
        ("Kenyan police closed a school.", "Kenyan police"),
        ("Somali militants closed a school.", "Somali militants"),
        ("Polish farmers closed a crossing.", "Polish farmers"),
        ("Civilian authorities closed a school.", "civilian authorities"),
        ("On 30 April riot police closed a square.", "riot police"),
        ("On 3 June border guards closed a square.", "border guards"),
    ],
)
def test_name_of_who_acts(sentence: str, actor: str) -> None:
    """Guards names beside what they name, demonyms that open a sentence, dates before who acts."""
    found = statements(sentence)
    assert [(item.actor, item.verb) for item in found] == [(actor, "close")]


def test_it_is_nobody_with_a_title() -> None:
    """Guards "urge the President to veto it": the bill that was named before."""
    check(
        ["President | veto | bill | requested"], statements("The house adopted the bill.", "We urge the President to veto it.")
    )
