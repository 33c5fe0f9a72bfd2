"""``kg build``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.build import BuildReport, DocumentReport

__all__ = ["command"]


@click.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--graph",
    "graph_dir",
    required=True,
    metavar="DIR|URL",
    help="Folder of the graph, made if it is missing; or a SPARQL endpoint.",
)
@click.option("--via", default=".kg", show_default=True, metavar="DIR", help="Where to build what goes to an endpoint.")
@click.option("--settings", "settings_file", metavar="FILE", help="Settings file.  [default: kg.toml, if there]")
@click.option("--base", metavar="IRI", help="Base IRI of everything minted.")
@click.option("--model", metavar="NAME", help="spaCy model: an installed package or a folder.")
@click.option("--vocabulary", multiple=True, metavar="FILE", help="Turtle file read after the shipped ones; may be repeated.")
@click.option("--keep", is_flag=True, help="Keep documents of earlier builds that are not among SOURCE.")
@click.option("--dry-run", is_flag=True, help="Say what would be done; parse and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no report; warnings stay.")
def command(
    *,
    sources: tuple[str, ...],
    graph_dir: str,
    via: str,
    settings_file: str | None,
    base: str | None,
    model: str | None,
    vocabulary: tuple[str, ...],
    keep: bool,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Make the graph in DIR that of SOURCE..., files and folders.

    Only new and changed texts are parsed, and documents that are no longer there leave the graph. The graph changes as a
    whole, at the end; if the build is killed, it stays as it was. For an endpoint the graph is built in the folder --via, and
    what differs is sent, each document in one request; KG_SPARQL_USER and KG_SPARQL_PASSWORD are its credentials.

    Exit code: 0 all sources are in the graph; 1 the graph is built, but a source could not be read; 2 nothing is built.
    """
    from kg.build import build  # noqa: PLC0415 — imported when called
    from kg.config import load_settings  # noqa: PLC0415
    from kg.pushing import build_and_push  # noqa: PLC0415

    settings = load_settings(settings_file, base=base, model=model, vocabulary=vocabulary or None)
    remote = graph_dir.startswith(("http://", "https://"))
    with _Bar(hidden=quiet) as bar:
        if remote and not dry_run:
            report, _ = build_and_push(sources, graph_dir, settings, via=via, progress=bar.show, keep=keep)
        else:
            folder = via if remote else graph_dir
            report = build(sources, folder, settings, progress=bar.show, keep=keep, dry_run=dry_run)
    for line in report.failures:
        click.echo(f"kg: warning: {line}", err=True)
    for document in report.documents:
        for warning in document.warnings:
            click.echo(f"kg: warning: {document.source}: {warning}", err=True)
    if not quiet:
        click.echo(_report_text(report, graph_dir))
    sys.exit(1 if report.failures else 0)


class _Bar:
    """A progress bar on standard error, where that is a terminal."""

    def __init__(self, *, hidden: bool) -> None:
        self._bar = click.progressbar(
            length=1, file=sys.stderr, hidden=hidden or not sys.stderr.isatty(), item_show_func=lambda name: name or ""
        )

    def __enter__(self) -> _Bar:
        self._bar.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.render_finish()

    def show(self, done: int, total: int, name: str) -> None:
        self._bar.length = max(total, 1)
        self._bar.current_item = name
        self._bar.update(done - self._bar.pos, name)


def _report_text(report: BuildReport, graph_dir: str) -> str:
    from tabulate import tabulate  # noqa: PLC0415 — imported when called

    rows = [_row(document) for document in report.documents]
    headers = ["document", "state", "sentences", "statements", "without statement, by reason"]
    table = tabulate(rows, headers=headers, tablefmt="simple")
    return f"{table}\n{_summary(report, graph_dir)}"


def _row(document: DocumentReport) -> tuple[str, str, int | str, int | str, str]:
    reasons = sorted(document.reasons.items(), key=lambda item: (-item[1], item[0]))
    counts = (document.sentences, document.statements) if document.sentences else ("", "")
    return document.id, document.state, *counts, ", ".join(f"{name} {count}" for name, count in reasons)


def _summary(report: BuildReport, graph_dir: str) -> str:
    statements = sum(document.statements for document in report.documents)
    parts = [_count(len(report.documents), "document")]
    if report.dry_run:
        work = sum(document.state == "parsed" for document in report.documents)
        parts.append(f"{work:,} to parse")
    else:
        parts += [_count(statements, "statement"), f"{report.quads:,} quads in {graph_dir}"]
    if report.removed:
        parts.append(f"{'to be ' if report.dry_run else ''}removed: {', '.join(report.removed)}")
    if not report.dry_run and not report.changed:
        parts.append("nothing has changed")
    return "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
