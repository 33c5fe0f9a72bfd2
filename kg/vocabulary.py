"""The ontology folder as data: relations with their verbs, actors and concepts with their names.

The files are Turtle; ``pyoxigraph`` parses them. A vocabulary that contradicts itself is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

import pyoxigraph as ox

from kg.ids import BASE, digest, normal_form
from kg.nquads import lines_of
from kg.vocabularyfiles import Facts, Sources, facts_of, read_turtle

__all__ = ["ONTOLOGY", "Entry", "Relation", "Vocabulary", "load_vocabulary", "ontology_folder"]

ONTOLOGY = f"{BASE}ontology#"  # of classes and properties; it does not move with the base of what is minted
TOP = "actsOn"
FILES = ("policy.ttl", "relations.ttl", "actors.ttl", "concepts.ttl")

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_KINDS = {"Organization": "actor", "Group": "actor", "Actor": "actor", "Person": "person", "Concept": "concept"}
_MINTED = tuple(f"{BASE}{room}/" for room in ("actor", "concept", "person"))
_SHORT_ACRONYM = 4  # up to so many capitals a name is read as an acronym only if the text has the capitals too: MOST, US, AI


@dataclass(frozen=True, slots=True)
class Relation:
    """A property under ``actsOn``; ``parents`` are direct. It works against ``opposed``; ``kept_by`` keep its promises."""

    name: str
    label: str
    parents: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    opposed: tuple[str, ...] = ()
    kept_by: tuple[str, ...] = ()
    kept_by_verbs: tuple[str, ...] = ()  # of any relation
    self_keeping: tuple[str, ...] = ()  # verbs of its own that keep only promises made with them


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor, person or concept of the vocabulary; the relations to others are their IRIs, sorted."""

    iri: str
    kind: str  # "actor", "person" or "concept"
    label: str
    alt_labels: tuple[str, ...] = ()
    context_labels: tuple[str, ...] = ()  # short names, good where the text names the thing in full
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()
    types: tuple[str, ...] = ()  # local names of its classes in the ontology


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What ``load_vocabulary`` returns; never changed afterwards."""

    base: str
    relations: Mapping[str, Relation]  # local name -> relation
    verbs: frozenset[str]  # head words of all verbs in the lexicon
    entries: Mapping[str, Entry]  # IRI -> entry
    same_as: Mapping[str, str]  # IRI that an analyst merged away -> IRI that stands for it
    not_same: frozenset[frozenset[str]]  # pairs of IRIs never to be merged
    fingerprint: str  # digest of all files
    lexicon: str  # digest of the relations alone: what an extraction depends on
    _relation_of: Mapping[str, str]
    _ancestors: Mapping[str, tuple[str, ...]]
    _names: Mapping[tuple[str, str], tuple[Entry, str]]  # (room, normal form) -> entry and the name as listed
    _contexts: Mapping[tuple[str, str], tuple[Entry, ...]]
    _triples: tuple[ox.Triple, ...]
    _decided: tuple[ox.Triple, ...]

    def relation_of(self, verb: str) -> str:
        """The local name of the relation that lists ``verb``: the longest listed beginning of it wins, else ``actsOn``."""
        words = verb.casefold().split()
        for size in range(len(words), 0, -1):
            if name := self._relation_of.get(" ".join(words[:size])):
                return name
        return TOP

    def ancestors(self, relation: str) -> tuple[str, ...]:
        """The relations above ``relation``, nearest first; empty for the top and for an unknown name."""
        return self._ancestors.get(relation, ())

    def entry(self, kind: str, label: str) -> Entry | None:
        """The entry of that name among actors and persons ("actor"), persons ("person") or concepts ("concept")."""
        found = self._names.get((_room(kind), normal_form(label)))
        if found is None or (kind == "person" and found[0].kind != "person"):
            return None
        entry, name = found
        if name.isupper() and len(name) <= _SHORT_ACRONYM and not any(map(str.isupper, label[1:])):
            return None  # the word "most" or "us", no acronym
        return entry

    def in_context(self, kind: str, label: str) -> tuple[Entry, ...]:
        """The entries that ``label`` may be short for, where the text names them in full."""
        return self._contexts.get((_room(kind), normal_form(label)), ())

    def named(self, iri: str) -> Entry | None:
        """The entry of that IRI."""
        return self.entries.get(iri)

    def label(self, iri: str) -> str:
        """The preferred label of an entry; of anything else what follows the last slash."""
        entry = self.entries.get(iri)
        return entry.label if entry else _short(iri)

    @property
    def actors(self) -> tuple[Entry, ...]:
        """Organizations, groups and persons, sorted by IRI."""
        return tuple(entry for _, entry in sorted(self.entries.items()) if entry.kind != "concept")

    @property
    def concepts(self) -> tuple[Entry, ...]:
        """Policy concepts, sorted by IRI."""
        return tuple(entry for _, entry in sorted(self.entries.items()) if entry.kind == "concept")

    def opposed(self, one: str, other: str) -> bool:
        """Whether the relations, or what they lie under, are opposed to each other."""
        above = {other, *self.ancestors(other)}
        return any(above & set(self.relations[name].opposed) for name in (one, *self.ancestors(one)) if name in self.relations)

    def lines(self, base: str = "") -> Iterator[str]:
        """``quads`` as lines of N-Quads."""
        root = base or self.base
        if root != BASE:
            yield from lines_of(self.quads(root))
            return
        for graph, triples in (("vocabulary", self._triples), ("decisions", self._decided)):
            end = f" <{root}graph/{graph}> .\n"
            for triple in triples:
                yield f"{triple}{end}"

    def quads(self, base: str = "") -> Iterator[ox.Quad]:
        """The vocabulary graph and the decisions graph under ``base`` (default: what it was loaded for), in file order."""
        root = base or self.base
        for graph, triples in (("vocabulary", self._triples), ("decisions", self._decided)):
            name = ox.NamedNode(f"{root}graph/{graph}")
            for triple in triples:
                yield ox.Quad(_moved(triple.subject, root), triple.predicate, _moved(triple.object, root), name)


def ontology_folder() -> Path:
    """Where the shipped Turtle files are: inside the installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    return next((folder for folder in (here / "ontology", here.parent / "ontology") if (folder / FILES[0]).is_file()), here)


