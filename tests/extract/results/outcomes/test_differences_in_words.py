"""Differences of medians told in words, which arm they are of, and what is no difference but a plan."""

import pytest

INTRO = "Patients with gastric cancer were randomly assigned to ramucirumab (n = 238) or placebo (n = 117). "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Overall survival was longer by 1.4 months with ramucirumab than with placebo.",
         ["ramucirumab vs placebo: overall survival difference 1.4 months"]),
        ("Overall survival was 1.4 months longer with placebo than with ramucirumab.",
         ["placebo vs ramucirumab: overall survival difference 1.4 months"]),
        ("Response rates were alike, but there was a 0.8-month gain in PFS with ramucirumab versus placebo.",
         ["ramucirumab vs placebo: progression-free survival difference 0.8 months"]),
        ("A 2-month difference in overall survival was considered clinically relevant.", []),
        ("Follow-up was 1.4 months longer with ramucirumab than with placebo.", []),
        ("With a 12-month increase in age, survival fell.", []),
        ("The hazard ratio for ramucirumab versus placebo was 0.78 (95% CI for OS, 0.60 to 1.00).",
         ["ramucirumab vs placebo: overall survival hazardRatio 0.78 [0.60, 1.00] 95%"]),
        ("The final analysis was planned after 250 deaths.", []),
        ("At the cut-off, when 250 deaths had occurred, follow-up was ended.", ["all: death proportion n=250"]),
    ],
)  # fmt: skip
def test_differences_in_words(results_of, text, told):
    assert results_of(INTRO + text) == told


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median relapse-free survival was prolonged by 14 months in women given tamoxifen (P = 0.0006).",
         ["tamoxifen vs placebo: relapse-free survival difference 14 months p=0.0006"]),
        ("Median survival improved by 3.2 months with tamoxifen.",
         ["tamoxifen vs placebo: overall survival difference 3.2 months"]),
        ("Tamoxifen prolonged median survival by 3 months (12 vs 9 months).",
         ["tamoxifen: overall survival median 12 months", "placebo: overall survival median 9 months"]),
        ("Treatment was delayed by 2 weeks because of neutropenia.", []),
    ],
)  # fmt: skip
def test_by_how_much_survival_was_prolonged(results_of, text, results):
    assert results_of("Women were randomly assigned to tamoxifen or placebo. " + text) == results


def test_values_of_arms_in_a_bracket_are_no_difference(results_of):
    text = (
        "Patients were assigned to olaparib or placebo. There were differences in the rates of several end points, as "
    )
    assert results_of(f"{text}well as nausea (6% in the olaparib group vs. 7% in the placebo group).") == [
        "olaparib: nausea 6%",
        "placebo: nausea 7%",
    ]
