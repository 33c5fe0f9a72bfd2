"""What the infinitive behind a duty or a failure hangs on: "a duty on landlords to repair boilers"."""

from __future__ import annotations

from kg.extraction.duties import is_duty
from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = ["infinitives_of_duties"]


_FAILURES = words("noun_modality.negated") | {"decision", "attempt"}
_DUTIES = "duty duties obligation obligations requirement requirements responsibility responsibilities"
_WORDS = " ".join([_DUTIES, *sorted(_FAILURES)])


@asked_of(_WORDS, "TO/aux", "VB")
def infinitives_of_duties(tokens: list[Token]) -> None:
    """“lifted the requirement to wear masks”, "imposes a duty on landlords to repair boilers": it says what the duty is."""
    for token in tokens:
        if token.tag != "VB" or not token.infinitive or token.dep not in {"advcl", "xcomp", "acl", "relcl"}:
            continue
        start = token.subtree()[0].i
        before = tokens[start - 1] if start > 0 else token
        noun = before if is_duty(before) else _laid_on(before)
        if noun is not None and (token.head is not noun or token.dep == "advcl") and noun.dep in {"dobj", "pobj", "nsubjpass"}:
            token.hang(noun, "acl")


def _laid_on(before: Token) -> Token | None:
    """The duty that is laid on whom ``before`` ends: "a duty on landlords"."""
    prep = before.head
    if before.dep != "pobj" or prep.lower not in {"on", "upon", "of"}:
        return None
    if prep.lower == "of":  # "criticised the failure of the council to protect tenants"
        return prep.head if prep.head.is_noun and prep.head.lemma.lower() in _FAILURES else None
    if is_duty(prep.head):
        return prep.head
    target = prep.head.child("dobj", "nsubjpass") if prep.head.is_verb else None
    return target if target is not None and is_duty(target) and target.i < prep.i else None
