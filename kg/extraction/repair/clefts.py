"""Sentences split in two for stress: “what they did was to cut rates”, “it is in this spirit that we meet”."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import BY_PLACE, Token

__all__ = ["cleft", "cleft_of_doing", "there_is_created", "there_is_created_somewhere", "what_drives_it", "what_is_needed"]


@asked_of("what", "csubj")
def cleft(tokens: list[Token]) -> None:
    """“what we are doing is working with X”, "what they decided was to cut rates": the second verb is what they do."""
    for token in tokens:
        if token.dep != "csubj" or not token.is_verb:
            continue
        copula = token.head
        working = copula.is_verb and copula.lemma != "be" and copula.child("aux") is not None  # "is working"
        inner = next((item for item in token.subtree() if item.is_verb and _asks_what(item)), None)
        if inner is None or not (working or copula.lemma == "be"):
            continue
        verb = (
            copula
            if working
            else next(
                (item for item in copula.having("xcomp", "acomp", "ccomp", "attr") if item.is_verb and item.i > copula.i), None
            )
        )
        if verb is None or verb.having("nsubj", "nsubjpass"):
            continue
        _exchange(token, copula, inner, verb)


@asked_of("what all thing", "do does did done doing", "is was", "VB VBG VBN VBP")
def cleft_of_doing(tokens: list[Token]) -> None:
    """“What the embassy did last week was to close the section”, "all we are doing is reviewing it", "the first thing the
    mayor did was cut fares": the verb behind the copula in the form of "do", with all that "do" has."""
    for do in tokens[2:-2]:
        if do.lemma != "do" or not do.is_verb:
            continue
        copula = next((item for item in tokens[do.i + 1 : do.i + 10] if item.is_verb or item.text in ",;:"), None)
        if copula is None or copula.lower not in {"is", "was"}:
            continue
        verb, subject = _done(tokens, copula, do), do.child("nsubj")
        if subject is None and do.head is copula:
            subject = copula.child("nsubj")  # "did" read as if it were an auxiliary of "was"
        if verb is None or subject is None or subject.i > do.i:
            continue
        start = next((item for item in subject.subtree() if item.dep != "predet"), subject).i
        asks = tokens[start - 1] if start > 0 else subject
        if asks.lower in {"what", "all", "thing"}:
            _put_for_do(tokens[asks.i : verb.i], do, copula, verb)


def _done(tokens: list[Token], copula: Token, do: Token) -> Token | None:
    """The verb behind ``copula``; without "to" only where it has an object, or goes on like "are doing"."""
    verb = next((item for item in tokens[copula.i + 1 : copula.i + 5] if item.tag not in {"TO", "RB"}), copula)
    if verb.tag == "VB":
        return verb
    homograph = verb.tag in {"VBN", "VBP", "VBD"} and verb.lower == verb.lemma.lower()  # "was cut the grant"
    fits = verb.tag == "VBG" == do.tag or homograph
    return verb if fits and verb.child("dobj", "ccomp", "xcomp") is not None else None


def _put_for_do(clause: list[Token], do: Token, copula: Token, verb: Token) -> None:
    """Put ``verb`` in the place of the ``clause`` before it, with subject, auxiliaries and form of ``do``."""
    parts, form = (do, copula, verb), do.tag
    top = next(item for item in parts if not any(above in parts for above in item.ancestors()))
    for child in top.having("nsubj"):
        if child.tag == "DT" and child.i < clause[0].i:
            child.dep = "dep"  # "the — what the bank is doing is reviewing it"
    if top is not verb:
        verb.hang(top, "dep")
        verb.replace(top)
    for part in (copula, do):
        for child in list(part.children):
            if child not in parts:
                child.hang(verb, child.dep)
        part.hang(verb, "dep")
        part.tag = "cop"
    clause[0].hang(verb, "dep")
    for item in verb.conjuncts():
        if item is verb or (item.tag == "VB" and not item.having("nsubj", "nsubjpass")):
            item.tag = form
            for to in item.having("aux"):
                if to.lower == "to":
                    to.dep = "dep"


def _asks_what(token: Token) -> bool:
    before = [child for child in token.children if child.i < token.i]
    return any(item.lower == "what" for child in before for item in (child, *(child.children if child.dep == "nsubj" else ())))


