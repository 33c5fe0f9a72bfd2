"""Present tenses taken for nouns, by what stands around them: “parties to the Convention ban waste shipments”."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_present
from kg.extraction.repair.steps import TENSED, follow, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "bare_present_behind_relative",
    "has_in_capitals",
    "present_behind_advice",
    "present_behind_contact_relative",
    "present_behind_name",
    "present_behind_pronoun",
    "present_behind_whose",
    "present_with_subject",
    "presents_with_one_object",
]

_PLURAL = frozenset({"NNS", "NNPS"})


@asked_of("VBZ|NNS/compound", "VBZ VBD", "and")
def present_behind_advice(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“approves the budget and, on the advice of the Court, ratifies treaties”: behind "and" and a phrase between commas, or
    tagged as a verb right behind "and", a verb goes on."""
    for before, token in pairwise(tokens):
        noun = token.head
        if token.dep != "compound" or token.tag not in {"VBZ", "NNS"} or noun.i != token.i + 1 or not noun.is_noun:
            continue
        lemma = lemma_of_present(token, with_words(verbs, "noun_or_verb"))
        verb = verb_above(noun)
        if lemma is None or verb is None or verb.i > token.i:
            continue
        if before.text == ",":
            joint = _joint_before_phrase(tokens, before)
        else:
            joint = before if before.lower == "and" and token.tag == "VBZ" else None
        while verb.head is not verb and verb.tag != "VBZ":
            verb = verb.head
        if joint is None or verb.tag != "VBZ" or verb.having("aux") or verb.child("nsubj") is None or verb.i > joint.i:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.join(verb, noun)
        for child in [*verb.having("prep"), *noun.having("prep")]:
            if joint.i < child.i < token.i:
                child.hang(token, "prep")


def _joint_before_phrase(tokens: list[Token], close: Token) -> Token | None:
    """The "and" of “and, on the advice of the Court, …”."""
    opening = next((item for item in reversed(tokens[max(close.i - 12, 0) : close.i]) if item.text == ","), None)
    if opening is None or opening.i < 1 or tokens[opening.i - 1].lower != "and" or tokens[opening.i + 1].tag != "IN":
        return None
    return tokens[opening.i - 1]


