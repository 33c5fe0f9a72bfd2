"""Names become the right nodes, for a stated reason, and different things stay apart."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import iri_for
from kg.linking import Linker
from kg.model import Mention
from kg.readers import read
from kg.vocabulary import Vocabulary, load_vocabulary

ROOT = Path(__file__).parent.parent
CORPUS = sorted(path for path in (ROOT / "corpus").glob("20*") if path.suffix in {".md", ".txt"})
ALIASES: dict[str, Any] = json.loads((ROOT / "tests/data/aliases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="module")
def linkers(vocabulary: Vocabulary) -> dict[str, Linker]:
    return {path.name: Linker.for_document(read(path), vocabulary) for path in CORPUS}


def label_of(mention: Mention, vocabulary: Vocabulary) -> str:
    entry = vocabulary.entries.get(mention.iri)
    return entry.label if entry else f"new: {mention.label}"


@pytest.mark.parametrize(
    ("kind", "name", "means", "link"),
    [
        ("actor", "central SOEs", "central SOEs", "label"),
        ("actor", "Centrally administered state-owned enterprises", "central SOEs", "alias"),
        ("actor", "the SASAC", "State-owned Assets Supervision and Administration Commission", "alias"),
        ("concept", "SASAC", "State-owned Assets Supervision and Administration Commission", "alias"),
        ("concept", "new-quality productive forces", "new quality productive forces", "alias"),
        ("concept", "digitalisation", "digital transformation", "alias"),
        ("concept", "energy transitions", "energy transition", "inflection"),
        ("concept", "“AI Plus”", "AI Plus", "label"),
        ("concept", "the large scale equipment renewals", "large-scale equipment renewal", "inflection"),
        ("concept", "stronger sci-tech innovation", "sci-tech innovation", "modifier"),
        ("concept", "innovation alliances", "new: innovation alliances", "new"),
        ("actor", "CAST", "new: CAST", "new"),
        ("actor", "Premier Li Qiang", "Li Qiang", "alias"),
        ("actor", "most", "new: most", "new"),
        ("actor", "Commission", "new: Commission", "new"),
        ("concept", "new energy", "new energy", "label"),
    ],
)
def test_listed_names(vocabulary: Vocabulary, kind: str, name: str, means: str, link: str) -> None:
    """A listed name, or one that differs in number, spelling, determiner or praise alone, that becomes a node of its own."""
    mention = Linker(vocabulary).link(kind, name, name)
    assert (label_of(mention, vocabulary), mention.link) == (means, link)


@pytest.mark.parametrize(
    ("text", "name", "means"),
    [
        ("The Baltic Transition Fund (BTF) started. BTF paid.", "BTF", "Baltic Transition Fund"),
        ("Non-governmental organisations (NGOs) met.", "NGO", "non-governmental organisations"),
        ("The General Assembly of Lighthouses (GAL) met.", "GAL", "General Assembly of Lighthouses"),
        ("The Agency for the Cooperation of Harbours (the “ACH”) met.", "ACH", "Agency for the Cooperation of Harbours"),
        ("Early Childhood (EC) services opened.", "EC", "Early Childhood"),
    ],
)
def test_abbreviations_that_a_text_defines(vocabulary: Vocabulary, text: str, name: str, means: str) -> None:
    """A text's own abbreviation as a second node, or overruled by a global one that means something else there."""
    linker = Linker(vocabulary, text)
    mention = linker.link("actor", name, name)
    assert mention.iri == linker.link("actor", means, means).iri
    assert mention.link == "abbreviation"


def test_an_abbreviation_defined_in_two_ways_is_nobody(vocabulary: Vocabulary) -> None:
    """The later definition that silently wins."""
    linker = Linker(vocabulary, "The Lake Trust Bank (LTB) met the Long Term Board (LTB).")
    assert linker.link("actor", "LTB", "LTB").link == "new"


def test_phrases_with_abbreviations_are_the_phrases_spelt_out(vocabulary: Vocabulary) -> None:
    """ "NEV sales" and "sales" of nothing that anybody can find under new energy vehicles."""
    linker = Linker(vocabulary)
    short, long = (linker.link("concept", name, name) for name in ("NEV sales", "new energy vehicle sales"))
    assert short.iri == long.iri and short.link == "abbreviation"


