import sqlite3

import pytest
from graph_samples import CD38, CFZ, FewWords, documents, hazard_ratio, read, targets
from hypothesis import example, given
from hypothesis import strategies as st
from trialgraph.graph.archive import Archive
from trialgraph.graph.iris import document_iri
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.reader import GraphReader
from trialgraph.graph.textsearch import match_expression
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Concept


def found(graph, words):
    hits = graph.search(words, 100)
    return {(hit.label, hit.name) for hit in hits.names}, {(hit.identifier, hit.quote) for hit in hits.quotes}


@pytest.mark.parametrize("words", ["isatuximab", "ISATUX", "ísatuximab", "isatuximab "])
def test_names_are_found_whatever_their_case_accents_and_end(make_graph, words):
    names, _ = found(make_graph(read("a", targets())), words)
    assert ("isatuximab", "isatuximab") in names


def test_a_thing_is_found_by_its_other_names(make_graph):
    (hit,) = make_graph(read("a", targets())).search("sarclisa").names
    assert (hit.kind, hit.label, hit.name) == ("Drug", "isatuximab", "Sarclisa")
    assert hit.iri == "https://w3id.org/trialgraph/id/drug/isatuximab"


def test_a_quote_comes_with_its_place_and_what_it_states(make_graph):
    graph = make_graph(read("a", targets()), read("b", hazard_ratio(), targets()))
    (hit,) = graph.search("statement 1").quotes
    assert graph.text("b")[hit.start : hit.end] == hit.quote == "Statement 1 of b."
    assert (hit.document, hit.identifier) == (document_iri("b").value, "b")
    (claim,) = hit.claims
    assert claim in {fact.claim for fact in graph.describe("CD38")[0].facts}


def test_all_the_words_must_be_there(make_graph):
    graph = make_graph(read("a", targets()), read("b", targets()))
    assert found(graph, "statement of b")[1] == {("b", "Statement 0 of b.")}
    assert found(graph, "statement missing") == (set(), set())


def test_the_limit_holds_for_names_and_for_quotes(make_graph):
    drugs = [targets(Concept("Drug", f"drug {number}"), CD38) for number in range(5)]
    hits = make_graph(read("a", *drugs)).search("drug", 2)
    assert len(hits.names) == 2
    assert len(make_graph(read("a", *drugs)).search("statement", 2).quotes) == 2


@given(st.text(max_size=12) | st.sampled_from(['"', "* OR", "a NEAR(b", "text:a", "-", "^", "a\x00b", "\ud800", "_ ·"]))
@example('"' * 40)
def test_no_words_break_the_search(words):
    with KnowledgeGraph(lexicon=FewWords()) as graph:
        graph.add(*read("a", targets()))
        graph.search(words)


@given(st.lists(documents(), max_size=4), st.sampled_from(["a", "b", "c", "d"]))
def test_the_index_follows_documents_that_come_change_and_go(drawn, gone):
    with KnowledgeGraph(lexicon=FewWords()) as graph:
        for document in drawn:
            graph.add(*document)
        if gone in {document.identifier for document, _ in drawn}:
            graph.remove(gone)
        index = graph._memory.texts
        told = set(index._database.rows("SELECT graph, node, name, quote FROM passages"))
        index._database.write("DELETE FROM passages", [()])
        index._in_step = False
        graph.search("x")
        assert set(index._database.rows("SELECT graph, node, name, quote FROM passages")) == told
        index._database.rows("INSERT INTO passage_words(passage_words) VALUES ('integrity-check')")


def test_what_was_stored_without_an_index_is_indexed_when_it_is_needed(make_graph, tmp_path):
    graph = make_graph(read("a", targets()), path=tmp_path / "store")
    for table in ("passage_words", "passages"):
        graph._memory._database.rows(f"DROP TABLE {table}")
    graph.close()
    again = make_graph(read("b", targets(CFZ)), path=tmp_path / "store")
    assert found(again, "statement")[1] == {("a", "Statement 0 of a."), ("b", "Statement 0 of b.")}
    assert found(again, "isatuximab")[0] == {("isatuximab", "isatuximab")}


DAMAGES = [
    "UPDATE passage_words_data SET block=x'00' WHERE id=10",
    "DELETE FROM passage_words_data WHERE id<>10",
    "DROP TABLE passage_words",
    "DELETE FROM passage_words_data WHERE id=10",
    "DELETE FROM passage_words_config",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew_with_a_message(make_graph, tmp_path, caplog, damage):
    path = tmp_path / "store"
    make_graph(read("a", targets()), path=path).close()
    with sqlite3.connect(path / "documents.sqlite") as connection:
        connection.execute(damage)
    connection.close()
    reader = GraphReader(path)
    assert [hit.quote for hit in reader.search("statement", 9).quotes] == ["Statement 0 of a."]
    del reader
    again = make_graph(read("b", targets(CFZ)), path=path)
    assert "damaged" in caplog.text
    assert found(again, "statement")[1] == {("a", "Statement 0 of a."), ("b", "Statement 0 of b.")}
    again._memory.texts._database.rows("INSERT INTO passage_words(passage_words) VALUES ('integrity-check')")


def test_a_loaded_file_can_be_searched(make_graph, tmp_path):
    make_graph(read("a", targets())).export("trig", tmp_path / "graph.trig")
    assert found(KnowledgeGraph.load_rdf(tmp_path / "graph.trig"), "statement")[1] == {("a", "Statement 0 of a.")}


def test_what_was_not_stored_is_not_found(make_graph, monkeypatch):
    def fail(*_):
        raise StoreError("the disk is full")

    graph = make_graph(read("a", targets()))
    with monkeypatch.context() as patch, pytest.raises(StoreError):
        patch.setattr(Archive, "settle", fail)
        graph.add(*read("b", targets(CFZ)))
    assert found(graph, "carfilzomib") == (set(), set())
    graph.add(*read("c"))
    assert found(graph, "statement")[1] == {("a", "Statement 0 of a."), ("b", "Statement 0 of b.")}


def test_words_without_letters_or_figures_find_nothing():
    assert match_expression(' "* -') == ""
