"""What goes on with a relative clause, and was hung on the verb above it."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["modal_of_the_relative"]


@asked_of("VB|VBN/conj", "MD/aux", "relcl", "WDT WP", "and or but")
def modal_of_the_relative(tokens: list[Token]) -> None:
    """“have set up a board, which will meet monthly and will advise us”: the same modal, with no comma before "and"."""
    for token in tokens[5:]:
        modal, above = token.child("aux"), token.head
        if token.dep != "conj" or modal is None or modal.tag != "MD" or not above.is_verb or above.modal:
            continue
        if token.having("nsubj", "nsubjpass") or tokens[modal.i - 1].lower not in {"and", "or", "but"}:
            continue
        if tokens[modal.i - 2].text == ",":
            continue
        for verb in reversed(tokens[above.i : modal.i]):
            same = any(aux.tag == "MD" and aux.lower == modal.lower for aux in verb.having("aux"))
            if verb.dep == "relcl" and same and above in verb.ancestors() and verb.having("nsubj", "nsubjpass"):
                token.hang(verb, "conj")
                break
