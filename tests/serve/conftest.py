"""A server on a small graph, in a thread of its own, and a client."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from tests.view.synthetic import GraphStore, synthetic_store

uvicorn = pytest.importorskip("uvicorn")
serve = pytest.importorskip("kg.serve")


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Client:
    """Asks one server."""

    address: str

    def ask(self, path: str, *, data: bytes | None = None, method: str | None = None, **headers: str) -> Reply:
        """The reply to one request; errors are replies as well."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.address + path, data=data, headers=named, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310
                return Reply(reply.status, {k.lower(): v for k, v in reply.headers.items()}, reply.read())
        except urllib.error.HTTPError as error:
            return Reply(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read())

    def query(self, text: str, *, accept: str = "application/sparql-results+json", **more: str) -> Reply:
        """The reply to a query by GET."""
        return self.ask("/sparql?" + urlencode({"query": text} | more), Accept=accept)


def write_graph(place: Path, store: GraphStore) -> Path:
    """Put ``store`` on disk."""
    on_disk = ox.Store(str(place))
    on_disk.bulk_extend(store.store)
    on_disk.flush()
    return place


@contextmanager
def running(graph: Path, **options: Any) -> Iterator[Client]:
    """A server on ``graph`` while the block runs."""
    app = serve.create_app(str(graph), **options)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Client(f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty nodes on disk."""
    return write_graph(tmp_path_factory.mktemp("graph") / "store", synthetic_store(50))


@pytest.fixture(scope="session")
def client(graph: Path) -> Iterator[Client]:
    """A server on them, with small limits."""
    limits = serve.Limits(seconds=2.0, rows=1000, workers=3, body=20_000)
    with running(graph, limits=limits, title="<b>Small</b>", hosts=("127.0.0.1",)) as found:
        yield found


@pytest.fixture
def serving() -> Callable[..., Any]:
    """Start a server of one's own."""
    return running
