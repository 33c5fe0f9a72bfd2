"""What object pronouns stand for: "it" and "them"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extraction.antecedents import (
    acts_on_actors,
    agents_last,
    counted_of,
    is_event_beside,
    is_example,
    is_handled,
    is_human,
    is_one_person,
    is_poor_antecedent,
    people_before,
    phrase_of,
    salient,
    serving,
    those_that,
    undergoing,
    whole_of,
)
from kg.extraction.clauses import Clause, Link
from kg.extraction.concepts import Phrase, noun_phrases
from kg.extraction.discourse import Discourse, is_plural, names_actor
from kg.extraction.heads import PERSONS, is_fixed_pair, is_pronoun
from kg.extraction.judged import supported_body
from kg.extraction.predicates import Predicate
from kg.extraction.subjects import SubjectFinder
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["ObjectPronouns", "looked_back_at"]

_COLLECTIVE = words("discourse.many") | {"aircraft"}
_LEGISLATING = frozenset({"pass", "enact", "ratify", "repeal"})
_NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "dative", "appos", "ROOT"})


def looked_back_at(tree: Tree, token: Token) -> list[Phrase]:
    """“end those that fail”, "detained ten officers; two were released": what was named before."""
    other = those_that(token)
    if other is not None:
        return noun_phrases(tree, other)
    goes_on = token.dep == "dobj" and token.tag == "CD" and token.head.goes_on  # "visited ten farms and closed three"
    part = counted_of(tree.tokens, token) if token.dep == "nsubjpass" or goes_on else None
    made = noun_phrases(tree, part)[:1] if part is not None else []
    return [item.at(token) for item in made]


def _is_many(noun: Token) -> bool:
    return noun.tag in {"NNS", "NNPS"} or (noun.lower in _COLLECTIVE and is_plural(noun))


def _what_is_so(noun: Token, own: AbstractSet[Token | None]) -> Token:
    """“late payment is a problem, and we will tackle it”: the payment, which the problem is."""
    subject = noun.head.child("nsubj") if noun.dep == "attr" and noun.head.lemma == "be" else None
    if subject is None or not subject.is_noun or subject in own or _is_many(subject) != _is_many(noun):
        return noun
    return subject


class ObjectPronouns:
    """Finds the antecedents of the object pronouns of one sentence."""

    def __init__(
        self,
        tree: Tree,
        clauses: Sequence[Clause],
        predicates: dict[int, Predicate],
        finder: SubjectFinder,
        discourse: Discourse,
    ) -> None:
        """``predicates`` by verb index."""
        self._tree, self._clauses, self._predicates = tree, clauses, predicates
        self._finder, self._discourse = finder, discourse

    def antecedent(self, token: Token, clause: Clause, *, actor: bool = False) -> Phrase | None:
        """What an object pronoun stands for: the nearest noun before of its number that is not the clause's own subject.

        ``actor``: it is moved to act ("urged them to"), so it names an actor.
        """
        if token.lower in PERSONS:
            return self._person_before(token, clause) if token.dep == "dobj" else None
        beside = any(other.lower in {"others", "anyone"} for other in token.having("conj"))  # "put them or others at risk"
        plural, actor = token.lower != "it", actor or beside or acts_on_actors(token)
        meant = None if actor else people_before(token, clause) or supported_body(token, clause)
        made = noun_phrases(self._tree, meant) if meant is not None else []
        if made:
            return made[0].at(token)
        parallel = self._object_before(clause, plural=plural) if not actor else self._moved_before(clause, plural=plural)
        if parallel is not None:
            return parallel.at(token)
        again = self._said_before(token, clause) if plural else None
        if again is not None:
            return self.antecedent(again[0], again[1], actor=True)
        own = {below for token in self._finder.of(clause).tokens for below in phrase_of(token)} | {clause.noun}
        told = (
            actor and token.dep == "dative" and clause.link is Link.CLAUSAL
        )  # "tenants say the law gives them the right to V"
        if clause.link in {Link.OBJECT_CONTROL, Link.CLAUSAL, Link.COMPLEMENT} and clause.governor is not None and not told:
            own |= set(self._finder.of(clause.governor).tokens)
            own |= set(clause.governor.verb.having("attr"))  # "it is the duty of authorities to preserve it"
        own |= {*token.ancestors(), *serving(clause)}
        before = self._tree.tokens[: token.i]
        if not plural and not actor and token.dep == "dobj":
            before = agents_last(before)
        handled = not actor and is_handled(token)
        acted: Token | None = (
            None  # … the nearest that may act, by what is done to it: "released the suspects and ordered them to"
        )
        for other in reversed(before):
            if not other.is_noun or other in own or other.dep not in _NAMING or _is_many(other) != plural:
                continue
            if (not plural and not actor and is_poor_antecedent(other)) or (handled and names_actor(other.lower, other)):
                continue
            if other.lemma.lower() in words("preposition.time_heads") or other.tag == "CD":
                continue
            if actor and not names_actor(other.lower, other):
                done_to = plural and other.dep in {"dobj", "nsubjpass"} and other.head.lemma.lower() in words("to_people")
                acted = acted or (other if done_to else None)
                continue
            if is_example(other) or is_event_beside(other, token):
                continue
            if not (plural or actor) and other.tag == "NNP" and is_human(other):
                return None  # "urge the President to veto it": somebody is no "it"
            if other.dep in {"attr", "dobj"} and other.head.lemma.lower() == "become":
                continue  # "carers wishing to become nurses, and 300 of them …"
            pair = other.dep == "conj" and is_fixed_pair(other.head, other)  # "our men and women …, and 145 of them"
            preferred = whole_of if actor else salient
            chosen = other.head if pair else preferred(_what_is_so(other, own), own, plural=plural)
            if is_pronoun(chosen):  # "report it to the inspector and not investigate it"
                above = next((below for below in self._clauses if below.verb is chosen.head), None)
                return self.antecedent(chosen, above) if above is not None else None
            made = noun_phrases(self._tree, chosen)
            if made and (plural or made[0].head.tag not in {"NNS", "NNPS"}):  # "a majority of two seats" is no "it"
                return made[0].at(token)
        made = noun_phrases(self._tree, acted) if acted is not None else []
        if made:
            return made[0].at(token)
        return self._from_discourse(token, plural=plural, actor=actor, handled=handled)

    def _from_discourse(self, token: Token, *, plural: bool, actor: bool, handled: bool) -> Phrase | None:
        """What the sentences before name, where this one has nothing that fits."""
        label = (self._discourse.thing() if handled and not plural else None) or self._discourse.antecedent(
            plural=plural, actor_only=actor, patient=token.dep == "nsubjpass", thing=plural and not actor
        )
        if not (plural or actor) and token.dep == "dobj":
            if token.head.lemma.lower() in _LEGISLATING:
                label = self._discourse.paper() or label
            if label and not self._discourse.is_near(label):
                return None  # "Instead he ran it up": no predecessor, and nobody of whom one spoke long ago
        return Phrase.of(token, label) if label else None

    def _said_before(self, token: Token, clause: Clause) -> tuple[Token, Clause] | None:
        """“requiring them to pay for the damage in two towns and barring them from trading”: the same as before."""
        above = clause.governor if clause.link in {Link.OBJECT_CONTROL, Link.WITHOUT} else clause
        first = above.governor if above is not None and above.link is Link.CONJUNCT else None
        if above is None or first is None or above.subjects:
            return None
        for moved in (item for item in first.dependents if item.link is Link.OBJECT_CONTROL):
            for other in (*first.verb.having("dobj"), *moved.subjects):
                if other.lower == token.lower and first.verb.i < other.i < token.i:
                    return other, moved
        return None

    def _person_before(self, token: Token, clause: Clause) -> Phrase | None:
        """“convicted a journalist of spying and jailed him”, "froze the assets of the president and barred him from V-ing": the
        only person named before, beside who acts."""
        own = {below for who in self._finder.of(clause).tokens for below in phrase_of(who)}
        before = [
            item for item in self._tree.tokens[: token.i] if item.dep in _NAMING and is_one_person(item) and item not in own
        ]
        if len(before) != 1 or before[0].child("conj") is not None or before[0].goes_on:
            return None
        made = noun_phrases(self._tree, before[0])
        return made[0] if made else None

    def _object_before(self, clause: Clause, *, plural: bool) -> Phrase | None:
        """“bring the battery into conformity, withdraw it or recall it”, "keep a register and permit anyone to inspect it": the
        object of the verb that it, or the verb above it, is coordinated with."""
        above, verb, nested = clause.governor, clause.verb, clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}
        means = serving(clause)
        if clause.link is Link.OBJECT_CONTROL and above is not None:
            means = [*means, *above.verb.having("dobj")]  # who is moved is not what they act on
        if nested and above is not None and above.link is Link.CONJUNCT:
            clause = above
        while clause.link is Link.CONJUNCT and clause.governor is not None and not clause.subjects:
            clause = clause.governor
            target = clause.verb.child("dobj")
            if target is not None and target.is_noun:
                target = undergoing(target) if nested else target
                made = noun_phrases(self._tree, target)
                nearer = [
                    item
                    for item in self._tree.tokens[target.i + 1 : verb.i]
                    if item.dep == "dobj" and not is_human(item) and item not in means
                ]
                return made[0] if made and is_plural(target) == plural and not (nested and nearer) else None
        return None

    def _moved_before(self, clause: Clause, *, plural: bool) -> Phrase | None:
        """“empowers inspectors to enter and question staff, but does not allow them to arrest”: whom the verb before moves."""
        above = clause.governor if clause.link is Link.OBJECT_CONTROL else clause
        first = above.governor if above is not None and above.link is Link.CONJUNCT else None
        moved = self._predicates.get(first.verb.i) if first is not None else None
        who = moved.controller[:1] if moved is not None else []
        made = noun_phrases(self._tree, who[0]) if who and is_plural(who[0]) == plural and who[0].is_noun else []
        return made[0] if made else None
