"""The command ``kg``: one command a file, arguments in, one library call, text out. Only this room prints or exits."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from kg import __version__
from kg.cli.guard import watch
from kg.errors import KGError, StoreError, one_line

__all__ = ["cli", "main"]

COMMANDS = (
    "build",
    "commitments",
    "diff",
    "evaluate",
    "export",
    "extract",
    "formulations",
    "gaps",
    "import",
    "network",
    "path",
    "query",
    "serve",
    "tensions",
    "validate",
    "view",
    "vocabulary",
)


class _LazyGroup(click.Group):
    """Imports a command's module when the command is called or listed; those modules import their libraries when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Build, query and explore a knowledge graph of policy statements."""


def main() -> None:
    """Run ``kg``; a failure that policy-kg explains is one line on standard error and its own exit code."""
    try:
        cli(prog_name="kg", standalone_mode=True, obj=watch)
    except KGError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except (OSError, RuntimeError) as error:
        _fail_below(error)


def _fail_below(error: OSError | RuntimeError) -> None:
    """Results are read and written as they come: what the disk refuses then comes from below any call that explains it."""
    from kg.stores.digests import REPAIR  # noqa: PLC0415 — of a failure only
    from kg.stores.embedded import is_damage  # noqa: PLC0415

    if isinstance(error, OSError) and error.errno is not None:
        click.echo(f"kg: {error.filename or 'the output'}: {error.strerror}", err=True)
    elif is_damage(error):
        click.echo(f"kg: the graph is damaged: {one_line(str(error), 160)} ({REPAIR})", err=True)
    else:
        raise error
    sys.stdout = None  # what is left in its buffer cannot be written either
    sys.exit(StoreError.exit_code)
