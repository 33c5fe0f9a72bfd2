"""Status and polarity of clauses: their own verb group, then what governs them."""

from __future__ import annotations

from kg.extraction.assertions import is_denied, is_left_open, told
from kg.extraction.clauses import Clause, Link, in_condition
from kg.extraction.controllers import is_thanked_for
from kg.extraction.duties import is_lifted
from kg.extraction.governed import (
    Mood,
    complement_status,
    is_demanded,
    is_need,
    is_now,
    noun_status,
    participle_status,
    takes_status_of_verb_above,
    that_clause_status,
)
from kg.extraction.negation import (
    denied_cleft,
    denied_of,
    exists,
    is_negated,
    joined_by_nor,
    joined_by_or,
    may_negate,
    negative_quantifier,
    set_against,
    there_is_none,
)
from kg.extraction.predicates import Predicate
from kg.extraction.predicates.moved import asks_for_doing
from kg.extraction.qualities import quality_of
from kg.extraction.tree import Token, Tree
from kg.extraction.verbgroups import own_status, shares_auxiliary
from kg.extraction.words import words
from kg.model import Polarity, Status

__all__ = ["Moods"]

_OF_NOUNS = frozenset({Link.PURPOSE, Link.FOR_GERUND, Link.CLAUSAL})


def _is_none(target: Token, verb: Token) -> bool:
    """“the law provides for no appeal”."""
    behind = target.dep == "pobj" and target.head.head is verb and target.i > verb.i
    return behind and any(child.lower == "no" for child in target.having("det"))


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

    def of(self, clause: Clause, target: Token | None = None) -> Mood:
        """Status and polarity of ``clause``; as said of its object ``target``, where that is given."""
        status, polarity = self.moods[clause.verb.i]
        negated = polarity is Polarity.NEGATED
        if target is not None:
            denied = denied_of(target, negated=negated)
            if denied == negated and self._may_negate and _is_none(target, clause.verb):
                denied = not negated
            polarity = Polarity.NEGATED if denied else Polarity.AFFIRMED
        return status, polarity

    def _above(self, clause: Clause) -> Mood | None:
        return self.moods.get(clause.governor.verb.i) if clause.governor is not None else None

    def _mood(self, clause: Clause) -> Mood:
        above, governor, that = self._above(clause), clause.governor, told(clause)
        status = self._status(clause, above, that)
        negated = self._may_negate and is_negated(clause)
        denied = above is not None and above[1] is Polarity.NEGATED
        class_name = self._predicates[governor.verb.i].status_class if governor is not None else None
        inherits = denied and clause.link is Link.CONJUNCT and shares_auxiliary(clause) and not set_against(clause)
        hands_on = self._handed_on(clause)
        if inherits or (denied and hands_on):
            negated = not negated
        if hands_on and class_name in {"negated", "yet", "futile"}:
            negated = not negated
        again = self._handed_on_again(clause) and not set_against(clause)  # "is not to punish but to protect"
        if again and self.moods[clause.first.verb.i][1] is Polarity.NEGATED:
            negated = negated != (not is_negated(clause.first))
        if above is not None and denied and clause.link is Link.WITHOUT and clause.marker == "from":
            return _not_kept(above[0]), Polarity.AFFIRMED
        if that is not None:
            negated = negated != is_denied(*that, self.moods[that[1].verb.i][1])
        if denied and governor is not None and governor.verb.lemma == "exist" and clause.infinitive:
            negated = not negated  # "no plan exists to address X"
        if clause.link is Link.RELATIVE and denied_cleft(clause):
            negated = not negated
        if clause.link is Link.REDUCED and quality_of(clause.verb) == "negated":
            negated = not negated  # "families unable to pay rent"
        if clause.link is Link.PURPOSE and clause.noun is not None and is_lifted(clause.noun):
            negated = negated != (above is not None and not denied)  # "exempt from the duty to publish accounts"
        refused = (clause.noun is not None and clause.noun.lemma.lower() in words("noun_modality.negated")) or _in_vain(clause)
        refused = refused or (denied and _is_granted(clause))
        if clause.link is Link.WITHOUT or (refused and clause.link in {Link.PURPOSE, Link.COMPLEMENT}):
            negated = not negated
        if self._may_negate and not (denied and hands_on) and _of_none(clause):  # in "had no plan to raise X" it is handed on
            negated = not negated
        negated = negated or (denied and _likewise(clause))
        if clause.link is Link.PURPOSE and governor is not None and governor.verb.lemma == "lack" and not governor.passive:
            negated, status = not negated, Status.POSSIBLE  # "villages lack funds to repair roads"
        if self._may_negate and clause.link is Link.CONJUNCT:
            nobody = not clause.subjects and any(map(negative_quantifier, clause.first.subjects))
            negated = negated or nobody or joined_by_nor(clause) or (denied and joined_by_or(clause))
        return status, Polarity.NEGATED if negated else Polarity.AFFIRMED

    def _handed_on(self, clause: Clause) -> bool:
        """Whether the verb above hands its status and polarity on to ``clause``."""
        governor = clause.governor
        below = clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}
        return below and governor is not None and self._predicates[governor.verb.i].hands_on

    def _handed_on_again(self, clause: Clause) -> bool:
        """“nothing requires an agency to disclose X, to share Y or to postpone Z”: each infinitive hangs on the verb above."""
        return clause.link is Link.CONJUNCT and clause.infinitive and self._handed_on(clause.first)

    def _status(self, clause: Clause, above: Mood | None, that: tuple[Clause, Clause] | None) -> Status:
        own = own_status(clause)
        if clause.link is Link.CONDITION or self._is_open(clause, that):
            proviso = clause.marker == "that" and own is Status.OBLIGED
            return Status.OBLIGED if proviso else Status.POSSIBLE  # "provided that no member shall cast more than one vote"
        as_first = self._of_conjunct(clause, above, own, that)
        if as_first is not None:
            return as_first
        understood = any(token.lower == "it" and token.start < self._prefix for token in clause.first.subjects)
        bidden = (
            clause.first if clause.link is Link.CONJUNCT and any(aux.lower == "do" for aux in clause.auxiliaries) else clause
        )
        ours = [token for token in bidden.auxiliaries if token.start < self._prefix and token.lower != "have"]
        if ours and not understood:
            return self._default  # our own "They will"; but "It is" of "Alarmed by the collapse of stocks," says what holds
        if _is_counselled(clause) or asks_for_doing(clause) or (clause.first.link is Link.ABSOLUTE and is_demanded(clause)):
            return Status.REQUESTED
        if clause.link is Link.FOR_GERUND and is_thanked_for(clause):
            return Status.ACHIEVED
        if clause.link in {Link.PURPOSE, Link.FOR_GERUND} or _is_aim(clause) or is_need(clause):
            return above[0] if above is not None and _in_vain(clause) else noun_status(clause, above)
        if clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL} and above is not None:
            predicate = self._predicates.get(clause.governor.verb.i) if clause.governor is not None else None
            return complement_status(clause, predicate, above, own)
        if clause.link is Link.CLAUSAL and above is not None and clause.governor is not None:
            of_verb = that_clause_status(clause, clause.governor, above[0], own)
            if of_verb is not None:
                return of_verb
        in_plan = above is not None and above[0] is Status.ACHIEVED and _is_planned_part(clause)
        soon = clause.marker == "as" and "soon" in {clause.verb.head.lower, *(item.lower for item in clause.verb.children)}
        not_yet = clause.link is Link.ADVERBIAL and (soon or clause.marker in {"so", "before", "until", "once"})
        done = above is not None and above[0] is Status.ACHIEVED and not _so_that(clause)
        if in_plan or (not_yet and own is Status.ONGOING and above is not None and not done and not _each_time(clause)):
            return Status.PLANNED
        if clause.link is Link.REDUCED and own is None:
            return participle_status(clause, above)
        if clause.link is Link.ABSOLUTE and own is None and is_now(clause):
            return Status.ONGOING
        if own is not None or above is None:
            stated = clause.verb.tag == "VBN" and clause.verb.i == 0 and clause.link is Link.MAIN  # "Signed a bill that …"
            missing = Status.PLANNED if clause.infinitive else Status.ACHIEVED if stated else self._default
            return own or missing
        return Status.OBLIGED if above[0] is Status.ONGOING and _banned(clause) else above[0]

    def _is_open(self, clause: Clause, that: tuple[Clause, Clause] | None) -> bool:
        """Whether nobody says that it is so: "a probe into whether firms colluded", "split over whether to raise it"."""
        if (clause.link is Link.ABSOLUTE or clause.infinitive) and any(
            child.lower == "whether" for child in clause.verb.having("mark", "advmod")
        ):
            return True
        return that is not None and is_left_open(*that, self.moods[that[1].verb.i])

    def _of_conjunct(
        self, clause: Clause, above: Mood | None, own: Status | None, that: tuple[Clause, Clause] | None
    ) -> Status | None:
        """The status that a conjunct has from the verb that it goes on from."""
        if clause.link is not Link.CONJUNCT or above is None or clause.governor is None:
            return None
        if shares_auxiliary(clause):
            return above[0]
        if that is not None:
            return that_clause_status(*that, self.moods[that[1].verb.i][0], own)  # "it is vital that X and that Y"
        if clause.first.link is Link.CONDITION or in_condition(clause.first):
            return Status.POSSIBLE
        return above[0] if self._goes_with_the_first(clause.first, own) else None

    def _goes_with_the_first(self, first: Clause, own: Status | None) -> bool:
        """“ensure that X does A and B”, "it is time that the Council acted and gave Africa a seat": by the verb above."""
        to_come = first.link is Link.ADVERBIAL and first.marker == "so" and self.moods[first.verb.i][0] is Status.PLANNED
        if own is Status.ONGOING and (takes_status_of_verb_above(first) or to_come):
            return True  # "so that works are not delayed and wages are paid"
        predicate = self._predicates.get(first.governor.verb.i) if first.governor is not None else None
        due = first.link is Link.COMPLEMENT and predicate is not None and predicate.rule == "it_is_time"
        return own is Status.ACHIEVED and due


