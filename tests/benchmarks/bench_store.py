"""How fast statements become a store that answers, at any size, and what rdflib and bare pyoxigraph need for the same.

    python tests/benchmarks/bench_store.py 1000 10000 100000 [--rdflib 10000] [--load] [--json FILE]

Ratios are of one run on one machine; seconds move with the machine. rdflib is measured up to --rdflib statements. A load is
timed from statements or a file to a store that is written, its opening included on both sides; small ones several
times in turn.
"""

# ruff: noqa: E402 — the checkout is found before what is in it is imported

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from synthetic import synthetic_documents

from kg import settling
from kg.exporters import export
from kg.graph import prefixes
from kg.linking import Linker
from kg.model import Document, Mention
from kg.queries import question, run
from kg.queries.names import resolve
from kg.settling import graph_lines
from kg.stores import open_store
from kg.stores.embedded import OxigraphStore
from kg.stores.loading import bulk_load
from kg.stores.sparqltext import bind, with_prefixes
from kg.vocabulary import Vocabulary, load_vocabulary

CONCEPT, ACTOR = "public research programme", "Council for Transport"
QUESTIONS: dict[str, dict[str, str]] = {
    "who-promotes-what": {"least": "5"},
    "relations": {},
    "statements-about": {"concept": CONCEPT},
    "statements-under": {"concept": CONCEPT},
    "commitments-of": {"actor": ACTOR},
    "evidence-for": {"subject": ACTOR, "predicate": "actsOn", "object": CONCEPT},
    "by-year": {},
    "co-occurring-concepts": {"concept": CONCEPT},
    "search": {"text": "strengthen the public research"},
    "actors": {},
}
RDFLIB_LIMIT = 45  # seconds a query of rdflib's may take


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds by the clock; with --cpu those of the processor, which other work on the machine does not lengthen as much."""
    clock = time.process_time if os.environ.get("KG_BENCH_CPU") else time.perf_counter
    start = clock()
    result = work()
    return clock() - start, result


def peak_megabytes() -> float:
    """Of this process; ``getrusage`` has at least what the process held that started it."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


