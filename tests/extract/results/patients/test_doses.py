"""Patients told apart by the dose they were given, where a trial of one arm had several doses."""

import pytest

DOSES = "In this phase 1 trial, patients received carfilzomib, starting at 15 mg/m2. "
RATE = "carfilzomib: objective response rate proportion 24%"


@pytest.mark.parametrize(
    "text",
    [
        "Among patients treated with at least 20 mg/m2, the ORR was 24%.",
        "The ORR was 24% at doses of at least 20 mg/m2.",
    ],
)
def test_a_least_dose(results_of, text):
    assert results_of(DOSES + text) == [f"{RATE} (at least 20 mg/m2)"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The ORR was 24% in patients at doses ≥20 mg/m2.", " (≥20 mg/m2)"),
        ("At 20 mg/m2, the ORR was 24%.", " (20 mg/m2)"),
        ("The ORR was 24% at the 20 mg/m2 dose level.", " (20 mg/m2)"),
        ("The ORR was 24% at doses of 20 mg/m2 or above.", " (20 mg/m2 or above)"),
        ("The ORR was 24%, and patients went on at 20 mg/m2.", ""),
    ],
)
def test_a_dose_of_several(results_of, text, part):
    assert results_of(DOSES + text) == [RATE + part]


def test_the_only_dose_is_no_part(results_of):
    text = "Patients received carfilzomib 20 mg/m2. The ORR was 24% in patients treated with 20 mg/m2 weekly."
    assert results_of(text) == [RATE]


def test_an_open_dose_is_not_the_arm_of_its_limit(results_of):
    text = "Patients were randomised to carfilzomib 15 mg/m2, 20 mg/m2 or 27 mg/m2. "
    assert results_of(text + "In the ≥20 mg/m2 cohorts, the ORR was 24%.") == []


def test_a_dose_with_a_fraction_is_not_cut(results_of):
    text = "Among 16 patients who received the recommended dose of 1.5 mg/m2, the ORR was 24%."
    assert results_of(DOSES + text) == [f"{RATE} (recommended dose)"]


def test_a_share_of_all_is_not_of_the_part_behind(results_of):
    text = "A response was achieved by 24% of all patients and by some of those with anemia."
    assert results_of(DOSES + text) == [RATE]


def test_a_part_told_by_a_fraction(results_of):
    text = "For patients with a T-score of less than 2.5 taking carfilzomib, the ORR was 24%."
    assert results_of(DOSES + text) == [f"{RATE} (a T-score of less than 2.5)"]
