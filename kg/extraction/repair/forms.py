"""Words whose tag or lemma the sentence contradicts."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "initial_imperative",
    "lemma_of_gerund",
    "lemmas",
    "make_root",
    "plural_verb_before_infinitive",
    "to_before_adjective",
]

_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def plural_verb_before_infinitive(tokens: list[Token]) -> None:
    """“The Party pledges to build homes”: a noun before "to V" in a sentence without any finite verb is the verb."""
    if any((token.tag in _FINITE and token.lower != token.lemma.lower()) or token.tag == "MD" for token in tokens):
        return
    catenatives = words("catenative.planned") | words("catenative.ongoing") | words("catenative.inherit")
    for token, following in pairwise(tokens):
        if token.tag in {"NNS", "NNPS"} and token.lemma.lower() in catenatives and following.tag == "TO" and token.i > 0:
            verb = following.head
            before = tokens[token.i - 1]
            token.tag, token.lemma, token.repaired = "VBZ", token.lemma.lower(), True
            if before.head is token:
                before.dep = "nsubj"
            if verb.is_verb and verb is not token:
                make_root(token)
                verb.hang(token, "xcomp")
            return


def make_root(token: Token) -> None:
    """Let ``token`` take the place of its root."""
    above = list(token.ancestors())
    if not above:
        return
    old = above[-1]
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"
    old.head, old.dep = token, "nsubj" if old.i < token.i and old.is_noun else "dep"
    token.children.append(old)
    token.children.sort(key=lambda child: child.i)


def initial_imperative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Uphold the bottom line”: a sentence that opens with a lexicon verb and a determiner is an imperative."""
    start = next((token for token in tokens if token.text[0].isalpha() and token.tag not in {"RB", "CC"}), None)
    if start is None or start.is_verb or start.lower not in verbs or start.i + 1 >= len(tokens):
        return
    following = tokens[start.i + 1]
    if (
        following.tag in {"DT", "PRP$"}
        or (following.tag == "CC" and start.i + 2 < len(tokens) and tokens[start.i + 2].tag == "VB")
        or (
            start.lower == start.lemma.lower()
            and following.tag in {"JJ", "NNS", "CD"}
            and start.dep in {"compound", "amod", "ROOT"}
            and not _has_finite(tokens)
        )
    ):
        target = start.head
        start.tag, start.lemma, start.repaired = "VB", start.lower, True
        if start.dep == "ROOT":
            return
        if target.is_noun:
            root = target.dep == "ROOT"
            if root:
                make_root(start)
                target.dep = "dobj"
            elif target.dep in {"nsubj", "nsubjpass"} and target.head.tag in {"VB", "VBP"}:
                start.hang(target.head, "advcl")
                target.hang(start, "dobj")


def _has_finite(tokens: list[Token]) -> bool:
    return any(token.tag in {"VBZ", "VBD", "MD"} or token.dep == "nsubj" for token in tokens)


def to_before_adjective(tokens: list[Token]) -> None:
    """“entitled to equal prices”: an adjective taken for an infinitive."""
    for token in tokens:
        if not token.tag.startswith("JJ"):
            continue
        to = next((child for child in token.children if child.tag == "TO" and child.dep == "aux"), None)
        noun = token.child("dobj")
        if to is None or noun is None or token.head is token or not token.head.is_verb:
            continue
        to.hang(token.head, "prep")
        noun.hang(to, "pobj")
        token.hang(noun, "amod")


def lemmas(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“installed”, "remedied": the lemma that the lexicon knows, where spaCy's rules made up another."""
    for token in tokens:
        if token.tag in {"VBD", "VBN", "VBG"} and token.lemma.lower() not in verbs:
            for candidate in _candidates(token.lower):
                if candidate in verbs:
                    token.lemma = candidate
                    break


def _candidates(form: str) -> list[str]:
    stem = form.removesuffix("ing") if form.endswith("ing") else form.removesuffix("ed")
    if stem == form:
        return []
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, doubled]


def lemma_of_gerund(token: Token, verbs: AbstractSet[str]) -> str | None:
    """The verb of the lexicon that ``token`` is the gerund of."""
    return next((candidate for candidate in _candidates(token.lower) if candidate in verbs), None)
