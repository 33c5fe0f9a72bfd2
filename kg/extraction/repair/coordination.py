"""Lists of nouns and verbs that the parser cuts short: commas, determiners and frames say what goes on with what."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.frames import GIVING, moves, takes_clause
from kg.extraction.repair.steps import lead, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "adjective_behind_object",
    "bare_noun_after_and",
    "clause_behind_object",
    "fined",
    "list_taken_for_apposition",
    "main_verb_of_a_relative",
    "noun_said_again",
    "object_before_its_verb",
    "object_behind_a_phrase",
    "object_of_both",
    "object_of_the_relative",
    "parallel_determiners",
    "participle_behind_object",
    "recipient_in_the_object",
    "recipients",
    "set_aside",
    "shared_plural",
    "verb_and_verb",
    "verb_with_preposition",
]

_PLACES = frozenset({"dobj", "pobj", "conj"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@asked_of("NN|NNS|NNP|NNPS/appos", ",", "and or")
def list_taken_for_apposition(tokens: list[Token]) -> None:
    """“to build the pipes, the roads and the substations”: an apposition that is a list goes on with the list before it."""
    for token in tokens:
        first = token.subtree()[0].i if token.dep == "appos" else 0
        if first < 2 or token.child("det") is None or not any(item.lower in {"and", "or"} for item in token.subtree()):
            continue
        before = tokens[first - 2]
        if tokens[first - 1].text != "," or not before.is_noun or before.dep not in _PLACES or before is token.head:
            continue
        noun = _with_determiner(before)
        if noun is not token.head and noun not in token.subtree():
            token.hang(noun, "conj")


def _with_determiner(noun: Token) -> Token:
    """The noun that ``noun`` stands inside of: "proof" of "proof of insurance", "the payment" of "the payment of salaries"."""
    while noun.dep == "pobj" and noun.head is not noun and noun.head.head.is_noun and noun.child("det", "poss") is None:
        noun = noun.head.head
    return noun


@asked_of("VBD|VBZ|VBP/ccomp", "NN|NNS|NNP|NNPS/nsubj", "and but", "NN|NNS|NNP|NNPS/conj")
def clause_behind_object(tokens: list[Token]) -> None:
    """“has reopened the mine and its owners hired 200 people”: of two subjects the first is the object of a verb that takes
    no clause."""
    for token in tokens[4:]:
        verb, noun = token.head, token.child("nsubj")
        if token.dep != "ccomp" or token.tag not in {"VBD", "VBZ", "VBP"} or noun is None or not verb.is_verb:
            continue
        joint, other = noun.child("cc"), noun.child("conj")
        if joint is None or other is None or joint.i > other.i or not other.is_noun or token.having("mark", "aux"):
            continue
        if verb.i != noun.subtree()[0].i - 1 or verb.child("dobj") or takes_clause(verb) or moves(verb):
            continue
        noun.hang(verb, "dobj")
        joint.hang(verb, "cc")
        other.hang(token, "nsubj")
        token.dep = "conj"


@asked_of("NN|NNS|NNP|NNPS/dobj", ",", "prep")
def object_behind_a_phrase(tokens: list[Token]) -> None:
    """“lead to the payment of salaries, the reopening of roads and …”: no object, but the second of what "to" governs."""
    for token in tokens:
        if token.dep != "dobj" or not token.is_noun or token.child("det") is None:
            continue
        first, verb = token.subtree()[0].i, token.head
        if first < 2 or tokens[first - 1].text != "," or verb.i > first:
            continue
        prep = next((item for item in verb.having("prep") if item.i == verb.i + 1 and item.child("pobj")), None)
        inner = prep.child("pobj") if prep is not None else None
        if inner is None or prep is None or prep.lower in {"by", "in", "at", "before", "after", "within", "until"}:
            continue
        if token.child("relcl") is not None and any(child.lower in {"a", "an"} for child in token.having("det")):
            continue  # "offered to mediate between the two, an offer that both rejected"
        if inner.subtree()[-1].i == first - 2 or tokens[first - 2] in inner.subtree():
            token.hang(inner, "conj")


@asked_of("NN|NNS|NNP|NNPS/appos|npadvmod|dep", ",", "and or", "VB")
def object_of_both(tokens: list[Token]) -> None:
    """“shall mail or deliver to each member, ten days before, a notice”: the object of both verbs, behind a phrase of one."""
    for token in tokens:
        if token.dep not in {"appos", "npadvmod", "dep"} or not token.is_noun:
            continue
        first = token.subtree()[0]
        if first.tag not in {"DT", "PRP$"} or first.i == 0 or tokens[first.i - 1].text != ",":
            continue
        verb = next((above for above in token.ancestors() if above.tag == "VB"), None)
        while verb is not None and verb.goes_on and verb.head.tag == "VB":
            verb = verb.head
        last = verb.conjuncts()[-1] if verb is not None else None
        if verb is None or last is None or last is verb or last.tag != "VB" or not verb.i < last.i < first.i:
            continue
        if not (verb.modal or verb.infinitive) or any(item.having("dobj", "auxpass", "attr") for item in (verb, last)):
            continue
        between = tokens[last.i + 1 : first.i]
        if any(item.dep in {"prep", "dative"} for item in between) and not any(item.is_verb for item in between):
            token.hang(last, "dobj")


_TURNS = {"pledge": "to", "resolve": "to", "partner": "with", "team": "with"}  # verb → the word behind it


@asked_of(" ".join(_TURNS), "NN/conj", "and")
def bare_noun_after_and(tokens: list[Token]) -> None:
    """“will invest in skills and partner with firms”, "reaffirm our aim and pledge to act": a noun would have an article."""
    for token in tokens[2:-1]:
        after = tokens[token.i + 1]
        if token.tag != "NN" or token.dep != "conj" or token.lower not in _TURNS or tokens[token.i - 1].lower != "and":
            continue
        verb = verb_above(token)
        if verb is None or verb.tag not in {"VB", "VBP"} or token.having("det", "poss", "amod", "compound"):
            continue
        if after.lower != _TURNS[token.lower]:
            continue
        token.tag, token.lemma, token.repaired = verb.tag, token.lower, True
        token.hang(verb, "conj")
        if after.dep == "prep":
            after.hang(token, "prep")


_SEVERAL = ("various", "several", "many", "numerous", "different", "these", "those", "both")


@asked_of("NN/dobj|pobj|nsubj|nsubjpass|conj", "NNS/conj", " ".join(_SEVERAL))
def shared_plural(tokens: list[Token]) -> None:
    """“various management and governance functions”: a word for several before a singular speaks of the plural behind."""
    for token in tokens:
        last = token.child("conj")
        if token.tag != "NN" or last is None or last.tag != "NNS" or token.child("compound") is not None:
            continue
        inner = last.child("compound")
        several = any(child.lower in _SEVERAL for child in token.having("amod", "det"))
        joint = token.child("cc")
        if not several or inner is None or joint is None or joint.i != token.i + 1 or inner.i != token.i + 2:
            continue
        above, dep = token.head, token.dep
        last.hang(above, dep)
        for child in list(token.children):
            if child.i < token.i:
                child.hang(last, child.dep)
        token.hang(last, "nmod")
        joint.hang(token, "cc")
        inner.hang(token, "conj")


@asked_of("NN|NNS/conj", "det", "of")
def parallel_determiners(tokens: list[Token]) -> None:
    """“the payment of salaries, the reopening of roads around Taiz and a durable ceasefire”: what has an article goes on
    with what has one."""
    for token in tokens:
        inner = token.head
        if token.dep != "conj" or token.tag not in {"NN", "NNS"} or token.child("det") is None or inner.dep != "pobj":
            continue
        if inner.having("poss", "nummod") or not inner.is_noun or inner.head.lower in {"between", "among"}:
            continue
        outer = next((above for above in inner.ancestors() if above.is_noun and above.child("det") is not None), None)
        verb = verb_above(inner)
        if outer is None or outer.dep not in _PLACES or (verb is not None and outer.i < verb.i):
            continue
        if inner.child("det") is None or _article(token) == _article(outer) != _article(inner):
            token.hang(outer, "conj")


def _article(noun: Token) -> str:
    """Its determiner, "a" for "an"."""
    article = noun.child("det")
    return article.lower.replace("an", "a") if article is not None else ""


@asked_of("VBD|VBN/ccomp", "dobj")
def participle_behind_object(tokens: list[Token]) -> None:
    """“inform the users affected and take measures”: a participle right behind the object is no clause."""
    for noun, token in pairwise(tokens):
        if token.dep != "ccomp" or token.tag not in {"VBD", "VBN"} or noun.dep != "dobj" or noun.head is not token.head:
            continue
        made = token.head.lemma.lower() in _MAKING  # "keep their alarm switched on"
        if not made and not token.having("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark"):
            token.tag = "VBN"
            token.hang(noun, "acl")


@asked_of("NN|RB|JJ/dep|conj|xcomp|advcl|ccomp", "VB", "and or")
def verb_with_preposition(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shall implement the plan, adhere to the principle and …”, "inform the manager and consult with the lead": a word that
    can only be a verb there, by what it governs."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.tag not in {"NN", "RB", "JJ"} or before.lower not in {",", "and", "or"} or token.lower not in verbs:
            continue
        if token.dep not in {"dep", "conj", "xcomp", "advcl", "ccomp"} or not token.head.is_verb:
            continue
        governs = after.tag in {"IN", "TO"} and after.head is token and token.lower not in words("noun_or_verb")
        beside = tokens[before.i - 1]
        if before.text != "," and (
            not governs or token.head.tag != "VB" or beside.text == "," or token.tag == beside.tag == "JJ"
        ):
            continue  # "keep chains stable and smooth for trade"
        if not governs and token.child("dobj") is None:
            continue
        earlier = next((item for item in reversed(tokens[: before.i]) if item.tag == "VB" and item.dep != "aux"), None)
        if earlier is None or not any(item.lower in {"and", "or"} for item in tokens[before.i :]):
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        token.hang(earlier, "conj")


@asked_of("JJ/conj", "VB", "and or")
def verb_and_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“shall open and close sluices”: a word between a bare verb and its object that can be a verb is one."""
    for verb, conjunction, token, after in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if token.tag != "JJ" or token.dep != "conj" or token.head is not verb or conjunction.lower not in {"and", "or"}:
            continue
        marked = verb.modal or verb.infinitive
        target = verb.child("dobj")
        if verb.tag == "VB" and marked and target is not None and after.tag in _NOUNS | {"DT"} and token.lower in verbs:
            token.tag, token.lemma, token.repaired = "VB", token.lower, True
            target.hang(token, "dobj")


