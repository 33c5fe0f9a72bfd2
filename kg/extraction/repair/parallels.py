"""What a list tells about its items: verbs between verbs, actors between actors, participles under one “were”."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.heads import is_party
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past, lemma_of_present
from kg.extraction.repair.roots import LIKE_PRESENT
from kg.extraction.repair.steps import FINITE, OWN_GROUP, PAST, is_perfect, past_above, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "actors_in_apposition",
    "asked_before_list",
    "denied_past_behind_or",
    "for_noun_to_verb",
    "gerund_behind_refraining",
    "gerund_beside_gerund",
    "having_done",
    "help_is_no_auxiliary",
    "including_of_the_infinitive",
    "object_beside_its_verb",
    "pair_of_pasts",
    "participles_of_open_lists",
    "passives_without_their_be",
    "past_behind_but",
    "past_closes_the_open_list",
    "past_like_present_beside_past",
    "present_in_open_list",
    "second_for_with_infinitive",
]


@asked_of("NNP|NN/appos", ",", "and", "VBP/aux|auxpass|ROOT MD/aux VBD/ROOT")
def actors_in_apposition(tokens: list[Token]) -> None:
    """“the Commission, the Council and the Bank have agreed”: an apposition would have a comma behind it."""
    for token in tokens[2:]:
        first = token.head
        if token.dep != "appos" or first.dep not in {"nsubj", "nsubjpass"} or first.having("conj") or not first.is_noun:
            continue
        verb, last = first.head, token.conjuncts()[-1]
        if last is token or not any(joint.lower == "and" for joint in token.having("cc")) or last.i > verb.i:
            continue
        end = last.subtree()[-1]
        closed = tokens[end.i + 1].text == "," if end.i + 1 < len(tokens) else True
        plural = verb.opening.lower in {"have", "are", "were", "do"}
        alike = {item.tag for item in (first, *token.conjuncts())} <= {"NNP", "NNPS"}
        if closed or tokens[token.subtree()[0].i - 1].text != "," or not (plural or alike):
            continue
        token.hang(first, "conj")


@asked_of("VBN|VBD|JJ/amod", "VBN|VBD", ", or", "dobj")
def participles_of_open_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has fostered skills, abolished fees and raised wages”: where each item opens with a past form, they are verbs."""
    for comma, token in pairwise(tokens):
        noun = token.head
        if comma.text != "," or not _may_be_past(token, verbs) or noun.dep not in {"dobj", "conj", "appos"}:
            continue
        after = next((item for item in noun.having("conj") if item.i > noun.i), None)
        joint = next((item for item in noun.having("cc") if item.lower in {"and", "or"}), None)
        other = tokens[joint.i + 1] if joint is not None and joint.i + 1 < len(tokens) else None
        main = past_above(noun)
        if after is None or joint is None or other is None or main is None or other.head is not after:
            continue
        if not _may_be_past(other, verbs) or main.child("dobj") is None or main.i > token.i:
            continue
        if noun.dep == "conj" and noun.head.head is not main:
            continue  # "progress through investment, improved access and raised wages"
        for item, target in ((token, noun), (other, after)):
            item.tag, item.repaired = ("VBN" if is_perfect(main) else "VBD"), True
            item.lemma = lemma_of_past(item, verbs) or item.lemma
            item.join(main, target)
        joint.hang(main, "cc")


