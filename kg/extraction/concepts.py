"""Noun phrases → normalised labels of concepts and actors, as the guidelines' "Concepts" section says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.entitlements import entitlements
from kg.extraction.heads import (
    PERSONAL,
    core_head,
    is_amount,
    is_fixed_pair,
    is_share,
    names_time,
    opens_question,
)
from kg.extraction.keptmodifiers import is_dropped, kept_modifiers
from kg.extraction.tails import naming_tail, phrase_tokens, tail
from kg.extraction.tree import BY_PLACE, Token, Tree
from kg.extraction.words import phrases, words

__all__ = ["Phrase", "first_label", "noun_phrases"]

_PREMODIFIERS = frozenset(
    {
        "amod",
        "compound",
        "nmod",
        "nummod",
        "poss",
        "det",
        "quantmod",
        "advmod",
        "npadvmod",
        "predet",
        "punct",
        "case",
        "nounmod",
        "dep",
        "conj",
        "cc",
        "neg",
        "pobj",
        "prep",
        "acl",
        "appos",
    }
)
_DEMONYM = re.compile(r"^[A-Z]\w*(?:ean|ican|ese|ian|ish|rench|utch|erman|reek|wiss|raqi|zech|elsh|hai|aeli)$")


_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")  # "U.S", without its last point


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: ``label`` is the normalised concept, ``long`` the whole phrase without what is no part of any concept."""

    head: Token
    label: str
    long: str
    start: int
    end: int

    @classmethod
    def of(cls, token: Token, label: str) -> Phrase:
        """What the pronoun ``token`` stands for, by its ``label`` alone."""
        return cls(token, label, label, token.start, token.end)

    def at(self, token: Token) -> Phrase:
        """The same, where the pronoun ``token`` stands for it."""
        return Phrase(token, self.label, self.long, token.start, token.end)


def noun_phrases(tree: Tree, head: Token) -> list[Phrase]:
    """What ``_noun_phrases`` finds at ``head``, found once a tree: every rule asks for the same few phrases."""
    found: list[Phrase] | None = tree.memo.get(head.i)
    if found is None:
        found = tree.memo[head.i] = _noun_phrases(tree, head)
    return found


def _noun_phrases(tree: Tree, head: Token) -> list[Phrase]:
    """The concepts that the noun phrase at ``head`` names: one, or one a classifying modifier where these are coordinated.

    ``head`` alone: its conjuncts are ``noun_heads``' business.
    """
    if head.is_verb and (head.dep == "ccomp" or (head.dep in {"advcl", "conj"} and opens_question(head))):
        tokens = _clause_tokens(head)  # "disclose how growers are paid"
        text = _clean(tree.text[tokens[0].start : tokens[-1].end])
        return [Phrase(head, text, text, tokens[0].start, tokens[-1].end)]
    if (
        head.is_verb
        and head.child("dobj", "prep", "prt") is not None
        and head.dep in {"csubj", "nsubj", "csubjpass", "nsubjpass", "conj", "attr"}
    ):
        return _gerund(tree, head)
    if head.is_verb and head.dep in {"csubj", "csubjpass"}:
        return []  # "what we need is …"
    core = core_head(head)
    if core.lower in PERSONAL:
        return []
    if core.lower == "nothing":  # "nothing in this order": what stands for it later is the order
        inside = core.child("prep")
        order = inside.child("pobj") if inside is not None else None
        return noun_phrases(tree, order) if order is not None else []
    name = core.child("appos") if core.lower in {"friend", "colleague"} else None
    if name is not None and name.is_noun and name.subtree()[0].i == core.i + 1:
        return noun_phrases(tree, name)  # "my noble friend Lord Alder"
    if is_amount(core):
        return _amount(tree, core)
    whole = tail(core, concept_only=False)
    left = _left(core)
    start, end = _extent(head, core, left if head is core else _left(head), whole)
    names = _name_tokens(tree, core, left)
    found: list[Phrase] = []
    for kept in names:
        named = core in kept
        label = _phrase(tree, [*kept, *(naming_tail(core) if named else [])])
        long = _clean(tree.text[start:end]) if len(names) == 1 else _phrase(tree, [*kept, *(whole if named else [])])
        if label:
            label = _lowered(label, min(kept, key=BY_PLACE))
            labels = entitlements(tree, core, label, lambda noun: first_label(tree, noun)) if named else [label]
            found.extend(Phrase(core, each, long, start, end) for each in labels)
    return found


