"""The error family: one line, its data, its exit code."""

from __future__ import annotations

import pytest

from kg.errors import (
    DataError,
    EvidenceError,
    KGError,
    QueryError,
    SettingsError,
    SourceError,
    StoreError,
    UnknownNameError,
    UnsupportedError,
    UsageError,
    VocabularyError,
)


@pytest.mark.parametrize("kind", [SourceError, SettingsError, VocabularyError, QueryError, StoreError])
def test_located_errors(kind: type[SourceError]) -> None:
    """Guards where, line, what and hint, in the message and as data."""
    error = kind("a.md", "is empty", line=3, hint="write something")
    assert str(error) == "a.md:3: is empty (write something)"
    assert (error.where, error.what, error.line, error.hint) == ("a.md", "is empty", 3, "write something")
    assert str(kind("a.md", "is empty")) == "a.md: is empty"
    assert isinstance(error, UsageError)
    assert isinstance(error, KGError)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (SourceError("a", "b"), 2),
        (UnknownNameError("format", "x", []), 2),
        (DataError("x"), 1),
        (EvidenceError(0, 1, "xy"), 1),
        (UnsupportedError("x"), 3),
    ],
)
def test_exit_codes(error: KGError, code: int) -> None:
    """Guards what the command line returns."""
    assert error.exit_code == code


def test_unknown_names_list_the_known_ones() -> None:
    """Guards the help in the message: sorted names, and the nearest one."""
    error = UnknownNameError("format", "turtel", ["trig", "turtle", "jsonld"])
    assert str(error) == "unknown format 'turtel': did you mean 'turtle'? known are jsonld, trig, turtle"
    assert str(UnknownNameError("store", "x", [])).endswith("known are none")


def test_long_evidence_is_cut() -> None:
    """Guards one line however long the words are."""
    message = str(EvidenceError(0, 1, "word\n" * 1000))
    assert "\n" not in message
    assert len(message) < 200
