"""The only caller of ``spacy.load``: texts → parsed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

from kg.config import DEFAULT_MODEL
from kg.errors import SettingsError

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Span

__all__ = ["CURRENCIES", "SIGNS", "Language", "is_english", "sentence_spans"]

_UNUSED = ("ner", "senter", "textcat", "entity_linker", "entity_ruler")  # nothing here reads what these add
_MAX_CHARACTERS = 20_000  # a longer text is parsed in pieces: the parser's memory grows with the text
_BATCH = 64
_OTHERWISE = frozenset({"except", "inter", "debrief", "reuse", "harry"})  # other words too, whatever the lemmatizer's list says
_QUOTED = re.compile(r"[“\"«][^”\"»]{1,200}[”\"»]")
_WORD = re.compile(r"[^\W\d_]+")


class Language:
    """A spaCy pipeline for English with tagger, parser and lemmatizer, loaded at the first parse."""

    def __init__(self, model: str = DEFAULT_MODEL, pipeline: Pipeline | None = None) -> None:
        """``model`` is the name of an installed package or a folder; a ``pipeline`` that is loaded already is used as it is."""
        self.model = model
        self._pipeline = pipeline

    @property
    def pipeline(self) -> Pipeline:
        """The loaded pipeline.

        Raises:
            SettingsError: no such model is installed, or it cannot tag, parse and lemmatize.
        """
        if self._pipeline is None:
            self._pipeline = _load(self.model)
        return self._pipeline

    @property
    def version(self) -> str:
        """Name and version of the model, for fingerprints; read without loading it."""
        from importlib import metadata  # noqa: PLC0415  # only builds need it

        try:
            return f"{self.model} {metadata.version(self.model.replace('_', '-'))}"
        except (metadata.PackageNotFoundError, ValueError):
            return self.model

    @cached_property
    def plain_verbs(self) -> frozenset[str]:
        """Words that the model's lemmatizer knows as verbs and nothing else: "solicit", not "ban"; none if it has no list."""
        lemmatizer = self.pipeline.get_pipe("lemmatizer") if self.pipeline.has_pipe("lemmatizer") else None
        lookups = getattr(lemmatizer, "lookups", None)
        if lookups is None or not lookups.has_table("lemma_index"):
            return frozenset()
        index = lookups.get_table("lemma_index")
        verbs, *others = (set(index.get(part, ())) for part in ("verb", "noun", "adj", "adv"))
        plain = verbs.difference(*others, _OTHERWISE)
        two = {form for word in verbs for form in (word, word + word[-1]) if word + word[-1] in verbs}  # "instal" and "install"
        return frozenset(word for word in plain - two if word.isalpha())

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One ``Doc`` a text, in order; a text longer than 20,000 characters gives the ``Doc`` of its pieces put together."""
        from spacy.tokens import Doc as SpacyDoc  # noqa: PLC0415  # heavy

        lengths: list[int] = []

        def pieces() -> Iterator[str]:
            for text in texts:
                parts = list(_pieces(text))
                lengths.append(len(parts))
                yield from parts

        held: list[Doc] = []
        done = 0
        for doc in self.pipeline.pipe(pieces(), batch_size=_BATCH):
            held.append(doc)
            if len(held) == lengths[done]:
                yield held[0] if len(held) == 1 else SpacyDoc.from_docs(held, ensure_whitespace=False)
                held, done = [], done + 1


def _load(model: str) -> Pipeline:
    import spacy.language  # noqa: PLC0415  # heavy

    try:
        pipeline = spacy.load(model, exclude=list(_UNUSED))
    except OSError as error:
        hint = f"install it with pip, or use {DEFAULT_MODEL}"
        raise SettingsError("model", f"no spaCy model {model!r} is installed", hint=hint) from error
    for need in ("parser", "lemmatizer"):
        if need not in pipeline.pipe_names:
            raise SettingsError("model", f"spaCy model {model!r} has no {need}", hint="a full English model is needed")
    _read_currencies(pipeline)
    if "tagger" in pipeline.pipe_names and pipeline.pipe_names.index("tagger") < pipeline.pipe_names.index("parser"):
        spacy.language.Language.component(_BOUNDARIES, func=clause_boundaries)
        pipeline.add_pipe(_BOUNDARIES, before="parser")
    return pipeline


SIGNS = "₹₦₱₫₩₪₴₸฿৳₵"  # of currencies that the model has seldom seen
CURRENCIES = frozenset(
    {*SIGNS, "Kshs.", "Kshs", "Ksh.", "Ksh", "KShs.", "KSh", "KES", "Tsh", "TSh"}
    | {"Ush", "USh", "Rs.", "Rs", "INR", "Tk.", "Tk", "Php", "RM"}
    | {"CHF", "SEK", "NOK", "DKK", "ZAR", "NGN", "SGD"}
)
_LARGE_NUMBERS = ("crore", "lakh")


def _read_currencies(pipeline: Pipeline) -> None:
    """Let the tagger take "Kshs. 118 billion" and "Rs. 40 crore" as it takes "$ 118 billion": by the words' norm form."""
    tokenizer: Any = pipeline.tokenizer  # spaCy's annotation is that of any callable
    for word in sorted(CURRENCIES):
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": "$"}])
    for sign in SIGNS:
        pipeline.vocab[sign].norm_ = "$"
    for word in _LARGE_NUMBERS:
        pipeline.vocab[word].norm_ = "million"


