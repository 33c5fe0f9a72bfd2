"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kg.files import whole_file


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(KeyError), whole_file(target) as out:
        out.write(b"half")
        raise KeyError
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("file", "old")]
    with whole_file(target) as out:
        out.write(b"new")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("file", "new")]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """``kg export -o /dev/null`` by root would otherwise leave a plain file in place of the device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    with whole_file(pipe) as out:
        out.write(b"through")
    reader.join(10)
    assert got == [b"through"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
@pytest.mark.parametrize("call", [["export"], ["query", "actors"], ["export", "-o", "/dev/full"]])
def test_a_full_disk_below_the_output_is_one_line(call: list[str], demo_graph: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "kg", *call, "--graph", str(demo_graph)]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1), run.stderr
    assert "No space left on device" in run.stderr
    assert Path("/dev/full").is_char_device()
