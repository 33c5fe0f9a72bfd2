"""What a query from outside may not do: reach other servers."""

from __future__ import annotations

import re

__all__ = ["federates"]

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
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(0010[0-9A-Fa-f]{4}|000[0-9A-Fa-f]{5})")


def federates(query: str) -> bool:
    """Whether ``query`` may use SERVICE: it would make this server ask any address for whoever sent the query.

    Errs on the safe side: a name such as ``ex:service`` counts as well.

    >>> federates("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> federates("SELECT ?service { ?service rdfs:label 'SERVICE' } # SERVICE")
    False
    """
    # An escape stands for its character anywhere in a query, so both readings must be harmless.
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    return any("service" in _HARMLESS.sub(_kept, text).lower() for text in {query, decoded})


def _kept(match: re.Match[str]) -> str:
    """A space for what is harmless. ``(?a<?b)SERVICE#>`` looks like an IRI and is a comparison: the bracket tells."""
    return match[0] if match["iri"] and ")" in match[0] else " "
