"""What the sentences so far have named, and what sort of thing a name is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.extraction.clauses import Clause, Link
from kg.extraction.heads import is_pronoun, names_time
from kg.extraction.tree import Token
from kg.extraction.words import words

if TYPE_CHECKING:
    from kg.extraction.actors import Subjects

__all__ = ["Discourse", "Named", "is_office", "is_person", "is_plural", "named_at", "names_actor", "names_thing", "note_names"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a sentence named: ``subject`` of one of its clauses, or an object."""

    label: str
    plural: bool
    actor: bool
    person: bool
    subject: bool
    main: bool = False  # … of its main clause


@dataclass(slots=True)
class Discourse:
    """What the sentences so far have named: where pronouns look for their antecedents.

    ``we`` is whom the present speaker speaks for, ``speaker`` who speaks, ``heading`` the actor that a heading names, ``post``
    whose holder does what stands below it: "Medical Director", "Advises the board".
    """

    we: str | None = None
    speaker: str | None = None
    heading: str | None = None
    post: str | None = None
    titled: bool = False  # only the document's title tells whom "we" stands for
    sentences: list[list[Named]] = field(default_factory=list)  # what each of the latest sentences named, the salient first
    ours: bool = False  # whether the latest says what "we" or "I" did
    surnames: set[str] = field(default_factory=set)  # last words of the persons that the text has named in full

    @property
    def office(self) -> str | None:
        """Whom "I" stands for in a signed order, which has no speaker: the office that it speaks for, if it is one person's."""
        title = (self.we or "").split(" ")[0].lower()
        return self.we if title in words("discourse.title") else None

    def note(self, named: list[Named], *, ours: bool = False) -> None:
        """Remember what a sentence named; ``ours``: as what "we" did."""
        if named:
            self.ours = ours
            self.surnames.update(item.label.split()[-1] for item in named if item.person and " " in item.label)
            self.sentences.append([replace(item, person=True) if item.label in self.surnames else item for item in named])
            del self.sentences[:-5]

    def antecedent(
        self,
        *,
        plural: bool,
        person: bool = False,
        actor_only: bool = False,
        collective: bool = False,
        patient: bool = False,
        thing: bool = False,
    ) -> str | None:
        """The latest that fits: an actor of the last two sentences, what the last one named, an actor before that.

        ``actor_only``: never anything but an actor; ``person``: a person, as "he" and "she" need; ``collective``: one body may
        be meant by "they"; ``patient``: something is done to it; ``thing``: it need not act.
        """
        latest, earlier = self.sentences[:-3:-1], self.sentences[-3::-1]
        if latest and not (person or actor_only) and (patient or not plural):
            first = latest[0][0]
            if first.main and first.plural == plural and not first.person:
                return first.label  # "This policy says how the trust helps staff. It applies to …"
        if thing and latest:
            named = [item for item in latest[0] if item.plural == plural]
            if len(named) == 1 and not named[0].person:
                return named[0].label  # "Messages are private. Nobody may read them."
        if self.ours and latest and not (person or actor_only):
            acted = [item for item in latest[0] if item.plural == plural and not (item.person or is_office(item.label))]
            if len(acted) == 1 or (acted and not acted[0].subject):
                return acted[0].label  # "We will bring forward a Tenancy Bill. It will give tenants the right …"
        found = _body(latest[0]) if collective and latest else None
        if thing:
            latest, earlier = (
                latest[:1],
                [],
            )  # "It will serve as a mandate for talks. They intend to conclude them": no actor before
        found = found or _first_actor(latest, plural=plural, person=person)
        if found is None and not person and not actor_only and latest:
            found = next((item.label for item in latest[0] if item.plural == plural and not item.person), None)
        return found or _first_actor(earlier, plural=plural, person=person)

    def is_near(self, label: str) -> bool:
        """Whether "it" as an object can be ``label``: one of the last two sentences names it, and it is no person's post."""
        if any(word in words("discourse.human") for word in label.lower().split()[-1].split("-")):
            return False
        return any(item.label == label for named in self.sentences[:-3:-1] for item in named)

    def paper(self) -> str | None:
        """What the last sentence names that can be passed: "the bill lies there; I call on the House to pass it"."""
        named = self.sentences[-1] if self.sentences else ()
        papers = (item.label for item in named if not item.plural and item.label.lower().rsplit(maxsplit=1)[-1] in _PAPERS)
        return next(papers, None)

    def thing(self) -> str | None:
        """What "it" as an object stands for: the latest single thing that the last sentence acts on, rather than an actor."""
        latest = reversed(self.sentences[-1] if self.sentences else ())
        objects = [item for item in latest if not (item.plural or item.person or item.subject)]
        return next((item.label for item in sorted(objects, key=lambda item: item.actor)), None)


