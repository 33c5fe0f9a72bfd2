"""``kg gaps``."""

from __future__ import annotations

import click

from kg.cli.options import findings_options, graph_option

__all__ = ["command"]


@click.command("gaps")
@graph_option
@click.option(
    "--shapes", multiple=True, metavar="FILE", help="Turtle file with SHACL shapes of severity sh:Info; may be repeated."
)
@findings_options
def command(*, graph: str, shapes: tuple[str, ...], format: str, most: int) -> None:
    """What the texts leave open: goals without means, means without actor, promises without date, actors without task."""
    from kg.config import load_settings  # noqa: PLC0415
    from kg.findings import findings_json, findings_text  # noqa: PLC0415 — imported when called
    from kg.shacl import gaps, load_shapes  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    checks = load_shapes(*shapes)
    with open_store(graph, read_only=True, base=load_settings().base) as store:
        found = list(gaps(store, checks))
    if format == "json":
        click.echo(findings_json(found), nl=False)
    else:
        click.echo(findings_text(found, base=store.base, most=most) or "no gap found\n", nl=False)
