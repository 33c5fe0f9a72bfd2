"""The data that flows through the house is checked where it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import EvidenceError
from kg.model import Block, BlockKind, Document, Evidence, Extracted, Reason, Sentence


@given(st.text(max_size=40), st.data())
def test_evidence_of_a_text_slices_it(text: str, data: st.DataObject) -> None:
    """Guards that evidence made from offsets quotes exactly these."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    evidence = Evidence.of(text, start, end)
    assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize(("start", "end", "text"), [(0, 3, "four"), (-1, 3, "four"), (5, 1, ""), (0, 0, "x")])
def test_evidence_that_does_not_fit(start: int, end: int, text: str) -> None:
    """Guards against offsets that cannot be those of the words."""
    with pytest.raises(EvidenceError) as caught:
        Evidence(start, end, text)
    assert (caught.value.start, caught.value.end, caught.value.text) == (start, end, text)
    assert caught.value.exit_code == 1


def test_evidence_past_the_end_of_the_text() -> None:
    """Guards slices that Python would cut short in silence."""
    with pytest.raises(EvidenceError):
        Evidence.of("short", 2, 9)


def test_a_sentence_has_statements_or_a_reason() -> None:
    """Guards that silence is never unexplained, and never explained away."""
    sentence = Sentence(3, 0, 1, "x")
    with pytest.raises(ValueError, match="sentence 3"):
        Extracted(sentence)
    assert Extracted(sentence, reason=Reason.HEADING).statements == ()


def test_block_text() -> None:
    """Guards a block's own words."""
    block = Block(BlockKind.PARAGRAPH, 4, 7)
    assert Document("d", "one two", "0", "d", (block,)).block_text(block) == "two"


def test_data_is_frozen() -> None:
    """Guards that nobody changes what somebody else holds."""
    with pytest.raises(FrozenInstanceError):
        Evidence(0, 1, "x").start = 2  # type: ignore[misc]
