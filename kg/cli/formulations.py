"""``kg formulations``."""

from __future__ import annotations

import click

from kg.cli.options import graph_option

__all__ = ["command"]


@click.command("formulations")
@click.argument("concept")
@graph_option
@click.option("--format", "format", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
def command(concept: str, graph: str, format: str) -> None:
    """Show in which words CONCEPT is put: first and last use, documents by year, words added and dropped.

    A wording has vanished when no statement on the concept puts it so in the last year in which it is spoken of.
    """
    from kg.analysis import node_iri, read_graph  # noqa: PLC0415 — imported when called
    from kg.analysis.formulations import formulations, modifiers  # noqa: PLC0415
    from kg.analysis.tables import formulation_rows, rows_text  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        node = node_iri(store, "concept", concept)
        read = read_graph(store, concept=concept, narrower=True)
    found = formulations(read, node)
    rows = formulation_rows(read, found)
    if format != "text":
        click.echo(rows_text(rows, format), nl=False)
        return
    if not rows:
        click.echo(f"no statement is on {read.label(node)}")
        return
    from tabulate import tabulate  # noqa: PLC0415

    shown = ("wording", "first", "last", "statements", "documents", "years", "adds", "drops", "vanished")
    click.echo(f"{read.label(node)}\n")
    click.echo(tabulate([[row[name] for name in shown] for row in rows], headers=shown, disable_numparse=True))
    for item in modifiers(found):
        click.echo(
            f"adds “{item.word}”: {item.first} to {item.last}, {item.documents} document{'s' if item.documents > 1 else ''}"
        )
