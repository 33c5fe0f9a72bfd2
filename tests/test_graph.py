"""The RDF shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store
from samples import TEXTS, PlainExtractor, statement_in, write_corpus

from kg.errors import StoreError
from kg.graph import SKOS, prefixes, statement_quads, terms
from kg.ids import BASE
from kg.linking import Linker
from kg.model import Document, Evidence, Extracted, Polarity, Sentence, TimeExpression
from kg.nquads import literal, quads_in, whole_text
from kg.readers import read
from kg.stores.loading import bulk_load
from kg.vocabulary import load_vocabulary, ontology_folder

KG = f"{BASE}ontology#"
VOCABULARY = load_vocabulary()


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return read(write_corpus(tmp_path) / "plan-2023.md")


def quads_of(document: Document, extracted: list[Extracted] | None = None) -> list[Quad]:
    items = list(PlainExtractor().extract(document)) if extracted is None else extracted
    return list(statement_quads(document, items, linker=Linker.for_document(document, VOCABULARY), fingerprint="f"))


def objects(quads: list[Quad], subject: object, predicate: str) -> list[str]:
    return [q.object.value for q in quads if q.subject == subject and q.predicate.value == predicate]


def statements(quads: list[Quad]) -> list[NamedNode]:
    return [q.subject for q in quads if q.predicate.value.endswith("#type") and q.object.value == f"{KG}Statement"]


def test_everything_is_in_the_documents_graph_and_nothing_is_written_twice(document: Document) -> None:
    """A document's graph is replaced as a whole: a quad elsewhere would stay behind."""
    quads = quads_of(document)
    assert {q.graph_name for q in quads} == {terms().document("plan-2023")}
    assert len(quads) == len(set(quads))


def test_evidence_slices_back_to_the_quoted_words(document: Document) -> None:
    quads = quads_of(document)
    for node in statements(quads):
        [passage] = objects(quads, node, "http://www.w3.org/ns/prov#wasDerivedFrom")
        start, end = map(int, re.search(r"#char=(\d+),(\d+)$", passage).groups())  # type: ignore[union-attr]
        assert [document.text[start:end]] == objects(quads, node, f"{KG}quote")


def test_a_negated_statement_has_no_direct_triple(document: Document) -> None:
    """A denial must never be found as the thing denied."""
    predicates = {q.predicate.value for q in quads_of(document)}
    assert f"{KG}establishes" in predicates
    assert f"{KG}restricts" not in predicates


