"""The object of an ordinary verb: direct, passive, prepositional, relative, shared."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import core_head, governed, is_amount, is_share, noun_heads
from kg.extraction.negation import is_negated
from kg.extraction.predicates.base import Kind, Predicate
from kg.extraction.predicates.light import said_to_be, with_bare_noun
from kg.extraction.predicates.prepositional import IsPrepositional, by_preposition, prepositional
from kg.extraction.predicates.shared import OBJECT_PREPOSITIONS, governed_next, shared_objects
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["ordinary"]


def ordinary(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate:
    """A verb with its object: direct, passive, prepositional or the noun that a relative clause hangs on."""
    if clause.passive:
        return _passive(clause, lemma, in_lexicon)
    verb = clause.verb
    target = verb.child("dobj", "attr")
    lasted = target is not None and target.tag == "NNS" and target.lemma.lower() in words("preposition.time_heads")
    if target is None or (lasted and lemma in {"wait", "last", "work", "serve", "stay", "live", "take"}):
        return _without_object(clause, lemma, in_lexicon)
    if clause.link is Link.REDUCED and lemma == "exceed" and is_share(target):
        return Predicate(Kind.NONE, lemma)  # "a fine not exceeding 6% of turnover"
    if target.tag == "VBG" and target.child("dobj") is None:
        for item in clause.dependents:
            if item.verb is target:
                item.link = Link.NOMINAL  # "subsidise fishing for cod": the gerund is a noun
    if target.lower in words("pronoun.reflexive"):
        others = noun_heads(target)[1:]
        if others:  # "register themselves and their systems"
            return Predicate(Kind.STATEMENT, lemma, others)
        return prepositional(clause, lemma, in_lexicon) or Predicate(Kind.NONE, lemma, rule="reflexive")
    # "focuses on two sectors: energy and tech": what follows the colon is no object; but "imposes on carriers a duty"
    opens = target.subtree()[0].i - 1
    listed = [
        child
        for child in verb.having("prep")
        if verb.i < child.i < target.i and child.child("pobj") and in_lexicon(f"{lemma} {child.lower}")
        if child.subtree()[-1].i < opens or child.subtree()[-1].text in {",", ":"}
    ]
    if listed and not is_amount(core_head(target)):
        return by_preposition(f"{lemma} {listed[0].lower}", listed[0])
    lemma = with_bare_noun(verb, lemma)
    if is_amount(core_head(target)) or target.lower in {"more", "less", "much"} or _is_money(target, lemma):
        spent = _spent_on(verb, core_head(target), lemma)
        if spent is not None and not is_negated(clause):  # "no senior pays more than $35 for insulin": each pays
            return spent
    noun = clause.first.noun if clause.first.link is Link.RELATIVE else None
    if target.i < verb.i and noun is None and (target.tag in {"WDT", "WP"} or target.lower == "that"):
        behind = any(item.subtree()[0].i == verb.i + 1 for item in verb.having("dobj"))
        noun = _relative_above(clause) if not behind else None  # "wards which it plans to close"
    if noun is not None and target.tag == "WDT" and lemma in _TELLING:
        return Predicate(Kind.NONE, lemma, rule="telling")  # "the levy, which the court ruled was illegal"
    if noun is not None and (target.tag in {"WDT", "WP"} or (target.lower == "that" and clause.link is not Link.CLAUSAL)):
        return Predicate(Kind.STATEMENT, lemma, _all_of(noun, verb), rule="relative_object")
    further = [item for item in verb.having("dobj") if item.i > target.i and _continues(verb, target, item)]
    heads = [head for item in (target, *further) for head in noun_heads(item)]
    return Predicate(Kind.STATEMENT, lemma, list(dict.fromkeys(heads)))


def _passive(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate:
    """“X was done”: what it was done to is the object."""
    patients = _patients(clause)
    lemma = said_to_be(clause, with_bare_noun(clause.verb, lemma))
    stranded = _left_alone(clause.verb)
    pointing = clause.link is Link.RELATIVE or lemma in words("referring")
    if stranded is not None and not pointing and in_lexicon(f"{lemma} {stranded.lower}"):
        lemma = f"{lemma} {stranded.lower}"  # "paid for by a levy"
    impersonal = any(below.link is Link.CLAUSAL and below.marker == "that" for below in clause.dependents)
    known = impersonal or lemma in words("attribution") or lemma in _RESOLVING
    if lemma in {"recommend", "suggest", "advise", "indicate"} and not impersonal and clause.link is Link.CONJUNCT:
        known = any(item.infinitive for item in clause.dependents)  # "the drug causes nausea, and it is not recommended"
    if lemma in words("feeling") and any(prep.lower in {"about", "at"} for prep in clause.verb.having("prep")):
        return Predicate(Kind.NONE, lemma, rule="feeling")  # "was “deeply concerned” about the events"
    if known and any(token.lower == "it" for token in patients):
        return Predicate(Kind.NONE, lemma, rule="impersonal")
    if lemma == "subject" or (lemma in {"deprive", "hold", "strip"} and patients and all(map(_is_anybody, patients))):
        matter = _matter(clause, lemma)
        if matter is not None:
            return matter
    if lemma in words("spending") and len(patients) == 1 and is_amount(core_head(patients[0])):
        spent = _spent_on(clause.verb, core_head(patients[0]), lemma)
        if spent is not None:
            return spent
    if clause.link is Link.RELATIVE and clause.noun is not None and lemma in _GIVEN and _has_gap(clause):
        return Predicate(Kind.STATEMENT, lemma, _all_of(clause.noun, clause.verb), rule="relative_object")
    reduced = clause.link is Link.REDUCED and (lemma in words("giving") or lemma == "owe")  # "firms awarded contracts"
    listed = clause.verb.child("auxpass") is not None or clause.link is Link.CONJUNCT  # "are found, offered a room and moved"
    given = clause.verb.child("dobj") if reduced or (lemma in _GIVING and listed) else None
    if (
        given is not None
        and given.is_noun
        and given.i > clause.verb.i
        and given.lower != "pursuant"
        and not is_amount(core_head(given))
    ):
        return Predicate(Kind.STATEMENT, lemma, noun_heads(given), rule="passive")  # "patients shall be offered a debrief"
    return Predicate(Kind.STATEMENT, lemma, patients, rule="passive")


_GIVING = words("giving") | {"charge", "issue", "refuse", "provide", "supply", "furnish"}  # … in the passive only
_TELLING = frozenset({"rule", "say", "argue", "contend", "insist", "believe", "think", "warn", "hope"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "charge", "blame", "praise", "criticise", "criticize"})
_GIVEN = words("giving") | {"promise", "owe"}  # "the support they were promised"


def _without_object(clause: Clause, lemma: str, in_lexicon: IsPrepositional) -> Predicate:
    """A verb whose object is behind a preposition, before it as a relative's noun, or shared with another verb."""
    verb = clause.verb
    relative = clause.first if clause.link is Link.CONJUNCT and clause.subjects else clause  # "which X approved and Y funded"
    gap = relative.noun if relative.link is Link.RELATIVE and _has_gap(relative) and _has_gap(clause) else None
    if (
        relative is not clause
        and relative.verb.child("dobj") is not None
        and relative.verb.having("dobj")[0].tag not in {"WDT", "WP"}
    ):
        gap = None
    left = _left_alone(verb) if gap is not None else None
    if left is not None and left.lower in {"in", "on", "at", "with", "from"}:
        lemma = f"{lemma} {left.lower}"  # "the flats they live in"
    if (
        gap is not None
        and (in_lexicon(lemma) or lemma in _ACCUSING)
        and gap.lemma.lower() not in words("preposition.time_heads")
    ):
        return Predicate(Kind.STATEMENT, lemma, _all_of(gap, verb), rule="relative_object")  # "goods it puts on the market"
    stranded = _relative_preposition(clause, lemma)
    if stranded is not None and in_lexicon(stranded.lemma):
        return stranded  # "the waters on which they depend for their livelihood"
    behind = prepositional(clause, lemma, in_lexicon)
    if behind is not None:
        return behind
    if gap is not None and gap.lemma.lower() not in words("preposition.time_heads"):
        return Predicate(Kind.STATEMENT, lemma, _all_of(gap, verb), rule="relative_object")
    gapped = _relative_above(clause)
    if gapped is not None:
        return Predicate(Kind.STATEMENT, lemma, [gapped], rule="relative_object")
    if stranded is not None:
        return stranded
    above = clause.governor
    behind_both = above.verb.child("dobj") if above is not None and clause.marker in {"than", "of"} else None
    if above is not None and behind_both is not None and above.verb.i < verb.i < behind_both.i:
        return Predicate(
            Kind.STATEMENT, lemma, noun_heads(behind_both), rule="shared_object"
        )  # "giving, rather than selling, X"
    gerund = verb.child("xcomp")
    if gerund is not None and gerund.child("neg") is not None:
        return Predicate(Kind.NONE, lemma)  # "firms are hiring, not firing"
    names = lemma not in words("gerund_taking") or lemma in words("gerund_object")  # "bans smoking"; but "stopped drilling"
    if gerund is not None and gerund.tag == "VBG" and gerund.child("dobj", "ccomp", "xcomp") is None and names:
        for item in clause.dependents:
            if item.verb is gerund:
                item.link = Link.NOMINAL  # "restrict visiting": the gerund is a noun
        return Predicate(Kind.STATEMENT, lemma, [gerund])
    stray = _left_alone(verb)
    behind_next = governed_next(verb, stray) if stray is not None else []
    if stray is not None and behind_next:
        return Predicate(Kind.STATEMENT, f"{lemma} {stray.lower}", behind_next, rule="shared_object")
    shared = shared_objects(clause, known=in_lexicon(lemma))
    if shared and stray is not None and in_lexicon(f"{lemma} {stray.lower}"):
        lemma = f"{lemma} {stray.lower}"  # "enter into, extend or renew a contract"
    return Predicate(Kind.STATEMENT if shared else Kind.NONE, lemma, shared, rule="shared_object" if shared else "")


