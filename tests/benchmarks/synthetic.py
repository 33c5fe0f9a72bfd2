"""Synthetic documents with statements of the project's shape: any number of them, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from kg.model import (
    ActorBasis,
    Document,
    Evidence,
    Extracted,
    Polarity,
    Qualifier,
    Sentence,
    Speaker,
    Statement,
    Status,
    Surface,
)

__all__ = ["PER_DOCUMENT", "synthetic_documents"]

PER_DOCUMENT = 50  # statements
_VERBS = {
    "promote": "promotes",
    "establish": "establishes",
    "develop": "develops",
    "strengthen": "strengthens",
    "improve": "improves",
    "fund": "funds",
    "restrict": "restricts",
    "reduce": "reduces",
    "reform": "reforms",
    "implement": "implements",
    "regulate": "regulates",
    "require": "requires",
}
_FIRST = (
    "green",
    "digital",
    "rural",
    "marine",
    "public",
    "regional",
    "medical",
    "urban",
    "basic",
    "joint",
    "coastal",
    "alpine",
)
_SECOND = ("research", "energy", "transport", "education", "finance", "data", "housing", "water", "trade", "health", "labour")
_THIRD = ("fund", "programme", "standard", "platform", "network", "reform", "service", "cluster", "zone", "pilot", "corridor")
_BODIES = ("Ministry of", "Agency for", "Commission on", "Council for", "Office of")
_TAIL = "in every province with the partners of the plan and under the rules that the assembly adopted last spring"


def synthetic_documents(statements: int) -> Iterator[tuple[Document, list[Extracted]]]:
    """Documents of 50 statements each, one a sentence, until there are ``statements``. Concepts recur as words do (Zipf)."""
    chance = random.Random(20240820)  # noqa: S311 — the same each time is what is wanted
    for number in range(0, statements, PER_DOCUMENT):
        yield _document(number // PER_DOCUMENT, min(PER_DOCUMENT, statements - number), chance)


def _document(number: int, size: int, chance: random.Random) -> tuple[Document, list[Extracted]]:
    body = f"{chance.choice(_BODIES)} {chance.choice(_SECOND).title()}"
    speaker = f"Speaker {number % 200}"
    parts = [_parts(chance, body) for _ in range(size)]
    sentences = [f"{actor} will {verb} the {concept} {_TAIL}." for actor, verb, concept in parts]
    document = Document(
        id=f"document-{number:06d}",
        text="\n".join(sentences),
        digest=f"{number:064x}",
        source=f"document-{number:06d}.txt",
        title=f"Document {number}",
        date=date(2015 + number % 10, 1 + number % 12, 1 + number % 28),
        language="en",
        speakers=(Speaker(speaker, "minister", body),),
        speaks_for=body,
    )
    extracted = []
    offset = 0
    for index, (text, (actor, verb, concept)) in enumerate(zip(sentences, parts, strict=True), start=1):
        sentence = Sentence(index, offset, offset + len(text), text)
        extracted.append(Extracted(sentence, (_statement(sentence, actor, verb, concept, speaker, chance),)))
        offset += len(text) + 1
    return document, extracted


def _parts(chance: random.Random, body: str) -> tuple[str, str, str]:
    actor = body if chance.random() < 0.6 else f"{chance.choice(_BODIES)} {chance.choice(_SECOND).title()}"
    rank = int(100 * chance.paretovariate(1.0)) - 100  # the most frequent concept has 1 % of the statements
    serial = f" {rank % 9973}" if rank > 50 else ""
    place = rank % len(_FIRST), rank // 7 % len(_SECOND), rank // 3 % len(_THIRD)
    return actor, chance.choice(list(_VERBS)), f"{_FIRST[place[0]]} {_SECOND[place[1]]} {_THIRD[place[2]]}{serial}"


def _statement(sentence: Sentence, actor: str, verb: str, concept: str, speaker: str, chance: random.Random) -> Statement:
    end = sentence.text.index(" in every")
    return Statement(
        actor=actor,
        verb=verb,
        object=concept,
        object_long=f"the {concept}",
        relation=_VERBS[verb],
        status=chance.choice(list(Status)),
        polarity=Polarity.NEGATED if chance.random() < 0.05 else Polarity.AFFIRMED,
        evidence=Evidence(sentence.start, sentence.start + end, sentence.text[:end]),
        actor_basis=ActorBasis.EXPLICIT,
        rule="synthetic",
        surface=Surface(actor, verb, f"the {concept}"),
        support=0.9,
        speaker=speaker,
        qualifiers=(Qualifier("in", "every province", sentence.start + end + 1, sentence.start + end + 15),)
        if chance.random() < 0.2
        else (),
    )
