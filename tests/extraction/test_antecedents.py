"""Who acts: what stands in the same sentence for a pronoun or a missing subject."""

from __future__ import annotations

import pytest

from extraction.helpers import check, statements, table


@table(
    (
        "The order obliges firms that sell toys to warn buyers when they find faults.",
        "firms | sell | toys | ongoing",
        "firms | warn | buyers | obliged",
        "firms | find | faults | ongoing",
    ),
    (
        "The scheme helps people who stay on wards when they no longer need treatment.",
        "scheme | help | people | ongoing",
        "people who stay on wards when they no longer need treatment / people | stay on | wards | ongoing",
        "people | need | treatment | ongoing | negated",
    ),
    (
        "The board, which said it would sell the site, has kept it.",
        "board | sell | site | planned",
        "board | keep | site | achieved",
    ),
    (
        "Operators shall report the fault to the inspector, who decides whether it can be mended.",
        "operators | report | fault | obliged",
        "inspector | decide | whether it can be mended | ongoing",
        "- | mend | fault | possible",
    ),
    (
        "The government asked banks to share with police the files that they hold.",
        "banks | share | files | requested",
        "banks | hold | files | ongoing",
    ),
    (
        "The authority told landlords to give tenants the notices that they need.",
        "landlords | give | notices | requested",
        "tenants | need | notices | ongoing",
    ),
    (
        "The regulator asked banks to pay customers for the losses that they suffered.",
        "banks | pay | customers | requested",
        "customers | suffer | losses | achieved",
    ),
    (
        "Those who poisoned the river must pay for the harm they have caused.",
        "Those who poisoned the river | poison | river | achieved",
        "Those who poisoned the river | pay for | harm | obliged",
        "Those who poisoned the river | cause | harm | achieved",
    ),
    (
        "The law creates two seats, with all the rights that they entail.",
        "law | create | seats | ongoing",
        "seats | entail | rights | ongoing",
    ),
)
def test_subject_above_the_pronoun(sentence: str, expected: list[str]) -> None:
    """Guards pronouns that stand for who acts in a clause above, behind a relative or an infinitive too."""
    check(expected, statements(sentence))


@table(
    (
        "The growers told me that drought was destroying their crops and that they needed loans.",
        "drought | destroy | crops | ongoing",
        "growers | need | loans | achieved",
    ),
    (
        "The bank kept its rate unchanged, saying that inflation was falling but that it was not yet ready to cut rates.",
        "bank | keep unchanged | rate | achieved",
        "bank | cut | rates | planned | negated",
    ),
    (
        "The union said that wages were falling and that it was prepared to call a strike.",
        "union | call | strike | planned",
    ),
    (
        "The ministry said that its plan was ready and that it would cut taxes.",
        "plan | cut | taxes | planned",
    ),
)
def test_who_tells(sentence: str, expected: list[str]) -> None:
    """Guards that who tells is meant where the clause before or a will points there, and else what is told of."""
    check(expected, statements(sentence))


@table(
    (
        "The council praised the envoy and the truce that she has negotiated.",
        "council | praise | envoy | achieved",
        "council | praise | truce | achieved",
        "envoy | negotiate | truce | achieved",
    ),
    (
        "The council praised Ms Anna Holm and welcomed the truce that she has negotiated.",
        "council | praise | Anna Holm | achieved",
        "council | welcome | truce | achieved",
        "Anna Holm | negotiate | truce | achieved",
    ),
    (
        "The council praised the envoy and the minister for the truce that she has negotiated.",
        "council | praise | envoy | achieved",
        "council | praise | minister | achieved",
        "- | negotiate | truce | achieved",
    ),
    (
        "This does not end the dispute; it delays the ruling.",
        "- | end | dispute | ongoing | negated",
        "- | delay | ruling | ongoing",
    ),
    (
        "The aim of the law is to protect users, and it has cut fraud.",
        "law | protect | users | planned",
        "law | cut | fraud | achieved",
    ),
    (
        "Younger members of the party, 18 of whom had threatened to reject the bill, secured a fund.",
        "younger members of the party | reject | bill | planned",
        "younger members of the party | secure | fund | achieved",
    ),
    (
        "We have opened three clinics, and they treat children.",
        "- | open | clinics | achieved",
        "clinics | treat | children | ongoing",
    ),
    (
        "We welcome the decision to extend the mandate of the mission; it has trained judges.",
        "- | welcome | decision | ongoing",
        "- | extend | mandate of the mission | planned",
        "mission | train | judges | achieved",
    ),
    (
        "We have adopted a charter of rights; it protects tenants.",
        "- | adopt | charter of rights | achieved",
        "charter of rights | protect | tenants | ongoing",
    ),
)
def test_what_the_sentence_has_named(sentence: str, expected: list[str]) -> None:
    """Guards the only person named, what "this" leaves open, whose aim it is, and what "we" act on."""
    check(expected, statements(sentence))


