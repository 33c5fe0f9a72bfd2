"""Whether the data files of a graph are what its build wrote.

RocksDB finds a damaged block when it reads it, but a query that sorts or groups goes on collecting that error for ever, and
nothing can stop it. So a build notes a digest of each data file, which is never changed once it is written.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import DamagedError, StoreError

if TYPE_CHECKING:
    from kg.stores.folder import Generation

__all__ = ["REPAIR", "check_files", "digests_of"]

REPAIR = "remove its graph.json and build again; parsed texts are kept"
_PIECE = 1 << 20  # bytes


def digests_of(store: Path, last: Generation | None = None) -> dict[str, str]:
    """The digest of each data file in ``store``, by its name; those that it shares with ``last`` are not read again."""
    known = last.manifest.get("files", {}) if last is not None else {}
    found = {}
    for file in sorted(store.glob("*.sst")):
        shared = last is not None and file.name in known and _same(file, last.store / file.name)
        found[file.name] = known[file.name] if shared else _digest(file)
    return found


def check_files(generation: Generation) -> None:
    """Read all data files of ``generation``, at the speed of the disk; those that were written after the build are not known.

    Raises:
        DamagedError: one of them is not what the build wrote.
        StoreError: one of them cannot be read.
    """
    for name, expected in sorted(generation.manifest.get("files", {}).items()):
        file = generation.store / name
        try:
            same = _digest(file) == expected
        except FileNotFoundError:  # merged into others since, or a build has put another graph in the place of this one
            continue
        except OSError as error:
            hint = None if isinstance(error, PermissionError) else REPAIR
            raise StoreError(file, f"cannot be read: {error.strerror or error}", hint=hint) from error
        if not same:
            raise DamagedError(generation.folder.parent, f"is damaged: {name} is not what was written", hint=REPAIR)


def _digest(file: Path) -> str:
    """Length and CRC-32: against accidents, not against malice."""
    size = found = 0
    with file.open("rb") as content:
        while piece := content.read(_PIECE):
            size += len(piece)
            found = zlib.crc32(piece, found)
    return f"{size}-{found:08x}"


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
