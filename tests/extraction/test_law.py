"""Acts, treaties, decisions and charters: lists under a modal, instruments, relatives and rights as law words them."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, statements, table
from kg.model import BlockKind


@pytest.mark.parametrize(
    ("introduction", "item", "expected"),
    [
        (
            "Where a guest reports a leak, the host must, within 3 days of the day on which the report is made—",
            "repair the pipe, and",
            ["host | repair | pipe | obliged"],
        ),
        ("The port authority may, by notice in writing:", "revoke a berth;", ["port authority | revoke | berth | possible"]),
        (
            "Regional councils shall, in particular:",
            "not charge fees for advice;",
            ["regional councils | charge | fees | obliged | negated"],
        ),
        (
            "Competent bodies shall in particular:",
            "designate one or more laboratories;",
            ["competent bodies | designate | laboratories | obliged"],
        ),
        ("The notice must, for each site, contain:", "measures against erosion;", []),
        ("Ports are required:", "to publish tariffs;", ["ports | publish | tariffs | obliged"]),
        ("The Registrar is hereby authorised:", "to inspect farms;", ["Registrar | inspect | farms | possible"]),
        ("The Secretariat is requested:", "to convene a panel;", ["Secretariat | convene | panel | requested"]),
        (
            "Coastal States whose fleets are listed in Annex I shall endeavour:",
            "to protect and, where feasible, restore those parts of the reef which shelter turtles;",
            [
                "Coastal States | protect | parts of the reef | obliged",
                "Coastal States | restore | parts of the reef | obliged",
                "parts of the reef | shelter | turtles | ongoing",
            ],
        ),
    ],
)
def test_items_under_a_modal(introduction: str, item: str, expected: list[str]) -> None:
    """Guards who is to do what the items say, also where a phrase stands behind the modal and where "to" opens the item."""
    check(expected, statements(introduction, (BlockKind.LIST_ITEM, item, 0), given=False))


@table(
    (
        "Vessels named in Annex I shall carry a beacon.",
        "vessels | carry | beacon | obliged",
    ),
    (
        "Each importer shall, in particular, keep one or more samples.",
        "importer | keep | samples | obliged",
    ),
    ("The rules are to be made by statutory instrument.", f"{NOBODY} | make | rules | obliged"),
    ("The lease may be ended by notice in writing.", f"{NOBODY} | end | lease | possible"),
    ("The merger was blocked by a notice.", "notice | block | merger | achieved"),
    ("The fees are prescribed by law.", "law | prescribe | fees | ongoing"),
    (
        "This Part applies to subsidies granted or guaranteed by a canton that distort competition.",
        "Part | apply to | subsidies | ongoing",
        "canton | grant | subsidies | achieved",
        "canton | guarantee | subsidies | achieved",
        "subsidies | distort | competition | ongoing",
    ),
    (
        "The fund pays for wells dug by a village that lacks water.",
        "fund | pay for | wells | ongoing",
        "village | dig | wells | achieved",
        "village | lack | water | ongoing",
    ),
    (
        "The bodies shall promote forms of self-governance that foster mutual trust.",
        "bodies | promote | forms of self-governance / self-governance | obliged",
        "forms of self-governance / self-governance | foster | mutual trust | ongoing",
    ),
    (
        "The minister opposed the quota that port unions want.",
        "minister | oppose | quota | achieved",
        "port unions | want | quota | ongoing",
    ),
    (
        "The agency shall repair those stretches of the canal that serve mills.",
        "agency | repair | stretches of the canal | obliged",
        "stretches of the canal | serve | mills | ongoing",
    ),
)
def test_who_acts_in_law(sentence: str, expected: list[str]) -> None:
    """Guards that "Annex I" is nobody, that instruments are means, and which noun a relative speaks of."""
    check(expected, statements(sentence))


@table(
    (
        "The carrier broke the treaty by refusing, from May until June, to ferry mail to the islands.",
        "carrier | break | treaty | achieved",
        "carrier | ferry | mail | achieved | negated",
    ),
    (
        "The carrier changed its route, after a storm, to ferry mail to the islands.",
        "carrier | change | route | achieved",
        "carrier | ferry | mail | planned",
    ),
    (
        "Every detainee has the right to remain silent and not to answer questions.",
        "detainee | have | right to remain silent | ongoing",
        "detainee | have | right not to answer questions | ongoing",
        "? detainee | answer | questions | ongoing | negated",
    ),
    ("HAS ADOPTED THIS DIRECTIVE:", f"{NOBODY} | adopt | DIRECTIVE | achieved"),
    ("The Agency shall adopt implementing acts.", "Agency | adopt | implementing acts | obliged"),
    ("The Agency may, by means of implementing acts, update the list.", "Agency | update | list | possible"),
    (
        "The Agency helps farms by implementing reforms.",
        "Agency | help | farms | ongoing",
        "Agency | implement | reforms | ongoing",
    ),
    (
        "As soon as it adopts a delegated act, the Authority shall notify it to the Senate.",
        "Authority | adopt | delegated act | planned",
        "Authority | notify | delegated act | obliged",
    ),
    (
        "Before it starts operation, the mine will be inspected.",
        "- | start | operation | planned",
        "- | inspect | mine | planned",
    ),
    (
        "There is hereby established within the Treasury the Rural Credit Board.",
        f"{NOBODY} | establish | Rural Credit Board | ongoing",
    ),
    ("There shall be established in each ward a Board of Trustees.", f"{NOBODY} | establish | Board of Trustees | obliged"),
    (
        "The extent to which developing country Parties can meet their targets will depend on finance.",
        "developing country Parties | meet | targets | possible",
        "extent | depend on | finance | planned",
    ),
    (
        "The register contains the list of plants that fail to meet the limits.",
        "register | contain | list of plants | ongoing",
        "plants | meet | limits | ongoing | negated",
    ),
    ("The trustee shall be entitled to inspect the books.", "trustee | inspect | books | possible"),
    ("The trustee shall not be entitled to sell the books.", "trustee | sell | books | obliged | negated"),
    ("It is encouraged that dairies keep a register.", "dairies | keep | register | requested"),
    (
        "The State has a duty to observe, respect, protect, promote and fulfil these freedoms.",
        "? State | have | duty to observe, respect, protect, promote and fulfil freedoms | ongoing",
        "State | observe | freedoms | obliged",
        "State | respect | freedoms | obliged",
        "State | protect | freedoms | obliged",
        "State | promote | freedoms | obliged",
        "State | fulfil | freedoms | obliged",
    ),
    (
        "The agency will study transport, trade and fund the schools.",
        "agency | study | transport | planned",
        "agency | study | trade | planned",
        "agency | fund | schools | planned",
    ),
    (
        "The right does not extend to propaganda for war, incitement to violence or hate speech.",
        "right | extend to | propaganda for war | ongoing | negated",
        "right | extend to | incitement to violence or hate speech | ongoing | negated",
    ),
    ("The Registrar may do anything which appears to be necessary or expedient.", "Registrar | do | anything | possible"),
    (
        "Port offices shall keep a list of berths; where a pier needs repair, they shall refund the fee.",
        "port offices | keep | list of berths | obliged",
        "pier | need | repair | possible",
        "port offices | refund | fee | obliged",
    ),
    ("The code shall apply from May, with the exception of Article 3.",),
    ("A fine of EUR 84 500 000 is imposed on the ferry line.", f"{NOBODY} | impose | fine | ongoing"),
    ("A penalty of CHF 40 million was imposed on the ferry line.", f"{NOBODY} | impose | penalty | achieved"),
    ("The state will pay a lump sum of EUR 5 million to growers.", "state | pay | lump sum | planned"),
)
def test_set_wording_of_law(sentence: str, expected: list[str]) -> None:
    """Guards refusals with a phrase between, rights not to, the new body behind its place, and amounts as law writes them."""
    check(expected, statements(sentence))


def test_what_is_singled_out() -> None:
    """Guards that "in particular" behind "shall" is no part of the verb's group, also where nothing else is set apart."""
    check(
        ["Member States | promote | training | obliged"],
        statements("Member States shall in particular promote training."),
    )


