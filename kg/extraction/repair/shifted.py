"""Objects that stand behind whom or what they are given to: “accord to investors fair treatment”, “laid before it a plan”."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.frames import GIVING
from kg.extraction.repair.steps import SUBJECTS, lead, succeed
from kg.extraction.tree import NOUN_TAGS, Token
from kg.extraction.words import words

__all__ = [
    "adjective_of_the_entitlement",
    "laid_before_somebody",
    "noun_behind_parenthesis",
    "object_behind_what_it_counts_as",
    "object_behind_whom_it_is_for",
    "placed_on_the_market",
    "purpose_inside_a_list",
    "receiver_before_the_right",
    "thing_behind_receiver",
]

_GIVING = GIVING | {"issue"}
_TO = words("giving") | words("transferring")
_MODIFIERS = frozenset({"nmod", "compound", "npadvmod"})
_QUALITIES = frozenset({"JJ", "VBN", "VBG", "CD"})
_LAYING = ("laid", "placed", "set", "put")


_WITH = {"from": {"exempt", "exclude", "remove"}, "at": {"place", "put"}}


@asked_of("VB/advcl|xcomp", "conj", ",", "dobj")
def purpose_inside_a_list(tokens: list[Token]) -> None:
    """“funds clinics, sets 5 million aside to cut queues, and buys books”: what the second verb of the list is to serve."""
    for token in tokens[4:]:
        first = token.head
        if token.dep not in {"advcl", "xcomp"} or not token.infinitive or not first.is_verb or first.child("dobj") is None:
            continue
        listed = [item for item in first.conjuncts()[1:] if item.is_verb]
        before = [item for item in listed if item.i < token.i and item.child("dobj") is not None]
        if before and tokens[token.opening.i - 1].text != "," and any(item.i > token.i for item in listed):
            token.hang(before[-1], "advcl")


@asked_of(
    of_lemma(_GIVING | _TO | set().union(*_WITH.values())),
    "dobj pobj",
    "NNP|NN|NNPS/nmod|compound|npadvmod",
    "to on upon from at dobj",
    "JJ|VBN|VBG|CD",
)
def thing_behind_receiver(tokens: list[Token]) -> None:
    """“shall send to the Council annual reports”, "grants the Ministry of Health broad powers": what stands between a name and
    a noun is the noun's, and the article the name's."""
    for quality in tokens[2:-1]:
        if quality.tag not in _QUALITIES or not quality.text[0].islower() | quality.text[0].isdigit():
            continue
        before = tokens[quality.i - 1]
        if not before.is_noun or (before.tag == "NNS" and before.text[0].islower()):
            continue
        thing = next((item for item in tokens[quality.i + 1 : quality.i + 4] if item.tag in {"NN", "NNS"}), None)
        if thing is None:
            continue
        while thing.dep == "compound" and thing.head.i > thing.i:
            thing = thing.head
        if thing.dep == "pobj":
            _behind_preposition(before, thing)
        elif thing.dep == "dobj" and thing.head.lemma.lower() in _GIVING:
            _behind_verb(before, thing)


def _behind_preposition(receiver: Token, thing: Token) -> None:
    """Part “investors of the other Party” from “fair treatment”, where the verb has no object yet."""
    prep = inner = thing.head
    while prep.lower == "of" and prep.head.dep == "pobj" and prep.head.head.i < prep.i:
        prep = prep.head.head
    verb = prep.head
    gives = (prep.lower in {"to", "on", "upon"} and verb.lemma.lower() in _TO) or (
        verb.lemma.lower() in _WITH.get(prep.lower, ())
    )
    if not gives or not verb.is_verb or verb.i != prep.i - 1 or verb.having("dobj", "ccomp", "auxpass"):
        return
    if not _is_name_before(receiver, thing) or (thing.tag != "NNS" and receiver.tag != "NNP"):
        return
    _part(receiver, thing)
    thing.hang(verb, "dobj")
    receiver.hang(inner, "pobj")
    prep.dep = "dative" if prep.lower == "to" else prep.dep


def _behind_verb(before: Token, thing: Token) -> None:
    """Part “the Ministry of Health” from “broad powers”, and “the host State” from “written notice”."""
    verb = thing.head
    to = next((prep for prep in verb.having("dative", "prep") if prep.lower == "to" and prep.i == verb.i + 1), None)
    last = to.child("pobj") if to is not None else None
    if last is not None and last.i == before.i - 1 and before.head.i > before.i and before.tag == "NNP":
        before.hang(last, "dep")
        lead(before, last)
        before.replace(last)
        last.hang(before, "compound")
        return
    receiver = before
    if before.dep == "pobj" and before.head.lower == "of":
        receiver = before.head.head
    if verb.having("dative") or receiver.tag not in {"NNP", "NNPS"} or not _is_name_before(receiver, thing):
        return
    if any(child.lower == "the" and child.i > verb.i for child in (*thing.having("det"), *receiver.having("det"))):
        _part(receiver, thing)
        receiver.hang(verb, "dative")


def _is_name_before(receiver: Token, thing: Token) -> bool:
    above = receiver.head
    hangs = above is thing or (above.head is thing and receiver.i < above.i < thing.i)
    return receiver.dep in _MODIFIERS and hangs and receiver.i < thing.i


def _part(receiver: Token, thing: Token) -> None:
    """Give ``receiver`` what stands before it; what stands behind it is the thing's."""
    lead(receiver, thing)
    for child in list(receiver.children):
        if child.tag == "CD" and child.i > receiver.i:
            child.hang(thing, "nummod")


