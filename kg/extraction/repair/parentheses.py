"""What stands between commas inside a clause: behind a modal or an "and", before the object, around a verb of saying."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import AFTER_VERB, lemma_of_gerund
from kg.extraction.repair.steps import FINITE, be_subject_of
from kg.extraction.tree import Token
from kg.extraction.words import with_words, words

__all__ = ["bare_saying_inserted", "inserted_saying", "object_of_listed_verbs", "verb_behind_condition"]

_FARTHEST = 16  # words of a parenthesis
_CONDITIONS = frozenset({"where", "when", "if", "unless", "wherever", "whenever", "as"})
_SUBJECT_TO = frozenset({("subject", "to"), ("consistent", "with")})
_JOINTS = frozenset({"and", "or", "but"})


def _condition(tokens: list[Token], k: int) -> int:
    """Where the parenthesis that opens at ``k`` ends, the place of its second comma: ", if necessary,"; 0 if there is none."""
    if k + 3 >= len(tokens) or tokens[k].text != ",":
        return 0
    first, second = tokens[k + 1].lower, tokens[k + 2].lower
    if (first not in _CONDITIONS and (first, second) not in _SUBJECT_TO) or second in {"a", "an"}:
        return 0  # "as a last resort"
    return next((item.i for item in tokens[k + 3 : k + _FARTHEST] if item.text == ","), 0)


def _can_be_verb(tokens: list[Token], k: int, verbs: AbstractSet[str]) -> bool:
    """Whether the word at ``k`` is a bare verb or, before a noun phrase, a word that the lexicon has as one."""
    if k + 1 >= len(tokens):
        return False
    token, after = tokens[k], tokens[k + 1]
    if token.lower == "be" or token.lower != token.lemma.lower():
        return False
    if token.tag in {"VB", "VBP"}:
        return True
    known = token.lower in with_words(verbs, "noun_or_verb") or (
        token.tag == "NN" and token.dep == "compound" and token.head is after
    )
    return known and token.tag in {"NN", "JJ", "VBD", "VBN"} and (after.tag in AFTER_VERB or after.text == ",")


@asked_of("MD and or but", ",", "where when if unless wherever whenever as subject consistent")
def verb_behind_condition(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shall, where necessary, delegate authority”, "will assess and, where appropriate, approve the plan": the verb behind."""
    for token in tokens[1:-4]:
        opens = token.i + 1 + (token.tag == "MD" and tokens[token.i + 1].dep == "neg")
        joint = token.lower in _JOINTS
        close = _condition(tokens, opens) if token.tag == "MD" or joint else 0
        if joint and not close and tokens[opens].lower in _CONDITIONS and tokens[opens + 2].text == ",":
            close = opens + 2  # "adopt, and where needed, amend the rules"
        if not close or not _can_be_verb(tokens, close + 1, verbs):
            continue
        verb = tokens[close + 1]
        if token.tag == "MD":
            if not _whole(token, verb):
                _stand_behind(tokens, token, verb)
            for item in tokens[opens + 2 : close]:
                if item.head is verb and item.dep == "advcl":
                    _make_adjective(item)
            continue
        earlier = _verb_before(tokens, token)
        if earlier is None:
            continue
        if verb.dep != "conj" or verb.tag != earlier.tag or not verb.head.is_verb or opens <= verb.head.i < close:
            _go_on_behind(tokens, token, verb, earlier)
        _hang_condition(tokens, tokens[opens + (tokens[opens].text == ",")], verb)


def _whole(modal: Token, verb: Token) -> bool:
    """Whether the parser has read it right."""
    behind = verb.head is not verb and (verb.head.i > verb.i or verb.head.tag in {"MD", "JJ"})
    return modal.dep == "aux" and modal.head is verb and verb.tag == "VB" and not behind


def _verb_before(tokens: list[Token], joint: Token) -> Token | None:
    """The bare verb that what stands behind "and" goes on with."""
    for item in reversed(tokens[: joint.i]):
        if item.tag == "MD" or item.tag in {"VBZ", "VBD"}:
            return None
        group = item.modal or item.infinitive or item.dep == "conj"
        if item.tag == "VB" and item.dep not in {"aux", "auxpass", "relcl", "acl"} and group:
            return item
    return None


