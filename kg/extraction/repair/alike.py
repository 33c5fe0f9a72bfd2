"""Forms that are a noun's and a verb's: "handles", "forces", "cover", "note"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_present
from kg.extraction.repair.frames import moves, takes_clause
from kg.extraction.repair.steps import PAST, lead, succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import phrases, with_words, words

__all__ = [
    "calls_behind_noun",
    "how_long",
    "in_place",
    "noun_behind_participle",
    "noun_behind_plural",
    "noun_for_preposition",
    "noun_in_list_of_means",
    "noun_in_list_of_nouns",
    "noun_with_object",
    "participle_behind_its_noun",
    "present_before_gerund",
    "present_before_plural",
    "present_beside_present",
    "present_in_a_list",
    "present_with_object",
    "verb_behind_name",
    "verb_behind_that",
    "verb_of_that_clause",
]


@asked_of("VB/conj", ",", "and or")
def noun_in_list_of_nouns(tokens: list[Token]) -> None:
    """“any contract, note or deed of trust”: a bare word without object that goes on with a noun is one."""
    for token in tokens[2:-1]:
        if token.dep != "conj" or token.tag != "VB" or not token.head.is_noun or token.having("aux", "dobj", "prt", "nsubj"):
            continue
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        if (
            before.text == ","
            and after.lower in {"or", "and"}
            and (token.lower in words("noun_or_verb") or token.lower in {"note", "deed"})
        ):
            token.tag = "NN"


@asked_of("VB/conj", ",", "pobj", "and or", "dobj")
def noun_in_list_of_means(tokens: list[Token]) -> None:
    """“shall manage soils through rotations, cover crops and the use of manure”: a list of verbs would go on with one."""
    for token in tokens[3:-1]:
        noun, before = token.child("dobj"), tokens[token.i - 2]
        if token.tag != "VB" or token.dep != "conj" or noun is None or noun.i != token.i + 1 or not noun.is_noun:
            continue
        if tokens[token.i - 1].text != "," or before.dep != "pobj" or before.head.head is not token.head:
            continue
        listed = noun.having("conj")
        last = bool(listed) and not any(
            item.is_verb and item.i > token.i for item in (*token.having("conj"), *token.head.having("conj"))
        )
        if last and token.lower in words("noun_or_verb") and not token.having("aux", "cc", "advmod", "neg"):
            token.tag = "NN"
            noun.hang(before, "conj")
            token.hang(noun, "compound")


@asked_of("VBP/ccomp", "NN|NNS/nsubj", "DT PRP$")
def noun_behind_plural(tokens: list[Token]) -> None:
    """“has ratified the minerals deal with Peru”: what is ratified is a noun phrase, where no verb asks for a clause."""
    for noun, token in pairwise(tokens):
        verb = token.head
        if token.tag != "VBP" or token.dep != "ccomp" or noun.dep != "nsubj" or noun.head is not token or not verb.is_verb:
            continue
        first = noun.subtree()[0]
        if (
            first.tag not in {"DT", "PRP$"}
            or first.i != verb.i + 1
            or not (token.lower in words("noun_or_verb") or token.lower == "deal")
        ):
            continue
        if token.having("dobj", "aux", "neg", "mark", "xcomp", "ccomp", "acomp", "attr") or verb.child("dobj"):
            continue
        if takes_clause(verb) or moves(verb):
            continue
        token.tag, token.dep = "NN", "dobj"
        succeed(token, noun)
        noun.dep = "compound"


@asked_of("NN|NNS/ccomp|dobj", "that", "amod compound")
def verb_of_that_clause(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shall ensure that all staff complete sepsis training”: the clause has no verb but what was taken for a modifier."""
    for last in tokens[3:]:
        if last.dep not in {"ccomp", "dobj"} or last.tag not in {"NN", "NNS"}:
            continue
        mark = next((child for child in last.having("mark") if child.lower == "that"), None)
        if mark is None or last.having("nsubj", "nsubjpass", "aux", "cop"):
            continue
        for noun, token in pairwise(tokens[mark.i + 1 : last.i]):
            plural = noun.tag == "NNS" or noun.lower in _STAFF
            if not plural or token.tag not in {"JJ", "NN"} or token.lower not in verbs or token.dep not in {"amod", "compound"}:
                continue
            token.tag, token.lemma, token.repaired = "VBP", token.lower, True
            token.hang(last.head, "ccomp")
            for child in list(last.children):
                if child.i < token.i:
                    child.hang(token if child is mark else noun, child.dep)
            last.hang(token, "dobj")
            for child in last.having("prep"):
                if child.lower in {"within", "before", "by"}:
                    child.hang(token, "prep")
            noun.hang(token, "nsubj")
            break


