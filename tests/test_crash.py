"""Killed, out of space, forbidden: the graph is the old one or the new one, whole."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from samples import TEXTS, PlainExtractor, write_corpus

from kg.build import build
from kg.config import Settings
from kg.errors import StoreError
from kg.exporters import export
from kg.stores import digests, open_store
from kg.stores.folder import GraphFolder, check_graph

ROOT = Path(__file__).parents[1]
KILLS = int(os.environ.get("KG_KILLS", "100"))

# Builds two corpora in turn into one graph, over and over; says when it begins.
WORKER = """
import sys; sys.path[:0] = ["tests", "."]
from pathlib import Path
from samples import PlainExtractor
from kg.build import build
from kg.config import Settings
place = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for name in ("two", "one"):
        build([place / name], place / "graph", Settings(), extractor=PlainExtractor())
"""

ONE_BUILD = """
import resource, signal, sys; sys.path[:0] = ["tests", "."]
from pathlib import Path
from samples import PlainExtractor
from kg.build import build
from kg.config import Settings
from kg.errors import KGError
place, limit = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    build([place / "two"], place / "graph", Settings(), extractor=PlainExtractor())
except KGError as error:
    print(error)
    sys.exit(error.exit_code)
"""


def state_of(graph: Path) -> str:
    out = io.BytesIO()
    with open_store(graph, read_only=True) as store:
        export(store, "nquads", out)
    return hashlib.sha256(out.getvalue()).hexdigest()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "one")
    write_corpus(
        tmp_path / "two", {"plan-2023.md": TEXTS["plan-2023.md"].replace("establish", "develop"), "new.txt": "A promotes B."}
    )
    return tmp_path


def test_a_hundred_kills_leave_the_old_graph_or_the_new_one(place: Path) -> None:
    """``kill -9`` at any moment: no half graph, no graph that cannot be opened, no lock that stays, no folder left over."""
    states = set()
    for name in ("two", "one"):
        start = time.monotonic()
        build([place / name], place / "graph", Settings(), extractor=PlainExtractor())
        one_build = time.monotonic() - start
        states.add(state_of(place / "graph"))
    assert len(states) == 2
    chance = random.Random(1)  # noqa: S311 — the same moments each time are what is wanted
    seen = []
    for _ in range(KILLS):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, str(place)], cwd=ROOT, stdout=subprocess.PIPE)
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 2.5 * one_build))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
        seen.append(state_of(place / "graph"))
        assert seen[-1] in states
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    assert len(list((place / "graph").glob("generation-*"))) <= 2
    assert set(seen) == states or KILLS < 20  # the kills hit both states


@pytest.mark.parametrize("limit", [0, 1_000, 20_000, 60_000])
def test_no_space_left_is_one_line_and_leaves_the_graph(place: Path, limit: int) -> None:
    """A file that cannot grow, as on a full disk."""
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    before = state_of(place / "graph")
    run = subprocess.run(
        [sys.executable, "-c", ONE_BUILD, str(place), str(limit)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2, run.stderr
    assert run.stdout.count("\n") == 1
    assert "cannot be written" in run.stdout
    assert state_of(place / "graph") == before
    build([place / "two"], place / "graph", Settings(), extractor=PlainExtractor())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(place: Path) -> None:
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    before = state_of(place / "graph")
    (place / "graph").chmod(0o555)
    try:
        with pytest.raises(Exception, match="cannot be written"):
            build([place / "two"], place / "graph", Settings(), extractor=PlainExtractor())
        assert state_of(place / "graph") == before
    finally:
        (place / "graph").chmod(0o755)


def test_damaged_parsed_texts_are_parsed_again(place: Path) -> None:
    """The cache is only a cache."""
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    before = state_of(place / "graph")
    for file in (place / "graph" / "parsed").glob("*/*"):
        file.write_bytes(b"rubbish")
    (place / "graph" / "graph.json").unlink()
    extractor = PlainExtractor()
    build([place / "one"], place / "graph", Settings(), extractor=extractor)
    assert len(extractor.parsed) == 2
    assert state_of(place / "graph") == before


def test_a_damaged_manifest_is_refused_with_advice_that_works(place: Path) -> None:
    """Without the manifest alone the next build would only ask for the pointer to be removed too."""
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    pointer = json.loads((place / "graph" / "graph.json").read_text())
    (place / "graph" / f"generation-{pointer['generation']}" / "manifest.json").write_text("{")
    with pytest.raises(StoreError, match=r"is damaged.*remove graph\.json and build again"):
        build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    (place / "graph" / "graph.json").unlink()
    assert build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor()).changed


def flip(graph: Path) -> None:
    """Change one byte in each of the store's larger data files: they can be opened, and one block of each cannot be read."""
    number = json.loads((graph / "graph.json").read_text())["generation"]
    for file in sorted((graph / f"generation-{number}" / "store").glob("*.sst")):
        content = bytearray(file.read_bytes())
        if len(content) > 20_000:
            content[len(content) // 3] ^= 0xFF
            file.write_bytes(content)


@pytest.fixture
def flipped(demo_graph: Path, tmp_path: Path) -> Path:
    graph = shutil.copytree(demo_graph, tmp_path / "flipped")
    flip(graph)
    return graph


@pytest.mark.parametrize("order", ["ORDER BY ?s", "GROUP BY ?s"])
def test_a_query_that_cannot_end_is_ended(flipped: Path, order: str) -> None:
    """Oxigraph collects the error of a damaged block for ever where it sorts or groups, and cannot be told to stop."""
    query = f"SELECT ?s {{ ?s ?p ?o }} {order}"
    command = [sys.executable, "-m", "kg", "query", "--graph", str(flipped), query]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1), run.stderr
    assert "is damaged" in run.stderr and "remove its graph.json and build again" in run.stderr


