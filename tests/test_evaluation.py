"""Gold against predictions: matching by the guidelines on hand-made records, figures, files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.config import Settings
from kg.errors import SourceError
from kg.evaluation import compare, error_lines, evaluate, match_sentence, to_json, to_table


def wanted(
    actor: str, verb: str, concept: str, status: str = "ongoing", polarity: str = "affirmed", **more: Any
) -> dict[str, Any]:
    """A gold statement; variants of a field are separated by `` / ``, an empty actor is none in the text."""
    lists = {"actor": actor.split(" / ") if actor else [], "verb": verb.split(" / "), "object": concept.split(" / ")}
    return {**lists, "status": status, "polarity": polarity, **more}


def made(
    actor: str | None, verb: str, concept: str, status: str = "ongoing", polarity: str = "affirmed", **more: Any
) -> dict[str, Any]:
    """A predicted statement."""
    return {"actor": actor, "verb": verb, "object": concept, "status": status, "polarity": polarity, **more}


def sentence(*statements: dict[str, Any], sent: int = 1, doc: str = "d", **more: Any) -> dict[str, Any]:
    return {"doc": doc, "sent": sent, "text": "…", "statements": list(statements), **more}


@pytest.mark.parametrize(
    ("gold", "prediction", "full", "verb_object"),
    [
        (wanted("Council", "fund", "rivers"), made("Council", "fund", "rivers"), True, True),
        (wanted("Council", "fund", "rivers"), made("the council", "Fund", "River"), True, True),
        (wanted("Council", "fund", "rivers"), made("Board", "fund", "rivers"), False, True),
        (wanted("Council", "fund", "rivers"), made(None, "fund", "rivers"), False, True),
        (wanted("", "fund", "rivers"), made("Board", "fund", "rivers"), False, True),
        (wanted("", "fund", "rivers"), made(None, "fund", "rivers"), True, True),
        (wanted("", "fund", "rivers"), made("", "fund", "rivers"), True, True),
        (wanted("Council", "fund", "rivers"), made("Council", "close", "rivers"), False, False),
        (wanted("Council", "fund", "rivers"), made("Council", "fund", "lakes"), False, False),
        (wanted("Council", "make breakthrough in", "chips"), made("Council", "make", "chips"), True, True),
        (wanted("Council", "make", "chips"), made("Council", "make breakthrough in", "chips"), True, True),
        (wanted("Council", "fund / finance", "rivers"), made("Council", "finance", "rivers"), True, True),
        (wanted("Council / EU", "fund", "rivers"), made("EU", "fund", "rivers"), True, True),
        (wanted("Council of Europe", "fund", "rivers"), made("Council", "fund", "rivers"), True, True),
        (wanted("Council", "fund", "rivers / clean rivers"), made("Council", "fund", "clean rivers"), True, True),
        # half of the content words: "green rivers" and "clean rivers" share 1 of 3, "rivers" and "clean rivers" 1 of 2
        (wanted("Council", "fund", "green rivers"), made("Council", "fund", "clean rivers"), False, False),
        (wanted("Council", "fund", "clean rivers"), made("Council", "fund", "rivers"), True, True),
        (wanted("Council", "fund", "very clean blue rivers"), made("Council", "fund", "rivers"), False, False),
        (wanted("Council", "fund", "rivers"), made("Council", "fund", "restoration of rivers"), False, False),
        (wanted("Council", "fund", "restoration of rivers"), made("Council", "fund", "restoration of the rivers"), True, True),
        (
            wanted("Council", "fund", "very clean blue rivers"),
            made("Council", "fund", "rivers", object_long="very clean blue rivers"),
            True,
            True,
        ),
        (wanted("Council", "fund", "technologies"), made("Council", "fund", "technology"), True, True),
    ],
)
def test_matching(gold: dict[str, Any], prediction: dict[str, Any], full: bool, verb_object: bool) -> None:
    """Guards the guidelines' matching: verb or its head, head lemma and half of the words of the object, head of the actor."""
    assert bool(match_sentence([gold], [prediction], actors=True).pairs) is full
    assert bool(match_sentence([gold], [prediction], actors=False).pairs) is verb_object


