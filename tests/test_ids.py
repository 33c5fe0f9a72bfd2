"""IRIs and digests: the same name gives the same one, two names never do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import BASE, digest, iri_for, normal_form

ROOT = Path(__file__).parents[1]
_LABELS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
def test_digests_of_different_parts_differ(one: list[str], other: list[str]) -> None:
    """Guards that no two lists of parts run into each other."""
    assert (digest(*one) == digest(*other)) is (one == other)


def test_digest_is_pinned() -> None:
    """Guards the recipe: changing it changes every statement's IRI, so it must be meant."""
    assert digest("ab", "c") == digest("ab", "c")
    assert len(digest("ab")) == 16
    assert len(digest("ab", length=40)) == 40
    assert digest("\ud800") != digest("\udfff")  # halves of surrogate pairs are told apart and raise nothing


@given(_LABELS)
def test_normal_form_is_stable(label: str) -> None:
    """Guards that a normal form has itself for its normal form, of most labels: NFKC and folding may need two rounds."""
    assert normal_form(normal_form(normal_form(label))) == normal_form(normal_form(label))


@given(_LABELS, _LABELS)
def test_iris_differ_where_names_do(one: str, other: str) -> None:
    """Guards against two names on one node."""
    assert (iri_for("actor", one) == iri_for("actor", other)) is (normal_form(one) == normal_form(other))


@given(_LABELS)
def test_iri_is_one(label: str) -> None:
    """Guards against labels that break out of the IRI: ASCII, no space, no quote, no angle, one path step after the kind."""
    iri = iri_for("concept", label)
    local = iri.removeprefix(f"{BASE}concept/")
    assert iri.isascii()
    assert not set(local) & set('<>"{}|^`\\ /?#\n\t')
    assert urlsplit(iri).fragment == urlsplit(iri).query == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Central SOEs", "central  soes", True),
        ("new energy", "new_energy", False),
        ("R&D", "R%26D", False),
        ("ﬁnance", "finance", True),  # a ligature
        ("café", "cafe\u0301", True),
        ("café", "cafe", False),
        ("a/b", "a b", False),
    ],
)
def test_spellings(one: str, other: str, same: bool) -> None:
    """Guards which spellings are one name."""
    assert (iri_for("concept", one) == iri_for("concept", other)) is same


def test_kinds_and_bases_are_kept_apart() -> None:
    """Guards that an actor is not the concept of that name, nor one of another base."""
    assert iri_for("actor", "water") != iri_for("concept", "water")
    assert iri_for("actor", "water", base="https://example.org/") == "https://example.org/actor/water"


def test_the_hash_seed_changes_nothing() -> None:
    """Guards against ids that depend on the run."""
    code = "from kg.ids import digest, iri_for; print(digest('a', 'b'), iri_for('actor', 'État'))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
