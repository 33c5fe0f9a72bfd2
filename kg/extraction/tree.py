"""A light, mutable dependency tree of one sentence: what the rules read and what repairs change.

Labels are those of spaCy's English models (ClearNLP style). Reading a plain Python object is several times faster than reading
spaCy's, and a tree can be mended where spaCy's ``Doc`` cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["Token", "Tree", "tree_of"]

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
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


class Tree(Sequence[Token]):
    """The tokens of one sentence in text order, over the sentence's text."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # an int gives a Token, a slice a list of them
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

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
    offset = span.start_char
    tokens: list[Token] = []
    by_index: dict[int, Token] = {}
    source = [word for word in span if not word.is_space]
    for word in source:
        token = Token(len(tokens), word.text, word.lemma_, word.tag_, word.dep_, word.idx - offset)
        by_index[word.i] = token
        tokens.append(token)
    for word in source:
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        parent = by_index.get(head.i)
        token = by_index[word.i]
        if parent is None or parent is token:
            token.dep = "ROOT"
            continue
        token.head = parent
        parent.children.append(token)
    return Tree(span.text, tokens)
