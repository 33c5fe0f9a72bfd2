"""The explorer: one HTML page on a graph's statements, each edge with its exact words. The only room that imports pyvis.

>>> from kg.stores import open_store
>>> from kg.view import render_html
>>> page = render_html(open_store(":memory:"), title="Nothing yet")
>>> page.startswith("<!doctype html>")
True
"""

from __future__ import annotations

from kg.view.notebook import Explorer, ResultTable, explore, table
from kg.view.page import render_html, write_html

__all__ = ["Explorer", "ResultTable", "explore", "render_html", "table", "write_html"]
