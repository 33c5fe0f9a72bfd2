"""What a verb group says by its own auxiliaries and form, whatever governs it."""

from __future__ import annotations

from kg.extraction.clauses import Clause, Link
from kg.extraction.discourse import names_actor
from kg.extraction.repair.roots import LIKE_PRESENT
from kg.extraction.words import words
from kg.model import Status

__all__ = ["own_status", "shares_auxiliary"]

_MODALS = {
    "will": Status.PLANNED,
    "'ll": Status.PLANNED,
    "’ll": Status.PLANNED,
    "wo": Status.PLANNED,
    "would": Status.PLANNED,
    "'d": Status.PLANNED,
    "shall": Status.OBLIGED,
    "must": Status.OBLIGED,
    "should": Status.OBLIGED,
    "ought": Status.OBLIGED,
    "may": Status.POSSIBLE,
    "might": Status.POSSIBLE,
    "can": Status.POSSIBLE,
    "ca": Status.POSSIBLE,
    "could": Status.POSSIBLE,
    "need": Status.OBLIGED,
}  # modal → status


def own_status(clause: Clause) -> Status | None:
    """What the clause's own verb group says; None for a bare non-finite form."""
    verb = clause.verb
    auxiliaries = clause.auxiliaries
    lowers = [token.lower for token in auxiliaries]
    for token in auxiliaries:
        if token.lower == "shall" and any(subject.lower in {"i", "we"} for subject in clause.subjects or clause.first.subjects):
            return Status.PLANNED  # no law speaks so
        if token.lower in {"would", "'d"} and (
            _supposed(clause.first) or _counterfactual(clause.first) or _hypothetical(clause.first)
        ):
            return Status.POSSIBLE
        if token.tag == "MD" or token.lower in _MODALS:
            return _MODALS.get(token.lower, Status.PLANNED)
    lemmas = {token.lemma for token in auxiliaries}
    if "do" in lemmas:
        alone = clause.link is Link.MAIN and not clause.subjects
        if "do" in lowers and (alone or (clause.link is Link.CONJUNCT and _commands(clause.first))):
            return None  # "wear gloves and do not touch the wound"
        return Status.ACHIEVED if "did" in lowers else Status.ONGOING
    if any(token.dep == "auxpass" for token in auxiliaries):
        if "have" in lemmas or lowers[-1] in {"was", "were"} or "had" in lowers:
            return Status.ONGOING if "being" in lowers else Status.ACHIEVED
        if auxiliaries[0].tag in {"VBZ", "VBP"} or "being" in lowers[1:]:
            return Status.ONGOING  # also "the bridge was being repaired"
        return None
    if verb.tag == "VBG" and "be" in lemmas:
        return Status.ONGOING
    perfect = "have" in lemmas and auxiliaries[0].tag != "TO"
    past = verb.tag == "VBN" and not auxiliaries and clause.subjects and not clause.passive
    if perfect or past or verb.tag == "VBD":
        return Status.ONGOING if not perfect and _of_any_time(clause) else Status.ACHIEVED
    if verb.tag in {"VBZ", "VBP"} or (
        verb.tag == "VB" and not auxiliaries and (clause.subjects or _goes_on_in_present(clause))
    ):
        subject = clause.subjects or verb.child("expl")  # "there are farms"
        return Status.ONGOING if subject or clause.link is not Link.MAIN or verb.tag == "VBZ" else None
    return None


def _goes_on_in_present(clause: Clause) -> bool:
    """“replaced the forms and no longer ask for letters”: a bare verb behind one that is not."""
    behind = clause.link is Link.CONJUNCT and clause.first.verb.tag == "VBD"
    return behind and clause.verb.lower not in LIKE_PRESENT and not shares_auxiliary(clause)


def _commands(clause: Clause) -> bool:
    """Whether the clause is an imperative."""
    return clause.link is Link.MAIN and not clause.subjects and own_status(clause) is None


def _supposed(clause: Clause) -> bool:
    """“a gap would expose producers”: what no actor does, and nobody is told to have said, is what might come of it."""
    above = clause.governor
    beside = clause.link is Link.ADVERBIAL and clause.marker != "so" and above is not None and above.link is not Link.CLAUSAL
    plain = clause.link is Link.MAIN or beside
    return plain and bool(clause.subjects) and not any(names_actor(noun.lower, noun) for noun in clause.subjects)