@table(
    (
        "The minister commended the mediators for their efforts to end the war.",
        "minister | commend | mediators | achieved",
        "mediators | end | war | planned",
    ),
    (
        "The minister commended the mediators for her efforts to end the war.",
        "minister | commend | mediators | achieved",
        "minister | end | war | planned",
    ),
    (
        "The objectives of this Directive, namely to protect users and to cut waste, cannot be achieved by Member States.",
        "Directive | protect | users | planned",
        "Directive | cut | waste | planned",
        "Member States | achieve | objectives of this Directive | possible | negated",
    ),
    (
        "The delay does not constitute grounds for lowering the level of protection.",
        "delay | constitute | grounds | ongoing | negated",
        "- | lower | level of protection | planned",
    ),
    (
        "Services are constrained by delays in discharging patients.",
        "delays | constrain | services | ongoing",
        "- | discharge | patients | ongoing",
    ),
    (
        "By the authority vested in me as President, and in order to protect the power grid, it is hereby ordered as follows:",
        "- | vest | authority | achieved",
        "President | protect | power grid | planned",
    ),
    (
        "The council may not use the fees paid by its members to finance other activities.",
        "council | use | fees | possible | negated",
        "members | pay | fees | achieved",
        "council | finance | activities | planned",
    ),
    (
        "States shall adopt the measures required to protect these rights.",
        "states | adopt | measures | obliged",
        "- | require | measures | ongoing",
        "states | protect | rights | planned",
    ),
    (
        "The scheme deprives villages of the means to build schools.",
        "scheme | deprive | villages | ongoing",
        "villages | build | schools | planned",
    ),
    (
        "The Agency shall give priority to small firms in awarding new contracts.",
        "Agency | give priority to | small firms | obliged",
        "Agency | award | new contracts | obliged",
    ),
    (
        "The ministry is ready to sign the pact, and it is willing to fund the clinics.",
        "ministry | sign | pact | planned",
        "ministry | fund | clinics | planned",
    ),
    (
        "It is possible to cut costs.",
        "- | cut | costs | possible",
    ),
)
def test_whom_a_noun_says_to_act(sentence: str, expected: list[str]) -> None:
    """Guards whom an effort, an aim, a ground or a formula says to act, and nobody where it does not."""
    check(expected, statements(sentence))


@table(
    (
        "The programme serves fishers, most of whom cannot afford insurance.",
        "programme | serve | fishers | ongoing",
        "fishers | afford | insurance | possible | negated",
    ),
    (
        "The register lists clinics in the north, some of which have closed wards.",
        "register | list | clinics | ongoing",
        "clinics | have | closed wards | ongoing",
    ),
    (
        "To meet the needs of street vendors, many of whom have never had a loan, credit will be provided.",
        "- | meet | needs of street vendors | planned",
        "street vendors | have | loan | achieved | negated",
        "- | provide | credit | planned",
    ),
    (
        "The fund backs three ports, and one of them has added a pier.",
        "fund | back | ports | ongoing",
        "ports | add | pier | achieved",
    ),
)
def test_of_whom(sentence: str, expected: list[str]) -> None:
    """Guards whom "many of whom" stands for."""
    check(expected, statements(sentence))


@table(
    (
        "The states were made to borrow funds in order to rebuild schools.",
        "states | borrow | funds | achieved",
        "states | rebuild | schools | planned",
    ),
    (
        "The states made efforts to borrow funds.",
        "states | borrow | funds | achieved",
    ),
    (
        "The ministries, which the council calls on to publish the data, have refused.",
        "ministries | publish | data | requested",
    ),
    (
        "Families have had to drive 40 miles to reach a hospital because a bridge was shut.",
        "families | drive | 40 miles | obliged",
        "families | reach | hospital | planned",
        "- | shut | bridge | achieved",
    ),
    (
        "The parties agree to pass laws this year, to set up a body with the power to inspect and fine, and to pay victims.",
        "parties | pass | laws | planned",
        "parties | set up | body | planned",
        "parties | pay | victims | planned",
    ),
    (
        "The parties agree to pass laws and to set up a body with the power to inspect mines and to fine owners.",
        "parties | pass | laws | planned",
        "parties | set up | body | planned",
        "parties | inspect | mines | possible",
        "parties | fine | owners | possible",
    ),
    (
        "The plan calls on partners to align their grants and, by pooling them in a fund, to cut costs.",
        "partners | align | grants | requested",
        "partners | pool | grants | requested",
        "partners | cut | costs | requested",
    ),
    (
        "The plan calls on partners to align their grants by pooling them and to cut costs.",
        "partners | align | grants | requested",
        "partners | pool | grants | requested",
        "partners | cut | costs | requested",
    ),
    (
        "The ministry was elected to cut waste, and that is what it is doing, by closing the old agencies.",
        "- | elect | ministry | achieved",
        "ministry | cut | waste | planned",
        "ministry | close | old agencies | ongoing",
    ),
)
def test_who_acts_in_infinitives(sentence: str, expected: list[str]) -> None:
    """Guards who is made to act, which list an infinitive goes on from, and whose the means are."""
    check(expected, statements(sentence))


