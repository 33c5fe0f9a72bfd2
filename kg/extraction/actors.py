"""Who acts: grammatical and understood subjects, and what pronouns stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extraction.clauses import Clause, Link
from kg.extraction.concepts import Phrase, core_head, is_pronoun, noun_heads, noun_phrases
from kg.extraction.predicates import Kind, Predicate
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words
from kg.model import ActorBasis

__all__ = ["Actor", "Discourse", "Subjects"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved actor; ``label`` is None where the text leaves it open. ``surface`` is the sentence's own word for it."""

    label: str | None
    basis: ActorBasis
    surface: str | None = None
    token: Token | None = None


UNKNOWN = Actor(None, ActorBasis.UNKNOWN)


@dataclass(slots=True)
class Discourse:
    """What the sentences so far have named: where pronouns look for their antecedents.

    ``we`` is whom the present speaker speaks for, ``speaker`` who speaks, ``heading`` the actor that a heading names.
    """

    we: str | None = None
    speaker: str | None = None
    heading: str | None = None
    sentences: list[list[Named]] = field(default_factory=list)  # what each of the latest sentences named, the salient first

    def note(self, named: list[Named]) -> None:
        """Remember what a sentence named."""
        if named:
            self.sentences.append(named)
            del self.sentences[:-5]

    def antecedent(self, *, plural: bool, person: bool = False, actor_only: bool = False) -> str | None:
        """The latest that fits: an actor of the last sentences, or, unless ``actor_only``, what the last sentence named."""
        for named in reversed(self.sentences):
            for item in named:
                if item.plural == plural and item.actor and item.subject and item.person == person:
                    return item.label
            if not actor_only and not person:
                for item in named:
                    if item.plural == plural and not item.person:
                        return item.label
        return None


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a sentence named: ``subject`` of one of its clauses, or an object."""

    label: str
    plural: bool
    actor: bool
    person: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """Subject tokens of a clause before their pronouns are resolved."""

    tokens: tuple[Token, ...]
    basis: ActorBasis


_PERSONS = frozenset({"he", "she", "him", "her"})
_NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "dative", "appos"})
_NOBODY = _Found((), ActorBasis.UNKNOWN)
_CONTROLLED = frozenset(
    {
        Link.COMPLEMENT,
        Link.PURPOSE,
        Link.FOR_GERUND,
        Link.MEANS,
        Link.WITHOUT,
        Link.PARTICIPLE,
        Link.ADVERBIAL,
        Link.CONDITION,
        Link.OBJECT_CONTROL,
        Link.CLAUSAL,
        Link.ABSOLUTE,
    }
)


class Subjects:
    """Finds the actors of the clauses of one sentence."""

    def __init__(
        self, tree: Tree, clauses: Sequence[Clause], predicates: dict[int, Predicate], discourse: Discourse, *, prefix: int = 0
    ) -> None:
        """``predicates`` by verb index; a subject among the first ``prefix`` characters stands for whoever is understood."""
        self.prefix = prefix
        self._tree, self._predicates, self._discourse = tree, predicates, discourse
        self._clauses = {clause.verb.i: clause for clause in clauses}
        self._resolving: set[int] = set()
        self._memo: dict[int, _Found] = {}

    def actors(self, clause: Clause) -> list[Actor]:
        """The actors of ``clause``, one for each coordinated one; a single unknown actor where the text leaves it open."""
        found = self.subject_tokens(clause)
        actors: list[Actor] = []
        for token in found.tokens:
            for actor in self._resolve(token, found.basis, clause):
                if all(actor.label != other.label for other in actors):
                    actors.append(actor)
        named = [actor for actor in actors if actor.label is not None]
        if not found.tokens and clause_is_imperative(clause) and self._discourse.heading:
            return [Actor(self._discourse.heading, ActorBasis.CONTROL)]
        return named or actors[:1] or [UNKNOWN]

    def named(self, subject: Token, clause: Clause) -> list[Actor]:
        """Whom or what a grammatical subject names, conjuncts as well."""
        if _is_expletive(clause, subject):
            return []
        return [actor for head in noun_heads(subject) for actor in self._resolve(head, ActorBasis.EXPLICIT, clause)]

    def predicate(self, clause: Clause) -> Predicate | None:
        """The reading of the clause's verb."""
        return self._predicates.get(clause.verb.i)

    def phrases(self, token: Token) -> list[Phrase]:
        """The noun phrases at ``token``."""
        return noun_phrases(self._tree, token)

    def subject_tokens(self, clause: Clause) -> _Found:
        """The tokens that are the logical subject of ``clause``."""
        key = clause.verb.i
        if key not in self._memo:
            self._memo[key] = _NOBODY  # a circle of controllers ends in nobody
            self._memo[key] = self._find(clause)
        return self._memo[key]

    def _find(self, clause: Clause) -> _Found:
        if clause.passive:
            return self._agent(clause)
        own = clause.subjects
        if own:
            return self._own(clause, own)
        if clause.verb.child("expl") is not None:
            return _NOBODY
        governor = clause.governor
        if clause.link in {Link.REDUCED, Link.RELATIVE, Link.ABSOLUTE} and clause.noun is not None:
            return _Found(tuple(noun_heads_of_antecedent(clause.noun)), ActorBasis.EXPLICIT)
        if clause.link is Link.CONJUNCT and governor is not None:
            return self._of_governor(governor, clause)
        if clause.link in _CONTROLLED and governor is not None:
            return self._controller(clause, governor)
        return _NOBODY

    def _own(self, clause: Clause, own: list[Token]) -> _Found:
        first = clause
        while first.noun is None and first.link is Link.CONJUNCT and first.governor is not None:
            first = first.governor
        relative = [
            token for token in own if token.tag in {"WDT", "WP"} or (token.lower == "that" and first.link is Link.RELATIVE)
        ]
        if relative and first.noun is not None:
            return _Found(tuple(noun_heads_of_antecedent(first.noun)), ActorBasis.EXPLICIT)
        if _is_expletive(clause, own[0]):
            return _NOBODY
        tokens = [head for token in own if token.dep != "expl" and token.tag != "EX" for head in noun_heads(token)]
        return _Found(tuple(tokens), ActorBasis.EXPLICIT)

    def _agent(self, clause: Clause) -> _Found:
        for child in clause.verb.children:
            if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
                inner = child.child("pobj")
                if (
                    inner is not None
                    and inner.lemma.lower() not in words("preposition.time_heads")
                    and inner.tag not in {"CD", "VBG"}
                    and inner.text != "%"
                ):
                    return _Found(tuple(noun_heads(inner)), ActorBasis.PASSIVE)
        governor = clause.governor
        if clause.link is Link.CONJUNCT and governor is not None and governor.passive:
            return self._agent(governor)
        later = [below for below in clause.dependents if below.link is Link.CONJUNCT and below.passive and not below.subjects]
        for below in later:  # "be developed and adopted by X"
            found = self._agent_here(below)
            if found.tokens:
                return found
        return _NOBODY

    def _agent_here(self, clause: Clause) -> _Found:
        agent = clause.verb.child("agent")
        inner = agent.child("pobj") if agent is not None else None
        return _Found(tuple(noun_heads(inner)), ActorBasis.PASSIVE) if inner is not None else _NOBODY

    def _of_governor(self, governor: Clause, clause: Clause) -> _Found:
        """A conjunct's subject: the logical subject of an active verb, the grammatical one of a passive."""
        if governor.passive:
            return self._grammatical(governor)
        return self.subject_tokens(governor)

    def _grammatical(self, clause: Clause) -> _Found:
        if clause.subjects:
            return self._own(clause, clause.subjects)
        if clause.noun is not None:
            return _Found((clause.noun,), ActorBasis.EXPLICIT)
        if clause.governor is not None and clause.link is Link.CONJUNCT:
            return self._grammatical(clause.governor)
        return _NOBODY

    def _controller(self, clause: Clause, governor: Clause) -> _Found:
        predicate = self._predicates.get(governor.verb.i)
        if predicate is not None and predicate.rule == "aim_is_to":
            return _Found(tuple(predicate.controller), ActorBasis.CONTROL)
        if clause.link is Link.OBJECT_CONTROL and predicate is not None and predicate.controller:
            return _Found(tuple(predicate.controller), ActorBasis.CONTROL)
        if governor.link is Link.NOMINAL:
            return _NOBODY
        if (
            clause.link is Link.PURPOSE
            and clause.noun is not None
            and clause.noun.dep in {"nsubj", "nsubjpass"}
            and not governor.passive
            and clause.noun.head is governor.verb
            and clause.noun.lemma.lower() in words("discourse.actor_noun")
        ):
            return _Found((clause.noun,), ActorBasis.CONTROL)
        if governor.passive:
            raises = (
                predicate is not None
                and predicate.kind is Kind.CATENATIVE
                and clause.link in {Link.COMPLEMENT, Link.PURPOSE}
                and predicate.noun is None
            )
            if raises or clause.link is Link.PARTICIPLE:
                return _Found(self._grammatical(governor).tokens, ActorBasis.CONTROL)
            return _as_control(self._agent(governor))
        return _as_control(self.subject_tokens(governor))

    def _resolve(self, token: Token, basis: ActorBasis, clause: Clause) -> list[Actor]:
        lower = token.lower
        if token.start < self.prefix:
            heading = self._discourse.heading
            return [Actor(heading, ActorBasis.CONTROL)] if heading else [UNKNOWN]
        if lower in {"those", "people", "all", "anyone", "everyone"} and token.child("relcl", "acl") is not None:
            tokens = [item for item in token.subtree() if item.i >= token.i]
            text = self._tree.text[token.start : tokens[-1].end].strip(" ,.;")
            return [Actor(text, basis, text, token)]
        if lower in words("pronoun.first_plural"):
            we = self._discourse.we
            return [Actor(we, ActorBasis.WE, token.text, token)] if we else [UNKNOWN]
        if lower in words("pronoun.first_singular"):
            speaker = self._discourse.speaker
            return [Actor(speaker, ActorBasis.PRONOUN, token.text, token)] if speaker else [UNKNOWN]
        if lower in {"former", "latter"} and token.child("det") is not None:
            label = self._of_two(token, first=lower == "former")
            return [Actor(label, ActorBasis.PRONOUN, token.text, token)] if label else [UNKNOWN]
        core = core_head(token)
        if is_pronoun(token) or is_pronoun(core):
            return self._pronoun(core if core is not token else token, clause)
        if (lower in {"nobody", "none", "one", "no-one"} and any(child.lower == "no" for child in token.children)) or lower in {
            "nobody",
            "none",
        }:
            return [Actor("no one", basis, token.text, token)]
        return [Actor(phrase.label, basis, phrase.long, token) for phrase in noun_phrases(self._tree, token)] or [UNKNOWN]

    def _pronoun(self, token: Token, clause: Clause) -> list[Actor]:
        lower = token.lower
        clause = self._clauses.get(token.head.i, clause)
        if token.i in self._resolving:
            return [UNKNOWN]
        self._resolving.add(token.i)
        try:
            return self._antecedents(token, clause, lower)
        finally:
            self._resolving.discard(token.i)

    def _antecedents(self, token: Token, clause: Clause, lower: str) -> list[Actor]:
        plural = lower in words("pronoun.third_plural") or lower in {"these", "those"}
        if lower in {"this", "that", "those", "these", "such", "what", "who", "which", "there"} and lower not in {
            "these",
            "those",
        }:
            return [UNKNOWN]
        if token.dep in {"dobj", "pobj", "dative"} or (token.dep == "nsubj" and lower in {"them", "him", "her"}):
            phrase = self.object_antecedent(token, clause, actor=True)
            return [Actor(phrase.label, ActorBasis.PRONOUN, token.text, token)] if phrase else [UNKNOWN]
        inside = self._antecedent_inside(token, clause, plural=plural)
        if inside is not None:
            return [Actor(actor.label, ActorBasis.PRONOUN, token.text, token) for actor in inside]
        label = self._discourse.antecedent(plural=plural, person=lower in _PERSONS)
        return [Actor(label, ActorBasis.PRONOUN, token.text, token)] if label else [UNKNOWN]

    def _antecedent_inside(self, token: Token, clause: Clause, *, plural: bool) -> list[Actor] | None:
        """The noun of the same sentence that the pronoun can stand for: for "rates they can afford" the actor next before it,
        else the subject of a clause above, else of any clause before."""
        if clause.link is Link.RELATIVE and clause.noun is not None and plural:
            near = self._actor_before(clause.noun)
            if near is not None:
                return [Actor(phrase.label, ActorBasis.PRONOUN, token.text, token) for phrase in noun_phrases(self._tree, near)]
        above = clause.governor
        while above is not None:
            for subject in above.subjects:
                if (
                    subject.i < token.i
                    and not is_pronoun(subject)
                    and is_plural(subject) == plural
                    and (token.lower not in _PERSONS or is_person(self._label(subject)))
                ):
                    return [
                        Actor(phrase.label, ActorBasis.PRONOUN, token.text, token)
                        for head in noun_heads(subject)
                        for phrase in noun_phrases(self._tree, head)
                    ]
                if subject.i < token.i and subject.lower in {"they", "it"} and subject.lower[0] == token.lower[0]:
                    return self._pronoun(subject, above)
            above = above.governor
        found = self._earlier_subject(token, plural=plural)
        if found is None and clause.governor is not None and token.lower not in _PERSONS:
            near = next(
                (
                    head
                    for head in reversed(self._tree.tokens[: token.i])
                    if head.dep == "dobj" and head.is_noun and is_plural(head) == plural
                ),
                None,
            )
            if near is not None:
                return [Actor(phrase.label, ActorBasis.PRONOUN, token.text, token) for phrase in noun_phrases(self._tree, near)]
        return found

    def object_antecedent(self, token: Token, clause: Clause, *, actor: bool = False) -> Phrase | None:
        """What an object pronoun stands for: the nearest noun before of its number that is not the clause's own subject.

        ``actor``: it is moved to act ("urged them to"), so it names an actor.
        """
        if token.lower in _PERSONS:
            return None
        plural = token.lower != "it"
        own = {below for token in self.subject_tokens(clause).tokens for below in token.subtree()} | {clause.noun}
        if clause.link in {Link.OBJECT_CONTROL, Link.CLAUSAL} and clause.governor is not None:
            own |= set(self.subject_tokens(clause.governor).tokens)
        for other in reversed(self._tree.tokens[: token.i]):
            if not other.is_noun or other in own or other.dep not in _NAMING or (other.tag in {"NNS", "NNPS"}) != plural:
                continue
            if other.lemma.lower() in words("preposition.time_heads") or other.tag == "CD":
                continue
            if actor and not _names_actor(other.lower, other):
                continue
            made = noun_phrases(self._tree, other)
            if made:
                return Phrase(token, made[0].label, made[0].long, token.start, token.end)
        label = self._discourse.antecedent(plural=plural, actor_only=actor, person=token.lower in _PERSONS)
        return Phrase(token, label, label, token.start, token.end) if label else None

    def _of_two(self, token: Token, *, first: bool) -> str | None:
        """The first or second of the pair that "the former", "the latter" chooses from."""
        for other in reversed(self._tree.tokens[: token.i]):
            pair = noun_heads(other) if other.dep not in {"conj", "prep"} and other.is_noun else []
            if len(pair) == 2 and pair[1].i < token.i:
                return self._label(pair[0] if first else pair[1]) or None
        named = self._discourse.sentences[-1] if self._discourse.sentences else []
        return (named[0] if first else named[-1]).label if len(named) > 1 else None

    def _label(self, token: Token) -> str:
        made = noun_phrases(self._tree, token)
        return made[0].label if made else ""

    def _actor_before(self, noun: Token) -> Token | None:
        """The nearest plural noun before ``noun`` that names actors."""
        for token in reversed(self._tree.tokens[: noun.i]):
            if (
                token.tag in {"NNS", "NNPS"}
                and token.dep in {"pobj", "dobj", "nsubj", "nsubjpass", "dative"}
                and _names_actor(token.lower, token)
            ):
                return token
            if token.lower == "those" and token.child("relcl") is not None:
                return None
        return None

    def _earlier_subject(self, token: Token, *, plural: bool) -> list[Actor] | None:
        for other in reversed(self._tree.tokens[: token.i]):
            if (
                other.dep in {"nsubj", "nsubjpass"}
                and not is_pronoun(other)
                and other.lower != "there"
                and is_plural(other) == plural
                and (token.lower not in _PERSONS or is_person(self._label(other)))
            ):
                if other.is_noun:
                    return [
                        Actor(phrase.label, ActorBasis.PRONOUN, token.text, token)
                        for head in noun_heads(other)
                        for phrase in noun_phrases(self._tree, head)
                    ]
        return None


