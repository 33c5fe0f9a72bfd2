"""Of whom and of what a relative clause is said, and what goes on with it: by number, by who can say or be somebody."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.discourse import names_actor
from kg.extraction.heads import is_party
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import says
from kg.extraction.repair.steps import OWN_GROUP, SUBJECTS, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["RELATIVES", "first_of_two_ofs", "present_behind_that", "verb_between_that_and_noun"]


@asked_of("that which who", "VBP|VBZ/compound|amod", "relcl")
def present_behind_that(tokens: list[Token]) -> None:
    """“shall review rules that discourage trade, work with States and …”: a present tense is no part of a noun."""
    for that, token in pairwise(tokens[1:]):
        target, noun = token.head, tokens[that.i - 1]
        verb = target.head
        if that.tag not in {"WDT", "WP"} or token.tag not in {"VBP", "VBZ"} or token.dep not in {"compound", "amod"}:
            continue
        if not target.is_noun or target.dep not in SUBJECTS:
            continue
        if verb.dep != "relcl" or verb.head is not noun or verb.i < target.i:
            continue
        main = verb_above(noun)
        token.hang(noun, "relcl")
        that.hang(token, "nsubj")
        target.hang(token, "dobj")
        apart = main is not None and tokens[verb.opening.i - 1].text == "," and (main.modal or main.infinitive)
        if apart and main is not None and verb.lower == verb.lemma.lower():
            verb.tag = "VB"
            verb.hang(main, "conj")
        else:
            verb.hang(token, "conj")


@asked_of("WDT", "NN|JJ|NNP|VBP|VB/compound|amod|nmod")
def verb_between_that_and_noun(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“develop codes of conduct that foster digital trade”: a relative word without a verb has the bare one behind it."""
    for noun, that, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        target = token.head
        if that.tag != "WDT" or that.head not in {target, token} or token.dep not in {"compound", "amod", "nmod"}:
            continue
        if token.lower not in verbs or not noun.is_noun or not target.is_noun or target.i < token.i:
            continue
        if (
            target.dep in SUBJECTS
            or target.head.i > target.i
            or any(item.is_verb and that.i < item.i < target.i for item in target.children if item is not token)
        ):
            continue
        if noun.head is target:  # "by a canton that distort competition": the clause took the noun's place
            noun.hang(target.head, target.dep)
            for child in list(target.children):
                if child.i < noun.i:
                    child.hang(noun, child.dep)
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        token.hang(noun, "relcl")
        that.hang(token, "nsubj")
        target.hang(token, "dobj")


@asked_of("VBD/conj", "VBD|VBN/relcl", "ccomp")
def saying_behind_relative(tokens: list[Token]) -> None:
    """“said it had fined banks that hid losses and urged savers to come”: who says something says the rest as well."""
    for token in tokens[6:]:
        relative = token.head
        if token.dep != "conj" or token.tag != "VBD" or relative.dep != "relcl" or token.having(*OWN_GROUP):
            continue
        if token.lemma.lower() not in words("appealing") or says(relative):
            continue
        told = next((above for above in relative.ancestors() if above.dep == "ccomp"), None)
        main = told.head if told is not None else token
        if main.tag == "VBD" and main.lemma.lower() in words("attribution") and main.i < relative.i and not main.having("conj"):
            token.hang(main, "conj")


@asked_of("that", "by", "relcl", "NNP NNPS")
def paper_of_a_body(tokens: list[Token]) -> None:
    """“a directive by the Ministry of Health that had barred clinics”: "that" is no body with a name."""
    for that in tokens[4:]:
        verb, body = that.head, that.head.head
        if that.lower != "that" or that.dep not in SUBJECTS or verb.dep != "relcl" or body.tag not in {"NNP", "NNPS"}:
            continue
        by = body.head
        if by.lower == "by" and by.dep == "prep" and body.dep == "pobj" and by.head.is_noun and by.head.i == by.i - 1:
            verb.hang(by.head, "relcl")


@asked_of("who", "relcl", "VBP|VBZ|VBD|VBN/conj|ccomp|advcl", "and or but")
def second_who(tokens: list[Token]) -> None:
    """“a people who have crossed the ocean, and who ask for no pity”: the second clause is said of them too."""
    for joint, who in pairwise(tokens[3:]):
        verb = who.head
        if who.lower != "who" or joint.lower not in {"and", "or", "but"} or who.dep not in SUBJECTS:
            continue
        if verb.dep not in {"conj", "ccomp", "advcl"} or verb.head.dep == "relcl":
            continue
        before = [item for item in tokens[: joint.i] if item.dep == "relcl" and item.child(*SUBJECTS) is not None]
        first = before[-1] if before else verb
        subject = first.child(*SUBJECTS)
        alike = first.number == verb.number or not verb.number or not first.number
        if subject is not None and subject.lower == "who" and alike:
            verb.hang(first, "conj")


