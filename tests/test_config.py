"""Settings from kg.toml and options."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import DEFAULT_MODEL, Settings, load_settings
from kg.errors import SettingsError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> Path:
    (folder / "kg.toml").write_text(text, encoding="utf-8")
    return folder / "kg.toml"


def test_defaults(folder: Path) -> None:
    """Guards that nothing needs a file."""
    assert load_settings() == Settings()
    assert load_settings().model == DEFAULT_MODEL


def test_file_and_options(folder: Path) -> None:
    """Guards the order: defaults, file, options; an option that is None is not given."""
    write(folder, 'base = "https://example.org/"\nprocesses = 2\n')
    assert load_settings().base == "https://example.org/"
    assert load_settings(model=None, processes=4) == Settings(base="https://example.org/", processes=4)


def test_vocabulary_is_beside_the_file(folder: Path) -> None:
    """Guards paths in the file: relative to it, not to where kg runs."""
    (folder / "deep").mkdir()
    path = folder / "deep" / "mine.toml"
    path.write_text('vocabulary = ["extra.ttl"]\n', encoding="utf-8")
    assert load_settings(path).vocabulary == (str(folder / "deep" / "extra.ttl"),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("base =", "TOML"),
        ("bas = 'x'", "unknown setting 'bas'"),
        ("processes = 'two'", "processes"),
        ("vocabulary = 'one.ttl'", "vocabulary"),
    ],
)
def test_bad_files(folder: Path, text: str, says: str) -> None:
    """Guards one clear line for each way a file can be wrong."""
    write(folder, text)
    with pytest.raises(SettingsError, match=says) as caught:
        load_settings()
    assert "kg.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_named_file_must_exist(folder: Path) -> None:
    """Guards a file that was asked for by name; not UTF-8 is as bad."""
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(folder / "none.toml")
    (folder / "kg.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError):
        load_settings()


@pytest.mark.parametrize("text", ["processes = true", "vocabulary = [1]"])
def test_values_of_a_near_type(folder: Path, text: str) -> None:
    """Guards values that Python would take for the right type."""
    write(folder, text)
    with pytest.raises(SettingsError):
        load_settings()
