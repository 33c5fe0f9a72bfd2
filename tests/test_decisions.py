"""An analyst's decisions: written, read back, kept through rebuilds, refused when they contradict."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build
from kg.config import Settings
from kg.decisions import decide, read_decisions
from kg.errors import VocabularyError
from kg.exporters import export
from kg.files import whole_file
from kg.ids import iri_for
from kg.importing import import_files
from kg.stores import open_store
from kg.vocabulary import load_vocabulary
from tests.samples import PlainExtractor

BEANS, PEAS, LENTILS = (iri_for("concept", name) for name in ("beans", "peas", "lentils"))
TEXTS = {
    "one.md": "---\ndate: 2023-01-01\n---\nSASAC will promote magic beans. SASAC will develop green peas.\n",
    "two.md": "---\ndate: 2024-01-01\n---\nSASAC promotes enchanted beans.\n",
}
MAGIC, ENCHANTED = iri_for("concept", "magic bean"), iri_for("concept", "enchanted bean")


def test_decisions_are_read_back_and_replace_the_opposite(tmp_path: Path) -> None:
    """A decision lost, doubled, or left beside its opposite."""
    file = tmp_path / "decisions.ttl"
    assert read_decisions(file) == set()
    assert decide(file, BEANS, PEAS, same=True) and not decide(file, BEANS, PEAS, same=True)
    assert decide(file, PEAS, LENTILS, same=False)
    assert decide(file, PEAS, BEANS, same=False)
    assert read_decisions(file) == {(PEAS, "notSameAs", LENTILS), (PEAS, "notSameAs", BEANS)}


def test_the_file_is_a_vocabulary_file(tmp_path: Path) -> None:
    """A file that a build cannot read."""
    file = tmp_path / "decisions.ttl"
    decide(file, BEANS, PEAS, same=True)
    assert load_vocabulary(file).same_as == {PEAS: BEANS}


def test_a_contradiction_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """A merge that the vocabulary or an earlier decision forbids, written all the same."""
    file = tmp_path / "decisions.ttl"
    decide(file, BEANS, PEAS, same=True)
    decide(file, PEAS, LENTILS, same=True)
    before = file.read_text(encoding="utf-8")
    with pytest.raises(VocabularyError, match="must not be"):
        decide(file, BEANS, LENTILS, same=False)
    with pytest.raises(VocabularyError, match="both listed"):
        decide(file, iri_for("concept", "AI Plus"), iri_for("concept", "artificial intelligence"), same=True)
    assert file.read_text(encoding="utf-8") == before
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.ttl"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("oops", "is not Turtle"), ("<https://a.org/a> <https://a.org/b> <https://a.org/c> .", "besides decisions")],
)
def test_another_file_is_not_overwritten(tmp_path: Path, text: str, reason: str) -> None:
    """An analyst's vocabulary file taken for the decisions, and its other content lost."""
    file = tmp_path / "decisions.ttl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=reason):
        decide(file, BEANS, PEAS, same=True)
    assert file.read_text(encoding="utf-8") == text


def nodes(graph: Path) -> dict[str, str]:
    """Wording of each object -> its node."""
    with open_store(graph, read_only=True) as store:
        rows = store.query("SELECT ?words ?node { ?s kg:objectLabel ?words ; rdf:object ?node }")
        return {row["words"].value: row["node"].value for row in rows}  # type: ignore[union-attr]


def quads(graph: Path) -> set[str]:
    with open_store(graph, read_only=True) as store:
        return {str(quad) for quad in store.quads()}


