from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, targets
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.comparison import Stated, comparison_key, disagreements, figures, rounded_equal, supersession
from trialgraph.graph.naming import Naming
from trialgraph.ontology.facts import AdverseEventResult, Trial, TrialAttribute

NAMING = Naming("a", {})


def compare(*documents):
    """Compare documents, each a list of claims; give what differs, and by how many claims."""
    stated = [
        Stated(f"document {number}", repr(claim), figures(claim))
        for number, claims in enumerate(documents)
        for claim in claims
    ]
    return {found.on: len(found.claims) for found in disagreements(stated)}


def ratio(value, **details):
    return hazard_ratio(value=Decimal(value), **details)


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [("0.53", "0.531", True), ("0.53", "0.54", False), ("77", "76.84", True), ("0.50", "0.53", False)],
)
def test_numbers_agree_as_far_as_the_coarser_was_rounded(left, right, equal):
    assert rounded_equal(left, right) is rounded_equal(right, left) is equal


@given(st.decimals(0, 1000, places=3), st.integers(0, 3))
def test_a_number_agrees_with_its_own_rounding(number, places):
    assert rounded_equal(format(number, "f"), format(round(number, places), "f"))


def test_different_numbers_of_two_documents_disagree():
    assert compare([ratio("0.53")], [ratio("0.61")]) == {"value": 2}
    assert compare([ratio("0.53")], [ratio("0.531")]) == {}


def test_a_document_that_gives_both_numbers_contradicts_nobody():
    assert compare([ratio("0.53"), ratio("0.61")], [ratio("0.61")]) == {}
    assert compare([ratio("0.53"), ratio("0.61")]) == {}


def test_the_level_of_an_interval_differs_though_the_estimate_agrees():
    one = ratio("0.53", ci_level=Decimal(99), ci_low=Decimal("0.32"))
    other = ratio("0.531", ci_level=Decimal(95), ci_low=Decimal("0.378"))
    assert compare([one], [other]) == {"ciLevel": 2}
    assert compare([one], [replace(other, ci_level=Decimal(99))]) == {"ciLow": 2}


def test_a_later_data_cutoff_supersedes_and_does_not_contradict():
    early, late = ratio("0.53", data_cutoff="2020-02-07"), ratio("0.58", data_cutoff="2022-01-14")
    assert compare([early], [late]) == {}
    stated = [Stated("x", claim.data_cutoff, figures(claim)) for claim in (early, late)]
    assert supersession(stated) == {"2022-01-14": {"2020-02-07"}, "2020-02-07": set()}


def test_a_limit_is_compared_with_nothing():
    assert compare([ratio("1", value_relation="<")], [ratio("5")]) == {}


def test_properties_of_a_trial_disagree():
    def phase(value):
        return TrialAttribute(trial=IKEMA, attribute="phase", value=value)

    def design(value):
        return TrialAttribute(trial=IKEMA, attribute="design", value=value)

    assert compare([phase("2")], [phase("3")]) == {"phase": 2}
    assert compare([phase("2"), phase("3")], [phase("3")]) == {}
    assert compare([design("open-label"), design("randomized")], [design("double-blind")]) == {"design": 2}
    assert compare([design("open-label")], [design("multicenter")]) == {}


@pytest.mark.parametrize(
    "change",
    [{"population": "age >= 65"}, {"at_time": "12 months"}, {"unit": "percent"}, {"analysis_set": "per protocol"},
     {"arm": KD}, {"comparator": None}, {"measure": "median"}, {"trial": Trial("ICARIA")}],
)  # fmt: skip
def test_only_answers_to_the_same_question_are_compared(change):
    assert comparison_key(replace(hazard_ratio(), **change), NAMING) != comparison_key(hazard_ratio(), NAMING)


def test_figures_make_no_difference_to_the_question():
    other = ratio("0.7", ci_level=Decimal(95), p_value=Decimal(0), data_cutoff="2020")
    assert comparison_key(other, NAMING) == comparison_key(hazard_ratio(), NAMING) != ""
    assert comparison_key(targets(), NAMING) == ""


def test_events_are_compared_by_grade():
    event = AdverseEventResult(trial=IKEMA, arm=ISA_KD, event=NEUTROPENIA, value=Decimal("19.2"))
    assert comparison_key(event, NAMING) != comparison_key(replace(event, grade=">=3"), NAMING)
    assert compare([event], [replace(event, value=Decimal("54.8"))]) == {"value": 2}
    assert compare([replace(event, value=Decimal(0))], [event]) == {"value": 2}


def test_the_explanation_names_documents_and_figures():
    stated = [Stated("paper", "x", {"value": "0.53"}), Stated("poster", "y", {"value": "0.61"})]
    (found,) = disagreements(stated)
    assert found.explanation == "the value differs: paper has 0.53, poster has 0.61"
