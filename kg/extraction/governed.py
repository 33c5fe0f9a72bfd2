"""The status that a clause has by what governs it: a catenative, a noun of duty or power, the verb of a that-clause."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link, in_condition
from kg.extraction.duties import is_lifted
from kg.extraction.heads import names_time
from kg.extraction.predicates import Predicate
from kg.extraction.predicates.base import verb_lemma
from kg.extraction.qualities import quality_of
from kg.extraction.tree import Token
from kg.extraction.verbgroups import own_status
from kg.extraction.words import classes, words
from kg.model import Polarity, Status

__all__ = [
    "Mood",
    "complement_status",
    "is_demanded",
    "is_need",
    "is_now",
    "noun_status",
    "participle_status",
    "takes_status_of_verb_above",
    "that_clause_status",
]

Mood = tuple[Status, Polarity]

_NOT_YET = frozenset({Status.PLANNED, Status.OBLIGED, Status.REQUESTED})


def complement_status(clause: Clause, predicate: Predicate | None, mood: Mood, own: Status | None) -> Status:
    """The status of a complement under ``predicate``, which has the status and polarity ``mood``."""
    above = mood[0]
    name = predicate.status_class if predicate is not None and predicate.hands_on else None
    bare = clause.link is Link.OBJECT_CONTROL and not clause.auxiliaries and clause.verb.lower == clause.verb.lemma.lower()
    due = predicate is not None and predicate.rule == "it_is_time"  # "it is time that members renounced the veto"
    if own is not None and clause.finite and not bare and not due:
        return own
    owned = _of_the_owned(clause) or _towards(clause, above)
    if owned is not None:
        return owned
    if predicate is None or name in {None, "inherit", "negated"}:
        return _inherited(clause, predicate, name, mood)
    perfect = clause.infinitive and any(aux.lemma == "have" for aux in clause.auxiliaries)
    if name in {"planned", "ongoing"} and perfect and predicate.lemma in words("reported"):
        return Status.ACHIEVED if above in {Status.ONGOING, Status.ACHIEVED} else above  # "is thought to have killed two"
    if name in {"mooted", "futile"} or any(child.lower == "whether" for child in clause.verb.children):
        return Status.POSSIBLE
    if name == "purpose":
        return Status.PLANNED
    if name == "yet":
        return Status.ACHIEVED
    if _goes_through(name, predicate.lemma, above):
        return above
    governor = clause.governor
    if name == "ongoing":
        return above if above in {*_NOT_YET, Status.POSSIBLE} else Status.ONGOING
    if name == "planned":
        devoted = (
            predicate.lemma in {"commit", "dedicate"} and governor is not None and governor.verb.child("auxpass") is not None
        )
        if above is Status.PLANNED and predicate.lemma == "expect" and governor is not None and governor.passive:
            return Status.OBLIGED  # "boards will be expected to publish their plans"
        kept = above in {Status.OBLIGED, Status.POSSIBLE} or (devoted and above is Status.ACHIEVED)
        return above if kept else Status.PLANNED  # "have been committed to improving"
    if name == "possible":
        able = predicate.rule == "catenative_adjective" and above is Status.PLANNED
        reduced = governor is not None and governor.link is Link.REDUCED  # "authorities empowered to inspect mines"
        power = predicate.rule == "noun_modality" and above is Status.OBLIGED  # "shall have the power to fine"
        right = predicate.lemma == "entitle" and mood == (Status.OBLIGED, Polarity.AFFIRMED)  # "shall be entitled to inspect"
        return Status.POSSIBLE if above is Status.ONGOING or able or power or reduced or right else above
    return Status(str(name))


def _towards(clause: Clause, above: Status) -> Status | None:
    """“commends the efforts of Ghana towards ending the war”, "reaffirmed our commitment to cutting waste":
    not there yet."""
    lemma = clause.noun.lemma.lower() if clause.noun is not None else ""
    done = clause.governor is not None and clause.governor.link is Link.REDUCED
    aimed = clause.marker in {"towards", "toward"} and (lemma in _EFFORTS or done)
    if clause.marker == "to" and lemma == "commitment":
        aimed = above is Status.ACHIEVED
    return Status.PLANNED if aimed and above not in _NOT_YET else None


_EFFORTS = frozenset({"effort", "endeavour", "endeavor", "progress", "work", "step", "contribution", "commitment", "action"})


def _of_the_owned(clause: Clause) -> Status | None:
    """“builds on Kenya's record of cutting debt”: it has cut it; "dropped Kenya's idea of selling ports": it may yet."""
    noun = clause.noun
    if noun is None or clause.marker not in {"of", "in"}:
        return None
    lemma = noun.lemma.lower()
    if noun.child("poss") is None:
        return None
    return Status.ACHIEVED if lemma in words("deed") else Status.POSSIBLE if lemma in words("mere_idea") else None


