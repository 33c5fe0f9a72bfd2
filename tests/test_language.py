"""Parsing: pieces of long texts, sentence bounds, which texts are English."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from extraction.helpers import extractor

from kg.errors import SettingsError
from kg.language import Language, is_english, sentence_spans

ROOT = Path(__file__).parents[1]


def sentences(text: str) -> list[str]:
    return [span.text for span in sentence_spans(next(extractor().language.parse([text])))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry builds hubs. The agency bans coal.", ["The ministry builds hubs.", "The agency bans coal."]),
        ("  The ministry builds hubs.\n\nThe agency bans coal.  ", ["The ministry builds hubs.", "The agency bans coal."]),
        ("", []),
        (" \n ", []),
        (
            "The plan has three aims: to build hubs; to ban coal; to cut fees.",
            ["The plan has three aims: to build hubs; to ban coal; to cut fees."],
        ),
        ("The U.S. ministry builds hubs.", ["The U.S. ministry builds hubs."]),
        ("Mr. Li opened the port.", ["Mr. Li opened the port."]),
    ],
)
def test_sentence_bounds(text: str, expected: list[str]) -> None:
    """Guards sentences without white space, unbroken at colons and abbreviations."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "texts",
    [[], ["a"], ["", "a", ""], ["word " * 9000, "The end."], ["x" * 45_000, "y"]],
    ids=["none", "one", "empty", "long", "unbroken"],
)
def test_one_doc_a_text(texts: list[str]) -> None:
    """Guards order, count and exact text, also of texts that are parsed in pieces."""
    assert [doc.text for doc in extractor().language.parse(texts)] == texts


def test_parse_is_lazy() -> None:
    """Guards that a stream of texts is parsed as it comes."""
    taken = []

    def texts():  # type: ignore[no-untyped-def]
        for k in range(1000):
            taken.append(k)
            yield "The agency bans coal."

    next(extractor().language.parse(texts()))
    assert len(taken) < 1000


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The ministry will build schools.", True),
        ("SASAC", True),
        ("2024", True),
        ("", True),
        ("Nouvelles écoles", True),  # too short to tell
        ("Das Ministerium wird die Schulen und die Straßen bauen.", False),
        ("Le ministère et les communes vont construire des écoles pour tous.", False),
        ("政府将建设学校。", False),
        ("Правительство построит школы.", False),
        ("The government of 中国 will build schools.", True),
        ("الحكومة تبني المدارس", False),
    ],
)
def test_is_english(text: str, english: bool) -> None:
    """Guards which sentences are read at all."""
    assert is_english(text) is english


def test_unknown_model() -> None:
    """Guards one clear error that says what to install."""
    with pytest.raises(SettingsError, match="no_such_model"):
        next(Language("no_such_model").parse(["x"]))


def test_model_without_parser(tmp_path: Path) -> None:
    """Guards against a model that cannot parse."""
    import spacy  # noqa: PLC0415  # heavy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="parser"):
        next(Language(str(tmp_path / "blank")).parse(["x"]))


def test_version_is_known_without_loading() -> None:
    """Guards that a fingerprint costs no model, and that a folder's name will do."""
    code = "import sys; from kg.language import Language; print(Language().version, 'spacy' in sys.modules)"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert made[-1] == "False"
    assert made[1][0].isdigit()
    assert Language("./no/such/folder").version == "./no/such/folder"


def test_unused_components_are_not_loaded() -> None:
    """Guards the cost: no named-entity recognizer."""
    assert "ner" not in extractor().language.pipeline.pipe_names
