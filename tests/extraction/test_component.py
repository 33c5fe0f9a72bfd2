"""The extractor as a spaCy component."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.config import DEFAULT_MODEL
from kg.model import Extracted, Statement

TEXT = "Good morning. We will build hubs.  The agency banned coal, saving lives."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.load(DEFAULT_MODEL)
    made.add_pipe("policy_statements", config={"speaks_for": "Port Authority"})
    return made


def rows(found: tuple[Statement, ...]) -> list[tuple[str | None, str, str]]:
    return [(item.actor, item.verb, item.object) for item in found]


def test_statements_of_a_text(nlp: Language) -> None:
    """Guards ``doc._.statements`` and ``doc._.extracted``: a record a sentence, "we" as configured."""
    doc = nlp(TEXT)
    assert ("Port Authority", "build", "hubs") in rows(doc._.statements)
    assert ("agency", "ban", "coal") in rows(doc._.statements)
    assert all(isinstance(item, Extracted) for item in doc._.extracted)
    assert len(doc._.extracted) == 3
    assert tuple(item for extracted in doc._.extracted for item in extracted.statements) == doc._.statements


def test_offsets_slice_the_text(nlp: Language) -> None:
    """Guards offsets into ``doc.text``, past the spaces between sentences and line breaks before them."""
    doc = nlp(f"\n\n  {TEXT}\n\n{TEXT}")
    assert len(doc._.statements) >= 4
    for statement in doc._.statements:
        evidence = statement.evidence
        assert doc.text[evidence.start : evidence.end] == evidence.text
        assert doc.char_span(evidence.start, evidence.end) is not None
    for extracted in doc._.extracted:
        sentence = extracted.sentence
        assert doc.text[sentence.start : sentence.end] == sentence.text


def test_documents_share_nothing(nlp: Language) -> None:
    """Guards batches: what one document said is no antecedent in the next."""
    first, second = nlp.pipe(["The Commission adopted a plan.", "It will fund railways."])
    assert rows(first._.statements) == [("Commission", "adopt", "plan")]
    assert rows(second._.statements) == [(None, "fund", "railways")]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_empty_text(nlp: Language, text: str) -> None:
    """Guards that nothing gives nothing."""
    assert nlp(text)._.statements == ()


def test_we_without_configuration() -> None:
    """Guards the default: nobody is guessed."""
    made = spacy.load(DEFAULT_MODEL)
    made.add_pipe("policy_statements")
    assert rows(made("We will build hubs.")._.statements) == [(None, "build", "hubs")]


def test_pipeline_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    """Guards ``to_disk`` and ``spacy.load``: the component and its configuration come back from the folder."""
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert "policy_statements" in again.pipe_names
    assert again(TEXT)._.statements == nlp(TEXT)._.statements


def test_needs_a_parse() -> None:
    """Guards a blank pipeline: an error that names what is missing, not silence."""
    made = spacy.blank("en")
    made.add_pipe("policy_statements")
    with pytest.raises(ValueError, match="parser"):
        made("The agency banned coal.")
