"""Lists of gerunds and participles, and participles that are adjectives."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_gerund
from kg.extraction.repair.steps import succeed, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = [
    "gerund_after_commitment",
    "gerund_after_with",
    "gerund_before_costs",
    "gerund_behind_adverb",
    "gerund_behind_second_preposition",
    "gerund_lists",
    "gerund_of_a_compound",
    "gerunds_behind_colon",
    "goods_in_lists",
    "nouns_in_ing",
    "participle_before_noun",
    "passive_lists",
    "past_for_passive",
    "supporting_policies",
]


_GOODS = frozenset(
    ["cooking", "drinking", "washing", "fishing", "mining", "farming", "shipping", "banking", "heating", "grazing", "parking"]
)


@asked_of("VBG", "dobj", ", and or")
def gerund_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“responsible for reviewing contracts, auditing rights, and training personnel”: gerunds in a list are coordinated."""
    for token in tokens:
        if token.tag not in {"VBG", "NN"} or not token.lower.endswith("ing") or token.i < 2:
            continue
        earlier = next((item for item in reversed(tokens[: token.i - 1]) if _heads_gerunds(item)), None)
        if earlier is None or any(item.text in {";", ":"} for item in tokens[earlier.i : token.i]):
            continue
        before = tokens[token.i - 1]
        if token.dep == "advcl" and earlier.i < token.head.i < token.i:
            continue  # "instead of blaming X, listen to Y, consulting Z and …"
        if (before.text == "," and token.dep in {"advcl", "acl"} and _and_gerund_follows(tokens, token)) or (
            before.lower in {"and", "or"}
            and token.dep in {"acl", "conj"}
            and token.tag == "VBG"
            and earlier.dep == "conj"
            and token.head is not earlier
        ):
            token.hang(earlier, "conj")
        elif (
            before.text == ","
            and token.dep in {"amod", "compound"}
            and token.head.dep == "conj"
            and _and_gerund_follows(tokens, token)
            and lemma_of_gerund(token, verbs)
        ):
            target = token.head
            token.join(earlier, target)
            token.tag, token.repaired = "VBG", True
            token.lemma = lemma_of_gerund(token, verbs) or token.lemma
        elif (
            before.lower in {"and", "or"}
            and token.dep in {"amod", "compound", "conj"}
            and lemma_of_gerund(token, verbs)
            and (
                tokens[token.i - 2].text == ","
                or earlier.dep == "conj"
                or (token.tag == "VBG" and token.lower not in words("participle_adjective"))
            )
        ):
            target = token.head
            if token.dep != "conj" and target.i > token.i:
                token.join(earlier, target)
                token.tag, token.repaired = "VBG", True
                token.lemma = lemma_of_gerund(token, verbs) or token.lemma


def _heads_gerunds(token: Token) -> bool:
    """Whether a list of gerunds or progressives can go on from ``token``."""
    if token.tag != "VBG" or token.child("dobj", "ccomp") is None:
        return False
    if token.dep == "xcomp" and token.head.lemma.lower() in words("gerund_taking"):
        return True  # "consider linking X, broadening Y and …"
    return token.dep in {"pcomp", "conj"} or any(child.lemma == "be" for child in token.having("aux"))


def _and_gerund_follows(tokens: list[Token], token: Token) -> bool:
    later = tokens[token.i + 1 :]
    return any(item.lower in {"and", "or"} and after.lower.endswith("ing") for item, after in pairwise(later))


@asked_of(" ".join(_GOODS), "VBG/advcl|conj|acl|xcomp", ", and or", "dobj")
def goods_in_lists(tokens: list[Token]) -> None:
    """“taxes on bread, cooking oil and diapers”: what oil is for, not what anybody does."""
    for noun, before, token, last in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if token.lower not in _GOODS or token.tag != "VBG" or last.head is not token or last.dep != "dobj":
            continue
        if before.lower not in {",", "and", "or"} or token.having("aux", "nsubj", "mark"):
            continue
        if noun.is_noun and noun.dep in {"dobj", "pobj", "conj"}:
            token.tag = "NN"
            last.hang(noun, "conj")
            token.hang(last, "compound")


