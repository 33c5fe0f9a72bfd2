"""Mint IRIs and digests. Same input, same IRI; two different inputs, never the same IRI."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

__all__ = ["BASE", "digest", "iri_for", "normal_form"]

BASE = "https://w3id.org/policy-kg/"
_PLAIN = re.compile(r"[a-z0-9.~ -]*")  # nothing in it that is percent-encoded
_RECIPE = "1"  # version of the digest recipe: change it when the parts or their order change


def digest(*parts: str, length: int = 16) -> str:
    """The first ``length`` hexadecimal digits of the SHA-256 of the length-prefixed ``parts``.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return hashlib.sha256(_RECIPE.encode() + b"".join(b"%d:%b" % (len(part), part) for part in encoded)).hexdigest()[:length]


def normal_form(label: str) -> str:
    """The form under which two spellings of a label are the same name: NFKC, case folded, white space folded.

    >>> normal_form("Sci-tech  Innovation")
    'sci-tech innovation'
    """
    return " ".join(unicodedata.normalize("NFKC", label).casefold().split())


def iri_for(kind: str, label: str, *, base: str = BASE) -> str:
    """The IRI of the ``kind`` ("actor", "concept", "document", "person", …) of that name.

    Spaces become underscores; what RFC 3986 does not call unreserved is percent-encoded, so different names differ.

    >>> iri_for("concept", "R&D spending")
    'https://w3id.org/policy-kg/concept/r%26d_spending'
    """
    name = normal_form(label)
    if _PLAIN.fullmatch(name) is None:
        name = quote(name.encode("utf-8", "replace"), safe=" ").replace("_", "%5F")
    return f"{base}{kind}/{name.replace(' ', '_')}"