@asked_of("VBN|VBD/conj", "VBN|VBD|JJ/amod", ",", "and or", "dobj")
def past_closes_the_open_list(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has raised standards, adopted limits and improved access”: a list of verbs that no other verb closes."""
    for joint, token in pairwise(tokens):
        last = token.head
        if joint.lower not in {"and", "or"} or not _may_be_past(token, verbs) or last.dep != "conj":
            continue
        verb = verb_above(last)
        if verb is None or verb.tag not in PAST or verb.dep != "conj" or last.head not in verb.having("dobj"):
            continue
        first = verb.head
        other = any(item is not joint for above in (first, verb) for item in above.having("cc"))
        open_ = tokens[verb.i - 1].text == "," and not other and not verb.having("conj")
        if open_ and first.tag in PAST and first.child("dobj") is not None and not verb.having(*OWN_GROUP):
            token.tag, token.repaired = verb.tag, True
            token.lemma = lemma_of_past(token, verbs) or token.lemma
            token.join(first, last)
            joint.hang(first, "cc")


@asked_of("VBN/amod", "or", "not never", "dobj")
def denied_past_behind_or(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has not restored wetlands or expanded parks”: what is denied is one act or another."""
    for joint, token in pairwise(tokens):
        noun = token.head
        if joint.lower != "or" or token.tag != "VBN" or not _may_be_past(token, verbs) or noun.dep != "conj":
            continue
        main = noun.head.head
        if noun.head.dep == "dobj" and is_perfect(main) and main.child("neg") is not None and noun.head.child("amod") is None:
            token.repaired = True
            token.lemma = lemma_of_past(token, verbs) or token.lemma
            token.join(main, noun)
            joint.hang(main, "cc")


@asked_of("VBN/amod", "VBN|VBD/conj", ", and", "VBN|VBD", "dobj")
def pair_of_pasts(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“have linked rivers and canals, and widened and deepened ports”: what is said of the subject, not which ports."""
    for joint, token in pairwise(tokens[1:]):
        noun, main = token.head, past_above(token)
        other = next((item for item in token.having("conj") if item.tag in PAST), None)
        if joint.lower != "and" or tokens[joint.i - 1].text != "," or main is None or other is None or main.i > token.i:
            continue
        done = main.child("dobj")
        last = noun.dep in {"conj", "appos"} and noun.i > other.i and done is not None and done in noun.ancestors()
        if last and _may_be_past(token, verbs) and lemma_of_past(other, verbs) is not None:
            for item in (token, other):
                item.tag, item.repaired = main.tag, True
                item.lemma = lemma_of_past(item, verbs) or item.lemma
            token.join(main, noun)
            joint.hang(main, "cc")


def _may_be_past(token: Token, verbs: AbstractSet[str]) -> bool:
    """Whether an adjective at the beginning of its noun phrase can be the past of a verb."""
    noun = token.head
    opens = token.dep == "amod" and noun.is_noun and noun.i > token.i and noun.subtree()[0] is token
    return opens and token.tag in {"VBN", "VBD", "JJ"} and lemma_of_past(token, verbs) is not None


@asked_of("VBD/conj", "auxpass", "nsubj")
def passives_without_their_be(tokens: list[Token]) -> None:
    """“homes were burned, and the market looted”: under the "were" of the clause before, where a verb lacks its object."""
    for token in tokens[3:]:
        above = token.head
        if token.tag != "VBD" or token.dep != "conj" or above.child("auxpass") is None:
            continue
        beside = (above.head, *above.having("ccomp", "conj"))
        listed = any(item is not above and item.tag == "VBN" and item.child("auxpass") for item in beside)
        if token.lemma.lower() not in _DONE and not (listed and token.lemma.lower() not in _BY_ITSELF):
            continue
        if token.child("nsubj") is None or token.having("dobj", "ccomp", "xcomp", "aux", "prt", "conj", "agent"):
            continue
        end = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
        if end.tag in {".", ",", ":", "CC", "IN"}:
            token.tag = "VBN"


_BY_ITSELF = words("intransitive") | words("measured") | {"end", "begin", "start", "continue", "improve", "change", "deepen"}
_DONE = words("with_object") | {"scrap", "loot", "burn", "demolish", "abolish", "injure", "wound", "arrest", "detain", "repeal"}
_DONE |= {"curb", "cancel", "suspend", "reject", "approve", "repair", "build", "destroy", "damage", "evacuate", "displace"}


@asked_of("VBG/amod", "from", "refrain refraining refrained abstain abstaining desist barred banned prohibited prevented")
def gerund_behind_refraining(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“refrain from abolishing holidays”: nobody refrains from a thing."""
    for prep, token in pairwise(tokens):
        noun = token.head
        if prep.lower != "from" or token.tag != "VBG" or token.dep != "amod" or noun.head is not prep or noun.dep != "pobj":
            continue
        if prep.head.lemma.lower() in _KEEPING and token.lemma.lower() in verbs and noun.subtree()[0] is token:
            token.hang(prep, "pcomp")
            noun.hang(token, "dobj")


_KEEPING = frozenset({"refrain", "abstain", "desist", "bar", "ban", "prohibit", "prevent"})


@asked_of("VBG/conj", "VBG/pcomp|xcomp|conj", "and or", "dobj")
def gerund_beside_gerund(tokens: list[Token]) -> None:
    """“by raising investment and abolishing fees”: two acts, not the fees of an investment that is abolished."""
    for joint, token in pairwise(tokens):
        noun = token.head
        fees, gerund = noun.head, noun.head.head
        if (
            joint.lower not in {"and", "or"}
            or token.tag != "VBG"
            or token.dep != "conj"
            or noun.dep not in {"nmod", "compound"}
        ):
            continue
        if gerund.tag == "VBG" and fees.dep == "dobj" and fees.i > token.i and noun.i < token.i and fees.is_noun:
            noun.hang(gerund, "dobj")
            token.hang(gerund, "conj")
            fees.hang(token, "dobj")
            joint.hang(gerund, "cc")


@asked_of("for", "TO/aux", "=call =appeal =push =press =campaign =lobby =wait =provide =arrange =plan")
def for_noun_to_verb(tokens: list[Token]) -> None:
    """“calls for state-owned firms to cut fees”: who stands between "for" and "to" is to do it."""
    for verb in tokens:
        for mark in verb.having("prep") if verb.is_verb and verb.lemma.lower() in _CALLING else ():
            found = _to_do(tokens, mark) if mark.lower == "for" and mark.i > verb.i else None
            if found is not None and is_party(found[0]) and found[1].head is verb and found[1].dep in {"advcl", "xcomp"}:
                _make_clause(mark, *found)


@asked_of("for", "and or", "TO/aux", "mark")
def second_for_with_infinitive(tokens: list[Token]) -> None:
    """“calls for the Union to cut fees and for Ministers to pay nurses”: each "for" has an infinitive and who is to do it."""
    for joint, mark in pairwise(tokens):
        if joint.lower not in {"and", "or"} or mark.lower != "for":
            continue
        found = _to_do(tokens, mark)
        before = (item for item in reversed(tokens[: joint.i]) if item.infinitive and item.tag == "VB")
        first = next((item for item in before if any(child.lower == "for" for child in item.having("mark"))), None)
        if found is not None and first is not None and found[1].child("nsubj") is None:
            found[1].hang(first, "conj")
            _make_clause(mark, *found)


_CALLING = frozenset({"call", "appeal", "push", "press", "campaign", "lobby", "wait", "provide", "arrange", "plan"})


def _to_do(tokens: list[Token], mark: Token) -> tuple[Token, Token] | None:
    """Who stands between ``mark`` and the next "to", and the infinitive behind it."""
    to = next((item for item in tokens[mark.i + 1 :] if item.lower == "to" or item.text in {",", ";"} or item.is_verb), None)
    if to is None or to.lower != "to" or not to.head.infinitive or to.head.i < to.i or to.i == mark.i + 1:
        return None
    who = tokens[to.i - 1]
    while who.head is not who and mark.i < who.head.i < to.i:
        who = who.head
    return (who, to.head) if who.is_noun else None


def _make_clause(mark: Token, who: Token, verb: Token) -> None:
    mark.hang(verb, "mark")
    who.hang(verb, "nsubj")


@asked_of("VBN|VBD/acl", "VB|VBP/ROOT", ",", "TO/aux", "nsubj")
def asked_before_list(tokens: list[Token]) -> None:
    """“Firms called on Ministers to cut fees, review the rules and …”: no bare verb of the list is the main verb."""
    for token in tokens[1:]:
        root, noun = token.head.head, token.head
        if token.tag not in PAST or token.dep != "acl" or root.dep != "ROOT" or root.tag not in {"VB", "VBP"} or root is noun:
            continue
        task = token.child("xcomp")
        if task is None or not task.infinitive or task.i > root.i or token.i != noun.i + 1 or token.having("agent"):
            continue
        if tokens[root.i - 1].text != "," or root.having("aux", "auxpass", "neg") or noun.dep != "nsubj":
            continue
        token.tag, token.repaired = "VBD", True
        token.hang(root, "dep")
        token.replace(root)
        for child in list(root.children):
            if child.i < token.i or child.text == ".":
                child.hang(token, child.dep)
        root.tag = "VB"
        root.hang(task, "conj")


@asked_of("including", "prep", "by", "TO/aux")
def including_of_the_infinitive(tokens: list[Token]) -> None:
    """“encourages States to support schools, including by cutting fees”: it says how to do what stands before it."""
    for token, by in pairwise(tokens):
        above = token.head
        if token.lower != "including" or by.lower != "by" or not above.is_verb or token.dep != "prep":
            continue
        task = next((item for item in above.having("xcomp", "ccomp") if item.infinitive and above.i < item.i < token.i), None)
        if task is not None:
            token.hang(task, "prep")


@asked_of("NNS/compound", "VBZ", ",", "and or")
def present_in_open_list(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“speeds up the switch, abolishes tuition fees, and sets targets”: a plural before its noun is a verb among verbs."""
    for comma, token in pairwise(tokens):
        target = token.head
        lemma = lemma_of_present(token, verbs) if comma.text == "," and token.tag == "NNS" and token.dep == "compound" else None
        while target.dep == "compound" and target.head.i > target.i:
            target = target.head
        if lemma is None or target.i < token.i or target.subtree()[0] is not token or target.having("cc"):
            continue
        main = verb_above(target)
        if main is None or main.tag != "VBZ" or main.i > token.i or main.child("dobj") is None:
            continue
        closing = next((item for item in main.having("conj") if item.i > target.i and item.tag == "VBZ"), None)
        if closing is not None and tokens[closing.i - 1].lower in {"and", "or"} and not closing.having(*OWN_GROUP):
            token.tag, token.lemma, token.repaired = "VBZ", lemma, True
            token.join(main, target)


@asked_of("NN|NNS|NNP|NNPS/appos", "VBZ|VBD|VBP")
def object_beside_its_verb(tokens: list[Token]) -> None:
    """“builds homes and curbs illegal logging”: a verb has no apposition."""
    for token in tokens[1:]:
        verb = token.head
        if token.dep != "appos" or verb.tag not in FINITE or not token.is_noun or verb.having("dobj", "attr", "acomp"):
            continue
        if tokens[token.subtree()[0].i - 1] is verb:
            token.hang(verb, "dobj")


@asked_of("helped helps help", "aux")
def help_is_no_auxiliary(tokens: list[Token]) -> None:
    """“The levy helped cut emissions”: an act, and a bare infinitive behind it."""
    for token in tokens:
        verb = token.head
        if token.lemma != "help" and not token.lower.startswith("help"):
            continue
        if token.dep != "aux" or token.tag not in {"VBD", "VBZ", "VBP"} or verb.tag not in {"VB", "VBP", "VBD"}:
            continue
        token.lemma = "help"
        token.replace(verb)
        for child in list(verb.children):
            if child.i < token.i or child.dep == "punct":
                child.hang(token, child.dep)
        verb.tag = "VB"
        verb.hang(token, "xcomp")


@asked_of("having", "dobj", ",")
def having_done(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Having cut emissions, the city …”, "Having trained its staff, …": a perfect, not what somebody has."""
    for having, token in pairwise(tokens):
        if having.lower != "having" or having.dep not in {"advcl", "csubj"}:
            continue
        target = token.head
        bare = token.lower in LIKE_PRESENT and token.dep in {"compound", "amod"}
        past = _may_be_past(token, verbs) and token.lower not in words("participle_of_state")
        if not (bare or past) or target.head is not having or target.dep != "dobj":
            continue
        token.tag, token.repaired = "VBN", True
        token.lemma = token.lower if bare else lemma_of_past(token, verbs) or token.lemma
        target.hang(having, "dep")
        token.hang(having, "dep")
        token.replace(having)
        for child in list(having.children):
            child.hang(token, child.dep)
        having.hang(token, "aux")
        having.lemma = "have"
        target.hang(token, "dobj")


@asked_of("but", ",", "did", "VBN|VBD|JJ/amod")
def past_behind_but(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“did not cut costs, but trained local officials and opened wards”: what it did instead."""
    for comma, but, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.head
        if comma.text != "," or but.lower != "but" or not _may_be_past(token, verbs) or token.tag == "JJ":
            continue
        main = verb_above(noun)
        if noun.dep != "conj" or main is None or main.i > token.i or main.child("neg") is None:
            continue
        if not any(aux.lower == "did" for aux in main.having("aux")):
            continue
        follow = [item for item in noun.having("conj") if item.i > noun.i]
        joint = noun.child("cc")
        _make_past(token, noun, main, verbs)
        for item in follow:
            first = item.subtree()[0]
            if item.is_verb and item.tag in PAST:
                item.tag = "VBD"
                item.hang(main, "conj")
            elif item.is_noun and joint is not None and first.i == joint.i + 1 and _may_be_past(first, verbs):
                _make_past(first, item, main, verbs)


def _make_past(token: Token, noun: Token, main: Token, verbs: AbstractSet[str]) -> None:
    """Let the adjective ``token`` go on with ``main`` as a past, and ``noun`` be what it acts on."""
    token.tag, token.repaired = "VBD", True
    token.lemma = lemma_of_past(token, verbs) or token.lemma
    token.join(main, noun)


@asked_of("VB|VBP|VBD|VBN/amod", "conj", "and or", " ".join(sorted(LIKE_PRESENT)))
def past_like_present_beside_past(tokens: list[Token]) -> None:
    """“raised fees and cut emissions”: a bare verb is no adjective."""
    for joint, token in pairwise(tokens):
        noun = token.head
        if joint.lower not in {"and", "or"} or token.lower not in LIKE_PRESENT or token.tag not in {"VB", "VBP", "VBD", "VBN"}:
            continue
        main = past_above(noun)
        if token.dep == "amod" and noun.dep == "conj" and noun.i > token.i and main is not None and main.i < token.i:
            token.tag, token.lemma, token.repaired = ("VBN" if is_perfect(main) else "VBD"), token.lower, True
            token.join(main, noun)
            joint.hang(main, "cc")
