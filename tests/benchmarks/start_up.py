"""How long ``kg`` takes to answer. By hand: ``python tests/benchmarks/start_up.py [GRAPH]``; seconds, best and median of ten.

Without GRAPH, the graph of ``corpus/`` is built first. Beside each command: bare Python, to see what is ours.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
RUNS = 10


def seconds(arguments: list[str]) -> list[float]:
    """The wall times of ``RUNS`` runs, sorted."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return sorted(times)


def main() -> None:
    """Print one line a command."""
    with tempfile.TemporaryDirectory() as place:
        graph = sys.argv[1] if len(sys.argv) > 1 else f"{place}/graph"
        if len(sys.argv) == 1:
            build = [sys.executable, "-m", "kg", "build", str(ROOT / "corpus"), "--graph", graph, "--quiet"]
            subprocess.run(build, check=True)
        kg = ["-m", "kg"]
        for name, arguments in {
            "bare Python": ["-c", "pass"],
            "kg --help": [*kg, "--help"],
            "kg query --list": [*kg, "query", "--list"],
            "kg query who-promotes-what": [*kg, "query", "--graph", graph, "who-promotes-what"],
            "kg query statements-about": [*kg, "query", "--graph", graph, "statements-about", "strategic emerging industries"],
        }.items():
            times = seconds(arguments)
            print(f"{name:<28} best {times[0]:.3f}  median {median(times):.3f}")


if __name__ == "__main__":
    main()