@table(
    (
        "The Agency published a draft code on 3 May 2024, which did not set any limits, but introduced a fee.",
        "Agency | publish | draft code | achieved",
        "draft code | set | limits | achieved | negated",
        "draft code | introduce | fee | achieved",
    ),
    (
        "The Ministry is reviewing the licence of 12 March 2019, which covers two quarries.",
        "Ministry | review | licence of 12 March 2019 | ongoing",
        "licence of 12 March 2019 | cover | quarries | ongoing",
    ),
    (
        "The plan adopted by the council on 9 April 2022, which funds three clinics, will be extended.",
        "council | adopt | plan | achieved",
        "plan | fund | clinics | ongoing",
        "- | extend | plan | planned",
    ),
    ("The strategy took effect on 1 January, which marked the end of the old tax.", "- | mark | end of the old tax | achieved"),
    (
        "The company filed its notice on 4 July 2023, but withdrew its claim.",
        "company | file | notice | achieved",
        "company | withdraw | claim | achieved",
    ),
)
def test_relatives_behind_dates(sentence: str, expected: list[str]) -> None:
    """Guards that what was dated acts, and no month does."""
    check(expected, statements(sentence))


@table(
    (
        "The plan should contribute to the care of wetlands, as well as to the supply of timber and to the pay of wardens.",
        "plan | contribute to | care of wetlands | obliged",
        "plan | contribute to | supply of timber | obliged",
        "plan | contribute to | pay of wardens | obliged",
    ),
    (
        "The rules apply to public bodies, as well as to private firms.",
        "rules | apply to | public bodies | ongoing",
        "rules | apply to | private firms | ongoing",
    ),
    (
        "The scheme is financed by the state, as well as by fees from importers.",
        "state | finance | scheme | ongoing",
        "fees from importers | finance | scheme | ongoing",
    ),
    (
        "We must build a competitive, energy efficient and carbon neutral industry.",
        "- | build | competitive, energy efficient and carbon neutral industry | obliged",
    ),
    (
        "The agency will protect the vulnerable and build strong schools.",
        "agency | protect | vulnerable | planned",
        "agency | build | schools | planned",
    ),
)
def test_said_again_and_measured(sentence: str, expected: list[str]) -> None:
    """Guards prepositions behind “as well as”, and nouns that measure an adjective."""
    check(expected, statements(sentence))
