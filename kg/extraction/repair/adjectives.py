"""Adjectives: which noun or verb they belong to, and what was taken for one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.steps import be_passive_of, follow, lead
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "adjective_as_object",
    "adjective_behind_article",
    "adjective_behind_its_noun",
    "adjective_beside_complement",
    "adjective_in_passive",
    "binding",
    "complement_before_and",
    "done_hereby",
    "made_known",
    "measure_of_an_adjective",
    "noun_behind_its_verb",
    "participle_beside_complement",
    "quoted_participle",
    "up_to_date",
]


@asked_of("VB|VBP/conj", "JJ/acomp", "and or")
def adjective_beside_complement(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“as appear to be necessary or expedient for its tasks”: what is beside an adjective and acts on nothing is one."""
    for first, joint, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if first.tag != "JJ" or first.dep != "acomp" or joint.lower not in {"and", "or"} or token.dep != "conj":
            continue
        if (
            token.tag not in {"VB", "VBP"}
            or token.head not in {first, first.head}
            or token.lower in verbs
            or token.child("dobj", "aux")
        ):
            continue
        token.tag = "JJ"
        token.hang(first, "conj")


@asked_of("known felt heard", "VBN/ccomp")
def made_known(tokens: list[Token]) -> None:
    """“made our concerns known to them”: what the concerns were made, and nobody's act."""
    for token in tokens:
        known = token.lower in {"known", "felt", "heard"} and not token.having("aux", "auxpass")
        if known and token.tag == "VBN" and token.dep == "ccomp" and token.head.lemma.lower() == "make":
            token.tag = "JJ"


@asked_of("binding", "VBG/acomp|xcomp")
def binding(tokens: list[Token]) -> None:
    """“its recommendations are not binding”: an adjective, whose "not" is the verb's."""
    for token in tokens:
        be = token.head
        if token.lower != "binding" or token.tag != "VBG" or token.dep not in {"acomp", "xcomp"} or be.lemma != "be":
            continue
        token.tag, token.dep = "JJ", "acomp"
        for child in token.having("neg"):
            child.hang(be, "neg")


_JUDGED = frozenset({"rule", "find", "judge", "declare", "deem", "consider", "certify"})
_BEHIND = frozenset({"advmod", "dobj", "npadvmod", "ccomp"})


@asked_of("JJ/advmod|dobj|npadvmod|amod NN/ccomp|dobj", "compound dobj", "DT PRP$", of_lemma(_JUDGED))
def adjective_behind_its_noun(tokens: list[Token]) -> None:
    """“ruled the detention unlawful”: what it was ruled to be; the noun before it is the object."""
    for noun, adjective in pairwise(tokens):
        named = adjective.tag == "NN" and adjective.lower == "void"
        if not (adjective.tag == "JJ" or named) or not noun.is_noun or adjective.dep == "oprd":
            continue
        if noun.dep == "compound" and noun.head is adjective and adjective.dep in _BEHIND:
            verb = adjective.head
        elif noun.dep == "dobj" and (adjective.head is noun or adjective.head is noun.head):
            verb = noun.head
        else:
            continue
        if not verb.is_verb or verb.i > noun.i or verb.lemma.lower() not in _JUDGED:
            continue
        if noun.dep == "compound":
            lead(noun, adjective)
            noun.hang(verb, "dobj")
        adjective.tag = "JJ"
        adjective.hang(verb, "oprd")


@asked_of("date", "up", "to")
def up_to_date(tokens: list[Token]) -> None:
    """“shall keep up to date and make available a register”: what the register is kept, no particle and no time."""
    for up, to, date in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (up.lower, to.lower, date.lower) == ("up", "to", "date") and up.head.is_verb and up.dep in {"prt", "advmod", "prep"}:
            up.tag, up.dep = "JJ", "acomp"


@asked_of("JJ|JJR/dobj|pobj", "conj")
def adjective_as_object(tokens: list[Token]) -> None:
    """“combining grey and green infrastructure”: the adjective belongs to the noun that it was coordinated with."""
    for token in tokens:
        if token.tag in {"JJ", "JJR"} and token.dep in {"dobj", "pobj"}:
            noun = next(
                (child for child in token.children if child.dep == "conj" and child.is_noun and child.i - token.i <= 4), None
            )
            if noun is not None and not noun.having("det", "poss"):
                noun.hang(token.head, token.dep)
                token.hang(noun, "amod")


@asked_of("VB|VBP/conj", "JJ/dobj|pobj", "JJ/amod", "a an")
def measure_of_an_adjective(tokens: list[Token]) -> None:
    """“build a fair, energy efficient and carbon neutral industry”: with "a" before it no adjective is the object, and what
    stands before the next one is no verb."""
    for before, joint, token, after in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        noun = token.child("dobj")
        if token.dep != "conj" or token.tag not in {"VB", "VBP"} or joint.lower not in {"and", "or"} or before.tag != "JJ":
            continue
        if noun is None or noun.having("det", "poss") or after.tag != "JJ" or after.head is not noun or noun.i != after.i + 1:
            continue
        first = before.head if before.dep == "conj" else before
        article = next((item for item in first.having("det") if item.lower in {"a", "an"}), None)
        if article is None or first.tag != "JJ" or first.dep not in {"dobj", "pobj"}:
            continue
        noun.hang(first.head, first.dep)
        for item in (first, *first.having("conj", "amod")):
            item.hang(noun, "amod")
        article.hang(noun, "det")
        joint.hang(noun, "cc")
        follow(noun, token)
        token.tag, token.lemma = "NN", token.lower
        token.hang(after, "npadvmod")