_BOUNDARIES = "policy_clause_boundaries"
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "WDT", "CD"})


def clause_boundaries(doc: Doc) -> Doc:
    """Tell the parser that a clause of its own begins after a semicolon: it would else hang one half on a word of the other.

    Both halves have a finite verb, and the second one its subject before it.
    """
    marks = [token.i for token in doc if token.text == ";"]
    for place, mark in enumerate(marks):
        start = marks[place - 1] + 1 if place else 0
        end = marks[place + 1] if place + 1 < len(marks) else len(doc)
        if _is_clause(doc[start:mark]) and _is_clause(doc[mark + 1 : end]):
            doc[mark + 1].is_sent_start = True
    return doc


def _is_clause(span: Span) -> bool:
    """Whether ``span`` begins with a subject, perhaps behind an adverb or a phrase, and has a finite verb."""
    verb = next((k for k, token in enumerate(span) if token.tag_ in _FINITE), None)
    if not verb:
        return False
    first = span[0]
    return first.tag_ in _SUBJECTS | {"RB", "JJ", "PRP$", "IN"} and any(token.tag_ in _SUBJECTS for token in span[:verb])


def _pieces(text: str) -> Iterator[str]:
    """``text`` cut at white space into pieces of at most 20,000 characters; an empty text is one empty piece."""
    start = 0
    while len(text) - start > _MAX_CHARACTERS:
        cut = text.rfind(" ", start + 1, start + _MAX_CHARACTERS) + 1 or start + _MAX_CHARACTERS
        yield text[start:cut]
        start = cut
    yield text[start:]


def sentence_spans(doc: Doc) -> list[Span]:
    """The sentences of ``doc``, without white space at their ends.

    The parser sometimes breaks a sentence at a colon or inside a list: a break before a lower-case word, or after a word that
    ends no sentence, is undone.
    """
    from spacy import attrs  # noqa: PLC0415  # heavy

    bounds: list[list[int]] = []
    for span in doc.sents:
        if bounds and not _breaks(doc, bounds[-1][1], span.start):
            bounds[-1][1] = span.end
        else:
            bounds.append([span.start, span.end])
    blank = doc.to_array(attrs.IS_SPACE).tolist()
    if not any(blank):
        return [doc[start:end] for start, end in bounds]
    spans = []
    for start, end in bounds:
        words = [i for i in range(start, end) if not blank[i]]
        if words:
            spans.append(doc[words[0] : words[-1] + 1])
    return spans


_TITLES = frozenset({"hon", "rt", "rev", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov"})  # before a name


def _breaks(doc: Doc, end: int, start: int) -> bool:
    before = next((doc[i].text for i in range(end - 1, -1, -1) if not doc[i].is_space), ".")
    after = next((doc[i].text for i in range(start, len(doc)) if not doc[i].is_space), "")
    if not after[:1].isalnum() and after[:1] not in "“\"'‘([-•":
        return not after
    if before == "." and end > 1 and doc[end - 2].lower_ in _TITLES:
        return False  # "the hon. Member"
    if before[-1] in ".?!" or before in {"”", '"', "’", "'", ")", "]", "…"}:
        return not after[:1].islower()
    return False


def is_english(text: str) -> bool:
    """Whether ``text`` can be English: Latin letters, and not more common words of another language than English ones."""
    if text.isascii() and any(word in text for word in (" the ", " of ", " and ", " to ")):
        return True
    found = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text[:2000]))]
    if sum(word.isascii() for word in found) < len(found) * 0.5:
        return not any(char.isalpha() for char in text)
    english, foreign = _common_words()
    strange = sum(word in foreign for word in found)
    return strange < 3 or strange <= sum(word in english for word in found)


@cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """The stop words of English, and those of other languages in Latin letters that are no English ones."""
    import spacy  # noqa: PLC0415  # the tables come with spaCy, which is heavy

    folder = Path(spacy.__file__).parent / "lang"

    def table(code: str) -> frozenset[str]:
        # the table alone: importing its package would build that language's tokenizer rules, two seconds for all of them
        return frozenset(run_path(str(folder / code / "stop_words.py"))["STOP_WORDS"])

    english = table("en")
    others = (
        table(code) for code in ("cs", "da", "de", "es", "fi", "fr", "hu", "id", "it", "nb", "nl", "pl", "pt", "ro", "sv", "tr")
    )
    foreign = frozenset(word for words in others for word in words if len(word) > 1)
    return english, foreign - english
