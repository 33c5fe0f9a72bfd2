"""Which of the nouns before it a relative clause speaks of."""

from __future__ import annotations

from kg.extraction.heads import behind_comma, is_amount
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["agreeing", "named_by"]


def named_by(noun: Token) -> Token:
    """The head of a name: a relative clause after "the Task Force on Port Security" speaks of the task force, one after
    "Duarte, a former banker" of Duarte."""
    if noun.dep == "appos" and noun.head.tag == "NNP" and noun.tag == "NN" and noun.child("det") is not None:
        noun = noun.head
    while noun.tag in {"NNP", "NNPS"} and noun.dep == "pobj" and noun.head.head.tag in {"NNP", "NNPS"}:
        noun = noun.head.head
    return noun


def agreeing(verb: Token, subjects: list[Token], noun: Token) -> Token:
    """“a programme for small borrowers, which requires X”: the noun further up, where only that agrees with the verb."""
    acts = bool(subjects) and subjects[0].tag in {"WDT", "WP"}
    if acts and noun.goes_on and noun.tag in {"NN", "NNP"} and verb.number == "plural" and verb.opening.tag == "VBP":
        first = noun
        while first.goes_on:
            first = first.head
        return first if first.tag in {"NN", "NNP"} else noun  # "the Charter and the Pact, which demand a seat"
    if acts and subjects[0].tag == "WDT" and noun.tag == "NN" and verb.number == "plural" and not noun.having("conj"):
        behind = (item for item in noun.subtree() if item.i == subjects[0].i - 1 and item.tag == "NNS" and item.dep == "pobj")
        if (near := next(behind, None)) is not None:
            return near  # "the list of plants that fail the test"
    if not acts or noun.dep != "pobj" or noun.head.dep != "prep":
        return noun
    upper = noun.head.head
    if subjects[0].lower == "who" and noun.tag[:3] == "NNP" and noun.head.lower == "from" and upper.tag in {"NN", "NNS"}:
        return upper  # "two brothers from Leeds, who sold it"
    if (pointed := _pointed_at(noun)) is not None and verb.number != "singular" and noun.i == subjects[0].i - 1:
        return pointed
    counted = is_amount(noun) and not upper.lower.endswith("ing")
    if counted or (upper.lemma.lower() in words("event") and verb.lemma.lower() in words("harming")):
        return upper  # "a target of 5 percent, which …", "the attack on the convoy, which killed nineteen"
    form, number = verb.opening, verb.number
    if not upper.is_noun or noun.child("conj") is not None:
        return noun
    if form.lower in {"will", "would", "shall"} and subjects[0].lower == "which" and behind_comma(subjects[0]):
        while upper.dep == "pobj" and upper.head.dep == "prep" and upper.head.head.is_noun:
            upper = upper.head.head
        if upper.dep == "pobj" and upper.head.head.is_verb:
            upper = upper.head.head.child("dobj") or upper  # "launch a mission in districts with …, which will"
        if noun.lemma.lower() in words("discourse.actor_noun"):
            return noun  # "the functions of existing agencies, which will retain their powers"
        return upper  # "a programme for small borrowers, which would suspend payments"
    if not number:
        return noun
    many, above = noun.tag in {"NNS", "NNPS"}, upper.tag in {"NNS", "NNPS"}
    activity = noun.tag == "NN" and noun.lower.endswith("ing") and not noun.having("det") and not above
    singular, plural = number == "singular", number == "plural"
    wrong = (many and singular) or (not many and noun.tag == "NN" and plural) or (singular and activity)
    return upper if wrong and above == plural else noun


def _pointed_at(noun: Token) -> Token | None:
    """“those parts of the network which serve towns”: "those" waits for the clause that says which."""
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.is_noun:
        noun = noun.head.head
        if any(child.lower == "those" for child in noun.having("det")):
            return noun
    return None