@asked_of("whose", "MD VBZ VBP VBD", "NNS/nsubj|relcl|compound")
def present_behind_whose(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“States whose territory borders on an enclosed sea should manage stocks”: behind "whose" and a noun, before a
    preposition or an article, stands a verb."""
    for whose, noun, token, after in zip(tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        who, lemma = tokens[whose.i - 1], lemma_of_present(token, with_words(verbs, "noun_or_verb", "bordering"))
        if whose.lower != "whose" or noun.tag != "NN" or noun.head is not token or token.tag != "NNS" or lemma is None:
            continue
        if after.tag not in {"DT", "IN"} or after.lower == "of" or not who.is_noun:
            continue
        main = token.head if token.dep == "nsubj" else who.head
        if not main.is_verb or main.i < after.i or main is who:
            continue
        target = next((item for item in main.having("nsubj", "nsubjpass") if token.i < item.i < main.i), None)
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.hang(who, "relcl")
        noun.hang(token, "nsubj")
        whose.hang(noun, "poss")
        if target is not None:
            target.hang(token, "dobj")
        if who.head is main:
            who.dep = "nsubjpass" if main.having("auxpass") else "nsubj"


_PLEDGING = words("pledging_name")


@asked_of("NNS|NNPS/ROOT|nsubj", "NN|VBP|VB/pobj|compound", "to of", "NNP/compound")
def present_behind_name(tokens: list[Token]) -> None:
    """“Parties to the Lisbon Charter pledge to fund museums”, "to the Basel Convention ban waste shipments": where there is no
    other verb, the bare word behind a name with its article is one."""
    for token in tokens[3:-2]:
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        if token.tag not in {"NN", "VBP", "VB"} or before.tag != "NNP" or before.dep != "compound" or not token.text.islower():
            continue
        noun = token
        while noun.dep == "compound" and noun.head.i > noun.i:
            noun = noun.head
        prep = noun.head
        people = prep.head
        task = people.head if people.dep == "nsubj" and people.head.infinitive and people.head.dep == "ROOT" else None
        if noun.dep != "pobj" or not (people.dep == "ROOT" or task) or people.tag not in _PLURAL or prep.i != people.i + 1:
            continue
        known = token.lower in (_PLEDGING if after.lower == "to" else words("forbidding"))
        if (
            not known
            or (after.lower != "to" and noun is token)
            or any(item.tag in TENSED and item is not token for item in people.subtree())
        ):
            continue
        if task is not None:
            people.replace(task)
            task.hang(people, "dep")
            task.hang(noun, "dep")
            for child in [*people.having("punct"), *task.having("punct")]:
                child.hang(people, "punct")
        _make_main(token, noun, before, people)


def _make_main(token: Token, noun: Token, name: Token, people: Token) -> None:
    """Make ``token`` the main verb behind ``name``, with ``people`` for its subject and ``noun`` for its object."""
    prep = noun.head
    for child in list(noun.children):
        if child.i < token.i and child is not name:
            child.hang(name, child.dep)
    tasks = [child for child in noun.children if child.is_verb and child.infinitive and child.i > token.i]
    name.hang(prep, "pobj")
    token.hang(people, "dep")
    for child in list(token.children):
        if child.i < token.i:
            child.hang(name, child.dep)
    token.tag, token.lemma, token.repaired = "VBP", token.lower, True
    token.replace(people)
    people.hang(token, "nsubj")
    if noun is not token:
        noun.hang(token, "dobj")
    follow(token, people)
    for task in tasks:
        task.hang(token, "xcomp")


@asked_of("has have had", "MD")
def has_in_capitals(tokens: list[Token]) -> None:
    """“HAS ADOPTED THIS DECISION”: no modal."""
    for token in tokens:
        if token.tag == "MD" and token.lower in _HAVE:
            token.tag, token.lemma = _HAVE[token.lower], "have"


_HAVE = {"has": "VBZ", "have": "VBP", "had": "VBD"}


@asked_of("that which who", "NN|VBP|VB/compound", "NNS|NN/nsubj|nsubjpass", "NNS|NNPS/ROOT|nsubj|nsubjpass|npadvmod")
def bare_present_behind_relative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Agencies that lack staff must hire contractors”: behind a plural and "that" stands the verb that the plural does, and
    the verb with the auxiliary is the main one."""
    for people, that, token, target in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if that.lower not in {"that", "which", "who"} or people.tag not in _PLURAL or token.dep != "compound":
            continue
        main = target.head
        if token.head is not target or target.dep not in {"nsubj", "nsubjpass"} or not main.is_verb or main.i < target.i:
            continue
        if token.lower not in with_words(verbs, "noun_or_verb", "bordering") or that.head not in {main, target, token}:
            continue
        above = people.head
        if not main.having("aux", "auxpass") or (above is not main and not _relative_of(main, people)):
            continue
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        if above is main:
            pass
        elif people.dep == "ROOT":
            main.replace(people)
        elif people.dep in {"nsubj", "nsubjpass"} and above.is_verb and above.i > main.i:
            main.hang(above, "dep")
            main.replace(above)
            people.hang(main, target.dep)
            _under_its_noun(main, above)
        else:
            continue
        people.hang(main, target.dep)
        token.hang(people, "relcl")
        that.tag = "WDT"
        that.hang(token, "nsubj")
        target.hang(token, "dobj")
        for child in list(people.children):
            if child.i > target.i:
                child.hang(main, child.dep)


def _relative_of(verb: Token, noun: Token) -> bool:
    return verb.head is noun and verb.dep in {"acl", "relcl"}


def _under_its_noun(main: Token, above: Token) -> None:
    """“may sign contracts under which a firm collects waste”: the verb that was the main one says something of the noun."""
    which = next((prep for prep in above.having("prep") if any(item.tag == "WDT" for item in prep.having("pobj"))), None)
    noun = next((item for item in reversed(main.subtree()) if item.is_noun and which and item.i == which.i - 1), None)
    for child in list(above.children):
        if child.dep == "punct" or child.i < main.i:
            child.hang(main, child.dep)
    above.hang(noun or main, "relcl" if noun is not None else "advcl")


@asked_of("this these the", "NNS/ROOT|nsubj", "VBZ/conj", "and or")
def presents_with_one_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“This circular supersedes and replaces the guidance”: a plural does not stand behind "this", and goes on with no verb."""
    for noun, token, joint, last in zip(tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        det, lemma = tokens[noun.i - 1], lemma_of_present(token, with_words(verbs, "noun_or_verb"))
        if det.lower != "this" or token.tag != "NNS" or joint.lower not in {"and", "or"} or last.tag != "VBZ" or lemma is None:
            continue
        if last.head is not token or last.dep != "conj" or det.head is not token or noun.head is not token:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        noun.tag = "NN" if noun.tag == "JJ" else noun.tag
        main = token.head
        if token.dep == "nsubj" and main.is_verb and main.i > last.i:
            token.replace(main)
            main.hang(token, "conj")
            for child in main.having("punct"):
                child.hang(token, "punct")
        noun.hang(token, "nsubj")
        det.hang(noun, "det")


@asked_of("NNS/relcl|nsubj|ccomp|advcl", "nsubj")
def present_with_subject(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“the problems our country faces”: what has a subject is a verb; "the goods our region exports are cheap": two subjects
    that touch are one and a clause about it."""
    for token in tokens[2:]:
        lemma = lemma_of_present(token, with_words(verbs, "noun_or_verb", "bordering")) if token.tag == "NNS" else None
        if lemma is None or token.dep not in {"relcl", "ccomp", "advcl", "nsubj"}:
            continue
        if token.dep == "nsubj" and not _made_relative(tokens, token):
            continue
        if token.dep != "nsubj" and any(subject.i < token.i for subject in token.having("nsubj")):
            token.tag, token.lemma, token.repaired = "VBZ", lemma, True


def _made_relative(tokens: list[Token], token: Token) -> bool:
    """Hang “our region exports” on the subject that it touches, with "our region" as its subject."""
    region, first = tokens[token.i - 1], token.subtree()[0]
    noun = tokens[first.i - 1] if first.i > 0 else first
    if (
        first.tag not in {"DT", "PRP$"}
        or region.head is not token
        or region.dep != "compound"
        or token.subtree()[-1] is not token
    ):
        return False
    if not noun.is_noun or noun.head is not token.head or noun.dep != "nsubj":
        return False
    for child in [child for child in token.children if child is not region]:
        child.hang(region, child.dep)
    region.hang(token, "nsubj")
    token.hang(noun, "relcl")
    return True


@asked_of("that", "NNS/dobj", "PRP/nsubj", "VBP/relcl")
def present_behind_contact_relative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shows that the water they supply complies with limits”: the clause behind "that" has no other verb, and what they
    supply is the noun before."""
    for token in tokens[4:-1]:
        supply = token.head
        if token.tag != "NNS" or token.dep != "dobj" or supply.dep != "relcl" or supply.i != token.i - 1:
            continue
        noun, lemma = supply.head, lemma_of_present(token, with_words(verbs, "noun_or_verb"))
        subject, shows = supply.child("nsubj"), noun.head
        if lemma is None or subject is None or subject.tag != "PRP" or subject.i != noun.i + 1 or noun.tag not in {"NN", "NNP"}:
            continue
        that = tokens[noun.subtree()[0].i - 1]
        if that.lower != "that" or not shows.is_verb or noun.dep != "dobj" or any(c.i < token.i for c in token.children):
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.hang(shows, "ccomp")
        noun.hang(token, "nsubj")
        that.hang(token, "mark")
        for child in [*supply.children, *shows.children]:
            if child.i > token.i and child.dep in {"prep", "dobj"}:
                child.hang(token, child.dep)


@asked_of("we they you i", "NN|RB|JJ|NNP/amod|compound|nmod|advmod", "dobj nsubj")
def present_behind_pronoun(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“captures how promptly we authorise firms”: between "we" and a noun of a clause stands its verb."""
    for pronoun, token in pairwise(tokens):
        noun = token.head
        if pronoun.lower not in {"we", "they", "you", "i"} or pronoun.dep != "nsubj" or pronoun.head is not token:
            continue
        if token.is_verb or token.dep not in {"amod", "compound", "nmod", "advmod"} or noun.dep != "dobj" or noun.i < token.i:
            continue
        if token.lower in verbs or token.lower.endswith(("ise", "ize")):
            token.tag, token.lemma, token.repaired = "VBP", token.lower, True
            token.hang(noun.head, "ccomp")
            noun.hang(token, "dobj")
