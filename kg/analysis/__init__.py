"""Answers across documents and years: commitments, formulations, tensions, editions. Store in, plain dataclasses out."""

from __future__ import annotations

from kg.analysis.claims import Claim, Graph, node_iri, read_graph

__all__ = ["Claim", "Graph", "node_iri", "read_graph"]
