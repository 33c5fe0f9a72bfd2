"""Clauses that begin with "that": which of them is the main clause, what they hang on."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import takes_clause
from kg.extraction.repair.steps import SUBJECTS, TENSED
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "clause_above_its_that",
    "clause_before_semicolon",
    "clause_of_ensuring",
    "subjunctive_behind_demand",
    "that_before_subject",
    "that_behind_example",
    "that_clause_beside_that_clause",
    "that_clause_of_the_first_verb",
    "that_clauses_in_a_list",
    "that_of_a_cleft",
    "that_of_a_demand",
    "that_of_a_policy",
]


@asked_of("ccomp", "that", "mark")
def clause_above_its_that(tokens: list[Token]) -> None:
    """“shall not consent unless satisfied that A, that B, and that C”: what begins with "that" is no main clause."""
    for token in tokens:
        mark = token.child("mark")
        if token.dep != "ROOT" or not token.is_verb or mark is None or mark.lower != "that":
            continue
        main = next((item for item in token.having("ccomp") if item.i < token.i and item.child("mark") is None), None)
        below = [item for item in main.subtree() if main.i < item.i < mark.i] if main is not None else []
        first = next((item for item in reversed(below) if item.is_verb and item.child("mark") is not None), None)
        if main is None or first is None or not any(item.lower == "that" for item in first.having("mark")):
            continue
        main.replace(token)
        for child in token.having("punct"):
            child.hang(main, "punct")
        token.hang(first, "conj")


@asked_of("that", "dobj")
def that_of_a_cleft(tokens: list[Token]) -> None:
    """“It is in this spirit that the emirate will host a conference”: "that" is nothing's object beside another one."""
    for that in tokens[2:]:
        verb = that.head
        if that.lower != "that" or that.dep != "dobj" or verb.dep == "relcl" or that.i > verb.i:
            continue
        if any(item is not that and item.i > verb.i for item in verb.having("dobj")):
            that.dep, that.tag = "mark", "IN"


@asked_of("that", "dobj", "relcl", "it")
def that_of_a_policy(tokens: list[Token]) -> None:
    """“It is the policy of the state that agencies cooperate with firms”: nobody cooperates the policy."""
    for that in tokens[2:]:
        verb, noun = that.head, that.head.head
        if that.lower != "that" or that.dep != "dobj" or verb.dep != "relcl" or not noun.is_noun or noun.dep != "attr":
            continue
        it = noun.head.child("nsubj")
        told = noun.lemma.lower() in words("duty") and verb.child("prep") in tokens[verb.i + 1 : verb.i + 2]
        bare = verb.lemma.lower() in words("intransitive") or told
        if (
            bare
            and verb.having("nsubj")
            and it is not None
            and it.lower == "it"
            and not any(prep.child("pobj") is None for prep in verb.having("prep"))
        ):
            that.dep, that.tag = "mark", "IN"
            verb.hang(noun.head, "ccomp")


@asked_of("that", "dobj", "ccomp")
def that_before_subject(tokens: list[Token]) -> None:
    """“a duty laid down by law that ministers report to Parliament”: before the subject of a clause, "that" opens it."""
    for that in tokens:
        verb = that.head
        if that.lower == "that" and that.tag == "WDT" and that.dep == "dobj" and verb.dep == "ccomp" and verb.i > that.i:
            subject = verb.child(*SUBJECTS)
            if subject is not None and subject.subtree()[0].i == that.i + 1:
                that.dep, that.tag = "mark", "IN"


@asked_of("that", "nsubj", "ccomp", "appos", ",")
def that_behind_example(tokens: list[Token]) -> None:
    """“it funds jobs, especially union jobs, that raise incomes”: of the noun whose example stands before it."""
    for noun, comma, that in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = that.head
        opens = that.tag == "WDT" and that.dep == "nsubj" and verb.dep == "ccomp"
        agrees = (noun.tag in {"NNS", "NNPS"}) == (verb.number != "singular")
        if opens and agrees and comma.text == "," and noun.dep == "appos" and verb.head in noun.ancestors():
            verb.hang(noun.head, "relcl")


@asked_of("that", "dobj", "relcl")
def that_of_a_demand(tokens: list[Token]) -> None:
    """“rejected the demand that it hand over two suspects”: what is demanded, and no relative clause."""
    for token in tokens[2:]:
        if token.dep != "relcl":
            continue
        that = next((child for child in token.having("dobj") if child.lower == "that" and child.tag == "IN"), None)
        noun = token.head
        if that is None or not noun.is_noun or not token.having("nsubj", "nsubjpass"):
            continue
        if token.tag == "VB" and noun.lemma.lower() in words("demand"):
            that.dep, token.dep = "mark", "acl"


