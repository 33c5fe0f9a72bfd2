"""What a relative clause speaks of, and where it ends."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.forms import lemma_of_past, lemma_of_present
from kg.extraction.repair.frames import says, takes_clause
from kg.extraction.repair.roots import LIKE_PRESENT
from kg.extraction.repair.steps import SUBJECTS, be_subject_of, follow, is_perfect, lead, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = [
    "clause_about_a_dispute",
    "clause_behind_a_place",
    "clause_of_a_kind",
    "clause_of_the_plural",
    "clause_of_which",
    "clause_of_whom",
    "main_verb_behind_relative",
    "object_behind_what_acts",
    "perfects_of_the_relative",
    "presents_of_the_relative",
    "relative_taken_for_participle",
    "subject_of_the_relative",
    "subject_with_list_of_relatives",
    "verb_behind_determiner",
]

_RELATIVES = frozenset({"that", "which"})


@asked_of("that which", "VBN|VBD/acl", "nsubj")
def relative_taken_for_participle(tokens: list[Token]) -> None:
    """“the blockade that the United States imposed”: what has a subject and "that" before it is no participle."""
    for token in tokens[2:]:
        subject = token.child("nsubj")
        if token.dep != "acl" or token.tag not in {"VBN", "VBD"} or subject is None or token.having("mark", "agent", "auxpass"):
            continue
        that = next((child for child in token.having("dobj") if child.lower in _RELATIVES and child.i < subject.i), None)
        if that is None or not subject.i < token.i or not token.head.is_noun or token.head.i > that.i:
            continue
        token.dep, that.tag = "relcl", "WDT"
        if not token.having("aux"):
            token.tag = "VBD"


@asked_of("that which", "VBN|VBD/acl|ccomp", "det dobj nsubj mark")
def object_behind_what_acts(tokens: list[Token]) -> None:
    """“bridges that last year's storms damaged”: no plural has "that" for an article, and no singular has two."""
    for that in tokens[1:-2]:
        noun = tokens[that.i - 1]
        if that.lower not in _RELATIVES or not noun.is_noun:
            continue
        actor = next(iter(that.having("nsubj") or that.head.having("nsubj")), that) if that.dep != "det" else that.head
        if that.dep == "nsubj" and that.head.is_noun:
            actor = that.head
        token = tokens[min(actor.i + 1, len(tokens) - 1)]
        if not actor.is_noun or actor.i < that.i or token.tag not in {"VBN", "VBD"} or token.having("agent", "aux", "auxpass"):
            continue
        if not (_taken_for_clause(token, noun) if that.dep == "mark" else _taken_for_passive(tokens, token, that, noun)):
            continue
        token.hang(noun, "relcl")
        actor.hang(token, "nsubj")
        that.hang(token, "dobj")
        token.tag, that.tag = "VBD", "WDT"
        for item in token.having("conj"):
            item.tag = "VBD" if item.tag == "VBN" else item.tag


def _taken_for_passive(tokens: list[Token], token: Token, that: Token, noun: Token) -> bool:
    """Whether ``token`` was hung on the noun that acts, behind ``that``."""
    actor, opens = token.head, tokens[that.i + 1]
    article = opens.tag in {"DT", "PRP$"} and opens.head is actor
    return token.dep == "acl" and actor.i == token.i - 1 and (actor.tag != "NN" or article) and noun not in actor.subtree()


def _taken_for_clause(token: Token, noun: Token) -> bool:
    """Whether ``token`` was made what a verb says that says nothing: "lists villages that floods destroyed"."""
    main = token.head
    alone = token.child("dobj", "ccomp", "xcomp", "prep", "advmod", "acomp", "prt") is None
    return token.dep == "ccomp" and alone and noun.dep == "dobj" and noun.head is main and not takes_clause(main)


