"""Subjects that the parser takes for something else, and what it takes for a subject: “the bill before the Senate would …”."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.discourse import names_actor
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import takes_clause
from kg.extraction.repair.roots import LIKE_PRESENT
from kg.extraction.repair.steps import FINITE, SUBJECTS, TENSED, be_subject_of, follow, succeed
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "aim_that_is_named",
    "bare_verb_with_subject",
    "clause_taken_for_object",
    "noun_before_its_verb",
    "noun_behind_its_verb",
    "noun_taken_for_verb",
    "object_taken_for_subject",
    "past_like_a_noun",
    "past_of_suffering",
    "preposition_before_noun",
    "subject_behind_since",
]

_IN_NOUN_PHRASE = frozenset({"compound", "amod"})


@asked_of("VBN/acl", "from", "that")
def past_of_suffering(tokens: list[Token]) -> None:
    """“concerned that the villages suffered from floods”: nobody is suffered, it is the verb of the clause."""
    for token, prep in pairwise(tokens):
        noun = token.head
        if token.tag != "VBN" or token.dep != "acl" or prep.lower != "from" or token.having("aux", "auxpass", "dobj", "agent"):
            continue
        if token.lemma.lower() not in words("with_from") or noun.dep not in {"ccomp", "attr", "pobj"} or noun.is_verb:
            continue
        first = noun.subtree()[0]
        that = first if first.lower == "that" else tokens[first.i - 1] if first.i else first
        if that.lower != "that" or noun.having(*SUBJECTS, "cop"):
            continue
        above = noun.head if noun.dep != "pobj" else noun.head.head
        token.tag = "VBD"
        token.hang(above, "ccomp")
        noun.hang(token, "nsubj")
        that.hang(token, "mark")
        that.tag = "IN"


_FLOWS = frozenset({"flows", "inflows", "outflows", "rises", "falls"})


@asked_of(" ".join(_FLOWS), "amod compound VBP")
def noun_before_its_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Illicit financial flows undermine development”: nothing flows an object, the word behind is the verb."""
    for token, verb in pairwise(tokens):
        last = verb.head
        if token.lower in _FLOWS and last is token and verb.tag == "VBP" and not verb.having("mark", *SUBJECTS):
            verb.replace(token)  # "Price rises hurt families"
            token.hang(verb, "nsubj")
            token.tag = "NNS"
            _share_out(token, verb, verb)
            continue
        if token.lower not in _FLOWS or token.tag not in {"VBZ", "NNS"} or verb.dep not in _IN_NOUN_PHRASE or token.i == 0:
            continue
        if verb.tag not in {"NN", "JJ", "VB", "VBP"} or last.i < verb.i or not last.is_noun or last is token:
            continue
        known = verb.lower in with_words(verbs, "noun_or_verb") or verb.tag in {"VB", "VBP"}
        above = token in last.ancestors()
        if not known or not (above or last in token.ancestors()) or token.having("aux", "auxpass", "det"):
            continue
        verb.tag, verb.lemma, verb.repaired = "VBP", verb.lower, True
        top = token if above else last
        verb.hang(top, "dep")
        verb.replace(top)
        token.hang(verb, "nsubj")
        last.hang(verb, "dobj")
        token.tag, token.lemma = "NNS", token.lower.removesuffix("s")
        _share_out(token, last, verb)


def _share_out(token: Token, last: Token, verb: Token) -> None:
    """Hang what stands before the subject ``token`` on it, and the rest of its clause on ``verb``."""
    for child in list(token.children):
        if child.i > verb.i or child.dep in {"mark", "punct", "advmod", "advcl", "cc"}:
            child.hang(verb, child.dep)
        elif child.dep in SUBJECTS:
            child.dep = "amod" if child.tag == "JJ" else "compound"
    for child in list(last.children) if last is not verb else ():
        if child.i < token.i:
            child.hang(token if child.dep in _IN_NOUN_PHRASE | {"det", "nmod"} else verb, child.dep)


@asked_of("VBP|VBZ/nsubj|nsubjpass", "NN|NNS/nsubj")
def noun_taken_for_verb(tokens: list[Token]) -> None:
    """“The assets freeze imposed by the Council covers banks”: a verb in the present is nobody's subject."""
    for noun, token in pairwise(tokens):
        if token.tag not in {"VBP", "VBZ"} or token.dep not in SUBJECTS or noun.dep != "nsubj" or noun.head is not token:
            continue
        if token.having("aux", "auxpass", "dobj", "neg", "xcomp", "ccomp"):
            continue
        if token.lower not in (words("noun_or_verb") | _NOUNS_TOO if token.tag == "VBP" else _FLOWS):
            continue
        token.tag = "NN" if token.tag == "VBP" else "NNS"
        for mark in token.having("mark"):
            mark.hang(token.head, "mark")
        succeed(token, noun)
        noun.dep = "compound"


