"""A light, mutable dependency tree of one sentence: what the rules read and what repairs change.

Labels are those of spaCy's English models (ClearNLP style). Reading a plain Python object is several times faster than reading
spaCy's, and a tree can be mended where spaCy's ``Doc`` cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Span
    from spacy.vocab import Vocab

__all__ = ["Token", "Tree", "tree_of"]

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_HYPHENS = frozenset("-‐‑")
_VERB_PREFIXES = frozenset(
    [
        "co",
        "re",
        "pre",
        "de",
        "non",
        "over",
        "under",
        "out",
        "up",
        "dis",
        "mis",
        "counter",
        "cross",
        "fast",
        "fine",
        "kick",
        "jump",
        "test",
    ]
)
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


class Token:
    """One word: its form, tag, dependency and place. ``start`` and ``end`` are offsets into the sentence's text."""

    __slots__ = ("children", "dep", "end", "head", "i", "lemma", "lower", "repaired", "start", "tag", "text")

    def __init__(self, i: int, text: str, lemma: str, tag: str, dep: str, start: int) -> None:
        self.i, self.text, self.lemma, self.tag, self.dep = i, text, lemma, tag, dep
        self.lower = text.lower()
        self.start, self.end = start, start + len(text)
        self.head: Token = self
        self.children: list[Token] = []
        self.repaired = False

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def is_noun(self) -> bool:
        """Whether the tag is a noun's."""
        return self.tag in NOUN_TAGS

    @property
    def is_verb(self) -> bool:
        """Whether the tag is a verb's."""
        return self.tag in VERB_TAGS

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def having(self, *deps: str) -> list[Token]:
        """The children with one of these labels, in text order."""
        return [token for token in self.children if token.dep in deps]

    def conjuncts(self) -> list[Token]:
        """This token and what is coordinated with it after it, in text order."""
        found, stack = [self], [self]
        while stack:
            for token in stack.pop().children:
                if token.dep == "conj":
                    found.append(token)
                    stack.append(token)
        found.sort(key=lambda token: token.i)
        return found

    def subtree(self) -> list[Token]:
        """This token and all below it, in text order."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The heads above it, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def hang(self, head: Token, dep: str) -> None:
        """Make it a child of ``head`` with label ``dep``; refused (no change) where that would close a circle."""
        if head is self or any(above is self for above in head.ancestors()):
            return
        if self.head is not self:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        head.children.append(self)
        head.children.sort(key=lambda token: token.i)

    def replace(self, old: Token) -> None:
        """Take the place of ``old``, whose child it is; ``old`` then hangs on nothing, with the rest of its children."""
        old.children.remove(self)
        above = old.head
        if above is old:
            self.head, self.dep = self, "ROOT"
        else:
            above.children.remove(old)
            self.head, self.dep = above, old.dep
            above.children.append(self)
            above.children.sort(key=lambda token: token.i)
        old.head = old


class Tree(Sequence[Token]):
    """The tokens of one sentence in text order, over the sentence's text."""

    __slots__ = ("memo", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.memo: dict[int, Any] = {}  # index of a head → what a rule has worked out for it; valid once repairs are done

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # an int gives a Token, a slice a list of them
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def restore(self, text: str, start: int) -> None:
        """Put the source's own ``text`` from offset ``start`` on, where the parser was given another of the same length."""
        self.text = self.text[:start] + text[: len(self.text) - start]
        for token in self.tokens:
            if token.start >= start:
                token.text = self.text[token.start : token.end]

    def release(self) -> None:
        """Let go of the links between tokens, so that memory is free at once and not when circles are looked for."""
        for token in self.tokens:
            token.children = []
            token.head = token
        self.memo = {}

    def roots(self) -> list[Token]:
        """The tokens that hang on nothing."""
        return [token for token in self.tokens if token.head is token]

    def words(self, tokens: Iterable[Token]) -> str:
        """``tokens`` (in text order) as a phrase, with a space where the text has white space between two of them.

        A word left out between two leaves one space.
        """
        parts: list[str] = []
        last: Token | None = None
        for token in tokens:
            if last is not None and (token.i != last.i + 1 or token.start > last.end):
                parts.append(" ")
            parts.append(token.text)
            last = token
        return "".join(parts)


def tree_of(span: Span) -> Tree:
    """The tree of a parsed sentence (a spaCy span); white-space tokens are left out and their children hang on their heads."""
    words, whole = _words(span), span.text
    tokens: list[Token] = []
    place: dict[int, Token] = {}  # index in the span → token
    for group in _hyphenated(words):
        first, last = group[0], group[-1]
        token = Token(len(tokens), whole[first.start : last.end], last.lemma, last.tag, first.dep, first.start)
        if first is not last:
            _join(token, group)
        for word in group:
            place[word.i] = token
        tokens.append(token)
    heads = {word.i: word.head for word in words}
    joined = len(tokens) < len(words)  # only joining words can close a circle
    for word in words:
        token = place[word.i]
        if token.head is not token:
            continue
        at = word.head
        while at not in place and heads.get(at, at) != at:
            at = heads[at]
        parent = place.get(at)
        if parent is None or parent is token or (joined and any(above is token for above in parent.ancestors())):
            continue
        token.head, token.dep = parent, word.dep
        parent.children.append(token)
    for token in tokens:
        if token.head is token:
            token.dep = "ROOT"
        if len(token.children) > 1:
            token.children.sort(key=_by_place)
    return Tree(whole, tokens)


def _by_place(token: Token) -> int:
    return token.i


class _Word(NamedTuple):
    """A spaCy token as plain data: ``i`` and ``head`` are indices in the span, ``start`` and ``end`` offsets into its text."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    tag: str
    dep: str
    head: int
    spaced: bool  # white space follows


def _words(span: Span) -> list[_Word]:
    """The words of ``span``, without white space; read in bulk, which is several times faster than token by token."""
    from spacy import attrs  # noqa: PLC0415  # heavy

    strings = _strings_of(span.doc.vocab)
    columns = [getattr(attrs, name) for name in ("ORTH", "LEMMA", "TAG", "DEP", "HEAD", "SPACY")]
    rows = span.to_array(columns).tolist()  # type: ignore[attr-defined]  # missing from spaCy's stubs
    found = []
    start = 0
    for i, (orth, lemma, tag, dep, head, spaced) in enumerate(rows):
        text = strings[orth]
        end = start + len(text)
        if not text.isspace():
            relative = head - _WRAP if head > _HALF else head
            found.append(_Word(i, text, start, end, strings[lemma], strings[tag], strings[dep], i + relative, bool(spaced)))
        start = end + (1 if spaced else 0)
    return found


class _Strings(dict[int, str]):
    """spaCy's strings by hash, each asked for once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key]
        return found


@lru_cache(maxsize=4)
def _strings_of(vocab: Vocab) -> _Strings:
    return _Strings(vocab.strings)


_WRAP, _HALF = 1 << 64, 1 << 63  # spaCy's arrays hold relative heads as unsigned 64-bit numbers


def _hyphenated(words: list[_Word]) -> Iterator[list[_Word]]:
    """``words`` one by one, those that hyphens join in one group: "co-finance", "state-owned"."""
    k = 0
    while k < len(words):
        group = [words[k]]
        while (
            k + 2 < len(words)
            and words[k + 1].text in _HYPHENS
            and words[k].end == words[k + 1].start
            and words[k + 1].end == words[k + 2].start
            and words[k].text[-1].isalnum()
            and words[k + 2].text[0].isalnum()
        ):
            group += [words[k + 1], words[k + 2]]
            k += 2
        yield group
        k += 1


def _join(token: Token, group: list[_Word]) -> None:
    """Tag and lemma of a hyphenated word: its last part's; a participle with a noun or adjective before it is an adjective."""
    token.lemma = token.text[: -len(group[-1].text)] + group[-1].lemma
    if token.tag in {"VBN", "VBG", "VBD"} and group[0].text.lower() not in _VERB_PREFIXES:
        token.tag = "JJ"
    if group[-1].tag == "DT":
        token.tag = "JJ"  # "one-size-fits-all"
    if group[-1].tag in {"CD", "IN", "RP", "RB"}:
        token.tag = "NN" if token.tag in {"IN", "RP"} else token.tag
