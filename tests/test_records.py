"""Extracted sentences as JSON records, and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FIELDS

from kg.errors import EvidenceError
from kg.model import (
    ActorBasis,
    BlockKind,
    Evidence,
    Extracted,
    Polarity,
    Qualifier,
    Quantity,
    Reason,
    Sentence,
    Statement,
    Status,
    Surface,
    TimeExpression,
)
from kg.records import extracted_from_record, extracted_to_record, statement_from_record, statement_to_record

_TEXT = st.text(max_size=12)
_MAYBE = st.none() | _TEXT
_SOME = st.lists(_TEXT, max_size=2).map(tuple)
_DAYS = st.none() | st.dates()
_EVIDENCE = st.builds(lambda start, words: Evidence(start, start + len(words), words), st.integers(0, 10**6), _TEXT)
_QUANTITIES = st.builds(Quantity, _TEXT, st.none() | st.floats(allow_nan=False, allow_infinity=False), _MAYBE, _MAYBE, _MAYBE)
STATEMENTS = st.builds(
    Statement,
    actor=_MAYBE,
    verb=_TEXT,
    object=_TEXT,
    object_long=_TEXT,
    relation=_TEXT,
    status=st.sampled_from(Status),
    polarity=st.sampled_from(Polarity),
    evidence=_EVIDENCE,
    actor_basis=st.sampled_from(ActorBasis),
    rule=_TEXT,
    surface=st.builds(Surface, _MAYBE, _TEXT, _TEXT),
    support=st.floats(0, 1),
    speaker=_MAYBE,
    means=_SOME,
    purpose=_SOME,
    condition=_MAYBE,
    beneficiary=_MAYBE,
    quantity=_MAYBE,
    time=_MAYBE,
    quantities=st.lists(_QUANTITIES, max_size=2).map(tuple),
    times=st.lists(st.builds(TimeExpression, _TEXT, _DAYS, _DAYS, st.booleans()), max_size=2).map(tuple),
    qualifiers=st.lists(st.builds(Qualifier, _TEXT, _TEXT, st.integers(0, 99), st.integers(0, 99)), max_size=2).map(tuple),
)
SENTENCES = st.builds(
    Sentence,
    number=st.integers(1, 999),
    start=st.integers(0, 999),
    end=st.integers(0, 999),
    text=_TEXT,
    kind=st.sampled_from(BlockKind),
    speaker=_MAYBE,
    turn=st.integers(0, 9),
    block=st.integers(0, 9),
)
EXTRACTED = st.one_of(
    st.builds(Extracted, SENTENCES, st.lists(STATEMENTS, min_size=1, max_size=3).map(tuple)),
    st.builds(Extracted, SENTENCES, reason=st.sampled_from(Reason)),
)


@settings(max_examples=60, deadline=None)
@given(EXTRACTED)
def test_round_trip(extracted: Extracted) -> None:
    """Guards that a record loses nothing, through JSON and back."""
    record = extracted_to_record("d", extracted)
    assert extracted_from_record(json.loads(json.dumps(record))) == extracted
    assert extracted_to_record("d", extracted_from_record(record)) == record


def statement() -> Statement:
    return Statement(
        actor=None,
        verb="build",
        object="hubs",
        object_long="research hubs",
        relation="establishes",
        status=Status.PLANNED,
        polarity=Polarity.NEGATED,
        evidence=Evidence(4, 9, "words"),
        actor_basis=ActorBasis.UNKNOWN,
        rule="main_clause",
        surface=Surface(None, "build", "hubs"),
        times=(TimeExpression("by 2030", None, date(2030, 12, 31), deadline=True),),
    )


def test_a_statement_has_the_contract() -> None:
    """Guards names and types of the fields that other tools read: plain JSON values, lists where lists are promised."""
    record = statement_to_record(statement())
    assert record.keys() >= FIELDS
    assert (record["actor"], record["status"], record["polarity"], record["start"], record["end"]) == (
        None,
        "planned",
        "negated",
        4,
        9,
    )
    assert record["surface"] == {"actor": None, "verb": "build", "object": "hubs"}
    assert record["means"] == record["purpose"] == record["qualifiers"] == []
    assert record["times"] == [{"text": "by 2030", "start": None, "end": "2030-12-31", "deadline": True}]
    assert json.loads(json.dumps(record)) == record


def test_a_sentence_has_the_contract() -> None:
    """Guards ``doc``, ``sent``, ``text``, ``statements`` and ``reason``, which is null beside statements."""
    sentence = Sentence(7, 0, 5, "words")
    record = extracted_to_record("d", Extracted(sentence, (statement(),)))
    assert (record["doc"], record["sent"], record["text"], record["reason"]) == ("d", 7, "words", None)
    assert extracted_to_record("d", Extracted(sentence, reason=Reason.QUESTION))["reason"] == "question"


@pytest.mark.parametrize(
    ("change", "error"),
    [({"end": 11}, EvidenceError), ({"status": "done"}, ValueError), ({"actor_basis": "guess"}, ValueError)],
)
def test_a_record_that_is_wrong_is_refused(change: dict[str, object], error: type[Exception]) -> None:
    """Guards against evidence that does not fit its words, and unknown values."""
    with pytest.raises(error):
        statement_from_record(statement_to_record(statement()) | change)