@asked_of(" ".join(classes("compound_gerund")), "VBG/pcomp|acl|xcomp|advcl|ccomp", "dobj")
def gerund_of_a_compound(tokens: list[Token]) -> None:
    """“the deployment of charging points”, "supplies drinking water to towns": the gerund says what the noun is for."""
    kinds = classes("compound_gerund")
    for token, noun in pairwise(tokens):
        if (
            token.tag != "VBG"
            or noun.head is not token
            or noun.dep != "dobj"
            or noun.lemma.lower() not in kinds.get(token.lower, ())
        ):
            continue
        above = token.head
        if token.having("aux", "mark", "nsubj", "neg", "prt") or not (above.is_verb or token.dep == "pcomp"):
            continue
        for child in token.having("prep", "conj", "cc", "punct", "npadvmod"):
            both = above.is_verb and (child.dep != "conj" or child.is_verb)
            child.hang(above if both else noun, child.dep)
        noun.hang(above, "pobj" if token.dep == "pcomp" else "dobj")
        token.hang(noun, "compound")
        token.tag = "NN"


@asked_of("VBG/xcomp", "down up low high stable", "dobj")
def gerund_before_costs(tokens: list[Token]) -> None:
    """“keep borrowing costs down”: what is kept down is a noun, and the gerund before it says which."""
    for token, noun, behind in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        above = token.head
        if token.tag != "VBG" or token.dep != "xcomp" or noun.head is not token or noun.dep != "dobj" or noun.having("det"):
            continue
        if behind.lower not in {"down", "up", "low", "high", "stable"} or behind.head is not token or above.i != token.i - 1:
            continue
        if above.lemma.lower() not in {"keep", "hold", "bring", "push", "drive", "force"}:
            continue
        token.tag = "NN"
        noun.hang(above, "dobj")
        behind.hang(above, "prt" if behind.lower in {"down", "up"} else "oprd")
        succeed(above, token)
        token.hang(noun, "compound")


@asked_of("VBG/pcomp", "IN/conj")
def gerund_behind_second_preposition(tokens: list[Token]) -> None:
    """“from raising rents and from evicting tenants”: the preposition said again joins gerund to gerund."""
    for prep, token in pairwise(tokens):
        if token.tag != "VBG" or token.head is not prep or prep.dep != "conj" or prep.tag != "IN":
            continue
        first = prep.head.child("pcomp") if prep.head.tag == "IN" else prep.head
        if first is not None and first.tag == "VBG" and first.dep in {"pcomp", "conj"} and first.head.lower == prep.lower:
            token.hang(first, "conj")
            prep.hang(token, "dep")


