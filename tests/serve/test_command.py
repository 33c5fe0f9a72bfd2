"""kg serve and kg view on the command line."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KGError

ROOT = Path(__file__).parents[2]


def test_serve_says_where_and_stops_on_interrupt(graph: Path) -> None:
    """The address is printed, it answers, and Ctrl-C ends the server and its workers."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "18765"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line == "http://127.0.0.1:18765/  (stop with Ctrl-C)\n"
        for _ in range(100):
            try:
                with urllib.request.urlopen("http://127.0.0.1:18765/sparql") as reply:
                    assert reply.status == 200
                break
            except OSError:
                process.poll()
                assert process.returncode is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in {0, 130, -2}
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_no_graph_is_one_clear_error(tmp_path: Path) -> None:
    """Both commands say that there is no graph and how to make one."""
    for arguments in (["serve"], ["view", "-o", str(tmp_path / "page.html")]):
        result = CliRunner().invoke(cli, [*arguments, "--graph", str(tmp_path / "none")])
        assert isinstance(result.exception, KGError)
        assert "kg build" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_view_writes_the_page(graph: Path, tmp_path: Path) -> None:
    """kg view writes one file and says how large it is."""
    file = tmp_path / "page.html"
    result = CliRunner().invoke(cli, ["view", "--graph", str(graph), "-o", str(file), "--title", "A & B"])
    assert (result.exit_code, result.output) == (0, f"{file}: {file.stat().st_size / 1e6:.1f} MB\n")
    assert "<title>A &amp; B</title>" in file.read_text(encoding="utf-8")
