"""What is refused, denied, only considered or said of somebody else: never to be shown as done.

Each sentence names an act that its governor takes back. Reported as done or promised, it would say the contrary of its text.
Where the guidelines leave open whether there is a statement at all, leaving it out is right too (``?``).
"""

from __future__ import annotations

from extraction.helpers import check, statements, table

GERUND = "a gerund after a verb that refuses is taken for done"
NOUN = "what a noun that is refused or missing was for is taken for planned"
ASIDE = "the act set aside is taken for done"


@table(
    ("The Prime Minister ruled out raising income tax.", "? Prime Minister | raise | income tax | achieved | negated"),
    ("The party opposes raising the minimum wage.", "? party | raise | minimum wage | ongoing / planned | negated"),
    (
        "The committee recommended against funding the project.",
        "? committee / - | fund | project | achieved / requested | negated",
    ),
    (
        "The ministry advised citizens against drinking tap water.",
        "? ministry | advise | citizens | achieved",
        "? citizens | drink | tap water | requested | negated",
    ),
    (
        "The government postponed introducing the carbon tax until 2027.",
        "? government | introduce | carbon tax | achieved / planned | negated",
    ),
    (
        "The agency is considering banning pesticides.",
        "? agency | ban | pesticides | planned / possible",
    ),
    (
        "Critics accuse the government of ignoring human rights.",
        "? critics | accuse | government | ongoing",
        "government | ignore | human rights | ongoing / achieved",
    ),
    (
        "Local authorities are discouraged from building new car parks.",
        "- | discourage | local authorities | ongoing",
        "local authorities | build | car parks / new car parks | requested / ongoing | negated",
    ),
    ("The agency refrains from issuing licences.", "agency | issue | licences | ongoing | negated"),
    (
        "The law prevents employers from dismissing pregnant workers.",
        "law | prevent | employers | ongoing",
        "employers | dismiss | pregnant workers | ongoing | negated",
    ),
)
def test_gerunds_under_refusal(sentence: str, expected: list[str]) -> None:
    """Guards gerunds whose verb says that they are not, or not yet, done."""
    check(expected, statements(sentence))


@table(
    (
        "The government cut spending rather than raise taxes.",
        "government | cut | spending | achieved",
        "? government | raise | taxes | achieved | negated",
    ),
    (
        "Instead of subsidising coal, the ministry funded wind farms.",
        "? ministry | subsidise | coal | achieved | negated",
        "ministry | fund | wind farms | achieved",
    ),
    (
        "The reform, far from weakening unions, strengthened collective bargaining.",
        "reform | strengthen | collective bargaining | achieved",
        "? reform | weaken | unions | achieved | negated",
    ),
)
def test_acts_set_aside(sentence: str, expected: list[str]) -> None:
    """Guards "rather than" and "instead of": the act that was not chosen."""
    check(expected, statements(sentence))


