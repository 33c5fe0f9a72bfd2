"""“X is Y”, “X is ready to V”, “the aim is to V”."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link, in_condition
from kg.extraction.heads import core_head, governed, is_amount, is_party, noun_heads
from kg.extraction.predicates.base import Kind, Predicate
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = ["colouring", "copula"]

_COMPLEMENTS = frozenset({Link.COMPLEMENT, Link.OBJECT_CONTROL})


_AIMS = words("to_do")


def copula(clause: Clause, lemma: str) -> Predicate:
    """“X is Y”; "X is ready to V", "X is to V": the latter only colour V."""
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
    stance = _stance(clause, attribute, lemma)
    if stance is not None:
        return stance
    if attribute is None:
        direct = [item for item in below if item.infinitive and item.verb.head is verb]
        return _is_to(clause, lemma, direct) if direct else Predicate(Kind.NONE, lemma)
    if core_head(attribute).lemma.lower() in _AIMS:
        direct = [item for item in clause.dependents if item.infinitive and item.verb.i > attribute.i]
        if direct:
            return _aim(clause, core_head(attribute), direct, lemma)
        if attribute.subtree()[-1].lower == "to":
            return Predicate(Kind.NONE, lemma)  # "it is the policy of the Union to:", before a list
    if core_head(attribute).lemma.lower() == "time" and any(subject.lower == "it" for subject in clause.subjects):
        due = [item for item in clause.dependents if item.verb.i > attribute.i and (item.infinitive or item.verb.tag == "VBD")]
        for item in due:
            item.link = Link.COMPLEMENT
        if due:
            return Predicate(Kind.CATENATIVE, lemma, status_class="obliged", rule="it_is_time")
    foolish = attribute.lemma.lower() in words("folly") and any(subject.lower == "it" for subject in clause.subjects)
    if foolish or attribute.lemma.lower() in words("offence"):
        return _offence(clause, lemma, "futile" if foolish else "negated") or Predicate(
            Kind.COPULA, lemma, noun_heads(attribute), rule="copula"
        )
    if is_amount(attribute) or _is_cleft(clause, attribute):
        return Predicate(Kind.NONE, lemma)
    return Predicate(Kind.COPULA, lemma, noun_heads(attribute), rule="copula")


def _is_to(clause: Clause, lemma: str, direct: list[Clause]) -> Predicate:
    """“our aim is to V”, "the council is to V", "it is up to parents to V", "is yet to V"."""
    verb = clause.verb
    for item in direct:
        item.link = Link.COMPLEMENT
    asks = any(child.lower == "how" for child in direct[0].verb.having("advmod"))  # "the question is how to V"
    whose = _in_whose_power(clause) if direct else None
    if whose is not None:
        return whose
    aims = (item for item in clause.subjects if core_head(item).lemma.lower() in _AIMS or item.tag.startswith("JJ") or asks)
    aim = next(aims, None)
    if aim is not None and not direct[0].passive:  # "our aim is to V": whose aim it is, acts
        controller = _owner(core_head(aim))
        return Predicate(Kind.CATENATIVE, lemma, status_class="planned", controller=controller, rule="aim_is_to")
    if any(verb.i < child.i < direct[0].verb.i and child.lower in {"under", "in"} for child in verb.having("prep")):
        for item in direct:
            item.link = Link.PURPOSE
        return Predicate(Kind.NONE, lemma)  # "work is under way to electrify the line"
    if parties := _up_to(verb):
        return Predicate(Kind.CATENATIVE, lemma, status_class="obliged", controller=parties, rule="aim_is_to")
    if any(child.lower == "yet" for child in verb.children):
        return Predicate(Kind.CATENATIVE, lemma, status_class="yet", rule="have_yet_to")
    points = any(item.lower in {"this", "that", "these"} and item.tag == "DT" for item in clause.subjects)
    purpose = points and not direct[0].passive  # "this is to help tenants": what it is for; but "this is to be done by May"
    return Predicate(Kind.CATENATIVE, lemma, status_class="planned" if purpose else "obliged", rule="be_to")


_POWERS = frozenset(
    {"power", "remit", "discretion", "gift", "competence", "jurisdiction", "authority", "mandate", "capacity"}
    | {"nature", "interest", "spirit", "tradition", "dna"}
)


def _in_whose_power(clause: Clause) -> Predicate | None:
    """“it is within the remit of the panel to vary the order”, "it is not in the nature of banks to lend": those may, or would,
    and "it" is nobody."""
    if not any(subject.lower == "it" for subject in clause.subjects):
        return None
    for prep in clause.verb.having("prep"):
        noun = prep.child("pobj")
        if noun is None or noun.lemma.lower() not in _POWERS:
            continue
        name = "negated" if prep.lower in {"outside", "beyond"} else "possible"
        return Predicate(Kind.CATENATIVE, clause.verb.lemma, status_class=name, controller=_owner(noun), rule="aim_is_to")
    return None


_STANCES = {"against": "negated", "about": "inherit"}
_PLACES = {
    "position": "possible",
    "process": "inherit",
    "business": "inherit",
    "charge": "inherit",
    "favour": "planned",
    "favor": "planned",
    "talks": "planned",
    "pressure": "planned",
}  # "is in a position to V", "is in the business of V-ing"


def _stance(clause: Clause, attribute: Token | None, lemma: str) -> Predicate | None:
    """“is against raising the fee”, "is not in favour of raising it", "is in no position to raise it", "is against the fee"."""
    verb = clause.verb
    for item in clause.dependents:
        name = _stance_on(item, verb, attribute)
        if name is not None:
            item.link = Link.COMPLEMENT
            return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="stance")
    for prep in verb.having("prep"):
        favour = prep.child("pobj")
        of = favour.child("prep") if favour is not None and favour.lower in {"favour", "favor"} else None
        if favour is not None and of is not None and of.lower == "of" and of.child("pobj") is not None:
            return Predicate(Kind.STATEMENT, f"{lemma} in {favour.lower} of", governed(of), of, rule="stance")
        unlawful = prep.lower == "against" and favour is not None and favour.lemma.lower() in {"law", "rule"}
        if unlawful and any(subject.lower == "it" for subject in clause.subjects):
            return _offence(clause, lemma, "negated")
        if prep.lower == "against" and favour is not None and prep.i <= verb.i + 3:
            return Predicate(Kind.STATEMENT, f"{lemma} against", governed(prep), prep, rule="stance")
    return None


def _stance_on(item: Clause, verb: Token, attribute: Token | None) -> str | None:
    """What "be" with its phrase does to the infinitive or gerund below it, if anything."""
    prep, noun = item.verb.head, item.noun
    on = next((inner for other in verb.having("prep") if other.lower == "on" for inner in other.having("pobj")), None)
    if item.infinitive and _on_course(item, noun or attribute or on):
        return "planned"
    gerund = item.verb.tag == "VBG" and prep.dep == "prep"
    if gerund and prep.head is verb and prep.lower == "of":  # hung on "is" and not on "favour"
        noun = next((inner for other in verb.having("prep") if other.i < prep.i for inner in other.having("pobj")), None)
    if noun is not None and noun.dep == "pobj" and noun.head.head is verb and (gerund or item.infinitive):
        return _PLACES.get(noun.lower)
    return _STANCES.get(prep.lower) if gerund and prep.head is verb else None


def _on_course(clause: Clause, course: Token | None) -> bool:
    """“is on track to V”."""
    if course is None or course.lower not in {"course", "track", "schedule"} or course.i > clause.verb.i:
        return False
    return course.dep == "pobj" or any(child.lower == "on" for child in course.children)


_BURDENS = frozenset({"onus", "burden", "responsibility", "duty", "obligation", "task", "choice"})


def _up_to(verb: Token) -> list[Token]:
    """“it is up to parents to choose a school”: whose choice it is."""
    up = next((child for child in verb.children if child.lower == "up"), None)
    to = up.child("prep") if up is not None else None
    if any(core_head(subject).lemma.lower() in _BURDENS for subject in verb.having("nsubj")):
        to = next((prep for prep in verb.having("prep") if prep.lower in {"on", "upon", "with"}), None)
        return governed(to) if to is not None else []  # "the onus is on employers to prove it"
    return governed(to) if to is not None and to.lower == "to" else []


def _is_cleft(clause: Clause, attribute: Token) -> bool:
    """“it is low inflation that protects the poor” says only what its relative clause says."""
    relative = attribute.child("relcl")
    indefinite = any(child.lower in {"a", "an"} for child in attribute.having("det"))
    return relative is not None and not indefinite and any(subject.lower == "it" for subject in clause.subjects)


def _offence(clause: Clause, lemma: str, name: str) -> Predicate | None:
    """“it is an offence to sell tobacco”, "it is a mistake to cut aid": nobody is to do it."""
    below = [item for item in clause.dependents if item.infinitive]
    for item in below:
        item.link = Link.COMPLEMENT
    return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="aim_is_to") if below else None


def _aim(clause: Clause, aim: Token, below: list[Clause], lemma: str) -> Predicate:
    """“the aim of the plan is to V”, "it is the duty of managers to V": those whose aim it is act."""
    for item in below:
        item.link = Link.COMPLEMENT
    name = next((name for name, nouns in classes("noun_modality").items() if aim.lemma.lower() in nouns), "planned")
    impersonal = any(subject.lower == "it" for subject in clause.subjects)
    if impersonal:
        return Predicate(Kind.CATENATIVE, lemma, status_class=name, controller=_owner(aim), rule="aim_is_to")
    return Predicate(Kind.CATENATIVE, lemma, status_class=name, rule="be_aim_to")


def _owner(aim: Token) -> list[Token]:
    """Whose aim it is: "our aim", "the aim of the programme", "government policy"."""
    named = (item for item in aim.having("compound") if item.lemma.lower() in words("discourse.actor_noun"))
    owner = aim.child("poss") or next(named, None)
    of = next((child for child in aim.having("prep") if child.lower == "of"), None)
    return [owner] if owner is not None else governed(of) if of is not None else []


def colouring(clause: Clause) -> Predicate | None:
    """“nurses felt unable to report errors”: the adjective only colours the infinitive."""
    adjective = clause.verb.child("acomp")
    predicate = _adjective(clause, adjective) if adjective is not None else None
    return predicate if predicate is not None and predicate.kind is Kind.CATENATIVE else None


def _adjective(clause: Clause, adjective: Token) -> Predicate:
    """“be ready to V”, "be responsible for V-ing", "be responsible for X"."""
    lemma = adjective.lower
    name = next((name for name, lemmas in classes("catenative_adjective").items() if lemma in lemmas), None)
    below = [
        item
        for item in clause.dependents
        if item.verb.head is adjective
        or item.verb.head.head is adjective
        or _said_again(item.verb.head, adjective)
        or (item.verb.head.dep == "prep" and item.verb.head.head is clause.verb and item.verb.head.i == adjective.i + 1)
        or (item.verb.head is clause.verb and item.infinitive)
    ]
    below = [item for item in below if item.verb.i > adjective.i and (item.infinitive or item.verb.tag == "VBG")]
    feels = lemma in words("feeling_that") and any(
        item.marker == "that" for item in clause.dependents if item.link is Link.CLAUSAL
    )
    if feels and not any(subject.lower == "it" for subject in clause.subjects):
        return Predicate(Kind.ATTRIBUTION, f"be {lemma}", rule="attribution")  # "is concerned that fees are high"
    if name in {"futile", "mooted"} and not any(subject.lower == "it" for subject in clause.subjects):
        name = None  # "the law is hard to enforce"
    if name == "futile" and clause.verb.tag == "VBD" and lemma not in _BEYOND:
        name = "inherit"  # "it was wrong to cut aid": it was cut
    if name == "obliged" and not any(item.infinitive for item in below) and lemma != "liable":
        name = "inherit"  # "good records are essential to providing care"
    if lemma not in {"responsible", "accountable"}:
        below = [item for item in below if item.marker != "for" or item.subjects]  # "unlawful for anybody to V"
    too = any(child.lower == "too" or child.lower in words("short_of") for child in adjective.children)
    if name is None and any(item.marker == "in" for item in below):
        name = "inherit"  # "has not been effective in reducing waste"
    if name is None and any(child.lower == "enough" for child in adjective.children):
        name = "possible"  # "is not large enough to cover X"
    if below and (name is not None or too):
        for item in below:
            item.link = Link.COMPLEMENT
        class_name = "negated" if too else name
        if any(_said_again(item.verb.head, adjective) for item in below):  # "responsible for the fleet and for training pilots"
            return _to_what(clause, adjective, class_name) or Predicate(Kind.CATENATIVE, f"be {lemma}", status_class=class_name)
        return Predicate(Kind.CATENATIVE, f"be {lemma}", status_class=class_name, rule="catenative_adjective")
    to_what = _to_what(clause, adjective)
    if to_what is not None:
        return to_what
    said = _of_law(clause, adjective) or ([] if below else _of_a_concept(clause, adjective))
    if said:
        return Predicate(Kind.COPULA, clause.verb.lemma.lower(), said, rule="copula")
    return Predicate(Kind.NONE, f"be {lemma}")


_TOWARDS = frozenset(
    {"responsible", "accountable", "subject", "entitled", "eligible", "committed", "dedicated", "essential", "crucial"}
    | {"vital", "critical", "central", "open", "liable", "exempt"}
)


def _to_what(clause: Clause, adjective: Token, status_class: str | None = None) -> Predicate | None:
    """“be responsible for X”, "remain open to Y"."""
    if adjective.lower not in _TOWARDS:
        return None
    for prep in [*adjective.having("prep"), *clause.verb.having("prep")]:
        if prep.child("pobj") is not None and prep.lower in {"for", "to", "from"}:
            full = f"{clause.verb.lemma.lower()} {adjective.lower} {prep.lower}"
            return Predicate(Kind.STATEMENT, full, governed(prep), prep, status_class=status_class, rule="adjective")
    return None


def _said_again(prep: Token, adjective: Token) -> bool:
    """“responsible for training staff, for checking records”: the same preposition once more, hung on the verb."""
    first = next((item for item in adjective.having("prep") if item.lower == prep.lower and item.i < prep.i), None)
    return first is not None and (prep.head is first or (prep.dep == "prep" and prep.head is adjective.head))


def _of_law(clause: Clause, adjective: Token) -> list[Token]:
    """“dignity shall be inviolable”, "membership is voluntary": the adjectives that say what something is in law."""
    expletive = not clause.subjects or any(subject.lower in {"it", "this", "that", "there"} for subject in clause.subjects)
    in_passing = clause.link is Link.RELATIVE and _describes(clause)
    if expletive or in_passing or clause.verb.opening.tag == "VBD":
        return []
    found = [item for item in adjective.conjuncts() if item.lower in words("of_law") and not _otherwise_free(clause, item)]
    return [item for item in found if item.lower != "null" or len(found) == 1]


_SAID = frozenset({Link.MAIN, Link.CONJUNCT, Link.CLAUSAL})


def _of_a_concept(clause: Clause, adjective: Token) -> list[Token]:
    """“inflation remains high”, "the market system is not complete": how things stand; not how somebody feels."""
    subjects = [head for subject in clause.subjects for head in noun_heads(subject)]
    concepts = bool(subjects) and all(item.tag in {"NN", "NNS"} and not is_party(item) for item in subjects)
    if not concepts or clause.link not in _SAID or in_condition(clause.first) or adjective.lower in words("of_the_moment"):
        return []
    return [item for item in adjective.conjuncts() if item.tag in {"JJ", "JJR"} and not _otherwise_free(clause, item)]


def _describes(clause: Clause) -> bool:
    """“the ombudsman, who is independent”: said in passing; not "whose decision shall be final"."""
    return not any(child.tag == "WP$" for subject in clause.subjects for child in subject.children)


def _otherwise_free(clause: Clause, adjective: Token) -> bool:
    """“free from ice”, "the minister is free": another sense than that of "education shall be free"."""
    if adjective.lower != "free":
        return False
    return any(prep.lower in {"from", "of", "to"} for prep in adjective.having("prep")) or any(map(is_party, clause.subjects))


_BEYOND = frozenset({"impossible", "unthinkable", "inconceivable", "unrealistic", "unfeasible"})


def _complements(clause: Clause) -> list[Clause]:
    return [below for below in clause.dependents if below.link in _COMPLEMENTS]
