"""Nouns behind “and” that begin a clause of their own, and were taken for more of what stands before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.steps import be_subject_of, follow
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "absolute_beside_absolute",
    "gerund_being_done",
    "number_before_past",
    "participle_of_the_opening",
    "participle_of_the_second",
    "passive_behind_participle",
    "past_of_some",
    "past_of_the_root",
    "second_absolute",
    "subject_beside_phrase",
    "verb_behind_who_we_are",
]

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


@asked_of("VBN/conj", "were was", "and but", "VBG")
def passive_behind_participle(tokens: list[Token]) -> None:
    """“arrested monks and families trying to reach them were stopped”: with no "and" of its own, the passive goes on with no
    verb; the noun before the participle is its subject."""
    for token in tokens[4:]:
        verb, form = token.head, token.opening
        if token.tag != "VBN" or token.dep != "conj" or not verb.is_verb or form.lower not in {"were", "was"}:
            continue
        if not token.having("auxpass") or token.having(*_SUBJECTS):
            continue
        between = tokens[verb.i + 1 : form.i]
        joint = next((item for item in reversed(between) if item.lower in {"and", "but"}), None)
        noun = next((item for item in tokens[joint.i + 1 : form.i] if item.is_noun), None) if joint is not None else None
        if joint is None or noun is None or noun.dep != "conj" or tokens[noun.i + 1].tag != "VBG" or not noun.head.is_noun:
            continue
        doing = tokens[noun.i + 1]
        if (form.lower == "were") is not (noun.tag in {"NNS", "NNPS"}) or doing.head not in {noun, noun.head, verb}:
            continue
        noun.hang(token, "nsubjpass")
        doing.hang(noun, "acl")
        joint.hang(verb, "cc")


@asked_of("NN|NNS|NNP|NNPS/ROOT", "VBN|VBD/acl", "dobj for")
def past_of_the_root(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Chile's cabinet approved on Monday a bill”: with an object it is the past of a sentence that has no other verb."""
    for noun, token in pairwise(tokens):
        if token.tag not in {"VBN", "VBD"} or token.dep != "acl" or token.head is not noun or noun.dep != "ROOT":
            continue
        target, lemma = token.child("dobj"), lemma_of_past(token, verbs)
        given = token.lemma.lower() in words("giving") or token.having("agent", "aux", "auxpass")
        asks = lemma == "ask" and any(prep.lower == "for" and prep.i == token.i + 1 for prep in token.having("prep"))
        if lemma is None or given or (not asks and (target is None or target.i < token.i)):
            continue  # but "the mission asked for visas"
        if any(child.is_verb and child is not token for child in noun.children):
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.replace(noun)
        noun.hang(token, "nsubj")
        follow(token, noun)


@asked_of("with", "agent", "VBN|VBD/acl", "and")
def second_absolute(tokens: list[Token]) -> None:
    """“with land donated by churches and grants paid to tenants”: two things done, not two who do the first."""
    for prep in tokens:
        first = prep.child("pobj")
        if prep.lower != "with" or first is None:
            continue
        done = next((item for item in first.having("acl") if item.tag == "VBN" and item.child("agent")), None)
        by = done.child("agent") if done is not None else None
        agent = by.child("pobj") if by is not None else None
        noun = next((item for item in agent.having("conj") if item.is_noun), None) if agent is not None else None
        if agent is None or noun is None or noun.i + 1 >= len(tokens):
            continue
        other = tokens[noun.i + 1]
        if other.tag not in {"VBN", "VBD"} or other.dep != "acl" or other.head not in {noun, agent}:
            continue
        joint = next((item for item in agent.having("cc") if item.i < noun.i), None)
        if joint is None or joint.lower != "and":
            continue
        joint.hang(first, "cc")
        noun.hang(prep, "pobj")  # "conj" would give both participles to both
        other.tag = "VBN"
        other.hang(noun, "acl")


