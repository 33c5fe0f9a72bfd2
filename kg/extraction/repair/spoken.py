"""What speakers say and announcements open with: “let us …”, "at the invitation of …", "will be user led", "to do so"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import be_subject_of
from kg.extraction.tree import Token

__all__ = [
    "do_so",
    "got_to",
    "let_us",
    "lets",
    "quality_before_and",
    "refrain_beside_allow",
    "ruled_by_a_noun",
    "subject_behind_invitation",
    "verb_behind_those_who",
]

_BIDDINGS = ("invitation", "request", "initiative", "proposal", "suggestion")
_NAME_PARTS = frozenset({"NNP", "NNPS", "DT", "IN", "CC", "NN", "JJ", "POS"})


@asked_of(" ".join(_BIDDINGS), "of", ",", "NNP")
def subject_behind_invitation(tokens: list[Token]) -> None:
    """“At the invitation of President Li Wei, President of Norvia Alexander Holm will visit China”: who visits it stands
    behind the comma, and is no apposition of the host."""
    if len(tokens) < 8 or tokens[0].lower not in {"at", "on", "upon"} or tokens[3].lower != "of":
        return
    if tokens[2].lower not in _BIDDINGS:
        return
    verb = next((token for token in tokens if token.dep == "ROOT"), None)
    if verb is None or not verb.is_verb or tokens[2].head is not tokens[0] or tokens[0].head is not verb:
        return
    start = min(token.i for token in (verb, *verb.having("aux", "auxpass")) if token.i > 3)
    comma = next((token for token in reversed(tokens[4:start]) if token.text == ","), None)
    subject = verb.child("nsubj", "nsubjpass")
    if comma is None or comma.i > start - 2 or (subject is not None and subject.i > comma.i):
        return
    span = tokens[comma.i + 1 : start]
    if not all(token.tag in _NAME_PARTS for token in span) or not any(token.tag == "NNP" for token in span):
        return
    tops = [token for token in span if token.head not in span and token.is_noun]
    if not tops:
        return
    who = tops[-1]
    if subject is not None:
        host = next((token for token in tokens[4 : subject.i] if token.head is tokens[3]), None)
        subject.hang(host or tokens[3], "conj" if host is not None else "pobj")
    be_subject_of(who, verb)
    for other in tops[:-1]:
        other.hang(who, "nmod")


@asked_of("let", "us", "VB/conj")
def let_us(tokens: list[Token]) -> None:
    """“Let us instead reform it, fund it and defend it”: what goes on is what all are to do, no second order."""
    for let, who in pairwise(tokens):
        verb = who.head
        if let.lower != "let" or who.lower != "us" or verb is let or not verb.is_verb or verb.head is not let:
            continue
        for token in let.having("conj"):
            if token.tag == "VB" and token.i > verb.i and not token.having("nsubj", "aux") and token.lower != "let":
                token.hang(verb, "conj")


@asked_of("NN/attr", "VBN/acl")
def ruled_by_a_noun(tokens: list[Token]) -> None:
    """“The programme will be mission led and based upon need”: a bare noun before a participle says how, nobody is one."""
    for noun, token in pairwise(tokens):
        be = noun.head
        if noun.tag != "NN" or noun.dep != "attr" or token.tag != "VBN" or token.head is not noun or token.dep != "acl":
            continue
        if be.lemma != "be" or be.child("nsubj") is None or be.child("expl") is not None or be.i > noun.i:
            continue
        if [child for child in noun.children if child is not token] or token.having("prep", "agent", "dobj", "advmod"):
            continue
        later = token.having("conj")
        noun.hang(be, "dep")
        token.hang(be, "acomp")
        token.tag = "JJ"
        noun.hang(token, "npadvmod")
        passive = next((item for item in later if item.tag == "VBN" and not item.having("aux", "auxpass")), None)
        if passive is None:
            continue
        passive.hang(be, "dep")
        passive.replace(be)
        token.hang(passive, "dep")
        for child in list(be.children):
            child.hang(passive, "nsubjpass" if child.dep == "nsubj" else child.dep)
        be.hang(passive, "auxpass")


@asked_of("JJ/pobj|dobj|attr", "VB|VBP/conj", "and or")
def quality_before_and(tokens: list[Token]) -> None:
    """“with a safe and secure Israel”: behind an article and an adjective stands another, its "object" is the noun of both."""
    for first, joint, token, noun in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if first.tag != "JJ" or first.dep not in {"pobj", "dobj", "attr"} or joint.lower not in {"and", "or"}:
            continue
        if token.tag not in {"VB", "VBP"} or token.head is not first or noun.head is not token or noun.dep != "dobj":
            continue
        article = first.child("det")
        if article is None or article.i != first.i - 1 or article.lower not in {"a", "an", "the"} or not noun.is_noun:
            continue
        if noun.having("det", "poss", "amod"):
            continue
        noun.hang(first.head, first.dep)
        first.hang(noun, "amod")
        for child in list(first.children):
            if child not in {joint, token}:
                child.hang(noun, child.dep if child.dep == "det" else "dep")
        token.tag = "JJ"
        token.hang(first, "conj")
        for child in list(token.children):
            child.hang(noun, child.dep)


_ASKING = frozenset({"call", "urge", "invite", "encourage", "ask", "appeal", "request", "exhort"})


@asked_of("so")
def do_so(tokens: list[Token]) -> None:
    """“expect to do so in case risks materialise”: what has "so" has no object."""
    for do, so in pairwise(tokens):
        if do.lemma == "do" and so.lower == "so" and so.head is do:
            for target in do.having("dobj"):
                if target.i > so.i:
                    target.dep = "dep"
            _asked_of_others(tokens, do, so)


def _asked_of_others(tokens: list[Token], do: Token, so: Token) -> None:
    """“calls upon States that have not done so to join it”: what they are called upon to do stands outside of the relative."""
    to, task = (tokens[min(so.i + step, len(tokens) - 1)] for step in (1, 2))
    asking = next((item for item in reversed(tokens[: do.i]) if item.is_verb and item.lemma.lower() in _ASKING), None)
    if to.lower != "to" or task.tag != "VB" or asking is None or any(above is task for above in asking.ancestors()):
        return
    who = next((item for item in tokens[asking.i : do.i] if item.lower in {"that", "which", "who"}), None)
    noun = tokens[who.i - 1] if who is not None else asking
    if noun.tag not in {"NN", "NNS", "NNP", "NNPS", "DT"} or asking not in noun.ancestors():
        return
    if do.dep == "ccomp" and do.head is asking:
        do.hang(noun, "relcl")
    task.hang(asking, "xcomp")
    to.tag = "TO"
    to.hang(task, "aux")


@asked_of("'s ’s", "let", "PRP")
def lets(tokens: list[Token]) -> None:
    """“Let's finish the job”: us."""
    for let, who in pairwise(tokens):
        if let.lower == "let" and who.lower in {"'s", "’s"} and who.tag == "PRP":
            who.lower = who.lemma = "us"


