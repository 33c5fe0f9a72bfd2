"""Verbs that hand their subject or object on to another verb: control and catenatives."""

from __future__ import annotations

from functools import cache

from kg.extraction.clauses import Clause, Link
from kg.extraction.entitlements import HAVING
from kg.extraction.heads import core_head, governed, is_amount, names_time, noun_heads
from kg.extraction.negation import negative_quantifier
from kg.extraction.predicates.base import Kind, Predicate, preposition_of
from kg.extraction.predicates.catenatives import catenative_class, class_of
from kg.extraction.predicates.moved import COMPLAINING, can_act, is_accused, is_left, is_paper, moves_nobody
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["catenative", "control", "forbidding_to", "gerund_after_object"]

_COMPLEMENTS = frozenset({Link.COMPLEMENT, Link.OBJECT_CONTROL})


def control(clause: Clause, lemma: str) -> Predicate | None:
    """“X asks Y to V”: Y is the actor of V."""
    verb = clause.verb
    if lemma == "charge" and is_accused(clause):
        return None  # "prosecutors charged the mayor with taking kickbacks"; but "the act charges the board with V-ing"
    readings = _movers().get(lemma, ())
    name = next((name for name, prepositions in readings if not prepositions or preposition_of(verb, *prepositions)), None)
    if name is None:
        return None
    below = [
        item
        for item in clause.dependents
        if item.marker not in {"against", "into"}  # "was pressured into dropping it": read below, with what it acts on
        and not any(child.lower == "as" for child in item.verb.having("mark"))  # "hired engineers so as to speed up permits"
        and (item.link in _COMPLEMENTS or item.link is Link.PURPOSE or (item.link is Link.CLAUSAL and item.marker != "that"))
        and item.verb.i > verb.i
        and (
            item.infinitive
            or item.link in _COMPLEMENTS
            or (item.verb.tag in {"VB", "VBP"} and _is_base(item.verb))
            or (item.passive and not item.auxiliaries and lemma in {"want", "need", "like", "prefer"})
        )
    ]
    if not below:
        spoken = [token for token in verb.subtree() if token.text[0].isalnum()]
        open_end = bool(spoken) and spoken[-1].lower == "to"
        return Predicate(Kind.NONE, lemma) if open_end else None  # "Agencies are directed to:"
    raised = clause.passive and below[0].passive and catenative_class(lemma) is not None  # "is expected to be adopted"
    made_to = lemma == "make" and clause.passive and below[0].infinitive  # "have been made to borrow"
    bare = lemma in words("object_control.bare") and not made_to
    if raised or (bare and (below[0].infinitive or below[0].verb.tag not in {"VB", "VBP"})):
        return None
    controlled = _controlled(clause)
    modality = controlled and all(token.lemma.lower() in _owned_modality() and token.child("prep") for token in controlled)
    if modality and below[0].noun in controlled:
        return None  # "support the right of landholders to refuse access"
    if any(token.lower in words("pronoun.reflexive") for token in controlled):  # "pledged themselves to achieve X"
        for item in below:
            item.link = Link.COMPLEMENT
        return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="object_control")
    own = below[0].subjects
    if (not controlled and not own) or (controlled and all(is_amount(core_head(token)) for token in controlled)):
        return None  # "drive forty miles to reach a hospital"
    able = any(map(can_act, controlled)) or any(is_left(lemma, token) for token in controlled)
    able = able and not (lemma == "summon" and below[0].verb.lemma.lower() in COMPLAINING)  # "summoned the envoy to protest"
    if (name in {"purpose", "reliance"} and not able) or moves_nobody(clause, lemma, controlled):
        return None
    if name in {"inherit", "requested"} and not own and any(map(_is_proposal, (*controlled, *filter(None, (below[0].noun,))))):
        return None  # "supported the proposal to lower the rate": the proposal lowers nothing
    if name in {"inherit", "purpose"} and not own and below[0].verb.head is not verb and below[0].noun not in controlled:
        return None
    marks = {"of", "towards", "toward", "in" if name == "requested" else "of"}  # "welcomes the progress in opening the bank"
    if below[0].noun is not None and (below[0].noun not in controlled or below[0].marker in marks):
        return None  # "supports the principle of sharing revenue"
    below = below[:1]
    for item in below:
        if item.link is not Link.CLAUSAL or not item.finite or item.verb.lower == item.verb.lemma.lower():
            item.link = Link.OBJECT_CONTROL
    if name == "reliance":
        full = f"{lemma} {prep.lower}" if (prep := preposition_of(verb, "on", "upon")) is not None else lemma
        return Predicate(Kind.STATEMENT, full, controlled, status_class="inherit", controller=controlled, rule="object_control")
    kind = Kind.STATEMENT if name == "purpose" else Kind.CATENATIVE
    objects = controlled if name == "purpose" else []
    return Predicate(kind, lemma, objects, status_class=name, controller=controlled or own, rule="object_control")


