"""What adverse events led to: told in turn, or of a whole list; who left because of them."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Adverse events leading to dose interruption, dose reduction and discontinuation occurred in 40%, 20% and 9% "
         "with olaparib and 15%, 4% and 2% with placebo.",
         ["olaparib: any adverse event 40% interruption", "placebo: any adverse event 15% interruption",
          "olaparib: any adverse event 20% doseReduction", "placebo: any adverse event 4% doseReduction",
          "olaparib: any adverse event 9% discontinuation", "placebo: any adverse event 2% discontinuation"]),
        ("Adverse events that led to death and hospitalization occurred in 1% and 6%, respectively, with olaparib.",
         ["olaparib: any adverse event 1% fatal", "olaparib: any adverse event 6% hospitalization"]),
        ("Adverse events leading to dose reduction and discontinuation occurred in 20% with olaparib.",
         ["olaparib: any adverse event 20% doseReduction"]),
    ],
)  # fmt: skip
def test_what_they_led_to_in_turn(results_of, text, results):
    assert sorted(results_of(ARMS + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The commonest adverse events leading to discontinuation with olaparib were anemia (3%) and rash (2%).",
         ["olaparib: anemia 3% discontinuation", "olaparib: rash 2% discontinuation"]),
        ("Adverse events leading to discontinuation of olaparib were anemia (3%); rash was seen in 2%.",
         ["olaparib: anemia 3% discontinuation", "olaparib: rash 2%"]),
        ("Adverse events leading to discontinuation of olaparib were rare, and rash was seen in 2%.",
         ["olaparib: rash 2%"]),
    ],
)  # fmt: skip
def test_what_a_list_of_them_led_to(results_of, text, results):
    assert results_of("Patients received olaparib in a phase 2 trial. " + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Serious adverse events occurred in 30 (21%) of 140 on olaparib and 21 (15%) of 138 on placebo; five (4%) and "
         "three (2%) patients, respectively, died from adverse events.",
         ["olaparib: any adverse event 4% n=5/140 fatal", "placebo: any adverse event 2% n=3/138 fatal"]),
        ("Rash occurred in 12% and 4%; 7% and 3%, respectively, discontinued due to adverse events.",
         ["olaparib: any adverse event 7% discontinuation", "placebo: any adverse event 3% discontinuation"]),
        ("Rash occurred in 12% and 4%; 7% and 3% stopped treatment because of treatment-related adverse events.",
         ["olaparib: any adverse event 7% related discontinuation",
          "placebo: any adverse event 3% related discontinuation"]),
        ("Serious events occurred in 30% and 20%, and events led to discontinuation in 8% and 5%.",
         ["olaparib: any adverse event 8% discontinuation", "placebo: any adverse event 5% discontinuation"]),
    ],
)  # fmt: skip
def test_who_left_or_died_because_of_them(results_of, text, results):
    assert results_of(ARMS + text)[-2:] == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Grade 3 or 4 infections occurred in 12% and 9%, respectively, and fatal infections in 4% and 1%.",
         ["olaparib: infection 3-4 12%", "placebo: infection 3-4 9%", "olaparib: infection 4% fatal",
          "placebo: infection 1% fatal"]),
        ("Sepsis was the leading cause of death (4% vs 1%).",
         ["olaparib: sepsis 4% fatal", "placebo: sepsis 1% fatal"]),
        ("Deaths occurred in 4 and 2 patients.", ["olaparib: death proportion n=4", "placebo: death proportion n=2"]),
    ],
)  # fmt: skip
def test_who_died_of_what(results_of, text, results):
    assert results_of(ARMS + text) == results