def test_no_actor_no_subject_and_no_direct_triple(document: Document) -> None:
    [first, *_] = PlainExtractor().extract(document)
    open_actor = replace(first.statements[0], actor=None, surface=replace(first.statements[0].surface, actor=None))
    quads = quads_of(document, [replace(first, statements=(open_actor,))])
    [node] = statements(quads)
    assert objects(quads, node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject") == []
    assert f"{KG}establishes" not in {q.predicate.value for q in quads}


def test_statement_carries_what_the_text_says(document: Document) -> None:
    """Fields dropped on the way to RDF are lost to everybody downstream."""
    quads = quads_of(document)
    node = statements(quads)[0]
    assert objects(quads, node, f"{KG}status") == [f"{KG}planned"]
    assert objects(quads, node, f"{KG}means") == ["equipment transformation"]
    assert objects(quads, node, f"{KG}speaker") == [f"{BASE}person/wang_hongzhi"]
    assert objects(quads, node, "http://purl.org/dc/terms/date") == ["2023-03-05"]
    [quantity] = objects(quads, node, f"{KG}hasQuantity")
    assert objects(quads, NamedNode(quantity), f"{KG}value") == ["80"]
    [qualifier] = objects(quads, node, f"{KG}qualifier")
    assert objects(quads, NamedNode(qualifier), f"{KG}preposition") == ["across"]


def test_a_deadline_stands_on_the_statement(document: Document) -> None:
    [first, *_] = PlainExtractor().extract(document)
    time = TimeExpression("by 2030", date(2023, 3, 5), date(2030, 12, 31), deadline=True)
    quads = quads_of(document, [replace(first, statements=(replace(first.statements[0], times=(time,)),))])
    assert objects(quads, statements(quads)[0], f"{KG}deadline") == ["2030-12-31"]


def test_speakers_have_post_and_organization(document: Document) -> None:
    quads = quads_of(document)
    role = next(q.subject for q in quads if q.predicate.value == f"{KG}post")
    assert objects(quads, role, "http://www.w3.org/ns/org#member") == [f"{BASE}person/wang_hongzhi"]
    assert len(objects(quads, role, "http://www.w3.org/ns/org#organization")) == 1


def test_ledger_counts_sentences_without_statement_by_reason(document: Document) -> None:
    quads = quads_of(document)
    graph = terms().document("plan-2023")
    assert objects(quads, graph, f"{KG}sentenceCount") == ["3"]
    [omission] = objects(quads, graph, f"{KG}omission")
    assert objects(quads, NamedNode(omission), f"{KG}count") == ["1"]


def test_a_statement_keeps_its_name_when_text_before_it_changes(tmp_path: Path) -> None:
    """An analyst's decision names a statement and must survive an edit elsewhere in the document."""
    folder = write_corpus(tmp_path)
    before = quads_of(read(folder / "plan-2023.md"))
    (folder / "plan-2023.md").write_text(TEXTS["plan-2023.md"].replace("---\nSASAC", "---\nA word first. SASAC"))
    after = quads_of(read(folder / "plan-2023.md"))
    assert set(statements(before)) == set(statements(after))


def test_the_same_sentence_twice_is_two_statements() -> None:
    """Boilerplate repeated in a text must not melt into one node with two passages."""
    text = "SASAC promotes reform. SASAC promotes reform."
    document = Document("d", text, "0", "d.txt")
    items = []
    for number, start in enumerate((0, 23), start=1):
        sentence = Sentence(number, start, start + 22, text[start : start + 22])
        items.append(Extracted(sentence, (statement_in(sentence),)))  # type: ignore[arg-type]
    assert len(set(statements(quads_of(document, items)))) == 2


def test_terms_are_declared_in_the_ontology(document: Document) -> None:
    """A term that the ontology does not define means nothing to anybody else."""
    declared = set(re.findall(r"^kg:(\w+) a ", "".join(p.read_text() for p in ontology_folder().glob("*.ttl")), re.MULTILINE))
    used = {
        term.value.removeprefix(KG)
        for quad in quads_of(document)
        for term in (quad.predicate, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(KG)
    }
    assert used - declared == set()


def test_no_blank_nodes_and_no_two_prefixes_for_one_namespace(document: Document) -> None:
    assert all(isinstance(q.subject, NamedNode) and isinstance(q.object, (NamedNode, Literal)) for q in quads_of(document))
    assert len(set(prefixes().values())) == len(prefixes())


@given(actor=st.text(min_size=1), concept=st.text(min_size=1), polarity=st.sampled_from(Polarity))
def test_any_text_makes_valid_quads(actor: str, concept: str, polarity: Polarity) -> None:
    """Texts are hostile: quotes, control characters and lone surrogates must neither fail nor leave the literal."""
    text = "SASAC promotes reform."
    sentence = Sentence(1, 0, len(text), text)
    found = statement_in(sentence, actor=actor, object=concept, polarity=polarity, evidence=Evidence(0, 5, text[:5]))
    document = Document("d", text, "0", "d.txt", title=actor)
    quads = list(
        statement_quads(document, [Extracted(sentence, (found,))], linker=Linker(VOCABULARY), base="https://example.org/")
        # type: ignore[arg-type]
    )
    assert any(q.predicate.value == f"{SKOS}prefLabel" for q in quads) is False
    assert len(statements(quads)) == 1


@given(st.text(max_size=60), st.text(alphabet='\\"\n\r\t\0<>@^. _:{}\u2028\ud800', max_size=20))
def test_lines_hold_what_was_written(text: str, hostile: str) -> None:
    """Oxigraph loads the lines without checking them: what stands in them must be read back by one that does check."""
    value = f"{text}{hostile}"
    lines = [f"<a:s> <a:p> {literal(value)} <a:g> .\n", f"<a:s> <a:p> {literal(value, 'en')} <a:g> .\n"]
    plain, tagged = (quad.object for quad in quads_in(lines))
    assert plain == Literal(whole_text(value))
    assert tagged == Literal(whole_text(value), language="en")


@given(st.lists(st.integers(1, 3), max_size=30), st.sampled_from([1, 60, 1 << 21]))
def test_every_line_is_loaded_in_pieces_of_any_size(sizes: list[int], first: int) -> None:
    numbers = iter(range(100))
    texts = ["".join(f'<a:s> <a:p> "é{next(numbers)}" <a:g> .\n' for _ in range(size)) for size in sizes]
    store = Store()
    with patch("kg.stores.loading._FIRST", first):
        count = bulk_load(store, texts)
    assert count == len(store) == sum(sizes)


def test_an_error_on_the_way_to_the_store_is_the_one_that_is_raised() -> None:
    """Oxigraph would report it as one of its own."""

    def failing() -> Iterator[str]:
        yield "<a:s> <a:p> <a:o> .\n" * 10_000
        raise StoreError("parsed", "is gone")

    store = Store()
    with pytest.raises(StoreError, match="is gone"):
        bulk_load(store, failing())
    assert len(store) == 0  # no piece was full
