"""Which verb of a sentence is the main one, and which noun its subject."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_present
from kg.extraction.repair.steps import FINITE, TENSED, be_subject_of, follow, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "apposition_taken_for_subject",
    "clause_before_its_conjunct",
    "clause_of_telling",
    "has_finite_auxiliary",
    "main_verb_behind_conviction",
    "present_behind_relative",
    "present_tenses_in_lists",
    "pursuant",
    "subject_before_and",
    "subject_before_relative",
    "subject_taken_for_conjunct",
    "subject_with_relative",
    "subjects_of_auxiliaries",
]


@asked_of("aux auxpass", "nsubj nsubjpass neg advmod expl MD/aux")
def subjects_of_auxiliaries(tokens: list[Token]) -> None:
    """“A Fund is hereby established”: the subject or modal hung on the auxiliary belongs to the verb."""
    for token in tokens:
        if token.dep in {"aux", "auxpass"} and token.head is not token and token.head.is_verb:
            for child in list(token.children):
                if child.dep in {"nsubj", "nsubjpass", "neg", "advmod", "expl"} or (child.tag == "MD" and child.dep == "aux"):
                    passive = any(item.dep == "auxpass" for item in token.head.children)
                    child.hang(token.head, "nsubjpass" if passive and child.dep == "nsubj" else child.dep)


@asked_of("ccomp advcl", "nsubj nsubjpass", "VBD|VBZ|VBP|VBN|VB/ROOT")
def clause_before_its_conjunct(tokens: list[Token]) -> None:
    """“Leaders welcome the opinion, reject attempts and are …”: the first of the coordinated verbs has the subject."""
    for token in tokens:
        if token.dep != "ROOT" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl"):
            continue
        first = next((child for child in token.children if child.dep in {"ccomp", "advcl"} and child.i < token.i), None)
        if (
            first is not None
            and first.dep == "advcl"
            and any(child.dep == "mark" or child.tag == "WRB" for child in first.children)
        ):
            continue  # "when prices rise, cut taxes"
        if first is None or not (first.tag in FINITE or has_finite_auxiliary(first)):
            continue
        if not first.having("nsubj", "nsubjpass") or token.lemma.lower() in words("speech"):
            continue
        before = tokens[min(item.i for item in (token, *token.having("aux", "auxpass", "neg"))) - 1]
        if before.text != "," and before.tag != "RB":
            continue
        first.replace(token)
        token.hang(first, "conj")


@asked_of("NNS/appos", "dobj", "relcl", ",")
def present_behind_relative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The law, which parliament passed, obliges outlets to register”: an apposition has no object."""
    for comma, token in pairwise(tokens):
        if comma.text != "," or token.tag != "NNS" or token.dep != "appos" or token.child("dobj") is None:
            continue
        noun, lemma = token.head, lemma_of_present(token, verbs)
        if (
            lemma is None
            or noun.tag not in {"NN", "NNP"}
            or noun.dep != "ROOT"
            or noun.child("relcl") is None
            or token.having("det", "amod")
        ):
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.replace(noun)
        noun.hang(token, "nsubj")
        follow(token, noun)


@asked_of("NN|NNS|NNP|NNPS/conj", "and but or", "VBZ|VBD|VBP|MD/aux|auxpass|conj")
def subject_taken_for_conjunct(tokens: list[Token]) -> None:
    """“… to all zones, and small boats are exempted”, "drafted the code and its experts reviewed it": the noun phrase
    between the conjunction and a finite verb is the subject."""
    for token in tokens:
        if token.dep not in {"conj", "ROOT", "ccomp"} or not token.is_verb or token.having("nsubj", "nsubjpass", "expl"):
            continue
        auxiliaries = [child for child in token.having("aux", "auxpass") if child.tag in TENSED]
        beside = token.dep == "conj" and token.tag in FINITE and token.head.is_verb and token.lower != token.lemma.lower()
        first = auxiliaries[0] if auxiliaries else token if beside else None
        if first is None or first.i == 0 or first.i > token.i:
            continue
        for noun in tokens[: first.i]:
            if noun.dep == "conj" and noun.is_noun and noun.head.is_noun:
                _take_phrase(noun, token, first)
                below = noun.subtree()
                if below[-1].i == first.i - 1 and tokens[below[0].i - 1].lower in {"and", "but", "or"}:
                    be_subject_of(noun, token)
                    break


