"""Find sources and read them, each by the reader that its ending names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import SourceError
from kg.ids import digest
from kg.model import Document
from kg.plugins import load_plugin, plugin_names
from kg.readers.base import Reader, decode, load_bytes
from kg.readers.metadata import Metadata, is_ignored, parse_metadata

__all__ = ["endings", "find_sources", "read"]

GROUP = "kg.readers"
SIDECAR = ".meta.yaml"
_HEAD = 65536  # bytes in which "policy-kg: ignore" is looked for
# The same as in pyproject.toml, so that a checkout that is not installed reads them too.
_BUILT_IN = {
    "markdown": "kg.readers.markdown:read_markdown",
    "md": "kg.readers.markdown:read_markdown",
    "text": "kg.readers.text:read_text",
    "txt": "kg.readers.text:read_text",
}


def endings() -> tuple[str, ...]:
    """The endings, without dot, that some reader reads."""
    return tuple(name.casefold() for name in plugin_names(GROUP, builtin=_BUILT_IN))


def find_sources(paths: Iterable[str | Path], *, on_error: Callable[[SourceError], None] | None = None) -> list[Path]:
    """The files to read: ``paths`` in their order, folders replaced by what they hold, sorted, each file once.

    Of folders only files with a known ending count. Sidecars, hidden files (in folders) and texts whose front matter says
    ``policy-kg: ignore`` are left out. Files named outright stay, readable or not, so that ``read`` says what is wrong.

    Raises:
        SourceError: a folder has nothing to read; with ``on_error`` that is called instead, and the rest is found.
    """
    found: dict[str, Path] = {}
    for path in map(Path, paths):
        try:
            for source in _expand(path):
                found.setdefault(os.path.realpath(source), source)
        except SourceError as error:
            if on_error is None:
                raise
            on_error(error)
    return list(found.values())


def read(source: str | Path) -> Document:
    """The document in the file ``source``, by the reader of its ending, with its sidecar's metadata over its own.

    Raises:
        SourceError: it cannot be read, or no reader knows its ending.
    """
    path = Path(source)
    ending = path.suffix.removeprefix(".").casefold()
    data = load_bytes(path)
    if ending not in endings():
        known = ", ".join(f".{name}" for name in endings())
        raise SourceError(path, f"no reader for {path.suffix or 'a name without ending'}", hint=f"known are {known}")
    reader: Reader = load_plugin(GROUP, ending, builtin=_BUILT_IN, kind="reader")
    sidecar, extra = _sidecar(path)
    document = reader(path, data, sidecar)
    own = hashlib.sha256(data).hexdigest()
    # A changed sidecar is a changed source.
    return replace(document, digest=own if extra is None else digest(own, hashlib.sha256(extra).hexdigest(), length=64))


def _sidecar(path: Path) -> tuple[Metadata, bytes | None]:
    """The metadata in ``NAME.meta.yaml`` or ``NAME.ENDING.meta.yaml`` beside ``path``, and that file's bytes."""
    for beside in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
        if beside.is_file():
            data = load_bytes(beside)
            return parse_metadata(beside, decode(beside, data)), data
    return Metadata(), None


def _expand(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if not path.name.endswith(SIDECAR) and not _ignored(path):
            yield path
        return
    known = endings()
    files = [file for file in _walk(path) if file.suffix.removeprefix(".").casefold() in known and not _ignored(file)]
    if not files:
        hint = "known endings are " + ", ".join(f".{name}" for name in known)
        raise SourceError(path, "nothing to read in this folder", hint=hint)
    yield from sorted(files, key=lambda file: file.parts)


def _walk(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(base, name) for name in names if not name.startswith(".") and not name.endswith(SIDECAR))


def _unreadable(error: OSError) -> None:
    raise SourceError(error.filename, f"cannot be read: {error.strerror}") from error


def _ignored(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return False  # read() says what is wrong with it
    return head.startswith((b"---", b"\xef\xbb\xbf---")) and is_ignored(head.decode("utf-8", "replace"))
