"""kg serve and kg view on the command line."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

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
                time.sleep(0.1)  # the address is printed before the server listens
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in {0, 130, -2}
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)  # noqa: S607
    return [int(line) for line in listed.stdout.split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_server_leaves_no_query_running(graph: Path) -> None:
    """After kill -9 the workers end by themselves, also in the middle of a query that would not."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "18766", "--seconds", "600"]
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        asking = threading.Thread(target=_ask, args=(f"http://127.0.0.1:18766/sparql?{urlencode({'query': query})}",))
        asking.start()
        for _ in range(100):
            if workers := _children(process.pid):
                break
            time.sleep(0.1)
        time.sleep(1)
        process.kill()
        asking.join()
    for _ in range(100):
        if not any(map(_runs, workers)):
            return
        time.sleep(0.1)
    raise AssertionError(workers)


def _ask(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address)  # noqa: S310
        except urllib.error.URLError as error:
            if "refused" not in str(error):
                return
            time.sleep(0.1)
        except OSError:
            return


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
