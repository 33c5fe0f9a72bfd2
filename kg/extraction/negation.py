"""Negation in a clause's own words, and in the nouns it hangs on: "no case for V-ing", "not X but Y"."""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.heads import is_no_one
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = [
    "denied_cleft",
    "denied_of",
    "exists",
    "is_negated",
    "joined_by_nor",
    "joined_by_or",
    "may_negate",
    "negative_quantifier",
    "set_against",
    "there_is_none",
]


_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "none", "nobody", "nothing", "nor", "nowhere"})


_NEGATIVE_ADVERBS = frozenset({"never", "hardly", "scarcely", "nor", "neither", "nowise", "nowhere"})


_SIGNS = _NEGATIVE_DETERMINERS | _NEGATIVE_ADVERBS | {"no-one", "few", "than", "ill", "little", "scant", "scarce"}
_SIGNS |= {"deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing"}


def may_negate(tree: Tree) -> bool:
    """Whether the sentence has anything that the rules of this module look for; few sentences have."""
    return any(token.dep == "neg" or token.lower in _SIGNS for token in tree.tokens)


def is_negated(clause: Clause) -> bool:
    """Whether the clause itself carries a negation: on its verb group, its subject or its object."""
    verb = clause.verb
    for token in verb.children:
        if token.dep == "cc":
            if token.lower in {"nor", "neither"} and token.i < verb.i:
                return True  # "Nor will we walk away": a conjunct's own is on the verb before
            continue
        if token.dep == "neg" and any(
            mark.i == token.i + 1 and mark.lower in {"until", "before"} for mark in verb.having("mark")
        ):
            continue  # "not until it publishes them will the House approve it"
        negative = token.dep == "neg" or (token.lower in _NEGATIVE_ADVERBS and token.dep in {"advmod", "preconj"})
        if negative and not _only(token, verb):
            return True
        if token.dep == "advmod" and token.i < verb.i and any(child.lower in {"never", "nowhere"} for child in token.children):
            return True
        if token.lower == "once" and any(child.lower == "not" for child in token.children):
            return True  # "not once did the minister meet the families"
        if token.lower == "ill" and verb.lemma.lower() == "afford":
            return True
        if token.dep == "advmod" and token.lower == "yet" and any(child.lower == "not" for child in token.children):
            return True  # "drafted, but not yet published, guidelines"
        if token.dep == "advmod" and token.lower == "longer" and any(child.lower == "no" for child in token.children):
            return True
        if token.dep in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} and negative_quantifier(token):
            return verb.lemma.lower() not in {"spare", "waste"}  # "spares no effort to V": it does V
        if token.dep == "prep" and token.i < verb.i and any(map(_no_circumstances, token.children)):
            return True
    if _is_refused(verb):
        return True
    return clause.infinitive and clause.governor is not None and _denied_before(verb, clause.governor.verb)


def _is_refused(verb: Token) -> bool:
    """“the act denies councils the right to raise taxes”: what the infinitive ``verb`` says, they may not."""
    noun = verb.head
    given = noun.head.child("dative", "auxpass") is not None and noun.head.child("neg") is None
    refused = given and noun.dep == "dobj" and noun.head.lemma.lower() in {"deny", "refuse"} and verb.dep == "acl"
    return refused and verb.infinitive and noun.lemma.lower() in words("entitlement") and noun.i < verb.i


def _denied_before(verb: Token, above: Token) -> bool:
    """“undertakes not in any circumstances to use mines”, "pledged never again to pollute it"."""
    for child in above.children:
        if above.i < child.i < verb.i and child.dep in {"prep", "advmod"}:
            if any(item.lower in {"not", "never"} for item in child.children):
                return True
            if child.dep == "prep" and any(map(_no_circumstances, child.children)):
                return True
    return False


def _no_circumstances(token: Token) -> bool:
    """“under no circumstances”, "in no case", "at no time"."""
    return token.lemma.lower() in words("circumstance") and any(child.lower == "no" for child in token.children)


