"""Which infinitive a later one in a list goes on from, and what stands between them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.heads import is_party
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import SUBJECTS
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "bare_verb_of_the_infinitive",
    "infinitive_before_its_clause",
    "infinitive_behind_for",
    "infinitive_behind_parenthesis",
    "infinitive_in_a_compound",
    "infinitive_of_the_outer_list",
    "list_behind_to",
    "means_before_infinitive",
]


@asked_of("TO/aux", "NN|JJ/compound|amod|nmod")
def infinitive_in_a_compound(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“invited the Bank, together with X, to table proposals”, "agreed to triple aid": behind "to" no noun's modifier."""
    for to, token in pairwise(tokens):
        noun = token.head
        if to.tag != "TO" or to.dep != "aux" or to.head is not token or token.lower not in verbs or not noun.is_noun:
            continue
        above = noun.head
        before = tokens[to.i - 1]
        if before.text != "," and not (before is above and above.lemma.lower() in words("catenative.planned")):
            continue  # "feeds results back to ward sisters"; but "agreed to triple aid"
        if token.dep in {"compound", "amod", "nmod"} and above.is_verb and above.i < to.i < noun.i and noun.dep != "conj":
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            token.hang(above, "xcomp")
            noun.hang(token, "dobj")


@asked_of("to", "prep", "VB|VBP|NN/pobj|pcomp", "VB|VBP/conj", "dobj")
def list_behind_to(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“action to facilitate, increase and speed up returns”: "to" governs verbs, of which the last has the object."""
    for to in tokens[:-1]:
        token = tokens[to.i + 1]
        if to.lower != "to" or to.dep != "prep" or token.head is not to or token.lower not in verbs:
            continue
        rest = token.conjuncts()[1:]
        if not rest or rest[-1].child("dobj") is None or token.having("det", "amod", "compound", "prep"):
            continue
        if any(item.tag not in {"VB", "VBP"} or item.having("aux", *SUBJECTS) for item in rest):
            continue
        above = to.head
        token.hang(above, "acl" if above.is_noun else "advcl")
        to.hang(token, "aux")
        to.tag = "TO"
        for item in (token, *rest):
            item.tag, item.lemma, item.repaired = "VB", item.lower, True


@asked_of("for", "TO/aux", "VB/acl|advcl|relcl|xcomp", "pobj")
def infinitive_behind_for(tokens: list[Token]) -> None:
    """“a provision in statute for the Office to review programs”: who stands right before the infinitive does it."""
    for prep in tokens[1:-3]:
        who = prep.child("pobj") if prep.lower == "for" and prep.dep == "prep" else None
        end = who.subtree()[-1].i + 1 if who is not None else len(tokens)
        if who is None or end >= len(tokens) or tokens[end].tag != "TO" or tokens[end].dep != "aux" or not is_party(who):
            continue
        verb, above = tokens[end].head, prep.head
        acted_on = above if above.is_noun else above.child("dobj")  # "makes provision for councils to levy fees"
        under = verb.head in {above, *above.ancestors()}
        if verb.tag == "VB" and not verb.having(*SUBJECTS) and under and acted_on is not None and acted_on.i < prep.i:
            prep.hang(verb, "mark")
            who.hang(verb, "nsubj")


@asked_of("TO/aux", ",", "and or", "VB/conj")
def bare_verb_of_the_infinitive(tokens: list[Token]) -> None:
    """“shall strive to conserve and, where feasible, restore wetlands”: both verbs stand behind "to" and share the object."""
    for first, joint, comma in zip(tokens[2:], tokens[3:], tokens[4:], strict=False):
        if joint.lower not in {"and", "or"} or comma.text != "," or first.tag != "VB" or not first.infinitive:
            continue
        verb = next((item for item in first.head.having("conj") if item.i > comma.i), None)
        if verb is None or verb.tag != "VB" or verb.having("aux", *SUBJECTS) or tokens[verb.i - 1].text != ",":
            continue
        if verb.i - comma.i <= _ASIDE and joint.head is first.head and first.child("dobj", "ccomp", "xcomp") is None:
            verb.hang(first, "conj")
            joint.hang(first, "cc")


@asked_of("TO/aux", ",", "VB/relcl|acl|advcl")
def infinitive_behind_parenthesis(tokens: list[Token]) -> None:
    """“by refusing, from March until May, to supply rivals”: what is refused, and no purpose of anything between commas."""
    for token in tokens[4:]:
        to = _to_of(token) if token.dep in {"relcl", "acl", "advcl"} else None
        if to is None or tokens[to.i - 1].text != ",":
            continue
        opens = next((item for item in reversed(tokens[max(1, to.i - 20) : to.i - 2]) if item.text == ","), None)
        verb = tokens[opens.i - 1] if opens is not None else token
        if verb.is_verb and verb.lemma.lower() in words("catenative.negated") and verb.child("xcomp", "dobj") is None:
            token.hang(verb, "xcomp")


_ASIDE = 8  # words from one comma to the other


@asked_of("TO/aux", ",", "and but", "VB/conj", "nsubj nsubjpass")
def infinitive_before_its_clause(tokens: list[Token]) -> None:
    """“imports have fallen, and to raise supply, a plant will be built”: the purpose of what comes behind."""
    for verb in tokens[4:]:
        to = _to_of(verb) if verb.tag == "VB" and verb.dep == "conj" else None
        above = verb.head
        if to is None or tokens[to.i - 1].lower not in {"and", "but"} or above.infinitive or not above.is_verb:
            continue
        mains = [above.head] if above.dep == "ccomp" else [*above.having("conj"), *verb.having("conj", "ccomp")]
        for main in mains:
            subject = main.child("nsubj", "nsubjpass")
            opens = subject.subtree()[0].i if subject is not None else 0
            if not main.is_verb or opens <= verb.i or tokens[opens - 1].text != "," or (main.tag == "VB" and not main.modal):
                continue
            if any(item.i > opens for item in verb.subtree() if item is not main and main not in item.ancestors()):
                continue
            if main.head is verb:
                main.hang(above, "conj")
            verb.hang(main, "advcl")
            break


@asked_of("TO/aux", ",", "and or", "VB/conj")
def infinitive_of_the_outer_list(tokens: list[Token]) -> None:
    """“to enact laws, to set up a body with the power to inspect and fine, and to pay victims”: what began with ", to" goes
    on with ", and to"."""
    for verb in tokens[6:]:
        to = _to_of(verb) if verb.tag == "VB" and verb.dep == "conj" else None
        if to is None or tokens[to.i - 1].lower not in {"and", "or"} or tokens[to.i - 2].text != ",":
            continue
        if _is_listed(tokens, verb.head):
            continue
        outer = next((above for above in verb.head.ancestors() if _to_of(above) and _has_list(tokens, above, verb)), None)
        if outer is not None:
            verb.hang(outer, "conj")


def _to_of(verb: Token) -> Token | None:
    return next((aux for aux in verb.having("aux") if aux.tag == "TO"), None)


def _is_listed(tokens: list[Token], verb: Token) -> bool:
    """Whether it is an infinitive that goes on behind a comma: ", to set up"."""
    to = _to_of(verb)
    return to is not None and verb.dep == "conj" and tokens[to.i - 1].text == ","


def _has_list(tokens: list[Token], verb: Token, last: Token) -> bool:
    return any(_is_listed(tokens, item) and item.i < last.i for item in (verb, *verb.having("conj")))


@asked_of("TO/aux", ",", "by through", "and or", "VB/conj")
def means_before_infinitive(tokens: list[Token]) -> None:
    """“asks partners to align grants and, by pooling them, to cut costs”: the means of what comes behind."""
    for verb in tokens[6:]:
        to = _to_of(verb) if verb.tag == "VB" and verb.dep == "conj" else None
        if to is None or tokens[to.i - 1].text != ",":
            continue
        for by in reversed(tokens[2 : to.i - 1]):
            if by.lower in {"by", "through"} and by.dep == "prep" and by.child("pcomp") is not None:
                opens = tokens[by.i - 1].text == "," and tokens[by.i - 2].lower in {"and", "or"}
                if opens and to.i - by.subtree()[-1].i in {1, 2}:
                    by.hang(verb, "prep")
                break
