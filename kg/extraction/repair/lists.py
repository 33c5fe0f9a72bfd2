"""Lists of bare verbs, infinitives and finite verbs: parallel structure says what goes with what."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.steps import FINITE, is_perfect, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import phrases, words

__all__ = [
    "bare_verbs_in_lists",
    "close_open_lists",
    "conjunct_forms",
    "finite_conjuncts",
    "infinitive_conjuncts",
    "modal_conjuncts",
    "perfect_lists",
    "third_person_conjuncts",
]

_MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "npadvmod", "nsubj", "dep", "advmod", "nummod", "det"})
_CONVERTIBLE = _MODIFIER_DEPS | {"conj", "appos"}
_NP_START = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBG", "VBN", "RB", "$", "PRP"})
_PAIRED = (["JJ", "CC", "NN", "JJ"], ["JJ", "CC", "VB", "JJ"], ["JJ", ",", "NN", "JJ"])


@asked_of("VB VBP/relcl", ", and or")
def bare_verbs_in_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“to build incubators, upgrade industries, foster clusters, and promote X”: bare verbs taken for modifiers.

    Evidence: a bare verb earlier, a comma or conjunction before, a noun phrase after, a form that the lexicon has as a verb.
    """
    for token in tokens[1:-1]:
        known = token.lower in verbs or (token.tag in {"VB", "VBP"} and token.dep in {"compound", "amod"})
        if not known or token.text[0].isupper() or not _opens_segment(tokens, token):
            continue
        if token.is_verb and not (token.tag in {"VB", "VBP"} and token.dep in _MODIFIER_DEPS):
            continue
        head = token.head
        while head.dep == "compound" and head.head.i > head.i:
            head = head.head
        if token.dep not in _CONVERTIBLE or (token.dep in _MODIFIER_DEPS and head.i <= token.i):
            continue
        earlier = _relative_before(tokens, token) or _earlier_bare_verb(tokens, token)
        if earlier is not None and _between_verbs(tokens, token, earlier):
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            token.hang(earlier, "conj")
            continue
        if earlier is None or tokens[token.i + 1].tag not in _NP_START:
            continue
        if [item.tag for item in tokens[token.i + 1 : token.i + 5]] in _PAIRED:
            continue  # "a sustainable, resource efficient and climate neutral economy"
        if not _list_is_open(tokens, token, earlier, verbs):
            continue
        _become_conjunct(tokens, token, head, earlier)


def _relative_before(tokens: list[Token], token: Token) -> Token | None:
    """“those who embezzle or misappropriate subsidies”: the verb of the relative clause right before "or"."""
    verb = tokens[token.i - 2] if token.i > 1 and tokens[token.i - 1].lower in {"and", "or"} else None
    return verb if verb is not None and verb.tag == "VBP" and verb.dep == "relcl" and not verb.child("dobj") else None


def _between_verbs(tokens: list[Token], token: Token, earlier: Token) -> bool:
    """“to detect, deter and repair damage”: right between two bare verbs."""
    after = tokens[token.i + 1 : token.i + 3]
    closes = len(after) == 2 and after[0].lower in {"and", "or"} and after[1].tag == "VB"
    return closes and tokens[token.i - 1].text == "," and (token.i - earlier.i == 2 or token.tag == "JJ")


def _become_conjunct(tokens: list[Token], token: Token, head: Token, earlier: Token) -> None:
    token.tag, token.lemma, token.repaired = "VB", token.lower, True
    before = tokens[token.i - 1]
    if before.tag == "CC":
        before.hang(earlier, "cc")
    if token.dep == "conj":
        target = next(
            (
                item
                for item in tokens[token.i + 1 : token.i + 8]
                if item.is_noun and item.head.i not in range(token.i + 1, item.i + 3)
            ),
            None,
        )
        token.hang(earlier, "conj")
        if target is not None and token.child("dobj") is None:
            target.hang(token, "dobj")
        return
    if head.tag == "VBG":
        head.tag = "NN"
    token.join(earlier, head)
    for child in list(head.children):
        if child.i < token.i:
            child.hang(earlier, child.dep if child.dep in {"cc", "punct"} else "dep")