def test_the_files_of_a_graph_are_checked(flipped: Path, demo_graph: Path) -> None:
    """What validation reads might be whole while the rest is not."""
    check_graph(demo_graph)
    with pytest.raises(StoreError, match="is not what was written"):
        check_graph(flipped)


def test_a_data_file_is_digested_once(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build after a small change must not read the whole store."""
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    (place / "one" / "more.txt").write_text("SASAC promotes new energy vehicles.")
    read: list[str] = []
    real = digests._digest
    monkeypatch.setattr(digests, "_digest", lambda file: read.append(file.name) or real(file))
    build([place / "one"], place / "graph", Settings(), extractor=PlainExtractor())
    files = GraphFolder(place / "graph").require().manifest["files"]
    assert files.keys() - set(read)
    check_graph(place / "graph")


def test_documents_of_a_folder_that_cannot_be_read_stay(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that is not mounted or a lost right must not empty the graph; named in another way, it is the same folder."""
    build([place / "one", place / "two"], place / "graph", Settings(), extractor=PlainExtractor())
    before = state_of(place / "graph")
    (place / "two").rename(place / "away")
    monkeypatch.chdir(place)
    report = build(["one", "two"], place / "graph", Settings(), extractor=PlainExtractor())
    assert (report.removed, len(report.failures)) == ((), 1)
    assert state_of(place / "graph") == before


def damage(graph: Path) -> None:
    """Change bytes in the middle of each of the store's data files."""
    number = json.loads((graph / "graph.json").read_text())["generation"]
    for file in sorted((graph / f"generation-{number}" / "store").glob("*.sst")):
        content = bytearray(file.read_bytes())
        for place in range(len(content) // 10, len(content) * 9 // 10):
            content[place] ^= 0x5A
        file.write_bytes(content)


def test_a_damaged_store_is_one_line_with_advice_that_works(place: Path, tmp_path: Path) -> None:
    """A "block checksum" is no lock, and a build on damaged files must not end in a traceback."""
    graph, texts = place / "graph", str(place / "one")
    build([texts], graph, Settings(), extractor=PlainExtractor())
    before = state_of(graph)
    damage(graph)
    (place / "more.txt").write_text("SASAC promotes new energy vehicles.")
    for call in (["export", "--graph", str(graph), "-o", str(tmp_path / "x.ttl")], ["validate", "--graph", str(graph)]):
        run = subprocess.run([sys.executable, "-m", "kg", *call], cwd=ROOT, capture_output=True, text=True, check=False)
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1), run.stderr
        assert "remove its graph.json and build again" in run.stderr
    with pytest.raises(StoreError, match=r"remove its graph\.json and build again"):
        build([texts, place / "more.txt"], graph, Settings(), extractor=PlainExtractor())
    (graph / "graph.json").unlink()
    extractor = PlainExtractor()
    build([texts], graph, Settings(), extractor=extractor)
    assert (extractor.parsed, state_of(graph)) == ([], before)
