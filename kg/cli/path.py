"""``kg path``."""

from __future__ import annotations

import click

from kg.cli.options import claim_filter, claim_filters, graph_option

__all__ = ["command"]


@click.command("path")
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@graph_option
@claim_filters
def command(
    *,
    start: str,
    end: str,
    graph: str,
    status: tuple[str, ...],
    speaker: tuple[str, ...],
    since: str | None,
    until: str | None,
) -> None:
    """Show the shortest chain of quotations that leads from A to B, actors or concepts."""
    from kg.analysis import read_graph  # noqa: PLC0415 — imported when called
    from kg.analysis.claims import any_iri  # noqa: PLC0415
    from kg.network import shortest_path  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        ends = [any_iri(store, name) for name in (start, end)]
        only = claim_filter(store, status=status, speaker=speaker, since=since, until=until)
        read = read_graph(store)
    chain = shortest_path(read, *ends, only=only)
    if not chain:
        same = ends[0] == ends[1]
        click.echo(f"{start} and {end} are the same" if same else f"no chain of statements joins {start} and {end}")
        return
    for one, claim, other in chain:
        click.echo(f"{read.label(one)} — {read.label(other)}")
        negated = "not " if claim.polarity == "negated" else ""
        quote = " ".join(claim.sentence.split())
        click.echo(f"  {claim.date}  {negated}{claim.verb}, {claim.status}  “{quote}”  [{read.document(claim)}:{claim.start}]")