def _take_phrase(noun: Token, verb: Token, first: Token) -> None:
    """“to the report and replies from users were filed”, "and claims by growers were paid": the phrase between ``noun`` and
    its ``verb`` is no other's."""
    last = first.i - 1
    for prep in (*noun.head.having("prep"), *verb.head.having("agent")):
        own = prep.i > noun.i and prep.i == noun.subtree()[-1].i + 1 and prep.subtree()[-1].i == last
        if own:
            prep.hang(noun, "prep")


@asked_of("pursuant")
def pursuant(tokens: list[Token]) -> None:
    """“must, pursuant to the Order, submit X”: "pursuant" is no verb."""
    for token in tokens:
        if token.lower != "pursuant" or not token.is_verb or token.head is token:
            continue
        verb = token.head
        token.tag, token.dep = "RB", "advmod"
        for child in list(token.children):
            if child.dep in {"nsubj", "nsubjpass", "aux", "neg"}:
                child.hang(verb, child.dep)


def has_finite_auxiliary(token: Token) -> bool:
    """Whether a tense or a modal stands before the verb: "has built", "will build"."""
    return any(child.tag in TENSED for child in token.having("aux", "auxpass"))


def _is_tensed(token: Token) -> bool:
    """Whether it is a verb with a tense or a modal, its own or its auxiliary's."""
    return token.tag in FINITE or (token.is_verb and has_finite_auxiliary(token))


@asked_of("CC", ",", "nsubj nsubjpass")
def subject_before_and(tokens: list[Token]) -> None:
    """“to document the dose and the duration, and must review it”: nothing before "and" is the subject of what follows it."""
    for comma, joint, first in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint.tag != "CC" or comma.text != ",":
            continue
        token = first.head if first.dep in {"aux", "auxpass"} else first
        if not token.is_verb or token.opening is not first:
            continue
        for noun in token.having("nsubj", "nsubjpass"):
            if noun.i > token.i:
                break
            start = noun.subtree()[0].i
            listed = next(
                (item for item in reversed(tokens[:start]) if item.is_noun and item.dep in {"dobj", "pobj", "conj"}), None
            )
            if listed is not None and noun.i < joint.i and listed.head is not token:
                noun.hang(listed, "conj")


@asked_of("relcl", ",", "and but", "NN|NNS|NNP|NNPS/conj")
def subject_before_relative(tokens: list[Token]) -> None:
    """“Exports grew by 9 percent, and trade, which is new, fell”: nothing before the relative clause is the verb's subject."""
    for token in tokens[3:]:
        if token.dep in {"relcl", "acl"} or not _is_tensed(token) or token.having("nsubj", "nsubjpass", "expl", "mark"):
            continue
        first = token.opening.i
        if tokens[first - 1].text != ",":
            continue
        relative = next((item for item in reversed(tokens[: first - 1]) if item.dep == "relcl"), None)
        noun = relative.head if relative is not None else None
        if relative is None or noun is None or noun.dep != "conj" or not noun.is_noun or relative.subtree()[-1].i < first - 2:
            continue
        start = min(item.i for item in noun.subtree())
        if start < 2 or tokens[start - 1].lower not in {"and", "but"} or tokens[start - 2].text != ",":
            continue
        be_subject_of(noun, token)


