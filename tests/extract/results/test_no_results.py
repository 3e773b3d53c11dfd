"""Figures that an introduction tells of patients at large are no results of the trial."""

import pytest

OWN = "We gave olaparib to 40 patients with ovarian cancer. The response rate was 31%."
RESULT = ["all: objective response rate proportion 31%"]


@pytest.mark.parametrize(
    "introduction",
    [
        "Ovarian cancer relapses in 70% of patients. ",
        "The 5-year overall survival after surgery is 40%, but relapse occurs in 70% of patients. ",
        "Of all women with ovarian cancer, 60% develop disease progression and 20% die. ",
        "Current response rates are below 15%. ",
    ],
)
def test_what_holds_for_patients_at_large_is_no_result(results_of, introduction):
    assert results_of(introduction + OWN) == RESULT


@pytest.mark.parametrize(
    ("line", "results"),
    [
        ("Table 3. Adverse events in the olaparib group (n=40)\n", []),
        ("Table 3. Adverse events (n=40) were seen with olaparib.\n", ["olaparib: any adverse event n=40"]),
    ],
)
def test_a_caption_tells_no_results(results_of, line, results):
    assert results_of(f"Patients were assigned to olaparib or placebo.\n\n{line}") == results


def test_results_in_the_present_tense_are_results(results_of):
    told = results_of(OWN + " The median overall survival is 9 months.")
    assert told[1:] == ["olaparib: overall survival median 9 months"]


def test_an_arm_makes_a_result_of_it(results_of):
    text = "Median overall survival is 12 months in the olaparib group and 10 months in the placebo group. "
    text += "Patients were assigned to olaparib or placebo."
    assert results_of(text) == [
        "olaparib: overall survival median 12 months",
        "placebo: overall survival median 10 months",
    ]


def test_what_patients_had_as_the_trial_began(results_of):
    arms = "Patients were randomly assigned to seladelpar or placebo. Mean age was 61 years. "
    assert results_of(arms + "Twenty-one percent of patients had hypertension, 71% had pruritus.") == []
    assert results_of(arms + "12% of patients had pruritus during treatment.") == ["all: pruritus 12%"]


def test_what_an_earlier_phase_showed_is_no_result(results_of):
    told = "Olaparib prolonged median overall survival by 8 months versus placebo in a phase {} trial. "
    own = "This phase III trial was done in ovarian cancer. Patients were randomly assigned to olaparib or placebo."
    assert results_of(told.format("II") + own) == []
    assert results_of(told.format("3") + own) == ["olaparib vs placebo: overall survival difference 8 months"]


def test_what_came_as_expected_is_a_result(results_of):
    arms = "Patients were randomly assigned to seladelpar or placebo. "
    told = results_of(arms + "As expected, pruritus was seen in 12% with seladelpar and 4% with placebo.")
    assert told == ["seladelpar: pruritus 12%", "placebo: pruritus 4%"]
    assert results_of(arms + "Pruritus was expected in 12% with seladelpar and 4% with placebo.") == []
