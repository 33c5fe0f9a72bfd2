"""Turns of phrase that hide who does what: what is called for, wanted, needed, lacked, aimed at, done hereby."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("The union called for workers dismissed last May to be reinstated.", "- | reinstate | workers | requested"),
    (
        "The opposition called for the officers who fired the shots to be tried.",
        "officers | fire | shots | achieved",
        "- | try | officers | requested",
    ),
    (
        "The minister called for those responsible for the violence to be prosecuted.",
        "- | prosecute | those responsible for the violence | requested",
    ),
    ("The union wants the tax abolished.", "- | abolish | tax | requested"),
    ("What we need is a new law.", "- | need | new law | ongoing"),
    ("The reason for the tax was to deter speculators.", "- | deter | speculators | planned"),
    (
        "The purpose is not to punish firms but to protect workers.",
        "- | punish | firms | planned | negated",
        "- | protect | workers | planned",
    ),
    (
        "Courts lack the staff to hear appeals.",
        "courts | lack | staff | ongoing",
        "courts | hear | appeals | possible | negated",
    ),
    (
        "Projects that the ministry has yet to fund will be reviewed.",
        "ministry | fund | projects | achieved | negated",
        "- | review | projects | planned",
    ),
)
def test_wanted_and_lacking(sentence: str, expected: list[str]) -> None:
    """Guards what somebody wants done, needs, or cannot do for lack of means."""
    found = [item for item in statements(sentence) if item.verb != "dismiss"]
    check(expected, found)
    assert not any(item.purpose for item in found)


@table(
    (
        "The Agency will publish rules in May, followed by manuals in June.",
        "Agency | publish | rules | planned",
        "manuals | follow | rules | achieved / planned",
    ),
    ("The council adopted by-laws in May.", "council | adopt | by-laws | achieved"),
    ("There shall be established a Court of Justice.", "- | establish | Court of Justice | obliged"),
    ("The tax was imposed by ordinance.", "- | impose | tax | achieved"),
    ("Disputes shall be settled by negotiation.", "- | settle | disputes | obliged"),
    ("On Monday the union called on the council to build homes.", "council | build | homes | requested"),
    ("The country aims to have trained 500 nurses by 2030.", "country | train | nurses | planned"),
    ("The court may set a fine not to exceed the profits.", "court | set | fine | possible"),
    ("The ministry is focused on cutting debt.", "ministry | cut | debt | ongoing"),
    ("Work on the tunnel has cost the city 40 million euros.", "work on the tunnel | cost | 40 million euros | achieved"),
    (
        "Owners must verify that the boiler meets the standard.",
        "owners | verify | that the boiler meets the standard | obliged",
        "boiler | meet | standard | ongoing",
    ),
    ("Rejecting the use of force against civilians,", "- | reject | use of force against civilians | ongoing"),
    ("Any regulations issued thereunder shall cease to have effect.", "regulations | have | effect | obliged | negated"),
    ("Grants made pursuant to this section shall be repaid.", "? - | make | grants | achieved", "- | repay | grants | obliged"),
    ("The memorandum is hereby rescinded.", "- | rescind | memorandum | ongoing"),
    (
        "The drug causes nausea, and it is not recommended for children.",
        "drug | cause | nausea | ongoing",
        "- | recommend | drug | ongoing | negated",
    ),
    (
        "Patients are entitled to support from an advocate.",
        "patients | entitle to | support / support from an advocate | ongoing",
    ),
    ("The trust will help those at risk.", "trust | help | those at risk | planned"),
    (
        "The ministry adopted measures aimed at consolidation.",
        "ministry | adopt | measures | achieved",
        "measures | aim at | consolidation | achieved",
    ),
    ("The state plans to spend ₹300 crore on ports.", "state | spend on / spend | ports | planned"),
    ("Total outlays of 11.1 trillion rupees have been budgeted.", "- | budget | outlays / total outlays | achieved"),
    ("The army needs drones, and we shall supply them.", "army | need | drones | ongoing", "- | supply | drones | planned"),
    ("Nobody earning the minimum wage will pay income tax.", "no one | pay | income tax | planned | negated"),
    (
        "Asked whether it would veto the plan, the spokesman blamed the rebels.",
        "- | veto | plan | possible",
        "spokesman | blame | rebels | achieved",
    ),
    ("I urge the hon. Lady to withdraw the amendment.", "hon Lady | withdraw | amendment | requested"),
)
def test_legal_and_spoken(sentence: str, expected: list[str]) -> None:
    """Guards words of law, of parliament and of lists that the parser takes for something else."""
    check(expected, [item for item in statements(sentence) if item.verb != "issue"])


@table(
    (
        "The Board commends the role of village councils in restoring the wells.",
        "Board | commend | role of village councils | ongoing",
        "village councils | restore | wells | ongoing",
    ),
    (
        "Inspectors noted the efforts of the clinics in cutting waiting times.",
        "inspectors | note | efforts of the clinics | achieved",
        "clinics | cut | waiting times | achieved",
    ),
    (
        "The board criticised the use of contractors in clearing the site.",
        "board | criticise | use of contractors | achieved",
        "board | clear | site | achieved",
    ),
    (
        "The Assembly condemns the raids that sought to derail the talks and pays tribute to the medics.",
        "Assembly | condemn | raids | ongoing",
        "raids | derail | talks | planned",
        "Assembly | pay tribute to | medics | ongoing",
    ),
    (
        "The Board runs a fund that helped farms and supports growers.",
        "Board | run | fund | ongoing",
        "fund | help | farms | achieved",
        "fund | support | growers | ongoing",
    ),
    (
        "Every employee shall be entitled to equal treatment in the workplace.",
        "employee | entitle to | equal treatment | obliged",
    ),
    ("Exports are expected to equal imports.", "exports | equal | imports | planned"),
    (
        "Droughts are threatening the food supply of small island developing States.",
        "droughts | threaten | food supply of small island developing States | ongoing",
    ),
    (
        "Storms are destroying the harvests of small island developing States.",
        "storms | destroy | harvests of small island developing States | ongoing",
    ),
    (
        "The State shall not compulsorily acquire a person’s farm unless a court agrees.",
        "State | acquire | farm | obliged | negated",
    ),
    ("The firm is developing housing estates.", "firm | develop | housing estates | ongoing"),
)
def test_turns_of_resolutions_and_charters(sentence: str, expected: list[str]) -> None:
    """Guards whose role it is, what a singular verb goes on with, and adjectives behind "to" and "island"."""
    check(expected, statements(sentence))
