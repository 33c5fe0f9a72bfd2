"""Tell the page's furniture from its text."""

from __future__ import annotations

import re

from kg.readers.base import table

__all__ = ["is_furniture"]

_FURNITURE = table("furniture")
_SHORT = 200  # characters: longer lines are never furniture, byline or heading
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"[\W\d_]+",  # only punctuation, numbers, pagers
        r"(?:page|p\.|pp\.|slide|folio)\s*\d+(?:\s*(?:of|/|-)\s*\d+)?",
        r"\d+\s*(?:of|/)\s*\d+",
        r"/\d+\s+\S.{0,198}",  # caption in a slide show: "/1  The minister speaks"
        r".{0,120}(?:\s?\.){5,}.{0,80}",  # dot leaders
        r"\d{1,2}[:.]\d\d\s*[ap]\.?m\.?(?:\s*[a-z]{2,4})?",
        r"\d+ (?:second|minute|hour|day|week|month|year)s? ago",
        r"(?:translated|edited|compiled|interpreted)(?: (?:and|&) \w+)? by .{0,180}",
        r"(?:additional )?reporting by [^.]{0,150}",
        r"\[(?:photo|image|picture|file photo|video)[^\[\]]{0,150}\]|\((?:photo|image|picture|file photo)[^()]{0,150}\)",
        r"©.{0,180}|(?:\(c\)|copyright(?: notice)?)[\s:,]*(?:©|\(c\))?\s*(?:\d{4}|by|reserved)\b.{0,160}",
        r".{0,120}\ball rights reserved\W{0,3}",
        r"(?:https?://|www\.)\S+",
        r"[\w.+-]+@[\w-]+\.[\w.-]+",
        r"\W?(?:editors?|edited by|proofread(?:er|ing)?|web editor|translat(?:or|ed by)|photo(?:graph)?(?:er|s)?(?: by)?|image"
        r"|caption|credit|copyedit(?:or|ed by))\s*:\s*[^.]{0,150}\W?",
        r"(?:tel|telephone|phone|fax|e-?mail|website|web|url|doi|isbn|issn|hotline)\s*[.:]\s*[\d\s+()./-]*\S{1,100}",
        r"share (?:this|on|via|with|to|it)\b[^.!?]{0,60}",
        r"(?:click|tap) (?:here|on|to)\b.{0,100}",
        r"follow (?:us|@)\b.{0,80}",
        r"(?:read|see|learn|find out) more\b(?:\s*(?:about|at|on|:|>|»|→)\W?.{0,100})?[\s>»→]*",
        r"(?:also|related|see also|read also|more (?:on|in|from))\s*:\s.{0,120}",
        r"subscribe (?:to|now|for|today)\b[^!?]{0,80}(?<!\.)",
        r"sign up (?:to|for|now)\b[^.!?]{0,80}",
        r"download (?:the|this|as|full|our)\b[^.!?]{0,80}",
        r"(?:skip|jump|back|return|go) to (?:main |the )?(?:content|top|navigation|menu|homepage|list|index)\W{0,3}",
        r"(?:print|e-?mail|save|listen to) (?:this|the) (?:page|article|story|release)\W{0,3}",
        r"font(?: size)?\s*:.{0,40}",
        r"(?:views|hits|page views|comments|likes|shares)\s*[:(]?\s*[\d,.]+\)?",
        r"[\d,.]+ (?:views|comments|likes|shares|min(?:ute)?s? read)",
        r"(?:home|homepage|index|you are here)\s*[>»›/|]\s?.{1,150}",
        r"(?:tags?|keywords?|categor(?:y|ies)|filed under)\s*:\s.{0,150}",
        r"(?:previous|next)(?: (?:page|article|story))?\s*[:>»→←<|]\s?.{0,120}",
        r"[-–—*=~\s]*(?:end|ends|###)[-–—*=~\s.]*",
        r"\[?(?:toc|image|embedded? (?:video|content)|video|photo)\]?",
        r"<[^<>]{1,180}>",
    )
)
_CREDIT = re.compile(r"Translated and edited by [A-Z]")  # whatever follows says which language version counts
_TRIM = " \t:：.…!|>»<«›‹→←↑↓•·*_-–—[]()\u200b\ufeff"


def is_furniture(line: str) -> bool:
    """Whether ``line`` belongs to the page, not to the text.

    >>> is_furniture("Share:"), is_furniture("<  1  2  3  >"), is_furniture("We share the view.")
    (True, True, False)
    """
    if len(line) > _SHORT and not _CREDIT.match(line):
        return not re.search(r"[^\W\d_]", line)
    return line.strip(_TRIM).casefold() in _FURNITURE or any(shape.fullmatch(line[:_SHORT]) for shape in _SHAPES)
