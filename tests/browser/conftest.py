"""The distribution's Chromium on a server of its own, with a graph of the examples and of texts that mean harm."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_document import hostile
from playwright.sync_api import Browser, sync_playwright
from watching import Watched

EXAMPLES = Path(__file__).parents[2] / "examples"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> Path:
    from trialgraph.app.building import build_graph
    from trialgraph.graph import KnowledgeGraph

    folder = tmp_path_factory.mktemp("graph") / "store"
    with KnowledgeGraph(folder) as graph:
        build_graph(graph, [EXAMPLES])
        graph.add(*hostile())
    return folder


@pytest.fixture(scope="session")
def site(store) -> Iterator[str]:
    """The address of a running server."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = "from trialgraph.app.main import main; main()"
    command = [sys.executable, "-c", code, "serve", "--graph", str(store), "--port", str(port), "--no-browser"]
    server = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not start within a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "these tests need Chromium: install your distribution's package"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def watched(browser, site) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1600, "height": 1000})
    yield Watched(page, site)
    page.close()
