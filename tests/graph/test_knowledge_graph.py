from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA_KD, KD, FewWords, documents, hazard_ratio, read, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Trial, TrialArm, TrialAttribute

many_documents = st.lists(documents(), max_size=4, unique_by=lambda document: document[0].identifier)
thorough = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def exported(dump, *steps):
    """Give the export of a graph after these documents came, or (with an identifier alone) went."""
    with KnowledgeGraph(lexicon=FewWords()) as graph:
        for step in steps:
            graph.remove(step) if isinstance(step, str) else graph.add(*step)
        return dump(graph)


@thorough
@given(many_documents, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_byte(dump, drawn, random):
    shuffled = random.sample(drawn, len(drawn))
    assert exported(dump, *drawn) == exported(dump, *shuffled)


@thorough
@given(many_documents, documents())
def test_a_removed_document_was_never_read(dump, drawn, other):
    drawn = [document for document in drawn if document[0].identifier != other[0].identifier]
    assert exported(dump, other, *drawn, other[0].identifier) == exported(dump, *drawn)


@thorough
@given(many_documents)
def test_reading_twice_changes_nothing(dump, drawn):
    assert exported(dump, *drawn, *drawn) == exported(dump, *drawn)


@thorough
@given(documents(), documents(), many_documents)
def test_a_new_reading_takes_the_place_of_the_old(dump, old, new, drawn):
    identifier = new[0].identifier
    drawn = [document for document in drawn if document[0].identifier != identifier]
    old = replace(old[0], identifier=identifier), old[1]
    assert exported(dump, old, *drawn, new) == exported(dump, new, *drawn)


@thorough
@given(many_documents)
def test_every_quote_is_found_again(drawn):
    with KnowledgeGraph(lexicon=FewWords()) as graph:
        for document in drawn:
            graph.add(*document)
        assert [problem for problem in graph.verify() if problem.check == "quote"] == []


def test_a_graph_on_disk_is_there_again(make_graph, dump, tmp_path):
    path = tmp_path / "deep" / "store"
    graph = make_graph(read("a", targets()), path=path)
    before = dump(graph)
    graph.close()
    again = make_graph(path=path)
    assert dump(again) == before == dump(make_graph(read("a", targets())))
    assert again.text("a") == "Statement 0 of a.\n"


def test_content_that_is_stored_is_known_by_its_hash(make_graph):
    graph = make_graph()
    graph.add(*read("a", targets()), content_hash="1234")
    assert graph.has("a", "1234")
    assert not graph.has("a", "4321")
    assert not graph.has("b", "1234")
    assert graph.documents_of("1234") == ["a"]
    assert graph.documents_of("4321") == []


def test_a_file_is_stored_when_its_last_document_is(make_graph):
    graph = make_graph()
    graph.add(*read("b"), content_hash="12-1")
    graph.add(*read("c"), content_hash="123")
    assert graph.documents_of("12") == []
    graph.add(*read("a"), content_hash="12")
    assert graph.documents_of("12") == ["a", "b"]


def test_unknown_documents_are_named(make_graph):
    with pytest.raises(StoreError, match="no document 'x'"):
        make_graph().remove("x")
    with pytest.raises(StoreError, match="no text of 'x'"):
        make_graph().text("x")
    assert make_graph().document("x") is None


def test_documents_are_listed(make_graph):
    graph = make_graph(read("b"), read("a/ä"))
    assert [(found.identifier, found.source, found.kind) for found in graph.documents()] == [
        ("a/ä", "a/ä.txt", "paper"),
        ("b", "b.txt", "paper"),
    ]


def test_sizes_and_counts_are_told(make_graph):
    found = make_graph(read("a", targets(), hazard_ratio())).stats()
    assert {name: found[name] for name in ("Document", "Drug", "LinkClaim", "OutcomeResult", "Evidence", "Arm")} == {
        "Document": 1, "Drug": 3, "LinkClaim": 1, "OutcomeResult": 1, "Evidence": 2, "Arm": 2,
    }  # fmt: skip
    assert make_graph().stats() == {"statements": 0}


def test_a_conflict_between_two_papers_is_found_and_goes_with_one_of_them(make_graph, ask):
    graph = make_graph(read("a", hazard_ratio()), read("b", hazard_ratio(value=Decimal("0.61"))))
    conflicts = "SELECT ?property ?why { ?c a tg:Conflict ; tg:onProperty ?property ; tg:explanation ?why }"
    assert ask(graph, conflicts) == [
        ("https://w3id.org/trialgraph/value", "the value differs: a has 0.53, b has 0.61"),
    ]
    assert len(ask(graph, "SELECT ?claim { ?c tg:betweenClaim ?claim . ?claim a tg:OutcomeResult }")) == 2
    graph.remove("b")
    assert ask(graph, conflicts) == []


def test_a_later_data_cutoff_supersedes(make_graph, ask):
    early, late = hazard_ratio(data_cutoff="2020-02-07"), hazard_ratio(value=Decimal("0.58"), data_cutoff="2022-01-14")
    graph = make_graph(read("a", late), read("b", early))
    rows = ask(graph, "SELECT ?new ?old { ?x tg:supersedes ?y . ?x tg:value ?new . ?y tg:value ?old }")
    assert rows == [("0.58", "0.53")]
    assert ask(graph, "SELECT ?c { ?c a tg:Conflict }") == []


def test_arithmetic_that_fails_is_flagged(make_graph, ask):
    graph = make_graph(read("a", hazard_ratio(ci_low=Decimal("0.6"), ci_high=Decimal("0.9"))))
    flags = "SELECT ?check ?value { ?flag a tg:Flag ; tg:check ?check ; tg:flagged/tg:value ?value }"
    assert ask(graph, flags) == [("interval", "0.53")]
    graph.add(*read("a", hazard_ratio()))
    assert ask(graph, flags) == []


def test_a_flag_stands_as_long_as_a_document_bears_it_out(make_graph, ask):
    enrolled = TrialAttribute(trial=IKEMA, attribute="enrolled", value=300)
    sizes = [[TrialArm(arm=ISA_KD, size=size), TrialArm(arm=KD, size=123)] for size in (179, 189)]
    graph = make_graph(read("a", enrolled, *sizes[0]), read("b", enrolled, *sizes[1]), read("c", enrolled))
    flags = "SELECT ?explanation { ?flag tg:check 'arm-sizes' ; tg:explanation ?explanation } ORDER BY ?explanation"
    told = [(f"the 2 arms have {total} patients, more than all 300 of the trial",) for total in ("302", "312")]
    assert ask(graph, flags) == told
    graph.remove("a")
    assert ask(graph, flags) == told[1:]
    graph.remove("b")
    assert ask(graph, flags) == []


def test_a_loaded_file_is_a_graph_like_any(make_graph, dump, tmp_path, ask):
    graph = make_graph(read("a", targets(), hazard_ratio()))
    graph.export("trig", tmp_path / "graph.trig")
    loaded = KnowledgeGraph.load_rdf(tmp_path / "graph.trig")
    assert dump(loaded) == dump(graph)
    assert loaded.documents() == graph.documents()
    assert loaded.stats() == graph.stats()


def test_a_file_without_offsets_and_with_blank_nodes_can_be_used(tmp_path):
    (tmp_path / "other.trig").write_text(
        """@prefix tg: <https://w3id.org/trialgraph/> . @prefix id: <https://w3id.org/trialgraph/id/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        tg:g { id:claim a tg:LinkClaim ; rdf:subject id:isa ; rdf:predicate tg:targets ; rdf:object id:cd38 ;
            tg:evidence [ a tg:Evidence ; tg:quote "Isatuximab targets CD38." ] . id:isa a tg:Drug . }"""
    )
    graph = KnowledgeGraph.load_rdf(tmp_path / "other.trig")
    (edge,) = graph.networkx().edges(data=True)
    assert edge[2]["evidence"][0]["quote"] == "Isatuximab targets CD38."
    assert graph.describe("isa") == []
    for format in ("nquads", "trig", "turtle", "jsonld", "graphml"):
        graph.export(format, tmp_path / format)
    assert {problem.check for problem in graph.verify()} <= {"shape"}


def test_arms_of_two_trials_do_not_mix(make_graph, ask):
    other = TrialArm(arm=replace(ISA_KD, trial=Trial("ICARIA")), size=154)
    rows = ask(make_graph(read("a", TrialArm(arm=ISA_KD, size=179), other)), "SELECT ?n { ?arm tg:size ?n }")
    assert rows == [("154",), ("179",)]


def test_a_graph_can_be_closed_twice(make_graph, tmp_path):
    graph = make_graph(path=tmp_path)
    graph.close()
    graph.close()
    assert make_graph(path=tmp_path).documents() == []


def test_a_reading_is_given_back_as_it_was_stored(make_graph):
    document, reading = read("a", targets())
    graph = make_graph((document, reading))
    assert graph.reading("a") == reading
    assert graph.reading("b") is None


@thorough
@given(many_documents)
def test_support_is_the_number_of_documents_that_affirm_a_claim(drawn):
    with KnowledgeGraph(lexicon=FewWords()) as graph:
        for document in drawn:
            graph.add(*document)
        affirming = "?claim tg:evidence ?e . ?e tg:assertion tg:affirmed ; tg:inDocument ?document"
        counted = f"SELECT ?claim (COUNT(DISTINCT ?document) AS ?n) {{ {affirming} }} GROUP BY ?claim"
        expected = {row.claim: int(row.n) for row in graph.query(counted) if row.claim is not None and int(row.n) > 1}
        told = {row.claim: int(row.n) for row in graph.query("SELECT ?claim ?n { ?claim tg:supportCount ?n }")}
    assert told == expected
