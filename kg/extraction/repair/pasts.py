"""Past tenses in lists: "we planted trees, restored wetlands and opened lanes"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.heads import is_amount
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.frames import moving_verbs, says
from kg.extraction.repair.steps import PAST, is_perfect, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "lay",
    "past_before_its_object",
    "past_before_preposition",
    "past_behind_amount",
    "past_behind_amount_and_comma",
    "past_behind_modal",
    "past_behind_participle",
    "past_behind_the_verbs_and",
    "past_beside_perfect",
    "past_in_a_list",
    "past_of_what_is_told",
    "past_taken_for_participle",
    "past_that_moves",
    "past_with_its_object",
    "perfect_between_objects",
    "perfect_infinitive",
    "perfect_taken_for_having",
]

_LEAST = 2  # pasts that make a list


@asked_of("VBN|JJ|VBD/amod", "VBD", "and", "NNS/conj")
def past_behind_the_verbs_and(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“imposed a curfew in three provinces and banned gatherings”: the "and" of a verb joins it to a verb."""
    for joint, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = joint.head
        if joint.lower != "and" or joint.dep != "cc" or verb.tag != "VBD" or token.head is not noun:
            continue
        moved = any(item.lower == "to" for item in tokens[noun.i + 1 : noun.i + 2])
        alone = noun.tag == "NNS" and noun.dep == "conj" and noun.head is verb
        lemma = lemma_of_past(token, verbs)
        if token.dep == "amod" and alone and not moved and lemma is not None:
            token.tag, token.lemma, token.repaired = "VBD", lemma, True
            token.join(verb, noun)


@asked_of("VBN|VBD/acl", "VBD/conj", ",")
def past_before_preposition(tokens: list[Token]) -> None:
    """“set up a mechanism, disposed of 43 banks, curbed debt and …”: nothing is disposed without "of"."""
    for token in tokens[1:-2]:
        verb = verb_above(token)
        if token.dep != "acl" or tokens[token.i - 1].text != "," or verb is None or verb.tag != "VBD":
            continue
        if token.lemma.lower() not in words("with_preposition") or tokens[token.i + 1].dep != "prep":
            continue
        if any(
            item.i > token.i and tokens[item.i - 1].lower in {",", "and"} for item in verb.having("conj") if item.tag == "VBD"
        ):
            token.tag = "VBD"
            token.hang(verb, "conj")


@asked_of("VBN/relcl|ccomp", "VBD/conj", "and but")
def past_beside_perfect(tokens: list[Token]) -> None:
    """“ended a dispute that had lasted for years and gave the island a seat”: "had" would need "given"."""
    for token in tokens:
        nested = token.head
        if token.tag != "VBD" or token.dep != "conj" or token.lower not in _NO_PARTICIPLE or nested.tag != "VBN":
            continue
        if not is_perfect(nested) or token.having("nsubj", "aux", "mark"):
            continue
        verb = verb_above(nested)
        if verb is not None and verb.tag == "VBD" and nested.dep in {"relcl", "ccomp"}:
            token.hang(verb, "conj")


