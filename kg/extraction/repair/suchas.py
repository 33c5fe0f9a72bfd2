"""“such conditions as are required”, “whatever measures are necessary”: relative clauses without a pronoun of their own."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["doing_what_is_needed", "object_behind_as_well_as", "such_as_the_clause", "whatever_is_needed"]

_NEEDED = frozenset({"necessary", "needed", "required", "essential"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "nsubj", "attr", "conj"})


@asked_of("such", "as", "advcl")
def such_as_the_clause(tokens: list[Token]) -> None:
    """“may impose such conditions as are required by the treaty”: the clause says which; "as" stands for the noun."""
    for mark in tokens[2:-1]:
        verb, noun = mark.head, tokens[mark.i - 1]
        if mark.lower != "as" or mark.dep not in {"mark", "advmod", "prep", "nsubj", "nsubjpass"} or not noun.is_noun:
            continue
        if verb.dep not in {"advcl", "relcl"} or not verb.is_verb or verb.i < mark.i or noun.dep not in _OBJECTS:
            continue
        if verb in noun.ancestors() or not any(child.lower == "such" and child.i < noun.i for child in noun.children):
            continue
        subject = verb.child("nsubj", "nsubjpass", "expl", "csubj")
        if subject is None and verb.opening.i == mark.i + 1 and verb.opening.tag in {"VBZ", "VBP", "VBD", "MD"}:
            dep = "nsubjpass" if verb.having("auxpass") else "nsubj"
        elif subject is not None and verb.child("dobj") is None and _ends(tokens, verb) and not verb.having("auxpass"):
            dep = "dobj"
        else:
            continue
        if any(child.lower == "necessary" for child in verb.having("acomp")):
            continue  # "such orders as are necessary to protect witnesses": who issues them protects
        above = verb_above(noun)
        for task in verb.having("advcl", "xcomp"):
            if above is not None and dep == "nsubjpass" and task.infinitive:
                task.hang(above, "advcl")  # "such loans as are needed to build dams"
        mark.tag = "WDT"
        mark.hang(verb, dep)
        verb.hang(noun, "relcl")


def _ends(tokens: list[Token], verb: Token) -> bool:
    """Whether nothing that ``verb`` could act on stands behind it."""
    after = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else verb
    return (after is verb or after.dep in {"punct", "cc"}) and not verb.having("ccomp", "xcomp", "acomp", "attr")


@asked_of("whatever", " ".join(_NEEDED), "ccomp")
def whatever_is_needed(tokens: list[Token]) -> None:
    """“will take whatever measures are necessary to safeguard its rights”: it takes them, to safeguard the rights itself."""
    for token in tokens[1:-2]:
        noun = token.head
        need = noun.head
        verb = need.head
        if token.lower != "whatever" or not noun.is_noun or noun.dep not in {"nsubj", "nsubjpass"} or need.dep != "ccomp":
            continue
        quality = need if need.tag == "VBN" else need.child("acomp")
        if quality is None or quality.lower not in _NEEDED or not verb.is_verb:
            continue
        if verb.lemma.lower() in words("attribution") | {"ask", "wonder", "question"}:
            continue
        task = next((item for item in (*quality.children, *need.children) if item.is_verb and item.infinitive), None)
        noun.hang(verb, "dobj")
        token.tag, token.dep = "DT", "det"
        quality.hang(noun, "amod")
        if need is not quality:
            succeed(verb, need)
            need.hang(noun, "dep")
        else:
            for child in list(need.children):
                child.hang(verb if child is task else noun, "dep" if child is not task else child.dep)
        if task is not None:
            task.hang(verb, "advcl")


@asked_of("what whatever everything", " ".join(_NEEDED | {"possible"}), "do does did done doing", "VB")
def doing_what_is_needed(tokens: list[Token]) -> None:
    """“will do what is necessary to defend its firms”: who does it defends them."""
    for verb, what in pairwise(tokens):
        if verb.lemma.lower() != "do" or not verb.is_verb or what.lower not in {"what", "whatever", "everything"}:
            continue
        end = min(what.i + 5, len(tokens))
        quality = next((item for item in tokens[what.i + 1 : end] if item.lower in _NEEDED | {"possible"}), None)
        if quality is None or quality.i + 2 >= len(tokens) or tokens[quality.i + 1].lower != "to":
            continue
        task = tokens[quality.i + 1].head
        if task.tag == "VB" and task.i <= quality.i + 3 and verb not in task.children:
            task.hang(verb, "advcl")


@asked_of("as", "well", "dobj", "cc")
def object_behind_as_well_as(tokens: list[Token]) -> None:
    """“contains a list of papers to be filed, as well as forms and notes”: one verb with one object, that goes on."""
    for joint in tokens[3:-1]:
        verb = joint.head
        if joint.dep != "cc" or joint.lower != "as" or tokens[joint.i - 1].lower != "well" or not verb.is_verb:
            continue
        before = next((item for item in verb.having("dobj") if item.i < joint.i), None)
        behind = next((item for item in verb.having("dobj") if item.subtree()[0].i == joint.i + 1), None)
        if before is not None and behind is not None:
            behind.hang(before, "conj")
            joint.hang(before, "cc")
