"""Names beside what they name, days beside their month, sums beside their sign."""

from __future__ import annotations

from kg.extraction.heads import names_time
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import succeed
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "act_of_several_matters",
    "day_beside_its_month",
    "name_beside_its_kind",
    "noun_before_spaced_hyphen",
    "posts_of_one_person",
    "sum_in_millions",
]

_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})


@asked_of("NNP/appos|nsubj|nsubjpass", "DT|PRP$/det|poss", "NN")
def name_beside_its_kind(tokens: list[Token]) -> None:
    """“the carmaker Renault”, "the regulator Ofcom": one body, and not two."""
    for name in tokens[2:]:
        first = name.subtree()[0]
        kind = tokens[first.i - 1]
        if name.tag != "NNP" or first.tag != "NNP" or kind.tag != "NN" or kind.dep not in _PLACES or names_time(name):
            continue
        beside = name.dep == "appos" and name.head is kind
        twice = name.dep in {"nsubj", "nsubjpass"} and kind.dep == name.dep and kind.head is name.head
        determined = any(child.lower in {"the", "a", "an", "its", "their"} for child in kind.having("det", "poss"))
        if not (beside or twice) or not determined or kind.having("prep", "relcl", "acl", "conj", "cc"):
            continue
        if any(child.i < kind.i for child in name.children) or name.child("case"):
            continue
        if beside:
            name.replace(kind)
        for child in list(kind.children):
            child.hang(name, child.dep)
        kind.hang(name, "compound")


@asked_of("IN/prep", "CD", "NNP/compound")
def day_beside_its_month(tokens: list[Token]) -> None:
    """“On 30 April riot police used tear gas”: April is no kind of police."""
    for prep, day, month, noun in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if prep.dep != "prep" or prep.children or day.tag != "CD" or month.dep not in {"compound", "nmod"} or not noun.is_noun:
            continue
        dated = month.tag == "NNP" and names_time(month) and day.text.isdigit() and month.head.i > month.i
        if dated and day.head.i > month.i:
            month.hang(prep, "pobj")
            day.hang(month, "nummod")


@asked_of("$", "m bn tn k b", "CD")
def sum_in_millions(tokens: list[Token]) -> None:
    """“wasted £140m on a scheme”: "m" counts."""
    for sign, number, unit in zip(tokens, tokens[1:], tokens[2:], strict=False):
        glued = (
            sign.tag == "$" and number.tag == "CD" and number.end == unit.start and unit.lower in {"m", "bn", "tn", "k", "b"}
        )
        if glued and number.head is unit:
            unit.tag = "CD"
            number.dep = "compound"
            sign.hang(unit, "quantmod")


@asked_of("NNP/nsubj|nsubjpass|dobj|pobj", "NNP/conj", "and")
def posts_of_one_person(tokens: list[Token]) -> None:
    """“State Councilor and Foreign Minister Wang Yi met envoys”: two posts of one person, not "the Mayor and Governor Hill"."""
    for post in tokens:
        if post.tag != "NNP" or post.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"} or not _is_post(post):
            continue
        joined, name = post.child("cc"), post.child("conj")
        if joined is None or name is None or name.tag != "NNP" or joined.lower != "and" or joined.i != post.i + 1:
            continue
        between = tokens[joined.i + 1 : name.i]
        bare = all(child.dep == "compound" or child in (joined, name) for child in post.children)
        titled = any(_is_post(token) for token in between) and all(token.tag == "NNP" for token in between)
        if bare and titled and not _is_post(name) and not name.child("conj", "cc", "case"):
            name.replace(post)
            for child in list(post.children):
                child.hang(name, child.dep)
            post.hang(name, "compound")
            joined.hang(name, "dep")


def _is_post(token: Token) -> bool:
    return token.lower in words("discourse.title")


@asked_of("-", "nmod|compound|npadvmod|amod")
def noun_before_spaced_hyphen(tokens: list[Token]) -> None:
    """“six fronts - employment, trade and growth”: set between spaces, a hyphen is a dash, and what it parts no compound."""
    for noun, hyphen, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        head = noun.head
        if hyphen.text != "-" or hyphen.start == noun.end or after.start == hyphen.end or not noun.is_noun:
            continue
        if head.is_noun and noun.dep in {"nmod", "compound", "npadvmod", "amod"} and head.i >= after.i:
            noun.replace(head)
            for child in list(head.children):
                if child.i < hyphen.i:
                    child.hang(noun, child.dep)
            head.hang(noun, "appos")
            hyphen.hang(noun, "punct")


_OF_LAW = frozenset({"Act", "Bill", "Law", "Code", "Convention", "Protocol", "Strategy", "Initiative", "Programme", "Program"})


@asked_of("NNP|NNPS/conj", "and &", "NNP|NNPS/compound", " ".join(item.lower() for item in sorted(_OF_LAW)))
def act_of_several_matters(tokens: list[Token]) -> None:
    """“the Women, Peace, and Security Act”: one act, whose name lists what it is about."""
    for act in tokens:
        if act.text not in _OF_LAW or act.dep != "conj":
            continue
        first = next((item for item in act.ancestors() if item.dep != "conj"), act)
        determined = any(child.lower == "the" for child in first.having("det"))
        name = [token for token in tokens[first.i : act.i] if token.text not in {",", "and", "&"}]
        capital = all(token.text[0].isupper() and token.text not in _OF_LAW for token in name)
        if determined and capital and act in first.conjuncts() and not act.child("det"):
            act.hang(first, "conj")
            act.replace(first)
            succeed(act, first)
            first.hang(act, "compound")
            for token in tokens[first.i + 1 : act.i]:
                token.hang(act, "punct" if token.text == "," else "compound")
