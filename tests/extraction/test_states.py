"""How things stand, what falls short, and what somebody has for doing something."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("Domestic demand remains weak.", "domestic demand | remain | weak | ongoing"),
    (
        "The growth target is ambitious but achievable.",
        "growth target | be | ambitious | ongoing",
        "growth target | be | achievable | ongoing",
    ),
    ("The market system is not complete, he said.", "market system | be | complete | ongoing | negated"),
    ("The cycle lanes will be safer.", "cycle lanes | be | safer / safe | planned"),
    ("The Commission notes that the evidence is inconclusive.", "evidence | be | inconclusive | ongoing"),
    ("The grants have proved popular.", "grants | prove / be | popular | achieved"),
    ("Officials are confident.",),
    ("Ministers were tired.",),
    ("The results are available.",),
    ("The problems are many.",),
    ("This is wrong.",),
    ("The harbour is free from ice.",),
    ("The task is hard to complete.",),
    ("If stocks are low, the agency shall buy grain.", "agency | buy | grain | obliged"),
    ("The judge may, if satisfied that the debt is old, cancel it.", "judge | cancel | debt | possible"),
)
def test_how_things_stand(sentence: str, expected: list[str]) -> None:
    """Guards “inflation is high” as a statement about a concept; not how somebody feels, nor where or how many."""
    check(expected, statements(sentence))


@table(
    ("The funding was insufficient to process all claims.", "funding | process | claims | achieved | negated"),
    ("The funds are not sufficient to pay all claims.", "funds | pay | claims | possible | negated"),
    ("The grants proved inadequate to repair the roads.", "grants | repair | roads | achieved | negated"),
    ("The scheme was not effective in reducing delays.", "scheme | reduce | delays | achieved | negated"),
    ("The scheme was effective in reducing delays.", "scheme | reduce | delays | achieved"),
    ("The council has not been successful in attracting investors.", "council | attract | investors | achieved | negated"),
    ("The council has been unsuccessful in attracting investors.", "council | attract | investors | achieved | negated"),
    ("The court has been insufficiently active in protecting tenants.", "court | protect | tenants | achieved | negated"),
)
def test_what_falls_short(sentence: str, expected: list[str]) -> None:
    """Guards the “not” in an adjective, or before it, for what is to be done."""
    check(expected, statements(sentence))


@table(
    (
        "The agency must use every power it has to protect consumers.",
        "agency | use | power | obliged",
        "agency | have | power | ongoing",
        "agency | protect | consumers | planned",
    ),
    (
        "The ministry will use the funds that it has to build schools.",
        "ministry | use | funds | planned",
        "ministry | have | funds | ongoing",
        "ministry | build | schools | planned",
    ),
    ("The taxes that firms have to pay will rise.", "firms | pay | taxes | obliged"),
    ("The council has to cut waste.", "council | cut | waste | obliged"),
    (
        "Voters regret the day the farmers had to sell their land.",
        "? voters | regret | day | ongoing",
        "farmers | sell | land | obliged",
    ),
)
def test_what_somebody_has_for_it(sentence: str, expected: list[str]) -> None:
    """Guards “the powers it has to fine firms”, which bind nobody, from "has to"."""
    check(expected, statements(sentence))


@table(
    (
        "The Council's decision to raise the fee supports recycling.",
        "Council | raise | fee | planned",
        "decision | support | recycling | ongoing",
    ),
    (
        "The union's call to end the strike angered workers.",
        "union | end | strike | planned",
        "call | anger | workers | achieved",
    ),
    (
        "A country that has to cut emissions needs support.",
        "country | cut | emissions | obliged",
        "country | need | support | ongoing",
    ),
    (
        "The problems our country faces are serious.",
        "country | face | problems | ongoing",
        "problems | be | serious | ongoing",
    ),
    (
        "The goods our region exports are cheap.",
        "region | export | goods | ongoing",
        "goods | be | cheap | ongoing",
    ),
)
def test_clauses_inside_the_subject(sentence: str, expected: list[str]) -> None:
    """Guards what an infinitive or a relative clause inside the subject acts on from being a second subject."""
    check(expected, statements(sentence))


@table(
    ("The ministry allowed factories to reopen.", "ministry | allow | factories | achieved"),
    ("The ministry allowed the firm to reopen the mine.", "firm | reopen | mine | achieved"),
    ("The plan will let prices rise.",),
)
def test_whom_something_lets(sentence: str, expected: list[str]) -> None:
    """Guards whom a permission moves as its object, where what is permitted acts on nothing."""
    check(expected, statements(sentence))


@table(
    ("The mayor is elected by and accountable to the people.", "people | elect | mayor | ongoing"),
    (
        "The fund is financed by, and reports to, the ministry.",
        "ministry | finance | fund | ongoing",
        "fund | report to | ministry | ongoing",
    ),
    ("The plan was drawn up by and with residents.", "residents | draw up | plan | achieved"),
    ("Data must be broken down by age and sex.", "- | break down | data | obliged"),
    ("Statistics shall be disaggregated by gender.", "- | disaggregate | statistics | obliged"),
    ("The entries were ranked by judges.", "judges | rank | entries | achieved"),
    ("The entries were ranked by the jury.", "jury | rank | entries | achieved"),
)
def test_who_stands_behind_by(sentence: str, expected: list[str]) -> None:
    """Guards the agent that two verbs share, and the feature by which something is sorted."""
    check(expected, statements(sentence))


@table(
    (
        "Police did not name the men but said they had been detained.",
        "police | name | men | achieved | negated",
        "- | detain | men | achieved",
    ),
    (
        "Officials released the women, saying they had been held by mistake.",
        "officials | release | women | achieved",
        "- | hold | women | achieved",
    ),
    ("The unions said they had been cheated by the firm.", "firm | cheat | unions | achieved"),
)
def test_of_whom_it_is_told(sentence: str, expected: list[str]) -> None:
    """Guards those acted on before as the ones to whom something was done."""
    check(expected, statements(sentence))


@table(
    (
        "The President paid state visits to Chad and Mali.",
        "President | pay visit to | Chad | achieved",
        "President | pay visit to | Mali | achieved",
    ),
    (
        "The envoy held talks with the leaders of six island states.",
        "envoy | hold talk with | leaders of six island states | achieved",
    ),
    ("The council will hold consultations with farmers on the law.", "council | hold consultation with | farmers | planned"),
    ("The ministers held a meeting on trade.", "ministers | hold | meeting on trade | achieved"),
    ("The board holds two meetings a year.", "board | hold | meetings | ongoing"),
    (
        "The plan takes into consideration the overall aim of the fund.",
        "plan | take into consideration | aim of the fund | ongoing",
    ),
    ("Exports amounted to 3 billion euros.", "exports | amount to | 3 billion euros | achieved"),
    ("Two issues remain to be resolved.", "- | resolve | issues | obliged"),
    (
        "The committee set up to review the bill has confirmed the amendments.",
        "- | set up | committee | achieved",
        "committee | review | bill | planned",
        "committee | confirm | amendments | achieved",
    ),
    (
        "On the plan that the Council adopted, the unions want to raise a point.",
        "Council | adopt | plan | achieved",
        "unions | raise | point | planned",
    ),
)
def test_verbs_with_their_nouns(sentence: str, expected: list[str]) -> None:
    """Guards with whom somebody met, and what else stands between a verb and what it says."""
    check(expected, statements(sentence))


def test_who_has_kept_silent() -> None:
    """Guards that what a firm failed to disclose is not in its words, nor "this" a speaker."""
    assert statements("The firm failed to disclose that it had dumped waste.")[0].speaker is None
    assert statements("In view of this, the court closed the case.")[0].speaker is None