def test_one_to_one_best_first() -> None:
    """Guards that a prediction matches once, and that the better pair goes first whatever the order."""
    gold = [wanted("A", "fund", "clean rivers"), wanted("A", "fund", "clean blue rivers")]
    predictions = [made("A", "fund", "clean blue rivers"), made("A", "fund", "clean rivers")]
    for left in (gold, gold[::-1]):
        for right in (predictions, predictions[::-1]):
            pairs = match_sentence(left, right, actors=True).pairs
            assert sorted((g["object"][0], p["object"]) for g, p in pairs) == [
                ("clean blue rivers", "clean blue rivers"),
                ("clean rivers", "clean rivers"),
            ]
    match = match_sentence(gold[:1], predictions * 2, actors=True)
    assert (len(match.pairs), len(match.extra), len(match.missed)) == (1, 3, 0)


def test_actors_decide_which_pair_is_best() -> None:
    """Guards status and polarity: without actors too, the pair with the same actor is compared."""
    gold = [wanted("A", "fund", "rivers", "planned"), wanted("B", "fund", "rivers", "achieved")]
    report = evaluate(
        [sentence(*gold)], [sentence(made("B", "fund", "rivers", "achieved"), made("A", "fund", "rivers", "planned"))]
    )
    assert (report.status_accuracy, report.verb_object.f1) == (1.0, 1.0)


def test_optional_counts_neither_way() -> None:
    """Guards optional gold: predicting it is no error and no success, missing it costs nothing."""
    gold = sentence(wanted("A", "fund", "rivers"), wanted("A", "be", "friend", optional=True))
    both = evaluate([gold], [sentence(made("A", "fund", "rivers"), made("A", "be", "friend"))])
    one = evaluate([gold], [sentence(made("A", "fund", "rivers"))])
    assert both.full == one.full
    assert (one.full.precision, one.full.recall) == (1.0, 1.0)
    wrong = evaluate([gold], [sentence(made("A", "be", "friend"))])
    assert (wrong.full.precision, wrong.full.recall) == (1.0, 0.0)


def test_figures() -> None:
    """Guards precision, recall, F1 and the accuracies over the matched statements, on counts done by hand."""
    gold = [
        sentence(wanted("A", "fund", "rivers", "planned"), wanted("A", "close", "mines"), wanted("B", "ban", "coal")),
        sentence(sent=2),
    ]
    predictions = [
        sentence(made("A", "fund", "rivers", "ongoing"), made("C", "close", "mines", polarity="negated")),
        sentence(made("A", "see", "light"), sent=2),
    ]
    figures = evaluate(gold, predictions).to_dict()
    assert figures["full"] == {"precision": 0.3333, "recall": 0.3333, "f1": 0.3333}
    assert figures["verb_object"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}
    assert (figures["status_accuracy"], figures["polarity_accuracy"]) == (0.5, 0.5)


def test_documents_are_kept_apart() -> None:
    """Guards that sentence 1 of one document is not sentence 1 of another, and that what is not predicted is missed."""
    gold = [sentence(wanted("A", "fund", "rivers"), doc="a"), sentence(wanted("A", "fund", "rivers"), doc="b")]
    report = evaluate(gold, [sentence(made("A", "fund", "rivers"), doc="a")])
    assert (report.full.precision, report.full.recall, report.missing) == (1.0, 0.5, 1)


