"""Other servers are asked only where the user says so; tried against a server on this machine."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from trialgraph.graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import QueryError
from trialgraph.ontology.facts import Concept, Evidence, Fact, Link, Reading
from trialgraph.queries import load_query, run

JOINING = Path(__file__).parents[2] / "docs" / "joining"
ANSWERS = {
    "wikidata-drug": ({"unii": "R30772KCU0"}, {"item": "http://www.wikidata.org/entity/Q1", "atc": "L01FC02"}),
    "uniprot-target": ({"accession": "P28907"}, {"function": "takes NAD apart"}),
}


@pytest.fixture
def graph():
    text = "Isatuximab targets CD38."
    link = Link(subject=Concept("Drug", "isatuximab"), predicate="targets", object=Concept("Target", "CD38"))
    reading = Reading((Fact(link, Evidence(start=0, end=len(text), quote=text)),))
    with KnowledgeGraph() as opened:
        opened.add(Document(identifier="note", source="note.txt", text=text), reading)
        yield opened


@pytest.fixture
def server():
    """Give a server that answers every question alike, and keeps the questions."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    asked, answer = [], {}
    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/sparql", asked, answer
        running.shutdown()


def here(name, address, tmp_path):
    """Write a query of the cookbook so that it asks our server."""
    text = (JOINING / f"{name}.rq").read_text()
    for other in ("https://query.wikidata.org/sparql", "https://sparql.uniprot.org/sparql"):
        text = text.replace(other, address)
    (tmp_path / f"{name}.rq").write_text(text)
    return load_query(tmp_path / f"{name}.rq")


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_refused_without_the_switch(graph, name):
    with pytest.raises(QueryError, match="--federated"):
        run(graph, load_query(JOINING / f"{name}.rq"), ANSWERS[name][0])


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_answers_are_joined_with_the_graph(graph, server, tmp_path, name):
    address, asked, answer = server
    values, told = ANSWERS[name]
    row = {key: {"type": "uri" if "://" in text else "literal", "value": text} for key, text in told.items()}
    answer.update({"head": {"vars": [*row]}, "results": {"bindings": [row]}})
    table = run(graph, here(name, address, tmp_path), values, federated=True)
    (found,) = [dict(zip(table.columns, map(str, cells), strict=True)) for cells in table.rows]
    assert told.items() <= found.items()
    assert "isatuximab" in found.values()
    assert all(value in asked[0] for value in values.values())


def test_every_query_of_the_cookbook_is_tested_and_told_of():
    page = JOINING.with_suffix(".md").read_text()
    assert {path.stem for path in JOINING.glob("*.rq")} == ANSWERS.keys()
    assert all(f"docs/joining/{name}.rq" in page for name in ANSWERS)


def test_a_server_that_is_not_there(graph, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    query = here("uniprot-target", f"http://127.0.0.1:{port}/sparql", tmp_path)
    with pytest.raises(QueryError, match="another server did not answer"):
        run(graph, query, {"accession": "P28907"}, federated=True)
