"""One sentence's clauses → statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.extraction.actors import Actor, Subjects
from kg.extraction.antecedents import counted_before, defined, is_defined
from kg.extraction.attribution import Quotation, Speakers, spoken_for_by
from kg.extraction.circumstances import Circumstances
from kg.extraction.clauses import Clause, Link, find_clauses
from kg.extraction.concepts import Phrase, noun_phrases
from kg.extraction.discourse import Discourse, note_names
from kg.extraction.heads import core_head, is_no_one, is_pronoun, is_reciprocal
from kg.extraction.listleads import lead_of
from kg.extraction.objectpronouns import looked_back_at
from kg.extraction.predicates import Kind, Predicate, read_predicate
from kg.extraction.reading import introduces
from kg.extraction.status import Moods
from kg.extraction.talk import is_left_at_that, is_mere_measure, is_talk
from kg.extraction.tree import BY_PLACE, Token, Tree
from kg.extraction.words import words
from kg.language import SIGNS
from kg.model import ActorBasis, Evidence, Reason, Sentence, Statement, Status, Surface

__all__ = ["Analysis", "Frame", "analyse"]


@dataclass(slots=True)
class Frame:
    """What the document says around a sentence: its speaker, whom "we" is, the day that times are relative to."""

    discourse: Discourse
    quotation: Quotation
    relation_of: Callable[[str], str]
    in_lexicon: Callable[[str], bool]
    today: date | None = None
    speaker: str | None = None
    imperative: Status = Status.REQUESTED  # of a verb without subject
    prefixed: bool = False  # the text begins with a subject and auxiliary of ours, which are nobody's words


@dataclass(slots=True)
class Analysis:
    """Statements, with why there are none and what the rules did."""

    statements: list[Statement] = field(default_factory=list)
    reason: Reason | None = None
    trace: list[str] = field(default_factory=list)
    lead: tuple[str | None, Status] | None = None  # of a list's introduction: actor and status of its last clause


def analyse(tree: Tree, sentence: Sentence, frame: Frame, *, skip: int = 0, shift: int = 0) -> Analysis:
    """The statements of one sentence.

    The first ``skip`` characters of the tree's text are no part of ``sentence`` (a list's introduction): clauses whose verb
    stands there give nothing. Character ``k`` of the tree's text is character ``k - shift`` of the sentence.
    """
    rules = _Sentence(tree, sentence, frame, skip, shift)
    made = rules.analysis()
    del rules.around  # which knows ``rules``: memory is free at once
    return made


_NO_LABEL = words("pronoun.demonstrative") | words("pronoun.relative")
_NO_LABEL |= frozenset(["other", "following", "above", "same", "it", "he", "she", "him", "her", "etc", "more", "less", "fewer"])
_CURRENCIES = frozenset("$€£¥" + SIGNS)  # "families pay $900"


class _Sentence:
    """The rules' working memory for one sentence."""

    def __init__(self, tree: Tree, sentence: Sentence, frame: Frame, skip: int, shift: int) -> None:
        self.tree, self.sentence, self.frame, self.skip = tree, sentence, frame, skip
        self.offset = sentence.start - shift
        self.clauses = find_clauses(tree)
        self.predicates = {clause.verb.i: read_predicate(clause, frame.in_lexicon) for clause in self.clauses}
        prefix = skip if frame.prefixed else 0
        self.moods = Moods(tree, self.clauses, self.predicates, default=frame.imperative, prefix=prefix)
        spans = frame.quotation.read(tree.text)
        continued = bool(spans) and spans[0][0] == 0
        self.speakers = Speakers(tree, self.clauses, self.predicates, frame.speaker)
        self.subjects = Subjects(tree, self.clauses, self.predicates, frame.discourse, prefix=prefix, quoted=spans)
        self.speakers.resolve(self.subjects)
        said_by = self.speakers.attributed()
        if said_by is not None:
            frame.quotation.speaker, frame.quotation.body = said_by, self.speakers.body
        self.quoted = spans
        self.quote_speaker = (
            frame.quotation.speaker if continued or (spans and said_by is None and frame.quotation.speaker) else None
        )
        quoted = said_by or self.quote_speaker
        self.subjects.quoting = (frame.quotation.body if quoted else None) or spoken_for_by(quoted, frame.discourse)
        self.around = Circumstances(
            tree, self.clauses, self.predicates, self._objects, today=frame.today, skip=skip, offset=self.offset
        )

    def analysis(self) -> Analysis:
        result = Analysis()
        for clause in sorted(self.clauses, key=lambda item: item.verb.i):
            if clause.verb.start < self.skip and not self._awaits_item(clause):
                continue
            predicate = self.predicates[clause.verb.i]
            made = self._statements(clause)
            rule = _rule(clause, predicate)
            result.trace.append(
                f"{clause.verb.text} [{rule}] {predicate.kind.value}: {len(made)} statement{'s' if len(made) != 1 else ''}"
            )
            result.statements.extend(made)
        result.statements = _distinct(result.statements)
        if introduces(self.tree.text):
            result.lead = lead_of(self.clauses, self.subjects, self.moods)
        if not result.statements:
            result.reason = self._reason()
        acts = [predicate for predicate in self.predicates.values() if predicate.kind is Kind.STATEMENT]
        objects = [token for predicate in acts for token in predicate.objects]
        note_names(self.frame.discourse, self.clauses, self.subjects, objects)
        for clause in self.clauses:
            clause.dependents = []
        return result

    def _awaits_item(self, clause: Clause) -> bool:
        """“Boards must ensure:”, "the timely review of falls": the verb of a list's introduction, whose object is the item."""
        objects = self.predicates[clause.verb.i].objects
        return bool(objects) and not self.frame.prefixed and all(token.start >= self.skip for token in objects)

    def _reason(self) -> Reason:
        if not self.clauses:
            return Reason.NO_PREDICATE
        kinds = [self.predicates[clause.verb.i].kind for clause in self.clauses]
        if all(kind is Kind.ATTRIBUTION for kind in kinds):
            return Reason.ATTRIBUTION
        if any(is_talk(clause, self.predicates[clause.verb.i]) for clause in self.clauses):
            return Reason.TALK
        return Reason.NO_OBJECT if Kind.STATEMENT not in kinds else Reason.NO_CONTENT

    def _statements(self, clause: Clause) -> list[Statement]:
        predicate = self.predicates[clause.verb.i]
        moves = predicate.rule == "object_control" and predicate.kind is Kind.CATENATIVE
        if moves and predicate.status_class in {"inherit", "possible"}:
            predicate = self._fallback(clause, predicate)
        if predicate.kind not in {Kind.STATEMENT, Kind.COPULA} or _under_nominal(clause) or is_talk(clause, predicate):
            return []
        if _only_points(clause, predicate) or _is_nobodys_failure(clause) or _is_of_nobody(clause):
            return []
        targets = self._objects(clause, predicate)
        if not targets or self._is_run_in_heading(clause):
            return []
        actors = self.subjects.actors(clause)
        if predicate.kind is Kind.COPULA and all(actor.label is None for actor in actors):
            return []
        return [
            self._statement(clause, predicate, actor, target)
            for actor in actors
            for target in targets
            if not _is_of_itself(actor, target)
        ]

    def _is_run_in_heading(self, clause: Clause) -> bool:
        """“Lead markets.”: two words are no imperative but a heading in the paragraph."""
        return clause.link is Link.MAIN and not clause.subjects and sum(token.text[0].isalnum() for token in self.tree) < 3

    def _fallback(self, clause: Clause, predicate: Predicate) -> Predicate:
        """“help coastal communities to diversify”: where the complement acts on nothing, whom it moves is the object."""
        below = [item for item in clause.dependents if item.link is Link.OBJECT_CONTROL]
        bare = predicate.lemma in words("object_control.bare")  # "will not let paperwork stand in the way"
        if bare or any(self.predicates[item.verb.i].kind is not Kind.NONE for item in below) or clause.passive:
            return predicate
        return Predicate(Kind.STATEMENT, predicate.lemma, predicate.controller, rule="object_control")

    def _objects(self, clause: Clause, predicate: Predicate) -> list[Phrase]:
        found = [phrase for token in predicate.objects for phrase in self._acted_on(token, clause)]
        return [
            phrase
            for phrase in found
            if any(char.isalpha() or char in _CURRENCIES for char in phrase.label)
            and phrase.label.lower() not in _NO_LABEL
            and not _comes_next(phrase)
        ]

    def _acted_on(self, token: Token, clause: Clause) -> list[Phrase]:
        """What the object ``token`` names or stands for."""
        lower, core = token.lower, core_head(token)
        if self._is_told_of(token):
            return []
        if lower in words("modifier.legal") or lower in {"nothing", "little"} or is_reciprocal(token):
            return []
        if (lower == "home" and not token.children) or is_mere_measure(token) or is_left_at_that(token):
            return []  # "medicines to take home"
        if is_no_one(token):
            return [Phrase.of(token, "no one")]
        if is_pronoun(core) and not is_pronoun(token):
            return self._antecedent(core, clause)
        if before := self._counted(token) or looked_back_at(self.tree, token):
            return before
        if lower in {"those", "whoever"} and is_defined(token):
            text = defined(self.tree, token)
            return [Phrase(token, text, text, token.start, token.start + len(text))]
        if is_pronoun(token):
            return self._antecedent(token, clause)
        vague = lower in {"one", "any", "all"} and token.child("prep") is None
        if vague or (lower in words("pronoun.never_object") and core is token):
            return []
        return noun_phrases(self.tree, token)

    def _is_told_of(self, token: Token) -> bool:
        """“Managers must ensure that staff:”, "… ensure they:": what the items of the list are said of, no object."""
        ends = token.i + 1 < len(self.tree) and self.tree[token.i + 1].text == ":" and token.dep == "dobj"
        that = token.lower == "they" or any(child.lower == "that" for child in token.having("det"))
        return ends and that and token.head.lemma.lower() in words("that_clause.inherit")

    def _counted(self, token: Token) -> list[Phrase]:
        """“has closed two sites and is reviewing five more”, "burned old cables and laid new ones"."""
        number, adjectives = token.child("nummod"), token.having("amod")
        more, other = number is not None and token.lower == "more", bool(adjectives) and token.lower in {"one", "ones"}
        meant = counted_before(self.tree.tokens, token) if more or other else None
        if meant is None:
            return []
        if number is not None and more:
            made = noun_phrases(self.tree, meant)[:1]
            return [Phrase(token, item.label, item.long, number.start, token.end) for item in made]
        label = f"{self.tree.words(sorted(adjectives, key=BY_PLACE))} {meant.text}"
        return [Phrase(token, label, label, adjectives[0].start, token.end)]

    def _antecedent(self, token: Token, clause: Clause) -> list[Phrase]:
        """What an object pronoun stands for, where the discourse says so."""
        if token.lower not in {"it", "them", "they", "him", "her"}:
            return []
        label: str | None = None
        if token.start < self.subjects.prefix:
            label = next((actor.label for actor in self.subjects.named(token, clause) if actor.label), None)
            return [Phrase.of(token, label)] if label else []
        if token.dep == "nsubjpass":  # a subject like any other: "the policy applies to staff and it should be read"
            label = self.subjects.subject_antecedent(token, clause)
        phrase = Phrase.of(token, label) if label is not None else self.subjects.object_antecedent(token, clause)
        return [phrase] if phrase is not None else []

    def _statement(self, clause: Clause, predicate: Predicate, actor: Actor, target: Phrase) -> Statement:
        status, polarity = self.moods.of(clause, target.head)
        lemma = predicate.lemma
        verb_tokens = [token for token in _verb_tokens(clause, predicate) if token.start >= self.skip]
        start, end = self._extent(clause, actor, target, verb_tokens)
        quantities = self.around.quantities(clause, target)
        times = self.around.times(clause)
        qualifiers = self.around.qualifiers(clause, predicate, target)
        quote = self.tree.text[start:end]
        return Statement(
            actor=actor.label,
            verb=lemma,
            object=target.label,
            object_long=target.long,
            relation=self.frame.relation_of(lemma),
            status=status,
            polarity=polarity,
            evidence=Evidence(start + self.offset, end + self.offset, quote),
            actor_basis=actor.basis if actor.label is not None else ActorBasis.UNKNOWN,
            rule=_rule(clause, predicate),
            surface=Surface(actor.surface, self.tree.words(verb_tokens), self.tree.text[target.start : target.end]),
            support=_support(clause, predicate, actor),
            speaker=self._speaker(clause),
            means=tuple(self.around.means(clause)),
            purpose=tuple(self.around.purposes(clause, target)),
            condition=self.around.condition(clause),
            beneficiary=self.around.beneficiary(clause, predicate),
            quantity=quantities[0].text if quantities else None,
            time=times[0].text if times else None,
            quantities=tuple(quantities),
            times=tuple(times),
            qualifiers=tuple(qualifiers),
        )

    def _speaker(self, clause: Clause) -> str | None:
        speaker = self.speakers.of(clause)
        if speaker == self.frame.speaker and self.quote_speaker and any(a <= clause.verb.start < b for a, b in self.quoted):
            return self.quote_speaker
        return speaker

    def _extent(self, clause: Clause, actor: Actor, target: Phrase, verb_tokens: list[Token]) -> tuple[int, int]:
        """The quotation: from the clause's subject, auxiliary or verb to the end of verb and object."""
        starts = [token.start for token in verb_tokens] + [target.start]
        ends = [token.end for token in verb_tokens] + [target.end]
        if actor.token is not None and actor.token.head is clause.verb:
            left = actor.token.subtree()
            starts.append(left[0].start)
            ends.append(max(token.end for token in left if token.i <= clause.verb.i) if left[0].i < clause.verb.i else ends[0])
        agent = clause.verb.child("agent")
        if clause.passive and agent is not None and actor.token is not None:
            ends.append(max(token.end for token in agent.subtree()))
        starts = [start for start in starts if start >= self.skip] or [self.skip]
        return min(starts), max(ends)


