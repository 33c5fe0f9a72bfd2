"""Nouns in a row before one noun: which of them it belongs to."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "circumstances_in_ing",
    "leave_of_work",
    "modifiers_in_a_row",
    "participle_behind_parenthesis",
    "participle_behind_what_is_told",
]

_BEFORE = frozenset({"compound", "nmod", "amod"})


@asked_of("and or", "cc", "NN/compound|nmod|amod")
def modifiers_in_a_row(tokens: list[Token]) -> None:
    """“meal, laundry and cleaning services” are three services; "crime, corruption and drug abuse" three ills."""
    for noun in tokens[2:]:
        if noun.tag not in {"NN", "NNS"} or not noun.children or noun.having("det", "poss", "nummod"):
            continue
        first = next((item for item in noun.children if item.dep in _BEFORE and item.tag == "NN" and item.having("cc")), None)
        if first is None:
            continue
        above = noun.head
        before = [item for item in noun.children if item.dep in _BEFORE and item.tag == "NN" and item.i < first.i]
        row = [*before, *(item for item in first.conjuncts() if item.is_noun and item.i < noun.i)]
        listed = (
            not before
            and noun.dep == "conj"
            and above.tag == "NN"
            and above.i == first.i - 2
            and tokens[first.i - 1].text == ","
        )
        if listed and not all(child.dep in {"punct", "conj"} for child in above.children):
            continue
        if len(row) < 2 or row[-1].i != noun.i - 1:
            continue
        opens = above if listed else row[0]
        if noun.lemma.lower() in words("ill") and opens.lemma.lower() in words("ill"):
            _apart(noun, row, above if listed else None)
        elif listed:
            _take_place(noun, above)
            above.hang(noun, "nmod")


def _apart(noun: Token, row: list[Token], above: Token | None) -> None:
    """Make all of ``row`` but the last, which is the modifier of ``noun``, nouns of their own, behind ``above``."""
    own = row[-1]
    if above is None:
        above = row[0]
        own.hang(noun, "compound")
        _take_place(above, noun)
        noun.hang(above, "conj")
    else:
        own.hang(noun, "compound")
    for item in row[:-1]:
        if item is not above:
            item.hang(above, "conj")
        for joint in item.having("cc"):
            joint.hang(above, "cc")


def _take_place(token: Token, old: Token) -> None:
    """Let ``token``, a child of ``old``, stand where that stood, with what hangs on it behind."""
    if token.head is not old:
        token.hang(old, "conj")
    later = [child for child in old.children if child is not token and child.i > max(token.i, old.i)]
    token.replace(old)
    for child in later:
        child.hang(token, child.dep)


_OF_WORK = frozenset({"paternity", "maternity", "parental", "sick", "adoption", "compassionate", "bereavement", "sabbatical"})


@asked_of("leave", " ".join(_OF_WORK))
def leave_of_work(tokens: list[Token]) -> None:
    """“expand paternity leave to 60 days”: a noun."""
    for kind, leave in pairwise(tokens):
        if leave.lower != "leave" or not leave.is_verb or kind.lower not in _OF_WORK:
            continue
        verb = leave.head
        if kind.head is leave:
            leave.tag, leave.lemma = "NN", "leave"
            leave.dep = "dobj" if verb.is_verb and not verb.having("dobj") and verb.i < leave.i else leave.dep
        elif kind.dep in {"dobj", "pobj", "conj"}:
            leave.tag, leave.lemma = "NN", "leave"
            leave.hang(kind.head, kind.dep)
        else:
            continue
        kind.hang(leave, "compound")
        for prep in leave.having("prep"):
            if verb.is_verb and prep.lower in {"to", "by", "from"}:
                prep.hang(verb, "prep")


@asked_of("VBN|VBD/conj", "dobj", ",", "VB MD")
def participle_behind_parenthesis(tokens: list[Token]) -> None:
    """“shall provide, before the first day, written information”: a bare verb goes on with no participle."""
    for before, token in pairwise(tokens):
        verb, noun = token.head, token.child("dobj")
        if token.dep != "conj" or token.tag not in {"VBN", "VBD"} or before.text != "," or verb.tag != "VB" or noun is None:
            continue
        if not token.lower.endswith(("ed", "en")) or token.having("aux", "auxpass", "nsubj", "nsubjpass", "agent", "mark"):
            continue
        between = tokens[verb.i + 1 : token.i]
        if verb.having("auxpass") or between[0].text != "," or any(item.dep in {"dobj", "cc"} for item in between):
            continue
        earlier = [item for item in verb.having("dobj") if item.i > noun.i]
        noun.hang(verb, "dobj")
        for child in list(token.children):
            further = child.child("dobj") if child.dep == "conj" and child.tag in {"VBN", "VBD"} else None
            if further is not None and further.i == child.i + 1:  # "written information and paid leave"
                further.hang(noun, "conj")
                child.hang(further, "amod")
            else:
                child.hang(noun, child.dep)
        for item in earlier:
            item.hang(noun, "conj")
        token.hang(noun, "amod")


@asked_of("VBN|VBD/conj", "nsubj", "MD")
def participle_behind_what_is_told(tokens: list[Token]) -> None:
    """“shall report on the volumes sold and the penalties imposed”: no past goes on with "shall" where nothing is acted on."""
    for noun, token in pairwise(tokens):
        verb = token.head
        if token.dep != "conj" or token.tag not in {"VBN", "VBD"} or noun.head is not token or noun.dep != "nsubj":
            continue
        if verb.tag != "VB" or not verb.modal or not noun.is_noun or not token.lower.endswith(("ed", "en", "sold", "made")):
            continue
        if token.having("aux", "auxpass", "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "conj", "prt", "nsubjpass"):
            continue
        before = tokens[noun.subtree()[0].i - 1]
        phrase = verb.having("prep")[-1:]
        listed = verb.child("dobj") or next((item for prep in phrase for item in prep.having("pobj")), None)
        if before.lower not in {"and", "or"} or listed is None or listed.i > noun.i or not _is_the(noun):
            continue
        listed = next(
            (item for item in reversed(listed.subtree()) if item.is_noun and item.i < before.i and _is_the(item)), None
        )
        if listed is None:
            continue
        token.tag = "VBN"
        noun.hang(listed, "conj")
        before.hang(listed, "cc")
        token.hang(noun, "acl")


def _is_the(noun: Token) -> bool:
    return any(det.lower == "the" for det in noun.having("det"))


@asked_of("VBG/pcomp", "circumstances factors", "in under with")
def circumstances_in_ing(tokens: list[Token]) -> None:
    """“may be granted in extenuating circumstances”: which circumstances, and nobody's act."""
    for token, noun in pairwise(tokens):
        if (
            token.tag != "VBG"
            or token.dep != "pcomp"
            or noun.lower not in {"circumstances", "factors"}
            or noun.head is not token
        ):
            continue
        prep = token.head
        if noun.dep == "dobj" and prep.i == token.i - 1:
            for child in token.having("prep", "acl", "relcl"):
                child.hang(noun, child.dep)
            noun.hang(prep, "pobj")
            token.hang(noun, "amod")