@asked_of("have has had", "VBN|VBD/amod", "dobj")
def perfect_taken_for_having(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“had trained inspectors, closed sites and would …”: nobody has two trained and closed things without an article."""
    for token in tokens:
        if token.lemma != "have" or token.dep in {"aux", "auxpass"} or token.tag not in {"VBD", "VBZ", "VBP"}:
            continue
        owned = [noun for noun in token.having("dobj", "appos", "conj") if noun.is_noun]
        owned += [noun for first in owned[:1] for noun in first.having("appos", "conj") if noun.is_noun]
        done = [(_participle_of(noun, tokens, verbs), noun) for noun in owned]
        first = done[0][0] if len(done) >= _LEAST else None
        if first is None or first.i != token.i + 1 or any(participle is None for participle, _ in done):
            continue
        for participle, noun in done:
            if participle is not None:
                participle.tag, participle.lemma = "VBN", lemma_of_past(participle, verbs) or participle.lemma
                participle.repaired = True
                noun.hang(token, "dep")
                participle.hang(token, "dep")
        first.replace(token)
        for child in list(token.children):
            child.hang(first, "conj" if any(child is item for item, _ in done) else child.dep)
        for participle, noun in done:
            if participle is not None:
                noun.hang(participle, "dobj")
        token.hang(first, "aux")


def _participle_of(noun: Token, tokens: list[Token], verbs: AbstractSet[str]) -> Token | None:
    """The participle that opens the phrase of a plural ``noun`` without article."""
    first = noun.subtree()[0]
    opens = first.tag in {"VBN", "VBD"} and first.dep == "amod" and first.head is noun and noun.tag == "NNS"
    return first if opens and lemma_of_past(first, verbs) and (tokens[first.i - 1].text == "," or first.i > 0) else None


@asked_of("VBD/conj", "that", "had have has")
def past_of_what_is_told(tokens: list[Token]) -> None:
    """“said that the city had closed two sites, opened one and would build more”: a list without "and" is all told."""
    for token in tokens:
        verb = token.head
        told = next((item for item in verb.having("ccomp") if item.i > verb.i), None)
        if (
            token.tag != "VBD"
            or token.dep != "conj"
            or verb.tag != "VBD"
            or told is None
            or told.tag != "VBN"
            or told.i < verb.i
        ):
            continue
        perfect = is_perfect(told) and told.child("mark") is not None
        last = [item for item in token.having("conj") if item.tag in {"VBD", "VBN"} or item.modal]
        said = any(says(item) for item in (token, *last) if not item.modal)
        if perfect and last and not said and tokens[token.i - 1].text == "," and not token.having("nsubj", "aux"):
            token.tag = "VBN"
            token.hang(told, "conj")


_NO_PARTICIPLE = words("unlike_participle")  # pasts of verbs whose participle has another form


@asked_of("VBN/advcl", "VBD", ",", "conj")
def past_taken_for_participle(tokens: list[Token]) -> None:
    """“we carried out the plan, pressed ahead with reform and met the targets”: what goes on with an object is no passive."""
    for token in tokens[2:]:
        verb = token.head
        if token.tag != "VBN" or token.dep != "advcl" or verb.tag != "VBD" or tokens[token.i - 1].text != ",":
            continue
        if token.i < verb.i or token.having("aux", "auxpass", "mark", "agent", "nsubj", "nsubjpass"):
            continue
        later = [item for item in token.having("conj") if item.tag in {"VBD", "VBN"} and item.child("dobj") is not None]
        if later and token.lower != token.lemma.lower():
            token.tag = "VBD"
            token.hang(verb, "conj")
            for item in later:
                item.tag = "VBD"


@asked_of("VBN|JJ|VBD/amod", "VBD", "and")
def past_before_its_object(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“abolished fees, merged offices and opened lanes”: after two pasts, a third is no modifier of a noun without article."""
    for token in tokens[2:-1]:
        noun = token.head
        if token.tag not in {"VBN", "JJ", "VBD"} or token.dep != "amod" or noun.dep not in {"conj", "dobj", "appos"}:
            continue
        lemma = lemma_of_past(token, verbs)
        if lemma is None or not _opens(tokens, token, noun):
            continue
        verb = next(
            (above for above in noun.ancestors() if above.tag == "VBD" and above.dep in {"ROOT", "conj", "ccomp"}), None
        )
        while verb is not None and verb.goes_on and verb.head.tag == "VBD":
            verb = verb.head
        if verb is None or verb.modal or verb.child("nsubj") is None:
            continue
        listed = [item for item in verb.conjuncts() if item.tag == "VBD" and not item.having("aux", "auxpass")]
        if len(listed) < _LEAST or not any(tokens[item.i - 1].lower in {",", "and"} for item in listed[1:]):
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)


def _opens(tokens: list[Token], token: Token, noun: Token) -> bool:
    """Whether ``token`` opens its noun phrase, behind a comma or "and"."""
    left = [item for item in noun.subtree() if item.i < noun.i and item.dep not in {"punct", "cc"}]
    return bool(left) and left[0] is token and tokens[token.i - 1].lower in {",", "and"}


