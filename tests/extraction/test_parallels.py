"""What a list tells about its items, where the parser loses count: verbs between verbs, actors beside actors."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "The Trust has fostered skills, abolished tuition fees and increased public investment.",
        "Trust | foster | skills | achieved",
        "Trust | abolish | tuition fees | achieved",
        "Trust | increase | public investment | achieved",
    ),
    (
        "The Council has enhanced crisis preparedness, adopted stricter limits and improved access to care.",
        "Council | enhance | crisis preparedness | achieved",
        "Council | adopt | limits / stricter limits | achieved",
        "Council | improve | access to care | achieved",
    ),
    (
        "The agency must refrain from abolishing holidays.",
        "agency | abolish | holidays | obliged | negated",
    ),
    (
        "The Trust promoted equality by increasing investment and abolishing fees.",
        "Trust | promote | equality | achieved",
        "Trust | increase | investment | achieved",
        "Trust | abolish | fees | achieved",
    ),
    (
        "Having cut emissions, the agency left the talks.",
        "agency | cut | emissions | achieved",
        "agency | leave | talks | achieved",
    ),
    (
        "Having skilled workers, the region attracts firms.",
        "region | have | skilled workers | ongoing",
        "region | attract | firms | ongoing",
    ),
    ("The levy helped cut emissions.", "levy | cut | emissions | achieved"),
    ("The agency raised fees and cut emissions.", "agency | raise | fees | achieved", "agency | cut | emissions | achieved"),
    (
        "The Trust did not cut red tape, but retrained local officials and protected marine ecosystems.",
        "Trust | cut | red tape | achieved | negated",
        "Trust | retrain | local officials | achieved",
        "Trust | protect | marine ecosystems | achieved",
    ),
    (
        "The agency speeds up the switch, abolishes tuition fees, and sets limits.",
        "agency | speed up | switch | ongoing",
        "agency | abolish | tuition fees | ongoing",
        "agency | set | limits | ongoing",
    ),
    (
        "The club funds sport, sports clubs and schools, and runs a gym.",
        "club | fund | sport | ongoing",
        "club | fund | sports clubs | ongoing",
        "club | fund | schools | ongoing",
        "club | run | gym | ongoing",
    ),
    ("The bill was passed, and the levy scrapped.", "- | pass | bill | achieved", "- | scrap | levy | achieved"),
    (
        "Energy costs were reduced, projects were financed, and air quality monitored.",
        "- | reduce | energy costs | achieved",
        "- | finance | projects | achieved",
        "- | monitor | air quality | achieved",
    ),
    (
        "The State Council has not restored wetlands or expanded vocational training.",
        "State Council | restore | wetlands | achieved | negated",
        "State Council | expand | vocational training | achieved | negated",
    ),
    (
        "The board has not hired skilled or trained workers.",
        "board | hire | skilled workers | achieved | negated",
        "board | hire | trained workers | achieved | negated",
    ),
    (
        "Trains were cancelled, wards were shut, and prices increased.",
        "- | cancel | trains | achieved",
        "? - | shut | wards | achieved",
    ),
    ("The bill was passed, and the minister resigned.", "- | pass | bill | achieved"),
)
def test_verbs_taken_for_adjectives(sentence: str, expected: list[str]) -> None:
    """Guards the members of a list of pasts, gerunds or passives that look like adjectives."""
    check(expected, statements(sentence))


@table(
    (
        "The European Commission, the Council and the Central Bank have agreed to cut tariffs.",
        "European Commission | cut | tariffs | planned",
        "Council | cut | tariffs | planned",
        "Central Bank | cut | tariffs | planned",
    ),
    ("Ms Lund, the head of the bank and a former judge, has cut rates.", "Lund / Ms Lund | cut | rates | achieved"),
)
def test_actors_beside_each_other(sentence: str, expected: list[str]) -> None:
    """Guards a list of bodies from being read as one body and its description."""
    check(expected, statements(sentence))


@table(
    (
        "The Council calls for the Government to keep prices stable and for the agency to train officials.",
        "Government | keep / keep stable | prices | requested",
        "agency | train | officials | requested",
    ),
    (
        "The Commission calls for state-owned enterprises to protect wetlands and for the Ministry of Health to adopt limits.",
        "state-owned enterprises | protect | wetlands | requested",
        "Ministry of Health | adopt | limits | requested",
    ),
    ("The union campaigned for higher wages to protect families.", "union | protect | families | planned"),
    (
        "State-owned firms called on regional governments to protect wetlands, review the rules and refrain from cutting fees.",
        "regional governments | protect | wetlands | requested",
        "regional governments | review | rules | requested",
        "regional governments | cut | fees | requested | negated",
    ),
    (
        "The Commission encourages the Trust to promote equality, including by lowering fees.",
        "Trust | promote | equality | requested",
        "Trust | lower | fees | requested",
    ),
    ("The fund helps developing countries to combat fraud.", "developing countries | combat | fraud | ongoing"),
    ("Goods are required to be labelled.", "- | label | goods | obliged"),
    ("The directive is expected to be adopted by June.", "- | adopt | directive | planned"),
    ("Ports are allowed to be sold by the state.", "state | sell | ports | possible"),
)
def test_who_is_asked_in_lists(sentence: str, expected: list[str]) -> None:
    """Guards who is to do each thing that is called for, and what is to be done to something."""
    check(expected, statements(sentence))


@table(
    (
        "The chair should ensure that the Working Group identifies and analyzes the gaps.",
        "Working Group | identify | gaps | obliged",
        "Working Group | analyze | gaps | obliged",
    ),
)
def test_verbs_with_a_subject(sentence: str, expected: list[str]) -> None:
    """Guards that what the parser gave a subject is a verb, whatever its tag."""
    check(expected, statements(sentence))


@table(
    (
        "It is imperative that the Central Bank recruit nurses and that the Government ensure food security.",
        "Central Bank | recruit | nurses | obliged",
        "Government | ensure | food security | obliged",
    ),
    (
        "The agency accused the Secretary of State of failing to train officials.",
        "agency | accuse | Secretary of State | achieved",
        "Secretary of State | train | officials | achieved | negated",
    ),
    (
        "The Secretary of State attaches great weight to cutting waste and has built homes.",
        "Secretary of State | cut | waste | ongoing",
        "Secretary of State | build | homes | achieved",
    ),
    (
        '"We will keep the line," said Anna Berg, a spokeswoman for the Ministry of Transport.',
        "Ministry of Transport | keep | line | planned",
    ),
    ('"We have closed the ward," said Trust spokesman Leo Marsh.', "Trust | close | ward | achieved"),
    (
        '"We are hiring nurses," said Leo Marsh, chief executive of Northmill Trust.',
        "Northmill Trust | hire | nurses | ongoing",
    ),
    ('"We are hiring nurses," said Leo Marsh, a farmer.', "- | hire | nurses | ongoing"),
)
def test_whose_clause_it_is(sentence: str, expected: list[str]) -> None:
    """Guards bare verbs behind “that”, offices with an “of”, and for whom a quoted “we” speaks."""
    check(expected, statements(sentence))


@table(
    (
        "Local authorities on Monday abolished tuition fees, a day after the Central Bank cut rates.",
        "local authorities | abolish | tuition fees | achieved",
        "Central Bank | cut | rates | achieved",
    ),
    (
        "The agency on Monday enhanced crisis cover, a day after the minister resigned.",
        "agency | enhance | crisis cover | achieved",
    ),
    (
        "Officials adopted rules to keep supply chains stable and smooth for traders.",
        "officials | adopt | rules | achieved",
        "officials | keep / keep stable | supply chains | planned",
    ),
    ("The State Council aims, where possible, to restore land.", "State Council | restore | land | planned"),
    (
        "The Council agreed to expand training in exchange for the European Commission cutting red tape.",
        "Council | expand | training | planned",
        "European Commission | cut | red tape | planned",
    ),
    (
        "The Committee requested a report, in consultation with States, to be tabled by June.",
        "Committee | request | report | achieved",
        "- | table | report | obliged",
    ),
    (
        "The mission, based in Goma, trained and equipped by the Union, protects civilians.",
        "Union | train | mission | achieved",
        "Union | equip | mission | achieved",
        "mission | protect | civilians | ongoing",
    ),
    (
        "The Council commended the efforts of Ghana towards reforming its courts.",
        "Council | commend | efforts of Ghana | achieved",
        "Ghana | reform | courts | planned",
    ),
    ("It has been a policy that agencies work with local firms.", "agencies | work with | local firms | ongoing"),
)
def test_what_stands_between(sentence: str, expected: list[str]) -> None:
    """Guards the verb behind a day or a parenthesis, and who does what is done in exchange."""
    check(expected, statements(sentence))


@table(
    (
        "The city has linked rivers and canals, and widened and deepened its ports.",
        "city | link | rivers | achieved",
        "city | link | canals | achieved",
        "city | widen | ports | achieved",
        "city | deepen | ports | achieved",
    ),
    (
        "It is a duty laid down by law that ministers should report to Parliament and be questioned by members.",
        "law | lay down | duty | ongoing",
        "ministers | report to | Parliament | obliged",
        "members | question | ministers | obliged",
    ),
    ("The scheme helps hardworking families.", "scheme | help | hardworking families | ongoing"),
    (
        "The plan backs six fields - energy, trade, and health.",
        "plan | back | fields | ongoing",
    ),
    (
        "Parties comply with and implement the code.",
        "parties | comply with | code | ongoing",
        "parties | implement | code | ongoing",
    ),
    (
        "Nurses cannot train for or stay in good jobs.",
        "nurses | train for | jobs | possible | negated",
        "nurses | stay in | jobs | possible | negated",
    ),
    (
        "Ministers met to discuss and vote on the bill.",
        "ministers | discuss | bill | planned",
        "ministers | vote on | bill | planned",
    ),
    (
        "The committee will review and report to Parliament.",
        "committee | report to | Parliament | planned",
    ),
    (
        "The agency dropped its requirement that firms provide child care.",
        "agency | drop | requirement | achieved",
        "firms | provide | child care | obliged",
    ),
    (
        'The region met its target, with "steady" growth and "constantly improved" living standards.',
        "region | meet | target | achieved",
    ),
    (
        "It is essential that the Fund supports the creation of jobs, especially union jobs, that improve incomes.",
        "Fund | support | creation of jobs | obliged",
        "jobs | improve | incomes | ongoing",
    ),
    (
        "Congress passed the Coronavirus Aid, Relief, and Economic Security Act.",
        "Congress | pass | Coronavirus Aid, Relief, and Economic Security Act | achieved",
    ),
    (
        "The President signed the Women, Peace, and Security Act.",
        "President | sign | Women, Peace, and Security Act | achieved",
    ),
    (
        "Secured an additional $3 billion to help families.",
        "- | secure | additional $3 billion | achieved",
        "- | help | families | planned",
    ),
)
def test_what_goes_on_behind(sentence: str, expected: list[str]) -> None:
    """Guards pairs of verbs, what they share, and clauses behind what stands between."""
    check(expected, statements(sentence))
