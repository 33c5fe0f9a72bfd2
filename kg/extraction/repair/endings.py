"""What the ending of a word says that the parser missed: "to consolidation" is no infinitive, "payable by X" no agent."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import SUBJECTS, succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "adjective_of_two_words",
    "adjective_with_its_phrases",
    "adverb_taken_for_verb",
    "developing_states",
    "equal_to_what",
    "left_unchanged",
    "noun_behind_to",
    "participle_behind_adverb",
    "pasts_behind_be",
    "place_behind_to",
]

_PLACES = ("downstream", "upstream", "offshore", "onshore", "overseas", "inland")
_OF_NOUNS = ("ation", "ition", "ution", "sion", "ness", "ity", "ism", "violence")
_OF_ABILITY = ("able", "ible")


@asked_of("to", "VB/xcomp|relcl|acl|advcl|ccomp|ROOT|conj")
def noun_behind_to(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“barriers to consolidation and recommend steps”: a noun by its ending, which hangs on "to" as on a preposition."""
    for to, token in pairwise(tokens):
        if to.lower != "to" or token.tag != "VB" or to.head is not token or to.dep != "aux":
            continue
        if not token.lower.endswith(_OF_NOUNS) or token.lower in verbs or token.head is token:
            continue
        above, verb = token.head, verb_above(token)
        near = tokens[to.i - 1]
        to.hang(near if near.is_noun and (near is above or above in near.ancestors()) else above, "prep")
        to.tag, token.tag, token.lemma = "IN", "NN", token.lower
        token.hang(to, "pobj")
        for other in token.having("conj"):  # "incitement to violence or hate speech"
            target = other.child("dobj")
            if other.tag == "VB" and other.lower not in verbs and target is not None and target.i == other.i + 1:
                target.hang(token, "conj")
                other.hang(target, "compound")
                other.tag = "NN"
        others = [other for other in token.having("conj") if other.is_verb]
        for child in list(token.children):
            if others and verb is not None and (child in others or child.dep == "cc"):
                child.hang(verb, child.dep)
                child.tag = verb.tag if child in others and child.tag == "VB" and not child.having("aux") else child.tag


@asked_of("amod", "prep|agent", "JJ")
def adjective_with_its_phrases(tokens: list[Token]) -> None:
    """“a right enforceable at law by any party”, "fees payable by X": behind its noun, the adjective governs them."""
    for adjective in tokens:
        noun = adjective.head
        if adjective.dep != "amod" or noun.i > adjective.i or not adjective.lower.endswith(_OF_ABILITY):
            continue
        end = adjective.i
        for prep in tokens[adjective.i + 1 :]:
            if prep.i <= end:
                continue  # inside the phrase before
            if prep.i != end + 1 or prep.dep not in {"prep", "agent"} or not prep.children:
                break
            if prep.head is not adjective and not prep.head.is_verb:
                break
            prep.hang(adjective, "prep")
            end = prep.subtree()[-1].i


@asked_of("leave leaves left leaving keep keeps kept keeping", "JJ/amod", "dobj")
def left_unchanged(tokens: list[Token]) -> None:
    """“leave the rate on deposits unchanged”: the adjective at the end is what becomes of the object."""
    for adjective, after in pairwise(tokens):
        noun = adjective.head
        if adjective.dep != "amod" or noun.i != adjective.i - 1 or adjective.children or after.text not in {".", ",", ";"}:
            continue
        verb = next((above for above in noun.ancestors() if above.is_verb), noun)
        thing = verb.child("dobj")
        if verb.lemma in {"leave", "keep"} and thing is not None and verb.i < thing.i < noun.i and not verb.having("oprd"):
            adjective.hang(verb, "oprd")


@asked_of("to", " ".join(_PLACES), "VB")
def place_behind_to(tokens: list[Token]) -> None:
    """“cause harm to downstream States”: a place is no verb."""
    for to, token in pairwise(tokens):
        noun = token.child("dobj")
        if token.lower not in _PLACES or token.tag != "VB" or to.head is not token or noun is None or not token.head.is_verb:
            continue
        above = token.head
        suffered = token.child("nsubj")  # the parser took "harm to downstream" for a clause
        if suffered is not None and above.child("dobj") is None:
            suffered.hang(above, "dobj")
        _to_the_noun(above if suffered is None else suffered, to, token, noun)


def _to_the_noun(above: Token, to: Token, adjective: Token, noun: Token) -> None:
    """Make of the infinitive "to downstream States" a phrase of ``above``."""
    to.hang(above, "prep")
    noun.hang(to, "pobj")
    adjective.hang(noun, "amod")
    to.tag, adjective.tag = "IN", "JJ"


@asked_of("VBG/amod", "RB/advmod", ",", "dobj")
def participle_behind_adverb(tokens: list[Token]) -> None:
    """“cut the fee, greatly easing pressure on firms”: behind a verb's object, its comma and an adverb a clause begins."""
    for comma, adverb, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or adverb.head is not token or token.tag != "VBG" or token.dep != "amod" or adverb.tag != "RB":
            continue
        noun, verb = token.head, token.head.head
        earlier = next((item for item in verb.having("dobj") if item is not noun and item.i < comma.i), None)
        told = verb.tag in {"VBD", "VBN"} and token.lower not in words("participle_adjective")
        if noun.dep == "dobj" and told and noun.i > token.i and earlier is not None and not noun.having("det", "poss"):
            token.hang(verb, "dep")
            noun.hang(token, "dobj")
            token.dep = "advcl"


