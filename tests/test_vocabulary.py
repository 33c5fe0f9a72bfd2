"""The shipped vocabulary is whole, and one that contradicts itself is refused at its line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import VocabularyError
from kg.ids import BASE, iri_for
from kg.vocabulary import ONTOLOGY, Vocabulary, load_vocabulary, ontology_folder

PREFIXES = """@prefix actor: <https://w3id.org/policy-kg/actor/> .
@prefix concept: <https://w3id.org/policy-kg/concept/> .
@prefix kg: <https://w3id.org/policy-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
LINES = PREFIXES.count("\n")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def own(folder: Path, turtle: str, name: str = "own.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + turtle, encoding="utf-8")
    return file


@pytest.mark.parametrize("file", sorted(path.name for path in ontology_folder().glob("*.ttl")))
def test_each_file_is_turtle_without_duplicate_triples(file: str) -> None:
    """A slip in a shipped file, or the same fact twice."""
    triples = Counter(ox.parse(path=str(ontology_folder() / file), format=ox.RdfFormat.TURTLE))
    blank = [triple for triple in triples if "_:" in str(triple)]
    assert triples and not [triple for triple, times in triples.items() if times > 1]
    assert file == "shapes.ttl" or not blank


def test_lexicon_is_large_and_each_verb_has_one_relation(vocabulary: Vocabulary) -> None:
    """Verbs lost, or filed twice."""
    count = Counter(verb for relation in vocabulary.relations.values() for verb in relation.verbs)
    assert len(count) >= 600
    assert {verb for verb, times in count.items() if times > 1} == set()
    assert all(vocabulary.relation_of(verb) == name for name, item in vocabulary.relations.items() for verb in item.verbs)


def test_spellings_of_both_sides_of_the_ocean_are_listed(vocabulary: Vocabulary) -> None:
    """A verb that only one orthography finds, or that finds another relation in the other."""
    for name, relation in vocabulary.relations.items():
        for verb in relation.verbs:
            if "ise" in verb and (other := verb.replace("ise", "ize")) in vocabulary._relation_of:
                assert vocabulary.relation_of(other) == name
    pairs = [
        ("optimise", "optimize"),
        ("fulfil", "fulfill"),
        ("programme", "program"),
        ("favour", "favor"),
        ("analyse", "analyze"),
    ]
    assert all(vocabulary.relation_of(one) == vocabulary.relation_of(other) != "actsOn" for one, other in pairs)


@pytest.mark.parametrize(
    ("verb", "relation"),
    [
        ("establish", "establishes"),
        ("set up", "establishes"),
        ("invest in", "funds"),
        ("make breakthrough in", "promotes"),
        ("give priority to", "prioritises"),
        ("give support for", "supports"),
        ("Carry out", "implements"),
        ("provide for", "provides"),
        ("crack down on", "restricts"),
        ("phase out", "reduces"),
        ("strengthen by", "strengthens"),
        ("guard against", "prevents"),
        ("frobnicate", "actsOn"),
        ("", "actsOn"),
    ],
)
def test_relation_of_takes_the_longest_listed_beginning(vocabulary: Vocabulary, verb: str, relation: str) -> None:
    """A verb with its particle filed under the bare verb, or an unlisted one lost."""
    assert vocabulary.relation_of(verb) == relation


def test_hierarchy_is_the_one_of_the_design(vocabulary: Vocabulary) -> None:
    """A question about "promotes" that misses what lies under it."""
    under = {name for name in vocabulary.relations if "promotes" in vocabulary.ancestors(name)}
    assert under == {"establishes", "develops", "strengthens", "improves", "supports", "funds", "deploys"}
    assert vocabulary.ancestors("establishes") == ("promotes", "actsOn")
    assert vocabulary.ancestors("actsOn") == ()
    assert vocabulary.opposed("establishes", "prohibits") and not vocabulary.opposed("establishes", "funds")


def test_iris_are_those_that_a_text_would_mint(vocabulary: Vocabulary) -> None:
    """A listed concept and the same words in a text under two IRIs."""
    for entry in (*vocabulary.actors, *vocabulary.concepts):
        assert entry.iri == iri_for(entry.kind, entry.label)


def test_names_find_their_entry(vocabulary: Vocabulary) -> None:
    """An alias that leads nowhere; an acronym that swallows a common word."""

    def label(kind: str, name: str) -> str | None:
        found = vocabulary.entry(kind, name)
        return found and found.label

    assert label("actor", "centrally administered state-owned enterprises") == "central SOEs"
    assert label("concept", "NQPF") == label("concept", "New  Quality Productive Forces") == "new quality productive forces"
    assert label("actor", "MOST") == "Ministry of Science and Technology"
    assert label("actor", "most") is label("actor", "Most") is label("actor", "us") is label("actor", "who") is None
    assert label("actor", "Commission") is None
    assert label("person", "Zhang Yuzhuo") == label("actor", "Zhang Yuzhuo") == "Zhang Yuzhuo"
    assert label("person", "SASAC") is label("concept", "SASAC") is None


def test_a_regulator_speaks_for_its_firms(vocabulary: Vocabulary) -> None:
    """ "We" of SASAC's spokespersons that cannot be resolved to central SOEs."""
    sasac = vocabulary.entry("actor", "SASAC")
    assert sasac is not None
    assert [vocabulary.entries[iri].label for iri in sasac.speaks_for] == ["central SOEs"]


def test_quads_are_in_two_graphs_and_move_with_the_base(tmp_path: Path) -> None:
    """Decisions mixed with the vocabulary, or IRIs left at the default base."""
    file = own(tmp_path, "concept:magic_beans kg:sameAs concept:beans .\n")
    vocabulary = load_vocabulary(file, base="https://example.org/")
    quads = list(vocabulary.quads())
    assert {quad.graph_name.value for quad in quads} == {
        "https://example.org/graph/vocabulary",
        "https://example.org/graph/decisions",
    }
    assert not [quad for quad in quads if quad.subject.value.startswith(f"{BASE}concept/")]
    assert [quad for quad in quads if quad.predicate.value == f"{ONTOLOGY}fulfilledBy"] == []
    assert vocabulary.same_as == {"https://example.org/concept/beans": "https://example.org/concept/magic_beans"}


def test_own_file_adds_names_verbs_and_entries(tmp_path: Path) -> None:
    """An analyst's file that must repeat what is shipped, or whose verbs need a change in Python."""
    file = own(
        tmp_path,
        'concept:ai_plus skos:altLabel "intelligence everywhere"@en .\n'
        'kg:deploys kg:verb "frobnicate" .\n'
        'concept:magic_beans a kg:Concept ; skos:prefLabel "magic beans"@en ; skos:broader concept:innovation .\n',
    )
    plain, extended = load_vocabulary(), load_vocabulary(file)
    found = extended.entry("concept", "Intelligence Everywhere")
    assert found is not None and found.label == "AI Plus"
    assert extended.relation_of("frobnicate") == "deploys"
    assert extended.entry("concept", "magic beans") is not None
    assert extended.fingerprint != plain.fingerprint and extended.lexicon != plain.lexicon


def test_an_alias_leaves_the_lexicon_as_it_was(tmp_path: Path) -> None:
    """An added alias that makes a build parse its texts again."""
    file = own(tmp_path, 'concept:ai_plus skos:altLabel "intelligence everywhere"@en .\n')
    assert load_vocabulary(file).lexicon == load_vocabulary().lexicon


CONCEPT = "a kg:Concept ; skos:prefLabel"


@pytest.mark.parametrize(
    ("turtle", "line", "reason"),
    [
        ("concept:a skos:prefLabel ;;; oops\n", 1, "is not Turtle"),
        (f'concept:a {CONCEPT} "a thing"@en .\n\nconcept:b {CONCEPT} "A  thing"@en .\n', 3, "names both"),
        ('\nconcept:ai_plus skos:altLabel "SEIs"@en .\n', 2, "'SEIs' names both"),
        ('kg:funds kg:verb "establish" .\n', 1, "verb 'establish' stands under both"),
        (
            f'concept:a {CONCEPT} "aa"@en ; skos:broader concept:b .\nconcept:b {CONCEPT} "bb"@en ; skos:broader concept:a .\n',
            2,
            "cycle",
        ),
        (f'concept:a {CONCEPT} "aa"@en ; skos:broader concept:nowhere .\n', 1, "which nothing names"),
        (f'concept:a {CONCEPT} "aa"@en, "ab"@en .\n', 1, "2 preferred labels"),
        ('concept:a skos:prefLabel "aa"@en .\n', 1, "is no actor, person or concept"),
        ('concept:a_typo skos:altLabel "aa"@en .\n', 1, "has no skos:prefLabel"),
        ("concept:a kg:sameAs concept:b .\nconcept:b kg:notSameAs concept:a .\n", 2, "must not be"),
        (
            "concept:a kg:sameAs concept:b .\nconcept:b kg:sameAs concept:c .\nconcept:c kg:notSameAs concept:a .\n",
            3,
            "must not be",
        ),
        ("concept:ai_plus kg:sameAs concept:digital_economy .\n", 1, "are both listed"),
        ('kg:frobnicates kg:verb "frobnicate" .\n', 1, "has no rdfs:subPropertyOf"),
        ("kg:promotes rdfs:subPropertyOf kg:funds .\n", 1, "cycle"),
        ('concept:a skos:altLabel [ kg:verb "x" ] .\n', None, "without a name"),
    ],
)
def test_bad_vocabulary_is_refused_with_file_line_and_reason(
    tmp_path: Path, turtle: str, line: int | None, reason: str
) -> None:
    """A contradiction taken over silently, or reported without its place."""
    file = own(tmp_path, turtle)
    with pytest.raises(VocabularyError) as caught:
        load_vocabulary(file)
    assert reason in str(caught.value)
    assert caught.value.where == str(file)
    assert caught.value.line == (line and line + LINES)


def test_unreadable_files_are_refused(tmp_path: Path) -> None:
    """A traceback for a missing or binary vocabulary file."""
    (tmp_path / "binary.ttl").write_bytes(b"\xff\xfe\x00")
    for name, reason in (("missing.ttl", "cannot be read"), ("binary.ttl", "is not UTF-8")):
        with pytest.raises(VocabularyError, match=reason):
            load_vocabulary(tmp_path / name)


def test_merges_lead_to_the_listed_one(tmp_path: Path) -> None:
    """A merge that moves a listed concept to an unlisted IRI."""
    turtle = "concept:beans kg:sameAs concept:ai_plus .\nconcept:peas kg:sameAs concept:beans .\n"
    same = load_vocabulary(own(tmp_path, turtle)).same_as
    assert same == {f"{BASE}concept/beans": f"{BASE}concept/ai_plus", f"{BASE}concept/peas": f"{BASE}concept/ai_plus"}