def forbidding_to(clause: Clause, lemma: str) -> Predicate | None:
    """“forbids ministers to own shares”: they are forbidden, and are not to own any."""
    if lemma not in {"forbid", "prohibit"} or clause.passive:
        return None
    below = [item for item in clause.dependents if item.infinitive and item.verb.i > clause.verb.i]
    whom = _controlled(clause) or [head for item in below[:1] for subject in item.subjects for head in noun_heads(subject)]
    if not below or below[0].verb.head not in {clause.verb, *whom} or not any(map(can_act, whom)):
        return None
    if any(item.marker == "from" for item in clause.dependents):
        return None
    below[0].link = Link.WITHOUT
    return Predicate(Kind.STATEMENT, lemma, whom, controller=whom, rule="object_control")


@cache
def _owned_modality() -> frozenset[str]:
    return frozenset().union(*classes("noun_modality").values())


@cache
def _movers() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Verb → the classes of ``object_control`` that it is in, in their order, each with the prepositions that make it so."""
    movers: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, verbs in classes("object_control").items():
        for verb in sorted(verbs):
            if name != "bare":
                movers.setdefault(verb, []).append((name, ()))
            for ending, prepositions in ((" on", ("on", "upon")), (" to", ("to",))):
                if verb.endswith(ending):
                    movers.setdefault(verb.removesuffix(ending), []).append((name, prepositions))
    return movers


def _is_proposal(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    return lemma in words("noun_modality.planned") or lemma in _PROPOSED


_PROPOSED = words("proposed")


def _is_base(token: Token) -> bool:
    return token.lower == token.lemma.lower()


def _controlled(clause: Clause) -> list[Token]:
    """Whom an object-control verb moves: its object, its passive subject, or what "on"/"to" governs."""
    verb = clause.verb
    if clause.passive:
        if clause.noun is not None and any(subject.tag in {"WDT", "WP"} for subject in clause.subjects):
            return [clause.noun]
        return [head for subject in clause.subjects for head in noun_heads(subject)]
    target = verb.child("dobj", "dative", "pobj")
    if target is None:
        prep = preposition_of(verb, "on", "upon", "to")
        target = prep.child("pobj") if prep else None
        if prep is not None and prep.i < verb.i and target is not None and target.tag not in {"WDT", "WP"}:
            return []  # "On the levy that X announced, I want to raise a point"
    if target is not None and target.tag in {"WDT", "WP"} and clause.noun is not None:
        return [clause.noun]  # "the banks, which we call on to publish X"
    return noun_heads(target) if target is not None and not names_time(target) else []


def _power_to(clause: Clause, lemma: str, target: Token) -> Predicate | None:
    """“have the power to V”, "lack the authority to V"."""
    verb = clause.verb
    if any(target.lemma.lower() in nouns for nouns in classes("noun_modality").values()) and (
        lemma in HAVING and (lemma != "lack" or target.lemma.lower() in {"power", "right", "authority", "competence"})
    ):
        below = [
            item
            for item in clause.dependents
            if item.verb.i > target.i
            and (item.noun is target or item.verb.head is verb)
            and (item.infinitive or item.marker in {"of", "for"})
        ]
        if below:
            for item in below:
                item.link = Link.COMPLEMENT
            modality = (
                "negated"
                if lemma == "lack"
                else next(name for name, nouns in classes("noun_modality").items() if target.lemma.lower() in nouns)
            )
            if (
                target.lemma.lower() in words("entitlement") and below[0].infinitive
            ):  # that somebody has the right is as much as what it is to
                return Predicate(Kind.STATEMENT, lemma, [target], status_class=modality, rule="noun_modality")
            return Predicate(
                Kind.CATENATIVE, f"{lemma} {target.lower}", status_class=modality, noun=target, rule="noun_modality"
            )
    return None


def _call_on(clause: Clause, lemma: str, target: Token) -> Predicate | None:
    """“reiterate our call on the state to respond”: whom the call goes to is asked to V."""
    whom = preposition_of(target, "on", "upon", "to", "for") or preposition_of(clause.verb, "on", "upon", "to")
    if target.lemma.lower() not in _CALLS or whom is None or clause.passive:
        return None
    below = [item for item in clause.dependents if item.infinitive and item.verb.i > whom.i and item.link is Link.PURPOSE]
    if not below or (below[0].subjects and below[0].verb.head is not whom):
        return None
    below[0].link = Link.OBJECT_CONTROL
    return Predicate(Kind.CATENATIVE, lemma, status_class="requested", controller=governed(whom), rule="object_control")


_CALLS = frozenset({"call", "appeal", "request", "invitation", "plea", "demand"})


def _effort_to(clause: Clause, lemma: str, target: Token) -> Predicate | None:
    """“step up efforts to V”, "more should be done to V"."""
    verb, noun = clause.verb, core_head(target)
    more = lemma == "do" and clause.passive and noun.lower in {"more", "much", "everything"}
    if more or (lemma in words("catenative_noun.verbs") and noun.lemma.lower() in words("catenative_noun.words")):
        below = [item for item in clause.dependents if item.verb.i > noun.i and _hands_on_from_noun(item, noun, verb)]
        if below:
            for item in below:
                item.link = Link.COMPLEMENT
            return Predicate(Kind.CATENATIVE, lemma, status_class="inherit", noun=noun, rule="catenative_noun")
    return None


def catenative(clause: Clause, lemma: str) -> Predicate | None:
    """“continue to V”, "be committed to V-ing", "step up efforts to V": only V says what is done."""
    verb = clause.verb
    target = verb.child("dobj", "nsubjpass") if clause.passive else verb.child("dobj")
    for reading in (_power_to, _effort_to, _call_on):
        predicate = reading(clause, lemma, target) if target is not None else None
        if predicate is not None:
            return predicate
    name = class_of(clause, lemma)
    together = lemma in _TOGETHER and preposition_of(verb, "with") is not None and not clause.passive
    if together or (lemma == "charge" and is_accused(clause)):
        return None  # "works with charities to support carers": with whom is said too, and what for
    if (
        clause.link is Link.RELATIVE
        and (lemma in {"need", "require", "use"} or (lemma == "have" and _is_acted_on_by_more(clause)))
        and not any(subject.tag in {"WDT", "WP"} for subject in clause.subjects)
    ):
        return None  # "the tools that they need to keep water safe": the infinitive is what the tools are for
    if clause.passive and lemma in {"need", "require", "use"} and (clause.link is Link.REDUCED or is_paper(target)):
        return None  # "the staff needed to carry out X", "a licence is required to export food"
    if clause.link is Link.RELATIVE and lemma in _ACCUSING and clause.subjects and not clause.passive:
        return None  # "expelled a diplomat it accused of spying": whom it accuses is named before
    below = [item for item in clause.dependents if item.verb.head is verb or item.verb.head.head is verb or _short_of(item)]
    below = [item for item in below if item.marker != "against"]
    direct = [item for item in below if item.link in _COMPLEMENTS]
    if target is not None and not clause.passive:
        return None
    if not direct and name is not None and not clause.passive and not verb.child("dobj"):
        direct = [
            item
            for item in below
            if item.link is Link.PURPOSE and item.verb.i > verb.i and (item.verb.i - verb.i <= 6 or item.marker == "for")
        ]
    impersonal = name is not None and any(subject.lower == "it" for subject in clause.subjects)  # "it is prohibited to sell X"
    if not direct and clause.passive and (impersonal or lemma in {"construe", "interpret", "deem", "presume"}):
        direct = [item for item in below if item.link is Link.PURPOSE and item.verb.i > verb.i]
    if not direct and clause.passive and lemma in {"leave", "force", "compel"}:
        direct = [item for item in below if item.link is Link.PURPOSE and item.verb.i > verb.i]  # "cannot be left to pay"
    if lemma == "have" and direct and any(child.lower == "yet" for child in verb.children):
        for item in direct:
            item.link = Link.COMPLEMENT
        return Predicate(Kind.CATENATIVE, lemma, status_class="yet", rule="have_yet_to")
    if not direct:
        lost = clause.passive and name == "planned" and lemma in {"intend", "expect", "mean"}
        return Predicate(Kind.NONE, lemma) if lost else None
    by_preposition = any(item.marker for item in direct)
    if clause.passive:
        kept_from = _kept_from(clause, lemma, direct)
        if kept_from is not None:
            return kept_from
    raised = clause.passive and lemma in _RAISING and not by_preposition  # "no community is left to bear the cost"
    if not raised and ((name is None and (clause.passive or not by_preposition)) or (clause.passive and name == "inherit")):
        return None  # "is used to fund X": an act of its own, and its purpose
    for item in direct:
        item.link = Link.COMPLEMENT
    return Predicate(Kind.CATENATIVE, lemma, status_class=name or "inherit", rule="catenative")


def _is_acted_on_by_more(clause: Clause) -> bool:
    """“the powers it has to fine firms”: each verb has an object; not "the duties we have to do", "the day we had to go"."""
    if clause.noun is None or clause.noun.lemma.lower() in words("preposition.time_heads") | {"reason", "way"}:
        return False
    below = [item.verb for item in clause.dependents if item.infinitive and item.verb.head is clause.verb]
    return any(thing.tag not in {"WDT", "WP"} for verb in below for thing in verb.having("dobj"))


def _short_of(item: Clause) -> bool:
    """“stopped short of V-ing”, "came close to V-ing", where the parser hangs V on the adverb."""
    return (item.verb.head.head.lower, item.verb.head.lower) in {("short", "of"), ("close", "to"), ("near", "to")}


_TOGETHER = frozenset({"work", "cooperate", "collaborate", "partner", "liaise"})
_RAISING = frozenset({"force", "compel", "leave", "see", "hear", "construe", "interpret", "deem", "presume"})


def _kept_from(clause: Clause, lemma: str, direct: list[Clause]) -> Predicate | None:
    """“is barred from bidding”: it is barred, and is not to bid."""
    kept = [item for item in direct if item.marker == "from"]
    if not kept or lemma not in words("forbidding"):
        return None
    for item in kept:
        item.link = Link.WITHOUT
    patients = _controlled(clause)
    return Predicate(Kind.STATEMENT, lemma, patients, controller=patients, rule="passive")


def _hands_on_from_noun(item: Clause, noun: Token, verb: Token) -> bool:
    if item.link is Link.PURPOSE or (item.link is Link.COMPLEMENT and item.infinitive):
        return item.noun is noun or item.verb.head is verb
    return (
        item.link is Link.COMPLEMENT
        and (item.marker in {"to", "in", "at", "of", "toward", "towards"} or _efforts_on(item, noun))
        and item.verb.head.head in {noun, verb}
    )


def _efforts_on(item: Clause, noun: Token) -> bool:
    """“intensify our efforts on ensuring clean energy”."""
    return item.marker == "on" and noun.lemma.lower() in {"effort", "endeavour", "endeavor"}


_PRESSING = frozenset(
    {"pressure", "pressurise", "pressurize", "coerce", "force", "talk", "trick", "mislead", "bully", "persuade"}
)
_SHARING = frozenset({"involve", "engage", "support", "assist", "help", "aid", "guide", "train", "include"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "charge", "blame", "criticise", "criticize", "praise", "thank"})


def gerund_after_object(clause: Clause, item: Clause, predicate: Predicate, lemma: str) -> None:
    """“prevent shortages from endangering patients” is one act; “involve employers in shaping X” gives employers a task."""
    timed = item.noun is not None and item.noun.lemma.lower() in words("preposition.time_heads")
    negated = (
        clause.verb.child("neg") is not None
        or any(child.lower == "nor" for child in clause.verb.children)
        or any(map(negative_quantifier, clause.subjects))  # "nothing prevents the state from granting permits"
    )
    if (
        item.marker == "from"
        and item.verb.head.head in {clause.verb, *predicate.objects}
        and lemma in words("frame.from")
        and (not negated or lemma in words("forbidding"))
    ):
        item.link = Link.WITHOUT  # "prevent shortages from endangering patients": these are not to
        predicate.controller = predicate.objects
    elif item.marker == "from" or timed or (item.marker in {"on", "about", "over"} and item.noun is not None):
        item.link = Link.NOMINAL
    elif item.marker in {"of", "with"} and (lemma in _CLEARING or (lemma in words("alleging") and _by_nobody(clause))):
        item.link = Link.NOMINAL  # "was accused of taking bribes": by whom, it does not say; "was acquitted of taking bribes"
    elif (
        (item.marker == "into" and lemma in _PRESSING)
        or (item.marker in {"in", "into"} and lemma in _SHARING)
        or (item.marker in {"of", "with"} and lemma in _ACCUSING)
    ):
        item.link = Link.OBJECT_CONTROL
        predicate.controller = predicate.objects


_CLEARING = frozenset({"acquit", "clear", "exonerate", "absolve"})


def _by_nobody(clause: Clause) -> bool:
    """Whether the passive leaves open who acts."""
    return clause.passive and clause.verb.child("agent") is None
