"""By what something is done: "shall be ordered using the book"."""

from __future__ import annotations

from kg.extraction.repair.asking import asked_of
from kg.extraction.tree import Token

__all__ = ["done_using"]


@asked_of("using/VBG using", "VBG/xcomp|ccomp", "auxpass")
def done_using(tokens: list[Token]) -> None:
    """“stock must be ordered using the book”: what is ordered is not told to use it."""
    for token in tokens[2:]:
        if token.lower == "using" and token.dep in {"xcomp", "ccomp"} and token.head.having("auxpass"):
            token.dep = "advcl"
