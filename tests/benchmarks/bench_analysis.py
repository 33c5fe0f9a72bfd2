"""How the cost of linking and of each analysis grows with the number of statements.

    python tests/benchmarks/bench_analysis.py 1000 10000 100000

The corpus grows in breadth, as corpora do: every 1,000 statements come from a region of their own, with its own bodies, and
share half of their concepts with all others; every sentence has two statements. Prints the functions called and the seconds of
the processor by size, for analyses the least of several runs, and the exponent k of n^k between the first and the last size;
n log n has about 1.13 there.

Calls tell how the work grows, seconds also how the memory does. The rows "grouping" and "sorting" are no analyses but what to
compare with: the one puts every statement into a list under its concept, n steps, the other sorts the statements by their
quotes, n log n steps. Both take more seconds for each step as soon as the statements no longer fit the processor's caches.
What is done inside one call, as sorting and igraph's measures, counts as one.

The edges of each network are printed, and those of the networks of actors with all bonds (``strongest=0``): these grow with the
square of a concept's audience until that reaches ``kg.bonds.AUDIENCE``.
"""

from __future__ import annotations

import cProfile
import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from synthetic import PER_DOCUMENT, synthetic_documents

from kg.analysis import Claim, Graph, read_graph
from kg.analysis.commitments import commitments
from kg.analysis.editions import compare, of_year
from kg.analysis.formulations import formulations
from kg.analysis.suggest import suggest
from kg.analysis.tensions import tensions
from kg.linking import Linker
from kg.measures import measures
from kg.model import Document, Extracted, Statement
from kg.network import shortest_path, to_network
from kg.settling import graph_lines
from kg.stores import open_store
from kg.stores.embedded import OxigraphStore
from kg.stores.loading import bulk_load
from kg.vocabulary import Vocabulary, load_vocabulary


def timed(work: Callable[[], Any], *, times: int = 1) -> tuple[float, Any]:
    """Seconds of the processor, which other work lengthens least, of the fastest of some runs; and the result."""
    least = math.inf
    for _ in range(times):
        result = None
        gc.collect()
        gc.freeze()  # what is there already is not searched for reference cycles again
        start = time.process_time()
        result = work()
        least = min(least, time.process_time() - start)
    return least, result


