"""What a clause's verb says: a statement of its own, or only colour or attribution for what it governs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from kg.extraction.clauses import Clause, Link, catenative_class, verb_lemma
from kg.extraction.concepts import core_head, governed, is_amount, noun_heads
from kg.extraction.tree import Token
from kg.extraction.words import classes, phrases, words

__all__ = ["Kind", "Predicate", "read_predicate"]


class Kind(StrEnum):
    """What becomes of a predicate."""

    STATEMENT = "statement"
    CATENATIVE = "catenative"  # hands its subject and status on to its complement
    ATTRIBUTION = "attribution"  # says whose words its complement is
    COPULA = "copula"
    NONE = "none"  # nothing that it acts on


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb read with its frame.

    ``status_class`` is what it does to the status of its complement (a class of ``[catenative]``), ``controller`` the tokens that
    are the understood subject of that complement where these are not its own subject.
    """

    kind: Kind
    lemma: str
    objects: list[Token] = field(default_factory=list)
    preposition: Token | None = None  # the preposition that the verb or light verb's noun takes
    noun: Token | None = None  # the light verb's noun
    status_class: str | None = None
    controller: list[Token] = field(default_factory=list)
    rule: str = ""

    @property
    def hands_on(self) -> bool:
        """Whether its complement inherits its actor and takes its status class."""
        return self.kind is Kind.CATENATIVE or bool(self.controller)


IsPrepositional = Callable[[str], bool]

_COMPLEMENTS = frozenset({Link.COMPLEMENT, Link.OBJECT_CONTROL})
_OBJECT_PREPOSITIONS = frozenset(
    {"to", "on", "upon", "with", "into", "for", "from", "of", "against", "toward", "towards", "about", "over"}
)


def read_predicate(clause: Clause, in_lexicon: IsPrepositional) -> Predicate:
    """The reading of ``clause``; ``in_lexicon(verb)`` tells whether the relation lexicon lists a verb, particle and all."""
    verb = clause.verb
    lemma = verb_lemma(verb)
    if lemma == "be" or (lemma in {"remain", "become", "stand", "stay", "prove"} and verb.child("attr", "acomp")):
        return _copula(clause, lemma)
    for reading in (_attribution, _describing, _control, _catenative, _light, _stative, _small_clause):
        predicate = reading(clause, lemma)
        if predicate is not None:
            return predicate
    predicate = _ordinary(clause, lemma, in_lexicon)
    if " ".join([predicate.lemma, *(token.lower for token in predicate.objects[:1])]) in phrases("happening"):
        return Predicate(Kind.NONE, lemma, rule="happening")
    for item in clause.dependents:
        if item.link is Link.COMPLEMENT and item.infinitive:
            item.link = Link.PURPOSE
        elif item.link is Link.FOR_GERUND and lemma in words("reason"):
            item.link = Link.NOMINAL
        elif item.link is Link.COMPLEMENT and predicate.objects and item.marker:
            _gerund_after_object(clause, item, predicate, lemma)
    return predicate


def _gerund_after_object(clause: Clause, item: Clause, predicate: Predicate, lemma: str) -> None:
    """ "prevent shortages from endangering patients" names one act; "involve employers in shaping X" gives employers a task."""
    if item.marker == "from":
        item.link = Link.NOMINAL
    elif item.marker in {"in", "into"} and lemma in {
        "involve",
        "engage",
        "support",
        "assist",
        "help",
        "aid",
        "guide",
        "train",
        "include",
    }:
        item.link = Link.OBJECT_CONTROL
        predicate.controller = predicate.objects


def _complements(clause: Clause) -> list[Clause]:
    return [below for below in clause.dependents if below.link in _COMPLEMENTS]


def _attribution(clause: Clause, lemma: str) -> Predicate | None:
    """ "X said that …": says whose words its complement is."""
    if lemma not in words("attribution"):
        return None
    verb = clause.verb
    if any(below.link is Link.CLAUSAL and below.verb.head is verb for below in clause.dependents) or (
        verb.dep == "parataxis" and lemma in words("speech")
    ):
        return Predicate(Kind.ATTRIBUTION, lemma, rule="attribution")
    return None


def _describing(clause: Clause, lemma: str) -> Predicate | None:
    """ "called the deal a turning point": says what somebody thinks of it."""
    if lemma not in words("describing"):
        return None
    if _prep(clause.verb, "for", "on", "upon") is not None and lemma == "call":
        return None
    return Predicate(Kind.ATTRIBUTION, lemma, rule="describing")


