"""Take README's picture: the explorer on the graph of ``corpus/``, by a headless Chromium. Run by ``make docs``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from kg.build import build
from kg.config import Settings
from kg.ids import iri_for
from kg.stores import open_store
from kg.view import write_html

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "notebooks" / "explorer.png"


def main() -> None:
    """Write the picture: one concept with what was promised and done about it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("the picture stays as it is: no chromium found (Debian: apt-get install chromium)")
    view = urlencode({"node": iri_for("concept", "strategic emerging industries"), "steps": 2})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        page = Path(place) / "explorer.html"
        build([ROOT / "corpus"], Path(place) / "graph", Settings())
        with open_store(Path(place) / "graph", read_only=True) as store:
            write_html(store, page)
        flags = "--headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1600,900 --virtual-time-budget=5000"
        command = [
            chromium,
            *flags.split(),
            f"--user-data-dir={place}/profile",
            f"--screenshot={PICTURE}",
            f"{page.as_uri()}#{view}",
        ]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
