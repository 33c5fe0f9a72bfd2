"""Participles that the parser took for the verb of the sentence."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.frames import takes_clause
from kg.extraction.repair.mainverbs import has_finite_auxiliary
from kg.extraction.repair.steps import FINITE, TENSED, be_subject_of, succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "bare_verb_behind_than",
    "followed_by",
    "participle_before_auxiliary",
    "participle_before_its_verb",
    "participle_before_object",
    "participle_behind_those",
    "participle_beside_participle",
    "participle_beside_passive",
    "participle_between_commas",
    "participle_in_list_of_subjects",
    "participle_of_design",
    "participle_of_the_report",
    "participle_taken_for_main",
    "receiver_before_participle",
    "subject_before_participle",
    "while_behind_relative",
]


@asked_of("VBN|VBD/ROOT", "VBN|VB/ccomp|conj", "aux auxpass")
def participle_in_list_of_subjects(tokens: list[Token]) -> None:
    """“Slavery, torture and forced labour are prohibited”: what stands between subjects and "are" is no verb of its own."""
    for token, noun, auxiliary in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb, subject = auxiliary.head, token.child("nsubj")
        if token.dep != "ROOT" or token.tag not in {"VBN", "VBD"} or noun.head is not token or noun.dep != "dobj":
            continue
        if auxiliary.dep not in {"aux", "auxpass"} or verb.head is not token or verb.having("nsubj", "nsubjpass", "mark"):
            continue
        if subject is None or auxiliary.tag not in TENSED or tokens[token.i - 1].lower not in {"and", "or", ","}:
            continue
        verb.replace(token)
        be_subject_of(subject, verb)
        noun.hang(subject, "conj")
        succeed(verb, token)
        token.hang(noun, "amod")


@asked_of("VBN|VBD/ROOT", "nsubj nsubjpass", "conj ccomp dep")
def participle_taken_for_main(tokens: list[Token]) -> None:
    """“our officers, deployed at its request and authorized by X, have secured …”: the verb with the auxiliary is the main."""
    for token in tokens:
        if token.tag not in {"VBN", "VBD"} or token.dep != "ROOT" or token.having("aux", "auxpass") or token.i == 0:
            continue
        subject = token.child("nsubj", "nsubjpass")
        target = token.child("dobj", "oprd")
        if subject is None or subject.i > token.i or (target is not None and target.lower not in words("modifier.legal")):
            continue
        apart = tokens[token.i - 1].text == ","
        main = next(
            (
                child
                for child in token.having(*(("conj",) if apart else ("ccomp", "dep", "conj", *(("advcl",) if target else ()))))
                if (has_finite_auxiliary(child) or (not apart and child.tag in FINITE and child.i > token.i))
                and not child.having("nsubj", "nsubjpass", "mark")
            ),
            None,
        )
        if main is None or (not apart and target is None and token.child("prep", "agent", "neg", "xcomp", "advcl") is None):
            continue
        opens = main.opening.i
        if apart and tokens[opens - 1].text != ",":
            continue
        coordinated = token.child("cc") is not None or any(item.text == "," for item in tokens[token.i : opens])
        if not apart and main.dep == "conj" and (coordinated or not subject.is_noun):
            continue  # "Any person engaged in trade shall register" has one main verb
        main.replace(token)
        token.hang(main, "dep")
        passive = any(child.dep == "auxpass" for child in main.children)
        for child in list(token.children):
            if child is subject:
                child.hang(main, "nsubjpass" if passive else "nsubj")
            elif child.i < subject.i or (child.i > opens and child is not main):
                child.hang(main, child.dep)
        token.tag = "VBN"
        token.hang(subject, "acl")
        if target is not None:
            target.tag, target.dep = "RB", "advmod"  # "issued thereunder", "granted pursuant to the act"
        return


@asked_of("VBD/conj|ccomp", "nsubj", "VBN|VB/conj|ccomp", "aux auxpass")
def participle_before_auxiliary(tokens: list[Token]) -> None:
    """“wards will be cleaned, and any area contaminated with blood will be disinfected”: the auxiliary's verb is the main."""
    for token, after in pairwise(tokens):
        subject = token.child("nsubj")
        said = after.dep in {"prep", "agent"} or (after.dep in {"dobj", "xcomp"} and after.lower.endswith("ing"))
        if token.tag != "VBD" or subject is None or subject.i != token.i - 1 or not said:
            continue
        end = after.subtree()[-1].i + 1
        verb = tokens[end].head if end < len(tokens) and tokens[end].dep in {"aux", "auxpass"} else token
        if verb is token or verb.head is not token.head or verb.having("nsubj", "nsubjpass") or after.head is not token:
            continue
        be_subject_of(subject, verb)
        token.tag = "VBN"
        token.hang(subject, "acl")


