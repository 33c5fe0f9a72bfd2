"""What "it" is in a reason: "rejected the plan, arguing that it would cost jobs"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import is_plural, names_actor
from kg.extraction.heads import is_party
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["JUDGING", "asked_body", "containing_thing", "judged_thing", "supported_body", "told_patients", "undergone_thing"]

_REASONS = frozenset({"because", "since", "as", "if", "unless", "although", "though"})
JUDGING = frozenset({"rule", "find", "hold", "judge", "conclude"})


def judged_thing(token: Token, clause: Clause) -> Token | None:
    """“opposes the reform because it weakens unions”, "revised the rule after Congress said that it violated the law": what
    the verb above acts on, where a thing rather than who acts there does what is said of "it"."""
    person = token.lower in {"he", "she"}
    if not (person or token.lower in {"it", "they"}) or token.dep not in {"nsubj", "nsubjpass"}:
        return None
    above = _judging(clause)
    above = _moved(above) if above is not None else None
    target = above.verb.child("dobj") if above is not None else None
    if above is None or target is None or target.i > token.i or not target.is_noun:
        return None
    if is_plural(target) != (token.lower == "they"):
        return None
    lemma, verb = above.verb.lemma.lower(), clause.verb.lemma.lower()
    body = names_actor(target.lower, target) or f"{target.lemma.lower()}s" in words("discourse.group")
    if body or person:
        punished = lemma in words("reason.verbs") and clause.marker == "because"
        return target if punished and not clause.passive and verb not in words("minding") else None
    if verb in words("harming_verbs"):
        return target
    if clause.passive:
        ruled = clause.governor is not None and clause.governor.verb.lemma.lower() in JUDGING
        return target if ruled and clause.link is Link.CLAUSAL else None
    judges = (
        lemma in words("judging") or lemma in words("stopping") or lemma in words("heeding") or lemma in words("reason.verbs")
    )
    acts = clause.verb.child("dobj") is not None and not any(aux.lemma == "have" for aux in clause.auxiliaries)
    return target if judges and acts and verb in words("affecting") else None  # not "because it benefits from the aid"


def _judging(clause: Clause) -> Clause | None:
    """The clause that the reason with "it" is for: "rejected" in "rejected it, arguing that it …"."""
    above = clause.governor
    if clause.link in {Link.ADVERBIAL, Link.CONDITION} and clause.marker in _REASONS:
        return above
    if clause.link is not Link.CLAUSAL or above is None or above.link not in {Link.PARTICIPLE, Link.ADVERBIAL}:
        return None
    return above.governor


def _moved(clause: Clause) -> Clause:
    """The clause itself, or of "asked the Commission to withdraw its proposal" the one below, which says what of the thing."""
    return next((item for item in clause.dependents if item.link is Link.OBJECT_CONTROL), clause)


def asked_body(token: Token, clause: Clause, before: Sequence[Token]) -> Token | None:
    """“wrote to the firm and demanded that it recall the cars”: of whom it is demanded, not who demands it."""
    above = clause.governor
    if token.lower != "it" or token.dep != "nsubj" or clause.link is not Link.CLAUSAL or above is None:
        return None
    demands = above.verb.lemma.lower() in words("that_clause.requested") and above.link is Link.CONJUNCT
    if not demands or clause.verb.lower != clause.verb.lemma.lower() or clause.auxiliaries or above.subjects:
        return None
    if above.first.link is Link.CLAUSAL:
        return None  # "found that the Authority had hidden it and recommended that it apologise"
    own = above.first.subjects
    return next(
        (
            other
            for other in reversed(before)
            if other.is_noun and other not in own and not is_plural(other) and names_actor(other.lower, other)
        ),
        None,
    )


def supported_body(token: Token, clause: Clause) -> Token | None:
    """“won the vote after the liberals, who support it, left”: who acts in the main clause, rather than what it acts on."""
    above = clause.governor
    if token.dep != "dobj" or clause.link is not Link.RELATIVE or clause.verb.lemma.lower() not in words("backing"):
        return None
    noun = clause.noun
    if above is None or noun is None:
        return None
    behind = noun.head if noun.dep == "pobj" else None
    main = above.governor if above.link is Link.ADVERBIAL else above if behind is not None and behind.lower == "after" else None
    subject = next(iter(main.subjects), None) if main is not None else None
    if subject is None or not subject.is_noun or is_plural(subject) != (token.lower == "them"):
        return None
    return subject if names_actor(subject.lower, subject) else None


def undergone_thing(token: Token, clause: Clause, before: Sequence[Token]) -> Token | None:
    """“accused the firm of hiding a report and demanded that it be published”, "may not levy fines unless they are approved":
    the thing acted on before, as nobody who acts is published or approved."""
    above, lemma = clause.governor, clause.verb.lemma.lower()
    if token.dep != "nsubjpass" or token.lower not in {"it", "they"} or above is None or lemma not in _OF_WORKS:
        return None
    demanded = clause.link is Link.CLAUSAL and above.verb.lemma.lower() in words("that_clause.requested")
    if not demanded and clause.link not in {Link.CONDITION, Link.ADVERBIAL}:
        return None
    if above.verb.lemma.lower() in {"meet", "satisfy", "fulfil", "fulfill", "pass"}:
        return None  # "firms must meet our standards before they are authorised"
    plural = token.lower == "they"
    for other in reversed(before):
        if other.dep == "dobj" and other.is_noun and (other.children or plural) and is_plural(other) == plural:
            return None if names_actor(other.lower, other) else other
    return None


_OF_WORKS = frozenset(
    {"publish", "reopen", "release", "approve", "meet", "test", "pay", "sign", "ratify", "repeal", "amend", "withdraw"}
) | {"verify", "finance", "print", "cancel", "scrap", "implement", "enforce", "authorise", "authorize", "justify", "restore"}


def told_patients(token: Token, clause: Clause) -> Token | None:
    """“did not name the men but said they had been detained”, "released the women, saying they had been held": those acted on
    before, not who tells it."""
    above = clause.governor
    if token.dep != "nsubjpass" or token.lower != "they" or above is None or clause.link is not Link.CLAUSAL:
        return None
    before = above.governor
    if above.link not in {Link.CONJUNCT, Link.PARTICIPLE} or above.subjects or before is None:
        return None
    people = before.verb.child("dobj")
    return people if people is not None and is_plural(people) and is_party(people) else None


def containing_thing(token: Token, clause: Clause) -> Token | None:
    """“noted the statement and rejects the accusations it contains”: the paper read first, not who reads it."""
    above, lemma = clause.governor, clause.verb.lemma.lower()
    if clause.link is not Link.RELATIVE or token.lower not in {"it", "they"} or token.dep != "nsubj" or above is None:
        return None
    first = above.first
    if first is above or above.subjects or not (lemma in words("of_things") or lemma in _LAYING_DOWN):
        return None
    if lemma in _LAYING_DOWN and first.verb.lemma.lower() not in _READING:
        return None
    thing = first.verb.child("dobj")
    fits = thing is not None and thing.is_noun and thing.i < token.i and is_plural(thing) == (token.lower == "they")
    return thing if fits and thing is not None and not names_actor(thing.lower, thing) else None


_READING = frozenset({"read", "note", "review", "examine", "study", "consider", "debate", "discuss", "analyse", "publish"})
_LAYING_DOWN = frozenset({"impose", "propose", "set", "make", "list", "recommend", "provide", "foresee", "introduce"})
