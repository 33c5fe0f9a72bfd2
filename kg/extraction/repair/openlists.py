"""Lists of verbs whose members were hung on what stands between them, or taken for a noun or participle."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.steps import OWN_GROUP, PAST, SUBJECTS, lead, past_above, succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "bare_conjunct_of_noun",
    "first_of_two_imperatives",
    "last_behind_infinitive",
    "past_before_and",
    "past_behind_comma",
    "past_beside_infinitive",
    "past_between_bare_verbs",
    "verb_beside_verb",
    "verb_with_particle",
]


@asked_of("VBD|VBN/conj", "VB/xcomp|ccomp|advcl|acl", "and or but")
def past_beside_infinitive(tokens: list[Token]) -> None:
    """“freed hostages, forced groups to retreat and restored order”: a past goes on with one, not with an infinitive."""
    for token in tokens[3:]:
        head = token.head
        if token.dep != "conj" or token.tag not in PAST or token.lower == token.lemma.lower() or head.tag != "VB":
            continue
        if head.having("auxpass") or head.modal or token.having(*OWN_GROUP):
            continue
        if token.tag == "VBN" and token.child("dobj") is None:
            continue  # "asked pupils to stay calm and united"
        above = past_above(head)
        if above is not None and not any(item.modal for item in head.ancestors() if item.i > above.i):
            token.tag = above.tag
            token.hang(above, "conj")


@asked_of("VB/conj", ",", "and or", "JJ|NN|VBP|NNP|VB/amod|compound|conj|appos|dep|nmod")
def verb_beside_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“will deepen reform, foster and strengthen firms”: one bare word between a comma and "and" with a verb is a verb,
    where it is no common noun as well."""
    for comma, token, joint, verb in zip(tokens[2:], tokens[3:], tokens[4:], tokens[5:], strict=False):
        if comma.text != "," or joint.lower not in {"and", "or"} or verb.tag != "VB" or verb.dep != "conj":
            continue
        first = verb.head if verb.head is not token else verb_above(token) or token
        if token.tag not in {"JJ", "NN", "VBP", "NNP", "VB"} or token.lower not in verbs or first.tag != "VB":
            continue
        target = verb.child("dobj") or _behind(tokens, verb)
        if target is None or first.i > token.i or any(child not in {joint, verb} for child in token.children):
            continue
        if first.child("dobj", "prep") is None:
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(first, "conj")
        verb.hang(token, "conj")
        target.hang(verb, "dobj")


def _behind(tokens: list[Token], verb: Token) -> Token | None:
    """The noun whose phrase begins right behind ``verb`` but which hangs on something before it."""
    noun = tokens[min(verb.i + 1, len(tokens) - 1)]
    while noun.dep in {"amod", "compound", "det", "nmod", "poss"} and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.is_noun and noun.head.i < verb.i else None


@asked_of("VB|VBP|VBD|VBZ/conj", "VB/xcomp|ccomp", ",", "and or")
def last_behind_infinitive(tokens: list[Token]) -> None:
    """“shall support fishers, help towns to diversify, and finance vessels”, "must respect borders, allow aid to pass and
    protect staff": the "and" closes the list that is open, where none behind it does."""
    for token in tokens[5:]:
        nested = token.head
        joint = tokens[token.i - 1]
        if token.dep != "conj" or joint.lower not in {"and", "or"}:
            continue
        if tokens[joint.i - 1].text != "," and any(item.text == "," for item in tokens[token.i :]):
            continue
        if not token.is_verb or nested.dep not in {"xcomp", "ccomp"} or not nested.infinitive or len(nested.conjuncts()) > 2:
            continue
        last = nested.head
        if last.dep != "conj" or tokens[last.i - 1].text != "," or token.having(*SUBJECTS, "expl", "aux", "auxpass"):
            continue
        if last.tag == "VBP" and last.head.tag == "VB" and last.head.modal:
            last.tag = "VB"
        if token.tag == last.tag and last.head.is_verb and not last.having("cc") and last.i < nested.i:
            token.hang(last, "conj")
            for child in last.having("prep"):
                if child.i > token.i:
                    child.hang(token, "prep")


