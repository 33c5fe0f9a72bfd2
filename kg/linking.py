"""From the names in a text to the actors and concepts they mean, each link with its reason.

A name is linked because the vocabulary lists it, because it differs from a listed name only in number, spelling or determiner,
because the text defines it as an abbreviation, or because it is short for exactly one thing that the text named before. It is
never linked because it looks alike: ``kg vocabulary suggest`` proposes such pairs, and an analyst decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from kg.ids import iri_for, normal_form
from kg.model import Document, Mention
from kg.names import (
    Form,
    abbreviations,
    bare,
    bodies_in_context,
    evaluative,
    form_of,
    head,
    is_acronym,
    name_key,
    small_words,
    words,
)
from kg.vocabulary import Entry, Vocabulary

__all__ = ["Linker"]

_TOKEN = re.compile(r"[^\W_](?:[\w&+.'’-]*[\w+])?")
_MEMO = 200_000  # names kept; each about 200 bytes
_CAPITAL = r"[A-Z][\w&'’-]*"


@lru_cache(maxsize=1 << 16)
def _minted(kind: str, name: str, base: str) -> _Found:
    """See ``Linker._minted``."""
    parts = name.split()
    proper = len(parts) > 1 and all(word[:1].isupper() or word in small_words() for word in parts)
    if proper and (noun := head(name)) in words().actor_heads | words().concept_heads:
        kind = "actor" if noun in words().actor_heads else "concept"
    return _Found(iri_for(kind, name if proper else name_key(name), base=base), kind, "new")


class _Found(NamedTuple):
    iri: str
    kind: str
    link: str


class _Named(NamedTuple):
    """A place where the text names something in full; ``iri`` and what it is called there."""

    start: int
    end: int
    iri: str


@dataclass(frozen=True, slots=True)
class _Index:
    """The vocabulary's names, by the forms in which a text may have them."""

    keys: Mapping[tuple[str, str], Entry]  # (room, name key) -> the one entry that has it
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str, Entry], ...]]  # first word -> names as words, longest first
    heads: Mapping[str, frozenset[str]]  # IRI -> head words of its names
    listed: frozenset[str]  # normal forms of all names
    short: frozenset[str]  # names that are good in a context only, case folded, in either number
    memo: dict[tuple[str, str], _Found | None]  # what the vocabulary makes of a name, for all documents


@lru_cache(maxsize=8)
def _index(vocabulary: Vocabulary) -> _Index:
    keys: dict[tuple[str, str], Entry | None] = {}
    by_first: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = {}
    heads: dict[str, frozenset[str]] = {}
    short: set[str] = set()
    for entry in vocabulary.entries.values():
        room = "concept" if entry.kind == "concept" else "actor"
        names = (entry.label, *entry.alt_labels)
        for name in names:
            if not _needs_capitals(name):
                key = (room, name_key(name))
                keys[key] = entry if keys.get(key, entry) is entry else None  # two entries: the key tells neither
            tokens = tuple(token.casefold() for token in _TOKEN.findall(name))
            if tokens:
                by_first.setdefault(tokens[0], []).append((tokens, name, entry))
        heads[entry.iri] = frozenset(head(name) for name in names)
        short |= {name.casefold() for name in entry.context_labels}
    return _Index(
        keys={key: entry for key, entry in keys.items() if entry is not None},
        by_first={first: tuple(sorted(items, key=lambda item: (-len(item[0]), item[1]))) for first, items in by_first.items()},
        heads=heads,
        listed=frozenset(
            normal_form(name) for entry in vocabulary.entries.values() for name in (entry.label, *entry.alt_labels)
        ),
        short=frozenset(form for name in short for form in (name, f"{name}s", name.removesuffix("s"))),
        memo={},
    )


def _needs_capitals(name: str) -> bool:
    return is_acronym(name) and len(name) <= 4  # as in kg.vocabulary


def _surnames(names: Iterable[str]) -> dict[str, list[str]]:
    """Word of a person's name -> the names that have it; "President of Moldova" is a post and tells no surname."""
    found: dict[str, list[str]] = {}
    for name in names:
        parts = name.split()
        if 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) and head(name) not in words().actor_heads:
            for part in parts:
                found.setdefault(part, []).append(name)
    return found


