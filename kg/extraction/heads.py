"""The heads of noun phrases: past quantity wrappers, coordinated, governed by prepositions."""

from __future__ import annotations

from kg.extraction.tree import Token
from kg.extraction.words import phrases, words

__all__ = [
    "PERSONAL",
    "PERSONS",
    "behind_comma",
    "core_head",
    "governed",
    "is_amount",
    "is_fixed_pair",
    "is_no_one",
    "is_party",
    "is_pronoun",
    "is_reciprocal",
    "is_share",
    "joined_by_ampersand",
    "names_time",
    "noun_heads",
    "of_what",
    "opens_question",
]

_COORDINATED = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "VBG", "CD", "JJ", "DT", "FW"})


_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "EX"})


PERSONAL = frozenset({"they", "them", "we", "he", "she", "him", "it"})  # whatever their tag; "IT" keeps its capitals


PERSONS = frozenset({"he", "she", "him", "her"})


def is_pronoun(token: Token) -> bool:
    """Whether ``token`` stands for something named elsewhere (it, they, this, which …)."""
    if token.tag in _PRONOUN_TAGS or token.lower in PERSONAL:
        return True
    return token.tag == "DT" and token.lower in words("pronoun.demonstrative")


def is_no_one(token: Token) -> bool:
    """“no one”, in two words."""
    return token.lower == "one" and any(child.lower == "no" for child in token.children)


def is_reciprocal(token: Token) -> bool:
    """“accused each other”, "one another"."""
    pair = {"other": "each", "another": "one"}.get(token.lower)
    return pair is not None and any(child.lower == pair for child in token.children)


def noun_heads(token: Token) -> list[Token]:
    """``token`` and the nouns coordinated with it that name separate concepts ("promote A and B").

    Verbs that the parser hung on a noun are left out.
    """
    if token.child("conj") is None:
        core = core_head(token)
        return [token] if core is token else [token, *noun_heads(core)[1:]]
    heads = [
        item
        for item in token.conjuncts()
        if item is token
        or (
            item.tag in _COORDINATED
            and not joined_by_ampersand(item)
            and not is_fixed_pair(item.head, item)
            and _names(item, token)
        )
    ]
    gerunds = token.dep in {"csubj", "csubjpass"} and token.child("dobj") is not None  # "cutting debt and raising wages is"
    heads = [item for item in heads if item is token or not _is_clause(item) or (gerunds and item.tag == "VBG")]
    wrapped = [(item, core_head(item)) for item in heads]
    return [inner for item, core in wrapped for inner in ([item] if core is item else [item, *noun_heads(core)[1:]])]


def _names(item: Token, token: Token) -> bool:
    """Whether a coordinated adjective names something: "the poor and the elderly", not "a right, legal or other"."""
    return not item.tag.startswith("JJ") or token.tag.startswith("JJ") or bool(item.having("det", "poss"))


def joined_by_ampersand(token: Token) -> bool:
    """Whether "&" ties a name to what stands before it."""
    return any(child.text == "&" and child.i < token.i for child in token.head.children)


def governed(prep: Token) -> list[Token]:
    """The nouns that a preposition governs, also where it is repeated: "the right to A and to B"."""
    found: list[Token] = []
    for item in prep.conjuncts():
        inner = item.child("pobj")
        if inner is not None:
            found.extend(noun_heads(inner))
    return found


def behind_comma(token: Token) -> bool:
    """Whether a comma stands right before ``token``, whatever the parser hung it on."""
    return any(child.text == "," and child.i == token.i - 1 for item in (token, *token.ancestors()) for child in item.children)


def of_what(noun: Token) -> Token | None:
    """“the withdrawal of the product”: the product."""
    return next((prep.child("pobj") for prep in noun.having("prep") if prep.lower == "of"), None)