def _exchange(clause: Token, copula: Token, inner: Token, verb: Token) -> None:
    """Put ``clause`` in the place of ``copula``, and ``verb`` below the verb that asked "what"."""
    clause.replace(copula)
    for child in list(copula.children):
        if child is not verb and (copula is not verb or child.dep in {"punct", "cc", "aux"} or child.dep == "conj"):
            if child.dep == "aux":
                child.dep = "dep"
            child.hang(clause, child.dep)
    for child in inner.having("dobj", "attr"):
        if child.lower == "what":
            child.dep = "dep"
    verb.dep = "xcomp"
    if verb is not copula:
        copula.children.remove(verb)
        copula.head, copula.dep = clause, "dep"
        clause.children.append(copula)
        copula.tag = "cop"
    verb.head = inner
    inner.children.append(verb)
    for token in (clause, inner):
        token.children.sort(key=BY_PLACE)


@asked_of("what", "csubj", "NN|NNS|NNP/attr")
def what_is_needed(tokens: list[Token]) -> None:
    """“What we need is a new law”, "what we want is not alms but a market": that is what we need."""
    for verb in tokens:
        if verb.dep != "csubj":
            continue
        copula = verb.head
        what = next((item for item in verb.having("dobj") if item.lower == "what"), None)
        thing = copula.child("attr")
        if what is None or copula.lemma != "be" or thing is None or not thing.is_noun:
            continue
        if not verb.having("nsubj") or what.i > verb.i or thing.i < verb.i or copula.having("aux") or verb.lemma == "do":
            continue
        apart = any(joint.lower == "but" for item in thing.conjuncts() for joint in item.having("cc"))
        verb.replace(copula)
        for child in list(copula.children):
            if child is not thing:
                child.hang(thing if child.dep == "neg" and apart else verb, child.dep)
        alone = next((prep for prep in verb.having("prep") if not prep.children and prep.i == verb.i + 1), None)
        thing.hang(alone or verb, "pobj" if alone else "dobj")  # "what they ask for is a road"
        what.dep = "dep"
        copula.hang(verb, "dep")
        copula.tag = "cop"


@asked_of("what", "csubj", "NN|NNS|NNP|NNPS/attr")
def what_drives_it(tokens: list[Token]) -> None:
    """“What is driving prices is demand”, "what worries farmers is the price of fuel": that drives and worries them."""
    for verb in tokens:
        copula, thing = verb.head, verb.head.child("attr")
        if verb.dep != "csubj" or copula.lemma != "be" or thing is None or not thing.is_noun or thing.i < verb.i:
            continue
        target = verb.child("dobj") or next((item for item in copula.having("nsubj") if verb.i < item.i < copula.i), None)
        what = next((item for item in verb.having("nsubj") if item.lower == "what"), None)
        if what is None or target is None or verb.lemma == "be" or copula.having("aux"):
            continue
        apart = any(joint.lower == "but" for item in thing.conjuncts() for joint in item.having("cc"))
        verb.replace(copula)
        for child in list(copula.children):
            if child is not thing:
                child.hang(thing if child.dep == "neg" and apart else verb, child.dep)
        target.hang(verb, "dobj")
        thing.hang(verb, "nsubj")
        what.dep = "dep"
        copula.hang(verb, "dep")
        copula.tag = "cop"


@asked_of("there", "auxpass", "VBN", "NN|NNP/nmod|compound")
def there_is_created_somewhere(tokens: list[Token]) -> None:
    """“There is established within the Department the Energy Council”: the second phrase with an article is what is created."""
    for verb in tokens:
        if verb.tag != "VBN" or not verb.having("auxpass") or not any(item.lower == "there" for item in verb.children):
            continue
        for prep in verb.having("prep"):
            thing = prep.child("pobj")
            place = thing.child("nmod", "compound") if thing is not None and prep.i > verb.i else None
            if thing is None or place is None or verb.child("nsubjpass", "dobj", "attr") is not None:
                continue
            end = place.subtree()[-1].i + 1
            articles = [item for item in thing.having("det") if item.i in {prep.i + 1, end}]
            if tokens[end].dep != "det" or tokens[end] not in articles:
                continue
            thing.hang(verb, "nsubjpass")
            place.hang(prep, "pobj")
            for child in list(thing.children):
                if child.i < place.i:
                    child.hang(place, child.dep)


@asked_of("there", "auxpass", "VBN", "dobj oprd attr")
def there_is_created(tokens: list[Token]) -> None:
    """“There shall be established a Court of Justice”: the court is established."""
    for verb in tokens:
        there = verb.child("expl", "nsubj", "nsubjpass")
        thing = verb.child("dobj", "oprd", "attr")
        if verb.tag != "VBN" or there is None or there.lower != "there" or thing is None or not verb.having("auxpass"):
            continue
        if thing.is_noun and thing.i > verb.i:
            thing.dep = "nsubjpass"
            there.dep = "advmod"
