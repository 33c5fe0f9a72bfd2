"""Networks as files, with every attribute of nodes and edges: GraphML, GEXF, CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import StoreError, UnknownNameError

if TYPE_CHECKING:
    from kg.network import Network

__all__ = ["read_network", "write_network"]

_FORMATS = (".csv", ".gexf", ".graphml")
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])  # what XML 1.0 cannot hold


def write_network(network: Network, path: Path) -> list[Path]:
    """Write ``network`` in the format that the ending of ``path`` names; the files written. CSV has edges, and nodes beside.

    Raises:
        UnknownNameError: no format has that ending.
        StoreError: the file cannot be written.
    """
    texts = _texts(network, path)
    try:
        for file, text in texts.items():
            file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise StoreError(path, f"cannot be written: {error.strerror}") from error
    return list(texts)


def read_network(path: Path) -> Network:
    """The network that ``write_network`` wrote to ``path``.

    Raises:
        UnknownNameError: no format has that ending.
    """
    network: Network
    if path.suffix in {".graphml", ".gexf"}:
        network = nx.read_graphml(path) if path.suffix == ".graphml" else nx.read_gexf(path)
        return network
    if path.suffix != ".csv":
        raise UnknownNameError("network format", path.suffix, _FORMATS)
    network = nx.Graph()
    for row in _read_rows(_nodes_file(path)):
        network.add_node(row.pop("node"), **row)
    for row in _read_rows(path):
        network.add_edge(row.pop("source"), row.pop("target"), **row)
    return network


def _texts(network: Network, path: Path) -> dict[Path, str]:
    if path.suffix == ".graphml":
        return {path: "\n".join(nx.generate_graphml(_clean(network), named_key_ids=True)) + "\n"}
    if path.suffix == ".gexf":
        text = "\n".join(nx.generate_gexf(_clean(network))) + "\n"
        return {path: re.sub(r' lastmodifieddate="[^"]*"', "", text)}  # the same network, the same bytes
    if path.suffix != ".csv":
        raise UnknownNameError("network format", path.suffix, _FORMATS)
    nodes = [{"node": node, **data} for node, data in network.nodes(data=True)]
    edges = [{"source": one, "target": other, **data} for one, other, data in network.edges(data=True)]
    return {path: _csv(edges, ["source", "target"]), _nodes_file(path): _csv(nodes, ["node"])}


def _nodes_file(path: Path) -> Path:
    return path.with_name(f"{path.stem}.nodes.csv")


def _clean(network: Network) -> Network:
    """A copy without characters that XML cannot hold."""
    copy: Network = network.copy()
    for data in [*(data for _, data in copy.nodes(data=True)), *(data for _, _, data in copy.edges(data=True))]:
        for name, value in data.items():
            if isinstance(value, str):
                data[name] = value.translate(_CONTROL)
    return copy


def _csv(rows: list[dict[str, Any]], first: Iterable[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else list(first), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _read_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: _value(value) for name, value in row.items()} for row in csv.DictReader(file)]


def _value(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() else text
