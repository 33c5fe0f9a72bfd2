"""Items of a list of what was done, which leave out who did it: "Reduced emissions by 12%", "Cut the average wait"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from operator import attrgetter

from kg.extraction.repair.roots import LIKE_PRESENT
from kg.extraction.words import words
from kg.model import Block, BlockKind, Document
from kg.readers import reading_text

__all__ = ["subject_of_past"]

_OPENING = re.compile(r"(?:[A-Z][a-z]+ly\s+)?(?P<verb>[A-Za-z][a-z]+(?:-[a-z]+)?)\s+(?P<next>[\w’'$€£¥-]+)")
_COUNTED = re.compile(r"[\d$€£¥]|(?:the|an?|our|its|their|all|every|more|over|nearly|almost|about|some|new)$")
_NO_OBJECT = frozenset(
    {"of", "to", "by", "from", "with", "as", "at", "that", "is", "are", "was", "were", "will", "has", "have"}
)
_NEAR = 60  # blocks on either side that are looked at


def subject_of_past(document: Document, block: Block, text: str, verbs: AbstractSet[str]) -> str:
    """What an item lacks before its past; empty where it opens with none, or with what may as well be a modifier.

    “Reduced emissions” is one, or an aim. It is what was done where the item or another of its list counts or determines
    what the past acts on: "Built 214 homes", "Missed our target".
    """
    verb = _past(text, verbs) if block.kind is BlockKind.LIST_ITEM else ""
    if not verb or not (_is_sure(text, verbs) or any(_is_sure(item, verbs) for item in _beside(document, block))):
        return ""
    return "They have " if verb in LIKE_PRESENT else "They "


def _past(text: str, verbs: AbstractSet[str]) -> str:
    """The past that ``text`` opens with."""
    match = _OPENING.match(text)
    if match is None or match["next"].lower() in _NO_OBJECT:
        return ""
    verb = match["verb"].lower()
    regular = verb.endswith("ed") and not verb.endswith("eed") and verb not in verbs | words("no_past") and len(verb) > 4
    return verb if regular or verb in LIKE_PRESENT or verb in words("irregular_past") else ""


def _is_sure(text: str, verbs: AbstractSet[str]) -> bool:
    """Whether ``text`` opens with a past of its own form and what cannot stand behind a modifier: "Built 214 homes"."""
    match, verb = _OPENING.match(text), _past(text, verbs)
    return match is not None and bool(verb) and verb not in LIKE_PRESENT and bool(_COUNTED.match(match["next"]))


def _beside(document: Document, block: Block) -> Iterator[str]:
    """The other items of the block's list, near it."""
    here = bisect_left(document.blocks, block.start, key=attrgetter("start"))
    for item in document.blocks[max(here - _NEAR, 0) : here + _NEAR]:
        if item.kind is BlockKind.LIST_ITEM and item.lead == block.lead:
            yield reading_text(document, item).lstrip()
