"""Forms that cannot go with what they hang on: a past tense under a modal, an infinitive taken for an auxiliary."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_gerund
from kg.extraction.repair.frames import moves, takes_clause
from kg.extraction.repair.steps import PAST, TENSED
from kg.extraction.tree import Token
from kg.extraction.words import with_words

__all__ = [
    "adjective_with_object",
    "bare_verb_after_help",
    "bare_verb_after_without",
    "bare_verb_behind_adverb",
    "being_done",
    "do_after_relative",
    "gerund_before_conjunct",
    "infinitive_taken_for_auxiliary",
    "modal_before_parenthesis",
    "modal_beside_infinitive",
    "participle_behind_noun",
    "participle_of_the_object",
    "participle_under_modal",
    "plural_conjunct",
    "present_of_noun",
    "present_taken_for_subject",
    "purpose_beside_modal",
]

_AUXILIARIES = frozenset({"be", "do", "have", "get"})


@asked_of("VB/aux", "VBN|VBD/amod")
def infinitive_taken_for_auxiliary(tokens: list[Token]) -> None:
    """“fail to deliver contracted cargoes”: after "to" stands a verb, and the noun behind it is its object."""
    for token in tokens[1:]:
        if token.dep != "aux" or token.tag != "VB" or token.lemma.lower() in _AUXILIARIES or tokens[token.i - 1].tag != "TO":
            continue
        participle, to = token.head, tokens[token.i - 1]
        noun = participle.head
        if participle.tag not in PAST or participle.dep != "amod" or noun.i < participle.i:
            continue
        verb = noun.head
        token.hang(verb if verb is not noun else noun, "xcomp")
        to.hang(token, "aux")
        noun.hang(token, "dobj")


@asked_of("VBN|VBD/conj")
def participle_under_modal(tokens: list[Token]) -> None:
    """“will give patients a plan, agreed with them and shared”, "will focus on storage and assured procurement": after
    a modal and a bare verb no past tense goes on."""
    for token in tokens[2:]:
        if token.dep != "conj" or token.tag not in PAST or token.lower == token.lemma.lower() or not token.head.is_verb:
            continue
        head = token.head
        if token.having("aux", "auxpass", "nsubj", "nsubjpass", "mark", "expl") or head.tag != "VB":
            continue
        if not (head.modal or head.infinitive or _under_modal(head)) or head.having("auxpass"):
            continue
        noun = next((item for item in reversed(tokens[: token.i]) if item.is_noun and item.dep in _OBJECTS), None)
        if noun is None or noun.i < head.i:
            continue
        target = token.child("dobj")
        if target is not None:
            described = target.i <= token.i + 2 and not target.having("det", "poss") and not token.having("xcomp", "ccomp")
            if described and tokens[token.i - 1].tag == "CC":
                target.hang(noun, "conj")
                token.hang(target, "amod")
        elif (earlier := _participle_before(tokens, token)) is not None:
            token.tag = "VBN"
            token.hang(earlier, "conj")
        elif tokens[token.i - 1].text == "," or head.dep == "acl":
            token.tag = "VBN"
            token.hang(_last_object(tokens, token) or noun, "acl")


def _participle_before(tokens: list[Token], token: Token) -> Token | None:
    """“a written offer, signed by the mayor and explained in plain language”: the participle that another goes on with."""
    if tokens[token.i - 1].lower not in {"and", "or"}:
        return None
    found = next((item for item in reversed(tokens[token.head.i : token.i]) if item.tag == "VBN" and item.dep == "acl"), None)
    return found if found is not None and tokens[found.i - 1].text == "," else None


def _last_object(tokens: list[Token], token: Token) -> Token | None:
    """The object of the last verb of its own before ``token``."""
    for verb in reversed(tokens[: token.i]):
        if verb.is_verb and verb.dep in {"ROOT", "conj", "xcomp", "ccomp"}:
            target = verb.child("dobj")
            return target if target is not None and target.is_noun and target.i < token.i else None
    return None


_OBJECTS = frozenset({"dobj", "pobj", "conj", "nsubj"})


def _under_modal(token: Token) -> bool:
    """Whether a bare conjunct stands under the modal of the verb that it goes on with."""
    while token.goes_on and token.tag == "VB" and token.head.is_verb:
        token = token.head
        if token.modal or token.infinitive:
            return True
    return False


@asked_of("VB/conj", "TO", "MD")
def purpose_beside_modal(tokens: list[Token]) -> None:
    """“may confine animals because of the weather, or to protect soil”: an infinitive is no conjunct of a verb without "to"."""
    for token in tokens:
        if token.dep != "conj" or token.tag != "VB" or not token.head.is_verb:
            continue
        if token.infinitive and token.head.modal and not token.having("nsubj"):
            token.dep = "advcl"


@asked_of("VBP/ccomp", "and or")
def bare_verb_after_help(tokens: list[Token]) -> None:
    """“to help counties replace or rehabilitate bridges”: bare verbs taken for present tenses."""
    for token in tokens:
        if token.tag != "VBP" or token.dep != "ccomp" or token.head.lemma.lower() not in {"help", "let", "make", "see"}:
            continue
        if token.having("aux", "mark") or token.lower != token.lemma.lower() or token.head.i > token.i:
            continue
        if token.i + 1 < len(tokens) and tokens[token.i + 1].lower in {"and", "or"}:
            token.tag = "VB"


@asked_of("VBG/conj", "NN/pobj|pcomp")
def gerund_before_conjunct(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“before closing or merging a service”: the first of two gerunds taken for a noun."""
    for token in tokens[1:]:
        if (
            token.tag != "NN"
            or token.dep not in {"pobj", "pcomp"}
            or not token.lower.endswith("ing")
            or token.having("det", "amod", "compound")
        ):
            continue
        other = token.child("conj")
        if other is None or other.tag != "VBG" or other.child("dobj") is None or other.i - token.i > 3:
            continue
        lemma = lemma_of_gerund(token, with_words(verbs, "noun_or_verb"))
        if lemma is not None and token.head.dep == "prep":
            token.tag, token.lemma, token.dep, token.repaired = "VBG", lemma, "pcomp", True


