"""The endpoint's SPARQL 1.1 service description."""

from __future__ import annotations

import pyoxigraph as ox

__all__ = ["describe"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def describe(address: str) -> list[ox.Triple]:
    """What a client may expect of the endpoint at ``address``, sorted."""
    service = ox.NamedNode(address)

    def own(name: str) -> ox.NamedNode:
        return ox.NamedNode(_SD + name)

    found = [
        ox.Triple(service, _TYPE, own("Service")),
        ox.Triple(service, own("endpoint"), service),
        ox.Triple(service, own("supportedLanguage"), own("SPARQL11Query")),
        ox.Triple(service, own("feature"), own("UnionDefaultGraph")),
    ]
    for name in ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"):
        found.append(ox.Triple(service, own("resultFormat"), ox.NamedNode(_FORMATS + name)))
    for name in ("Turtle", "N-Triples", "RDF_XML", "JSON-LD"):
        found.append(ox.Triple(service, own("resultFormat"), ox.NamedNode(_FORMATS + name)))
    return sorted(found, key=str)
