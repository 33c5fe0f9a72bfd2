"""A graph that may be read and not written, as somebody else than root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def place(demo_graph: Path) -> Iterator[Path]:
    """A folder that everybody may read and only its owner write, with ``graph`` and ``corpus``."""
    folder = Path(tempfile.mkdtemp(prefix="kg-read-only-"))
    try:
        shutil.copytree(demo_graph, folder / "graph")
        shutil.copytree(ROOT / "corpus", folder / "corpus")
        for found in (folder, *folder.rglob("*")):
            found.chmod(0o555 if found.is_dir() else 0o444)
        yield folder
    finally:
        for found in (folder, *folder.rglob("*")):
            if found.is_dir():
                found.chmod(0o755)
        shutil.rmtree(folder)


@pytest.fixture
def other(place: Path) -> Run:
    """Runs Python there as a user without rights."""
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    if user and shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and setpriv is not installed")
    setting = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "MPLCONFIGDIR": "/nonexistent"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*user, sys.executable, *arguments]
        return subprocess.run(command, cwd=place, env=setting, capture_output=True, text=True, check=False, timeout=120)

    if run("-c", "import kg, pyoxigraph, click").returncode != 0:
        pytest.skip("another user cannot read this installation")
    return run


def test_a_graph_that_may_only_be_read_answers(other: Run) -> None:
    for call in (["query", "actors"], ["validate"], ["export", "--format", "turtle"], ["build", "corpus", "--dry-run"]):
        run = other("-m", "kg", call[0], "--graph", "graph", *call[1:])
        assert (run.returncode, run.stderr) == (0, ""), call


@pytest.mark.parametrize(
    "call",
    [
        ["build", "corpus", "--graph", "graph"],
        ["build", "corpus", "--graph", "new"],
        ["export", "--graph", "graph", "-o", "graph.ttl"],
        ["vocabulary", "accept", "China", "SASAC", "--graph", "graph"],
    ],
)
def test_what_cannot_be_written_is_one_line(other: Run, place: Path, call: list[str]) -> None:
    before = sorted(place.rglob("*"))
    run = other("-m", "kg", *call)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1), run.stderr
    assert "cannot be written: Permission denied" in run.stderr
    assert sorted(place.rglob("*")) == before


def test_a_file_that_may_not_be_read_is_not_called_damaged(other: Run, place: Path) -> None:
    """The advice to remove the graph would lose what is whole."""
    for file in (place / "graph").glob("generation-*/store/*.sst"):
        file.chmod(0)
    for call in ("validate", "gaps"):
        run = other("-m", "kg", call, "--graph", "graph")
        assert (run.returncode, run.stderr.count("\n")) == (2, 1), run.stderr
        assert "Permission denied" in run.stderr and "remove" not in run.stderr
