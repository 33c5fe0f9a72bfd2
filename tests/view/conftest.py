"""A headless Chromium that opens pages from disk, and small graphs to show in it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.view import render_html
from tests.view.synthetic import GraphStore, synthetic_store

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1400,900"
)


def start_browser(profile: str, downloads: str) -> Any:
    """A Chromium under selenium that keeps its console and network log; skips where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver")
    service = pytest.importorskip("selenium.webdriver.chrome.service")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("needs chromium and chromedriver (Debian: chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS.split(), f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": downloads})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=service.Service(driver))


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the browser saves files."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def chromium(downloads: Path) -> Iterator[Any]:
    """One browser for the whole run."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = start_browser(profile, str(downloads))
        yield driver
        driver.quit()


class Page:
    """A page open in the browser, with what a test asks of it."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def run(self, script: str, *arguments: object) -> Any:
        """The value of a JavaScript expression."""
        return self.driver.execute_script(f"return ({script});", *arguments)

    def all(self, selector: str) -> list[Any]:
        """The elements that match a CSS selector."""
        found: list[Any] = self.driver.find_elements("css selector", selector)
        return found

    def one(self, selector: str) -> Any:
        """The first of them."""
        return self.all(selector)[0]

    def click(self, selector: str) -> None:
        """Click the first of them."""
        self.one(selector).click()

    def click_at(self, point: dict[str, float], times: int = 1) -> None:
        """Click at a place on the page."""
        from selenium.webdriver import ActionChains  # noqa: PLC0415

        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(round(point["x"]), round(point["y"]))
        for _ in range(times):
            chain.w3c_actions.pointer_action.click()
        chain.perform()
        self.run("new Promise((done) => setTimeout(done, 350))")

    def type(self, selector: str, text: str) -> None:
        """Type into the first of them."""
        self.one(selector).send_keys(text)

    def key(self, text: str) -> None:
        """Press keys where the focus is."""
        from selenium.webdriver import ActionChains  # noqa: PLC0415

        ActionChains(self.driver).send_keys(text).perform()

    @property
    def counts(self) -> dict[str, int]:
        """What is drawn."""
        found: dict[str, int] = self.run("window.explorer.counts()")
        return found

    @property
    def panel(self) -> str:
        """The panel's text, empty when it is closed."""
        found: str = self.run("document.getElementById('panel').hidden ? '' : document.getElementById('panel').innerText")
        return found

    def console(self) -> list[str]:
        """Warnings and errors since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in {"WARNING", "SEVERE"}]

    def requests(self) -> list[str]:
        """The addresses asked for since the last call."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]


@pytest.fixture(scope="session")
def small() -> GraphStore:
    """Fifty nodes."""
    return synthetic_store(50)


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a store's page; afterwards: no console message, and no request but the page itself."""
    page = Page(chromium)

    def open_page(store: Any, *, address: str = "", title: str = "Test") -> Page:
        file = tmp_path / "page.html"
        file.write_text(render_html(store, title=title), encoding="utf-8")
        chromium.get("about:blank")
        page.console(), page.requests()
        chromium.get(file.as_uri() + address)
        assert page.run("document.documentElement.dataset.ready") == "true"
        return page

    yield open_page
    assert page.console() == []
    assert [url for url in page.requests() if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