_RESOLVING = frozenset({"order", "propose", "require", "agree", "decide", "resolve", "enact", "recommend", "provide"})


def _left_alone(verb: Token) -> Token | None:
    """“paid for by a levy”, "the flats they live in": the preposition right behind the verb that governs nothing."""
    return next(
        (prep for prep in verb.having("prep") if prep.i == verb.i + 1 and not prep.child("pobj", "pcomp", "prep")), None
    )


def _is_anybody(token: Token) -> bool:
    if token.having("amod", "relcl", "acl", "compound"):
        return False  # "older persons who are deprived of liberty"
    return token.lower in {"one", "nobody", "anyone", "anybody", "everyone", "everybody", "person", "persons", "none"}


def _matter(clause: Clause, lemma: str) -> Predicate | None:
    """“no one shall be subjected to torture”, "held in slavery": what is done to anybody is the matter, not to whom."""
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


def _continues(verb: Token, target: Token, item: Token) -> bool:
    """“bans child labour, forced labour and debt bondage”: whether ``item`` goes on with the list that ``target`` begins."""
    if is_amount(core_head(item)) or item.lemma.lower() in words("preposition.time_heads"):
        return False
    superlative = any(child.tag in {"JJS", "RBS"} for child in item.having("amod"))
    if (item.child("poss") is not None or superlative) and item.child("cc") is None:
        return False  # "cut rates on Thursday, its fourth reduction this year": an apposition
    first = item.subtree()[0].i
    comma = any(child.text == "," and child.i == first - 1 for head in (verb, target, item) for child in head.children)
    return comma and not any(child.is_verb and target.i < child.i < item.i for child in verb.children)


