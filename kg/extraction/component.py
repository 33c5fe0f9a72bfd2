"""The extractor as a spaCy component: ``nlp.add_pipe("policy_statements")``, results in ``doc._.statements``.

The pipeline before it must tag, parse and lemmatize. spaCy imports this module whenever a pipeline is made, so everything heavy
is imported when the component is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.extraction.extractor import ClauseExtractor

__all__ = ["PolicyStatements", "make_policy_statements"]


class PolicyStatements:
    """Sets ``doc._.statements`` (a tuple of ``Statement``) and ``doc._.extracted`` (a tuple of ``Extracted``, one a sentence).

    Offsets are into ``doc.text``. ``speaks_for`` is whom "we" stands for.
    """

    def __init__(self, extractor: ClauseExtractor, speaks_for: str | None = None) -> None:
        from spacy.tokens import Doc as SpacyDoc  # noqa: PLC0415  # heavy

        self.extractor, self.speaks_for = extractor, speaks_for
        for name in ("statements", "extracted"):
            if not SpacyDoc.has_extension(name):
                SpacyDoc.set_extension(name, default=())

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its statements."""
        found = tuple(self.extractor.extract_parsed(doc, speaks_for=self.speaks_for))
        doc._.extracted = found
        doc._.statements = tuple(statement for extracted in found for statement in extracted.statements)
        return doc


@Language.factory("policy_statements", default_config={"speaks_for": None}, assigns=["doc._.statements", "doc._.extracted"])
def make_policy_statements(nlp: Language, name: str, speaks_for: str | None) -> PolicyStatements:  # spaCy's signature
    """The component, with the shipped vocabulary."""
    from kg.extraction.extractor import ClauseExtractor  # noqa: PLC0415  # see the module's docstring
    from kg.vocabulary import load_vocabulary  # noqa: PLC0415

    return PolicyStatements(ClauseExtractor(load_vocabulary(), pipeline=nlp), speaks_for)
