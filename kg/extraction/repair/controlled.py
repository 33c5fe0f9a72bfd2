"""Whom a list of verbs is for: what somebody is directed to do, what a law does beside it, what neither is done."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import AFTER_VERB, lemma_of_present
from kg.extraction.repair.frames import moves
from kg.extraction.repair.steps import SUBJECTS, succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = ["gift_beside_a_right", "neither_verb_nor_verb", "permitted_not_required", "siblings_of_the_law", "what_is_directed"]

_DIRECTING = frozenset({"direct", "order", "instruct", "command", "tell", "ask", "urge", "request"})
_PERSONS = frozenset({"it", "them", "him", "her"})


def _infinitive_of(verb: Token) -> Token | None:
    """What ``verb`` makes or lets somebody do: "lower" of "direct the owner to lower the level"."""
    return next((item for item in verb.having("xcomp", "ccomp", "advcl") if item.tag == "VB" and item.infinitive), None)


@asked_of("VB|VBP/conj", "TO/aux", ",", "direct order instruct command tell ask urge request require")
def what_is_directed(tokens: list[Token]) -> None:
    """“may direct the owner to lower the level, close a road or drain the pond”: a list of what the owner is to do."""
    for verb in tokens:
        if verb.lemma.lower() not in _DIRECTING | {"require"} or verb.tag != "VB" or not verb.modal:
            continue
        who = verb.child("nsubj")
        if verb.lemma == "require" and (who is None or who.lemma.lower() not in words("authority")):
            continue  # "The bill would require firms to report emissions, cut taxes and …"
        task = _infinitive_of(verb)
        person = next((item for item in (*verb.having("dobj"), *(task.having("nsubj") if task else ())) if item.is_noun), None)
        if task is None or person is None or not verb.i < person.i < task.i:
            continue
        later = [item for item in verb.having("conj") if item.i > task.i and item.lower == item.lemma.lower()]
        bare = later and not any(item.having("aux", *SUBJECTS) or item.tag not in {"VB", "VBP"} for item in later)
        if not bare or tokens[later[0].i - 1].text != "," or any(_enforces(item) for item in later[0].conjuncts()):
            continue
        for item in later:
            item.tag = "VB"
            item.hang(task, "conj")


def _enforces(verb: Token) -> bool:
    """“…, fine it or revoke its licence”: what somebody who directs others does himself."""
    target = verb.child("dobj")
    own = target is not None and target.lower in _PERSONS
    return (
        own
        or verb.lemma.lower() in words("enforcing") | words("forbidding")
        or (moves(verb) and _infinitive_of(verb) is not None)
    )


@asked_of("VB/conj", "TO/aux let", "MD/aux", "prohibit ban bar forbid prevent allow permit require oblige authorize authorise")
def siblings_of_the_law(tokens: list[Token]) -> None:
    """“would permit states to import drugs and prohibit insurers from raising premiums”: a law does both."""
    for token in tokens[4:]:
        task = token.head
        if token.tag != "VB" or token.dep != "conj" or token.lemma.lower() not in words("regulating"):
            continue
        if not task.infinitive and task.head.lemma.lower() != "let":
            continue
        while task.goes_on and task.head.is_verb and not task.head.modal:
            task = task.head
        verb = task.head
        if task.dep not in {"xcomp", "ccomp", "advcl"} or verb.lemma.lower() not in words("regulating"):
            continue
        above = verb
        while above.goes_on and above.head.is_verb:
            above = above.head
        if not above.modal or token.having("aux", *SUBJECTS):
            continue
        person = next((item for item in (*verb.having("dobj"), *task.having("nsubj")) if item.i > verb.i), None)
        own = next((prep for prep in verb.having("prep") if prep.lower == "from" and prep.i > token.i), None)
        if own is not None:
            own.hang(token, "prep")  # "require banks to lend funds, and bar insurers from denying claims"
        moved = token.child("xcomp", "ccomp") is not None or any(prep.child("pcomp") for prep in token.having("prep"))
        if moved or (person is not None and person.lemma.lower() not in words("authority") and person.tag[:3] != "NNP"):
            token.hang(verb, "conj")


@asked_of("VB/conj", "VB/acl", "give grant hand", "dative prep")
def gift_beside_a_right(tokens: list[Token]) -> None:
    """“strip workers of the right to strike and give powers to the police”: who has a right gives nothing to others."""
    for token in tokens[4:]:
        right = token.head
        if token.dep != "conj" or token.lemma.lower() not in {"give", "grant", "hand"} or right.dep != "acl":
            continue
        above = verb_above(right)
        to = any(item.lower == "to" and item.child("pobj") for item in token.having("dative", "prep"))
        plain = token.tag == "VB" and not token.having("aux", *SUBJECTS) and right.child("dobj") is None
        if above is not None and above.tag == "VB" and (above.modal or above.infinitive) and to and plain and right.infinitive:
            token.hang(above, "conj")


@asked_of("neither", "nor")
def neither_verb_nor_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The scheme neither replaces grants nor entitles pupils to more”, "shall neither open beds nor close wards"."""
    for neither in tokens[1:-3]:
        before = tokens[neither.i - 1]
        modal = before if before.tag == "MD" else None
        nor = (
            next((item for item in tokens[neither.i + 2 :] if item.lower == "nor"), None)
            if neither.lower == "neither"
            else None
        )
        if nor is None or nor.i + 2 >= len(tokens) or not (modal or before.is_noun or before.tag == "PRP"):
            continue
        first, second = tokens[neither.i + 1], tokens[nor.i + 1]
        if second.text == ",":
            close = next((item.i for item in tokens[nor.i + 3 : nor.i + 12] if item.text == ","), len(tokens) - 2)
            second = tokens[close + 1]
        if modal is not None and first.lower == "be" and _both_done(tokens, neither, nor, modal, second):
            continue
        bare = modal is not None or before.tag in {"NNS", "NNPS", "PRP"}
        parallel = second.is_verb and first.tag in {"NN", "JJ"} and tokens[first.i + 1] is nor  # "neither ease nor tighten"
        if not all(_can_be_verb(tokens, item, verbs, bare=bare) or (parallel and item is first) for item in (first, second)):
            continue
        _make_both(tokens, neither, nor, modal, (first, second))


