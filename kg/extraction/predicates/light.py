"""Verbs whose content is in their noun, participle or adjective."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import behind_comma, governed, noun_heads
from kg.extraction.predicates.base import Kind, Predicate, preposition_of
from kg.extraction.tree import Token
from kg.extraction.words import classes, phrases, words

__all__ = ["light", "said_to_be", "small_clause", "stative", "with_bare_noun"]


def light(clause: Clause, lemma: str) -> Predicate | None:
    """“make breakthroughs in X”, "give priority to X": verb and noun together act on X."""
    verb = clause.verb
    nouns = classes("light").get(lemma)
    if nouns is None:
        return None
    direct = (item for item in verb.having("dobj") if item.tag not in {"WDT", "WP"})
    target = verb.child("nsubjpass") if clause.passive else next(direct, None)
    if target is None or target.lemma.lower() not in nouns:
        return None
    if with_bare_noun(verb, lemma) != lemma:
        return None  # "takes into consideration the aim of the fund"
    noun = target.lemma.lower()
    preps = [*target.having("prep", "dative"), *(child for child in verb.having("prep", "dative") if child.i > verb.i)]
    if noun == "part":  # "take part on an equal footing in decisions"
        inside = [item for prep in preps for inner in prep.having("pobj") for item in inner.having("prep")]
        preps = sorted([*preps, *inside], key=lambda prep: prep.lower != "in")
    if noun in _WITH_WHOM:
        preps = [prep for prep in preps if prep.lower == _WITH_WHOM[noun]]
    for prep in preps:
        inner = prep.child("pobj")
        if not prep.children and prep.lower in _TAKING and clause.link is Link.RELATIVE and clause.noun is not None:
            # "a relief which few farmers have made use of"
            return Predicate(Kind.STATEMENT, f"{lemma} {noun} {prep.lower}", [clause.noun], prep, target, rule="light_verb")
        if inner is not None and prep.lower in _TAKING:
            further = [head for item in verb.having("dobj") if item.i > inner.i for head in noun_heads(item)]
            objects = [*governed(prep), *further]  # "pay attention to trends in demand, growth in trade and the outlook"
            return Predicate(Kind.STATEMENT, f"{lemma} {noun} {prep.lower}", objects, prep, target, rule="light_verb")
        if prep.child("pcomp") is not None and prep.lower in {"in", "to", "of", "for", "on"}:
            below = [item for item in clause.dependents if item.verb.head is prep]
            for item in below:
                item.link = Link.COMPLEMENT
            if below:
                return Predicate(
                    Kind.CATENATIVE, f"{lemma} {noun} {prep.lower}", status_class="inherit", noun=target, rule="light_verb"
                )
    dative = verb.child("dative")
    if dative is not None and dative.is_noun:
        return Predicate(Kind.STATEMENT, f"{lemma} {noun} to", noun_heads(dative), None, target, rule="light_verb")
    return None


# "held talks on trade with Chad": the one preposition that tells with whom, or where to
_WITH_WHOM = dict.fromkeys(words("light.hold"), "with") | {"visit": "to"}

_TAKING = frozenset({"in", "to", "on", "with", "of", "for", "over", "against", "towards", "toward", "into", "upon"})

_STATIVE = {
    "commit": "to",
    "dedicate": "to",
    "base": "on",
    "ground": "in",
    "root": "in",
    "anchor": "in",
    "involve": "in",
    "engage": "in",
    "entitle": "to",
    "oppose": "to",
    "aim": "at",
    "target": "at",
    "gear": "to",
    "focus": "on",
    "face": "with",
    "confront": "with",
    "concentrate": "on",
    "preoccupy": "with",
    "compose": "of",
    "comprise": "of",
    "make up": "of",
}  # participle → preposition: "be committed to X" is said of its subject, not done to it


_MET_WITH = ("face", "confront")  # "faced with rising costs, the trust …"
_CONSISTING = ("compose", "comprise", "make up")


_ABSORBED = frozenset({"focus", "concentrate", "preoccupy"})


def stative(clause: Clause, lemma: str) -> Predicate | None:
    """“be committed to multilateralism”: the subject is the actor."""
    preposition = _STATIVE.get(lemma)
    meant = lemma in {"aim", "target", "gear"}
    reduced = (
        meant or lemma in _MET_WITH or (lemma in _CONSISTING and clause.link is Link.REDUCED)
    )  # "a board made up of farmers"
    if not clause.passive or preposition is None or not (reduced or clause.verb.child("auxpass")):
        return None
    prep = preposition_of(clause.verb, preposition)
    below = [item for item in clause.dependents if prep is not None and item.verb.head is prep and item.verb.tag == "VBG"]
    if below and lemma in _ABSORBED:
        clause.passive = False
        for item in below:
            item.link = Link.COMPLEMENT
        return Predicate(Kind.CATENATIVE, lemma, status_class="inherit", rule="stative")  # "is focused on cutting debt"
    if prep is None or prep.child("pobj") is None:
        return None
    modal = any(token.tag == "MD" for token in (*clause.auxiliaries, *clause.first.auxiliaries))
    if (meant or lemma == "involve") and modal:
        return None  # "patients should be involved in planning": somebody is to involve them
    clause.passive = False
    relative = any(inner.tag in {"WDT", "WP"} for inner in prep.having("pobj"))  # "the inventory on which grants are based"
    objects = noun_heads(clause.noun) if relative and clause.noun is not None else governed(prep)
    return Predicate(Kind.STATEMENT, f"{lemma} {preposition}", objects, prep, rule="stative")


_EASED = ("negated", "futile", "mooted")
_JUDGING = frozenset({"presume", "rule", "find", "judge", "certify"})  # … of an adjective: "found guilty"
_RENDERING = frozenset({"make", "keep", "render", "leave", "hold", "declare", "consider", "deem", "set"}) | _JUDGING
_OF_STATE = frozenset({"ccomp", "xcomp", "oprd", "acomp"})


def said_to_be(clause: Clause, lemma: str) -> str:
    """“shall be made mandatory”, "presumed innocent": the verb of a passive with the adjective that belongs to it."""
    verb = clause.verb
    if lemma not in _RENDERING:
        return lemma
    adjective = next((child for child in verb.children if child.dep in _OF_STATE and child.i > verb.i), None)
    if adjective is None or adjective.tag != "JJ" or adjective.having("nsubj", "aux", "cop"):
        return lemma
    return f"{lemma} {adjective.lower}"


def small_clause(clause: Clause, lemma: str) -> Predicate | None:
    """“make the results available”, “keep water safe”: the adjective belongs to the verb, its subject is the object."""
    verb = clause.verb
    if lemma not in _RENDERING:
        return None
    if any(child.lemma.lower() in words("offence") for child in verb.children):
        below = [item for item in clause.dependents if item.infinitive]
        for item in below:  # "makes it an offence to sell tobacco"
            item.link = Link.COMPLEMENT
        if below:
            return Predicate(Kind.CATENATIVE, lemma, status_class="negated", rule="aim_is_to")
    for child in verb.children:
        freed = child.dep == "advcl" and child.lower == "free" and lemma == "set"
        if lemma in _JUDGING and (child.tag != "JJ" or child.lower == "worth" or child.having("mark", "aux", "neg")):
            continue  # "found that gold worth 5 million is smuggled"
        if behind_comma(child):
            continue  # "keep a register, open to inspection"
        if (child.dep in _OF_STATE or freed) and not child.is_verb and child.i > verb.i:
            subject = child.child("nsubj") or verb.child("dobj") or child.child("dobj")  # "hold accountable those who …"
            eased = (
                [item for item in clause.dependents if item.infinitive] if subject is not None and subject.lower == "it" else []
            )
            for item in eased:  # "makes it easier for families to buy homes", "makes it illegal to hire strikebreakers"
                item.link = Link.COMPLEMENT
            if eased:
                name = next((name for name in _EASED if child.lower in words(f"catenative_adjective.{name}")), "planned")
                return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="aim_is_to")
            if subject is not None and subject.tag not in {"WDT", "WP"}:
                full = f"{lemma} {child.lower}" if child.tag.startswith("JJ") else lemma
                return Predicate(Kind.STATEMENT, full, noun_heads(subject), rule="small_clause")
    return None


def with_bare_noun(verb: Token, lemma: str) -> str:
    """“put measures in place", "views are taken into account": the verb with the preposition and noun that belong to it."""
    for prep in verb.having("prep"):
        phrase = " ".join([lemma, prep.lower, *(item.lower for item in prep.having("pobj") if not item.children)])
        if phrase in phrases("with_bare_noun"):
            return phrase
    return lemma
