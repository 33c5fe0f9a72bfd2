"""``kg evaluate``: gold against predictions."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["command"]


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--predictions", type=click.Path(path_type=Path), help="What 'kg extract --format jsonl' wrote; default: extract now."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--by", "key", metavar="KEY", help="Also by each value of this key of the gold records: genre, constructions, …")
@click.option("--errors", is_flag=True, help="Also list what was missed, what was added and which status is wrong.")
@click.option("--model", help="spaCy model for the extraction.")
def command(
    gold: tuple[Path, ...], predictions: Path | None, as_json: bool, key: str | None, errors: bool, model: str | None
) -> None:
    """Precision, recall and F1 of predictions (or of an extraction made now) against GOLD, JSON Lines."""
    from kg import evaluation  # noqa: PLC0415  # only this command needs it
    from kg.config import load_settings  # noqa: PLC0415

    compared = evaluation.compare(gold, predictions, load_settings(model=model), key=key)
    click.echo(evaluation.to_json(compared) if as_json else evaluation.to_table(compared))
    if errors:
        for line in evaluation.error_lines(compared):
            click.echo(line)