def negative_quantifier(token: Token) -> bool:
    """Whether the noun phrase at ``token`` says "none": "no country", "none of", "nobody"."""
    if token.dep == "conj" and any(child.lower == "neither" for child in token.head.having("preconj", "cc", "det")):
        return True  # "neither the power nor the intention to regulate wages"
    if token.lower in {"none", "nobody", "nothing", "neither", "no-one"} or is_no_one(token):
        return True
    if token.lower == "few" and not any(child.lower in {"a", "the"} for child in token.children):
        return True
    if token.lower == "little" and token.dep == "dobj" and token.head.lemma == "do":
        return not any(child.lower == "a" for child in token.children)  # "has done little to protect wetlands"
    if _not_a_single(token) or _not_all(token):
        return True
    if any(map(negative_quantifier, token.having("poss"))):
        return True  # "serves no one's interest"
    if token.lemma.lower() in words("evidence") and any(
        child.lower in {"little", "scant", "scarce"} for child in token.children
    ):
        return True
    if any(item.lower in {"hardly", "scarcely"} for child in token.children for item in (child, *child.children)):
        return True
    if token.dep in {"nsubj", "nsubjpass"} and any(
        child.lower == "few" and not any(item.lower in {"a", "the"} for item in [*child.children, *token.children])
        for child in token.children
    ):
        return True
    return any(
        child.dep in {"det", "neg", "preconj", "cc"} and child.lower in _NEGATIVE_DETERMINERS for child in token.children
    )


def _not_a_single(token: Token) -> bool:
    """“not a single hospital”, "not one of them"."""
    denied = next((child for child in token.children if child.lower == "not"), None)
    one = token.lower == "one" or any(child.lower in {"single", "one"} for child in token.children)
    if denied is None:  # "not one bank"
        denied = next((item for child in token.having("nummod") if child.lower == "one" for item in child.children), None)
        return denied is not None and denied.lower == "not"
    return denied is not None and one and denied.i < token.i


def _not_all(token: Token) -> bool:
    """“not all Member States", "not every school" as the subject: of the whole it is denied."""
    denied = next((child for child in token.children if child.lower == "not"), None)
    behind = (child for child in token.children if denied is not None and child.i == denied.i + 1)
    return token.dep in {"nsubj", "nsubjpass"} and any(child.lower in {"all", "every", "everyone"} for child in behind)


def denied_of(token: Token, *, negated: bool) -> bool:
    """Whether it is denied of the object ``token``, where the verb is ``negated`` or not: "has two mines and no port"."""
    if _is_set_aside(token):
        return True
    if token.dep != "conj":
        return negated
    return not _named_instead(token) if negated else any(child.lower == "no" for child in token.having("det"))


def _is_set_aside(token: Token) -> bool:
    """“want not alms but a market”, "rests not on force but on law": whether "not" is said of the object ``token`` alone."""
    if token.goes_on:
        return False
    item = token if token.dep != "pobj" or any(map(_but, token.children)) else token.head
    denied = next((child for child in item.having("neg", "preconj", "advmod") if child.lower == "not"), None)
    return denied is not None and denied.i < token.i and any(map(_but, item.children)) and not _only(denied, item)


def _named_instead(token: Token) -> bool:
    """“water is not a commodity but a right”: whether the noun ``token`` is set against the one before."""
    while token.goes_on:  # "not roads but schools and clinics"
        if any(_but(child) and child.i < token.i for child in token.head.children):
            return True
        token = token.head
    return False


def _but(token: Token) -> bool:
    return token.dep == "cc" and token.lower in {"but", "yet"}


def _only(token: Token, head: Token) -> bool:
    """“not only”, "not just", "not merely" do not negate the word ``head`` above."""
    return token.lower == "not" and any(below.lower in _ONLY for below in head.subtree() if below.i == token.i + 1)


_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "least"})


