"""Mend what the parser gets wrong in long lists of bare verbs, by parallel structure and the verb lexicon."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.tree import Token, Tree

__all__ = ["repair"]


def repair(tree: Tree, verbs: AbstractSet[str]) -> None:
    """Change ``tree`` in place; ``verbs`` are the lemmas that the relation lexicon knows as verbs."""