def _earlier_bare_verb(tokens: list[Token], token: Token) -> Token | None:
    """The nearest bare verb before ``token``: an infinitive, a verb under a modal, an imperative."""
    for other in reversed(tokens[: token.i]):
        if other.tag == "VBP" and other.dep == "relcl" and not other.having("aux") and other.child("dobj") is not None:
            return other  # "officials who shirk duty, harass firms or cause delays"
        if other.tag == "VB" and other.dep not in {"aux", "auxpass"} | _MODIFIER_DEPS:
            return other
        if other.text in {";", ":"}:
            return None
    return None


def _opens_segment(tokens: list[Token], token: Token) -> bool:
    """Whether a comma or conjunction, perhaps with an adverb, stands before ``token``: not in "the loss and damage fund"."""
    before = k = token.i - 1
    while k >= 0 and tokens[k].tag in {"RB", "RBR"}:
        k -= 1
    if k < 0 or not (tokens[k].text == "," or tokens[k].lower in {"and", "or"}):
        return False
    return before < 1 or " ".join(item.lower for item in tokens[before - 1 : before + 2]) not in phrases("modifier.fixed")


def _list_is_open(tokens: list[Token], token: Token, earlier: Token, verbs: AbstractSet[str]) -> bool:
    """Whether the list of verbs still waits for this one.

    After a comma: a conjunction with a verb follows, or the word is no common noun. After "and": another item of the list came
    before with a comma, or the form before the noun phrase is no modifier at all ("and finance vessels").
    """
    if tokens[token.i - 1].lower == "longer":
        return True  # "and no longer subsidise exports"
    after_comma = tokens[token.i - 1].text == ","
    ambiguous = token.lower in words("noun_or_verb")
    if after_comma:
        return not ambiguous or _closing_verb(tokens, token, verbs)
    listed = (
        earlier.head.is_verb and earlier.dep == "conj" and any(item.text == "," for item in tokens[earlier.head.i : earlier.i])
    )
    comma_before = tokens[token.i - 2].text == "," if token.i >= 2 else False
    if (token.i >= 2 and tokens[token.i - 2].tag == "JJ") or (token.tag.startswith("JJ") and not listed):
        return False
    if _closing_verb(tokens, token, verbs):
        return comma_before or token.tag == "VB"
    return listed or comma_before or token.tag == "VB" or not ambiguous


def _closing_verb(tokens: list[Token], token: Token, verbs: AbstractSet[str]) -> bool:
    """Whether a later "and" brings a verb, or a word that can be one before its noun."""
    for item in tokens[token.i + 1 : -1]:
        following = tokens[item.i + 1]
        if item.lower in {"and", "or"}:
            modifier = (
                following.dep in {"compound", "amod", "nmod"} and following.lower in verbs and tokens[item.i - 1].text == ","
            )
            if following.tag == "VB" or modifier:
                return True
    return False


@asked_of("TO/aux", ", and or")
def infinitive_conjuncts(tokens: list[Token]) -> None:
    """“to publish guidance … and to update it”: an infinitive after a conjunction goes with the infinitive before."""
    for token in tokens:
        if token.tag != "TO" or token.dep != "aux" or token.i == 0:
            continue
        verb = token.head
        k = token.i - 1
        while k > 1 and tokens[k].lower in {"not", "never", "further", "also"}:
            k -= 1
        after_comma = tokens[k].text == "," and k >= 2 and (_parenthesis_after_and(tokens, k) or _and_to_follows(tokens, token))
        if tokens[k].lower not in {"and", "or"} and not after_comma:
            continue
        if verb.dep == "conj" and any(child.tag == "TO" for child in verb.head.children):
            if after_comma and verb.head.dep in {"relcl", "acl"}:
                _hang_on_outer(verb)
            continue
        other = next(
            (
                item.head
                for item in reversed(tokens[:k])
                if item.tag == "TO" and item.dep == "aux" and item.head is not verb and _is_infinitive(item)
            ),
            None,
        )
        if other is not None:
            verb.hang(other, "conj")
            if after_comma and other.dep in {"relcl", "acl"}:
                _hang_on_outer(verb)


def _is_infinitive(to: Token) -> bool:
    """“to build”, "to be built"."""
    return to.head.tag == "VB" or (to.head.tag == "VBN" and to.head.child("auxpass") is not None)


def _hang_on_outer(verb: Token) -> None:
    """“to draw up measures to support firms, to revise rules and to …”: a list goes on from the verb that it began with."""
    inner = verb.head
    outer = next((above for above in inner.ancestors() if above.tag == "VB" and above.infinitive), None)
    if outer is not None:
        verb.hang(outer, "conj")


