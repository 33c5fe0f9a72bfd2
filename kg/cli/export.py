"""``kg export``."""

from __future__ import annotations

import sys

import click

from kg.cli.options import graph_option

__all__ = ["command"]


def _list(context: click.Context, _parameter: click.Parameter, given: bool) -> None:
    if given:
        from kg.exporters import formats  # noqa: PLC0415

        click.echo("\n".join(formats()))
        context.exit()


@click.command("export")
@graph_option
@click.option(
    "--format", "format", metavar="NAME", help="turtle, trig, nquads, …  [default: by the ending of FILE, else turtle]"
)
@click.option("-o", "--output", "file", metavar="FILE", help="Where to write.  [default: standard output]")
@click.option(
    "--list",
    "listing",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list,
    help="List the formats.",
)
def command(graph: str, format: str | None, file: str | None) -> None:
    """Write the whole graph in a standard format, the same bytes for the same graph."""
    from kg.config import load_settings  # noqa: PLC0415
    from kg.exporters import export, export_file, format_of  # noqa: PLC0415 — imported when called
    from kg.stores import open_store  # noqa: PLC0415

    chosen = format or (format_of(file) if file else None) or "turtle"
    with open_store(graph, read_only=True, base=load_settings().base) as store:
        if file is None or file == "-":
            export(store, chosen, sys.stdout.buffer)
        else:
            export_file(store, chosen, file)