@asked_of("those", "VBD|VBN/acl|advcl|dep|ccomp")
def participle_behind_those(tokens: list[Token]) -> None:
    """“lets officials close those deemed a threat”: who is deemed one are those."""
    for those, token in pairwise(tokens):
        if those.lower == "those" and token.tag in {"VBD", "VBN"} and not token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            token.tag = "VBN"
            token.hang(those, "acl")


_GIVEN = words("giving") | {"allocate", "assign", "owe"}


@asked_of(of_lemma(_GIVEN), "VBD|VBN/ROOT|ccomp|conj|advcl", "dobj", "NN|NNS|NNP/nsubj|pobj|dobj|nsubjpass")
def receiver_before_participle(tokens: list[Token]) -> None:
    """“Firms awarded contracts must publish X”, "covers companies granted licences": who is given something receives it."""
    for noun, token in pairwise(tokens):
        if token.tag not in {"VBD", "VBN"} or not noun.is_noun:
            continue
        given = token.child("dobj")
        if given is None or given.tag in {"PRP", "IN"} or given.i < token.i:
            continue
        if token.lemma.lower() not in _GIVEN or token.having("aux", "auxpass", "mark"):
            continue
        own = noun.head is token and noun.dep == "nsubj"
        above = token.head
        if token.dep == "ROOT" and own:
            main = next(
                (item for item in token.having("ccomp", "conj", "advcl") if item.i > given.i and _lacks_subject(item)), None
            )
            if main is None:
                continue
            main.replace(token)
            be_subject_of(noun, main)
            for child in list(token.children):
                if child.i >= main.opening.i:
                    child.hang(main, child.dep)
        elif token.dep == "ccomp" and own and above.is_verb and above.i < noun.i and not takes_clause(above):
            noun.hang(above, "dobj")
        elif token.dep not in {"conj", "advcl"} or not above.is_verb or above.tag != "VB" or not _inside(noun, above):
            continue
        token.tag = "VBN"
        given.tag = "NN" if given.tag == "JJ" else given.tag  # "offered a flat"
        token.hang(noun, "acl")


def _lacks_subject(verb: Token) -> bool:
    return verb.is_verb and has_finite_auxiliary(verb) and not verb.having("nsubj", "nsubjpass", "mark")


def _inside(noun: Token, verb: Token) -> bool:
    """Whether the noun is the object of ``verb``, or stands inside that."""
    return noun.dep in {"pobj", "dobj"} and any(item is verb for item in noun.ancestors())


@asked_of("while", "VBG/advcl", "relcl", "VB")
def while_behind_relative(tokens: list[Token]) -> None:
    """“agreed to end subsidies that encourage waste while providing support”: what is done besides is the main verb's."""
    for token in tokens:
        relative = token.head
        meanwhile = any(mark.lower == "while" for mark in token.having("mark"))
        if not meanwhile or token.tag != "VBG" or relative.dep != "relcl" or token.child("nsubj") is not None:
            continue
        above = verb_above(relative)
        if above is not None and above.tag == "VB":
            token.hang(above, "advcl")


@asked_of("VBN/advcl", ",", "dobj")
def participle_of_design(tokens: list[Token]) -> None:
    """“shall put in place measures, tailored to the risks, which …”: so are the measures, not who puts them in place."""
    for noun, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag != "VBN" or token.dep != "advcl" or comma.text != "," or token.lemma.lower() not in words("designing"):
            continue
        if noun.dep == "dobj" and noun.head is token.head and not token.having("aux", "auxpass", "nsubj", "mark"):
            token.hang(noun, "acl")


@asked_of("followed", ",", "agent", "dobj nsubjpass")
def followed_by(tokens: list[Token]) -> None:
    """“will publish guidelines in spring, followed by manuals”: the manuals follow the guidelines."""
    for comma, token in pairwise(tokens):
        verb = token.head
        if comma.text != "," or token.lower != "followed" or token.dep != "advcl" or not token.having("agent"):
            continue
        target = verb.child("dobj", "nsubjpass")
        if target is not None and target.i < token.i and not token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            token.hang(target, "acl")


@asked_of("VBG/advcl", ",", "VBD|VBZ|VBP|VBN")
def participle_of_the_report(tokens: list[Token]) -> None:
    """“dropped a probe into whether firms colluded, finding no evidence”: behind a comma, what the main verb's subject does."""
    for comma, token in pairwise(tokens):
        head = token.head
        if comma.text != "," or token.tag != "VBG" or token.dep != "advcl" or head.i > token.i:
            continue
        if token.lemma.lower() not in words("reporting") or token.having("mark", "nsubj", "aux"):
            continue
        main = head
        while main.dep in _EMBEDDED and main.head is not main:
            main = next((above for above in main.ancestors() if above.is_verb), main.head)
        if main is not head and main.is_verb:
            token.hang(main, "advcl")


