"""Who speaks when: which labels count, whom they mean, where a question ends, what the text says of its speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Block, BlockKind, Speaker
from kg.readers.base import table
from kg.readers.labels import Label, Role, resolve_speaker

__all__ = ["Turns", "introduced", "mark_questions", "only_voice"]

_POSTS = table("posts")
_THANKS = re.compile(
    r"(?:(?:well|okay|ok|yes|sure|good|great)[,.] )?(?:many )?(?:thank you|thanks)(?: (?:very|so) much| a lot)?,?"
    r" (?:[\w.]+ ){0,3}?for (?:your|the|that|this|these|those|all|raising|asking)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:my (?:\w+ )?questions? (?:is|are|concerns?|relates?|goes)"
    r"|(?:i(?:'d| would) like|i want|i wanted|let me|may i|can i|could i) (?:to )?ask"
    r"|i have (?:a|one|two|three|another) (?:\w+ )?question"
    r"|(?:i'?m|i am) (?:\w+ ){0,4}?(?:from|with)\b|(?:could|can|would|will) you\b)",
    re.IGNORECASE,
)
_FAREWELL = re.compile(r"(?:\W{0,5}\b(?:thank you|thanks|please)\b[^.?!]{0,30}[.!]?){1,3}\s*$", re.IGNORECASE)
_LONGEST_QUESTION = 1500  # characters


class Turns:
    """The speaker turns of a document, as far as it has been read."""

    def __init__(self, text: str, labels: Sequence[Label | None], known: tuple[Speaker, ...]) -> None:
        self._known = known
        self._count = Counter(_key(label) for label in labels if label)
        self._roles = {label.role for label in labels if label}
        self._lower = frozenset(re.findall(r"\b[a-z]{2,30}\b", text)) if self._count else frozenset()
        self.found: list[Speaker] = []
        self.number = 0
        self.speaker: str | None = None
        self.asking = False
        self._said = 0  # paragraphs in this turn
        self._asked = False  # the last paragraph ended in a question
        self._answering: str | None = known[0].name if len(known) == 1 else None

    def accepts(self, label: Label, rest: str, *, before_list: bool) -> bool:
        """Whether ``label`` names a speaker here; ``rest`` is what stands behind it in its paragraph."""
        if self._resolve(label) or (label.role is Role.PERSON and label.name and resolve_speaker(label, self.found)):
            return True
        often = self._count[_key(label)] > 1
        if label.role in {Role.QUESTION, Role.ANSWER}:
            return label.sure or {Role.QUESTION, Role.ANSWER} <= self._roles or Role.PERSON in self._roles
        if label.role is Role.OUTLET:
            return not before_list
        if rest[:1].islower() or (before_list and not often):
            return False
        ordinary = all(word in self._lower for word in re.findall(r"[\w-]+", label.name.casefold()))
        if label.post:
            return True
        return (label.sure and not ordinary) or (often and (label.sure or not ordinary))

    def repeats(self, label: Label) -> bool:
        """Whether ``label`` stands in the document more than once, or the metadata names its bearer."""
        return self._count[_key(label)] > 1 or self._resolve(label) is not None

    def begin(self, label: Label) -> None:
        """Let the bearer of ``label`` speak."""
        self.number += 1
        self._said = 0
        self.asking = label.role in {Role.OUTLET, Role.QUESTION} and self._resolve(label) is None
        if label.role is Role.PERSON or not (self.asking or label.role is Role.ANSWER):
            speaker = self._enter(label)
            self.speaker = self._answering = speaker.name
        elif self.asking:
            self.speaker = label.name or None
        else:
            self.speaker = self._answering

    def expect(self, speaker: Speaker) -> None:
        """Know of ``speaker``, whom a byline names."""
        if speaker.name not in {other.name for other in (*self._known, *self.found)}:
            self.found.append(speaker)

    def end(self) -> None:
        """Let nobody speak any more."""
        if self.number:
            self.number += 1
        self.asking, self.speaker = False, None

    def says(self, paragraph: str) -> None:
        """Hear ``paragraph``: thanks for a question end it, and so does what follows the question mark where nobody who
        answers is ever labelled."""
        unlabelled = self._asked and self._roles <= {Role.QUESTION, Role.OUTLET}
        if self.asking and self._said and (unlabelled or _THANKS.match(paragraph[:120])):
            self.number += 1
            self.asking, self.speaker = False, self._answering if len(self._known) == 1 else None
        self._said += 1
        self._asked = paragraph.rstrip("\"'”’ ").endswith("?")

    def _resolve(self, label: Label) -> Speaker | None:
        return resolve_speaker(label, self._known) if label.name else None

    def _enter(self, label: Label) -> Speaker:
        speaker = self._resolve(label) or resolve_speaker(label, self.found)
        if speaker is None:
            speaker = label.speaker
            self.found.append(speaker)
        elif speaker in self.found and (label.post or label.organization):
            better = replace(speaker, post=speaker.post or label.post, organization=speaker.organization or label.organization)
            self.found[self.found.index(speaker)] = better
        return speaker


def mark_questions(text: str, blocks: Sequence[Block], known: Iterable[Speaker]) -> list[Block]:
    """``blocks`` with the turns of people who only ask made questions; whom the metadata names does not count as asking."""
    names = {speaker.name for speaker in known}
    turns: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUESTION}:
            turns.setdefault(block.turn, []).append(block)
    last = max(turns, default=0)
    asking = {
        number
        for number, said in turns.items()
        if 0 < number < last and said[0].speaker not in names and _only_asks(" ".join(text[b.start : b.end] for b in said[:9]))
    }
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
    return [replace(b, kind=BlockKind.QUESTION) if b.turn in asking and b.kind in kinds else b for b in blocks]


def _only_asks(said: str) -> bool:
    """Whether ``said`` is a question put to somebody: it ends in one, and half of it asks or it says that it asks."""
    if len(said) > _LONGEST_QUESTION:
        return False
    body = _FAREWELL.sub("", said).rstrip("\"'”’ ")
    if not body.endswith("?"):
        return False
    marks = re.findall(r"[.?!](?=\s|$)", body)
    return marks.count("?") * 2 >= len(marks) or _ASKS.search(body) is not None


def introduced(text: str, speaker: Speaker) -> Speaker:
    """``speaker`` with post and organization from an apposition in ``text``: "Wang Hongzhi, vice chairman of SASAC, …"."""
    if speaker.post or len(speaker.name.split()) < 2:
        return speaker
    for match in re.finditer(rf"{re.escape(speaker.name)}\s*[,(]\s*(?P<post>[^,;.:()\n]{{3,160}})[,;.)]", text):
        post = " ".join(match["post"].split()).removeprefix("the ")
        words = re.findall(r"[\w-]+", post.casefold())
        if _POSTS.intersection(words[:6]):
            of = re.search(r"\b(?:of|at|for|with)\s+(?:the\s+)?(?P<body>[A-Z].{1,150})$", post)
            return replace(speaker, post=post, organization=of["body"] if of else None)
    return speaker


_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^”]{0,2000}”")
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my|We|Our|My)\b")


def only_voice(text: str, speakers: Sequence[Speaker]) -> str | None:
    """The one speaker whom the metadata names, when ``text`` speaks in the first person outside of quotations."""
    if len(speakers) != 1 or not _FIRST_PERSON.search(_QUOTED.sub(" ", text)):
        return None
    name = speakers[0].name  # who is spoken of in the third person does not speak
    return None if any(re.search(rf"\b{re.escape(part)}\b", text) for part in name.split() if len(part) > 2) else name


def _key(label: Label) -> str:
    return label.name.casefold() or label.role.value