@asked_of("VBZ/dobj|pobj")
def noun_behind_its_verb(tokens: list[Token]) -> None:
    """“criticises cuts to benefits”: a verb with neither subject nor object, right behind a verb, is its object."""
    for verb, token in pairwise(tokens):
        if token.tag != "VBZ" or token.dep not in {"dobj", "pobj"} or token.head is not verb or verb.dep == "relcl":
            continue
        if not token.having(*SUBJECTS, "dobj", "ccomp", "xcomp", "aux", "neg", "mark"):
            token.tag = "NNS"


@asked_of("VBZ|VBP|VBD/dobj", "that", "mark")
def clause_taken_for_object(tokens: list[Token]) -> None:
    """“who think that a school discriminates against a child”: a finite verb with its subject is a clause."""
    for token in tokens:
        if token.dep == "dobj" and token.tag in FINITE and token.child("mark") is not None and token.having(*SUBJECTS):
            token.dep = "ccomp"


@asked_of("NN|NNS", "nsubj", "dobj", " ".join(sorted(LIKE_PRESENT)))
def past_like_a_noun(tokens: list[Token]) -> None:
    """“The crisis that hit banks cost jobs”: what has a subject and an object is a verb."""
    for token in tokens[1:]:
        subject, target = token.child("nsubj"), token.child("dobj")
        if (
            token.lower not in LIKE_PRESENT
            or token.tag != "NN"
            or subject is None
            or target is None
            or token.having("det", "amod")
        ):
            continue
        if subject.i < token.i < target.i:
            token.tag, token.lemma, token.repaired = "VBD", token.lower, True


@asked_of("NN/compound", "NNS/nsubj", "NN|NNS/ROOT")
def bare_verb_with_subject(tokens: list[Token]) -> None:
    """“Banks holding deposits fund homes”: a bare word with a plural subject of its own is a verb."""
    for token, last in pairwise(tokens[1:]):
        subject = token.child("nsubj")
        if token.tag != "NN" or token.dep != "compound" or token.head is not last or last.dep != "ROOT" or subject is None:
            continue
        if subject.tag != "NNS" or subject.i > token.i or token.having("det", "amod", "poss"):
            continue
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        token.replace(last)
        last.hang(token, "dobj")
        for child in list(last.children):
            if child.i < token.i or child.dep == "punct":
                child.hang(token, child.dep)


_NOUNS_TOO = frozenset({"freeze", "ban", "deal", "swap", "leak"})


@asked_of("before after", "nsubj nsubjpass", "mark")
def preposition_before_noun(tokens: list[Token]) -> None:
    """“The bill before the Senate would cut taxes”, "Bids received after the deadline will be rejected": the noun behind
    "before" is no subject where the main clause would have no verb."""
    for mark in tokens[1:-3]:
        verb = mark.head
        if mark.lower not in {"before", "after"} or mark.dep != "mark" or not verb.is_verb or verb.i < mark.i:
            continue
        noun = next((item for item in verb.having(*SUBJECTS) if mark.i < item.i < verb.i), None)
        if noun is None or not noun.is_noun or noun.subtree()[0].i != mark.i + 1 or verb.opening.tag not in TENSED:
            continue
        subject, participle = _bearer(tokens, mark, verb)
        if subject is None:
            continue
        top = subject if participle is None or participle.head is subject else participle
        if verb.head is not verb:
            verb.hang(top, "dep")
            verb.replace(top)
        mark.tag = "IN"
        mark.hang(participle or subject, "prep")
        noun.hang(mark, "pobj")
        be_subject_of(subject, verb)
        if participle is not None:
            participle.tag = "VBN"
            participle.hang(subject, "acl")
        for child in list(verb.children):
            if child.dep == "npadvmod" and child.i < mark.i:
                child.hang(participle or subject, child.dep)
        for item in (subject, *((participle,) if participle else ())):
            for child in list(item.children):
                if child.i > verb.opening.i:
                    child.hang(verb, child.dep)


def _bearer(tokens: list[Token], mark: Token, verb: Token) -> tuple[Token | None, Token | None]:
    """The noun that the verb behind "before" needs for its subject, and the participle that stands between, if one does."""
    above = verb.head
    before = tokens[mark.i - 1]
    pending = before.lower in {"pending", "now"} and before.head is above  # "Cases pending before the court"
    if verb.dep == "advcl" and (above is before or pending) and above.is_noun and above.dep == "ROOT":
        return above, None
    if before in verb.having(*SUBJECTS) and before.is_noun and verb.dep == "ROOT":
        return before, None
    if verb.dep != "advcl" or above.tag not in {"VBD", "VBN"} or above.i > mark.i or above.having("aux", "auxpass", "dobj"):
        return None, None
    apart = [item for item in tokens[above.i + 1 : mark.i] if item.is_verb or item.text == "," or item.dep in {"prep", "dobj"}]
    if apart:
        return None, None
    if above.lemma.lower() not in words("with_object"):
        return None, None  # "The rebels attacked after the army had left"
    if above.dep == "acl" and above.head.is_noun and above.head.dep == "ROOT":
        return above.head, above
    subject = above.child("nsubj")
    if above.dep != "ROOT" or subject is None or subject.i != above.i - 1 or names_actor(subject.lower, subject):
        return None, None
    return subject, above