def _small_clause(clause: Clause, lemma: str) -> Predicate | None:
    """ "make the results available", "keep drinking water safe": the adjective belongs to the verb, its subject is the object."""
    verb = clause.verb
    if lemma not in {"make", "keep", "render", "leave", "hold", "declare", "consider", "deem", "set"}:
        return None
    for child in verb.children:
        if child.dep in {"ccomp", "xcomp", "oprd", "acomp"} and not child.is_verb and child.i > verb.i:
            subject = child.child("nsubj") or verb.child("dobj")
            if subject is not None and subject.tag not in {"WDT", "WP"}:
                full = f"{lemma} {child.lower}" if child.tag.startswith("JJ") else lemma
                return Predicate(Kind.STATEMENT, full, noun_heads(subject), rule="small_clause")
    return None


def _control(clause: Clause, lemma: str) -> Predicate | None:
    """ "X asks Y to V": Y is the actor of V."""
    verb = clause.verb
    name = next(
        (
            name
            for name, lemmas in classes("object_control").items()
            if (name != "bare"
            and lemma in lemmas)
            or (f"{lemma} on" in lemmas
            and _prep(verb, "on", "upon"))
            or (f"{lemma} to" in lemmas
            and _prep(verb, "to"))
        ),
        None,
    )
    if name is None:
        return None
    below = [
        item
        for item in clause.dependents
        if (item.link in _COMPLEMENTS or item.link is Link.PURPOSE or item.link is Link.CLAUSAL)
        and item.verb.i > verb.i
        and (item.infinitive or item.verb.tag == "VB" or item.link in _COMPLEMENTS)
    ]
    if not below:
        return None
    if lemma in words("object_control.bare") and (below[0].infinitive or below[0].verb.tag not in {"VB", "VBP"}):
        return None
    controlled = _controlled(clause)
    own = below[0].subjects
    if not controlled and not own:
        return None
    if name == "purpose" and not any(_can_act(token) for token in controlled):
        return None
    if name in {"inherit", "purpose"} and not own and below[0].verb.head is not verb and below[0].noun not in controlled:
        return None
    if below[0].noun is not None and below[0].noun not in controlled:
        return None
    below = below[:1]
    for item in below:
        if item.link is not Link.CLAUSAL or not item.finite or item.verb.lower == item.verb.lemma.lower():
            item.link = Link.OBJECT_CONTROL
    kind = Kind.STATEMENT if name == "purpose" else Kind.CATENATIVE
    objects = controlled if name == "purpose" else []
    return Predicate(kind, lemma, objects, status_class=name, controller=controlled or own, rule="object_control")


def _can_act(token: Token) -> bool:
    """Whether a noun names somebody who acts: not "mobilise 100 billion euros to support X"."""
    if is_amount(core_head(token)):
        return False
    core = core_head(token)
    return (
        core.tag in {"NNP", "NNPS", "PRP"}
        or core.lemma.lower() in words("discourse.actor_noun")
        or core.lower.endswith(("ers", "ors", "ists", "men", "women", "people", "children", "ants", "ees", "staff"))
    )


def _controlled(clause: Clause) -> list[Token]:
    """Whom an object-control verb moves: its object, its passive subject, or what "on"/"to" governs."""
    verb = clause.verb
    if clause.passive:
        return [head for subject in clause.subjects for head in noun_heads(subject)]
    target = verb.child("dobj", "dative")
    if target is None:
        prep = _prep(verb, "on", "upon", "to")
        target = prep.child("pobj") if prep else None
    return noun_heads(target) if target is not None else []


def _prep(token: Token, *lowers: str) -> Token | None:
    return next((child for child in token.children if child.dep in {"prep", "dative"} and child.lower in lowers), None)