def _both_done(tokens: list[Token], neither: Token, nor: Token, modal: Token, other: Token) -> bool:
    """“may neither be fined nor dismissed”: "be" belongs to both participles; whether they are two."""
    be, done = tokens[neither.i + 1], tokens[neither.i + 2]
    if other.lower == "be":
        other = tokens[min(other.i + 1, len(tokens) - 1)]
    two = done.i < nor.i < other.i and all(item.tag == "VBN" or item.lower.endswith("ed") for item in (done, other))
    if not two or (be.head is not done and done.head is not be):
        return False
    if done.head is be:
        done.replace(be)
    be.hang(done, "auxpass")
    succeed(done, be)
    for item in (done, other):
        item.tag, item.repaired = "VBN", True
    other.hang(done, "conj")
    for child, dep in ((modal, "aux"), (neither, "preconj"), (nor, "cc")):
        child.hang(done, dep)
    for child in done.having("nsubj"):
        child.dep = "nsubjpass"
    for child in other.having("dobj"):
        if child.lower == "save":  # "nor suspended save on grounds laid down by law"
            child.tag, child.dep = "IN", "prep"
    return True


def _can_be_verb(tokens: list[Token], token: Token, verbs: AbstractSet[str], *, bare: bool) -> bool:
    """Whether ``token`` is a verb, or can be one before the noun phrase behind it."""
    if token.is_verb:
        return token.tag != "VBG"
    known = token.lower in with_words(verbs, "noun_or_verb") if bare else _present(token, verbs) is not None
    return known and token.i + 1 < len(tokens) and tokens[token.i + 1].tag in AFTER_VERB


def _present(token: Token, verbs: AbstractSet[str]) -> str | None:
    return lemma_of_present(token, with_words(verbs, "noun_or_verb"))


def _make_both(tokens: list[Token], neither: Token, nor: Token, modal: Token | None, pair: tuple[Token, Token]) -> None:
    """Make the words behind "neither" and "nor" two coordinated verbs with the subject before them."""
    first, second = pair
    subject = tokens[(modal or neither).i - 1]
    while subject.head.i < neither.i and subject.dep not in {*SUBJECTS, "ROOT"} and subject.head is not modal:
        subject = subject.head
    if not subject.is_noun and subject.tag != "PRP":
        return
    targets = [_target(item) for item in pair]
    parts = [item for item in (subject, modal, neither, nor, *pair, *targets) if item is not None]
    top = min(parts, key=lambda item: (sum(1 for _ in item.ancestors()), item.i))
    for item in pair:
        if modal is not None:
            item.tag, item.lemma, item.repaired = "VB", item.lower, True
        elif not item.is_verb:
            plural = item.lower == item.lemma.lower()
            item.tag, item.lemma, item.repaired = "VBP" if plural else "VBZ", item.lemma.lower(), True
    if top is not first:
        first.hang(top, "dep")
        first.replace(top)
    second.hang(first, "conj")
    if subject is not first:
        subject.hang(first, "nsubj")
        for part in subject.having("nsubj"):
            part.dep = "compound"  # "the pilot scheme"
    for item, target in zip(pair, targets, strict=True):
        if target is not None:
            target.hang(item, "dobj")
    if modal is not None:
        modal.hang(first, "aux")
    neither.hang(first, "preconj")
    nor.hang(first, "cc")
    for item in (*parts, neither, nor):
        for child in list(item.children):
            if item not in pair and child.dep in {"punct", "advcl"} and child.i > first.i:
                child.hang(first if child.dep == "punct" else second, child.dep)


def _target(verb: Token) -> Token | None:
    """The noun behind ``verb`` that is its object, or that it was taken for a modifier of."""
    own = verb.child("dobj")
    if own is not None:
        return own
    above = verb.head
    return above if above.i > verb.i and above.is_noun and verb.dep in {"amod", "compound", "nmod", "nsubj"} else None


@asked_of("but", "require requires required oblige obliges obliged compel compels compelled", "not", "TO")
def permitted_not_required(tokens: list[Token]) -> None:
    """“permits but does not require banks to disclose losses”, "are allowed but not required to V": they may."""
    for token in tokens[2:]:
        first = token.head
        if token.dep != "conj" or token.lemma.lower() not in {"require", "oblige", "compel"} or not token.having("neg"):
            continue
        if first.lemma.lower() not in words("allowing") or first.child("dobj", "xcomp", "ccomp") is not None:
            continue
        if token.having(*SUBJECTS):
            continue
        for child in list(token.children):
            if child.i > token.i and (child.dep in _TASKS or (child.dep == "conj" and child.is_noun)):
                child.hang(first, "dobj" if child.dep == "conj" else child.dep)
        _let_act(first)
        token.tag, token.dep = "JJ", "dep"  # it asks nothing of anybody


_TASKS = frozenset({"dobj", "xcomp", "ccomp", "dep", "advcl"})


def _let_act(verb: Token) -> None:
    """“authorizes, but does not require, the Secretary to issue waivers”: whom it authorizes, and to what."""
    noun = verb.child("dep")
    if noun is None or not noun.is_noun or noun.i < verb.i:
        return
    noun.dep = "dobj"
    for task in noun.having("relcl", "acl"):
        if task.infinitive:
            task.hang(verb, "xcomp")
