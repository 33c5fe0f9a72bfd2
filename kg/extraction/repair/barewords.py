"""Bare words that are verbs by their place: before a question, between two verbs, behind “but” or “had”."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.frames import moving_verbs
from kg.extraction.repair.steps import succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "auxiliary_for_its_verb",
    "bare_verb_before_its_object",
    "bare_verb_behind_noun",
    "bare_verb_that_moves",
    "joint_act_behind_comma",
    "noun_beside_noun",
    "object_before_and",
    "only_a_past",
    "past_behind_but",
    "perfect_of_what_is_told",
    "verb_before_question",
    "verb_behind_any_that",
    "verb_between_verbs",
]

_QUESTIONS = frozenset({"why", "what", "how", "whether", "when", "where", "which", "who"})


@asked_of("NN|NNP/conj", "and or", " ".join(_QUESTIONS), "VB")
def verb_before_question(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“should review cases and record why the ward closed”: a bare word before a question is a verb."""
    for joint, token, question in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag not in {"NN", "NNP"} or token.dep != "conj" or joint.lower not in {"and", "or"}:
            continue
        if not _asks(tokens, question) or token.having("det", "amod", "compound", "poss"):
            continue
        verb = verb_above(token)
        asks = token.child("ccomp", "relcl", "acl", "advcl")
        if verb is None or verb.tag != "VB" or verb.i > token.i or token.lower not in with_words(verbs, "noun_or_verb"):
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(verb, "conj")
        if asks is not None:
            asks.dep = "ccomp"


def _asks(tokens: list[Token], after: Token) -> bool:
    """Whether a question begins at ``after``, or behind the parenthesis there: "and determine, at its discretion, whether"."""
    if after.text != ",":
        return after.lower in _QUESTIONS
    close = next((item.i for item in tokens[after.i + 1 : after.i + 7] if item.text == ","), len(tokens))
    return close + 1 < len(tokens) and tokens[close + 1].lower in _QUESTIONS


@asked_of("VB", ",", "and or", "NN|JJ|VBP|NNP|RB/xcomp|conj|dobj|dep|appos|npadvmod|amod|compound|ccomp|oprd|attr|advmod")
def verb_between_verbs(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“will encourage, support and guide investment”: a single word between two bare verbs of a list is one."""
    for first, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            first.tag != "VB"
            or comma.text != ","
            or token.tag == "VB"
            or token.i + 2 >= len(tokens)
            or not token.text.isalpha()
        ):
            continue
        k = token.i + 1 + (tokens[token.i + 1].text == ",")
        last = tokens[k + 1] if k + 1 < len(tokens) else first
        if tokens[k].lower in {"and", "or"} and last.tag in {"NN", "JJ"} and last.dep in {"amod", "compound"}:
            _last_of_the_list(first, last, verbs)  # "map, sample, and clean sites"
        if tokens[k].lower not in {"and", "or"} or last.tag != "VB" or first.child("dobj") not in {None, token}:
            continue
        if token.lower in words("pronoun.never_object") or token.tag not in {"NN", "JJ", "VBP", "NNP", "RB"}:
            continue
        if token.tag == "RB" or not (first.modal or first.infinitive or first.dep in {"ROOT", "conj"}):
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        if last in token.subtree():
            last.hang(first, "conj")
        for child in list(token.children):
            child.hang(last if child.i > last.i else first, child.dep)
        token.hang(first, "conj")


def _last_of_the_list(first: Token, last: Token, verbs: AbstractSet[str]) -> None:
    """Make a verb of the word behind "and" that was taken for a part of its object, where the list has none yet."""
    noun = last.head
    plain = noun.i == last.i + 1 and noun.tag == "NNS" and not first.having("dobj", "ccomp", "xcomp")
    if plain and last.lower in with_words(verbs, "noun_or_verb") and (first.modal or first.infinitive):
        last.tag, last.lemma, last.repaired = "VB", last.lower, True
        last.join(first, noun)


@asked_of("help helps helped let lets make makes", "JJ|NN")
def bare_verb_behind_noun(tokens: list[Token]) -> None:
    """“help towns bury lines”: a word between whom it helps and another noun phrase, with that for its object."""
    for noun, token in pairwise(tokens[1:]):
        verb, target = noun.head, token.child("dobj")
        if token.tag not in {"JJ", "NN"} or target is None or target.i < token.i or noun.tag not in {"NNS", "PRP", "NNP"}:
            continue
        above = token.head if token.head is not noun else verb
        if not above.is_verb or above.lemma.lower() not in {"help", "let", "make"} or not above.i < noun.i:
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(above, "ccomp")
        noun.hang(token, "nsubj")
        for item in above.having("conj"):
            if item.i > target.i and item.tag in {"VB", "VBP"} and not item.having("nsubj", "aux", "mark"):
                item.tag = "VB"
                item.hang(token, "conj")  # "…, trim trees and replace poles"


@asked_of("VBN|JJ|VBD/amod", "VBD", "but and", "NN|NNS/conj|dobj")
def past_behind_but(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“welcomed the delay but criticised ministers”: behind "but" a verb goes on, as does one of ordering behind "and"."""
    for joint, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint.lower not in {"but", "and"} or token.dep != "amod" or token.tag not in {"VBN", "JJ", "VBD"}:
            continue
        if token.head is not noun or noun.dep not in {"conj", "dobj"} or not noun.is_noun:
            continue
        lemma = lemma_of_past(token, with_words(verbs, "judging", "answering"))
        verb = verb_above(noun)
        if lemma is None or verb is None or verb.tag != "VBD" or verb.i > token.i:
            continue
        target = verb.child("dobj")
        strong = lemma in words("judging") | words("answering") | words("ruling")
        if target is None or target is noun or target.i > token.i or not (joint.lower == "but" or strong):
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)