@asked_of("with", "VBD|VBN/pcomp|conj", "VBG/acl|pcomp", "and")
def absolute_beside_absolute(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“with incomes growing and the share of exports increased”: of two subjects each has the participle behind it."""
    for prep in tokens[:-4]:
        done = prep.child("pcomp")
        if prep.lower != "with" or done is None:
            continue
        if done.tag == "VBG" and done.child("nsubj") is not None:
            _participles_beside(done, verbs)
            continue
        if done.tag not in {"VBD", "VBN"} or done.having("aux", "auxpass"):
            continue
        subjects = done.having("nsubj", "nsubjpass")
        growing = subjects[0].child("acl") if len(subjects) == 2 else None
        joint = tokens[subjects[-1].subtree()[0].i - 1] if growing is not None else prep
        if growing is None or growing.tag != "VBG" or not growing.i < joint.i or joint.lower != "and":
            continue
        done.tag = "VBN"
        growing.hang(prep, "pcomp")
        subjects[0].hang(growing, "nsubj")
        done.hang(growing, "conj")
        subjects[1].dep = "nsubjpass"
        joint.hang(growing, "cc")


def _participles_beside(growing: Token, verbs: AbstractSet[str]) -> None:
    """Make participles of the pasts that the parser made of those beside ``growing``."""
    for item in growing.having("conj"):
        subject = item.child("nsubj")
        acted_on = item.tag == "VBD" and subject is not None and item.lemma.lower() in verbs
        if acted_on and subject is not None and not item.having("dobj", "aux", "auxpass", "ccomp", "xcomp"):
            item.tag, subject.dep = "VBN", "nsubjpass"


@asked_of("VBG/advcl", "being", "VBN/xcomp|ccomp", ",")
def gerund_being_done(tokens: list[Token]) -> None:
    """“shall be kept for small boats, trawling there being prohibited”: what is done to trawling; nobody trawls."""
    for token in tokens[2:-2]:
        done = token.child("xcomp", "ccomp")
        if token.tag != "VBG" or token.dep != "advcl" or tokens[token.i - 1].text != "," or done is None or done.tag != "VBN":
            continue
        near = done.opening.lower == "being" and done.opening.i - token.i <= 2
        if near and not token.having("dobj", "nsubj", "mark") and not done.having("nsubjpass"):
            done.replace(token)
            token.hang(done, "nsubjpass")
            token.tag, token.lemma = "NN", token.lower


@asked_of("VBN|VBD|JJ/amod", "VBD", "and", ",", "CD few third fourth half")
def number_before_past(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“fielded candidates, and forty won seats”, "and a few even falsified data": a number behind ", and" begins a clause."""
    for comma, joint, first in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or joint.lower != "and":
            continue
        det = first if first.lower == "a" else None
        number = first if det is None else tokens[min(det.i + 1, len(tokens) - 1)]
        if number.tag != "CD" and (det is None or number.lower not in {"few", "third", "fourth", "half"}):
            continue
        k = number.i + 1
        while k < len(tokens) and tokens[k].tag == "RB":
            k += 1
        token = tokens[k] if k < len(tokens) else number
        noun = token.head
        if token.dep != "amod" or not noun.is_noun or noun.i != token.i + 1 or token.tag not in {"VBN", "VBD", "JJ"}:
            continue
        lemma = lemma_of_past(token, verbs) or (
            token.lemma.lower() if token.tag == "VBD" or token.lemma.lower() in verbs else None
        )
        verb = next((item for item in noun.ancestors() if item.tag == "VBD"), None)
        if lemma is None or verb is None or verb.i > joint.i or (token.tag != "VBD" and det is None):
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)
        for item in tokens[number.i + 1 : token.i]:
            item.hang(token, "advmod")
        number.hang(token, "nsubj")
        number.tag = "NN" if number.tag != "CD" else "CD"
        if det is not None:
            det.hang(number, "det")
        joint.hang(verb, "cc")


@asked_of("NN|NNS|NNP|NNPS/conj", "and but", ",", "VBN|VBD|VBP|VBZ/advcl|conj|acl")
def subject_beside_phrase(tokens: list[Token]) -> None:
    """“the Commission drew up a plan, and the Parliament, in its resolution, called on states to V”: a noun that goes on with
    a verb, and has a phrase between commas and a verb without subject behind it, is that verb's subject."""
    for noun in tokens[3:]:
        if noun.dep != "conj" or not noun.is_noun or noun.i + 1 >= len(tokens):
            continue
        verb = noun.head.head if noun.head.dep == "dobj" else noun.head
        if not verb.is_verb:
            continue
        opens = noun.subtree()[0].i
        if tokens[opens - 1].lower not in {"and", "but"} or tokens[noun.i + 1].text != "," or verb.i > opens:
            continue
        commas = [item.i for item in tokens[noun.i + 2 :] if item.text == ","]
        token = next((tokens[k + 1] for k in commas if k + 1 < len(tokens) and tokens[k + 1].is_verb), None)
        if token is None or token.head not in {verb, noun} or token.tag not in {"VBN", "VBD", "VBP", "VBZ"}:
            continue
        active = token.tag != "VBN" or (token.head is verb is noun.head) or token.having("dobj", "xcomp", "ccomp")
        if token.having(*_SUBJECTS, "aux", "auxpass", "mark", "agent") or not active:
            continue
        if any(item.is_verb for item in tokens[noun.i + 1 : token.i]):
            continue
        if token.tag == "VBN":
            token.tag = "VBD"
        token.hang(verb, "conj")
        noun.hang(token, "nsubj")
        for item in tokens[noun.i + 1 : token.i]:
            if item.head is verb:
                item.hang(token, item.dep)


