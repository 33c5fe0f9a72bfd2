"""Phrases hung on the wrong word."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.frames import moves
from kg.extraction.repair.steps import FINITE
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = [
    "absolute_with",
    "amount_behind_worth",
    "apposition_in_list",
    "infinitives_of_nouns",
    "names_with_and",
    "neither_nor",
    "nouns_hung_on_punctuation",
    "nouns_hung_on_verbs",
    "object_after_parenthesis",
    "object_of_particle",
    "phrases_of_the_object",
    "phrases_of_the_verb",
    "task_after_parenthesis",
    "two_subjects",
]

_LISTED = frozenset({"pobj", "dobj", "conj"})


@asked_of(",", "IN TO WRB than")
def object_after_parenthesis(tokens: list[Token]) -> None:
    """“will double, by 2028, our contribution”: the noun phrase after the parenthesis is the object."""
    for token in tokens[:-2]:
        if not token.is_verb or token.having("dobj", "auxpass", "attr"):
            continue
        after = tokens[token.i + 1]
        if after.tag == "RB" and token.i + 2 < len(tokens) and after.head is tokens[token.i + 2]:
            after = after.head  # "make publicly available, by May, a list"
        so = after if after.tag == "JJ" and after.head is token and after.dep in {"ccomp", "oprd", "acomp"} else None
        if so is None and token.child("ccomp") is not None:
            continue
        particle = so or token.child("prt")  # "make available, on request, a list"
        opens = (particle or token).i + 1
        phrase = tokens[opens] if opens < len(tokens) and tokens[opens].dep in {"prep", "dative"} else None
        if phrase is not None and phrase.head is token and phrase.child("pobj") is not None:
            inner = phrase.child("pobj") or phrase  # "submit to the President, through X, recommendations"
            opens = max(item.i for item in phrase.subtree() if item.i <= inner.i or item.head is inner) + 1
            while opens + 1 < len(tokens) and tokens[opens].text != "," and tokens[opens] in phrase.subtree():
                opens += 1
        if opens + 1 >= len(tokens) or tokens[opens].text != "," or not _opens_parenthesis(tokens, opens + 1):
            continue
        for close in tokens[opens + 2 : opens + 18]:
            if close.text == "," and _object_behind(tokens, token, close.i + 1):
                break


def _opens_parenthesis(tokens: list[Token], k: int) -> bool:
    """“, by 2028,”, ", where appropriate,", ", no later than March 31, 2025,"."""
    if k + 1 == len(tokens):
        return False
    if tokens[k].tag in {"IN", "TO"} or (tokens[k].tag == "WRB" and tokens[k + 1].tag.startswith("JJ")):
        return True
    if (tokens[k].lower, tokens[k + 1].lower) in {("subject", "to"), ("free", "of")}:
        return True
    return any(item.lower == "than" for item in tokens[k + 1 : k + 3])


def _object_behind(tokens: list[Token], verb: Token, k: int) -> bool:
    """Make the noun phrase that begins at ``k`` the object of ``verb``, unless it is somebody's subject or object already."""
    for noun in tokens[k : k + 8]:
        misplaced = noun.dep in {"dobj", "attr"} and noun.head.i < noun.i and noun.head is not verb
        loose = noun.is_noun and (
            misplaced or _no_subject(tokens, noun) or noun.dep in {"dep", "appos", "prep", "npadvmod", "conj"}
        )
        if loose and noun.subtree()[0].i in {k, k - 1} and tokens[k].tag != "CD":
            below = noun.head if noun.dep in {"nsubj", "nsubjpass"} else None
            noun.hang(verb, "dobj")
            if below is not None and verb.dep == "ccomp" and verb.head is below and not below.having("nsubj", "nsubjpass"):
                verb.replace(below)
                below.hang(verb, "conj")  # "shall draw up, by 2028, a plan and shall publish it"
            elif below is not None:
                _continue_inside(noun, below)
            return True
    return False


def _no_subject(tokens: list[Token], noun: Token) -> bool:
    """“a force with the power to share data, freeze assets”, "an approach which …, and is": no verb agrees with the noun."""
    verb = noun.head
    if (
        noun.dep not in {"nsubj", "nsubjpass"}
        or not verb.is_verb
        or verb.dep not in {"advcl", "ccomp", "xcomp", "conj", "ROOT"}
    ):
        return False
    first = verb.opening
    return first.tag == "VB" or tokens[first.i - 1].tag == "CC"


