"""Graphs that an endpoint takes and gives as wholes, by the Graph Store Protocol."""

import pytest
from graph_samples import read, targets
from remote_samples import NAMED, NUMBERED, OTHER, Oxigraph, asked, connect, serve
from trialgraph.graph.iris import document_iri
from trialgraph.ontology.errors import StoreError


def test_graphs_of_documents_come_and_go_as_wholes(caches, make_graph, dump, monkeypatch):
    with serve(Oxigraph(), ("GET", "PUT", "DELETE")) as server:
        monkeypatch.setattr("trialgraph.graph.remote_store._MOST_STATEMENTS", 20)
        with connect(server) as graph:
            graph.add(*NUMBERED)
            assert asked(server, "PUT") == 0  # by the first document the graphs are found
            graph.add(*OTHER)
            graph.add(*NAMED)
            graph.remove("c")
            assert (asked(server, "PUT"), asked(server, "DELETE")) == (2, 1)
            graph.add(*read("b", targets()))
            assert asked(server, "PUT") == 2  # only changed
            assert graph.verify() == []
            assert dump(graph) == dump(make_graph(NUMBERED, read("b", targets())))


def test_a_server_that_lets_whole_graphs_only_be_read_is_written_by_updates(caches, make_graph, dump):
    with serve(Oxigraph(), ("GET",)) as server:
        with connect(server) as graph:
            for document in (NUMBERED, NAMED, OTHER):
                graph.add(*document)
        assert asked(server, "PUT") == 1
        caches("another machine")
        with connect(server) as graph:
            assert graph.verify() == []
            assert dump(graph) == dump(make_graph(NUMBERED, NAMED, OTHER))


def test_a_graph_that_was_written_whole_before_a_crash_is_mended(caches, make_graph, dump, monkeypatch):
    with serve(Oxigraph(), ("GET", "PUT", "DELETE")) as server:
        with connect(server) as graph:
            graph.add(*NUMBERED)
        broken = connect(server)
        with monkeypatch.context() as patch, pytest.raises(StoreError, match="the endpoint refuses"):
            begun = iter([server.engine.update])
            patch.setattr(server.engine, "update", lambda text: next(begun)(text))
            broken.add(*NAMED)
        assert asked(server, "PUT") == 1
        caches("another machine")
        with connect(server) as graph:
            graph.add(*OTHER)
            assert graph.verify() == []
            assert dump(graph) == dump(make_graph(NUMBERED, OTHER))


def test_where_whole_graphs_are_can_be_given(oxigraph, monkeypatch):
    with connect(oxigraph) as graph:
        graph.add(*NAMED)
        monkeypatch.setenv("TRIALGRAPH_GRAPHS_URL", oxigraph.address.replace("/query", "/elsewhere"))
        with pytest.raises(
            StoreError, match=r"elsewhere: the graph .*/doc/b is not there; correct TRIALGRAPH_GRAPHS_URL"
        ):
            graph.verify()
    oxigraph.graphs = ("GET",)
    monkeypatch.setenv("TRIALGRAPH_GRAPHS_URL", oxigraph.address.replace("/query", "/store"))
    with connect(oxigraph) as graph:
        assert graph.verify() == []
    assert asked(oxigraph, "GET") > 1


def test_an_address_that_gives_the_same_for_every_graph_is_not_taken(oxigraph, monkeypatch):
    oxigraph.graphs = ("GET", "PUT", "DELETE")
    with connect(oxigraph) as graph:
        graph.add(*NAMED)
        everything = oxigraph.engine.read(document_iri("b").value)
        monkeypatch.setattr(oxigraph.engine, "read", lambda _: everything)
        graph.add(*NUMBERED)
        assert graph.verify() == []
    assert (asked(oxigraph, "GET"), asked(oxigraph, "PUT")) == (2, 0)
