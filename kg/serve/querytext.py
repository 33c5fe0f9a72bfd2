"""What can be told of a query before it runs: whether it would reach other servers, whether it names its graphs."""

from __future__ import annotations

import re

__all__ = ["federates", "names_graphs"]

# What may hold the word without being the keyword: escaped characters, IRIs, comments, strings, variables.
_HARMLESS = re.compile(
    r"""\\.
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | \#[^\r\n]*
    | \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
    | [?$]\w+""",
    re.VERBOSE | re.DOTALL,
)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(0010[0-9A-Fa-f]{4}|000[0-9A-Fa-f]{5})")


def federates(query: str) -> bool:
    """Whether ``query`` may use SERVICE: it would make this server ask any address for whoever sent the query.

    Errs on the safe side: a name such as ``ex:service`` counts as well.

    >>> federates("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> federates("SELECT ?service { ?service rdfs:label 'SERVICE' } # SERVICE")
    False
    """
    return any("service" in text.lower() for text in _bare(query))


def names_graphs(query: str) -> bool:
    """Whether ``query`` has a FROM clause: then it does not see the union of all graphs.

    >>> names_graphs("SELECT * FROM <http://example.org/g> { ?s ?p 'from' }"), names_graphs("ASK { ?from ?p ?o }")
    (True, False)
    """
    return any(_FROM.search(text) for text in _bare(query))


def _bare(query: str) -> set[str]:
    """``query`` without strings, comments, IRIs and variables, with its escapes as they stand and decoded.

    An escape stands for its character anywhere in a query, so both readings count.
    """
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    return {_HARMLESS.sub(_kept, text) for text in (query, decoded)}


def _kept(match: re.Match[str]) -> str:
    """A space for what is harmless. ``(?a<?b)SERVICE#>`` looks like an IRI and is a comparison: the bracket tells."""
    return match[0] if match["iri"] and ")" in match[0] else " "