_PAPERS = frozenset({"bill", "law", "act", "treaty", "convention", "protocol", "agreement", "resolution", "motion", "reform"})


@lru_cache(maxsize=4096)
def is_office(label: str) -> bool:
    """“Special Envoy”, "Secretary-General", "leader": somebody, by the last word."""
    last = (label.lower().split() or [""])[-1]
    listed = ("discourse.human", "discourse.title", "discourse.person")
    return any(word in words(name) for name in listed for word in (last, *last.split("-")))


def _body(named: list[Named]) -> str | None:
    """“The Government promised X. They have imposed Y”: the body that acts, where the sentence names nothing in the plural."""
    if any(item.plural for item in named):
        return None
    return next((item.label for item in named if item.actor and item.subject and item.main and not item.person), None)


def _first_actor(sentences: Sequence[list[Named]], *, plural: bool, person: bool) -> str | None:
    """The subject of the first of ``sentences`` that names an actor of that number, latest first."""
    for named in sentences:
        fitting = [item for item in named if item.plural == plural and item.actor and item.subject]
        for item in fitting:
            if item.person == person:
                return item.label
        for item in fitting:  # a name of several words may look like a person's
            titled = item.label.split()[0].rstrip(".").lower() in words("discourse.title")
            if not person and not plural and not titled and len(item.label.split()) > 2:
                return item.label
    return None


def named_at(label: str, token: Token, *, subject_of: bool, main: bool = False) -> Named:
    """What ``token`` names by ``label``; ``subject_of``: as the subject of a clause."""
    words_of = label.lower().split(" of ")[0].split()
    noun = words_of[-1] if words_of else ""
    plural = is_plural(token)
    office = not plural and token.is_noun and is_office(token.text)  # "president-elect", "a spokeswoman for the ministry"
    return Named(label, plural, names_actor(noun, token) or office, is_person(label) or office, subject_of, main)


def is_plural(token: Token) -> bool:
    """Whether the noun phrase at ``token`` is plural: a plural noun, or several coordinated."""
    return (
        token.tag in {"NNS", "NNPS"}
        or token.lower in words("discourse.many")
        or (token.i == 0 and token.tag == "NNP" and token.text[1:].islower() and _names_several(token.lower))
        or _names_two(token)
        or token.lower in {"they", "these", "those", "we", "few", "many", "several", "both", "most"}
        or token.text.endswith("SOEs")
        or _names_people(token)
        or _is_plural_by_its_verb(token)
        or (token.lower in _INVARIABLE and not any(child.lower in _ONE for child in token.children))
    )


def _names_two(token: Token) -> bool:
    """“the form and the letter”; "a form or a letter" is one of them."""
    joined = [child for child in token.children if child.dep == "conj"]
    either = any(child.lower in {"or", "nor"} for child in token.having("cc"))
    return bool(joined) and not (either and all(child.tag in {"NN", "NNP"} and not child.children for child in joined))


def _names_several(word: str) -> bool:
    """“Ministers”, "Traders" at the beginning, taken for a name; not "Siemens", "Cyprus"."""
    singular = word.removesuffix("s")
    listed = any(singular in words(f"discourse.{name}") for name in ("actor_noun", "human", "person", "title"))
    return word in words("discourse.group") or (word.endswith("s") and (listed or word.endswith(_AGENTS)))


_AGENTS = ("ers", "ors", "ists", "ians", "ants", "ees", "ents", "ties", "sses")
_INVARIABLE = frozenset({"aircraft", "spacecraft", "cattle", "livestock", "sheep"})
_ONE = frozenset({"a", "an", "the", "this", "that", "one", "each", "every"})


def _is_plural_by_its_verb(token: Token) -> bool:
    """“the Government have accepted it, but they will V”: a body that has its verb in the plural."""
    if token.dep not in {"nsubj", "nsubjpass"} or token.tag not in {"NN", "NNP"} or token.child("prep") is not None:
        return False
    auxiliary = next((aux for aux in token.head.having("aux", "auxpass") if aux.i > token.i), None)
    plural = auxiliary is not None and auxiliary.lower in {"have", "are"} and auxiliary.i - token.i <= _NEXT
    return plural and token.lemma.lower() in words("discourse.actor_noun")


_NEXT = 2  # words from a subject to its auxiliary


def names_thing(token: Token) -> bool:
    """Whether a pronoun can stand for the word."""
    return token.is_noun or _names_people(token)


def _names_people(token: Token) -> bool:
    """“the elderly”: an adjective with an article."""
    return token.tag == "JJ" and token.child("det") is not None


_LONGEST_NAME = 4  # words


