from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, KD, NEUTROPENIA, hazard_ratio, read
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.agreement import Stated
from trialgraph.graph.naming import Naming
from trialgraph.graph.timing import STAND_IN, dates, supersession, trial_cutoffs
from trialgraph.ontology.facts import AdverseEventResult, Trial, TrialAttribute

FIRST, SECOND = "2020-02-07", "2022-01-14"


def cutoff(value, trial=IKEMA):
    return TrialAttribute(trial=trial, attribute="dataCutoff", value=value)


def said(claim, value, own="", trial=""):
    times = {"dataCutoff": own, STAND_IN: trial}
    return Stated("some document", claim, {"value": value} | {name: text for name, text in times.items() if text})


def ratio(value, **details):
    return hazard_ratio(value=Decimal(value), **details)


def test_a_later_cutoff_supersedes():
    assert supersession([said("x", "0.53", own=FIRST), said("y", "0.58", own=SECOND)]) == {"x": set(), "y": {"x"}}


def test_a_less_precise_date_is_not_another_one():
    assert supersession([said("x", "0.53", own="2020-02"), said("y", "0.58", own=FIRST)]) == {"x": set(), "y": set()}


def test_a_figure_told_again_is_as_old_as_at_first():
    stated = [said("x", "0.53", trial=FIRST), said("again", "0.531", trial=SECOND), said("y", "0.58", trial=SECOND)]
    assert dates(stated) == {"x": FIRST, "again": FIRST, "y": SECOND}
    assert supersession(stated)["y"] == {"x", "again"}


def test_a_figure_with_a_cutoff_of_its_own_is_of_that_time():
    assert dates([said("x", "0.53", trial=FIRST), said("y", "0.53", own=SECOND)])["y"] == SECOND


VALUES = {"a": "1", "b": "2", "c": "2.1", "d": "2.4"}
statements = st.builds(
    lambda claim, trial: said(claim, VALUES[claim], trial=trial),
    st.sampled_from(sorted(VALUES)),
    st.sampled_from(["", "2019", FIRST, SECOND]),
)


@given(st.lists(statements, max_size=5).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_documents_makes_no_difference(orders):
    assert dates(orders[0]) == dates(orders[1])


def test_only_a_single_cutoff_of_a_trial_stands_in():
    other = Trial("ICARIA-MM", ("NCT02990338",))
    claims = [cutoff(FIRST), cutoff(FIRST), cutoff(FIRST, other), cutoff(SECOND, other)]
    naming = Naming("a", {})
    assert trial_cutoffs(claims, naming) == {naming.trial(IKEMA).value: FIRST}


@pytest.fixture
def events():
    return [AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, value=Decimal(value)) for value in (54, 60)]


def supersedes(graph, ask):
    sparql = (
        "SELECT ?new ?newCutoff ?old ?oldCutoff { ?x tg:supersedes ?y . ?x tg:value ?new ; tg:dataCutoff ?newCutoff"
    )
    return ask(graph, f"{sparql} . ?y tg:value ?old ; tg:dataCutoff ?oldCutoff }}")


def test_results_of_later_documents_supersede_and_both_stay(make_graph, ask, events):
    early, late = read("early", ratio("0.53"), events[0], cutoff(FIRST)), read("late", ratio("0.58"), events[1])
    graph = make_graph(early, late)
    assert supersedes(graph, ask) == [] and len(graph.conflicts()) == 2
    graph.add(*read("late", ratio("0.58"), events[1], cutoff(SECOND)))
    assert supersedes(graph, ask) == [("0.58", SECOND, "0.53", FIRST), ("60", SECOND, "54", FIRST)]
    assert graph.conflicts() == [] and graph.verify() == []
    graph.remove("late")
    assert supersedes(graph, ask) == []
    assert ask(graph, "SELECT ?date { ?result a tg:OutcomeResult ; tg:dataCutoff ?date }") == [(FIRST,)]


def test_a_cutoff_that_is_only_planned_stands_in_for_nothing(make_graph, ask):
    document, reading = read("paper", cutoff(FIRST), ratio("0.53"))
    plan, result = reading.facts
    plan = replace(plan, evidence=replace(plan.evidence, assertion="speculative"))
    graph = make_graph((document, replace(reading, facts=(plan, result))))
    assert ask(graph, "SELECT ?date { ?result a tg:OutcomeResult ; tg:dataCutoff ?date }") == []
