from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, targets
from trialgraph.graph.agreement import Stated
from trialgraph.graph.comparison import comparison_key, disagreements, figures
from trialgraph.graph.naming import Naming
from trialgraph.ontology.facts import AdverseEventResult, Concept, Trial, TrialAttribute

NAMING = Naming("a", {})


def compare(*documents):
    """Compare documents, each a list of claims; give what differs, and by how many claims."""
    questions = defaultdict(list)
    for number, claims in enumerate(documents):
        for claim in claims:
            stated = Stated(f"document {number}", repr(claim), figures(claim))
            questions[comparison_key(claim, NAMING)].append(stated)
    return {found.on: len(found.claims) for stated in questions.values() for found in disagreements(stated)}


def ratio(value, **details):
    return hazard_ratio(value=Decimal(value), **details)


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


def test_figures_of_different_times_do_not_contradict():
    early, late = ratio("0.53", data_cutoff="2020-02-07"), ratio("0.58", data_cutoff="2022-01-14")
    assert compare([early], [late]) == {}
    assert compare([early], [replace(late, data_cutoff="2020-02")]) == {"value": 2}


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
    assert compare([design("open-label"), design("double-blind")], [design("double-blind")]) == {}
    assert compare([design("open-label")], [design("randomized")]) == {}
    assert compare([design("open-label")], [design("placebo-controlled"), design("double-blind")]) == {"design": 3}


def test_sponsors_disagree_where_none_is_shared():
    def sponsor(name):
        return TrialAttribute(trial=IKEMA, attribute="sponsor", value=Concept("Organization", name))

    assert compare([sponsor("Sanofi"), sponsor("Amgen")], [sponsor("Sanofi")]) == {}
    assert compare([sponsor("Sanofi"), sponsor("Amgen")], [sponsor("Takeda")]) == {"sponsor": 3}


def test_p_values_are_compared_by_their_sides_where_the_estimates_agree():
    one = ratio("0.53", p_value=Decimal("0.0007"), p_sides=1)
    two = ratio("0.531", p_value=Decimal("0.0013"), p_sides=2)
    assert compare([one], [two]) == {}
    assert compare([one], [replace(two, p_sides=1)]) == {"pValue": 2}
    assert compare([one], [replace(two, p_value=Decimal("0.04"), value=Decimal("0.7"))]) == {"value": 2}


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


def test_events_told_in_patients_are_compared_in_percent():
    event = AdverseEventResult(trial=IKEMA, arm=ISA_KD, event=NEUTROPENIA, count=34, total=177)
    percent = replace(event, count=None, total=None, value=Decimal("19.2"))
    assert compare([event], [percent]) == {}
    assert compare([event], [replace(percent, value=Decimal("19.3"))]) == {"value": 2}
    assert compare([replace(event, count=0)], [replace(percent, value=Decimal(0))]) == {}
    assert compare([replace(event, total=0)], [percent]) == {}


def test_the_explanation_names_documents_and_figures():
    stated = [Stated("paper", "x", {"value": "0.53"}), Stated("poster", "y", {"value": "0.61"})]
    (found,) = disagreements(stated)
    assert found.explanation == "the value differs: paper has 0.53, poster has 0.61"


def test_the_explanation_names_all_documents_of_a_side_or_counts_them():
    stated = [Stated(name, "x", {"value": "0.53"}) for name in "abcdef"] + [Stated("g", "y", {"value": "0.61"})]
    (found,) = disagreements(stated[4:])
    assert found.explanation == "the value differs: e and f have 0.53, g has 0.61"
    (found,) = disagreements(stated)
    assert found.explanation == "the value differs: a, b, c and 3 others have 0.53, g has 0.61"


def test_the_explanation_tells_levels_and_sides():
    one = ratio("0.53", ci_level=Decimal(99), p_value=Decimal("0.0007"), p_sides=1)
    two = ratio("0.531", ci_level=Decimal(95), p_value=Decimal("0.04"), p_relation="<")
    stated = [Stated("paper", "x", figures(one)), Stated("poster", "y", figures(two))]
    level = next(found.explanation for found in disagreements(stated))
    assert level == (
        "the level of the confidence interval differs: paper has 99%, poster has 95%; the value itself agrees"
    )
    differing = Stated("poster", "y", figures(replace(two, p_relation="=")))
    p_value = [found.explanation for found in disagreements([stated[0], differing])][-1]
    assert p_value == (
        "the p value differs: paper has = 0.0007 (one-sided), poster has = 0.04; the value itself agrees"
    )
