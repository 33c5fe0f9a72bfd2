"""The event list of the Discourse Network Analyzer: its columns, its quoting, and back again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.build import build
from kg.config import Settings
from kg.errors import SourceError
from kg.exporters import export
from kg.exporters.dna import COLUMNS, read_dna
from kg.stores import open_store
from tests.samples import PlainExtractor, write_corpus


@pytest.fixture(scope="module")
def event_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dna")
    build([write_corpus(place / "texts")], place / "graph", Settings(), extractor=PlainExtractor())
    out = io.BytesIO()
    with open_store(place / "graph", read_only=True) as store:
        export(store, "dna", out)
    (place / "events.csv").write_bytes(out.getvalue())
    return place / "events.csv"


def test_header_and_rows_are_those_of_dna(event_list: Path) -> None:
    """A column missing, renamed or out of order: DNA reads by position."""
    lines = event_list.read_text(encoding="utf-8").splitlines()
    assert lines[0] == ";".join(f'"{name}"' for name in COLUMNS)
    assert lines[1].startswith("1;2023-03-05 00:00:00;")
    assert all(line.count(";") == len(COLUMNS) - 1 for line in lines)


def test_statements_come_back(event_list: Path) -> None:
    """Actor, concept or agreement lost on the way; a negated promotion as agreement."""
    found = {(item.organization, item.concept): item for item in read_dna(event_list)}
    sasac = "State-owned Assets Supervision and Administration Commission"
    assert found[sasac, "innovation consortia"].agreement
    assert found[sasac, "private enterprises"].agreement  # it will not restrict them
    assert str(found["central SOEs", "new energy vehicles"].said) == "2024-07-26"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a;b\n1;2\n", "has no column"),
        (";".join(f'"{name}"' for name in COLUMNS) + "\n" + "x;" * 12 + "1\n", "no statement"),
        (";".join(f'"{name}"' for name in COLUMNS) + "\n1;2020-01-01\n", "no statement"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    """A traceback, or nonsense read from another CSV."""
    file = tmp_path / "other.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=reason):
        read_dna(file)