def _object_of(tokens: list[Token], verb: Token) -> Token | None:
    """The noun behind ``verb`` that the parser hung it on, or on its parenthesis."""
    own = verb.child("dobj")
    if own is not None:
        return own
    above = verb.head
    while above.dep in {"compound", "amod", "nmod"} and above.head.i > above.i:
        above = above.head
    return above if above.i > verb.i and above.is_noun and above.i < len(tokens) else None


def _stand_behind(tokens: list[Token], modal: Token, verb: Token) -> None:
    """Make ``verb`` the verb of ``modal``, with the subject before and the object behind; the parenthesis hangs on it."""
    target = _object_of(tokens, verb)
    inside = tokens[modal.i : verb.i]
    parts = (*inside, verb, *((target,) if target else ()))
    top = min(parts, key=lambda item: (sum(1 for _ in item.ancestors()), item.i))
    subject = next((child for item in parts for child in item.having("nsubj", "nsubjpass") if child.i < modal.i), None)
    verb.tag, verb.lemma, verb.repaired = "VB", verb.lower, True
    if top is not verb:
        verb.hang(top, "dep")
        verb.replace(top)
    if target is not None:
        target.hang(verb, "dobj")
    if subject is None and verb.head.is_noun and verb.head.i < modal.i:
        subject = verb.head
        while subject.dep in {"pobj", "prep"} and subject.head is not subject and not subject.head.is_verb:
            subject = subject.head
        verb.hang(subject, "dep")
        verb.replace(subject)
    if subject is not None:
        subject.hang(verb, "nsubj")
    elif tokens[modal.i - 1].lower in _JOINTS and verb.head.is_verb and verb.head.i < modal.i and verb.dep in {"advcl", "dep"}:
        verb.dep = "conj"
    modal.hang(verb, "aux")
    first = tokens[modal.i + 1 + (tokens[modal.i + 1].text != ",") + 1]
    for item in (*inside, *((target,) if target else ()), *((subject,) if subject else ())):
        for child in list(item.children):
            if item is subject and child.i < modal.i:
                continue
            if item is target and child.i > modal.i:
                continue
            outside = child.i < modal.i or child.i > verb.i
            if child is not subject and (outside or child.dep == "neg"):
                child.hang(verb, child.dep)
    _hang_condition(tokens, first, verb)


def _hang_condition(tokens: list[Token], first: Token, verb: Token) -> None:
    """Hang the parenthesis that begins with ``first`` on ``verb``: "where" on what it says, "subject" on the verb."""
    inside = tokens[first.i : verb.i - 1]
    if first.lower in {"subject", "consistent"}:
        first.tag = "JJ"
        first.hang(verb, "advcl")
        tokens[first.i + 1].hang(first, "prep")
        return
    state = inside[1] if len(inside) > 1 and inside[1].tag in {"VBN", "JJ"} and not inside[1].having("nsubj") else None
    says = state or next((item for item in inside if item.is_verb and item.having("nsubj", "nsubjpass", "expl")), None)
    says = says or next((item for item in inside if item.tag in {"JJ", "VBN", "VBD"}), None)
    if says is None:
        return
    _make_adjective(says)
    says.hang(verb, "advcl")
    for child in list(says.children):
        if child.i >= verb.i - 1:
            child.hang(verb, child.dep)
    first.hang(says, "advmod" if first.tag == "WRB" else "mark")
    for item in inside:
        if item.is_verb and item is not says and item.head not in inside:
            item.hang(says, "ccomp")  # "if satisfied that the claim is true"


def _make_adjective(says: Token) -> None:
    """“where duly justified”, "if satisfied that X": a state, and nobody's act."""
    if says.tag in {"VBN", "VBD"} and not says.having("nsubj", "nsubjpass", "agent", "dobj", "prep"):
        says.tag = "JJ"


