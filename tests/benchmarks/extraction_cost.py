"""What extraction costs beside spaCy's parse of the same text, measured in one run.

    python tests/benchmarks/extraction_cost.py [FILE…]      (default: the demo corpus, once)

Prints the seconds of parse and extraction (each the median of five rounds, taken in turn) and their ratio.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from kg.extraction.extractor import ClauseExtractor
from kg.extraction.reading import to_parse
from kg.linking import Linker
from kg.readers import find_sources, read
from kg.vocabulary import load_vocabulary

ROUNDS = 5


def main() -> None:
    """Measure and print."""
    paths = sys.argv[1:] or [str(Path(__file__).parents[2] / "corpus")]
    documents = [read(path) for path in find_sources(paths)]
    vocabulary = load_vocabulary()
    extractor = ClauseExtractor(vocabulary)
    texts = [[to_parse(document, block, vocabulary.verbs).text for block in document.blocks] for document in documents]
    words = sum(len(text.split()) for group in texts for text in group)
    list(extractor.language.parse(text for group in texts for text in group if text))  # load and warm up
    parse, rest = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        parsed = [list(extractor.language.parse(text for text in group if text)) for group in texts]
        middle = time.perf_counter()
        for document, docs in zip(documents, parsed, strict=True):
            linker = Linker.for_document(document, vocabulary)
            for extracted in extractor.extract(document, parsed=iter(docs)):
                for statement in extracted.statements:
                    linker.link("concept", statement.object, statement.surface.object)
                    if statement.actor:
                        linker.link("actor", statement.actor, statement.surface.actor or statement.actor)
        parse.append(middle - start)
        rest.append(time.perf_counter() - middle)
    one, other = statistics.median(parse), statistics.median(rest)
    print(f"{words} words: parse {one:.2f} s ({words / one:,.0f} words/s)")
    print(f"extraction and linking {other:.2f} s, ratio {other / one:.3f}")


if __name__ == "__main__":
    main()
