"""Time expressions: which words are one, and which days they name."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.times import find_times

TODAY = date(2024, 8, 20)  # a Tuesday

# The text, then each expression as "words | first day | last day", with "!" after a deadline.
RESOLVED = [
    ("Since last year, utilities have merged.", ["since last year | 2023-01-01 | 2024-08-20"]),
    ("This year, ports will be dredged.", ["this year | 2024-01-01 | 2024-12-31"]),
    (
        "Rents rose last month and will fall next quarter.",
        ["last month | 2024-07-01 | 2024-07-31", "next quarter | 2024-10-01 | 2024-12-31"],
    ),
    ("The grid shall be rebuilt by 2030.", ["by 2030 | - | 2030-12-31!"]),
    ("By the end of 2027 all ferries are electric.", ["by the end of 2027 | - | 2027-12-31!"]),
    ("Pay before 1 January 2026.", ["before 1 January 2026 | - | 2025-12-31!"]),
    ("We built dams in 2024.", ["in 2024 | 2024-01-01 | 2024-12-31"]),
    ("It runs from 2021 to 2025.", ["from 2021 to 2025 | 2021-01-01 | 2025-12-31"]),
    ("Output grew between 2019 and 2023.", ["between 2019 and 2023 | 2019-01-01 | 2023-12-31"]),
    ("The targets set, 2021–2025, were met.", ["2021–2025 | 2021-01-01 | 2025-12-31"]),
    ("A fund for the period 2027-2033 exists.", ["for the period 2027-2033 | 2027-01-01 | 2033-12-31"]),
    (
        "During the 14th Five-Year Plan period (2021-2025), we planted trees.",
        ["during the 14th Five-Year Plan period (2021-2025) | 2021-01-01 | 2025-12-31"],
    ),
    ("Over the next five years, bridges will be repaired.", ["over the next five years | 2024-08-20 | 2029-08-20"]),
    ("For the past decade they waited.", ["for the past decade | 2014-08-20 | 2024-08-20"]),
    ("Report within two years.", ["within two years | 2024-08-20 | 2026-08-20!"]),
    (
        "Report within 30 days of the date of this order.",
        ["within 30 days of the date of this order | 2024-08-20 | 2024-09-19!"],
    ),
    ("Report within 30 days of receipt.", ["within 30 days of receipt | - | -!"]),
    ("Report within five working days.", ["within five working days | - | -!"]),
    ("In the first half of 2024 exports fell.", ["in the first half of 2024 | 2024-01-01 | 2024-06-30"]),
    ("In the third quarter of last year exports fell.", ["in the third quarter of last year | 2023-07-01 | 2023-09-30"]),
    ("In the first nine months of 2023 exports fell.", ["in the first nine months of 2023 | 2023-01-01 | 2023-09-30"]),
    (
        "Sales in H1 2021 and in Q4 2025 differ.",
        ["in H1 2021 | 2021-01-01 | 2021-06-30", "in Q4 2025 | 2025-10-01 | 2025-12-31"],
    ),
    ("Sales fell in the first quarter.", ["in the first quarter | - | -"]),
    ("The cabinet met on Tuesday and on Friday.", ["on Tuesday | 2024-08-20 | 2024-08-20", "on Friday | - | -"]),
    ("The cabinet met last Friday.", ["last Friday | 2024-08-16 | 2024-08-16"]),
    ("Last Tuesday the cabinet met.", ["last Tuesday | 2024-08-13 | 2024-08-13"]),
    ("Signed on 24 July 2024 in Lima.", ["on 24 July 2024 | 2024-07-24 | 2024-07-24"]),
    ("July 26, 2024 saw a strike.", ["July 26, 2024 | 2024-07-26 | 2024-07-26"]),
    ("Talks on Friday, 26 July 2024 failed.", ["on Friday, 26 July 2024 | 2024-07-26 | 2024-07-26"]),
    ("Talks on 24–26 July 2024 failed.", ["on 24–26 July 2024 | 2024-07-24 | 2024-07-26"]),
    ("Filed on 2024-07-24.", ["on 2024-07-24 | 2024-07-24 | 2024-07-24"]),
    ("In recent years prices rose.", ["in recent years | - | 2024-08-20"]),
    ("In the coming months prices will rise.", ["in the coming months | 2024-08-20 | -"]),
    ("We now pay less.", ["now | 2024-08-20 | 2024-08-20"]),
    ("Fees are currently waived.", ["currently | 2024-08-20 | 2024-08-20"]),
    ("At present fees are waived.", ["at present | 2024-08-20 | 2024-08-20"]),
    ("Grants are paid annually.", ["annually | - | -"]),
    ("Grants are paid every two years.", ["every two years | - | -"]),
    ("Grants are paid at least once every three years.", ["at least once every three years | - | -"]),
    ("Grants are paid twice a year.", ["twice a year | - | -"]),
    ("It spends EUR 5 billion a year.", ["a year | - | -"]),
    ("No more than 5 tonnes per calendar year may pass.", ["per calendar year | - | -"]),
    ("Since 2019 we recycle glass.", ["since 2019 | 2019-01-01 | 2024-08-20"]),
    ("Since January we recycle glass.", ["since January | 2024-01-01 | 2024-08-20"]),
    ("Since November we recycle glass.", ["since November | 2023-11-01 | 2024-08-20"]),
    ("Since the beginning of May we recycle glass.", ["since the beginning of May | 2024-05-01 | 2024-08-20"]),
    ("Stalls may stay until 31 August 2029.", ["until 31 August 2029 | - | 2029-08-31"]),
    ("Owners have until 31 August 2029 to register.", ["until 31 August 2029 | - | 2029-08-31!"]),
    ("Apply no later than 31 December.", ["no later than 31 December | - | 2024-12-31!"]),
    ("Apply by no later than June 30.", ["by no later than June 30 | - | 2025-06-30!"]),
    ("Fees apply from 2028.", ["from 2028 | 2028-01-01 | -"]),
    ("Fees apply from 1 July 2025 onwards.", ["from 1 July 2025 onwards | 2025-07-01 | -"]),
    ("Fees apply as of June 2022.", ["as of June 2022 | 2022-06-01 | -"]),
    ("No fees apply after 1 July 2025.", ["after 1 July 2025 | 2025-07-02 | -"]),
    ("Fees applied from June 2023 to May 2024.", ["from June 2023 to May 2024 | 2023-06-01 | 2024-05-31"]),
    ("Fees applied from January to June 2024.", ["from January to June 2024 | 2024-01-01 | 2024-06-30"]),
    ("Next year fees end.", ["next year | 2025-01-01 | 2025-12-31"]),
    ("Later this year fees end.", ["later this year | 2024-08-20 | 2024-12-31"]),
    ("Early next year fees end.", ["early next year | 2025-01-01 | -"]),
    ("Fees end next January.", ["next January | 2025-01-01 | 2025-01-31"]),
    ("Fees ended in March.", ["in March | - | -"]),
    ("Costs in fiscal year 2025 will drop.", ["in fiscal year 2025 | - | -"]),
    ("Eighty years ago the league fell.", ["eighty years ago | 1944-01-01 | 1944-12-31"]),
    ("It was law more than two decades ago.", ["more than two decades ago | - | -"]),
    ("It was law since the 2019 drought.", ["since the 2019 drought | - | 2024-08-20"]),
    ("Lessons were learned during the pandemic.", ["during the pandemic | - | -"]),
    ("In the 1960s rails were lifted.", ["in the 1960s | 1960-01-01 | 1969-12-31"]),
    ("In 2024 and 2025 rails were lifted.", ["in 2024 and 2025 | 2024-01-01 | 2025-12-31"]),
    ("Rails were lifted in twenty years.", ["in twenty years | - | -"]),
    ("Rails must stay for at least ten years.", ["for at least ten years | - | -"]),
    ("Starting in January 2025, rails are lifted.", ["starting in January 2025 | 2025-01-01 | -"]),
    (
        "By 1 March 2031, and every four years thereafter, it reports.",
        ["by 1 March 2031, and every four years thereafter | - | 2031-03-01!"],
    ),
    ("In the long run and so far, it pays.", ["in the long run | - | -", "so far | - | 2024-08-20"]),
]

NO_TIME = [
    "The 2030 Agenda and Agenda 2063 go together.",
    "Horizon 2020 funds it under Regulation (EU) 2021/241.",
    "The 2015 Paris Agreement binds us.",
    "The 20th Congress met.",
    "Progress towards the goals by 2030 Agenda partners",
    "This year's programme and today's vote",
    "The Act may march through the second chamber.",
    "They counted fish in 2000 villages and over 2000 farms.",
    "It is a five-year plan with long-term aims.",
    "A person over 18 years of age may vote.",
    "The Health Plan (2021–2025) is new.",
    "Directive 2019/944 of 5 June 2019",
    "On the one hand, markets count.",
    "",
]


def written(text: str, today: date | None = TODAY) -> list[str]:
    return [
        f"{found.text} | {found.start or '-'} | {found.end or '-'}{'!' * found.deadline}"
        for _, _, found in find_times(text, today)
    ]


@pytest.mark.parametrize(("text", "expected"), RESOLVED, ids=[text for text, _ in RESOLVED])
def test_words_and_days(text: str, expected: list[str]) -> None:
    """Guards the span of each construction and the days worked out from the document's date."""
    assert written(text) == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_titles_and_possessives_are_no_times(text: str) -> None:
    """Guards against years of titles, possessives, ages and modal "may" shown as times."""
    assert find_times(text, TODAY) == []


