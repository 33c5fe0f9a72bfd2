"""Building: incremental, deterministic, whole."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions
from samples import TEXTS, PlainExtractor, write_corpus

from kg.build import BuildReport, build
from kg.config import Settings
from kg.errors import SourceError, StoreError, VocabularyError
from kg.exporters import export
from kg.stores import open_store
from kg.stores.folder import GraphFolder

SETTINGS = Settings()


def make(tmp_path: Path, extractor: PlainExtractor | None = None, **options: Any) -> BuildReport:
    sources = options.pop("sources", [tmp_path / "texts"])
    settings = options.pop("settings", SETTINGS)
    return build(sources, tmp_path / "graph", settings, extractor=extractor or PlainExtractor(), **options)


def size_of(graph: Path) -> int:
    with open_store(graph, read_only=True) as store:
        return len(store)


def bytes_of(graph: Path, format: str = "nquads") -> bytes:
    out = io.BytesIO()
    with open_store(graph, read_only=True) as store:
        export(store, format, out)
    return out.getvalue()


def answers(graph: Path, text: str) -> list[tuple[str, ...]]:
    with open_store(graph, read_only=True) as store:
        result = store.query(text)
        assert isinstance(result, QuerySolutions)
        return [tuple(term.value for term in row) for row in result]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "texts")


def test_report_counts_what_each_text_gave(tmp_path: Path, texts: Path) -> None:
    report = make(tmp_path)
    assert [(d.id, d.state, d.sentences, d.statements, d.reasons) for d in report.documents] == [
        ("plan-2023", "parsed", 3, 2, {"no_predicate": 1}),
        ("report-2024", "parsed", 3, 2, {"no_predicate": 1}),
    ]
    assert report.changed
    assert report.quads > 0


def test_nothing_changed_nothing_done(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    before = GraphFolder(tmp_path / "graph").require().number
    again = PlainExtractor()
    report = make(tmp_path, again)
    assert not report.changed
    assert again.parsed == []
    assert GraphFolder(tmp_path / "graph").require().number == before
    assert {d.state for d in report.documents} == {"unchanged"}


def test_only_a_changed_text_is_parsed(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    (texts / "report-2024.md").write_text(TEXTS["report-2024.md"].replace("promotes", "restricts"))
    again = PlainExtractor()
    make(tmp_path, again)
    assert again.parsed == ["report-2024"]
    assert answers(tmp_path / "graph", "SELECT ?s { ?s a kg:Statement ; kg:verb 'promote' }") == []


def test_a_removed_text_leaves_the_graph_unless_kept(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    (texts / "report-2024.md").unlink()
    kept = make(tmp_path, keep=True)
    assert [d.state for d in kept.documents] == ["unchanged", "kept"]
    report = make(tmp_path)
    assert report.removed == ("report-2024",)
    assert b"report-2024" not in bytes_of(tmp_path / "graph")


@pytest.mark.parametrize("format", ["nquads", "turtle", "trig"])
def test_the_way_to_a_graph_leaves_no_trace(tmp_path: Path, format: str) -> None:
    """Adding, changing and removing texts must end in the bytes of a build from nothing."""
    texts = write_corpus(
        tmp_path / "texts", TEXTS | {"gone.txt": "SASAC restricts Innovation Consortia. Ministers establish reform."}
    )
    make(tmp_path)
    (texts / "gone.txt").unlink()
    (texts / "plan-2023.md").write_text(TEXTS["plan-2023.md"].replace("establish", "develop"))
    make(tmp_path)
    (texts / "plan-2023.md").write_text(TEXTS["plan-2023.md"])
    (texts / "new.txt").write_text("Ministers promote Innovation consortia.")
    make(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / "texts").rename(other / "texts")
    make(other)
    assert bytes_of(tmp_path / "graph", format) == bytes_of(other / "graph", format)


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path, texts: Path) -> None:
    script = (
        "import sys; sys.path[:0] = ['tests', '.']\n"
        "from test_build import *\n"
        "make(Path(sys.argv[1])); sys.stdout.buffer.write(bytes_of(Path(sys.argv[1]) / 'graph', 'turtle'))"
    )
    outputs = set()
    for seed in ("0", "1", "2"):
        place = tmp_path / seed
        write_corpus(place / "texts")
        root = Path(__file__).parents[1]
        run = [sys.executable, "-c", script, str(place)]
        outputs.add(
            subprocess.run(run, cwd=root, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        )
    assert len(outputs) == 1


def test_an_unreadable_text_is_a_line_and_harms_no_other(tmp_path: Path, texts: Path) -> None:
    (texts / "bad.txt").write_bytes(b"\xff\xfe\x00")
    report = make(tmp_path)
    assert len(report.failures) == 1
    assert "bad.txt" in report.failures[0]
    assert len(report.documents) == 2


def test_a_text_that_became_unreadable_keeps_its_place(tmp_path: Path, texts: Path) -> None:
    """A file damaged on disk must not silently take its statements out of the graph."""
    make(tmp_path)
    (texts / "report-2024.md").write_bytes(b"\x00\x01")
    report = make(tmp_path)
    assert [d.state for d in report.documents] == ["unchanged", "kept"]
    assert b"report-2024" in bytes_of(tmp_path / "graph")


def test_nothing_readable_is_an_error_and_leaves_the_graph(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    before = bytes_of(tmp_path / "graph")
    with pytest.raises(SourceError, match="nothing to build"):
        make(tmp_path, sources=[tmp_path / "missing.txt"])
    assert bytes_of(tmp_path / "graph") == before


def test_an_extractor_that_fails_costs_one_text(tmp_path: Path, texts: Path) -> None:
    class Broken(PlainExtractor):
        def extract(self, document):  # type: ignore[no-untyped-def]
            if document.id == "report-2024":
                raise IndexError("a bug")
            return super().extract(document)

    report = make(tmp_path, Broken())
    assert [d.id for d in report.documents] == ["plan-2023"]
    assert "IndexError" in report.failures[0]


def test_two_texts_of_one_name_are_two_documents(tmp_path: Path) -> None:
    write_corpus(tmp_path / "texts" / "a", {"plan.txt": "SASAC promotes reform."})
    write_corpus(tmp_path / "texts" / "b", {"plan.txt": "SASAC restricts reform."})
    first = [d.id for d in make(tmp_path).documents]
    assert len(set(first)) == 2
    assert [d.id for d in make(tmp_path).documents] == first


def test_the_same_text_twice_is_one_document(tmp_path: Path) -> None:
    """A file and its copy must not count as two sources for one statement."""
    write_corpus(tmp_path / "texts", {"plan.txt": "SASAC promotes reform.", "copy.txt": "SASAC promotes reform."})
    report = make(tmp_path)
    assert len(report.documents) == 1
    assert "same text" in report.failures[0]


def test_a_new_alias_relinks_without_parsing(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    names = tmp_path / "names.ttl"
    names.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix kg: <https://w3id.org/policy-kg/ontology#> .\n"
        "<https://w3id.org/policy-kg/concept/special_bodies> a kg:Concept ; skos:prefLabel 'special bodies'@en ;"
        " skos:altLabel 'innovation consortia'@en ."
    )
    if any("consortia" in p.read_text() for p in (Path(__file__).parents[1] / "ontology").glob("concepts.ttl")):
        names.write_text(names.read_text().replace("innovation consortia", "reform of everything"))
    again = PlainExtractor()
    report = make(tmp_path, again, settings=replace(SETTINGS, vocabulary=(str(names),)))
    assert again.parsed == []
    assert {d.state for d in report.documents} == {"relinked"}


def test_bad_vocabulary_leaves_the_graph(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    before = bytes_of(tmp_path / "graph")
    bad = tmp_path / "bad.ttl"
    bad.write_text("this is no Turtle")
    with pytest.raises(VocabularyError):
        make(tmp_path, settings=replace(SETTINGS, vocabulary=(str(bad),)))
    assert bytes_of(tmp_path / "graph") == before


def test_the_number_of_quads_is_right_without_counting(tmp_path: Path, texts: Path) -> None:
    """Counting a large store reads all of it, so a build adds up what it does."""
    assert make(tmp_path).quads == size_of(tmp_path / "graph")
    (texts / "plan-2023.md").write_text(TEXTS["plan-2023.md"].replace("establish", "develop"))
    (texts / "new.txt").write_text("Ministers promote Innovation consortia and more.")
    assert make(tmp_path).quads == size_of(tmp_path / "graph")
    (texts / "report-2024.md").unlink()
    with open_store(tmp_path / "graph") as store:
        store.update("INSERT DATA { GRAPH graph:decisions { statement:1 kg:sameAs statement:2 } }")
    assert make(tmp_path).quads == size_of(tmp_path / "graph")
    assert make(tmp_path).quads == size_of(tmp_path / "graph")


def test_what_an_analyst_decided_survives_builds(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    with open_store(tmp_path / "graph") as store:
        store.update("INSERT DATA { GRAPH graph:decisions { statement:1 kg:sameAs statement:2 } }")
    (texts / "report-2024.md").unlink()
    make(tmp_path)
    make(tmp_path, PlainExtractor("plain 2"))
    assert answers(tmp_path / "graph", "SELECT ?s { GRAPH graph:decisions { ?s ?p ?o } }") == [(f"{SETTINGS.base}statement/1",)]


def test_a_dry_run_says_what_a_build_would_do_and_does_nothing(tmp_path: Path, texts: Path) -> None:
    extractor = PlainExtractor()
    plan = make(tmp_path, extractor, dry_run=True)
    assert [d.state for d in plan.documents] == ["parsed", "parsed"]
    assert extractor.parsed == []
    assert not (tmp_path / "graph").exists()
    make(tmp_path)
    (texts / "report-2024.md").unlink()
    (texts / "new.txt").write_text("SASAC promotes reform.")
    plan = make(tmp_path, dry_run=True)
    assert {d.id: d.state for d in plan.documents} == {"plan-2023": "unchanged", "new": "parsed"}
    assert plan.removed == ("report-2024",)


def test_a_second_build_at_once_is_refused(tmp_path: Path, texts: Path) -> None:
    make(tmp_path)
    with open_store(tmp_path / "graph"), pytest.raises(StoreError, match=f"process {os.getpid()} is writing"):
        make(tmp_path)


def test_labels_hierarchy_and_entailment_are_inferred_once(tmp_path: Path, texts: Path) -> None:
    """A label in every document's graph would multiply the rows of every question that shows it."""
    make(tmp_path)
    graph = tmp_path / "graph"
    labels = answers(graph, "SELECT ?c ?l { ?c skos:prefLabel ?l FILTER(STRSTARTS(STR(?c), STR(concept:))) }")
    assert len(labels) == len(set(labels)) > 0
    promotes = "SELECT DISTINCT ?c { ?who kg:promotes ?c }"
    assert len(answers(graph, promotes)) == 2  # establishes and promotes one, develops the other
    assert answers(graph, "SELECT ?q { kg:establishes kg:within ?q }") != []