def load_vocabulary(*extra: str | Path, base: str = BASE) -> Vocabulary:
    """The shipped vocabulary together with the Turtle files ``extra``, with IRIs under ``base``.

    A file of the analyst's may add names to what is listed, new actors and concepts, verbs to a relation, and decisions:
    ``kg:sameAs`` (accepted) and ``kg:notSameAs`` (forbidden).

    Raises:
        VocabularyError: a file cannot be read or parsed, or the files contradict themselves or each other.
    """
    folder = ontology_folder()
    shipped = [read_turtle(folder / name) for name in FILES]
    sources = Sources(shipped + [read_turtle(Path(path)) for path in extra])
    facts = facts_of(row for source in sources.sources for row in source.rows)
    relations, relation_of, ancestors = _relations(facts, sources)
    entries = _entries(facts, sources, base)
    names, contexts = _names(entries, sources)
    same, not_same = _decisions(facts, sources, entries, base)
    own = [triple for source in sources.sources[len(shipped) :] for triple in source.triples]
    decided = tuple(triple for triple in own if triple.predicate.value in (f"{ONTOLOGY}sameAs", f"{ONTOLOGY}notSameAs"))
    lexicon = sorted(f"{verb}\t{name}" for verb, name in relation_of.items())
    return Vocabulary(
        base=base,
        relations=MappingProxyType(relations),
        verbs=frozenset(verb.split()[0] for verb in relation_of),
        entries=MappingProxyType(entries),
        same_as=MappingProxyType(same),
        not_same=not_same,
        fingerprint=digest(*(source.text for source in sources.sources)),
        lexicon=digest(*lexicon, *sorted(f"{name}\t{' '.join(above)}" for name, above in ancestors.items())),
        _relation_of=relation_of,
        _ancestors=ancestors,
        _names=names,
        _contexts=contexts,
        _triples=_without(sources.triples(), set(decided)),
        _decided=decided,
    )


