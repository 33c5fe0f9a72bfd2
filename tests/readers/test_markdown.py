"""Markdown: what is text to read and what is not."""

from __future__ import annotations

import pytest

from kg.errors import SourceError
from kg.readers import reading_text
from tests.readers.helpers import find, from_markdown, kinds, outline

TEXT = """\
---
title: Given
---
# The _real_ title

*Oslo, 5 March 2024*

> We will cut taxes
> and raise [pensions](http://example.org "now").

**Jane Doe:** We **must** act[^1].

Main part
---------

1. First, the plan
   goes on here.
   * nested one
   * nested two
1. Second.

| a | b |
|---|---|
| 1 | 2 |

```python
x = 1

y = 2
```
<div class="x">
<!-- a
comment -->

Hard break\x20\x20
next line\\
last.

[^1]: A note.
***
"""


def test_blocks() -> None:
    """Code, tables, comments, tags or rules were read as text, or text was lost."""
    document = from_markdown(TEXT)
    assert [item for item in outline(document) if item[0] != "furniture"] == [
        ("title", "The _real_ title"),
        ("byline", "*Oslo, 5 March 2024*"),
        ("paragraph", 'We will cut taxes\n> and raise [pensions](http://example.org "now").'),
        ("speaker", "**Jane Doe:"),
        ("paragraph", "We **must** act[^1]."),
        ("heading", "Main part"),
        ("list_item", "First, the plan\n   goes on here."),
        ("list_item", "nested one"),
        ("list_item", "nested two"),
        ("list_item", "Second."),
        ("paragraph", "Hard break  \nnext line\\\nlast."),
    ]
    assert kinds(document).count("furniture") == 6
    assert document.text == TEXT
    assert document.title == "Given"
    assert str(document.date) == "2024-03-05"


def test_leads_of_nested_lists() -> None:
    """A nested item hung on the list's lead, or the item behind it on the nested list."""
    document = from_markdown(TEXT)
    heading, first = document.blocks.index(find(document, "Main")), document.blocks.index(find(document, "First"))
    assert [find(document, words).lead for words in ("First", "nested one", "nested two", "Second")] == [
        heading,
        first,
        first,
        heading,
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("We **must** _act_ now.", "We   must    act  now."),
        ("See [the plan](http://example.org/a) now.", "See  the plan                        now."),
        ("An ![icon](a.png) here.", "An                here."),
        ("It grew[1] fast.[^2]", "It grew    fast.    "),
        ("It grew² fast.", "It grew  fast."),
        ("a_b and c*d and 5 * 3", "a_b and c d and 5 * 3"),
        ("`code` and <b>bold</b>", " code  and    bold    "),
        ("one\r\ntwo\tthree\u00a0four", "one  two three four"),
        (r"10\% and \*star", r"10\% and   star"),
    ],
)
def test_reading_text(source: str, shown: str) -> None:
    """Mark-up would reach the parser, or offsets would shift."""
    document = from_markdown(source + "\n")
    block = document.blocks[0]
    assert reading_text(document, block).rstrip() == shown.rstrip()
    assert len(reading_text(document, block)) == block.end - block.start


def test_unclosed_constructs() -> None:
    """A fence that is never closed ran past the end."""
    assert kinds(from_markdown("Text here.\n\n```\ncode\n")) == ["paragraph", "furniture"]
    assert kinds(from_markdown("Text here.\n\n<!-- comment\n")) == ["paragraph", "furniture"]


def test_nothing_but_front_matter() -> None:
    """A file without body was a document without text."""
    with pytest.raises(SourceError, match="no text behind its front matter"):
        from_markdown("---\ntitle: T\n---\n\n")