def size_of(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def own_clock() -> Callable[[], float]:
    """With --cpu the time of this thread alone: the store writes in threads of its own meanwhile."""
    return time.thread_time if os.environ.get("KG_BENCH_CPU") else time.perf_counter


class TimedLinker:
    """The linker, with the time that it takes: linking names is no part of storing statements."""

    seconds = 0.0

    @classmethod
    def for_document(cls, document: Document, vocabulary: Vocabulary) -> TimedLinker:
        """See ``Linker.for_document``."""
        made = cls()
        clock = own_clock()
        start = clock()
        made.linker = Linker.for_document(document, vocabulary)
        cls.seconds += clock() - start
        return made

    def link(self, kind: str, label: str, surface: str) -> Mention:
        """See ``Linker.link``."""
        clock = own_clock()
        start = clock()
        mention = self.linker.link(kind, label, surface)
        TimedLinker.seconds += clock() - start
        return mention


def fill(place: Path, statements: int) -> ox.Store:
    """Statements → quads → store with inferred graph, as a build does."""
    settling.Linker = TimedLinker  # type: ignore[assignment,misc]
    store = ox.Store(str(place))
    bulk_load(store, graph_lines(synthetic_documents(statements), load_vocabulary()))
    store.flush()
    return store


def bench_load(place: Path, statements: int) -> dict[str, float]:
    """Our way and bare ways to the same quads, each in a process of its own."""
    making = statistics.median(timed(lambda: sum(1 for _ in synthetic_documents(statements)))[0] for _ in range(3))
    dump = place / "all.nq"
    ours, bare, objects = [], [], []
    for _ in range(turns(statements)):
        shutil.rmtree(place / "ours", ignore_errors=True)
        ours.append(in_process("fill", place / "ours", statements))
        if not dump.exists():
            ox.Store.read_only(str(place / "ours")).dump(str(dump), ox.RdfFormat.N_QUADS)
        bare.append(in_process("bare_file", place / "bare", dump))
        shutil.rmtree(place / "bare")
        if statements <= 100_000:
            objects.append(in_process("bare_objects", place / "bare", dump))
            shutil.rmtree(place / "bare")
    found = load_figures(making, middle(ours), middle(bare)) | {"MB on disk": size_of(place / "ours")}
    if objects:
        found["bare bulk_extend of Quad objects s"] = middle(objects)["seconds"]
        found["ratio to bare objects"] = middle(objects)["seconds"] / found["ours s"]
    return found


def turns(statements: int) -> int:
    """How often a load of that size is timed: the shorter, the more other work on the machine moves it."""
    return 9 if statements <= 1_000 else 5 if statements <= 10_000 else 1


def middle(runs: list[dict[str, float]]) -> dict[str, float]:
    """The run of median length."""
    return sorted(runs, key=lambda run: run["seconds"])[len(runs) // 2]


def load_figures(making: float, ours: dict[str, float], bare: dict[str, float]) -> dict[str, float]:
    quads = ours["quads"]
    return {
        "quads": quads,
        "statement objects made in s": making,
        "ours s": ours["seconds"] - making,
        "ours k quads/s": quads / (ours["seconds"] - making) / 1e3,
        "bare bulk_load of N-Quads s": bare["seconds"],
        "bare k quads/s": quads / bare["seconds"] / 1e3,
        "ratio to bare": bare["seconds"] / (ours["seconds"] - making),
        "of it linking s": ours["linking"],
        "ratio to bare without linking": bare["seconds"] / (ours["seconds"] - making - ours["linking"]),
        "peak MB ours": ours["peak"],
        "peak MB bare": bare["peak"],
    }


def in_process(task: str, *arguments: object) -> dict[str, float]:
    output = subprocess.run(
        [sys.executable, __file__, "--task", task, *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout
    result: dict[str, float] = json.loads(output)
    return result


def task(name: str, place: str, source: str) -> None:
    if name == "export":
        print(json.dumps(export_task(place, source)))
        return
    if name == "fill":
        seconds, store = timed(lambda: fill(Path(place), int(source)))
        quads = len(store)
    elif name == "bare_file":
        seconds, store = timed(lambda: filled(place, lambda store: store.bulk_load(path=source, format=ox.RdfFormat.N_QUADS)))
        quads = len(store)
    else:
        everything = list(ox.parse(path=source, format=ox.RdfFormat.N_QUADS))
        seconds, _ = timed(lambda: filled(place, lambda store: store.bulk_extend(everything)))
        quads = len(everything)
    print(json.dumps({"seconds": seconds, "quads": quads, "peak": peak_megabytes(), "linking": TimedLinker.seconds}))


def filled(place: str, load: Callable[[ox.Store], None]) -> ox.Store:
    store = ox.Store(place)
    load(store)
    store.flush()
    return store


def bench_queries(place: Path) -> dict[str, dict[str, float]]:
    """Seconds of each question through ``kg.queries``, and through bare pyoxigraph with the same text."""
    found: dict[str, dict[str, float]] = {}
    with open_store(place, read_only=True) as store:
        assert isinstance(store, OxigraphStore)
        bare = store.oxigraph
        for name, parameters in QUESTIONS.items():
            text = bound(store, name, parameters)
            ours, plain = [], []
            once, _ = timed(lambda: len(list(run(name, store, **parameters))))  # noqa: B023
            for _ in range(repeats(once)):  # in turn: what the first one reads from the disk, the second finds in memory
                ours.append(timed(lambda: len(list(run(name, store, **parameters)))))  # noqa: B023
                plain.append(timed(lambda: len(list(bare.query(text, use_default_graph_as_union=True)))))  # noqa: B023
            seconds, base = statistics.median(t for t, _ in ours), statistics.median(t for t, _ in plain)
            found[name] = {"s": seconds, "rows": ours[0][1], "bare s": base, "ratio": seconds / base}
    return found


def repeats(seconds: float) -> int:
    """How often a question that takes so long is timed, the median of which counts: the shorter, the more chance moves it."""
    return max(5, min(101, int(0.5 / seconds)))


def bound(store: OxigraphStore, name: str, parameters: dict[str, str]) -> str:
    item = question(name)
    kinds = {parameter.name: parameter.kind for parameter in item.parameters}
    return with_prefixes(bind(item.text, {n: resolve(store, kinds[n], v) for n, v in parameters.items()}), prefixes())


class Counted(io.RawIOBase):
    """Takes bytes and keeps their number: what is measured is the export's memory, not that of its result."""

    size = 0

    def write(self, content: Any) -> int:
        """See ``io.RawIOBase.write``."""
        self.size += len(content)
        return len(content)


def bench_export(place: Path) -> dict[str, float]:
    """Each format in a process of its own."""
    found = {}
    for format in ("turtle", "trig", "nquads"):
        result = in_process("export", place, format)
        found |= {f"{format} s": result["seconds"], f"{format} MB": result["size"], f"{format} peak MB": result["peak"]}
    return found


def export_task(place: str, format: str) -> dict[str, float]:
    out = Counted()
    with open_store(place, read_only=True) as store:
        seconds, _ = timed(lambda: export(store, format, out))  # type: ignore[arg-type]
    return {"seconds": seconds, "size": out.size / 1e6, "peak": peak_megabytes()}


def bench_rdflib(place: Path, statements: int) -> dict[str, Any]:
    """rdflib in memory: ``addN``, the questions, its Turtle serializer."""
    import rdflib  # noqa: PLC0415 — only this part needs it

    graph = rdflib.Dataset(default_union=True)
    lines = (place / "all.nq").read_bytes()
    source = rdflib.Dataset()
    parse, _ = timed(lambda: source.parse(data=lines, format="nquads"))
    everything = list(source.quads())
    add, _ = timed(lambda: graph.addN((s, p, o, graph.graph(g)) for s, p, o, g in everything))
    found: dict[str, Any] = {"parse s": parse, "addN s": add, "queries": {}}
    with open_store(place / "ours", read_only=True) as store:
        assert isinstance(store, OxigraphStore)
        texts = {name: bound(store, name, parameters) for name, parameters in QUESTIONS.items()}
    for name, text in texts.items():
        found["queries"][name] = limited(lambda: len(list(graph.query(text))))  # noqa: B023
    union = rdflib.Graph()
    for s, p, o, _ in everything:
        union.add((s, p, o))
    for prefix, space in prefixes().items():
        union.bind(prefix, space)
    found["turtle s"], _ = timed(lambda: union.serialize(format="turtle"))
    return found


def limited(work: Callable[[], Any]) -> float:
    """Seconds of ``work``, which is ended when it has taken RDFLIB_LIMIT seconds of the processor's."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, RDFLIB_LIMIT)
    try:
        return timed(work)[0]
    except TimeoutError:
        return float(RDFLIB_LIMIT)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def bench(statements: int, *, rdflib_up_to: int, load_only: bool = False) -> dict[str, Any]:
    place = Path(tempfile.mkdtemp(prefix="kg-bench-"))
    try:
        found: dict[str, Any] = {"statements": statements, "load": bench_load(place, statements)}
        if load_only:
            return found
        found["open s"] = statistics.median(
            timed(lambda: open_store(place / "ours", read_only=True).close())[0] for _ in range(5)
        )
        found["queries"] = bench_queries(place / "ours")
        found["export"] = bench_export(place / "ours")
        if statements <= rdflib_up_to:
            found["rdflib"] = bench_rdflib(place, statements)
            rates = [found["rdflib"]["queries"][name] / row["s"] for name, row in found["queries"].items()]
            found["rdflib"]["median query ratio"] = statistics.median(rates)
            found["rdflib"]["turtle ratio"] = found["rdflib"]["turtle s"] / found["export"]["turtle s"]
            found["rdflib"]["load ratio"] = found["rdflib"]["addN s"] / found["load"]["ours s"]
        return found
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> None:
    if sys.argv[1:2] == ["--task"]:
        task(*sys.argv[2:5])
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--rdflib", type=int, default=10_000, metavar="STATEMENTS")
    parser.add_argument("--load", action="store_true", help="the load alone")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cpu", action="store_true", help="processor time instead of the clock's")
    given = parser.parse_args()
    if given.cpu:
        os.environ["KG_BENCH_CPU"] = "1"
    results = []
    for statements in given.sizes:
        results.append(bench(statements, rdflib_up_to=given.rdflib, load_only=given.load))
        print(json.dumps(results[-1], indent=1, default=str), flush=True)
    if given.json:
        given.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