def _and_to_follows(tokens: list[Token], token: Token) -> bool:
    """Whether a later "and … to V" goes on with the list of infinitives."""
    later = [item for item in tokens[token.i + 1 :] if item.tag == "TO" and item.dep == "aux"]
    return any(
        tokens[item.i - 1].lower in {"and", "or"}
        or (tokens[item.i - 1].lower == "not" and tokens[item.i - 2].lower in {"and", "or"})
        or (tokens[item.i - 1].text == "," and _parenthesis_after_and(tokens, item.i - 1))
        for item in later
    )


def _parenthesis_after_and(tokens: list[Token], comma: int) -> bool:
    """“and, to the extent practicable, to purchase”: a conjunction right before the parenthesis that the comma closes."""
    for k in range(comma - 1, max(comma - 12, 0), -1):
        if tokens[k].text == ",":
            return tokens[k - 1].lower in {"and", "or"}
    return False


@asked_of("VBG|VB|VBP/conj", "VBG")
def conjunct_forms(tokens: list[Token]) -> None:
    """“neither use data for predicting behaviour nor transfer it”: a bare verb goes with a bare verb, not with a gerund."""
    for token in tokens:
        if token.dep != "conj" or token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        if token.tag == "VBG" and token.head.tag in {"VB", "VBN"}:  # "presenting a guide to help us and tabling a bill"
            other = next((above for above in token.head.ancestors() if above.tag == "VBG" and above.is_verb), None)
            if other is not None:
                token.hang(other, "conj")
            continue
        if token.tag not in {"VB", "VBP"} or token.head.tag not in {"VBG", "VBN"}:
            continue
        other = next(
            (above for above in token.head.ancestors() if above.tag == "VB" or (above.tag == token.tag and above.is_verb)), None
        )
        if other is None and token.tag == "VB" and any(aux.lemma == "be" for aux in token.head.having("aux")):
            other = _last_bare_below(token.head, token)  # "is launching a plan to modernise the grid, reduce outages and …"
        if other is not None and token.head.tag == "VBG":
            token.hang(other, "conj")


@asked_of(", VB|VBP|VBD|VBN/conj", "VB|VBP|VBD|VBN/conj|xcomp|ccomp|advcl|dep")
def finite_conjuncts(tokens: list[Token]) -> None:
    """“plans to rehabilitate schemes, recruit staff and pilot insurance”: a bare form does not agree with "plans"."""
    for token in tokens:
        listed = token.dep == "conj" or (
            token.dep in {"xcomp", "ccomp", "advcl", "dep"} and token.i > 0 and tokens[token.i - 1].text == ","
        )
        if not listed or not token.is_verb or token.tag in {"VBG", "VBZ"} or token.lower != token.lemma.lower():
            continue
        head = token.head
        if not head.is_verb or token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        catenative = head.child("xcomp") is not None
        agrees = token.tag in {"VBP", "VBD", "VBN"} and head.tag in {token.tag, "VBP"} and not catenative
        modal = head.modal or head.infinitive
        if agrees or head.tag not in FINITE | {"VBN"} or (modal and head.tag != "VBN"):
            continue
        other = _last_bare_below(head, token) or _bare_above(head, token)
        if other is not None:
            token.tag = "VB"
            token.hang(other, "conj")


def _bare_above(head: Token, token: Token) -> Token | None:
    """“nor shall it release States from duties they have assumed or limit …”: the verb above that a modal makes bare.

    Not where the form agrees with ``head`` as a present: "workers are not left behind and have a say".
    """
    first = head.opening
    alternative = any(child.lower in {"or", "nor"} for child in head.having("cc"))
    if token.tag != "VB" or (first.tag in {"VBP", "VB"} and not alternative):
        return None
    for above in head.ancestors():
        if above.tag == "VB" and (above.modal or above.infinitive):
            return above
    return None