_EMBEDDED = frozenset({"relcl", "acl", "xcomp", "pcomp", "advcl", "ccomp"})


@asked_of("having VBN/nsubj|nsubjpass|ccomp VBG/nsubj|csubj VBD|VBN/csubj|csubjpass")
def subject_before_participle(tokens: list[Token]) -> None:
    """“The Heads of State, meeting in Makassar, exchanged views”: the noun before the participle is the subject."""
    for token in tokens:
        having = token.dep == "ccomp" and token.tag == "VBN" and any(aux.lower == "having" for aux in token.having("aux"))
        own = token.child("nsubj", "nsubjpass") if having else None
        if own is not None and not token.head.having("nsubj", "nsubjpass") and own.i < token.i < token.head.i:
            be_subject_of(own, token.head)
            token.dep = "advcl"  # "investment, having been cut before, will be increased"
        if token.dep == "ccomp" and token.tag == "VBN" and _not_chosen(token):
            continue
        if token.tag == "VBG" and token.dep == "nsubj" and token.i > 0 and token.head.i > token.i:
            before = tokens[token.i - 1].lower
            if before in {"when", "while", "if"} or (before == "so" and tokens[max(token.i - 2, 0)].lower in {"when", "while"}):
                token.dep = "advcl"  # "and when so acting shall have all the powers"
                continue
        if token.dep == "csubj" and token.tag == "VBG" and not token.having("aux", "auxpass"):
            own = token.child("nsubj")
            if own is not None and own.is_noun and own.i < token.i and not own.having("case"):
                own.hang(token.head, "nsubj")  # "consumers still running old boilers should"
                token.hang(own, "acl")
                continue
        if token.dep in {"nsubj", "nsubjpass"} and token.tag == "VBN" and _apart(tokens, token):
            continue
        if token.dep in {"csubj", "csubjpass"} and token.tag in {"VBD", "VBN"} and not token.having("aux", "auxpass"):
            _collected(token)
            continue
        if token.dep != "nsubj" or token.tag != "VBG" or token.i == 0 or tokens[token.i - 1].text != ",":
            continue
        subject = token.child("nsubj")
        if subject is not None and subject.i < token.i and token.head.is_verb:
            verb = token.head
            subject.hang(verb, "nsubj")
            token.hang(subject, "acl")


def _not_chosen(token: Token) -> bool:
    """“applicants not chosen in this round are encouraged to …”: what the parser took for a clause of its own."""
    own, verb = token.child("nsubj", "nsubjpass"), token.head
    if own is None or token.having("aux", "auxpass", "dobj", "mark") or verb.having("nsubj", "nsubjpass") or verb.i < token.i:
        return False
    if not has_finite_auxiliary(verb) or own.i > token.i:
        return False
    be_subject_of(own, verb)
    token.hang(own, "acl")
    return True


def _apart(tokens: list[Token], token: Token) -> bool:
    """“elections, twice postponed, will be held”: whether it was the participle in the parenthesis that the parser took."""
    first, verb = token.subtree()[0].i, token.head
    comma = tokens[first] if tokens[first].text == "," else tokens[first - 1]
    noun = tokens[comma.i - 1] if comma.text == "," and comma.i else None
    if noun is None or not noun.is_noun or noun.dep not in {"conj", "appos", "dep"} or token.i + 1 >= len(tokens):
        return False
    noun.hang(verb, token.dep)
    token.hang(noun, "acl")
    return True


def _collected(token: Token) -> None:
    """“the information collected pursuant to paragraph 1 shall be used”: the information is the subject."""
    noun, verb = token.child("nsubj", "nsubjpass"), token.head
    asks = any(child.tag in {"WP", "WDT", "WRB"} for child in token.children)  # "what the board decided was to wait"
    if noun is None or not noun.is_noun or noun.i > token.i or asks:
        return
    be_subject_of(noun, verb)
    token.tag = "VBN"
    token.hang(noun, "acl")
    for child in token.having("dobj"):
        if not child.is_noun:
            child.dep = "advmod"


@asked_of("VBN|VBD/advcl|xcomp|ccomp|acl|conj|dep", "dobj", "VB")
def participle_before_object(tokens: list[Token]) -> None:
    """“to map contaminated sites and to set targets”: the sites are contaminated, and mapped."""
    for verb, token in pairwise(tokens):
        if verb.tag != "VB" or token.tag not in {"VBN", "VBD"} or token.head not in {verb, verb.head}:
            continue
        noun = token.child("dobj")
        if not (verb.infinitive or verb.modal) or noun is None or token.having("aux", "auxpass", "mark", "nsubj"):
            continue
        if verb.child("dobj") is not None or any(item.dep in {"det", "poss"} for item in tokens[token.i + 1 : noun.i]):
            continue
        noun.hang(verb, "dobj")
        for child in list(token.children):
            if child.i > noun.i or child.dep in {"cc", "punct"}:
                child.hang(verb, child.dep)
        token.hang(noun, "amod")
        token.tag = "VBN"


