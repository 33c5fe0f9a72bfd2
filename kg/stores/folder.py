"""The folder that ``kg build`` makes, and how it changes as a whole.

- ``graph.json``: the pointer, ``{"format": 1, "generation": 3}``, replaced by one rename;
- ``generation-3/store``: that generation's Oxigraph store, ``generation-3/manifest.json``: what it was made of;
- ``parsed/``: what parsing each text gave, so that it need not be parsed again;
- ``lock``: held by whoever writes.

A new generation starts as a copy of the last one that shares its immutable files (hard links), is written and synced, and
only then becomes the current one. Killed before, nothing has changed. The last generation stays until the next build, for
readers that have it open.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.ids import BASE
from kg.stores.digests import check_files, digests_of

__all__ = ["FORMAT", "FolderLock", "Generation", "GraphFolder", "check_graph", "sync_files", "write_atomically"]

FORMAT = 1  # of the folder's layout and of the RDF shape in it


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete state of the graph."""

    folder: Path
    number: int
    base: str = field(default=BASE, compare=False)
    manifest: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def store(self) -> Path:
        """Where its Oxigraph store is."""
        return self.folder / "store"


class FolderLock:
    """The right to write a graph folder; the system takes it back when the process ends, however it ends."""

    def __init__(self, file: Path) -> None:
        self._handle = file.open("a+", encoding="utf-8")
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._handle.seek(0)
            holder = self._handle.read().strip() or "unknown"
            self._handle.close()
            hint = "wait until it has ended; reading is possible meanwhile"
            raise StoreError(file.parent, f"process {holder} is writing this graph", hint=hint) from error
        self._handle.truncate(0)
        self._handle.write(str(os.getpid()))
        self._handle.flush()

    def release(self) -> None:
        """Let others write."""
        self._handle.close()


class GraphFolder:
    """The folder at ``path``, which need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pointer = path / "graph.json"

    @property
    def parsed(self) -> Path:
        """Where parsed texts are kept."""
        return self.path / "parsed"

    def current(self) -> Generation | None:
        """The complete graph that readers get, or None when there is none yet.

        Raises:
            StoreError: the pointer or the manifest is damaged, or of another version.
        """
        if not self._pointer.exists():
            return None
        number = self._read_pointer()
        folder = self.path / f"generation-{number}"
        manifest = _read_json(folder / "manifest.json")
        return Generation(folder, number, str(manifest.get("base", BASE)), manifest)

    def require(self) -> Generation:
        """Like ``current``, but it is an error when there is none."""
        generation = self.current()
        if generation is None:
            what = "holds no graph" if self.path.is_dir() else "is no folder" if self.path.exists() else "does not exist"
            raise StoreError(self.path, what, hint="make one: kg build SOURCE --graph FOLDER")
        return generation

    def lock(self) -> FolderLock:
        """Take the lock; the folder is made if it is missing.

        Raises:
            StoreError: another process has it, or the folder cannot be written.
        """
        try:
            self._make()
            return FolderLock(self.path / "lock")
        except OSError as error:
            raise StoreError(self.path, f"cannot be written: {error.strerror}") from error

    @contextmanager
    def next_generation(self, *, base: str, manifest: dict[str, Any] | None = None) -> Iterator[Generation]:
        """A new generation's folder to fill; it becomes the current one when the block ends without an error.

        The caller holds the lock. ``manifest`` may be filled inside the block.
        """
        last = self.current()
        number = last.number + 1 if last else 1
        self.sweep(keep=last)
        folder = self.path / f"generation-{number}"
        content: dict[str, Any] = {"documents": {}, "graph_salt": "", "quads": 0} if manifest is None else manifest
        try:
            folder.mkdir()
            yield Generation(folder, number, base, content)
            content["files"] = digests_of(folder / "store", last)
            write_atomically(folder / "manifest.json", json.dumps({"base": base} | content, indent=1, sort_keys=True))
            _sync_folder(self.path)
            write_atomically(self._pointer, json.dumps({"format": FORMAT, "generation": number}))
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise StoreError(
                self.path, f"cannot be written: {error.strerror or error}", hint="the graph stays as it was"
            ) from error
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def sweep(self, *, keep: Generation | None) -> None:
        """Remove what killed builds left and the generations before ``keep``."""
        for folder in self.path.glob("generation-*"):
            if keep is None or folder != keep.folder:
                shutil.rmtree(folder, ignore_errors=True)
        for file in self.path.glob("*.new"):
            file.unlink(missing_ok=True)

    def _make(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(self.path, "is no folder")
        if self.path.is_dir() and not self._pointer.exists() and not (self.path / "lock").exists() and any(self.path.iterdir()):
            raise StoreError(self.path, "is neither empty nor a graph", hint="choose another folder for --graph")
        self.path.mkdir(parents=True, exist_ok=True)

    def _read_pointer(self) -> int:
        pointer = _read_json(self._pointer)
        if pointer.get("format") != FORMAT:
            what = f"is of format {pointer.get('format')}; this version reads format {FORMAT}"
            raise StoreError(self.path, what, hint="build into a new folder, or use the version that made it")
        number = pointer.get("generation")
        if not isinstance(number, int):
            raise StoreError(self._pointer, "is damaged: it names no generation", hint="remove it and build again")
        return number


def check_graph(spec: str | Path) -> None:
    """Read all data files of the graph in the folder ``spec``; no other store has what to check them by.

    Raises:
        DamagedError: one is not what the build wrote.
        StoreError: one cannot be read.
    """
    place = Path(spec)
    generation = GraphFolder(place).current() if (place / "graph.json").is_file() else None
    if generation is not None:
        check_files(generation)


def write_atomically(file: Path, text: str) -> None:
    """Put ``text`` in ``file``: after a crash it holds the old text or the new one."""
    new = file.with_name(file.name + ".new")
    with new.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    _sync_folder(file.parent)


def sync_files(folder: Path) -> None:
    """Have the system write the files of ``folder`` to the disk before anything that comes after."""
    for file in sorted(folder.iterdir()):
        _sync_folder(file)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read_json(file: Path) -> dict[str, Any]:
    which = "it" if file.name == "graph.json" else "graph.json"
    hint = f"remove {which} and build again; parsed texts are kept"
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise StoreError(file, f"cannot be read: {error.strerror}", hint=hint) from error
    except ValueError as error:
        raise StoreError(file, f"is damaged: {error}", hint=hint) from error
    if not isinstance(content, dict):
        raise StoreError(file, "is damaged: it is no JSON object", hint=hint)
    return content