def _is_money(target: Token, lemma: str) -> bool:
    """“put money into schools”, "invest a fraction of that sum in vaccines": what it goes to is the object."""
    if lemma not in _INVESTING:
        return False
    put = [prep.lower for prep in target.head.having("prep") if prep.i > target.i]
    money = target.lemma.lower() in {"money", "cash"} or (
        target.lemma.lower() in {"fraction", "portion", "share", "part"} and target.child("prep") is not None
    )
    return money and not target.having("relcl", "acl", "conj") and put[:1] == ["in" if lemma == "invest" else "into"]


_INVESTING = frozenset({"put", "pour", "pump", "channel", "plough", "plow", "inject", "sink", "invest"})


def _spent_on(verb: Token, amount: Token, lemma: str) -> Predicate | None:
    """“invested 6.2 trillion yuan in research”: the object is what the money goes to."""
    for prep in [*amount.having("prep"), *verb.having("prep")]:
        inner = prep.child("pobj")
        if inner is None or prep.i < amount.i or prep.lower not in {"on", "in", "for", "into", "to", "towards", "toward"}:
            continue
        if inner.lemma.lower() in words("preposition.time_heads") or is_amount(inner) or inner.tag == "CD":
            continue
        if prep.lower in {"in", "to", "for"} and lemma not in words("spending"):
            if prep.lower == "in" and prep.i == amount.i + 1 and inner.tag == "NNS":
                return Predicate(Kind.STATEMENT, lemma, governed(prep), rule="spending")  # "roll back billions in grants"
            continue
        return Predicate(Kind.STATEMENT, f"{lemma} {prep.lower}", governed(prep), prep, rule="spending")
    return None


