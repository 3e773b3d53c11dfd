"""Running the application on a port, until Ctrl-C."""

import socket
import sys
import webbrowser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import uvicorn

from ...graph.reader import GraphReader
from ...ontology.errors import StoreError
from ..terminal import say
from .server import create_app
from .settings import Settings


def run(graph: Path, *, host: str, port: int, settings: Settings, browser: bool = True) -> None:
    """Serve a graph; StoreError where there is none, or where the port is taken."""
    GraphReader(graph)
    with _listen(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        place = f"http://{name}:{listener.getsockname()[1]}/"
        hosts = ("localhost", socket.gethostname(), host, *settings.hosts)
        app = create_app(graph.absolute(), replace(settings, hosts=hosts))
        say(f"{graph} is served at {place} (stop with Ctrl-C)")
        sys.stdout.flush()
        if browser:
            webbrowser.open(place)
        config = uvicorn.Config(app, log_level="warning", limit_concurrency=500, timeout_keep_alive=10)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=512)
        # Or the second half of an answer waits 40 ms; asyncio sees to that only for sockets that it made.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        remedy = "give another --port, or 0 for a free one"
        raise StoreError(f"can't listen: {error.strerror}", where=f"{host}:{port}", remedy=remedy) from error
