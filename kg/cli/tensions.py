"""``kg tensions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import graph_option

if TYPE_CHECKING:
    from kg.analysis import Claim, Graph
    from kg.analysis.tensions import Tension

__all__ = ["command"]


@click.command("tensions")
@graph_option
@click.option("--concept", metavar="NAME", help="This concept only, and what lies under it.")
@click.option("--format", "format", type=click.Choice(["text", "csv", "json", "turtle"]), default="text", show_default=True)
def command(graph: str, concept: str | None, format: str) -> None:
    """Show concepts that texts promote and restrict, or affirm and negate.

    A change of mind is one actor on two sides at two times; a conflict is between actors, each by its last word.
    """
    from kg.analysis import read_graph  # noqa: PLC0415 — imported when called
    from kg.analysis.tables import rows_text, tension_rows, triples  # noqa: PLC0415
    from kg.analysis.tensions import tensions  # noqa: PLC0415
    from kg.exporters import triples_text  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        read = read_graph(store, concept=concept, narrower=True)
    found = tensions(read)
    if format == "text":
        count = "1 concept" if len(found) == 1 else f"{len(found)} concepts"
        click.echo("\n\n".join([_text(read, item) for item in found] + [f"{count} in tension"]))
    elif format == "turtle":
        click.echo(triples_text(triples(read.base, found), "turtle", base=read.base), nl=False)
    else:
        click.echo(rows_text(tension_rows(read, found), format), nl=False)


def _text(graph: Graph, tension: Tension) -> str:
    lines = [graph.label(tension.concept)]
    for change in tension.changes:
        lines.append(f"  {change.kind} of {graph.label(change.actor)}" if change.kind == "two sides" else f"  {change.kind}")
        lines += [_line(graph, change.before), _line(graph, change.after)]
    if tension.conflict:
        for side, claims in (("for", tension.conflict.in_favour), ("against", tension.conflict.against)):
            lines += [f"  {side}", *(_line(graph, claim) for claim in claims)]
    return "\n".join(lines)


def _line(graph: Graph, claim: Claim) -> str:
    verb = f"{'not ' if claim.polarity == 'negated' else ''}{claim.verb}"
    where = f"[{graph.document(claim)}:{claim.start}]"
    return f"    {claim.date}  {graph.label(claim.actor)}: {verb}  “{' '.join(claim.sentence.split())}”  {where}"
