"""Relative reductions of a risk, told without a ratio."""

import pytest

INTRO = "Women were randomly assigned to raloxifene or placebo. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Raloxifene reduced the risk of vertebral fracture by 30% (P = 0.02).",
         ["raloxifene vs placebo: vertebral fracture riskReduction 30% p=0.02"]),
        ("The incidence of invasive breast cancer was reduced by 76% with raloxifene.",
         ["raloxifene vs placebo: invasive breast cancer riskReduction 76%"]),
        ("Raloxifene led to a 55% relative reduction in the risk of new vertebral deformities.",
         ["raloxifene vs placebo: new vertebral deformities riskReduction 55%"]),
        ("Compared with placebo, raloxifene lowered the risk of fractures (not falls) by an additional 12% (P=0.03).",
         ["raloxifene vs placebo: fracture riskReduction 12% p=0.03"]),
        ("Raloxifene was better, cutting the risk of fractures by a further 12%.",
         ["raloxifene vs placebo: fracture riskReduction 12%"]),
        ("Raloxifene reduced the risk of stroke by 20% (hazard ratio, 0.80; 95% CI, 0.70 to 0.90).",
         ["raloxifene vs placebo: stroke hazardRatio 0.80 [0.70, 0.90] 95%"]),
        ("Raloxifene resulted in a 34% lower hazard rate of relapse than did placebo; falls were alike.",
         ["raloxifene vs placebo: relapse riskReduction 34%"]),
        ("Both groups had a 20% lower risk of relapse than expected.", []),
        ("Earlier work suggested that raloxifene reduced the risk of falls by 20%.", []),
        ("Raloxifene reduces the risk of falls by 20%.", []),
        ("We planned to show whether raloxifene reduced the risk of falls by 20%.", []),
        ("The risk of falls was reduced by 20% with exercise.", []),
    ],
)  # fmt: skip
def test_reductions(results_of, text, told):
    assert results_of(INTRO + text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vaccine efficacy was 94.1% (95% CI, 89.3 to 96.8; P<0.001).",
         ["mRNA-1273 vs placebo: vaccine efficacy riskReduction 94.1% [89.3, 96.8] 95% p<0.001"]),
        ("The trial was stopped early, with an efficacy against influenza of 66% (95% CI, 28 to 85).",
         ["mRNA-1273 vs placebo: efficacy against influenza riskReduction 66% [28, 85] 95%"]),
        ("Clinical efficacy was shown in 76% with mRNA-1273 and 75% with placebo.",
         ["mRNA-1273: clinical efficacy proportion 76%", "placebo: clinical efficacy proportion 75%"]),
    ],
)  # fmt: skip
def test_efficacy_of_a_vaccine_is_of_the_vaccine_against_its_control(results_of, text, told):
    intro = "Adults were randomly assigned to the mRNA-1273 vaccine or placebo. "
    assert results_of(intro + text) == told


def test_a_reduction_has_its_interval(results_of):
    text = "The rate of exacerbations was reduced by 53% (95% CI, 37 to 65; P<0.001) with raloxifene."
    assert results_of(INTRO + text) == ["raloxifene vs placebo: exacerbations riskReduction 53% [37, 65] 95% p<0.001"]


def test_the_interval_may_stand_before_the_word(results_of):
    text = "There was a 24% (95% CI 5-40; p = 0.01) reduction in the risk of stroke with ramipril."
    assert results_of("Patients were randomly assigned to ramipril or placebo. " + text) == [
        "ramipril vs placebo: stroke riskReduction 24% [5, 40] 95% p=0.01"
    ]
