"""The grammatical and understood subjects of clauses, as tokens."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.agents import is_agent, shared_agent
from kg.extraction.clauses import Clause, Link
from kg.extraction.controllers import (
    doing,
    elsewhere,
    is_ground,
    is_own_act,
    is_willing,
    means_who_is_moved,
    told,
    with_a_tool,
)
from kg.extraction.duties import is_duty, is_lifted, is_of_a_document
from kg.extraction.heads import core_head, governed, is_pronoun, noun_heads
from kg.extraction.owned import is_brought_up, is_led_to
from kg.extraction.predicates import Kind, Predicate
from kg.extraction.predicates.moved import asks_for, asks_for_doing, is_paper
from kg.extraction.tree import Token
from kg.extraction.words import classes, words
from kg.model import ActorBasis

__all__ = ["Found", "SubjectFinder", "is_expletive"]


@dataclass(frozen=True, slots=True)
class Found:
    """Subject tokens of a clause before their pronouns are resolved."""

    tokens: tuple[Token, ...]
    basis: ActorBasis


_NOBODY = Found((), ActorBasis.UNKNOWN)
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


class SubjectFinder:
    """The logical subject of each clause of one sentence: who acts, before pronouns are resolved."""

    def __init__(self, predicates: dict[int, Predicate]) -> None:
        """``predicates`` by verb index."""
        self._predicates = predicates
        self._memo: dict[int, Found] = {}

    def of(self, clause: Clause) -> Found:
        """The tokens that are the logical subject of ``clause``."""
        key = clause.verb.i
        if key not in self._memo:
            self._memo[key] = _NOBODY  # a circle of controllers ends in nobody
            self._memo[key] = self._find(clause)
        return self._memo[key]

    def _find(self, clause: Clause) -> Found:
        if clause.passive:
            return self._agent(clause)
        own = clause.subjects
        if own:
            return self._own(clause, own)
        if clause.verb.child("expl") is not None:
            return _NOBODY
        governor = clause.governor
        if clause.link in {Link.REDUCED, Link.RELATIVE, Link.ABSOLUTE} and clause.noun is not None:
            return Found(tuple(antecedent_heads(clause.noun)), ActorBasis.EXPLICIT)
        if clause.link is Link.CONJUNCT and governor is not None:
            return self._of_governor(governor)
        if clause.link in _CONTROLLED and governor is not None:
            return self._controller(clause, governor)
        return _NOBODY

    def _own(self, clause: Clause, own: list[Token]) -> Found:
        first = clause
        while first.noun is None and first.link is Link.CONJUNCT and first.governor is not None:
            first = first.governor
        relative = [
            token for token in own if token.tag in {"WDT", "WP"} or (token.lower == "that" and first.link is Link.RELATIVE)
        ]
        if relative and first.link is Link.CLAUSAL and first.governor is not None:  # "it is we who are borrowing"
            whom = first.governor.verb.child("attr")
            if whom is not None and first.governor.verb.lemma == "be":
                return Found((whom,), ActorBasis.EXPLICIT)
        if relative and first.verb.dep == "pcomp":
            return _NOBODY  # "an inquiry into who ordered it"
        if relative and (noun := first.spoken_of) is not None:
            many = noun.tag in {"NN", "NNP"} and noun.child("conj") is not None and first.verb.opening.tag == "VBP"
            return Found(tuple(noun_heads(noun) if many else antecedent_heads(noun)), ActorBasis.EXPLICIT)
        if is_expletive(clause, own[0]):
            return _NOBODY
        tokens = [head for token in own if token.dep != "expl" and token.tag != "EX" for head in noun_heads(token)]
        return Found(tuple(tokens), ActorBasis.EXPLICIT)

    def _agent(self, clause: Clause) -> Found:
        agents: list[Token] = []
        for child in clause.verb.children:
            if child.dep == "agent" or (child.dep == "prep" and child.lower == "by" and child.i > clause.verb.i):
                inner = child.child("pobj") or shared_agent(child, clause.verb)
                if inner is not None and is_agent(inner, clause.verb):
                    agents += noun_heads(inner)
        if agents:
            return Found(tuple(agents), ActorBasis.PASSIVE)
        inside = _agent_inside(clause.verb)
        if inside is not None:
            return Found(tuple(noun_heads(inside)), ActorBasis.PASSIVE)
        governor = clause.governor
        if clause.link is Link.CONJUNCT and governor is not None and governor.passive:
            found = self._agent(governor)
            if found.tokens and found.tokens[0].i > clause.verb.i:
                return found
        if any(child.lower in {"twice", "once", "earlier", "previously"} for child in clause.verb.having("advmod")):
            return _NOBODY  # "amended twice and repealed by the assembly"
        later = [
            below
            for below in clause.dependents
            if below.link is Link.CONJUNCT
            and below.passive
            and not below.subjects
            and below.verb.i - clause.verb.i <= _BESIDE
            and not any(
                clause.verb.i < child.i < below.verb.i for child in clause.verb.having("prep", "npadvmod", "dobj", "dative")
            )
        ]
        for below in later:  # "be developed and adopted by X"
            found = self._agent_here(below)
            if found.tokens:
                return found
        return _NOBODY

    def _agent_here(self, clause: Clause) -> Found:
        agent = clause.verb.child("agent")
        inner = agent.child("pobj") if agent is not None else None
        return Found(tuple(noun_heads(inner)), ActorBasis.PASSIVE) if inner is not None else _NOBODY

    def _of_governor(self, governor: Clause) -> Found:
        """A conjunct's subject: the logical subject of an active verb, the grammatical one of a passive."""
        if governor.passive:
            return self._grammatical(governor)
        return self.of(governor)

    def _grammatical(self, clause: Clause) -> Found:
        if clause.subjects:
            return self._own(clause, clause.subjects)
        if clause.infinitive and clause.link in {Link.COMPLEMENT, Link.PURPOSE} and clause.governor is not None:
            return self._controller(clause, clause.governor)  # "the right to be informed and to obtain X"
        if clause.noun is not None:
            return Found((clause.noun,), ActorBasis.EXPLICIT)
        if clause.governor is not None and clause.link is Link.CONJUNCT:
            return self._grammatical(clause.governor)
        return _NOBODY

    def _holder(self, clause: Clause, governor: Clause) -> Found | None:
        """Whose power, duty or failure the infinitive hangs on: "the agency's powers to raid", "confer on X the right to V"."""
        noun = clause.noun
        prepositions = _TRANSFERS.get(governor.verb.lemma.lower())
        target = governor.verb.child("dobj")
        taken = prepositions == "" and target is not None and any(prep.lower == "of" for prep in governor.verb.having("prep"))
        if (
            prepositions is not None
            and clause.link in {Link.PURPOSE, Link.COMPLEMENT}
            and (taken or (noun is None) == bool(prepositions))
            and clause.marker not in {"in", "when"}  # "gives priority to small firms in awarding contracts"
        ):
            return self._receiver(noun, governor, prepositions.split())
        if noun is None:
            by = doing(target, clause) if clause.link is Link.PURPOSE and target is not None else None
            return Found(tuple(governed(by)), ActorBasis.CONTROL) if by is not None else None
        to_do = clause.link is Link.PURPOSE or (clause.link is Link.COMPLEMENT and clause.marker == "of")
        if to_do and noun.dep == "dobj" and governor.verb.lemma.lower() in _GIVING:
            dative = governor.verb.child("dative")
            if dative is not None and (dative.is_noun or is_pronoun(dative)):
                return Found(tuple(noun_heads(dative)), ActorBasis.CONTROL)  # "offered users a way to report goods"
            if governor.passive and governor.subjects:
                return _as_control(self._own(governor, governor.subjects))  # "will be given the power to impose fines"
        by = next((child for child in noun.having("prep") if child.lower == "by" and child.i < clause.verb.i), None)
        by = by or doing(noun, clause)
        if clause.link is Link.PURPOSE and by is not None and by.child("pobj") is not None:
            return Found(tuple(governed(by)), ActorBasis.CONTROL)  # "a push by the coalition to revive the economy"
        undertaken = noun.lemma.lower() in words("undertaking")
        if not undertaken and not any(noun.lemma.lower() in nouns for nouns in classes("noun_modality").values()):
            return None
        needed = (
            noun.lemma.lower() in words("need") and noun.dep == "dobj" and governor.verb.lemma.lower() in words("attribution")
        ) or (noun.lower == "need" and is_lifted(noun))
        unowned = undertaken and noun.dep == "pobj" and not noun.having("poss", "prep", "compound")
        others = unowned and noun.head.head.lemma.lower() in words("stance")  # "our opposition to any attempts to redraw X"
        if needed or others or is_brought_up(noun, governor.verb):
            return _NOBODY  # "underlines the need to diversify": whose, it does not say
        if noun.dep == "pobj" and noun.head.lower == "with" and noun.head.head.is_noun:
            return Found(tuple(noun_heads(noun.head.head)), ActorBasis.CONTROL)  # "a task force with the power to seize assets"
        owner = noun.child("poss") or next(
            (child for child in noun.having("compound") if child.lemma.lower() in words("discourse.actor_noun")), None
        )  # "a government plan to lease the airport"
        of = next((child for child in noun.having("prep") if child.lower == "of" and child.i < clause.verb.i), None)
        if owner is not None and (owner.tag != "PRP$" or owner.lower == "our"):
            return Found((owner,), ActorBasis.CONTROL)
        if of is not None and of.child("pobj") is not None:
            return Found(tuple(governed(of)), ActorBasis.CONTROL)
        if is_duty(noun) and (bearers := self._bearers(noun, governor, clause)) is not None:
            return bearers
        if prepositions is not None:
            return self._receiver(noun, governor, prepositions.split())
        alone = undertaken or any(noun.lemma.lower() in words(f"noun_modality.{name}") for name in ("negated", "planned"))
        judged = noun.head is governor.verb and (
            governor.verb.lemma.lower() in words("judging") or is_led_to(noun, governor.subjects)
        )
        return _NOBODY if alone and (judged or noun.dep in {"nsubj", "nsubjpass"}) else None  # "plans to merge X have stalled"

    def _bearers(self, noun: Token, governor: Clause, clause: Clause) -> Found | None:
        """“a duty on landlords to repair boilers”, "exempts farmers from the duty to V"; of "the law sets a duty" nobody."""
        on = next((child for child in noun.having("prep") if child.lower in {"on", "upon"} and child.i < clause.verb.i), None)
        if on is not None and on.child("pobj") is not None:
            return Found(tuple(governed(on)), ActorBasis.CONTROL)
        if is_lifted(noun) and noun.dep == "pobj" and governor.verb.lemma != "be":
            freed = self._grammatical(governor).tokens if governor.passive else tuple(governor.verb.having("dobj"))
            return Found(tuple(freed), ActorBasis.CONTROL)
        laid_on = any(prep.lower in {"on", "upon"} for prep in governor.verb.having("prep"))
        return _NOBODY if is_of_a_document(noun) and not laid_on else None

    def _of_what_is_needed(self, above: Clause, needing: Clause) -> Found:
        """Who uses what is needed: who has or lacks it, or to whom it is given."""
        lemma, given = above.verb.lemma.lower(), above.verb.child("dative") or above.verb.child("dobj")
        if lemma in {"lack", "have", "possess", "need", "carry", "hold", "receive", "take", "adopt"}:
            return _as_control(self.of(above))
        if lemma in {"provide", "give", "supply", "equip"} and given is not None and given is not needing.noun:
            return Found((given,), ActorBasis.CONTROL)
        return _NOBODY

    def _receiver(self, noun: Token | None, governor: Clause, prepositions: list[str]) -> Found | None:
        verb = governor.verb
        if not prepositions:
            target = verb.child("dobj") or (self._grammatical(governor).tokens or (None,))[0]
            return Found((target,), ActorBasis.CONTROL) if target is not None and target is not noun else None
        for prep in [*verb.having("prep", "dative"), *(noun.having("prep") if noun is not None else [])]:
            if prep.lower in prepositions and prep.child("pobj") is not None:
                return Found(tuple(governed(prep)), ActorBasis.CONTROL)
        dative = verb.child("dative")
        return Found((dative,), ActorBasis.CONTROL) if dative is not None and dative.is_noun else None

    def _controller(self, clause: Clause, governor: Clause) -> Found:
        predicate = self._predicates.get(governor.verb.i)
        if predicate is not None and predicate.rule == "aim_is_to":
            return Found(tuple(predicate.controller), ActorBasis.CONTROL)
        if clause.link in {Link.OBJECT_CONTROL, Link.WITHOUT} and predicate is not None and predicate.controller:
            return Found(tuple(predicate.controller), ActorBasis.CONTROL)
        if means_who_is_moved(clause, governor) and governor.governor is not None:
            return _as_control(self.of(governor.governor))
        if clause.link is Link.WITHOUT and governor.passive and governor.verb.lemma.lower() in words("forbidding"):
            barred = self._grammatical(governor).tokens  # "must report catches and are barred from V-ing"
            return Found(barred, ActorBasis.CONTROL)
        if (
            governor.link is Link.NOMINAL
            or is_ground(clause)
            or asks_for_doing(clause)
            or (clause.link is Link.PURPOSE and asks_for(governor.verb, clause.verb))
        ):
            return _NOBODY
        if (other := elsewhere(clause, governor)) is not None:
            return _as_control(self.of(other))
        if whose := told(clause, governor):
            return Found(tuple(whose), ActorBasis.CONTROL)
        holder = self._holder(clause, governor)
        if holder is not None:
            return holder
        if (
            clause.link is Link.PURPOSE
            and clause.noun is not None
            and clause.noun.dep in {"nsubj", "nsubjpass"}
            and not governor.passive
            and clause.noun.head is governor.verb
            and clause.noun.lemma.lower() in words("discourse.actor_noun")
        ):
            return Found((clause.noun,), ActorBasis.CONTROL)
        if governor.passive:
            raises = (
                predicate is not None
                and predicate.kind is Kind.CATENATIVE
                and (clause.link is Link.COMPLEMENT or (clause.link is Link.PURPOSE and clause.verb.i > governor.verb.i))
                and predicate.noun is None
            )
            needing = governor.link is Link.REDUCED and governor.verb.lemma.lower() in {"need", "require", "use"}
            if needing and clause.infinitive:  # "agencies lack the staff needed to carry out X"
                above = governor.governor
                return self._of_what_is_needed(above, governor) if above is not None else _NOBODY
            needed = (
                governor.verb.lemma.lower() == "need" and governor.link is not Link.REDUCED
            )  # "the rule is needed to stem X"
            needed = needed and not any(map(is_paper, governor.subjects))  # "licences are needed to sell X": they sell none
            made = clause.link is Link.PURPOSE and clause.noun is None and (needed or governor.verb.lemma.lower() in _MAKING)
            made = made and not self._agent(governor).tokens
            beside = clause.link is Link.PARTICIPLE and not with_a_tool(clause)
            if raises or beside or clause.marker == "as" or (made and clause.verb.i > governor.verb.i):
                return Found(self._grammatical(governor).tokens, ActorBasis.CONTROL)
            agent = self._agent(governor)
            return _NOBODY if is_own_act(clause, agent.tokens) else _as_control(agent)
        return _as_control(self.of(governor))