@asked_of("MD/aux", "relcl", "nsubj nsubjpass")
def object_taken_for_subject(tokens: list[Token]) -> None:
    """“Teachers who know that a pupil carries a knife must inform the police”, "A party that wishes to end this pact shall
    notify the others": what stands right behind the inner verb is its object."""
    for modal in tokens[4:]:
        main = modal.head
        if modal.tag != "MD" or modal.dep != "aux" or not main.is_verb:
            continue
        noun = next((item for item in reversed(main.having(*SUBJECTS)) if item.i < modal.i), None)
        opens = noun.subtree()[0].i if noun is not None and noun.is_noun else 0
        inner = tokens[opens - 1] if opens > 3 else None
        if noun is None or inner is None or not inner.is_verb or any(item.i > inner.i for item in inner.having("dobj")):
            continue
        relative, mark = _relative_above(tokens, inner)
        if relative is None or noun.subtree()[-1].i > modal.i or not relative.head.is_noun or relative.head.i > relative.i:
            continue
        subject = relative.head
        top = min((subject, inner, main, relative), key=lambda item: (sum(1 for _ in item.ancestors()), item.i))
        if top is not main:
            main.hang(top, "dep")
            main.replace(top)
        be_subject_of(subject, main)
        relative.hang(subject, "relcl")
        noun.hang(inner, "dobj")
        if inner.tag != "VB":
            inner.hang(relative, "ccomp")
        if mark is not None:
            mark.hang(inner, "mark")
        for item in (top, subject, inner):
            follow(main, item)


def _relative_above(tokens: list[Token], inner: Token) -> tuple[Token | None, Token | None]:
    """The verb of the relative clause that ``inner`` stands in, and its "that": "who know that …", "that wishes to …"."""
    if inner.tag == "VB" and inner.infinitive and inner.dep == "xcomp":
        above = inner.head
        return (above, None) if above.dep == "relcl" and above.i < inner.i else (None, None)
    if inner.tag not in FINITE:
        return None, None
    for that in reversed(tokens[max(inner.i - 8, 1) : inner.i]):
        if that.lower == "that" and that.dep == "mark":
            above = tokens[that.i - 1]
            who = any(item.tag in {"WP", "WDT"} for item in above.having("nsubj"))
            plausible = above.dep == "relcl" and who and inner.having("nsubj")
            return (above, that) if plausible else (None, None)
    own = inner.child("nsubj")
    opens = max((item.subtree()[0].i for item in inner.having("nsubj") if item.is_noun), default=0) if own else 0
    above = tokens[opens - 1] if opens else inner  # "who believe the trust breaks the law"
    return (above, None) if above.dep == "relcl" and takes_clause(above) else (None, None)


@asked_of("namely", "TO/aux")
def aim_that_is_named(tokens: list[Token]) -> None:
    """“the objectives of this act, namely to protect users, cannot be achieved”: the infinitive says what they are."""
    for namely, to in pairwise(tokens[2:]):
        noun = tokens[namely.i - 2]
        if namely.lower != "namely" or to.tag != "TO" or tokens[namely.i - 1].text != "," or not noun.is_noun:
            continue
        while noun.dep == "pobj" and noun.head.head.is_noun:
            noun = noun.head.head
        if to.head.tag == "VB" and to.head not in noun.ancestors():
            to.head.hang(noun, "acl")


@asked_of("since as because", "pobj", "MD/aux VBZ|VBP/aux VBZ|VBP/auxpass", "advcl ccomp")
def subject_behind_since(tokens: list[Token]) -> None:
    """“Since the aims of this act, namely to protect users, cannot be achieved by states, the Union may act”: what "since"
    seems to govern is the subject of the verb that has none."""
    for since in tokens[:-4]:
        noun = since.child("pobj")
        if since.lower not in {"since", "as", "because"} or noun is None or not noun.is_noun:
            continue
        later = (item for item in tokens[noun.i + 1 :] if item.dep in {"advcl", "ccomp"} and not item.infinitive)
        verb = next((item for item in later if item.opening.i > noun.i and item.opening.tag in {"MD", "VBZ", "VBP"}), None)
        if verb is None or not verb.having("aux", "auxpass") or verb.having("nsubj", "nsubjpass", "mark"):
            continue
        own = verb.head.child("nsubj", "nsubjpass")
        if own is None or own.i < verb.i:
            continue
        if tokens[verb.opening.i - 1].text != "," and tokens[verb.opening.i - 1] not in noun.subtree():
            continue
        be_subject_of(noun, verb)
        since.hang(verb, "mark")
        verb.dep = "advcl"