@lru_cache(maxsize=4096)
def is_person(label: str) -> bool:
    """Whether ``label`` looks like a person's name or title: two or more capitalised words, none of an organization."""
    parts = label.split()
    if parts and parts[0].rstrip(".").lower() in words("discourse.title"):
        return True
    roles = list(takewhile(str.islower, parts))
    if roles and (is_office(roles[-1]) or roles[-1].endswith(("ist", "man", "woman"))):
        name = parts[len(roles) :]  # "opposition leader Ana Ruiz", "chief economist Eva Dahl"
        return bool(name) and all(part[:1].isupper() for part in name)
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts) or parts[0].lower() in words("discourse.of_place"):
        return False
    titles = [k for k, part in enumerate(parts[:-1]) if part.lower() in words("discourse.title")]
    if titles:
        parts = parts[titles[-1] + 1 :]  # "Kenyan President William Ruto"; but "Deputy Governor's Office"
    if len(parts) > _LONGEST_NAME:
        return False
    return not any(
        part.lower() in words("discourse.actor_noun")
        or part.lower() in words("discourse.thing")
        or part.lower().removesuffix("s") in words("discourse.actor_noun")
        or part.isupper()
        for part in parts
    )


def names_actor(noun: str, token: Token) -> bool:
    """Whether a noun names somebody who can act: a listed noun, a proper name, an acronym, a pronoun."""
    singular = noun.removesuffix("s")
    return (
        noun in words("discourse.actor_noun")
        or singular in words("discourse.actor_noun")
        or noun.removesuffix("ies") + "y" in words("discourse.actor_noun")
        or noun.removesuffix("es") in words("discourse.actor_noun")
        or token.tag in {"NNP", "NNPS"}
        or token.text.isupper()
        or is_pronoun(token)
        or (token.tag == "NNS" and _names_agents(noun))
    )


def _names_agents(plural: str) -> bool:
    """“farmers”, "economists", "trustees"; not "lists" or "fees"."""
    return plural in words("discourse.group") or (plural.endswith(("ists", "ees", "ians")) and plural not in _NO_AGENTS)


_NO_AGENTS = frozenset({"lists", "checklists", "blacklists", "fees", "trees", "degrees", "decrees", "guarantees", "levees"})


def _meets(clause: Clause) -> bool:
    """“The Leaders of the G20 met in Lisbon. We agreed to …”: who meets is "we" in the communiqué, where nothing else tells."""
    verb = clause.verb
    who = clause.subjects[0] if clause.subjects else verb
    alone = clause.link is Link.MAIN and not clause.passive and verb.child("dobj", "conj") is None
    return alone and verb.tag == "VBD" and verb.lemma in _MEETING and who.tag in {"NNS", "NNPS"} and is_plural(who)


_MEETING = frozenset({"meet", "gather", "convene", "assemble"})


def note_names(discourse: Discourse, clauses: Sequence[Clause], subjects: Subjects, objects: Sequence[Token]) -> None:
    """Remember what a sentence named, for the pronouns of the next: subjects of main clauses first, objects last.

    ``objects`` are the tokens that its predicates act on. Whom "we" and "I" stand for is nobody's antecedent.
    """
    named: list[Named] = []
    for clause in sorted(clauses, key=lambda clause: (clause.link not in {Link.MAIN, Link.CLAUSAL}, clause.verb.i)):
        predicate = subjects.predicate(clause)
        controlled = predicate.controller if predicate is not None and predicate.rule == "object_control" else []
        agent = clause.verb.child("agent") if clause.passive else None
        agents = agent.having("pobj") if agent is not None else []
        if discourse.we is None and _meets(clause):
            discourse.we = subjects.whole(clause.subjects[0])
        for subject in (*controlled, *clause.subjects, *agents):
            if subject.lower == "we" and discourse.we is None:  # "We, the heads of state": who that is holds on
                discourse.we = next((actor.label for actor in subjects.named(subject, clause)), None)
            if subject.start < subjects.prefix or subject.tag in {"WDT", "WP"} or subject.lower in words("pronoun.first"):
                continue
            if names_time(subject):
                continue  # "Recent years have shown the value of tests. They help nurses."
            for beside in subject.having("appos"):  # "said the party's leader, Mariam Kone": she, by her name
                names = [phrase.label for phrase in subjects.phrases(beside) if beside.tag == "NNP" and is_person(phrase.label)]
                named.extend(named_at(name, beside, subject_of=True, main=clause.link is Link.MAIN) for name in names)
            for actor in subjects.named(subject, clause):
                if actor.label and actor.label != "no one":
                    named.append(named_at(actor.label, subject, subject_of=True, main=clause.link is Link.MAIN))
    for token in objects:
        if not is_pronoun(token):
            named.extend(named_at(phrase.label, token, subject_of=False) for phrase in subjects.phrases(token)[:1])
    first = next((clause.subjects for clause in clauses if clause.link is Link.MAIN), [])
    discourse.note(named, ours=any(subject.lower in words("pronoun.first") for subject in first))