_HALVES = re.compile(
    r"(?:hard|long|far|wide|ever|never|peace|law|free|well|fast|slow|low|high|forward|front|home)"
    r"(?:working|standing|reaching|looking|running|lasting|ranging|going|growing|moving|loving|abiding|paying)"
)


@asked_of("VBG|NN/pcomp|xcomp|ccomp|acl|dobj|pobj|advcl|conj")
def adjective_of_two_words(tokens: list[Token]) -> None:
    """“helps hardworking families”, "longstanding rules": written as one, it is no verb."""
    for token, noun in pairwise(tokens):
        if token.tag in {"VBG", "NN"} and noun.is_noun and _HALVES.fullmatch(token.lower):
            if noun.head is token and noun.dep in {"dobj", "nsubj", "appos", "dep"}:
                noun.replace(token)
                succeed(noun, token)
                noun.dep = {"pcomp": "pobj", "xcomp": "dobj", "ccomp": "dobj", "acl": "dobj"}.get(noun.dep, noun.dep)
                token.hang(noun, "amod")
            if token.head is noun:
                token.tag, token.lemma, token.dep = "JJ", token.lower, "amod"


@asked_of("equal", "VB/advcl|xcomp", "entitled")
def equal_to_what(tokens: list[Token]) -> None:
    """“shall be entitled to equal pay”: nobody is entitled to equal something."""
    for entitled, to, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.child("dobj")
        if (entitled.lower, token.lower, token.tag) != ("entitled", "equal", "VB") or to.head is not token or noun is None:
            continue
        _to_the_noun(entitled, to, token, noun)


_DEVELOPING = frozenset({"states", "countries", "nations"})


@asked_of("developing", "states countries nations", "VBG/advcl|acl|pcomp|ccomp|xcomp|conj")
def developing_states(tokens: list[Token]) -> None:
    """“threaten the food of small island developing States”: nobody develops them; an island is where they are."""
    for place, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.lower != "developing" or token.tag != "VBG" or noun.lower not in _DEVELOPING or noun.head is not token:
            continue
        if noun.dep != "dobj" or noun.having("det", "poss") or token.having("aux", "mark"):
            continue
        if place.tag != "NN":
            continue
        if place.head is token and place.dep in {"npadvmod", "compound"} and token.dep == "pcomp":
            noun.hang(token.head, "pobj")
        elif place.dep in {"pobj", "dobj", "nsubj", "nsubjpass", "conj"} and place.head is not token:
            noun.hang(place.head, place.dep)
            succeed(noun, place)
        elif place.head is token and place.dep == "nsubj" and token.dep == "pcomp":
            _for_them_to(token, noun)
            succeed(noun, place)
        else:
            continue
        place.hang(noun, "compound")
        succeed(noun, token)
        token.tag, token.lemma = "JJ", "developing"
        token.hang(noun, "amod")


def _for_them_to(token: Token, noun: Token) -> None:
    """“room for small island developing States to meet their goals”: they meet them."""
    prep, task = token.head, token.child("xcomp")
    if task is None or not task.infinitive:
        noun.hang(prep, "pobj")
        return
    task.hang(prep.head, "advcl")
    noun.hang(task, "nsubj")
    prep.hang(task, "mark")


@asked_of("VB/advmod", "neg")
def adverb_taken_for_verb(tokens: list[Token]) -> None:
    """“shall not compulsorily acquire land”: an adverb before its verb, whose "not" is the verb's."""
    for denial, token in pairwise(tokens):
        verb = token.head
        if token.tag != "VB" or token.dep != "advmod" or not token.lower.endswith("ly") or verb.i != token.i + 1:
            continue
        if denial.dep == "neg" and denial.head is token and verb.is_verb:
            token.tag = "RB"
            denial.hang(verb, "neg")


@asked_of("VBD", ",", "be", "VBN")
def pasts_behind_be(tokens: list[Token]) -> None:
    """“require conflicts to be disclosed, reviewed and managed”: in a list that "to be" or "must be" opens stands no past."""
    for be in tokens[1:-4]:
        first = be.head
        if be.lower != "be" or be.dep != "auxpass" or first.tag != "VBN" or not (first.infinitive or first.modal):
            continue
        listed, k = [], first.i + 1
        while k + 1 < len(tokens) and (tokens[k].text == "," or tokens[k].lower in {"and", "or"}):
            k += 1 + (tokens[k].text == "," and tokens[k + 1].lower in {"and", "or"})
            if k >= len(tokens) or tokens[k].tag not in {"VBD", "VBN"} or tokens[k].having(*SUBJECTS, "aux", "auxpass"):
                break
            listed.append(tokens[k])
            k += 1
        for token in listed if len(listed) > 1 else ():
            token.tag = "VBN"
            token.hang(first, "conj")