@asked_of("JJ/conj", "dobj")
def adjective_with_object(tokens: list[Token]) -> None:
    """“stands for low taxes, secure borders and a government”: an adjective has no object, it belongs to its noun."""
    for token in tokens[2:]:
        noun = token.child("dobj")
        if token.tag != "JJ" or token.dep != "conj" or not token.head.is_verb or noun is None or noun.i != token.i + 1:
            continue
        if token.having("aux", "nsubj", "nsubjpass") or token.head.tag == "VB" or tokens[token.i - 1].text not in {",", "and"}:
            continue
        listed = next((item for item in reversed(tokens[: token.i]) if item.is_noun and item.dep in {"pobj", "dobj"}), None)
        if listed is not None and listed.i > token.head.i:
            noun.hang(listed.conjuncts()[-1], "conj")
            token.hang(noun, "amod")


@asked_of("being", "VBN|VBD/acl", "and")
def being_done(tokens: list[Token]) -> None:
    """“with the State funding X and providers being required to …”: the noun before "being" begins a clause of its own."""
    for token in tokens[2:]:
        being = token.child("auxpass")
        if token.dep != "acl" or token.tag not in PAST or being is None or being.lower != "being" or being.i == 0:
            continue
        noun = tokens[being.i - 1]
        first = noun.subtree()[0].i
        if noun.dep != "conj" or not noun.is_noun or first == 0 or tokens[first - 1].lower != "and":
            continue
        gerund = next((above for above in noun.ancestors() if above.tag == "VBG" and above.dep == "pcomp"), None)
        if gerund is not None and gerund.child("nsubj") is not None:
            token.hang(gerund, "conj")
            noun.hang(token, "nsubjpass")


