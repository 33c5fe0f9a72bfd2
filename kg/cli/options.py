"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from kg.network import Filter
    from kg.stores import Store

__all__ = ["claim_filter", "claim_filters", "day", "findings_options", "graph_option", "watched"]

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
        click.option(
            "--status",
            multiple=True,
            type=click.Choice(["achieved", "ongoing", "planned", "obliged", "possible", "requested"]),
            help="Only statements of this status; may be repeated.",
        ),
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


def claim_filter(
    store: Store, *, status: tuple[str, ...], speaker: tuple[str, ...], since: str | None, until: str | None
) -> Filter:
    """The filter that these options ask for.

    Raises:
        click.BadParameter: a date is none, or the period ends before it begins.
        QueryError: nobody in ``store`` is called like a speaker, or several are.
    """
    from kg.analysis import node_iri  # noqa: PLC0415 — imported when called
    from kg.network import Filter  # noqa: PLC0415

    first, last = day(since), day(until)
    if first and last and first > last:
        raise click.BadParameter(f"the period ends on {last}, before it begins on {first}")
    speakers = frozenset(node_iri(store, "speaker", name) for name in speaker)
    return Filter(statuses=frozenset(status), speakers=speakers, since=first, until=last)


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