def _relative_above(clause: Clause) -> Token | None:
    """“the measures it intends to take”, "permits it has granted or revoked": what the relative clause above is about."""
    above = clause
    while above.link is Link.CONJUNCT and not above.subjects and above.governor is not None and _next_to(above):
        above = above.governor
    while (
        above.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}
        and above.infinitive
        and above.governor is not None
        and above.noun is None
    ):
        above = above.governor
    if above is clause or above.link is not Link.RELATIVE or above.noun is None or _stranded(above.verb):
        return None
    subjects, target = above.subjects, above.verb.child("dobj")
    if not subjects or any(subject.tag in {"WDT", "WP"} for subject in subjects):
        return None
    if target is not None and target.tag not in {"WDT", "WP", "IN"}:
        return None
    return above.noun


def _next_to(clause: Clause) -> bool:
    """Whether nothing but commas, "and" and other verbs stands between the verb and the one it goes on with."""
    above, verb = clause.governor, clause.verb
    between = [item for item in verb.head.subtree() if verb.head.i < item.i < verb.i]
    alike = above is not None and {above.verb.tag, verb.tag} <= {"VBN", "VBD"} and above.verb is verb.head
    return alike and not clause.passive and all(item.dep in {"punct", "cc", "conj"} for item in between)


def _relative_preposition(clause: Clause, lemma: str) -> Predicate | None:
    """“the land on which it depends”: the noun before is what the preposition governs."""
    if clause.link is not Link.RELATIVE or clause.noun is None:
        return None
    for prep in clause.verb.having("prep"):
        if prep.lower == "of" and clause.noun.i == prep.i - 1 and clause.noun.dep == "pobj":
            continue  # "as a result of which prices fell"
        if clause.noun.lower in _MEASURES:
            continue  # "the extent to which agencies coordinate"
        if prep.lower in OBJECT_PREPOSITIONS and any(child.tag in {"WDT", "WP"} for child in prep.children):
            return Predicate(Kind.STATEMENT, f"{lemma} {prep.lower}", noun_heads(clause.noun), prep, rule="relative_object")
    return None


_MEASURES = frozenset({"extent", "degree", "manner", "pace", "point"})


def _stranded(verb: Token) -> bool:
    """Whether a relative word is governed by a preposition or is an adverb: "on which", "where"."""
    return any(
        child.tag in {"WRB"} or (child.dep == "prep" and any(inner.tag in {"WDT", "WP"} for inner in child.children))
        for child in verb.children
    )


def _all_of(noun: Token, verb: Token) -> list[Token]:
    """“the taxes and fees that firms paid”, "the iron and steel produced here": what one article introduces."""
    others = [item for item in noun.conjuncts() if item is not noun and item.i < verb.i]
    if not others and verb.number != "singular" and _joined_plurals(noun, verb):
        return [noun.head, noun]  # "reforms and investments undertaken by states"
    if not others or any(item.having("det", "poss") or not item.is_noun for item in others):
        return [noun]
    return [noun, *others]


