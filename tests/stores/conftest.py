"""Servers for the contract, started on loopback and ended with the session."""

from __future__ import annotations

import pytest


@pytest.fixture
def oxigraph_server() -> str:
    pytest.skip("kg.stores.sparql is not there yet")


@pytest.fixture
def virtuoso() -> str:
    pytest.skip("kg.stores.sparql is not there yet")
