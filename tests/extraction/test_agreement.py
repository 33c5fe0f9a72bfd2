"""Sentences that the parser misreads against the agreement of forms, and how number and tense put them right."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "The council will hand every tenant a written offer, signed by the mayor and explained in plain language.",
        "council | hand | written offer / offer | planned",
        "mayor | sign | written offer / offer | planned",
        "- | explain | written offer / offer | planned",
    ),
    (
        "The programme will focus on seed banks, cold storage and guaranteed purchases by the state.",
        "programme | focus on | seed banks | planned",
        "programme | focus on | cold storage | planned",
        "programme | focus on | guaranteed purchases / purchases | planned",
    ),
    (
        "Parties shall set up independent bodies empowered to inspect prisons.",
        "parties | set up | independent bodies | obliged",
        "independent bodies | inspect | prisons | possible",
    ),
    (
        "If their partners fail to deliver promised spares, operators may cancel the order.",
        "partners | deliver | promised spares / spares | possible | negated",
        "operators | cancel | order | possible",
    ),
    (
        "The union stands for fair wages, safe workplaces and a pension that keeps pace with prices.",
        "union | stand for | fair wages | ongoing",
        "union | stand for | safe workplaces | ongoing",
        "union | stand for | pension | ongoing",
        "? pension | keep | pace | ongoing",
    ),
    (
        "The clerk shall keep any receipt, note or copy of the deed.",
        "clerk | keep | receipt | obliged",
        "clerk | keep | note | obliged",
        "clerk | keep | copy of the deed | obliged",
    ),
)
def test_no_past_tense_under_a_modal(sentence: str, expected: list[str]) -> None:
    """Guards participles, adjectives and nouns that were taken for verbs of a list."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry monitors, inspects and certifies fishing vessels.",
        "ministry | monitor | fishing vessels | ongoing",
        "ministry | inspect | fishing vessels | ongoing",
        "ministry | certify | fishing vessels | ongoing",
    ),
    (
        "The parliament passed a law that raises the pension age, freezes rents until next year and scraps two levies.",
        "parliament | pass | law | achieved",
        "law | raise | pension age | ongoing",
        "law | freeze | rents | ongoing",
        "law | scrap | levies | ongoing",
    ),
    (
        "Insurers will inform clients before raising or lowering any premium.",
        "insurers | inform | clients | planned",
        "insurers | raise | premium | planned",
        "insurers | lower | premium | planned",
    ),
    (
        "The regulator may cap the fee, with the state covering the gap and lenders being told to publish their rates.",
        "regulator | cap | fee | possible",
        "state | cover | gap | possible",
        "lenders | publish | rates | requested",
    ),
    (
        "We agree to phase out by 2030 coal plants that lack filters.",
        "- | phase out | coal plants | planned",
        "coal plants | lack | filters | ongoing",
    ),
)
def test_presents_and_gerunds_in_lists(sentence: str, expected: list[str]) -> None:
    """Guards verbs of a list that were taken for nouns, and the subject that they agree with."""
    check(expected, statements(sentence))


@table(
    (
        "Imports fell by 4 percent, and domestic output, which had stagnated, reached a record.",
        "domestic output | reach | record | achieved",
    ),
    (
        "To reach herders, many of whom have never held a bank account, mobile branches will be opened in the steppe.",
        "- | reach | herders | planned",
        "herders | hold | bank account | achieved | negated",
        "- | open | mobile branches | planned",
    ),
    (
        "Mali, whose farmers grow half of the crop, can no longer export it.",
        "farmers | grow | crop | ongoing",
        "Mali | export | crop | possible | negated",
    ),
    (
        "A trader that imports toys shall label each toy.",
        "trader | import | toys | ongoing",
        "trader | label | toy | obliged",
    ),
    (
        "The port of Sandby, twice flooded, will be rebuilt.",
        "- | flood | port of Sandby | achieved",
        "- | rebuild | port of Sandby | planned",
    ),
    (
        "Residents still burning old tyres should use the collection points.",
        "residents | burn | old tyres | ongoing",
        "residents | use | collection points | obliged",
    ),
    (
        "Within two years of this decision, the reef, which covers forty bays, shall be closed to trawlers.",
        "? reef | cover | forty bays / bays | ongoing",
        "- | close | reef | obliged",
    ),
    (
        "The coast was struck by a cyclone, which flattened homes, and by floods.",
        "cyclone | strike | coast | achieved",
        "floods | strike | coast | achieved",
        "cyclone | flatten | homes | achieved",
    ),
)
def test_which_verb_is_the_main_one(sentence: str, expected: list[str]) -> None:
    """Guards the main clause around relative clauses, participles and parentheses."""
    check(expected, statements(sentence))


@table(
    ("What the embassy did last week was to close its visa section.", "embassy | close | visa section | achieved"),
    (
        "It is in this spirit that Oman will host next autumn the second forum on water.",
        "Oman | host | forum on water / second forum on water | planned",
    ),
    (
        "The scheme is neither a subsidy for banks nor a gift to landlords.",
        "scheme | be | subsidy for banks | ongoing | negated",
        "scheme | be | gift to landlords | ongoing | negated",
    ),
    (
        "The charter gives pupils, parents and teachers a vote on the budget.",
        "charter | give | vote on the budget | ongoing",
    ),
    (
        "The secretary shall submit to the council, through the chair, proposals for cutting waste.",
        "secretary | submit | proposals | obliged",
        "secretary | cut | waste | planned",
    ),
    ("The minister told editors after the vote that the levy would be dropped.", "- | drop | levy | planned"),
    ("The museum received Kshs. 40 million from the county.", "museum | receive | Kshs. 40 million | achieved"),
)
def test_objects_behind_something_else(sentence: str, expected: list[str]) -> None:
    """Guards objects that stand behind a date, a phrase, a recipient or a currency."""
    check(expected, statements(sentence))


@table(
    ("The bloc reiterates its appeal to the parties to respect the truce.", "parties | respect | truce | requested"),
    (
        "The alliance supports the right of villagers to refuse a mine.",
        "alliance | support | right of villagers | ongoing",
        "villagers | refuse | mine | ongoing",
    ),
    (
        "The state has spared no effort to free the miners.",
        "state | free | miners | achieved",
    ),
    ("Perhaps the office can first of all correct the figures.", "office | correct | figures | possible"),
    (
        "The state took measures in accordance with the plan adopted in May.",
        "state | take | measures | achieved",
        "- | adopt | plan | achieved",
    ),
    (
        "The permits were obtained by fraud.",
        "- | obtain | permits | achieved",
    ),
)
def test_who_is_meant_to_act(sentence: str, expected: list[str]) -> None:
    """Guards actors of calls and rights, and what only looks like an actor."""
    check(expected, statements(sentence))
