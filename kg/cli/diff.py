"""``kg diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import watched

if TYPE_CHECKING:
    from kg.analysis import Claim, Graph
    from kg.analysis.editions import Difference

__all__ = ["command"]


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--graph", "graph", callback=watched, metavar="DIR|URL", help="The graph that A and B are documents or years of.")
@click.option("--actor", metavar="NAME", help="Statements of this actor only.")
@click.option("--format", "format", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
def command(before: str, after: str, graph: str | None, actor: str | None, format: str) -> None:
    """Show what changed from A to B: statements new, gone, or changed in status, polarity, verb strength or quantity.

    A and B are two graphs; with --graph they are two documents of it, or two years.
    """
    from kg.analysis.editions import compare  # noqa: PLC0415 — imported when called
    from kg.analysis.tables import difference_rows, rows_text  # noqa: PLC0415

    read, old, new = _editions(before, after, graph, actor)
    found = compare(read, old, new)
    if format == "text":
        lines = [_text(read, item) for item in found]
        counts = [sum(item.kind == kind for item in found) for kind in ("changed", "new", "gone")]
        click.echo("\n".join([*lines, "{} changed, {} new, {} gone".format(*counts)]))
    else:
        click.echo(rows_text(difference_rows(read, found), format), nl=False)


def _editions(before: str, after: str, graph: str | None, actor: str | None) -> tuple[Graph, list[Claim], list[Claim]]:
    from kg.analysis import node_iri, read_graph  # noqa: PLC0415
    from kg.analysis.editions import of_document, of_year  # noqa: PLC0415
    from kg.errors import QueryError  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    if graph is None:
        with open_store(before, read_only=True) as store:
            old = read_graph(store, actor=actor)
        with open_store(after, read_only=True) as store:
            new = read_graph(store, actor=actor)
        return new, list(old.claims), list(new.claims)
    with open_store(graph, read_only=True) as store:
        read = read_graph(store, actor=actor)
        known = sorted({claim.date.year for claim in read.claims if claim.date})
        years = [int(name) if name.isascii() and name.isdigit() and len(name) == 4 else None for name in (before, after)]
        for year in filter(None, years):
            if year not in known and read.claims:
                hint = f"there are {', '.join(map(str, known))}" if known else "no statement has a date"
                raise QueryError("query", f"nothing{f' of {actor}' if actor else ''} was said in {year}", hint=hint)
        chosen = [
            of_document(read.claims, node_iri(store, "document", name)) if year is None else of_year(read.claims, year)
            for name, year in zip((before, after), years, strict=True)
        ]
    return read, chosen[0], chosen[1]


def _text(graph: Graph, item: Difference) -> str:
    claim = item.claim
    sign = {"new": "+", "gone": "-", "changed": "~"}[item.kind]
    head = f"{sign} {graph.label(claim.actor)} — {claim.verb} — {graph.label(claim.concept)} ({claim.status})"
    lines = [head + "".join(f"; {what}: {old} → {new}" for what, old, new in item.changes)]
    for part in (item.before, item.after):
        if part is not None:
            lines.append(f"    {part.date}  “{' '.join(part.quote.split())}”  [{graph.document(part)}:{part.start}]")
    return "\n".join(lines)