@table(
    (
        "The levy, which lets inspectors ask where the steel was melted, does not end the ban, it eases the strain.",
        "- | melt | steel | achieved",
        "levy | end | ban | ongoing | negated",
        "levy | ease | strain | ongoing",
    ),
    (
        "The bank has listened to growers, and their message has been clear: they need credit.",
        "message | be | clear | achieved",
        "bank | listen to | growers | achieved",
        "growers | need | credit | ongoing",
    ),
    (
        "The trust backed carers wishing to become nurses, and 300 of them started the course.",
        "trust | back | carers | achieved",
        "carers | become | nurses | planned",
        "carers | start | course | achieved",
    ),
    (
        "The Act will help firms test products, by setting up laboratories.",
        "firms | test | products | planned",
        "Act | set up | laboratories | planned",
    ),
    (
        "The Act lets firms cut costs by sharing laboratories.",
        "firms | cut | costs | possible",
        "firms | share | laboratories | possible",
    ),
    (
        "The board works with the unions to ensure that they are consulted.",
        "board | work with | unions | ongoing",
        "- | consult | unions | planned",
    ),
)
def test_what_stands_outside(sentence: str, expected: list[str]) -> None:
    """Guards that what is named inside a relative is not meant, who is reached is, and whose the means behind a comma are."""
    check(expected, statements(sentence))


@table(
    (("We have opened 20 clinics.", "They will treat children."), "clinics | treat | children | planned"),
    (("The Treasury drafted a plan.", "We back the plan.", "It will cut waste."), "plan | cut | waste | planned"),
    (
        ("We will bring forward a Tenancy Bill that caps rents.", "It will give tenants rights."),
        "Tenancy Bill | give | rights | planned",
    ),
    (
        ("The Treasury lost money.", "We thank the Secretary-General for his report.", "It needs funds."),
        "Treasury | need | funds | ongoing",
    ),
    (("The Treasury lost money.", "Banks back the plan.", "It will cut waste."), "Treasury | cut | waste | planned"),
)
def test_what_we_acted_on(sentence: tuple[str, ...], expected: list[str]) -> None:
    """Guards that what "we" acted on is meant in the next sentence, and nobody whom it only thanks."""
    check(expected, statements(*sentence, speaks_for="Ministry of Works"))


@table(
    (
        "The council built a school and the mayor, after long talks, opened a clinic.",
        "council | build | school | achieved",
        "mayor | open | clinic | achieved",
    ),
    (
        "The Commission drafted rules, and the Parliament, in its resolution of 9 May, urged states to publish plans.",
        "Commission | draft | rules | achieved",
        "states | publish | plans | requested",
    ),
    (
        "The Commission proposed a levy, but Parliament, on 3 May, rejected the plan.",
        "Commission | propose | levy | achieved",
        "Parliament | reject | plan | achieved",
    ),
    (
        "The council opened a school and a clinic, after long talks, and sold a park.",
        "council | open | school | achieved",
        "council | open | clinic | achieved",
        "council | sell | park | achieved",
    ),
    (
        "The ministry trains nurses and doctors, in most regions, and pays them.",
        "ministry | train | nurses | ongoing",
        "ministry | train | doctors | ongoing",
        "ministry | pay | nurses | ongoing",
    ),
)
def test_subject_beside_a_phrase(sentence: str, expected: list[str]) -> None:
    """Guards the second subject where a phrase parts it from its verb."""
    check(expected, statements(sentence))


