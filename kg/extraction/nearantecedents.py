"""What a subject pronoun stands for, where its own sentence names it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.antecedents import body_of, is_human, is_one_person, names_person, receiver_of, stands_for_anyone
from kg.extraction.clauses import Clause, Link
from kg.extraction.concepts import first_label
from kg.extraction.controllers import AIMS, is_willing
from kg.extraction.discourse import is_person, is_plural, names_actor, names_thing
from kg.extraction.heads import PERSONS, core_head, is_pronoun, of_what
from kg.extraction.judged import JUDGING, asked_body, containing_thing, judged_thing, told_patients, undergone_thing
from kg.extraction.predicates import Kind, Predicate
from kg.extraction.predicates.moved import can_act
from kg.extraction.subjects import SubjectFinder
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["NearAntecedents"]

_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "dative", "conj"})
_SPEAKING_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "lawyer", "leader", "representative", "negotiator", "envoy"}
)
_FRONTED = frozenset({Link.CONDITION, Link.ADVERBIAL})


def _named(clause: Clause, token: Token) -> list[Token]:
    """Its subjects, a relative pronoun as what it stands for: "people who stay on wards when they need no care"."""
    noun = clause.first.spoken_of
    if noun is None:
        return clause.subjects
    named = (core_head(noun) if item.tag in {"WP", "WDT"} else item for item in clause.subjects if _may_be(token, item))
    return list(named)


def _may_be(token: Token, subject: Token) -> bool:
    """“reported to the officer who decides whether it can be used”: nobody who is "who" is "it"."""
    return not (token.lower == "it" and subject.lower == "who")


def _meant(found: Token, plural: bool) -> Token:
    """“the purpose of the measure is to free beds, and it has freed some”: the measure."""
    inner = of_what(found) if found.lemma.lower() in AIMS else None
    return inner if inner is not None and inner.is_noun and is_plural(inner) == plural else found


def _is_inside(subject: Token, token: Token) -> bool:
    """“gives proof of where the steel was melted; it …”: a subject that the pronoun's clause stands outside of."""
    above = {token, *token.ancestors()}
    for item in (subject.head, *subject.head.ancestors()):
        if item in above:
            return False
        if item.dep in {"relcl", "pcomp"}:
            return True
    return False


def _acts(token: Token) -> bool:
    """Whether it is an active verb's subject, or stands behind it: "300 of them"."""
    part = token.head.head if token.dep == "pobj" else token
    return part.dep == "nsubj"


def _is_reached(noun: Token) -> bool:
    """“has listened to farmers, and their message is clear: they need credit”: people whom a verb reaches."""
    return noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.is_verb and can_act(noun)


def _had_with(noun: Token, plural: bool) -> Token | None:
    """“two seats, with all the powers that they entail”: the seats."""
    whole = noun.head.head if noun.dep == "pobj" and noun.head.lower == "with" else None
    if whole is None or not whole.is_noun:
        return None
    if plural and not is_plural(whole):  # "the correction of a wrong through two seats, with all the powers that they entail"
        within = (item for item in reversed(whole.subtree()) if item.i < noun.head.i and item.tag in {"NNS", "NNPS"})
        return next(within, None)
    return whole if is_plural(whole) == plural else None


def _own_of_what_follows(token: Token, clause: Clause) -> Token | None:
    """“As soon as it adopts an act, the Commission shall publish it”: who does the one does the other."""
    above = clause.governor
    prior = clause.marker == "before" or (clause.marker == "as" and clause.verb.head.lower == "soon")
    if not prior or above is None or token.lower != "it" or clause.verb.child("dobj") is None or not above.verb.modal:
        return None
    subject = above.subjects[0] if above.subjects else token
    follows = subject.i > clause.verb.i and subject.dep == "nsubj" and clause.verb.subtree()[0].i <= _OPENING
    return subject if follows and can_act(subject) and not is_plural(subject) and not is_human(subject) else None


_OPENING = 2  # words before a clause that opens the sentence: "As soon"


def _whose(noun: Token, token: Token) -> Token | None:
    """“we welcome the extension of the mandate of the mission; it has trained judges”: the mission, as no mandate trains."""
    inner = of_what(noun) if token.head.child("dobj") is not None else None
    if inner is None or is_plural(inner) != is_plural(noun) or token.head.lemma.lower() in words("of_things"):
        return None
    return inner if can_act(inner) else _whose(inner, token)


