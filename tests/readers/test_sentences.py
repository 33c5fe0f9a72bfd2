"""Sentences given as JSON lines."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import BlockKind, Speaker
from kg.readers import read_sentences, reading_text
from tests.readers.helpers import from_sentences

BRIEFING = Path(__file__).parents[3] / "shared" / "gold" / "scio-2024-08-20-sasac.jsonl"


def test_documents_and_numbers(tmp_path: Path) -> None:
    """Lines of one document that stand apart were two documents, or numbers were counted anew."""
    path = tmp_path / "s.jsonl"
    rows = [("a", 3, "We act."), ("b", 1, "They act."), ("a", 7, "We act again.")]
    path.write_text(
        "\n".join(json.dumps({"doc": doc, "sent": sent, "text": text}) for doc, sent, text in rows), encoding="utf-8"
    )
    first, second = read_sentences(path)
    assert (first.id, first.numbers, first.text, first.given) == ("a", (3, 7), "We act.\nWe act again.", True)
    assert (second.id, second.numbers) == ("b", (1,))


def test_metadata(tmp_path: Path) -> None:
    """What a line says of its speaker or document was lost."""
    document = from_sentences(tmp_path, "We act.", speaker="Jane Doe", speaks_for="SASAC", title="T", date="2024-08-20")
    assert document.blocks[0].speaker == "Jane Doe"
    assert document.speakers == (Speaker("Jane Doe"),)
    assert (document.speaks_for, document.title, document.date) == ("SASAC", "T", date(2024, 8, 20))


GOOD = b'{"doc": "d", "sent": 1, "text": "We act."}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "is not JSON"),
        (b"[1]", "is no JSON object"),
        (b'{"doc": "d", "sent": 2}', "'text' is missing"),
        (b'{"doc": "", "sent": 2, "text": "x"}', "'doc' is missing"),
        (b'{"doc": "d", "sent": "2", "text": "x"}', "'sent' is missing or not a whole number"),
        (b'{"doc": "d", "sent": true, "text": "x"}', "'sent' is missing"),
        (b'{"doc": "d", "sent": 1, "text": "x"}', "given twice"),
        (b'{"doc": "d", "sent": 2, "text": "\xff"}', "is not UTF-8"),
        (b'{"doc": "d", "sent": 2, "text": "\\ud800"}', "is not Unicode"),
        (b"[" * 100000, "is not JSON"),
        (b"1" * 5000, "is not JSON"),
    ],
)
def test_broken_line_costs_one_line(tmp_path: Path, line: bytes, message: str) -> None:
    """One broken line lost the batch, or went in silence; alone it is an error with its number."""
    path = tmp_path / "s.jsonl"
    path.write_bytes(b"\n".join([GOOD, line, b'{"doc": "d", "sent": 9, "text": "We go on."}']))
    (document,) = read_sentences(path)
    assert document.numbers == (1, 9)
    assert len(document.warnings) == 1
    assert f"{path}:2: " in document.warnings[0]
    assert message in document.warnings[0]
    if message == "given twice":
        return
    path.write_bytes(line)
    with pytest.raises(SourceError, match=message):
        list(read_sentences(path))


def test_odd_options_are_warnings(tmp_path: Path) -> None:
    """A wrong date cost the sentence, or passed as no date."""
    document = from_sentences(tmp_path, "We act.", date="soon", speaker="  ")
    assert (document.date, document.blocks[0].speaker) == (None, None)
    assert ["'date'" in document.warnings[1], "'speaker'" in document.warnings[0]] == [True, True]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` was looked for as a file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + GOOD)))
    assert [document.text for document in read_sentences("-")] == ["We act."]


def test_missing_and_empty(tmp_path: Path) -> None:
    """No sentences at all is an error, not an empty result."""
    with pytest.raises(SourceError, match="no such file"):
        list(read_sentences(tmp_path / "no.jsonl"))
    (tmp_path / "s.jsonl").write_text("\n\n", encoding="utf-8")
    with pytest.raises(SourceError, match="is empty"):
        list(read_sentences(tmp_path / "s.jsonl"))


def test_prefixes_are_blanked(tmp_path: Path) -> None:
    """Labels, markers and datelines of given sentences reached the parser."""
    texts = [
        "Peter Mwangi: We act.",
        "- build homes;",
        "(a) cut taxes.",
        "OSLO, March 4 (NordWire) - Norway acts.",
        "We note: it works.",
    ]
    document = from_sentences(tmp_path, *texts)
    shown = [reading_text(document, block) for block in document.blocks]
    assert [text.strip() for text in shown] == ["We act.", "build homes;", "cut taxes.", "Norway acts.", "We note: it works."]
    assert [len(text) for text in shown] == [len(text) for text in texts]


@pytest.mark.skipif(not BRIEFING.is_file(), reason="the shared gold is not beside this checkout")
def test_real_briefing() -> None:
    """The gold briefing's frame is told from its sentences."""
    (document,) = read_sentences(BRIEFING)
    kinds = [block.kind.value for block in document.blocks]
    assert kinds[:10] == ["title", "byline", "furniture", "speaker", *["question"] * 4, "speaker", "paragraph"]
    assert set(kinds[9:40]) == {"paragraph"}
    assert kinds[40:] == ["furniture"]
    assert {block.speaker for block in document.blocks if block.kind is BlockKind.PARAGRAPH} == {"Wang Hongzhi"}
    assert document.numbers == tuple(range(1, 42))
