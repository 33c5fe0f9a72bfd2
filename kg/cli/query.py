"""``kg query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import watched

if TYPE_CHECKING:
    from kg.queries import Question
    from kg.stores import Result, Store

__all__ = ["command"]


@click.command("query")
@click.argument("query", required=False)
@click.argument("arguments", nargs=-1)
@click.option(
    "--graph", "graph", callback=watched, metavar="DIR|URL", help="Folder of the graph, or address of a SPARQL endpoint."
)
@click.option(
    "--format",
    "format",
    default="table",
    show_default=True,
    metavar="NAME",
    help="table, csv, json, tsv, xml; turtle of CONSTRUCT.",
)
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
def command(query: str | None, arguments: tuple[str, ...], graph: str | None, format: str, listing: bool) -> None:
    """Ask the graph QUERY: SPARQL text, a .rq file, or the name of a question with its ARGUMENTS.

    The prefixes kg:, actor:, concept:, skos:, rdf:, rdfs:, prov:, oa:, dcterms:, org: and xsd: need not be declared. A
    query sees the union of all documents' graphs.

    \b
    kg query --graph G who-promotes-what
    kg query --graph G statements-about "innovation consortia" --format csv
    kg query --graph G 'SELECT DISTINCT ?who { ?who kg:promotes concept:innovation_consortia }'
    """
    from kg.queries import questions  # noqa: PLC0415 — imported when called

    if listing:
        width = max(len(item.usage) for item in questions())
        click.echo("\n".join(f"{item.usage:<{width}}  {item.description}" for item in questions()))
        return
    if query is None:
        raise click.UsageError("Missing argument 'QUERY'; --list shows the named questions.")
    if graph is None:
        raise click.UsageError("Missing option '--graph'.")
    from kg.config import load_settings  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True, base=load_settings().base) as store:
        sys.stdout.write(_text(_ask(store, query, arguments), format, store))


def _ask(store: Store, query: str, arguments: tuple[str, ...]) -> Result:
    from kg.errors import QueryError  # noqa: PLC0415
    from kg.queries import run_question  # noqa: PLC0415

    asked = _question(query)
    if len(arguments) > len(asked.parameters):
        extra = arguments[len(asked.parameters)]
        hint = f"usage: {asked.usage}" if asked.parameters else "it takes no argument"
        raise QueryError(asked.name, f"cannot take the argument {extra!r}", hint=hint)
    given = {item.name: value for item, value in zip(asked.parameters, arguments, strict=False)}
    return run_question(asked, store, **given)


def _question(query: str) -> Question:
    """SPARQL text has white space or a brace; a file has the ending .rq or is there; the rest are names."""
    from kg.errors import QueryError  # noqa: PLC0415
    from kg.queries import parse_question, question  # noqa: PLC0415

    if "{" in query or len(query.split()) > 1:
        return parse_question("query", query)
    if not query.endswith((".rq", ".sparql")):
        return question(query)
    try:
        return parse_question(query, Path(query).read_text(encoding="utf-8"))
    except OSError as error:
        raise QueryError(query, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(query, f"is not UTF-8: byte {error.start}") from error


def _text(result: Result, format: str, store: Store) -> str:
    from pyoxigraph import QueryBoolean, QuerySolutions  # noqa: PLC0415

    from kg.errors import UnknownNameError  # noqa: PLC0415
    from kg.exporters import triples_text  # noqa: PLC0415
    from kg.graph import prefixes  # noqa: PLC0415
    from kg.queries.results import FORMATS, result_text  # noqa: PLC0415

    if isinstance(result, (QuerySolutions, QueryBoolean)):
        return result_text(result, format, prefixes=prefixes(store.base))
    if format not in {"turtle", "ntriples", *FORMATS}:
        raise UnknownNameError("format", format, ["turtle", "ntriples"])
    return triples_text(result, "ntriples" if format == "ntriples" else "turtle", base=store.base)
