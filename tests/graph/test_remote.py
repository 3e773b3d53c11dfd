"""A graph behind an endpoint keeps the promises of one in a folder."""

import gzip

import pytest
from graph_samples import HOSTILE, read, targets
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from remote_samples import ENGINES, NAMED, NUMBERED, OTHER, connect
from trialgraph.graph.iris import document_iri
from trialgraph.graph.remote_store import ARCHIVE, _updates
from trialgraph.graph.store import UNION
from trialgraph.ontology.errors import QueryError, StoreError
from trialgraph.ontology.facts import Concept


@pytest.mark.parametrize("server", [*ENGINES, "oxigraph, whole graphs", "rdflib, whole graphs"], indirect=True)
def test_an_endpoint_holds_the_same_graph_as_a_folder(server, caches, make_graph, dump, ask):
    with connect(server) as graph:
        for document in (NUMBERED, OTHER, NAMED):
            graph.add(*document)
        graph.remove("c")
    local = make_graph(NUMBERED, NAMED)
    caches("another machine")
    with connect(server) as graph:
        assert dump(graph) == dump(local)
        assert graph.text("b") == local.text("b")
        assert graph.verify() == []
        for question in (
            "SELECT ?label { ?trial a tg:Trial ; skos:prefLabel ?label }",
            "SELECT DISTINCT ?drug ?target { ?drug tg:targets ?target }",
            "SELECT ?n { ?claim tg:supportCount ?n }",
            "SELECT DISTINCT ?g ?q { GRAPH ?g { ?evidence tg:quote ?q } }",
        ):
            assert ask(graph, question) == ask(local, question) != []


def test_what_documents_hold_stays_text(server, caches, make_graph, dump):
    hostile = [
        targets(Concept("Drug", f"{HOSTILE}{text}")) for text in ("", "\\u0022 } ; DROP ALL #", "\\\\U0022\x07a")
    ]
    with connect(server) as graph:
        graph.add(*read("a", *hostile))
    caches("another machine")
    with connect(server) as graph:
        assert graph.verify() == []
        assert dump(graph) == dump(make_graph(read("a", *hostile)))


def test_all_kinds_of_questions_are_answered(server):
    with connect(server) as graph:
        graph.add(*NAMED)
        assert graph.query("ASK { ?drug tg:targets ?target }").askAnswer
        assert not graph.query("ASK { ?drug tg:targets ?drug }").askAnswer
        found = graph.query("CONSTRUCT { ?drug tg:targets ?target } WHERE { ?drug tg:targets ?target }").graph
        assert len(found) == 1
        with pytest.raises(QueryError, match="the endpoint refuses"):
            graph.query("SELECT nothing")
        with pytest.raises(QueryError, match="SERVICE would ask another server"):
            graph.query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")


def test_what_was_interrupted_is_mended_by_the_next_writer(oxigraph, caches, make_graph, dump, monkeypatch):
    with connect(oxigraph) as graph:
        graph.add(*NUMBERED)
    broken = connect(oxigraph)
    with monkeypatch.context() as patch:
        patch.setattr("trialgraph.graph.remote_store._MOST_STATEMENTS", 20)
        update = iter([oxigraph.engine.update] * 4)
        patch.setattr(oxigraph.engine, "update", lambda text: next(update)(text))
        with pytest.raises(StoreError, match="the endpoint refuses"):
            broken.add(*NAMED)
    assert [found.identifier for found in broken.documents()] == ["a"]
    assert broken.verify() != []
    broken.close()
    caches("another machine")
    with connect(oxigraph) as graph:
        assert [found.identifier for found in graph.documents()] == ["a"]
        graph.add(*OTHER)
        assert graph.verify() == []
        assert dump(graph) == dump(make_graph(NUMBERED, OTHER))


def test_of_two_writers_the_first_stops(oxigraph, caches, make_graph, dump):
    first = connect(oxigraph)
    first.add(*NUMBERED)
    caches("another machine")
    with connect(oxigraph) as second:
        second.add(*NAMED)
        with pytest.raises(StoreError, match="another program has begun to write"):
            first.add(*OTHER)
        first.close()
        assert dump(second) == dump(make_graph(NUMBERED, NAMED))
    with connect(oxigraph) as third:
        assert third.verify() == []


def test_statements_that_others_change_are_found(oxigraph):
    with connect(oxigraph) as graph:
        graph.add(*NAMED)
        strange = Quad(
            NamedNode("http://example.org/x"), NamedNode("http://example.org/p"), Literal("x"), document_iri("b")
        )
        oxigraph.engine.store.add(strange)
        (problem,) = graph.verify()
        oxigraph.engine.update("CLEAR DEFAULT")
        assert {found.where for found in graph.verify()} == {problem.where, "the default graph"}
    assert problem.check == "endpoint"
    assert "lacks 0 statements of this graph and has 1" in problem.explanation


def test_what_others_keep_there_is_left_alone(oxigraph, caches):
    theirs = NamedNode("http://example.org/x"), NamedNode("http://example.org/p"), Literal("theirs")
    others = {Quad(*theirs, graph) for graph in (UNION, NamedNode("http://example.org/graph"))}
    oxigraph.engine.store.extend(others)
    unfinished = connect(oxigraph)
    unfinished.add(*NAMED)
    caches("another machine")
    with connect(oxigraph) as graph:
        graph.add(*NUMBERED)
        for identifier in "ab":
            graph.remove(identifier)
    left = {quad for quad in oxigraph.engine.store if quad.graph_name != ARCHIVE}
    assert left == others


def test_graphs_without_their_documents_can_only_be_asked(oxigraph, make_graph, tmp_path):
    make_graph(NAMED).export("nquads", tmp_path / "graph.nq")
    oxigraph.engine.store.load(path=str(tmp_path / "graph.nq"))
    graph = connect(oxigraph)
    assert graph.query("ASK { GRAPH ?g { ?drug tg:targets ?target } }").askAnswer
    with pytest.raises(StoreError, match="graphs without their documents"):
        graph.documents()


def test_what_a_bulk_loader_loaded_can_be_built_on(oxigraph, make_graph, tmp_path, dump):
    make_graph(NUMBERED).export("nquads-parts", tmp_path / "parts")
    for part in (tmp_path / "parts").iterdir():
        oxigraph.engine.store.bulk_load(gzip.decompress(part.read_bytes()), format=RdfFormat.N_QUADS)
    with connect(oxigraph) as graph:
        assert [document.identifier for document in graph.documents()] == ["a"]
        graph.add(*NAMED)
        assert dump(graph) == dump(make_graph(NUMBERED, NAMED))
        assert graph.query("ASK { ?trial tg:phase ?phase }").askAnswer


def test_an_operation_is_about_one_graph_and_no_update_is_too_long(monkeypatch):
    monkeypatch.setattr("trialgraph.graph.remote_store._MOST_STATEMENTS", 3)
    said = NamedNode("http://example.org/x"), NamedNode("http://example.org/p")
    quads = [Quad(*said, Literal(f"{n}", language="en"), document_iri(name)) for name in "ab" for n in range(2)]
    updates = [*_updates("DROP ALL", [("INSERT", quad) for quad in quads])]
    assert [(update.count("GRAPH"), update.count("INSERT DATA"), update.count("@en")) for update in updates] == [
        (2, 2, 3), (1, 1, 1),
    ]  # fmt: skip
    assert [update.startswith("DROP ALL ;\n") for update in updates] == [True, False]
