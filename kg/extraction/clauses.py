"""Predicates of a sentence as clauses: what governs what, and by which construction."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.extraction.entitlements import is_entitlement
from kg.extraction.heads import behind_comma
from kg.extraction.predicable import is_predicate
from kg.extraction.qualities import described, exposed, is_mere_idea
from kg.extraction.relativenouns import agreeing, named_by
from kg.extraction.tree import VERB_TAGS, Token, Tree
from kg.extraction.words import words

__all__ = ["Clause", "Link", "find_clauses", "in_condition", "is_imperative"]


class Link(StrEnum):
    """The construction by which a clause hangs on another; the value is the name of the rule that reads it."""

    MAIN = "main_clause"  # "We will build a hub."
    CONJUNCT = "coordinated_verb"  # "… and promote innovation"
    COMPLEMENT = "complement"  # "continue to improve mechanisms"
    OBJECT_CONTROL = "object_control"  # "enables firms to develop chips"
    CLAUSAL = "reported_clause"  # "said that it would build"
    PURPOSE = "purpose_clause"  # "… to encourage innovation"
    FOR_GERUND = "for_gerund"  # "policies for developing emerging industries"
    MEANS = "means_gerund"  # "by focusing on innovation"
    WITHOUT = "without_gerund"  # "without raising taxes"
    PARTICIPLE = "participle_clause"  # "…, issuing more effective policies"
    ABSOLUTE = "absolute_clause"  # "with the development showing great vitality"
    ADVERBIAL = "adverbial_clause"  # "when prices rise"; "after adopting the law"
    CONDITION = "condition"  # "if the Council agrees"
    RELATIVE = "relative_clause"  # "enterprises that develop chips"
    REDUCED = "reduced_relative"  # "enterprises developing chips"
    NOMINAL = "nominal_gerund"  # "developing chips is hard": no statement


@dataclass(slots=True, eq=False)
class Clause:
    """One predicate. ``governor`` is the clause that it hangs on, ``noun`` the noun, where it hangs on one."""

    verb: Token
    link: Link
    governor: Clause | None = None
    noun: Token | None = None
    passive: bool = False
    marker: str = ""  # the conjunction or preposition that introduces it
    dependents: list[Clause] = field(default_factory=list)
    subjects: list[Token] = field(init=False)  # its own grammatical ones, without their conjuncts
    auxiliaries: list[Token] = field(init=False)  # its own, in text order

    def __post_init__(self) -> None:
        """Look once for what the rules ask for again and again; the tree is repaired by now."""
        self.subjects = self.verb.having("nsubj", "nsubjpass", "csubj", "csubjpass")
        self.auxiliaries = self.verb.having("aux", "auxpass")

    @property
    def infinitive(self) -> bool:
        """Whether it is introduced by "to"."""
        return self.verb.infinitive

    @property
    def first(self) -> Clause:
        """The clause that opens the coordination it stands in; itself outside one."""
        clause = self
        while clause.link is Link.CONJUNCT and clause.governor is not None:
            clause = clause.governor
        return clause

    @property
    def spoken_of(self) -> Token | None:
        """The noun that it, or the clause that reports it, hangs on: "the toll, which critics say violates the law"."""
        above = self.governor
        told = self.noun is None and self.link is Link.CLAUSAL and above is not None and above.link is Link.RELATIVE
        return above.noun if told and above is not None else self.noun

    @property
    def finite(self) -> bool:
        """Whether it has a tense or a modal."""
        if any(token.tag == "MD" or token.tag in {"VBD", "VBZ", "VBP"} for token in self.auxiliaries):
            return True
        return self.verb.tag in {"VBD", "VBZ", "VBP"}


_CONDITIONS = frozenset(
    {"if", "unless", "provided", "providing", "should", "assuming", "lest", "long", "far", "event", "case", "except"}
)
_MEANS = frozenset({"by", "through", "via"})
_COMPLEMENT_PREPOSITIONS = frozenset(
    {"to", "in", "on", "of", "at", "from", "with", "into", "about", "towards", "toward", "upon", "against"}
)


def find_clauses(tree: Tree) -> list[Clause]:
    """The clauses of ``tree``, each after the one that governs it."""
    found: list[Clause] = []
    by_index: dict[int, Clause] = {}
    stack: list[tuple[Token, Clause | None]] = [(root, None) for root in reversed(tree.roots())]
    while stack:
        token, above = stack.pop()
        clause = None
        if is_predicate(token):
            clause = _clause(token, above, by_index)
            found.append(clause)
            by_index[token.i] = clause
            if clause.governor is not None:
                clause.governor.dependents.append(clause)
        if token.children:  # a leaf that is no verb is no clause
            here = clause or above
            stack.extend([(child, here) for child in reversed(token.children) if child.children or child.tag in VERB_TAGS])
    return found


def _clause(token: Token, above: Clause | None, by_index: dict[int, Clause]) -> Clause:
    clause = Clause(token, Link.MAIN, above)
    head = token.head
    if token.dep == "conj" and head.i in by_index:
        clause.governor, clause.link = by_index[head.i], Link.CONJUNCT
        first = clause.governor
        mark = token.child("mark")
        if mark is not None and mark.lower in {"if", "unless"} and clause.finite:
            clause.governor = first.governor if first.link is Link.CONDITION else first
            clause.link, clause.marker = Link.CONDITION, mark.lower  # "may end if the lease expires, or if it is sold"
        elif first.link is Link.RELATIVE and _relative_again(clause):
            clause.governor, clause.link, clause.noun = first.governor, Link.RELATIVE, first.noun
    elif token.dep in {"ROOT", "parataxis"} or (above is None and token.dep not in {"acl", "relcl", "pcomp", "csubj"}):
        fragment = token.tag == "VBG" and not token.having("aux", "nsubj", "nsubjpass", "auxpass")
        clause.link = Link.NOMINAL if fragment else Link.MAIN
    else:
        _link(clause, token, head, above)
    clause.passive = _is_passive(clause)
    return clause


def _relative_again(clause: Clause) -> bool:
    """“a rule that binds ports and that Malta opposes”: whether a second relative word, right before a subject, opens it."""
    subjects, verb = clause.subjects, clause.verb
    words_before = [item for item in verb.subtree() if item.i < verb.i]
    opens = len(words_before) > 1 and words_before[0].lower in {"that", "which", "whom"}
    return opens and bool(subjects) and subjects[0].subtree()[0].i == words_before[1].i


def _link(clause: Clause, token: Token, head: Token, above: Clause | None) -> None:
    """Set ``link``, ``noun`` and ``marker`` from how ``token`` hangs on ``head``."""
    mark = token.child("mark")
    clause.marker = mark.lower if mark else ""
    wh = next((child for child in token.children if child.tag in {"WRB"} and child.dep == "advmod"), None)
    if wh is not None and not clause.marker:
        clause.marker = wh.lower
    if token.dep in {"csubj", "csubjpass", "nsubj", "nsubjpass"}:
        clause.link = Link.NOMINAL
    elif _is_condition(clause, token, head):
        clause.link = Link.CONDITION
    elif clause.infinitive and token.dep in {"xcomp", "advcl"} and (noun := described(head, to=True)) is not None:
        clause.noun, clause.link = noun, Link.REDUCED  # "families unable to pay rent"
    elif token.dep in {"relcl", "acl"} and (head.is_noun or head.tag in {"CD", "PRP", "DT", "JJ", "VBG"}):
        _link_to_noun(clause, token, head, above)
    elif token.dep in {"pcomp", "pobj"} and (head.dep in {"prep", "agent"} or head.tag == "IN"):
        _link_gerund(clause, head)
    elif token.dep == "advcl":
        clause.link = _adverbial_link(clause)
    elif token.dep == "ccomp":
        clause.link = Link.CLAUSAL if clause.subjects or clause.finite else Link.COMPLEMENT
    elif token.dep in {"xcomp", "dobj", "attr", "acomp", "oprd"}:
        clause.link = Link.COMPLEMENT
    elif token.dep == "conj":
        clause.link = Link.CONJUNCT if above is not None else Link.MAIN
    else:
        clause.link = Link.ADVERBIAL if above is not None else Link.MAIN


def _is_condition(clause: Clause, token: Token, head: Token) -> bool:
    """“provided that …”, "on condition that …", legal "where …", "should a patient …"."""
    if _precedes(token, "provided", "that") or _precedes(token, "condition", "that"):
        return True
    first = token.child("mark") or (token.subtree()[0] if token.dep == "ccomp" else None)
    if first is not None and any(child.lower == "provided" and child.i == first.i - 1 for child in head.children):
        return True  # "may buy it, provided it pays the price"
    if token.dep == "acl" and clause.marker in {"if", "unless"}:
        return True  # "her party, if elected, would …"
    if token.dep in {"relcl", "acl", "pcomp", "pobj"}:
        return False
    return (
        _inverted(clause)
        or clause.marker == "whether"
        or (clause.marker == "where" and head.is_verb and token.dep == "advcl" and not _tells_of_a_place(clause))
    )


def _tells_of_a_place(clause: Clause) -> bool:
    """“will travel to Lima next week, where he will meet miners”: "where" goes on with the name or date before it."""
    where = clause.verb.subtree()[0].i
    before = [item for item in clause.verb.head.subtree() if where - 3 < item.i < where and item.i > clause.verb.head.i]
    apart = len(before) > 1 and before[1].text == ","
    return apart and (before[0].tag == "NNP" or before[0].lemma.lower() in words("preposition.time_heads"))


def _link_to_noun(clause: Clause, token: Token, head: Token, above: Clause | None) -> None:
    """A relative clause, participle or infinitive after a noun."""
    if head.lower in {"accordance", "conformity"} and head.dep == "pobj" and head.head.head.is_noun:
        head = head.head.head  # "acts in accordance with Article 20 supplementing this Regulation"
    counted = head.child("prep") if head.lower == "number" else None
    if counted is not None and counted.lower == "of" and token.tag != "VBZ":
        head = counted.child("pobj") or head  # "the number of people waiting": they wait
    clause.noun = head
    if clause.infinitive and (token.dep == "acl" or not clause.subjects):
        unowned = head.dep in {"nsubj", "nsubjpass"} and is_entitlement(head) and not head.having("poss", "prep")
        clause.link = Link.NOMINAL if unowned else Link.PURPOSE  # "the right to strike shall not be restricted": whose?
    elif token.dep == "relcl" and clause.marker == "where" and _is_granted_or_imposed(head):
        clause.link, clause.noun = Link.CONDITION, None  # "may reduce penalties where hardship is proven"
    elif token.dep == "relcl":
        clause.link, clause.noun = Link.RELATIVE, agreeing(clause.verb, clause.subjects, named_by(head))
    elif token.tag == "VBG" and above is not None and above.verb.i < head.i and (behind_comma(token) or _is_date(head)):
        clause.link, clause.noun = Link.PARTICIPLE, None  # "enhanced efforts to spur innovation, coordinating X"
    elif token.child("mark") is not None and clause.subjects:
        clause.link = Link.CLAUSAL
    elif head.dep == "pobj" and head.head.lower == "with" and behind_comma(head.head):
        clause.link = Link.ABSOLUTE
    else:
        clause.link = Link.REDUCED


def _is_granted_or_imposed(noun: Token) -> bool:
    """Whether ``noun`` is no place that something is at, but what an authority gives, takes or does."""
    lemma = noun.lemma.lower()
    return lemma in words("discourse.paper") or lemma in words("reason.sanctions") or lemma in words("discourse.measure")


def _is_date(noun: Token) -> bool:
    """“bring forward a bill before the autumn limiting X”: a date does nothing."""
    behind = noun.dep == "pobj" and noun.head.lower in {"before", "after", "until", "since", "by", "on"}
    return behind and noun.lemma.lower() in words("preposition.time_heads")


def _precedes(token: Token, word: str, mark: str) -> bool:
    """Whether ``word`` and then ``mark`` introduce the clause of ``token``: "provided that"."""
    child = token.child("mark")
    return child is not None and child.lower == mark and word in {token.head.lower, token.head.head.lower}


def _link_gerund(clause: Clause, prep: Token) -> None:
    """A gerund after a preposition: means, purpose, complement, …"""
    clause.marker = prep.lower
    while prep.goes_on and prep.head.lower == prep.lower:
        prep = prep.head  # "the importance of restraint and of avoiding X"
    if prep.head.is_noun:
        clause.noun = prep.head
    elif prep.head.tag == "JJ" and prep.head.dep == "amod" and prep.head.i > prep.head.head.i:
        clause.noun, clause.link = prep.head.head, Link.REDUCED  # "the only institution capable of holding X"
        return
    elif prep.head.tag == "JJ" and (noun := described(prep.head)) is not None:
        clause.noun, clause.link = noun, Link.REDUCED  # "makes firms responsible for repairing roads"
        return
    if (noun := exposed(prep)) is not None:
        clause.noun, clause.link = noun, Link.REDUCED  # "people at risk of losing their homes"
    elif ((clause.verb.tag in {"VBG", "VB"} or prep.head.lower in {"question", "issue"}) and is_mere_idea(prep)) or (
        clause.noun is not None
        and clause.noun.dep in {"nsubj", "nsubjpass"}
        and prep.lower in {"in", "of"}
        and not clause.noun.having("poss")
    ):
        clause.link = Link.NOMINAL  # "delays in giving antibiotics increase mortality"
    elif prep.lower in {"provided", "providing"} and clause.subjects:
        clause.link = Link.CONDITION
    elif prep.lower == "between":
        clause.link = Link.NOMINAL  # "should not have to choose between heating homes and buying food": nobody does either
    elif prep.lower == "without" or prep.head.lower in {"instead", "far", "rather"}:
        clause.link = Link.WITHOUT
    elif clause.subjects and not (prep.lower == "to" and prep.head.lemma.lower().startswith("look")):
        clause.link = Link.ABSOLUTE  # but "looks forward to Chile hosting X" is what is hoped for
    elif prep.lower in _MEANS:
        clause.link = Link.MEANS
    elif prep.lower == "for" or (prep.lower in {"toward", "towards"} and prep.head.child("dobj") is not None):
        clause.link = Link.FOR_GERUND  # "direct funds towards repairing roads"
    elif prep.lower in _COMPLEMENT_PREPOSITIONS and prep.head.lower != "prior" and prep.i > prep.head.i:
        clause.link = Link.COMPLEMENT
    else:
        clause.link = Link.ADVERBIAL
        above = clause.governor
        if above is not None and above.link is Link.REDUCED and above.governor is not None:
            clause.governor = above.governor  # "shall check the number declared by hosts before listing a flat"


def _inverted(clause: Clause) -> bool:
    """“Should a patient pose a risk”: an auxiliary before the subject of a clause that is no question."""
    subjects = clause.subjects
    return bool(subjects) and any(
        aux.lower in {"should", "had", "were"} and aux.i < subjects[0].i for aux in clause.auxiliaries
    )


def _adverbial_link(clause: Clause) -> Link:
    if clause.marker in _CONDITIONS:
        return Link.CONDITION
    if clause.infinitive:
        return Link.PURPOSE
    if clause.marker == "as" and clause.verb.tag == "VBN" and not clause.subjects and not clause.auxiliaries:
        return Link.NOMINAL  # "as agreed last year", "as recommended by the institute": of nothing that is named
    if clause.marker in {"", "while", "thus", "thereby"} and not clause.subjects and not clause.finite:
        return Link.PARTICIPLE
    if clause.marker in {"", "with"} and clause.subjects and not clause.finite:
        return Link.ABSOLUTE
    return Link.ADVERBIAL


def _is_passive(clause: Clause) -> bool:
    verb, link = clause.verb, clause.link
    if verb.tag not in {"VBN", "VBD"} or _tells_a_state(verb):
        return False
    if verb.child("auxpass", "nsubjpass") or _goes_on_passive(clause):
        return True
    alone = verb.child("dobj") is None
    with_it = alone and verb.dep == "pcomp" and verb.head.lower == "with"  # "with homes fitted with X"
    if verb.tag == "VBD" and link is not Link.REDUCED and not with_it:
        return False
    brought_about = verb.head.lemma in {"have", "get", "see"} and verb.dep in {"ccomp", "xcomp"}
    if brought_about and clause.subjects and not clause.auxiliaries:
        return True  # "will have the excess deducted"
    if link is Link.ABSOLUTE or link is Link.REDUCED:
        perfect = any(aux.lemma == "have" for aux in clause.auxiliaries)  # "prices having risen"
        return not perfect and (link is Link.REDUCED or alone or clause.noun is not None)  # "with travel costs reimbursed"
    bare = not clause.auxiliaries and not clause.subjects
    return bare and link in {Link.PARTICIPLE, Link.ADVERBIAL, Link.CONDITION}


def _tells_a_state(verb: Token) -> bool:
    """“firms engaged in mining”, "must get used to living on less": nobody engages or uses anything."""
    if verb.lemma.lower() == "engage":
        return any(prep.lower == "in" for prep in verb.having("prep")) and not verb.child("agent")
    if verb.lower != "used":
        return False
    if any(below.tag == "VBG" and below.infinitive for below in verb.having("xcomp")):
        return True
    return any(prep.lower == "to" and prep.child("pcomp") is not None for prep in verb.having("prep"))


def _goes_on_passive(clause: Clause) -> bool:
    """“19 were killed and shops looted”, "are found early, offered a room and moved": under the "be" of the verb before."""
    above, verb = clause.governor, clause.verb
    if clause.link is not Link.CONJUNCT or above is None or not above.passive or clause.auxiliaries:
        return False
    led = verb.child("nsubj") is not None
    if verb.child("dobj") is None:
        return verb.tag == "VBN" or not led
    return verb.tag == "VBN" and not led and verb.lemma.lower() in words("giving")


def is_imperative(clause: Clause) -> bool:
    """Whether ``clause`` is a main clause without subject, or a conjunct of one."""
    while clause.link is Link.CONJUNCT and clause.governor is not None and not clause.subjects:
        clause = clause.governor
    return clause.link is Link.MAIN and not clause.subjects and not clause.passive


def in_condition(clause: Clause) -> bool:
    """“if it finds that X was late”, "if satisfied that X is late": a that-clause under a condition."""
    governor, state = clause.governor, clause.verb.head
    if clause.link is Link.CLAUSAL and state.dep == "advcl" and not state.is_verb:
        return any(mark.lower in {"if", "unless"} for mark in state.having("mark"))
    return clause.link is Link.CLAUSAL and governor is not None and governor.first.link is Link.CONDITION
