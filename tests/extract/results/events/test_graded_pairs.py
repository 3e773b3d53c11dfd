"""Pairs of figures: of any grade, and of the severe ones."""

import pytest

ONE = "All patients received pembrolizumab. "
TWO = "Patients were randomly assigned to ribociclib or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "The most frequent any-grade (grade ≥3) TRAEs were fatigue 35% (2%) and rash 20% (0%).",
        "The most common TRAEs (all grades/grade ≥3) were fatigue (35%/2%) and rash (20%/0%).",
        "Common events (any grade, grade ≥3) included fatigue (35%, 2%) and rash (20%, 0%).",
        "Most common TEAEs, any grade (grade ≥3): fatigue 35% (2%), rash 20% (0%).",
    ],
)
def test_a_header_of_two_grades(results_of, text):
    assert sorted(results_of(ONE + text)) == [
        "pembrolizumab: fatigue 35%", "pembrolizumab: fatigue >=3 2%",
        "pembrolizumab: rash 20%", "pembrolizumab: rash >=3 0%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The any grade (grade ≥3) events with ribociclib vs placebo were fatigue 35% (2%) vs 20% (1%).",
        "With ribociclib vs placebo, fatigue occurred in 35% (grade ≥3, 2%) vs 20% (grade ≥3, 1%).",
        "Fatigue was seen in 35% (2% grade ≥3) with ribociclib vs 20% (1% grade ≥3) with placebo.",
    ],
)
def test_pairs_of_two_arms(results_of, text):
    assert sorted(results_of(TWO + text)) == [
        "placebo: fatigue 20%", "placebo: fatigue >=3 1%", "ribociclib: fatigue 35%", "ribociclib: fatigue >=3 2%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Any grade (grade ≥3) events were fatigue 35% (2%) and rash 20%.",
         ["fatigue 35%", "fatigue >=3 2%", "rash 20%"]),
        ("Any grade (grade ≥3) fatigue occurred in 35% and in 2%.", ["fatigue 35%"]),
        ("Grade ≥3 fatigue occurred in 2% (rash, 1%).", ["fatigue >=3 2%", "rash >=3 1%"]),
    ],
)  # fmt: skip
def test_what_is_not_in_pairs_is_not_taken_for_it(results_of, text, results):
    assert sorted(results_of(ONE + text)) == [f"pembrolizumab: {result}" for result in results]
