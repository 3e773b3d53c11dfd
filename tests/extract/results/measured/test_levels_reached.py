"""Shares of those whose measurement comes to a level."""

import pytest

ARMS = "Adults with diabetes were randomised to sitagliptin or placebo. "


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Fasting plasma glucose <7.0 mmol/L was achieved in", "Fasting plasma glucose <7.0 mmol/L"),
        ("The proportion of patients with HbA1c ≤6.5% at week 24 was", "HbA1c <=6.5%"),
        ("HIV-1 RNA less than 50 copies per mL was achieved by", "HIV-1 RNA <50 copies per mL"),
        ("An IGA score of 0 or 1 was achieved in", "IGA 0/1"),
        ("DAS28-CRP of 3.2 or less was reached in", "DAS28-CRP <=3.2"),
        ("Patients reached an LDL cholesterol level below 1.8 mmol/L in", "LDL cholesterol <1.8 mmol/L"),
    ],
)
def test_a_level_that_is_reached_is_an_endpoint(results_of, said, name):
    assert results_of(f"{ARMS}{said} 41% with sitagliptin and 17% with placebo.") == [
        f"sitagliptin: {name} proportion 41%",
        f"placebo: {name} proportion 17%",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients with HbA1c >7.5% were enrolled, 60% with sitagliptin and 58% with placebo.",
        "HbA1c <7% was the goal.",
        "Patients had an IGA score of 3 or 4, 60% with sitagliptin and 58% with placebo.",
    ],
)
def test_a_level_that_nobody_reaches_is_none(results_of, sentence):
    assert results_of(ARMS + sentence) == []
