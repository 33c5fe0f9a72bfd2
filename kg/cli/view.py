"""``kg view``: the explorer, one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import watched

__all__ = ["command"]


@click.command("view")
@click.option(
    "--graph",
    required=True,
    callback=watched,
    metavar="DIR",
    help="The graph: a folder made by kg build, or a SPARQL endpoint.",
)
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The HTML file to write.")
@click.option("--title", default="Policy statements", show_default=True, help="The page's title.")
def command(graph: str, output: Path, title: str) -> None:
    """Write the explorer: one HTML page that opens from disk and loads nothing from outside."""
    from kg.stores import open_store  # noqa: PLC0415 — so that kg --help stays fast
    from kg.view import write_html  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        size = write_html(store, output, title=title)
    click.echo(f"{output}: {size / 1e6:.1f} MB")
