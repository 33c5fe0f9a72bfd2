"""``kg extract``: statements of texts, without a graph."""

from __future__ import annotations

import json
from pathlib import Path

import click

__all__ = ["command"]


@click.command("extract")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--sentences",
    type=click.Path(path_type=Path, allow_dash=True),
    help='JSON Lines of {"doc", "sent", "text"} instead of files.',
)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--explain", is_flag=True, help="Show for each sentence the rules that fired, or why nothing came out.")
@click.option("--model", help="spaCy model: the name of an installed package, or a folder.")
def command(files: tuple[Path, ...], sentences: Path | None, form: str, explain: bool, model: str | None) -> None:
    """Print the statements of FILES, or of given sentences.

    Offsets are into the file's text; for given sentences, into the line's text.
    """
    from kg import reporting  # noqa: PLC0415  # only this command needs it
    from kg.config import load_settings  # noqa: PLC0415
    from kg.errors import UsageError  # noqa: PLC0415

    if bool(files) == (sentences is not None):
        raise UsageError("kg extract: give FILES or --sentences, one of the two")
    failures = 0
    for item in reporting.extract_sources(files, sentences, load_settings(model=model)):
        if isinstance(item, str):
            failures += 1
            click.echo(f"kg: warning: {item}", err=True)
        elif form == "jsonl":
            click.echo(json.dumps(item.record, ensure_ascii=False))
        else:
            for line in reporting.lines(item, explain=explain):
                click.echo(line)
    if failures:
        raise SystemExit(1)
