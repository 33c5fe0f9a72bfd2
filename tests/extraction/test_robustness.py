"""Hostile and odd input: it costs a reason, never a failure, and time grows with the text and not faster."""

from __future__ import annotations

import time

import pytest

from extraction.helpers import check, extract, statements, table
from kg.model import Extracted, Reason

CLAUSE = "the ministry will build research hubs and "


def seconds(text: str) -> tuple[float, list[Extracted]]:
    start = time.perf_counter()
    found = extract(text)
    return time.perf_counter() - start, found


def test_a_sentence_of_two_thousand_words() -> None:
    """Guards against a sentence without end: one record, too long, in time that grows with its length."""
    extract("The ministry builds hubs.")  # the model is loaded
    short, _ = seconds(CLAUSE * 60)
    long, (found,) = seconds(CLAUSE * 280)
    assert found.reason is Reason.TOO_LONG
    assert long < max(short, 0.1) * 20


def test_a_sentence_that_is_too_long_is_not_repaired(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the cost of 100,000 words: no work on what gives no statement."""
    repaired: list[int] = []
    monkeypatch.setattr("kg.extraction.extractor.repair", lambda tree, verbs: repaired.append(len(tree)))
    extract(CLAUSE * 100)
    assert not repaired


def test_a_long_sentence_that_a_person_could_write() -> None:
    """Guards that a list of 60 tasks is read to its end."""
    text = "The ministry will " + ", ".join(f"build plant {k}" for k in range(60)) + " and protect rivers."
    found = statements(text)
    assert any(item.object == "rivers" for item in found)


def test_no_punctuation() -> None:
    """Guards text without any full stop or comma."""
    found = statements("the ministry will build hubs it must protect rivers and the council bans coal")
    assert {item.object for item in found} >= {"hubs", "rivers"}


def test_a_sentence_cut_off_at_a_comma() -> None:
    """Guards a text that ends where a parenthesis would begin."""
    extract("Both chambers must draft resolution . 56 million It should be , where")
    extract("The board must, subject")


@pytest.mark.parametrize(
    "text",
    [
        "Das Ministerium wird bis 2030 neue Schulen bauen und die Steuern senken.",
        "Le gouvernement va construire des écoles et protéger les rivières du pays.",
        "El gobierno va a construir escuelas y a proteger los ríos del país.",
        "国务院国有资产监督管理委员会将推动创新联合体建设。",
        "Правительство построит новые школы и защитит реки.",
        "ستبني الحكومة مدارس جديدة وتحمي الأنهار.",
        "הממשלה תבנה בתי ספר חדשים.",
        "政府は新しい学校を建設する。",
        "Rząd zbuduje nowe szkoły i będzie chronić rzeki oraz lasy, które są ważne.",
    ],
)
def test_other_languages_are_skipped(text: str) -> None:
    """Guards the reason of a sentence that is not English."""
    (found,) = extract(text)
    assert (found.statements, found.reason) == ((), Reason.LANGUAGE)


@pytest.mark.parametrize(
    "text",
    [
        "The Länder fund Kindertagesstätten.",
        "São Paulo will build the Túnel Lagoinha.",
        "Türkiye and Côte d’Ivoire signed the accord.",
        "The ministry will fund “la Casa de la Mujer”.",
    ],
)
def test_foreign_names_are_english_enough(text: str) -> None:
    """Guards that a foreign name does not cost its English sentence."""
    (found,) = extract(text)
    assert found.reason is not Reason.LANGUAGE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("   \t ", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("12,345 67.8 2030", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("— • * ***", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("\x01\x02\x03", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("🙂🙂🙂", {Reason.FURNITURE, Reason.NO_PREDICATE}),
        ("Building", {Reason.NO_PREDICATE, Reason.NO_OBJECT, Reason.NO_CONTENT, Reason.HEADING}),
    ],
)
def test_nothing_to_read(text: str, reason: set[Reason]) -> None:
    """Guards that nothing is a reason too."""
    (found,) = extract(text)
    assert found.reason in reason


@pytest.mark.parametrize(
    "text",
    [
        "The \x00ministry\x07 will build hubs.",
        "The ministry\u202e will build hubs\u202c.",
        "The\u00a0ministry\u2009will\u200bbuild hubs.",
        "The ministry will build\r\nhubs.",
        "The ministry will build hubs" + "." * 500,
        "((((((((((The ministry will build hubs))))))))))",
        "“““The ministry will build hubs.",
        "The ministry " + "very " * 300 + "gladly builds hubs.",
        "The ministry will build " + "hub-" * 300 + "towers.",
        "The ministry will build " + "a" * 20_000 + ".",
        "The " + "ministry of the " * 150 + "interior will build hubs.",
        "<script>alert('The ministry will build hubs.')</script>",
        "The ministry e\u0301lu will build cafe\u0301s.",
    ],
    ids=range(13),
)
def test_odd_characters(text: str) -> None:
    """Guards control characters, directions, odd spaces, nesting and words without end: all quoted exactly."""
    took, found = seconds(text)
    assert took < 10
    for extracted in found:
        for item in extracted.statements:
            assert text[item.evidence.start : item.evidence.end] == item.evidence.text


@table(
    ("GOVERNMENTS MUST PROTECT RIVERS.", "governments | protect | rivers | obliged"),
    (
        "THE MINISTRY WILL PROTECT RIVERS.",
        "ministry | protect | rivers | planned",
    ),
)
def test_all_capitals(sentence: str, expected: list[str]) -> None:
    """Guards a sentence in capitals: read, not taken for names."""
    check(expected, statements(sentence))


def test_one_bad_sentence_costs_no_other() -> None:
    """Guards that what cannot be read leaves its neighbours as they are."""
    found = extract("The ministry builds hubs.", CLAUSE * 200, "\x00\x01", "国务院", "The ministry builds hubs.")
    assert [bool(item.statements) for item in found] == [True, False, False, False, True]


def test_a_word_without_end() -> None:
    """Guards that whom "we" is, is looked for in time that grows with the text: a run of capitals took the square of it."""
    extract("The ministry builds hubs.")  # the model is loaded
    short, _ = seconds("“we " + "A" * 4_000)
    long, found = seconds("“we " + "A" * 40_000)
    assert not any(item.statements for item in found)
    assert long < max(short, 0.1) * 20


def test_a_title_without_end() -> None:
    """Guards the same of a title: whom it names is looked for in every run of capitals."""
    extract("The ministry builds hubs.")  # the model is loaded
    start = time.perf_counter()
    extract("We build hubs.", title="Aa " * 700)
    short = time.perf_counter() - start
    start = time.perf_counter()
    extract("We build hubs.", title="Aa " * 14_000)
    assert time.perf_counter() - start < max(short, 0.1) * 20