def _is_clause(token: Token) -> bool:
    return token.is_verb and any(child.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"} for child in token.children)


def core_head(head: Token) -> Token:
    """The noun that names the concept: past quantity wrappers ("a series of X" → X, "80% of X" → X)."""
    if head.core is None:
        core = head
        for _ in range(4):
            inner = _wrapped(core)
            if inner is None:
                break
            core = inner
        head.core = core
    return head.core


def _wrapped(head: Token) -> Token | None:
    """What a quantity wrapper wraps: the object of its "of"."""
    if head.child("prep") is None:
        return None
    if head.lower == "all" and (other := _left_out(head)) is not None:
        return other
    if head.lower == "number" and any(det.lower == "the" for det in head.having("det")):
        return None  # "cut the number of deaths"; but "a number of reforms"
    upgraded = head.lower == "version"
    amount = is_amount(head)
    if not (upgraded or amount or head.lemma.lower() in words("modifier.wrapper") or head.lower in words("modifier.wrapper")):
        return None
    if amount and is_share(head):
        return None
    for prep in head.children:
        if prep.dep == "prep" and prep.i > head.i and (prep.lower == "of" or (amount and prep.lower == "in")):
            inner = prep.child("pobj")
            if inner is not None and head.lower == "sum" and (inner.tag == "CD" or is_amount(inner)):
                return None  # "a lump sum of EUR 1 200"
            if inner is not None and not (is_pronoun(inner) and inner.lower in {"which", "whom"}):
                return inner if inner.lemma.lower() not in words("preposition.time_heads") else None
    return None


def _left_out(everything: Token) -> Token | None:
    """“all but two of the bids”, "all but two bids": of what all but some are meant."""
    but = next((prep for prep in everything.having("prep") if prep.lower == "but"), None)
    inner = but.child("pobj") if but is not None else None
    of = inner.child("prep") if inner is not None else None
    return of.child("pobj") if of is not None and of.lower == "of" else inner


def is_party(noun: Token) -> bool:
    """Whether ``noun`` names people or bodies, who can be given something."""
    if noun.tag in {"NNP", "NNPS", "PRP"}:
        return True
    lemma = noun.lemma.lower()
    lists = (words("receiving"), words("discourse.human"), words("discourse.actor_noun"), words("discourse.group"))
    return noun.is_noun and any(lemma in listed or noun.lower in listed for listed in lists)


def is_share(amount: Token) -> bool:
    """“debt climbed to 60 percent of GDP”: a size, of which the whole is only the measure; "recycle 60 percent of waste"."""
    if amount.text != "%" and amount.lower not in {"percent", "cent"}:
        return False
    whole = of_what(amount)
    if whole is None:
        return False
    above = amount.head.head if amount.dep == "pobj" else amount.head
    if whole.lower in {"gdp", "gnp", "gni"}:
        return True
    return amount.dep in {"dobj", "pobj", "attr"} and above.is_verb and above.lemma.lower() in words("measured")


_ILLIONS = frozenset({"hundreds", "thousands", "millions", "billions", "trillions"})


def is_amount(token: Token) -> bool:
    """Whether ``token`` is a number or a unit with one: "9.49 million", "80%", "17.1 trillion yuan"."""
    if token.tag == "CD" or token.text == "%" or token.lower in {"percent", "cent"}:
        return True
    unit = token.lemma.lower() in words("modifier.unit") or token.lower.removesuffix("s") in words("modifier.unit")
    if token.lemma.lower() == "point" and any(child.lower not in {"percentage", "basis"} for child in token.having("compound")):
        return False  # "at least one contact point"
    if unit and token.dep == "pobj" and token.head.lower == "of" and token.head.head.lower in _ILLIONS:
        return True  # "billions of dollars"
    return unit and any(
        child.dep in {"nummod", "quantmod", "compound"} and (child.tag in {"CD", "$"} or child.text[0].isdigit())
        for child in token.children
    )


def is_fixed_pair(core: Token, item: Token) -> bool:
    """Whether the two are a fixed term by themselves: "research and development"."""
    joined = item.dep == "conj" and any(
        child.i == core.i + 1 == item.i - 1 and child.lower == "and" for child in core.having("cc")
    )
    return joined and f"{core.lower} and {item.lower}" in phrases("modifier.fixed")


def opens_question(verb: Token) -> bool:
    """“whether it works”, "who may rent", "in which towns they live": not "where", "when" and "which" behind a comma."""
    if not verb.having("nsubj", "nsubjpass", "csubj", "expl"):
        return False
    first, *further = verb.subtree()
    if first.tag == "IN" and first.lower != "whether" and first.dep == "prep" and further:
        first = further[0]
    return first.lower in _ASKING and not behind_comma(first)


_ASKING = frozenset({"whether", "who", "what", "which", "how", "why", "where", "when", "whose"})


def names_time(noun: Token) -> bool:
    """“in May”, "on Saturdays", of which the parser knows no singular."""
    times = words("preposition.time_heads")
    return noun.lemma.lower() in times or noun.lower.removesuffix("s") in times
