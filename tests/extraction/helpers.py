"""Rule tables: a sentence with the statements expected of it, run with the real model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from kg import language
from kg.config import Settings
from kg.extraction.extractor import ClauseExtractor
from kg.model import Block, BlockKind, Document, Extracted, Speaker, Statement
from kg.vocabulary import load_vocabulary

__all__ = ["NOBODY", "check", "document", "extractor", "fails", "loaded_once", "one", "statements", "table"]

NOBODY = "-"  # in a table: no actor


@cache
def extractor() -> ClauseExtractor:
    """The built-in extractor with the shipped vocabulary and the default model: loaded once a run."""
    return ClauseExtractor(load_vocabulary(), Settings().model)


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets commands that load the default model share the one that is loaded already."""
    load, model = language._load, extractor().language.model
    pipeline = extractor().language.pipeline
    monkeypatch.setattr(language, "_load", lambda name: pipeline if name == model else load(name))


def document(
    *texts: str | Block | tuple[str, Any],
    speaker: str | None = None,
    speakers: Sequence[Speaker] = (),
    given: bool = True,
    **known: Any,
) -> Document:
    """A document of one block a text; a text may come as ``(kind, text)`` or ``(kind, text, lead)``, its lead by index."""
    blocks, words, at = [], [], 0
    for item in texts:
        kind, text, *lead = (BlockKind.PARAGRAPH, item) if isinstance(item, str) else item
        blocks.append(Block(kind, at, at + len(text), speaker=speaker, lead=lead[0] if lead else None))
        words.append(text)
        at += len(text) + 1
    numbers = tuple(range(1, len(blocks) + 1)) if given else ()
    return Document(
        "test", "\n".join(words), "0", "test", tuple(blocks), speakers=tuple(speakers), given=given, numbers=numbers, **known
    )


def extract(*texts: Any, **known: Any) -> list[Extracted]:
    """The sentences of ``document(…)``, extracted."""
    return list(extractor().extract(document(*texts, **known)))


def statements(*texts: Any, **known: Any) -> list[Statement]:
    """The statements of the last text, those before it being its context."""
    return list(extract(*texts, **known)[-1].statements)


def one(text: str, verb: str, **known: Any) -> Statement:
    """The one statement of ``text`` with that verb."""
    found = [item for item in statements(text, **known) if item.verb == verb]
    assert len(found) == 1, [brief(item) for item in statements(text, **known)]
    return found[0]


def brief(statement: Statement) -> str:
    """``actor | verb | object | status``, with ``| negated`` where it is."""
    parts = [statement.actor or NOBODY, statement.verb, statement.object, str(statement.status)]
    return " | ".join(parts + (["negated"] if statement.polarity == "negated" else []))


def check(expected: Iterable[str], found: Iterable[Statement]) -> None:
    """Fail unless ``found`` are the rows ``expected``, in any order and capitals aside.

    A cell may offer variants (``invest / invest in``); a row that begins with ``?`` may be missing.
    """
    left = [brief(item) for item in found]
    missed = []
    for row in expected:
        match = next((made for made in left if _same(row.removeprefix("? "), made)), None)
        if match is not None:
            left.remove(match)
        elif not row.startswith("?"):
            missed.append(row)
    assert not missed and not left, "\n" + "\n".join([f"missed  {row}" for row in missed] + [f"added   {row}" for row in left])


def _same(row: str, made: str) -> bool:
    cells, found = row.casefold().split(" | "), made.casefold().split(" | ")
    return len(cells) == len(found) and all(b in a.split(" / ") for a, b in zip(cells, found, strict=True))


def table(*cases: Any) -> pytest.MarkDecorator:
    """Parametrise a test over ``(sentence, row, …)``; a case of ``fails`` is a known error of the extractor."""
    made = [case if not isinstance(case, tuple) or hasattr(case, "marks") else _param(case) for case in cases]
    return pytest.mark.parametrize(("sentence", "expected"), made)


def fails(reason: str, sentence: Any, *expected: str) -> Any:
    """A case that the extractor gets wrong today, and why."""
    return _param((sentence, *expected), marks=pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True))


def _param(case: tuple[Any, ...], **options: Any) -> Any:
    sentence, *expected = case
    name = sentence if isinstance(sentence, str) else sentence[-1]
    return pytest.param(sentence, expected, id=str(name)[:60], **options)


DAY = date(2024, 8, 20)