def _relations(facts: Facts, sources: Sources) -> tuple[dict[str, Relation], dict[str, str], dict[str, tuple[str, ...]]]:
    parents: dict[str, list[str]] = {}
    for subject, about in facts.items():
        if subject.startswith(ONTOLOGY) and (subject == ONTOLOGY + TOP or f"{ONTOLOGY}verb" in about):
            above = [_local(iri) for iri in about.get(f"{_RDFS}subPropertyOf", ())]
            if not above and _local(subject) != TOP:
                _refuse_orphan(sources, _local(subject))
            parents[_local(subject)] = above
    ancestors = {name: _above(name, parents, sources, "rdfs:subPropertyOf") for name in parents}
    relation_of: dict[str, str] = {}
    found = {}
    for name in sorted(parents):
        about = facts[ONTOLOGY + name]
        verbs = frozenset(map(normal_form, about.get(f"{ONTOLOGY}verb", ())))
        for verb in sorted(verbs):
            if (other := relation_of.setdefault(verb, name)) != name:
                sources.refuse(f"verb {verb!r} stands under both {other} and {name}", f'"{verb}"', hint="keep one")
        opposed, kept = (tuple(sorted(map(_local, about.get(ONTOLOGY + way, ())))) for way in ("opposedTo", "keptBy"))
        by_verbs, alone = (tuple(sorted(about.get(ONTOLOGY + way, ()))) for way in ("keptByVerb", "keepsItselfVerb"))
        label = about.get(f"{_RDFS}label", [name])[0]
        found[name] = Relation(name, label, tuple(sorted(parents[name])), verbs, opposed, kept, by_verbs, alone)
    return found, relation_of, ancestors


def _refuse_orphan(sources: Sources, name: str) -> NoReturn:
    sources.refuse(f"relation {name} has no rdfs:subPropertyOf", f"kg:{name}", hint=f"put it under kg:{TOP} or below")


def _above(name: str, parents: Mapping[str, list[str]], sources: Sources, word: str) -> tuple[str, ...]:
    """Everything above ``name``, nearest first; a cycle through ``name`` is refused."""
    found: list[str] = []
    layer = list(parents.get(name, ()))
    while layer:
        if name in layer:
            sources.refuse(f"cycle: {_short(name)} is above itself by {word}", _short(name), hint="remove one of the links")
        found += sorted(set(layer) - set(found))
        layer = [up for at in layer for up in parents.get(at, ()) if up not in found]
    return tuple(found)


def _entries(facts: Facts, sources: Sources, base: str) -> dict[str, Entry]:
    entries = {}
    for subject, about in facts.items():
        labels = about.get(f"{_SKOS}prefLabel", [])
        types = sorted(_local(iri) for iri in about.get(_RDF_TYPE, ()) if iri.startswith(ONTOLOGY))
        kinds = {_KINDS[name] for name in types if name in _KINDS}
        if not labels and not kinds:
            if any(about.get(p) for p in (f"{_SKOS}altLabel", f"{ONTOLOGY}contextLabel", f"{_SKOS}broader")):
                sources.refuse(f"{_short(subject)} has no skos:prefLabel", _short(subject), hint="name it, or correct its IRI")
            continue
        if len(labels) != 1:
            sources.refuse(f"{_short(subject)} has {len(labels)} preferred labels, not one", _short(subject))
        if len(kinds - {"actor"} or kinds) != 1:
            sources.refuse(f"{_short(subject)} is no actor, person or concept", _short(subject), hint="add a kg:Concept, …")
        kind = next(iter(kinds - {"actor"} or kinds))

        def iris(predicate: str, about: dict[str, list[str]] = about) -> tuple[str, ...]:
            return tuple(sorted(_rebased(iri, base) for iri in about.get(predicate, ())))

        def texts(predicate: str, about: dict[str, list[str]] = about) -> tuple[str, ...]:
            return tuple(sorted(about.get(predicate, ())))

        entries[_rebased(subject, base)] = Entry(
            iri=_rebased(subject, base),
            kind=kind,
            label=labels[0],
            alt_labels=texts(f"{_SKOS}altLabel"),
            context_labels=texts(f"{ONTOLOGY}contextLabel"),
            broader=iris(f"{_SKOS}broader"),
            related=iris(f"{_SKOS}related"),
            not_same_as=iris(f"{ONTOLOGY}notSameAs"),
            speaks_for=iris(f"{ONTOLOGY}speaksFor"),
            types=tuple(types),
        )
    _check_links(entries, sources)
    return dict(sorted(entries.items()))


