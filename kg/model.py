"""The data that flows through the house: frozen, slotted, and checked where they are made.

All offsets are zero-based, end-exclusive character offsets into ``Document.text``, which is the source's decoded text and
never changes. A sentence given alone (``--sentences``) is its own text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.errors import EvidenceError

__all__ = [
    "ActorBasis",
    "Block",
    "BlockKind",
    "Document",
    "Evidence",
    "Extracted",
    "Mention",
    "Polarity",
    "Qualifier",
    "Quantity",
    "Reason",
    "Sentence",
    "Speaker",
    "Statement",
    "Status",
    "Surface",
    "TimeExpression",
]


class Status(StrEnum):
    """How firmly the text says it (guidelines, "Status")."""

    ACHIEVED = "achieved"
    ONGOING = "ongoing"
    PLANNED = "planned"
    OBLIGED = "obliged"
    POSSIBLE = "possible"
    REQUESTED = "requested"


class Polarity(StrEnum):
    """Whether the act is said to be, or not to be."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class ActorBasis(StrEnum):
    """How the actor was found; ``unknown`` goes with no actor."""

    EXPLICIT = "explicit"  # the clause's own subject, or the noun that a relative or participle clause hangs on
    WE = "we"  # we/our/us, resolved to whom the speaker speaks for
    PRONOUN = "pronoun"  # any other pronoun or demonstrative, resolved to its antecedent
    CONTROL = "control"  # understood subject of a non-finite clause or list item: its controller
    PASSIVE = "passive"  # the by-phrase of a passive
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a sentence gave no statement."""

    QUESTION = "question"
    FURNITURE = "furniture"
    HEADING = "heading"
    BYLINE = "byline"
    GREETING = "greeting"
    TALK = "talk"  # talk about the talk, handing over the floor
    NO_PREDICATE = "no_predicate"
    NO_OBJECT = "no_object"
    ATTRIBUTION = "attribution"  # only says who speaks
    NO_CONTENT = "no_content"  # predicates, but none acts on a policy concept
    LANGUAGE = "language"  # not English
    TOO_LONG = "too_long"


class BlockKind(StrEnum):
    """What a stretch of the source is, as its reader saw it."""

    TITLE = "title"
    BYLINE = "byline"
    FURNITURE = "furniture"
    HEADING = "heading"
    SPEAKER = "speaker"  # the line that names who speaks next
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUESTION = "question"  # what the press asks: never a source of statements


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, in which post, for which organization, as the document's metadata or its text has it."""

    name: str
    post: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, … of a document, with who says it."""

    kind: BlockKind
    start: int
    end: int
    speaker: str | None = None
    turn: int = 0  # number of the speaker turn, from 0
    heading: int | None = None  # index of the block that is its nearest heading
    lead: int | None = None  # list items: index of the block that introduces the list


@dataclass(frozen=True, slots=True)
class Document:
    """A source's text with what is known of it.

    ``text[b.start:b.end]`` is the text of block ``b``. ``given`` says that the blocks are sentences already and are not to be
    split again.
    """

    id: str  # stable name, from the file's name or its metadata
    text: str
    digest: str  # of the source's bytes
    source: str  # path or address as given
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    language: str | None = None
    speakers: tuple[Speaker, ...] = ()
    speaks_for: str | None = None
    given: bool = False
    numbers: tuple[int, ...] = ()  # given sentences: the number that each block has in its source
    citations: tuple[str, ...] = ()  # where the text itself says that it comes from
    warnings: tuple[str, ...] = ()

    def block_text(self, block: Block) -> str:
        """The words of ``block``."""
        return self.text[block.start : block.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, numbered from 1."""

    number: int
    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    speaker: str | None = None
    turn: int = 0
    block: int = 0  # index into Document.blocks


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words a statement came from."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise EvidenceError(self.start, self.end, self.text)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """The evidence that ``text[start:end]`` is."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: ``text`` as written, the rest parsed as far as it goes."""

    text: str
    value: float | None = None
    unit: str | None = None  # "percent", "EUR", "people", …
    bound: str | None = None  # "min" (more than, at least), "max" (up to, less than), "about"
    change: str | None = None  # "by" (grew by 5%), "to" (rose to 18), "from" (from 12)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written, with the first and last day that it names where they can be worked out from the document's date."""

    text: str
    start: date | None = None
    end: date | None = None
    deadline: bool = False  # "by 2030", "before the end of the year", "within two years"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A phrase that hangs on the predicate and is none of actor, object."""

    preposition: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text for an actor or a concept, and how it was linked to it."""

    label: str  # normalised, as the statement has it
    surface: str  # the sentence's own words
    kind: str  # "actor" or "concept"
    iri: str
    link: str  # why this node: "label", "alias", "abbreviation", "inflection", "short form", "new"


@dataclass(frozen=True, slots=True)
class Surface:
    """Actor, verb and object in the sentence's own words."""

    actor: str | None
    verb: str
    object: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who does what to which policy concept (see ``GUIDELINES``: one predicate, one actor, one object)."""

    actor: str | None
    verb: str
    object: str
    object_long: str
    relation: str  # local name of an ontology property, "actsOn" where no list has the verb
    status: Status
    polarity: Polarity
    evidence: Evidence
    actor_basis: ActorBasis
    rule: str  # name of the rule that made it
    surface: Surface
    support: float = 1.0  # between 0 and 1: see extraction.support
    speaker: str | None = None
    means: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    condition: str | None = None
    beneficiary: str | None = None
    quantity: str | None = None
    time: str | None = None
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """A sentence with its statements, or the reason why there are none."""

    sentence: Sentence
    statements: tuple[Statement, ...] = ()
    reason: Reason | None = None
    trace: tuple[str, ...] = field(default=(), compare=False)  # which rules fired and what each contributed

    def __post_init__(self) -> None:
        if bool(self.statements) == (self.reason is not None):
            raise ValueError(f"sentence {self.sentence.number}: statements or a reason, exactly one of the two")