@table(
    (
        "The president vetoed a bill to expand Medicaid.",
        "president | veto | bill | achieved",
        "? bill / - | expand | Medicaid | planned / possible",
    ),
    (
        "The Ministry abandoned its plan to privatise the railways.",
        "Ministry | abandon | plan | achieved",
        "? Ministry | privatise | railways | planned | negated",
    ),
    (
        "No decision has been taken to close the school.",
        "? - | take | decision | achieved | negated",
        "? - | close | school | planned | negated",
    ),
    (
        "The EU has neither the power nor the intention to regulate wages.",
        "? EU | have | power | ongoing | negated",
        "? EU | have | intention | ongoing | negated",
        "EU | regulate | wages | planned / possible / ongoing | negated",
    ),
    ("There is no plan to raise the retirement age.", "- | raise | retirement age | planned | negated"),
)
def test_purposes_of_what_is_not(sentence: str, expected: list[str]) -> None:
    """Guards infinitives of a plan, bill or power that is refused, given up or missing."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry denied that it had closed the hospitals.",
        "? ministry | close | hospitals | achieved | negated",
    ),
    ("It remains unclear whether the ministry will fund the project.", "? ministry | fund | project | possible"),
    ("The ministry did not say whether it would close the mine.", "? ministry | close | mine | possible"),
    ("Ministers have to decide whether to extend the ban.", "? ministers | extend | ban | possible"),
    (
        "The minister expressed regret that the state had not protected the victims.",
        "? minister | express | regret | achieved",
        "state | protect | victims | achieved | negated",
    ),
)
def test_what_nobody_says(sentence: str, expected: list[str]) -> None:
    """Guards clauses that are asked, denied or doubted."""
    check(expected, statements(sentence))


@table(
    (
        "It is forbidden to export raw timber.",
        "- | export | raw timber | obliged / possible | negated",
    ),
    (
        "The law makes it an offence to sell tobacco to minors.",
        "? - | sell | tobacco | obliged / possible | negated",
    ),
    (
        "Hardly any country has implemented the reform.",
        "country / - | implement | reform | achieved | negated",
    ),
    (
        "Few of the recommendations have been implemented by the government.",
        "government | implement | recommendations | achieved | negated",
    ),
    (
        "Not all Member States have transposed the directive.",
        "Member States | transpose | directive | achieved | negated",
    ),
    (
        "Nothing in this Act shall prevent the Minister from granting exemptions.",
        "Act / - | prevent | Minister | obliged | negated",
        "Minister | grant | exemptions | possible",
    ),
    ("No one may enter the zone without a permit.", "no one / - | enter | zone | possible | negated"),
    ("Neither party wants to raise taxes.", "party | raise | taxes | planned | negated"),
    ("Unions urged the government not to cut benefits.", "government | cut | benefits | requested | negated"),
)
def test_hidden_negation(sentence: str, expected: list[str]) -> None:
    """Guards negations that stand in a quantifier, an adjective or a noun."""
    check(expected, statements(sentence))


@table(
    (
        "The Heads of State decided to launch negotiations with a view to concluding a trade agreement.",
        "Heads of State | launch | negotiations | planned",
        "Heads of State | conclude | trade agreement | planned",
    ),
    (
        "What we need is a strategy that protects workers.",
        "? - | need | strategy | ongoing",
        "strategy | protect | workers | ongoing",
    ),
    (
        "The General Assembly urges all States to respect human rights and calls upon them to release all detainees.",
        "States | respect | human rights | requested",
        "States | release | detainees | requested",
    ),
    (
        "The opposition demanded the government resign and hold elections.",
        "government | hold | elections | requested",
    ),
    (
        "Not only did the ministry publish the data, it also asked the public to review the code.",
        "ministry | publish | data | achieved",
        "public | review | code | requested",
    ),
    (
        "Staff should contact the Freedom to Speak Up Guardian.",
        "staff | contact | Freedom to Speak Up Guardian | obliged",
    ),
    (
        "Staff who have concerns about patient safety should raise them with their manager.",
        "? staff | have | concerns about patient safety | ongoing",
        "staff | raise | concerns about patient safety | obliged",
    ),
    (
        "The leaders launched negotiations with a view to concluding a trade agreement.",
        "leaders | launch | negotiations | achieved",
        "leaders | conclude | trade agreement | planned / achieved",
    ),
    (
        "The government must stop subsidising fossil fuels and start investing in renewables.",
        "government | subsidise | fossil fuels | obliged | negated",
        "government | invest in | renewables | obliged",
    ),
    (
        "China opposes unilateral sanctions and urges the United States to lift them.",
        "China | oppose | unilateral sanctions | ongoing",
        "United States | lift | unilateral sanctions | requested",
    ),
    (
        "The government has been urged by unions to raise the minimum wage.",
        "government | raise | minimum wage | requested",
    ),
)
def test_longer_sentences(sentence: str, expected: list[str]) -> None:
    """Guards several constructions at once."""
    check(expected, statements(sentence))
