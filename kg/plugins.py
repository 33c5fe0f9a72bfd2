"""Find a plug-in by name: the built-in ones, and those that installed packages register in an entry-point group."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from kg.errors import UnknownNameError

__all__ = ["load_plugin", "plugin_names"]


def load_plugin(group: str, name: str, *, builtin: Mapping[str, str], kind: str) -> Any:
    """The object registered as ``name``. ``builtin`` maps names to "module:attribute", found without reading package metadata.

    Raises:
        UnknownNameError: nothing is registered under that name; ``kind`` says of what ("format", "store", …).
    """
    if name in builtin:
        module, _, attribute = builtin[name].partition(":")
        return getattr(import_module(module), attribute)
    for entry in entry_points(group=group, name=name):
        return entry.load()
    raise UnknownNameError(kind, name, plugin_names(group, builtin=builtin))


def plugin_names(group: str, *, builtin: Mapping[str, str]) -> list[str]:
    """All names of the group, sorted."""
    return sorted({*builtin, *(entry.name for entry in entry_points(group=group))})