@asked_of("that", "VBD|VBP/ccomp|conj|advcl", "nsubj")
def subjunctive_behind_demand(tokens: list[Token]) -> None:
    """“recommends that Ireland broaden its tax base and that it publish X”: what is to be done has the bare verb."""
    for token in tokens[3:]:
        mark, subject = token.child("mark"), token.child("nsubj")
        if token.dep not in {"ccomp", "conj", "advcl"} or mark is None or mark.lower != "that" or subject is None:
            continue
        above = token.head
        while above.dep in {"conj", "ccomp"} and above.child("mark") is not None and above.head is not above:
            above = above.head
        if above.lemma.lower() not in words("that_clause.requested") or token.having("aux", "auxpass"):
            continue
        lower = token.lower
        past = token.tag == "VBD" and lower == token.lemma.lower() and (lower not in _SAME or above.lemma.lower() in _ALWAYS)
        if past or (token.tag == "VBP" and (subject.tag in {"NN", "NNP"} or subject.lower in {"it", "he", "she"})):
            token.tag = "VB"


_SAME = frozenset(
    {"cut", "put", "set", "let", "shut", "hit", "quit", "spread", "split", "cast", "beat", "read", "cost", "hurt"}
)
_ALWAYS = frozenset({"recommend", "demand", "request", "propose"})


@asked_of("that", "ccomp", "mark", ",", "advcl")
def that_clause_beside_that_clause(tokens: list[Token]) -> None:
    """“recommend that the council create an agency, that it publish X and that …”: the second is no clause of the first."""
    for token in tokens:
        first, mark = token.head, token.child("mark")
        if token.dep != "advcl" or mark is None or mark.lower != "that" or first.dep != "ccomp" or mark.i < first.i:
            continue
        told = any(item.lower == "that" for item in first.having("mark"))
        if told and tokens[mark.i - 1].text == "," and not token.having("advmod"):
            token.hang(first, "conj")


@asked_of("that", "ccomp", "mark", ",")
def that_clauses_in_a_list(tokens: list[Token]) -> None:
    """“are reminded that gifts must be declared, that hospitality should be modest and that …”: one list of what is told."""
    for token in tokens:
        first, mark = token.head, token.child("mark")
        if token.dep != "ccomp" or mark is None or mark.lower != "that" or mark.i == 0 or first.dep != "ccomp":
            continue
        told = any(item.lower == "that" for item in first.having("mark"))
        unfit = first.child("auxpass") is not None or not takes_clause(first)
        if told and unfit and tokens[mark.i - 1].text == "," and first.i < mark.i:
            token.hang(first, "conj")


@asked_of("that", "mark", "conj", "ccomp")
def that_clause_of_the_first_verb(tokens: list[Token]) -> None:
    """“said that auditors claim the fund lost money and that X will act”: who said the first also said the second."""
    for token in tokens:
        if token.dep != "conj" or not any(mark.lower == "that" for mark in token.having("mark")):
            continue
        inner = token.head
        outer = inner.head
        bare = inner.dep == "ccomp" and not inner.having("mark") and outer is not inner
        if bare and outer.dep == "ccomp" and any(mark.lower == "that" for mark in outer.having("mark")) and outer.i < token.i:
            token.hang(outer, "conj")


@asked_of("; :", "ccomp")
def clause_before_semicolon(tokens: list[Token]) -> None:
    """“Six men were arrested; all deny the charges”: what stands before the semicolon, or colon, is not what they deny."""
    for semicolon in tokens[1:-1]:
        if semicolon.text not in {";", ":"}:
            continue
        opens = tokens[semicolon.i + 1]
        condition = semicolon.text == ";" and opens.lower in {"where", "if", "when", "unless"}  # "; where X, they shall pay"
        verb = next((item for item in (opens, *opens.ancestors()) if item.is_verb), opens) if not condition else semicolon.head
        subject = verb.child("nsubj", "nsubjpass")
        first = subject.subtree()[0].i if subject is not None else 0
        behind = first > semicolon.i if condition else first == semicolon.i + 1
        if subject is None or not behind or subject.i > verb.i:
            continue
        stood = [item for item in verb.having("ccomp", "advcl") if item.i < semicolon.i]
        if len(stood) != 1 or stood[0].dep != "ccomp" or stood[0].having("mark"):
            continue
        before = stood[0]
        before.replace(verb)
        for child in [child for child in verb.children if child.i <= semicolon.i]:
            child.hang(before, child.dep)
        verb.hang(before, "conj")


@asked_of("VBG", "dobj", "aux auxpass", "VBZ|VBP|VBD|VBN|VB/conj|ROOT")
def clause_of_ensuring(tokens: list[Token]) -> None:
    """“is responsible for ensuring staff are trained”, "aims at ensuring data are kept": a tense right behind the object makes
    it the subject of what is ensured."""
    for gerund in tokens:
        target = gerund.child("dobj") if gerund.tag == "VBG" and takes_clause(gerund) else None
        after = target.subtree()[-1].i + 1 if target is not None else len(tokens)
        if target is None or after >= len(tokens) or tokens[after].tag not in TENSED:
            continue
        verb = tokens[after].head if tokens[after].dep in {"aux", "auxpass"} else tokens[after]
        if verb.opening is not tokens[after] or not verb.is_verb:
            continue
        main = verb.child(*SUBJECTS)
        if verb.dep == "conj" and main is None:
            verb.hang(gerund, "ccomp")
        elif main is not None and main.tag in {"VBZ", "VBP"} and main.having("nsubj") and main in gerund.ancestors():
            main.replace(verb)
            verb.hang(gerund, "ccomp")
        else:
            continue
        target.hang(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
