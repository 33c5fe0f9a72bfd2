"""What stands around an act: times, amounts, means, purposes, conditions, beneficiaries, everything else in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from kg.extraction.amounts import find_quantities
from kg.extraction.clauses import Clause, Link
from kg.extraction.concepts import Phrase, first_label, noun_phrases
from kg.extraction.duties import is_duty
from kg.extraction.entitlements import is_entitlement
from kg.extraction.figures.marks import marks
from kg.extraction.heads import is_amount, is_pronoun, noun_heads, of_what
from kg.extraction.ownamounts import before_what, belongs, of_a_part, parted, place_of
from kg.extraction.owned import is_of_another
from kg.extraction.owntimes import is_rate, time_owner
from kg.extraction.predicates import Predicate
from kg.extraction.predicates.moved import is_agent
from kg.extraction.provisos import proviso
from kg.extraction.times import find_times
from kg.extraction.tree import BY_PLACE, Token, Tree
from kg.extraction.words import phrases, words
from kg.model import Qualifier, Quantity, TimeExpression

__all__ = ["Circumstances"]

_CONDITIONS = frozenset({"if", "unless", "where", "wherever", "when", "whenever"})
_SKIPPED_ADVERBS = words("linking_adverb")


_BOUNDS = frozenset({"over", "under", "around", "about"})  # words that bound an amount, and verbs' particles


class Circumstances:
    """Links the phrases of one sentence to the acts that they belong to."""

    def __init__(
        self,
        tree: Tree,
        clauses: list[Clause],
        predicates: dict[int, Predicate],
        objects: Callable[[Clause, Predicate], list[Phrase]],
        *,
        today: date | None,
        skip: int,
        offset: int,
    ) -> None:
        """``objects(clause, predicate)`` are the concepts acted on; the rest as in ``assemble.analyse``."""
        self._tree, self._predicates, self._objects = tree, predicates, objects
        self._by_verb = {clause.verb.i: clause for clause in clauses}
        self._today, self._skip, self._offset = today, skip, offset

    @cached_property
    def _times(self) -> list[tuple[int, int, TimeExpression]]:
        return find_times(self._tree.text, self._today)

    @cached_property
    def _quantities(self) -> list[tuple[int, int, Quantity]]:
        text = parted(self._tree.text, self._skip)
        found = find_quantities(text, times=[(start, end) for start, end, _ in self._times])
        particles = (
            {token.start: token for token in self._tree if token.dep == "prt" and token.lower in _BOUNDS} if found else {}
        )
        found = [self._without_particle(item, particles[item[0]]) if item[0] in particles else item for item in found]
        return [self._with_rate(item) for item in found]

    @cached_property
    def _rates(self) -> dict[int, int]:
        """Where an amount ends whose rate stands behind it → where that ends: "200 euros a month"."""
        return {start - 1: end for start, end, time in self._times if is_rate(time.text)}

    def _with_rate(self, found: tuple[int, int, Quantity]) -> tuple[int, int, Quantity]:
        start, end, quantity = found
        if end not in self._rates:
            return found
        return start, end, replace(quantity, text=quantity.text + self._tree.text[end : self._rates[end]])

    def _without_particle(self, found: tuple[int, int, Quantity], particle: Token) -> tuple[int, int, Quantity]:
        """“hand over two suspects”: the verb's particle bounds no amount."""
        _, end, quantity = found
        start = next(token.start for token in self._tree if token.start > particle.start)
        return start, end, replace(quantity, text=self._tree.text[start:end], bound=None)

    def _owner(self, start: int) -> Clause | None:
        """The clause that the words at ``start`` hang in."""
        token = next((token for token in self._tree if token.end > start), None)
        above = (token, *token.ancestors()) if token is not None else ()
        return next((self._by_verb[item.i] for item in above if item.i in self._by_verb), None)

    def times(self, clause: Clause) -> list[TimeExpression]:
        """The times of ``clause``, its own first; those before the first verb of a coordination are said of all of it."""
        own: list[TimeExpression] = []
        found: list[TimeExpression] = []
        far: list[TimeExpression] = []  # said of all sentences of a row, unless one has a time of its own
        last = self._with_its_object(clause)
        for start, end, time in self._times:
            if start - 1 in self._rates and any(behind == start - 1 for _, behind, _ in self._quantities):
                continue
            owner = time_owner(self._tree, self._by_verb, start, end)
            above: Clause | None = clause if owner is not last or last is None or start < last.verb.end else last
            apart = False  # whether a subject of its own parts the clause from the one above
            while above is not None:
                if owner is above:
                    shared = (
                        above is clause
                        or (start < above.verb.start and clause.verb.start > start)
                        or self._last_of(above, clause, start)
                    )
                    if shared and not (apart and above.subjects and start > above.subjects[0].start):
                        (own if above is clause else far if apart else found).append(time)
                    break
                apart = apart or (above.link is Link.CONJUNCT and bool(above.subjects))
                above = (
                    above.governor
                    if above.link in {Link.CONJUNCT, Link.COMPLEMENT, Link.PARTICIPLE, Link.OBJECT_CONTROL}
                    else None
                )
        return own + found or far

    def _last_of(self, above: Clause, clause: Clause, start: int) -> bool:
        return clause.link is not Link.CONJUNCT and self._predicates[above.verb.i].hands_on and start > clause.verb.start

    def quantities(self, clause: Clause, target: Phrase) -> list[Quantity]:
        """The amounts in the object, then those that hang on the verb or stand in its subject."""
        inside, others = [], []
        for start, end, quantity in self._quantities:
            owner = self._owner(start)
            if owner is not None and self._says_of(owner, target, clause):
                continue  # "42 billion for health, of which 1 billion will go to clinics"
            top = place_of(self._tree, start, end)
            measure = quantity.unit is not None or quantity.change is not None
            if top is None or not belongs(top, clause.verb, target.head, measure=measure):
                continue
            if quantity.unit in marks().spells and before_what(self._tree, end):
                continue
            if owner is not clause and of_a_part(clause.subjects):
                continue
            if self._in_phrase(start, target):
                inside.append(quantity)
            elif owner is clause and not self._in_other_object(start, clause, target):
                others.append(quantity)
        spent = self._predicates[clause.verb.i].rule == "spending" and not is_amount(target.head)
        return others + inside if spent else inside + others  # "allocated 20 million to five countries"

    def _says_of(self, owner: Clause, target: Phrase, clause: Clause) -> bool:
        """Whether ``owner`` stands in a relative clause behind ``target`` that ``clause`` is no part of."""
        above: Clause | None = owner
        while above is not None and above is not clause and above.verb.i > target.head.i:
            if above.link is Link.RELATIVE or (above.link is Link.PURPOSE and above.noun is target.head):
                return True
            above = above.governor
        return False

    def _in_phrase(self, start: int, target: Phrase) -> bool:
        tokens = [token for token in target.head.subtree() if token.dep not in {"conj"}]
        first = min((token.start for token in tokens), default=target.start)
        return min(first, target.start) <= start < target.end

    def _in_other_object(self, start: int, clause: Clause, target: Phrase) -> bool:
        for head in self._predicates[clause.verb.i].objects:
            if head is not target.head and not is_pronoun(head):
                for phrase in noun_phrases(self._tree, head):
                    if phrase.head is not target.head and self._in_phrase(start, phrase):
                        return True
        return False

    def means(self, clause: Clause) -> list[str]:
        """By what means, as phrases or “verb object”."""
        found: list[str] = []
        for below in self._dependents(clause, Link.MEANS):
            found.extend(self._verb_object(below))
        own = self._predicates[clause.verb.i].preposition  # "live by the rules"
        for prep in self._prepositions(clause):
            if prep is own or any(start <= prep.start < end for start, end, _ in self._times):
                continue
            if prep.lower in words("preposition.means") and prep.dep != "agent" and not (clause.passive and prep.lower == "by"):
                inner = prep.child("pobj")
                if (
                    inner is not None
                    and not is_pronoun(inner)
                    and not any(det.lower == "no" for det in inner.having("det"))  # "by no means"
                    and (inner.lower not in words("preposition.comparing") or any(det.lower != "the" for det in inner.children))
                    and inner.lemma.lower() not in words("preposition.time_heads")
                    and inner.tag != "CD"
                    and not (prep.lower == "by" and (self._has_quantity(inner) or is_agent(inner)))  # "the visit by its envoy"
                ):
                    found.extend(self._means_phrases(prep, inner))
        return list(dict.fromkeys(found))

    def _means_phrases(self, prep: Token, inner: Token) -> list[str]:
        text = self._tree.text[prep.start :].lower()
        if any(text.startswith(phrase) for phrase in phrases("preposition.means_phrase")):
            inner = of_what(inner) or inner
        return [phrase.long for head in noun_heads(inner) for phrase in noun_phrases(self._tree, head)]

    def _has_quantity(self, token: Token) -> bool:
        return any(start <= token.start < end or token.start - end in {0, 1} for start, end, _ in self._quantities)

    def _prepositions(self, clause: Clause) -> list[Token]:
        """The prepositions of the verb and, before the verb, of the first verb of its coordination."""
        found = [child for child in clause.verb.children if child.dep in {"prep", "agent"}]
        for above in _sharing_subject(clause):
            found.extend(child for child in above.verb.children if child.dep == "prep" and child.i < above.verb.i)
        return sorted(found, key=BY_PLACE)

    def _dependents(self, clause: Clause, *links: Link) -> list[Clause]:
        """The clauses below ``clause`` of that kind, with their conjuncts; those before a coordination belong to all of it."""
        found = [below for below in clause.dependents if below.link in links]
        last = self._with_its_object(clause)
        if last is not None:
            found.extend(below for below in last.dependents if below.link in links and below.verb.i > last.verb.i)
        for above in _sharing_subject(clause):
            found.extend(below for below in above.dependents if below.link in links and below.verb.i < above.verb.i)
        stack, conjuncts = list(found), []
        while stack:
            for below in stack.pop().dependents:
                if below.link is Link.CONJUNCT:
                    conjuncts.append(below)
                    stack.append(below)
        return sorted(found + conjuncts, key=lambda item: item.verb.i)

    def _with_its_object(self, clause: Clause) -> Clause | None:
        """“may refuse, suspend or revoke a licence if …”: the clause whose object it shares, and what follows that."""
        predicate = self._predicates[clause.verb.i]
        if predicate.rule != "shared_object" or not predicate.objects:
            return None
        other = self._by_verb.get(predicate.objects[0].head.i)
        return other if other is not clause else None

    def _verb_object(self, clause: Clause) -> list[str]:
        predicate = self._predicates[clause.verb.i]
        return [f"{predicate.lemma} {phrase.label}" for phrase in self._objects(clause, predicate)]

    def purposes(self, clause: Clause, target: Phrase) -> list[str]:
        """To what end: “verb object” of each purpose clause."""
        found: list[str] = []
        for below in self._dependents(clause, Link.PURPOSE, Link.FOR_GERUND):
            noun = below.first.noun
            if noun is not None and (is_entitlement(noun) or is_duty(noun) or is_of_another(noun, clause.verb)):
                continue  # "forfeits the right to receive water": not in order to receive it
            if clause.verb.lemma == "lack" or (noun is not None and below.passive):
                continue  # "lack funds to repair roads"; "a plant to be built in the desert"
            if noun is None or noun.i >= target.head.i or noun in target.head.subtree() or below.verb.i < clause.verb.i:
                found.extend(self._verb_object(below))
        return list(dict.fromkeys(found))

    def condition(self, clause: Clause) -> str | None:
        """The words of the condition that it stands under."""
        shared = clause.link is Link.CONJUNCT and clause.subjects and clause.governor is not None
        apart = shared and any(child.text == ";" for child in clause.verb.head.children)
        before = [
            below
            for below in (clause.first.dependents if shared and not apart else ())
            if below.link is Link.CONDITION and below.marker != "whether" and below.verb.i < clause.first.verb.i
        ]
        asked = self._predicates[clause.verb.i].objects  # "decide whether it works"
        for below in [*self._dependents(clause, Link.CONDITION), *before]:  # "if talks fail, X will V and Y will V"
            if below.link is Link.CONDITION and below.verb not in asked:
                return self._words_below(below.verb)
        above = clause
        while above.governor is not None and self._hands_down(above, above.governor):
            above = above.governor  # "stands ready to act should the parties fail to comply"
            for below in above.dependents:
                if below.link is Link.CONDITION and below.verb.i > clause.verb.i:
                    return self._words_below(below.verb)
        for token in clause.verb.having("advcl"):  # "unless satisfied that the works will harm no species"
            opens = {mark.lower for mark in token.having("mark", "advmod")}
            if token.tag == "JJ" and opens & _CONDITIONS and token.child("conj", "det") is None:
                return self._words_below(token)
        phrase = proviso(clause)
        return self._words_below(phrase) if phrase is not None else None

    def _hands_down(self, clause: Clause, governor: Clause) -> bool:
        """Whether what follows the verb above is said of the clause too: "“we will close it,” he said, “if prices fall”"."""
        quoted = clause.link is Link.CLAUSAL and clause.verb.i < governor.verb.i
        below = clause.link in {Link.COMPLEMENT, Link.OBJECT_CONTROL}
        return quoted or (below and self._predicates[governor.verb.i].hands_on)

    def _words_below(self, token: Token) -> str:
        tokens = token.subtree()
        while tokens[-1].dep in {"cc", "punct"} and len(tokens) > 1:
            tokens.pop()
        first = tokens[0]
        if first.i and first.lower == "that" and self._tree[first.i - 1].lower in {"provided", "providing", "condition"}:
            first = self._tree[first.i - 1]
        return self._tree.text[first.start : tokens[-1].end].strip(" ,")

    def beneficiary(self, clause: Clause, predicate: Predicate) -> str | None:
        """Whom a dative names, or the subject of a passive that keeps its object: "women were denied care"."""
        dative = clause.verb.child("dative")
        kept = clause.passive and dative is None and any(token.dep == "dobj" for token in predicate.objects)
        if kept and predicate.objects[0].head is clause.verb:
            dative = clause.verb.child("nsubjpass")
            if dative is not None and dative.tag in {"WP", "WDT"}:
                dative = clause.noun  # "women who were refused care"
        if dative is None or dative in predicate.objects:
            return None
        inner = dative if dative.is_noun else dative.child("pobj")
        if inner is None or is_pronoun(inner) or inner in predicate.objects:
            return None
        return first_label(self._tree, inner) or None

    def qualifiers(self, clause: Clause, predicate: Predicate, target: Phrase) -> list[Qualifier]:
        """Every other phrase that hangs on the predicate or, beyond the concept's name, on its object."""
        taken = {predicate.preposition}
        heads = [clause.verb, target.head] if target.head.i > clause.verb.i else [clause.verb]
        found = []
        for head in heads:
            for child in head.children:
                if child in taken or child.start < self._skip:
                    continue
                if self._is_qualifier(child, head, clause):
                    tokens = child.subtree()
                    while len(tokens) > 1 and tokens[-1].dep == "punct":
                        tokens.pop()
                    start, end = tokens[0].start, tokens[-1].end
                    text = self._tree.text[start:end]
                    if head is clause.verb or " ".join(text.split()) not in target.label:
                        found.append(self._qualifier(child, start, end))
        return _joined(self._tree.text, self._offset, sorted(found, key=lambda item: item.start))

    def _is_qualifier(self, child: Token, head: Token, clause: Clause) -> bool:
        if child.dep == "agent":
            return not clause.passive
        if child.dep == "prep":
            return child.i > head.i or head is clause.verb
        if head is not clause.verb:
            return False
        if child.dep in {"npadvmod", "advcl", "oprd"}:
            return True
        return child.dep == "advmod" and child.lower not in _SKIPPED_ADVERBS and child.tag not in {"WRB"}

    def _qualifier(self, child: Token, start: int, end: int) -> Qualifier:
        text = self._tree.text
        mark = child.child("mark") if child.dep == "advcl" else None
        word = child.lower if child.dep in {"prep", "agent"} else mark.lower if mark is not None and mark.start == start else ""
        inner = start + len(word) if word and text[start : start + len(word)].lower() == word else start
        while inner < end and text[inner] in " \n\t,":
            inner += 1
        return Qualifier(word, text[inner:end], inner + self._offset, end + self._offset)


def _sharing_subject(clause: Clause) -> Iterator[Clause]:
    """The clauses above, as far as the subject of the last of them is that of ``clause`` too."""
    while clause.link in {Link.CONJUNCT, Link.COMPLEMENT} and clause.governor is not None and not clause.subjects:
        clause = clause.governor
        yield clause


def _joined(text: str, offset: int, found: list[Qualifier]) -> list[Qualifier]:
    """``found`` with what goes on from one phrase to the next in one: "the whole process from research to application"."""
    joined: list[Qualifier] = []
    for item in found:
        last = joined[-1] if joined else None
        start = item.start - len(item.preposition) - 1
        if last is not None and last.preposition and item.preposition in {"from", "to", "of"} and start - last.end == 1:
            joined[-1] = Qualifier(last.preposition, text[last.start - offset : item.end - offset], last.start, item.end)
        else:
            joined.append(item)
    return joined
