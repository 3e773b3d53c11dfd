import pytest
from graph_samples import FewWords
from remote_samples import ENGINES, Oxigraph, serve
from trialgraph.graph import endpoint, remote
from trialgraph.graph.knowledge_graph import KnowledgeGraph


@pytest.fixture
def make_graph(tmp_path):
    """Open graphs with the small lexicon; all are closed at the end."""
    opened = []

    def make(*documents, path=None):
        graph = KnowledgeGraph(path, lexicon=FewWords())
        opened.append(graph)
        for document in documents:
            graph.add(*document)
        return graph

    yield make
    for graph in opened:
        graph.close()


@pytest.fixture
def dump(tmp_path):
    """Give the bytes of a graph's export."""

    def write(graph, format="nquads"):
        graph.export(format, tmp_path / "dump")
        return (tmp_path / "dump").read_bytes()

    return write


@pytest.fixture
def ask():
    """Give the answers of a SELECT query as tuples of texts."""

    def answers(graph, sparql, bindings=None):
        return sorted(
            tuple(None if value is None else str(value) for value in row) for row in graph.query(sparql, bindings)
        )

    return answers


@pytest.fixture
def caches(tmp_path, monkeypatch):
    """Copies of graphs lie in the test's own folder; `caches(NAME)` moves to another, as on another machine."""

    def move(name):
        monkeypatch.setattr(remote, "user_cache_path", lambda _: tmp_path / name)

    monkeypatch.setattr(endpoint, "TRIES", 1)
    for name in (
        "TRIALGRAPH_USER",
        "TRIALGRAPH_PASSWORD",
        "TRIALGRAPH_TOKEN",
        "TRIALGRAPH_UPDATE_URL",
        "TRIALGRAPH_GRAPHS_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    move("here")
    return move


@pytest.fixture(params=["oxigraph", "rdflib, whole graphs"])
def server(request, caches):
    name, _, graphs = request.param.partition(", whole ")
    with serve(ENGINES[name](), ("GET", "PUT", "DELETE") if graphs else ()) as running:
        yield running


@pytest.fixture
def oxigraph(caches):
    with serve(Oxigraph()) as running:
        yield running
