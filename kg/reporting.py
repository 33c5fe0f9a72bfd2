"""Extraction as text: records and lines for people, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.config import Settings
from kg.errors import SourceError
from kg.extraction import load_extractor
from kg.model import Document, Extracted
from kg.readers import find_sources, read, read_sentences
from kg.records import extracted_to_record
from kg.vocabulary import load_vocabulary

__all__ = ["Line", "extract_sources", "lines"]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence extracted, and its record for JSON."""

    extracted: Extracted
    record: dict[str, Any]


def extract_sources(files: Iterable[Path], sentences: Path | None, settings: Settings) -> Iterator[Line | str]:
    """A ``Line`` for each sentence of ``files`` or of the JSON Lines ``sentences``, and a warning for each source not read.

    Raises:
        SourceError: nothing could be read at all.
    """
    extractor = load_extractor(settings, load_vocabulary(*settings.vocabulary))
    documents = 0
    for document in _documents(files, sentences):
        if isinstance(document, SourceError):
            yield str(document)
            continue
        documents += 1
        yield from document.warnings
        for extracted in extractor.extract(document):
            yield Line(extracted, _record(document, extracted))
    if not documents:
        raise SourceError(sentences or ", ".join(map(str, files)), "nothing was read")


def _documents(files: Iterable[Path], sentences: Path | None) -> Iterator[Document | SourceError]:
    if sentences is not None:
        yield from read_sentences(sentences)
        return
    for path in files:
        try:
            found = find_sources([path])
        except SourceError as error:
            yield error
            continue
        for source in found:
            try:
                yield read(source)
            except SourceError as error:
                yield error


def _record(document: Document, extracted: Extracted) -> dict[str, Any]:
    """The record; of given sentences with their own numbers and with offsets into their own text."""
    record = extracted_to_record(document.id, extracted)
    if not document.given:
        return record
    shift = extracted.sentence.start
    record["start"], record["end"] = 0, record["end"] - shift
    for statement in record["statements"]:
        for item in (statement, *statement["qualifiers"]):
            item["start"] -= shift
            item["end"] -= shift
    return record


def lines(line: Line, *, explain: bool) -> Iterator[str]:
    """``line`` for a terminal: the sentence, then its statements or the reason; with the rules if ``explain``."""
    extracted = line.extracted
    yield f"{extracted.sentence.number:>4}  {' '.join(extracted.sentence.text.split())}"
    for statement in extracted.statements:
        polarity = "not " if statement.polarity == "negated" else ""
        rule = f"  [{statement.rule}; {statement.actor_basis}]" if explain else ""
        triple = f"{statement.actor or '(nobody named)'} — {polarity}{statement.verb} — {statement.object}"
        yield f"        {triple}  ({statement.status}){rule}"
    if extracted.reason is not None:
        yield f"        no statement: {extracted.reason}"
    if explain:
        yield from (f"        · {step}" for step in extracted.trace)
