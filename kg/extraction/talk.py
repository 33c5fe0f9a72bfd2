"""Talk about the talk, and courtesy: “let me answer your question”, "I have nothing to add", "the floor is open"."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.predicates import Predicate
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["is_asked", "is_left_at_that", "is_mere_measure", "is_talk"]


def is_talk(clause: Clause, predicate: Predicate) -> bool:
    """Whether the clause is about the text itself or a courtesy."""
    lemma = predicate.lemma.split()[0]
    if lemma == "thank" or _is_thanked(clause):
        return True
    objects = predicate.objects
    if not objects:
        return False
    if lemma in {"see", "refer", "consult"} and _points_to_text(clause, objects):
        return True
    if lemma in words("discourse.talk_verb") and all(map(_is_of_talk, objects)):
        return True
    if all(map(_is_to_share, objects)) and lemma in {"have", "get"}:
        return True  # "I have no information to share on that"
    if clause.noun is not None and lemma in _SHARING and (clause.noun.lower in _SOMETHING or _is_to_share(clause.noun)):
        return True  # "may have something to add on prices"
    if predicate.lemma.startswith("be open"):
        return all(token.lemma.lower() == "question" for token in objects)  # "the floor is open for questions"
    if _is_allowed_me(clause) and (lemma in _COMMENTING or all(token.lemma.lower() == "point" for token in objects)):
        return True  # "allow me to make three points"
    if lemma == "mean" and any(subject.lower in words("pronoun.first_plural") for subject in clause.subjects):
        return True  # "in this notice, “we” means the Office"
    if any(subject.lower == "i" for subject in clause.first.subjects) or _is_allowed_me(clause):
        heard = lemma in {"see", "hear", "read"} and all(token.lemma.lower() in _REPORTS for token in objects)
        called = lemma == "call" and not clause.dependents and predicate.preposition is None
        return (
            heard or called or lemma in _TELLING or predicate.lemma == "turn to"
        )  # "I've seen those reports", "I call the spokesperson", "I will outline X"
    return False


def is_asked(tree: Tree) -> bool:
    """“What steps he is taking to cut queues.”, "Whether she will publish it.": a question put on an order paper, without a
    question mark."""
    if not tree.tokens:
        return False
    first: Token = tree[0]
    above: Token = first.head
    if first.lower in {"whether", "if"}:
        goes_on = (item for item in tree[above.i + 1 :] if item.dep == "nsubj" and item.lower in {"it", "you", "we"})
        return first.dep == "mark" and above.dep == "ROOT" and not any(goes_on)  # "if this is so it is vital that you call"
    if first.lower == "to" and above.lemma == "ask" and above.i == 1:
        return above.dep in {"ROOT", "advcl"} and any(token.lower in {"what", "whether", "if", "how"} for token in tree[2:])
    if first.lower not in {"what", "which"} or first.dep != "det" or above.dep not in {"dobj", "attr"}:
        return False
    verb = above.head
    return verb.dep == "ROOT" and any(subject.i > above.i for subject in verb.having("nsubj"))


_SHARING = frozenset({"share", "offer", "add", "announce", "make", "provide", "preview", "say", "report", "give", "read"})
_NEWS = frozenset({"information", "announcement", "comment", "update", "detail", "readout", "word", "news", "more", "else"})
_SOMETHING = frozenset({"something", "anything", "nothing"})
_REPORTS = frozenset({"report", "story", "article", "comment", "remark", "statement"})
_TELLING = frozenset({"outline", "explain", "summarise", "summarize", "elaborate", "recap"})
_COMMENTING = frozenset({"review", "comment", "say", "speak", "respond", "reply", "turn", "explain", "add", "quote", "read"})
_SMALL = frozenset({"few", "brief", "quick", "last", "final", "next", "short", "couple"})


def _points_to_text(clause: Clause, objects: list[Token]) -> bool:
    """“(see the guide)”, "for details, refer to section 4": where the reader finds it, and nothing to do."""
    verb = clause.verb
    if clause.subjects or verb.tag not in {"VB", "VBP"} or verb.infinitive or verb.modal:
        return False
    if any(child.text in {"(", "["} and child.i < verb.i for child in verb.children):
        return True
    alone = clause.link is Link.MAIN or (clause.link is Link.ADVERBIAL and not clause.marker)
    return alone and all(token.lemma.lower() in words("discourse.text") or token.tag in {"NNP", "NNPS"} for token in objects)


def _is_thanked(clause: Clause) -> bool:
    """“thank the Chair, who guided the work”, "welcome to this conference held by the Office"."""
    if clause.link not in {Link.RELATIVE, Link.REDUCED}:
        return False
    if clause.link is Link.RELATIVE and clause.governor is not None and clause.governor.verb.lemma.lower() == "thank":
        return True
    above = (token for token in clause.verb.ancestors() if token.lower == "welcome" and token.child("dobj") is None)
    return any(prep.lower == "to" for token in above for prep in token.having("prep"))


def _is_allowed_me(clause: Clause) -> bool:
    """“let me turn to the deficit”, "allow me to review the year"."""
    above = clause.governor.verb if clause.governor is not None else None
    if above is None or above.lemma.lower() not in {"let", "allow", "permit"} or any(s.is_noun for s in above.having("nsubj")):
        return False
    return any(token.lower == "me" for token in (*above.having("dobj"), *clause.verb.having("nsubj")))


def _is_of_talk(token: Token) -> bool:
    """“your question”, "a few words"."""
    small = all(child.lower in _SMALL for child in token.having("amod"))
    return (token.lemma.lower() in words("discourse.talk") and small) or token.lower == "you"


def _is_to_share(token: Token) -> bool:
    """“any announcements to make today”, "nothing to offer": what a speaker has, or has not, for the hearers."""
    if token.lemma.lower() not in _NEWS and token.lower not in _SOMETHING:
        return False
    return any(below.lemma.lower() in _SHARING and below.infinitive for below in token.having("acl", "relcl", "advcl"))


def is_mere_measure(token: Token) -> bool:
    """“they pledged a lot”, "could do a lot more", "will do everything to V": of nothing in particular."""
    if token.lower in {"everything", "all", "best", "utmost"} and token.dep == "dobj" and token.head.lemma == "do":
        return not any(below.tag == "VBN" for below in token.having("acl"))  # but "has done everything asked of it"
    more = token.lower in {"more", "less"} and any(child.lower in {"lot", "bit"} for child in token.children)
    return (more or token.lower in {"lot", "lots", "bit"}) and not any(prep.lower == "of" for prep in token.having("prep"))


def is_left_at_that(token: Token) -> bool:
    """“I'll leave it at that”, "I mean it", "steal and get away with it"."""
    behind = token.head.head if token.dep == "pobj" and token.head.lower == "with" else None
    if token.lower == "it" and behind is not None and behind.lemma == "get":
        return any(child.lower == "away" for child in behind.children)
    if token.lower == "it" and token.dep == "dobj" and token.head.lemma == "mean":
        return any(subject.lower in {"i", "we"} for subject in token.head.having("nsubj"))
    left = token.lower == "it" and token.dep == "dobj" and token.head.lemma == "leave"
    at = (inner for prep in token.head.having("prep") if prep.lower == "at" for inner in prep.having("pobj"))
    return left and any(inner.lower in {"that", "this"} for inner in at)
