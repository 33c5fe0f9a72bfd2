"""Quantities: which numbers are amounts, and what they amount to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.amounts import find_quantities

# The text, then each quantity as "words | value | unit | bound | change".
PARSED = [
    ("More than 80% of wells were sealed.", ["more than 80% | 80 | percent | min | -"]),
    (
        "80 percent, 5 per cent, 3 percentage points",
        [
            "80 percent | 80 | percent | - | -",
            "5 per cent | 5 | percent | - | -",
            "3 percentage points | 3 | percentage points | - | -",
        ],
    ),
    (
        "At least one third and nearly half of the pupils",
        ["at least one third | 0.3333 | - | min | -", "nearly half | 0.5 | - | about | -"],
    ),
    ("two-thirds of members, a quarter of firms", ["two-thirds | 0.6667 | - | - | -", "a quarter | 0.25 | - | - | -"]),
    ("grants of up to EUR 45 million", ["up to EUR 45 million | 45000000 | EUR | max | -"]),
    ("€3.2 billion for rail", ["€3.2 billion | 3200000000 | EUR | - | -"]),
    ("a 3.2 billion euro package", ["3.2 billion euro | 3200000000 | EUR | - | -"]),
    ("1.1 trillion yuan", ["1.1 trillion yuan | 1100000000000 | CNY | - | -"]),
    (
        "US$ 5 bn, $2m, A$3 million",
        ["US$ 5 bn | 5000000000 | USD | - | -", "$2m | 2000000 | USD | - | -", "A$3 million | 3000000 | AUD | - | -"],
    ),
    ("£40/MWh and USD 20 per tonne", ["£40/MWh | 40 | GBP/MWh | - | -", "USD 20 per tonne | 20 | USD/t | - | -"]),
    ("Rs 500 crore, RMB 5 billion", ["Rs 500 crore | 5000000000 | rupee | - | -", "RMB 5 billion | 5000000000 | CNY | - | -"]),
    ("18 billion shillings", ["18 billion shillings | 18000000000 | shilling | - | -"]),
    ("A total of 250,000 nurses", ["250,000 | 250000 | - | - | -"]),
    ("more than 250,000 nurses", ["more than 250,000 | 250000 | - | min | -"]),
    ("12 to 18 per cent", ["12 to 18 per cent | 12 | percent | min | -", "12 to 18 per cent | 18 | percent | max | -"]),
    ("€5–7 billion", ["€5–7 billion | 5000000000 | EUR | min | -", "€5–7 billion | 7000000000 | EUR | max | -"]),
    (
        "between 5 and 10 million",
        ["between 5 and 10 million | 5000000 | - | min | -", "between 5 and 10 million | 10000000 | - | max | -"],
    ),
    (
        "ranging from 12 to 18 per cent",
        ["from 12 to 18 per cent | 12 | percent | min | -", "from 12 to 18 per cent | 18 | percent | max | -"],
    ),
    ("fell from 72 to 24 hours", ["from 72 to 24 hours | 72 | hours | - | from", "from 72 to 24 hours | 24 | hours | - | to"]),
    ("two or three pilots", ["two or three | 2 | - | min | -", "two or three | 3 | - | max | -"]),
    ("The house voted 84 to 31.", ["84 to 31 | None | - | - | -"]),
    ("cut leakage by at least 20 percent", ["by at least 20 percent | 20 | percent | min | by"]),
    ("raise the share to 18 percent", ["18 percent | 18 | percent | - | to"]),
    ("extend leave to 60 days", ["60 days | 60 | days | - | to"]),
    ("hand grants to 60 villages, reviewed by 120 experts", ["60 | 60 | - | - | -", "120 | 120 | - | - | -"]),
    ("output shrank: -3.5%", ["-3.5% | -3.5 | percent | - | -"]),
    (
        "Output doubled, a tenfold rise, three times larger",
        ["doubled | 2 | times | - | -", "tenfold | 10 | times | - | -", "three times | 3 | times | - | -"],
    ),
    ("two hundred and fifty homes", ["two hundred and fifty | 250 | - | - | -"]),
    (
        "three and a half million people, half a million more",
        ["three and a half million | 3500000 | - | - | -", "half a million | 500000 | - | - | -"],
    ),
    ("a dozen clinics, tens of thousands of beds", ["a dozen | 12 | - | - | -", "tens of thousands | None | - | - | -"]),
    ("one in five children", ["one in five | 0.2 | - | - | -"]),
    (
        "3,000 km, 62 tonnes, 12 GW, 500 kWh",
        [
            "3,000 km | 3000 | km | - | -",
            "62 tonnes | 62 | t | - | -",
            "12 GW | 12 | GW | - | -",
            "500 kWh | 500 | kWh | - | -",
        ],
    ),
    ("12 million hectares at 1.5°C", ["12 million hectares | 12000000 | ha | - | -", "1.5°C | 1.5 | °C | - | -"]),
    ("50 or more staff in 100+ towns", ["50 or more | 50 | - | min | -", "100+ | 100 | - | min | -"]),
    ("5m people behind a 5m wall", ["5m | 5000000 | - | - | -", "5m | 5 | m | - | -"]),
    ("all 47 counties, only two lines", ["all 47 | 47 | - | - | -", "only two | 2 | - | - | -"]),
    ("not fewer than five ports", ["not fewer than five | 5 | - | min | -"]),
    ("3 000 jobs in 2000 villages", ["3 000 | 3000 | - | - | -", "2000 | 2000 | - | - | -"]),
    ("at least one clinic", ["at least one | 1 | - | min | -"]),
    ("Within two years we shall build 500 homes.", ["500 | 500 | - | - | -"]),
    ("Agenda 2040 lifts yields by up to 70 percent.", ["by up to 70 percent | 70 | percent | max | by"]),
]

NO_QUANTITY = [
    "the third plenary session of the 20th CPC Central Committee",
    "in 2030 and 2021–2025, since 2019",
    "Article 5, Articles 6, 7 and 8, paragraph 2, Annex 3",
    "Regulation (EU) 2021/241 and Horizon 2020",
    "Executive Order No. 14017",
    "the 69-hour week and a five-year plan",
    "the patrol ship Hiu 11, moored",
    'the "One Billion Trees" drive under Pillar Three',
    "(14) Textile waste grows.",
    "2. They shall not pay.",
    "2.1 Drill new wells.",
    "<  1  2  3  4 >",
    "COVID-19, G7, 10:30, 24/7, 9/11",
    "a third party in the second half",
    "No one is one of the best.",
    "within two years, three years ago, on 5 May 2024, for 90 days",
    "",
]


def written(text: str, **options: dict[str, str]) -> list[str]:
    found = [quantity for _, _, quantity in find_quantities(text, currencies=options.get("currencies"))]
    values = ["None" if one.value is None else format(round(one.value, 4), ".15g") for one in found]
    rest = [f"{one.unit or '-'} | {one.bound or '-'} | {one.change or '-'}" for one in found]
    return [f"{one.text} | {value} | {last}" for one, value, last in zip(found, values, rest, strict=True)]


@pytest.mark.parametrize(("text", "expected"), PARSED, ids=[text for text, _ in PARSED])
def test_words_and_values(text: str, expected: list[str]) -> None:
    """Guards the span of each construction and its value, unit, bound and change."""
    assert written(text) == expected


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_names_years_and_references_are_no_quantities(text: str) -> None:
    """Guards against ordinals, years, references, list marks and parts of names shown as amounts."""
    assert find_quantities(text) == []


def test_the_caller_says_whose_dollar_it_is() -> None:
    """Guards against an Australian budget in US dollars."""
    assert written("$2.6 billion, 400 dollars, US$ 1", currencies={"dollar": "AUD"}) == [
        "$2.6 billion | 2600000000 | AUD | - | -",
        "400 dollars | 400 | AUD | - | -",
        "US$ 1 | 1 | USD | - | -",
    ]


def test_a_currency_between_two_numbers_is_the_first_ones() -> None:
    """Guards against spans that overlap."""
    assert_sound("5 EUR 6")


def test_given_times_are_left_alone() -> None:
    """Guards that spans found already are used instead of a second search."""
    assert [one.text for _, _, one in find_quantities("90 days, 12 farms", times=[(0, 7)])] == ["12"]


def assert_sound(text: str) -> None:
    spans = set()
    last = (0, 0)
    for start, end, quantity in find_quantities(text):
        assert start < end
        assert (start, end) == last or start >= last[1]
        assert text[start + 1 : end] == quantity.text[1:]
        assert text[start].lower() == quantity.text[0].lower()
        spans.add((start, end))
        last = (start, end)


WORDS = st.sampled_from(
    [
        "5",
        "12",
        "2030",
        "1,000",
        "two",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "third",
        "%",
        "per",
        "cent",
        "€",
        "US$",
        "EUR",
        "euro",
        "to",
        "–",
        "-",
        "from",
        "between",
        "by",
        "more",
        "than",
        "up",
        "of",
        "Article",
        "(",
        ")",
        "1.",
        "km",
        "one",
        "in",
        "doubled",
        "thousands",
        "or",
        "m",
        "bn",
        "$",
        "−3",
        "/",
        "MWh",
        "days",
        "years",
        "İ",
        ",",
        "a",
        "dozen",
        "twenty-five",
        "10:30",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=8).map("".join)))
def test_offsets_hold_for_any_text(text: str) -> None:
    """Guards order, distinctness (but for the ends of a range) and slices, and that no text raises."""
    assert_sound(text)


@pytest.mark.parametrize(
    "unit", ["1", "1,111,", "1 ", "12 111 ", "two hundred and ", "more than ", "€", "1–2 ", "Articles 5, ", "half a "]
)
def test_cost_is_linear(unit: str) -> None:
    """Guards against a pattern that is quadratic on hostile text."""
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    assert_sound(text)
    assert time.process_time() - before < 10
