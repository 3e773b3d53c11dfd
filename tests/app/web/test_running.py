"""`trialgraph serve` as people start it: on a real port, with guests who say nothing, until Ctrl-C."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pyoxigraph import Quad
from trialgraph.graph.endpoint import Endpoint
from trialgraph.graph.iris import document_iri
from trialgraph.graph.named_graphs import NamedGraphs
from trialgraph.graph.store import Change

COMMAND = [sys.executable, "-c", "from trialgraph.app.main import main; main()", "serve", "--no-browser", "--port", "0"]


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [*COMMAND, "--graph", str(store)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    place = process.stdout.readline().split(" is served at ")[1].split()[0]
    yield process, place
    process.kill()
    process.communicate()


def test_two_hundred_guests_who_say_nothing_keep_nobody_out(server):
    _, place = server
    host, port = httpx2.URL(place).host, httpx2.URL(place).port
    guests = [socket.create_connection((host, port)) for _ in range(200)]
    assert httpx2.get(place, timeout=60).status_code == 200
    for guest in guests:
        guest.close()
    assert httpx2.get(f"{place}sparql", params={"query": "ASK {}"}, timeout=60).json()["boolean"] is True


@pytest.mark.parametrize(
    "request_line", [b"GARBAGE\r\n\r\n", b"GET / HTTP/1.1\r\nHost: " + b"x" * 100_000, b"\0" * 100]
)
def test_what_is_no_http_is_refused(server, request_line):
    _, place = server
    with socket.create_connection((httpx2.URL(place).host, httpx2.URL(place).port)) as guest:
        guest.sendall(request_line)
        guest.shutdown(socket.SHUT_WR)
        assert guest.recv(100)[:12] in (b"", b"HTTP/1.1 400")
    assert httpx2.get(place, timeout=60).status_code == 200


def test_its_graphs_can_be_had_as_wholes_and_not_be_changed(server):
    graphs, document = NamedGraphs(Endpoint(f"{server[1]}sparql")), document_iri("ikema_abstract")
    assert graphs.offered()
    whole = graphs.read(document)
    assert len(whole) > 100
    change = Change.of((Quad(*triple, document) for triple in whole), ())
    assert graphs.send(change) == change
    assert not graphs._writable
    assert graphs.read(document_iri("no such document")) == []


def test_ctrl_c_ends_it_quietly(server):
    process, _ = server
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors


def test_a_port_that_is_taken_and_a_missing_graph_are_told(store, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        answer = subprocess.run([*COMMAND[:-1], port, "--graph", str(store)], capture_output=True, text=True)
    assert (answer.returncode, "another --port" in answer.stderr) == (1, True)
    answer = subprocess.run([*COMMAND, "--graph", str(tmp_path)], capture_output=True, text=True)
    assert (answer.returncode, "there is no graph here" in answer.stderr) == (1, True)
