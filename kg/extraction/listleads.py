"""What a list's introduction leaves to its items: who acts, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.actors import Subjects
from kg.extraction.clauses import Clause, Link
from kg.extraction.status import Moods
from kg.model import Status

__all__ = ["lead_of"]

_LEADING = frozenset({Link.MAIN, Link.COMPLEMENT, Link.OBJECT_CONTROL, Link.CONJUNCT})
_LISTING = frozenset({"include", "comprise", "be", "follow"})


def lead_of(clauses: Sequence[Clause], subjects: Subjects, moods: Moods) -> tuple[str | None, Status] | None:
    """Actor and status of the last clause: "The Agency will:"; of "Actions that the Agency took include:" who took them."""
    main = [clause for clause in clauses if clause.link in _LEADING]
    if not main:
        return None
    last = max(main, key=lambda clause: clause.verb.i)
    status = moods.of(last)[0]
    if last.verb.lemma.lower() not in _LISTING:
        return subjects.actors(last)[0].label, status
    took = [item for item in last.dependents if item.link in {Link.RELATIVE, Link.REDUCED} and item.noun in last.subjects]
    return (subjects.actors(took[0])[0].label if took else None), status
