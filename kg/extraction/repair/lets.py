"""What "let us" governs: all verbs of its list."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["let_us_in_a_list"]


@asked_of("let", "us", ",", "VB VBP")
def let_us_in_a_list(tokens: list[Token]) -> None:
    """“Let us rally together, forge ahead and strive to V”: we are to do all of it."""
    let = next((item for item, after in pairwise(tokens[:5]) if item.lower == "let" and after.lower == "us"), None)
    if let is None:
        return
    first = next((item for item in let.having("ccomp", "xcomp") if item.is_verb), None)
    other = let.head
    if first is None:
        return
    if let.dep in {"advcl", "ccomp", "dep", "parataxis"} and other.tag in {"VB", "VBP"} and not other.having("nsubj", "aux"):
        let.replace(other)  # the second verb was taken for the main one
        other.hang(first, "conj")
        for child in list(other.children):
            if child.i < other.i and child.dep == "punct":
                child.hang(let, "punct")
        other.tag = "VB"
        let.tag = "VB"
    for item in let.having("conj", "ccomp"):
        if (
            item is not first
            and item.tag in {"VB", "VBP"}
            and not item.having("nsubj", "aux")
            and item.lower == item.lemma.lower() != "let"
        ):
            item.tag = "VB"
            item.hang(first, "conj")
