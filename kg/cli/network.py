"""``kg network``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import claim_filter, claim_filters, graph_option

__all__ = ["command"]


@click.command("network")
@graph_option
@click.option(
    "--kind",
    default="actor-concept",
    show_default=True,
    metavar="NAME",
    help="actor-concept, congruence, conflict or concepts.",
)
@claim_filters
@click.option(
    "-o", "--output", metavar="FILE", help="Write the network instead: .graphml, .gexf, or .csv (edges; nodes beside)."
)
@click.option(
    "--strongest",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="Of congruence and conflict, keep the N strongest edges of each actor; 0 keeps all.",
)
@click.option("--top", type=click.IntRange(min=0), default=25, show_default=True, help="How many nodes to list; 0 lists all.")
def command(
    *,
    graph: str,
    kind: str,
    status: tuple[str, ...],
    speaker: tuple[str, ...],
    since: str | None,
    until: str | None,
    output: str | None,
    strongest: int,
    top: int,
) -> None:
    """Show the most central actors and concepts, or write the network to a file with every attribute.

    Weights count distinct documents and speakers; a sentence that several documents repeat counts once. What a bound leaves out
    is said below the network, and in it as GraphML.
    """
    from tabulate import tabulate  # noqa: PLC0415 — imported when called

    from kg.analysis import read_graph  # noqa: PLC0415
    from kg.measures import PIVOTS, estimated, measures  # noqa: PLC0415
    from kg.network import to_network  # noqa: PLC0415
    from kg.networkfiles import write_network  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        only = claim_filter(store, status=status, speaker=speaker, since=since, until=until)
        read = read_graph(store)
    network = to_network(read, kind, only=only, strongest=strongest)
    counts = f"{len(network)} nodes, {network.number_of_edges()} edges"
    if output is not None:
        written = write_network(network, Path(output))
        click.echo(f"{counts} in {', '.join(map(str, written))}")
    elif not len(network):
        click.echo(f"{counts}: no statement joins anything here")
    else:
        rows = [[row[name] for name in list(row)[:-1]] for row in measures(network)[: top or None]]
        click.echo(tabulate(rows, headers=["label", "kind", "degree", "betweenness", "closeness", "community"]))
        click.echo(counts)
        if estimated(network):
            click.echo(f"betweenness and closeness are estimated from {PIVOTS} nodes")
    if network.graph["left_out"]:
        click.echo(f"left out: {network.graph['left_out']}")