def _clause_tokens(head: Token) -> list[Token]:
    """The words of a clause without the questions that it goes on with: "where people live", not "and who may rent"."""
    others = {below for item in head.having("conj") if opens_question(item) for below in item.subtree()}
    tokens = [token for token in head.subtree() if token.dep != "punct" and token not in others]
    while len(tokens) > 1 and tokens[-1].dep == "cc":
        tokens.pop()
    return tokens


def first_label(tree: Tree, noun: Token) -> str:
    """The label of the first concept that ``noun`` names; empty if it names none."""
    return next((phrase.label for phrase in noun_phrases(tree, noun)), "")


def _phrase(tree: Tree, tokens: list[Token]) -> str:
    return _clean(tree.words(sorted(set(tokens), key=BY_PLACE)))


def _lowered(label: str, first: Token) -> str:
    """``label`` without the capital that its first word has only as the sentence's first."""
    if _is_demonym(first.text) or _capitalised_word(label.split()[1:2]):
        return label
    if (
        first.i == 0
        and first.tag not in {"NNP", "NNPS"}
        and first.text[:1].isupper()
        and first.text[1:].islower()
        and label.startswith(first.text)
    ):
        return label[:1].lower() + label[1:]
    return label


def _is_demonym(word: str) -> bool:
    """“Danish”, "Kenyan"; not "Civilian", "Foolish"."""
    lower = word.lower()
    return word[:1].isupper() and (
        lower in words("demonym.listed") or (bool(_DEMONYM.search(word)) and lower not in words("demonym.none"))
    )


def _capitalised_word(following: list[str]) -> bool:
    """Whether the next word is a name, a capital and then small letters, no acronym; or the number of one."""
    return bool(following) and (following[0].isdigit() or (following[0][:1].isupper() and following[0][1:2].islower()))


def _amount(tree: Tree, head: Token) -> list[Phrase]:
    """A bare amount of money or another unit, as the text has it; nothing for a number without a unit."""
    priced = any(child.tag == "$" for child in head.children)
    if not priced and (head.tag == "CD" or not head.is_noun):
        return []
    left = _left(head)
    relative = max((token.i for token in left if token.tag in {"WDT", "WP"}), default=-1)  # "of which 20 billion yuan"
    tokens = [token for token in left if token.tag != "DT" and token.i > relative] + [head]
    of = head.child("prep") if is_share(head) else None
    behind = next((number for number in head.having("nummod") if number.subtree()[0].i == head.i + 1), head)  # "EUR 5 million"
    end = phrase_tokens(of, concept_only=True)[-1].end if of is not None else behind.end
    text = _clean(tree.text[tokens[0].start : end])
    return [Phrase(head, text, text, tokens[0].start, end)]


def _gerund(tree: Tree, head: Token) -> list[Phrase]:
    """A gerund that names what is spoken of: "developing new quality productive forces"."""
    apart = head.having("conj") if head.child("dobj") is not None else []  # not "training and retaining nurses"
    others = {below for item in apart if item.tag == "VBG" for below in item.subtree()}
    tokens = [token for token in head.subtree() if token.i >= head.i and token.dep != "cc" and token not in others]
    text = _clean(tree.text[head.start : tokens[-1].end])
    return [Phrase(head, text[:1].lower() + text[1:], text, head.start, tokens[-1].end)]


def _clean(text: str) -> str:
    """``text`` with single spaces, without punctuation at its ends and without half a pair of quotation marks."""
    bare = " ".join(text.split()).strip(" ,;:.\"“”'‘’()[]–—")
    if _ABBREVIATED.search(bare) and f"{bare}." in text:
        bare += "."
    text = f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in text else bare
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = "".join(char for char in text if char not in '"“”')
    return text


def _extent(head: Token, core: Token, left: list[Token], tail: list[Token]) -> tuple[int, int]:
    """First and last offset of the long phrase: from the first determiner-free premodifier of ``head`` to the tail's end."""
    modifiers = (
        token for token in left if token.dep not in {"det", "predet"} and token.tag not in {"DT", "PRP$", "PDT", "POS"}
    )
    first = next(modifiers, head)
    last = max([head, core, *tail], key=BY_PLACE)
    return first.start, last.end


def _left(head: Token) -> list[Token]:
    """All tokens of the premodifiers of ``head``, contiguous up to it, in text order."""
    modifiers = [child for child in head.children if child.i < head.i and child.dep in _PREMODIFIERS]
    found = [token for child in modifiers for token in child.subtree() if token.i < head.i]
    found.sort(key=BY_PLACE)
    for k in range(len(found) - 1, -1, -1):
        if found[k].i != head.i - (len(found) - k):
            return found[k + 1 :]
    return found


