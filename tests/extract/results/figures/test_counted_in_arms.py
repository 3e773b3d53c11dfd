"""Numbers behind arms that count those who had something, and no patients of an arm."""

import pytest

_TOLD = "Men were assigned to ramipril or placebo. "


@pytest.mark.parametrize(
    ("sentence", "results"),
    [
        ("More men had nausea with ramipril (n = 6) than with placebo (n = 2).",
         ["ramipril: nausea n=6", "placebo: nausea n=2"]),
        ("Deaths occurred in the ramipril group (n = 4) and the placebo group (n = 9).",
         ["ramipril: death proportion n=4", "placebo: death proportion n=9"]),
        ("Twelve men had a stroke (ramipril, n = 4; placebo, n = 8).",
         ["ramipril: stroke n=4", "placebo: stroke n=8"]),
        ("Fewer men withdrew while taking ramipril (n = 1) than placebo (n = 10).", []),
        ("Adverse events were similar with ramipril (n = 131) and placebo (n = 110).", []),
    ],
)  # fmt: skip
def test_events_behind_each_arm(arms_of, results_of, sentence, results):
    assert results_of(_TOLD + sentence) == results
    assert [a.size for a in arms_of(_TOLD + sentence)] == [None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate of death was lower with ramipril (n = 104) than with placebo (n = 109).",
        "Most men were randomly assigned to ramipril (n = 104), the others to placebo (n = 109).",
        "In all, 213 men had a relapse and started treatment with ramipril (n = 104) or placebo (n = 109).",
    ],
)
def test_patients_behind_each_arm(arms_of, sentence):
    assert [a.size for a in arms_of(_TOLD + sentence)] == [104, 109]