@asked_of("VBG/advcl", "and but", ",", "conj")
def participle_before_its_verb(tokens: list[Token]) -> None:
    """“held a debate and, recalling its decisions, calls on X”: the participle goes with the verb behind it."""
    for cc, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag != "VBG" or token.dep != "advcl" or comma.text != "," or cc.lower not in {"and", "but"} or cc.dep != "cc":
            continue
        last = token.subtree()[-1].i
        verb = next((item for item in token.head.having("conj") if item.is_verb and item.i > last), None)
        if cc.head is token.head and verb is not None and tokens[last + 1].text == "," and not token.having("mark"):
            token.hang(verb, "advcl")


@asked_of("VBD/conj", "auxpass", "MD/aux WRB/advmod mark", "and or")
def participle_beside_passive(tokens: list[Token]) -> None:
    """“when quotas are set or areas closed”: beside a present under "when", or a modal, a past is a participle."""
    for token in tokens[3:]:
        head = token.head
        subject = token.child("nsubj")
        if token.tag != "VBD" or token.dep != "conj" or head.tag != "VBN" or subject is None or not head.having("auxpass"):
            continue
        when = head.having("mark") or any(child.tag == "WRB" for child in head.having("advmod"))
        told = any(child.lower == "that" for child in head.having("mark"))
        present = head.opening.tag == "MD" or (head.opening.tag in {"VBP", "VBZ"} and when and not told)
        if present and not token.having("aux", "auxpass", "agent", "dobj", "ccomp", "xcomp", "prt", "mark"):
            token.tag, subject.dep = "VBN", "nsubjpass"


@asked_of("than", "rather", "JJ|NN/conj|pobj")
def bare_verb_behind_than(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“will repair, rather than demolish, the halls”: between the verb and its object."""
    for than, token, comma in zip(tokens[2:], tokens[3:], tokens[4:], strict=False):
        if than.lower != "than" or tokens[than.i - 1].lower != "rather" or comma.text != "," or token.tag not in {"JJ", "NN"}:
            continue
        verb = verb_above(token)
        if verb is None or verb.tag != "VB" or verb.i > than.i or token.lower not in verbs or token.having("det", "amod"):
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(verb, "conj")


@asked_of("VBN|VBD", "nsubj nsubjpass", ",", "aux auxpass")
def participle_between_commas(tokens: list[Token]) -> None:
    """“reports that elections, twice postponed, will be held”: what stands between commas says of the subject."""
    for token in tokens[3:-2]:
        subject = token.child("nsubj", "nsubjpass") if token.tag in {"VBN", "VBD"} else None
        if subject is None or subject.i > token.i or token.having("aux", "auxpass", "dobj"):
            continue
        end = max([token.i, *(item.subtree()[-1].i for item in token.having("advmod", "prep", "npadvmod", "agent"))])
        comma, first = (tokens[end + 1], tokens[end + 2]) if end + 2 < len(tokens) else (token, token)
        if comma.text != "," or first.dep not in {"aux", "auxpass"}:
            continue
        verb, last = first.head, subject.subtree()[-1]
        if last.text != "," and tokens[last.i + 1].text != ",":
            continue
        others = [item for item in verb.having("nsubj", "nsubjpass") if item is not token]
        if verb.i < first.i or others or not (token.head is verb or verb.head in {token, token.head}):
            continue
        if verb.head is token:
            verb.replace(token)
        be_subject_of(subject, verb)
        for child in token.having("mark", "cc"):
            child.hang(verb, child.dep)
        token.tag = "VBN"
        token.hang(subject, "acl")


@asked_of("VBN/acl", "NNP/pobj", ",")
def participle_beside_participle(tokens: list[Token]) -> None:
    """“the mission, based in Goma, trained by X and paid by Y, protects civilians”: a second participle goes on with the
    first, and the place that stands between them is nobody's pupil."""
    for comma, token in pairwise(tokens):
        place = token.head
        if comma.text != "," or token.tag != "VBN" or token.dep != "acl" or place.tag != "NNP" or place.dep != "pobj":
            continue
        first = next((item for item in place.ancestors() if item.is_verb), None)
        before = tokens[first.i - 1] if first is not None else None
        if first is None or before is None or first.tag != "VBN" or first.dep != "acl" or place.head.head is not first:
            continue
        last = token.subtree()[-1]
        closed = last.text == "," or (last.i + 1 < len(tokens) and tokens[last.i + 1].text == ",")
        if before.text == "," and closed and first.head.is_noun and place.head.lower in {"in", "at", "near"}:
            token.hang(first.head, "acl")