@asked_of("VBD", "NN|NNP|NNS|JJ/nsubj", ",", "VB/conj", "TO/aux MD/aux")
def past_between_bare_verbs(tokens: list[Token]) -> None:
    """“to expand farming, rewet drained soils and restore hedgerows”: between bare verbs a bare word is no subject of a past
    but one of them, and what it does is said of its object."""
    for token in tokens[4:-3]:
        word, target = token.child("nsubj"), token.child("dobj")
        if token.tag != "VBD" or word is None or target is None or word.i != token.i - 1 or word.children:
            continue
        joint, last = tokens[target.i + 1 : target.i + 3] if target.i + 2 < len(tokens) else (word, word)
        if joint.lower not in {"and", "or"} or last.tag != "VB" or last.having(*SUBJECTS, "expl", "aux"):
            continue
        bare = _bare_before(tokens, word)
        if bare is None or not word.text.islower() or tokens[word.i - 1].text != "," or target.subtree()[0].i != token.i + 1:
            continue
        before = token.child("ccomp", "advcl")
        if token.having("aux", "auxpass", "mark") or (token.head is token and before is None):
            continue
        if before is not None and bare in before.subtree():
            before.replace(token)
        word.tag, word.lemma, word.repaired = "VB", word.lower, True
        for item in (word, last):
            item.hang(bare, "conj")
        joint.hang(word, "cc")
        target.hang(word, "dobj")
        succeed(bare, token)
        token.tag = "VBN"
        token.hang(target, "amod")


@asked_of("VB/conj", "TO/aux MD/aux", "and or")
def bare_conjunct_of_noun(tokens: list[Token]) -> None:
    """“the purchase of a maker, after the buyer offered to sell plants and license a patent”: a bare verb goes on with one."""
    for token in tokens[2:]:
        if token.tag != "VB" or token.dep != "conj" or token.head.is_verb or token.having("aux", "nsubj"):
            continue
        if tokens[token.i - 1].lower in {"and", "or"}:
            token.hang(_bare_before(tokens, token) or token.head, "conj")
            _own_object(tokens, token)


def _bare_before(tokens: list[Token], token: Token) -> Token | None:
    """The nearest verb before ``token`` that an infinitive or a modal makes bare."""
    return next((item for item in reversed(tokens[: token.i]) if item.tag == "VB" and (item.infinitive or item.modal)), None)


def _own_object(tokens: list[Token], verb: Token) -> None:
    """“to fraud and prosecute offenders”: the noun behind the verb, which was taken for one with that before, is its object."""
    before = tokens[verb.i - 2]
    noun = next((item for item in tokens[verb.i + 1 : verb.i + 6] if item.is_noun and item.dep != "compound"), None)
    if noun is None or verb.child("dobj") is not None or not before.is_noun:
        return
    if any(not (item.head is noun or item.head is verb) for item in tokens[verb.i + 1 : noun.i]):
        return
    if before.head is noun and before.dep in {"nmod", "compound"}:
        lead(before, noun)
        before.replace(noun)
    elif noun.dep != "conj" or noun.head.i > verb.i:
        return
    noun.hang(verb, "dobj")


@asked_of("VBN/acl|advcl|dep", "VBD", ",", "dobj", "VBD|VBN/conj")
def past_behind_comma(tokens: list[Token]) -> None:
    """“drained marshes, planted trees and opened parks”: a participle with an object of its own is active, unless it gives,
    and an "and" with another past behind it closes the list."""
    for token in tokens[3:]:
        target, above = token.child("dobj"), verb_above(token)
        if token.tag != "VBN" or token.dep not in {"acl", "advcl", "dep"} or tokens[token.i - 1].text != "," or target is None:
            continue
        if above is None or above.tag != "VBD" or above.i > token.i or above.having("auxpass"):
            continue
        if token.lemma.lower() in _GIVING or token.having(*OWN_GROUP, "agent"):
            continue
        last = next((item for item in token.having("conj") if item.tag in PAST and item.child("dobj") is not None), None)
        if last is not None and tokens[last.i - 1].lower == "and" and target.tag in {"NNS", "NN"} and target.i > token.i:
            token.tag = last.tag = "VBD"
            token.hang(above, "conj")


