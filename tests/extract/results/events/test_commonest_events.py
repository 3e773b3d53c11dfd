"""The commonest events of those that the sentence before told of as a whole."""

import pytest

ARMS = "Patients were randomly assigned to nivolumab or docetaxel. "
LIST = "The most common were pneumonia (6% vs 5%)."


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Grade 3 or 4 adverse events occurred in 53% and 44% of patients. ", LIST, "3-4 {}"),
        ("Grade ≥3 treatment-related adverse events occurred in 53% with nivolumab and 44% with docetaxel. ",
         "The most frequent of these were pneumonia (6% vs 5%).", ">=3 {} related"),
        ("Serious adverse events occurred in 53% with nivolumab and 44% with docetaxel. ",
         "These were mainly pneumonia (6% vs 5%).", "{} serious"),
        ("Adverse events led to discontinuation in 13% with nivolumab and 4% with docetaxel. ", LIST,
         "{} discontinuation"),
        ("Grade 3 or 4 adverse events occurred in 53% and 44% of patients. ",
         "The most common adverse events were pneumonia (6% vs 5%).", "{}"),
        ("Adverse events of any grade occurred in 99% and 98% of patients, and of grade 3 or 4 in 53% and 44%. ", LIST,
         "{}"),
    ],
)  # fmt: skip
def test_the_commonest_are_of_the_kind_told_before(results_of, before, after, kind):
    told = sorted(r for r in results_of(ARMS + before + after) if "pneumonia" in r)
    assert told == [f"docetaxel: pneumonia {kind.format('5%')}", f"nivolumab: pneumonia {kind.format('6%')}"]


@pytest.mark.parametrize(
    "between", ["The trial was stopped early.", "A sample size of 400 was expected to give a power of 90%."]
)
def test_a_sentence_between_ends_it(results_of, between):
    before = f"Grade 3 or 4 adverse events occurred in 53% and 44% of patients. {between} "
    told = sorted(r for r in results_of(ARMS + before + LIST) if "pneumonia" in r)
    assert told == ["docetaxel: pneumonia 5%", "nivolumab: pneumonia 6%"]


@pytest.mark.parametrize(
    "text",
    [
        "During maintenance, 64% of patients stopped nivolumab after a complete response.",
        "Infusion reactions started on the first day and resolved on the same day in 98% of patients with nivolumab.",
    ],
)
def test_what_ended_or_when_is_no_result(results_of, text):
    assert results_of(ARMS + text) == []


def test_what_kind_of_event_it_was_is_no_event(results_of):
    text = "Neutropenia occurred as a laboratory abnormality in 96% of patients with nivolumab."
    assert results_of(ARMS + text) == ["nivolumab: neutropenia 96%"]


def test_an_interval_with_its_unit_inside_leaves_the_median_not_reached(results_of):
    text = (
        "Median overall survival was not reached (95% CI 40.5 months–not estimable) with nivolumab and was not reached "
        "(34.0 months–not estimable) with docetaxel."
    )
    survival = "overall survival median notReached"
    assert results_of(ARMS + text) == [
        f"nivolumab: {survival} [40.5, notEstimable] 95%",
        f"docetaxel: {survival} [34.0, notEstimable] 95%",
    ]
