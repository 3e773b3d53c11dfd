"""Ratios of several arms, all against one of them."""

import pytest

DOSES = "Patients with atrial fibrillation were assigned to dabigatran 110 mg, dabigatran 150 mg, or warfarin. "
DRUGS = "Patients were randomly allocated to ondansetron (group O), dexamethasone (group D), or placebo (group P). "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DOSES + "Compared with warfarin, the relative risk of stroke was 0.91 (95% CI, 0.74 to 1.11) with dabigatran "
         "110 mg and 0.66 (95% CI, 0.53 to 0.82) with dabigatran 150 mg.",
         ["dabigatran vs warfarin: stroke relativeRisk 0.91 [0.74, 1.11] 95% (110 mg)",
          "dabigatran vs warfarin: stroke relativeRisk 0.66 [0.53, 0.82] 95% (150 mg)"]),
        (DOSES + "Hazard ratios for death were 0.91 (95% CI 0.80-1.03; P = 0.13) for the 110 mg dose and 0.88 (95% CI "
         "0.77-1.00; P = 0.05) for the 150 mg dose.",
         ["dabigatran vs warfarin: overall survival hazardRatio 0.91 [0.80, 1.03] 95% p=0.13 (110 mg)",
          "dabigatran vs warfarin: overall survival hazardRatio 0.88 [0.77, 1.00] 95% p=0.05 (150 mg)"]),
        (DOSES + "The hazard ratio for death with dabigatran 150 mg was 0.88 (95% CI 0.77 to 1.00) versus warfarin.",
         ["dabigatran vs warfarin: overall survival hazardRatio 0.88 [0.77, 1.00] 95% (150 mg)"]),
        (DRUGS + "Ondansetron (RR 0.25, 95% CI 0.1-0.7) and dexamethasone (RR 0.30, 95% CI 0.1-0.8) helped against "
         "vomiting.",
         ["ondansetron vs placebo: vomiting relativeRisk 0.25 [0.1, 0.7] 95%",
          "dexamethasone vs placebo: vomiting relativeRisk 0.30 [0.1, 0.8] 95%"]),
        (DOSES + "Strokes occurred in 1.5% with dabigatran 110 mg and 1.7% with warfarin (hazard ratio, 0.92; "
         "95% CI, 0.74 to 1.13) and in 1.0% with dabigatran 150 mg (hazard ratio vs. warfarin, 0.64; 95% CI, 0.51 to "
         "0.81).",
         ["dabigatran: stroke 1.5% (110 mg)", "warfarin: stroke 1.7%", "dabigatran: stroke 1.0% (150 mg)",
          "dabigatran vs warfarin: stroke hazardRatio 0.92 [0.74, 1.13] 95% (110 mg)",
          "dabigatran vs warfarin: stroke hazardRatio 0.64 [0.51, 0.81] 95% (150 mg)"]),
        (DRUGS + "The odds ratio for vomiting was 0.8 (95% CI 0.3-1.9) versus dexamethasone.", []),
    ],
)  # fmt: skip
def test_ratios_against_one_arm(results_of, text, told):
    assert results_of(text) == told


def test_a_ratio_is_of_the_arm_that_came_to_more(results_of):
    text = "Patients were randomised to brivanib or sorafenib. Median survival rose from 8.2 months with sorafenib to "
    assert "brivanib vs sorafenib: overall survival hazardRatio 0.80" in results_of(
        f"{text}9.4 months with brivanib (HR 0.80)."
    )


def test_a_ratio_near_one_tells_no_order(results_of):
    text = (
        "Patients were randomised to brivanib or placebo. Median overall survival was 8.2 months with placebo and 9.4 "
        "months with brivanib (HR 1.02)."
    )
    assert "brivanib vs placebo: overall survival hazardRatio 1.02" in results_of(text)


def test_the_arms_are_named_behind_the_ratios(results_of):
    text = (
        "Women were randomly assigned to anastrozole or tamoxifen. Disease-free survival (HR 0.85, p=0.003) and time "
        "to recurrence (HR 0.76, p=0.001) were improved with anastrozole compared with tamoxifen."
    )
    assert [result.split(":")[0] for result in results_of(text)] == ["anastrozole vs tamoxifen"] * 2


@pytest.mark.parametrize(
    ("who", "told"),
    [("Aspirin", ["aspirin vs placebo: overall survival hazardRatio 0.71 p<0.0001"]), ("A high PSA", [])],
)
def test_what_an_arm_was_associated_with_is_no_prognosis(results_of, who, told):
    text = f"{who} was associated with better overall survival (hazard ratio, 0.71; P less than .0001)."
    assert results_of("Men were randomly assigned to aspirin or placebo. " + text) == told