@asked_of("grants grant gives give offers offer awards award allows allow", "VBZ", "the a an", "NN/dobj")
def receiver_before_the_right(tokens: list[Token]) -> None:
    """“The law grants judges the power to seize assets”: two present tenses in a row are a verb and whom it gives something."""
    for verb, people, det in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if people.tag != "VBZ" or verb.lemma.lower().removesuffix("s") not in _GIVING or verb.tag not in {"VBZ", "VBP", "VB"}:
            continue
        thing = det.head
        if det.tag != "DT" or not thing.is_noun or thing.head not in {people, verb} or thing.dep != "dobj":
            continue
        if people.head is not verb and verb.head is not people:
            continue
        if verb.head is people:
            verb.replace(people)
        thing.hang(verb, "dobj")
        succeed(verb, people)
        people.tag, people.lemma, people.repaired = "NNS", people.lower.removesuffix("s"), True
        people.hang(verb, "dative")
        verb.lemma = verb.lemma.lower().removesuffix("s")


_FREE = frozenset({"equal", "free", "open", "paid", "separate", "clean", "secure", "direct", "complete", "corporate"})


@asked_of("entitle entitles entitled restrict restricts restricted confine confines confined", "TO/aux", "xcomp", "dobj")
def adjective_of_the_entitlement(tokens: list[Token]) -> None:
    """“entitles women to equal pay”, "to paid leave": to a thing, which nobody equals or pays."""
    for to, token in pairwise(tokens):
        verb, thing = token.head, token.child("dobj")
        if to.tag != "TO" or to.head is not token or token.dep != "xcomp" or token.tag not in {"VB", "VBN"} or thing is None:
            continue
        if verb.lemma.lower() not in {"entitle", "restrict", "confine"} or (token.lower not in _FREE and token.tag != "VBN"):
            continue
        if thing.i < token.i or thing.subtree()[0].i != token.i + 1 or thing.having("det", "poss"):
            continue
        for child in list(token.children):
            if child is not thing:
                child.hang(thing if child.dep == "prep" else verb, child.dep)
        token.tag, to.tag = "JJ", "IN"
        to.hang(verb, "prep")
        thing.hang(to, "pobj")
        token.hang(thing, "amod")


@asked_of(" ".join(_LAYING), "VBD|VBN/acl", "NN|NNS|NNP|NNPS/ROOT|nsubj")
def laid_before_somebody(tokens: list[Token]) -> None:
    """“The envoy laid before the Council the terms of the truce”: no other verb stands in the sentence, and a noun is left."""
    for token in tokens[1:-3]:
        subject, prep = token.head, tokens[token.i + 1]
        if token.lower not in _LAYING or token.dep != "acl" or subject.i != token.i - 1 or prep.dep != "prep":
            continue
        noun = prep.child("pobj")
        main = subject.head if subject.dep == "nsubj" else None
        if main is not None and (main.tag != "VB" or main.i != prep.i + 1 or main.having("aux") or main.dep != "ROOT"):
            continue
        if main is None and (subject.dep != "ROOT" or noun is None):
            continue
        last = main if main is not None else noun
        if last is None:
            continue
        thing = _left_over(tokens, last, (subject, last, token, *([main] if main is not None else [])))
        if thing is None:
            continue
        token.tag = "VBD"
        if main is not None:
            main.tag = "NN"
            thing.hang(subject, "dep")
            subject.hang(main, "dep")
            token.hang(main, "dep")
            token.replace(main)
            main.hang(prep, "pobj")
        else:
            token.replace(subject)
        for child in list(subject.children) + (list(main.children) if main is not None else []):
            if child.i > last.i:
                child.hang(token, child.dep)
        subject.hang(token, "nsubj")
        thing.hang(token, "dobj")


def _left_over(tokens: list[Token], last: Token, heads: tuple[Token, ...]) -> Token | None:
    """The noun phrase with a determiner of its own that begins right behind ``last``."""
    first = tokens[last.i + 1] if last.i + 1 < len(tokens) else last
    noun = first.head
    fits = first.tag in {"DT", "PRP$"} and noun.tag in NOUN_TAGS and noun.i > first.i and noun.head in heads
    return noun if fits and noun.dep in {"appos", "dobj"} else None


