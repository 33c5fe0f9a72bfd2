"""What a paper says: "signed an order directing agencies to cut fees", "issued a circular inviting towns to apply"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import moves
from kg.extraction.tree import Token

__all__ = ["participle_after_paper", "task_of_the_paper"]

_ISSUING = frozenset({"sign", "issue", "adopt", "publish", "pass", "approve", "enact", "draft", "circulate", "release", "veto"})


@asked_of("VBG/xcomp|ccomp", "NN|NNS|NNP/nsubj")
def participle_after_paper(tokens: list[Token]) -> None:
    """“signed an order directing agencies to cut fees”: nobody signs that an order does it, but signs the order."""
    for token in tokens[2:]:
        verb, paper = token.head, token.child("nsubj")
        if token.tag != "VBG" or token.dep not in {"xcomp", "ccomp"} or paper is None or paper.i < verb.i:
            continue
        if verb.lemma.lower() in _ISSUING and verb.child("dobj") is None and not token.having("aux", "mark"):
            paper.hang(verb, "dobj")
            token.hang(paper, "acl")


@asked_of("VBG/acl|amod", "VB/advcl|xcomp|acl", "TO")
def task_of_the_paper(tokens: list[Token]) -> None:
    """“signed an order directing agencies to cut fees”: what they are directed to do; "a circular inviting towns to apply"."""
    for token in tokens[2:-3]:
        if token.tag != "VBG" or token.dep not in {"acl", "amod"} or not moves(token):
            continue
        if token.dep == "amod":
            whom, paper = token.head, tokens[token.i - 1]
        else:
            whom, paper = token.child("dobj") or token, token.head
        last = max(item.i for item in whom.subtree() if item.i < whom.i + 1 or item.dep != "punct")
        to = tokens[last + 1] if last + 1 < len(tokens) else token
        task = to.head
        above = paper.head if token.dep == "acl" else whom.head
        fits = (task.dep in {"advcl", "xcomp"} and task.head is above) or (task.dep == "acl" and task.head is paper)
        if to.tag != "TO" or task.tag != "VB" or not fits or not whom.is_noun:
            continue
        if token.dep == "amod":
            _part(token, whom, paper)
        if token.dep == "acl":
            task.hang(token, "xcomp")


def _part(token: Token, whom: Token, paper: Token) -> None:
    """Make ``paper``, right before the participle, what the verb acts on, where it was taken for a modifier of ``whom``."""
    fits = whom.dep == "dobj" and whom.tag in {"NNS", "NNPS"} and paper.head is whom and token.i == paper.i + 1
    if not fits or paper.dep not in {"nmod", "amod", "compound"} or paper.tag not in {"NN", "NNS", "JJ"}:
        return
    paper.tag = "NN" if paper.tag == "JJ" else paper.tag
    paper.hang(whom.head, "dobj")
    for child in list(whom.children):
        if child.i < paper.i:
            child.hang(paper, child.dep)
    token.hang(paper, "acl")
    whom.hang(token, "dobj")