def _goes_through(name: str | None, lemma: str, above: Status) -> bool:
    """“persuaded Japan to pay”: it did; "shall direct banks to cut fees", "may require X to pay": as firm as the verb."""
    if lemma in {"persuade", "convince"}:
        return above is Status.ACHIEVED
    return (name == "obliged" and above is Status.POSSIBLE) or (
        above is Status.OBLIGED and lemma in {"order", "instruct", "direct"}
    )


def _inherited(clause: Clause, predicate: Predicate | None, name: str | None, mood: Mood) -> Status:
    """The status of the verb above, as far as it is the complement's too."""
    above = mood[0]
    if predicate is None:
        return above
    if name == "negated" and predicate.lemma in words("left_open") and mood[1] is Polarity.NEGATED:
        return Status.POSSIBLE  # "has not ruled out closing the plant"
    if above is Status.ACHIEVED and predicate.lemma in words("trying"):
        return Status.PLANNED
    forbidden = name == "negated" and _forbids(predicate)
    perfect = clause.infinitive and any(aux.lemma == "have" for aux in clause.auxiliaries)
    if above is Status.ONGOING and (forbidden or perfect):
        return Status.OBLIGED if forbidden else Status.ACHIEVED  # "proud to have hosted the games"
    free = predicate.rule == "noun_modality" and above is Status.OBLIGED
    return Status.POSSIBLE if free else above  # "shall have the right to leave"


def _forbids(predicate: Predicate) -> bool:
    """“it is forbidden to V”, "it is unlawful to V", "it is an offence to V"."""
    adjective = predicate.lemma.removeprefix("be ")
    return predicate.rule == "aim_is_to" or adjective in _FORBIDDEN or adjective in words("forbidding")


_FORBIDDEN = frozenset({"illegal", "unlawful", "forbidden", "prohibited", "impermissible"})


def participle_status(clause: Clause, above: Mood | None) -> Status:
    """“products certified by X” were; "shall submit a notice stating the date": a participle is as firm as its clause."""
    noun, quality = clause.noun, quality_of(clause.verb)
    if quality in set(Status):
        return Status(quality)  # "people at risk of losing their homes"
    if is_now(clause) or any(aux.lower == "being" for aux in clause.auxiliaries):
        return Status.ONGOING  # "reviews being conducted by the agency"
    if clause.passive and noun is not None and above is not None and above[0] in _NOT_YET and _is_new(noun):
        return above[0]  # "shall set up a group composed of experts": it is not there
    if clause.passive:
        lemma = clause.verb.lemma.lower()
        over = lemma in words("temporary") and above == (Status.ACHIEVED, Polarity.AFFIRMED)  # "settled the fees owed by X"
        met = noun is not None and lemma == "hold" and noun.lemma.lower() in words("light.hold")  # "the talks held in May"
        over = over or met or _is_dated(clause.verb) or verb_lemma(clause.verb) == "set up"
        return Status.ONGOING if lemma in words("stative") and not over else Status.ACHIEVED
    apart = noun is not None and any(child.text == "," and noun.i < child.i < clause.verb.i for child in noun.children)
    if apart and above is not None:
        if above[0] is Status.REQUESTED and clause.governor is not None:
            return own_status(clause.governor) or above[0]  # "the envoy, making an appeal, urged states to V": he made one
        return above[0]  # "Mr Okoye, presenting the analysis, pointed out that …"
    undone = above == (Status.ACHIEVED, Polarity.NEGATED)  # "has not repealed the law banning strikes"
    if above is None or noun is None or noun.dep in {"nsubj", "nsubjpass"} or undone:
        return Status.ONGOING  # "suppliers serving fewer than 500 people shall be exempt": they do
    if clause.governor is not None and clause.governor.verb.lemma.lower() in words("stopping") | _FIGHTING:
        return Status.ONGOING  # "will curb fraud targeting pensioners"
    return above[0]  # "will set up a service linking X with Y": not there yet; "left hospitals scrambling for drugs": they did