_GIVING = words("giving") | {"pay", "call", "name", "elect", "appoint", "declare", "charge", "promise", "owe"}


@asked_of("JJ|VBN|VBD/amod", "VBD", "and ,", "NN|NNS|NNP/nsubj")
def past_before_and(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The Summit tasked ministers with X and requested them to V”: "and" or a comma right before the verb joins it to one."""
    for last in tokens[4:]:
        if last.tag != "VBD":
            continue
        noun, joint = (last.having("nsubj") or [last])[-1], tokens[last.i - 1]
        bound = joint.lower == "and" and joint.head is noun
        if noun.having("conj") or not (bound or _first_comma(tokens, joint, noun)):
            continue
        token = next((child for child in noun.having("amod") if child.i == noun.i - 1), None)
        lemma = lemma_of_past(token, verbs) if token is not None else None
        if token is None or lemma is None:
            continue
        before = [*noun.having("compound", "nmod"), *last.having("nsubj"), *token.having("nsubj")]
        subject = next((child for child in before if child.i == token.i - 1), None)
        if subject is None:
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.hang(last, "dep")
        token.replace(last)
        last.hang(token, "conj")
        joint.hang(token, "cc")
        noun.hang(token, "dobj")
        subject.hang(token, "nsubj")
        lead(subject, noun)
        for prep in noun.having("prep"):
            prep.hang(token, "prep")


def _first_comma(tokens: list[Token], comma: Token, noun: Token) -> bool:
    """“The mission trained judges, helped refugees and …”: right behind ``noun``, with no other before it."""
    return comma.text == "," and comma.i == noun.i + 1 and all(item.text != "," for item in tokens[: comma.i])


_PARTICLES = {
    "phase": {"in", "out"},
    "scale": {"up", "back", "down"},
    "step": {"up"},
    "speed": {"up"},
    "ramp": {"up"},
    "wind": {"up", "down"},
    "roll": {"out", "back"},
}


@asked_of(" ".join(_PARTICLES), "in out up back down", "and or ,", "VB")
def verb_with_particle(tokens: list[Token]) -> None:
    """“will co-fund panels, and phase in a deposit scheme”: behind "and", with its particle and an article, it is a verb."""
    for joint, token, particle, after in zip(tokens[2:], tokens[3:], tokens[4:], tokens[5:], strict=False):
        if particle.lower not in _PARTICLES.get(token.lower, ()) or token.is_verb or joint.lower not in {"and", "or", ","}:
            continue
        earlier = next((item for item in reversed(tokens[: joint.i]) if item.tag == "VB" and item.dep != "aux"), None)
        target = particle.child("pobj")
        if earlier is None or target is None or after.tag not in {"DT", "PRP$", "JJ", "NN", "NNS"}:
            continue
        while earlier.goes_on and earlier.head.tag == "VB":
            earlier = earlier.head
        if earlier.dep == "ccomp" and earlier.head.lemma == "help" and tokens[joint.i - 1].text == ",":
            earlier = earlier.head
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(earlier, "conj")
        target.hang(token, "dobj")
        particle.hang(token, "prt")


@asked_of("NN|NNP|JJ|VBP/ROOT", "and or", "VB/conj")
def first_of_two_imperatives(tokens: list[Token]) -> None:
    """“Drill or deepen wells in each village”: a sentence that begins with one word and goes on with a bare verb is told."""
    if len(tokens) > 3:  # two verbs, their joint and an object
        first, joint, verb = tokens[:3]
        alone = first.dep == "ROOT" and first.tag in {"NN", "NNP", "JJ", "VBP"} and joint.lower in {"and", "or"}
        if alone and verb.tag == "VB" and verb.head is first and verb.dep == "conj" and verb.child("dobj") is not None:
            first.tag, first.lemma, first.repaired = "VB", first.lower, True
