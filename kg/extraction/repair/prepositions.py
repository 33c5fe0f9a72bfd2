"""Prepositions said twice, and prepositions that are conjunctions."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.heads import names_time, of_what
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "all_but",
    "as_well_as_to",
    "clause_behind_after",
    "free_of_charge",
    "in_of_an_effort",
    "object_before_subject",
    "of_behind_and",
    "prepositions_in_lists",
    "second_for",
    "votes_to",
    "without_behind_relative",
]


@asked_of("all", "but", "CD/conj|pobj")
def all_but(tokens: list[Token]) -> None:
    """“all but three of the plants met it”: who is left out is not coordinated with the rest."""
    for every, but, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (every.lower, but.lower, number.tag) == ("all", "but", "CD") and but.head is every and number.head in {every, but}:
            but.hang(every, "prep")
            number.hang(but, "pobj")


@asked_of("VBG/pcomp", "of", "and or", "dobj")
def of_behind_and(tokens: list[Token]) -> None:
    """“stressed the importance of restraint and of avoiding threats”: the second "of" goes with the first."""
    for joint, of, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = of.head
        if of.lower != "of" or of.dep != "prep" or token.tag != "VBG" or token.head is not of or not verb.is_verb:
            continue
        noun = verb.child("dobj")
        if joint.lower not in {"and", "or"} or noun is None or not verb.i < noun.i < joint.i:
            continue
        first = next((prep for prep in noun.having("prep") if prep.lower == "of"), None)
        if first is not None and first.subtree()[-1].i == joint.i - 1:
            of.hang(first, "conj")
            joint.hang(first, "cc")


_AFTER = frozenset({"after", "before", "until", "since"})


@asked_of(" ".join(_AFTER), "VBD|VBZ|VBP/advcl", "relcl")
def clause_behind_after(tokens: list[Token]) -> None:
    """“left after the party, which had backed it, rejected the bill”: the noun before the relative clause is the subject."""
    for token in tokens:
        if token.dep != "advcl" or token.tag not in {"VBD", "VBZ", "VBP"} or token.having("nsubj", "nsubjpass", "aux", "mark"):
            continue
        for prep in token.head.having("prep"):
            noun = prep.child("pobj")
            if prep.lower not in _AFTER or noun is None or noun.child("relcl") is None or noun.i > token.i:
                continue
            if noun.subtree()[-1].i == token.i - 1 and tokens[token.i - 1].text == ",":
                noun.hang(token, "nsubj")
                prep.hang(token, "mark")


@asked_of("votes", "to", "by")
def votes_to(tokens: list[Token]) -> None:
    """“passed by 86 votes to 41 an amendment”: for and against, and what was passed."""
    for votes, to, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        by = votes.head
        if votes.lower != "votes" or to.lower != "to" or number.tag != "CD" or by.lower != "by" or not by.head.is_verb:
            continue
        verb, noun = by.head, number.head
        later = [item for item in to.having("pobj") if item.i > number.i]
        if number.dep == "nummod" and noun.head is to and tokens[number.i + 1].dep == "det":
            number.hang(to, "pobj")
        for item in later:
            if verb.child("dobj") is None and not verb.having("auxpass"):
                item.hang(verb, "dobj")
        by.dep = "prep"
        to.hang(votes, "prep")


@asked_of("free", "charge")
def free_of_charge(tokens: list[Token]) -> None:
    """“provide free of charge a form and help with it”: how it is provided, not what."""
    for free, of, charge in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = free.head
        if (free.lower, of.lower, charge.lower) != ("free", "of", "charge") or not verb.is_verb or free.i < verb.i:
            continue
        if free.dep not in {"dobj", "acomp", "oprd", "xcomp"} or verb.lemma == "be":
            continue
        free.hang(verb, "advmod")
        free.tag = "RB"
        if charge.dep == "compound" and charge.head.head is of:  # "provides free of charge books"
            charge.head.hang(verb, "dobj")
            charge.hang(of, "pobj")
        for noun in of.having("pobj"):
            if noun.i > charge.i:
                noun.hang(verb, "dobj")


@asked_of("WDT|WP/nsubj", "relcl")
def object_before_subject(tokens: list[Token]) -> None:
    """“the relief, which a million families have made use of”: of two subjects, the first is what is acted on."""
    for token in tokens:
        subjects = token.having("nsubj") if token.dep == "relcl" and token.having("aux", "dobj") else []
        if len(subjects) == 2 and subjects[0].tag in {"WDT", "WP"} and subjects[1].is_noun and subjects[1].i < token.i:
            subjects[0].hang(token, "dobj")


@asked_of("well", "as", "IN|TO/prep")
def as_well_as_to(tokens: list[Token]) -> None:
    """“contribute to the care of wetlands, as well as to lower emissions and to …”: the phrases go on with the first one."""
    for well, joint, prep in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun, first = prep.child("pobj"), joint.head
        if (well.lower, joint.lower) != ("well", "as") or prep.head is not joint or noun is None:
            continue
        if first.is_verb:  # "apply to bodies, as well as to firms that …"
            first = next((item for item in first.having("prep", "agent") if item.lower == prep.lower), first)
        other = first.child("pobj")
        if first.lower != prep.lower or first.dep not in {"prep", "agent"} or first.i > joint.i or other is None:
            continue
        noun.hang(other.conjuncts()[-1], "conj")
        prep.hang(joint, "dep")


@asked_of("IN/conj")
def prepositions_in_lists(tokens: list[Token]) -> None:
    """“was hit by drought, which killed cattle, and by floods”: a preposition said again goes on with the list of the first."""
    for token in tokens[2:]:
        noun = token.child("pobj") if token.tag == "IN" and token.dep == "conj" else None
        if noun is None or names_time(noun) or tokens[token.i - 1].lower not in {"and", "or", "but"}:
            continue  # "in full and on time"
        first = next(
            (
                item
                for item in reversed(tokens[: token.i - 1])
                if item.lower == token.lower and item.dep in {"prep", "agent"} and item.child("pobj") is not None
            ),
            None,
        )
        other = first.child("pobj") if first is not None else None
        if first is None or other is None:
            continue
        behind = first not in token.ancestors() or token.head.lower != token.lower  # "on the volume of spills and on fines"
        if token.head is first or behind:
            token.hang(first, "dep")
            noun.hang(other.conjuncts()[-1], "conj")


@asked_of("without", "relcl", "neg")
def without_behind_relative(tokens: list[Token]) -> None:
    """“must not discharge patients who miss a visit without calling them”: what is not to be done without V-ing."""
    for prep in tokens:
        relative = prep.head
        if prep.lower != "without" or prep.dep != "prep" or relative.dep != "relcl" or relative.having("neg"):
            continue
        main = verb_above(relative)
        if main is not None and main.having("neg") and prep.child("pcomp") is not None and main.i < relative.i:
            prep.hang(main, "prep")


_ASKING = frozenset({"call", "ask", "press", "push", "provide", "appeal", "campaign", "argue", "vote", "wait", "opt"})


@asked_of("for", " ".join(f"{verb} {verb}s {verb}ed {verb}ing" for verb in _ASKING))
def second_for(tokens: list[Token]) -> None:
    """“called for tax relief for low earners”: nobody calls for these."""
    for token in tokens:
        first = next((other for other in token.head.having("prep") if other.lower == "for" and other.i < token.i), None)
        asked = first.child("pobj") if first is not None and token.lower == "for" and token.dep == "prep" else None
        if first is None or asked is None or not asked.is_noun or token.head.lemma.lower() not in _ASKING:
            continue
        if asked.subtree()[-1].i == token.i - 1:
            for other in token.having("conj", "cc"):
                other.hang(first, other.dep)
            token.hang(asked, "prep")


@asked_of("in towards toward", "VBG/pcomp", "dobj", "of")
def in_of_an_effort(tokens: list[Token]) -> None:
    """“commended the efforts of Ghana towards reforming its courts”: the efforts are Ghana's, and what they are for."""
    for prep, gerund in pairwise(tokens):
        target = prep.head.child("dobj") if prep.dep == "prep" and gerund.dep == "pcomp" and gerund.tag == "VBG" else None
        if (
            target is None
            or prep.lower not in {"in", "towards", "toward"}
            or target.subtree()[-1].i != prep.i - 1
            or of_what(target) is None
        ):
            continue
        if target.lemma.lower() in words("own_part"):
            prep.hang(target, "prep")
