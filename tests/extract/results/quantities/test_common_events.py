"""How common an event must be to be told is no figure; the events that are told so are."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    "limit",
    ["(>=20%)", "(incidence ⩾5%)", "(incidence > 5%)", "(reported in ≥10% of patients)", "(≥2% of participants)"],
)
def test_a_limit_is_no_figure_and_hides_no_name(results_of, limit):
    text = f"The most common adverse events {limit} with olaparib were nausea and rash."
    assert results_of(ARMS + text) == ["olaparib: nausea", "olaparib: rash"]


def test_the_figures_behind_a_limit_are_read(results_of):
    text = "Adverse events occurring in more than 5% of olaparib recipients were nausea (30%) and rash (9%)."
    assert results_of(ARMS + text) == ["olaparib: nausea 30%", "olaparib: rash 9%"]


def test_a_small_share_is_a_figure(results_of):
    assert results_of(ARMS + "The most common events with olaparib were rash (<1%).") == ["olaparib: rash <1%"]


def test_what_all_of_something_is_set_equal_to_is_no_figure(results_of):
    assert results_of(ARMS + "Time was counted to neutrophil recovery (100% intensity = 105 days).") == []


@pytest.mark.parametrize("sign", ["> or =", "≥", ">or="])
def test_a_limit_that_tells_patients_apart_is_no_figure(results_of, sign):
    text = (
        f"Hypotension occurred in six of six patients with a leak ({sign} 1%) and none of six patients without a leak "
    )
    assert sorted(results_of(f"{ARMS}{text}(< 1%).")) == [
        "all: hypotension n=0/6 (without a leak)", "all: hypotension n=6/6 (a leak)"]  # fmt: skip