def test_the_most_frequent_spelling_is_the_preferred_label(tmp_path: Path) -> None:
    texts = {f"{n}.txt": f"Body {n} promotes odd things." for n in "ab"} | {"c.txt": "Body c promotes Odd things."}
    write_corpus(tmp_path / "texts", texts)
    make(tmp_path)
    labels = "SELECT ?p ?l { VALUES ?p { skos:prefLabel skos:altLabel } ?c ?p ?l FILTER(LCASE(STR(?l)) = 'odd things') }"
    found = {(p.rsplit("#")[-1], label) for p, label in answers(tmp_path / "graph", labels)}
    assert found == {("prefLabel", "odd things"), ("altLabel", "Odd things")}


def test_another_base_is_another_graph(tmp_path: Path, texts: Path) -> None:
    make(tmp_path, settings=replace(SETTINGS, base="https://example.org/kg/"))
    quads = bytes_of(tmp_path / "graph").decode()
    assert "<https://example.org/kg/statement/" in quads
    assert "<https://w3id.org/policy-kg/statement/" not in quads
    assert answers(tmp_path / "graph", "SELECT ?a { ?s rdf:subject ?a FILTER(STRSTARTS(STR(?a), STR(actor:))) }") != []


def test_progress_is_told(tmp_path: Path, texts: Path) -> None:
    calls: list[tuple[int, int, str]] = []
    make(tmp_path, progress=lambda *call: calls.append(call))
    assert [call[:2] for call in calls] == [(0, 2), (1, 2), (2, 2)]


def test_spacy_is_not_loaded_when_nothing_needs_parsing(tmp_path: Path, texts: Path) -> None:
    """A rebuild of an unchanged corpus must not wait for a model."""
    script = (
        "import sys; sys.path[:0] = ['.']\n"
        "from kg.build import build; from kg.config import Settings\n"
        "class E:\n  fingerprint = 'plain 1'\n  def extract(self, document): raise SystemExit('parsed')\n"
        "build([sys.argv[1] + '/texts'], sys.argv[1] + '/graph', Settings(), extractor=E())\n"
        "assert not {'spacy', 'rdflib', 'pyvis', 'networkx'} & set(sys.modules), sys.modules"
    )
    make(tmp_path)
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=Path(__file__).parents[1], check=True)