@asked_of("JJ|JJR/amod", "be is are was were been", "JJ/conj")
def complement_before_and(tokens: list[Token]) -> None:
    """“X will be more active and foreign policy will be kept stable”: "be" needs a complement, the next clause its noun."""
    for be in tokens[1:-4]:
        if be.lemma != "be" or be.dep in {"aux", "auxpass"} or be.having("acomp", "attr", "oprd", "prep", "xcomp"):
            continue
        adjective = next((item for item in tokens[be.i + 1 : be.i + 4] if item.tag in {"JJ", "JJR"}), None)
        noun = adjective.head if adjective is not None else None
        if adjective is None or noun is None or noun.dep not in {"nsubj", "nsubjpass"} or noun.head is be:
            continue
        other = next((child for child in adjective.having("conj") if child.tag == "JJ" and child.i < noun.i), None)
        if other is None or tokens[other.i - 1].lower not in {"and", "but"}:
            continue
        adjective.hang(be, "acomp")
        other.hang(noun, "amod")
        tokens[other.i - 1].hang(be, "cc")
        noun.head.hang(be, "conj")


@asked_of("VBN|VBD/conj", "JJ/oprd|conj", "oprd")
def participle_beside_complement(tokens: list[Token]) -> None:
    """“kept prudent, flexible and targeted”: what is coordinated with such adjectives, and stands alone, is one."""
    for token in tokens:
        alone = all(child.dep in {"punct", "cc", "advmod"} for child in token.children)
        if token.tag not in {"VBN", "VBD"} or token.dep != "conj" or not alone:
            continue
        first = token.head
        while first.goes_on and first.tag == "JJ":
            first = first.head
        if first.tag == "JJ" and first.dep == "oprd":
            token.tag = "JJ"


@asked_of("JJ/npadvmod", "a an")
def adjective_behind_article(tokens: list[Token]) -> None:
    """“impose on a provider a fine not exceeding X”: an adjective with an article of its own, and no noun, is the object."""
    for token in tokens[1:]:
        article = tokens[token.i - 1]
        verb = token.head
        alone = token.tag == "JJ" and token.dep == "npadvmod" and article.lower in {"a", "an"} and article.head is token
        if alone and verb.is_verb and verb.child("dobj") is None and verb.i < token.i:
            token.tag, token.dep = "NN", "dobj"


@asked_of("JJ/ccomp", "IN TO")
def noun_behind_its_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“should consider referral to a team”: "referral" is what one does who refers, and no clause without a subject."""
    for token in tokens[1:-1]:
        stem = token.lower.removesuffix("al")
        made = stem != token.lower and not verbs.isdisjoint({stem, f"{stem}e", stem[:-1]})
        behind = token.head is tokens[token.i - 1] and token.head.is_verb
        if token.tag == "JJ" and token.dep == "ccomp" and made and behind and not token.having("nsubj", "aux", "mark"):
            token.tag, token.dep = "NN", "dobj"


@asked_of("JJ", "auxpass")
def adjective_in_passive(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The Trust is committed to V-ing”: what the parser gave the auxiliary of a passive is a participle."""
    for token in tokens:
        if token.tag == "JJ" and token.having("auxpass") and (lemma := lemma_of_past(token, verbs)) is not None:
            token.tag, token.lemma, token.repaired = "VBN", lemma, True


@asked_of("hereby VBN/conj", "VBN/acomp")
def done_hereby(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The memorandum is hereby rescinded”, "grids are neither linked nor protected against sabotage": is done something, and
    no quality."""
    for token in tokens:
        copula = token.head
        here = any(child.lower == "hereby" for child in (*token.children, *copula.children))
        if token.tag != "VBN" or token.dep != "acomp" or copula.lemma != "be" or not (here or _beside_passive(token, verbs)):
            continue
        be_passive_of(token, copula)
        for child in token.having("advmod"):
            for denial in child.having("neg"):
                denial.hang(token, "neg")  # "neither sufficiently linked"


def _beside_passive(token: Token, verbs: AbstractSet[str]) -> bool:
    """Whether a participle that says by whom or against what is coordinated with this one, which is one of the lexicon."""
    if token.lemma.lower() not in verbs or token.lower in words("participle_of_state") or token.having("prep"):
        return False
    others = [item for item in token.having("conj") if item.tag == "VBN" and not item.having("aux", "auxpass")]
    return any(item.having("agent", "prep") and item.lower not in words("participle_of_state") for item in others)


@asked_of("``", "''", "VBD|VBN/conj", "dobj", "and or")
def quoted_participle(tokens: list[Token]) -> None:
    """“with "steady" growth and "much improved" incomes”: quoted before its noun, a participle is an adjective."""
    for token, quote, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun, above = token.child("dobj"), token.head
        if quote.tag != "''" or token.tag not in {"VBD", "VBN"} or token.dep != "conj" or noun is None or noun.i < after.i:
            continue
        opens = token.subtree()[0]
        joint = tokens[opens.i - 1] if opens.i else token
        before = tokens[joint.i - 1] if joint.i else token
        listed = opens.tag == "``" and joint.dep == "cc" and before.is_noun and above in before.ancestors()
        if listed and noun.subtree()[0] is after and not noun.having("det", "poss"):
            noun.hang(before, "conj")
            joint.hang(before, "cc")
            token.hang(noun, "amod")
            token.tag, token.lemma = "JJ", token.lower
