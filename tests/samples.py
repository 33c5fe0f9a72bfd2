"""A small corpus with a small extractor of its own, for tests of what happens before and after extraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg.build import build
from kg.config import Settings
from kg.extraction import Extractor
from kg.model import (
    ActorBasis,
    Document,
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
from kg.stores import open_store
from kg.stores.embedded import OxigraphStore

__all__ = ["FIELDS", "TEXTS", "PlainExtractor", "built_of", "statement_in", "write_corpus"]

# What other tools read of a statement record.
FIELDS = {
    "actor",
    "verb",
    "object",
    "object_long",
    "relation",
    "status",
    "polarity",
    "speaker",
    "means",
    "purpose",
    "quantity",
    "time",
    "actor_basis",
    "start",
    "end",
    "rule",
    "qualifiers",
    "surface",
}

TEXTS = {
    "plan-2023.md": """---
title: A plan
date: 2023-03-05
publisher: Example Press
speaks_for: SASAC
speakers:
  - name: Wang Hongzhi
    post: vice chairman
    organization: SASAC
---
SASAC will establish innovation consortia. SASAC will not restrict private enterprises. Good morning.
""",
    "report-2024.md": """---
title: A report
date: 2024-07-26
---
SASAC promotes innovation consortia. Central SOEs develop new energy vehicles. Nobody spoke.
""",
}
_SENTENCE = re.compile(r"[^.\s][^.\n]*\.")
_STATEMENT = re.compile(
    r"(?P<actor>[\w ]+?) (?P<will>will )?(?P<no>not )?(?P<verb>establish|promote|develop|restrict)s? (?P<object>[\w ]+)"
)
_RELATIONS = {"establish": "establishes", "promote": "promotes", "develop": "develops", "restrict": "restricts"}


class PlainExtractor:
    """Reads sentences of the form ACTOR [will] [not] VERB OBJECT; ``parsed`` lists the documents that it was given."""

    def __init__(self, fingerprint: str = "plain 1") -> None:
        self.fingerprint = fingerprint
        self.parsed: list[str] = []

    def extract(self, document: Document) -> Iterator[Extracted]:
        """Every sentence, cut at full stops."""
        self.parsed.append(document.id)
        number = 0
        for index, block in enumerate(document.blocks):
            for match in _SENTENCE.finditer(document.text, block.start, block.end):
                number += 1
                sentence = Sentence(number, match.start(), match.end(), match[0], block.kind, block.speaker, block.turn, index)
                found = statement_in(sentence)
                yield Extracted(sentence, (found,)) if found else Extracted(sentence, reason=Reason.NO_PREDICATE)


def statement_in(sentence: Sentence, **changes: object) -> Statement | None:
    """The statement of a sentence of that form; ``changes`` replace its fields."""
    found = _STATEMENT.search(sentence.text)
    if found is None:
        return None
    actor, verb, concept = found["actor"].strip(), found["verb"], found["object"]
    start = sentence.start + found.start("actor") + len(found["actor"]) - len(found["actor"].lstrip())
    fields: dict[str, object] = {
        "actor": actor,
        "verb": verb,
        "object": concept,
        "object_long": concept,
        "relation": _RELATIONS[verb],
        "status": Status.PLANNED if found["will"] else Status.ONGOING,
        "polarity": Polarity.NEGATED if found["no"] else Polarity.AFFIRMED,
        "evidence": Evidence(start, sentence.start + found.end(), sentence.text[start - sentence.start : found.end()]),
        "actor_basis": ActorBasis.EXPLICIT,
        "rule": "plain",
        "surface": Surface(actor, verb, concept),
        "support": 0.9,
        "speaker": "Wang Hongzhi" if found["will"] else None,
        "means": ("equipment transformation",),
        "quantity": "more than 80%",
        "quantities": (Quantity("more than 80%", 80.0, "percent", "min"),),
        "time": "by 2030",
        "times": (TimeExpression("by 2030", None, None, deadline=True),),
        "qualifiers": (Qualifier("across", "the country", start, start + 3),),
    }
    return Statement(**(fields | changes))  # type: ignore[arg-type]


def write_corpus(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    """``folder``, holding ``texts``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def built_of(place: Path, texts: dict[str, str], extractor: Extractor) -> OxigraphStore:
    """The graph in ``place`` after a build of ``texts`` and nothing else, on top of what an earlier build left there."""
    folder = write_corpus(place / "texts", texts)
    for file in folder.iterdir():
        if file.name not in texts:
            file.unlink()
    report = build([folder], place / "graph", Settings(), extractor=extractor)
    store = open_store(place / "graph", read_only=True)
    assert isinstance(store, OxigraphStore) and len(store) == report.quads
    return store
