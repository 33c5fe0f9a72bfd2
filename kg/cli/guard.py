"""Ends a command whose query cannot end: the store is damaged, or the query wants more memory than there is.

Oxigraph cannot be told to stop. A query that sorts or groups what lies in a damaged block fills the memory instead of failing.
"""

from __future__ import annotations

import os
import re
import threading
import time
from contextlib import suppress
from pathlib import Path

import click

from kg.errors import DamagedError, KGError, StoreError

__all__ = ["watch"]

_PATIENCE = 0.5  # seconds that a query may take before the files are checked
_INTERVAL = 0.5  # seconds
_SHARE = 0.9  # of the memory that is free at the start


def watch(spec: str) -> None:
    """Look after this process, which reads the graph ``spec``, from a thread that ends with it."""
    threading.Thread(target=_watch, args=(spec, _memory("/proc/meminfo", "MemAvailable")), daemon=True).start()


def _watch(place: str, free: int) -> None:
    time.sleep(_PATIENCE)
    threading.Thread(target=_check, args=(place,), daemon=True).start()
    while free and (_memory("/proc/self/status", "RssAnon") < _SHARE * free):
        time.sleep(_INTERVAL)
    if free:
        what = f"the answer wants more than the {free / 1e9:.1f} GB of memory that were free"
        _end(StoreError(place, what, hint="ask for less"))


def _check(place: str) -> None:
    from kg.stores.folder import check_graph  # noqa: PLC0415 — most commands have ended before

    with suppress(StoreError):  # what a build replaces meanwhile
        try:
            check_graph(place)
        except DamagedError as error:
            _end(error)


def _end(error: KGError) -> None:
    with suppress(OSError):
        click.echo(f"kg: {error}", err=True)
    os._exit(error.exit_code)  # the query holds the main thread


def _memory(file: str, name: str) -> int:
    """Bytes; 0 where the system does not say."""
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB", Path(file).read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