@asked_of("WDT/nsubj", "relcl")
def subject_of_the_relative(tokens: list[Token]) -> None:
    """“The wall that Israel erected violates the law”: of two subjects the second erects, "that" is what is erected."""
    for that in tokens[1:-2]:
        verb = that.head
        if that.tag != "WDT" or that.dep != "nsubj" or verb.dep != "relcl" or verb.having("dobj", "ccomp", "auxpass", "acomp"):
            continue
        subject = next((child for child in verb.having("nsubj") if that.i < child.i < verb.i), None)
        if verb.lemma.lower() in words("attribution") | words("referring"):
            continue  # "a deal that the regulator says broke the law", "remedies which the bodies concerned must apply"
        if subject is not None and subject.is_noun and subject.subtree()[0].i == that.i + 1:
            that.dep = "dobj"


@asked_of("WDT/det|nsubj", "NN|NNS/compound")
def verb_behind_determiner(tokens: list[Token]) -> None:
    """“pesticides, which poison rivers”: a noun is no clause, and what stands between it and "which" is the verb."""
    for that, token in pairwise(tokens):
        target = token.head
        if that.tag != "WDT" or that.i < 2 or target.i != token.i + 1 or not target.is_noun or token.dep != "compound":
            continue
        noun = tokens[that.i - 1 - (tokens[that.i - 1].text == ",")]
        own = that.dep == "nsubj" and that.head is token and tokens[that.i - 1].text == ","  # "arms, which fuel conflict"
        agrees = {noun.tag, token.tag} == {"NNS", "NN"}
        if not agrees or (not own and (that.dep != "det" or that.head is not target or target.dep not in {"relcl", "ccomp"})):
            continue
        plural = token.tag == "NN"
        token.tag, token.lemma, token.repaired = ("VBP", token.lower, True) if plural else ("VBZ", token.lemma, True)
        token.hang(noun, "relcl")
        that.hang(token, "nsubj")
        target.hang(token, "dobj")
        lead(token, target)