_DEEMING = frozenset({"deem", "consider", "think", "judge", "believe", "feel", "find", "hold"})


class NearAntecedents:
    """Finds the antecedents of the subject pronouns of one sentence inside it."""

    def __init__(self, tree: Tree, predicates: dict[int, Predicate], finder: SubjectFinder) -> None:
        """``predicates`` by verb index."""
        self._tree, self._predicates, self._finder = tree, predicates, finder

    def antecedent(self, token: Token, clause: Clause, *, plural: bool) -> Token | None:
        """The noun of the same sentence that the pronoun can stand for: for "rates they can afford" the actor next before it,
        else the subject of a clause above, else of any clause before."""
        judged = (
            receiver_of(clause, plural=plural)
            or judged_thing(token, clause)
            or asked_body(token, clause, self._tree.tokens[: token.i])
            or undergone_thing(token, clause, self._tree.tokens[: token.i])
            or told_patients(token, clause)
            or containing_thing(token, clause)
        )
        if judged is not None:
            return judged
        if clause.link is Link.RELATIVE and clause.noun is not None:
            whole = _had_with(clause.noun, plural)
            near = whole or (self._before_relative(clause.noun, clause.governor) if plural else None)
            if near is not None:
                return near
        if (own := _own_of_what_follows(token, clause) or self._judge(token, clause)) is not None:
            return own
        fronted = [below for below in clause.dependents if below.link in _FRONTED and below.verb.i < token.i]
        for below in fronted:  # "Where an operator finds a fault, it shall report it"
            for subject in below.subjects:
                if not is_pronoun(subject) and is_plural(subject) == plural and not (token.lower == "it" and is_human(subject)):
                    return subject
                if stands_for_anyone(token, subject, clause, below, fronted=True):
                    return subject
        found = (
            self._teller(token, clause, plural=plural)
            or self._subject_above(token, clause, plural=plural)
            or self._pointing_before(token)
            or self.earlier_subject(token, plural=plural)
        )
        person = self._one_person(token, clause, found)
        if found is not None and person is None:
            return _meant(found, plural)
        if person is not None:
            return person
        if token.lower in PERSONS:
            return self._only_person(token, clause)
        found = self._each_before(token) or self._object_before(token, clause, plural=plural)
        return self._one_person(token, clause, found) or found

    def _one_person(self, token: Token, clause: Clause, found: Token | None) -> Token | None:
        """“the tenant will be sent forms as to whether they will accept the flat”: one person, as no form acts so."""
        if token.lower != "they" or token.dep != "nsubj" or clause.passive or (found is not None and can_act(found)):
            return None
        states = (child.lower in words("of_persons") for child in clause.verb.having("acomp"))
        if clause.verb.lemma.lower() not in words("personal") and not any(states):
            return None
        before = self._tree.tokens[: token.i]
        if any(item.tag in {"NNS", "NNPS"} and names_actor(item.lower, item) for item in before):
            return None
        people = [item for item in before if (item.dep in _OBJECTS or item.dep == "nsubj") and names_person(item)]
        return people[0] if people and len({item.lemma.lower() for item in people}) == 1 else None

    def _judge(self, token: Token, clause: Clause) -> Token | None:
        """“the team may bid for homes they deem suitable”: the team does, as no home or bid deems anything."""
        above = clause.governor
        if token.lower != "they" or above is None or clause.verb.lemma.lower() not in _DEEMING or not above.subjects:
            return None
        who, noun = above.subjects[0], clause.noun
        near = [item for item in self._tree.tokens[: token.i] if item.tag in {"NNS", "NNPS"} and names_actor(item.lower, item)]
        return who if noun is not None and who.is_noun and not near and names_actor(who.lower, who) else None

    def _before_relative(self, noun: Token, governor: Clause | None) -> Token | None:
        """“until victims get the justice they deserve”, "rates they can afford": who acts above, or the actors next before."""
        above = self._acting(governor) if governor is not None and governor.link is not Link.RELATIVE else []
        if above and above[0].is_noun and is_plural(above[0]) and noun.dep == "dobj":
            return above[0]
        near = self._actor_before(noun)
        while near is not None and near.goes_on and near.head.is_noun and is_plural(near.head):
            near = near.head
        return near

    def _each_before(self, token: Token) -> Token | None:
        """“have told every state that we will pay, provided they publish a register”: each of them."""
        if token.lower != "they" or token.dep != "nsubj" or token.head.child("dobj") is None:
            return None
        for noun in reversed(self._tree.tokens[: token.i]):
            if noun.is_noun and noun.dep != "compound" and can_act(noun):
                each = any(child.lower in {"each", "every"} for child in noun.having("det"))
                return noun if each and noun.tag == "NN" else None
        return None

    def _object_before(self, token: Token, clause: Clause, *, plural: bool) -> Token | None:
        """“accused the state of rigging the vote, a charge it denies”, "we have signed ten agreements; they will …"."""
        if clause.governor is not None or self._by_us(token):
            objects = [
                head
                for head in reversed(self._tree.tokens[: token.i])
                if (head.dep == "dobj" or (plural and _acts(token) and _is_reached(head)))
                and head is not clause.noun
                and names_thing(head)
                and is_plural(head) == plural
                and not (token.lower == "it" and is_human(head))
            ]
            who = (head for head in objects if token.dep == "nsubj" and names_actor(head.lower, head))
            near = next(who, objects[0] if objects else None)
            return near if clause.governor is not None or near is None else _whose(near, token) or near
        return None

    def _subject_above(self, token: Token, clause: Clause, *, plural: bool) -> Token | None:
        """The subject of a clause above that the pronoun agrees with."""
        above = clause.governor
        while above is not None:
            understood = above.link in {Link.OBJECT_CONTROL, Link.COMPLEMENT}
            embedded = token.lower == "it" and clause.link is not Link.CONJUNCT
            if embedded and (thing := self._thing_above(token, above)) is not None:
                return thing
            for subject in _named(above, token) or (self._finder.of(above).tokens if understood else ()):
                if token.lower == "it" and is_human(subject):
                    body = body_of(subject)
                    if body is not None and subject.i < token.i:
                        return body
                    continue
                if token.lower == "they" and subject.lemma.lower() in _SPEAKING_FOR and subject.i < token.i:
                    body = body_of(subject, plural=True)
                    if body is not None:
                        return body
                felt = token.lower == "it" and names_person(subject) and above.verb.lemma.lower() in words("believing")
                if clause.noun in {subject, core_head(subject)} or felt:  # "does not feel it is a suitable offer"
                    continue  # "fewer than half of the projects it backed"
                if (
                    subject.i < token.i
                    and not is_pronoun(subject)
                    and not (token.lower in {"it", "they"} and subject.lower in words("pronoun.indefinite"))
                    and (is_plural(subject) == plural or stands_for_anyone(token, subject, clause, above))
                    and (
                        token.lower not in PERSONS
                        or is_person(first_label(self._tree, subject))
                        or subject.lower in {"everyone", "anyone"}
                        or names_person(subject)
                        or is_human(subject)
                        or self._says(above, subject)
                    )
                    and not (token.lower == "it" and above.verb.lemma.lower() in {"find", "reveal", "show"})
                ):
                    return subject
                if subject.i < token.i and subject.lower in {"they", "it"} and subject.lower[0] == token.lower[0]:
                    return subject
            if token.lower in PERSONS:  # "Where a person has been harmed, authorities shall ensure that he or she is heard"
                for below in above.dependents:
                    if below.link in _FRONTED and below.verb.i < token.i:
                        human = [item for item in below.subjects if is_human(item) and not is_plural(item)]
                        if human:
                            return human[0]
            above = above.governor
        return None

    def _thing_above(self, token: Token, above: Clause) -> Token | None:
        """“quashed a directive, ruling that it was issued”, "she hailed the accord, admitting that it …": the object of the
        verb above, where what is done to "it", a judgement or who is above says that it is not who acts there."""
        thing = above.verb.child("dobj")
        if thing is None or thing.i > token.i or is_plural(thing) or not thing.is_noun or names_actor(thing.lower, thing):
            return None
        person = any(
            is_human(subject) or is_person(first_label(self._tree, subject)) for subject in above.subjects if subject.is_noun
        )
        if thing.tag == "NN" and not thing.children:
            return None  # "no plan will take effect until it has been approved"
        judged = any(item.lemma.lower() in JUDGING and item.dep == "advcl" for item in token.head.ancestors())
        return thing if token.dep == "nsubjpass" or person or judged else None

    def _acting(self, clause: Clause) -> Sequence[Token]:
        """Its subjects; of "to share the data they hold" those who are to share it."""
        return clause.subjects or (self._finder.of(clause).tokens if clause.infinitive else ())

    def _teller(self, token: Token, clause: Clause, *, plural: bool) -> Token | None:
        """“told us that rents are eating into their income, and that they cannot pay”, "said that inflation was low but that it
        was not ready to cut rates": who says it, where the clause before or a will points there."""
        first = clause.first
        above = first.governor
        if first is clause or first.link is not Link.CLAUSAL or above is None or not first.subjects or token.lower in PERSONS:
            return None
        other, who = first.subjects[0], next(iter(self._finder.of(above).tokens), None)
        if who is None or not who.is_noun or is_plural(who) != plural or (token.lower == "it" and is_human(who)):
            return None
        if names_actor(other.lower, other) or not names_actor(who.lower, who):
            return None
        own = other.subtree()
        points = any(
            item.tag == "PRP$" and item.lower == ("their" if plural else "its")
            for item in first.verb.subtree()
            if item.i < token.i and item not in own
        )
        return who if is_willing(clause) or points else None

    def _subject_before(self, token: Token) -> Token | None:
        before = reversed(self._tree.tokens[: token.i])
        return next((other for other in before if other.dep in {"nsubj", "nsubjpass"}), None)

    def _pointing_before(self, token: Token) -> Token | None:
        """“this does not close the gap; it postpones the reckoning”: whatever "this" is."""
        if token.lower != "it":
            return None
        near = self._subject_before(token)
        return near if near is not None and near.tag == "DT" and near.lower in {"this", "that"} else None

    def _only_person(self, token: Token, clause: Clause) -> Token | None:
        """“welcome the envoy and the truce that she has negotiated”: the only person that the sentence has named."""
        before = [item for item in self._tree.tokens[: token.i] if item.dep in _OBJECTS and self._is_person(item)]
        return before[0] if len(before) == 1 and clause.noun not in before else None

    def _is_person(self, noun: Token) -> bool:
        return is_one_person(noun) or (noun.tag == "NNP" and is_person(first_label(self._tree, noun)))

    def _by_us(self, token: Token) -> bool:
        """Whether "we" or "I" is the nearest subject before."""
        near = self._subject_before(token)
        return near is not None and near.lower in {"we", "i"}

    def _says(self, clause: Clause, subject: Token) -> bool:
        """“Duarte told reporters she had …”: a single name that speaks is a person's."""
        predicate = self._predicates.get(clause.verb.i)
        speaks = predicate is not None and predicate.kind is Kind.ATTRIBUTION
        return (
            speaks
            and subject.tag == "NNP"
            and not subject.text.isupper()
            and subject.lemma.lower() not in words("discourse.actor_noun")
        )

    def _actor_before(self, noun: Token) -> Token | None:
        """The nearest plural noun before ``noun`` that names actors."""
        for token in reversed(self._tree.tokens[: noun.i]):
            if (
                (token.tag in {"NNS", "NNPS"} or token.lower in {"states", "nations", "parties"})
                and token.dep in {"pobj", "dobj", "nsubj", "nsubjpass", "dative", "conj"}
                and names_actor(token.lower, token)
            ):
                return token
            if token.lower == "those" and token.child("relcl") is not None:
                return token  # "those who polluted the air pay for the damage they have caused"
        return None

    def earlier_subject(self, token: Token, *, plural: bool) -> Token | None:
        """The latest subject before that the pronoun agrees with, one inside a relative clause or behind "of" as the last."""
        inside: Token | None = None
        for other in reversed(self._tree.tokens[: token.i]):
            if (
                other.dep in {"nsubj", "nsubjpass"}
                and not is_pronoun(other)
                and core_head(other) not in token.ancestors()
                and other.lower not in words("pronoun.indefinite")
                and is_plural(other) == plural
                and (token.lower not in PERSONS or is_person(first_label(self._tree, other)))
                and (token.lower != "it" or not (is_human(other) or (token.head.lemma == "be" and names_person(other))))
                and other.is_noun
                and not other.head.infinitive  # "has not waited for others to act: it has banned X"
            ):
                if not _is_inside(other, token):
                    return other
                inside = inside or other
        return inside
