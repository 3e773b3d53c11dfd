"""The web application on a graph of all examples."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from trialgraph.app.web.server import create_app
from trialgraph.app.web.settings import Settings


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    """A browser's requests; the workers run once for all tests."""
    app = create_app(store, Settings(hosts=("testserver",), workers=1, seconds=60, rows=2000))
    with TestClient(app, raise_server_exceptions=False, headers={"Accept": "text/html"}) as client:
        yield client


@pytest.fixture(scope="session")
def patient(store: Path) -> Iterator[TestClient]:
    """A browser that waits long, for pages whose workers first load the reading of texts."""
    app = create_app(store, Settings(hosts=("testserver",), workers=1, seconds=120))
    with TestClient(app, raise_server_exceptions=False, headers={"Accept": "text/html"}) as client:
        yield client
