"""Endpoints spoken of by their rank alone."""

import pytest

ARMS = "Patients were randomly assigned to apixaban or warfarin. "
NAMED = "The primary outcome was a composite of stroke or systemic embolism. "
OF_STROKE = [
    "apixaban: stroke or systemic embolism proportion 2.3% n=212/9120",
    "warfarin: stroke or systemic embolism proportion 2.9% n=265/9081",
    "apixaban vs warfarin: stroke or systemic embolism hazardRatio 0.79 [0.66, 0.95] 95%",
]


@pytest.mark.parametrize(
    "said",
    [
        "The primary outcome occurred in 212 of 9120 patients (2.3%) on apixaban and in 265 of 9081 patients (2.9%) on "
        "warfarin (hazard ratio, 0.79; 95% CI, 0.66 to 0.95).",
        "The primary end point had been reached by 212 of 9120 patients (2.3%) on apixaban and by 265 of 9081 patients "
        "(2.9%) on warfarin (hazard ratio, 0.79; 95% CI, 0.66 to 0.95).",
        "A primary outcome event occurred in 212 of 9120 patients (2.3%) with apixaban versus 265 of 9081 patients "
        "(2.9%) with warfarin (hazard ratio, 0.79; 95% CI, 0.66 to 0.95).",
    ],
)
def test_the_rank_means_the_endpoint_that_has_it(results_of, said):
    assert results_of(ARMS + NAMED + said) == OF_STROKE


def test_a_rank_of_which_nothing_is_told_is_a_name(results_of):
    text = "Over a median of 1.8 years, the primary outcome was seen in 2% with apixaban and 3% with warfarin."
    assert results_of(ARMS + text) == [
        "apixaban: primary outcome proportion 2%",
        "warfarin: primary outcome proportion 3%",
    ]


def test_a_measurement_has_no_share_of_patients_so_the_rank_stands_for_itself(results_of):
    text = (
        "The primary end point was pain score at week 12. The primary end point was reached by 20% with apixaban and "
    )
    text += "10% with warfarin."
    assert results_of(ARMS + text) == [
        "apixaban: primary endpoint proportion 20%",
        "warfarin: primary endpoint proportion 10%",
    ]


@pytest.mark.parametrize(
    "rank", ["primary outcome, vomiting,", "primary outcome (vomiting)", "primary outcome of vomiting"]
)
def test_the_name_behind_a_rank_is_meant(results_of, rank):
    assert results_of(f"{ARMS}The rate of the {rank} was 2% with apixaban and 3% with warfarin.") == [
        "apixaban: vomiting 2%",
        "warfarin: vomiting 3%",
    ]


def test_no_difference_is_none(results_of):
    text = "There was no difference in the rate of vomiting: 2% with apixaban and 3% with warfarin."
    assert results_of(ARMS + text) == ["apixaban: vomiting 2%", "warfarin: vomiting 3%"]


def test_the_value_of_p_for_noninferiority_is_none_of_a_difference(results_of):
    text = "The hazard ratio for the primary outcome with apixaban as compared with warfarin was 0.79 (95% CI, 0.66 to "
    text += "0.95; P<0.001 for noninferiority"
    told = "apixaban vs warfarin: primary outcome hazardRatio 0.79 [0.66, 0.95] 95%"
    assert results_of(f"{ARMS}{text}).") == [told]
    assert results_of(f"{ARMS}{text}; P=0.01 for superiority).") == [f"{told} p=0.01"]


@pytest.mark.parametrize(
    "text", ["The primary outcomes and their analysis were set out in the protocol.", "The primary outcome was met."]
)
def test_no_figures_no_results(results_of, text):
    assert results_of(ARMS + text) == []