def _catenative(clause: Clause, lemma: str) -> Predicate | None:
    """ "continue to V", "be committed to V-ing", "step up efforts to V": only V says what is done."""
    verb = clause.verb
    target = verb.child("dobj", "nsubjpass") if clause.passive else verb.child("dobj")
    if (
        target is not None
        and any(target.lemma.lower() in nouns for nouns in classes("noun_modality").values())
        and lemma in {"have", "bear", "hold", "retain", "enjoy", "possess", "exercise"}
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
            name = next(name for name, nouns in classes("noun_modality").items() if target.lemma.lower() in nouns)
            return Predicate(Kind.CATENATIVE, f"{lemma} {target.lower}", status_class=name, noun=target, rule="noun_modality")
    if (
        target is not None
        and lemma in words("catenative_noun.verbs")
        and core_head(target).lemma.lower() in words("catenative_noun.words")
    ):
        noun = core_head(target)
        below = [item for item in clause.dependents if item.verb.i > noun.i and _hands_on_from_noun(item, noun, verb)]
        if below:
            for item in below:
                item.link = Link.COMPLEMENT
            return Predicate(Kind.CATENATIVE, lemma, status_class="inherit", noun=noun, rule="catenative_noun")
    name = catenative_class(lemma)
    if (
        clause.link is Link.RELATIVE
        and lemma in {"need", "require", "use"}
        and not any(subject.tag in {"WDT", "WP"} for subject in clause.subjects)
    ):
        return None  # "the tools that they need to keep water safe": the infinitive is what the tools are for
    below = [item for item in clause.dependents if item.verb.head is verb or item.verb.head.head is verb]
    direct = [item for item in below if item.link in _COMPLEMENTS]
    if target is not None and not clause.passive:
        return None
    if not direct and name is not None and not clause.passive and not verb.child("dobj"):
        direct = [item for item in below if item.link is Link.PURPOSE and item.verb.i > verb.i and item.verb.i - verb.i <= 6]
    if lemma == "have" or lemma == "be":
        if any(child.lower == "yet" for child in verb.children) and direct:
            for item in direct:
                item.link = Link.COMPLEMENT
            return Predicate(Kind.CATENATIVE, lemma, status_class="yet", rule="have_yet_to")
    if not direct:
        return None
    by_preposition = any(item.marker for item in direct)
    if name is None and (clause.passive or not by_preposition):
        return None
    for item in direct:
        item.link = Link.COMPLEMENT
    return Predicate(Kind.CATENATIVE, lemma, status_class=name or "inherit", rule="catenative")


def _hands_on_from_noun(item: Clause, noun: Token, verb: Token) -> bool:
    if item.link is Link.PURPOSE:
        return item.noun is noun or item.verb.head is verb
    return (
        item.link is Link.COMPLEMENT
        and item.marker in {"to", "in", "at", "of", "toward", "towards"}
        and item.verb.head.head in {noun, verb}
    )


def _light(clause: Clause, lemma: str) -> Predicate | None:
    """ "make breakthroughs in X", "give priority to X": verb and noun together act on X."""
    verb = clause.verb
    nouns = classes("light").get(lemma)
    target = verb.child("nsubjpass") if clause.passive else verb.child("dobj")
    if nouns is None or target is None or target.lemma.lower() not in nouns:
        return None
    noun = target.lemma.lower()
    for prep in [*target.having("prep", "dative"), *(child for child in verb.having("prep", "dative") if child.i > verb.i)]:
        inner = prep.child("pobj")
        if inner is not None and prep.lower in {
            "in",
            "to",
            "on",
            "with",
            "of",
            "for",
            "over",
            "against",
            "towards",
            "toward",
            "into",
            "upon",
        }:
            return Predicate(Kind.STATEMENT, f"{lemma} {noun} {prep.lower}", governed(prep), prep, target, rule="light_verb")
        if prep.child("pcomp") is not None and prep.lower in {"in", "to", "of", "for", "on"}:
            below = [item for item in clause.dependents if item.verb.head is prep]
            for item in below:
                item.link = Link.COMPLEMENT
            if below:
                return Predicate(
                    Kind.CATENATIVE, f"{lemma} {noun} {prep.lower}", status_class="inherit", noun=target, rule="light_verb"
                )
    dative = verb.child("dative")
    if dative is not None and dative.is_noun:
        return Predicate(Kind.STATEMENT, f"{lemma} {noun} to", noun_heads(dative), None, target, rule="light_verb")
    return None


_STATIVE = {
    "commit": "to",
    "dedicate": "to",
    "devote": "to",
    "concern": "about",
    "base": "on",
    "align": "with",
    "involve": "in",
    "engage": "in",
    "entitle": "to",
    "bind": "by",
    "accompany": "by",
}  # participle → preposition: "be committed to X" is said of its subject, not done to it


def _stative(clause: Clause, lemma: str) -> Predicate | None:
    """ "be committed to multilateralism": the subject is the actor."""
    preposition = _STATIVE.get(lemma)
    if not clause.passive or preposition is None or not clause.verb.child("auxpass"):
        return None
    prep = _prep(clause.verb, preposition)
    inner = prep.child("pobj") if prep else None
    if inner is None or lemma not in {"commit", "dedicate", "entitle", "engage", "involve"}:
        return None
    clause.passive = False
    return Predicate(Kind.STATEMENT, f"{lemma} {preposition}", governed(prep), prep, rule="stative")


_AIMS = frozenset(
    {
        "aim",
        "goal",
        "objective",
        "purpose",
        "task",
        "intention",
        "ambition",
        "plan",
        "mission",
        "priority",
        "target",
        "challenge",
        "policy",
        "responsibility",
        "duty",
        "obligation",
        "role",
        "job",
    }
)


def _copula(clause: Clause, lemma: str) -> Predicate:
    """ "X is Y"; "X is ready to V", "X is to V": the latter only colour V."""
    verb = clause.verb
    adjective = verb.child("acomp", "oprd")
    below = _complements(clause) + [item for item in clause.dependents if item.link is Link.PURPOSE and item.verb.i > verb.i]
    if any(subject.tag == "EX" or subject.lower == "there" for subject in verb.having("expl", "nsubj")):
        return Predicate(
            Kind.NONE, lemma, [head for token in verb.having("attr") for head in noun_heads(token)], rule="existential"
        )
    if adjective is not None:
        return _adjective(clause, adjective)
    attribute = verb.child("attr")
    if attribute is None:
        direct = [item for item in below if item.infinitive and item.verb.head is verb]
        if direct:
            for item in direct:
                item.link = Link.COMPLEMENT
            aim = next(
                (item for item in clause.subjects if core_head(item).lemma.lower() in _AIMS or item.tag.startswith("JJ")), None
            )
            if aim is not None:  # "our aim is to V": whose aim it is, acts
                controller = _owner(core_head(aim))
                return Predicate(Kind.CATENATIVE, lemma, status_class="planned", controller=controller, rule="aim_is_to")
            return Predicate(Kind.CATENATIVE, lemma, status_class="obliged", rule="be_to")
        return Predicate(Kind.NONE, lemma)
    if core_head(attribute).lemma.lower() in _AIMS:
        direct = [item for item in clause.dependents if item.infinitive and item.verb.i > attribute.i]
        if direct:
            return _aim(clause, core_head(attribute), direct, lemma)
    if is_amount(attribute):
        return Predicate(Kind.NONE, lemma)
    return Predicate(Kind.COPULA, lemma, noun_heads(attribute), rule="copula")


def _aim(clause: Clause, aim: Token, below: list[Clause], lemma: str) -> Predicate:
    """ "the aim of the plan is to V", "it is the duty of managers to V": those whose aim it is act."""
    for item in below:
        item.link = Link.COMPLEMENT
    name = next((name for name, nouns in classes("noun_modality").items() if aim.lemma.lower() in nouns), "planned")
    impersonal = any(subject.lower == "it" for subject in clause.subjects)
    if impersonal:
        return Predicate(Kind.CATENATIVE, lemma, status_class=name, controller=_owner(aim), rule="aim_is_to")
    return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="be_aim_to")


