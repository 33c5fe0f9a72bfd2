"""What policies of health services, councils and universities, written answers and budget speeches say."""

from __future__ import annotations

from extraction.helpers import check, statements, table


@table(
    ("The ministry is steering investment towards rural clinics.", "ministry | steer | investment | ongoing"),
    ("Officials shifted funding towards prevention.", "officials | shift | funding | achieved"),
    (
        "The agency redirected funds towards repairing roads.",
        "agency | redirect | funds | achieved",
        "agency | repair | roads | planned",
    ),
    ("The council is working towards closing the gap.", "council | close | gap | ongoing"),
    ("The survey measures attitudes towards vaccines.", "survey | measure | attitudes towards vaccines | ongoing"),
)
def test_where_it_is_directed(sentence: str, expected: list[str]) -> None:
    """Guards “directed funds towards X”: where they go is no part of what is directed."""
    check(expected, statements(sentence))


@table(
    ("The trust is responsible for ensuring staff are trained.", "- | train | staff | ongoing"),
    (
        "The policy aims at ensuring data are kept safe and destroyed on time.",
        "- | keep safe | data | planned",
        "- | destroy | data | planned",
    ),
    ("The department is working on ensuring all schools have a plan.", "schools | have | plan | ongoing"),
    (
        "The board is responsible for training staff and is audited each year.",
        "board | train / be responsible for | staff / training staff | ongoing",
        "- | audit | board | ongoing",
    ),
)
def test_clauses_of_ensuring(sentence: str, expected: list[str]) -> None:
    """Guards that what stands between "ensuring" and a tense is what is ensured of, and no object."""
    check(expected, statements(sentence))


@table(
    (
        "The trust will ensure patients are fully informed and able to choose their treatment.",
        "- | inform | patients | planned",
        "patients | choose | treatment | possible",
    ),
    (
        "Tenants must be consulted and free to reject the offer.",
        "- | consult | tenants | obliged",
        "tenants | reject | offer | possible",
    ),
    (
        "Nurses will be vaccinated and required to wear masks.",
        "- | vaccinate | nurses | planned",
        "nurses | wear | masks | obliged",
    ),
)
def test_informed_and_able(sentence: str, expected: list[str]) -> None:
    """Guards that an adjective beside a passive leaves both what is done and what they can do."""
    check(expected, statements(sentence))


@table(
    ("The form (see Annex A) must be signed.", "- | sign | form | obliged"),
    ("Claims are capped (for details, see the schedule).", "- | cap | claims | ongoing"),
    (
        "Carers get a grant (see the guide for rates) which covers food.",
        "carers | get | grant | ongoing",
        "grant | cover | food | ongoing",
    ),
    ("For further information, see the guide.",),
    ("Please refer to the policy on leave.",),
    ("Refer patients to the clinic.", "- | refer | patients | requested"),
    ("Refer to the safeguarding team.", "- | refer to | safeguarding team | requested"),
    ("See every patient within four hours.", "- | see | patient | requested"),
)
def test_where_the_reader_finds_it(sentence: str, expected: list[str]) -> None:
    """Guards that "see the guide" asks nobody to do anything."""
    check(expected, statements(sentence))


@table(
    ("These terms set out the rules for refunds.", "terms | set out | rules for refunds / rules | ongoing"),
    ("The guidelines set clear limits on overtime.", "guidelines | set | limits on overtime | ongoing"),
    (
        "Ministers set out a plan to cut waiting times.",
        "ministers | set out | plan | achieved",
        "ministers | cut | waiting times | planned",
    ),
)
def test_documents_set_out(sentence: str, expected: list[str]) -> None:
    """Guards that documents say today what they "set out"."""
    check(expected, statements(sentence))


@table(
    (
        "The clinic makes use of trusted outside firms to run its kitchens.",
        "clinic | make use of | trusted outside firms / outside firms | ongoing",
        "clinic | run | kitchens | planned",
    ),
    ("The fee made people leave the scheme.", "people | leave | scheme | achieved"),
)
def test_make_use_of(sentence: str, expected: list[str]) -> None:
    """Guards that an infinitive with "to" behind "make" is a purpose."""
    check(expected, statements(sentence))


@table(
    (
        "The letter was attached at Annex A to the report and replies from tenants were attached at Annex B.",
        "- | attach | letter | achieved",
        "- | attach | replies from tenants | achieved",
    ),
    (
        "Money was paid to the fund and claims by growers were settled.",
        "- | pay | money | achieved",
        "- | settle | claims / claims by growers | achieved",
    ),
    (
        "Money was paid by the fund and the council.",
        "fund | pay | money | achieved",
        "council | pay | money | achieved",
    ),
)
def test_phrases_of_the_second_subject(sentence: str, expected: list[str]) -> None:
    """Guards that a phrase between a second subject and its verb stays with the subject."""
    check(expected, statements(sentence))


@table(
    (
        "The guide contains a list of papers that must be filed, as well as forms and notes.",
        "guide | contain | list of papers | ongoing",
        "guide | contain | forms | ongoing",
        "guide | contain | notes | ongoing",
        "- | file | papers | obliged",
    ),
    (
        "Some opposed cuts while others sought further delays.",
        "- | oppose | cuts | achieved",
        "- | seek | delays / further delays | achieved",
    ),
    ("Some proposed changes would harm tenants.", "proposed changes | harm | tenants | possible"),
)
def test_what_goes_on_further_back(sentence: str, expected: list[str]) -> None:
    """Guards second objects behind a relative clause, and what "some" did."""
    check(expected, statements(sentence))


@table(
    ("It is within the remit of the committee to approve loans.", "committee | approve | loans | possible"),
    ("It is outside the remit of the panel to award costs.", "panel | award | costs | obliged | negated"),
    ("It is not within the power of the court to review the decision.", "court | review | decision | possible | negated"),
    ("It is at the discretion of the head teacher to grant leave.", "head teacher | grant | leave | possible"),
    ("It is under pressure to sell the land.", "council | sell | land | planned"),
    ("It is up to parents to choose a school.", "parents | choose | school | obliged"),
)
def test_in_whose_power_it_is(sentence: str, expected: list[str]) -> None:
    """Guards that the "it" of "it is in the power of X to V" is not who was named before."""
    check(expected, statements("The council owns the site.", sentence))
