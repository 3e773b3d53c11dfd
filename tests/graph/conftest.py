import pytest
from graph_samples import FewWords
from hypothesis import HealthCheck, settings
from trialgraph.graph.knowledge_graph import KnowledgeGraph

settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


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