@asked_of("whom which", "of", "relcl")
def of_whom(tokens: list[Token]) -> None:
    """“the patience of our neighbours and the peacekeepers, many of whom …”: no patience is "whom"; "its dependence on a
    handful of suppliers, most of which are …": no dependence is many."""
    for which in tokens[4:]:
        some = which.head.head
        verb, noun = some.head, some.head.head
        if which.lower not in {"whom", "which"} or which.head.lower != "of" or some.dep not in SUBJECTS or verb.dep != "relcl":
            continue
        if noun.tag != "NN":
            continue
        meant = _people_of(noun, which) if which.lower == "whom" else _several_of(tokens, noun, some)
        if meant:
            verb.hang(meant[-1], "relcl")


def _people_of(noun: Token, whom: Token) -> list[Token]:
    if is_party(noun):
        return []
    return [item for item in noun.conjuncts() if item.tag == "NNS" and item.i < whom.i and names_actor(item.lower, item)]


def _several_of(tokens: list[Token], noun: Token, some: Token) -> list[Token]:
    if some.lower not in _SEVERAL or noun.having("conj") or some.head.number == "singular":
        return []
    return [item for item in tokens[noun.i : some.i] if item.tag in {"NNS", "NNPS"} and item.dep in {"pobj", "conj"}]


_SEVERAL = frozenset({"most", "many", "some", "both", "several", "few", "all", "none"})


@asked_of("included excluded excepted", "VBD|VBN/parataxis|advcl|ccomp|ROOT", "NNP/nsubj")
def names_included(tokens: list[Token]) -> None:
    """“with our partners, London and Seoul included, about quotas”: names that say nothing of their own."""
    for token, comma in pairwise(tokens):
        names = next((item for item in reversed(token.having("nsubj")) if item.i < token.i), None)
        if token.lower not in {"included", "excluded", "excepted"} or token.tag not in {"VBD", "VBN"} or names is None:
            continue
        if comma.text not in {",", "."} or names.tag != "NNP" or token.having("aux", "mark"):
            continue
        if names.subtree()[0].i == 0 or tokens[names.subtree()[0].i - 1].text != ",":
            continue
        main = token.head if token.head is not token else token.child("ccomp")
        token.tag, names.dep = "JJ", "dep"
        if main is None:
            continue
        if main.head is token:
            main.replace(token)
            token.hang(main, "dep")
        token.dep = "dep"
        for child in token.having("prep"):
            child.hang(main, "prep")


@asked_of("which who", "prep", "ccomp advcl", "nsubj nsubjpass")
def relative_before_the_clause(tokens: list[Token]) -> None:
    """“Under the deal, which both parliaments must ratify, Norvia will …”: what the sentence opens with has the relative."""
    for which in tokens[3:]:
        relative, noun = which.head, tokens[which.i - 2]
        main = relative.head
        if which.tag not in {"WDT", "WP"} or tokens[which.i - 1].text != "," or not noun.is_noun or noun.dep != "pobj":
            continue
        prep = noun.head
        if relative.dep not in {"ccomp", "advcl"} or prep.head is not relative or prep.i >= which.i or not main.is_verb:
            continue
        subject = main.child(*SUBJECTS)
        if subject is not None and subject.i > relative.i and which.dep in {*SUBJECTS, "dobj"}:
            prep.hang(main, "prep")
            relative.hang(noun, "relcl")


RELATIVES = (relative_before_the_clause, saying_behind_relative, paper_of_a_body, second_who, of_whom, names_included)


@asked_of("of", "prep", "dobj")
def first_of_two_ofs(tokens: list[Token]) -> None:
    """“accused the Secretary of State of hiding it”: the "of" beside the noun belongs to it."""
    for verb in tokens:
        ofs = [prep for prep in verb.having("prep") if prep.lower == "of" and prep.i > verb.i] if verb.is_verb else []
        if not ofs[1:]:
            continue
        noun = tokens[ofs[0].i - 1]
        if noun.head is verb and noun.dep == "dobj" and ofs[0].child("pobj") is not None:
            ofs[0].hang(noun, "prep")
