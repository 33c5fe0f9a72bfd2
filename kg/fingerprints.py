"""What a kept result depends on besides its input: the code that made it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.ids import digest

__all__ = ["READING", "WRITING", "code_fingerprint"]

READING = ("readers", "model.py", "records.py")  # source → document
WRITING = (
    "nquads.py",
    "graph.py",
    "inference.py",
    "settling.py",
    "nesting.py",
    "told.py",
    "chains.py",
    "cooccurrence.py",
    "promises.py",
    "linking.py",
    "names.py",
    "vocabularyfiles.py",
    "vocabulary.py",
    "ids.py",
)  # statements → quads
_ENDINGS = frozenset({".py", ".toml", ".yaml", ".json", ".txt"})


@cache
def code_fingerprint(*rooms: str) -> str:
    """A digest of the files of ``rooms``, names of modules and packages under ``kg``; nothing is imported."""
    here = Path(__file__).resolve().parent
    parts = []
    for room in rooms:
        place = here / room
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in _ENDINGS and file.is_file():
                parts += [file.relative_to(here).as_posix(), file.read_bytes().decode("utf-8", "surrogateescape")]
    return digest(*parts)
