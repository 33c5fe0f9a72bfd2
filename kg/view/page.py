"""The explorer as one HTML page. pyvis holds the network's nodes, edges and options; the template around them is ours.

pyvis's own template asks for remote files and pastes labels into markup; ours inlines the vis-network that pyvis ships, keeps
every text of a document in JSON blocks, and forbids all requests by its content security policy.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.files import whole_file
from kg.stores import Store
from kg.view.encoding import Blocks, encode, script_json
from kg.view.layout import CORE, OVERVIEW_ABOVE
from kg.view.reading import ONTOLOGY, read_picture

__all__ = ["render_html", "write_html"]

_ASSETS = Path(__file__).parent / "assets"
_VIS = "lib/vis-9.1.2/vis-network.min.js"  # in pyvis's template folders
_SCRIPTS = (  # in the order in which they need each other
    "dom.js",
    "model.js",
    "state.js",
    "filter.js",
    "theme.js",
    "labels.js",
    "graph.js",
    "turtle.js",
    "commitments.js",
    "panel.js",
    "search.js",
    "controls.js",
    "table.js",
    "download.js",
    "main.js",
)


def render_html(store: Store, *, title: str = "Policy statements", live: bool = False) -> str:
    """One self-contained HTML page on the statements in ``store``; the same bytes for the same graph.

    ``live`` is for a page that a server gives out: it then links its nodes and statements to the server's pages.
    """
    return _render(encode(read_picture(store, base=store.base)), title=title, live=live)


def write_html(store: Store, path: str | Path, *, title: str = "Policy statements") -> int:
    """Write ``render_html``'s page to ``path``, whole or not at all, and return its size in bytes.

    Raises:
        SourceError: the file cannot be written.
    """
    target = Path(path)
    page = render_html(store, title=title).encode()
    try:
        with whole_file(target) as out:
            out.write(page)
    except OSError as error:
        raise SourceError(target, f"cannot be written: {error.strerror}", hint="give another file with -o") from error
    return len(page)


def _render(blocks: Blocks, *, title: str, live: bool) -> str:
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 — pyvis brings IPython along: half a second
    from markupsafe import Markup  # noqa: PLC0415
    from pyvis.network import Network  # noqa: PLC0415

    network = Network(directed=True, cdn_resources="in_line", heading="", height="100%")
    loader = FileSystemLoader([str(_ASSETS), network.template_dir])
    network.templateEnv = Environment(loader=loader, autoescape=True)
    network.path = "page.html"
    # Assigned whole: add_node and add_edge compare each with all before it.
    network.nodes, network.node_ids = blocks.nodes, [node["id"] for node in blocks.nodes]
    network.edges = blocks.edges
    network.options = _options()
    vis = loader.get_source(network.templateEnv, _VIS)[0].replace("\r\n", "\n")
    script, style = _asset("script"), _asset("style")
    settings = {"title": title, "ontology": ONTOLOGY, "overviewAbove": OVERVIEW_ABOVE, "core": CORE, "live": live}
    network.templateEnv.filters["script_json"] = lambda value: Markup(script_json(value))  # noqa: S704 - escaped there
    network.templateEnv.globals |= {
        "title": title,
        "settings": settings,
        "data": blocks.data,
        "evidence": blocks.evidence,
        "vis": Markup(vis),  # noqa: S704 - files of installed packages, not of documents
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
        "policy": _policy([vis, script], style),
    }
    html: str = network.generate_html()
    return html


@cache
def _asset(kind: str) -> str:
    """All scripts in one closed scope, or the style sheet."""
    if kind == "style":
        return (_ASSETS / "page.css").read_text(encoding="utf-8")
    parts = [(_ASSETS / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return '(function () {\n"use strict";\n' + "\n".join(parts) + "}());\n"


def _policy(scripts: list[str], style: str) -> str:
    """A content security policy that runs these scripts alone and lets no request out."""
    allowed = " ".join(_source_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_source_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _options() -> dict[str, Any]:
    """What vis-network is told: given positions, no physics, straight edges, and none of its own labels or tooltips."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hideEdgesOnDrag": True,
            "hideEdgesOnZoom": True,
            "hover": False,
            "multiselect": False,
            "selectConnectedEdges": False,
            "keyboard": False,
            "zoomSpeed": 0.7,
        },
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "chosen": False, "font": {"size": 0}},
        "edges": {
            "smooth": False,
            "chosen": False,
            "arrowStrikethrough": False,
            "selectionWidth": 2,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        },
        "groups": {
            "actor": {"shape": "dot"},
            "concept": {"shape": "diamond"},
            "document": {"shape": "triangle"},
            "useDefaultGroups": False,
        },
    }
