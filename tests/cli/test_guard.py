"""What ends a command that Oxigraph would never end; that of damaged files is in ``tests/test_crash.py``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def run(code: str, root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say how much memory is used")
def test_an_answer_that_outgrows_the_memory_is_one_line(root: Path) -> None:
    """The system would end some process, not always this one, and without a word."""
    code = "from kg.cli import guard; guard._PATIENCE = 0; guard._watch('graph', 1000)"
    ended = run(code, root)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "graph: the answer wants more than" in ended.stderr


def test_a_command_that_ends_soon_is_not_looked_after(root: Path) -> None:
    """Nothing is read or checked in the first half second, and the thread does not keep the process alive."""
    code = "import threading; from kg.cli import guard; guard.watch('nowhere'); print(threading.active_count())"
    assert run(code, root).stdout == "2\n"


def test_what_a_build_replaces_meanwhile_is_not_called_damaged(root: Path, tmp_path: Path) -> None:
    """A long query keeps the files that it has open."""
    (tmp_path / "graph.json").write_text('{"format": 1, "generation": 7}')
    code = f"from kg.cli import guard; guard._check({str(tmp_path)!r}); print('goes on')"
    ended = run(code, root)
    assert (ended.stdout, ended.stderr) == ("goes on\n", "")
