import gzip
import sys
from functools import partial
from pathlib import Path

import pytest
from graph_samples import CFZ, HOSTILE, FewWords, hazard_ratio, read, targets
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from trialgraph.graph import endpoint as endpoint_module
from trialgraph.graph import remote
from trialgraph.graph.iris import document_iri
from trialgraph.graph.remote import RemoteGraph
from trialgraph.graph.remote_store import ARCHIVE, _updates
from trialgraph.graph.store import UNION
from trialgraph.ontology.errors import QueryError, StoreError
from trialgraph.ontology.facts import Concept, Trial, TrialAttribute

sys.path.append(str(Path(__file__).parents[1]))
from sparql_server import Oxigraph, Rdflib, serve

ENGINES = {"oxigraph": Oxigraph, "rdflib": Rdflib, "rdflib, union": partial(Rdflib, union=True)}
NUMBERED = read("a", TrialAttribute(trial=Trial("", ("NCT03275285",)), attribute="phase", value="3"), targets())
NAMED = read("b", hazard_ratio(), targets())
OTHER = read("c", hazard_ratio(value=hazard_ratio().value + 1), targets(CFZ), assertion="negated")


@pytest.fixture
def caches(tmp_path, monkeypatch):
    """Copies of graphs lie in the test's own folder; `caches(NAME)` moves to another, as on another machine."""

    def move(name):
        monkeypatch.setattr(remote, "user_cache_path", lambda _: tmp_path / name)

    monkeypatch.setattr(endpoint_module, "TRIES", 1)
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


def connect(server):
    return RemoteGraph(server.address, lexicon=FewWords())


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


def test_what_does_not_get_through_is_sent_again(oxigraph):
    oxigraph.failures += [(503, "text/plain", b"busy")]
    with connect(oxigraph) as graph:
        assert graph.documents() == []
        oxigraph.failures += [(503, "text/plain", b"busy")] * 2
        with pytest.raises(StoreError, match="503 Service Unavailable: busy"):
            graph.query("ASK { ?s ?p ?o }")


def test_an_endpoint_that_keeps_rows_back_is_noticed(oxigraph, monkeypatch):
    with connect(oxigraph) as graph:
        graph.add(*NAMED)
        graph.add(*NUMBERED)
    answer = oxigraph.engine.query
    few = lambda text: answer(text if "COUNT" in text else f"{text} LIMIT 1")  # noqa: E731
    monkeypatch.setattr(oxigraph.engine, "query", few)
    with pytest.raises(StoreError, match="the endpoint gives 1 rows of 2"):
        connect(oxigraph).documents()


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


def test_passwords_are_given_when_asked_for_and_never_shown(oxigraph, caches, monkeypatch, tmp_path):
    oxigraph.password = b"me:secret"
    with pytest.raises(StoreError, match="401 Unauthorized: who are you\\?; put TRIALGRAPH_USER"):
        connect(oxigraph).query("ASK {}")
    monkeypatch.setenv("TRIALGRAPH_USER", "me")
    monkeypatch.setenv("TRIALGRAPH_PASSWORD", "wrong secret")
    with pytest.raises(StoreError, match="401") as refused:
        connect(oxigraph).query("ASK {}")
    assert "secret" not in str(refused.value)
    monkeypatch.setenv("TRIALGRAPH_PASSWORD", "secret")
    assert connect(oxigraph).query("ASK {}").askAnswer
    monkeypatch.delenv("TRIALGRAPH_USER")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    assert connect(oxigraph).query("ASK {}").askAnswer


def test_a_token_goes_with_every_question(oxigraph, monkeypatch):
    monkeypatch.setenv("TRIALGRAPH_TOKEN", "abc")
    graph = connect(oxigraph)
    request = graph._endpoint._client.build_request("POST", oxigraph.address)
    (sent,) = graph._endpoint._client.auth.sync_auth_flow(request)
    assert sent.headers["Authorization"] == "Bearer abc"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:9/query", "http://127.0.0.1:9/query: the endpoint can't be reached"),
        ("http://127.0.0.1:port/query", "no address of an endpoint"),
        ("http://me:secret@127.0.0.1:9/query?key=secret", "a password has no place in an address"),
    ],
)
def test_a_wrong_address_is_told_without_secrets(caches, address, message):
    with pytest.raises(StoreError, match=message) as refused:
        RemoteGraph(address).documents()
    assert "secret" not in str(refused.value)


def test_what_is_no_endpoint_is_told(oxigraph, monkeypatch):
    monkeypatch.setattr(oxigraph.engine, "query", lambda _: ("text/html", b"<html>Welcome!</html>"))
    with pytest.raises(StoreError, match="the answer is not one of SPARQL"):
        connect(oxigraph).documents()
    with pytest.raises(StoreError, match="the answer is not one of SPARQL"):
        connect(oxigraph).query("ASK {}")


def test_an_operation_is_about_one_graph_and_no_update_is_too_long(monkeypatch):
    monkeypatch.setattr("trialgraph.graph.remote_store._MOST_STATEMENTS", 3)
    said = NamedNode("http://example.org/x"), NamedNode("http://example.org/p")
    quads = [Quad(*said, Literal(f"{n}", language="en"), document_iri(name)) for name in "ab" for n in range(2)]
    updates = [*_updates("DROP ALL", [("INSERT", quad) for quad in quads])]
    assert [(update.count("GRAPH"), update.count("INSERT DATA"), update.count("@en")) for update in updates] == [
        (2, 2, 3), (1, 1, 1),
    ]  # fmt: skip
    assert [update.startswith("DROP ALL ;\n") for update in updates] == [True, False]


def asked(server, method):
    return sum(line == f"{method} /store" for line in server.asked)


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
