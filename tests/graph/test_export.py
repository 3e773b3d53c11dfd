import json
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph
import pytest
from graph_samples import HOSTILE, hazard_ratio, read, targets
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Concept

FORMATS = ["nquads", "nanopub", "trig", "turtle", "jsonld", "graphml"]
NASTY = read("a", targets(Concept("Drug", HOSTILE)), hazard_ratio()), read('b"<>', hazard_ratio())


def short(node):
    return node.value.rpartition("/")[2]


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes(make_graph, dump, format):
    assert dump(make_graph(*NASTY), format) == dump(make_graph(*reversed(NASTY)), format) != b""


@pytest.mark.parametrize(
    ("format", "parser"),
    [("nquads", "N_QUADS"), ("trig", "TRIG"), ("jsonld", "JSON_LD")],
)
def test_formats_with_graphs_hold_every_statement(make_graph, dump, format, parser):
    graph = make_graph(*NASTY)
    parsed = {*pyoxigraph.parse(dump(graph, format), format=getattr(pyoxigraph.RdfFormat, parser))}
    assert len({quad.triple for quad in parsed}) == graph.stats()["statements"]
    assert {short(quad.graph_name) for quad in parsed} == {"concepts", "derived", "a", "b%22%3C%3E"}
    assert HOSTILE in {quad.object.value for quad in parsed}


def test_turtle_holds_what_all_graphs_say(make_graph, dump):
    graph = make_graph(*NASTY)
    formats = {"nquads": pyoxigraph.RdfFormat.N_QUADS, "turtle": pyoxigraph.RdfFormat.TURTLE}
    found = [{quad.triple for quad in pyoxigraph.parse(dump(graph, name), format=formats[name])} for name in formats]
    assert found[0] == found[1]


def test_json_ld_is_json(make_graph, dump):
    assert {entry["@id"] for entry in json.loads(dump(make_graph(*NASTY), "jsonld"))} >= {
        "https://w3id.org/trialgraph/doc/a"
    }


def test_graphml_can_be_read_again(make_graph, dump, tmp_path):
    graph = make_graph(*NASTY)
    ElementTree.fromstring(dump(graph, "graphml"))
    again = nx.read_graphml(tmp_path / "dump", force_multigraph=True)
    assert (len(again), again.number_of_edges()) == (len(graph.networkx()), graph.networkx().number_of_edges())
    quotes = {about["evidence"] for _, _, about in again.edges(data=True)}
    assert "Statement 0 of a." in quotes


def test_an_unknown_format_is_refused(make_graph, tmp_path):
    with pytest.raises(StoreError, match=r"no format 'docx'.*use one of nquads"):
        make_graph().export("docx", tmp_path / "a")
    assert not list(tmp_path.iterdir())


def test_a_file_that_can_not_be_written_is_named_and_nothing_is_left(make_graph, tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="folder: the file can't be written"):
        make_graph(*NASTY).export("trig", tmp_path / "folder")
    with pytest.raises(StoreError, match="the file can't be written"):
        make_graph(*NASTY).export("trig", tmp_path / "none" / "a.trig")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
