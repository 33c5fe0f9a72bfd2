"""What parsing a text gave, kept in files so that it need not be parsed again."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from kg.model import Extracted
from kg.records import extracted_from_record, extracted_to_record

__all__ = ["ParsedTexts"]


class ParsedTexts:
    """A folder of parsed texts, each under a key that names all that the parse depends on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> list[Extracted] | None:
        """The sentences kept under ``key``; None when there are none, or they are damaged."""
        try:
            with gzip.open(self._file(key), "rt", encoding="utf-8") as lines:
                return [extracted_from_record(json.loads(line)) for line in lines]
        except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
            return None

    def put(self, key: str, document_id: str, extracted: Iterable[Extracted]) -> None:
        """Keep ``extracted`` under ``key``; a crash leaves nothing or all of it."""
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        lines = (json.dumps(extracted_to_record(document_id, item), ensure_ascii=True) + "\n" for item in extracted)
        part.write_bytes(gzip.compress("".join(lines).encode("utf-8"), compresslevel=1, mtime=0))
        part.replace(file)

    def has(self, key: str) -> bool:
        """Whether something is kept under ``key``."""
        return self._file(key).is_file()

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove everything that is kept under other keys."""
        wanted = {self._file(key) for key in keys}
        for file in self.folder.glob("*/*"):
            if file not in wanted:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.jsonl.gz"
