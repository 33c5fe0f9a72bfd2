"""The page as a file."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.view import render_html, write_html
from tests.view.synthetic import GraphStore, shared_store

ROOT = Path(__file__).parents[2]


def test_nothing_is_loaded_from_outside(small: GraphStore) -> None:
    """The page opens without network: no element names an address, and the policy lets no request out."""
    page = render_html(small)
    markup = re.sub(r"<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"\b(src|href|srcset|data|action|poster)\s*=", markup.replace("data-", "")), markup
    assert "@import" not in page
    assert "url(" not in re.search(r"<style>(.*?)</style>", page, flags=re.DOTALL)[1]  # type: ignore[index]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_policy_names_the_scripts_that_are_there(small: GraphStore) -> None:
    """A script that the policy does not know would not run."""
    page = render_html(small)
    for script in re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL):
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in page


def test_same_bytes_under_any_hash_seed() -> None:
    """Sets and dictionaries must not order the page."""
    code = (
        "from tests.view.synthetic import synthetic_store; from kg.view import render_html; import hashlib;"
        "print(hashlib.sha256(render_html(synthetic_store(40)).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT, check=True, capture_output=True
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(seen) == 1


def test_two_thousand_nodes_fit_in_three_megabytes() -> None:
    """The page can be sent by mail."""
    assert len(render_html(shared_store(2000)).encode()) <= 3_000_000


def test_title_is_text(small: GraphStore) -> None:
    """A title cannot become markup."""
    assert '<h1 id="title" dir="auto">&lt;script&gt;' in render_html(small, title="<script>alert(1)</script>")


def test_unwritable_file_is_one_clear_error(small: GraphStore, tmp_path: Path) -> None:
    """No half-written page is left behind."""
    with pytest.raises(SourceError, match="cannot be written"):
        write_html(small, tmp_path / "missing" / "page.html")
    assert list(tmp_path.iterdir()) == []
