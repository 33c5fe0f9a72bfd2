"""Wordings of assemblies, councils and charters: long lists of acts, who is commended for what, what is forbidden."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "No person may be arrested, searched, detained or imprisoned.",
        "- | arrest | person | possible | negated",
        "- | search | person | possible | negated",
        "- | detain | person | possible | negated",
        "- | imprison | person | possible | negated",
    ),
    (
        "No child shall be detained, transferred, returned or expelled without a hearing.",
        "- | detain | child | obliged | negated",
        "- | transfer | child | obliged | negated",
        "- | return | child | obliged | negated",
        "- | expel | child | obliged | negated",
    ),
    (
        "Records must not be shared, sold, leased or traded.",
        "- | share | records | obliged | negated",
        "- | sell | records | obliged | negated",
        "- | lease | records | obliged | negated",
        "- | trade | records | obliged | negated",
    ),
    (
        "The office shall facilitate the prompt settlement of the dispute in Arvika and the orderly functioning of the courts.",
        "office | facilitate | prompt settlement of the dispute | obliged",
        "office | facilitate | orderly functioning of the courts | obliged",
    ),
    (
        "The Council called for the withdrawal of forces from the north and the full deployment of the mission.",
        "Council | call for | withdrawal of forces from the north | achieved",
        "Council | call for | deployment of the mission | achieved",
    ),
    (  # near miss: no acts
        "The statute lists the rules of the court and the parliament.",
        "statute | list | rules of the court and the parliament | ongoing",
    ),
    (
        "The archipelago is facing cascading and overlapping crises.",
        "archipelago | face | cascading crises | ongoing",
        "archipelago | face | overlapping crises | ongoing",
    ),
    (
        "Reforming the pension system and cutting debt must be our top priority.",
        "reforming the pension system | be | top priority | obliged",
        "cutting debt | be | top priority | obliged",
    ),
)
def test_lists(sentence: str, expected: list[str]) -> None:
    """Guards what belongs to a list, and that all of it is denied where the list is."""
    found = statements(sentence)
    check(expected, found)
    assert len(found) == len(expected)


@table(
    (
        "The Union commends the efforts deployed by Ghana towards finding a lasting solution.",
        "Ghana | find | lasting solution | planned",
    ),
    ("The envoy welcomed the efforts of Ghana towards ending the blockade.", "Ghana | end | blockade | planned"),
    ("The ministers praised the efforts of Ghana towards ending child labour.", "Ghana | end | child labour | planned"),
    ("Ministers noted the progress made by the panel toward completing the treaty.", "panel | complete | treaty | planned"),
    ("The minister praised farmers' efforts toward saving water.", "farmers | save | water | planned"),
    ("They renewed their commitment to ending hunger.", "- | end | hunger | planned"),
    (
        "The Union offers every child a fair chance of a safe life through mobilising funds and resolving disputes.",
        "Union | mobilise | funds | ongoing",
        "Union | resolve | disputes | ongoing",
    ),
    ("Ministers welcome the steady progress in establishing the bank.", "ministers | establish | bank | ongoing"),
    ("The fund is working towards ending hunger.", "fund | end | hunger | ongoing"),
    ("The agency redoubled its efforts on reducing waste.", "agency | reduce | waste | achieved"),
    ("Delegates emphasised ending the blockade without delay.", "- | end | blockade | requested"),
    (
        "The envoy asked lenders to ensure that funds are in place for small island developing States to meet their goals.",
        "small island developing States | meet | goals | planned",
    ),
    ("The country is losing 500 to 600 million dollars a year.", "country | lose | 500 to 600 million dollars | ongoing"),
)
def test_who_does_what_is_commended(sentence: str, expected: list[str]) -> None:
    """Guards whose effort it is, and that what is only aimed at is not done."""
    verbs = {row.split(" | ")[1] for row in expected}
    check(expected, [item for item in statements(sentence) if item.verb in verbs])


@table(
    ("We shall build a sound, fair and inclusive economy.", "- | build | fair and inclusive economy | planned / obliged"),
    (
        "Everyone has the right to a clean and healthy sea.",
        "everyone | have right to | clean and healthy sea | ongoing",
    ),
    (
        "The pact protects the free and fair international system.",
        "pact | protect | free and fair international system / free and fair international system | ongoing",
    ),
    (  # near misses: two things
        "The board promotes scientific and industrial innovation.",
        "board | promote | scientific innovation | ongoing",
        "board | promote | industrial innovation | ongoing",
    ),
    (
        "The agency set up local and regional offices.",
        "agency | set up | local offices | achieved",
        "agency | set up | regional offices | achieved",
    ),
)
def test_one_thing_described_twice(sentence: str, expected: list[str]) -> None:
    """Guards that one article makes one thing of what is described in several ways."""
    found = statements(sentence)
    check(expected, found)
    assert len(found) == len(expected)


@table(
    (
        "The Council reiterated its condemnation of the attacks, including on schools, carried out by the militia last year.",
        "militia | carry out | attacks | achieved",
    ),
    (
        "We condemned the raids on convoys, carried out by rebels in the north, killing dozens of people.",
        "rebels | carry out | raids on convoys | achieved",
        "raids on convoys / rebels | kill | people / dozens of people | achieved",
    ),
    (
        "Delegates recalled the decision adopted by the Assembly at its session, held in Lima.",
        "- | hold | session | ongoing / achieved",
    ),
    (
        "They said that the final reform of banking rules should be carefully and thoroughly tested and clearly explained.",
        "- | test | final reform of banking rules / reform of banking rules | obliged",
        "- | explain | final reform of banking rules / reform of banking rules | obliged",
    ),
    (
        "We face a crisis comprising the effects of drought and debt, all of which burden peoples of the north already "
        "enduring floods.",
        "peoples of the north | endure | floods | ongoing",
    ),
    (  # near miss
        "The ministry published a plan for the ports, which names firms, covering all towns.",
        "ministry / plan for the ports | cover | towns / all towns | achieved / ongoing",
    ),
    ("Yesterday's resolution cut the mission's troop ceiling to 9,000.", "resolution | cut | troop ceiling | achieved"),
    ("Parties are free in so far as they respect the law.", "parties | respect | law | possible"),
    ("So far the agency has opened two ports.", "agency | open | ports | achieved"),
)
def test_what_is_done_to_what(sentence: str, expected: list[str]) -> None:
    """Guards what a participle is said of, and on what condition something is."""
    verbs = {row.split(" | ")[1] for row in expected}
    check(expected, [item for item in statements(sentence) if item.verb in verbs])


@table(
    (
        "The drought is exacerbating poverty, hunger and social inequality.",
        "drought | exacerbate | poverty | ongoing",
        "drought | exacerbate | hunger | ongoing",
        "drought | exacerbate | social inequality | ongoing",
    ),
    ("The main driver is rising inflation.",),  # near miss
    (
        "The Council decided to meet in May, and requested that the Secretary-General, in collaboration with the Director "
        "General of the Food Organization (FO) and in consultation with member States, determine the modalities of the talks.",
        "Secretary-General | determine | modalities of the talks | requested",
    ),
    (
        "The Assembly invites the agencies to consider new measures, within their fields of competence, to end hunger.",
        "agencies | consider | new measures / measures | requested",
        "agencies | end | hunger | planned",
    ),
    (
        "The union urged ministers to meet farmers, and to lower the tax.",
        "ministers | meet | farmers | requested",
        "ministers | lower | tax | requested",
    ),
    (
        "We reiterate our opposition to any unilateral attempts to redraw the border.",
        "- | reiterate | opposition to any unilateral attempts / opposition | ongoing",
        "- | redraw | border | planned",
    ),
    (
        "The minister repeated her rejection of any attempt to split the country.",
        "minister | repeat | rejection of any attempt / rejection | achieved",
        "- | split | country | planned",
    ),
    (
        "The envoys agreed to listen to the problems they face and act on the findings.",
        "envoys | listen to | problems | planned",
        "envoys | face | problems | ongoing",
        "envoys | act on | findings | planned",
    ),
    ("The Harbour Party pledges to build homes.", "Harbour Party | build | homes | planned"),
    (
        "No provision may impede the state from taking measures.",
        "provision | impede | state | possible | negated",
        "state | take | measures | possible",
    ),
    (
        "Leaders welcomed the opportunity to engage with civil society.",
        "leaders | welcome | opportunity | achieved",
        "leaders | engage with | civil society | possible",
    ),
    ("The Council adopted a resolution titled “Safe water for all”.", "Council | adopt | resolution | achieved"),
    (
        "Old pipes, which make repairs difficult, may considerably harm wells.",
        "old pipes | make difficult | repairs | ongoing",
        "old pipes | harm | wells | possible",
    ),
)
def test_who_is_to_do_it(sentence: str, expected: list[str]) -> None:
    """Guards who is asked, allowed or said to act, across what stands between."""
    check(expected, statements(sentence))


@table(
    ("As far as wages are concerned, the union rejected the offer.", "union | reject | offer | achieved"),
    (
        "These efforts bring new solutions to pressing global issues.",
        "efforts | bring / bring to | new solutions / new solutions to pressing global issues | ongoing",
    ),
    (
        "Leaders voiced the fears they had expressed in May, pertaining to the cost of certain policies.",
        "leaders | voice | fears | achieved",
        "leaders | express | fears | achieved",
    ),
    ("The forests were fast disappearing.",),
    ("With these powers came new duties for the regulator.",),
    ("We looked forward to further talks on recent initiatives.", "- | look forward to | talks | achieved"),
)
def test_nobody_acts(sentence: str, expected: list[str]) -> None:
    """Guards against acts of what only happens or comes with something else."""
    found = statements(sentence)
    check(expected, found)
    assert len(found) == len(expected)