class Linker:
    """Links the names of one document; ask it in any order, it knows the whole text.

    ``Mention.link`` says why: ``label`` and ``alias`` (the vocabulary lists the name), ``abbreviation`` (the text defines it,
    or it holds one), ``inflection`` (number, spelling, hyphen, determiner), ``modifier`` (an evaluative word dropped),
    ``short form`` (of what the text names in full), ``person`` (who speaks here), ``new`` (nothing known has the name).
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        text: str = "",
        *,
        about: Iterable[str] = (),
        persons: Iterable[str] = (),
        speaks_for: str = "",
        scope: str = "",
    ) -> None:
        """A linker for ``text``; ``about`` are names that its metadata gives, ``persons`` its speakers, ``scope`` its id."""
        self.vocabulary = vocabulary
        self._text, self._scope = text, scope
        self._index = _index(vocabulary)
        self._memo: dict[tuple[str, str], _Found] = {}
        self._persons = {normal_form(name): name for name in persons}
        self._surnames = _surnames(self._persons.values())
        self._short = abbreviations(text)
        self._short_keys = {short.removesuffix("s"): long for short, long in self._short.items()}
        self._long_keys = {name_key(long): short for short, long in self._short.items()}
        known = [found for name in about if (found := self._known("actor", bare(name)))]
        self._about = tuple(dict.fromkeys(found.iri for found in known))
        spoken = self._known("actor", bare(speaks_for)) if speaks_for else None
        self._speaks_for = spoken.iri if spoken else ""

    @cached_property
    def _named(self) -> tuple[_Named, ...]:
        """Where the text names something that the vocabulary lists; few names ask for it."""
        return tuple(self._occurrences(self._text))

    @cached_property
    def _body_people(self) -> frozenset[str]:
        return frozenset(named.iri for named in self._named if f"{self.vocabulary.base}person/" in named.iri)

    @classmethod
    def for_document(cls, document: Document, vocabulary: Vocabulary) -> Linker:
        """The linker of ``document``: it reads the body's text, and the metadata for what the body leaves out."""
        start = min((block.start for block in document.blocks), default=0)
        organizations = [speaker.organization for speaker in document.speakers if speaker.organization]
        about = [document.speaks_for, *organizations, document.publisher, document.title]
        persons = {speaker.name for speaker in document.speakers} | {
            block.speaker for block in document.blocks if block.speaker
        }
        return cls(
            vocabulary,
            document.text[start:],
            about=[name for name in about if name],
            persons=sorted(persons),
            speaks_for=document.speaks_for or "",
            scope=document.id,
        )

    def link(self, kind: str, label: str, surface: str) -> Mention:
        """What ``label`` names, which the sentence has as ``surface``; ``kind`` ("actor" or "concept") says in which role.

        A name that the vocabulary lists keeps the kind of its entry, so that an actor is one node also where it is acted on.
        """
        found = self._memo.get((kind, label))
        if found is None:
            found = self._find(kind, label)
            iri = self.vocabulary.same_as.get(found.iri, found.iri)
            found = self._memo[kind, label] = found._replace(iri=iri)
        return Mention(label, surface, found.kind, found.iri, found.link)

    def _find(self, kind: str, label: str) -> _Found:
        form = form_of(label)
        name = form.name
        return (
            self._person(form)
            or self._abbreviated(kind, name)
            or self._known(kind, name)
            or self._spelled_out(kind, name)
            or (self._expanded(kind, form) if form.with_acronym else None)
            or (self._without_evaluation(kind, form) if form.evaluated else None)
            or self._shortened(kind, form)
            or self._minted(kind, name)
        )

    def _known(self, kind: str, name: str) -> _Found | None:
        """The entry that lists the name as it is, or in another number or spelling; the role's own kind goes first."""
        memo = self._index.memo
        if (kind, name) not in memo:
            if len(memo) > _MEMO:
                memo.clear()
            memo[kind, name] = self._looked_up(kind, name)
        return memo[kind, name]

    def _looked_up(self, kind: str, name: str) -> _Found | None:
        if kind == "person":
            entry = self.vocabulary.entry("person", form_of(name).plain)
            link = "label" if entry and normal_form(entry.label) == normal_form(name) else "alias"
            return _Found(entry.iri, "person", link) if entry else None
        rooms = (kind, "concept" if kind == "actor" else "actor")
        normal, key = normal_form(name), name_key(name)
        for room in rooms if normal in self._index.listed else ():
            if entry := self.vocabulary.entry(room, name):
                return _Found(entry.iri, entry.kind, "label" if normal_form(entry.label) == normal else "alias")
        for room in rooms:
            if entry := self._index.keys.get((room, key)):
                return _Found(entry.iri, entry.kind, "inflection")
        return None

    def _abbreviated(self, kind: str, name: str) -> _Found | None:
        """What the text itself says that the abbreviation stands for; it overrules the vocabulary only where both are known."""
        long = self._short.get(name) or (self._short_keys.get(name.removesuffix("s")) if is_acronym(name) else None)
        if long is None:
            return None
        listed, defined = self._known(kind, name), self._known(kind, long) or self._shortened(kind, form_of(long))
        if defined is None and listed is not None:
            return listed if self._same_thing(listed.iri, long) else self._minted(kind, long)._replace(link="abbreviation")
        if listed is not None and defined is not None and listed.iri == defined.iri:
            return listed
        return (defined or self._minted(kind, long))._replace(link="abbreviation")

    def _spelled_out(self, kind: str, name: str) -> _Found | None:
        """The long form of an abbreviation that the text defines is whatever the abbreviation is."""
        short = self._long_keys.get(name_key(name)) if self._long_keys else None
        found = self._abbreviated(kind, short) if short else None
        return found if found and found.link != "new" else None

    def _same_thing(self, iri: str, long: str) -> bool:
        """Whether ``long`` is the entry's name but for words at an end: "Department of Energy", "US Department of Energy"."""
        entry, key = self.vocabulary.entries[iri], f" {name_key(long)} "
        names = (entry.label, *entry.alt_labels, *entry.context_labels)
        return any(key in f" {name_key(name)} " or f" {name_key(name)} " in key for name in names if not is_acronym(name))

    def _expanded(self, kind: str, form: Form) -> _Found | None:
        """A phrase with an abbreviation in it, under the phrase that has its long form: "NEV sales"."""
        longer = tuple(map(self._long_form, form.parts))
        if longer == form.parts:
            return None
        phrase = " ".join(longer)
        return (self._known(kind, phrase) or self._minted(kind, phrase))._replace(link="abbreviation")

    def _long_form(self, part: str) -> str:
        if not is_acronym(part):
            return part
        if long := self._short_keys.get(part.removesuffix("s")):
            return long
        for kind in ("concept", "actor"):
            for name in (part, f"{part}s"):
                if (entry := self.vocabulary.entry(kind, name)) and entry.label.upper() != part.upper():
                    return entry.label
        return part

    def _without_evaluation(self, kind: str, form: Form) -> _Found | None:
        """A listed name behind words that say how much or how well: "stronger sci-tech innovation"."""
        parts = form.parts
        while len(parts) > 1 and parts[0].casefold() in evaluative():
            parts = parts[1:]
            if found := self._known(kind, " ".join(parts)):
                return found._replace(link="modifier")
        return None

    def _person(self, form: Form) -> _Found | None:
        """Somebody who speaks in the document, by full name or title and name; or whom it named in full, by surname."""
        plain = form.plain
        if spoken := self._persons.get(form.normal):
            return _Found(iri_for("person", spoken, base=self.vocabulary.base), "person", "person")
        if found := self._known("person", form.name):
            return found
        if " " in plain or not plain[:1].isupper() or is_acronym(plain):
            return None
        full = {iri_for("person", whole, base=self.vocabulary.base) for whole in self._surnames.get(plain, ())}
        full |= {iri for iri in self._body_people if plain in self.vocabulary.entries[iri].label.split()}
        return _Found(full.pop(), "person", "short form") if len(full) == 1 else None

    def _minted(self, kind: str, name: str) -> _Found:
        """The IRI that every text would mint for the name: of its words for a proper name, else of its key.

        A proper name whose head tells an actor from a concept ("Fund", "Act") has that kind in either role. "The Ministry" that
        the text names nowhere in full is its own ministry, and no other text's.
        """
        if self._scope and name.casefold() in bodies_in_context():
            return _Found(iri_for("actor", f"{name} in {self._scope}", base=self.vocabulary.base), "actor", "new")
        return _minted(kind, name, self.vocabulary.base)

    # Short forms

    def _shortened(self, kind: str, form: Form) -> _Found | None:
        """What the text named in full before its first "the Commission", where that is exactly one thing."""
        name, word = form.name, form.folded
        if word not in self._index.short and word not in words().actor_heads and word not in words().concept_heads:
            return None
        forms = (name, f"{name}s", name.removesuffix("s"))
        in_context = self.vocabulary.in_context
        listed = frozenset(entry.iri for form in forms for room in ("actor", "concept") for entry in in_context(room, form))
        heads = word in words().actor_heads or word in words().concept_heads
        if not listed and not heads:
            return None
        place = self._definite(name)
        if place is None:
            return None
        iri = self._only(self._before(place, word, listed, heads)) or self._only(self._by_metadata(word, listed, heads))
        if iri is None and listed:
            iri = self._only(self._by_kin(place, listed))
        if iri is None:
            return None
        entry = self.vocabulary.entries.get(iri)
        return _Found(iri, entry.kind if entry else kind, "short form")

    def _definite(self, name: str) -> int | None:
        """Where the text first has the name: an abbreviation anywhere, a name behind "the" or "this".

        With a capital it may stand behind "each" and the like too.
        """
        if is_acronym(name):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._text)
            return match.start() if match else None
        before = "the|this|each|every|all|both" if name[:1].isupper() else "the|this"
        pattern = re.compile(rf"\b(?:{before})\s+{re.escape(name)}\b(?!\s+(?:of|for|on)\s)", re.IGNORECASE)
        free = (match.start() for match in pattern.finditer(self._text) if not self._inside(match.end()))
        return next(free, None)

    def _inside(self, end: int) -> bool:
        """Whether the text goes on to a longer name there: "the Commission of the European Union"."""
        return any(named.start < end < named.end for named in self._named)

    def _only(self, iris: set[str]) -> str | None:
        """The one; of several, the one that the document speaks for; else nothing."""
        if len(iris) == 1:
            return next(iter(iris))
        return self._speaks_for if self._speaks_for in iris else None

    def _before(self, place: int, word: str, listed: frozenset[str], heads: bool) -> set[str]:
        named = {named.iri for named in self._named if named.start < place}
        fits = {iri for iri in named if iri in listed or (heads and word in self._index.heads.get(iri, ()))}
        if heads and (unlisted := set(self._unlisted(word, place))):
            fits |= unlisted
        return fits

    def _by_metadata(self, word: str, listed: frozenset[str], heads: bool) -> set[str]:
        return {iri for iri in self._about if iri in listed or (heads and word in self._index.heads.get(iri, ()))}

    def _by_kin(self, place: int, listed: frozenset[str]) -> set[str]:
        """Things that may be called so and belong to, or are linked with, what the text named or what that belongs to."""
        named = {named.iri for named in self._named if named.start < place} | set(self._about)
        entries = self.vocabulary.entries
        wider = named.union(*(entries[iri].broader for iri in named if iri in entries))
        return {iri for iri in listed if wider & {*entries[iri].broader, *entries[iri].related}}

    def _unlisted(self, word: str, place: int) -> Iterator[str]:
        """IRIs of names with that head, written with capitals, that the vocabulary does not have."""
        kind = "actor" if word in words().actor_heads else "concept"
        title = word.capitalize()
        before = rf"(?:{_CAPITAL}\s+(?:and\s+|&\s+)?)+{title}\b(?!\s+(?:of|for|on)\s+(?:the\s+)?[A-Z])"
        after = rf"\b{title}\s+(?:of|for|on)\s+(?:the\s+)?{_CAPITAL}(?:(?:\s+(?:and|of|for|the|on|into|in))*\s+{_CAPITAL})*"
        for match in re.finditer(f"{before}|{after}", self._text[:place]):
            name = bare(match[0])
            if normal_form(name) == word or any(n.start < match.end() and match.start() < n.end for n in self._named):
                continue
            found = self._known(kind, name) or self._minted(kind, name)
            yield self.vocabulary.same_as.get(found.iri, found.iri)

    def _occurrences(self, text: str) -> list[_Named]:
        """Where the text has names that the vocabulary lists; the longest name at a place wins."""
        tokens = _TOKEN.findall(text)
        folded = [token.casefold() for token in tokens]
        by_first, after = self._index.by_first, 0
        found = []
        for place in [place for place, first in enumerate(folded) if first in by_first]:
            if place < after:
                continue
            for name_tokens, name, entry in by_first[folded[place]]:
                last = place + len(name_tokens)
                same = not _needs_capitals(name) or tokens[place] in {name, f"{name}s"}
                if same and tuple(folded[place:last]) == name_tokens:
                    found.append((place, last, entry.iri))
                    after = last
                    break
        spans = [token.span() for token in _TOKEN.finditer(text)] if found else []
        return [_Named(spans[place][0], spans[last - 1][1], iri) for place, last, iri in found]
