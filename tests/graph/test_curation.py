import shutil

import pytest
from graph_samples import FewWords, hazard_ratio, read, targets
from trialgraph.graph.curation import Mark
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.errors import StoreError

CLAIMS = "SELECT ?claim { ?claim tg:evidence ?evidence } ORDER BY ?claim"
MARKED = "SELECT ?verdict { GRAPH tg:curation { ?mark tg:marked ?claim ; tg:verdict ?verdict } }"


@pytest.fixture
def folder(tmp_path):
    with KnowledgeGraph(tmp_path / "graph", lexicon=FewWords()) as graph:
        graph.add(*read("a", hazard_ratio(), targets()))
    return tmp_path / "graph"


def opened(folder) -> KnowledgeGraph:
    return KnowledgeGraph(folder, lexicon=FewWords())


def claim(graph: KnowledgeGraph) -> str:
    return min(str(row[0]) for row in graph.query(CLAIMS))


def marked(graph: KnowledgeGraph) -> list[str]:
    return sorted(str(row[0]).rpartition("/")[2] for row in graph.query(MARKED))


def test_a_reader_has_one_mark_for_a_claim_the_last(folder):
    with opened(folder) as graph:
        for verdict in ("right", "wrong"):
            graph.mark(Mark(claim(graph), "Ada", verdict, "2026-11-21T17:00:00Z"))
        graph.mark(Mark(claim(graph), "Bob", "right", "2026-11-21T17:01:00Z", "read it twice"))
        assert [(mark.reader, mark.verdict) for mark in graph.marks()] == [("Ada", "wrong"), ("Bob", "right")]
        assert marked(graph) == ["right", "wrong"]
        graph.unmark(claim(graph), "Ada")
        assert marked(graph) == ["right"]


def test_only_claims_can_be_marked(folder):
    with opened(folder) as graph, pytest.raises(StoreError, match="no such claim"):
        graph.mark(Mark("https://w3id.org/trialgraph/id/claim/none", "Ada", "right", "2026-11-21T17:00:00Z"))


def test_marks_survive_that_documents_are_read_anew(folder):
    with opened(folder) as graph:
        graph.mark(Mark(claim(graph), "Ada", "wrong", "2026-11-21T17:00:00Z"))
        graph.remove("a")
        graph.add(*read("a", hazard_ratio(), targets()))
        assert marked(graph) == ["wrong"]
    with opened(folder) as graph:
        assert marked(graph) == ["wrong"]
        assert graph.verify() == []


def test_marks_are_stated_anew_where_the_rdf_is_lost(folder):
    with opened(folder) as graph:
        graph.mark(Mark(claim(graph), "Ada", "wrong", "2026-11-21T17:00:00Z"))
    shutil.rmtree(folder / "oxigraph")
    with opened(folder) as graph:
        assert marked(graph) == ["wrong"]


def test_marks_are_exported(folder, tmp_path):
    with opened(folder) as graph:
        graph.mark(Mark(claim(graph), 'A "b" <c>', "wrong", "2026-11-21T17:00:00Z", "line\nbreak"))
        graph.export("nquads", tmp_path / "graph.nq")
        assert "https://w3id.org/trialgraph/curation" in (tmp_path / "graph.nq").read_text("utf-8")
    with KnowledgeGraph.load_rdf(tmp_path / "graph.nq") as copy:
        assert marked(copy) == ["wrong"]
