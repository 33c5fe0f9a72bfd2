"""Finding sources, choosing a reader, and files that cannot be read."""

from __future__ import annotations

import os
from importlib import metadata
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.model import Document
from kg.readers import Metadata, Reader, document_of, endings, find_sources, read
from kg.readers.paragraphs import paragraphs_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "b.md": "We act.\n",
        "a.txt": "We act.\n",
        "a.meta.yaml": "title: T\n",
        "sub/c.MD": "We act.\n",
        "sub/d.pdf": "%PDF",
        ".hidden.txt": "We act.\n",
        ".git/e.txt": "We act.\n",
        "README.md": "---\npolicy-kg: ignore\n---\nRead me.\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_folder(folder: Path) -> None:
    """Sidecars, hidden files, ignored texts or unknown endings were read, or the order changed."""
    found = find_sources([folder])
    assert [path.relative_to(folder).as_posix() for path in found] == ["a.txt", "b.md", "sub/c.MD"]


def test_each_file_once(folder: Path) -> None:
    """A file named twice was built twice."""
    assert find_sources([folder / "b.md", folder, str(folder / "a.txt")])[:2] == [folder / "b.md", folder / "a.txt"]
    assert len(find_sources([folder, folder / "a.txt"])) == 3


def test_named_files_stay(folder: Path) -> None:
    """A missing or unreadable file that was named vanished in silence; the sidecars of a shell pattern did not."""
    named = [folder / "missing.txt", folder / "sub/d.pdf", folder / "a.meta.yaml", folder / "README.md"]
    assert find_sources(named) == named[:2]


def test_nothing_to_read(folder: Path) -> None:
    """A folder without texts was an empty build, or spoiled the whole batch."""
    empty = folder / "empty"
    empty.mkdir()
    with pytest.raises(SourceError, match="nothing to read in this folder"):
        find_sources([empty])
    errors: list[SourceError] = []
    assert find_sources([empty, folder / "a.txt"], on_error=errors.append) == [folder / "a.txt"]
    assert len(errors) == 1


@pytest.mark.parametrize(
    ("name", "data", "message", "line"),
    [
        ("a.txt", b"", "is empty", None),
        ("a.txt", b" \n\t\n", "is empty", None),
        ("a.txt", "\u00a0\n".encode(), "has no text", None),
        ("a.txt", b"We\nact\0", "is binary", 2),
        ("a.txt", b"We act.\n\xff\n", "is not UTF-8 .byte 0xff at offset 8", 2),
        ("a.txt", b"\xef\xbb\xbfWe\n\xff\n", "byte 0xff at offset 6", 2),
        ("a.txt", "We act.".encode("utf-16"), "is UTF-16", 1),
        ("a.pdf", b"%PDF", "no reader for .pdf", None),
        ("a", b"We act.", "no reader for a name without ending", None),
    ],
)
def test_unreadable(tmp_path: Path, name: str, data: bytes, message: str, line: int | None) -> None:
    """A file that is no text was a traceback."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message) as caught:
        read(path)
    assert caught.value.line == line
    assert str(path) in str(caught.value)


def test_missing_folder_and_forbidden(tmp_path: Path) -> None:
    """Reading something that is no readable file was a traceback."""
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(SourceError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        read("nul\0.txt")
    path = tmp_path / "a.txt"
    path.write_text("We act.", encoding="utf-8")
    path.chmod(0)
    if not os.access(path, os.R_OK):  # root may read everything
        with pytest.raises(SourceError, match="cannot be read"):
            read(path)


def test_text_is_the_files(tmp_path: Path) -> None:
    """Offsets must slice the file's own text: newlines kept, only a byte order mark dropped."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffWe act.\r\n\r\nWe – act.\r\n".encode())
    document = read(path)
    assert document.text == "We act.\r\n\r\nWe – act.\r\n"
    assert [document.block_text(block) for block in document.blocks] == ["We act.", "We – act."]
    assert (document.id, document.source, len(document.digest)) == ("a", str(path), 64)


def test_built_in_endings_are_registered() -> None:
    """The table in the code and the entry points of the package went apart."""
    assert {"txt", "text", "md", "markdown"} <= set(endings())
    registered = {point.name: point.value for point in metadata.entry_points(group="kg.readers")}
    if not registered:
        pytest.skip("the package is not installed")
    assert registered["txt"] == "kg.readers.text:read_text"
    assert registered["md"] == "kg.readers.markdown:read_markdown"


def test_plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of another package is used for its ending."""

    def read_upper(source: Path, data: bytes, sidecar: Metadata) -> Document:
        text = data.decode().upper()
        return document_of(text, paragraphs_of(text), sidecar, source=source, id=source.stem)

    reader: Reader = read_upper
    point = metadata.EntryPoint("up", "nowhere:read_upper", "kg.readers")
    monkeypatch.setattr(metadata.EntryPoint, "load", lambda _self: reader)
    monkeypatch.setattr("kg.plugins.entry_points", lambda **_: metadata.EntryPoints([point]))
    (tmp_path / "a.up").write_text("we act.", encoding="utf-8")
    assert read(find_sources([tmp_path])[0]).text == "WE ACT."
