"""Options that several commands share."""

from __future__ import annotations

from datetime import date

import click

__all__ = ["day"]


def day(text: str | None) -> date | None:
    """The date in the text of an option.

    Raises:
        click.BadParameter: it is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date; write it as 2024-07-26") from error