@asked_of("VBN|VBD/conj", "aux auxpass", "and but", "nsubj nsubjpass")
def participle_of_the_second(tokens: list[Token]) -> None:
    """“… may be made, and contracts already awarded to X shall be ended”: the participle is of the second subject."""
    for token in tokens[3:]:
        subject = token.child("nsubj", "nsubjpass")
        if token.tag not in {"VBN", "VBD"} or token.dep != "conj" or subject is None or token.having("aux", "auxpass", "cc"):
            continue
        behind = (item for item in (*token.having("conj", "ccomp"), *token.head.having("conj")) if item.i > token.i)
        verb = next((item for item in behind if item.having("aux", "auxpass")), None)
        if verb is None or verb.having(*_SUBJECTS, "mark", "cc") or subject.i > token.i or token.having("dobj"):
            continue
        if verb.opening.tag not in {"MD", "VBZ", "VBP", "VBD"} or tokens[verb.opening.i - 1].lower in {"and", "or", "but", ","}:
            continue
        be_subject_of(subject, verb)
        verb.hang(token.head, "conj")
        token.hang(subject, "acl")
        token.tag = "VBN"


@asked_of("IN/prep", "VBN|VBD/advcl", "pobj")
def participle_of_the_opening(tokens: list[Token]) -> None:
    """“In a statement read out on television, the ministry denied the claim”: the statement was read, and not the ministry."""
    opening, noun = tokens[0], tokens[0].child("pobj")
    verb = opening.head
    if opening.dep != "prep" or noun is None or verb.dep != "advcl" or verb.tag not in {"VBN", "VBD"} or noun.i != verb.i - 1:
        return
    if verb.having("nsubj", "nsubjpass", "aux", "auxpass", "dobj") or verb.head.i < verb.i:
        return
    opening.hang(verb.head, "prep")
    verb.hang(noun, "acl")
    verb.tag = "VBN"


@asked_of("we", "PRP/ROOT", "JJ|NN/amod|compound|nmod")
def verb_behind_who_we_are(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“We, the undersigned groups, urge member states not to weaken the law”: "urge" is no adjective."""
    we = tokens[0]
    who = we.child("appos")
    if we.lower != "we" or we.dep != "ROOT" or who is None or len(tokens) < _SHORTEST:
        return
    for comma, token in pairwise(tokens[3:]):
        noun = token.head
        if comma.text != "," or token.lower not in verbs or token.tag not in {"JJ", "NN"} or noun.dep not in {"appos", "conj"}:
            continue
        if token.dep not in {"amod", "compound", "nmod"} or not any(above is who for above in noun.ancestors()):
            continue
        task = noun.child("xcomp", "acl", "relcl")
        token.hang(noun.head, "dep")
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        token.hang(we, "dep")
        noun.hang(token, "dobj")
        if task is not None and task.infinitive:
            task.hang(token, "xcomp")
        token.replace(we)
        we.hang(token, "nsubj")
        for child in we.having("punct"):
            if child.i > token.i:
                child.hang(token, "punct")
        return


_SHORTEST = 6


@asked_of("some many others most several few both", "NNS|NN/ROOT", "VBN/amod")
def past_of_some(tokens: list[Token]) -> None:
    """“Some opposed cuts while others sought delays”: a sentence without a main verb, whose first word names who acts."""
    if len(tokens) < 4:
        return
    some, token, noun = tokens[0], tokens[1], tokens[1].head
    if some.lower not in _SOME or token.tag != "VBN" or token.dep != "amod" or noun.dep != "ROOT" or noun.i != 2:
        return
    if noun.head is not noun or not noun.having("advcl", "conj", "ccomp"):
        return
    token.tag, token.repaired = "VBD", True
    token.replace(noun)
    noun.hang(token, "dobj")
    some.hang(token, "nsubj")
    for child in noun.having("advcl", "conj", "ccomp", "punct"):
        child.hang(token, child.dep)


_SOME = frozenset({"some", "many", "others", "most", "several", "few", "both"})