def test_without_a_date_only_absolute_days_are_known() -> None:
    """Guards against a guess from the clock of the machine."""
    assert written("this year, in 2024, within two years, since May", None) == [
        "this year | - | -",
        "in 2024 | 2024-01-01 | 2024-12-31",
        "within two years | - | -!",
        "since May | - | -",
    ]


def test_the_calendar_may_end() -> None:
    """Guards against an overflow at the calendar's edges."""
    assert written("within 9999 years, 9999 years ago and last century", date(1, 1, 1)) == [
        "within 9999 years | - | -!",
        "9999 years ago | - | -",
        "last century | - | -",
    ]
    assert written("on 31 February 2024") == ["on 31 February 2024 | - | -"]


def assert_sound(text: str) -> None:
    last = 0
    for start, end, found in find_times(text, TODAY):
        assert last <= start < end
        assert text[start + 1 : end] == found.text[1:]
        assert text[start].lower() == found.text[0].lower()
        assert found.start is None or found.end is None or found.start <= found.end
        last = end


WORDS = st.sampled_from(
    [
        "by",
        "2030",
        "the",
        "end",
        "of",
        "May",
        "1",
        "July",
        "–",
        "-",
        ",",
        "first",
        "half",
        "this",
        "last",
        "next",
        "year",
        "years",
        "two",
        "and",
        "from",
        "to",
        "between",
        "2019",
        "2023",
        "within",
        "10",
        "days",
        "ago",
        "every",
        "since",
        "Q1",
        "H2",
        "in",
        "on",
        "at",
        "early",
        "late",
        "İ",
        "the",
        "period",
        "(2021-2025)",
        "until",
        "over",
        "past",
        "decade",
        "Tuesday",
        "thereafter",
        "date",
        "of",
        "this",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join)))
def test_offsets_hold_for_any_text(text: str) -> None:
    """Guards order, distinctness and slices, and that no text raises."""
    assert_sound(text)


@pytest.mark.parametrize(
    "unit", ["the end of ", "by 2030 ", "May ", "1 July ", "from 2020 to ", "early ", "every two years and ", "9" * 50]
)
def test_cost_is_linear(unit: str) -> None:
    """Guards against a pattern that is quadratic, or a rule that recurses, on hostile text."""
    text = unit * (300_000 // len(unit)) + " in the year 2030"
    before = time.process_time()
    assert_sound(text)
    assert time.process_time() - before < 10
