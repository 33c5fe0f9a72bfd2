"""Named questions: ``.rq`` files with bound parameters, and how a parameter's value finds its node.

A question's file starts with comments, ``# description: …`` and one ``# parameter NAME kind: …`` for each parameter, in the
order of the command line. Kinds: ``actor``, ``concept``, ``document``, ``relation``, ``status``, ``year``, ``number``,
``text``. A name ending in ``?`` is optional.

>>> [question.name for question in questions()][:2]
['actors', 'allies-of']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kg.errors import QueryError, UnknownNameError
from kg.queries.names import resolve
from kg.stores import Result, Store, Term

__all__ = ["Parameter", "Question", "parse_question", "question", "questions", "run", "run_question"]

_DESCRIPTION = re.compile(r"^#\s*description:\s*(.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^#\s*parameter\s+(\w+)(\?)?\s+(\w+):\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question whose value the asker gives."""

    name: str  # the SPARQL variable
    kind: str
    description: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its parameters in order."""

    name: str
    description: str
    text: str
    parameters: tuple[Parameter, ...] = ()

    @property
    def usage(self) -> str:
        """How it is asked on the command line.

        >>> question("statements-about").usage
        'statements-about CONCEPT'
        """
        names = (f"[{item.name.upper()}]" if item.optional else item.name.upper() for item in self.parameters)
        return " ".join([self.name, *names])


def questions() -> list[Question]:
    """All shipped questions, sorted by name."""
    return [_shipped(name) for name in _names()]


def question(name: str) -> Question:
    """The shipped question ``name``.

    Raises:
        UnknownNameError: there is none of that name.
    """
    if name not in _names():
        raise UnknownNameError("question", name, _names())
    return _shipped(name)


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    found = (item.name for item in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in found if name.endswith(".rq")))


@lru_cache(maxsize=128)
def _shipped(name: str) -> Question:
    return parse_question(name, files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8"))


def parse_question(name: str, text: str) -> Question:
    """The question in the text of a ``.rq`` file, the analyst's own files included."""
    found = _DESCRIPTION.search(text)
    parameters = tuple(
        Parameter(match[1], match[3], match[4].strip(), optional=bool(match[2])) for match in _PARAMETER.finditer(text)
    )
    return Question(name, found[1].strip() if found else "", text, parameters)


def run(name: str, store: Store, **parameters: Any) -> Result:
    """The answer of ``store`` to the shipped question ``name``; parameters are labels, aliases or IRIs.

    Raises:
        UnknownNameError: there is no such question.
        QueryError: a parameter is missing or unknown, or its value names nothing.
    """
    return run_question(question(name), store, **parameters)


def run_question(asked: Question, store: Store, **parameters: Any) -> Result:
    """Like ``run``, for a question at hand."""
    known = {item.name: item for item in asked.parameters}
    if unknown := sorted(set(parameters) - set(known)):
        raise QueryError(asked.name, f"has no parameter {unknown[0]!r}", hint=f"usage: {asked.usage}")
    given = {name: value for name, value in parameters.items() if value is not None}
    if missing := [item.name for item in asked.parameters if not item.optional and item.name not in given]:
        raise QueryError(asked.name, f"needs {', '.join(map(str.upper, missing))}", hint=f"usage: {asked.usage}")
    bindings = dict(_bindings(store, known, given))
    return store.query(asked.text, bindings=bindings)


def _bindings(store: Store, known: dict[str, Parameter], given: dict[str, Any]) -> Iterator[tuple[str, Iterable[Term]]]:
    for name, value in given.items():
        yield name, [resolve(store, known[name].kind, value)]
