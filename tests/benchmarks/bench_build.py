"""What a build costs when one text of many has changed, beside building all of them.

    python tests/benchmarks/bench_build.py 100 1000

Texts are synthetic, statements are read off by the tests' plain extractor, so that parsing costs next to nothing.
"""

# ruff: noqa: E402 — the checkout is found before what is in it is imported

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1]), str(Path(__file__).parent)]  # run from anywhere


from samples import PlainExtractor

from kg.build import build
from kg.config import Settings

SENTENCES = 30
_CONCEPTS = (
    "innovation consortia",
    "rural roads",
    "data centres",
    "clean water",
    "basic research",
    "open schools",
    "fair trade",
)


def write(place: Path, number: int, word: str = "develop") -> None:
    lines = [
        f"Body {(number * 7 + n) % 211} will {word if n == 0 else 'promote'} {_CONCEPTS[(number + n) % 7]} {n}."
        for n in range(SENTENCES)
    ]
    (place / f"text-{number:05d}.txt").write_text("\n".join(lines), encoding="utf-8")


def seconds(place: Path) -> float:
    start = time.perf_counter()
    build([place / "texts"], place / "graph", Settings(), extractor=PlainExtractor())
    return time.perf_counter() - start


def bench(documents: int) -> dict[str, float]:
    place = Path(tempfile.mkdtemp(prefix="kg-bench-"))
    try:
        (place / "texts").mkdir()
        for number in range(documents):
            write(place / "texts", number)
        found = {"documents": documents, "all s": seconds(place), "nothing changed s": seconds(place)}
        write(place / "texts", documents // 2, "establish")
        found["one changed s"] = seconds(place)
        (place / "texts" / "text-00000.txt").unlink()
        found["one removed s"] = seconds(place)
        return found
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ("100", "1000")):
        print(json.dumps(bench(size)), flush=True)
