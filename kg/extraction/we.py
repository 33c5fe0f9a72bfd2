"""Whom "we" is in a turn: by the document's metadata, the speaker's organization, what the text says, or the title."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.extraction.words import words
from kg.model import Block, BlockKind, Document
from kg.vocabulary import Entry, Vocabulary

__all__ = ["heading_actor", "heading_office", "spoken_for"]

_ORGANIZATION = re.compile(
    r"\b(?:[A-Z][\w’'&.-]{0,40}\s+(?:(?:of|and|for|the|on|in|de|to)\s+){0,3}){0,12}"  # bounded, as below
    r"(?:Commission|Ministry|Department|Agency|Administration|Authority|Council|Bureau|Office|Committee|Board|Bank|Government|"
    r"Assembly|Senate|Conference|Summit|Court|Tribunal|Organi[sz]ation|Union|Treasury|Service|Institute|Secretariat|Parliament|Cabinet|Congress|Association|Corporation|Trust|Fund)\b"
    r"(?:\s+(?:of|for|and|on)\s+(?:the\s+)?(?:[A-Z][\w’'-]*)(?:(?:,)?\s+(?:(?:and|of|for|the)\s+)*[A-Z][\w’'-]*)*)?"
)


def spoken_for(document: Document, block: Block, vocabulary: Vocabulary) -> str | None:
    """Whom the first person plural stands for in the turn of ``block``; None where the document does not tell."""
    own = _of_speaker(document, block)
    if document.speaks_for:
        others = {item.organization for item in document.speakers if item.name != block.speaker}
        host = own is not None and own != document.speaks_for and document.speaks_for in others
        return own if host else document.speaks_for
    told = _defined(document.text) or _on_behalf(document.text)
    organization = own or told or _in_title(document.title, vocabulary) or _of_all(document, block)
    if organization is None:
        return None
    return _acts_for(organization, document, block, vocabulary) or organization


_CAPITALISED = r"\b[A-Z](?:[\w’'&-]|\.(?=\w)){0,30}"  # bounded: a run of capitals without end costs no more than text
_NAME = rf"{_CAPITALISED}(?:\s(?:(?:of|for|and|the|on|in)\s){{0,2}}{_CAPITALISED}){{0,12}}"
_DEFINED = re.compile(
    r"[“\"‘']we[”\"’'](?:,?\s(?:and\s|or\s)?[“\"‘']\w+[”\"’'])*\s(?:means?|refers?\sto|is|are|stands?\sfor)\s(?:the\s)?"
    rf"(?P<means>{_NAME})|"
    rf"(?P<called>{_NAME})\s\((?:(?:hereinafter|hereafter|together|collectively|here),?\s(?:referred\sto\sas\s)?)?"
    r"(?:[“\"‘'][^()“”\"]{1,40}[”\"’'],?\s(?:or\s|and\s)?)*[“\"‘']we[”\"’'][^()]{0,60}\)"
)


@lru_cache(maxsize=1)  # every turn of a document asks
def _defined(text: str) -> str | None:
    """Whom the text itself says "we" is: “In this notice, "we" means the Office”, “Acme Water ("we", "us")”."""
    if not any(f"{quote}we" in text for quote in "“\"‘'"):
        return None
    found = _DEFINED.search(text)
    return (found["means"] or found["called"]) if found else None


_BEHALF = re.compile(rf"^\W*On behalf of (?:the )?(?P<body>{_NAME}),? I\b", re.MULTILINE)


@lru_cache(maxsize=1)  # every turn of a document asks
def _on_behalf(text: str) -> str | None:
    """For whom the one who opens a report speaks: “On behalf of the State Council, I now report to you …”."""
    found = _BEHALF.search(text) if "On behalf of" in text else None
    return found["body"] if found else None


def _of_speaker(document: Document, block: Block) -> str | None:
    return next((item.organization for item in document.speakers if item.name == block.speaker and item.organization), None)


def _of_all(document: Document, block: Block) -> str | None:
    """The one body that all who speak in the document belong to, where nothing tells who speaks in ``block``."""
    bodies = {item.organization for item in document.speakers}
    return bodies.pop() if block.speaker is None and len(bodies) == 1 else None


_VENUE = re.compile(r"\s(?:at|to|before|during)\s+(?:the|its|a|an)\s|\s(?:in|on)\s+the\s+(?:general debate|debate|high-level)")
_HEAD_OF = re.compile(
    r"\b(?:President|Prime Minister|Chancellor|King|Queen|Emir|Representative|Ambassador|Delegation|Mission|"
    r"Minister (?:for|of) [A-Z][\w ,]*?) of (?:the )?(?P<country>[A-Z]\w+(?: (?:(?:and|of) )?(?:the )?[A-Z]\w+)*)(?=,|$)"
)
_GENRE = re.compile(
    r"^(?:(?:Annual|Biennial|Half-Yearly|Quarterly|Monthly|Interim|Final|Progress|Special|Joint|Summary|Work|Activity) )*"
    r"(?:Report|Statement|Address|Remarks|Speech|Message|Notice|Circular|Opinions?|Decision|Decree|Order|Announcement|Guidelines|"
    r"Measures|Provisions|Communication|Communiqu[eé]|Letter|Resolution|Declaration)\b.*?\b(?:of|by|from)\s+(?:the\s+)?",
    re.IGNORECASE,  # "REPORT ON THE WORK OF THE COUNCIL"
)
_SUBJECT_MATTER = re.compile(
    r"\s(?:on|concerning|regarding)\s(?:(?:[A-Z]\w+\s)?[A-Z]\w+ing\b|the\s[A-Z]\w+(?:tion|ment|ance|al)\sof\b)"
)
_POST = re.compile(  # who speaks for the body, in front of it: "the Spokesperson of the Ministry of Commerce"
    r"(?:[A-Z][\w-]+ ){0,3}?(?:Spokes(?:person|man|woman)|Secretary|Minister|Director|Head|Chair\w*|Governor|Commissioner|"
    r"Administrator|Officer|Chief|President)(?:[ -]General)?\s+(?:of|for)\s+(?:the\s+)?(?=[A-Z])"
)
_EVENT = re.compile(
    r"(?:(?:Regular|Weekly|Daily|Monthly|Joint) )*(?:Press|News|Media) (?:Conference|Briefing|Statement)\b", re.IGNORECASE
)
_PRESS = re.compile(  # … answers for it: "the European Commission Spokesperson's Service"
    r"\s(?:Spokes(?:person|man|woman)['’]s|Spokespersons['’]|Press) (?:Service|Office|Bureau|Unit)$"
)
_NO_BODY = frozenset({"State of the Union"})


def _in_title(title: str | None, vocabulary: Vocabulary) -> str | None:
    """The organization that the title names; the part after a colon first ("Briefing on X: Ministry of Y").

    Where a speech is held tells nobody's "we": "Statement by the Prime Minister of Tavora at the General Assembly".
    """
    for whole in reversed((title or "").split(":")):
        part = _SUBJECT_MATTER.split(_VENUE.split(whole, maxsplit=1)[0], maxsplit=1)[0].strip()
        head = _HEAD_OF.search(part)
        if head is not None and vocabulary.entry("actor", part) is None:
            return head["country"]
        if vocabulary.entry("actor", part) is not None and not _GENRE.match(part):
            return part
        match = max(_ORGANIZATION.finditer(_EVENT.sub("|", part)), key=lambda found: len(found.group()), default=None)
        if match is not None and match.group().strip() not in _NO_BODY:
            return _body(_GENRE.sub("", match.group()).strip().removeprefix("The "))
    return None


def _body(name: str) -> str:
    """``name`` without the post in front of it."""
    body = _POST.sub("", _PRESS.sub("", name), count=1)
    return body if _ORGANIZATION.fullmatch(body) else name


def _acts_for(organization: str, document: Document, block: Block, vocabulary: Vocabulary) -> str | None:
    """The actors that the organization's spokespersons answer for, where the turn speaks of these and never of itself."""
    entry = vocabulary.entry("actor", organization)
    if entry is None or not entry.speaks_for:
        return None
    turn = " ".join(
        document.block_text(item)
        for item in document.blocks
        if item.turn == block.turn and item.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
    )
    if _mentions(turn, entry):
        return None
    counts: Counter[str] = Counter()
    for iri in entry.speaks_for:
        other = vocabulary.named(iri)
        if other is not None:
            counts[other.label] = _mentions(turn, other)
    label, count = counts.most_common(1)[0] if counts else ("", 0)
    return label if count else None


