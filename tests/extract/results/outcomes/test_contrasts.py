"""Ratios between patients: the contrast is the population, and no arm is the comparator."""

import pytest

ARMS = "Patients were randomly assigned to tamoxifen or anastrozole. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("No association was seen between genotype and survival in patients given tamoxifen (PM vs EM: HR for overall "
         "survival = 1.25, 95% CI = 0.55 to 3.15).",
         ["tamoxifen: overall survival hazardRatio 1.25 [0.55, 3.15] 95% (PM vs EM)"]),
        ("Baseline albumin was prognostic for overall survival (HR=0.77, 95% CI=0.61-0.96), but not for "
         "progression-free survival (HR=0.90, 95% CI=0.80-1.01).",
         ["all: overall survival hazardRatio 0.77 [0.61, 0.96] 95% (Baseline albumin)",
          "all: progression-free survival hazardRatio 0.90 [0.80, 1.01] 95% (Baseline albumin)"]),
        ("In multivariate analysis, age (HR 1.20, 95% CI 1.05-1.40) and stage (HR 1.90, 95% CI 1.20-2.90) were "
         "independent prognostic factors for overall survival.",
         ["all: overall survival hazardRatio 1.20 [1.05, 1.40] 95% (age)",
          "all: overall survival hazardRatio 1.90 [1.20, 2.90] 95% (stage)"]),
        ("The mutation was associated with shorter overall survival (HR 1.70, 95% CI 1.10-2.90).",
         ["all: overall survival hazardRatio 1.70 [1.10, 2.90] 95% (mutation)"]),
        ("Higher insulin (HR 0.80, 95% CI 0.67-0.98) and C-peptide (HR 0.60, 95% CI 0.39-0.98) levels were associated "
         "with overall survival.", ["all: overall survival hazardRatio 0.80 [0.67, 0.98] 95% (Higher insulin)"]),
        ("This was associated with shorter overall survival (HR 1.70, 95% CI 1.10-2.90).", []),
    ],
)  # fmt: skip
def test_a_ratio_between_patients(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_a_ratio_between_arms_stays_one(results_of):
    text = "Tamoxifen was associated with longer overall survival than anastrozole (HR 0.70, 95% CI 0.50-0.90)."
    assert results_of(ARMS + text) == [
        "tamoxifen vs anastrozole: overall survival hazardRatio 0.70 [0.50, 0.90] 95%",
    ]


def test_a_difference_may_have_a_plus(results_of):
    arms = "Patients were assigned to pamidronate or placebo. "
    text = "Response rates were 42% with pamidronate and 30% with placebo (risk difference, +12%; 95% CI, 2 to 22)."
    assert "pamidronic acid vs placebo: objective response rate difference 12% [2, 22] 95%" in results_of(arms + text)
