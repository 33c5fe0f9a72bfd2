"""The rooms of the house: what each may import, who prints, and how large things grow. Read from the source, nothing is run."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import quantiles

import pytest

ROOT = Path(__file__).parents[1]

# Data flows down this list, imports point up it.
ROOMS = (
    "errors",
    "ids",
    "model",
    "files",
    "plugins",
    "nquads",
    "records",
    "config",
    "vocabularyfiles",
    "vocabulary",
    "decisions",
    "readers",
    "language",
    "extraction",
    "names",
    "linking",
    "linkingscore",
    "graph",
    "inference",
    "nesting",
    "told",
    "chains",
    "cooccurrence",
    "promises",
    "settling",
    "stores",
    "queries",
    "shacl",
    "findings",
    "analysis",
    "bonds",
    "measures",
    "network",
    "networkfiles",
    "view",
    "exporters",
    "reporting",
    "matching",
    "evaluation",
    "parsed",
    "fingerprints",
    "build",
    "importing",
    "pushing",
    "serve",
    "cli",
)

# Library → the rooms that may import it. One that is not here is for every room.
KEEPERS = {
    "click": {"cli"},
    "igraph": {"measures", "view"},
    "pyvis": {"view"},
    "spacy": {"language", "extraction"},
    "starlette": {"serve"},
    "uvicorn": {"serve", "cli"},
    "yaml": {"readers"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """Dotted name → syntax tree of each module of the package."""
    found = {}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def room_of(module: str) -> str:
    """The room that a module of the package stands in; "" is the package itself."""
    return module.partition(".")[2].partition(".")[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names that a tree imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            if node.module == "kg":
                yield from (f"kg.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def functions() -> Iterator[tuple[str, int]]:
    """Each function's place with the number of its lines."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_every_room_has_its_place() -> None:
    """A room that nobody placed could import anything."""
    rooms = {room_of(module) for module in modules()} - {"", "__main__"}
    assert sorted(rooms - set(ROOMS)) == []
    assert sorted(set(ROOMS) - rooms) == []


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_up(room: str) -> None:
    """A room that imports one below it ends in a circle."""
    below = ROOMS[ROOMS.index(room) + 1 :]
    wrong = [
        f"{module} imports {name}"
        for module, tree in modules().items()
        if room_of(module) == room
        for name in imports(tree)
        if name.startswith("kg.") and room_of(name) in below
    ]
    assert wrong == []


@pytest.mark.parametrize("library", KEEPERS)
def test_a_library_stays_in_its_room(library: str) -> None:
    """What every room imports can no longer be replaced, or left out of a start."""
    users = {
        room_of(module) for module, tree in modules().items() for name in imports(tree) if name.partition(".")[0] == library
    }
    assert users <= KEEPERS[library]
    assert users, f"nobody imports {library}"


def test_one_caller_of_spacy_load() -> None:
    """Two places that load a model load it twice, with different pipes."""
    callers = {
        module
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "spacy.load"
    }
    assert callers == {"kg.language"}


def test_only_the_command_line_prints_or_exits() -> None:
    """A library that prints or exits cannot be used in a notebook or a server."""
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        if room_of(module) != "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.exit", "exit", "quit"}
    ]
    assert wrong == []


def test_commands_import_their_libraries_when_called() -> None:
    """``kg --help`` lists every command, so that one heavy import at the top of one of them slows down all."""
    wrong = [
        f"{module} imports {name}"
        for module, tree in modules().items()
        if room_of(module) == "cli"
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imports(node)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and name not in {"click", "kg.__version__", "kg.errors"}
        and not name.startswith("kg.cli")
    ]
    assert wrong == []


def test_functions_modules_and_classes_stay_small() -> None:
    """Nine functions of ten within 40 lines, modules within 400, classes within 15 public methods."""
    assert quantiles((length for _, length in functions()), n=10)[-1] <= 40
    long = {module: lines for module, tree in modules().items() if (lines := _lines(module)) > 400}
    assert long == {}
    methods = {
        f"{module}.{node.name}": len(public)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and (public := [item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")])
        and len(public) > 15
    }
    assert methods == {}


def _lines(module: str) -> int:
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return len(file.read_text(encoding="utf-8").splitlines())
