"""What the explorer reads from a store."""

from __future__ import annotations

from kg.ids import BASE
from kg.view.reading import read_picture
from tests.view.synthetic import Builder, GraphStore, add_document, add_passage, add_statement, synthetic_store


def _store(out: Builder) -> GraphStore:
    store = GraphStore()
    store.store.bulk_extend(out.quads)
    return store


def test_counts_and_kinds(small: GraphStore) -> None:
    """Every statement is there once, and kinds follow from what a node does."""
    picture = read_picture(small)
    assert len(picture.statements) == 150
    kinds = {node.iri: node.kind for node in picture.nodes}
    assert {kinds[s.object] for s in picture.statements} == {"concept"}
    assert {kinds[s.document] for s in picture.statements} == {"document"}
    assert {kinds[s.subject] for s in picture.statements if s.subject} == {"actor"}


def test_quotation_stands_in_its_sentence(small: GraphStore) -> None:
    """Offsets are those of the sentence, not of the document."""
    for statement in read_picture(small).statements:
        quote = next(term.value for name, term in statement.triples if name == f"{BASE}ontology#quote")
        assert statement.sentence[statement.start : statement.end] == quote
        assert len(statement.sentence) > len(quote)


def test_quotation_that_does_not_fit_is_shown_alone() -> None:
    """Wrong offsets in a store must not mark the wrong words."""
    out = Builder()
    actor, concept = out.named("actor", "Ministry"), out.named("concept", "trade")
    document = add_document(out, 1, "2024-01-01")
    iri = add_statement(
        out,
        document=document,
        day="2024-01-01",
        sentence=(0, "The Ministry will promote trade."),
        quote="will promote trade",
        actor=actor,
        relation="promotes",
        concept=concept,
        verb="promote",
        status="planned",
    )
    other = add_passage(out, document, 200, "Something else entirely.")
    store = _store(out)
    place = f"<{document}#char=13,31>"
    store.store.update(
        f"DELETE {{ GRAPH ?g {{ {place} ?p ?o }} }} INSERT {{ GRAPH ?g {{ {place} ?p <{other}> }} }}"
        f" WHERE {{ GRAPH ?g {{ {place} ?p ?o FILTER(STRENDS(STR(?p), 'isPartOf')) }} }}"
    )
    (statement,) = read_picture(store).statements
    assert statement.iri == iri
    assert (statement.sentence, statement.start, statement.end) == ("will promote trade", 0, 18)


def test_order_does_not_depend_on_insertion() -> None:
    """Quads in another order give the same picture."""
    store = synthetic_store(20)
    turned = GraphStore()
    turned.store.extend(sorted(store.store, key=str, reverse=True))
    assert read_picture(store) == read_picture(turned)


def test_empty_store() -> None:
    """A graph without statements is a page without nodes, not an error."""
    picture = read_picture(GraphStore())
    assert (picture.nodes, picture.statements) == ((), ())


def test_a_concept_that_acts_once_stays_a_concept() -> None:
    """Its type decides what a node is; without a type, what it mostly does."""
    out = Builder()
    acting, actor, concept = out.named("concept", "efforts"), out.named("actor", "Ministry"), out.named("concept", "trade")
    document = add_document(out, 1, "2024-01-01")
    plain = "https://w3id.org/policy-kg/thing/plain"
    for number, (subject, target) in enumerate(
        [(acting, concept), (actor, acting), (plain, concept), (actor, plain), (plain, acting)]
    ):
        text = f"It will promote it {number}."
        add_statement(
            out,
            document=document,
            day="2024-01-01",
            sentence=(number * 100, text),
            quote=text,
            actor=subject,
            relation="promotes",
            concept=target,
            verb="promote",
            status="planned",
        )
    kinds = {node.iri: node.kind for node in read_picture(_store(out)).nodes}
    assert (kinds[acting], kinds[actor], kinds[concept], kinds[plain]) == ("concept", "actor", "concept", "actor")