_MAKING = frozenset({"establish", "create", "found", "form", "design", "launch", "elect", "appoint", "set", "build"})
_MAKING |= {"conceive", "devise", "develop"}
_BESIDE = 4  # words: "be developed and then adopted by X" says by whom of both


def _agent_inside(verb: Token) -> Token | None:
    """“rights conferred on workers by the Directive”: the agent that the parser hung on the noun before it."""
    for prep in verb.having("prep"):
        inner = prep.child("pobj")
        by = next((child for child in inner.having("prep") if child.lower == "by"), None) if inner is not None else None
        agent = by.child("pobj") if by is not None and by.i > verb.i else None
        if agent is not None and (agent.tag in {"NNP", "NNPS"} or agent.lemma.lower() in words("discourse.actor_noun")):
            return agent
    return None


_GIVING = words("giving") | {"provide", "supply", "furnish"}


_TRANSFERS = {
    "confer": "on upon",
    "impose": "on upon",
    "bestow": "on upon",
    "grant": "to",
    "give": "to",
    "assign": "to",
    "entrust": "to with",
    "deprive": "",
    "relieve": "",
    "rob": "",
    "strip": "",
    "place": "on upon",
    "leave": "",
    "delegate": "to",
    "offer": "to",
}  # verb that gives or takes a power or duty → prepositions of whom it is given to; none: taken from its object


