"""Who acts, by name: subjects with their pronouns resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.antecedents import (
    counted_of,
    defined,
    is_defined,
    those_that,
)
from kg.extraction.clauses import Clause, Link, is_imperative
from kg.extraction.concepts import Phrase, first_label, noun_phrases
from kg.extraction.discourse import Discourse
from kg.extraction.heads import PERSONS, core_head, is_amount, is_no_one, is_pronoun, is_reciprocal, noun_heads, of_what
from kg.extraction.nearantecedents import NearAntecedents
from kg.extraction.objectpronouns import ObjectPronouns
from kg.extraction.predicates import Predicate
from kg.extraction.subjects import SubjectFinder, is_expletive
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words
from kg.model import ActorBasis

__all__ = ["Actor", "Subjects"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved actor; ``label`` is None where the text leaves it open. ``surface`` is the sentence's own word for it."""

    label: str | None
    basis: ActorBasis
    surface: str | None = None
    token: Token | None = None


UNKNOWN = Actor(None, ActorBasis.UNKNOWN)
_DEFINED = frozenset({"those", "people", "all", "anyone", "everyone", "whoever"})
_FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
_SOME = frozenset({"some", "others", "many", "most", "few", "several"})


class Subjects:
    """Finds the actors of the clauses of one sentence."""

    def __init__(
        self,
        tree: Tree,
        clauses: Sequence[Clause],
        predicates: dict[int, Predicate],
        discourse: Discourse,
        *,
        prefix: int = 0,
        quoted: Sequence[tuple[int, int]] = (),
    ) -> None:
        """``predicates`` by verb index; a subject among the first ``prefix`` characters stands for whoever is understood.

        ``quoted``: the stretches in quotation marks.
        """
        self.prefix, self.quoted = prefix, quoted
        self.quoting: str | None = None  # whom "we" stands for there
        self._tree, self._predicates, self._discourse = tree, predicates, discourse
        self._clauses = {clause.verb.i: clause for clause in clauses}
        self._resolving: set[int] = set()
        self._finder = SubjectFinder(predicates)
        self._near = NearAntecedents(tree, predicates, self._finder)
        self.objects = ObjectPronouns(tree, clauses, predicates, self._finder, discourse)

    def actors(self, clause: Clause) -> list[Actor]:
        """The actors of ``clause``, one for each coordinated one; a single unknown actor where the text leaves it open."""
        found = self._finder.of(clause)
        actors: list[Actor] = []
        for token in found.tokens:
            for actor in self._resolve(token, found.basis, clause):
                if all(actor.label != other.label for other in actors):
                    actors.append(actor)
        named = [actor for actor in actors if actor.label is not None]
        if not found.tokens and is_imperative(clause):
            post = self._discourse.post if clause.first.verb.tag == "VBZ" and not clause.first.passive else None
            if who := self._discourse.heading or post:
                return [Actor(who, ActorBasis.CONTROL)]
        return named or actors[:1] or [UNKNOWN]

    def named(self, subject: Token, clause: Clause) -> list[Actor]:
        """Whom or what a grammatical subject names, conjuncts as well."""
        if is_expletive(clause, subject):
            return []
        return [actor for head in noun_heads(subject) for actor in self._resolve(head, ActorBasis.EXPLICIT, clause)]

    def predicate(self, clause: Clause) -> Predicate | None:
        """The reading of the clause's verb."""
        return self._predicates.get(clause.verb.i)

    def phrases(self, token: Token) -> list[Phrase]:
        """The noun phrases at ``token``."""
        return noun_phrases(self._tree, token)

    def whole(self, noun: Token) -> str:
        """The noun phrase with all that is coordinated in it: "Ministers and Governors of the G20 countries"."""
        tokens = [token for token in noun.subtree() if token.dep != "det" or token.head is not noun]
        return self._tree.text[tokens[0].start : tokens[-1].end].strip(" ,.;")

    def _resolve(self, token: Token, basis: ActorBasis, clause: Clause) -> list[Actor]:
        lower = token.lower
        if token.start < self.prefix:
            heading = self._discourse.heading or (self._discourse.we if lower == "it" else None)
            return [Actor(heading, ActorBasis.CONTROL)] if heading else [UNKNOWN]
        if (whole := self._counted_or_part(token, basis, clause)) is not None:
            return whole
        doing = token.child("acl") if clause.verb.tag == "VB" else None
        within = doing is not None and doing in clause.verb.ancestors()  # "people working together to stop abuse": people
        if (
            lower in _DEFINED
            and not within
            and is_defined(token)
            and (lower in {"those", "whoever"} or clause.first.noun is not token)
        ):
            text = defined(self._tree, token)
            return [Actor(text, basis, text, token)]
        if lower == "we" and (who := _named_beside(token)) is not None:
            return [Actor(phrase.label, ActorBasis.WE, phrase.long, who) for phrase in noun_phrases(self._tree, who)]
        if lower in words("pronoun.first_plural"):
            quoted = self._discourse.titled and any(a <= token.start < b for a, b in self.quoted)
            we = self.quoting if quoted else self._discourse.we  # "“We will appeal,” the union said" in a story about a court
            return [Actor(we, ActorBasis.WE, token.text, token)] if we else [UNKNOWN]
        if lower in words("pronoun.first_singular"):
            post = token.child("appos")  # "I, the President of the Republic, proclaim"
            if post is not None and post.is_noun:
                return [
                    Actor(phrase.label, ActorBasis.EXPLICIT, phrase.long, post) for phrase in noun_phrases(self._tree, post)
                ]
            speaker = self._discourse.speaker or self._discourse.office
            return [Actor(speaker, ActorBasis.PRONOUN, token.text, token)] if speaker else [UNKNOWN]
        if lower in {"former", "latter"} and token.child("det") is not None:
            label = self._of_two(token, first=lower == "former")
            return [Actor(label, ActorBasis.PRONOUN, token.text, token)] if label else [UNKNOWN]
        core = core_head(token)
        if lower == "nothing":  # "nothing in this order requires X": the order does not
            inside = token.child("prep")
            order = inside.child("pobj") if inside is not None else None
            return self._resolve(order, basis, clause) if order is not None else [UNKNOWN]
        counted = lower == "none" and core is not token and not is_pronoun(core)  # "none of the firms"
        if not counted and (is_pronoun(token) or is_pronoun(core)):
            return self._pronoun(core if core is not token else token, clause)
        if lower in {"the", "a", "an"}:
            return [UNKNOWN]
        if is_no_one(token) or (lower in {"nobody", "none"} and not counted):
            return [Actor("no one", basis, token.text, token)]
        return [Actor(phrase.label, basis, phrase.long, token) for phrase in noun_phrases(self._tree, token)] or [UNKNOWN]

    def _counted_or_part(self, token: Token, basis: ActorBasis, clause: Clause) -> list[Actor] | None:
        """Whom "many of whom", "those that", "three" stand for; None for any other word."""
        if (whom := self._others(token, basis, clause)) is not None:
            return whom
        if (us := _of_us(token)) is not None:
            return self._resolve(us, ActorBasis.WE, clause)
        if token.dep in {"nsubj", "nsubjpass"}:
            clause = self._clauses.get(token.head.i, clause)  # "18 of whom had threatened to reject the bill"
        if token.dep == "csubj" and token.is_verb and token.tag != "VBG":
            return [UNKNOWN]  # "what we need is a strategy"
        of = clause.verb.child("prep") if is_amount(token) and clause.link is Link.RELATIVE else None
        if (
            of is not None
            and of.lower == "of"
            and any(item.tag == "WDT" for item in of.having("pobj"))
            and clause.noun is not None
        ):
            return self._as_pronoun(token, clause.noun)  # "projects, of which 30% will address X"
        if token.child("prep") is not None and (whole := self._part_of(token, clause)) is not None:
            return whole
        others = those_that(token)
        if others is not None:
            return self._as_pronoun(token, others)
        alone = token.tag == "CD" or (token.lower == "one" and token.tag == "PRP")
        return self._counted(token, basis) if alone and core_head(token) is token else None

    def _others(self, token: Token, basis: ActorBasis, clause: Clause) -> list[Actor] | None:
        """Whom "some", "each other" and "how much" stand for."""
        lower, above = token.lower, self._clauses.get(token.head.i)
        # "showed that nearly a third exceeded it"; but "two banks raised tolls, and a third cut wages"
        fraction = lower in _FRACTIONS and token.child("prep") is None and any(one.tag == "RB" for one in token.subtree())
        if fraction or (lower in _SOME and not token.children and not token.text.isupper()):  # "so full that some have closed"
            who = self._near.earlier_subject(token, plural=True)
            return self._as_pronoun(token, who) if who is not None else [UNKNOWN]
        if lower == "both" and not token.children:  # "Two nurses must be present. Both must sign the form."
            label = self._discourse.antecedent(plural=True)
            return [Actor(label, ActorBasis.PRONOUN, token.text, token)] if label else [UNKNOWN]
        if lower in {"much", "many"} and any(child.lower == "how" for child in token.children):
            return [UNKNOWN]
        if lower == "other" and [child.lower for child in token.children] == ["the"]:
            return [UNKNOWN]  # "each party shall provide the other with X"
        if not is_reciprocal(token) or above is None:
            return None
        others = [who for who in self._finder.of(above).tokens if not is_reciprocal(who)]  # not "Each other may …": itself
        return [actor for who in others for actor in self._resolve(who, basis, clause)] or [UNKNOWN]

    def _counted(self, token: Token, basis: ActorBasis) -> list[Actor]:
        """“of the 413 clinics, 409 are open and three …”: those of whom some are counted."""
        for other in reversed(self._tree.tokens[: token.i]):
            counted = other.dep == "pobj" and other.head.lower == "of" and other.child("nummod") is not None
            if counted and other.tag in {"NNS", "NNPS"} and token not in other.subtree():
                return [Actor(phrase.label, basis, token.text, token) for phrase in noun_phrases(self._tree, other)]
        part = counted_of(self._tree.tokens, token)
        return [Actor(item.label, basis, token.text, token) for item in noun_phrases(self._tree, part)] if part else [UNKNOWN]

    def _part_of(self, token: Token, clause: Clause) -> list[Actor] | None:
        """“people, most of whom are women”: those of whom the relative clause speaks."""
        inner = of_what(token)
        if inner is None or inner.tag not in {"WP", "WDT"}:
            return None
        owned = inner.tag == "WDT" and token.is_noun and any(child.lower == "the" for child in token.having("det"))
        if owned and token.lemma.lower() not in words("modifier.wrapper") and not is_amount(token):
            return None  # "the agency, the budget of which depends on fees"
        noun = clause.first.noun
        if token.lower == "both" and noun is not None:  # "the consent of A and B, both of which"
            noun = next((item for item in noun.subtree() if item.i < token.i and item.is_noun and item.having("conj")), noun)
        return self._as_pronoun(token, noun) if noun is not None and not is_pronoun(noun) else [UNKNOWN]

    def _pronoun(self, token: Token, clause: Clause) -> list[Actor]:
        lower = token.lower
        if lower in {"you", "yourself", "yourselves"}:
            return [UNKNOWN]  # whoever hears or reads it
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
        if lower in {"this", "that", "such", "what", "who", "which", "there"}:
            return [UNKNOWN]
        part = token.dep == "pobj" and token.head.head.dep in {"nsubj", "nsubjpass"}  # "many of them have been weakened"
        if (token.dep in {"dobj", "pobj", "dative"} and not part) or (token.dep == "nsubj" and lower in {"them", "him", "her"}):
            phrase = self.objects.antecedent(token, clause, actor=True)
            return [Actor(phrase.label, ActorBasis.PRONOUN, token.text, token)] if phrase else [UNKNOWN]
        inside = self._antecedent_inside(token, clause, plural=plural)
        if inside is not None:
            return [Actor(actor.label, ActorBasis.PRONOUN, token.text, token) for actor in inside]
        near = self.objects.antecedent(token, clause, actor=True) if part else None
        label = (
            near.label
            if near is not None
            else self._discourse.antecedent(plural=plural, person=lower in PERSONS, collective=lower == "they")
        )
        return [Actor(label, ActorBasis.PRONOUN, token.text, token)] if label else [UNKNOWN]

    def _antecedent_inside(self, token: Token, clause: Clause, *, plural: bool) -> list[Actor] | None:
        """Whom the pronoun stands for, where the sentence itself says so."""
        found = self._near.antecedent(token, clause, plural=plural)
        if found is None:
            return None
        if is_pronoun(found):  # "it said that it …": what the one before stands for
            return self._resolve(found, ActorBasis.PRONOUN, clause)
        return self._as_pronoun(token, found)

    def subject_antecedent(self, token: Token, clause: Clause) -> str | None:
        """What a pronoun as grammatical subject stands for, where the sentence itself says so."""
        found = self._antecedent_inside(token, clause, plural=token.lower != "it")
        return next((actor.label for actor in found or () if actor.label is not None), None)

    def object_antecedent(self, token: Token, clause: Clause) -> Phrase | None:
        """What an object pronoun stands for: what the same pronoun as a subject before it does, else a noun."""
        for again in self._tree.tokens[: token.i]:
            above = self._clauses.get(again.head.i) if again.lower == token.lower == "it" and again.dep == "nsubj" else None
            above = above if again.start >= self.prefix else None  # our own "It"
            if above is None or again in self._finder.of(clause).tokens or is_expletive(above, again):
                continue
            label = self.subject_antecedent(again, above)  # "it now goes to the upper house, which can delay it"
            if label is None and above.link is not Link.RELATIVE:
                label = next((actor.label for actor in self._resolve(again, ActorBasis.PRONOUN, above)), None)
                if label is None:
                    return None
            if label is not None and all(actor.label != label for actor in self.actors(clause)):
                return Phrase.of(token, label)
        return self.objects.antecedent(token, clause)

    def _of_two(self, token: Token, *, first: bool) -> str | None:
        """The first or second of the pair that "the former", "the latter" chooses from."""
        for other in reversed(self._tree.tokens[: token.i]):
            pair = noun_heads(other) if other.dep not in {"conj", "prep"} and other.is_noun else []
            if len(pair) == 2 and pair[1].i < token.i:
                return first_label(self._tree, pair[0] if first else pair[1]) or None
        named = self._discourse.sentences[-1] if self._discourse.sentences else []
        return (named[0] if first else named[-1]).label if len(named) > 1 else None

    def _as_pronoun(self, token: Token, antecedent: Token) -> list[Actor]:
        return [
            Actor(phrase.label, ActorBasis.PRONOUN, token.text, token)
            for head in ([antecedent] if token.lower in PERSONS else noun_heads(antecedent))
            for phrase in noun_phrases(self._tree, head)
        ]


def _named_beside(we: Token) -> Token | None:
    """“We, the heads of state of the region, resolve”, "we at the Water Commission", "At Harbour Bank, we": who that is."""
    who = we.child("appos")
    if who is not None and who.child("det") is not None:
        return who
    before = [prep for prep in we.head.having("prep") if prep.i < we.i and we.dep == "nsubj"]
    for at in (*we.having("prep"), *before):
        body = at.child("pobj") if at.lower == "at" else None
        if body is None or body.tag != "NNP" or body.lower in words("discourse.venue"):
            continue
        if body.lower in words("discourse.actor_noun"):
            return body
    return None


def _of_us(token: Token) -> Token | None:
    """“some of us”, "those of us whose laws allow it": us."""
    us = of_what(token) if token.tag in {"DT", "JJ", "JJS", "CD", "NN", "RB"} and not token.having("det") else None
    return us if us is not None and us.lower in {"us", "ourselves"} else None