@asked_of("VBZ/ROOT", "ccomp", "relcl", ",")
def main_verb_of_a_relative(tokens: list[Token]) -> None:
    """“shall submit a report that identifies gaps, estimates the cost and …”: a verb of the relative clause taken for the
    main one, with its object for its subject."""
    for token in tokens:
        first = next((item for item in token.having("ccomp") if item.i < token.i), None)
        if token.tag != "VBZ" or token.dep != "ROOT" or first is None or tokens[token.i - 1].text != ",":
            continue
        found = token.child("nsubj")
        relative = next((item for item in reversed(first.subtree()) if item.dep == "relcl" and item.tag == "VBZ"), None)
        if relative is None or first.child("nsubj", "nsubjpass") is None or (found is not None and found.i < token.i):
            continue
        if found is not None:
            found.dep = "dobj"
        first.replace(token)
        token.hang(relative, "conj")


@asked_of("JJ/ccomp", "nsubj")
def adjective_behind_object(tokens: list[Token]) -> None:
    """“must not administer vaccines unsupervised”: the noun is the object, unless the verb makes it so."""
    for token in tokens:
        verb, noun = token.head, token.child("nsubj")
        if token.tag != "JJ" or token.dep != "ccomp" or not verb.is_verb or noun is None or not noun.is_noun:
            continue
        if verb.lemma.lower() in _MAKING or verb.lemma.lower() in words("attribution") or token.having("cop", "aux", "mark"):
            continue
        if noun.i < verb.i or noun.i > token.i or verb.child("dobj") is not None:
            continue
        noun.hang(verb, "dobj")
        token.hang(noun, "amod")


