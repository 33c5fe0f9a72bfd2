"""What goes on with a verb of saying, behind what it says."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import moves
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["intent_behind_finding", "order_behind_finding", "told_by_somebody", "verb_before_that"]


@asked_of("VBD|VBZ/conj", "VBD|VBZ/ccomp", "and but", "TO")
def order_behind_finding(tokens: list[Token]) -> None:
    """“ruled that the tax was unlawful and ordered the ministry to repay it”: a tax orders nobody; who ruled does."""
    for token in tokens[3:]:
        told = token.head
        verb = told.head
        if token.dep != "conj" or told.dep != "ccomp" or verb.tag != token.tag or told.tag != token.tag:
            continue
        subject, whom = told.child("nsubj", "nsubjpass"), token.child("dobj", "ccomp")
        if subject is None or whom is None or whom.i < token.i or token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        infinitive = whom if whom.dep == "ccomp" else token.child("xcomp", "advcl", "ccomp") or whom.child("acl", "relcl")
        if infinitive is None or not infinitive.infinitive or not moves(token) or _may_act(subject):
            continue
        token.hang(verb, "conj")
        for joint in told.having("cc"):
            if joint.i < token.i:
                joint.hang(verb, "cc")


def _may_act(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    known = any(lemma in words(f"discourse.{name}") for name in ("actor_noun", "human", "title", "able"))
    return known or noun.tag in {"NNP", "NNPS", "PRP", "WP", "WDT"} or noun.lower in words("discourse.group")


_INTENDING = frozenset({"intend", "plan", "aim", "seek", "vow", "hope", "pledge", "hesitate", "undertake"})
_READY = frozenset({"ready", "determined", "willing", "prepared", "committed", "resolved", "eager"})


@asked_of("VBZ|VB/conj", "ccomp", "and but", "TO", "that")
def intent_behind_finding(tokens: list[Token]) -> None:
    """“said that exports had grown and intends to lower duties”: exports intend nothing, and would not "intends"."""
    for token in tokens[4:]:
        told = token.head
        verb = told.head
        if token.dep != "conj" or told.dep != "ccomp" or not verb.is_verb or not told.having("mark"):
            continue
        who, what = verb.child("nsubj"), told.child("nsubj", "nsubjpass")
        if who is None or what is None or not what.is_noun or token.having("nsubj", "nsubjpass", "mark"):
            continue
        task = token.child("xcomp", "advcl")
        ready = token.child("acomp")
        if ready is not None and ready.lower in _READY:
            task = ready.child("xcomp") or task
        elif token.lemma.lower() not in _INTENDING:
            continue
        if task is None or not task.infinitive or what.having("conj"):
            continue
        number = what.tag in {"NNS", "NNPS"} and who.tag in {"NN", "NNP"} and token.tag == "VBZ"
        same = verb.tag == "VBZ" and (token.tag == "VBZ" or token.modal)
        if number or (same and not _may_act(what)):
            token.hang(verb, "conj")
            for joint in told.having("cc"):
                if joint.i < token.i:
                    joint.hang(verb, "cc")


@asked_of("that", "agent", "relcl", "auxpass")
def told_by_somebody(tokens: list[Token]) -> None:
    """“was warned by experts that the bridge had cracked”: what stands behind who tells it is told, and nothing of him."""
    for that in tokens[4:-2]:
        told = that.head
        agent = told.head
        by = agent.head
        verb = by.head
        if that.lower != "that" or that.dep not in {"dobj", "mark"} or told.dep != "relcl" or by.dep != "agent":
            continue
        subject = told.child("nsubj", "nsubjpass")
        if subject is None or subject.subtree()[0].i != that.i + 1 or not verb.having("auxpass"):
            continue
        if verb.lemma.lower() in _TELLING:
            that.tag, that.dep = "IN", "mark"
            told.hang(verb, "ccomp")


_TELLING = frozenset({"warn", "tell", "inform", "advise", "remind", "assure", "notify", "convince", "persuade"})


@asked_of("NNS/ROOT", "that", "mark", "ccomp")
def verb_before_that(tokens: list[Token]) -> None:
    """“The Board judges that prices remain high”: what a "that" with its clause stands behind is a verb."""
    for token in tokens[2:-2]:
        noun, told = tokens[token.i - 1], token.child("ccomp")
        if token.tag != "NNS" or token.dep != "ROOT" or told is None or noun.tag not in {"NN", "NNP"} or noun.dep != "compound":
            continue
        marks = told.having("mark")
        lemma = token.lower.removesuffix("s")
        if noun.head is not token or not marks or marks[0].i != token.i + 1 or marks[0].lower != "that":
            continue
        if lemma not in words("attribution") | {"judge", "fear", "demand", "doubt"}:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        noun.hang(token, "nsubj")
        for child in list(token.children):
            if child.i < noun.i:
                child.hang(noun, child.dep)