@asked_of("VBZ NNS", "and or", ",")
def present_tenses_in_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The trust identifies, escalates and treats patients”: present tenses taken for plural nouns before one that is not."""
    for last in tokens[3:-1]:
        if last.tag not in {"VBZ", "NNS"} or tokens[last.i - 1].lower not in {"and", "or"}:
            continue
        listed = _presents_before(tokens, last.i - 1, verbs)
        if len(listed) < 2 or tokens[last.i + 1].tag not in _NOUN_PHRASE or lemma_of_present(last, verbs) is None:
            continue
        first = listed[-1]
        noun = tokens[first.i - 1]
        if first.i == 0 or noun.tag not in {"NN", "NNP"} or (noun.i and tokens[noun.i - 1].tag in {"IN", "TO"}):
            continue
        _list_of_presents(noun, [*reversed(listed), last], verbs)


_NOUN_PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "VBG", "VBN"})


def _presents_before(tokens: list[Token], k: int, verbs: AbstractSet[str]) -> list[Token]:
    """The words of “V-s, V-s” that end right before ``k``, the last first."""
    found = []
    if tokens[k - 1].text == ",":
        k -= 1
    while k > 1:
        item = tokens[k - 1]
        if not item.text.islower() or lemma_of_present(item, verbs) is None:
            break
        found.append(item)
        k -= 1
        if tokens[k - 1].text != ",":
            break
        k -= 1
    return found


def _list_of_presents(noun: Token, listed: list[Token], verbs: AbstractSet[str]) -> None:
    """Make ``noun`` the subject of the coordinated verbs ``listed``, which stand right behind it."""
    first, last = listed[0], listed[-1]
    for item in listed:
        item.tag, item.lemma, item.repaired = "VBZ", lemma_of_present(item, verbs) or item.lemma, True
    top = min((first, noun, *listed), key=lambda item: sum(1 for _ in item.ancestors()))
    while top.dep in {"compound", "amod", "nmod"} and top.head.i > last.i:
        top = top.head
    if top is not first:
        first.hang(top, "dep")
        first.replace(top)
        if top.i > last.i:
            top.hang(last, "dobj")
    for item in listed[1:]:
        item.hang(first, "conj")
    noun.hang(first, "nsubj")
    for item in listed:
        for child in list(item.children):
            if child.i < noun.i and child.dep in {"det", "compound", "amod", "poss", "nmod"}:
                child.hang(noun, child.dep)
            elif child.is_noun and child.i > last.i and child.dep in {"nsubj", "conj", "appos"}:
                child.hang(last, "dobj")


@asked_of("relcl", "ccomp", "NN|NNS|NNP|NNPS/ROOT|dobj")
def subject_with_relative(tokens: list[Token]) -> None:
    """“An agent that finds a violation shall notify the owner”: the noun before the relative clause is the subject."""
    for noun in tokens:
        that = noun.dep == "dobj" and any(child.lower == "that" and child.tag == "IN" for child in noun.children)
        relative = noun.child("relcl") if (noun.dep == "ROOT" or that) and noun.is_noun else None
        if relative is None or not relative.is_verb or relative.child("dobj") is not None:
            continue
        who = relative.child("nsubj")
        main = next((item for item in relative.having("ccomp") if item.i > relative.i and item.is_verb), None)
        found = main.child("nsubj", "nsubjpass") if main is not None else None
        if main is None or found is None or who is None or who.tag not in {"WDT", "WP"} or main.child("mark") is not None:
            continue
        finite = has_finite_auxiliary(main) or (that and main.tag in {"VBP", "VB"})
        if not finite or found.subtree()[0].i != relative.i + 1:
            continue
        found.hang(relative, "dobj")
        main.hang(noun, "dep")
        main.replace(noun)
        be_subject_of(noun, main)
        if that:
            main.dep = "ccomp"  # "ensure that undertakings which employ more than 250 workers publish X"
        for child in list(noun.children):
            if child.i > main.i or (that and child.lower == "that"):
                child.hang(main, "mark" if child.lower == "that" else child.dep)


@asked_of("NN|NNS|NNP|NNPS/appos", ",", "prep")
def apposition_taken_for_subject(tokens: list[Token]) -> None:
    """“Within a year of this Act, the zone, which is narrow, shall be fenced”: a noun phrase behind the opening phrase."""
    for token in tokens[3:]:
        if token.dep != "ROOT" or not _is_tensed(token) or token.having("nsubj", "nsubjpass", "expl", "csubj"):
            continue
        first = token.opening.i
        if first < 3 or tokens[first - 1].text != ",":
            continue
        noun = next((item for item in tokens[:first] if item.dep == "appos" and item.is_noun and item.child("det")), None)
        opening = next((above for above in noun.ancestors() if above.head is token), None) if noun is not None else None
        if noun is not None and opening is not None and opening.dep == "prep" and tokens[noun.subtree()[0].i - 1].text == ",":
            be_subject_of(noun, token)
            for child in token.having("advcl"):
                if noun.i < child.i < first and child.tag in {"VBG", "VBN"} and not child.having("mark", "nsubj"):
                    child.hang(noun, "acl")


@asked_of("relcl acl", "that", "mark")
def clause_of_telling(tokens: list[Token]) -> None:
    """“told reporters after the meeting that the tax would rise, and that …”: what is told is no clause of the meeting."""
    for token in tokens:
        mark = token.child("mark")
        if (
            token.dep not in {"relcl", "acl"}
            or mark is None
            or mark.lower != "that"
            or token.child("nsubj", "nsubjpass") is None
        ):
            continue
        verb = verb_above(token)
        if verb is None or verb.lemma.lower() not in words("attribution") or verb.child("ccomp") is not None:
            continue
        if token.head.dep != "pobj" or token.head.head.head is not verb:
            continue
        token.hang(verb, "ccomp")
        for other in verb.having("conj"):
            if any(item.lower == "that" for item in other.having("mark")):
                other.hang(token, "conj")


@asked_of("VBD|VBN", ",", "ccomp", "conj", "that")
def main_verb_behind_conviction(tokens: list[Token]) -> None:
    """“The parties, convinced that peace must be kept, adopt this pact”: the last verb is theirs, and the main one."""
    for token in tokens[2:]:
        subject, told = token.child("nsubj"), token.child("ccomp")
        if token.tag not in {"VBD", "VBN"} or tokens[token.i - 1].text != "," or subject is None or told is None:
            continue
        mark = told.child("mark")
        last = next((verb for verb in reversed(told.having("conj")) if tokens[verb.i - 1].text == ","), None)
        if mark is None or mark.i != token.i + 1 or subject.i > token.i - 2 or last is None or told.having("cc"):
            continue
        if last.having("nsubj", "nsubjpass", "aux") or not last.children or token.having("aux", "auxpass"):
            continue
        last.hang(token, "conj")
        last.replace(token)
        token.hang(last, "advcl")
        subject.hang(last, "nsubj")
        finite = "VBP" if subject.tag in {"NNS", "NNPS"} else "VBD"  # "the minister, convinced that …, cut the duty"
        token.tag, last.tag = "VBN", finite if last.tag == "VB" else last.tag


@asked_of("VBG/ROOT|ccomp", ",", "VBD|VBZ|VBP/conj")
def main_verb_behind_participle(tokens: list[Token]) -> None:
    """“The envoy, making a surprise visit, appealed to both sides”: what he did is behind the second comma."""
    for token in tokens[2:]:
        subject = token.child("nsubj")
        if token.tag != "VBG" or token.dep not in {"ROOT", "ccomp"} or tokens[token.i - 1].text != "," or subject is None:
            continue
        main = next((verb for verb in token.having("conj") if verb.tag in {"VBD", "VBZ", "VBP"}), None)
        if main is None or subject.i > token.i or token.having("aux", "cc", "mark") or tokens[main.i - 1].text != ",":
            continue
        if main.having("nsubj", "nsubjpass", "mark"):
            continue
        main.replace(token)
        token.hang(main, "advcl")
        subject.hang(main, "nsubj")


@asked_of("VBN/conj", "and or", "NNS/nsubjpass|nsubj")
def participle_of_the_next_subject(tokens: list[Token]) -> None:
    """“unless the levy was dropped and detained strikers were freed”: they are the detained ones."""
    for token, noun in pairwise(tokens):
        if token.tag != "VBN" or token.dep != "conj" or noun.tag != "NNS" or noun.dep not in {"nsubj", "nsubjpass"}:
            continue
        verb = noun.head
        if (
            verb.i > noun.i
            and verb.dep == "conj"
            and verb.head is token.head
            and not [x for x in token.children if x.dep != "cc"]
        ):
            token.hang(noun, "amod")
