"""Sentences of which the parser loses the thread: lists, parentheses and clauses that it hangs on the wrong word."""

from __future__ import annotations

from extraction.helpers import NOBODY, check, statements, table


@table(
    (
        "The board shall approve the plan and may, after hearing the operator, impose further conditions.",
        "board | approve | plan | obliged",
        "? board | hear | operator | possible",
        "board | impose | conditions | possible",
    ),
    (
        "Operators shall draw up, by 30 June 2027, an inventory of leaks.",
        "operators | draw up | inventory of leaks | obliged",
    ),
    (
        "Ministers asked the agency to publish, before the end of the year, a review of fares.",
        "agency | publish | review of fares | requested",
    ),
    (
        "The commander, deployed in May and confirmed by the council, has reopened the airport.",
        "- / council | deploy | commander | achieved",
        "council | confirm | commander | achieved",
        "commander | reopen | airport | achieved",
    ),
    (
        "Patients admitted from another ward should be screened on arrival.",
        "- | admit | patients | achieved",
        "- | screen | patients | obliged",
    ),
    ("The envoys, meeting in Oslo, adopted a joint plan.", "envoys | adopt | joint plan | achieved"),
    (
        "The watchdog has published its findings; it will revise its manual in spring.",
        "watchdog | publish | findings | achieved",
        "watchdog | revise | manual | planned",
    ),
    ("The agency shields households from price shocks.", "agency | shield | households | ongoing"),
    (
        "The Act will help small breweries access export markets.",
        "small breweries / breweries | access | export markets | planned",
    ),
)
def test_parentheses_and_subjects(sentence: str, expected: list[str]) -> None:
    """Guards objects behind a parenthesis, and the main verb with its subject."""
    check(expected, statements(sentence))


@table(
    (
        "Those who finance, arm or train militias will be prosecuted.",
        "those who finance, arm or train militias | finance | militias | ongoing",
        "those who finance, arm or train militias | arm | militias | ongoing",
        "those who finance, arm or train militias | train | militias | ongoing",
        "- | prosecute | those who finance, arm or train militias | planned",
    ),
    (
        "The government will require that provinces adopt the code, legalize duplexes and freeze fees.",
        "? government | require | that | planned",
        "provinces | adopt | code | obliged",
        "provinces | legalize | duplexes | obliged",
        "provinces | freeze | fees | obliged",
    ),
    (
        "They have cut services, sold off public land and left councils without money.",
        "- | cut | services | achieved",
        "- | sell off | public land | achieved",
        "- | leave | councils | achieved",
    ),
    (
        "No one shall be subjected to torture or to cruel treatment, nor to attacks upon his honour.",
        "- | subject to | torture | obliged | negated",
        "- | subject to | cruel treatment | obliged | negated",
        "- | subject to | attacks | obliged | negated",
    ),
    (
        "The Ministry of Ports (MOP) and Harbour Agency (HA) will run the scheme.",
        "Ministry of Ports | run | scheme | planned",
        "Harbour Agency | run | scheme | planned",
    ),
    (
        "The Department will: (a) publish a grid plan; (b) streamline permits; and (c) train inspectors.",
        "Department | publish | grid plan | planned",
        "Department | streamline | permits | planned",
        "Department | train | inspectors | planned",
    ),
)
def test_lists(sentence: str, expected: list[str]) -> None:
    """Guards that each member of a list comes out, under the verb that the list belongs to."""
    check(expected, statements(sentence))


@table(
    (
        "Requests the Secretary-General, within existing resources, to convene a summit and to report on its results;",
        "Secretary-General | convene | summit | requested",
        "Secretary-General | report on | results | requested",
    ),
    (
        "Demands that all parties cease hostilities, allow relief convoys, and release detainees;",
        "parties | cease | hostilities | requested",
        "parties | allow | relief convoys | requested",
        "parties | release | detainees | requested",
    ),
    (
        "Welcomes the report of the envoy, and extends her mandate;",
        "Council | welcome | report of the envoy | ongoing",
        "Council | extend | mandate | ongoing",
    ),
    ("Deeply concerned that floods have destroyed harvests,", "floods | destroy | harvests | achieved"),
)
def test_resolutions(sentence: str, expected: list[str]) -> None:
    """Guards paragraphs whose subject stands once above them: whom the document speaks for acts."""
    check(expected, statements(sentence, speaks_for="Council"))