def _is_of_itself(actor: Actor, target: Phrase) -> bool:
    """“has sent cement to reinforce it”: who does it would be "itself", so "it" is something that nobody named."""
    return target.head.lower in {"it", "them"} and target.label == actor.label


def _comes_next(phrase: Phrase) -> bool:
    """“focus on the following tasks:” tells only that something comes."""
    announced = any(child.lower == "following" for child in phrase.head.children)
    return announced and phrase.label in {"tasks", "points", "aspects", "areas", "priorities", "steps", "articles"}


def _only_points(clause: Clause, predicate: Predicate) -> bool:
    """“the operators concerned”, "those affected", "to the extent permitted by law": says only who or what is meant."""
    if clause.link not in {Link.REDUCED, Link.ABSOLUTE} or not clause.passive:
        return False
    bare = clause.link is Link.REDUCED and not clause.verb.children
    noun = clause.noun.lower if clause.noun is not None else ""
    if noun == "extent" or (noun == "those" and clause.link is Link.REDUCED):
        return True
    given = clause.verb.lemma.lower() in words("giving") and clause.verb.child("dobj") is not None  # "banks given waivers"
    return (bare or (predicate.lemma in words("referring") and not given)) and not clause.verb.child("agent")


def _under_nominal(clause: Clause) -> bool:
    above: Clause | None = clause
    while above is not None:
        if above.link is Link.NOMINAL:
            return True
        above = above.governor if above.link in {Link.CONJUNCT, Link.COMPLEMENT} else None
    return False


