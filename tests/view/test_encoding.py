"""The JSON blocks of the page."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kg.view.encoding import encode, script_json
from kg.view.reading import read_picture
from tests.view.synthetic import GraphStore


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@given(st.text())
def test_script_json_stays_in_its_element(text: str) -> None:
    """No text ends the script element it stands in, and the text comes back."""
    encoded = script_json(text)
    assert json.loads(encoded) == text.encode("utf-8", "replace").decode()
    assert not set(encoded) & set("<>&\u2028\u2029")
    parser = _Scripts()
    parser.feed(f"<script>{encoded}</script>")
    assert "".join(parser.found) == encoded


def test_columns_are_as_long_as_what_they_describe(small: GraphStore) -> None:
    """A column one short would shift every statement to its neighbour's words."""
    picture = read_picture(small)
    blocks = encode(picture)
    count = len(picture.statements)
    assert {len(blocks.data[name]) for name in ("ids", "edge", "document", "speaker", "date")} == {count}
    assert {len(blocks.evidence[name]) for name in ("sentence", "start", "end", "other")} == {count}
    assert len(blocks.edges) == len(blocks.data["edgeStatus"]) == len(blocks.data["edgeRelation"])
    for number, statement in enumerate(picture.statements):
        edge = blocks.edges[blocks.data["edge"][number]]
        assert picture.nodes[edge["from"]].iri == (statement.subject or statement.document)
        assert picture.nodes[edge["to"]].iri == statement.object
        assert blocks.evidence["sentences"][blocks.evidence["sentence"][number]] == statement.sentence


def test_parallel_edges_are_kept(small: GraphStore) -> None:
    """Two statuses between the same two nodes are two edges: stock pyvis drops the second."""
    picture = read_picture(small)
    wanted = {(s.subject or s.document, s.object, s.relation, s.status, s.polarity) for s in picture.statements}
    assert len(encode(picture).edges) == len(wanted)