_MAKING = frozenset(
    {"make", "keep", "render", "leave", "hold", "declare", "consider", "deem", "set", "get", "have", "want", "see", "let"}
)


@asked_of("NN|NNS|NNP|NNPS/nmod|compound", "dobj", "VB", "prep")
def object_before_its_verb(tokens: list[Token]) -> None:
    """“adhere to the code and report delays”: what stands before the verb is no part of its object."""
    for noun in tokens[2:]:
        target = noun.head
        verb = target.head
        if noun.dep not in {"nmod", "compound"} or not noun.is_noun or target.dep != "dobj" or not noun.i < verb.i < target.i:
            continue
        article = next((child for child in target.having("det", "poss") if child.i < noun.i), None)
        prep = tokens[(article or noun).i - 1]
        if prep.dep == "prep" and prep.child("pobj") is None:
            noun.hang(prep, "pobj")
            if article is not None:
                article.hang(noun, article.dep)


@asked_of("relcl", "nsubj nsubjpass", "WDT WP")
def object_of_the_relative(tokens: list[Token]) -> None:
    """“firms which employ more than 50 people publish their pay”: the noun behind the relative verb is its object."""
    for verb in tokens[3:]:
        subjects = [item for item in verb.having("nsubj", "nsubjpass") if item.i < verb.i] if verb.is_verb else []
        if len(subjects) != 2 or not subjects[1].is_noun:
            continue
        relative = subjects[0].child("relcl")
        last = relative.conjuncts()[-1] if relative is not None else None
        if relative is None or last is None or last.child("dobj") is not None or subjects[1].subtree()[0].i != last.i + 1:
            continue
        if any(item.tag in {"WDT", "WP"} for item in relative.having("nsubj")):
            subjects[1].hang(last, "dobj")