@asked_of("NN|NNS/ROOT", "relcl", "dobj ccomp", "that which")
def main_verb_behind_relative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The decree that the president signed bans protests”, "the weapons that Iran supplied killed civilians": the relative
    verb has its object before it, so what stands behind is the main verb."""
    for relative in tokens[3:-2]:
        if relative.dep != "relcl":
            continue
        noun, that = relative.head, _gap_of(relative)
        while noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.is_noun:
            noun = noun.head.head  # "the system of courts that Ghana created"
        last = next((item for item in relative.having("conj") if item.is_verb and item.i == relative.i + 2), relative)
        token = tokens[last.i + 1] if last.i + 2 < len(tokens) else relative
        if that is None or noun.dep != "ROOT" or noun.tag not in {"NN", "NNS"} or relative not in list(token.ancestors()):
            continue
        given = token.tag in {"VBN", "JJ"} and relative.lemma.lower() in words("giving")  # "the aid that Iran gave armed men"
        tag, lemma = _as_main_verb(token, noun, verbs)
        target = _object_behind(tokens, token, last)
        if given or not tag or target is None or token.having("det", "amod", "aux", "nsubj"):
            continue
        that.hang(relative, "dobj")
        token.tag, token.lemma, token.repaired = tag, lemma, True
        target.hang(noun, "dep")
        token.hang(noun, "dep")
        token.replace(noun)
        target.hang(token, "dobj")
        noun.hang(token, "nsubj")
        for item in (noun, relative, last):
            follow(token, item)


def _gap_of(relative: Token) -> Token | None:
    """The "that" before the subject of a relative verb, which stands for its object."""
    own = relative.child("nsubj")
    inside = [*own.subtree(), *relative.children] if own is not None and own.tag != "WDT" else []
    last = [item for verb in relative.having("conj") for item in verb.children]
    return next((item for item in (*inside, *last) if item.lower in _RELATIVES and own is not None and item.i < own.i), None)


def _object_behind(tokens: list[Token], token: Token, last: Token) -> Token | None:
    """What ``token`` has for its object if it is a verb: the noun that it was taken to belong to, or the one beside it."""
    after = tokens[token.i + 1]
    if after.tag in {"DT", "PRP$"}:
        return next((item for item in token.having("appos", "dobj") if item.subtree()[0] is after), None)
    if not after.is_noun:
        return None
    if token.dep in {"compound", "nsubj", "amod"} and token.head.is_noun and token.head.i > token.i:
        return token.head
    return token.child("dobj") or next((item for item in last.having("dobj", "npadvmod") if item.i > token.i), None)


def _as_main_verb(token: Token, noun: Token, verbs: AbstractSet[str]) -> tuple[str, str]:
    """The tag and lemma that ``token`` has if it is the verb of ``noun``; empty if it can be none."""
    known = with_words(verbs, "noun_or_verb")
    if token.tag == "VBZ":
        return "VBZ", token.lemma.lower()
    if token.tag in {"VBN", "VBD", "JJ"} and (lemma := lemma_of_past(token, known)) is not None:
        return "VBD", lemma
    if token.tag in {"VBN", "VBD"} and token.lower != token.lemma.lower():
        return "VBD", token.lemma.lower()
    if token.lower in LIKE_PRESENT:
        return "VBD", token.lower
    if noun.tag == "NN":
        lemma = lemma_of_present(token, known)
        if lemma is None and token.tag == "NNS" and token.child("appos") is not None:
            lemma = token.lemma.lower()  # "the land that farmers own borders a park"
        return ("VBZ", lemma) if lemma is not None else ("", "")
    return ("VBP", token.lower) if token.lower in known and token.tag in {"NN", "JJ", "VB", "VBP"} else ("", "")


@asked_of(of_lemma(words("composite")), "that which", "relcl", "of", "dobj")
def clause_of_a_kind(tokens: list[Token]) -> None:
    """“the plan of action that Norway proposed”: it is the plan that is proposed, whatever kind it is of."""
    for that in tokens[3:]:
        verb, kind = that.head, that.head.head
        if that.lower not in _RELATIVES or that.dep != "dobj" or verb.dep != "relcl" or kind.dep != "pobj":
            continue
        of, noun = kind.head, kind.head.head
        bare = kind is tokens[that.i - 1] and not kind.having("det", "poss", "amod", "nummod", "compound")
        if of.lower == "of" and of.i == kind.i - 1 and bare and noun.is_noun and noun.lemma.lower() in words("composite"):
            verb.hang(noun, "relcl")


@asked_of(of_lemma(words("settling")), "that which", "relcl", "dobj nsubjpass")
def clause_about_a_dispute(tokens: list[Token]) -> None:
    """“disputes over the boundary that cannot be settled”: disputes are settled, not what they are about."""
    for that in tokens[3:]:
        verb, matter = that.head, that.head.head
        if that.lower not in _RELATIVES or that.dep not in {"dobj", "nsubjpass"} or verb.dep != "relcl":
            continue
        about = matter.dep == "pobj" or (matter.dep == "dobj" and matter.head.lower in {"concerning", "regarding", "involving"})
        if not about or verb.lemma.lower() not in words("settling") or matter.lemma.lower() in words("dispute"):
            continue
        noun = next((above for above in matter.ancestors() if above.is_noun), None)
        near = noun is not None and (matter.head.head is noun or matter.head is noun)
        if near and noun is not None and noun.lemma.lower() in words("dispute") and matter.head.lower != "of":
            verb.hang(noun, "relcl")


@asked_of(of_lemma(words("waterside")), "which", "relcl", ",", "pobj")
def clause_behind_a_place(tokens: list[Token]) -> None:
    """“the dam on the river, which supplies farmers with water”: what stands at a place does something, not the place."""
    for which in tokens[4:]:
        verb, place = which.head, which.head.head
        if which.lower != "which" or which.dep != "nsubj" or verb.dep != "relcl" or place.dep != "pobj":
            continue
        if tokens[which.i - 1].text != "," or place.tag != "NN" or place.lemma.lower() not in words("waterside"):
            continue
        prep, noun = place.head, place.head.head
        if noun.is_verb:
            noun = tokens[prep.i - 1]  # "will expand the port on the coast, which handles grain"
        acts = verb.child("dobj") is not None and verb.lemma.lower() not in words("of_a_place")
        if noun.dep == "punct" or noun not in {*prep.ancestors(), *prep.head.having("dobj")}:
            continue
        if acts and verb.number != "plural" and noun.tag == "NN" and noun.i < place.i and place.child("det") is not None:
            verb.hang(noun, "relcl")


@asked_of("which", "relcl", ",", "NNS|NNPS/pobj")
def clause_of_the_plural(tokens: list[Token]) -> None:
    """“condemn the use of poisons, which kill birds”: what the clause stands behind, where only that agrees with it."""
    for which in tokens[3:]:
        verb, noun = which.head, which.head.head
        if which.lower != "which" or which.dep not in SUBJECTS or verb.dep != "relcl" or verb.number != "plural":
            continue
        last = tokens[which.i - 2]
        alone = noun.tag == "NN" and not noun.having("conj") and noun.dep != "conj" and not last.having("conj")
        if alone and last.tag == "NNS" and last.dep == "pobj" and noun in last.ancestors() and tokens[which.i - 1].text == ",":
            verb.hang(last, "relcl")


@asked_of("VBN/acl", "VBN/relcl", ",", "have has had")
def perfects_of_the_relative(tokens: list[Token]) -> None:
    """“certificates which they have refused, suspended or withdrawn”: all of it they have done."""
    for verb, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag != "VBN" or token.dep != "acl" or comma.text != "," or verb.dep != "relcl" or verb.tag != "VBN":
            continue
        gap = any(item.lower in _RELATIVES for item in verb.having("dobj"))
        alone = not token.having("aux", "auxpass", "agent")
        if gap and alone and is_perfect(verb) and token.head in {verb.head, *verb.head.ancestors()}:
            token.hang(verb, "conj")


@asked_of("VBP/relcl", ",", "VB|VBP/conj|advcl|dep", "which")
def presents_of_the_relative(tokens: list[Token]) -> None:
    """“condemn the use of landmines, which kill civilians, impede returns and destroy farmland”: a list of what they do."""
    for comma, token in pairwise(tokens):
        if comma.text != "," or token.tag not in {"VB", "VBP"} or token.dep not in {"conj", "advcl", "dep"}:
            continue
        main = token.head
        relative = next((item for item in reversed(tokens[: token.i]) if item.dep == "relcl" and item.tag == "VBP"), None)
        if relative is None or main not in relative.ancestors() or token.having("aux", "mark", *SUBJECTS):
            continue
        who = relative.child("nsubj")
        if who is None or who.lower != "which" or tokens[who.i - 1].text != "," or relative.subtree()[-1].i < token.i - 3:
            continue
        unlike = main.tag in {"VBZ", "VBD"}
        judged = main.lemma.lower() in words("judging") and not says(token)
        closes = any(item.is_verb and item.tag in {"VB", "VBP"} for item in token.having("conj"))
        if (unlike or judged) and closes and main.tag in {"VBZ", "VBD", "VBP"} and token.lower == token.lemma.lower():
            token.tag = "VBP"
            token.hang(relative, "conj")


@asked_of("VB|VBP/csubj|csubjpass", "VBP/relcl", "which", ",")
def subject_with_list_of_relatives(tokens: list[Token]) -> None:
    """“Mines, which kill civilians, impede returns and destroy farmland, are banned”: mines are, not what they do."""
    for token in tokens[4:]:
        main, noun = token.head, token.child("nsubj")
        if token.dep not in {"csubj", "csubjpass"} or token.tag not in {"VB", "VBP"} or noun is None or not noun.is_noun:
            continue
        relative = noun.child("relcl")
        if relative is None or relative.tag != "VBP" or relative.i > token.i or tokens[token.i - 1].text != ",":
            continue
        noun.hang(main, token.dep.replace("csubj", "nsubj"))
        token.tag = "VBP"
        token.hang(relative, "conj")


@asked_of("which", "of", "nsubj nsubjpass", ",")
def clause_of_which(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The sum, the amount of which has been agreed, shall be paid”: what "of which" is in is a relative clause."""
    for which in tokens[4:]:
        if which.lower != "which" or which.dep != "pobj" or which.head.lower != "of":
            continue
        subject = which.head.head
        verb = subject.head
        if subject.dep not in SUBJECTS or subject.i > which.i or not verb.is_verb or verb.dep == "relcl":
            continue
        opens = subject.subtree()[0].i
        noun = next((item for item in verb.having(*SUBJECTS) if item.i < opens), None)
        below = verb_above(verb) if verb.dep in {"ccomp", "advcl"} else None
        main = next((item for item in verb.having("conj", "ccomp") if item.i > verb.i and item.is_verb), below)
        main = main or _present_behind(tokens, verb, verbs)
        if main is None or opens < 2 or tokens[opens - 1].text != "," or tokens[main.opening.i - 1].text != ",":
            continue
        own = main.child(*SUBJECTS)
        if noun is None or (own is not None and own.i > verb.i):
            continue
        if main.head is verb:
            main.replace(verb)
        be_subject_of(noun, main)
        for child in list(verb.children):
            if child.i >= main.opening.i - 1:
                child.hang(main, child.dep)
        verb.hang(noun, "relcl")


