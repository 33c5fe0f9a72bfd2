"""Status and polarity of clauses: their own verb group, then what governs them."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.negation import (
    denied,
    denied_cleft,
    exists,
    is_negated,
    joined_by_nor,
    may_negate,
    negative_quantifier,
    set_against,
    unproven,
)
from kg.extraction.predicates import Predicate
from kg.extraction.tree import Tree
from kg.extraction.verbgroups import own_status, shares_auxiliary
from kg.extraction.words import classes, words
from kg.model import Polarity, Status

__all__ = ["Mood", "Moods"]

Mood = tuple[Status, Polarity]

_NOT_YET = frozenset({Status.PLANNED, Status.OBLIGED, Status.REQUESTED})


class Moods:
    """Status and polarity of each clause of a sentence, worked out from the governors down."""

    def __init__(
        self,
        tree: Tree,
        clauses: list[Clause],
        predicates: dict[int, Predicate],
        *,
        default: Status = Status.REQUESTED,
        prefix: int = 0,
    ) -> None:
        """``predicates`` is keyed by the verb's index; ``default`` is what a clause without subject, tense and governor is.

        An auxiliary among the first ``prefix`` characters is none of the text's.
        """
        self._predicates = predicates
        self._default = default
        self._prefix = prefix
        self._may_negate = may_negate(tree)
        self.moods: dict[int, Mood] = {}
        for clause in clauses:
            self.moods[clause.verb.i] = self._mood(clause)

    def of(self, clause: Clause) -> Mood:
        """Status and polarity of ``clause``."""
        return self.moods[clause.verb.i]

    def _above(self, clause: Clause) -> Mood | None:
        return self.moods.get(clause.governor.verb.i) if clause.governor is not None else None

    def _mood(self, clause: Clause) -> Mood:
        above = self._above(clause)
        status = self._status(clause, above)
        negated = self._may_negate and is_negated(clause)
        governor = clause.governor
        predicate = self._predicates.get(governor.verb.i) if governor is not None else None
        if above is not None and predicate is not None:
            inherits = clause.link is Link.CONJUNCT and shares_auxiliary(clause)
            hands_on = predicate.hands_on and clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}
            if (inherits or hands_on) and above[1] is Polarity.NEGATED and not (inherits and set_against(clause)):
                negated = not negated
            if hands_on and predicate.status_class in {"negated", "yet"}:
                negated = not negated
            if clause.link is Link.CLAUSAL and governor is not None:
                negated = negated != (denied(governor, above[1]) or unproven(clause, governor))
            if _hands_on_again(clause, self._predicates) and self.moods[clause.first.verb.i][1] is Polarity.NEGATED:
                negated = negated != (not is_negated(clause.first))
            likewise = (clause.link is Link.MEANS and governor is not None and clause.verb.i > governor.verb.i) or (
                clause.link is Link.ADVERBIAL and clause.marker == "as" and not clause.finite
            )
            if likewise and above[1] is Polarity.NEGATED:
                negated = True  # "shall not increase capacity by subsidising fuel"
        if governor is not None and above is not None and governor.verb.lemma == "exist" and clause.infinitive:
            negated = negated != (above[1] is Polarity.NEGATED)  # "no plan exists to address X"
        if clause.link is Link.RELATIVE and denied_cleft(clause):
            negated = not negated
        refused = (clause.noun is not None and clause.noun.lemma.lower() in words("noun_modality.negated")) or _in_vain(clause)
        if clause.link is Link.WITHOUT or (refused and clause.link in {Link.PURPOSE, Link.COMPLEMENT}):
            negated = not negated
        handed = (
            above is not None
            and predicate is not None
            and predicate.hands_on
            and clause.link is Link.COMPLEMENT
            and above[1] is Polarity.NEGATED
        )
        if (
            self._may_negate
            and not handed  # "had no plan to raise X": the noun has negated its verb already
            and clause.link in {Link.PURPOSE, Link.RELATIVE, Link.REDUCED, Link.COMPLEMENT}
            and clause.noun is not None
            and negative_quantifier(clause.noun)
            and (clause.link is Link.PURPOSE or exists(clause))
        ):
            negated = not negated
        if self._may_negate and clause.link is Link.CONJUNCT:
            nobody = not clause.subjects and any(map(negative_quantifier, clause.first.subjects))
            negated = negated or nobody or joined_by_nor(clause)
        return status, Polarity.NEGATED if negated else Polarity.AFFIRMED

    def _status(self, clause: Clause, above: Mood | None) -> Status:
        if clause.link is Link.CONDITION or _is_open(clause, above):
            proviso = clause.marker == "that" and own_status(clause) is Status.OBLIGED
            return Status.OBLIGED if proviso else Status.POSSIBLE  # "provided that no member shall cast more than one vote"
        if clause.link is Link.CONJUNCT and above is not None and clause.governor is not None:
            if shares_auxiliary(clause):
                return above[0]
            if clause.first.link is Link.CONDITION or _in_condition(clause.first):
                return Status.POSSIBLE
            if self._goes_with_the_first(clause):
                return above[0]
        own = own_status(clause)
        understood = any(token.lower == "it" and token.start < self._prefix for token in clause.first.subjects)
        if self._prefix and not understood and any(token.start < self._prefix for token in clause.auxiliaries):
            return self._default  # our own "They will"; but "It is" of "Alarmed by the collapse of stocks," says what holds
        if (
            clause.link is Link.WITHOUT
            and clause.marker == "against"
            and clause.governor is not None
            and _counsels(clause.governor)
        ):
            return Status.REQUESTED  # "advised citizens against drinking tap water"
        if clause.link in {Link.PURPOSE, Link.FOR_GERUND} or _is_aim(clause) or _is_need(clause):
            return above[0] if above is not None and _in_vain(clause) else _noun_status(clause, above)
        if clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL} and above is not None:
            return self._complement_status(clause, above[0], own)
        if clause.link is Link.CLAUSAL and above is not None and clause.governor is not None:
            of_verb = _that_clause_status(clause, clause.governor, above[0], own)
            if of_verb is not None:
                return of_verb
        in_plan = above is not None and above[0] is Status.ACHIEVED and _is_planned_part(clause)
        soon = clause.marker == "as" and "soon" in {clause.verb.head.lower, *(item.lower for item in clause.verb.children)}
        not_yet = clause.link is Link.ADVERBIAL and (soon or clause.marker in {"so", "before", "until", "once"})
        if in_plan or (not_yet and own is Status.ONGOING and above is not None and above[0] is not Status.ACHIEVED):
            return Status.PLANNED
        if clause.link is Link.REDUCED and own is None:
            return self._participle_status(clause, above)
        if own is not None or above is None:
            return own or (Status.PLANNED if clause.infinitive else self._default)
        return Status.OBLIGED if above[0] is Status.ONGOING and _banned(clause) else above[0]

    def _goes_with_the_first(self, clause: Clause) -> bool:
        """“ensure that X does A and B”, "it is time that the Council acted and gave Africa a seat": by the verb above."""
        own, first = own_status(clause), clause.first
        if own is Status.ONGOING and _takes_status_of_verb_above(first):
            return True
        predicate = self._predicates.get(first.governor.verb.i) if first.governor is not None else None
        due = first.link is Link.COMPLEMENT and predicate is not None and predicate.rule == "it_is_time"
        return own is Status.ACHIEVED and due

    def _complement_status(self, clause: Clause, above: Status, own: Status | None) -> Status:
        governor = clause.governor
        predicate = self._predicates.get(governor.verb.i) if governor is not None else None
        name = predicate.status_class if predicate is not None and predicate.hands_on else None
        bare = clause.link is Link.OBJECT_CONTROL and not clause.auxiliaries and clause.verb.lower == clause.verb.lemma.lower()
        due = predicate is not None and predicate.rule == "it_is_time"  # "it is time that members renounced the veto"
        if own is not None and clause.finite and not bare and not due:
            return own
        if name in {None, "inherit", "negated"}:
            forbidden = name == "negated" and predicate is not None and _forbids(predicate)
            perfect = clause.infinitive and any(aux.lemma == "have" for aux in clause.auxiliaries)
            if above is Status.ONGOING and (forbidden or perfect):
                above = Status.OBLIGED if forbidden else Status.ACHIEVED  # "proud to have hosted the games"
            free = predicate is not None and predicate.rule == "noun_modality" and above is Status.OBLIGED
            return Status.POSSIBLE if free else above  # "shall have the right to leave"
        if any(child.lower == "whether" for child in clause.verb.children):
            return Status.POSSIBLE
        if name == "purpose":
            return Status.PLANNED
        if name == "mooted":
            return Status.POSSIBLE
        if name == "yet":
            return Status.ACHIEVED
        if name == "obliged" and above is Status.POSSIBLE:
            return above
        if above is Status.ACHIEVED and predicate is not None and predicate.lemma in {"persuade", "convince"}:
            return above  # "persuaded Japan to double its capital": it did
        if name == "ongoing":
            return above if above in {Status.PLANNED, Status.OBLIGED, Status.POSSIBLE, Status.REQUESTED} else Status.ONGOING
        if (
            name == "planned"
            and above is Status.ACHIEVED
            and predicate is not None
            and predicate.lemma in {"commit", "dedicate"}
            and governor is not None
            and governor.verb.child("auxpass") is not None
        ):
            return above  # "have been committed to improving"
        if name == "planned":
            return above if above in {Status.OBLIGED, Status.POSSIBLE} else Status.PLANNED
        if name == "possible":
            able = predicate is not None and predicate.rule == "catenative_adjective" and above is Status.PLANNED
            able = able or (predicate is not None and predicate.rule == "noun_modality" and above is Status.OBLIGED)
            reduced = governor is not None and governor.link is Link.REDUCED  # "authorities empowered to inspect mines"
            return Status.POSSIBLE if above is Status.ONGOING or able or reduced else above
        return Status(name)

    def _participle_status(self, clause: Clause, above: Mood | None) -> Status:
        """“products certified by X” were; "shall submit a notice stating the date": a participle is as firm as its clause."""
        noun = clause.noun
        new = noun is not None and noun.dep == "dobj" and any(child.lower in {"a", "an"} for child in noun.having("det"))
        if clause.passive and new and above is not None and above[0] in _NOT_YET:
            return above[0]  # "shall set up a group composed of experts": it is not there
        if clause.passive:
            stative = clause.verb.lemma.lower() in words("stative")
            return Status.ONGOING if stative else Status.ACHIEVED
        apart = noun is not None and any(child.text == "," and noun.i < child.i < clause.verb.i for child in noun.children)
        if apart and above is not None:
            return above[0]  # "Mr Okoye, presenting the analysis, pointed out that …"
        if above is None or clause.noun is None or clause.noun.dep in {"nsubj", "nsubjpass"} or above[0] is Status.ACHIEVED:
            return Status.ONGOING  # "suppliers serving fewer than 500 people shall be exempt": they do
        return above[0]  # "will set up a service linking X with Y": not there yet


def _is_open(clause: Clause, above: Mood | None) -> bool:
    """“a probe into whether firms colluded”, "neither confirmed nor denied that it had paid": nobody says that it is so."""
    governor = clause.governor
    if clause.link is Link.ABSOLUTE:
        return any(child.lower == "whether" for child in clause.verb.having("mark"))
    told = clause.link is Link.CLAUSAL and governor is not None and governor.verb.lemma.lower() in {"confirm", "deny"}
    return told and above is not None and above[1] is Polarity.NEGATED


def _in_vain(clause: Clause) -> bool:
    """“attempts to revive the talks failed”: the talks were not revived."""
    noun, governor = clause.noun, clause.governor
    if noun is None or governor is None or clause.link is not Link.PURPOSE or noun.dep != "nsubj":
        return False
    tried = noun.lemma.lower() in words("undertaking") and noun.head is governor.verb
    return tried and governor.verb.lemma.lower() in {"fail", "collapse", "founder"} and governor.verb.child("neg") is None


_WISHING = frozenset({"expect", "want", "hope", "wish", "intend", "plan"})


def _is_planned_part(clause: Clause) -> bool:
    """“unveiled measures, including cutting taxes”: what is in a plan is planned."""
    including = clause.verb.head
    if clause.verb.dep != "pcomp" or including.lower != "including":
        return False
    noun = including.head if including.head.is_noun else including.head.child("dobj")
    return noun is not None and (noun.lemma.lower() in _PLANS or noun.lemma.lower() in words("noun_modality.planned"))


_PLANS = frozenset(
    {"measure", "step", "action", "reform", "package", "initiative", "programme", "program", "policy", "strategy"}
)


def _counsels(clause: Clause) -> bool:
    lemma = clause.verb.lemma.lower()
    return lemma in words("object_control.requested") or lemma in {"recommend", "warn", "caution", "counsel"}


def _hands_on_again(clause: Clause, predicates: dict[int, Predicate]) -> bool:
    """“nothing requires an agency to disclose X, to share Y or to postpone Z”: each infinitive hangs on the verb above."""
    first = clause.first
    if clause.link is not Link.CONJUNCT or first.governor is None or not clause.infinitive:
        return False
    predicate = predicates.get(first.governor.verb.i)
    return predicate is not None and predicate.hands_on and first.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}


def _forbids(predicate: Predicate) -> bool:
    """“it is forbidden to V”, "it is unlawful to V", "it is an offence to V"."""
    adjective = predicate.lemma.removeprefix("be ")
    return predicate.rule == "aim_is_to" or adjective in _FORBIDDEN or adjective in words("forbidding")


_FORBIDDEN = frozenset({"illegal", "unlawful", "forbidden", "prohibited", "impermissible"})
_BY_LAW = frozenset({"prohibit", "forbid", "ban", "bar"})


def _banned(clause: Clause) -> bool:
    """“the accord prohibits members from subsidising fuel”."""
    governor = clause.governor
    return clause.link is Link.WITHOUT and governor is not None and governor.verb.lemma.lower() in _BY_LAW


def _in_condition(clause: Clause) -> bool:
    """“if it finds that X was late”: a that-clause under a condition."""
    governor = clause.governor
    return clause.link is Link.CLAUSAL and governor is not None and governor.first.link is Link.CONDITION


def _is_aim(clause: Clause) -> bool:
    """“with the aim of reducing X”, "with a view to reaching Y", "no decision on raising Z"."""
    if clause.link is Link.COMPLEMENT and clause.noun is not None and clause.marker == "on":
        return clause.noun.lemma.lower() in words("deliberation")
    return clause.link is Link.COMPLEMENT and clause.noun is not None and clause.noun.lemma.lower() in words("aim")


def _is_need(clause: Clause) -> bool:
    """“stressed the importance of resolving disputes”: nobody has resolved any."""
    noun = clause.noun
    return noun is not None and clause.marker == "of" and noun.lemma.lower() in {"importance", "urgency", "need", "necessity"}


def _noun_status(clause: Clause, above: Mood | None) -> Status:
    """An infinitive or "for V-ing": planned, unless it hangs on a noun of duty or power."""
    if clause.noun is not None and (clause.link is Link.PURPOSE or _is_need(clause)):
        for name, nouns in classes("noun_modality").items():
            if clause.noun.lemma.lower() in nouns:
                if name in set(Status):
                    return Status(name)
                given = above[0] if above is not None else Status.ONGOING
                return Status.POSSIBLE if given is Status.OBLIGED else given  # "shall respect the right of X to V"
    noun = clause.noun
    if (
        noun is not None
        and clause.link is Link.FOR_GERUND
        and noun.lemma.lower() in {"investigation", "probe", "inquiry", "trial"}
    ):
        return Status.POSSIBLE  # "under investigation for laundering money"
    if noun is not None and any(item.lower in {"first", "second", "last", "latest"} for item in (noun, *noun.children)):
        return above[0] if above is not None and above[0] in {Status.PLANNED, Status.POSSIBLE} else Status.ACHIEVED
    if clause.passive and clause.noun is not None and clause.verb.child("agent") is not None:
        return Status.OBLIGED  # "a report to be prepared by the Presidency"
    return Status.PLANNED


def _subjunctive(clause: Clause) -> bool:
    """“that the plant be closed”, "that it hand over X": bare, without a modal."""
    return clause.verb.opening.tag == "VB"


def _that_clause_status(clause: Clause, governor: Clause, above: Status, own: Status | None) -> Status | None:
    """“shall ensure that X carries out Y”: the status of the verb above, where the clause has no past or modal of its own."""
    if clause.infinitive and governor.verb.lemma.lower() in _WISHING:
        return Status.PLANNED  # "expects Member States to submit their plans"
    if _in_condition(clause):
        return Status.POSSIBLE
    if clause.noun is not None and clause.noun.lemma.lower() in words("demand") and _subjunctive(clause):
        return Status.REQUESTED  # "its demand that the plant be closed"
    if own not in {None, Status.ONGOING}:
        return None
    lemma = governor.verb.lemma.lower()
    asked = governor.verb.child("csubj") if lemma == "be" else None
    if asked is not None and asked.lemma.lower() in words("that_clause.requested") and _subjunctive(clause):
        return Status.REQUESTED  # "what we ask is that the rules be applied"
    if lemma == "be" and clause.marker == "that":
        adjective = governor.verb.child("acomp")
        for name in ("obliged", "possible"):
            if adjective is not None and adjective.lower in words(f"catenative_adjective.{name}"):
                return Status(name)
    for name, lemmas in classes("that_clause").items():
        if lemma in lemmas and (clause.marker in {"that", ""}):
            if name == "inherit":
                return above
            if own is Status.ONGOING and clause.verb.tag not in {"VB", "VBP"} and not clause.passive:
                return None
            return Status(name)
    return None


def _takes_status_of_verb_above(clause: Clause) -> bool:
    """Whether the clause is a that-clause of "ensure", "require", …"""
    governor = clause.governor
    if clause.link is not Link.CLAUSAL or governor is None:
        return False
    return any(governor.verb.lemma.lower() in lemmas for lemmas in classes("that_clause").values())
