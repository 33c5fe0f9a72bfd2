"""Properties that hold for any text: nothing raised, a reason or statements, exact quotations, no pronouns, no memory."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.helpers import extract, extractor
from kg.model import Extracted
from kg.readers import Metadata, Segment, document_of
from kg.records import extracted_from_record, extracted_to_record

PRONOUN = re.compile(
    r"I|[MmWw]e|[Uu]s|[Yy]ou|[Hh]e|[Hh]im|[Ss]he|[Hh]er|[Ii]t|[Tt]hey|[Tt]hem|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ww]ho|[Ww]hom"
    r"|[Ww]hich|[Ww]hat|(?:[Hh]im|[Hh]er|[Ii]t|[Tt]hem|[Oo]ur)sel(?:f|ves)"
)

_ACTORS = [
    "The ministry",
    "We",
    "They",
    "Member States",
    "It",
    "No country",
    "The Council and the Board",
    "This",
    "who",
    "Ms Lund",
]
_VERBS = [
    "will",
    "shall not",
    "must",
    "has",
    "aims to",
    "said that it would",
    "is to",
    "failed to",
    "without",
    "and",
    "which",
    "to",
]
_ACTS = ["build", "promote", "reducing", "adopted", "invest in", "be funded by", "make progress in", "carry out", "ban", "are"]
_THINGS = [
    "hubs",
    "them",
    "it",
    "innovation and trade",
    "80% of waste",
    "EUR 3 billion",
    "a series of key measures",
    "those who need it",
    "R&D",
    "the “green” deal",
    "state-owned firms",
]
_TAILS = [
    ".",
    ", issuing rules.",
    " by 2030;",
    " if it agrees",
    " — in Asia",
    "!",
    "?",
    " (see Annex)",
    " **now**",
    "\n",
    " and",
    ":",
]
_PIECES = st.sampled_from(_ACTORS + _VERBS + _ACTS + _THINGS + _TAILS)
_MARKUP = st.sampled_from(
    ["# ", "- ", "* ", "<b>", "[a](b)", "&nbsp;", "| a | b |", "```", "1. ", "{}", "\\", "\t", "\x00", "\u200b"]
)
TEXTS = st.one_of(
    st.lists(_PIECES, min_size=1, max_size=14).map(" ".join),
    st.lists(st.one_of(_PIECES, _MARKUP), min_size=1, max_size=12).map(" ".join),
    st.text(max_size=120),
    st.text(st.sampled_from("0123456789.,%$€/-– "), min_size=1, max_size=60),
)
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def sentences(text: str, *, given_sentences: bool) -> tuple[str, list[Extracted]]:
    """The document's text and its sentences, read as a paragraph or as given."""
    made = document_of(
        text, [Segment(0, len(text))], Metadata(speaks_for="Port Authority"), source="test", id="test", given=given_sentences
    )
    if given_sentences:
        made = replace(made, numbers=(1,))
    return made.text, list(extractor().extract(made))


@FEW
@given(TEXTS, st.booleans())
def test_any_text(text: str, given_sentences: bool) -> None:
    """Guards all of it at once, so that each text is parsed once only."""
    source, found = sentences(text, given_sentences=given_sentences)
    for extracted in found:
        assert bool(extracted.statements) != (extracted.reason is not None)
        sentence = extracted.sentence
        assert source[sentence.start : sentence.end] == sentence.text
        for statement in extracted.statements:
            evidence = statement.evidence
            assert source[evidence.start : evidence.end] == evidence.text
            assert sentence.start <= evidence.start < evidence.end <= sentence.end
            for qualifier in statement.qualifiers:
                assert source[qualifier.start : qualifier.end] == qualifier.text
            assert_verb_is_quoted(statement.surface.verb, evidence.text)
            assert not PRONOUN.fullmatch(statement.actor or "")
            assert not PRONOUN.fullmatch(statement.object)
            assert statement.object.strip() == statement.object != ""
            assert statement.verb.strip() == statement.verb != ""
            assert 0 < statement.support <= 1
        record = extracted_to_record("test", extracted)
        assert extracted_from_record(json.loads(json.dumps(record))) == extracted


def assert_verb_is_quoted(surface: str, quotation: str) -> None:
    """The quotation has the verb as it stands in the text; an imperative's own "will" is nobody's word."""
    words = surface.split()
    assert words
    assert all(word in quotation for word in words if word != "will"), (surface, quotation)


@settings(max_examples=20, deadline=None)
@given(st.lists(_PIECES, min_size=3, max_size=14).map(" ".join))
def test_same_text_same_statements(text: str) -> None:
    """Guards that nothing of one extraction is left for the next."""
    first = extract(text)
    extract("They will build it.")
    again = extract(text)
    assert first == again
    assert [item.trace for item in first] == [item.trace for item in again]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(_PIECES, min_size=2, max_size=8).map(" ".join), min_size=2, max_size=4))
def test_sentences_count_up(texts: list[str]) -> None:
    """Guards one record a given sentence, in order, with the source's own number."""
    found = extract(*texts)
    assert [item.sentence.number for item in found] == list(range(1, len(texts) + 1))


@pytest.mark.parametrize("text", ["They support them.", "This is it.", "We are who we are.", "It does that to those."])
def test_pronouns_alone_give_no_concepts(text: str) -> None:
    """Guards that pronouns without antecedents become nothing."""
    for extracted in extract(text):
        assert all(not PRONOUN.fullmatch(item.object) for item in extracted.statements)
