import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize
from trialgraph.graph.store import UNION, Replacement, apply, load_file, named_quads, open_store
from trialgraph.ontology.errors import StoreError

GRAPH, OTHER, ABOUT, SAYS = (NamedNode(f"http://example.org/{name}") for name in ("g", "h", "a", "p"))


def quads(texts, graph=GRAPH, subject=ABOUT):
    return frozenset(Quad(subject, SAYS, Literal(text), graph) for text in texts)


def written(texts, graph=GRAPH):
    return serialize(quads(texts, graph), format=RdfFormat.N_QUADS)


texts = st.sets(st.text(st.characters(exclude_categories=("Cs",))) | st.sampled_from(["\\u0022 . } ; DROP ALL #"]))


@given(texts, texts, texts)
def test_a_replaced_graph_holds_exactly_what_it_was_given(before, after, elsewhere):
    store = Store()
    apply(store, [Replacement(GRAPH, None, quads(before)), Replacement(OTHER, None, quads(elsewhere, OTHER))])
    apply(store, [Replacement(GRAPH, None, quads(after))])
    assert set(named_quads(store)) == quads(after) | quads(elsewhere, OTHER)
    assert set(store.quads_for_pattern(None, None, None, UNION)) == quads(after | elsewhere, UNION)


@given(texts, texts, texts)
def test_statements_written_already_are_as_good(before, after, elsewhere):
    store = Store()
    apply(store, [Replacement(GRAPH, None, written(before)), Replacement(OTHER, None, written(elsewhere, OTHER))])
    apply(store, [Replacement(GRAPH, None, written(after))])
    assert set(named_quads(store)) == quads(after) | quads(elsewhere, OTHER)
    assert set(store.quads_for_pattern(None, None, None, UNION)) == quads(after | elsewhere, UNION)


def test_what_comes_in_one_graph_as_it_goes_in_another_stays_in_the_union():
    store = Store()
    apply(store, [Replacement(GRAPH, None, written(["a"]))])
    apply(store, [Replacement(GRAPH, None, b""), Replacement(OTHER, None, written(["a"], OTHER))])
    assert set(store) == quads(["a"], OTHER) | quads(["a"], UNION)


def test_one_subject_is_replaced_without_the_others():
    store = Store()
    apply(store, [Replacement(GRAPH, ABOUT, quads(["a"])), Replacement(GRAPH, OTHER, quads(["b"], subject=OTHER))])
    apply(store, [Replacement(GRAPH, ABOUT, frozenset())])
    assert set(named_quads(store)) == quads(["b"], subject=OTHER)


def test_a_folder_is_open_once(tmp_path):
    store = open_store(tmp_path / "store")
    code = "import sys, pathlib, trialgraph.graph.store as s; s.open_store(pathlib.Path(sys.argv[1]))"
    call = [sys.executable, "-c", code, str(tmp_path / "store")]
    second = subprocess.run(call, capture_output=True, text=True, check=False)
    assert "another program has this graph open" in second.stderr
    del store
    assert len(open_store(tmp_path / "store")) == 0


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "store").write_text("")
    with pytest.raises(StoreError, match="store: the graph can't be read or written"):
        open_store(tmp_path / "store")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.ttl", "<http://x/a> <http://x/p> 1 ."), ("a.trig", "GRAPH <http://x/g> { <http://x/a> <http://x/p> 1 }")],
)
def test_a_file_is_loaded_into_named_graphs(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    store = Store()
    load_file(store, tmp_path / name)
    assert [len(list(store.quads_for_pattern(None, None, None, graph))) for graph in store.named_graphs()] == [1]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("a.ttl", "<a", "the RDF is broken"), ("a.docx", "", "ending tells no RDF"), ("none.ttl", None, "can't be read")],
)
def test_what_is_no_rdf_is_refused_with_its_name(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(StoreError, match=message) as error:
        load_file(Store(), tmp_path / name)
    assert name in str(error.value)
