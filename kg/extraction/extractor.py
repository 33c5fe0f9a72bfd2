"""The built-in extractor: parse, find clauses, assemble statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.config import DEFAULT_MODEL
from kg.extraction.assemble import Frame, analyse
from kg.extraction.attribution import Quotation
from kg.extraction.discourse import Discourse
from kg.extraction.reading import NO_STATEMENT, ToParse, introduces, to_parse
from kg.extraction.repair import repair
from kg.extraction.talk import is_asked
from kg.extraction.tree import Tree, trees_of
from kg.extraction.we import heading_actor, heading_office, spoken_for
from kg.ids import digest
from kg.language import Language, is_english, sentence_spans
from kg.model import Block, BlockKind, Document, Extracted, Reason, Sentence, Status
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = ["ClauseExtractor"]

_MAX_TOKENS = 600  # no sentence that a person wrote is longer; a parse of more is noise
_GREETING = re.compile(
    r"^\W*(thank(s| you)|good (morning|afternoon|evening)|hello|"
    r"welcome|dear |ladies and|distinguished |excellenc|madam |mr\.? )",
    re.IGNORECASE,
)


class ClauseExtractor:
    """Statements by clause analysis of spaCy's parse; see the modules of this room for the rules."""

    def __init__(self, vocabulary: Vocabulary, model: str = DEFAULT_MODEL, pipeline: Pipeline | None = None) -> None:
        """``model`` is a spaCy model's name or folder; it is loaded at the first document, unless its ``pipeline`` is given."""
        self.vocabulary = vocabulary
        self.language = Language(model, pipeline)
        self._relation_of = lru_cache(maxsize=4096)(vocabulary.relation_of)
        self._in_lexicon = frozenset(verb for relation in vocabulary.relations.values() for verb in relation.verbs).__contains__

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Words that can be a verb where the parser sees none: the lexicon's, and those that are nothing else."""
        return self.vocabulary.verbs | self.language.plain_verbs

    @property
    def fingerprint(self) -> str:
        """A digest of rules, word lists, lexicon, who answers for whom, and model; other names do not count."""
        return digest(__version__, _sources(), self.vocabulary.lexicon, _answers(self.vocabulary), self.language.version)

    def extract(self, document: Document, *, parsed: Iterator[Doc] | None = None) -> Iterator[Extracted]:
        """Every sentence of ``document``, in order; ``parsed`` are the parses of its blocks with text, if there are any yet."""
        texts = [to_parse(document, block, self.vocabulary.verbs) for block in document.blocks]
        if parsed is None:
            parsed = self.language.parse(item.text for item in texts if item.text)
        state = _State(self, document)
        number = 0
        for index, block in enumerate(document.blocks):
            doc = next(parsed) if texts[index].text else None
            for extracted in state.block(index, block, doc, texts[index], number):
                number = extracted.sentence.number
                yield extracted

    def extract_parsed(self, doc: Doc, *, speaks_for: str | None = None) -> Iterator[Extracted]:
        """The sentences of a text that somebody else parsed, as one turn without a title; offsets are into ``doc.text``."""
        block = Block(BlockKind.PARAGRAPH, 0, len(doc.text))
        document = Document("text", doc.text, "", "text", (block,), speaks_for=speaks_for)
        if doc.text.strip():
            yield from _State(self, document).block(0, block, doc, ToParse(doc.text), 0)

    def trees(self, doc: Doc, text: str, *, whole: bool) -> Iterator[tuple[Tree, int]]:
        """The repaired trees of ``doc``, the parse of ``text``, with their offsets: one a sentence, or one for all of it."""
        spans = [doc[:]] if whole else sentence_spans(doc)
        for span, tree in zip(spans, trees_of(doc, text, spans), strict=True):
            if len(tree) <= _MAX_TOKENS:
                repair(tree, self.verbs)
            yield tree, span.start_char


