"""Infinitives taken for nouns or adjectives, and the other way round."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.forms import AFTER_VERB
from kg.extraction.repair.frames import moves
from kg.extraction.repair.steps import hyphened_verb, lead, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import classes, phrases, with_words, words

__all__ = [
    "entitled_to_noun",
    "help_without_to",
    "infinitive_behind_concerned",
    "infinitive_without_its_tag",
    "list_above_help",
    "list_behind_help",
    "list_of_those_helped",
    "no_choice_but",
    "offence_to",
    "task_behind_done_so",
    "to_account",
    "to_before_adjective",
    "to_before_compound",
    "to_before_noun",
    "to_before_what_receives",
    "yet_to_do_it",
]


@asked_of("help helps helped helping", "VB/ccomp", "VB/conj")
def list_behind_help(tokens: list[Token]) -> None:
    """“will help firms cut waste, attract talent and create jobs”: bare verbs go on with the one behind "help"."""
    for token in tokens:
        helped = token.child("ccomp")
        if token.lemma.lower() != "help" or helped is None or helped.tag != "VB" or helped.infinitive:
            continue
        _go_on(token, helped, helped.i)


@asked_of("help helps helped helping", "VBP|VB/conj|ccomp|advcl", "nsubj")
def list_of_those_helped(tokens: list[Token]) -> None:
    """“to help graduates, soldiers and migrants find jobs”: who finds them begins with the object of "help"."""
    for token in tokens:
        subject, helped = token.child("nsubj"), None
        if token.tag not in {"VBP", "VB"} or subject is None or not subject.is_noun or token.having("aux", "mark"):
            continue
        first = subject.subtree()[0].i
        helped = next((item for item in reversed(tokens[:first]) if item.lemma.lower() == "help"), None)
        target = helped.child("dobj") if helped is not None else None
        if helped is None or target is None or first == 0 or tokens[first - 1].text != ",":
            continue
        if target.subtree()[-1].i != first - 2 or subject.child("conj") is None:
            continue
        target.hang(token, "nsubj")
        subject.hang(target, "conj")
        token.tag = "VB"
        token.hang(helped, "ccomp")


@asked_of("help helps helped helping", "VB/ccomp", "VB/conj", "see ensure")
def list_above_help(tokens: list[Token]) -> None:
    """“help graduates find jobs, step up training and see that they are paid”: who sees to it is who helps."""
    for token in tokens:
        helped = token.head
        if token.tag != "VB" or token.dep != "ccomp" or helped.lemma.lower() != "help":
            continue
        later = token.conjuncts()[1:]
        ends = later[-1] if later else token
        sees = ends.lemma.lower() in {"see", "ensure"} and any(item.child("mark") for item in ends.having("ccomp"))
        first = next((item for item in token.having("conj") if item.is_verb and tokens[item.i - 1].text == ","), None)
        if sees and first is not None:
            first.hang(helped, "conj")


@asked_of("TO/aux", "JJ|JJR|NN/acl|xcomp|advcl|relcl|ROOT|conj")
def infinitive_without_its_tag(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“the right to own, use and control the lands”: what has "to" for its auxiliary is a verb, and so is its list."""
    for token in tokens:
        if token.tag not in {"JJ", "NN", "JJR"} or not any(
            aux.tag == "TO" and aux.i == token.i - 1 for aux in token.having("aux")
        ):
            continue
        if token.tag == "JJR" and token.child("dobj") is None:
            continue  # "to lower emissions"
        if token.lower not in verbs and token.lower != "own":
            continue
        for item in token.conjuncts():
            if item is token or (item.tag in {"JJ", "NN"} and item.lower in verbs and not item.having("det", "amod")):
                item.tag, item.lemma, item.repaired = "VB", item.lower, True


