"""How fast the explorer's page paints and pans in headless Chromium, beside stock pyvis on the same graph, in one run.

    python tests/benchmarks/bench_view.py 50 500 2000 10000 [--stock 500] [--shots FOLDER] [--json FILE]

Seconds count from navigation. "frames a second" are those of two seconds of panning by mouse. Stock pyvis is ``add_node`` and
``add_edge`` with the evidence as title and everything else as it comes; it is given ``--patience`` seconds.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2])]

from kg.stores import Store  # noqa: E402
from kg.view import render_html  # noqa: E402
from kg.view.reading import read_picture  # noqa: E402
from tests.view.conftest import start_browser  # noqa: E402
from tests.view.synthetic import synthetic_store  # noqa: E402

PAN = """
const done = arguments[0];
const canvas = document.querySelector("canvas");
const area = canvas.getBoundingClientRect();
const centre = [area.left + area.width / 2, area.top + area.height / 2];
const send = (kind, x, y, buttons) => {
  const pointer = { pointerId: 1, pointerType: "mouse", isPrimary: true };
  const values = { clientX: x, clientY: y, bubbles: true, cancelable: true, buttons, ...pointer };
  canvas.dispatchEvent(new PointerEvent("pointer" + kind, values));
  canvas.dispatchEvent(new MouseEvent("mouse" + kind, values));
};
let frames = 0;
const start = performance.now();
send("down", centre[0] - 250, centre[1] - 150, 1);
requestAnimationFrame(function step() {
  const time = performance.now() - start;
  if (time > 2000) {
    send("up", ...centre, 0);
    return done((frames / time) * 1000);
  }
  frames += 1;
  send("move", centre[0] - 250 + 200 * Math.sin(time / 300), centre[1] - 150 + 100 * Math.cos(time / 300), 1);
  return requestAnimationFrame(step);
});
"""
PAINTED = """
const canvas = document.querySelector("canvas");
if (!canvas || !canvas.width) return false;
const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
for (let at = 3; at < data.length; at += 40) if (data[at]) return true;
return false;
"""


def stock_page(store: Store) -> str:
    """What pyvis makes of the same nodes and edges by itself."""
    from pyvis.network import Network  # noqa: PLC0415

    picture = read_picture(store)
    network = Network(directed=True, cdn_resources="in_line", height="800px")
    for node in picture.nodes:
        network.add_node(node.iri, label=node.label)
    for row in picture.statements:
        network.add_edge(row.subject or row.document, row.object, title=row.sentence, label=row.relation)
    html: str = network.generate_html()
    return html


def measure(driver: Any, file: Path, *, patience: float, own: bool) -> dict[str, float | None]:
    """Seconds to the first picture and frames a second; None where the page did not answer in ``patience`` seconds."""
    driver.set_page_load_timeout(patience)
    driver.set_script_timeout(patience)
    driver.get("about:blank")
    start = time.perf_counter()
    try:
        driver.get(file.as_uri())
        if own:
            driver.execute_async_script("requestAnimationFrame(() => arguments[0]())")
            painted = driver.execute_script("return window.explorer.counts().firstFrame") / 1000
        else:
            while not driver.execute_script(PAINTED):
                if time.perf_counter() - start > patience:
                    return {"paint": None, "fps": None}
                time.sleep(0.05)
            painted = time.perf_counter() - start
        return {"paint": round(painted, 2), "fps": round(driver.execute_async_script(PAN), 1)}
    except Exception as error:
        if "timeout" not in str(error).lower():
            raise
        return {"paint": None, "fps": None}


def bench(nodes: int, folder: Path, *, stock: bool, patience: float, shots: Path | None) -> dict[str, Any]:
    """One row of the report."""
    store = synthetic_store(nodes)
    start = time.perf_counter()
    html = render_html(store)
    row: dict[str, Any] = {
        "nodes": nodes,
        "render": round(time.perf_counter() - start, 2),
        "mb": round(len(html.encode()) / 1e6, 2),
    }
    pages = {"explorer": html} | ({"stock": stock_page(store)} if stock else {})
    for name, page in pages.items():
        file = folder / f"{name}-{nodes}.html"
        file.write_text(page, encoding="utf-8")
        driver = start_browser(tempfile.mkdtemp(dir=folder), str(folder))
        try:
            row[name] = measure(driver, file, patience=patience, own=name == "explorer")
            if shots and name == "explorer":
                shots.mkdir(parents=True, exist_ok=True)
                driver.get(file.as_uri())
                driver.save_screenshot(str(shots / f"explorer-{nodes}.png"))
        finally:
            driver.quit()
    return row


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[50, 500, 2000, 10000])
    parser.add_argument("--stock", type=int, default=500, help="measure stock pyvis up to so many nodes")
    parser.add_argument("--patience", type=float, default=150, help="seconds that a page may take")
    parser.add_argument("--shots", type=Path, help="folder for screenshots")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for nodes in asked.sizes:
            row = bench(nodes, Path(folder), stock=nodes <= asked.stock, patience=asked.patience, shots=asked.shots)
            print(json.dumps(row), flush=True)
            rows.append(row)
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