class _State:
    """What a document's blocks so far have established."""

    def __init__(self, extractor: ClauseExtractor, document: Document) -> None:
        self.extractor, self.document = extractor, document
        self.turn: tuple[int, str | None] | None = None  # number and speaker
        self.heading: str | None = None
        self.lead: tuple[str | None, Status] | None = None  # actor and status of the last clause of the last sentence
        self.leads: dict[int, tuple[str | None, Status] | None] = {}  # the same for each block
        self.discourse = Discourse()
        self.frame = Frame(self.discourse, Quotation(), extractor._relation_of, extractor._in_lexicon, document.date)

    def block(self, index: int, block: Block, doc: Doc | None, parsed: ToParse, number: int) -> Iterator[Extracted]:
        """The sentences of one block, numbered after ``number``; ``parsed`` is what ``doc`` is the parse of."""
        if (block.turn, block.speaker) != self.turn and (block.kind not in NO_STATEMENT or self.turn is None):
            self._new_turn(block)
        if block.kind is BlockKind.HEADING:
            self.heading = heading_actor(self.document.block_text(block), self.extractor.vocabulary)
            self.discourse.post = heading_office(self.document.block_text(block))
        elif block.kind is BlockKind.PARAGRAPH and (body := _enacting(self.document.block_text(block))):
            self.heading = heading_actor(body, self.extractor.vocabulary) or self.heading
        if doc is None or block.kind in NO_STATEMENT:
            sentence = _whole(self.document, index, block, self._number(index, number))
            yield Extracted(sentence, reason=NO_STATEMENT.get(block.kind, Reason.NO_PREDICATE))
            return
        whole = self.document.given or parsed.skip > 0
        self._understood(block, parsed)
        for tree, offset in self.extractor.trees(doc, parsed.text, whole=whole):
            number = self._number(index, number)
            start = block.start if whole else block.start + offset - parsed.shift
            end = block.end if whole else start + len(tree.text)
            text = self.document.text[start:end]
            sentence = Sentence(number, start, end, text, block.kind, block.speaker, block.turn, index)
            shift = parsed.shift if whole else 0
            tree.restore(text[parsed.skip - shift :], parsed.skip)
            yield self._sentence(tree, sentence, parsed.skip, shift)
        self.leads[index] = self.lead

    def _understood(self, block: Block, parsed: ToParse) -> None:
        """Set who is understood to act, and how firmly, where the block's sentences have a verb without subject."""
        lead = self._lead(block.lead) if block.kind is BlockKind.LIST_ITEM and block.lead is not None else None
        self.frame.prefixed = parsed.prefixed
        self.discourse.heading = lead[0] if lead is not None and lead[0] else self.heading
        self.frame.imperative = lead[1] if lead is not None and lead[1] is not Status.ACHIEVED else Status.REQUESTED

    def _lead(self, index: int) -> tuple[str | None, Status] | None:
        """Who is to do what the list after block ``index`` says, where that block introduces it."""
        block = self.document.blocks[index]
        if block.kind is BlockKind.LIST_ITEM and block.lead is not None and index not in self.leads:
            return self._lead(block.lead)
        return self.leads.get(index) if introduces(self.document.block_text(block)) else None

    def _number(self, index: int, number: int) -> int:
        """The next sentence's number: the source's own for given sentences."""
        return self.document.numbers[index] if self.document.given else number + 1

    def _new_turn(self, block: Block) -> None:
        self.turn = (block.turn, block.speaker)
        self.discourse.speaker = block.speaker
        self.discourse.we = spoken_for(self.document, block, self.extractor.vocabulary)
        self.discourse.titled = block.speaker is None and self.document.speaks_for is None
        self.discourse.sentences.clear()
        self.frame.speaker = block.speaker
        self.frame.quotation.open = False

    def _sentence(self, tree: Tree, sentence: Sentence, skip: int, shift: int) -> Extracted:
        reason = _excluded(tree, sentence)
        if reason is not None:
            tree.release()
            return Extracted(sentence, reason=reason)
        found = analyse(tree, sentence, self.frame, skip=skip, shift=shift)
        tree.release()
        self.lead = found.lead
        if not found.statements:
            reason = Reason.GREETING if _GREETING.match(sentence.text) and len(tree) < 15 else found.reason
            return Extracted(sentence, reason=reason or Reason.NO_CONTENT, trace=tuple(found.trace))
        return Extracted(sentence, tuple(found.statements), trace=tuple(found.trace))


def _excluded(tree: Tree, sentence: Sentence) -> Reason | None:
    """Why the sentence is not analysed at all, if so."""
    if len(tree) > _MAX_TOKENS:
        return Reason.TOO_LONG
    if sentence.text.rstrip("\"”'’ )").endswith("?") or is_asked(tree):
        return Reason.QUESTION
    if not is_english(sentence.text):
        return Reason.LANGUAGE
    if not any(char.isalpha() for char in sentence.text):
        return Reason.FURNITURE
    return None


def _enacting(text: str) -> str:
    """“The General Assembly,” above a resolution's paragraphs: who acts in all of them."""
    return text.rstrip()[:-1] if len(text) < 80 and text.startswith("The ") and text.rstrip().endswith(",") else ""


def _whole(document: Document, index: int, block: Block, number: int) -> Sentence:
    return Sentence(number, block.start, block.end, document.block_text(block), block.kind, block.speaker, block.turn, index)


def _answers(vocabulary: Vocabulary) -> str:
    """A digest of who answers for whom, with their names."""
    parts: list[str] = []
    for entry in vocabulary.actors:
        if entry.speaks_for:
            others = [other for iri in entry.speaks_for if (other := vocabulary.named(iri)) is not None]
            parts.extend(name for item in (entry, *others) for name in (item.label, *item.alt_labels, ""))
    return digest(*parts)


@lru_cache(maxsize=1)
def _sources() -> str:
    """A digest of this room's code and tables."""
    room = Path(__file__).parent
    files = sorted(path for ending in ("*.py", "*.toml") for path in room.rglob(ending))
    return digest(*(part for path in files for part in (path.relative_to(room).as_posix(), path.read_text(encoding="utf-8"))))