@asked_of("VB|VBD|VBG|VBN|VBP|VBZ/conj", "VBZ that")
def third_person_conjuncts(tokens: list[Token]) -> None:
    """“shall ensure that a person is heard, has access to a lawyer and …”: "has" does not go with "shall"."""
    for token in tokens:
        if token.dep != "conj" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl"):
            continue
        head = token.head
        if (
            (head.modal or head.tag in {"VBZ", "VBD"})
            and (token.tag == "VB" or (token.tag == "VBP" and head.tag == "VBZ"))
            and not token.having("aux")
            and tokens[token.i - 1].text == ","
        ):
            bare = next((item for item in head.having("ccomp") if item.i < token.i and item.tag in {"VB", "VBP"}), None)
            if bare is not None and any(mark.lower == "that" for mark in bare.having("mark")):
                token.hang(bare, "conj")  # "will require that provinces adopt X, legalise Y and …"
            continue
        gerund = head.tag == "VBG" and not head.having("aux")  # "a shelter for women fleeing violence and trains officers"
        if not (head.modal or head.infinitive or gerund) or not _third_person(token):
            continue
        below = [item for item in head.subtree() if head.i < item.i < token.i and item.dep in {"ccomp", "relcl", "advcl"}]
        other = next((item for item in reversed(below) if item.is_verb and _third_person(item)), None)
        if other is None:
            other = next((above for above in head.ancestors() if above.is_verb and _third_person(above)), None)
        if other is not None:
            token.hang(other, "conj")


@asked_of("VB|VBD|VBG|VBN|VBP|VBZ/conj", "and or", "relcl acl advcl")
def close_open_lists(tokens: list[Token]) -> None:
    """“has moved villages, rebuilt the wall that protects us and trained wardens”: the last member of an open list."""
    for token in tokens:
        if token.dep != "conj" or not token.is_verb or token.having("nsubj", "nsubjpass", "aux", "auxpass", "expl"):
            continue
        nested = token.head
        if token.i == 0 or tokens[token.i - 1].lower not in {"and", "or"} or nested.dep not in {"relcl", "acl", "advcl"}:
            continue
        last = verb_above(nested)
        if last is None or last.dep != "conj" or not last.head.is_verb or tokens[last.i - 1].text != ",":
            continue
        past = {"VBD", "VBN"}
        same = token.tag == last.tag or {token.tag, last.tag} <= past
        closed = any(other.is_verb and other.i > last.i for verb in (last, last.head) for other in verb.having("conj"))
        differs = nested.tag != token.tag and not {nested.tag, token.tag} <= past
        if same and not closed and (differs or nested.infinitive):
            token.hang(last, "conj")


def _third_person(token: Token) -> bool:
    """Whether the verb group begins with a form of the present that no modal can stand before."""
    return token.opening.tag == "VBZ"


def _last_bare_below(head: Token, token: Token) -> Token | None:
    """The last infinitive that ``head`` governs before ``token``."""
    found = None
    for item in head.subtree():
        if head.i < item.i < token.i and item.tag == "VB" and item.dep in {"xcomp", "conj", "advcl", "ccomp", "acl", "relcl"}:
            found = item if found is None or item.dep == "conj" or item.head is head else found
    return found


@asked_of("MD/aux", "VB|VBD|VBG|VBN|VBP|VBZ/conj")
def modal_conjuncts(tokens: list[Token]) -> None:
    """“must delete data when users ask them to, must not manipulate choices”: a modal goes with the verb that has one."""
    for token in tokens:
        if token.dep != "conj" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl") or not token.modal:
            continue
        modals = [above for above in token.head.ancestors() if above.is_verb and above.modal]
        if token.head.modal:  # "should show how it will attract women and must include a plan"
            modals = [above for above in modals if _strength(above) == _strength(token) != _strength(token.head)]
        if modals:
            token.hang(modals[0], "conj")


def _strength(token: Token) -> str:
    """Which of the three sorts its modal is."""
    modal = next(child.lower for child in token.having("aux") if child.tag == "MD")
    return "will" if modal in {"will", "would", "'ll", "’ll"} else "must" if modal in {"must", "shall", "should"} else "may"


@asked_of("VBN|VBD/advcl|acl|dep|ccomp", ",", "dobj")
def perfect_lists(tokens: list[Token]) -> None:
    """“have cut services, sold off land and left councils without money”: participles with objects of their own go on."""
    for token in tokens:
        if (
            token.tag not in {"VBN", "VBD"}
            or token.dep not in {"advcl", "acl", "dep", "ccomp"}
            or tokens[token.i - 1].text != ","
        ):
            continue
        if token.having("aux", "auxpass", "nsubj", "nsubjpass", "mark", "agent") or token.child("dobj") is None:
            continue
        perfect = next(
            (above for above in token.ancestors() if above.is_verb and is_perfect(above) and not above.having("auxpass")),
            None,
        )
        if perfect is not None and perfect.i < token.i:
            token.tag = "VBN"
            token.hang(perfect, "conj")
