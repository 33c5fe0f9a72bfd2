"""Any text is read: blocks in order, within the text, never overlapping; nothing but SourceError; in linear time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.model import Document
from kg.readers import Metadata, read_sentences, reading_text
from kg.readers.markdown import read_markdown
from kg.readers.text import read_text

PIECES = [
    *["\n", "\n\n", "\r\n", "\r", " ", "\t", "\u00a0", "\u2028", "\x0c", "---\n", "...\n", "title: T\n", "date: 2024-01-01\n"],
    *[
        "Wang Hongzhi:",
        "Reuters:",
        "Q:",
        "A:",
        "**Name:**",
        "The President:",
        "Share:",
        "Background",
        "By Jane Doe",
        "Source: x",
    ],
    *[
        "- ",
        "* ",
        "(a) ",
        "(i) ",
        "1. ",
        "1.2 The ",
        "Article 5 ",
        "II. ",
        "> ",
        "# ",
        "```\n",
        "| a |\n",
        "|---|\n",
        "<!--",
        "-->",
    ],
    *[
        "We will act.",
        "we act",
        "Will you act?",
        "Thank you for your question.",
        "adopt rules;",
        "The Ministry shall:",
        "MAIN TASKS",
    ],
    *[
        "20 August 2024",
        "BEIJING, July 26 (Xinhua) -- ",
        "[x](http://a)",
        "**",
        "_",
        "`",
        "[^1]",
        "²",
        "\\",
        "é",
        "王",
        "🙂",
        "\u200b",
        "\ufeff",
    ],
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(document: Document) -> None:
    end = 0
    for index, block in enumerate(document.blocks):
        assert end <= block.start <= block.end <= len(document.text)
        end = block.end
        assert len(reading_text(document, block)) == block.end - block.start
        assert "\n" not in reading_text(document, block)
        assert block.lead is None or block.lead < index
        assert block.heading is None or block.heading < index
        if not document.given:
            assert document.block_text(block).strip()


@pytest.mark.parametrize("reader", [read_text, read_markdown])
@QUICK
@given(text=TEXTS)
def test_any_text(reader: type, text: str) -> None:
    """Some text broke a reader."""
    data = text.encode("utf-8", "replace")
    try:
        document = reader(Path("x.txt"), data, Metadata())
    except SourceError as error:
        assert "\n" not in str(error)
        return
    assert document.text == data.decode().removeprefix("\ufeff")
    check(document)


@QUICK
@given(data=st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Some bytes broke a reader."""
    try:
        check(read_text(Path("x.txt"), data, Metadata()))
    except SourceError as error:
        assert "\n" not in str(error)


@QUICK
@given(texts=st.lists(TEXTS, min_size=1, max_size=8))
def test_any_sentences(tmp_path: Path, texts: list[str]) -> None:
    """Given sentences are one block each, whatever they hold."""
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    path = tmp_path / "s.jsonl"
    rows = [{"doc": "d", "sent": number, "text": text} for number, text in enumerate(texts, 1)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (document,) = read_sentences(path)
    assert [document.block_text(block) for block in document.blocks] == texts
    check(document)


@QUICK
@given(texts=st.lists(st.binary(max_size=60), min_size=1, max_size=5))
def test_any_lines(tmp_path: Path, texts: list[bytes]) -> None:
    """Some bytes broke the reader of given sentences."""
    path = tmp_path / "s.jsonl"
    path.write_bytes(b"\n".join(texts))
    try:
        list(read_sentences(path))
    except SourceError as error:
        assert "\n" not in str(error)


HOSTILE = [
    "a",
    " ",
    "*",
    "_",
    "[",
    "[](",
    "(",
    "> ",
    "`",
    "|",
    "-",
    "A. ",
    "Aa, ",
    "a: ",
    "Wang Hongzhi: ",
    "? ",
    "thank you ",
    "<",
    "<!-- ",
]
HOSTILE += [
    "1. a;\n",
    "(a) b\n",
    "- \n",
    "1.1.",
    "\t",
    "x\n\n",
    "Aaa\n",
    "> a\n",
    "[x](y",
    "5 March 2024 ",
    "~~~\n",
    "a²",
    "\\",
    "\r",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("reader", [read_text, read_markdown])
def test_linear_time(reader: type, piece: str) -> None:
    """A regular expression or a list grew quadratically: 20,000 repetitions took minutes."""
    text = "Jane Doe: " + piece * 20_000 + " end"
    begin = time.perf_counter()
    document = reader(Path("x.txt"), text.encode(), Metadata())
    for block in document.blocks[:500]:
        reading_text(document, block)
    assert time.perf_counter() - begin < 10


def test_line_of_a_million_characters() -> None:
    """A very long line took for ever."""
    text = "We will act, and " * 60_000
    document = read_text(Path("x.txt"), text.encode(), Metadata())
    assert len(document.blocks) == 1
    check(document)
