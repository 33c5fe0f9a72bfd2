"""``kg serve``: the explorer, node pages and a SPARQL endpoint over a live graph."""

from __future__ import annotations

import click

from kg.errors import UnsupportedError

__all__ = ["command"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve")
@click.option("--graph", required=True, metavar="DIR", help="The graph: a folder made by kg build.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; by default no other machine can.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--title", default="Policy statements", show_default=True, help="The explorer's title.")
@click.option("--seconds", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Time that one query may take.")
@click.option("--rows", default=100_000, show_default=True, type=click.IntRange(1), help="Rows or triples of one result.")
@click.option("--workers", default=4, show_default=True, type=click.IntRange(1, 64), help="Queries that run at the same time.")
@click.option("--memory", default=1024, show_default=True, type=click.IntRange(0), help="MB that one query may use; 0: any.")
def command(graph: str, host: str, port: int, title: str, **limits: float) -> None:
    """Serve a graph, read-only: explorer at /, query editor at /query, SPARQL endpoint at /sparql."""
    try:
        import uvicorn  # noqa: PLC0415 — an extra

        from kg.serve import Limits, create_app  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UnsupportedError(f"kg serve needs {error.name}: pip install 'policy-kg[serve]'") from error
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        base = store.base
    hosts = LOOPBACK if host in LOOPBACK else ("*",)
    app = create_app(graph, title=title, base=base, limits=Limits(**limits), hosts=hosts)  # type: ignore[arg-type]
    click.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/  (stop with Ctrl-C)")
    uvicorn.run(app, host=host, port=port, log_level="error", limit_concurrency=512, server_header=False)
