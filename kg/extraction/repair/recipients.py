"""Who gets something: “offers farmers advice”, “provides patients with care”."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.heads import is_amount, is_party
from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.frames import GIVING
from kg.extraction.repair.steps import lead
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "body_before_its_paper",
    "dative_without_object",
    "one_who_is_given_notice",
    "plural_recipient",
    "provided_with",
    "receivers_in_a_list",
    "recipient_behind_worth",
    "two_objects",
]

_GIVING = GIVING | {"issue"}
_PROVIDING = frozenset(
    [
        "provide",
        "provides",
        "provided",
        "providing",
        "supply",
        "supplies",
        "supplied",
        "supplying",
        "furnish",
        "furnishes",
        "furnished",
        "furnishing",
        "issue",
        "issues",
        "issued",
        "issuing",
    ]
)


@asked_of(of_lemma(_GIVING), "dobj", "NNS/compound|nmod")
def plural_recipient(tokens: list[Token]) -> None:
    """“offers young farmers cheap loans”, "grants households vouchers": the plural before the thing is who gets it."""
    for thing in tokens[2:]:
        verb = thing.head
        if thing.dep != "dobj" or verb.lemma.lower() not in _GIVING or verb.i > thing.i or verb.child("dative") is not None:
            continue
        people = next((child for child in reversed(thing.having("compound", "nmod")) if child.tag == "NNS"), None)
        if people is None or people.lower in words("plural_modifier") or tokens[people.i + 1].text in {"and", "'", "’"}:
            continue
        described = people.i + 1 < thing.i and tokens[people.i + 1].dep in {"amod", "nummod", "det"}
        if not described and not is_party(people):
            continue
        between = [token for token in thing.subtree() if verb.i < token.i < people.i]
        if any(token.head is not thing and token.head is not people for token in between) or is_amount(thing):
            continue
        lead(people, thing)
        people.hang(verb, "dative")


@asked_of(of_lemma(_GIVING), "NNS/dobj")
def two_objects(tokens: list[Token]) -> None:
    """“offered 300 residents free parking”: of two objects side by side the people get the thing."""
    for people in tokens[1:]:
        verb = people.head
        if people.dep != "dobj" or people.tag != "NNS" or verb.lemma.lower() not in _GIVING or not is_party(people):
            continue
        beside = people.child("appos")  # without a comma
        if beside is not None and beside.subtree()[0].i == people.i + 1:
            beside.hang(verb, "dobj")
        objects = [item for item in verb.having("dobj") if item.i > verb.i]
        if len(objects) == 2 and objects[0] is people and objects[1].subtree()[0].i == people.subtree()[-1].i + 1:
            people.dep = "dative"


@asked_of("to", "NNP/compound", "pobj")
def body_before_its_paper(tokens: list[Token]) -> None:
    """“propose to the Congress legislation that would ease reviews”: to whom, and what."""
    for body, paper in pairwise(tokens):
        to = paper.head
        if body.tag != "NNP" or body.head is not paper or paper.tag not in {"NN", "NNS"} or paper.dep != "pobj":
            continue
        verb = to.head
        if to.lower != "to" or verb.lemma.lower() not in words("transferring") | {"propose", "recommend"}:
            continue
        if verb.child("dobj", "auxpass") or body.lower not in words("discourse.actor_noun") or is_party(paper):
            continue
        if any(child.i > to.i + 2 and child.i < body.i for child in paper.children):
            continue
        for det in paper.having("det"):
            det.hang(body, "det")
        paper.hang(verb, "dobj")
        body.hang(to, "pobj")


@asked_of("worth", "to", "dobj")
def recipient_behind_worth(tokens: list[Token]) -> None:
    """“granted vouchers worth 200 euros to poor households”: to whom they are granted."""
    for prep in tokens:
        people = prep.child("pobj")
        if prep.lower != "to" or prep.dep != "prep" or people is None or not is_party(people):
            continue
        above = prep.head
        while above.head is not above and not above.is_verb:
            if above.lower == "worth":
                verb = next((verb for verb in above.ancestors() if verb.is_verb), above)
                if verb.lemma.lower() in _GIVING | words("frame.to"):
                    prep.hang(verb, "dative")
                break
            above = above.head


@asked_of(" ".join(_PROVIDING), "with", "dobj nsubjpass")
def provided_with(tokens: list[Token]) -> None:
    """“provides patients with a care plan”: the plan is provided, and to them."""
    for prep in tokens:
        if prep.lower != "with" or prep.dep != "prep" or prep.child("pobj") is None:
            continue
        verb = prep.head if prep.head.is_verb else prep.head.head
        if verb.lower not in _PROVIDING:
            continue
        passive = verb.child("auxpass") is not None
        people = verb.child("nsubjpass") if passive else verb.child("dobj")
        if people is None or not is_party(people) or prep.head not in {verb, people} or prep.i < verb.i:
            continue
        if passive and (prep.i != verb.i + 1 or verb.child("dobj") is not None):
            continue
        if any(with_.lower == "with" for item in prep.having("pobj") for other in item.conjuncts() for with_ in other.children):
            continue  # "provides schools with books and hospitals with beds"
        if not passive:
            people.dep = "dative"
        for thing in prep.having("pobj"):
            thing.hang(verb, "dobj")
            for by in thing.having("prep") if passive else []:
                if by.lower == "by":
                    by.hang(verb, "agent")
        prep.hang(verb, "dep")


@asked_of("NN|NNS|NNP|NNPS/dative")
def dative_without_object(tokens: list[Token]) -> None:
    """“pledges to buy gas worth 2 billion”: where nothing is given, what stands behind the verb is its object."""
    for token in tokens:
        verb = token.head
        if token.dep == "dative" and token.is_noun and verb.is_verb and verb.i < token.i:
            given = verb.having("dobj", "ccomp", "xcomp", "auxpass", "nsubjpass", "oprd", "acl")
            after = tokens[token.subtree()[-1].i + 1 :][:1]
            if not given and not (after and after[0].is_noun):
                token.dep = "dobj"


@asked_of("to", ",", "dobj", "NN|NNS|NNP|NNPS/conj")
def receivers_in_a_list(tokens: list[Token]) -> None:
    """“disclose data to the courts, the police and regulators”: all of them get it, and are not disclosed."""
    for token in tokens[4:]:
        gift = token.head
        if token.dep != "conj" or not token.is_noun or gift.dep != "dobj" or not gift.head.is_verb or is_party(gift):
            continue
        to = next((prep for prep in gift.head.having("prep", "dative") if prep.lower == "to" and prep.i < token.i), None)
        first = to.child("pobj") if to is not None else None
        start = token.subtree()[0].i
        if to is None or first is None or to.i < gift.i or not is_party(first) or not is_party(token):
            continue
        if tokens[start - 1].text != "," or any(prep.lower == "to" for prep in token.having("prep")):
            continue
        token.hang(first, "conj")
        for joint in gift.having("cc"):
            if joint.i > start:
                joint.hang(first, "cc")


@asked_of(of_lemma(_GIVING | {"provide"}), "compound amod", "dobj", "NN")
def one_who_is_given_notice(tokens: list[Token]) -> None:
    """“must give the customer notice of the change”: who gets it, with the article that the thing has none of."""
    for who, thing in pairwise(tokens[1:]):
        verb, article = thing.head, tokens[who.i - 1]
        if (
            thing.dep != "dobj"
            or who.head is not thing
            or who.dep not in {"compound", "amod"}
            or thing.lower not in _BARE_GIFTS
        ):
            continue
        if verb.lemma.lower() not in _GIVING | {"provide"} or article.tag != "DT" or article.i != verb.i + 1:
            continue
        person = who.lower in words("receiving") or who.lower in words("discourse.person")
        somebody = is_party(who) or person or f"{who.lower}s" in words("discourse.group")
        if who.tag in {"NN", "NNP", "JJ"} and somebody and thing.having("prep", "acl"):
            article.hang(who, "det")
            who.tag = "NN" if who.tag == "JJ" else who.tag
            who.hang(verb, "dative")


_BARE_GIFTS = frozenset({"notice", "permission", "access", "leave", "time", "advice", "feedback"})
