"""Single lines: furniture, bylines, datelines, headings, titles, list markers, dates."""

from __future__ import annotations

from datetime import date

import pytest

from kg.readers.bylines import Byline, dateline_of, parse_byline
from kg.readers.dates import find_date, parse_date
from kg.readers.furniture import is_furniture
from kg.readers.lines import Style, heading_strength, looks_like_title, marker_of


@pytest.mark.parametrize(
    "line",
    [
        "Share:",
        "<  1  2  3  4  …  >",
        "Print",
        "Page 3 of 10",
        "Read more",
        "Read more about jobs",
        "Subscribe",
        "Subscribe to our newsletter",
        "Editor: Li Ming",
        "(Editor: Li Ming)",
        "Back to top",
        "* * *",
        "2024",
        "- 3 -",
        "© 2024 The Ministry. All rights reserved.",
        "Copyright 2024 The Ministry",
        "https://example.org/a",
        "press@example.org",
        "Home > News > Press",
        "Tags: trade, SOEs",
        "Tel: +44 20 7946 0000",
        "-- ENDS --",
        "[Video]",
    ],
)
def test_furniture(line: str) -> None:
    """Parts of the page would be read as text."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "We share the view.",
        "Share prosperity with all",
        "Copyright shall be protected.",
        "(c) Platforms must delete data when users ask them to.",
        "Print media are free.",
        "Home ownership rose",
        "Home: a right for all.",
        "Website: we will launch a new one.",
        "Editors must be free.",
        "End poverty",
        "Save energy",
        "Download speeds will rise.",
        "王宏志",
    ],
)
def test_not_furniture(line: str) -> None:
    """Text would be lost as furniture."""
    assert not is_furniture(line)


AUGUST = date(2024, 8, 20)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("China.org.cn | August 20, 2024", Byline(AUGUST, "China.org.cn")),
        ("English.gov.cn, Updated: August 20, 2024", Byline(AUGUST, "English.gov.cn")),
        ("Published 20 August 2024", Byline(AUGUST)),
        ("Updated: 2024-08-20 10:21 (Xinhua)", Byline(AUGUST, "Xinhua")),
        ("(Xinhua) 08:12, August 20, 2024", Byline(AUGUST, "Xinhua")),
        ("20 Aug 2024 | European Commission | Press release", Byline(AUGUST, "European Commission")),
        ("State Council Information Office, August 20, 2024", Byline(AUGUST, "State Council Information Office")),
        ("August 20, 2024 by Ministry of Finance", Byline(AUGUST, "Ministry of Finance")),
        ("Brussels, 20 August 2024", Byline(AUGUST)),
        ("Frankfurt am Main, 20 August 2024", Byline(AUGUST)),
        (
            "Delivered by the Minister of Ports, the Honourable Jane Doe, in the Assembly",
            Byline(speaker="Minister of Ports, the Honourable Jane Doe"),
        ),
        ("Jane Doe, President of the Bank,", Byline(speaker="Jane Doe, President of the Bank")),
        ("Tuesday, 20 August 2024, 10:00 GMT+8", Byline(AUGUST)),
        ("Source: Xinhua", Byline(None, "Xinhua", "Xinhua")),
        ("Source: https://example.org/a", Byline(None, None, "https://example.org/a")),
        ("By Jane Doe and John Roe, Reuters", Byline()),
        ("Venue: Town Hall", Byline()),
        ("Speaker: Jane Doe, Minister of Finance", Byline(speaker="Jane Doe, Minister of Finance")),
        ("KARSTAD, March 4 (NordWire) -", Byline()),
        ("Delivered at the Third Session of the People's Council of Lower Ostra on August 20, 2024", Byline(AUGUST)),
    ],
)
def test_byline(line: str, expected: Byline) -> None:
    """A byline's date or publisher would be lost."""
    assert parse_byline(line, head=True) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The meeting of 5 March 2024",
        "By 2030 we will cut emissions",
        "By law, fees are due.",
        "Source: we will find them.",
        "x" * 500,
    ],
)
def test_no_byline(line: str) -> None:
    """A sentence with a date in it would be dropped as a byline."""
    assert parse_byline(line, head=True) is None


def test_byline_further_down_needs_a_stamp() -> None:
    """A line with a name and a date in the middle of a text was dropped."""
    assert parse_byline("Ministry of Finance, 5 March 2024", head=False) is None
    assert parse_byline("Updated: 5 March 2024", head=False) == Byline(date(2024, 3, 5))