_FIGHTING = frozenset(
    {"combat", "fight", "curb", "crack", "tackle", "counter", "prevent", "stop", "punish", "prosecute", "stamp", "root"}
)


def _is_dated(participle: Token) -> bool:
    """“a meeting held on Monday”, "held yesterday", "held two days ago": it is over."""
    return any(child.lower in {"yesterday", "ago", "earlier"} for child in participle.having("npadvmod", "advmod")) or any(
        prep.lower == "on" and names_time(day) for prep in participle.having("prep") for day in prep.having("pobj")
    )


def is_now(clause: Clause) -> bool:
    """“with most forms now handled online”, "a site still used by farmers": a passive participle that is not over."""
    return clause.passive and any(child.lower in _NOW and child.i < clause.verb.i for child in clause.verb.having("advmod"))


_NOW = frozenset({"now", "currently", "still", "presently"})


def _is_new(noun: Token) -> bool:
    """Whether ``noun`` names what the verb before it brings about: "submit a report", "consist of members"."""
    indefinite = any(child.lower in {"a", "an"} for child in noun.having("det"))
    if noun.dep == "conj":
        return indefinite and _is_new(noun.head)
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if above.is_verb and above.lemma.lower() in {"consist", "compose", "comprise"}:
        return noun.dep in {"dobj", "pobj"} and not any(child.lower == "the" for child in noun.having("det"))
    return indefinite and noun.dep == "dobj"


def is_need(clause: Clause) -> bool:
    """“stressed the importance of resolving disputes”: nobody has resolved any."""
    noun = clause.noun
    return noun is not None and clause.marker == "of" and noun.lemma.lower() in words("need")


def _builds(clause: Clause | None) -> bool:
    """“strengthen their capacity to V”; not "limit the ability of towns to V"."""
    lemma = clause.verb.lemma.lower() if clause is not None else ""
    return lemma in words("catenative_noun.verbs") or lemma in {"build", "develop", "improve", "create", "acquire"}


_WISHING = frozenset({"expect", "want", "hope", "wish", "intend", "plan"})


_BINDING = words("noun_modality.obliged") - {"need", "importance", "urgency"}


