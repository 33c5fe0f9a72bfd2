"""A light, mutable dependency tree of one sentence: what the rules read and what repairs change.

Labels are those of spaCy's English models (ClearNLP style). Reading a plain Python object is several times faster than reading
spaCy's, and a tree can be mended where spaCy's ``Doc`` cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

__all__ = ["BY_PLACE", "VERB_TAGS", "Token", "Tree", "trees_of"]

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_HYPHENS = frozenset("-‐‑")
_WORDS = re.compile(r"[a-z]+")
_VERB_PREFIXES = frozenset(
    {"co", "re", "pre", "de", "non", "over", "under", "out", "up"}
    | {"dis", "mis", "counter", "cross", "fast", "fine", "kick", "jump", "test"}
)
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


BY_PLACE = attrgetter("i")  # the key that sorts tokens in text order


class Token:
    """One word: its form, tag, dependency and place. ``start`` and ``end`` are offsets into the sentence's text."""

    __slots__ = ("children", "core", "dep", "end", "head", "i", "lemma", "lower", "repaired", "start", "tag", "text")

    def __init__(self, i: int, text: str, lemma: str, tag: str, dep: str, start: int) -> None:
        self.i, self.text, self.lemma, self.tag, self.dep = i, text, lemma, tag, dep
        self.lower = text.lower()
        self.start, self.end = start, start + len(text)
        self.head: Token = self
        self.children: list[Token] = []
        self.core: Token | None = None  # what ``heads.core_head`` has found; valid once repairs are done
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

    @property
    def goes_on(self) -> bool:
        """Whether it is coordinated with a token above it: a root labelled so would be climbed for ever."""
        return self.dep == "conj" and self.head is not self

    @property
    def modal(self) -> bool:
        """Whether the verb stands under a modal of its own."""
        return any(child.tag == "MD" and child.dep == "aux" for child in self.children)

    @property
    def infinitive(self) -> bool:
        """Whether the verb stands behind a "to" of its own."""
        return any(child.tag == "TO" and child.dep == "aux" for child in self.children)

    @property
    def opening(self) -> Token:
        """The first word of the verb's group, the one that has tense and number: "has" of "has been built"."""
        return min((self, *self.having("aux", "auxpass")), key=BY_PLACE)

    @property
    def number(self) -> str:
        """ "singular" or "plural", by the first word of the verb's group; "" where that does not tell."""
        first = self.opening
        if first.tag == "VBZ" or first.lower == "was":
            return "singular"
        return "plural" if first.tag == "VBP" or first.lower == "were" else ""

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
        if not self.children:
            return [self]
        found, stack = [self], [self]
        while stack:
            for token in stack.pop().children:
                if token.dep == "conj":
                    found.append(token)
                    stack.append(token)
        found.sort(key=BY_PLACE)
        return found

    def subtree(self) -> list[Token]:
        """This token and all below it, in text order."""
        if not self.children:
            return [self]
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=BY_PLACE)
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
        head.children.sort(key=BY_PLACE)

    def join(self, verb: Token, target: Token) -> None:
        """Go on with ``verb`` as its conjunct, with ``target`` for the object, also where it hung on that."""
        target.hang(verb, "dep")
        self.hang(verb, "conj")
        target.hang(self, "dobj")

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
            above.children.sort(key=BY_PLACE)
        old.head, old.dep = old, "ROOT"


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
        whole = self.text[:start] + text[: len(self.text) - start]
        if whole == self.text:
            return
        self.text = whole
        for token in self.tokens:
            if 0 < start == token.start and token.tag == "VBG":
                continue  # "has committed to:", "Building two ports": a capital behind our own words makes no name
            if token.start >= start:
                token.text = self.text[token.start : token.end]
                if " " in token.text:  # a citation, which the parser was given as one word
                    token.lower = token.text.lower()
                    named = (w for w in _WORDS.findall(token.lower) if w not in {"implementing", "delegated", "framework"})
                    token.lemma = next(named, token.lower)

    def release(self) -> None:
        """Let go of the links between tokens, so that memory is free at once and not when circles are looked for."""
        for token in self.tokens:
            del token.head, token.core  # the only links that can lead in a circle
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


def trees_of(doc: Doc, text: str, spans: Iterable[Span]) -> Iterator[Tree]:
    """The trees of parsed sentences: spans of ``doc``, whose text is ``text``.

    All tokens are read at once, which is several times faster than one by one.

    White-space tokens are left out; a word whose head is one of them, or stands outside the span, hangs on nothing.
    """
    import numpy as np  # noqa: PLC0415  # heavy, and spaCy's
    from spacy import attrs  # noqa: PLC0415  # heavy

    strings = _strings_of(doc.vocab)
    rows = doc.to_array([attrs.ORTH, attrs.LEMMA, attrs.TAG, attrs.DEP, attrs.IDX]).tolist()
    heads = (doc.to_array(attrs.HEAD).astype(np.int64) + np.arange(len(doc))).tolist()  # HEAD is a distance
    for span in spans:
        first, last, offset = span.start, span.end, span.start_char
        words: list[Token] = []
        place: dict[int, Token] = {}  # index in ``doc`` → token
        for index, (orth, lemma, tag, dep, start) in enumerate(rows[first:last], first):
            form = strings[orth]
            if not form.isspace():
                place[index] = word = Token(len(words), form, strings[lemma], strings[tag], strings[dep], start - offset)
                words.append(word)
        yield _tree(text[offset : span.end_char], words, place, heads)


def _tree(text: str, words: list[Token], place: dict[int, Token], heads: list[int]) -> Tree:
    """The tree of ``words``, which ``place`` has by index; ``heads`` are indices too."""
    tokens = words
    if any(hyphen in text for hyphen in _HYPHENS):
        tokens, place = _joined(text, words, place)
    joined = len(tokens) < len(words)  # only joining words can close a circle
    for word, (index, token) in zip(words, place.items(), strict=True):
        parent = place.get(heads[index])
        if parent is None or parent is token or token.head is not token:
            continue
        if joined and any(above is token for above in parent.ancestors()):
            continue
        token.head, token.dep = parent, word.dep
        parent.children.append(token)
    for token in tokens:
        if token.head is token:
            token.dep = "ROOT"
    return Tree(text, tokens)


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


def _joined(text: str, words: list[Token], place: dict[int, Token]) -> tuple[list[Token], dict[int, Token]]:
    """The tokens of ``text`` where words that hyphens join are one ("co-finance", "state-owned"), and their places."""
    tokens: list[Token] = []
    taken_by: list[Token] = []  # the token that each word goes into
    for group in _hyphenated(words):
        token = group[0] if len(group) == 1 else _join(text, group)
        token.i = len(tokens)
        tokens.append(token)
        taken_by.extend([token] * len(group))
    return tokens, dict(zip(place, taken_by, strict=True))


def _hyphenated(words: list[Token]) -> Iterator[list[Token]]:
    """``words`` one by one, those that hyphens join in one group."""
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


def _join(text: str, group: list[Token]) -> Token:
    """One token: tag and lemma are those of the last part; a participle with a noun or adjective before it is an adjective."""
    first, last = group[0], group[-1]
    whole = text[first.start : last.end]
    tag = last.tag
    if tag in {"VBN", "VBG", "VBD"} and first.lower not in _VERB_PREFIXES:
        tag = "JJ"
    elif tag == "DT":
        tag = "JJ"  # "one-size-fits-all"
    elif tag in {"IN", "RP"}:
        tag = "NN"
    return Token(first.i, whole, whole[: -len(last.text)] + last.lemma, tag, first.dep, first.start)
