"""Promises find what came of them, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.analysis import Claim, Graph
from kg.analysis.commitments import Chain, commitments
from kg.ids import iri_for
from kg.vocabulary import load_vocabulary
from tests.analysis.made import claim, graph

ROOT = Path(__file__).parents[2]
THREADS: list[dict[str, Any]] = json.loads((ROOT / "tests/data/threads.json").read_text(encoding="utf-8"))


def only(*claims: Claim, **fields: Any) -> Chain:
    chains = commitments(graph(*claims, **fields))
    assert len(chains) == 1
    return chains[0]


@pytest.mark.parametrize("status", ["planned", "obliged", "requested"])
@pytest.mark.parametrize("done", ["achieved", "ongoing"])
def test_a_promise_is_fulfilled_by_a_later_deed(status: str, done: str) -> None:
    """A delivery that is not found."""
    promise = claim("SASAC|promote|reform", status=status)
    deed = claim("SASAC|advance|reform", day="2024-01-01", status=done)
    chain = only(promise, deed)
    assert chain.state == "fulfilled" and chain.fulfilled_by == (deed,)


@pytest.mark.parametrize(
    ("text", "fields", "why"),
    [
        ("SASAC|promote|reform", {"day": "2022-01-01"}, "was said before"),
        ("NDRC|promote|reform", {}, "another actor"),
        ("SASAC|promote|innovation", {}, "another concept"),
        ("SASAC|promote|reform", {"polarity": "negated"}, "it was not done"),
        ("SASAC|restrict|reform", {}, "works against it"),
        ("SASAC|evaluate|reform", {}, "judging is no doing"),
        ("SASAC|be|reform", {}, "says what it is"),
        ("SASAC|promote|reform", {"status": "possible"}, "may be done"),
        ("SASAC|promote|reform", {"day": None}, "nobody knows when"),
        (
            "SASAC|promote|reform",
            {"day": "2023-01-01", "document": "https://example.org/other"},
            "the same day in another text",
        ),
    ],
)
def test_what_is_no_delivery(text: str, fields: dict[str, Any], why: str) -> None:
    """A false chain."""
    later = claim(text, **{"day": "2024-01-01", "status": "achieved"} | fields)
    chains = [chain for chain in commitments(graph(claim("SASAC|promote|reform"), later)) if chain.steps]
    assert chains == [], why


def test_a_promise_to_curb_is_kept_by_restricting() -> None:
    """Promoting what was to be curbed, as a delivery."""
    promise = claim("MIIT|curb|overcapacity")
    assert only(promise, claim("MIIT|reduce|overcapacity", day="2024-01-01", status="achieved")).state == "fulfilled"
    assert only(promise, claim("MIIT|expand|overcapacity", day="2024-01-01", status="achieved")).state == "open"


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        ("produce|hydrogen", "produce|hydrogen"),
        ("build|hubs", "establish|hubs"),
        ("build|hubs", "complete|hubs"),
        ("promote|NEVs", "develop|NEVs"),
        ("promote|NEVs", "fund|NEVs"),
        ("deepen|reform", "advance|reform"),
        ("expand|solar capacity", "raise|solar capacity"),
        ("increase|R&D spending", "keep|R&D spending"),
        ("focus on|hydrogen", "invest in|hydrogen"),
        ("simplify|approvals", "streamline|approvals"),
        ("ban|imports", "prohibit|imports"),
        ("launch|AI Plus", "continue|AI Plus"),
        ("revise|the law", "amend|the law"),
    ],
)
def test_what_does_the_promised_thing_keeps_the_promise(promise: str, later: str) -> None:
    """A delivery in other words that is shown as open."""
    deed = claim(f"MIIT|{later}", day="2024-01-01", status="achieved")
    assert only(claim(f"MIIT|{promise}"), deed).state == "fulfilled"


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        ("produce|hydrogen", "export|hydrogen"),
        ("export|hydrogen", "produce|hydrogen"),
        ("produce|hydrogen", "establish|hydrogen"),
        ("build|hubs", "announce|hubs"),
        ("build|hubs", "support|hubs"),
        ("build|hubs", "promote|hubs"),
        ("build|hubs", "use|hubs"),
        ("fund|research", "develop|research"),
        ("improve|NEVs", "sell|NEVs"),
        ("develop|hydrogen", "explore|hydrogen"),
        ("raise|output", "welcome|output"),
        ("promote|exports", "describe|exports"),
        ("ban|imports", "reduce|imports"),
        ("achieve|growth", "see|growth"),
        ("digest|hubs", "build|hubs"),
    ],
)
def test_another_deed_keeps_no_promise(promise: str, later: str) -> None:
    """Two verbs that only share a broad relation, taken for promise and delivery."""
    deed = claim(f"MIIT|{later}", day="2024-01-01", status="achieved")
    assert [chain.steps for chain in commitments(graph(claim(f"MIIT|{promise}"), deed))] == [()]


def test_a_relation_of_ones_own_keeps_promises_as_the_one_above_it() -> None:
    """A relation that an analyst added, whose promises nothing can keep."""
    shipped = graph().keeping
    keeping = replace(shipped, within={**shipped.within, "electrifies": shipped.within["develops"] | {"electrifies"}})
    deed = claim("MIIT|electrify|rail", day="2024-01-01", status="achieved", relation="electrifies")
    assert only(claim("MIIT|develop|rail"), deed, keeping=keeping).state == "fulfilled"
    promise = replace(deed, status="planned", date=date(2022, 1, 1), verb="wire")
    assert only(promise, deed, keeping=keeping).state == "fulfilled"


def test_verbs_that_keep_promises_are_in_the_lexicon() -> None:
    """A verb misspelt in the vocabulary, or moved to another relation, that never matches."""
    vocabulary = load_vocabulary()
    for relation in vocabulary.relations.values():
        assert [verb for verb in relation.kept_by_verbs if vocabulary.relation_of(verb) == "actsOn"] == []
        assert [verb for verb in relation.self_keeping if vocabulary.relation_of(verb) != relation.name] == []
        assert set(relation.kept_by) <= set(vocabulary.relations)


def test_repetitions_are_steps_and_no_chains_of_their_own() -> None:
    """One promise, said three times, counted three times."""
    days = ("2021-01-01", "2022-01-01", "2023-01-01")
    chain = only(*(claim("SASAC|promote|reform", day=day) for day in days))
    assert chain.state == "repeated" and [step.kind for step in chain.steps] == ["repeated", "repeated"]


def test_a_past_deadline_makes_a_promise_overdue() -> None:
    """A broken promise that is shown as open; one that has time shown as broken."""
    promise = claim("SASAC|promote|reform", deadline=date(2025, 12, 31))
    assert commitments(graph(promise), today=date(2026, 1, 1))[0].state == "overdue"
    assert commitments(graph(promise), today=date(2025, 6, 1))[0].state == "open"


def test_members_of_a_group_keep_its_promise_and_not_the_other_way_round() -> None:
    """The hierarchy of actors read upside down."""
    above = {iri_for("actor", "central soes"): frozenset({iri_for("actor", "soes")})}
    group = (
        claim("SOEs|increase|R&D spending"),
        claim("central SOEs|increase|R&D spending", day="2024-01-01", status="achieved"),
    )
    member = (
        claim("central SOEs|increase|R&D spending"),
        claim("SOEs|increase|R&D spending", day="2024-01-01", status="achieved"),
    )
    assert only(*group, actors_above=above).state == "fulfilled"
    assert only(*member, actors_above=above).state == "open"


def test_amounts_of_money_are_no_common_concept() -> None:
    """Two sums of yuan as promise and delivery."""
    later = claim("SASAC|invest|yuan", day="2024-01-01", status="achieved")
    assert commitments(graph(claim("SASAC|invest|yuan"), later)) == []


def test_open_only_leaves_out_what_was_done() -> None:
    """A report of open promises with a fulfilled one in it."""
    done = (claim("SASAC|promote|reform"), claim("SASAC|promote|reform", day="2024-01-01", status="achieved"))
    chains = commitments(graph(*done, claim("SASAC|promote|innovation")), open_only=True)
    assert [chain.promise.concept for chain in chains] == [iri_for("concept", "innovation")]


def words(text: str) -> str:
    return " ".join(text.split())


def is_step(read: Graph, said: Claim, step: dict[str, Any]) -> bool:
    same = step["doc"].rsplit(".", 1)[0] == read.document(said)
    quote, sentence = words(step["quote"]), words(said.sentence)
    return same and (quote[:60] in sentence or words(said.quote) in quote)


def test_threads_of_the_corpus_come_out_as_chains(corpus_graph: Graph) -> None:
    """A promise → delivery thread that the corpus tells and no chain has."""
    chains = commitments(corpus_graph)
    found = set()
    for thread in THREADS:
        for chain in chains:
            said = [chain.promise, *(step.claim for step in chain.steps)]
            hits = [step for step in thread["steps"] if any(is_step(corpus_graph, item, step) for item in said)]
            if thread["kind"] == "delivered" and chain.state == "fulfilled" and len(hits) > 1:
                found.add(thread["thread"])
    told = {thread["thread"] for thread in THREADS if thread["kind"] == "delivered"}
    assert len(told) >= 10 and sorted(told - found) == []


def test_no_chain_of_the_corpus_is_false(corpus_graph: Graph) -> None:
    """A delivery that no thread tells. An open thread that is closed."""
    for chain in commitments(corpus_graph):
        for step in chain.steps:
            if step.kind != "fulfilled":
                continue
            told = [
                thread["thread"]
                for thread in THREADS
                if thread["kind"] == "delivered" and any(is_step(corpus_graph, step.claim, item) for item in thread["steps"])
            ]
            assert told, f"{chain.promise.sentence!r} … {step.claim.sentence!r}"
