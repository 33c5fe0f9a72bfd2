"""The closed word classes of ``words.toml``, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib import resources
from typing import Any

__all__ = ["classes", "phrases", "with_words", "words"]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files("kg.extraction") / "words.toml").read_text(encoding="utf-8"))


def _entry(path: str) -> Any:
    value: Any = _data()
    for key in path.split("."):
        value = value[key]
    return value


@cache
def words(path: str) -> frozenset[str]:
    """The words of the class at ``path`` ("catenative.ongoing"); an underscore in the file is a space here."""
    return frozenset(word.replace("_", " ") for word in _entry(path).split())


@cache
def phrases(path: str) -> tuple[str, ...]:
    """The phrases, separated by ``|``, at ``path``, longest first."""
    return tuple(
        sorted((" ".join(phrase.split()) for phrase in _entry(path).split("|") if phrase.strip()), key=lambda p: (-len(p), p))
    )


@cache
def classes(path: str) -> dict[str, frozenset[str]]:
    """Class name → its words, for the table at ``path`` ("light": light verb → nouns)."""
    return {name: words(f"{path}.{name}") for name in _entry(path)}


def with_words(verbs: AbstractSet[str], *lists: str) -> AbstractSet[str]:
    """``verbs`` with the words of ``lists``, joined once: there are thousands of them."""
    return _joined(frozenset(verbs), lists)


@lru_cache(maxsize=64)
def _joined(verbs: frozenset[str], lists: tuple[str, ...]) -> frozenset[str]:
    return verbs.union(*(words(name) for name in lists))