def calls(work: Callable[[], Any]) -> int:
    """How many functions ``work`` calls, of Python and of C."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def corpus(statements: int) -> Iterator[tuple[Document, list[Extracted]]]:
    """Synthetic documents in which bodies and half of the concepts belong to a region, two sentences joined to one."""
    for number, (document, extracted) in enumerate(synthetic_documents(statements)):
        region = f"Region {number * PER_DOCUMENT // 1000}"
        yield document, [_joined(document, extracted[at : at + 2], region) for at in range(0, len(extracted), 2)]


def _joined(document: Document, items: list[Extracted], region: str) -> Extracted:
    first, last = items[0].sentence, items[-1].sentence
    sentence = replace(first, end=last.end, text=document.text[first.start : last.end])
    return Extracted(sentence, tuple(_placed(one, region) for item in items for one in item.statements))


def _placed(statement: Statement, region: str) -> Statement:
    concept = statement.object if len(statement.object) % 2 else f"{statement.object} of {region}"
    return replace(statement, actor=f"{statement.actor} of {region}", object=concept)


def link_all(documents: Iterable[tuple[Document, list[Extracted]]], vocabulary: Vocabulary) -> int:
    """Link both names of every statement, each document by its own linker; how many links."""
    count = 0
    for document, extracted in documents:
        linker = Linker.for_document(document, vocabulary)
        for item in extracted:
            for statement in item.statements:
                linker.link("concept", statement.object, statement.surface.object)
                linker.link("actor", statement.actor or "", statement.surface.actor or "")
                count += 2
    return count


def grouped(graph: Graph) -> dict[str, list[Claim]]:
    """Concept -> claims on it."""
    found: dict[str, list[Claim]] = {}
    for claim in graph.claims:
        found.setdefault(claim.concept, []).append(claim)
    return found


def analyses(graph: Graph) -> dict[str, Callable[[], Any]]:
    """What is timed on a graph in memory."""
    ends = sorted({claim.actor for claim in graph.claims if claim.actor})
    years = sorted({claim.date.year for claim in graph.claims if claim.date})
    concept = graph.claims[0].concept
    return {
        "grouping": lambda: grouped(graph),
        "sorting": lambda: sorted(graph.claims, key=lambda claim: claim.quote),
        "commitments": lambda: commitments(graph),
        "tensions": lambda: tensions(graph),
        "formulations": lambda: formulations(graph, concept),
        "diff of two years": lambda: compare(graph, of_year(graph.claims, years[0]), of_year(graph.claims, years[-1])),
        "proposals": lambda: suggest(graph),
        "actor-concept network": lambda: to_network(graph),
        "congruence network": lambda: to_network(graph, "congruence"),
        "conflict network": lambda: to_network(graph, "conflict"),
        "concept network": lambda: to_network(graph, "concepts"),
        "measures of congruence": lambda: measures(to_network(graph, "congruence")),
        "path": lambda: shortest_path(graph, ends[0], ends[-1]),
    }


def bench(statements: int) -> tuple[dict[str, float], dict[str, int], dict[str, int]]:
    """Name of a step -> seconds at that size; name of a network -> its edges; name of an analysis -> its calls."""
    seconds, edges, called = {}, {}, {}
    vocabulary, documents = load_vocabulary(), list(corpus(statements))
    link_all(documents[:1], vocabulary)  # the index of the vocabulary is made once
    seconds["linking"], links = timed(lambda: link_all(documents, vocabulary))
    print(f"{statements:,} statements: {links / seconds['linking']:,.0f} links/s", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "graph") as store:
        assert isinstance(store, OxigraphStore)
        bulk_load(store.oxigraph, graph_lines(documents, vocabulary))
        seconds["reading"], graph = timed(lambda: read_graph(store))
    for name, work in analyses(graph).items():
        called[name] = calls(work)
        seconds[name], result = timed(work, times=max(3, 20_000 // statements))
        if name.endswith(" network"):
            edges[name] = result.number_of_edges()
    for kind in ("congruence", "conflict"):
        seconds[f"all of {kind}"], result = timed(lambda kind=kind: to_network(graph, kind, strongest=0))
        edges[f"all of {kind}"] = result.number_of_edges()
    return seconds, edges, called


def table(title: str, rows: dict[str, list[float]], sizes: list[int], form: str) -> None:
    """Print a row for each name, with the exponent between the first and the last size."""
    print(f"{title:<24}" + "".join(f"{size:>12,}" for size in sizes) + f"{'exponent':>12}")
    for name, row in rows.items():
        power = math.log(row[-1] / row[0]) / math.log(sizes[-1] / sizes[0]) if len(sizes) > 1 and row[0] else 0.0
        print(f"{name:<24}" + "".join(f"{value:>12{form}}" for value in row) + f"{power:>12.2f}")


def main() -> None:
    """Measure and print."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 10_000]
    found = [bench(size) for size in sizes]
    table("calls at", {name: [float(called[name]) for *_, called in found] for name in found[0][2]}, sizes, ",.0f")
    table("seconds at", {name: [seconds[name] for seconds, *_ in found] for name in found[0][0]}, sizes, ".3f")
    networks = found[0][1]
    table("edges", {name: [float(edges[name]) for _, edges, _ in found] for name in networks}, sizes, ",.0f")
    each = {name: [1e6 * seconds[name] / edges[name] for seconds, edges, _ in found] for name in networks if found[0][1][name]}
    table("microseconds an edge", each, sizes, ".1f")


if __name__ == "__main__":
    main()
