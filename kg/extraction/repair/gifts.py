"""What is given to whom."""

from __future__ import annotations

from kg.extraction.heads import names_time
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["gift_behind_receiver"]


@asked_of("dative", "npadvmod")
def gift_behind_receiver(tokens: list[Token]) -> None:
    """“gives every clinic the nurses it needs”: what stands right behind the receiver is given."""
    for token in tokens:
        verb = token.head
        if token.dep != "npadvmod" or not token.is_noun or verb.lemma.lower() not in words("giving") or verb.child("dobj"):
            continue
        receiver = verb.child("dative")
        if receiver is None or not receiver.is_noun or token.child("det") is None or names_time(token):
            continue
        if receiver.subtree()[-1].i == token.having("det")[0].i - 1:
            token.dep = "dobj"
