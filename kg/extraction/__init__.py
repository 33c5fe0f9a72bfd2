"""Sentences → statements.

An extractor is a plug-in of the entry-point group ``kg.extractors``: a class called with ``(vocabulary, model)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from kg.errors import UnknownNameError

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.model import Document, Extracted
    from kg.vocabulary import Vocabulary

__all__ = ["Extractor", "load_extractor"]

GROUP = "kg.extractors"


class Extractor(Protocol):
    """Turns documents into statements, sentence by sentence."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same document could give other statements; cheap to ask."""

    def extract(self, document: Document) -> Iterator[Extracted]:
        """Every sentence of ``document``, in order, with its statements or the reason why there are none."""


def load_extractor(settings: Settings, vocabulary: Vocabulary) -> Extractor:
    """The extractor that ``settings`` name.

    Raises:
        UnknownNameError: no plug-in has that name.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow, and only needed here

    found = {point.name: point for point in entry_points(group=GROUP)}
    if settings.extractor not in found:
        raise UnknownNameError("extractor", settings.extractor, found)
    extractor: Extractor = found[settings.extractor].load()(vocabulary, settings.model)
    return extractor
