"""Lists of nouns and verbs that the parser cuts short."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    (
        "The scheme led to the closure of mines, the loss of jobs and a sharp fall in exports.",
        "scheme | lead to | closure of mines | achieved",
        "scheme | lead to | loss of jobs | achieved",
        "scheme | lead to | sharp fall in exports / fall in exports | achieved",
    ),
    (
        "The loan lets towns build the wells, the pumps and the pipes that farms need.",
        "towns | build | wells | possible",
        "towns | build | pumps | possible",
        "towns | build | pipes | possible",
        "farms | need | pipes | ongoing",
    ),
    (
        "The request shall be accompanied by proof of income, a sketch of the plot and a fee.",
        "proof of income | accompany | request | obliged",
        "sketch of the plot | accompany | request | obliged",
        "fee | accompany | request | obliged",
    ),
)
def test_articles_tell_what_goes_on_with_what(sentence: str, expected: list[str]) -> None:
    """Guards the later members of a list of noun phrases."""
    check(expected, statements(sentence))


@table(
    (
        "The operator must stop the pump, notify the residents concerned and keep the log.",
        "operator | stop | pump | obliged",
        "operator | notify | residents | obliged",
        "operator | keep | log | obliged",
    ),
    (
        "The keeper shall open and close sluices by the timetable.",
        "keeper | open | sluices | obliged",
        "keeper | close | sluices | obliged",
    ),
    (
        "Clinics are asked to check their lists, contact frail patients by letter and record each dose.",
        "clinics | check | lists | requested",
        "clinics | contact | frail patients | requested",
        "clinics | record | dose | requested",
    ),
    (
        "Agencies shall carry out the plan, adhere to the code and report delays.",
        "agencies | carry out | plan | obliged",
        "agencies | adhere to | code | obliged",
        "agencies | report | delays | obliged",
    ),
    (
        "The director shall submit a plan that lists gaps, estimates the cost of closing them, and proposes a timetable.",
        "director | submit | plan | obliged",
        "plan | list | gaps | ongoing",
        "plan | estimate | cost | ongoing",
        "plan | propose | timetable | ongoing",
    ),
    (
        "States shall ensure that firms which employ more than 50 people publish their pay scales.",
        "firms | employ | people | ongoing",
        "firms | publish | pay scales | obliged",
    ),
    (
        "The agency has: opened two offices; hired forty inspectors; and closed three unsafe mines.",
        "agency | open | offices | achieved",
        "agency | hire | inspectors | achieved",
        "agency | close | unsafe mines | achieved",
    ),
    (
        "The panel was told to consider raising the fee, widening the base and ending the rebate.",
        "panel | raise | fee | possible",
        "panel | widen | base | possible",
        "panel | end | rebate | possible",
    ),
    ("Nurses must not give injections unsupervised.", "nurses | give | injections | obliged | negated"),
)
def test_verbs_of_one_list(sentence: str, expected: list[str]) -> None:
    """Guards verbs of a list that were taken for nouns, adjectives or the main verb."""
    check(expected, statements(sentence))


@table(
    ("It is unlawful for any dealer to sell fireworks.", "dealer | sell | fireworks | ongoing / obliged | negated"),
    (
        "The data may not be sold, copied or used for advertising.",
        "- | sell | data | possible | negated",
        "- | copy | data | possible | negated",
        "- | use | data | possible | negated",
    ),
    (
        "Applicants not chosen this year are encouraged to apply for a grant.",
        "- | choose | applicants | achieved / ongoing | negated",
        "applicants | apply for | grant | requested",
    ),
    (
        "The agency may buy the land, provided it publishes the price.",
        "agency | buy | land | possible",
        "agency | publish | price | possible",
    ),
    (
        "The ministry will, together with the port authority, dredge the harbour.",
        "ministry | dredge | harbour | planned",
    ),
    ("We count on the parties to keep the truce.", "parties | keep | truce | requested"),
    (
        "The court quashed the decree, ruling that it was adopted without notice.",
        "court | quash | decree | achieved",
        "- | adopt | decree | achieved",
    ),
)
def test_how_firmly_and_of_whom(sentence: str, expected: list[str]) -> None:
    """Guards "not" over a list, provisos, and whom a pronoun or a call means."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry promotes trade, culture and tourism projects.",
        "ministry | promote | trade projects | ongoing",
        "ministry | promote | culture projects | ongoing",
        "ministry | promote | tourism projects | ongoing",
    ),
    (
        "The state will tackle crime, corruption and drug abuse.",
        "state | tackle | crime | planned",
        "state | tackle | corruption | planned",
        "state | tackle | drug abuse | planned",
    ),
    (
        "The city will fight unemployment, inflation and energy poverty.",
        "city | fight | unemployment | planned",
        "city | fight | inflation | planned",
        "city | fight | energy poverty | planned",
    ),
    (
        "The agency collects health, crime and migration data.",
        "agency | collect | health data | ongoing",
        "agency | collect | crime data | ongoing",
        "agency | collect | migration data | ongoing",
    ),
    (
        "The fund supports crime, fraud and drug prevention.",
        "fund | support | crime prevention | ongoing",
        "fund | support | fraud prevention | ongoing",
        "fund | support | drug prevention | ongoing",
    ),
    (
        "The plan reduces poverty, hunger and child mortality.",
        "plan | reduce | poverty | ongoing",
        "plan | reduce | hunger | ongoing",
        "plan | reduce | child mortality | ongoing",
    ),
)
def test_whose_modifiers_stand_in_a_row(sentence: str, expected: list[str]) -> None:
    """Guards that a list of modifiers shares its noun, and that ills in a list stand for themselves."""
    check(expected, statements(sentence))


@table(
    (
        "The state shall ensure, as soon as possible, improved access to clinics.",
        "state | ensure | improved access to clinics / access to clinics | obliged",
    ),
    (
        "An agency shall provide, before the first working day, written information on pay, rest periods and paid leave.",
        "agency | provide | written information on pay, rest periods | obliged",
        "agency | provide | paid leave | obliged",
    ),
    (
        "The bill expands paternity leave, maternity pay and child benefit.",
        "bill | expand | paternity leave | ongoing",
        "bill | expand | maternity pay | ongoing",
        "bill | expand | child benefit | ongoing",
    ),
    (
        "The party pledges to build homes, expand parental leave to 60 days, and abolish fees.",
        "party | build | homes | planned",
        "party | expand | parental leave | planned",
        "party | abolish | fees | planned",
    ),
    ("Workers may leave the site.", "workers | leave | site | possible"),
)
def test_nouns_and_participles_taken_for_verbs(sentence: str, expected: list[str]) -> None:
    """Guards that "written information" and "parental leave" stay objects."""
    check(expected, statements(sentence))