@asked_of("to NN|NNS|NNP|NNPS/pcomp")
def to_before_adjective(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“entitled to equal prices”: an adjective taken for an infinitive; not "require a state to close mines"."""
    for token in tokens:
        if token.dep == "pcomp" and token.is_noun:
            token.dep = "pobj"  # "consented to processing of data"
        if not (token.tag.startswith("JJ") or token.tag in {"NNS", "NN"}):
            continue
        to = next((child for child in token.having("aux") if child.lower == "to"), None) if token.children else None
        if to is None or token.head is token:
            continue
        if token.tag == "NN":
            if (token.lower in verbs or token.dep == "xcomp") and token.child("dobj") is not None:
                token.tag, token.lemma, token.repaired = "VB", token.lower, True  # "and to combat fraud"
            continue
        listed = token.dep == "conj" and token.head.tag == "VB"  # "to submit plans and to clear arrears"
        governed = token.lower in verbs and token.head.is_verb and token.head.lemma.lower() != "entitle"
        if token.child("dobj") is not None and token.tag == "JJ" and (listed or governed):
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            to.tag = "TO"
        else:
            _further_to(token, to)


def _further_to(token: Token, to: Token) -> None:
    """“subjected to torture or to cruel treatment, nor to attacks”: a second "to" goes with the first."""
    noun = token if token.is_noun else token.child("dobj")
    if noun is None:
        return
    above = token.head
    first = above if above.lower == "to" and above.dep in {"prep", "conj"} else None
    if first is None and above.is_verb:
        first = next((child for child in above.having("prep") if child.lower == "to" and child.i < to.i), None)
    if first is not None and token.dep == "conj":
        to.hang(first, "conj")
        noun.hang(to, "pobj")
        if token is not noun:
            token.hang(noun, "amod")
    elif token is not noun and above.is_verb:
        to.hang(above, "prep")
        noun.hang(to, "pobj")
        token.hang(noun, "amod")


@asked_of("to", "prep dative")
def to_before_noun(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“the power to fine platforms”, "they're going to fast-track homes": an infinitive taken for a noun or adjective."""
    for to, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if to.lower != "to" or to.dep not in {"prep", "dative"} or to.i == 0:
            continue
        if not (
            token.tag in {"NN", "JJ"} and (token.lower in verbs or hyphened_verb(token)) and after.tag in AFTER_VERB | {"JJR"}
        ):
            continue
        before = tokens[to.i - 1]
        if _goes_on(tokens, to, token) or before.lower == "forward":
            continue  # "looked forward to further talks"
        noun = before.lemma.lower() in _POWERS and token.dep in {"amod", "compound", "nmod"}
        going = before.lower == "going" and any(child.lemma == "be" for child in before.having("aux"))
        due = before.lemma == "be" and token.dep in {"amod", "compound"}  # "their aim is to double exports"
        if to.head.is_verb and to.head.lemma.lower() in words("catenative.planned") and token.dep in {"amod", "compound"}:
            before, due = to.head, True  # "pledged on Tuesday to triple capacity"
        if not noun and not going and not due:
            continue
        target = token.head if token.dep in {"amod", "compound", "nmod"} else before.child("dobj")
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        if target is not None and target.i > token.i:
            target.hang(before, "dep")
        token.hang(before, "acl" if noun else "xcomp")
        to.hang(token, "aux")
        to.tag = "TO"
        if target is not None and target.i > token.i:
            target.hang(token, "dobj")


@asked_of(of_lemma(classes("frame")["to"]), "TO/aux", "VB/advcl|xcomp|relcl|acl", "dobj")
def to_before_what_receives(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“allocate a tenth of budgets to survivor services”: behind a verb of giving no infinitive of a word that is no verb."""
    for to, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if to.tag != "TO" or token.tag != "VB" or to.head is not token or token.lower in verbs or noun.head is not token:
            continue
        verb = verb_above(token)
        gives = verb is not None and verb.lemma.lower() in classes("frame")["to"] and verb.child("dobj") is not None
        if verb is None or not gives or noun.dep != "dobj" or not noun.is_noun:
            continue
        token.tag = "NN"
        to.tag = "IN"
        to.hang(verb, "prep")
        noun.hang(to, "pobj")
        token.hang(noun, "compound")


@asked_of("account justice", "hold held holds holding bring bringing brings brought", "VB/advcl|xcomp|acl")
def to_account(tokens: list[Token]) -> None:
    """“hold to account those who shirk duties”: nobody accounts for them."""
    for verb, to, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if to.lower != "to" or token.tag != "VB" or f"{verb.lemma.lower()} to {token.lower}" not in phrases("with_bare_noun"):
            continue
        token.tag, to.tag = "NN", "IN"
        for child in token.having("dobj"):
            child.hang(verb, "dobj")
        to.hang(verb, "prep")
        token.hang(to, "pobj")


@asked_of("done do", "so", "VB/advcl|xcomp", "relcl")
def task_behind_done_so(tokens: list[Token]) -> None:
    """“urge States that have not yet done so to ratify X”: what they are urged to do."""
    for token in tokens:
        relative = token.head
        if token.tag != "VB" or not token.infinitive or relative.lemma.lower() != "do" or relative.dep != "relcl":
            continue
        verb = relative.head.head
        so = any(child.lower == "so" and child.i < token.i for child in relative.having("advmod"))
        if so and verb.is_verb and moves(verb) and relative.head.dep in {"dobj", "pobj"}:
            token.hang(verb, "xcomp")


@asked_of("entitled right", "TO", "VB")
def entitled_to_noun(tokens: list[Token]) -> None:
    """“entitled to support from an advocate”, "to leave": to a thing, where the word acts on nothing and can be a noun."""
    for above, to, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if above.lower not in {"entitled", "right"} or to.lower != "to" or to.head is not token or token.tag != "VB":
            continue
        if token.lower not in _ENTITLED or token.having("dobj", "xcomp", "ccomp", "nsubj", "conj", "prt"):
            continue
        token.tag, to.tag = "NN", "IN"
        to.hang(above, "prep")
        token.hang(to, "pobj")


_ENTITLED = frozenset(
    {
        "support",
        "transport",
        "leave",
        "help",
        "respite",
        "care",
        "rest",
        "pay",
        "benefit",
        "credit",
        "access",
        "treatment",
        "aid",
    }
)


@asked_of("yet", "have has had", "WDT|WP|IN/dobj", "xcomp")
def yet_to_do_it(tokens: list[Token]) -> None:
    """“the plan, which the cabinet has yet to adopt”: what is not adopted yet, not what the cabinet has."""
    for token in tokens:
        which = next((item for item in token.having("dobj") if item.lower in {"which", "that", "whom"}), None)
        verb = next((item for item in token.having("xcomp") if item.infinitive and item.child("dobj") is None), None)
        if (
            token.lemma == "have"
            and which is not None
            and verb is not None
            and any(item.lower == "yet" for item in token.children)
        ):
            which.hang(verb, "dep")  # the relative clause is about what it stands for


@asked_of("VB/relcl|acl|advcl", "TO", "NNS/dobj")
def to_before_compound(tokens: list[Token]) -> None:
    """“protest at cuts to fuel subsidies”: what is cut, changed or harmed is a noun phrase."""
    for to, token, noun in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        above = token.head
        if to.tag != "TO" or to.head is not token or token.tag != "VB" or above.lemma.lower() not in _DONE_TO:
            continue
        if above.is_noun and noun.head is token and noun.dep == "dobj" and noun.tag == "NNS":
            token.tag, to.tag = "NN", "IN"
            to.hang(above, "prep")
            noun.hang(to, "pobj")
            token.hang(noun, "compound")


_DONE_TO = frozenset({"cut", "change", "reduction", "increase", "rise", "damage", "threat", "harm", "amendment", "adjustment"})


def _goes_on(tokens: list[Token], to: Token, token: Token) -> bool:
    """“to widen access and to combat fraud”: an infinitive goes on with the one before "and"."""
    target = token.head
    if tokens[to.i - 1].lower not in {"and", "or"} or token.dep not in {"compound", "amod"} or target.child("det") is not None:
        return False
    earlier = next((item for item in reversed(tokens[: to.i]) if item.tag == "VB" and item.infinitive), None)
    if earlier is None or target.head is not to:
        return False
    token.tag, token.lemma, token.repaired = "VB", token.lower, True
    token.hang(earlier, "conj")
    target.hang(token, "dobj")
    to.hang(token, "aux")
    to.tag = "TO"
    return True


_POWERS = words("with_infinitive")


@asked_of("concerned involved affected responsible", "VB/xcomp|advcl")
def infinitive_behind_concerned(tokens: list[Token]) -> None:
    """“require the port concerned to submit a plan”: the infinitive goes with "require"."""
    for token in tokens:
        participle = token.head
        if token.dep not in {"xcomp", "advcl"} or token.tag != "VB" or participle.dep != "acl":
            continue
        noun = participle.head
        if participle.lower in {"concerned", "involved", "affected", "responsible"} and noun.dep == "dobj":
            token.hang(noun.head, "xcomp")


@asked_of("choice option alternative", "but", "TO")
def no_choice_but(tokens: list[Token]) -> None:
    """“had no option but to raise taxes”, "leaves them no choice but to close wards": they have to."""
    for noun, but, to in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb, token = noun.head, to.head
        if noun.lower not in {"choice", "option", "alternative"} or but.lower != "but" or to.tag != "TO" or not verb.is_verb:
            continue
        no = next((child for child in noun.having("det") if child.lower in {"no", "little"}), None)
        if no is None or noun.dep != "dobj" or not token.is_verb or to.dep != "aux" or token.i < to.i:
            continue
        but.hang(token, "dep")
        no.hang(but, "det")
        if verb.lemma.lower() == "have":
            token.hang(verb, "xcomp")
            noun.hang(token, "dep")
        else:
            token.hang(noun, "acl")


@asked_of("it", "TO", " ".join(sorted(words("offence"))), "VB/ccomp")
def offence_to(tokens: list[Token]) -> None:
    """“makes it a crime to spread rumours”: no crime spreads anything."""
    for noun in tokens[2:-2]:
        token, verb = noun.head, noun.head.head
        if noun.lemma.lower() not in words("offence") or noun.dep != "nsubj" or token.dep != "ccomp" or not token.infinitive:
            continue
        if verb.lemma.lower() == "make" and any(child.lower == "it" for child in (*noun.children, *token.children)):
            noun.hang(verb, "ccomp")
            token.hang(noun, "acl")


@asked_of("dobj", "help helps helped helping let lets letting")
def help_without_to(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“help companies access research infrastructure”: a plural noun and then a verb, taken for one compound."""
    for token in tokens:
        if token.dep != "dobj" or not token.is_noun or token.head.lemma.lower() not in {"help", "let"}:
            continue
        parts = [child for child in token.children if child.dep in {"compound", "nmod", "amod"}] + [
            below for child in token.having("compound", "nmod") for below in child.children if below.dep in {"compound", "nmod"}
        ]
        known = with_words(verbs, "noun_or_verb")
        verb = next((item for item in parts if item.tag in {"NN", "VB"} and item.lower in known), None)
        if verb is None:
            continue
        subject = tokens[verb.i - 1]
        if subject.tag not in {"NNS", "NNPS"} or subject.i <= token.head.i:
            continue
        helper = token.head
        verb.tag, verb.lemma, verb.repaired = "VB", verb.lower, True
        token.hang(helper, "dep")
        verb.hang(helper, "ccomp")
        subject.hang(verb, "nsubj")
        token.hang(verb, "dobj")
        lead(subject, token)
        _go_on(helper, verb, token.i)


def _go_on(helper: Token, verb: Token, after: int) -> None:
    """Let the bare verbs of ``helper``'s list behind the place ``after`` go on with ``verb``, which it helps to do."""
    for other in helper.having("conj"):
        if other.tag == "VB" and other.i > after and not other.having("aux", "nsubj"):
            other.hang(verb, "conj")
