"""The error family. Each error carries its data and says what happened, where, what was expected and what to do.

KGError
├── UsageError            exit code 2
│   ├── SourceError       a source that cannot be read
│   ├── SettingsError     kg.toml or an option
│   ├── VocabularyError   ontology/*.ttl
│   ├── QueryError        SPARQL text, question name or parameter
│   │   └── AmbiguousNameError  a name that several things carry
│   ├── StoreError        a store that cannot be opened, read or written
│   │   └── DamagedError  its files are not what was written
│   └── UnknownNameError  a plug-in, format or question that does not exist
├── DataError             exit code 1
│   └── EvidenceError     offsets and words that do not agree
└── UnsupportedError      exit code 3
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "AmbiguousNameError",
    "DamagedError",
    "DataError",
    "EvidenceError",
    "KGError",
    "QueryError",
    "SettingsError",
    "SourceError",
    "StoreError",
    "UnknownNameError",
    "UnsupportedError",
    "UsageError",
    "VocabularyError",
]


class KGError(Exception):
    """Any failure that policy-kg explains; ``exit_code`` is what the command line returns for it."""

    exit_code = 2


class UsageError(KGError):
    """Bad input or bad usage."""


class DataError(KGError):
    """The data failed a check."""

    exit_code = 1


class UnsupportedError(KGError):
    """Understood, but not supported here."""

    exit_code = 3


class _LocatedError(UsageError):
    """An error at a place: ``where`` is a path or address, ``line`` counts from 1."""

    def __init__(self, where: object, what: str, *, line: int | None = None, hint: str | None = None) -> None:
        self.where, self.what, self.line, self.hint = str(where), what, line, hint
        place = self.where if line is None else f"{self.where}:{line}"
        super().__init__(f"{place}: {what}" + (f" ({hint})" if hint else ""))


class SourceError(_LocatedError):
    """A source that cannot be read."""


class SettingsError(_LocatedError):
    """A setting that cannot be used."""


class VocabularyError(_LocatedError):
    """A vocabulary file that cannot be used."""


class QueryError(_LocatedError):
    """A query that cannot be run."""


class AmbiguousNameError(QueryError):
    """A name that several things carry."""


class StoreError(_LocatedError):
    """A store that cannot be opened, read or written."""


class DamagedError(StoreError):
    """The files of a store are not what was written."""


class UnknownNameError(UsageError):
    """A name that nothing carries; lists the known ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, sorted(known)
        close = get_close_matches(name, self.known, n=1)
        meant = f"did you mean {close[0]!r}? " if close else ""
        super().__init__(f"unknown {kind} {name!r}: {meant}known are {', '.join(self.known) or 'none'}")


def one_line(text: str, most: int) -> str:
    """``text`` in one line of at most ``most`` characters or so, cut between words.

    >>> one_line("a long\\n explanation", 8)
    'a long …'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


class EvidenceError(DataError):
    """Evidence whose words are not as long as its offsets say."""

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        super().__init__(f"evidence [{start}:{end}] does not fit its {len(text)} characters {text[:60]!r}")
