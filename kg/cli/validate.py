"""``kg validate``."""

from __future__ import annotations

import sys

import click

from kg.cli.options import findings_options, graph_option

__all__ = ["command"]


@click.command("validate")
@graph_option
@click.option(
    "--shapes", multiple=True, metavar="FILE", help="Turtle file with SHACL shapes besides the shipped ones; may be repeated."
)
@findings_options
def command(*, graph: str, shapes: tuple[str, ...], format: str, most: int) -> None:
    """Check the graph against the SHACL shapes, and say what is wrong where.

    The files of the graph are checked first. Exit code: 0 the graph conforms, 1 it does not, 2 it is damaged.
    """
    from kg.config import load_settings  # noqa: PLC0415
    from kg.findings import findings_json, findings_text  # noqa: PLC0415 — imported when called
    from kg.shacl import load_shapes, validate  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415
    from kg.stores.folder import check_graph  # noqa: PLC0415

    check_graph(graph)
    checks = load_shapes(*shapes)
    with open_store(graph, read_only=True, base=load_settings().base) as store:
        found = list(validate(store, checks))
    if format == "json":
        click.echo(findings_json(found), nl=False)
    elif found:
        click.echo(findings_text(found, base=store.base, most=most), nl=False)
    else:
        click.echo("the graph conforms to its shapes")
    sys.exit(1 if found else 0)
