"""README tells the truth: its sessions are run again, its Python too, and every command and extra is in it.

``pytest tests/test_docs.py --rewrite`` puts what is printed now into the file.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli import COMMANDS, cli
from kg.queries import questions

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"# ([\w.-]+\.(?:rq|ttl|toml))\n")


def run_session(text: str, place: Path) -> str:
    """The console block ``text`` with what its commands print now; a command is a line that starts with "$ "."""
    shell = shutil.which("bash") or pytest.skip("needs bash")
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    out = []
    for line in text.splitlines():
        if line.startswith("$ "):
            run = subprocess.run(
                [shell, "-o", "pipefail", "-c", line[2:]],
                cwd=place,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert (run.returncode, run.stderr) == (0, ""), f"{line}\n{run.stderr}"
            out += [line, *(row.rstrip() for row in run.stdout.splitlines())]
    return "".join(f"{line}\n" for line in out)


def run_examples(text: str, names: dict[str, object]) -> str:
    """The block of Python ``text`` with what its examples print now; ``names`` are shared by all blocks."""
    out = []
    for part in doctest.DocTestParser().parse(text):
        if isinstance(part, str):
            out.append(part)
            continue
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(part.source, "README.md", "single"), names)  # noqa: S102 — our own examples
        lines = part.source.splitlines()
        out.append("".join(f"{'>>>' if i == 0 else '...'} {line}".rstrip() + "\n" for i, line in enumerate(lines)))
        out.append(printed.getvalue())
    return "".join(out)


def rerun(text: str, place: Path) -> Iterator[tuple[str, str]]:
    """Each block of the document as it stands and as it would be now, in order; files that it shows are written first."""
    names: dict[str, object] = {"__name__": "readme"}
    for match in BLOCK.finditer(text):
        block = match["text"]
        if named := FILE_NAME.match(block):
            place.joinpath(named[1]).write_text(block, encoding="utf-8")
        elif match["language"] == "console":
            yield match[0], f"```console\n{run_session(block, place)}```"
        elif match["language"] == "python":
            with contextlib.chdir(place):
                yield match[0], f"```python\n{run_examples(block, names)}```"


def test_sessions_and_examples_print_what_readme_shows(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The first thing that a reader tries must do what it says."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    text = README.read_text(encoding="utf-8")
    changed = text
    for shown, now in rerun(text, tmp_path):
        if not request.config.getoption("--rewrite"):
            assert now == shown, "if the new output is right: pytest tests/test_docs.py --rewrite"
        changed = changed.replace(shown, now)
    if changed != text:
        README.write_text(changed, encoding="utf-8")


def commands() -> Iterator[str]:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        yield name
        if isinstance(command, click.Group):
            yield from (f"{name} {inner}" for inner in command.commands)


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_has_an_example(name: str) -> None:
    """A command that is in no document is found by nobody."""
    code = "".join(match["text"] for match in BLOCK.finditer(README.read_text(encoding="utf-8")))
    assert re.search(rf"\bkg {name} ", code)


def test_every_named_file_and_target_exists() -> None:
    """Links and make targets in README lead somewhere."""
    text = README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not ROOT.joinpath(link).exists()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"^make (\w+)", text, re.MULTILINE) if f"\n{name}:" not in makefile] == []


def test_questions_and_extras_are_named() -> None:
    """What can be asked and installed besides stands in README."""
    text = README.read_text(encoding="utf-8")
    assert "kg query --list" in text
    assert all(question.description for question in questions())
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert [name for name in extras if f"[{name}]" not in text and f"`{name}`" not in text] == []


def test_the_changelog_has_this_version() -> None:
    from kg import __version__  # noqa: PLC0415

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_picture_is_small_enough_to_read_by_mail() -> None:
    assert 20_000 < (ROOT / "notebooks" / "explorer.png").stat().st_size <= 400_000