_PLACES = frozenset({"market", "service", "operation", "use"})
_SPARING = frozenset({"exempt", "exclude"})
_PLACED = {
    "on": {"place", "make", "put", "release", "launch", "supply"},
    "from": {"withdraw", "remove", "recall"},
    "into": {"put"},
}


@asked_of(of_lemma(_SPARING.union(*_PLACED.values())), "NN/compound", "on from into", "pobj")
def placed_on_the_market(tokens: list[Token]) -> None:
    """“placing on the market toys that bear no mark”, "exempt from the duty vessels under 9 metres": the market ends the
    phrase, and toys are placed there."""
    for place in tokens[2:-1]:
        thing, prep = place.head, place.head.head
        verb = prep.head.head if prep.head.lower == "available" else prep.head
        spared = verb.lemma.lower() in _SPARING and prep.lower == "from" and place.i == thing.i - 1
        if place.dep != "compound" or thing.i < place.i or not (spared or place.lower in _PLACES):
            continue
        if thing.dep != "pobj" or not (spared or verb.lemma.lower() in _PLACED.get(prep.lower, ())):
            continue
        alone = verb.tag in {"VBD", "VBN"} and verb.dep == "acl"
        if alone or not verb.is_verb or prep.i > verb.i + 2 or verb.having("dobj", "auxpass"):
            continue
        if (spared or place.lower == "market") is not any(
            child.lower == "the" and child.i < place.i for child in thing.having("det")
        ):
            continue
        lead(place, thing)
        thing.hang(verb, "dobj")
        place.hang(prep, "pobj")


@asked_of("VBZ/conj", ",", "VB")
def noun_behind_parenthesis(tokens: list[Token]) -> None:
    """“must submit, before the talks, plans that cut waste”: behind a bare verb that waits for its object no verb agrees."""
    for token in tokens[5:]:
        if token.tag != "VBZ" or token.dep != "conj" or tokens[token.i - 1].text != ",":
            continue
        if token.having(*SUBJECTS, "expl", "aux", "auxpass"):
            continue
        opens = next((item for item in reversed(tokens[: token.i - 1]) if item.text == "," or item.is_verb), token)
        verb = tokens[opens.i - 1]
        if opens.text != "," or verb.tag != "VB" or verb.child("dobj") is not None or tokens[opens.i + 1].tag != "IN":
            continue
        if token.lemma.lower() not in words("noun_or_verb") or token.child("dobj") is not None:
            continue
        token.tag = "NNS"
        token.hang(verb, "dobj")
        for child in token.having("ccomp"):
            child.dep = "relcl"


_CLASSING = frozenset(
    ["count", "define", "treat", "list", "class", "classify", "regard", "recognise", "recognize", "designate"]
)
_OPENING = frozenset({"DT", "PRP$"})


@asked_of("as writing", "mark pcomp", "dobj", "DT PRP$")
def object_behind_what_it_counts_as(tokens: list[Token]) -> None:
    """“shall count as public aid the loans it grants”, "notify in writing the firms": aid does nothing to the loans, and
    nobody writes firms."""
    for verb, prep in pairwise(tokens[:-3]):
        word = prep.head if prep.dep == "mark" else prep.child("pcomp")
        target = word.child("dobj") if word is not None else None
        if word is None or target is None or not verb.is_verb or verb.child("dobj") is not None:
            continue
        counted = prep.lower == "as" and verb.lemma.lower() in _CLASSING
        opens = target.subtree()[0]
        if not (counted or (prep.lower == "in" and word.lower == "writing")) or word.having("aux", "auxpass"):
            continue
        if opens.i == word.i + 1 and opens.tag in _OPENING:
            _hand_up(verb, prep, word, target)


def _hand_up(verb: Token, prep: Token, word: Token, target: Token) -> None:
    """Make ``word`` what ``prep`` governs, and ``target``, which hung on it, the object of ``verb``."""
    target.hang(verb, "dobj")
    prep.hang(verb, "prep")
    word.hang(prep, "pobj")
    word.tag, word.lemma = "NN", word.lower
    for child in word.having("nsubj"):
        child.dep = "compound"


@asked_of("NN|NNS|NNP/appos", "DT PRP$", "pobj")
def object_behind_whom_it_is_for(tokens: list[Token]) -> None:
    """“may sign on behalf of the club any contract”: without a comma it is no other name of what stands before."""
    for token in tokens[4:]:
        noun = token.head
        prep = noun.head
        if token.dep != "appos" or not token.is_noun or noun.dep != "pobj" or prep.dep != "prep":
            continue
        opens, verb = token.subtree()[0], prep.head
        if opens.tag not in _OPENING:
            continue
        plain = verb.is_verb and verb.i == prep.i - 1 and tokens[opens.i - 1].is_noun and opens.i - 1 != noun.i
        if plain and not verb.having("dobj", "auxpass", "ccomp", "xcomp"):
            token.hang(verb, "dobj")
