"""Export → import → export."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.config import Settings
from kg.errors import SourceError, UnknownNameError
from kg.exporters import export, export_file
from kg.importing import import_files
from kg.stores import open_store


def bytes_of(graph: Path, format: str = "nquads") -> bytes:
    out = io.BytesIO()
    with open_store(graph, read_only=True) as store:
        export(store, format, out)
    return out.getvalue()


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    build([write_corpus(tmp_path / "texts")], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    with open_store(tmp_path / "graph") as store:
        store.update("INSERT DATA { GRAPH graph:decisions { statement:1 kg:sameAs statement:2 } }")
    return tmp_path / "graph"


@pytest.mark.parametrize("format", ["trig", "nquads", "jsonld", "trig12", "nquads12"])
def test_everything_comes_back(graph: Path, tmp_path: Path, format: str) -> None:
    """An analyst's decisions and every document's graph, not a quad more or less."""
    file = tmp_path / f"graph.{format}"
    with open_store(graph, read_only=True) as store:
        export_file(store, format, file)
    report = import_files([file], tmp_path / "copy")
    assert bytes_of(tmp_path / "copy") == bytes_of(graph)
    assert any(name.endswith("graph/decisions") for name in report.graphs)


@pytest.mark.parametrize("format", ["turtle", "ntriples", "rdfxml"])
def test_triples_come_back(graph: Path, tmp_path: Path, format: str) -> None:
    file = tmp_path / f"graph.{format}"
    with open_store(graph, read_only=True) as store:
        export_file(store, format, file)
    import_files([file], tmp_path / "copy")
    assert bytes_of(tmp_path / "copy", "ntriples") == bytes_of(graph, "ntriples")


def test_imported_documents_stand_beside_built_ones(graph: Path, tmp_path: Path) -> None:
    """What two graphs say together must be what one build of both would say."""
    write_corpus(tmp_path / "more", {"more.txt": "Ministers establish innovation consortia."})
    build([tmp_path / "more"], tmp_path / "other", Settings(), extractor=PlainExtractor())
    file = tmp_path / "other.trig"
    with open_store(tmp_path / "other", read_only=True) as store:
        export_file(store, "trig", file)
    import_files([file], graph)
    both = tmp_path / "both"
    build([tmp_path / "texts", tmp_path / "more"], both, Settings(), extractor=PlainExtractor())
    decisions = {line for line in bytes_of(graph).splitlines() if b"graph/decisions" in line}
    assert set(bytes_of(graph).splitlines()) - decisions == set(bytes_of(both).splitlines())


def test_a_build_with_keep_keeps_imported_documents(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    with open_store(graph, read_only=True) as store:
        export_file(store, "nquads", file)
    import_files([file], tmp_path / "copy")
    write_corpus(tmp_path / "more", {"more.txt": "Ministers establish reform."})
    report = build([tmp_path / "more"], tmp_path / "copy", Settings(), extractor=PlainExtractor(), keep=True)
    assert [(d.id, d.state) for d in report.documents] == [("more", "parsed"), ("plan-2023", "kept"), ("report-2024", "kept")]
    assert b"document/report-2024" in bytes_of(tmp_path / "copy")


def test_bad_files_import_nothing(graph: Path, tmp_path: Path) -> None:
    before = bytes_of(graph)
    bad = tmp_path / "bad.nq"
    bad.write_text("<a:s> <a:p> <a:o> <a:g> .\nrubbish\n")
    with pytest.raises(SourceError, match="cannot be parsed"):
        import_files([bad], graph)
    with pytest.raises(SourceError, match="cannot be read"):
        import_files([tmp_path / "none.nq"], graph)
    with pytest.raises(UnknownNameError, match="known are"):
        import_files([tmp_path / "graph.docx"], graph)
    assert bytes_of(graph) == before
