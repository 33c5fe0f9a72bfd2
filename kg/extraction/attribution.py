"""Whose words a clause is: "X said that …", "according to X", quotations that run over several sentences."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.actors import Subjects
from kg.extraction.clauses import Clause, Link
from kg.extraction.concepts import first_label
from kg.extraction.discourse import Discourse, is_office, is_person, names_actor
from kg.extraction.heads import of_what
from kg.extraction.negation import negative_quantifier
from kg.extraction.predicates import Kind, Predicate
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["Quotation", "Speakers", "spoken_for_by"]

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'


@dataclass(slots=True)
class Quotation:
    """A quotation that may still be open at the end of a sentence, and who says it (or said the last one)."""

    open: bool = False
    speaker: str | None = None
    body: str | None = None  # that the speaker speaks for, where the text says so

    def read(self, text: str) -> list[tuple[int, int]]:
        """The stretches of ``text`` inside quotation marks; remembers whether the last is still open."""
        if not self.open and _OPEN not in text and _STRAIGHT not in text:
            return []
        spans: list[tuple[int, int]] = []
        start = 0 if self.open else -1
        for i, char in enumerate(text):
            opens = char == _OPEN or (char == _STRAIGHT and start < 0)
            if opens and start < 0:
                start = i + 1
            elif start >= 0 and char in (_CLOSE, _STRAIGHT):
                spans.append((start, i))
                start = -1
        if start >= 0:
            spans.append((start, len(text)))
        self.open = start >= 0
        return spans


class Speakers:
    """The speaker of each clause of one sentence; the document's own speaker where the sentence names none."""

    def __init__(self, tree: Tree, clauses: list[Clause], predicates: dict[int, Predicate], default: str | None) -> None:
        """``predicates`` by verb index."""
        self._tree, self._predicates, self._default = tree, predicates, default
        self._attributions = [clause for clause in clauses if predicates[clause.verb.i].kind is Kind.ATTRIBUTION]
        self._according = _according(tree)
        acts = (clause for clause in clauses if predicates[clause.verb.i].kind is Kind.STATEMENT)
        self._accusations = [clause for clause in acts if predicates[clause.verb.i].lemma in words("alleging")]
        self._names: dict[int, str | None] = {}
        self._accusers: dict[int, str | None] = {}
        self.body: str | None = None  # that whoever is named as saying something speaks for

    def resolve(self, subjects: Subjects) -> None:
        """Name the subjects of the verbs of saying."""
        for clause in self._attributions:
            actor = subjects.actors(clause)[0]
            inverted = _inverted_subject(clause) if actor.label is None else None
            name = actor.label
            if _has_not_said(clause):
                name = None
            if inverted is not None:
                name = first_label(self._tree, inverted) or None
            if name is not None and is_person(name.split(" of ")[0].split(" from ")[0]):
                name = name.split(" of ")[0].split(" from ")[0]  # "Huo Fupeng of the Commission"
            if name is not None and actor.surface is not None and name == actor.surface.lower():
                name = actor.surface  # a name at the beginning of the sentence, taken for a noun
            self._names[clause.verb.i] = name
            self.body = self.body or _body_behind(self._tree, inverted or next(iter(clause.subjects), None))
        for clause in self._accusations:
            self._accusers[clause.verb.i] = subjects.actors(clause)[0].label

    def of(self, clause: Clause) -> str | None:
        """Who says ``clause``."""
        above: Clause | None = clause
        while above is not None:
            governor = above.governor
            said = (
                governor is not None and self._predicates[governor.verb.i].rule != "describing"
            )  # "a goal critics call unreal"
            if said and governor is not None and governor.verb.i in self._names and not _beside_what_is_said(above, governor):
                name = self._names[governor.verb.i]
                if name is not None or not _first_person(governor) or governor.governor is None:
                    return name or self._default  # but "“I must point out that X,” Lin said"
            if governor is not None and governor.verb.i in self._accusers and above.link is Link.OBJECT_CONTROL:
                return self._accusers[governor.verb.i] or self._default  # "accused Chad of arming the rebels"
            above = governor
        beside = self._beside(clause)
        if beside is not None:
            return beside
        return self._according or self._default

    def attributed(self) -> str | None:
        """Whom the sentence names as saying something, if anybody."""
        return next((name for name in self._names.values() if name), None)

    def _beside(self, clause: Clause) -> str | None:
        """The subject of a verb of saying that interrupts or follows: "…, the ministry said"."""
        for saying in self._attributions:
            if saying.verb.dep == "parataxis" and (saying.governor is clause or _root(clause) is _root(saying)):
                return self._names.get(saying.verb.i)
        return None


def _beside_what_is_said(clause: Clause, saying: Clause) -> bool:
    """“The Commission, which had warned the firm, found that …”, "while taxes rose, X argued that": what X has not said."""
    noun = clause.noun
    described = noun is not None and (noun.i < saying.verb.i or (noun.head is saying.verb and noun.dep in {"nsubj", "dobj"}))
    if clause.link in {Link.RELATIVE, Link.REDUCED} and described:
        return True
    subject = saying.subjects[0].i if saying.subjects else saying.verb.i
    told = any(item.link is Link.CLAUSAL and item.verb.i > saying.verb.i for item in saying.dependents)
    apart = clause.link is Link.ADVERBIAL and clause.finite and clause.verb.i < subject and told
    after = clause.link is Link.PARTICIPLE and clause.verb.i > saying.verb.i and not told
    return clause.link is Link.CONJUNCT or apart or after