def _owner(aim: Token) -> list[Token]:
    """Whose aim it is: "our aim", "the aim of the programme"."""
    owner = aim.child("poss")
    of = next((child for child in aim.having("prep") if child.lower == "of"), None)
    return [owner] if owner is not None else governed(of) if of is not None else []


def _adjective(clause: Clause, adjective: Token) -> Predicate:
    """ "be ready to V", "be responsible for V-ing", "be responsible for X"."""
    lemma = adjective.lower
    name = next((name for name, lemmas in classes("catenative_adjective").items() if lemma in lemmas), None)
    below = [
        item
        for item in clause.dependents
        if item.verb.head is adjective
        or item.verb.head.head is adjective
        or (item.verb.head is clause.verb and item.infinitive)
    ]
    below = [item for item in below if item.verb.i > adjective.i and (item.infinitive or item.verb.tag == "VBG")]
    if lemma not in {"responsible", "accountable"}:
        below = [item for item in below if item.marker != "for"]
    too = any(child.lower == "too" for child in adjective.children)
    if below and (name is not None or too):
        for item in below:
            item.link = Link.COMPLEMENT
        return Predicate(Kind.CATENATIVE, f"be {lemma}", status_class="negated" if too else name, rule="catenative_adjective")
    for prep in [*adjective.having("prep"), *clause.verb.having("prep")]:
        inner = prep.child("pobj")
        if (
            inner is not None
            and lemma
            in {
                "responsible",
                "accountable",
                "subject",
                "entitled",
                "eligible",
                "committed",
                "dedicated",
                "essential",
                "crucial",
                "vital",
                "critical",
                "central",
                "open",
                "liable",
                "exempt",
            }
            and prep.lower in {"for", "to", "from"}
        ):
            return Predicate(Kind.STATEMENT, f"be {lemma} {prep.lower}", governed(prep), prep, rule="adjective")
    return Predicate(Kind.NONE, f"be {lemma}")