@table(
    (
        "The council opened a park, covering 20 hectares.",
        "council | open | park | achieved",
        "park | cover | 20 hectares | achieved",
    ),
    (
        "The council paid the bill, covering 80 percent of costs.",
        "council | pay | bill | achieved",
        "council | cover | costs | achieved",
    ),
    (
        "The council raised fees, exceeding its mandate.",
        "council | raise | fees | achieved",
        "council | exceed | mandate | achieved",
    ),
)
def test_what_covers_an_area(sentence: str, expected: list[str]) -> None:
    """Guards that what has a size is the thing, and that who acts goes on acting."""
    check(expected, statements(sentence))


@table(
    (
        "Anyone working on wards must wash their hands.",
        "anyone | work on | wards | ongoing",
        "Anyone working on wards | wash | hands | obliged",
    ),
    (
        "Those who live in camps need food.",
        "Those who live in camps | live in | camps | ongoing",
        "Those who live in camps | need | food | ongoing",
    ),
    (
        "The ministry has a basis for charging fees.",
        "ministry | have | basis | ongoing",
        "ministry | charge | fees | planned",
    ),
)
def test_people_and_their_clause(sentence: str, expected: list[str]) -> None:
    """Guards that people are not named by the very clause that says what they do."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry has cut fees, and to raise demand, the banks will lower rates.",
        "ministry | cut | fees | achieved",
        "banks | raise | demand | planned",
        "banks | lower | rates | planned",
    ),
    (
        "Wages rose, but to curb prices, the bank raised its rate.",
        "bank | curb | prices | planned",
        "bank | raise | rate | achieved",
    ),
    (
        "The ministry agreed to cut fees, and to raise demand, and the banks lowered rates.",
        "ministry | cut | fees | planned",
        "ministry | raise | demand | planned",
        "banks | lower | rates | achieved",
    ),
    (
        "The Council will set up a group, to be chaired by a judge appointed by the King, which shall publish a report.",
        "Council | set up | group | planned",
        "judge | chair | group | obliged",
        "King | appoint | judge | achieved",
        "group | publish | report | obliged",
    ),
    (
        "The city hired a firm owned by the bank, which will build the bridge.",
        "city | hire | firm | achieved",
        "bank | own | firm | ongoing",
        "bank | build | bridge | planned",
    ),
    (
        "States shall publish a list of permits granted under Article 11, using the template.",
        "states | publish | list of permits | obliged",
        "- | grant | permits | achieved",
        "states | use | template | obliged",
    ),
    (
        "The union told every employer that it would end the strike, provided they raised wages.",
        "union | end | strike | planned",
        "employer | raise | wages | possible",
    ),
)
def test_purposes_and_new_bodies(sentence: str, expected: list[str]) -> None:
    """Guards the purpose of what comes behind, what a body newly set up is to do, who uses a template, and singular they."""
    check(expected, statements(sentence))


@table(
    (
        "Since the aims of this Act, namely to guard users while cutting waste, cannot be met by states, the Union may act.",
        "Act | guard | users | planned",
        "Act | cut | waste | planned",
        "states | meet | aims of this Act | possible | negated",
    ),
    (
        "Since the aim of this Act cannot be achieved by the states, the Union may adopt rules.",
        "states | achieve | aim of this Act | possible | negated",
        "Union | adopt | rules | possible",
    ),
    (
        "Since the launch of the scheme, the bank has cut its rates.",
        "bank | cut | rates | achieved",
    ),
)
def test_subject_behind_since(sentence: str, expected: list[str]) -> None:
    """Guards what a recital says cannot be achieved, and whose aim it is."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("texts", "verb", "label"),
    [
        (("The State runs services.", "Messages are private.", "No agency may read them."), "read", "messages"),
        (
            ("The cabinet approved the budget.", "Parliament, where a coalition holds two seats, will vote on it."),
            "vote on",
            "budget",
        ),
        (("The mayor closed the market.", "A majority of two seats is enough to reopen it."), "reopen", "market"),
        (("We encourage firms to find markets and urge cities to help them do so.",), "help", "firms"),
    ],
)
def test_object_pronouns(texts: tuple[str, ...], verb: str, label: str) -> None:
    """Guards against things of another number, bodies that are voted on, and markets that are helped."""
    assert [item.object for item in statements(*texts) if item.verb == verb][:1] == [label]


def test_body_whose_name_goes_on() -> None:
    """Guards that the chamber is asked, not the machinery in its name."""
    found = statements("The ministry met the Coastal Chamber of Commerce for Machinery and asked it to collect data.")
    assert [item.actor for item in found if item.verb == "collect"] == ["Coastal Chamber of Commerce for Machinery"]