_IRREGULAR = {"frozen": "freeze", "broken": "break", "hidden": "hide", "withdrawn": "withdraw", "stolen": "steal"}


@asked_of("had/VBD had", "VBN|JJ/amod", "VBD/ccomp", "NNS/dobj")
def perfect_of_what_is_told(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“said the bank had hidden losses”: what somebody is said to have done."""
    for had, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        above = had.head
        if had.lower != "had" or had.dep != "ccomp" or token.dep != "amod" or token.head is not noun or noun.tag != "NNS":
            continue
        if noun.dep != "dobj" or noun.head is not had or above.tag != "VBD" or above.lemma.lower() not in words("attribution"):
            continue
        lemma = _IRREGULAR.get(token.lower) or lemma_of_past(token, verbs)
        fits = token.tag == "VBN" or token.lower in _IRREGULAR
        if lemma is None or not fits or token.lower in words("participle_of_state") or had.having("aux", "neg"):
            continue
        token.tag, token.lemma, token.repaired = "VBN", lemma, True
        token.hang(had, "dep")
        noun.hang(token, "dobj")
        token.replace(had)
        succeed(token, had)
        had.hang(token, "aux")


@asked_of("have has did do does", "neg", "MD/aux", "and or nor")
def auxiliary_for_its_verb(tokens: list[Token]) -> None:
    """“have not and will not supply weapons”: the auxiliary stands for the verb, which it shares with the modal."""
    for auxiliary, negation, joint, modal in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        verb = modal.head
        if (
            negation.dep != "neg"
            or negation.head is not auxiliary
            or joint.lower not in {"and", "or", "nor"}
            or modal.tag != "MD"
        ):
            continue
        if auxiliary.lemma not in {"have", "do"} or auxiliary.tag not in {"VBP", "VBZ", "VBD"} or auxiliary.having("dobj"):
            continue
        if verb.tag != "VB" or verb.head is not auxiliary or verb.dep != "conj" or modal.dep != "aux":
            continue
        if auxiliary.lemma == "have":
            auxiliary.tag = "VBD"
        auxiliary.lemma = verb.lemma


@asked_of("NN|JJ/compound|amod", "NN|NNS|NNP/conj", "TO", "VB", "and or")
def bare_verb_that_moves(tokens: list[Token]) -> None:
    """“charge drivers and force operators to clean buses”: who is moved to V is moved by a verb."""
    for joint, token, noun, to in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if joint.lower not in {"and", "or"} or to.tag != "TO" or token.tag not in {"NN", "JJ"} or token.head is not noun:
            continue
        verb = verb_above(noun)
        if token.lower not in moving_verbs() or noun.dep != "conj" or verb is None or verb.tag != "VB" or noun.head.i < verb.i:
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.join(verb, noun)
        if to.head.tag == "VB" and to.head is not token:
            to.head.hang(token, "xcomp")


@asked_of("JJ|NN|VBP/amod|compound", "NN|NNS/conj", "VB", "and or")
def bare_verb_before_its_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“may not use drones to track voters or suppress dissent”: a word that is nothing but a verb, behind a verb's object."""
    for joint, token, noun in zip(tokens[2:], tokens[3:], tokens[4:], strict=False):
        if joint.lower not in {"and", "or"} or token.dep not in {"amod", "compound"} or token.head is not noun:
            continue
        first, verb = noun.head, verb_above(noun)
        if noun.dep != "conj" or first.dep != "dobj" or verb is None or verb.tag != "VB" or first.head is not verb:
            continue
        known = (
            token.lower in verbs and token.lower not in words("noun_or_verb") and token.lower not in words("adjective_or_verb")
        )
        if token.tag in {"JJ", "NN", "VBP"} and known and (verb.modal or verb.infinitive or verb.dep == "ROOT"):
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            token.join(verb, noun)


@asked_of("NN|JJ|VB/dobj|appos|conj|dep", ",", "DT|PRP$/det|poss", "VB")
def joint_act_behind_comma(tokens: list[Token]) -> None:
    """“will visit Peru, co-host the fifth meeting and open the fair”: a word in "co-" before a determiner is a verb."""
    for comma, token, determiner in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.lower not in {",", "and"} or not token.lower.startswith("co-") or determiner.dep not in {"det", "poss"}:
            continue
        verb, target = verb_above(token), determiner.head
        if token.tag not in {"NN", "JJ", "VB"} or token.dep not in {"dobj", "appos", "conj", "dep"} or verb is None:
            continue
        if verb.tag == "VB" and verb.i < token.i and target.is_noun and target.head is verb and target.dep == "dobj":
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            token.join(verb, target)


_ONLY_PAST = {
    "overcame": "overcome",
    "gave": "give",
    "took": "take",
    "began": "begin",
    "wrote": "write",
    "broke": "break",
    "chose": "choose",
    "drove": "drive",
    "grew": "grow",
    "withdrew": "withdraw",
    "undertook": "undertake",
    "froze": "freeze",
    "drew": "draw",
    "threw": "throw",
    "oversaw": "oversee",
}


@asked_of(" ".join(_ONLY_PAST), "VBD VBN", "and but ,")
def only_a_past(tokens: list[Token]) -> None:
    """“withstood pressure and overcame hardship”: a form that is never a participle modifies nothing."""
    for joint, token in pairwise(tokens[1:]):
        verb = verb_above(token)
        if token.lower not in _ONLY_PAST or token.is_verb or joint.lower not in {"and", "but", ","} or verb is None:
            continue
        target = token.child("dobj") if token.dep == "conj" else token.head
        if token.dep not in {"amod", "compound", "nmod", "conj"} or verb.tag != "VBD" or target is None or not target.is_noun:
            continue
        token.tag, token.lemma, token.repaired = "VBD", _ONLY_PAST[token.lower], True
        if token.dep != "conj":
            token.join(verb, target)


@asked_of("and or", "conj", "dobj", "VB VBD VBN")
def noun_beside_noun(tokens: list[Token]) -> None:
    """“complete the course and report any incident or near miss”: what "or" joins to an object is no object of the verb
    before."""
    for joint in tokens[2:-2]:
        first = joint.head
        if joint.lower not in {"and", "or"} or first.dep != "dobj" or not first.is_noun or joint.i != first.i + 1:
            continue
        above = first.head
        if above.dep != "conj" or not above.head.is_verb:
            continue
        for noun in above.head.having("dobj"):
            for item in noun.having("conj"):
                if item.is_noun and item.i > joint.i and item.subtree()[0].i == joint.i + 1 and first.i > above.i:
                    item.hang(first, "conj")


@asked_of("NN|NNS/nmod|compound", "dobj", "VB VBP", "and or")
def object_before_and(tokens: list[Token]) -> None:
    """“which deepen poverty and widen gaps”: what stands before a verb is no part of its object, but the object before."""
    for token in tokens[1:-2]:
        target, first = token.head, tokens[token.i - 1]
        verb = target.head
        if token.dep not in {"nmod", "compound"} or target.dep != "dobj" or not token.i < verb.i < target.i:
            continue
        if first.is_verb and verb in first.conjuncts() and first.child("dobj") is None and tokens[token.i + 1].dep == "cc":
            token.hang(first, "dobj")


@asked_of("any", "that", "NN JJ VB VBP", "det predet")
def verb_behind_any_that(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“revoke any that harm fish”: "that" opens a relative clause, whose verb the parser takes for a part of the noun."""
    for every, that, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = every.head
        if (
            every.lower != "any"
            or that.lower != "that"
            or every.dep not in {"det", "predet"}
            or noun.i <= token.i
            or not noun.is_noun
        ):
            continue
        if token.tag not in {"NN", "JJ", "VB", "VBP"} or token.lower not in with_words(verbs, "noun_or_verb"):
            continue
        every.replace(noun)
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        token.hang(every, "relcl")
        that.tag = "WDT"
        that.hang(token, "nsubj")
        noun.hang(token, "dobj")