def _counterfactual(clause: Clause) -> bool:
    """“would have built homes”, "if it passed, councils would build homes"; not “said that it would close”."""
    above: Clause | None = clause
    while above is not None:
        if above.link is Link.CLAUSAL:
            return False
        above = above.governor
    perfect = any(aux.lower == "have" for aux in clause.auxiliaries)
    return perfect or any(item.link is Link.CONDITION for item in clause.dependents)


def _hypothetical(clause: Clause) -> bool:
    """“we oppose rules that would raise fees”, "explain why a ban would hurt": no past above that "would" could go with."""
    asked = clause.link is Link.CLAUSAL and clause.marker in {"why", "what", "how", "which"}
    return (asked or clause.link is Link.RELATIVE) and _above_holds(clause)


def _of_any_time(clause: Clause) -> bool:
    """“banks should consult us when they set rates”: a verb whose past is like its present."""
    verb, subject = clause.verb, next(iter(clause.subjects), None)
    alike = clause.link is Link.ADVERBIAL and clause.marker in {"when", "whenever"} and verb.lower == verb.lemma.lower()
    many = subject is not None and (subject.tag == "NNS" or subject.lower in {"they", "we"})
    return many and ((alike and _above_holds(clause)) or _is_ensured(clause))


def _is_ensured(clause: Clause) -> bool:
    """“will see that firms put safety first”: what is not yet."""
    above = clause.governor
    if clause.link is not Link.CLAUSAL or above is None or clause.verb.lower != clause.verb.lemma.lower():
        return False
    ensures = above.verb.lemma.lower() in words("that_clause.inherit")
    return ensures and own_status(above.first) in {None, Status.PLANNED, Status.OBLIGED, Status.ONGOING}


def _above_holds(clause: Clause) -> bool:
    """Whether all that ``clause`` hangs on is present, commanded or due."""
    above = clause.governor
    while above is not None:
        if (own_status(above) or own_status(above.first)) not in {None, Status.ONGOING, Status.OBLIGED}:
            return False
        above = above.first.governor
    return clause.governor is not None


def shares_auxiliary(clause: Clause) -> bool:
    """Whether a conjunct stands under the auxiliary (or "to") of the verb that it is coordinated with."""
    verb, above = clause.verb, clause.governor
    if above is None or clause.subjects or clause.auxiliaries:
        return False
    if verb.tag == "VBG":
        return True
    if verb.tag == "VB":
        carrier = _carrier(above)
        return carrier.verb.tag in {"VB", "VBP"} or any(
            token.tag in {"MD", "TO"} or token.lemma == "do" for token in carrier.auxiliaries
        )
    if verb.tag == "VBN":
        return above.verb.tag in {"VBN", "VBD"} or verb.lower == verb.lemma.lower()
    if verb.lower in {"are", "am"}:
        return False  # "do not protect workers and are no cure"
    if verb.tag == "VBP":  # a bare verb after "will … and" is often tagged as a present
        return any(token.tag in {"MD", "TO"} for token in clause.first.auxiliaries) or clause.first.verb.tag == "VB"
    if verb.tag == "VBD":
        first = clause.first
        return above.verb.tag == "VBN" or (
            verb.lower == verb.lemma.lower()
            and (_is_bidden(first) or any(token.tag in {"MD", "TO"} for token in first.auxiliaries))
        )
    return False


def _is_bidden(clause: Clause) -> bool:
    """“Keep prices stable and set up a fund”: a bare verb that opens its sentence."""
    alone = clause.link is Link.MAIN and not clause.subjects and not clause.auxiliaries
    return alone and clause.verb.tag == "VB" and clause.verb.lower == clause.verb.lemma.lower()


def _carrier(clause: Clause) -> Clause:
    """The nearest clause of the coordination with an auxiliary or subject of its own: "bans X and shall not sell or V"."""
    while clause.link is Link.CONJUNCT and clause.governor is not None and not clause.auxiliaries and not clause.subjects:
        clause = clause.governor
    return clause
