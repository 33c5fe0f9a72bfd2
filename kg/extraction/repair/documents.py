"""What is said of a document, and what a document says: “in accordance with Article 20 supplementing this Regulation”."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import verb_above
from kg.extraction.tree import Token

__all__ = ["gerund_after_accordance", "participle_of_a_document"]


@asked_of("accordance conformity", "VBG/pcomp|acl")
def gerund_after_accordance(tokens: list[Token]) -> None:
    """“adopt acts in accordance with Article 20 supplementing this Regulation”: the article supplements nothing."""
    for token in tokens:
        if token.tag != "VBG" or token.dep not in {"pcomp", "acl"}:
            continue
        above = next((item for item in token.ancestors() if item.lower in {"accordance", "conformity"}), None)
        verb = verb_above(above) if above is not None else None
        target = verb.child("dobj") if verb is not None else None
        subject = token.child("nsubj")
        if above is None or target is None or target.i > above.i or any(item.is_verb for item in _between(token, above)):
            continue
        if subject is not None:
            subject.hang(token.head, "pobj")
        token.hang(target, "acl")


def _between(token: Token, above: Token) -> list[Token]:
    return [item for item in token.ancestors() if above.i < item.i]


_TELLING = frozenset(
    {"state", "contain", "specify", "indicate", "describe", "list", "detail", "explain", "identify", "outline"}
)


@asked_of("VBG/acl", "pobj", "dobj")
def participle_of_a_document(tokens: list[Token]) -> None:
    """“submit a notice to the governor stating its name”: it is the notice that states, not the governor."""
    for token in tokens:
        noun = token.head
        if token.tag != "VBG" or token.dep != "acl" or noun.dep != "pobj" or token.lemma.lower() not in _TELLING:
            continue
        verb = noun.head.head
        target = verb.child("dobj") if verb.is_verb else None
        if target is not None and target.i < noun.i and target.is_noun:
            token.hang(target, "acl")
