"""SPARQL endpoints for the tests: two engines, Oxigraph and rdflib, behind HTTP on loopback."""

import base64
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Lock, Thread
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
from rdflib import Dataset, URIRef

TABLE, TRIPLES = "application/sparql-results+json", "application/n-triples"


class Oxigraph:
    """Its default graph is one of its own."""

    def __init__(self):
        self.store = pyoxigraph.Store()

    def query(self, text):
        found = self.store.query(text)
        if isinstance(found, pyoxigraph.QueryTriples):
            return TRIPLES, found.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES)
        return TABLE, found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)

    def update(self, text):
        self.store.update(text)

    def read(self, graph):
        quads = self.store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph))
        return pyoxigraph.serialize((quad.triple for quad in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def write(self, graph, data):
        self.store.clear_graph(pyoxigraph.NamedNode(graph))
        self.store.load(data, format=pyoxigraph.RdfFormat.N_TRIPLES, to_graph=pyoxigraph.NamedNode(graph))


class TriplesDataset(Dataset):
    """rdflib 7 takes what an update adds to the default graph for quads."""

    def __iadd__(self, triples):
        self.default_graph.addN((*triple, self.default_graph) for triple in triples)
        return self


class Rdflib:
    """Its default graph is one of its own, or the union of all, as most triple stores have it."""

    def __init__(self, *, union=False):
        self.dataset = TriplesDataset(default_union=union)

    def query(self, text):
        found = self.dataset.query(text)
        out = BytesIO()
        if found.type in ("CONSTRUCT", "DESCRIBE"):
            return TRIPLES, found.graph.serialize(format="nt", encoding="utf-8")
        found.serialize(out, format="json")
        return TABLE, out.getvalue()

    def update(self, text):
        self.dataset.update(text)

    def read(self, graph):
        return self.dataset.graph(URIRef(graph)).serialize(format="nt", encoding="utf-8")

    def write(self, graph, data):
        self.dataset.remove_graph(URIRef(graph))
        self.dataset.graph(URIRef(graph)).parse(data=data, format="nt")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        server, body = self.server, self.rfile.read(int(self.headers["Content-Length"]))
        server.asked.append(self.path)
        expected = f"Basic {base64.b64encode(server.password).decode()}"
        if server.password and self.headers.get("Authorization") != expected:
            return self.answer(401, "text/plain", b"who are you?", ("WWW-Authenticate", 'Basic realm="tests"'))
        if server.failures:
            return self.answer(*server.failures.pop(0))
        with server.lock:
            try:
                if self.headers["Content-Type"] == "application/sparql-update":
                    server.engine.update(body.decode())
                    return self.answer(204, "text/plain", b"")
                return self.answer(200, *server.engine.query(parse_qs(body.decode())["query"][0]))
            except Exception as error:  # noqa: BLE001 (whatever it is, the client is to be told)
                return self.answer(400, "text/plain", f"{type(error).__name__}: {error}".encode())

    def do_GET(self):
        self.graph(lambda engine, graph, _: engine.read(graph))

    def do_PUT(self):
        self.graph(lambda engine, graph, body: engine.write(graph, body))

    def do_DELETE(self):
        self.graph(lambda engine, graph, _: engine.write(graph, b""))

    def graph(self, act):
        """The Graph Store Protocol at /store, where the server has it."""
        server, place = self.server, urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        server.asked.append(f"{self.command} {place.path}")
        if place.path != "/store" or self.command not in server.graphs:
            return self.answer(405 if place.path == "/store" else 404, "text/plain", b"not here")
        with server.lock:
            found = act(server.engine, parse_qs(place.query)["graph"][0], body)
        return self.answer(404 if found == b"" else 200, TRIPLES, found or b"")

    def answer(self, code, kind, body, *headers):
        self.send_response(code)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serve(engine, graphs=()):
    """Run an endpoint, and give the server: its address, failures to come, the password that it wants.

    `graphs`: the methods that it lets us use on whole graphs.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.engine, server.lock, server.failures, server.password, server.asked = engine, Lock(), [], b"", []
    server.graphs = graphs
    server.address = f"http://127.0.0.1:{server.server_port}/query"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
