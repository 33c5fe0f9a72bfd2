"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

__all__ = ["claim_filters", "day", "findings_options", "graph_option", "watched"]

_Command = TypeVar("_Command", bound=Callable[..., object])


def watched(ctx: click.Context, _parameter: click.Parameter, graph: str | None) -> str | None:
    """Callback of an option that names a graph to read: ``kg.cli.main`` gives what looks after the process that reads it."""
    if graph is not None and ctx.obj is not None:
        ctx.obj(graph)
    return graph


graph_option = click.option(
    "--graph",
    "graph",
    required=True,
    callback=watched,
    metavar="DIR|URL",
    help="Folder of the graph, or address of a SPARQL endpoint.",
)


def claim_filters(command: _Command) -> _Command:
    """Adds ``--status``, ``--speaker``, ``--since`` and ``--until``: which statements count."""
    options = (
        click.option("--status", multiple=True, metavar="NAME", help="Only statements of this status; may be repeated."),
        click.option("--speaker", multiple=True, metavar="NAME", help="Only words of this speaker; may be repeated."),
        click.option("--since", metavar="DATE", help="Only statements of that day or later."),
        click.option("--until", metavar="DATE", help="Only statements of that day or earlier."),
    )
    for option in reversed(options):  # decorators go on from the last
        command = option(command)
    return command


def findings_options(command: _Command) -> _Command:
    """Adds ``--format`` and ``--most``: how findings of shapes are shown."""
    shown = click.option("--most", default=5, show_default=True, help="How many of each kind to list; 0 lists all.")
    return click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", show_default=True)(
        shown(command)
    )


def day(text: str | None) -> date | None:
    """The date in the text of an option.

    Raises:
        click.BadParameter: it is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date; write it as 2024-07-26") from error
