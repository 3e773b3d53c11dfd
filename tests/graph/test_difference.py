from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA, KD, NEUTROPENIA, hazard_ratio, read, targets
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.facts import AdverseEventResult, Dosage, TrialAttribute

EVENT = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, value=Decimal("7.4"))
DOSE = Dosage(drug=ISA, amount=Decimal(10), unit="mg/kg", route="iv")


def size(value):
    return TrialAttribute(trial=IKEMA, attribute="enrolled", value=value)


def texts(facts):
    return [fact.text for fact in facts]


def changes(found):
    return [(texts(change.before), texts(change.after)) for change in found.changed]


def test_facts_are_gained_and_lost(make_graph):
    before, after = make_graph(read("a", targets(), EVENT)), make_graph(read("a", EVENT), read("b", DOSE))
    found = before.difference(after)
    assert texts(found.gained) == ["isatuximab 10 mg/kg iv"]
    assert texts(found.lost) == ["isatuximab targets CD38"]
    assert found.changed == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (size(302), size(303), (["IKEMA enrolled 302"], ["IKEMA enrolled 303"])),
        (DOSE, Dosage(drug=ISA, amount=Decimal(20), unit="mg/kg", route="iv"),
         (["isatuximab 10 mg/kg iv"], ["isatuximab 20 mg/kg iv"])),
        (EVENT, AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=0, total=122),
         (["IKEMA: carfilzomib + dexamethasone: neutropenia, 7.4%"],
          ["IKEMA: carfilzomib + dexamethasone: neutropenia, 0 of 122"])),
    ],
)  # fmt: skip
def test_other_figures_on_the_same_question_are_a_change(make_graph, old, new, words):
    found = make_graph(read("a", old)).difference(make_graph(read("a", new)))
    assert (changes(found), found.gained, found.lost) == ([words], (), ())


def test_results_on_other_questions_are_no_change(make_graph):
    old, new = hazard_ratio(), hazard_ratio(population="age >= 65")
    found = make_graph(read("a", old)).difference(make_graph(read("a", new)))
    assert len(found.gained) == len(found.lost) == 1
    assert found.changed == ()


def test_a_denial_of_what_was_affirmed_is_a_change(make_graph):
    found = make_graph(read("a", targets())).difference(make_graph(read("a", targets(), assertion="negated")))
    (change,) = found.changed
    assert [fact.sentences[0].assertion for fact in (*change.before, *change.after)] == ["affirmed", "negated"]


def test_a_graph_does_not_differ_from_its_own_export(make_graph, tmp_path):
    graph = make_graph(read("a", targets(), EVENT, hazard_ratio(), size(302)), read("b", DOSE))
    graph.export("nquads", tmp_path / "graph.nq")
    found = graph.difference(KnowledgeGraph.load_rdf(tmp_path / "graph.nq"))
    assert (found.gained, found.lost, found.changed) == ((), (), ())


def test_sentences_of_both_graphs_come_along(make_graph):
    found = make_graph(read("a", size(302))).difference(make_graph(read("b", size(303))))
    quotes = [fact.sentences[0].quote for change in found.changed for fact in (*change.before, *change.after)]
    assert quotes == ["Statement 0 of a.", "Statement 0 of b."]


def test_days_count_the_documents_issued_until_then(make_graph):
    dated = {"a": "2020-03-01", "b": "2021-06", "c": "2023", "d": ""}
    claims = {"a": [targets()], "b": [targets(), DOSE], "c": [EVENT], "d": [size(302)]}
    graph = make_graph(
        *((replace(document, issued=dated[document.identifier]), reading)
          for document, reading in (read(name, *claims[name]) for name in dated))
    )  # fmt: skip
    found = graph.history("2020", "2021-06-30")
    assert (texts(found.gained), found.lost, found.changed) == (["isatuximab 10 mg/kg iv"], (), ())
    assert len(graph.history("2019", "2020-02").gained) == 0
    assert len(graph.history("2019-12-31", "2024").gained) == 3


def test_a_later_denial_is_a_change_between_days(make_graph):
    said, denied = read("a", targets()), read("b", targets(), assertion="negated")
    graph = make_graph((replace(said[0], issued="2020"), said[1]), (replace(denied[0], issued="2022"), denied[1]))
    assert len(graph.history("2021", "2023").changed) == 1
