"""Sentences split in two for stress: “what they did was to cut rates”, “it is in this spirit that we meet”."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["cleft", "there_is_created", "what_is_needed"]


@asked_of("what")
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
    _cleft_of_doing(tokens)


def _cleft_of_doing(tokens: list[Token]) -> None:
    """“What the embassy did last week was to close the section”, read as if "did" were an auxiliary of "was"."""
    for copula in tokens:
        did = copula.child("aux") if copula.lemma == "be" and copula.dep == "ROOT" else None
        if did is None or did.lemma != "do" or tokens[0].lower != "what" or did.i > copula.i:
            continue
        verb = next((item for item in copula.having("xcomp") if item.tag == "VB" and item.i > copula.i), None)
        subject = copula.child("nsubj")
        if verb is None or subject is None or subject.i > did.i:
            continue
        tokens[0].hang(copula, "dep")
        verb.replace(copula)
        for child in list(copula.children):
            if child is not tokens[0]:
                child.hang(verb, child.dep)
        copula.hang(verb, "dep")
        copula.tag = "cop"


def _asks_what(token: Token) -> bool:
    before = [child for child in token.children if child.i < token.i]
    return any(item.lower == "what" for child in before for item in (child, *(child.children if child.dep == "nsubj" else ())))


def _exchange(clause: Token, copula: Token, inner: Token, verb: Token) -> None:
    """Put ``clause`` in the place of ``copula``, and ``verb`` below the verb that asked "what"."""
    clause.replace(copula)
    for child in list(copula.children):
        if child is not verb and (copula is not verb or child.dep in {"punct", "cc", "aux"} or child.dep == "conj"):
            if child.dep in {"aux"}:
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
        token.children.sort(key=lambda child: child.i)


@asked_of("what", "csubj", "NN|NNS|NNP/attr")
def what_is_needed(tokens: list[Token]) -> None:
    """“What we need is a new law”: that is what we need."""
    for verb in tokens:
        copula = verb.head
        what = next((item for item in verb.having("dobj") if item.lower == "what"), None)
        thing = copula.child("attr")
        if verb.dep != "csubj" or what is None or copula.lemma != "be" or thing is None or not thing.is_noun:
            continue
        if not verb.having("nsubj") or what.i > verb.i or thing.i < verb.i or copula.having("aux", "neg"):
            continue
        verb.replace(copula)
        for child in list(copula.children):
            child.hang(verb, "dobj" if child is thing else child.dep)
        what.dep = "dep"
        copula.hang(verb, "dep")
        copula.tag = "cop"


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
