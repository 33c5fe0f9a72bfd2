"""Who acts, and on what: whose will an infinitive tells, what pronouns stand for, who is summoned, thanked or left to act."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, statements, table


@table(
    (
        "The envoy recalled the obligation of the tribes to shelter pilgrims.",
        "envoy | recall | obligation of the tribes | achieved",
        "tribes | shelter | pilgrims | obliged",
    ),
    (
        "The Assembly reaffirmed the commitment of Kenya to end logging.",
        "Assembly | reaffirm | commitment of Kenya | achieved",
        "Kenya | end | logging | planned",
    ),
    (
        "The bishop praised the efforts of Malta to rescue migrants.",
        "bishop | praise | efforts of Malta | achieved",
        "Malta | rescue | migrants | planned",
    ),
    (
        "As for the plan to close libraries, readers oppose it.",
        "- | close | libraries | planned",
        "readers | oppose | plan | ongoing",
    ),
    (
        "Following the decision to sell the port, dockers occupied the quay.",
        "- | sell | port | planned",
        "dockers | occupy | quay | achieved",
    ),
    (
        "In a bid to cut costs, the council closed the pool.",
        "council | cut | costs | planned",
        "council | close | pool | achieved",
    ),
)
def test_whose_will_an_infinitive_tells(sentence: str, expected: list[str]) -> None:
    """Guards that what somebody else is to do is neither the subject's act nor its purpose."""
    found = statements(sentence)
    check(expected, found)
    assert sentence.startswith("In a bid") or not any(item.purpose for item in found)


@table(
    (
        "The accord grants them the right to cross the strait.",
        "accord | grant | right | ongoing",
        "- | cross | strait | ongoing",
    ),
    (
        "Tenants say the law gives them the right to withhold rent.",
        "law | give | right | ongoing",
        "tenants | withhold | rent | ongoing",
    ),
    (
        "The act denies councils the right to sell land.",
        "act | deny | right | ongoing",
        "councils | sell | land | ongoing | negated",
    ),
    ("The rule forces many to sell their farms.", "- | sell | farms | ongoing"),
    (
        "The court summoned the banker to explain the loss.",
        "court | summon | banker | achieved",
        "banker | explain | loss | planned",
    ),
    (
        "The bank shut the branch, leaving residents to use an app.",
        "bank | shut | branch | achieved",
        "bank | leave | residents | achieved",
        "residents | use | app | planned",
    ),
)
def test_who_is_moved_to_act(sentence: str, expected: list[str]) -> None:
    """Guards that who is given a right, summoned, forced or left to act is the one who does."""
    check(expected, statements(sentence))


@table(
    (
        "The nurse accused the clinic of hiding a study and demanded that it be published.",
        "nurse | accuse | clinic | achieved",
        "clinic | hide | study | achieved",
        "- | publish | study | requested",
    ),
    (
        "Mayors should refrain from setting targets unless they can be met.",
        "mayors | set | targets | obliged | negated",
        "- | meet | targets | possible",
    ),
    (
        "Firms will not be fined unless they are approved by the agency.",
        "- | fine | firms | planned | negated",
        "agency | approve | firms | possible",
    ),
    (
        "Chile noted the letter and rejects the claims it contains.",
        "Chile | note | letter | achieved",
        "Chile | reject | claims | ongoing",
        "letter | contain | claims | ongoing",
    ),
    (
        "The board discussed the charter and endorsed the rights it sets out.",
        "board | discuss | charter | achieved",
        "board | endorse | rights | achieved",
        "charter | set out | rights | ongoing",
    ),
    (
        "The bill cuts grants by decree, and unions oppose it.",
        "bill | cut | grants | ongoing",
        "unions | oppose | bill | ongoing",
    ),
    (
        "Police detained students after the protests began, and lawyers tried to visit them.",
        "police | detain | students | achieved",
        "lawyers | visit | students | planned",
    ),
    ("The ministry promised to publish the map, which it did last week.", "ministry | publish | map | planned"),
    (
        "The bank pays attention to growth in China, wages in Europe and the price of oil.",
        "bank | pay attention to | growth in China | ongoing",
        "bank | pay attention to | wages | ongoing",
        "bank | pay attention to | price of oil | ongoing",
    ),
)
def test_what_pronouns_and_lists_stand_for(sentence: str, expected: list[str]) -> None:
    """Guards that what is published, met or contained is a thing, who is visited a person, and that a list is whole."""
    check(expected, statements(sentence))


