"""Phrases of time, rates and amounts that the parser hangs things on, or takes for more than they are."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extraction.heads import is_amount, is_party, names_time
from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.steps import go_on_with, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

_PAYING = frozenset(
    ["pay", "pays", "paid", "fine", "fined", "fines", "award", "awarded", "awards", "owe", "owes", "owed", "cost", "costs"]
)

__all__ = [
    "amount_of_the_change",
    "clause_behind_year_on_year",
    "clause_of_a_date",
    "counted_object",
    "date_before_object",
    "month_behind_place",
    "participle_behind_the_year",
    "participle_of_a_rate",
    "payee_before_amount",
    "relative_behind_a_date",
    "up_to_an_amount",
    "won",
]

_FRACTIONS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "tenth"})
_UPWARDS = frozenset({"add", "go", "scale", "ramp"})
_YEAR = re.compile(r"(?:19|20)\d\d")


@asked_of(" ".join(_PAYING), "CD", "dobj")
def payee_before_amount(tokens: list[Token]) -> None:
    """“to pay the applicant 7,500 euros”, "fined chipmaker Corvex 376 million euros": before the number stands who gets it."""
    for verb in tokens:
        amount = verb.child("dobj") if verb.lower in _PAYING else None
        if amount is None or not is_amount(amount):
            continue
        inside = [token for token in amount.subtree() if token.i < amount.i]
        number = next((token.i for token in inside if token.tag in {"CD", "$"}), 0)
        before = [token for token in inside if token.i < number and token.dep not in {"quantmod", "advmod"}]
        who = before[-1] if before else None
        if who is None or who.tag not in {"NN", "NNS", "NNP", "JJ"} or who.i != number - 1:
            continue
        who.tag = "NN" if who.tag == "JJ" else who.tag
        who.hang(verb, "dative")
        for token in before[:-1]:
            if token.head is amount:
                token.hang(who, token.dep)


@asked_of("prep", "pobj")
def date_before_object(tokens: list[Token]) -> None:
    """“extend until 30 April 2026 the mandate”, "include in it recommendations": the noun behind the phrase is the object."""
    for token in tokens:
        if token.dep != "pobj" or not token.is_noun or token.head.dep != "prep" or not token.head.head.is_verb:
            continue
        prep, verb = token.head, token.head.head
        if verb.having("dobj", "auxpass") or prep.i < verb.i:
            continue
        other = next((child for child in prep.having("pobj") if child.i < token.i), None)
        if other is not None:
            token.hang(verb, "dobj")
            continue
        year = token.child("nummod")
        if year is not None and year.i == prep.i + 1 and year.i < token.i and _YEAR.fullmatch(year.text):
            year.hang(prep, "pobj")  # "phase out by 2028 fuel subsidies"
            token.hang(verb, "dobj")
            continue
        date = next((child for child in token.having("nmod", "compound") if child.child("nummod") is not None), None)
        article = next((child for child in token.having("det", "poss") if date is not None and child.i > date.i), None)
        if date is not None and article is not None and date.lemma.lower() in words("preposition.time_heads"):
            date.hang(prep, "pobj")
            token.hang(verb, "dobj")


@asked_of("VBG/advcl", "before after until by", "nsubj")
def clause_of_a_date(tokens: list[Token]) -> None:
    """“bring forward a Bill before Easter limiting reviews”: no clause, for a participle has no subject there."""
    for token in tokens:
        mark, noun = token.child("mark"), token.child("nsubj")
        if token.dep != "advcl" or token.tag != "VBG" or mark is None or noun is None or token.having("aux", "auxpass"):
            continue
        target = token.head.child("dobj")
        if mark.lower not in {"before", "after", "until", "by"} or target is None or not target.i < mark.i < noun.i < token.i:
            continue
        if noun.is_noun:
            mark.hang(token.head, "prep")
            noun.hang(mark, "pobj")
            token.hang(target, "acl")


@asked_of("npadvmod", "acl", "a an per")
def participle_of_a_rate(tokens: list[Token]) -> None:
    """“94 beds a day occupied by people awaiting care”: what is occupied is no day."""
    for token in tokens:
        article = token.child("det")
        if token.dep != "npadvmod" or article is None or article.lower not in {"a", "an", "per"} or not token.head.is_noun:
            continue
        if token.lemma.lower() in words("preposition.time_heads"):
            for child in token.having("acl", "relcl"):
                child.hang(token.head, child.dep)


@asked_of("up", "to", "CD half third quarter")
def up_to_an_amount(tokens: list[Token]) -> None:
    """“will mobilise up to EUR 300 billion of investment”: no particle, but a bound of the amount."""
    for up, to in pairwise(tokens):
        amount, verb = to.child("pobj"), up.head
        if up.lower != "up" or up.dep != "prt" or to.lower != "to" or verb.lemma.lower() in _UPWARDS:
            continue
        if to.dep == "quantmod":
            up.hang(to.head, "quantmod")  # "may transfer up to one third of it"
        if to.dep != "prep" or to.head is not verb:
            continue
        if amount is None or not (is_amount(amount) or amount.lower in _FRACTIONS) or verb.child("dobj"):
            continue
        amount.hang(verb, "dobj")
        up.hang(amount, "quantmod")
        to.hang(amount, "quantmod")


@asked_of("NNS/npadvmod", "nummod", "VBD VBN VB VBP VBZ")
def counted_object(tokens: list[Token]) -> None:
    """“recruited 540 nurses and cut waiting times”: people and things are no measure."""
    for token in tokens[2:]:
        verb, number = token.head, token.child("nummod")
        if token.dep != "npadvmod" or token.tag != "NNS" or number is None or not verb.is_verb or number.i != verb.i + 1:
            continue
        if verb.having("dobj", "auxpass") or names_time(token) or is_amount(token) or token.lower in {"times", "points"}:
            continue
        token.dep = "dobj"


@asked_of(of_lemma(words("resizing")), "by to from", "CD DT", "dobj")
def amount_of_the_change(tokens: list[Token]) -> None:
    """“lowered the tax levied on fuel by 10 percent”: the amount is that of what grows or shrinks."""
    for prep in reversed(tokens):
        amount = prep.child("pobj")
        if prep.dep not in {"prep", "agent"} or prep.lower not in {"by", "to", "from"} or amount is None:
            continue
        lasting = amount.tag == "NNS" and names_time(amount) and amount.child("nummod") is not None
        if not is_amount(amount) and not lasting and amount.lower not in _FRACTIONS:
            continue
        verb = _changing(prep)
        if verb is not None:
            prep.hang(verb, "prep")


def _changing(prep: Token) -> Token | None:
    """The verb whose object ends with ``prep``, if it says that this grows or shrinks and nothing in between does."""
    inner = prep.head
    if inner.is_verb and prep.i <= inner.i + 1:
        return None  # "the fee charged from 5 euros"
    last = prep.subtree()[-1]
    while inner.head is not inner:
        if inner.dep == "dobj" and inner.head.lemma.lower() in words("resizing") and inner is not prep.head:
            return inner.head if inner.subtree()[-1] is last else None
        if inner.dep == "prep" and inner is not prep and _is_resized(inner.head):
            return inner.head if prep.lower == "by" and inner.subtree()[-1] is last else None  # "cut delays at ports by 4%"
        if inner.lemma.lower() in words("resizing") | words("amounting"):
            return None  # "the fee raised in May by 2 percent"
        inner = inner.head
    return None


def _is_resized(verb: Token) -> bool:
    """Whether ``verb`` makes grow or shrink what it acts on."""
    return verb.lemma.lower() in words("resizing") and verb.child("dobj", "nsubjpass") is not None


_ROUND = frozenset({"hundred", "thousand", "million", "billion", "trillion"})


@asked_of("won", "CD")
def won(tokens: list[Token]) -> None:
    """“will spend 5 trillion won on housing”: money, behind a number."""
    for number, token in pairwise(tokens):
        verb = token.head
        large = number.lower in _ROUND or "," in number.text
        if token.lower != "won" or not token.is_verb or number.tag != "CD" or not large or token.having("nsubj", "aux", "dobj"):
            continue
        above, label = (verb, token.dep) if number.head is token else (number.head, number.dep)
        if above in {token, number} or not (above.is_verb or above.dep == "prep"):
            continue
        for child in list(token.children):
            if child is not number:
                child.hang(above, child.dep)
        token.tag, token.lemma = "NNS", "won"
        token.hang(above, label)
        number.hang(token, "nummod")


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")


@asked_of(" ".join((*_MONTHS, "december")), "NNP/compound", "CD")
def month_behind_place(tokens: list[Token]) -> None:
    """“will travel to Berlin March 3 to 5”: a month with its day is no part of the place before it."""
    for place, month, day in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if month.lower not in _MONTHS and month.lower != "december":
            continue
        if place.tag != "NNP" or place.dep != "compound" or place.head is not month or day.tag != "CD" or not month.is_noun:
            continue
        if month.dep not in {"pobj", "dobj", "conj"} or not day.text.isdigit() or int(day.text) > _LONGEST_MONTH:
            continue
        above = next((item for item in month.ancestors() if item.is_verb), None)
        if above is None or above.i > month.i:
            continue
        place.hang(month.head, month.dep)
        for child in list(month.children):
            if child.i < place.i:
                child.hang(place, child.dep)
        month.hang(above, "npadvmod")


_LONGEST_MONTH = 31


@asked_of("on", "relcl", "which", "year month quarter week")
def clause_behind_year_on_year(tokens: list[Token]) -> None:
    """“fell by 1% year on year, which was caused by rain”: what fell so is caused, not the year."""
    for first, on, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if on.lower != "on" or first.lower != second.lower or first.lower not in {"year", "month", "quarter", "week"}:
            continue
        for clause in (*first.having("relcl"), *second.having("relcl")):
            above = next((item for item in first.ancestors() if item.is_verb), None)
            if above is not None and above is not clause:
                clause.hang(above, "advcl")


@asked_of("VBN|VBD/acl", "agent", "for")
def participle_behind_the_year(tokens: list[Token]) -> None:
    """“met the targets for the year set by the congress”: a body sets targets, not years; not "the year marked by floods"."""
    for token in tokens:
        year, agent = token.head, token.child("agent")
        by = agent.child("pobj") if agent is not None else None
        if token.dep != "acl" or token.tag not in {"VBN", "VBD"} or by is None or not is_party(by) or not names_time(year):
            continue
        prep = year.head
        noun = tokens[prep.i - 1]
        if year.dep == "pobj" and prep.lower == "for" and noun.is_noun and noun.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}:
            token.hang(noun, "acl")


_WHICH_ONE = ("det", "poss", "amod", "compound", "nummod")


@asked_of(" ".join((*_MONTHS, "december")), "CD", "relcl", "WDT")
def relative_behind_a_date(tokens: list[Token]) -> None:
    """“issued a code on 3 May 2024, which set limits”, "the licence of 12 March, which covers X": no date sets or covers."""
    for month in tokens:
        dated = month.lower in _MONTHS or month.lower == "december"
        clause = month.child("relcl") if dated and month.child("nummod") is not None else None
        that = clause.child("nsubj", "nsubjpass") if clause is not None else None
        if clause is None or that is None or that.tag != "WDT" or month.head.dep not in {"prep", "agent"}:
            continue
        above = month.head.head
        noun = above if above.is_noun else above.child("dobj")
        if noun is None and above.dep == "acl":
            noun = above.head  # "the plan adopted on 3 May, which …"
        if noun is None or noun.i > month.i or names_time(noun) or (noun.tag == "NN" and noun.child(*_WHICH_ONE) is None):
            if above.is_verb and above is not clause:
                clause.hang(above, "advcl")  # "took effect on 1 May, which marked the end of X"
            continue
        clause.hang(noun, "relcl")
        contrast = above if above.is_verb else verb_above(noun)
        if contrast is None or clause.child("neg") is None or contrast.child("neg") is not None:
            continue
        for token in contrast.having("conj"):
            joint = tokens[token.i - 1]
            if joint.lower == "but" and token.i > clause.i and token.tag == "VBD" == contrast.tag:
                go_on_with(clause, token)  # "…, which did not set X, but introduced Y"
