"""What a reader is, and the bytes and text that every reader starts from."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Protocol

from kg.errors import SourceError
from kg.model import Document
from kg.readers.metadata import Metadata

__all__ = ["Reader", "decode", "load_bytes", "table"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Reader(Protocol):
    """A plug-in of the group ``kg.readers``: makes the document that a file's bytes are."""

    def __call__(self, source: Path, data: bytes, sidecar: Metadata) -> Document:
        """The document in ``data``, the bytes of ``source``; what ``sidecar`` says overrides what the text says.

        Raises:
            SourceError: the bytes are not what the file's ending promises.
        """


def load_bytes(source: Path) -> bytes:
    """The bytes of ``source``.

    Raises:
        SourceError: there is no such file, it is a folder or empty, or it may not be read.
    """
    if source.is_dir():
        raise SourceError(source, "is a folder, a file was expected")
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(source, "no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(source, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not data.strip():
        raise SourceError(source, "is empty")
    return data


def decode(source: object, data: bytes) -> str:
    """``data`` as text: UTF-8, without a byte order mark, line ends as they are.

    Raises:
        SourceError: binary data or another encoding; ``line`` is where the first bad byte is.
    """
    if data.startswith(_UTF16):
        raise SourceError(source, "is UTF-16, UTF-8 was expected", line=1, hint="save it as UTF-8")
    if (nul := data.find(b"\0")) >= 0:
        raise SourceError(source, f"is binary (a NUL byte at offset {nul}), text was expected", line=_line(data, nul))
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        what = f"is not UTF-8 (byte 0x{data[at]:02x} at offset {at})"
        raise SourceError(source, what, line=_line(data, at), hint="save it as UTF-8") from error


def table(name: str) -> frozenset[str]:
    """The lines of the data table ``name``, without comments (``#``) and empty lines."""
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