def heading_actor(heading: str, vocabulary: Vocabulary) -> str | None:
    """The actor that a heading names and nothing else: "Ministry of Finance"."""
    text = heading.strip(" \n\t#*:.0123456789").removeprefix("The ").strip()
    if not text:
        return None
    if vocabulary.entry("actor", text) is not None:
        return text
    match = _ORGANIZATION.fullmatch(text)
    return text if match is not None else None


def heading_office(heading: str) -> str | None:
    """The post that a heading names and nothing else: "3.4 Medical Director"; below it stands what its holder does."""
    text = heading.strip(" \n\t#*:.0123456789").removeprefix("The ").strip()
    parts = text.split()
    last = parts[-1].lower() if parts else ""
    known = last in words("discourse.title") or last in words("discourse.person") or last in words("discourse.human")
    fits = 1 < len(parts) <= _LONGEST_POST and parts[0][0].isupper() and text.replace(" ", "").replace("-", "").isalpha()
    return text if fits and (known or last in _POSTS) else None


_LONGEST_POST = 6  # words
_POSTS = frozenset(
    {"officer", "lead", "pharmacist", "midwife", "coordinator", "engineer", "accountant", "auditor", "treasurer"}
)


def _mentions(text: str, entry: Entry) -> int:
    """How often a name of ``entry`` occurs in ``text``."""
    return sum(len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in (entry.label, *entry.alt_labels))
