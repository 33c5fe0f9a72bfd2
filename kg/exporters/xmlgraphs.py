"""GraphML and GEXF: actors, persons and concepts as nodes, an edge for each statement with an actor, every attribute kept.

The network is directed, and two nodes may have many edges. Both are written as a stream, and sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.exporters.rows import COLUMNS, Node, Row, nodes, rows
from kg.stores import Store

__all__ = ["write_gexf", "write_graphml"]

_EDGE = tuple(name for name in COLUMNS if name not in {"actor", "concept", "statement"})
_NODE = ("kind", "label", "other_labels")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that XML 1.0 cannot hold
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_graphml(store: Store, out: BinaryIO) -> None:
    """Write the network as GraphML; ids are IRIs."""
    _write(out, _HEAD, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for name in _NODE:
        _write(out, f'<key id="n_{name}" for="node" attr.name="{name}" attr.type="string"/>\n')
    for name in _EDGE:
        kind = "double" if name == "support" else "string"
        _write(out, f'<key id="e_{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n')
    _write(out, '<graph edgedefault="directed">\n')
    for node in _all_nodes(store):
        data = "".join(f'<data key="n_{name}">{_text(value)}</data>' for name, value in _of_node(node) if value)
        _write(out, f"<node id={_attribute(node.iri)}>{data}</node>\n")
    for row in _edges(store):
        data = "".join(f'<data key="e_{name}">{_text(row.values[name])}</data>' for name in _EDGE if row.values.get(name))
        _write(out, f"<edge {_ends(row)}>{data}</edge>\n")
    _write(out, "</graph>\n</graphml>\n")


def write_gexf(store: Store, out: BinaryIO) -> None:
    """Write the network as GEXF 1.2; ids are IRIs, the edge's label is the relation."""
    _write(out, _HEAD, '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n')
    _write(out, '<graph defaultedgetype="directed" mode="static">\n')
    _write(out, _gexf_attributes("node", _NODE), _gexf_attributes("edge", _EDGE), "<nodes>\n")
    for node in _all_nodes(store):
        _write(out, f"<node id={_attribute(node.iri)} label={_attribute(node.label)}>{_gexf_values(_of_node(node))}</node>\n")
    _write(out, "</nodes>\n<edges>\n")
    for row in _edges(store):
        values = _gexf_values([(name, row.values.get(name, "")) for name in _EDGE])
        _write(out, f"<edge {_ends(row)} label={_attribute(row.values.get('relation', ''))}>{values}</edge>\n")
    _write(out, "</edges>\n</graph>\n</gexf>\n")


def _all_nodes(store: Store) -> Iterator[Node]:
    """The named nodes, then ends of edges that have no name."""
    named = nodes(store)
    yield from named
    known = {node.iri for node in named}
    missing = {end for row in _edges(store) for end in (row.values["actor"], row.values["concept"]) if end not in known}
    yield from (Node(iri, "node", iri) for iri in sorted(missing))


def _edges(store: Store) -> Iterator[Row]:
    return (row for row in rows(store) if row.values.get("actor") and row.values.get("concept"))


def _of_node(node: Node) -> list[tuple[str, str]]:
    return [("kind", node.kind), ("label", node.label), ("other_labels", "; ".join(node.other_labels))]


def _ends(row: Row) -> str:
    source, target = row.values["actor"], row.values["concept"]
    return f"id={_attribute(row.statement)} source={_attribute(source)} target={_attribute(target)}"


def _gexf_attributes(kind: str, names: tuple[str, ...]) -> str:
    types = {"support": "double"}
    items = "".join(f'<attribute id="{name}" title="{name}" type="{types.get(name, "string")}"/>' for name in names)
    return f'<attributes class="{kind}">{items}</attributes>\n'


def _gexf_values(values: list[tuple[str, str]]) -> str:
    items = "".join(f'<attvalue for="{name}" value={_attribute(value)}/>' for name, value in values if value)
    return f"<attvalues>{items}</attvalues>" if items else ""


def _text(value: str) -> str:
    return escape(_NO_XML.sub("\ufffd", value), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _write(out: BinaryIO, *texts: str) -> None:
    for text in texts:
        out.write(text.encode("utf-8"))
