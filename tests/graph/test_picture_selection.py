from decimal import Decimal

import pytest
from graph_samples import CFZ, IKEMA, ISA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, read, targets
from trialgraph.graph.picture.facts import gather_facts
from trialgraph.graph.picture.merging import merge_arms
from trialgraph.graph.picture.selection import cut_to_size, fold_kinds, near, sketch
from trialgraph.ontology.errors import QueryError
from trialgraph.ontology.facts import AdverseEventResult, Concept, Dosage, Link, TrialArm

MYELOMA = Concept("Disease", "multiple myeloma")


def event(arm, value, **details):
    return AdverseEventResult(trial=IKEMA, arm=arm, event=NEUTROPENIA, value=Decimal(value), **details)


@pytest.fixture
def drawable(make_graph):
    """Make a sketch of what documents say, and the facts."""

    def make(*documents):
        whole = make_graph(*documents).networkx()
        facts = gather_facts(whole)
        found = sketch(whole)
        merge_arms(found, facts)
        return found, facts

    return make


def links(graph):
    label = {node: graph.nodes[node]["label"] for node in graph}
    return {(label[source], name, label[target]) for source, target, name in graph.edges(keys=True)}


def labels(graph):
    return {graph.nodes[node]["label"] for node in graph}


def test_trials_lead_to_results_and_results_to_endpoints(drawable):
    graph, _ = drawable(read("a", hazard_ratio()))
    result = "progression-free survival hazard ratio, 0.53"
    arms = "IKEMA: carfilzomib + dexamethasone + isatuximab", "IKEMA: carfilzomib + dexamethasone"
    assert {
        ("IKEMA", "has result", result),
        (arms[0], "has result", result),
        (arms[1], "is compared in", result),
        (result, "on", "progression-free survival"),
        ("IKEMA", "has arm", arms[0]),
        ("IKEMA", "has arm", arms[1]),
    } <= links(graph)


def test_a_regimen_of_which_nothing_is_said_is_folded(drawable):
    graph, _ = drawable(read("a", TrialArm(arm=KD)))
    fold_kinds(graph, (), ())
    arm = "IKEMA: carfilzomib + dexamethasone"
    assert links(graph) == {
        ("IKEMA", "has arm", arm), (arm, "includes", "carfilzomib"), (arm, "includes", "dexamethasone")
    }  # fmt: skip


def test_a_regimen_of_which_something_is_said_stays(drawable):
    graph, _ = drawable(read("a", TrialArm(arm=KD), Link(subject=KD.regimen, predicate="treats", object=MYELOMA)))
    fold_kinds(graph, (), ())
    regimen = "carfilzomib + dexamethasone"
    assert {
        ("IKEMA: carfilzomib + dexamethasone", "is given", regimen),
        (regimen, "treats", "multiple myeloma"),
    } <= links(graph)


def test_what_arms_and_results_connect_stays_connected(drawable):
    graph, _ = drawable(read("a", TrialArm(arm=KD), hazard_ratio(), targets()))
    fold_kinds(graph, ["drug", "Trial", "endpoint"], ())
    assert {("IKEMA", "includes", "carfilzomib"), ("IKEMA", "on", "progression-free survival")} <= links(graph)
    assert {graph.nodes[node]["kind"] for node in graph} == {"Drug", "Trial", "Endpoint"}


def test_results_are_outcomes_and_events(drawable):
    graph, _ = drawable(read("a", hazard_ratio(), event(KD, 10)))
    fold_kinds(graph, ["Result"], ())
    assert {graph.nodes[node]["kind"] for node in graph} == {"OutcomeResult", "AdverseEventResult"}


def test_a_kind_that_is_not_there_is_refused_with_those_that_are(drawable):
    graph, _ = drawable(read("a", targets()))
    with pytest.raises(QueryError, match=r"there is no Unicorn in the graph; use Drug, Target"):
        fold_kinds(graph, ["Drug", "Unicorn"], ())


def test_near_is_counted_in_steps(drawable):
    other = Concept("Drug", "daratumumab")
    graph, _ = drawable(read("a", targets(), targets(other), Link(subject=other, predicate="enhances", object=CFZ)))
    (isatuximab,) = (node for node in graph if graph.nodes[node]["label"] == ISA.name)
    distances = {graph.nodes[node]["label"]: far for node, far in near(graph, {isatuximab}, 2, "").items()}
    assert distances == {"isatuximab": 0, "CD38": 1, "daratumumab": 2}


def test_a_result_brings_what_it_is_about(drawable):
    graph, _ = drawable(read("a", hazard_ratio()))
    (arm,) = (node for node in graph if graph.nodes[node]["label"] == "IKEMA: carfilzomib + dexamethasone")
    found = {graph.nodes[node]["label"] for node in near(graph, {arm}, 1, "")}
    assert {"IKEMA", "progression-free survival"} <= found


def test_a_name_of_nothing_is_refused(drawable):
    graph, _ = drawable(read("a", targets()))
    with pytest.raises(QueryError, match=r"nothing that can be drawn is called 'Xyz'"):
        near(graph, set(), 1, "Xyz")


def test_the_best_sourced_are_kept(drawable):
    rare = targets(Concept("Drug", "daratumumab"), Concept("Target", "CD19"))
    graph, facts = drawable(read("a", rare, targets()), read("b", targets()))
    chosen, cut = cut_to_size(graph, facts, {}, 2)
    assert labels(chosen) == {"isatuximab", "CD38"}
    assert cut == {"Drug": 1, "Target": 1}


def test_results_are_kept_with_their_arms(drawable):
    claims = [TrialArm(arm=KD), *(event(KD, value, grade=str(value)) for value in range(1, 6))]
    graph, facts = drawable(read("a", *claims))
    fold_kinds(graph, (), ())
    chosen, cut = cut_to_size(graph, facts, {}, 6)
    assert {"IKEMA", "IKEMA: carfilzomib + dexamethasone", "neutropenia"} <= labels(chosen)
    assert len(chosen) == 6
    assert cut == {"AdverseEventResult": 4}


def test_arms_with_the_same_measure_share_a_card(drawable):
    graph, _ = drawable(read("a", event(KD, 10), event(ISA_KD, 20), event(ISA_KD, 5, grade=">=3")))
    results = [about for _, about in graph.nodes(data=True) if about["kind"] == "AdverseEventResult"]
    assert sorted(len(about["figures"]) for about in results) == [1, 2]


def test_two_values_of_one_arm_are_two_cards(drawable):
    graph, _ = drawable(read("a", event(KD, 10), event(KD, 11)))
    assert sum(about["kind"] == "AdverseEventResult" for _, about in graph.nodes(data=True)) == 2


def test_two_documents_are_never_mixed_on_one_card(drawable):
    graph, _ = drawable(read("a", event(KD, 10)), read("b", event(ISA_KD, 20)))
    assert sum(about["kind"] == "AdverseEventResult" for _, about in graph.nodes(data=True)) == 2


def test_a_dose_leads_from_its_trial_to_its_drug(drawable):
    graph, _ = drawable(read("a", Dosage(drug=ISA, amount=Decimal(10), unit="mg/kg", trial=IKEMA)))
    dose = "isatuximab 10 mg/kg"
    assert links(graph) == {("IKEMA", "gives", dose), (dose, "drug", "isatuximab")}