def _continue_inside(noun: Token, verb: Token) -> None:
    """Let ``verb`` go on with the infinitive or relative clause inside the noun phrase of ``noun``."""
    infinitive = verb.tag == "VB" and not verb.having("aux")
    inside = [
        item
        for item in noun.subtree()
        if noun.i < item.i < verb.i and item.is_verb and item.dep in ({"acl", "advcl"} if infinitive else {"relcl"})
    ]
    if inside:
        verb.hang(inside[-1], "conj")


@asked_of(", :")
def nouns_hung_on_punctuation(tokens: list[Token]) -> None:
    """“needs, the trends of technology and …”: a noun hung on a comma goes on with the list before the comma."""
    for token in tokens:
        if token.is_noun and token.head.tag in {",", ":"} and token.head is not token:
            comma = token.head
            other = next(
                (item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in {"pobj", "dobj", "conj"}), None
            )
            if other is not None and other.i == comma.i - 1:
                token.hang(other, "conj")


@asked_of("NNP|NNPS/conj")
def names_with_and(tokens: list[Token]) -> None:
    """“the Ministry of Industry and Information Technology”: what follows "and" belongs to the name, not beside it.

    But not in "the Ministry of Manpower (MOM) and Workforce Singapore (WSG)".
    """
    organizations = words("discourse.actor_noun")
    for token in tokens:
        if token.dep != "conj" or token.tag not in {"NNP", "NNPS"} or token.head.tag not in {"NNP", "NNPS"}:
            continue
        head = token.head
        if any(item.text == ")" for item in tokens[head.i : token.i]):
            continue
        if token.having("det", "poss") or head.lemma.lower() not in organizations or token.lemma.lower() in organizations:
            continue
        of = next(
            (child for child in head.children if child.dep == "prep" and child.lower in {"of", "for"} and child.i < token.i),
            None,
        )
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.text[0].isupper():
            token.hang(inner, "conj")


@asked_of("NN|NNS|NNP|NNPS/conj|dep")
def nouns_hung_on_verbs(tokens: list[Token]) -> None:
    """“finance the collection, sorting and treatment”: a noun coordinated with a verb belongs to the verb's object."""
    for token in tokens:
        if (
            (token.dep == "conj" or _goes_on(tokens, token))
            and token.is_noun
            and token.head.is_verb
            and not any(child.dep in {"nsubj", "cop"} for child in token.children)
        ):
            target = next(
                (
                    child
                    for child in reversed(token.head.children)
                    if child.dep in {"dobj", "pobj", "nsubjpass", "attr"} and child.i < token.i
                ),
                None,
            )
            if target is None:
                prep = next(
                    (child for child in reversed(token.head.children) if child.dep == "prep" and child.i < token.i), None
                )
                target = prep.child("pobj") if prep is not None else None
            if (
                target is not None
                and target.tag != "CD"
                and not any(item.tag == "MD" or item.tag in FINITE for item in tokens[target.i : token.i])
            ):
                if token.dep == "dep":
                    _close(token)
                token.hang(target, "conj")


def _goes_on(tokens: list[Token], token: Token) -> bool:
    """“call for a ceasefire, the release of hostages and free access”: behind a comma, and not the last of the list."""
    if token.dep != "dep" or token.tag == "NNP":
        return False
    first = token.subtree()[0]
    behind = token.head.i < first.i and tokens[first.i - 1].text == "," and first.dep not in {"preconj", "cc", "advmod"}
    return behind and bool(_conjunctions(token))


def _conjunctions(token: Token) -> list[Token]:
    """Each "and" or "or" of the whole phrase."""
    return [item for item in token.subtree() if item.dep == "cc" and item.lower in {"and", "or"}]


def _close(token: Token) -> None:
    """What the list ends with goes with its nouns, not with one inside a phrase of the last but one."""
    end = _conjunctions(token)[-1]
    inside = end.head
    last = inside.child("conj")
    if inside is not token and last is not None and last.i > end.i:
        end.hang(token, "cc")
        last.hang(token, "conj")


