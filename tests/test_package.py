"""The wheel holds what the program reads, and works where no checkout is."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).parents[1]
NOT_DATA = {".py", ".pyc"}
Kg: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it, but with the build tool at hand: tests ask no network."""
    pytest.importorskip("hatchling", reason="needs hatchling to build without a network")
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(place)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = place.glob("policy_kg-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Kg:
    """Runs ``python -m kg`` of the wheel in a folder far from the checkout."""
    target = tmp_path_factory.mktemp("target")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(target)}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)

    where = run("-c", "import kg; print(kg.__file__)").stdout
    assert where.startswith(str(target)), "the checkout shadows the wheel"
    return run


def test_the_wheel_holds_all_data(wheel: Path) -> None:
    """A word list or template left out is seen only by those who install."""
    data = (path for path in (ROOT / "kg").rglob("*") if path.is_file() and path.suffix not in NOT_DATA)
    expected = {path.relative_to(ROOT).as_posix() for path in data}
    expected |= {f"kg/ontology/{path.name}" for path in (ROOT / "ontology").glob("*.ttl")}
    assert {"kg/ontology/relations.ttl", "kg/queries/who-promotes-what.rq", "kg/extraction/words.toml"} <= expected
    names = set(zipfile.ZipFile(wheel).namelist())
    assert sorted(expected - names) == []
    assert [name for name in names if name.startswith("tests/") or "__pycache__" in name] == []


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Name, licence, description and the command are what an index shows."""
    with zipfile.ZipFile(wheel) as archive:
        folder = next(name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name)
        metadata = archive.read(f"{folder}/METADATA").decode()
        points = archive.read(f"{folder}/entry_points.txt").decode()
        assert f"{folder}/licenses/LICENSE" in archive.namelist()
    assert "\nName: policy-kg\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert "kg = kg.cli:main" in points


def test_the_installed_program_answers(installed: Kg) -> None:
    """Questions and vocabulary are found without the checkout."""
    assert installed("-m", "kg", "--help").stdout.startswith("Usage: kg ")
    assert "who-promotes-what" in installed("-m", "kg", "query", "--list").stdout
    assert " relations, " in installed("-m", "kg", "vocabulary", "check").stdout


def test_the_installed_program_does_the_main_job(installed: Kg, tmp_path: Path) -> None:
    """From a text to an answer and a page, with nothing but the wheel."""
    text, graph, page = tmp_path / "plan.txt", str(tmp_path / "graph"), tmp_path / "page.html"
    text.write_text("The ministry will establish innovation consortia.\n", encoding="utf-8")
    built = installed("-m", "kg", "build", str(text), "--graph", graph)
    assert built.returncode == 0, built.stderr
    assert "innovation consortia" in installed("-m", "kg", "query", "--graph", graph, "who-promotes-what").stdout
    assert installed("-m", "kg", "view", "--graph", graph, "-o", str(page)).returncode == 0
    assert "innovation consortia" in page.read_text(encoding="utf-8")


def test_two_builds_under_two_hash_seeds_are_the_same_bytes(tmp_path: Path) -> None:
    """An order that comes from a set shows as a difference between two machines."""
    written = []
    for seed in ("0", "4242"):
        graph = str(tmp_path / seed)
        environment = os.environ | {"PYTHONHASHSEED": seed}
        exports = [["export", "--graph", graph, "-o", f"{graph}.{end}"] for end in ("ttl", "nq")]
        for arguments in (["build", "corpus", "--graph", graph, "--quiet"], *exports):
            command = [sys.executable, "-m", "kg", *arguments]
            subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        written.append([Path(f"{graph}.{end}").read_bytes() for end in ("ttl", "nq")])
    assert written[0] == written[1]
    assert all(len(content) > 100_000 for content in written[0])


def test_each_dependency_is_explained() -> None:
    """A requirement that nobody can explain is one that nobody dares to remove."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    lines = text.splitlines()
    bare = [name for name in project["dependencies"] if not any(f'"{name}"' in line and "#" in line for line in lines)]
    assert bare == []


@pytest.mark.parametrize("room", ["exporters", "stores"])
def test_built_in_plug_ins_are_registered_too(room: str) -> None:
    """Another package finds what there is by the entry points alone."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    registered = project["entry-points"][f"kg.{room}"]
    assert registered == dict(import_module(f"kg.{room}").BUILTIN)
