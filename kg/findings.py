"""Findings of shapes as text: for people by kind with examples, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from kg.errors import one_line
from kg.graph import prefixes
from kg.queries.results import compact
from kg.shacl import Finding

__all__ = ["findings_json", "findings_text"]

_LONGEST = 100  # characters of a quotation that are shown


def findings_text(findings: Iterable[Finding], *, base: str, most: int) -> str:
    """The findings under their messages, ``most`` of each kind (0: all), each with the node, its document and words."""
    spaces = prefixes(base)
    parts = []
    for (message, path), group in groupby(sorted(findings, key=_order), key=lambda item: (item.message, item.path)):
        found = list(group)
        shown = found if most == 0 else found[:most]
        where = f" ({compact(path, spaces)})" if path else ""
        parts.append(f"{message}{where}: {len(found):,}")
        parts += [f"  {_line(item, spaces)}" for item in shown]
        if len(found) > len(shown):
            parts.append(f"  … and {len(found) - len(shown):,} more (--most 0 lists all)")
    return "\n".join(parts) + "\n" if parts else ""


def findings_json(findings: Iterable[Finding]) -> str:
    """All findings as a JSON list of objects."""
    return json.dumps([asdict(item) for item in findings], ensure_ascii=False, indent=1) + "\n"


def _order(item: Finding) -> tuple[str, str, str, str]:
    return item.message, item.path or "", item.document or "", item.node


def _line(item: Finding, spaces: dict[str, str]) -> str:
    parts = [compact(item.node, spaces)]
    if item.value is not None and item.value != item.node:
        parts.append(f"has {one_line(compact(item.value, spaces), _LONGEST)}")
    if item.document:
        parts.append(f"in {item.document}")
    if item.quote:
        parts.append(f"“{one_line(item.quote, _LONGEST)}”")
    return " ".join(parts)