def joined_by_nor(clause: Clause) -> bool:
    """“does not raise taxes, nor will it cut aid”: whether "nor" or "rather than" joins the clause to the one before."""
    governor = clause.governor
    apart = bool(clause.subjects) and governor is not None and governor.verb.having("cc")[-1:]
    if apart and apart[0].lower in {"and", "but"}:
        return False  # "shall neither seek nor take instructions, and its staff shall V"
    return governor is not None and any(
        (token.lower == "nor" or (token.lower == "than" and _rather(token))) and governor.verb.i < token.i < clause.verb.i
        for token in governor.verb.children + clause.verb.children
    )


def joined_by_or(clause: Clause) -> bool:
    """“never visited the plant, met its workers or read the file”: whether "or" joins a bare verb to the one before."""
    governor = clause.governor
    if governor is None or clause.subjects or clause.auxiliaries:
        return False
    verb: Token | None = governor.verb
    while verb is not None:
        cc = [token.lower for token in verb.having("cc") if token.i > governor.verb.i]
        if cc:
            return cc[-1] == "or"
        verb = next((item for item in verb.having("conj") if item.is_verb), None)
    return False


def _rather(token: Token) -> bool:
    """Whether "rather" stands before "than"."""
    near = [*token.children, *token.head.children]
    return any(item.lower == "rather" and item.i == token.i - 1 for item in near)


def denied_cleft(clause: Clause) -> bool:
    """“it is not charity that we ask for”: we do not."""
    governor = clause.governor
    if governor is None or governor.verb.lemma != "be" or clause.noun not in governor.verb.having("attr"):
        return False
    only = any(child.lower in _ONLY for child in governor.verb.having("advmod"))
    only = only or any(child.lower == "only" for noun in governor.verb.having("attr") for child in noun.subtree())
    return governor.verb.child("neg") is not None and not only and any(subject.lower == "it" for subject in governor.subjects)


def there_is_none(clause: Clause) -> bool:
    """“there is no case for raising taxes”, "no requirement that firms report", "has done little to protect wetlands"."""
    governor = clause.governor
    if governor is None or clause.verb.i < governor.verb.i:
        return False
    verb = governor.verb
    noun = clause.noun or verb.child("attr", "dobj")
    if noun is None or not negative_quantifier(noun):
        return False
    there = verb.lemma in {"be", "exist"} and any(child.lower == "there" for child in verb.children)
    grounds = noun.lower in {"nothing", "little"} or noun.lemma.lower() in words("grounds")
    return (there and grounds) or (verb.lemma == "do" and clause.infinitive)


def exists(clause: Clause) -> bool:
    """Whether the clause hangs on a noun of which the sentence says that there is none."""
    governor = clause.governor
    if governor is None or governor.verb.lemma not in {"be", "have", "exist", "remain"}:
        return False
    return clause.noun in governor.verb.having("attr", "dobj", "nsubj")


def set_against(clause: Clause) -> bool:
    """Whether the conjunct is set against the one before: "not X but Y"."""
    governor = clause.governor
    follows = any(token.lower in {"therefore", "thus", "hence", "instead", "consequently"} for token in clause.verb.children)
    return governor is not None and (
        follows
        or any(_but(token) and token.i < clause.verb.i for token in governor.verb.children)
        or _of_its_object_alone(clause, governor)
    )


def _of_its_object_alone(clause: Clause, governor: Clause) -> bool:
    """“will close no plants and cut 12,000 jobs”: the "no" is said of the plants, and not with "or" of all."""
    target, own = governor.verb.child("dobj"), clause.verb.child("dobj")
    if target is None or own is None or target.i > clause.verb.i or not any(child.lower == "no" for child in target.children):
        return False
    listed = (governor.verb, *governor.verb.conjuncts())
    signs = (child for verb in listed for child in verb.children if child.dep in {"neg", "cc"})
    return not any(child.dep == "neg" or child.lower in {"or", "nor"} for child in signs)