@asked_of("VBZ|NNS/nsubj", ",", "VBZ")
def present_taken_for_subject(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“that allocates tasks, sets pay or evaluates performance”, "visits prisons, interviews inmates and …": a verb in the
    third person is nobody's subject."""
    for token in tokens[2:]:
        noun = token.head
        if token.tag not in {"VBZ", "NNS"} or token.dep != "nsubj" or tokens[token.i - 1].text != "," or noun.i != token.i + 1:
            continue
        known = with_words(verbs, "noun_or_verb")
        swapped = noun.tag == "VBZ" and noun.lemma.lower() not in known and bool(noun.having("conj"))
        plausible = noun.is_verb and (noun.tag == "VBZ") == swapped == (token.tag == "NNS")
        if not plausible or token.lemma.lower() not in known:
            continue
        earlier = _present_before(tokens, token) if not swapped else _fronted_present(token, noun)
        if earlier is None:
            continue
        noun.tag, token.tag = "NNS" if swapped else "NN", "VBZ"
        token.hang(earlier, "conj")
        for other in noun.having("conj"):
            if other.is_verb:
                other.hang(token, "conj")
        noun.hang(token, "dobj")


def _fronted_present(token: Token, noun: Token) -> Token | None:
    """The clause before "interviews inmates", which the parser hung on "inmates"; it is the first of the list."""
    first = next((child for child in noun.children if child.i < token.i and child.tag == "VBZ" and child.child("nsubj")), None)
    if first is None or noun.dep != "ROOT":
        return None
    first.replace(noun)
    noun.hang(first, "dep")
    return first


def _present_before(tokens: list[Token], token: Token) -> Token | None:
    """The nearest verb of a clause before ``token`` that is in the third person too."""
    return next((item for item in reversed(tokens[: token.i]) if item.tag == "VBZ" and item.dep in _CLAUSES), None)


_CLAUSES = frozenset({"ROOT", "relcl", "ccomp", "advcl", "conj"})


@asked_of("VBZ/conj", "CC")
def present_of_noun(tokens: list[Token]) -> None:
    """“freezes prices until the autumn and scraps a levy”: a verb in the third person goes on with one, not with a noun."""
    for token in tokens[2:]:
        if token.tag != "VBZ" or token.dep != "conj" or not token.head.is_noun or tokens[token.i - 1].tag != "CC":
            continue
        if token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        earlier = _present_before(tokens, token)
        if earlier is not None:
            token.hang(earlier, "conj")


@asked_of("VBN|VBD/conj VBN/advcl")
def participle_behind_noun(tokens: list[Token]) -> None:
    """“any assessment of mood inferred from such data”, "a stock of uranium enriched to 60%": a participle without comma or
    conjunction before it says of the noun."""
    for token in tokens[2:]:
        listed = token.dep == "conj" and token.tag in PAST
        if not (listed or (token.dep == "advcl" and token.tag == "VBN")) or token.lower == token.lemma.lower():
            continue
        if token.having("aux", "auxpass", "nsubj", "nsubjpass", "mark", "expl", "dobj"):
            continue
        before = token.i - 1
        while before > 0 and tokens[before].tag == "RB":
            before -= 1
        noun = tokens[before]
        goes_on = token.child("prep", "agent", "xcomp") is not None
        if noun.is_noun and noun.i > token.head.i and token.head.is_verb and goes_on:
            token.tag = "VBN"
            token.hang(noun, "acl")


@asked_of("VBD|VBN/ccomp")
def participle_of_the_object(tokens: list[Token]) -> None:
    """“shall establish authorities empowered to inspect mines”, "means any person engaged in trade": that is no clause."""
    for token in tokens[2:]:
        verb, noun = token.head, token.child("nsubj")
        if token.dep != "ccomp" or token.tag not in PAST or noun is None or not noun.is_noun or noun.i != token.i - 1:
            continue
        if token.having("aux", "auxpass", "mark", "dobj") or not verb.is_verb or verb.child("dobj") is not None:
            continue
        takes = takes_clause(verb) and verb.lemma.lower() != "mean"
        if takes or verb.i != noun.subtree()[0].i - 1:
            continue
        noun.hang(verb, "dobj")
        token.tag = "VBN"
        token.hang(noun, "acl")
        if moves(verb) and not moves(token):
            for child in token.having("xcomp", "advcl"):
                if child.infinitive:
                    child.hang(verb, "xcomp")  # "helping communities hit by drought to plant trees"


@asked_of("VB/pcomp")
def bare_verb_after_without(tokens: list[Token]) -> None:
    """“to honour without further delay the pledges”: after a preposition stands no bare verb."""
    for token in tokens[1:]:
        prep = token.head
        if token.tag != "VB" or token.dep != "pcomp" or prep.dep != "prep" or token.having("aux", "nsubj"):
            continue
        token.tag, token.dep = "NN", "pobj"
        target = token.child("dobj")
        if target is not None and prep.head.is_verb and prep.head.child("dobj") is None:
            target.hang(prep.head, "dobj")


@asked_of("ccomp", "VBP", "VBZ", "VB|VBD|VBG|VBN|VBP|VBZ/conj")
def plural_conjunct(tokens: list[Token]) -> None:
    """“is conscious that fishers land fish and employ many, yet are seldom asked”: "are" does not go with "is"."""
    for token in tokens[2:]:
        head = token.head
        if token.dep != "conj" or not head.is_verb or token.having("nsubj", "nsubjpass", "expl", "mark"):
            continue
        if token.opening.tag != "VBP" or head.opening.tag != "VBZ":
            continue
        below = [item for item in head.having("ccomp") if head.i < item.i < token.i and item.opening.tag == "VBP"]
        if below:
            token.hang(below[-1], "conj")


@asked_of("VBP/dep|advcl|ccomp", "RB", ",")
def bare_verb_behind_adverb(tokens: list[Token]) -> None:
    """“should implement the plan, strictly control prices, and …”: a bare form under a modal is no present tense."""
    for token in tokens[2:]:
        if token.tag != "VBP" or token.dep not in {"dep", "advcl", "ccomp"} or tokens[token.i - 1].tag != "RB":
            continue
        if token.having("nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl") or token.lower != token.lemma.lower():
            continue
        head = token.head
        bare = head.tag == "VB" and (head.modal or _under_modal(head))
        if bare and tokens[token.i - 2].text == "," and head.i < token.i:
            token.tag = "VB"
            token.hang(head, "conj")


@asked_of("do does", "relcl", "MD", ",")
def do_after_relative(tokens: list[Token]) -> None:
    """“must not bar people who lack a phone, do not speak English or …”: "do" goes with the present before, not with "must"."""
    for token in tokens[3:]:
        first = token.opening
        if token.dep not in {"dep", "conj", "advcl", "ccomp"} or first.lower not in {"do", "does"} or first is token:
            continue
        if token.having("nsubj", "nsubjpass", "mark", "expl") or tokens[first.i - 1].text != ",":
            continue
        if not token.head.modal:
            continue
        earlier = next(
            (item for item in reversed(tokens[: first.i]) if item.dep == "relcl" and item.tag in {"VBP", "VBZ"}), None
        )
        if earlier is not None and token.head in earlier.ancestors():
            token.hang(earlier, "conj")


@asked_of("conj", "MD VBZ VBP VBD", "TO")
def modal_beside_infinitive(tokens: list[Token]) -> None:
    """“invites the Council to treat it as a priority and will continue to work”, "are required to report catches and are
    barred from fishing": a modal, or an auxiliary with tense, goes on with a finite verb."""
    for token in tokens[2:]:
        head = token.head
        if token.dep != "conj" or not head.is_verb or token.having("nsubj", "nsubjpass", "expl", "mark"):
            continue
        tensed = any(child.tag in TENSED for child in token.having("aux", "auxpass"))
        if not tensed or not head.infinitive:
            continue
        above = next((item for item in head.ancestors() if item.is_verb and item.opening.tag in TENSED), None)
        if above is not None:
            token.hang(above, "conj")


@asked_of("MD", ",")
def modal_before_parenthesis(tokens: list[Token]) -> None:
    """“may, where justified, extend it”, "and may, after hearing the supplier, impose conditions".

    The modal belongs to the verb behind the parenthesis, and so does what the parser made the modal's subject.
    """
    for modal in tokens[:-3]:
        taken = modal.dep == "aux" and modal.head.is_verb
        if modal.tag != "MD" or taken or tokens[modal.i + 1].text != ",":
            continue
        behind = (
            tokens[item.i + 1] for item in tokens[modal.i + 2 : modal.i + 24] if item.text == "," and item.i + 1 < len(tokens)
        )
        bare = (item for item in behind if item.tag in {"VB", "VBP"} or (item.tag in PAST and item.lower == item.lemma.lower()))
        verb = next((item for item in bare if not item.having("aux")), None)
        if verb is None or any(child.i > modal.i and child is not modal.head for child in verb.having("nsubj")):
            continue
        verb.tag = "VB"
        for child in modal.head.having("nsubj", "nsubjpass") if modal.dep == "aux" else ():
            if child.i < modal.i:
                child.hang(verb, "nsubj")  # "will, together with X, track Y": hung on "with"
        modal.hang(verb, "aux")
        for child in list(modal.children):
            child.hang(verb, "advcl" if child.is_verb else child.dep)
        for child in [below for subject in verb.having("nsubj") for below in subject.having("prep")]:
            if modal.i < child.i < verb.i:
                child.hang(verb, "prep")  # "the Tribunal may, of its own motion, set aside the award"