@table(
    ("What we are doing now is renewing the rail network.", "- | renew | rail network | ongoing"),
    ("What the Bill does is to broaden the tax base.", "Bill | broaden | tax base | ongoing"),
    ("What the board decided was to lower the rate.", "board | lower | rate | planned"),
    (
        "Nothing in this order prevents agencies from sharing maps.",
        "order | prevent | agencies | ongoing | negated",
        "agencies | share | maps | possible",
    ),
    ("The minister had no plan to raise tolls.", "minister | raise | tolls | planned | negated"),
    ("Nor will the council sell its parks.", "council | sell | parks | planned | negated"),
    ("It is essential that hospitals keep records.", "hospitals | keep | records | obliged"),
    (
        "The agencies lack the staff needed to inspect bridges.",
        "agencies | lack | staff | ongoing",
        "agencies | inspect | bridges | planned",
    ),
    (
        "The fund was established to rebuild schools.",
        "- | establish | fund | achieved",
        "fund | rebuild | schools | planned",
    ),
    ("The rebels forced the government to close schools.", "government | close | schools | achieved"),
    (
        "The bill gives the regulator the power to fine platforms.",
        "bill | give | power | ongoing",
        "regulator | fine | platforms | possible",
    ),
    (
        "Producers shall register the products they place on the market.",
        "producers | register | products | obliged",
        "producers | place | products | ongoing",
    ),
    (
        "The policy applies to contractors, and it should be read by managers.",
        "policy | apply to | contractors | ongoing",
        "managers | read | policy | obliged",
    ),
    (
        "The measure, which still has to be passed by parliament, exempts farms.",
        "parliament | pass | measure | obliged",
        "measure | exempt | farms | ongoing",
    ),
)
def test_who_and_how_firmly(sentence: str, expected: list[str]) -> None:
    """Guards actor, status and polarity where another clause decides them."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry has moved two villages, rebuilt the wall that protects us and trained four hundred wardens to watch it.",
        "ministry | move | villages | achieved",
        "ministry | rebuild | wall | achieved",
        "ministry | train | wardens | achieved",
        "? ministry / wardens | watch | wall | planned",
    ),
    (
        "The information collected pursuant to paragraph 1 shall be transmitted each month to the office.",
        "? - | collect | information | achieved / ongoing",
        "- | transmit | information | obliged",
    ),
    (
        "Parties must comply with their duties, allow relief and refrain from using hunger as a weapon.",
        "parties | comply with | duties | obliged",
        "parties | allow | relief | obliged",
        "parties | use | hunger | obliged | negated",
    ),
    (
        "The Commission may, where duly justified, extend that period.",
        "Commission | extend | period | possible",
    ),
    ("It is prohibited to sell spirits to minors.", "- | sell | spirits | obliged / ongoing | negated"),
    (
        "The Trust works with charities to support carers.",
        "Trust | work with | charities | ongoing",
        "Trust | support | carers | planned",
    ),
)
def test_what_belongs_to_what(sentence: str, expected: list[str]) -> None:
    """Guards the last member of a list, and auxiliaries and subjects before a parenthesis."""
    check(expected, statements(sentence))


@table(
    (
        "The Council calls for action at all levels to facilitate, increase and speed up returns.",
        "Council | call for | action | ongoing",
        f"{NOBODY} | facilitate | returns | planned",
        f"{NOBODY} | increase | returns | planned",
        f"{NOBODY} | speed up | returns | planned",
    ),
    (
        "The envoy met ministers to finance, plan and build the bridge.",
        "envoy | meet | ministers | achieved",
        "envoy | finance | bridge | planned",
        "envoy | plan | bridge | planned",
        "envoy | build | bridge | planned",
    ),
    (
        "The ministers invited the Bank, together with the High Representative, to table proposals.",
        "Bank | table | proposals | requested",
    ),
    (
        "It invites the Agency, together with the High Representative, to table proposals without delay.",
        "Agency | table | proposals | requested",
    ),
    (
        "The mayor appealed to banks and schools.",
        "mayor | appeal to | banks | achieved",
        "mayor | appeal to | schools | achieved",
    ),
)
def test_infinitives_taken_for_something_else(sentence: str, expected: list[str]) -> None:
    """Guards that verbs behind "to" are found where the parser takes them for nouns or for the asker's own purpose."""
    check(expected, statements(sentence))


@table(
    ("The ministry rejected all but two of the bids.", "ministry | reject | bids | achieved"),
    ("All but three of the plants have met the limits.", "plants | meet | limits | achieved"),
    ("The bloc has all but abandoned the plan.", "bloc | abandon | plan | achieved"),
    ("The board will leave the rate on deposits unchanged.", "board | leave unchanged | rate | planned"),
    ("The mill keeps rooms for guests available.", "mill | keep available | rooms | ongoing"),
    ("The mill keeps a list of those present.", "mill | keep | list of those present | ongoing"),
)
def test_all_but_some_and_what_is_left(sentence: str, expected: list[str]) -> None:
    """Guards that some left out are no second thing, and that an adjective at the end is what becomes of the object."""
    check(expected, statements(sentence))


@table(
    (
        "The Bank has bought bonds worth 12 billion crowns, which has helped to restore liquidity.",
        "Bank | buy | bonds | achieved",
        f"{NOBODY} | restore | liquidity | achieved",
    ),
    (
        "The Bank has bought bonds worth 12 billion crowns, which have lost their value.",
        "Bank | buy | bonds | achieved",
        "bonds | lose | value | achieved",
    ),
)
def test_what_amounts_do_not_do(sentence: str, expected: list[str]) -> None:
    """Guards that a clause which agrees with nothing named is said of the whole act."""
    check(expected, statements(sentence))


@table(
    (
        "The Union wants to cut its dependence on a handful of suppliers, most of which are based in two countries.",
        "Union | cut | dependence / dependence on a handful of suppliers | planned",
        "? - | base | suppliers | ongoing",
    ),
    (
        "The regulator fined the network of banks, all of which had hidden losses.",
        "regulator | fine | network of banks | achieved",
        "banks | have | hidden losses / losses | achieved",
    ),
    ("The fund has set aside EUR 83 million for 2026.", "fund | set aside | EUR 83 million | achieved"),
)
def test_which_of_several_and_amounts(sentence: str, expected: list[str]) -> None:
    """Guards that most of which are several, and that a code before the amount is no amount."""
    check(expected, statements(sentence))


@table(
    (
        "The Agency will review the licences and revoke any that harm fish.",
        "Agency | review | licences | planned",
        "Agency | revoke | licences | planned",
        "licences | harm | fish | ongoing",
    ),
    (
        "The board inspects mills and may close any that pollute rivers.",
        "board | inspect | mills | ongoing",
        "board | close | mills | possible",
        "mills | pollute | rivers | ongoing",
    ),
    ("The board may ban any harmful dye.", "board | ban | harmful dye | possible"),
)
def test_any_that(sentence: str, expected: list[str]) -> None:
    """Guards that "any that" opens a clause about what was named before."""
    check(expected, statements(sentence))
