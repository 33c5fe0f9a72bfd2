"""Content negotiation (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["HTML", "RDF_TYPES", "RESULT_TYPES", "negotiate"]

HTML = "text/html"
RESULT_TYPES = {  # media type → name of the format, of SELECT and ASK
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
RDF_TYPES = {  # media type → name of the format, of CONSTRUCT, DESCRIBE and node pages
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "ntriples",
}


def negotiate(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that the ``Accept`` header likes best, the earlier one where it likes two alike; None where it takes none.

    >>> negotiate("text/*;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> negotiate("", ["text/csv"])
    'text/csv'
    """
    ranges = [found for part in accept.split(",") if (found := _media_range(part)) is not None]
    if not ranges:
        return offers[0] if not accept.strip() else None
    best, best_quality = None, 0.0
    for offer in offers:
        quality = _quality(offer, ranges)
        if quality > best_quality:
            best, best_quality = offer, quality
    return best


def _media_range(part: str) -> tuple[str, float] | None:
    """``text/csv;q=0.5`` as its range and quality."""
    media, *parameters = (item.strip().lower() for item in part.split(";"))
    if media.count("/") != 1:
        return None
    quality = 1.0
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                quality = min(1.0, max(0.0, float(parameter[2:])))
            except ValueError:
                return None
    return media, quality


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much the most specific range that fits likes ``offer``."""
    for wanted in (offer, f"{offer.split('/', maxsplit=1)[0]}/*", "*/*"):
        found = [quality for media, quality in ranges if media == wanted]
        if found:
            return max(found)
    return 0.0
