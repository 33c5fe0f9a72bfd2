"""Which modifiers of a noun tell the concept it names, and which only count it or judge it."""

from __future__ import annotations

from kg.extraction.heads import is_party, names_time
from kg.extraction.tree import Token
from kg.extraction.words import phrases, words

__all__ = ["is_dropped", "kept_modifiers"]

_SUPERLATIVES = phrases("modifier.keep_superlative")


def kept_modifiers(left: list[Token], core: Token) -> list[Token]:
    """``left`` without determiners, possessives, numbers, evaluation and degree."""
    drop: set[int] = set()
    for token in left:
        if token.i in drop:
            continue
        if is_dropped(token, left):
            drop.update(below.i for below in token.subtree() if below.i < core.i and (below is token or below.dep != "conj"))
            drop.discard(core.i)
    kept = [token for token in left if token.i not in drop and token.tag != "CC"]
    while kept and kept[0].text in {",", "-", "–", "“", '"', "'", "‘", "(", "$"}:
        kept.pop(0)
    return kept


def is_dropped(token: Token, left: list[Token]) -> bool:
    """Whether ``token``, of the words ``left`` of a noun, only counts, points or judges."""
    if token.dep == "nummod" and token.child("advmod") is not None:
        return True  # "at least one point"
    if token.text == "%" or token.lower in {"percent", "cent"}:
        return True
    if token.tag == "CD" and _numbers_a_name(token, left):
        return False
    if token.tag in {"JJR", "JJS", "RBS"} and any(term in " ".join(item.lower for item in left) for term in _SUPERLATIVES):
        return False
    if token.tag in {"JJR", "JJS"}:
        return not _classifies(token, left)
    if token.lower in {"mr", "mr.", "mrs", "mrs.", "ms", "ms."}:
        return True
    if token.tag == "POS":
        return not _in_name(token.head)
    if token.tag == "RB" and token.lower.endswith("ly") and token.head.tag in {"VBN", "JJ", "VBG"} and token.head in left:
        return token.lower in words("modifier.degree") or token.head.lower in words("modifier.evaluative")
    if token.tag in {
        "DT",
        "PDT",
        "PRP$",
        "WDT",
        "WP",
        "WP$",
        "RB",
        "RBR",
        "RBS",
        "CD",
        "$",
        "``",
        "''",
        "IN",
        "-LRB-",
        "-RRB-",
    }:
        return not _in_compound(token, left) and not _between_names(token, left)
    if token.dep == "poss":
        return not _in_name(token)
    if token.tag in {"JJ", "VBG", "VBN", "NN"} and not _in_compound(token, left) and not _opens_name(token, left):
        return token.lower in words("modifier.evaluative") and not _classifies(token, left)
    return False


def _numbers_a_name(number: Token, left: list[Token]) -> bool:
    """“Level 2 training”, "Phase 3 trials": the number of a name before it."""
    name = next((item for item in left if item.i == number.i - 1), None)
    capital = name is not None and name.is_noun and name.text[:1].isupper() and name.text[1:].islower() and name.i > 0
    return number.text.isdigit() and name is not None and capital and not names_time(name)


def _in_name(whose: Token) -> bool:
    """“the People's Bank", "the Prime Minister's Office": whether the possessive belongs to the name; not "China's Senate"."""
    capitals = whose.text[:1].isupper() and whose.head.text[:1].isupper()
    return whose.dep == "poss" and capitals and whose.lower in words("modifier.possessor")


def _between_names(token: Token, left: list[Token]) -> bool:
    """“Minister for Power Jane Rao”, "per capita income": a preposition inside a title or a term."""
    beside = [item for item in left if abs(item.i - token.i) == 1]
    if token.lower == "per" and any(item.lower == "capita" for item in beside):
        return True
    return token.tag == "IN" and len(beside) == 2 and all(item.tag in {"NNP", "NNPS"} for item in beside)


def _classifies(token: Token, left: list[Token]) -> bool:
    """“critical infrastructure”, "early childhood education", "older people": whether it tells which, not how good."""
    if token.lower in words("modifier.class") and is_party(token.head):
        return True
    behind = (item for item in (*left, token.head) if item.i == token.i + 1)
    return any(
        f"{token.lower} {form}" in phrases("modifier.keep") for item in behind for form in (item.lower, item.lemma.lower())
    )


def _opens_name(token: Token, left: list[Token]) -> bool:
    """“Great British Energy”: capitals inside a sentence, before capitals."""
    named = token.i > 0 and token.text[:1].isupper()
    return named and any(item.i == token.i + 1 and item.tag in {"NNP", "JJ"} and item.text[:1].isupper() for item in left)


def _in_compound(token: Token, left: list[Token]) -> bool:
    """Whether a hyphen or capitals tie ``token`` to its neighbour: "long-term", "20th-century", "Great Barrier"."""
    for other in left:
        if other.tag == "HYPH" and abs(other.i - token.i) == 1:
            return True
    return token.tag in {"NNP", "NNPS"}
