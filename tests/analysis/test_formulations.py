"""Which words for a concept, since when, until when."""

from __future__ import annotations

from kg.analysis.formulations import formulations, modifiers
from kg.ids import iri_for
from tests.analysis.made import claim, graph

CONCEPT = iri_for("concept", "innovation")


def test_wordings_with_first_and_last_use_and_documents_by_year() -> None:
    """A wording dated wrongly, or counted by sentences where documents are meant."""
    days = ("2021-05-01", "2021-05-01", "2023-02-01")
    read = graph(*(claim("A|promote|innovation", day=day, words="Innovation") for day in days))
    (found,) = formulations(read, CONCEPT)
    assert (found.words, found.statements, len(found.documents)) == ("Innovation", 3, 2)
    assert found.years == ((2021, 1), (2023, 1))
    assert str(found.first.date) == "2021-05-01" and str(found.last.date) == "2023-02-01" and not found.vanished


def test_modifiers_added_and_dropped() -> None:
    """An added word that nobody notices; small words and another name altogether taken for additions."""
    wordings = ("innovation", "open innovation", "innovation in the open", "new ideas")
    items = [claim("A|promote|innovation", day=f"202{number}-01-01", words=words) for number, words in enumerate(wordings)]
    found = {item.words: item for item in formulations(graph(*items), CONCEPT)}
    assert found["open innovation"].added == ("open",) and found["innovation in the open"].added == ("open",)
    assert found["new ideas"].added == found["new ideas"].dropped == ()
    assert [(row.word, row.documents) for row in modifiers(found.values())] == [("open", 2)]


def test_a_hyphen_adds_and_drops_nothing() -> None:
    """ "low-carbon growth" said to add a word to "low carbon growth", and to drop two."""
    concept = iri_for("concept", "low carbon growth")
    items = [claim("A|promote|low carbon growth", words=words) for words in ("low-carbon growth", "green low-carbon growth")]
    found = formulations(graph(*items), concept)
    assert [(item.added, item.dropped) for item in found] == [((), ()), (("green",), ())]


def test_a_wording_not_in_the_last_year_has_vanished() -> None:
    """A formulation that was given up, shown as alive."""
    read = graph(
        claim("A|promote|innovation", day="2021-01-01", words="old innovation"),
        claim("A|promote|innovation", day="2024-01-01", words="innovation"),
    )
    assert [(item.words, item.vanished) for item in formulations(read, CONCEPT)] == [
        ("old innovation", True),
        ("innovation", False),
    ]


def test_narrower_concepts_count_and_strangers_do_not() -> None:
    """A wording under the concept that is missed."""
    narrower = iri_for("concept", "open innovation")
    read = graph(
        claim("A|promote|open innovation"),
        claim("A|promote|credit"),
        under={narrower: frozenset({CONCEPT})},
        labels={CONCEPT: "innovation"},
    )
    assert [item.words for item in formulations(read, CONCEPT)] == ["open innovation"]


def test_nothing_said_gives_nothing() -> None:
    """A crash where nobody speaks of the concept."""
    assert formulations(graph(), CONCEPT) == []