def _is_expletive(clause: Clause, subject: Token) -> bool:
    """“it is necessary to …”, "there is …": a subject that stands for nothing."""
    if subject.dep == "expl" or subject.tag == "EX" or subject.lower == "there":
        return True
    if subject.lower != "it":
        return False
    verb = clause.verb
    if verb.child("acomp", "attr", "oprd") is not None or clause.passive:
        return any(
            below.link in {Link.CLAUSAL, Link.COMPLEMENT, Link.PURPOSE}
            and below.verb.i > verb.i
            and (below.infinitive or below.marker == "that")
            for below in clause.dependents
        ) and (verb.lemma == "be" or clause.passive)
    return False


def _as_control(found: _Found) -> _Found:
    """The same tokens as understood subject of a clause below; "we" stays "we"."""
    return _Found(found.tokens, ActorBasis.CONTROL) if found.tokens else found


def noun_heads_of_antecedent(noun: Token) -> list[Token]:
    """The noun that a relative or participle clause hangs on, past a quantity wrapper."""
    return [core_head(noun)] if not is_pronoun(noun) else [noun]


def is_plural(token: Token) -> bool:
    """Whether the noun phrase at ``token`` is plural: a plural noun, or several coordinated."""
    return (
        token.tag in {"NNS", "NNPS"}
        or any(child.dep == "conj" for child in token.children)
        or token.lower in {"they", "these", "those", "we"}
        or token.text.endswith("SOEs")
    )