@asked_of("that", "NNS/pobj", "JJ|NN/amod|compound")
def verb_behind_that(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“recommended that schools fit filters”: "that" taken for an object, the verb of its clause for a modifier."""
    for that, noun, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        last, verb = token.head, that.head
        if that.lower != "that" or that.dep == "mark" or noun.dep != "pobj" or noun.head is not that or noun.tag != "NNS":
            continue
        if token.tag not in {"JJ", "NN"} or token.lower not in verbs or token.dep not in {"amod", "compound"}:
            continue
        if not verb.is_verb or not takes_clause(verb) or last.i < token.i or not last.is_noun:
            continue
        token.tag, token.lemma, token.repaired = "VBP", token.lower, True
        token.hang(verb, "ccomp")
        noun.hang(token, "nsubj")
        last.hang(token, "dobj")
        that.hang(token, "mark")


_STAFF = frozenset({"staff", "police", "people", "personnel"})


@asked_of("VBG/amod", "npadvmod", "DT")
def participle_behind_its_noun(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has not repealed the law criminalising vagrancy”: the participle speaks of the noun before it, not of the one behind."""
    for noun, token in pairwise(tokens):
        last = token.head
        if token.tag != "VBG" or token.dep != "amod" or noun.dep != "npadvmod" or noun.head is not token or not noun.is_noun:
            continue
        article = next((child for child in last.having("det") if child.i < noun.i), None)
        if article is None or last.i < token.i or last.head is last or token.lemma.lower() not in verbs:
            continue
        noun.hang(last.head, last.dep)
        last.hang(noun, "dep")
        lead(noun, last)
        token.hang(noun, "acl")
        last.hang(token, "dobj")


@asked_of("NN/conj", "and", "NNP/nmod", "NNS/dobj")
def verb_behind_name(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“that Chad ratify the Optional Protocol and train judges”: what a name of several words goes on with is a verb."""
    for joint, token, last in zip(tokens[3:], tokens[4:], tokens[5:], strict=False):
        name, verb = token.head, last.head
        if token.tag != "NN" or token.dep != "conj" or name.tag != "NNP" or name.head is not last or joint.lower != "and":
            continue
        bare = verb.is_verb and verb.tag in {"VB", "VBP"} and verb.lower == verb.lemma.lower()
        if not bare or last.tag != "NNS" or last.dep != "dobj" or tokens[name.i - 1].tag != "NNP" or name.i != joint.i - 1:
            continue
        if token.lower not in with_words(verbs, "noun_or_verb"):
            continue
        name.hang(verb, "dobj")
        lead(name, last)
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(verb, "conj")
        last.hang(token, "dobj")


@asked_of("calls appeals", "and or", "VBZ", "on upon for to")
def calls_behind_noun(tokens: list[Token]) -> None:
    """“urges States to respect rights and calls upon them to V”: a verb in the third person, taken for a second object."""
    for joint, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag != "NNS" or token.dep != "conj" or after.lower not in _CALLS.get(token.lower, ()):
            continue
        verb = next((above for above in token.ancestors() if above.tag == "VBZ" and above.child("nsubj")), None)
        if verb is None or joint.lower not in {"and", "or"} or token.having("det", "amod", "compound", "poss"):
            continue
        token.tag, token.lemma, token.repaired = "VBZ", token.lower.removesuffix("s"), True
        token.hang(verb, "conj")


_CALLS = {"calls": ("on", "upon", "for"), "appeals": ("to", "for")}


@asked_of("VB/xcomp", "dobj", "VBN VBD VBG")
def noun_behind_participle(tokens: list[Token]) -> None:
    """“have planted cover crops”: a bare verb would have "to" before it."""
    for token in tokens[1:-1]:
        verb, noun = token.head, token.child("dobj")
        if token.tag != "VB" or token.dep != "xcomp" or token.i != verb.i + 1 or verb.tag not in {"VBN", "VBD", "VBG"}:
            continue
        if noun is None or noun.i != token.i + 1 or token.lower not in words("noun_or_verb") or verb.child("dobj"):
            continue
        if verb.lemma.lower() not in {"help", "let", "make", "see", "hear", "have", "dare", "go", "come"}:
            token.tag = "NN"
            noun.hang(verb, "dobj")
            token.hang(noun, "compound")


@asked_of("NNS/ROOT|conj|dep|appos", "dobj", ", and or", "VBZ")
def present_with_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“exempts churches, caps fees and lowers the age”: what has an object is no noun."""
    for before, token in pairwise(tokens):
        lemma = lemma_of_present(token, verbs) if token.tag == "NNS" and token.child("dobj") is not None else None
        if lemma is None or token.having("det", "amod", "poss", "nsubj"):
            continue
        if before.lower in {",", "and", "or"} and any(item.tag == "VBZ" for item in tokens[: token.i]):
            token.tag, token.lemma, token.repaired = "VBZ", lemma, True


@asked_of("VBZ", "and or", "NNS/conj|compound", "NNS/dobj|conj|appos")
def present_before_plural(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“monitors radiation and alerts residents”, "rules on mergers and fines cartels": of two plurals side by side behind "and"
    the first is a verb, where a third person stands before."""
    for joint, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        lemma = lemma_of_present(token, verbs)
        if joint.lower not in {"and", "or"} or token.tag != "NNS" or noun.tag != "NNS" or lemma is None:
            continue
        verb = verb_above(token)
        if token.dep not in {"conj", "compound"} or verb is None or verb.tag != "VBZ" or verb.i > token.i:
            continue
        if token.lower in words("plural_modifier") or token.having("det", "amod", "poss", "compound"):
            continue
        first = token.head if token.dep == "conj" and token.head.i < joint.i else None
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.join(verb, noun)
        if first is not None and first.dep in {"nmod", "compound"} and first.head is noun and verb.child("dobj") is None:
            first.hang(verb, "dobj")


@asked_of("NNS/ccomp", "VBG/acl", "that")
def present_before_gerund(tokens: list[Token]) -> None:
    """“warned that the bloc risks driving away investment”: the clause needs a verb, and this one takes a gerund."""
    for before, token, gerund in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag != "NNS" or token.dep != "ccomp" or gerund.tag != "VBG" or gerund.head is not token:
            continue
        if token.child("mark") is None or token.lemma.lower() not in words("gerund_taking") or before.head is not token:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", token.lemma.lower(), True
        for child in list(token.children):
            if child.i < before.i and child.dep in {"det", "amod", "poss", "compound"}:
                child.hang(before, child.dep)
        before.dep, gerund.dep = "nsubj", "xcomp"


@asked_of("place", "in", "compound")
def in_place(tokens: list[Token]) -> None:
    """“put in place measures”, "have in place rules": what is put there is not of a place."""
    for verb, prep, token, noun in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (prep.lower, token.lower) != ("in", "place") or token.dep != "compound" or token.head is not noun:
            continue
        if f"{verb.lemma.lower()} in place" in phrases("with_bare_noun") and noun.dep == "pobj" and noun.head is prep:
            token.hang(prep, "pobj")
            noun.hang(verb, "dobj")


@asked_of("NN/conj", "dobj", "and or")
def noun_with_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“which develop steel, test it and share results”: a bare word with an object of its own goes on with a verb."""
    for token in tokens[1:]:
        verb = token.head
        if token.tag != "NN" or token.dep != "conj" or not verb.is_verb or token.child("dobj") is None:
            continue
        known = token.lower == "recall" or token.lower in with_words(verbs, "noun_or_verb")
        bare = verb.tag in {"VB", "VBP"} and known
        listed = (
            tokens[token.i - 1].text == "," and verb.modal and not any(item.dep == "relcl" for item in tokens[verb.i : token.i])
        )
        if (
            bare
            and (listed or tokens[token.i - 1].lower in {"and", "or"})
            and not token.having("det", "amod", "compound", "poss")
        ):
            token.tag, token.lemma, token.repaired = verb.tag, token.lower, True


@asked_of("how", "JJ/amod")
def how_long(tokens: list[Token]) -> None:
    """“limits how long employers may keep data”: the adjective belongs to the verb."""
    for how, token in pairwise(tokens):
        noun = token.head
        if how.lower == "how" and token.tag == "JJ" and token.dep == "amod" and noun.dep in {"nsubj", "nsubjpass"}:
            how.hang(token, "advmod")
            token.hang(noun.head, "advmod")


@asked_of("VBZ", "and or", "NNS/compound|nsubj")
def present_beside_present(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“an operation that produces or handles livestock”: a third person taken for a plural noun, with the object of both."""
    for first, joint, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if first.tag != "VBZ" or joint.lower not in {"and", "or"} or token.tag != "NNS" or first.child("dobj", "prt", "acomp"):
            continue
        lemma = lemma_of_present(token, verbs)
        above = token.head
        if lemma is None or first.lemma.lower() not in verbs or token.children:
            continue
        if token.dep == "compound" and above.dep == "conj" and above.head is first:
            noun = above
        elif token.dep == "nsubj" and above.tag in PAST and above.head is first and not above.having("aux", "auxpass", "agent"):
            found = above.child("dobj")
            if found is None or above.i != token.i + 1 or found.i != above.i + 1:
                continue
            noun = found  # "handles covered livestock"
        else:
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.join(first, noun)
        if above is not noun:
            above.tag = "VBN"
            above.hang(noun, "amod")


@asked_of("NNS/compound", "VBZ", ",", "and or")
def present_in_a_list(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“supports projects, fosters innovation and strengthens firms”: a present tense between two, taken for a noun."""
    for token in tokens[2:]:
        noun, verb = token.head, token.head.head
        if token.tag != "NNS" or token.dep != "compound" or noun.dep not in {"dobj", "conj", "appos"}:
            continue
        if noun.dep != "dobj":
            verb = next((above for above in noun.ancestors() if above.is_verb), verb)
        if verb.tag != "VBZ" or verb.i > token.i or tokens[token.i - 1].text != "," or token.i + 1 == len(tokens):
            continue
        lemma = lemma_of_present(token, with_words(verbs, "noun_or_verb"))
        later = any(item.tag == "VBZ" and item.i > noun.i for item in verb.having("conj"))
        if lemma is not None and later and token.subtree()[0] is token:
            token.tag, token.lemma, token.repaired = "VBZ", lemma, True
            token.join(verb, noun)
            for child in noun.having("nmod"):
                if child.i < token.i and verb.child("dobj") is None:
                    child.hang(verb, "dobj")  # "visits each mill, interviews workers and …"


@asked_of("NN|NNS|NNP/prep")
def noun_for_preposition(tokens: list[Token]) -> None:
    """“adopted by-laws in May”: a noun right behind its verb is its object."""
    for token in tokens:
        verb = token.head
        if token.is_noun and token.dep == "prep" and verb.is_verb and 0 < token.i - verb.i <= 4 and verb.child("dobj") is None:
            token.dep = "dobj"