def _is_nobodys_failure(clause: Clause) -> bool:
    """“failure to comply may lead to dismissal”, "reduces the need to check forms": says of nobody that they did, or must."""
    noun = clause.noun
    if noun is not None and noun.lower == "need" and noun.dep == "dobj" and noun.head.lemma.lower() in _LESSENING:
        return True
    if noun is None or noun.dep not in {"nsubj", "nsubjpass"} or noun.lemma.lower() not in words("noun_modality.negated"):
        return False
    return clause.link is Link.PURPOSE and not noun.having("poss", "prep")


_LESSENING = frozenset({"reduce", "lessen", "minimise", "minimize", "limit", "cut", "decrease", "diminish"})


def _is_of_nobody(clause: Clause) -> bool:
    """“nobody earning the minimum wage will pay”: says of nobody that they earn it."""
    noun = clause.noun
    if clause.link not in {Link.RELATIVE, Link.REDUCED} or noun is None:
        return False
    return noun.lower == "nobody" or is_no_one(noun)


def _verb_tokens(clause: Clause, predicate: Predicate) -> list[Token]:
    """The words of the predicate: negation, auxiliaries, verb, particle, light noun and preposition."""
    verb = clause.verb
    kept = [verb, *verb.having("prt", "neg", "aux", "auxpass")]
    kept = [token for token in kept if token.i <= verb.i + 4]
    kept += [token for token in (predicate.noun, predicate.preposition) if token is not None]
    return sorted(set(kept), key=BY_PLACE)


def _rule(clause: Clause, predicate: Predicate) -> str:
    return f"{clause.link.value}/{predicate.rule}" if predicate.rule else clause.link.value


def _support(clause: Clause, predicate: Predicate, actor: Actor) -> float:
    """How directly the words carry the statement: 1 for a clause with its own subject and object, less for each inference.

    0.95 any but a main clause, 0.95 an understood subject, 0.9 a pronoun resolved ("we" too), 0.8 a shared object or a word
    whose tag was mended; steps multiply. It orders statements by how much was inferred and is no probability.
    """
    value = 1.0
    if clause.link is not Link.MAIN:
        value *= 0.95
    if actor.basis in {ActorBasis.CONTROL}:
        value *= 0.95
    if actor.basis in {ActorBasis.PRONOUN, ActorBasis.WE}:
        value *= 0.9
    if predicate.rule == "shared_object" or clause.verb.repaired:
        value *= 0.8
    return round(value, 3)


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    seen: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        key = (
            statement.actor,
            statement.verb,
            statement.object,
            statement.status,
            statement.polarity,
            statement.evidence.start,
        )
        seen.setdefault(key, statement)
    return list(seen.values())