def _name_tokens(tree: Tree, core: Token, left: list[Token]) -> list[list[Token]]:
    """The words of each concept that the phrase names: the modifiers of ``left`` that are kept, and the head they share."""
    if not any(token.tag == "CC" or token.text in {",", "&"} for token in left):
        return [[*kept_modifiers(left, core), core, *_fixed_pair(tree, core), *_own_ending(core)]]
    words_before = tree.words([*left, core]).lower()
    fixed = next((term for term in phrases("modifier.fixed") if term in words_before), None)
    if fixed is not None or _is_name(left, core):
        while left and is_dropped(left[0], left) and (fixed is None or fixed in tree.words([*left[1:], core]).lower()):
            left = left[1:]
        return [[*left, core]]
    groups: list[list[Token]] = [[]]
    for token in left:
        if token.tag == "CC" or token.text in {",", ";"}:
            groups.append([])
        else:
            groups[-1].append(token)
    kept = [kept_modifiers(group, core) for group in groups]
    kept_full = [group for group in kept if group]
    if len(kept_full) < 2:
        return [[*(kept_full[0] if kept_full else []), core]]
    if _is_one(left, core, groups[-1]):
        return [[*left[left.index(kept_full[0][0]) :], core]]
    last = kept_full[-1]
    apart = [group for group in kept_full[:-1] if group[-1].tag == "NNS"]  # "employers and trade unions"
    shared = _shared_nouns(last) if all(not _has_noun_end(group) for group in kept_full[:-1]) else []
    return [group if group in apart else [*group, *(shared if group is not last else []), core] for group in kept_full]


def _fixed_pair(tree: Tree, core: Token) -> list[Token]:
    """What "research and development" goes on with after its first word, and "opening up"."""
    pair = next((child for child in core.children if is_fixed_pair(core, child)), None)
    if pair is None:
        up = core.child("prt") if core.lower.endswith("ing") else None  # "high-standard opening up"
        return [up] if up is not None and up.i == core.i + 1 else []
    up = pair.child("prt")  # "reform and opening up"
    return tree.tokens[core.i + 1 : (up or pair).i + 1]


_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])


def _own_ending(core: Token) -> list[Token]:
    """The "'s" or the number of a name that ends so: "Moody's downgraded Peru", "Executive Order 13771"."""
    if core.dep == "poss":
        return []
    named = core.text[0].isupper() and not (names_time(core) or core.lower in _MONTHS)
    numbers = [child for child in core.having("nummod") if named and child.text[-1].isdigit()]
    own = [child for child in core.having("case") if child.tag == "POS"]
    return [child for child in (*own, *numbers) if child.i == core.i + 1]


def _is_name(left: list[Token], core: Token) -> bool:
    """Whether a coordination before the head is part of a proper name: "Supervision and Administration Commission"."""
    joints = [k for k, token in enumerate(left) if token.tag == "CC" or token.text == "&"]
    if not joints or not core.text[0].isupper() or core.i == 0:
        return False
    for k in joints:
        before = k - 2 if left[k - 1].text == "," else k - 1  # "the Women, Peace, and Security Act"
        if before < 0 or k == len(left) - 1 or not (left[before].text[0].isupper() and left[k + 1].text[0].isupper()):
            return False
    return True


def _is_one(left: list[Token], core: Token, last: list[Token]) -> bool:
    """“an open, fair and inclusive economy”, "the free and open international order": what has one article and is described
    in several ways is one thing."""
    article = core.child("det")
    if article is None or core.tag not in {"NN", "NNP"}:
        return False
    one = article.lower in {"a", "an"} or (article.lower == "the" and [token.tag for token in last[-2:]] == ["JJ", "JJ"])
    return one and all(token.tag in {"JJ", "VBN"} for token in left if token.child("cc") or token.dep == "conj")


def _shared_nouns(group: list[Token]) -> list[Token]:
    """The compound nouns right before the head, which coordinated adjectives share: "national and regional energy policy"."""
    k = len(group)
    while k > 0 and group[k - 1].is_noun and not (k > 1 and group[k - 2].tag == "HYPH"):
        k -= 1
    return group[k:] if k > 0 else []


def _has_noun_end(group: list[Token]) -> bool:
    return bool(group) and group[-1].is_noun and not any(token.tag == "HYPH" for token in group)
