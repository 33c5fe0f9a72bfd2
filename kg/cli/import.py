"""``kg import``."""  # noqa: N999 — the command's name

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--graph", "graph_dir", required=True, metavar="DIR", help="Folder of the graph; made if it is missing.")
@click.option("--format", "format", metavar="NAME", help="trig, nquads, jsonld, turtle, …  [default: by the ending of FILE]")
@click.option("--base", metavar="IRI", help="Base IRI of a new graph.")
def command(files: tuple[str, ...], graph_dir: str, format: str | None, base: str | None) -> None:
    """Put back what kg export wrote, an analyst's decisions included.

    Each graph in FILE... takes the place of the one of its name; all other graphs stay. TriG, N-Quads and JSON-LD bring
    everything back; formats without named graphs bring triples only, into one graph.
    """
    from kg.config import load_settings  # noqa: PLC0415 — imported when called
    from kg.importing import import_files  # noqa: PLC0415

    settings = load_settings(base=base)
    report = import_files(files, graph_dir, format=format, base=settings.base)
    graphs = "1 graph" if len(report.graphs) == 1 else f"{len(report.graphs):,} graphs"
    click.echo(f"{graphs} imported; {report.quads:,} quads in {graph_dir}")