@asked_of("nor", "neither")
def neither_nor(tokens: list[Token]) -> None:
    """“is neither neutrality between right and wrong nor a substitute”: what "nor" brings goes with what "neither" brought."""
    for nor in tokens[3:]:
        if nor.lower != "nor" or nor.dep != "cc":
            continue
        noun = next((item for item in tokens[nor.i + 1 :] if item.dep == "conj" and item.head is nor.head), None)
        first = next((item.head for item in tokens[: nor.i] if item.lower == "neither" and item.head.is_noun), None)
        if noun is None or first is None or not noun.is_noun or noun.head is first:
            continue
        noun.hang(first, "conj")
        nor.hang(first, "cc")


@asked_of(",", "nsubj nsubjpass")
def two_subjects(tokens: list[Token]) -> None:
    """“Focusing on needs, trends of technology and markets, we will …”: only the noun next to the verb is its subject."""
    for token in tokens:
        if not token.is_verb:
            continue
        for earlier, later in pairwise(token.having("nsubj", "nsubjpass")):
            if later.i > token.i:
                break
            comma = tokens[earlier.subtree()[0].i - 1] if earlier.subtree()[0].i > 0 else None
            if comma is None or comma.text != "," or not any(item.text == "," for item in tokens[earlier.i : later.i]):
                continue
            listed = next((item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in _LISTED), None)
            if listed is not None and listed.i < earlier.i and listed is not token:
                earlier.hang(listed, "conj")


@asked_of("worth", "conj appos dobj")
def amount_behind_worth(tokens: list[Token]) -> None:
    """“accept any gift worth more than 50 euros”: what it is worth is no second gift."""
    for worth in tokens[1:]:
        noun = worth.head
        if worth.lower != "worth" or not noun.is_noun or noun.i > worth.i:
            continue
        for token in tokens[worth.i + 1 : worth.i + 7]:
            counted = any(child.tag in {"CD", "$"} for child in token.children)
            if token.head in {noun, noun.head} and token.dep in {"conj", "appos", "dobj"} and (counted or token.tag == "CD"):
                token.hang(worth, "npadvmod")


@asked_of("among between of regarding concerning for", "dobj")
def phrases_of_the_object(tokens: list[Token]) -> None:
    """“enhance cooperation among firms”, “a system for mobilizing resources”: the phrase right after is the object's."""
    for token in tokens:
        if token.dep != "prep" or not token.head.is_verb or token.i == 0:
            continue
        if token.lower not in {"among", "between", "of", "regarding", "concerning"} and not (
            token.lower == "for" and token.child("pcomp")
        ):
            continue
        target = next((child for child in reversed(token.head.children) if child.dep == "dobj" and child.i < token.i), None)
        if target is not None and target.is_noun and target.subtree()[-1].i == token.i - 1:
            nearest = target.conjuncts()[-1] if target.conjuncts()[-1].i == token.i - 1 else target
            token.hang(nearest, "prep")


@asked_of("with", ",", "acl")
def absolute_with(tokens: list[Token]) -> None:
    """“, with the development of X showing vitality”: the participle says something of what "with" governs."""
    for token in tokens:
        if token.dep != "prep" or token.lower != "with" or token.i == 0 or tokens[token.i - 1].text != ",":
            continue
        noun = token.child("pobj")
        if noun is None:
            continue
        for item in noun.subtree():
            if (
                item.dep == "acl"
                and item.tag in {"VBG", "VBN"}
                and item.head is not noun
                and item.head.dep == "pobj"
                and tokens[item.i - 1] is item.head
            ):
                item.hang(noun, "acl")


_ASKING = classes("frame")  # preposition → the verbs that ask for it


@asked_of(" ".join(_ASKING), of_lemma(frozenset().union(*_ASKING.values())), "prep", "dobj nsubjpass agent")
def phrases_of_the_verb(tokens: list[Token]) -> None:
    """“harden substations against attack”, "shield households from tariffs": what the verb's frame asks for is no part of
    the object."""
    for token in tokens:
        if token.dep != "prep" or token.lower not in _ASKING or not token.head.is_noun:
            continue
        verb = token.head
        while verb.is_noun and verb.goes_on:
            verb = verb.head
        above = verb.head.head if verb.dep == "pobj" and verb.head.dep == "agent" else verb.head  # "accused by X of V-ing"
        asks = above.is_verb and above.lemma.lower() in _ASKING[token.lower]
        if asks and (verb.dep in {"dobj", "nsubjpass"} or above is not verb.head):
            token.hang(above, "prep")