@asked_of("VBG/amod", "dobj", "RB")
def gerund_behind_adverb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“avoid blindly launching projects”: behind a verb that takes a gerund."""
    for verb, adverb, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.head
        if token.tag != "VBG" or token.dep != "amod" or adverb.head is not token or adverb.tag != "RB":
            continue
        takes = verb.lemma.lower() in words("gerund_taking") and noun.head is verb and noun.dep == "dobj"
        if takes and token.lemma.lower() in verbs and token.lower not in words("participle_adjective"):
            token.hang(verb, "xcomp")
            noun.hang(token, "dobj")


@asked_of("VBG/acl", ":", "VBG/conj")
def gerunds_behind_colon(tokens: list[Token]) -> None:
    """“shall pursue three aims: raising X, cutting Y and keeping Z”: who pursues them raises X."""
    for colon, token in pairwise(tokens):
        noun = token.head
        if colon.text != ":" or token.tag != "VBG" or token.dep != "acl" or noun.dep != "dobj" or not noun.head.is_verb:
            continue
        if any(child.tag == "VBG" for child in token.having("conj")):
            token.hang(noun.head, "advcl")


@asked_of("VBD/ccomp", "auxpass", ",")
def past_for_passive(tokens: list[Token]) -> None:
    """“that carers are found, offered a room, and supported”: beside a present passive no past tense goes on."""
    for comma, token in pairwise(tokens):
        if comma.text != "," or token.tag != "VBD" or token.dep != "ccomp":
            continue
        before = next((item for item in reversed(tokens[: token.i]) if item.tag == "VBN" and item.having("auxpass")), None)
        if before is None or before.opening.tag not in {"VBP", "VBZ", "MD"} or before.subtree()[-1].i > token.i:
            continue
        if token.having("nsubj", "nsubjpass", "aux", "mark") or token.i - before.i > _NEAR:
            continue
        for verb in token.conjuncts():
            verb.tag = "VBN" if verb.tag == "VBD" else verb.tag
        token.hang(before, "conj")


_NEAR = 6


@asked_of("VBN/acl|advcl|conj", "auxpass", ",")
def passive_lists(tokens: list[Token]) -> None:
    """“is delivered by schools, commissioned by the agency, and monitored”: participles of one list are coordinated."""
    for token in tokens:
        if token.tag != "VBN" or token.dep not in {"acl", "advcl", "conj"} or token.i < 2:
            continue
        closes = tokens[token.i - 1].lower in {"and", "or"}
        if tokens[token.i - 1 - closes].text != "," or token.having("aux", "auxpass", "nsubj", "nsubjpass"):
            continue
        passive = next((above for above in token.ancestors() if above.tag == "VBN" and above.child("auxpass")), None)
        if passive is None and tokens[token.i - 2].child("auxpass") is not None:
            passive = tokens[token.i - 2]  # "the berths to be raised, dredged or relocated"
        listed = passive is not token.head or (token.dep != "conj" and token.child("agent") is None)
        if passive is not None and listed and (closes or _and_participle_follows(tokens, token)):
            token.hang(passive, "conj")


def _and_participle_follows(tokens: list[Token], token: Token) -> bool:
    later = tokens[token.i + 1 :]
    return any(item.lower in {"and", "or"} and after.tag in {"VBN", "VBD"} for item, after in pairwise(later))


@asked_of("VBG/conj|pcomp|xcomp|advcl", "dobj")
def participle_before_noun(tokens: list[Token]) -> None:
    """“to save succeeding generations”: a participle before its noun, after a verb that takes no gerund, is an adjective."""
    gerund_takers = words("gerund_taking")
    for token in tokens:
        noun = token.child("dobj")
        if token.tag == "VBG" and token.dep == "conj" and token.head.is_noun and noun is not None and noun.i == token.i + 1:
            noun.hang(token.head, "conj")  # "the field and driving force"
            token.hang(noun, "amod")
            continue
        if token.dep == "advcl" and token.lower in words("participle_adjective") and token.i > 1 and noun is not None:
            before = tokens[token.i - 2]
            listed = tokens[token.i - 1].text == "," and before.is_noun and before.dep in {"pobj", "dobj"}
            if listed and noun.i == token.i + 1 and noun.tag == "NN" and noun.child("cc") is not None:
                noun.hang(before, "conj")  # "the legitimacy, convening power and reach"
                token.hang(noun, "amod")
            continue
        if token.tag == "VBG" and token.dep == "pcomp" and token.lower in words("participle_adjective"):
            barred = token.head.lower == "from" and token.head.head.lemma.lower() in words("forbidding")
            verb = token.head.head
            active = token.head.lower == "by" and verb.is_verb and verb.tag != "VBN" and verb.i < token.i
            aimed = token.head.lower == "to" and verb.lower == "view"
            if token.lower == "pressing" and noun is not None and noun.tag == "NNS" and not noun.having("det", "poss"):
                noun.hang(token.head, "pobj")  # "solutions to pressing global issues"
                token.hang(noun, "amod")
                continue
            if barred or active or aimed or token.head.lower == "than":
                continue  # "barring X from importing Y", "rather than building X", "by closing X", "with a view to closing X"
            if noun is not None and noun.i == token.i + 1 and token.head.i == token.i - 1:
                noun.hang(token.head, "pobj")  # "processing in producing countries"
                token.hang(noun, "amod")
            continue
        people = noun is not None and noun.tag == "NNS" and (_belongs_to_people(token) or _acts(token, noun))
        if token.tag == "VBG" and token.dep == "pcomp" and noun is not None and people:
            for prep in token.having("prep"):
                prep.hang(token.head.head, "prep")  # "a demand by striking teachers for a rise"
            noun.hang(token.head, "pobj")  # "the bosses of polluting water companies"
            token.hang(noun, "amod")
            continue
        if token.tag != "VBG" or token.dep != "xcomp" or token.having("aux", "prt", "advmod", "mark"):
            continue
        target = token.child("dobj")
        if target is None or any(item.i < target.i for item in token.having("prep")):
            continue
        if token.head.lemma.lower() in gerund_takers or token.i - token.head.i != 1:
            continue
        if any(item.tag in {"DT", "PRP$"} for item in tokens[token.i : target.i]):
            continue
        for item in token.having("prep"):
            item.hang(token.head, "prep")
        target.hang(token.head, "dobj")
        token.hang(target, "amod")


def _belongs_to_people(token: Token) -> bool:
    """Whether the gerund stands behind "of" and a noun for people, whom no verb accuses of anything."""
    of, noun = token.head, token.head.head
    verb = verb_above(noun)
    human = noun.lemma.lower() in words("discourse.human") or noun.lemma.lower() in {"boss", "owner", "executive", "head"}
    accused = verb is not None and verb.lemma.lower() in classes("frame")["of"]
    return of.lower == "of" and of.i == token.i - 1 and human and not accused and not token.having("aux", "advmod")


def _acts(token: Token, people: Token) -> bool:
    """“a demand by striking teachers”, "the protest by visiting miners": who does what the noun before "by" names."""
    by, next_to = token.head, people.i == token.i + 1
    return by.lower == "by" and by.head.is_noun and next_to and token.lemma.lower() in _WITHOUT_OBJECT


_WITHOUT_OBJECT = words("intransitive") | {"strike", "protest", "march", "visit", "riot", "demonstrate", "retreat", "rebel"}
_WITHOUT_OBJECT |= {"advance", "campaign", "invade", "occupy", "loot"}


@asked_of("VBG/advcl", ",", "on", "the")
def nouns_in_ing(tokens: list[Token]) -> None:
    """“rules on the placing on the market, making available and putting into service of pumps”: nouns, as the first is."""
    for token in tokens[3:]:
        if token.tag != "VBG" or token.dep != "advcl" or tokens[token.i - 1].text != ",":
            continue
        nouns = [item for item in tokens[max(0, token.i - 8) : token.i] if item.lower.endswith("ing") and item.child("det")]
        last = token.conjuncts()[-1]
        of = any(item.lower == "of" for item in last.subtree() if item.i > last.i)
        if nouns and of and last is not token and not any(item.having("dobj", "aux") for item in token.conjuncts()):
            for item in token.conjuncts():
                item.tag = "NN"
            token.hang(nouns[-1], "conj")


_COMMITTED = frozenset({"commit", "dedicate", "devote", "contribute", "commitment", "view"})
_BLAMING = frozenset({"accuse", "suspect", "convict", "acquit"})


@asked_of("amod compound", "pobj", "to for of with", "to VBG/amod|compound")
def gerund_after_commitment(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“committed to streamlining permits”: a gerund taken for a noun."""
    for token in tokens:
        head = token.head
        if token.dep not in {"amod", "compound"} or not token.lower.endswith("ing") or head.dep != "pobj" or token.i == 0:
            continue
        prep = tokens[token.i - 1]
        committed = prep.lower == "to" and prep.head.lemma.lower() in _COMMITTED
        tasked = prep.lower == "with" and (prep.head if prep.head.is_verb else prep.head.head).lemma.lower() in _TASKING
        purpose = token.tag == "VBG" and (
            tasked or prep.lower == "for" or (prep.lower == "of" and prep.head.lemma.lower() in _BLAMING)
        )
        if prep is not head.head or not (committed or purpose):
            continue
        lemma = lemma_of_gerund(token, verbs)
        if lemma is None:
            continue
        token.tag, token.lemma, token.repaired = "VBG", lemma, True
        head.hang(prep, "dep")
        token.hang(prep, "pcomp")
        head.hang(token, "dobj")