_INSTEAD = frozenset({("instead", "of"), ("far", "from"), ("rather", "than")})


@asked_of("relcl", "dobj conj npadvmod", ",", "a an")
def noun_said_again(tokens: list[Token]) -> None:
    """“to honour the pledge they made years ago, a pledge that has been broken”: the same thing again, and no second object."""
    for token in tokens[3:]:
        first = token.subtree()[0] if token.child("relcl") is not None else token
        if token.dep not in {"dobj", "conj", "npadvmod"} or first.lower not in {"a", "an"} or tokens[first.i - 1].text != ",":
            continue
        same = (item for item in reversed(tokens[: first.i]) if item.is_noun and item.lemma == token.lemma)
        if (named := next(same, None)) is not None:
            token.hang(named, "appos")


@asked_of("than of from", "rather instead far")
def set_aside(tokens: list[Token]) -> None:
    """“cut spending rather than raise taxes”, "instead of subsidising coal, the state …": that is not done."""
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        pair, form = (first.lower, second.lower), third.tag
        if third.lower == "being" and third.dep == "auxpass":
            third = third.head  # noqa: PLW2901  # "rather than being bailed out"
        if pair == ("rather", "than") and third.is_verb and form != "VBG":
            second.hang(third, "neg")
        if pair in _INSTEAD and form == "VBG" and first.head in {second, second.head}:
            before = (
                tokens[max(first.i - 2, 0)] if tokens[first.i - 1].text == "," else first
            )  # "donating, rather than selling, X"
            above = next((item for item in (before, *second.ancestors()) if item.is_verb and item is not third), None)
            main = above or next(
                (item for item in tokens[third.i :] if item.is_verb and item.child("nsubj", "nsubjpass")), None
            )
            if main is not None:
                first.hang(main, "advmod")
                second.hang(first, "prep")
                third.hang(second, "pcomp")


@asked_of(of_lemma(GIVING), "dobj", "DT PRP$")
def recipients(tokens: list[Token]) -> None:
    """“gives carers, pensioners and nurses an increase”: of two objects the first is who gets the second."""
    for token in tokens:
        if not token.is_verb or token.lemma.lower() not in GIVING:
            continue
        objects = [item for item in token.having("dobj") if item.i > token.i]
        if len(objects) != 2:
            continue
        first, second = objects
        opens = second.subtree()[0]
        if opens.tag in {"DT", "PRP$"} and tokens[opens.i - 1].text != "," and (first.is_noun or first.tag == "PRP"):
            first.dep = "dative"


@asked_of(of_lemma(GIVING), "dobj", "NN|NNP|NNPS/compound|nmod")
def recipient_in_the_object(tokens: list[Token]) -> None:
    """“gives the Coast Guard new authority”: a name before an adjective or number is no part of the object, but who gets it."""
    for last in tokens[3:]:
        verb = last.head
        if last.dep != "dobj" or not verb.is_verb or verb.lemma.lower() not in GIVING or verb.i > last.i:
            continue
        name = next((child for child in last.having("compound", "nmod") if child.tag in {"NNP", "NNPS"} or _gets(child)), None)
        power = (
            last.lemma.lower() in {"power", "authority", "permission", "notice"} and name is not None and name.i == last.i - 1
        )
        if name is None or not (power or tokens[name.i + 1].dep in {"amod", "nummod"}) or name.i + 1 > last.i:
            continue
        if name.subtree()[0].i != verb.i + 1 and not any(child.i == verb.i + 1 for child in last.having("det")):
            continue
        lead(name, last)
        name.hang(verb, "dative")


def _gets(noun: Token) -> bool:
    return noun.tag == "NN" and noun.lemma.lower() in words("discourse.actor_noun")


_FINES = ("fine", "fines", "fined")


@asked_of(" ".join(_FINES), "dative")
def fined(tokens: list[Token]) -> None:
    """“fined the bank two million for hiding losses”: it is the bank that is fined, and that hid them."""
    for token in tokens:
        bank, amount = token.child("dative"), token.child("dobj")
        if token.lower not in _FINES or bank is None or amount is None or amount.i < bank.i:
            continue
        bank.dep, amount.dep = "dobj", "npadvmod"
        for prep in amount.having("prep"):
            if prep.lower == "for":
                prep.hang(token, "prep")