@pytest.mark.parametrize(
    ("line", "words", "byline"),
    [
        ("BEIJING, July 26 (Xinhua) -- China will act.", "China will act.", Byline(None, "Xinhua")),
        ("BEIJING, July 26, 2024 (Xinhua) — China will act.", "China will act.", Byline(date(2024, 7, 26), "Xinhua")),
        ("Brussels, 5 March 2024 – The Commission acts.", "The Commission acts.", Byline(date(2024, 3, 5))),
        ("NEW YORK, N.Y., March 5 (AP) - The city acts.", "The city acts.", Byline(None, "AP")),
        ("Colombo, March 8: Dockers act.", "Dockers act.", Byline()),
        ("HANOI (Reuters) - Viet Nam acts.", "Viet Nam acts.", Byline(None, "Reuters")),
    ],
)
def test_dateline(line: str, words: str, byline: Byline) -> None:
    """The parser would see a dateline as the sentence's subject."""
    found = dateline_of(line)
    assert found is not None
    assert (line[found[0] :], found[1]) == (words, byline)


@pytest.mark.parametrize(
    "line",
    [
        "London - we act.",
        "U.S. - China trade grew.",
        "In 2024 – a hard year – we acted.",
        "Article 5 - Scope",
        "The Ports Board (PB): a guide",
    ],
)
def test_no_dateline(line: str) -> None:
    """The first words of a sentence would be taken from it."""
    assert dateline_of(line) is None


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("MAIN TASKS", 2),
        ("II. KEY TASKS AND SOLUTIONS FOR 2026", 2),
        ("Our Priorities for Growth", 2),
        ("Article 5", 2),
        ("Chapter IV: Rights", 2),
        ("What the fund will pay for", 2),
        ("Main tasks", 1),
        ("Improving access to finance", 1),
        ("We will act", 0),
        ("What matters is work", 0),
        ("The Government will cut taxes.", 0),
        ("The Ministry shall:", 0),
        ("and cut taxes", 0),
        ("", 0),
    ],
)
def test_heading_strength(line: str, strength: int) -> None:
    """Sentences would be lost as headings, or headings parsed as sentences."""
    assert heading_strength(line) == strength


def test_title_out_of_context_needs_capitals() -> None:
    """A sentence without its full stop, the first of its document, was dropped as the title."""
    assert looks_like_title("SCIO briefing on high-quality development: Assets Commission of the State Council", strict=True)
    assert not looks_like_title("we will increase spending on schools", strict=True)
    assert not looks_like_title("Increase funding for schools", strict=True)
    assert looks_like_title("Increase funding for schools", strict=False)


@pytest.mark.parametrize(
    ("line", "style", "end"),
    [
        ("- x", Style.BULLET, 2),
        ("• x", Style.BULLET, 2),
        ("(a) x", Style.LETTER, 4),
        ("(iv) x", Style.ROMAN, 5),
        ("i) x", Style.LETTER, 3),
        ("1. x", Style.NUMBER, 3),
        ("(1) x", Style.NUMBER, 4),
        ("1.2 The authority acts.", Style.DECIMAL, 4),
        ("Article 5 The authority acts.", Style.UNIT, 10),
        ("① x", Style.NUMBER, 2),
    ],
)
def test_marker(line: str, style: Style, end: int) -> None:
    """A list marker would be read as part of the sentence."""
    marker = marker_of(line)
    assert marker is not None
    assert (marker.shapes[0][0], marker.end) == (style, end)


@pytest.mark.parametrize(
    "line", ["- 5 % of GDP", "3.5 million people moved.", "2024. A year", "e.g. this", "No. 5", "A plan", "U.S. aid", ""]
)
def test_no_marker(line: str) -> None:
    """A number that begins a sentence would be cut off as a marker."""
    assert marker_of(line) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-08-20", AUGUST),
        ("20 August 2024", AUGUST),
        ("20th of August, 2024", AUGUST),
        ("August 20, 2024", AUGUST),
        ("Aug. 20, 2024", AUGUST),
        ("2024/08/20", AUGUST),
        ("20.08.2024", AUGUST),
        ("20/08/2024", AUGUST),
        ("08/20/2024", AUGUST),
        ("05/06/2024", None),
        ("2024-13-01", None),
        ("30 February 2024", None),
        ("August 2024", None),
        ("Augustus 20, 2024", None),
        ("2024", None),
        ("", None),
    ],
)
def test_parse_date(text: str, day: date | None) -> None:
    """A date would be missed, or guessed where two readings are possible."""
    assert parse_date(text) == day


def test_find_date_with_time() -> None:
    """The time behind an ISO date hid the date."""
    found = find_date("2024-08-20T10:00:00Z")
    assert found is not None
    assert found[0] == AUGUST
