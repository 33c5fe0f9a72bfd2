"""A read-only web server on one graph: SPARQL 1.1 Protocol, the explorer, a page a node, and a query editor.

Starlette and uvicorn carry it. The ready-made endpoint for rdflib was weighed and not taken: it evaluates a query inside the
event loop, so that one long query stops every client; it has no time limit, holds a whole result in memory, and its editor
loads scripts from outside. Here every query runs in a worker process of its own that reads the store and can be killed.
"""

from __future__ import annotations

from kg.serve.app import Limits, create_app

__all__ = ["Limits", "create_app"]
