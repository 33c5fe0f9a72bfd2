"""What a noun can be the antecedent of, by what it names and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import is_plural, names_actor
from kg.extraction.heads import is_amount, is_pronoun, of_what
from kg.extraction.tree import Token, Tree
from kg.extraction.words import classes, words

__all__ = [
    "acts_on_actors",
    "agents_last",
    "body_of",
    "counted_before",
    "counted_of",
    "defined",
    "is_defined",
    "is_event_beside",
    "is_example",
    "is_handled",
    "is_human",
    "is_one_person",
    "is_poor_antecedent",
    "names_person",
    "people_before",
    "phrase_of",
    "receiver_of",
    "salient",
    "serving",
    "stands_for_anyone",
    "those_that",
    "undergoing",
    "whole_of",
]


def is_poor_antecedent(token: Token) -> bool:
    """Whether "it" as an object hardly stands for the noun: an agent, a part of a name, that of "in writing", "by decree"."""
    if is_amount(token) or token.lower in {"cent", "percent", "everything", "nothing", "anything", "something"}:
        return True
    if token.dep == "dobj" and token.tag == "NN" and not token.children:
        return token.head.lemma.lower() in {"take", "make", "give"}  # "takes office", "gives notice"
    while token.goes_on:
        token = token.head
        if token.dep == "pobj" and token.head.dep == "agent":
            return True  # "mediated by Turkey and Oman"
    if token.dep != "pobj":
        return False
    prep = token.head
    if prep.lower == "on" and token.lower == "hand":
        return True  # "on the other hand"
    name = prep.lower == "of" and prep.head.tag in {"NNP", "NNPS"}
    bare = prep.lower in {"in", "by"} and token.tag in {"NN", "NNP"} and token.text.islower() and not token.children
    return prep.dep == "agent" or name or bare


def body_of(person: Token, *, plural: bool = False) -> Token | None:
    """“a spokesman for the ministry said it would appeal”, "… for rebels said they …": whom a person speaks or works for."""
    for prep in person.having("prep"):
        inner = prep.child("pobj")
        if (
            prep.lower in {"for", "of", "from"}
            and inner is not None
            and is_plural(inner) == plural
            and (names_actor(inner.lower, inner) or (plural and prep.lower == "for"))
        ):
            return inner
    return None


def is_defined(token: Token) -> bool:
    """“those who profit", "people affected by drought": what follows says who; not “people, most of whom …”."""
    below = token.child("relcl", "acl")
    if below is None and token.lower == "those":  # "those responsible", "those in need"; not "those of the union"
        behind = (child for child in token.having("amod", "prep") if child.i > token.i and child.lower != "of")
        below = next(behind, None)
    return below is not None and not any(child.text == "," and token.i < child.i < below.i for child in token.children)


def defined(tree: Tree, token: Token) -> str:
    """The words of “those who profit”."""
    return tree.text[token.start : token.subtree()[-1].end].strip(" ,.;")


def is_human(token: Token) -> bool:
    """Whether it names a person by what he or she does: "spokesman", "judge"."""
    return token.lemma.lower() in words("discourse.human") or token.lemma.lower() in words("discourse.title")


def phrase_of(noun: Token) -> list[Token]:
    """``noun`` and what belongs to it, without relative clauses: "Mali, whose farmers grow cotton, …" is Mali alone."""
    found, stack = [], [noun]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(child for child in token.children if child.dep != "relcl")
    return found


def acts_on_actors(token: Token) -> bool:
    """“had failed to warn users, and fined it”: whether the verb of an object does something to those who act."""
    helped = token.head if token.dep == "dobj" else token.head.head  # "help them do so", whatever the parser makes of "them"
    if helped.lemma.lower() in {"help", "let"} and token.dep in {"dobj", "nsubj"} and helped.i == token.i - 1:
        return helped.child("xcomp", "ccomp") is not None
    return token.dep == "dobj" and token.head.lemma.lower() in _ON_ACTORS


_ON_ACTORS = frozenset({"fine", "sue", "prosecute", "punish", "accuse", "compensate", "reimburse", "sanction"})


def salient(noun: Token, own: AbstractSet[Token | None], *, plural: bool) -> Token:
    """“finds a fault in the register and must report it”, "added firms to its list of entities, barring them": of the nouns of
    one clause the verb's object before any in a phrase; ``own`` are those that the pronoun cannot stand for."""

    def fits(other: Token) -> bool:
        return is_plural(other) == plural and other not in own and other.i < noun.i

    chosen = above = noun
    while chosen is noun and above.dep == "pobj" and above.head is not above and above.head.head.is_noun:
        above = above.head.head
        if above.lemma.lower() not in _FACETS and fits(above) and above.dep in {"dobj", "nsubj", "nsubjpass"}:
            chosen = above
    target = _acted_on(above) if chosen is noun and above.dep == "pobj" else None
    if target is not None and is_pronoun(target):
        again = target.dep == "dobj" and target.lower == ("them" if plural else "it") and target.i < noun.i
        chosen = target if again else chosen
    elif target is not None and target.is_noun and fits(target):
        thing = not (plural or is_human(target) or (target.i and names_actor(target.lower, target)))
        chosen = target if thing or above is not noun else chosen  # "no child is excluded because of its status, …": not it
    planned = chosen.head.head if chosen.dep == "dobj" and chosen.head.infinitive and chosen.head.dep == "acl" else None
    if planned is not None and planned.lemma.lower() in _PLANS and fits(planned):
        return planned  # "voted down a plan to move the seat, which the chairman had championed"
    return chosen


