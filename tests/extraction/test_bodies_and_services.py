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


@table(
    ("The council nominates 350 households to its partner associations.", "council | nominate | households | ongoing"),
    ("The ministry received the ambassador to China.", "ministry | receive | ambassador to China | achieved"),
    ("The Government should listen with great care to the proposals.", "Government | listen to | proposals | obliged"),
    ("The fund deals with care homes.", "fund | deal with | care homes | ongoing"),
)
def test_to_whom_and_how(sentence: str, expected: list[str]) -> None:
    """Guards that neither who receives somebody nor how one listens is taken for what the verb acts on."""
    check(expected, statements(sentence))


@table(
    (
        "The house will be let to the applicant in the top band who has been registered longest.",
        "- | let | house | planned",
        "- | register | applicant | achieved",
    ),
    (
        "The team may bid for homes they deem suitable.",
        "team | bid for | homes | possible",
        "team | deem / deem suitable | homes | ongoing",
    ),
    (
        "If the tenant does not feel it is a suitable offer, she may ask for a review.",
        "tenant | ask for | review | possible",
    ),
    (
        "Late payment is a problem, and the minister will tackle it.",
        "late payment | be | problem | ongoing",
        "minister | tackle | late payment | planned",
    ),
    (
        "It is about people and firms working together to prevent and stop fraud.",
        "people | prevent | fraud | ongoing",
        "people | stop | fraud | ongoing",
    ),
    ("My noble friend Lord Alder was asked to chair the inquiry.", "Lord Alder | chair | inquiry | requested"),
)
def test_who_is_meant(sentence: str, expected: list[str]) -> None:
    """Guards that people are "who", bodies deem, a tenant is no "it", and a problem is what it was said of."""
    check(expected, statements(sentence))


@table(
    ("Good records are essential to providing safe care.", "records / good records | provide | safe care | ongoing"),
    ("It is essential to provide safe care.", "- | provide | safe care | obliged"),
    ("Staff are liable to pay the fee.", "staff | pay | fee | obliged"),
    ("The tool reduces the need to check forms.", "tool | reduce | need | ongoing"),
    (
        "The reform removes the need to file two forms.",
        "reform | remove | need | ongoing",
        "- | file | forms | obliged | negated",
    ),
)
def test_what_is_essential_or_needed(sentence: str, expected: list[str]) -> None:
    """Guards that what serves an end is not obliged to it, and that a need that is gone binds nobody."""
    check(expected, statements(sentence))


@table(
    (
        "The Board strategy is to bring inflation down and avoid a rise in unemployment.",
        "Board | bring down | inflation | planned",
        "Board | avoid | rise in unemployment | planned",
    ),
    ("The trust's approach is to involve families.", "trust | involve | families | planned"),
    ("The energy strategy is to close two plants.", "- | close | plants | planned"),
    ("Higher prices make it harder to cut inflation.", "- | cut | inflation | possible"),
    ("Perhaps you will allow me to comment on the work of the committee.",),
    ("The law will allow parents to comment on the plan.", "parents | comment on | plan | planned / possible"),
)
def test_whose_strategy_it_is(sentence: str, expected: list[str]) -> None:
    """Guards that whose strategy it is acts, and that what makes it hard to act does not act."""
    check(expected, statements(sentence))


@table(
    (
        "The team was not given a mandate to sign the deal.",
        "- | give | mandate | achieved | negated",
        "team | sign | deal | obliged | negated",
    ),
    (
        "The inspectors were never given the power to close sites.",
        "- | give | power | achieved | negated",
        "inspectors | close | sites | possible | negated",
    ),
    (
        "The firm did not receive permission to build the pier.",
        "firm | receive | permission | achieved | negated",
        "firm | build | pier | possible | negated",
    ),
    (
        "The team was given a mandate to sign the deal.",
        "- | give | mandate | achieved",
        "team | sign | deal | obliged",
    ),
    (
        "The agency did not take steps to close the gap.",
        "? agency | take | steps | achieved | negated",
        "? agency | close | gap | achieved | negated",
    ),
)
def test_powers_not_granted(sentence: str, expected: list[str]) -> None:
    """Guards that nobody may do what they were not given the power to do."""
    check(expected, statements(sentence))


@table(
    ("What is driving prices is a lack of homes.", "lack of homes | drive | prices | ongoing"),
    ("What worries farmers is the price of fuel.", "price of fuel | worry | farmers | ongoing"),
    ("What the plan lacks is money.", "plan | lack | money | ongoing"),
    ("What matters is trust.",),
)
def test_what_does_it(sentence: str, expected: list[str]) -> None:
    """Guards clefts whose "what" is who or what acts."""
    check(expected, statements(sentence))


@table(
    (
        "The contractor is paid for repairing roads.",
        "- | pay | contractor | ongoing",
        "contractor | repair | roads | ongoing",
    ),
    (
        "We have created 200 jobs, reduced public spending and are on track to deliver a surplus.",
        "- | create | jobs | achieved",
        "- | reduce | public spending | achieved",
        "- | deliver | surplus | planned",
    ),
    (
        "The state has approved grants, reduced fares and free travel.",
        "state | approve | grants | achieved",
        "state | approve | reduced fares | achieved",
        "state | approve | free travel | achieved",
    ),
    ("The strike is having an effect on trade.", "strike | have effect on | trade | ongoing"),
    ("The council will do everything possible to fix the leak.", "council | fix | leak | planned"),
    (
        "The panel shall review the appeal and determine, at its discretion, whether a hearing is necessary.",
        "panel | review | appeal | obliged",
    ),
)
def test_lists_of_acts_and_light_verbs(sentence: str, expected: list[str]) -> None:
    """Guards what is paid for, perfects that look like modifiers, and verbs that only carry a noun."""
    check(expected, statements(sentence))


@table(
    (
        "The tenant will be asked to sign forms as to whether they will accept the flat.",
        "tenant | sign | forms | requested",
        "tenant | accept | flat | possible",
    ),
    (
        "The applicant must complete a form or a test, so that we can see whether they are able to afford the home.",
        "applicant | complete | form | obliged",
        "applicant | complete | test | obliged",
        "applicant | afford | home | possible",
    ),
    (
        "The clerk reviews the risks because they affect tenants.",
        "clerk | review | risks | ongoing",
        "risks | affect | tenants | ongoing",
    ),
    (
        "The tenant asked two doctors whether they would accept the letter.",
        "tenant | ask | doctors | achieved",
        "? doctors | accept | letter | possible",
    ),
    (
        "Firms must meet our standards before they are authorised.",
        "firms | meet | standards | obliged",
        "- | authorise | firms | planned",
    ),
    (
        "The council may not levy fines unless they are approved.",
        "council | levy | fines | possible | negated",
        "- | approve | fines | possible",
    ),
)
def test_they_of_one_person(sentence: str, expected: list[str]) -> None:
    """Guards that forms and needs accept nothing, where one person was named."""
    check(expected, statements(sentence))


@table(
    ("Our standards capture how promptly we authorise firms.", "- | authorise | firms | ongoing"),
    (
        "Issues relating to transfer fees and travel were settled.",
        "- | settle | issues relating to transfer fees and travel | achieved",
    ),
    ("If this is the case it is important that you speak with an officer.", "- | speak with | officer | obliged"),
    ("If the Minister will publish the plan.",),
)
def test_words_taken_for_others(sentence: str, expected: list[str]) -> None:
    """Guards verbs behind "we", nouns behind "relating to", and conditions without a comma."""
    check(expected, statements(sentence))