_WORDS = st.sampled_from(["river", "clean water", "growth of trade", "SOEs", "key and core technologies", "data", "80% cuts"])
_STATEMENTS = st.builds(
    wanted,
    st.sampled_from(["", "Council", "Ministry of Health"]),
    st.sampled_from(["fund", "carry out", "make progress in"]),
    _WORDS,
    st.sampled_from(["planned", "achieved"]),
    st.sampled_from(["affirmed", "negated"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_STATEMENTS, max_size=5))
def test_gold_against_itself(statements: list[dict[str, Any]]) -> None:
    """Guards that perfect predictions score 1, in any order."""
    predictions = [
        made((item["actor"] or [None])[0], item["verb"][0], item["object"][0], item["status"], item["polarity"])
        for item in statements
    ]
    report = evaluate([sentence(*statements)], [sentence(*predictions[::-1])])
    assert report.full.f1 == report.verb_object.f1 == 1.0
    assert report.polarity_accuracy == report.status_accuracy == 1.0 or len(statements) > 1


@settings(max_examples=60, deadline=None)
@given(st.lists(_STATEMENTS, max_size=4), st.lists(_STATEMENTS, max_size=4))
def test_figures_are_shares(gold: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
    """Guards bounds: all figures between 0 and 1, full never above verb–object."""
    predictions = [made((item["actor"] or [None])[0], item["verb"][0], item["object"][0]) for item in others]
    report = evaluate([sentence(*gold)], [sentence(*predictions)])
    for score in (report.full, report.verb_object):
        assert 0 <= min(score.precision, score.recall, score.f1) <= max(score.precision, score.recall, score.f1) <= 1
    assert report.full.true <= report.verb_object.true


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_json_has_the_contract(tmp_path: Path) -> None:
    """Guards the keys that other tools read."""
    gold = write(tmp_path / "gold.jsonl", sentence(wanted("A", "fund", "rivers"), genre="law"))
    predictions = write(tmp_path / "made.jsonl", sentence(made("A", "fund", "rivers")))
    figures = json.loads(to_json(compare([gold], predictions, Settings())))
    assert figures["full"] == figures["verb_object"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert (figures["status_accuracy"], figures["polarity_accuracy"]) == (1.0, 1.0)
    assert "groups" not in figures


def test_groups(tmp_path: Path) -> None:
    """Guards figures by a key of the gold, a text or a list of them."""
    gold = write(
        tmp_path / "gold.jsonl",
        sentence(wanted("A", "fund", "rivers"), constructions=["passive", "list"]),
        sentence(wanted("A", "fund", "rivers"), sent=2, constructions=["list"]),
    )
    predictions = write(tmp_path / "made.jsonl", sentence(made("A", "fund", "rivers")))
    compared = compare([gold], predictions, Settings(), key="constructions")
    assert {name: report.full.recall for name, report in compared.groups.items()} == {"list": 0.5, "passive": 1.0}
    assert json.loads(to_json(compared))["groups"]["list"]["full"]["recall"] == 0.5
    assert [line.split()[0] for line in to_table(compared).splitlines()[2:]] == ["all", "list", "passive"]


def test_error_lines(tmp_path: Path) -> None:
    """Guards what is listed: missed, added and wrong mood, each with its sentence; nothing for what is right or optional."""
    gold = write(
        tmp_path / "gold.jsonl",
        sentence(wanted("A", "fund", "rivers"), wanted("A", "be", "friend", optional=True), wanted("A", "ban", "coal")),
        sentence(wanted("A", "fund", "rivers"), sent=2),
    )
    predictions = write(
        tmp_path / "made.jsonl",
        sentence(made("A", "ban", "coal", "planned"), made("B", "see", "light")),
        sentence(made("A", "fund", "rivers"), sent=2),
    )
    lines = list(error_lines(compare([gold], predictions, Settings())))
    assert [line.split()[0] for line in lines] == ["d", "missed", "added", "mood"]


def line(**changes: Any) -> str:
    """A line of gold with ``changes`` in its one statement."""
    return json.dumps(sentence({**wanted("A", "fund", "rivers"), **changes})) + "\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty"),
        ("not json\n", "JSON"),
        ("[1, 2]\n", "record"),
        ('{"doc": "a"}\n', "record"),
        ('{"doc": "a", "sent": 1, "statements": {}}\n', "record"),
        ('{"doc": "a", "sent": 1, "statements": [{"actor": [], "verb": ["x"]}]}\n', "object"),
        (line(status="done"), "done"),
        (line(polarity="maybe"), "maybe"),
    ],
)
def test_malformed_gold(tmp_path: Path, content: str, says: str) -> None:
    """Guards one clear error with file and line, no traceback of another kind."""
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=says) as caught:
        compare([path], path, Settings())
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        '{"doc": "a", "sent": 1, "statements": [3]}',
        '{"doc": ["a"], "sent": 1, "statements": []}',
        line(verb=None),
        line(actor=3),
        line(status=[]),
        line(),
    ],
    ids=["statement", "doc", "verb", "actor", "status", "gold as predictions"],
)
def test_values_of_a_wrong_type(tmp_path: Path, content: str) -> None:
    """Guards values of a wrong type, gold given for predictions among them: the same clear error."""
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "made.jsonl"
    gold.write_text(line(), encoding="utf-8")
    predictions.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError):
        compare([gold], predictions, Settings())


def test_missing_and_binary_files(tmp_path: Path) -> None:
    """Guards files that cannot be read."""
    with pytest.raises(SourceError, match="cannot be read"):
        compare([tmp_path / "none.jsonl"], None, Settings())
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="cannot be read"):
        compare([binary], binary, Settings())