def _not_kept(above: Status) -> Status:
    """“does not prevent owners from repairing it": they may; "did not keep X from leaving": they left."""
    return Status.ACHIEVED if above is Status.ACHIEVED else Status.POSSIBLE


def _in_vain(clause: Clause) -> bool:
    """“attempts to revive the talks failed”: the talks were not revived."""
    noun, governor = clause.noun, clause.governor
    if noun is None or governor is None or clause.link is not Link.PURPOSE or noun.dep != "nsubj":
        return False
    tried = noun.lemma.lower() in words("undertaking") and noun.head is governor.verb
    return tried and governor.verb.lemma.lower() in {"fail", "collapse", "founder"} and governor.verb.child("neg") is None


def _is_granted(clause: Clause) -> bool:
    """“was not given a mandate to sign”, "did not receive permission to build": what the infinitive says would be granted."""
    noun, governor = clause.noun, clause.governor
    if noun is None or governor is None or noun.head is not governor.verb or noun.dep not in {"dobj", "nsubjpass", "oprd"}:
        return False
    lemma = noun.lemma.lower()
    power = lemma == "mandate" or lemma in words("noun_modality.possible") or lemma in words("entitlement")
    return power and (governor.verb.lemma.lower() in words("giving") or governor.verb.lemma.lower() in _GETTING)