@pytest.mark.parametrize(
    ("text", "name", "means"),
    [
        ("The European Commission met. The Commission will act.", "Commission", "European Commission"),
        ("The Baltic Harbour Commission met. The Commission will act.", "Commission", "Baltic Harbour Commission"),
        (
            "The Commission of Inquiry into Tides met. The Commission will act.",
            "Commission",
            "Commission of Inquiry into Tides",
        ),
        ("Keir Starmer spoke. Starmer promised.", "Starmer", "Keir Starmer"),
        ("The UK government acts. This government will provide stability.", "Government", "UK government"),
        ("The EU and its partners met. The Member States agreed.", "Member States", "EU Member States"),
        (
            "The China Association for Science and Technology met. CAST agreed.",
            "CAST",
            "China Association for Science and Technology",
        ),
        ("The White House wrote. The Department of Energy (DOE) acts.", "Department of Energy", "DOE"),
        ("The Harbour Renewal Act passed. The Act will bind ports.", "Act", "Harbour Renewal Act"),
    ],
)
def test_short_forms_of_what_the_text_named_before(vocabulary: Vocabulary, text: str, name: str, means: str) -> None:
    """A short form as a node of its own although it can mean one thing only."""
    kind = "concept" if name == "Act" else "actor"
    linker = Linker(vocabulary, text)
    mention = linker.link(kind, name, f"the {name}")
    assert mention.iri == linker.link(kind, means, means).iri
    assert mention.link in {"short form", "alias", "abbreviation"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Commission will act. The European Commission met.", "Commission"),
        ("The European Commission met SASAC. The Commission will act.", "Commission"),
        ("The European Commission met. A commission will be set up.", "commission"),
        ("Zhang Yuzhuo met Zhang Guoqing. Zhang spoke.", "Zhang"),
        ("Ofgem met. The government acts.", "government"),
    ],
)
def test_short_forms_that_could_mean_two_things_stay_unlinked(vocabulary: Vocabulary, text: str, name: str) -> None:
    """A guess where the text leaves it open."""
    assert Linker(vocabulary, text).link("actor", name, f"the {name}").link == "new"


def test_a_ministry_that_is_never_named_is_that_of_its_text_alone(vocabulary: Vocabulary) -> None:
    """The ministries of two governments as one node, because neither text names its own; or two nodes within one text."""
    one, other = (Linker(vocabulary, "The Ministry acts.", scope=scope) for scope in ("one", "two"))
    assert one.link("actor", "Ministry", "The Ministry").iri != other.link("actor", "Ministry", "The Ministry").iri
    assert one.link("actor", "Ministry", "The Ministry").iri == one.link("concept", "the ministry", "the ministry").iri
    assert one.link("actor", "ministries", "ministries").iri == other.link("actor", "ministries", "ministries").iri


def test_posts_are_no_surnames(vocabulary: Vocabulary) -> None:
    """A country taken for its president, who is announced by the post alone."""
    linker = Linker(vocabulary, "The President of Moldova: We act.", persons=["The President of Moldova", "European Union"])
    assert linker.link("actor", "Moldova", "Moldova").kind == "actor"
    assert linker.link("actor", "Union", "Union").link == "new"


def test_number_makes_no_difference_but_where_it_makes_another_word(vocabulary: Vocabulary) -> None:
    """Securities and security as one node; competent authorities and a competent authority as two."""
    linker = Linker(vocabulary)
    for one, other, same in (
        ("securities", "security", False),
        ("authorities", "authority", False),
        ("competent authorities", "competent authority", True),
        ("ports", "the port", True),
        ("goods", "good", False),
    ):
        assert (linker.link("concept", one, one).iri == linker.link("concept", other, other).iri) is same