def test_a_decision_merges_at_the_next_build_without_parsing(tmp_path: Path) -> None:
    """A rebuild that forgets the decision, or parses every text for it; a node that it should not have touched."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    build([texts], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    before = quads(tmp_path / "graph")
    assert nodes(tmp_path / "graph")["magic beans"] == MAGIC != nodes(tmp_path / "graph")["enchanted beans"] == ENCHANTED
    decide(tmp_path / "decisions.ttl", MAGIC, ENCHANTED, same=True)
    extractor = PlainExtractor()
    build([texts], tmp_path / "graph", Settings(vocabulary=(str(tmp_path / "decisions.ttl"),)), extractor=extractor)
    assert extractor.parsed == []
    assert nodes(tmp_path / "graph")["enchanted beans"] == MAGIC
    after = quads(tmp_path / "graph")
    others = [quad for quad in before ^ after if "bean" not in quad]
    on_beans = {quad.split()[0] for quad in after if "#object> " in quad and "bean" in quad}  # one of them now keeps the other
    assert before != after and all({quad.split()[0], quad.split()[2]} <= on_beans for quad in others), others


def test_decisions_in_the_folder_of_the_graph_are_read_by_themselves(tmp_path: Path) -> None:
    """An accepted merge that is forgotten because nobody named the file."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    build([texts], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    decide(tmp_path / "graph" / "decisions.ttl", MAGIC, ENCHANTED, same=True)
    for _ in range(2):
        build([texts], tmp_path / "graph", Settings(), extractor=PlainExtractor())
        assert nodes(tmp_path / "graph")["enchanted beans"] == MAGIC


def test_an_alias_added_in_turtle_does_the_same(tmp_path: Path) -> None:
    """An alias that needs a new parse."""
    texts, own = tmp_path / "texts", tmp_path / "own.ttl"
    texts.mkdir()
    (texts / "one.md").write_text(TEXTS["one.md"], encoding="utf-8")
    own.write_text(
        "@prefix concept: <https://w3id.org/policy-kg/concept/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'concept:ai_plus skos:altLabel "magic beans"@en .\n',
        encoding="utf-8",
    )
    build([texts], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    extractor = PlainExtractor()
    report = build([texts], tmp_path / "graph", Settings(vocabulary=(str(own),)), extractor=extractor)
    assert extractor.parsed == [] and report.changed
    assert nodes(tmp_path / "graph")["magic beans"] == iri_for("concept", "AI Plus")


def test_bad_vocabulary_leaves_the_old_graph(tmp_path: Path) -> None:
    """A graph lost to a slip in a Turtle file."""
    texts, own = tmp_path / "texts", tmp_path / "own.ttl"
    texts.mkdir()
    (texts / "one.md").write_text(TEXTS["one.md"], encoding="utf-8")
    build([texts], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    before = quads(tmp_path / "graph")
    own.write_text("oops", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"own\.ttl:1"):
        build([texts], tmp_path / "graph", Settings(vocabulary=(str(own),)), extractor=PlainExtractor())
    assert quads(tmp_path / "graph") == before


def test_a_node_is_not_decided_to_be_itself(tmp_path: Path) -> None:
    """Two names of one entry: a merge is done already, and keeping them apart would contradict itself at the next build."""
    file = tmp_path / "decisions.ttl"
    assert not decide(file, BEANS, BEANS, same=True)
    with pytest.raises(VocabularyError, match="of one node"):
        decide(file, BEANS, BEANS, same=False)
    assert not file.exists()


def test_decisions_that_were_imported_hold_for_the_next_build(tmp_path: Path) -> None:
    """They came back as quads only, and a build of the copy merged nothing."""
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "texts" / name).write_text(text)
    first, copy, file = tmp_path / "first", tmp_path / "copy", tmp_path / "graph.trig"
    build([tmp_path / "texts"], first, Settings(), extractor=PlainExtractor())
    decide(first / "decisions.ttl", MAGIC, ENCHANTED, same=True)
    build([tmp_path / "texts"], first, Settings(), extractor=PlainExtractor())
    with whole_file(file) as out, open_store(first, read_only=True) as store:
        export(store, "trig", out)
    import_files([file], copy)
    assert read_decisions(copy / "decisions.ttl") == {(MAGIC, "sameAs", ENCHANTED)}
    build([tmp_path / "texts"], copy, Settings(), extractor=PlainExtractor())
    with open_store(first, read_only=True) as one, open_store(copy, read_only=True) as other:
        assert set(one.quads()) == set(other.quads())
