"""The shipped questions, and how parameters find what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions
from samples import PlainExtractor, write_corpus

from kg.build import build
from kg.config import Settings
from kg.errors import QueryError, UnknownNameError
from kg.ids import BASE
from kg.queries import parse_question, question, questions, run
from kg.queries.results import result_text, rows
from kg.stores import Store, open_store

ARGUMENTS = {
    "year": "2024",
    "actor": "SASAC",
    "concept": "innovation consortia",
    "relation": "promotes",
    "speaker": "Wang Hongzhi",
    "text": "innovation",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = tmp_path_factory.mktemp("questions")
    build([write_corpus(place / "texts")], place / "graph", Settings(), extractor=PlainExtractor())
    with open_store(place / "graph", read_only=True) as opened:
        yield opened


def asked(store: Store, name: str, **parameters: object) -> list[dict[str, str | None]]:
    return rows(run(name, store, **parameters))


@pytest.mark.parametrize("name", [item.name for item in questions()])
def test_every_question_has_a_description_and_runs(store: Store, name: str) -> None:
    item = question(name)
    assert item.description
    given = {p.name: ARGUMENTS[p.kind] for p in item.parameters if not p.optional}
    assert isinstance(run(name, store, **given), QuerySolutions)


def test_a_question_on_promotes_finds_what_lies_under_it(store: Store) -> None:
    """The text says *establish*; the analyst asks who promotes."""
    found = asked(store, "evidence-for", subject="SASAC", predicate="promotes", object="innovation consortia")
    assert [(row["date"], row["verb"]) for row in found] == [("2023-03-05", "establish"), ("2024-07-26", "promote")]


def test_who_promotes_what_counts_documents_once(store: Store) -> None:
    """What follows from a statement is in the inferred graph as well, and is no second document."""
    found = {row["concept"]: row["documents"] for row in asked(store, "who-promotes-what")}
    assert found == {"innovation consortia": "2", "new energy vehicles": "1"}


def test_who_promotes_what_in_so_many_documents(store: Store) -> None:
    assert [row["concept"] for row in asked(store, "who-promotes-what", least=2)] == ["innovation consortia"]
    with pytest.raises(QueryError, match="'some' is no number"):
        run("who-promotes-what", store, least="some")


def test_search_finds_words_in_any_case(store: Store) -> None:
    assert [row["verb"] for row in asked(store, "search", text="WILL ESTABLISH")] == ["establish"]
    assert asked(store, "search", text='" } UNION { ?s ?p ?o') == []


def test_by_year_adds_up(store: Store) -> None:
    assert [(row["year"], row["statements"]) for row in asked(store, "by-year")] == [("2023", "2"), ("2024", "2")]


def test_what_is_denied_is_not_among_what_is_done(store: Store) -> None:
    assert [row["concept"] for row in asked(store, "negated")] == ["private enterprises"]
    assert asked(store, "who-does-what", relation="restricts") == []


def test_a_promise_to_establish_is_not_kept_by_promoting(store: Store) -> None:
    """To be established in 2023, promoted in 2024 by the same actor: that is no consortium yet."""
    assert "innovation consortia" in {row["concept"] for row in asked(store, "open-promises")}


def test_commitments_are_plans_and_duties_only(store: Store) -> None:
    assert [row["status"] for row in asked(store, "commitments-of", actor="SASAC")] == ["planned", "planned"]


@pytest.mark.parametrize(
    "name", ["innovation consortia", "INNOVATION consortia", "https://w3id.org/policy-kg/concept/innovation_consortium"]
)
def test_a_concept_is_found_by_label_in_any_case_or_iri(store: Store, name: str) -> None:
    iri = asked(store, "concepts")
    wanted = next(row["iri"] for row in iri if row["concept"] == "innovation consortia")
    found = asked(store, "statements-about", concept=wanted if name.startswith("https") else name)
    assert len(found) == 2


def test_an_alias_of_the_vocabulary_finds_the_actor(store: Store) -> None:
    long = "State-owned Assets Supervision and Administration Commission of the State Council"
    assert len(asked(store, "commitments-of", actor=long)) == len(asked(store, "commitments-of", actor="sasac")) == 2


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("statements-about", {"concept": "inovation consortia"}, "innovation consortia"),
        ("statements-about", {}, "needs CONCEPT"),
        ("statements-about", {"nonsense": "x"}, "no parameter 'nonsense'"),
        ("who-does-what", {"relation": "fumbles"}, "no relation is called 'fumbles'"),
        ("statements-about", {"concept": "http://a b"}, "no IRI"),
        ("statements-about", {"concept": '" } DROP ALL'}, "no concept is called"),
    ],
)
def test_bad_parameters_are_explained(store: Store, name: str, parameters: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        run(name, store, **parameters)


def test_unknown_question_lists_the_known_ones(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'actors'"):
        run("actor", store)


def test_an_analysts_own_file_takes_parameters(store: Store) -> None:
    own = parse_question(
        "mine",
        "# description: d\n# parameter year? year: the year\nSELECT ?s { #bind\n ?s dcterms:date ?d FILTER(YEAR(?d) = ?year) }",
    )
    assert own.usage == "mine [YEAR]"


def test_formats_of_results(store: Store) -> None:
    text = "SELECT ?verb ?missing { ?s a kg:Statement ; kg:verb ?verb FILTER(?verb = 'develop') }"
    expected = {
        "csv": "verb,missing\r\ndevelop,\r\n",
        "tsv": '?verb\t?missing\n"develop"\t\n',
        "json": '{"head":{"vars":["verb","missing"]},"results":{"bindings":[{"verb":{"type":"literal","value":"develop"}}]}}',
    }
    for format, output in expected.items():
        result = store.query(text)
        assert isinstance(result, QuerySolutions)
        assert result_text(result, format, prefixes={}) == output
    result = store.query(text)
    assert isinstance(result, QuerySolutions)
    assert "(1 row)" in result_text(result, "table", prefixes={})


def test_no_question_uses_a_property_path() -> None:
    """An unbounded path is refused by some endpoints and takes others a minute: closures are materialised."""
    path = re.compile(r"(?:\w|\))[*+](?:\s|/)|\w\|\w|\s\^\w|\w/\w+:")
    for item in questions():
        body = "\n".join(line for line in item.text.splitlines() if not line.startswith("#"))
        assert not path.search(body), item.name


def test_a_search_finds_exact_words_in_any_case_wherever_they_are_kept(store: Store) -> None:
    """What a search reads first must never hide a statement, in a graph without it, or with all documents in one, either."""
    words = "ESTABLISH innovation"
    quotes = [row["quote"] for row in asked(store, "search", text=words)]
    assert quotes and all(words.lower() in str(quote).lower() for quote in quotes)
    assert asked(store, "search", text="innovation\nThe") == []
    search_text = NamedNode(f"{BASE}ontology#searchText")
    for keep in (True, False):
        with open_store(":memory:") as copy:
            graph = NamedNode(f"{BASE}graph/imported")
            copy.load(Quad(*quad.triple, graph) for quad in store.quads() if keep or quad.predicate != search_text)
            assert {row["quote"] for row in asked(copy, "search", text=words)} == set(quotes)
