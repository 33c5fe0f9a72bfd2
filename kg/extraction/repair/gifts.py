"""What is given to whom."""

from __future__ import annotations

from kg.extraction.heads import names_time
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["gift_behind_receiver", "gift_of_the_receiver"]


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


@asked_of("NNS|NNP|NNPS|NN/dobj", "DT|PRP$/det|poss")
def gift_of_the_receiver(tokens: list[Token]) -> None:
    """“denies councils the right to raise taxes”: the object that the parser gives to the receiver is the verb's."""
    for token in tokens:
        receiver = token.head
        if token.dep != "dobj" or not token.is_noun or not receiver.is_noun or receiver.dep != "dobj":
            continue
        verb, opens = receiver.head, token.subtree()[0]
        if verb.lemma.lower() in words("giving") and opens.tag in {"DT", "PRP$"} and opens.i > receiver.i:
            token.hang(verb, "dobj")
            receiver.dep = "dative"