_PLANS = frozenset({"plan", "proposal", "bill", "motion", "scheme", "resolution"})
_FACETS = frozenset(
    {"right", "nature", "extent", "scope", "list", "level", "detail", "importance", "effect", "impact", "status"}
)


def undergoing(act: Token) -> Token:
    """“order the withdrawal of a product and require the maker to recall it”: what the act is done to."""
    inner = of_what(act) if act.lemma.lower() in words("undergone") else None
    return inner if inner is not None and inner.is_noun else act


def whole_of(actor: Token, own: AbstractSet[Token | None], *, plural: bool) -> Token:
    """“the Government of Kessia”, "the Chamber of Commerce for Machinery": the body, not what its name has behind it."""
    found = body = actor
    while body.dep == "pobj" and body.head.lower in {"of", "for"} and body.head.head is not body.head:
        named = body.head.lower == "of" or body.head.head.tag in {"NNP", "NNPS"}
        body = body.head.head
        if named and is_plural(body) == plural and body not in own and names_actor(body.lower, body):
            found = body
    return found


def _acted_on(noun: Token) -> Token | None:
    """What the verb that ``noun`` hangs on by a preposition acts on."""
    verb = noun.head.head
    if verb.dep == "acl" and verb.head.is_noun:
        return verb.head  # "consent obtained under pressure"
    return verb.child("dobj", "nsubjpass") if verb.is_verb else None


def agents_last(tokens: Sequence[Token]) -> list[Token]:
    """“instead of raising the levy, as the government intended, she will freeze it”: those who act as the last choice, which
    is the first in the list."""
    agents = [token for token in tokens if token.dep == "nsubj" and names_actor(token.lower, token)]
    return [*agents, *(token for token in tokens if token not in agents)] if agents else list(tokens)


def those_that(token: Token) -> Token | None:
    """“review agreements and end those that fail”, "… and end any that fail": the object before that it looks back at."""
    clause = token.child("relcl") if token.lower in {"those", "any"} else None
    which = clause.child("nsubj", "nsubjpass", "dobj") if clause is not None else None
    if which is None or which.lower not in {"that", "which"}:
        return None
    verb = token.head
    if token.dep != "dobj" or verb.dep != "conj":
        return None
    other = verb.head.child("dobj")
    return other if other is not None and other.tag in {"NNS", "NNPS"} else None


def counted_before(tokens: Sequence[Token], more: Token) -> Token | None:
    """“has closed two sites and is reviewing five more”: the plural that is counted, else acted on, before."""
    before = [token for token in reversed(tokens[: more.i]) if token.tag in {"NNS", "NNPS"}]
    counted = [token for token in before if token.child("nummod") is not None and token.dep in {"dobj", "pobj", "nsubjpass"}]
    return next((token for token in counted + before if token in counted or token.dep in {"dobj", "nsubj", "nsubjpass"}), None)


def people_before(token: Token, clause: Clause) -> Token | None:
    """“distribute seeds to farmers and train them”: whom the verb before reaches, where people are what one acts on so."""
    above = clause.governor
    if token.head.lemma.lower() not in words("on_people") or clause.link is not Link.CONJUNCT or above is None:
        return None
    inner = [item for prep in above.verb.having("prep", "dative") for item in prep.having("pobj")]
    reached = [*above.verb.having("dobj"), *above.verb.having("dative"), *inner]
    fits = (item for item in reached if item.is_noun and item.i < token.i and token.lower == "them" and is_plural(item))
    return next((item for item in fits if names_actor(item.lower, item)), None)


def receiver_of(clause: Clause, *, plural: bool) -> Token | None:
    """“gives every school the teachers it needs”, "provides each farm with the tools it needs": who is given what they need."""
    noun = clause.noun
    if noun is None or clause.link is not Link.RELATIVE:
        return None
    given = noun.head.child("dative") if noun.dep == "dobj" else None
    if noun.dep == "pobj" and noun.head.lower == "with" and noun.head.head.lemma.lower() in classes("frame")["with"]:
        given = noun.head.head.child("dobj")
    if given is None or not given.is_noun or given.i > noun.i:
        return None
    if is_plural(given) != plural and not (plural and _is_any_person(given)):
        return None
    each = any(child.lower in {"each", "every"} for child in given.having("det"))
    return given if each or clause.verb.modal or clause.verb.lemma.lower() in words("needing") else None