@asked_of("JJ|VBN/amod", "VBD", "NN|NNS/conj", "and", "CD")
def past_behind_amount(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“cut traffic by 34% and reduced collisions”: an amount goes on with an amount only."""
    for joint, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        amount, lemma = tokens[joint.i - 1], lemma_of_past(token, verbs)
        if joint.lower != "and" or token.dep != "amod" or token.head is not noun or noun.dep != "conj" or lemma is None:
            continue
        verb = verb_above(amount)
        if token.tag not in {"JJ", "VBN"} or not is_amount(amount) or verb is None or verb.tag != "VBD" or verb.i > token.i:
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)
        for prep in verb.having("prep"):
            if prep.i > noun.i:
                prep.hang(token, "prep")


@asked_of("VBN|JJ/amod", "VBD", ",", "appos")
def past_behind_amount_and_comma(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“cut fees by 180 billion yuan, refunded overpaid tax, and deferred repayments”: no amount is called by another name."""
    for comma, token in pairwise(tokens):
        if comma.text != "," or token.tag not in {"VBN", "JJ"}:
            continue
        noun, lemma = token.head, lemma_of_past(token, verbs)
        while noun.dep in {"amod", "compound"} and noun.i > token.i and noun.head is not noun:
            noun = noun.head
        amount = noun.head
        if lemma is None or noun.dep != "appos" or not is_amount(amount):
            continue
        verb = verb_above(amount)
        if verb is None or verb.tag != "VBD" or noun.child("det") is not None:
            continue
        last = next((item for item in tokens[noun.i : noun.i + 4] if item.tag in {"VBN", "VBD"} and item.dep == "amod"), None)
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)
        if last is not None and tokens[last.i - 1].lower == "and" and (other := lemma_of_past(last, verbs)) is not None:
            last.tag, last.lemma, last.repaired = "VBD", other, True
            last.join(verb, last.head)


@asked_of("lay", "VB", "VBD|VBN|NN|JJ")
def lay(tokens: list[Token]) -> None:
    """“will upgrade industries and lay out new ones”: here no past of "lie"."""
    for token in tokens[2:-1]:
        verb = next((above for above in token.ancestors() if above.tag == "VB"), None)
        opens = tokens[token.i - 1].lower in {"and", "or", ","}
        if token.lower != "lay" or token.tag not in {"VBD", "VBN", "NN", "JJ"} or verb is None or not opens or verb.i > token.i:
            continue
        while verb.goes_on and verb.head.tag == "VB":
            verb = verb.head
        target = token.head if token.dep in {"amod", "compound", "nmod"} and token.head.i > token.i else None
        token.tag, token.lemma, token.repaired = "VB", "lay", True
        if target is None:
            token.hang(verb, "conj")
        else:
            token.join(verb, target)


@asked_of("VBD|VBN/dep", "VBD", ",", "VBD|VBN/conj")
def past_in_a_list(tokens: list[Token]) -> None:
    """“The state bought, restored and reopened the railway”: the second of three pasts with one object."""
    for token in tokens[2:]:
        verb = token.head
        if token.dep != "dep" or token.tag not in PAST or verb.tag != "VBD" or verb.i != token.i - 2:
            continue
        listed = tokens[token.i - 1].text == "," and not token.having("nsubj", "nsubjpass", "aux", "auxpass", "mark")
        last = next((item for item in token.having("conj") if item.tag in PAST), None)
        if listed and last is not None and verb.child("dobj", "ccomp") is None:
            token.tag = last.tag = "VBD"
            token.hang(verb, "conj")
            last.hang(verb, "conj")


@asked_of("VBD|VBZ|VBN/conj", "dobj", "ccomp")
def past_with_its_object(tokens: list[Token]) -> None:
    """“concluded that the measure was disproportionate and annulled it”, "found that files had been lost and recommended
    training": what is annulled does not annul, and what is lost in the passive acts on nothing."""
    for token in tokens[3:]:
        inner, target = token.head, token.child("dobj")
        if (
            token.dep != "conj"
            or target is None
            or inner.dep != "ccomp"
            or token.having("nsubj", "nsubjpass", "aux", "auxpass")
        ):
            continue
        subject, outer = inner.child("nsubj", "nsubjpass"), inner.head
        if subject is None or not subject.is_noun or not outer.is_verb or outer.tag not in {"VBD", "VBZ"}:
            continue
        many = target.lower == "them"
        others = [item for item in tokens[subject.i + 1 : token.i] if item.is_noun and item.head is not subject]
        others = [item for item in others if (item.tag in {"NNS", "NNPS"}) == many]  # "harmed children and banned it"
        same = target.lower in {"it", "them"} and (subject.tag in {"NNS", "NNPS"}) == many
        passive = inner.having("auxpass") and target.is_noun and token.tag in PAST and outer.tag == "VBD"
        if passive or (same and not others and token.tag == outer.tag):
            token.tag = outer.tag
            token.hang(outer, "conj")