@table(
    ("It is incumbent on the nuclear powers to cut their arsenals.", "nuclear powers | cut | arsenals | obliged"),
    ("The Council looks forward to Chile hosting the summit.", "Chile | host | summit | planned"),
    ("The Council looks forward to the summit.", "Council | look forward to | summit | ongoing"),
    ("Talks collapsed when the rebels left, accusing the army of lying.", "rebels | accuse | army | achieved"),
)
def test_who_acts_beside_the_subject(sentence: str, expected: list[str]) -> None:
    """Guards whose a duty is, who is looked forward to, and who accuses where only talks collapsed."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (
            "We, the leaders of the Northern Basin Alliance, met in Lisbon on 4 May 2026.",
            "leaders of the Northern Basin Alliance",
        ),
        ("We at the Water Commission have fined four utilities.", "Water Commission"),
        ("At Harbour Bank, we have closed our coal portfolio.", "Harbour Bank"),
        ("In this notice, “we” and “us” means the Office for Transport Licensing.", "Office for Transport Licensing"),
        ("Acme Water Limited (“we”, “us” or “our”) supplies water to homes.", "Acme Water Limited"),
        ("Selby College (together, “the College” or “we”) runs two campuses.", "Selby College"),
        ("At the Security Council, we voted against the decree.", NOBODY),
        ("We, like the Commission, have fined four utilities.", NOBODY),
        ("Harbour Bank (“the Bank”) supplies credit to homes.", NOBODY),
        ("The union leader said: “we” is a word for all workers.", NOBODY),
    ],
)
def test_who_we_are(said: str, who: str) -> None:
    """Guards that whom a text says "we" is holds for the sentences after it."""
    check([f"{who} | cut | fees | planned"], statements(said, "We will cut fees."))


def test_whom_we_are_is_not_what_we_do() -> None:
    """Guards that a definition of "we" makes nobody act on itself."""
    assert not statements("In this notice, “we” means the Office for Transport Licensing.")


def test_agent_before_it() -> None:
    """Guards that a passive's agent can be who acts next."""
    check(
        ["Commission | adopt | river code | achieved"],
        statements("We welcome the progress made by the Commission.", "It has adopted the river code."),
    )


@table(
    (
        "The officials of the Energy Authority, who briefed reporters, left.",
        "officials of the Energy Authority | brief | reporters | achieved",
    ),
    (
        "The state holds a stake in the Energy Fund, which bought bonds.",
        "state | hold | stake in the Energy Fund / stake | ongoing",
        "Energy Fund | buy | bonds | achieved",
    ),
    (
        "Congress included a provision in statute for GAO to review the programs.",
        "Congress | include | provision / provision in statute | achieved",
        "GAO | review | programs | planned",
    ),
    ("The study examines the extent to which agencies coordinate.", "study | examine | extent | ongoing"),
    ("The audit of 412 projects showed that nearly a third exceeded their budgets.", f"{NOBODY} | exceed | budgets | achieved"),
    (
        "The office made two recommendations, including that the Secretary develop a plan and that the board share its data.",
        "office | make | recommendations | achieved",
        "Secretary | develop | plan | requested",
        "board | share | data | requested",
    ),
    (
        "The Council commends States for hosting refugees, and appeals to partners to raise aid.",
        "Council | commend | States | ongoing",
        "States | host | refugees | ongoing / achieved",
        "partners | raise | aid | requested",
    ),
)
def test_who_acts_behind_nouns(sentence: str, expected: list[str]) -> None:
    """Guards who acts in what hangs on a noun: people of a body, whom a provision is for, whom a recommendation is to."""
    check(expected, statements(sentence))


def test_it_is_not_the_subject_that_is_understood() -> None:
    """Guards that "it" in a resolution's paragraph is a thing named there, and not the body that speaks."""
    text = "Rejects any attempt to establish a parallel government and requests all Member States not to recognize it;"
    assert "Member States | recognize | parallel government" in [
        f"{item.actor} | {item.verb} | {item.object}" for item in statements("The Security Council,", text)
    ]


def test_who_met_is_we() -> None:
    """Guards that those who met say "we" in the rest of a communiqué, and never in somebody's quotation."""
    met = "The Ministers and Governors of the Lake States met in Bern on 4 May."
    check(["Ministers and Governors of the Lake States | triple | aid | planned"], statements(met, "We agreed to triple aid."))
    check([f"{NOBODY} | block | roads | planned"], statements(met, "“We will block the roads,” said Jean Roux."))


def test_them_or_others() -> None:
    """Guards that "them" beside "others" is somebody, and no thing that was named before."""
    found = statements(
        "Staff must preserve any letters.", "Consent is sought unless doing so would put them or others at risk."
    )
    assert "letters" not in [item.object for item in found]
