"""Whose words they are: verbs of saying, "according to", quotations over several sentences."""

from __future__ import annotations

import pytest

from extraction.helpers import check, extract, one, statements, table


@table(
    ("The minister said that the state would build homes.", "state | build | homes | planned"),
    ("The report notes that farmers lack credit.", "farmers | lack | credit | ongoing"),
    (
        "Ruiz stressed the need to protect forests.",
        "- / Ruiz | protect | forests | obliged",
    ),
    ("The Commission feels that the tax hurts small firms.", "tax | hurt | firms / small firms | ongoing"),
    ("“The state will build homes,” the minister said.", "state | build | homes | planned"),
    ("The state will build homes, said the minister.", "state | build | homes | planned"),
    ("The minister told reporters that the bank raised rates.", "bank | raise | rates | achieved"),
)
def test_saying_is_no_statement(sentence: str, expected: list[str]) -> None:
    """Guards that verbs of saying and thinking give way to what is said."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "verb", "speaker"),
    [
        ("The minister said that the state would build homes.", "build", "minister"),
        ("The state will build homes, said the minister.", "build", "minister"),
        ("The state will build homes, the minister said.", "build", "minister"),
        ("“The state will build homes,” said Ana Ruiz.", "build", "Ana Ruiz"),
        ("Ana Ruiz added: “The state will build homes.”", "build", "Ana Ruiz"),
        ("According to the report, the state built homes.", "build", "report"),
        ("The state built homes, according to the World Bank.", "build", "World Bank"),
        ("The strategy states that the agency will fund railways.", "fund", "strategy"),
        ("Ana Ruiz of the Housing Agency said that the state built homes.", "build", "Ana Ruiz"),
        ("The state, the ministry noted, built homes.", "build", "ministry"),
        ("The ministry said the state built homes and opened schools.", "open", "ministry"),
        (
            "Ruiz said the state built homes.",
            "build",
            "Ruiz",
        ),
        ("The state built homes.", "build", None),
    ],
)
def test_speaker(sentence: str, verb: str, speaker: str | None) -> None:
    """Guards who is named as the speaker of a statement, before or after it, person or document."""
    assert one(sentence, verb).speaker == speaker


def test_speaker_of_the_turn_is_the_default() -> None:
    """Guards that the turn's speaker holds where the sentence names none."""
    assert one("The state built homes.", "build", speaker="Ana Ruiz").speaker == "Ana Ruiz"
    assert one("The bank said that the state built homes.", "build", speaker="Ana Ruiz").speaker == "bank"


def test_quotation_over_sentences() -> None:
    """Guards that an open quotation keeps its speaker until it closes."""
    texts = ("“The state built homes,” said Ana Ruiz.", "“It also opened schools.", "Towns restored parks.”", "Ports cut fees.")
    found = [[item.speaker for item in extracted.statements] for extracted in extract(*texts)]
    assert found == [["Ana Ruiz"], ["Ana Ruiz"], ["Ana Ruiz"], [None]]


@pytest.mark.parametrize(
    ("texts", "actor"),
    [
        (
            ("“The vote is over,” said the party's leader, Ada Kor, who was freed on Monday.", "She accused the army."),
            "Ada Kor",
        ),
        (("“The bank is free,” said chief economist Eva Dahl.", "She accused the cabinet."), "chief economist Eva Dahl"),
        (("Ghana's president-elect offered to send medics.", "He accused the army."), "president-elect"),
        (("North Korea denounced the plan.", "The president-elect sent medics.", "He accused the army."), "president-elect"),
        (("South Africa rejected the plan.", "He accused the army."), None),
        (("Human Rights Watch published a report.", "She accused the army."), None),
        (("“We will wait,” a spokesman for the ministry said.", "He accused the army."), "spokesman for the ministry"),
        (("The envoy was summoned by the ministry.", "It accused the army."), "ministry"),
    ],
)
def test_he_and_she_over_sentences(texts: tuple[str, ...], actor: str | None) -> None:
    """Guards that persons and not countries are "he" and "she", by the name where one stands beside the post."""
    assert [item.actor for item in extract(*texts)[-1].statements] == [actor]


@pytest.mark.parametrize(
    ("title", "sentence", "actor"),
    [
        ("Supreme Court strikes down levy", "“We will repay the levy,” a spokeswoman said.", None),
        ("Supreme Court strikes down levy", "“We will repay the levy,” the dockers' union said.", "union"),
        ("Supreme Court strikes down levy", "“We will repay the levy,” said a spokesman for the ministry.", "ministry"),
        ("Supreme Court strikes down levy", "“We will repay the levy,” said Prime Minister Lea Holm.", None),
        ("Cabinet drops levy", "“We will repay the levy,” Finance Minister Lea Holm told reporters.", "Cabinet"),
        ("Bank of Tavora drops levy", "“We will repay the levy,” Governor Lea Holm said.", "Bank of Tavora"),
        ("Bank of Tavora drops levy", "We will repay the levy.", "Bank of Tavora"),
    ],
)
def test_we_in_quotations(title: str, sentence: str, actor: str | None) -> None:
    """Guards that the title of a story does not tell whom those that it quotes mean by "we"."""
    assert one(sentence, "repay", title=title).actor == actor


def test_attribution_alone_has_its_reason() -> None:
    """Guards the reason of a sentence that only says who speaks."""
    (found,) = extract("The minister said so.")
    assert not found.statements
    assert str(found.reason) in {"attribution", "no_object", "no_content"}


@pytest.mark.parametrize(
    ("sentence", "verb", "speaker"),
    [
        ("The firm said it was ready, while the union welcomed the delay.", "welcome", None),
        ("The ministry said it had cut fees, while lawyers urged the court to lift the ban.", "lift", None),
        ("The minister said that she backed the tax, while inflation hurt families.", "hurt", "minister"),
    ],
)
def test_while_another_says(sentence: str, verb: str, speaker: str | None) -> None:
    """Guards that what somebody else says is not told by the first."""
    assert one(sentence, verb).speaker == speaker


def test_who_he_is() -> None:
    """Guards that somebody with a role and a name is a person, also behind another person."""
    texts = ("Minister Orla Kane praised the plan.", "Opposition leader Mark Devlin accused the cabinet of dodging reform.")
    (found,) = statements(*texts, "He claimed that the plan would harm hospitals.")
    assert found.speaker == "opposition leader Mark Devlin"
