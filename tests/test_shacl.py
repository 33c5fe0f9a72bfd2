"""The shapes: a build conforms, each planted fault is found, and pySHACL sees it as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from pyshacl import validate as pyshacl_validate
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.cli.gaps import command as gaps_command
from kg.cli.validate import command as validate_command
from kg.config import Settings
from kg.errors import SettingsError, UnsupportedError
from kg.shacl import gaps, load_shapes, validate
from kg.stores import Store, open_store
from kg.vocabulary import ontology_folder

KG = "https://w3id.org/policy-kg/ontology#"
SHAPE = "https://w3id.org/policy-kg/shape/"

# Name of the shape → an update that breaks it.
FAULTS = {
    "statement_predicate": "DELETE { GRAPH ?g { ?s rdf:predicate ?p } } WHERE",
    "statement_object": "DELETE { GRAPH ?g { ?s rdf:object ?p } } INSERT { GRAPH ?g { ?s rdf:object 'text' } } WHERE",
    "statement_status": "DELETE { GRAPH ?g { ?s kg:status ?p } } INSERT { GRAPH ?g { ?s kg:status kg:hoped } } WHERE",
    "statement_polarity": "INSERT { GRAPH ?g { ?s kg:polarity kg:affirmed, kg:negated } } WHERE",
    "statement_verb": "DELETE { GRAPH ?g { ?s kg:verb ?p } } INSERT { GRAPH ?g { ?s kg:verb '' } } WHERE",
    "statement_quote": "DELETE { GRAPH ?g { ?s kg:quote ?p } } WHERE",
    "statement_support": "DELETE { GRAPH ?g { ?s kg:support ?p } } INSERT { GRAPH ?g { ?s kg:support 1.5 } } WHERE",
    "statement_passage": "INSERT { GRAPH ?g { ?s prov:wasDerivedFrom <urn:nowhere> } } WHERE",
    "statement_date": "DELETE { GRAPH ?g { ?s dcterms:date ?p } } INSERT { GRAPH ?g { ?s dcterms:date 'May' } } WHERE",
    "statement_source": "DELETE { GRAPH ?g { ?s dcterms:source ?p } } WHERE",
    "statement_speaker": "INSERT { GRAPH ?g { ?s kg:speaker person:a, person:b } } WHERE",
}
OTHER_FAULTS = {
    "passage_start": (
        "DELETE { GRAPH ?g { ?s oa:start ?p } } INSERT { GRAPH ?g { ?s oa:start 99999 } } WHERE { GRAPH ?g { ?s oa:start ?p } }"
    ),
    "passage_exact": "DELETE { GRAPH ?g { ?s oa:exact ?p } } WHERE { GRAPH ?g { ?s a kg:Passage ; oa:exact ?p } }",
    "document_identifier": "DELETE { GRAPH ?g { ?s dcterms:identifier ?p } } WHERE { GRAPH ?g { ?s dcterms:identifier ?p } }",
    "document_digest": "INSERT { GRAPH ?g { ?s kg:digest 'XYZ' } } WHERE { GRAPH ?g { ?s a kg:Document } }",
    "commitment_status": "INSERT { GRAPH ?g { ?s a kg:Commitment } } WHERE { GRAPH ?g { ?s kg:status kg:ongoing } }",
    "kept_before_it_was_made": (
        "INSERT { GRAPH graph:inferred { ?s kg:fulfilledBy ?s } } WHERE { GRAPH graph:inferred { ?s a kg:Commitment } }"
    ),
    "cooccurrence_joins": "INSERT DATA { GRAPH graph:inferred { graph:link a kg:Cooccurrence } }",
    "cooccurrence_untold": "INSERT DATA { GRAPH graph:inferred { graph:link kg:joins graph:a, graph:b ; a kg:Cooccurrence } }",
    "label": "INSERT { GRAPH ?g { ?s skos:prefLabel 'another'@en } } WHERE { GRAPH ?g { ?s a kg:Concept } }",
}


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    build([write_corpus(tmp_path / "texts")], tmp_path / "graph", Settings(), extractor=PlainExtractor())
    return tmp_path / "graph"


@pytest.fixture
def store(graph: Path) -> Iterator[Store]:
    with open_store(graph) as opened:
        yield opened


def broken(store: Store) -> set[str]:
    return {finding.shape.removeprefix(SHAPE) for finding in validate(store)}


def pyshacl_finds(store: Store) -> set[str]:
    union = rdflib.Graph()
    for quad in store.quads():
        union.parse(data=f"{quad.triple} .", format="nt")
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    shapes.remove((None, sh.sparql, rdflib.URIRef(f"{SHAPE}denied_and_asserted")))  # asks about named graphs; pySHACL has one
    _, report, text = pyshacl_validate(union, shacl_graph=shapes, allow_infos=True)
    assert isinstance(report, rdflib.Graph), text
    results = list(report.subjects(sh.resultSeverity, sh.Violation))
    sources = {report.value(r, sh.sourceConstraint) or report.value(r, sh.sourceShape) for r in results}
    return {str(source).removeprefix(SHAPE) for source in sources}


def test_what_a_build_writes_conforms(store: Store) -> None:
    assert list(validate(store)) == []


@pytest.mark.parametrize("shape", FAULTS)
def test_a_fault_in_statements_is_found(store: Store, shape: str) -> None:
    update = FAULTS[shape]
    predicate = update.split("?s ", 1)[1].split(" ", 1)[0]
    if update.startswith("INSERT"):
        store.update(f"{update} {{ GRAPH ?g {{ ?s a kg:Statement }} }}")
    else:
        store.update(f"{update} {{ GRAPH ?g {{ ?s a kg:Statement ; {predicate} ?p }} }}")
    assert shape in broken(store)


@pytest.mark.parametrize("shape", OTHER_FAULTS)
def test_a_fault_elsewhere_is_found(store: Store, shape: str) -> None:
    store.update(OTHER_FAULTS[shape])
    assert shape in broken(store)


def test_a_denial_that_the_graph_asserts_is_found(store: Store) -> None:
    store.update(
        "INSERT { GRAPH ?d { ?a ?r ?c } } WHERE"
        " { GRAPH ?d { ?s kg:polarity kg:negated ; rdf:subject ?a ; rdf:predicate ?r ; rdf:object ?c } }"
    )
    assert "the text denies it" in next(iter(validate(store))).message


def test_a_statement_whose_triple_is_gone_is_found(store: Store) -> None:
    store.update(f"DELETE WHERE {{ GRAPH ?g {{ ?a <{KG}promotes> ?c }} }}")
    assert any("lacks the triple" in finding.message for finding in validate(store))


def test_words_that_do_not_fit_their_offsets_are_found(store: Store) -> None:
    store.update(
        "DELETE { GRAPH ?g { ?s oa:exact ?p } } INSERT { GRAPH ?g { ?s oa:exact 'x' } }"
        " WHERE { GRAPH ?g { ?s oa:exact ?p ; a kg:Passage } }"
    )
    assert any("as long as its offsets" in finding.message for finding in validate(store))


def test_pyshacl_agrees(store: Store) -> None:
    """Our way of checking must find what the reference validator finds; several faults at once keep it short."""
    assert pyshacl_finds(store) == set()
    for shape in ("statement_status", "statement_support", "statement_speaker", "statement_quote"):
        update = FAULTS[shape]
        predicate = update.split("?s ", 1)[1].split(" ", 1)[0]
        more = "" if update.startswith("INSERT") else f" ; {predicate} ?p"
        store.update(f"{update} {{ GRAPH ?g {{ ?s a kg:Statement{more} }} }}")
    for shape in ("passage_exact", "document_digest", "label", "passage_start"):
        store.update(OTHER_FAULTS[shape])
    assert pyshacl_finds(store) == broken(store)


def test_gaps_of_the_sample(store: Store) -> None:
    found = {finding.message.partition(":")[0] for finding in gaps(store)}
    assert found == {"an actor without a task"} or found <= {"an actor without a task"}
    store.update("DELETE WHERE { GRAPH ?g { ?s kg:means ?m } } ; DELETE WHERE { GRAPH ?g { ?s kg:time ?t } }")
    found = {finding.message.partition(":")[0] for finding in gaps(store)}
    assert {"a goal without means", "a promise without a date"} <= found


def test_means_without_actor(store: Store) -> None:
    store.update("DELETE WHERE { GRAPH ?g { ?s rdf:subject ?a } }")
    assert "means without an actor" in {finding.message.partition(":")[0] for finding in gaps(store)}


def test_commands_report_and_exit(graph: Path) -> None:
    run = CliRunner().invoke(validate_command, ["--graph", str(graph)])
    assert (run.exit_code, run.output) == (0, "the graph conforms to its shapes\n")
    with open_store(graph) as store:
        store.update("DELETE { GRAPH ?g { ?s kg:status ?p } } WHERE { GRAPH ?g { ?s a kg:Statement ; kg:status ?p } }")
    run = CliRunner().invoke(validate_command, ["--graph", str(graph), "--most", "1"])
    assert run.exit_code == 1
    assert run.output.startswith("a statement has exactly one of the six statuses (kg:status): 4\n  statement:")
    assert "in plan-2023 “SASAC will" in run.output
    assert "… and 3 more" in run.output
    run = CliRunner().invoke(gaps_command, ["--graph", str(graph), "--format", "json"])
    assert run.exit_code == 0
    assert run.output.startswith("[")


def test_own_shapes_and_bad_ones(tmp_path: Path, store: Store) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <urn:a:> .\n"
        "@prefix kg: <https://w3id.org/policy-kg/ontology#> .\n"
        "a:s a sh:NodeShape ; sh:targetClass kg:Document ; sh:property a:p .\n"
        "a:p sh:path kg:audited ; sh:minCount 1 ; sh:message 'not audited' ."
    )
    assert {finding.message for finding in validate(store, load_shapes(own))} == {"not audited"}
    own.write_text(own.read_text().replace("sh:minCount 1", "sh:qualifiedMinCount 1"))
    with pytest.raises(UnsupportedError, match="qualifiedMinCount"):
        load_shapes(own)
    own.write_text("rubbish")
    with pytest.raises(SettingsError, match="is not Turtle"):
        load_shapes(own)