def test_speakers_are_persons(vocabulary: Vocabulary) -> None:
    """ "I" of a speaker who is in no list, as an organization or as another node than the speaker."""
    linker = Linker(vocabulary, "Ann Harbour: I will act. Harbour promised.", persons=["Ann Harbour"])
    assert {linker.link("actor", name, name).iri for name in ("Ann Harbour", "Ms Ann Harbour", "Harbour")} == {
        iri_for("person", "Ann Harbour")
    }


def test_accepted_merges_hold_and_forbidden_ones_never_do(vocabulary: Vocabulary, tmp_path: Path) -> None:
    """An analyst's decision that a rebuild forgets."""
    decisions = tmp_path / "decisions.ttl"
    decisions.write_text(
        "@prefix concept: <https://w3id.org/policy-kg/concept/> .\n@prefix kg: <https://w3id.org/policy-kg/ontology#> .\n"
        "concept:ai_plus kg:sameAs concept:machine_wit_drive .\n",
        encoding="utf-8",
    )
    names = ("machine wit drives", "the machine-wit drive", "AI Plus")
    decided = Linker(load_vocabulary(decisions))
    assert len({decided.link("concept", name, name).iri for name in names}) == 1
    assert len({Linker(vocabulary).link("concept", name, name).iri for name in names}) == 2


def occurrences(name: str, group: list[str], linkers: dict[str, Linker]) -> list[Linker]:
    """The linkers of the texts that have ``name`` outside a longer name of the group."""
    found = []
    for file, linker in linkers.items():
        text = (ROOT / "corpus" / file).read_text(encoding="utf-8").casefold()
        for longer in sorted(group, key=len, reverse=True):
            if len(longer) > len(name):
                text = text.replace(longer.casefold(), "")
        if name.casefold() in text:
            found.append(linker)
    return found


@pytest.mark.parametrize("group", ALIASES["same"], ids=lambda group: group[0])
def test_aliases_of_the_corpus_are_one_node(group: list[str], linkers: dict[str, Linker]) -> None:
    """Aliases left as separate nodes, in any text of the corpus where they occur."""
    for kind in ("actor", "concept"):
        found = {linker.link(kind, name, name).iri for name in group for linker in occurrences(name, group, linkers)}
        assert len(found) == 1


@pytest.mark.parametrize("pair", ALIASES["different"], ids=" | ".join)
def test_different_things_of_the_corpus_stay_apart(pair: list[str], linkers: dict[str, Linker]) -> None:
    """A wrong merge, in any text of the corpus."""
    for linker in linkers.values():
        for kind in ("actor", "concept"):
            one, other = (linker.link(kind, name, name).iri for name in pair)
            assert one != other


@pytest.mark.parametrize("case", ALIASES["contextual"], ids=lambda case: f"{case['doc']}: {case['name']}")
def test_short_forms_of_the_corpus(case: dict[str, str], linkers: dict[str, Linker]) -> None:
    """ "The Commission" of one text read as that of another."""
    linker = linkers[case["doc"]]
    short = linker.link("actor", case["name"], case["name"])
    assert (short.iri, short.link) == (linker.link("actor", case["is"], case["is"]).iri, "short form")


def test_entries_that_are_not_the_same_never_share_a_name(vocabulary: Vocabulary) -> None:
    """A folded spelling that merges two listed things."""
    linker = Linker(vocabulary)
    for room in ({entry.iri: entry for entry in vocabulary.actors}, {entry.iri: entry for entry in vocabulary.concepts}):
        for one, other in combinations(room.values(), 2):
            if other.iri in one.not_same_as:
                kind = "concept" if one.kind == "concept" else "actor"
                linked = [
                    {linker.link(kind, name, name).iri for name in (item.label, *item.alt_labels)} for item in (one, other)
                ]
                assert not linked[0] & linked[1]


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_gives_one_node_always_the_same(label: str, text: str) -> None:
    """A crash or a moving target on hostile input."""
    vocabulary = _shared()
    first = Linker(vocabulary, text).link("concept", label, label)
    again = Linker(vocabulary, text).link("concept", label, label)
    assert first == again and first.iri.startswith("https://")


def _shared(cache: list[Vocabulary] = []) -> Vocabulary:  # noqa: B006 — parse once for all examples
    if not cache:
        cache.append(load_vocabulary())
    return cache[0]
