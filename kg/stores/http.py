"""HTTP as a SPARQL endpoint needs it: credentials from the environment, a time limit, patience with servers that are busy."""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import NamedTuple

from kg.errors import StoreError

__all__ = ["Answer", "Client", "HttpError"]

TRIES = 4
FIRST_WAIT = 0.25  # seconds before the second try; each further wait is three times as long
SLOWEST = 1000  # bytes a second; who sends less for longer than the time limit will not come to an end
_PIECE = 1 << 16  # bytes
_BUSY = frozenset({429, 502, 503, 504})


class Answer(NamedTuple):
    """What the server sent."""

    body: bytes
    content_type: str
    headers: Mapping[str, str]


class HttpError(Exception):
    """The server refused; ``body`` is the start of what it said."""

    def __init__(self, status: int, body: str) -> None:
        self.status, self.body = status, body
        super().__init__(f"{status}: {body}")


class Client:
    """Sends requests to one server.

    ``KG_SPARQL_USER`` and ``KG_SPARQL_PASSWORD`` are used for basic or digest authentication, whichever the server asks for;
    ``KG_SPARQL_TIMEOUT`` is the longest wait for an answer, in seconds (60); one that has begun may take longer.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.user = os.environ.get("KG_SPARQL_USER")
        try:
            self.timeout = float(os.environ.get("KG_SPARQL_TIMEOUT", "60"))
        except ValueError as error:
            raise StoreError(address, "KG_SPARQL_TIMEOUT is no number of seconds") from error
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if self.user is not None:
            passwords.add_password(None, _origin(address), self.user, os.environ.get("KG_SPARQL_PASSWORD", ""))
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPDigestAuthHandler(passwords), urllib.request.HTTPBasicAuthHandler(passwords)
        )

    def send(self, method: str, url: str, *, body: bytes | None = None, headers: Mapping[str, str]) -> Answer:
        """The server's answer. A request that fails because the server is busy or away is sent again, three times.

        Raises:
            HttpError: the server refused the request.
            StoreError: there was no answer.
        """
        wait = FIRST_WAIT
        for left in range(TRIES - 1, -1, -1):
            try:
                return self._send_once(method, url, body, headers)
            except HttpError as error:
                if error.status not in _BUSY or not left:
                    raise
            except (OSError, HTTPException) as error:
                if not left or isinstance(error, TimeoutError):
                    raise StoreError(self.address, self._what(error)) from error
            time.sleep(wait)
            wait *= 3
        raise AssertionError("the last try returns or raises")

    def _send_once(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        request = urllib.request.Request(url, data=body, headers=dict(headers), method=method)  # noqa: S310 — http by kg.stores
        try:
            with self._opener.open(request, timeout=self.timeout) as response:
                return Answer(self._read(response), response.headers.get_content_type(), response.headers)
        except urllib.error.HTTPError as error:
            with error:
                raise HttpError(error.code, error.read(2000).decode("utf-8", "replace").strip()) from error
        except urllib.error.URLError as error:
            raise error.reason if isinstance(error.reason, OSError) else OSError(str(error.reason)) from error

    def _read(self, response: HTTPResponse) -> bytes:
        """The whole body. The socket's limit is on each wait, and a server that sends a byte a second never exceeds it."""
        found = bytearray()
        start = time.monotonic()
        while piece := response.read1(_PIECE):
            found += piece
            seconds = time.monotonic() - start
            if seconds > self.timeout and len(found) < SLOWEST * seconds:
                raise TimeoutError
        if response.length:
            raise IncompleteRead(bytes(found), response.length)
        return bytes(found)

    def _what(self, error: Exception) -> str:
        if isinstance(error, TimeoutError):
            return f"gave no answer in {self.timeout:g} s; KG_SPARQL_TIMEOUT allows for more"
        reason = getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
        return f"cannot be reached: {reason}"


def _origin(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"
