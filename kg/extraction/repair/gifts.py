"""What is given to whom."""

from __future__ import annotations

from kg.extraction.heads import is_party, names_time
from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["gift_behind_a_clause", "gift_behind_receiver", "gift_of_the_receiver"]


@asked_of(of_lemma(words("giving")), "dative", "npadvmod")
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


@asked_of(of_lemma(words("giving")), "NNS|NNP|NNPS|NN/dobj", "DT|PRP$/det|poss")
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


_HANDING = frozenset({"give", "offer", "grant", "deny"})
_ALONE = frozenset({"wait", "appeal", "qualify", "apply", "retire", "complain", "live", "stay", "travel", "return", "struggle"})


@asked_of(of_lemma(_HANDING), "acl relcl", "NNS/dobj|dative", "DT/det")
def gift_behind_a_clause(tokens: list[Token]) -> None:
    """“offer patients waiting over a year the choice of a clinic”: nobody waits a choice."""
    for receiver in tokens[1:-2]:
        verb = receiver.head
        if receiver.dep not in {"dobj", "dative"} or receiver.tag != "NNS" or verb.lemma.lower() not in _HANDING:
            continue
        if not is_party(receiver) or verb.dep in {"relcl", "acl"} or verb.having("auxpass", "prep"):
            continue
        if len(verb.having("dobj", "dative")) > 1:
            continue
        clause = receiver.child("relcl", "acl")
        thing = clause.child("dobj") if clause is not None else None
        if clause is None or thing is None or thing.i < clause.i or clause.i < receiver.i:
            continue
        opens = thing.subtree()[0]
        apart = tokens[opens.i - 1] is clause or tokens[opens.i - 1].dep == "npadvmod"
        if opens.tag == "DT" and opens.head is thing and apart and clause.lemma.lower() in _ALONE:
            thing.hang(verb, "dobj")
            receiver.dep = "dative"