@asked_of("VB|VBN/advcl|xcomp", "TO")
def infinitives_of_nouns(tokens: list[Token]) -> None:
    """“limit the freedom of families to care for X”, "a database, to be managed by Y": the infinitive says of the noun."""
    for token in tokens:
        if token.tag not in {"VB", "VBN"} or token.dep not in {"advcl", "xcomp"} or not token.head.is_verb:
            continue
        first = token.subtree()[0]
        if first.tag != "TO" or first.head is not token or first.i < 2:
            continue
        passive = token.tag == "VBN" and (
            (token.child("agent") is not None and token.head.tag != "VBN")
            or (tokens[first.i - 1].text == "," and token.child("auxpass") is not None and token.child("agent") is None)
        )
        before = tokens[first.i - 2 if passive and tokens[first.i - 1].text == "," else first.i - 1]
        if passive and before.is_noun and before.dep in {"pobj", "dobj", "conj"} and token.head.lemma != "be":
            token.hang(_before_parenthesis(before, tokens) or before, "acl")
            continue
        refused = token.head.child("nsubjpass")
        if refused is not None and token.tag == "VB" and refused.lemma.lower() in words("noun_modality.planned"):
            token.hang(refused, "acl")  # "no decision has been taken to close the school"
            continue
        noun = token.head.child("dobj")
        of = noun is not None and any(child.lower == "of" for child in noun.having("prep"))
        if (
            noun is not None
            and (of or noun.i == first.i - 1)  # "gives the Coast Guard new powers to search ships"
            and noun.subtree()[-1].i == first.i - 1
            and noun.lemma.lower() in words("noun_modality.possible")
        ):
            token.hang(noun, "acl")


def _before_parenthesis(noun: Token, tokens: list[Token]) -> Token | None:
    """“a report, in consultation with states, to be tabled”: the object before the phrase that commas part from it."""
    phrase = next((item for item in noun.ancestors() if item.dep == "prep" and item.head.is_verb), None)
    target = phrase.head.child("dobj") if phrase is not None else None
    if phrase is None or target is None or phrase.i < 2 or tokens[phrase.i - 1].text != ",":
        return None
    return target if target.subtree()[-1].i == phrase.i - 2 else None


@asked_of("NN|NNS|NNP|NNPS/appos", "conj", "cc")
def apposition_in_list(tokens: list[Token]) -> None:
    """“from higher tariffs, the weaker rate and the uncertainty”: an apposition with "and" goes on with a list."""
    for token in tokens:
        head = token.head
        if token.dep != "appos" or not token.is_noun or head.tag in {"NNP", "NNPS"} or head.dep not in {"pobj", "dobj"}:
            continue
        last = token.child("conj")
        if last is None or last.tag in {"NNP", "NNPS"} or token.child("cc") is None:
            continue
        first = token.subtree()[0].i
        before = tokens[first - 2] if first > 1 and tokens[first - 1].text == "," else None
        if before is not None and before.dep in {"pobj", "dobj"} and not before.having("conj"):
            token.hang(before, "conj")


@asked_of("prt", "pobj")
def object_of_particle(tokens: list[Token]) -> None:
    """“try to pass on the costs”: what the parser makes a particle's object is the verb's."""
    for token in tokens:
        noun = token.child("pobj") if token.dep == "prt" else None
        if noun is not None and token.head.child("dobj") is None:
            noun.hang(token.head, "dobj")


@asked_of("VB/relcl|acl|advcl", "TO", ",")
def task_after_parenthesis(tokens: list[Token]) -> None:
    """“encourage partners, in particular those whose fleets fish here, to finance X”: the infinitive goes with the verb."""
    for to in tokens[2:-1]:
        token = to.head
        if to.tag != "TO" or tokens[to.i - 1].text != "," or token.dep not in {"relcl", "acl", "advcl"} or token.tag != "VB":
            continue
        verb = next((above for above in token.ancestors() if above.is_verb and above.i < to.i), None)
        if verb is None or (token.head is verb and token.dep != "advcl"):
            continue
        calls = verb.lemma.lower() in {"call", "appeal"}  # "call on partners, both old and new, to finance X"
        on = next((prep for prep in verb.having("prep") if prep.lower in {"on", "upon", "to"}), None) if calls else verb
        target = on.child("dobj", "pobj") if on is not None else None
        if target is None or target.i > to.i:
            continue
        if calls or moves(verb):
            token.hang(verb, "xcomp")