_GETTING = frozenset({"get", "receive", "obtain", "secure", "win", "provide", "confer", "acquire"})


def _of_none(clause: Clause) -> bool:
    """“has no plan to raise X”, "there is no case for raising X": whether what the clause says hangs on what is not there."""
    noun, link = clause.noun, clause.link
    if link in _OF_NOUNS and (noun is None or link is not Link.PURPOSE) and there_is_none(clause):
        return True
    if noun is None or link not in {Link.PURPOSE, Link.RELATIVE, Link.REDUCED, Link.COMPLEMENT}:
        return False
    return negative_quantifier(noun) and (link is Link.PURPOSE or exists(clause))


def _likewise(clause: Clause) -> bool:
    """“shall not increase capacity by subsidising fuel”, "may not use funds to buy drones": nor do that."""
    governor = clause.governor
    if governor is None:
        return False
    if clause.link is Link.PURPOSE:
        return clause.noun is None and governor.verb.lemma.lower() in {"use", "spend", "expend", "obligate"}
    if clause.link is Link.MEANS:
        return clause.verb.i > governor.verb.i
    return clause.link is Link.ADVERBIAL and clause.marker == "as" and not clause.finite


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


def _is_counselled(clause: Clause) -> bool:
    """“advised citizens against drinking tap water”."""
    if clause.link is not Link.WITHOUT or clause.marker != "against" or clause.governor is None:
        return False
    lemma = clause.governor.verb.lemma.lower()
    return lemma in words("object_control.requested") or lemma in {"recommend", "warn", "caution", "counsel"}


def _so_that(clause: Clause) -> bool:
    """“has cleared the drains so that the streets are not flooded”: what it is for, as with "to"."""
    so = clause.verb.child("mark") if clause.marker == "so" else None
    if so is None or any(child.lower == "now" for child in clause.verb.children):
        return False
    return any(token.i == so.i + 1 and token.lower == "that" for token in clause.verb.subtree())


def _each_time(clause: Clause) -> bool:
    """“before any permit is granted”: time and again."""
    return clause.marker == "before" and any(
        child.lower in {"any", "each", "every"} for noun in clause.subjects for child in noun.children
    )


_BY_LAW = frozenset({"prohibit", "forbid", "ban", "bar"})


def _banned(clause: Clause) -> bool:
    """“the accord prohibits members from subsidising fuel”."""
    governor = clause.governor
    return clause.link is Link.WITHOUT and governor is not None and governor.verb.lemma.lower() in _BY_LAW


def _is_aim(clause: Clause) -> bool:
    """“with the aim of reducing X”, "with a view to reaching Y", "no decision (was taken) on raising Z"."""
    if clause.link is Link.COMPLEMENT and clause.marker == "on":
        noun = clause.noun or (clause.governor.verb.child("dobj", "nsubjpass") if clause.governor is not None else None)
        return noun is not None and noun.lemma.lower() in words("deliberation")
    return clause.link is Link.COMPLEMENT and clause.noun is not None and clause.noun.lemma.lower() in words("aim")