def _is_any_person(token: Token) -> bool:
    """“a patient”, "each manager": one person, whom "they" may stand for."""
    if token.tag not in {"NN", "NNP"} or not any(child.lower in _ANY for child in token.having("det")):
        return False
    return names_person(token)


def stands_for_anyone(token: Token, subject: Token, clause: Clause, above: Clause, *, fronted: bool = False) -> bool:
    """“if a patient refuses treatment, they must sign a form”; not "if a patient files forms, they must contain a photo".

    ``fronted``: "if the tenant moves out, they …" too, where nothing else is meant.
    """
    if token.lower != "they" or not (_is_any_person(subject) or (fronted and names_person(subject))):
        return False
    if not _is_any_person(subject):
        return not any(item.is_noun and is_plural(item) for item in above.verb.subtree())
    many = any(item.is_noun and is_plural(item) for item in above.verb.having("dobj"))
    return not many or not (clause.passive or clause.verb.lemma.lower() in words("of_things"))


_ANY = frozenset({"a", "an", "each", "every", "any", "no", "another"})


def names_person(token: Token) -> bool:
    """Whether a common noun names one person: "pupil", "tenant", "manager"."""
    lemma = token.lemma.lower()
    return token.tag == "NN" and (
        is_human(token) or lemma in words("discourse.person") or f"{lemma}s" in words("discourse.group")
    )


def serving(clause: Clause) -> list[Token]:
    """“sent two frigates to shadow them”, "take steps to protect them": the means, which the pronoun does not stand for."""
    above = clause.governor
    if clause.link not in {Link.PURPOSE, Link.COMPLEMENT} or not clause.infinitive:
        return []
    found: list[Token] = []
    while above is not None and above.verb.lemma.lower() in words("using"):
        found += above.verb.having("dobj")
        above = above.governor if above.link is Link.CONJUNCT and not above.subjects else None
    return found


def is_event_beside(noun: Token, pronoun: Token) -> bool:
    """“detained students after the protests began, and lawyers tried to visit them”: what only began is not visited."""
    began = noun.dep == "nsubj" and noun.head.lemma.lower() in _OCCURRING and not names_actor(noun.lower, noun)
    return began and pronoun.dep == "dobj" and pronoun.head.lemma.lower() in _TO_PERSONS


_OCCURRING = frozenset({"begin", "start", "come", "erupt", "end", "happen", "occur", "continue", "arrive", "spread", "stop"})
_TO_PERSONS = frozenset({"visit", "see", "house", "help", "reach", "free", "feed", "shelter", "meet", "treat", "rescue"})


def is_example(noun: Token) -> bool:
    """“27 aircraft, including fighters and bombers”: named only as part of something."""
    while noun.goes_on:
        noun = noun.head
    return noun.dep == "pobj" and noun.head.lower == "including"


def counted_of(tokens: Sequence[Token], part: Token) -> Token | None:
    """“detained ten officers; two were released”, "suspect two clerks but neither has been held": those of whom some are
    counted."""
    pair, vague = part.lower in {"both", "neither"}, part.lower in {"several", "some", "many", "most"}
    listed = part.tag == "CD" or part.lower in {"one", "all"}
    if part.children or part.text.isupper() or not (listed or pair or vague):
        return None
    harmed = part.head.lemma.lower() in words("harming")
    for other in reversed(tokens[: part.i]):
        number, acts = other.child("nummod"), names_actor(other.lower, other)
        if other.tag not in {"NNS", "NNPS"} or other.lemma.lower() in words("preposition.time_heads") or is_amount(other):
            continue
        counted = number is not None and (not pair or number.lower in {"two", "2"})
        fits = (counted or (vague and acts)) and (acts or not harmed)  # not "hit 40 homes; 12 were killed"
        if fits and other.dep in {"dobj", "nsubj", "nsubjpass", "pobj"}:
            return other
    return None


def is_handled(token: Token) -> bool:
    """“citizens can use it”, "will vote on it": whether the verb acts on things, not on those who act."""
    voted = token.dep == "pobj" and token.head.head.lemma.lower() in {"vote", "debate"}
    return voted or (token.dep == "dobj" and token.head.lemma.lower() in words("handling"))


def is_one_person(noun: Token) -> bool:
    """Whether a noun in the singular names a person, by a list or by its ending: "envoy", "journalist"."""
    person = is_human(noun) or names_person(noun) or noun.lower.endswith(_OF_PEOPLE)
    return noun.tag in {"NN", "NNP"} and person and noun.lemma.lower() not in words("discourse.no_agent")


_OF_PEOPLE = ("ist", "er", "or", "ian", "ee", "man", "ant")  # endings of nouns for persons