def _joined_plurals(noun: Token, verb: Token) -> bool:
    """Whether ``noun`` stands right before ``verb`` or its relative pronoun, and "and" joins it to another bare plural."""
    first = noun.head
    if noun.dep != "conj" or noun.tag != "NNS" or first.tag != "NNS" or noun.having("det", "poss", "nummod", "amod"):
        return False
    joint = first.child("cc")
    return verb.subtree()[0].i - noun.i <= _NEXT and joint is not None and joint.i == noun.i - 1 - len(noun.having("compound"))


_NEXT = 2  # words: a comma may stand between


def _patients(clause: Clause) -> list[Token]:
    subjects = clause.subjects
    if subjects:
        noun = clause.spoken_of
        if noun is not None and (subjects[0].tag in {"WDT", "WP"} or _part_of(subjects[0], noun)):
            return _all_of(noun, clause.verb)
        return [head for subject in subjects for head in noun_heads(subject)]
    if clause.noun is not None and clause.link is not Link.COMPLEMENT:
        return _all_of(clause.noun, clause.verb)
    if clause.link is Link.CONJUNCT and clause.governor is not None:
        return _patients(clause.governor) if clause.governor.passive else _grammatical_subjects(clause.governor)
    if (
        clause.link in {Link.COMPLEMENT, Link.PARTICIPLE, Link.ADVERBIAL, Link.CONDITION, Link.WITHOUT, Link.MEANS}
        and clause.governor is not None
    ):
        above = clause.governor
        while clause.link is Link.WITHOUT and not above.subjects and above.link in _INHERITING and above.governor is not None:
            above = above.governor  # "were asked to pay rather than being bailed out"
        if above.noun is not None and any(subject.tag in {"WDT", "WP"} for subject in above.subjects):
            return _all_of(above.noun, above.verb)  # "the measure, which has to be passed"
        return [head for subject in above.subjects for head in noun_heads(subject)]
    return []


_INHERITING = frozenset({Link.COMPLEMENT, Link.CONJUNCT})

_SHARES = frozenset(
    ["most", "many", "some", "half", "few", "all", "several", "both", "each", "none", "majority", "third", "quarter"]
)


def _part_of(subject: Token, noun: Token) -> bool:
    """“workers, most of whom were hired”, "aid, half of which is lost": whether a share of ``noun`` is the subject."""
    if any(inner.lower == "whom" for prep in subject.having("prep") for inner in prep.children) and noun.tag == "NN":
        return False  # "a board of nine members, five of whom are appointed"
    share = is_amount(subject) or subject.lower in _SHARES
    return share and any(inner.tag in {"WDT", "WP"} for prep in subject.having("prep") for inner in prep.children)


def _has_gap(clause: Clause) -> bool:
    """Whether the relative clause has a subject of its own, so that its noun is what it acts on."""
    subjects = clause.subjects
    return (
        bool(subjects)
        and all(subject.tag not in {"WDT", "WP"} for subject in subjects)
        and not any(child.tag == "WP$" or _of_which(child) for subject in subjects for child in subject.children)
        and not any(_stranded(verb) for verb in clause.verb.conjuncts() if verb.is_verb)
    )


def _of_which(prep: Token) -> bool:
    """“the banks of which are eroding”: whether the relative pronoun stands inside the subject."""
    return prep.dep == "prep" and any(child.tag in {"WDT", "WP"} for child in prep.children)


def _grammatical_subjects(clause: Clause) -> list[Token]:
    """“This policy applies to all staff and must be reviewed”: what the coordination is about."""
    while not clause.subjects and clause.link is Link.CONJUNCT and clause.governor is not None:
        clause = clause.governor
    if clause.subjects and clause.subjects[0].tag in {"WDT", "WP"} and clause.noun is not None:
        return [clause.noun]
    return [head for subject in clause.subjects if subject.tag != "EX" for head in noun_heads(subject)]
