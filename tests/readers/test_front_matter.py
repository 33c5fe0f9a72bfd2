"""Front matter and sidecars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Speaker
from kg.readers import read
from kg.readers.metadata import front_matter
from tests.readers.helpers import from_text

FULL = """\
---
id: briefing
title: A briefing
date: 2024-08-20
publisher: SCIO
language: en
speaks_for: SASAC
speakers:
  - Wang Hongzhi, vice chairman
  - name: Xing Huina
    post: host
    organization: SCIO
source: https://example.org/a
note: for people
---
We act.
"""


def test_all_fields() -> None:
    """A field of the front matter was lost."""
    document = from_text(FULL)
    assert (document.id, document.title, document.date) == ("briefing", "A briefing", date(2024, 8, 20))
    assert (document.publisher, document.language, document.speaks_for) == ("SCIO", "en", "SASAC")
    assert document.speakers == (Speaker("Wang Hongzhi", "vice chairman"), Speaker("Xing Huina", "host", "SCIO"))
    assert document.citations == ("https://example.org/a",)
    assert document.warnings == ()
    assert document.text == FULL
    assert document.block_text(document.blocks[0]) == "We act."


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("title: T\n", 1, "never closed"),
        ("title: [T\n---\n", 3, "not YAML"),
        ("title: T\ndate: soon\n---\n", 3, "date is not a date like 2024-08-20: 'soon'"),
        ("date: 2024-13-45\n---\n", 2, "not YAML|date is not"),
        ("title: T\nspeakers: Wang\n---\n", 3, "speakers is not a list"),
        ("speakers:\n- {post: x}\n---\n", 2, "speakers is not a list"),
        ("title: {a: 1}\n---\n", 2, "title is not a text"),
        ("title: T\ntitle: U\n---\n", 3, "given twice"),
        ("title: !!python/object/apply:os.getcwd []\n---\n", 2, "not YAML"),
        ("title: *nobody\n---\n", 2, "not YAML"),
        ("a: &a [*a]\ntitle: *a\n---\n", 3, "title is not a text"),
        ("title: " + "[" * 5000 + "\n---\n", None, "not YAML"),
    ],
)
def test_broken(body: str, line: int | None, message: str) -> None:
    """Broken front matter was a traceback, or passed in silence."""
    with pytest.raises(SourceError, match=message) as caught:
        from_text(f"---\n{body}We act.\n")
    assert line is None or caught.value.line == line
    assert "\n" not in str(caught.value)


def test_unknown_keys_are_warnings() -> None:
    """A mistyped key was ignored in silence."""
    document = from_text("---\ntitel: T\n---\nWe act.\n")
    assert document.warnings[0].startswith("sample.txt:2: unknown metadata 'titel'")


def test_empty_values_say_nothing() -> None:
    """``speaks_for: ""`` was an error."""
    document = from_text('---\nspeaks_for: ""\ntitle:\n---\nThe Title\n\nWe act.\n')
    assert (document.speaks_for, document.title) == (None, "The Title")


def test_a_rule_is_no_front_matter() -> None:
    """A text that begins with a rule could not be read."""
    assert front_matter("x", "---\nWe act.\n---\nWe act again.\n")[1] == 0
    assert front_matter("x", "---\n")[1] == 0


def test_sidecar(tmp_path: Path) -> None:
    """A sidecar overrides the front matter, fills in the rest, and changes the digest."""
    source = tmp_path / "a.txt"
    source.write_text("---\ntitle: T\npublisher: P\n---\nWe act.\n", encoding="utf-8")
    alone = read(source)
    (tmp_path / "a.meta.yaml").write_text("title: U\ndate: 2024-08-20\n", encoding="utf-8")
    document = read(source)
    assert (document.title, document.publisher, document.date) == ("U", "P", date(2024, 8, 20))
    assert document.digest != alone.digest
    assert document.text == alone.text


def test_broken_sidecar(tmp_path: Path) -> None:
    """The error named the text, not the sidecar and its line."""
    (tmp_path / "a.txt").write_text("We act.\n", encoding="utf-8")
    (tmp_path / "a.meta.yaml").write_text("title: T\ndate: never\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.meta\.yaml:2: date"):
        read(tmp_path / "a.txt")