def _has_not_said(clause: Clause) -> bool:
    """“those who sow hatred should know that …”, "wants the court to declare that …", "nobody suggests that …"."""
    if clause.link is Link.PARTICIPLE and clause.verb.lemma == "mean":
        return True  # "budgets were cut, meaning that schools closed"
    if clause.link is Link.PARTICIPLE and clause.verb.lemma in _SHOWING and clause.governor is not None:
        return not any(map(_can_say, clause.governor.first.subjects))  # "demand rose, showing that"
    if any(aux.lower in {"should", "must", "shall"} for aux in clause.auxiliaries):
        return True
    if clause.link is Link.OBJECT_CONTROL or clause.first.link is Link.CONDITION:
        return True
    above = clause.governor
    if clause.link is Link.COMPLEMENT and above is not None and above.verb.lemma.lower() in words("catenative.negated"):
        return True  # "failed to disclose that it had dumped waste"
    return any(map(negative_quantifier, clause.subjects))


_SHOWING = frozenset({"show", "suggest", "indicate", "demonstrate", "prove", "reveal"})


def _first_person(clause: Clause) -> bool:
    return any(subject.lower in words("pronoun.first") for subject in clause.first.subjects)


def _root(clause: Clause) -> Clause:
    while clause.governor is not None:
        clause = clause.governor
    return clause


def _inverted_subject(clause: Clause) -> Token | None:
    """“…, said the minister”: the subject after the verb, which the parser may take for an object."""
    token = clause.verb.child("dobj", "nsubj")
    return token if token is not None and token.i > clause.verb.i and token.is_noun else None


def spoken_for_by(speaker: str | None, discourse: Discourse) -> str | None:
    """Whom "we" stands for in what is quoted: the body that speaks, or that has a spokesman, the title's for a minister of the
    Cabinet; of anybody else it is not known."""
    if speaker is None:
        return None
    who, _, body = speaker.partition(" for ")
    before, spokesman, _ = who.partition(" spokes")
    if spokesman:
        return body.removeprefix("the ") or before or None  # "Trust spokesman Leo Marsh"
    if who.startswith("spokes"):
        return body.removeprefix("the ") or None
    bodies = [_HEADED[word] for word in who.lower().split() if word in _HEADED]
    if bodies:
        led = any(word in bodies[0] for word in (discourse.we or "").lower().split())
        return discourse.we if led else None
    person = is_person(speaker) or is_office(who.partition(" of ")[0]) or speaker in discourse.surnames
    return None if person else speaker


def _body_behind(tree: Tree, person: Token | None) -> str | None:
    """“said Anna Berg, a spokeswoman for the Ministry”, "…, chief executive of the Trust": whom she speaks for."""
    for post in person.having("appos") if person is not None else ():
        spokes, leads = post.lemma.lower().startswith("spokes"), post.lower in _LEADERS
        for prep in post.having("prep"):
            body = prep.child("pobj")
            named = body is not None and (spokes or body.tag in {"NNP", "NNPS"})
            if body is not None and named and (spokes or leads) and prep.lower in {"for", "of", "at"}:
                return first_label(tree, body) or None
    return None


_LEADERS = frozenset({"executive", "ceo", "chair", "chairman", "chairwoman", "chairperson", "director", "head"})

_HEADED = {"minister": ("cabinet", "government", "ministry"), "governor": ("bank",), "commissioner": ("commission",)}


def _can_say(token: Token) -> bool:
    """Whether a noun names a person, an organization or a document: "according to farmers", not "to rules", "to plan"."""
    lemma = token.lemma.lower()
    listed = lemma in words("discourse.document_noun") or lemma in words("discourse.human") or lemma in words("speaking")
    return (
        listed
        or names_actor(token.lower, token)
        or (token.tag == "NNS" and lemma.endswith(("er", "or", "ist", "ic", "ent", "ian")))
    )


def _according(tree: Tree) -> str | None:
    """X in "according to X", "in the view of X"."""
    for token in tree:
        if token.lower in {"view", "opinion", "eyes", "words"} and token.dep == "pobj" and token.head.lower == "in":
            if token.lower == "view" and token.child("det") is None:
                continue  # "in view of this"
            whose = of_what(token)
            if whose is not None and _can_say(whose):
                return first_label(tree, whose) or None
        if token.lower == "according" and token.i + 1 < len(tree):
            to = token.child("prep") or next((child for child in token.children if child.lower == "to"), None)
            inner = (to.child("pobj") if to is not None else None) or token.child("pobj")
            bare = inner is not None and inner.tag == "NN" and not inner.children  # "according to law", "according to plan"
            if inner is not None and not bare and _can_say(inner):
                return first_label(tree, inner) or None
    return None
