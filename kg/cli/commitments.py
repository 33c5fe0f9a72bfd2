"""``kg commitments``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import day, graph_option

if TYPE_CHECKING:
    from kg.analysis import Claim, Graph
    from kg.analysis.commitments import Chain

__all__ = ["command"]


@click.command("commitments")
@graph_option
@click.option("--actor", metavar="NAME", help="Promises of this actor only.")
@click.option("--concept", metavar="NAME", help="Promises on this concept only, and on what lies under it.")
@click.option("--open", "open_only", is_flag=True, help="Only promises that nothing later says are under way or done.")
@click.option("--today", metavar="DATE", help="Judge deadlines by this day.  [default: the last day in the graph]")
@click.option("--format", "format", type=click.Choice(["text", "csv", "json", "turtle"]), default="text", show_default=True)
def command(*, graph: str, actor: str | None, concept: str | None, open_only: bool, today: str | None, format: str) -> None:
    """Show promises with what came of them, as dated quotations.

    A promise is fulfilled when a later text says that the same actor is doing or has done it, repeated when it is only
    promised again, overdue when it named a day that is past, and open else.
    """
    from kg.analysis import node_iri, read_graph  # noqa: PLC0415 — imported when called
    from kg.analysis.commitments import commitments  # noqa: PLC0415
    from kg.analysis.tables import chain_rows, rows_text, triples  # noqa: PLC0415
    from kg.exporters import triples_text  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        who = node_iri(store, "actor", actor) if actor else None
        found = read_graph(store, actor=actor, concept=concept, narrower=True, members=True)
    chains = commitments(found, actor=who, open_only=open_only, today=day(today))
    if format == "text":
        click.echo("\n\n".join([_chain_text(found, chain) for chain in chains] + [_summary(chains)]))
    elif format == "turtle":
        click.echo(triples_text(triples(found.base, chains), "turtle", base=found.base), nl=False)
    else:
        click.echo(rows_text(chain_rows(found, chains), format), nl=False)


def _chain_text(graph: Graph, chain: Chain) -> str:
    promise = chain.promise
    deadline = f", by {promise.deadline.isoformat()}" if promise.deadline else ""
    lines = [f"{graph.label(promise.actor)} — {graph.label(promise.concept)}: {chain.state}{deadline}"]
    lines.append(_line(graph, promise, promise.status))
    lines += [_line(graph, step.claim, f"{step.kind}, {step.claim.status}") for step in chain.steps]
    return "\n".join(lines)


def _line(graph: Graph, claim: Claim, what: str) -> str:
    speaker = f"{graph.label(claim.speaker)}: " if claim.speaker else ""
    quote = " ".join(claim.sentence.split())
    return f"  {claim.date}  {what:<20}  {speaker}“{quote}”  [{graph.document(claim)}:{claim.start}]"


def _summary(chains: list[Chain]) -> str:
    states = [chain.state for chain in chains]
    counts = [f"{states.count(state)} {state}" for state in ("fulfilled", "repeated", "overdue", "open") if state in states]
    return f"{len(chains)} promise{'' if len(chains) == 1 else 's'}" + (f": {', '.join(counts)}" if counts else "")
