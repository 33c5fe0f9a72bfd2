"""How the server holds many clients: queries a second, errors, and the memory of all its processes, sampled.

    python tests/benchmarks/bench_serve.py [--clients 32] [--seconds 60] [--nodes 2000] [--runaway]

With --runaway one more client asks queries that never end, all the time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

from kg.serve import Limits  # noqa: E402
from tests.serve.conftest import Client, running, write_graph  # noqa: E402
from tests.view.synthetic import synthetic_store  # noqa: E402

QUERIES = (
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Statement }",
    "SELECT ?actor ?concept { ?actor kg:promotes ?concept } LIMIT 200",
    "SELECT ?year (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Statement ; dcterms:date ?d BIND(YEAR(?d) AS ?year) } GROUP BY ?year",
    "CONSTRUCT { ?s kg:quote ?q } WHERE { ?s kg:quote ?q } LIMIT 500",
    "ASK { ?s kg:polarity kg:negated }",
)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def resident() -> float:
    """Megabytes of this process and its children."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()[1:]]
    return sum(rss for pid, parent, rss in rows if os.getpid() in {pid, parent}) / 1024


def client_loop(client: Client, number: int, until: float, seen: Counter[int], slowest: list[float]) -> None:
    """Ask one query after another, in an order of one's own."""
    at = number
    while time.monotonic() < until:
        start = time.monotonic()
        seen[client.query(QUERIES[at % len(QUERIES)], accept="*/*").status] += 1
        slowest.append(time.monotonic() - start)
        at += 1


def runaway_loop(client: Client, until: float, seen: Counter[int]) -> None:
    """Ask for what never ends."""
    while time.monotonic() < until:
        seen[client.query(RUNAWAY).status] += 1


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--nodes", type=int, default=2000)
    parser.add_argument("--runaway", action="store_true")
    asked = parser.parse_args()
    seen: Counter[int] = Counter()
    stopped: Counter[int] = Counter()
    times: list[float] = []
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        graph = write_graph(Path(folder) / "store", synthetic_store(asked.nodes))
        with running(graph, limits=Limits(seconds=5, workers=4)) as client:
            until = time.monotonic() + asked.seconds
            arguments = [(client, number, until, seen, times) for number in range(asked.clients)]
            threads = [threading.Thread(target=client_loop, args=given) for given in arguments]
            if asked.runaway:
                threads.append(threading.Thread(target=runaway_loop, args=(client, until, stopped)))
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads):
                memory.append(resident())
                time.sleep(1)
    times.sort()
    figures = {
        "clients": asked.clients,
        "statuses": dict(seen),
        "runaway": dict(stopped),
        "queries_a_second": round(sum(seen.values()) / asked.seconds, 1),
        "median_ms": round(times[len(times) // 2] * 1000, 1),
        "slowest_ms": round(times[-1] * 1000, 1),
        "memory_mb": {
            "start": round(memory[0]),
            "middle": round(memory[len(memory) // 2]),
            "end": round(memory[-1]),
            "most": round(max(memory)),
        },
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