def _present_behind(tokens: list[Token], verb: Token, verbs: AbstractSet[str]) -> Token | None:
    """“…, the chair of which is elected, drafts rules”: the verb behind the comma, which was taken for part of a noun."""
    for comma, token in pairwise(tokens[verb.i + 1 :]):
        target, lemma = token.head, lemma_of_present(token, verbs)
        if comma.text != "," or token.tag != "NNS" or token.dep != "compound" or target.i < token.i or lemma is None:
            continue
        if verb not in target.ancestors() or token.subtree()[0] is not token:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.join(verb, target)
        return token
    return None


@asked_of("WP|WDT/pobj", "of")
def clause_of_whom(tokens: list[Token]) -> None:
    """“to serve vendors, many of whom lack credit, loans will be given”: what "of whom" is in is a relative clause."""
    for token in tokens[3:]:
        if token.tag not in {"WP", "WDT"} or token.dep != "pobj" or token.head.lower != "of":
            continue
        subject = token.head.head
        verb = subject.head
        if subject.dep not in {"nsubj", "nsubjpass"} or subject.i > token.i or not verb.is_verb or verb.dep == "relcl":
            continue
        opens = subject.subtree()[0].i
        comma = tokens[opens - 1]
        if opens < 2 or comma.text != ",":
            continue
        noun = tokens[comma.i - 1]
        if not noun.is_noun:
            continue
        if verb.dep in {"advcl", "ccomp", "conj"} and verb.head.i < comma.i and verb.head.is_verb:
            many = next((item for item in reversed(tokens[: comma.i]) if item.tag in {"NNS", "NNPS"}), noun)
            if verb.head.i < many.i and many.dep != "compound":
                verb.hang(many, "relcl")  # "serves fishers, most of whom cannot afford insurance"
                continue
        below = [item for item in verb.having("conj", "ccomp") if item.i > verb.i]
        if verb.dep in {"advcl", "ccomp"} and verb.head.i > verb.i:
            below = [verb.head]
        main = next((item for item in below if item.having("nsubj", "nsubjpass")), None)
        own = main.child("nsubj", "nsubjpass") if main is not None else None
        if main is None or own is None or tokens[own.subtree()[0].i - 1].text != ",":
            continue
        if main is not verb.head:
            main.replace(verb)
        for child in list(verb.children):
            if child.i < opens or child.i > main.i:
                child.hang(main, child.dep)
        while noun.dep == "compound":
            noun = noun.head
        verb.hang(noun, "relcl")
