"""Who is still given something when patients are looked at."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    ("text", "endpoint"),
    [
        ("At the data cutoff, 14% of the olaparib group and 6% of the placebo group were still receiving study drug.",
         "still on treatment"),
        ("After 1 year, 14% of those given olaparib and 6% of those given placebo remained on treatment.",
         "still on treatment"),
        ("On day 7, 14% of the olaparib group and 6% of the placebo group were still requiring oxygen.",
         "still requiring oxygen"),
    ],
)  # fmt: skip
def test_those_still_treated_are_counted(results_of, text, endpoint):
    assert results_of(ARMS + text) == [f"olaparib: {endpoint} proportion 14%", f"placebo: {endpoint} proportion 6%"]


@pytest.mark.parametrize(
    "text",
    [
        "At baseline, 14% of the olaparib group and 6% of the placebo group were still receiving steroids.",
        "Four patients given olaparib remained on treatment.",
        "Patients still receiving oxygen were excluded (14% with olaparib and 6% with placebo).",
    ],
)
def test_those_treated_before_are_no_result(results_of, text):
    assert results_of(ARMS + text) == []
