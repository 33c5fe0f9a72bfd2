"""The explorer: one HTML page on a graph's statements, each edge with its exact words. The only room that imports pyvis."""

from __future__ import annotations

from kg.view.page import render_html, write_html

__all__ = ["render_html", "write_html"]