@asked_of("got", "TO", "VBN|VBD")
def got_to(tokens: list[Token]) -> None:
    """“it's got to stop”, "we've got to act": must."""
    for token, to in pairwise(tokens[1:]):
        have, task = tokens[token.i - 1], to.head
        if token.lower != "got" or to.tag != "TO" or have.head is not token or have.dep not in {"aux", "auxpass"}:
            continue
        if task.head is not token or task.dep not in {"xcomp", "advcl"} or have.lower not in _HAVE:
            continue
        have.lemma = "have"
        have.replace(token)
        for child in list(token.children):
            child.hang(have, "nsubj" if child.dep == "nsubjpass" else child.dep)
        token.hang(have, "advmod")
        task.dep = "xcomp"


_HAVE = frozenset({"'s", "’s", "'ve", "’ve", "has", "have"})


@asked_of("refrain", "conj", "and or")
def refrain_beside_allow(tokens: list[Token]) -> None:
    """“demand that they allow convoys to pass and refrain from taxing aid”: who allows is to refrain."""
    for token in tokens[4:]:
        task, verb = token.head, token.head.head
        if token.lower != "refrain" or token.dep != "conj" or not task.infinitive or task.dep not in {"ccomp", "xcomp"}:
            continue
        if verb.lemma.lower() in {"allow", "permit", "let"} and verb.child("mark") is not None:
            token.hang(verb, "conj")


@asked_of("those", "who that", "VBP/relcl", "NN")
def verb_behind_those_who(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Those who arm the killers share in the crime”: a sentence that "those" begin has a verb for them."""
    those = next((token for token in tokens if token.dep == "ROOT"), None)
    if those is None or those.lower != "those" or those.i > 1 or those.child("relcl") is None:
        return
    first = those.having("relcl")[0]
    end = next((token.i for token in tokens[first.i :] if token.text in {",", ";", ":"}), len(tokens) - 1)
    for token in tokens[first.i + 2 : end - 1]:
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        if token.tag != "NN" or token.lower not in verbs or after.tag not in {"DT", "IN", "PRP$"} or after.lower == "of":
            continue
        if not before.is_noun or before.dep != "compound" or before.head is not token:
            continue
        if token.dep not in {"dobj", "conj", "pobj"}:
            continue
        head, label = token.head, token.dep
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        before.hang(head, label)
        for child in list(token.children):
            child.hang(before, child.dep)
        token.hang(those, "dep")
        token.replace(those)
        those.hang(token, "nsubj")
        for child in [*those.children, *first.subtree()]:
            outside = child.head in {those, first} and child.i > token.i
            if outside:
                child.hang(token, child.dep)
        return
