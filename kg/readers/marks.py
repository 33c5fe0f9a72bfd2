"""A block's words as a parser should see them: mark-up blanked, every offset kept."""

from __future__ import annotations

import re

from kg.model import Block, BlockKind, Document
from kg.readers.bylines import dateline_of
from kg.readers.labels import Label, Role, parse_label
from kg.readers.lines import marker_of

__all__ = ["reading_text"]

_SPACES = re.compile(r"[^\S ]|[\u200b\ufeff\u2060]")
_QUOTE_MARKS = re.compile(r"(?:^|(?<=\n))(?:[ \t]{0,3}>[ \t]?)+")
_MARKS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}"  # emphasis
    r"|(?<![\w_])_{1,3}(?=\w)|(?<=[\w.,;:!?)\"”’])_{1,3}(?!\w)"
    r"|~~|`+"
    r"|\[\^?\d{1,3}[a-z]?\]|\[\^[^\]\s]{1,40}\]"  # footnote marks
    r"|(?<=[^\W\d_])[⁰¹²³⁴-⁹]+(?!\w)|(?<=[.,;:!?”\"’)])[⁰¹²³⁴-⁹]+"
    r"|</?[A-Za-z][^<>\n]{0,200}>|<!--[^\n]{0,1000}?-->|&nbsp;"
    r"|\\(?=[\n\r]|$)|\\(?=[*_`\[\]()#+.!>~|-])"
)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(
    r"\[(?P<text>[^\[\]]{1,1000})"
    r"(?P<target>\]\([^()\s]{0,1000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)|\]\[[^\[\]\n]{0,200}\])"
)
_MARKED = re.compile(r"[*_~`\[<&\\⁰¹²³⁴-⁹]")  # what every mark begins with
_LABELLED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUESTION})


def reading_text(document: Document, block: Block) -> str:
    """The text of ``block``, as long as it is, with spaces for mark-up, line breaks, footnote marks and a dateline.

    In a given sentence the list marker or speaker label that it begins with is blanked too.
    """
    text = document.block_text(block)
    if "[" in text:
        text = _IMAGE.sub(_blank, text)
        text = _LINK.sub(lambda match: f" {match['text']}{' ' * len(match['target'])}", text)
    if ">" in text:
        text = _QUOTE_MARKS.sub(_blank, text)
    begin = _prefix(document, block, text)
    text = " " * begin + text[begin:]
    if _MARKED.search(text):
        text = _MARKS.sub(_blank, text)
    return _SPACES.sub(" ", text)


def _prefix(document: Document, block: Block, text: str) -> int:
    """How many characters of ``text`` stand before what it says."""
    end = 0
    if document.given:
        label = parse_label(text) if block.kind in _LABELLED else None
        marker = marker_of(text) if block.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH} else None
        if label is not None and _is_whose(label, block):
            end = label.end
        elif marker is not None:
            end = marker.end
    if block.kind is BlockKind.PARAGRAPH and not end and (dateline := dateline_of(text)):
        end = dateline[0]
    return min(end, len(text))


def _is_whose(label: Label, block: Block) -> bool:
    """Whether ``label`` is what made the speaker of ``block``, not a topic before a colon."""
    if label.role in {Role.QUESTION, Role.OUTLET}:
        return block.kind is BlockKind.QUESTION
    if label.role is Role.ANSWER:
        return True
    words = {word.casefold() for word in re.findall(r"\w+", block.speaker or "")}
    return bool(words & {word.casefold() for word in re.findall(r"\w+", label.name)})


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