def clause_is_imperative(clause: Clause) -> bool:
    """Whether ``clause`` is a main clause without subject, or a conjunct of one."""
    while clause.link is Link.CONJUNCT and clause.governor is not None and not clause.subjects:
        clause = clause.governor
    return clause.link is Link.MAIN and not clause.subjects and not clause.passive


def note_names(discourse: Discourse, clauses: Sequence[Clause], subjects: Subjects, objects: Sequence[Token]) -> None:
    """Remember what a sentence named, for the pronouns of the next: subjects of main clauses first, objects last.

    ``objects`` are the tokens that its predicates act on. Whom "we" and "I" stand for is nobody's antecedent.
    """
    named: list[Named] = []
    for clause in sorted(clauses, key=lambda clause: (clause.link not in {Link.MAIN, Link.CLAUSAL}, clause.verb.i)):
        predicate = subjects.predicate(clause)
        controlled = predicate.controller if predicate is not None else []
        for subject in (*controlled, *clause.subjects):
            if subject.start < subjects.prefix or subject.tag in {"WDT", "WP"} or subject.lower in words("pronoun.first"):
                continue
            for actor in subjects.named(subject, clause):
                if actor.label:
                    named.append(_named(actor.label, subject, subject_of=True))
    for token in objects:
        if not is_pronoun(token):
            named.extend(_named(phrase.label, token, subject_of=False) for phrase in subjects.phrases(token)[:1])
    discourse.note(named)


def _named(label: str, token: Token, *, subject_of: bool) -> Named:
    words_of = label.lower().split(" of ")[0].split()
    noun = words_of[-1] if words_of else ""
    return Named(label, is_plural(token), _names_actor(noun, token), is_person(label), subject_of)


def is_person(label: str) -> bool:
    """Whether ``label`` looks like a person's name or title: two or more capitalised words, none of an organization."""
    parts = label.split()
    if parts and parts[0].rstrip(".").lower() in words("discourse.title"):
        return True
    if not 2 <= len(parts) <= 4 or not all(part[:1].isupper() for part in parts):
        return False
    return not any(
        part.lower() in words("discourse.actor_noun")
        or part.lower().removesuffix("s") in words("discourse.actor_noun")
        or part.isupper()
        for part in parts
    )


def _names_actor(noun: str, token: Token) -> bool:
    singular = noun.removesuffix("s")
    return (
        noun in words("discourse.actor_noun")
        or singular in words("discourse.actor_noun")
        or noun.removesuffix("ies") + "y" in words("discourse.actor_noun")
        or token.tag in {"NNP", "NNPS"}
        or token.text.isupper()
        or is_pronoun(token)
    )