_MADE_FOR = frozenset({"design", "intend", "mean", "set", "need", "use", "build", "make", "require", "oblige", "force", "ask"})


def is_expletive(clause: Clause, subject: Token) -> bool:
    """“it is necessary to …”, "there is …": a subject that stands for nothing."""
    if subject.dep == "expl" or subject.tag == "EX" or subject.lower == "there":
        return True
    if subject.lower != "it":
        return False
    verb = clause.verb
    if clause.passive and clause.verb.lemma.lower() in _MADE_FOR:
        return False  # "it is designed to protect": what it is, was named before
    if verb.child("acomp", "attr", "oprd") is not None or clause.passive:
        if is_willing(clause):
            return False
        judged = verb.lemma == "become" and any(
            item.lower in words("catenative_adjective.obliged") for item in verb.having("acomp")
        )
        return (judged or verb.lemma == "be" or clause.passive) and any(
            below.link in {Link.CLAUSAL, Link.COMPLEMENT, Link.PURPOSE}
            and below.verb.i > verb.i
            and (below.infinitive or below.marker == "that")
            for below in clause.dependents
        )
    return False


def _as_control(found: Found) -> Found:
    """The same tokens as understood subject of a clause below; "we" stays "we"."""
    return Found(found.tokens, ActorBasis.CONTROL) if found.tokens else found


def antecedent_heads(noun: Token) -> list[Token]:
    """The noun that a relative or participle clause hangs on, past a quantity wrapper."""
    return [core_head(noun)] if not is_pronoun(noun) else [noun]