@asked_of("VBD/conj", "VBN/acl", "dobj", "and but")
def past_behind_participle(tokens: list[Token]) -> None:
    """“left commuters stranded and cost the economy 300 million”: a past with an object goes on with a past."""
    for token in tokens[3:]:
        inner = token.head
        if token.tag != "VBD" or token.dep != "conj" or inner.tag != "VBN" or inner.dep != "acl" or token.child("dobj") is None:
            continue
        if token.lemma.lower() in words("giving"):
            continue  # "workers detained, assaulted or denied access"
        above = verb_above(inner)
        if (
            above is not None
            and above.tag == "VBD"
            and not token.having("nsubj", "nsubjpass", "aux")
            and not inner.child("dobj")
        ):
            token.hang(above, "conj")


@asked_of("VBN|JJ/amod", "VBD", "TO", "NN|NNS/conj")
def past_that_moves(tokens: list[Token]) -> None:
    """“urged people to rest and advised employers to V”: who is moved to V is moved by a verb."""
    for joint, token, noun, to in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if joint.lower != "and" or to.tag != "TO" or token.tag not in {"VBN", "JJ"} or token.dep != "amod":
            continue
        lemma = lemma_of_past(token, moving_verbs())
        verb = next((above for above in noun.ancestors() if above.tag == "VBD"), None)
        if token.head is not noun or noun.dep != "conj" or lemma is None or verb is None:
            continue
        token.tag, token.lemma, token.repaired = "VBD", lemma, True
        token.join(verb, noun)
        if to.head.is_verb and to.head is not token:
            to.head.hang(token, "xcomp")


@asked_of("VBN|JJ/amod", "have", "found believed alleged reported known thought said deemed proven shown", "TO")
def perfect_infinitive(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“is found to have falsified records”: what somebody is found to have done."""
    for have, token, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if have.lower != "have" or have.dep != "xcomp" or token.tag not in {"VBN", "JJ"} or token.dep != "amod":
            continue
        lemma = lemma_of_past(token, verbs | {token.lemma.lower()})
        if token.head is not noun or noun.dep != "dobj" or noun.head is not have or lemma is None or have.head.tag != "VBN":
            continue
        token.tag, token.lemma, token.repaired = "VBN", lemma, True
        noun.hang(have, "dep")
        token.hang(have, "dep")
        token.replace(have)
        noun.hang(token, "dobj")
        have.hang(token, "aux")
        for child in list(have.children):
            child.hang(token.head if child.tag == "WRB" else token, child.dep)  # "Where he is found to have …"


@asked_of("VBD/conj", "MD", "and but")
def past_behind_modal(tokens: list[Token]) -> None:
    """“said the reform would cost jobs and threatened to sue”: a past goes on with the verb above the modal."""
    for token in tokens[2:]:
        if token.tag != "VBD" or token.dep != "conj" or token.lower == token.lemma.lower() or not token.head.modal:
            continue
        above = verb_above(token.head)
        governs = token.child("xcomp", "ccomp", "dobj") is not None
        if governs and above is not None and above.tag == "VBD" and not token.having("nsubj", "nsubjpass", "aux"):
            token.hang(above, "conj")


@asked_of("VBN/amod", ",", "and or")
def perfect_between_objects(tokens: list[Token]) -> None:
    """“have created jobs, reduced public spending and are on track”: where "and" joins verbs, so does the comma."""
    for token in tokens[3:-2]:
        noun = token.head
        if token.tag != "VBN" or token.dep != "amod" or not noun.is_noun or tokens[token.i - 1].text != ",":
            continue
        verb, whole = verb_above(noun), noun.subtree()
        joint = tokens[whole[-1].i + 1] if whole[-1].i + 1 < len(tokens) else token
        if verb is None or verb.i > token.i or not is_perfect(verb) or joint.lower not in {"and", "or"}:
            continue
        if noun.dep not in {"dobj", "conj", "appos"} or joint.head is not verb or whole[0] is not token:
            continue
        token.hang(verb, "conj")
        noun.hang(token, "dobj")