@asked_of("NN/pobj", "with")
def gerund_after_with(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“task our ministers with presenting options”: a gerund taken for a noun."""
    for token in tokens:
        if token.tag == "NN" and token.dep == "pobj" and token.lower.endswith("ing") and token.head.lower == "with":
            lemma = lemma_of_gerund(token, verbs)
            if lemma and token.head.head.lemma.lower() in _TASKING:
                token.tag, token.lemma, token.dep, token.repaired = "VBG", lemma, "pcomp", True


_TASKING = frozenset({"task", "charge", "entrust"})


@asked_of("VBG/xcomp", "prt", "NNS NN")
def supporting_policies(tokens: list[Token]) -> None:
    """“has rolled out supporting policies”: what is rolled out, worked out or put in place is no act."""
    for token in tokens[2:-1]:
        verb, noun = token.head, tokens[token.i + 1]
        particle = verb.child("prt")
        if token.tag != "VBG" or token.dep != "xcomp" or particle is None or particle.i != token.i - 1:
            continue
        if particle.lower not in {"out", "up", "down", "in"}:
            continue
        if noun.tag != "NNS" or noun.head is not token or noun.dep != "dobj" or verb.lemma.lower() not in _ROLLING:
            continue
        for child in list(token.children):
            child.hang(noun, child.dep) if child is not noun else None
        noun.hang(verb, "dobj")
        token.hang(noun, "amod")


_ROLLING = frozenset({"roll", "work", "set", "draw", "bring", "lay"})