def _check_links(entries: dict[str, Entry], sources: Sources) -> None:
    """Refuse a link to what nothing names, and a cycle in ``broader``."""
    for entry in entries.values():
        for target in (*entry.broader, *entry.related, *entry.speaks_for):
            if target not in entries:
                sources.refuse(f"{entry.label!r} is linked to {_short(target)}, which nothing names", _short(target))
    broader = {iri: list(entry.broader) for iri, entry in entries.items() if entry.broader}
    for iri in broader:
        _above(iri, broader, sources, "skos:broader")


def _names(
    entries: Mapping[str, Entry], sources: Sources
) -> tuple[dict[tuple[str, str], tuple[Entry, str]], dict[tuple[str, str], tuple[Entry, ...]]]:
    names: dict[tuple[str, str], tuple[Entry, str]] = {}
    contexts: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for entry in entries.values():
        room = _room(entry.kind)
        for name in (entry.label, *entry.alt_labels):
            other, _ = names.setdefault((room, normal_form(name)), (entry, name))
            if other is not entry:
                sources.refuse(f"{name!r} names both {other.label!r} and {entry.label!r}", f'"{name}"', hint="keep one")
        for name in entry.context_labels:
            key = (room, normal_form(name))
            contexts[key] = (*contexts.get(key, ()), entry)
    return names, contexts


def _decisions(
    facts: Facts, sources: Sources, entries: Mapping[str, Entry], base: str
) -> tuple[dict[str, str], frozenset[frozenset[str]]]:
    """Merges accepted (each IRI to the one that stands for it) and merges forbidden; together they must be possible."""
    leader: dict[str, str] = {}

    def find(iri: str) -> str:
        while iri in leader:
            iri = leader[iri]
        return iri

    forbidden = set()
    for subject, about in facts.items():
        one = _rebased(subject, base)
        forbidden |= {frozenset((one, _rebased(other, base))) for other in about.get(f"{ONTOLOGY}notSameAs", ())}
        for other in about.get(f"{ONTOLOGY}sameAs", ()):
            stays, goes = find(one), find(_rebased(other, base))
            if goes in entries and stays in entries and stays != goes:
                reason = f"{_short(stays)} and {_short(goes)} are both listed"
                sources.refuse(reason, _short(other), hint="edit their altLabels instead")
            if stays != goes:
                stays, goes = (goes, stays) if goes in entries else (stays, goes)
                leader[goes] = stays
    same = {iri: find(iri) for iri in sorted(leader)}
    for one, other in sorted(tuple(sorted(pair)) for pair in forbidden if len(pair) == 2):
        if same.get(one, one) == same.get(other, other):
            sources.refuse(f"{_short(one)} and {_short(other)} are merged, and must not be", _short(other), hint="kg:notSameAs")
    return same, frozenset(forbidden)


def _room(kind: str) -> str:
    return "concept" if kind == "concept" else "actor"


def _local(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY)


def _short(iri: str) -> str:
    """What a Turtle file has of ``iri`` after its prefix."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _rebased(iri: str, base: str) -> str:
    return base + iri[len(BASE) :] if base != BASE and iri.startswith(_MINTED) else iri


def _moved(node: Any, base: str) -> Any:
    if base != BASE and isinstance(node, ox.NamedNode) and node.value.startswith(_MINTED):
        return ox.NamedNode(_rebased(node.value, base))
    return node


def _without(triples: Iterable[ox.Triple], left_out: set[ox.Triple]) -> tuple[ox.Triple, ...]:
    return tuple(dict.fromkeys(triple for triple in triples if triple not in left_out))