def _go_on_behind(tokens: list[Token], joint: Token, verb: Token, earlier: Token) -> None:
    """Let ``verb`` behind the parenthesis go on with ``earlier``."""
    target = _object_of(tokens, verb)
    verb.tag, verb.lemma, verb.repaired = "VB", verb.lower, True
    if target is not None:
        target.hang(earlier, "dep")
    verb.hang(earlier, "conj")
    if target is not None:
        target.hang(verb, "dobj")
        for child in list(target.children):
            if child.i < verb.i:
                child.hang(earlier, child.dep)
    joint.hang(earlier, "cc")
    middle = tokens[joint.i - 1]
    if joint.i - 3 == earlier.i and tokens[joint.i - 2].text == "," and middle.text.isalpha() and not middle.is_verb:
        middle.tag, middle.lemma, middle.repaired = (
            "VB",
            middle.lower,
            True,
        )  # "collect, analyse and, if possible, publish data"
        middle.hang(earlier, "conj")


@asked_of("and or", ",", "MD TO IN", "VB VBG")
def object_of_listed_verbs(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shall not sell or transfer, directly or indirectly, weapons”: the noun behind the parenthesis is what all act on."""
    for first in tokens[1:-5]:
        gerund = first.lower.endswith("ing") and tokens[first.i - 1].tag == "IN"
        if not (gerund or (first.tag == "VB" and (first.modal or first.infinitive))):
            continue
        listed = _listed(tokens, first, verbs)
        opens = listed[-1].i + 1 if listed else 0
        if any(item.i < opens for item in first.having("dobj")):
            continue
        close = _adverbial(tokens, opens) if opens else 0
        target = _noun_behind(tokens, close) if close else None
        if target is None:
            continue
        if gerund and first.tag != "VBG":
            first.tag, first.dep, first.repaired = "VBG", "pcomp", True
            first.lemma = lemma_of_gerund(first, verbs) or first.lemma
        _bring_below(first, target)
        for before, item in zip([first, *listed], listed, strict=False):
            item.lemma = (lemma_of_gerund(item, verbs) if gerund else None) or (item.lemma if gerund else item.lower)
            item.tag, item.repaired = first.tag, True
            item.hang(before if gerund else first, "conj")
        target.hang(listed[-1], "dobj")
        for child in list(target.children):
            if child.i <= close:
                child.hang(first, child.dep)


def _bring_below(verb: Token, target: Token) -> None:
    """Hang ``target`` on ``verb``, also where it is above: "should refrain from V-ing, in any form, bribes"."""
    chain = [verb, *verb.ancestors()]
    if target in chain and target is not verb:
        top = chain[chain.index(target) - 1]
        top.replace(target)
        for child in list(target.children):
            if child.i < top.i or child.dep == "punct":
                child.hang(top, child.dep)
    target.hang(verb, "dep")


def _listed(tokens: list[Token], first: Token, verbs: AbstractSet[str]) -> list[Token]:
    """The words of “, V or V” right behind ``first`` that can go on with it."""
    found: list[Token] = []
    verbs = with_words(verbs, "noun_or_verb")
    gerund, k = first.lower.endswith("ing"), first.i + 1
    while k + 2 < len(tokens) and (tokens[k].text == "," or tokens[k].lower in {"and", "or"}):
        closes = tokens[k].lower != ","
        if not closes and tokens[k + 1].lower in {"and", "or"}:
            closes, k = True, k + 1
        item = tokens[k + 1]
        known = lemma_of_gerund(item, verbs) is not None if gerund else item.lower in verbs
        if not (known or item.tag == first.tag):
            return []
        found.append(item)
        k += 2
        if closes:
            return found
    return []


def _adverbial(tokens: list[Token], k: int) -> int:
    """Where the parenthesis “, directly or indirectly,”, ", in exceptional cases," that opens at ``k`` ends; 0 if none does."""
    if k + 3 >= len(tokens) or tokens[k].text != "," or tokens[k + 1].tag not in {"RB", "IN"}:
        return 0
    close = next((item.i for item in tokens[k + 2 : k + _FARTHEST] if item.text == ","), 0)
    inside = tokens[k + 1 : close]
    return close if close and not any(item.is_verb or item.tag == "MD" for item in inside) else 0


def _noun_behind(tokens: list[Token], close: int) -> Token | None:
    """The noun of the phrase that begins behind ``close``, unless it is the subject of what follows or another list."""
    for noun in tokens[close + 1 : close + 8]:
        if noun.is_verb or noun.tag in {"MD", "IN", "WDT", "WP"} or noun.text in {",", ";"}:
            return None
        after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
        if noun.is_noun and (after is None or not after.is_noun) and noun.dep not in {"nsubj", "nsubjpass", "compound"}:
            return noun
    return None


_BARE_SAYING = "claim argue fear warn insist allege contend say believe note add"
_SAYING = frozenset(_BARE_SAYING.split())


@asked_of(
    ",", "VBZ|VBP|VBD", "nsubj", "say says said warn warns warned argue argues argued claim claims claimed add adds added"
)
def inserted_saying(tokens: list[Token]) -> None:
    """“The law, say critics, weakens the courts”: what stands behind an inserted verb of saying says it, not the law."""
    for comma, says in pairwise(tokens):
        noun = tokens[comma.i - 1] if comma.i else comma
        if comma.text != "," or says.tag not in FINITE or says.lemma.lower() not in words("attribution"):
            continue
        close = next((item.i for item in tokens[says.i + 1 : says.i + 9] if item.text == ","), 0)
        inside = tokens[says.i + 1 : close]
        speaker = next((item for item in inside if item.head is says and item.dep in _SPEAKERS), None) or _next_to(says, inside)
        subject = next((child for child in says.having("nsubj") if child.i < comma.i), None)
        if speaker is None or subject is None or noun not in subject.subtree() or says.having("aux", "ccomp")[1:]:
            continue
        main = says.head if says.dep in {"parataxis", "ccomp"} and says.head.i > says.i else says.child("ccomp")
        if main is None or not main.is_verb or main.i < close or main.child("mark") is not None:
            continue
        own = main.child("nsubj", "nsubjpass")
        if own is not None and own is not speaker and own.i > close:
            continue
        if main.head is says:
            main.replace(says)
            says.hang(main, "parataxis")
        speaker.hang(says, "nsubj")
        be_subject_of(subject, main)
        for child in list(says.children):
            if child.i > close:
                child.hang(main, child.dep)


@asked_of(",", "NN/conj|appos VBP/advcl", _BARE_SAYING)
def bare_saying_inserted(tokens: list[Token]) -> None:
    """“The code, the Greens claim, harms growers”: a plural and a bare verb of saying between commas are who says it."""
    for who, says, close in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        if says.lower not in _SAYING or close.text != "," or says.tag not in {"NN", "VBP"} or not who.lower.endswith("s"):
            continue
        start = who.i
        while start > 0 and tokens[start - 1].tag in {"DT", "JJ", "NNP", "NN", "NNS"}:
            start -= 1
        if not who.is_noun or start == 0 or tokens[start - 1].text != ",":
            continue
        subject = says.head
        main = subject.head if says.tag == "NN" else subject
        if not main.is_verb or main.i < close.i or says.having("mark", "dobj", "ccomp"):
            continue
        if says.tag == "NN" and (subject.dep not in {"nsubj", "nsubjpass"} or says.dep not in {"conj", "appos"}):
            continue
        if says.tag == "VBP" and (says.dep != "advcl" or who.head is not says):
            continue
        says.tag, says.lemma, says.repaired = "VBP", says.lower, True
        says.hang(main, "parataxis")
        for child in list(says.children):
            if child.i < start:
                child.hang(main, child.dep)
            elif child is not who and child.i < who.i:
                child.hang(who, child.dep)
        who.hang(says, "nsubj")


def _next_to(says: Token, inside: list[Token]) -> Token | None:
    """“The scheme, claimed the opposition, wasted money”: who says it, taken for the subject of what he says."""
    noun = next((item for item in inside if item.dep == "nsubj" and item.head is says.child("ccomp")), None)
    return noun if noun is not None and noun.is_noun and noun.subtree()[0].i == says.i + 1 else None


_SPEAKERS = frozenset({"nsubj", "dobj"})
