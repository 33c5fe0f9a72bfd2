"""Events and positions as news tells them: who did what to whom, who asks whom for what."""

from __future__ import annotations

import pytest

from extraction.helpers import check, one, statements, table


@table(
    ("The ministry denied planning to sell the port.", "ministry | sell | port | planned | negated"),
    ("Two airlines have denied seeking to fix fares.", "airlines | fix | fares | planned | negated"),
    ("The firm admitted planning to cut wages.", "firm | cut | wages | planned"),
    ("The senate failed for a second time to elect a speaker.", "senate | elect | speaker | achieved | negated"),
    ("The council has refused for a third time to repair the bridge.", "council | repair | bridge | achieved | negated"),
    ("The navy tried for a fourth time to free the ship.", "navy | free | ship | planned"),
    (
        "The council found time to repair the bridge.",
        "? council | find | time | achieved",
        "council | repair | bridge | planned",
    ),
)
def test_infinitive_parted_from_its_verb(sentence: str, expected: list[str]) -> None:
    """Guards that what is denied, refused or failed is so behind a gerund or a time as well."""
    check(expected, statements(sentence))


@table(
    ("The auditors recommend that Ghana broaden its tax base.", "Ghana | broaden | tax base | requested"),
    ("The panel recommended that Kenya cut spending.", "Kenya | cut | spending | requested"),
    (
        "We recommend that the state create an agency, that it publish a register and that banks be made to block payments.",
        "state | create | agency | requested",
        "state | publish | register | requested",
        "banks | block | payments | requested",
    ),
    ("The auditors said that Ghana broadened its tax base.", "Ghana | broaden | tax base | achieved"),
    ("The auditors insisted that Ghana cut spending.", "Ghana | cut | spending | achieved"),
    ("The auditors recommend that firms publish a register.", "firms | publish | register | requested"),
)
def test_bare_verb_in_what_is_demanded(sentence: str, expected: list[str]) -> None:
    """Guards that a demand behind a name, and the second of a list, is no fact."""
    check(expected, statements(sentence))


@table(
    ("Japan pledged $20 million in aid to drought-hit Malawi.", "Japan | pledge | aid | achieved"),
    ("The fund promised 3 billion crowns to cash-strapped Norvia.", "fund | promise | 3 billion crowns | achieved"),
    ("The minister pledged on Tuesday to fast-track permits.", "minister | fast-track | permits | planned"),
    (
        "The cabinet rejected a demand by striking nurses for a rise.",
        "cabinet | reject | demand / demand for a rise | achieved",
    ),
    ("Police broke up a rally by protesting miners.", "police | break up | rally | achieved"),
    (
        "The city raised revenue by taxing visitors.",
        "city | raise | revenue | achieved",
        "city | tax | visitors | achieved",
    ),
)
def test_what_stands_before_the_noun_is_no_verb(sentence: str, expected: list[str]) -> None:
    """Guards that neither "drought-hit" nor "striking nurses" makes a statement."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "means"),
    [
        ("China lodged a protest over the visit by its prime minister.", "lodge", ()),
        ("The union condemned the dismissal of clerks by the bank.", "condemn", ()),
        ("The court informed the firm by mail.", "inform", ("mail",)),
        ("The firm cleaned the site by new methods.", "clean", ("new methods",)),
    ],
)
def test_who_acts_is_no_means(sentence: str, verb: str, means: tuple[str, ...]) -> None:
    """Guards that a body behind "by" is not a means."""
    assert one(sentence, verb).means == means