def _ordinary(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate:
    """A verb with its object: direct, passive, prepositional or the noun that a relative clause hangs on."""
    verb = clause.verb
    if clause.passive:
        patients = _patients(clause)
        if lemma == "subject" or (patients and all(_is_anybody(token) for token in patients)):
            matter = _matter(clause, lemma)
            if matter is not None:
                return matter
        return Predicate(Kind.STATEMENT, lemma, patients, rule="passive")
    target = verb.child("dobj", "attr")
    gap = clause.link is Link.RELATIVE and clause.noun is not None
    if target is not None:  # "focuses on two sectors: energy and tech": what follows the colon is no object of its own
        listed = [
            child
            for child in verb.having("prep")
            if verb.i < child.i < target.i and child.child("pobj") and in_lexicon(f"{lemma} {child.lower}")
        ]
        if listed and not is_amount(core_head(target)):
            return Predicate(
                Kind.STATEMENT, f"{lemma} {listed[0].lower}", governed(listed[0]), listed[0], rule="prepositional_verb"
            )
    if target is not None and is_amount(core_head(target)):
        spent = _spent_on(verb, core_head(target), lemma)
        if spent is not None:
            return spent
    if target is not None and not (gap and (target.tag in {"WDT", "WP"} or target.lower == "that")):
        return Predicate(Kind.STATEMENT, lemma, noun_heads(target), rule="")
    if target is not None and clause.noun is not None:
        return Predicate(Kind.STATEMENT, lemma, [clause.noun], rule="relative_object")
    prepositional = _prepositional(clause, lemma, in_lexicon)
    if prepositional is not None:
        return prepositional
    if (
        gap
        and clause.noun is not None
        and clause.subjects
        and all(subject.tag not in {"WDT", "WP"} for subject in clause.subjects)
        and not _stranded(verb)
    ):
        return Predicate(Kind.STATEMENT, lemma, [clause.noun], rule="relative_object")
    stranded = _relative_preposition(clause, lemma)
    if stranded is not None:
        return stranded
    shared = _shared_objects(clause)
    return Predicate(Kind.STATEMENT if shared else Kind.NONE, lemma, shared, rule="shared_object" if shared else "")


def _is_anybody(token: Token) -> bool:
    return token.lower in {"one", "nobody", "anyone", "anybody", "everyone", "everybody", "person", "persons", "none"}


def _matter(clause: Clause, lemma: str) -> Predicate | None:
    """ "no one shall be subjected to torture", "held in slavery": what is done to anybody is the matter, not to whom."""
    preps = [
        child
        for child in clause.verb.having("prep")
        if child.i > clause.verb.i
        and child.child("pobj")
        and child.lower in {"to", "of", "in", "from", "with", "against", "for"}
    ]
    if not preps:
        return None
    objects = [head for prep in preps if prep.lower == preps[0].lower for head in governed(prep)]
    return Predicate(Kind.STATEMENT, f"{lemma} {preps[0].lower}", objects, preps[0], rule="passive")


def _spent_on(verb: Token, amount: Token, lemma: str) -> Predicate | None:
    """ "invested 6.2 trillion yuan in research": the object is what the money goes to."""
    for prep in [*amount.having("prep"), *verb.having("prep")]:
        inner = prep.child("pobj")
        if inner is None or prep.i < amount.i or prep.lower not in {"on", "in", "for", "into", "to", "towards", "toward"}:
            continue
        if inner.lemma.lower() in words("preposition.time_heads") or is_amount(inner) or inner.tag == "CD":
            continue
        if prep.lower in {"in", "to"} and lemma not in words("spending"):
            continue
        return Predicate(Kind.STATEMENT, f"{lemma} {prep.lower}", governed(prep), prep, rule="spending")
    return None


def _relative_preposition(clause: Clause, lemma: str) -> Predicate | None:
    """ "the land on which it depends": the noun before is what the preposition governs."""
    if clause.link is not Link.RELATIVE or clause.noun is None:
        return None
    for prep in clause.verb.having("prep"):
        if prep.lower in _OBJECT_PREPOSITIONS and any(child.tag in {"WDT", "WP"} for child in prep.children):
            return Predicate(Kind.STATEMENT, f"{lemma} {prep.lower}", noun_heads(clause.noun), prep, rule="relative_object")
    return None


def _stranded(verb: Token) -> bool:
    """Whether a relative word is governed by a preposition or is an adverb: "on which", "where"."""
    return any(
        child.tag in {"WRB"} or (child.dep == "prep" and any(inner.tag in {"WDT", "WP"} for inner in child.children))
        for child in verb.children
    )


def _patients(clause: Clause) -> list[Token]:
    subjects = clause.subjects
    if subjects:
        if subjects[0].tag in {"WDT", "WP"} and clause.noun is not None:
            return [clause.noun]
        return [head for subject in subjects for head in noun_heads(subject)]
    if clause.noun is not None and clause.link is not Link.COMPLEMENT:
        return [clause.noun]
    if clause.link is Link.CONJUNCT and clause.governor is not None:
        return _patients(clause.governor) if clause.governor.passive else []
    if (
        clause.link in {Link.COMPLEMENT, Link.PARTICIPLE, Link.ADVERBIAL, Link.CONDITION, Link.WITHOUT, Link.MEANS}
        and clause.governor is not None
    ):
        above = clause.governor
        return [head for subject in above.subjects for head in noun_heads(subject)]
    return []


def _prepositional(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate | None:
    """ "invest in X", "contribute to X": the first preposition that the lexicon lists with the verb, else one that takes objects."""
    verb = clause.verb
    preps = [child for child in verb.children if child.dep in {"prep", "dative"} and child.i > verb.i and child.child("pobj")]
    for listed in (True, False):
        for prep in preps:
            full = f"{lemma} {prep.lower}"
            if not _is_amount(prep.child("pobj")) and in_lexicon(full) if listed else _takes_object(prep, verb):
                objects = [head for item in preps if item.lower == prep.lower for head in governed(item)]
                return Predicate(Kind.STATEMENT, full, objects, prep, rule="prepositional_verb")
    return None


def _is_amount(token: Token | None) -> bool:
    """Whether what a preposition governs is a bare amount: "to 94 percent"."""
    return token is not None and (
        is_amount(core_head(token)) or token.lower in {"percentage", "million", "billion", "trillion"}
    )


def _takes_object(prep: Token, verb: Token) -> bool:
    inner = prep.child("pobj")
    if inner is not None and _is_amount(inner):
        return False
    if inner is None or prep.lower not in _OBJECT_PREPOSITIONS or prep.i - verb.i > 2:
        return False
    return inner.lemma.lower() not in words("preposition.time_heads") and inner.tag != "CD" and inner.text != "%"


def _shared_objects(clause: Clause) -> list[Token]:
    """The object of a conjunct that is said of this verb too: "foster and develop X"."""
    verb = clause.verb
    if any(child.dep in {"prep", "prt", "advmod"} and child.i > verb.i and child.child("pobj") for child in verb.children):
        return []
    following = [item for item in verb.children if item.dep == "conj" and item.is_verb and item.i > verb.i]
    above = clause.governor
    if clause.link is Link.CONJUNCT and above is not None and not clause.subjects:
        target = above.verb.child("dobj")
        if target is not None and target.i > verb.i:
            return noun_heads(target)
    for item in following:
        if item.i - verb.i <= 6 and not item.having("nsubj", "nsubjpass"):
            target = item.child("dobj")
            if target is not None:
                return noun_heads(target)
            deeper = [child for child in item.children if child.dep == "conj" and child.is_verb]
            for child in deeper:
                target = child.child("dobj")
                if target is not None and child.i - item.i <= 3:
                    return noun_heads(target)
    return []
