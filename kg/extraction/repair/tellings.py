"""What goes on with a verb of saying, behind what it says."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.frames import moves, says, takes_clause
from kg.extraction.repair.steps import go_on_with, lead
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "expected_of_the_relative",
    "intent_behind_finding",
    "order_behind_finding",
    "said_to_do_it",
    "told_by_somebody",
    "told_of_the_relative",
    "told_without_that",
    "verb_before_that",
    "while_another_says",
]


@asked_of("while whereas", "advcl", "ccomp", ",")
def while_another_says(tokens: list[Token]) -> None:
    """“the firm said it was ready, while the union welcomed the delay”: what the union says is not told by the firm."""
    for mark in tokens[3:]:
        verb = mark.head
        if (
            mark.lower not in {"while", "whereas"}
            or mark.dep != "mark"
            or verb.dep != "advcl"
            or tokens[mark.i - 1].text != ","
        ):
            continue
        if verb.child("nsubj") is None or verb.tag not in {"VBD", "VBZ", "VBP"} or not says(verb):
            continue
        above = [verb.head, *verb.head.ancestors()]
        teller = next((item for item in above if item.dep != "ccomp" and item.child("ccomp") is not None), None)
        if teller is not None and says(teller):
            verb.hang(teller, "conj")


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
        go_on_with(verb, token)


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
            go_on_with(verb, token)


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
        lead(noun, token)


@asked_of("that which who", "nsubj nsubjpass dobj", "ccomp xcomp")
def told_of_the_relative(tokens: list[Token]) -> None:
    """“seized boats that Quito says were fishing there”, "names the law that they want to repeal": behind a noun, "that" with
    a place below another verb, whose subject it stands before, is a relative, and that verb's clause is the noun's."""
    for that in tokens[1:-3]:
        told, noun = that.head, tokens[that.i - 1]
        if that.lower not in {"that", "which", "who"} or that.dep not in {"nsubj", "nsubjpass", "dobj"} or not noun.is_noun:
            continue
        clause = told
        while clause.dep in {"ccomp", "xcomp"} and clause.head.i > that.i:
            clause = clause.head
        who = clause.child("nsubj", "nsubjpass")
        if clause is told or who is None or who.subtree()[0].i != that.i + 1 or clause.having("mark"):
            continue
        if that.dep == "dobj":
            fits = told.having("dobj") == [that] and not (clause.dep == "ccomp" and takes_clause(clause.head))
        else:
            fits = clause.lemma.lower() in words("attribution") and told.dep == "ccomp"
        if not fits or clause.dep not in {"ccomp", "advcl", "relcl"} or clause.head.i > noun.i:
            continue
        while noun.dep in {"compound", "nmod"} and noun.head.i == noun.i + 1:
            noun = noun.head
        that.tag = "WP" if that.lower == "who" else "WDT"
        clause.hang(noun, "relcl")


@asked_of("which that whom", "dobj", "VB/xcomp", "TO", "relcl")
def expected_of_the_relative(tokens: list[Token]) -> None:
    """“a fund, which it expects to raise two billion”: where the infinitive has its object, "which" is to do it."""
    for which in tokens[1:-4]:
        task = which.head
        expects = task.head
        if which.lower not in {"which", "that", "whom"} or which.dep != "dobj" or task.dep != "xcomp" or not task.infinitive:
            continue
        if expects.dep != "relcl" or expects.lemma.lower() not in _EXPECTING or expects.having("dobj", "auxpass"):
            continue
        if any(item.subtree()[0].i == task.i + 1 for item in task.having("dobj")):
            which.dep, which.tag, task.dep = "nsubj", "WDT", "ccomp"


_EXPECTING = frozenset({"expect", "believe", "want", "consider", "know", "find", "like", "wish", "need"})


@asked_of("said believed thought reported understood alleged rumoured known", "to", "auxpass", "relcl")
def said_to_do_it(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“an option the ministry is said to favour”: what stands bare behind "said to" is a verb, with the noun for its object."""
    for said, to, token in zip(tokens[3:], tokens[4:], tokens[5:], strict=False):
        if said.tag != "VBN" or said.dep != "relcl" or to.lower != "to" or to.dep != "prep" or not said.having("auxpass"):
            continue
        alone = (
            token.dep == "pobj"
            and token.tag in {"NN", "JJ", "NNP"}
            and token.text.islower()
            and to.head is said
            and not token.children
        )
        if alone and said.lemma.lower() in words("attribution") and token.lower in with_words(verbs, "noun_or_verb"):
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            token.hang(said, "xcomp")
            to.tag = "TO"
            to.hang(token, "aux")


@asked_of("relcl", "dobj", "PRP", "MD/aux VBZ VBP VBD")
def told_without_that(tokens: list[Token]) -> None:
    """“reassure the patient they will be involved”: what is told, and no relative clause, where nothing is missing in it."""
    for token in tokens[3:]:
        whom, subject = token.head, token.child("nsubj", "nsubjpass")
        if token.dep != "relcl" or whom.dep != "dobj" or whom.head.lemma.lower() not in _REASSURING or subject is None:
            continue
        whole = token.having("auxpass", "dobj", "acomp", "attr") and subject.tag == "PRP" and subject.i == whom.i + 1
        if whole and whom.head.i < whom.i:
            token.hang(whom.head, "ccomp")


_REASSURING = frozenset({"reassure", "assure", "inform", "notify", "advise", "warn", "remind", "tell"})