def noun_status(clause: Clause, above: Mood | None) -> Status:
    """An infinitive or "for V-ing": planned, unless it hangs on a noun of duty or power."""
    kept = above is not None and above[0] in {Status.PLANNED, Status.POSSIBLE}
    noun = clause.noun or (clause.verb.head if clause.marker == "for" and clause.verb.dep == "advcl" else None)
    if above is not None and kept and noun is not None and is_lifted(noun):
        return above[0]  # "will scrap the duty to publish accounts"
    if noun is not None and (clause.link is Link.PURPOSE or is_need(clause)):
        lemma = noun.lemma.lower()
        if lemma in {"capacity", "ability"} and above is not None and above[0] in _NOT_YET and _builds(clause.governor):
            return Status.PLANNED  # "should build the capacity to treat patients"
        for name, nouns in classes("noun_modality").items():
            if lemma in nouns:
                if name in set(Status):
                    return Status(name)
                given = above[0] if above is not None else Status.ONGOING
                return Status.POSSIBLE if given is Status.OBLIGED else given  # "shall respect the right of X to V"
    if noun is not None and clause.link is Link.FOR_GERUND and noun.lemma.lower() in words("reason.inquiries"):
        return Status.POSSIBLE  # "under investigation for laundering money"
    if noun is not None and any(item.lower in {"first", "second", "last", "latest"} for item in (noun, *noun.children)):
        return above[0] if above is not None and above[0] in {Status.PLANNED, Status.POSSIBLE} else Status.ACHIEVED
    verbs = (clause.verb, *clause.verb.having("conj"))
    if clause.passive and clause.noun is not None and any(verb.child("agent") is not None for verb in verbs):
        return Status.OBLIGED  # "a report to be prepared (and published) by the Presidency"
    return Status.PLANNED


def _subjunctive(clause: Clause) -> bool:
    """“that the plant be closed”, "that it hand over X": bare, without a modal."""
    first = clause.verb.opening
    alone = first.tag == "VBP" and first is clause.verb and any(token.tag in {"NN", "NNP"} for token in clause.subjects)
    return first.tag == "VB" or alone


def is_demanded(clause: Clause) -> bool:
    """“its demand that the plant be closed”, "two recommendations, including that the board meet": by noun and mood."""
    noun = clause.first.noun
    return noun is not None and noun.lemma.lower() in words("demand") and _subjunctive(clause)


def that_clause_status(clause: Clause, governor: Clause, above: Status, own: Status | None) -> Status | None:
    """“shall ensure that X carries out Y”: the status of the verb above, where the clause has no past or modal of its own."""
    if clause.infinitive and governor.verb.lemma.lower() in _WISHING:
        return Status.PLANNED  # "expects Member States to submit their plans"
    if in_condition(clause):
        return Status.POSSIBLE
    noun = clause.first.noun
    if noun is not None and clause.marker == "that" and noun.lemma.lower() in _BINDING and own in {None, Status.ONGOING}:
        return Status.OBLIGED  # "the requirement that companies provide child care"
    if is_demanded(clause):
        return Status.REQUESTED
    lemma = governor.verb.lemma.lower()
    if own is Status.ACHIEVED and above in _NOT_YET and lemma in words("that_clause.inherit"):
        perfect = any(aux.lemma == "have" and aux.tag in {"VBP", "VBZ"} for aux in clause.auxiliaries)
        return above if perfect else None  # "must ensure that staff have completed the course"
    if own not in {None, Status.ONGOING}:
        return None
    asked = governor.verb.child("csubj") if lemma == "be" else None
    if asked is not None and asked.lemma.lower() in words("that_clause.requested") and _subjunctive(clause):
        return Status.REQUESTED  # "what we ask is that the rules be applied"
    if lemma == "be" and clause.marker == "that":
        adjective = governor.verb.child("acomp")
        for name in ("obliged", "possible"):
            if adjective is not None and adjective.lower in words(f"catenative_adjective.{name}"):
                return Status(name)
    if lemma == "assure" and governor.verb.child("dobj") is not None:
        return None  # "I can assure the House that X"
    for name, lemmas in classes("that_clause").items():
        if lemma in lemmas and (clause.marker in {"that", ""}):
            if name == "inherit":
                return above
            if own is Status.ONGOING and clause.verb.tag not in {"VB", "VBP"} and not clause.passive:
                return None
            return Status(name)
    return None


def takes_status_of_verb_above(clause: Clause) -> bool:
    """Whether the clause is a that-clause of "ensure", "require", …"""
    governor = clause.governor
    if clause.link is not Link.CLAUSAL or governor is None:
        return False
    return any(governor.verb.lemma.lower() in lemmas for lemmas in classes("that_clause").values())
