"""Measurements told of each arm without the word mean: their levels, both blood pressures at once, yearly rates."""

import pytest

TWO = "Patients were randomly assigned to brivolimab (n = 120) or placebo (n = 118). "
DOSES = "Patients were randomly assigned to brivolimab 40 mg/day, brivolimab 80 mg/day or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("FEV1 at week 12 was 1.36 L in the brivolimab group and 1.21 L in the placebo group.",
         ["brivolimab: forced expiratory volume in 1 second mean 1.36 L",
          "placebo: forced expiratory volume in 1 second mean 1.21 L"]),
        ("Serum cortisol was 310 nmol/L with brivolimab compared with 395 nmol/L with placebo.",
         ["brivolimab: serum cortisol mean 310 nmol/L", "placebo: serum cortisol mean 395 nmol/L"]),
        ("FEV1 was 1.36 L at entry and 1.21 L at screening.", []),
        ("The dose was 36 mg in the brivolimab group and 21 mg in the placebo group.", []),
    ],
)  # fmt: skip
def test_the_level_that_a_measurement_has_in_each_arm(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Mean reductions in systolic/diastolic blood pressure were 14.2/8.1 mm Hg with brivolimab and 4.6/2.8 mm Hg "
         "with placebo.",
         ["brivolimab: decrease in systolic blood pressure mean 14.2 mm Hg",
          "placebo: decrease in systolic blood pressure mean 4.6 mm Hg",
          "brivolimab: decrease in diastolic blood pressure mean 8.1 mm Hg",
          "placebo: decrease in diastolic blood pressure mean 2.8 mm Hg"]),
        ("Mean blood pressure fell to below 140/90 mm Hg with brivolimab.", []),
        ("The mean change in systolic blood pressure was -2/-4/-5 mm Hg.", []),
    ],
)  # fmt: skip
def test_systolic_and_diastolic_pressure_at_once(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The rate of exacerbations was 1.12 per year in the brivolimab group and 1.39 per year in the placebo group.",
         ["brivolimab: exacerbation rate mean 1.12", "placebo: exacerbation rate mean 1.39"]),
        ("The number of exacerbations per patient-year was 0.64 with brivolimab and 0.85 with placebo.",
         ["brivolimab: exacerbation rate mean 0.64", "placebo: exacerbation rate mean 0.85"]),
    ],
)  # fmt: skip
def test_how_often_something_was_in_a_year(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


def test_a_daily_dose_is_also_told_without_its_day(results_of):
    told = results_of(
        DOSES + "The mean pain score was 2.1 (SD 0.8) for brivolimab 40 mg, 1.9 (SD 0.7) for brivolimab 80 mg and 3.4 "
        "(SD 0.9) for placebo."
    )
    assert told == [
        "brivolimab: pain score mean 2.1 (40 mg/day)",
        "brivolimab: pain score mean 1.9 (80 mg/day)",
        "placebo: pain score mean 3.4",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Mean blood loss was 436 mL with brivolimab and 452 mL with placebo.",
         ["brivolimab: blood loss mean 436 mL", "placebo: blood loss mean 452 mL"]),
        ("LDL cholesterol was lower with brivolimab than with placebo (placebo vs brivolimab: LDL-C, 131 ± 5 vs 88 ± 4 "
         "mg/dL).",
         ["placebo: LDL cholesterol mean 131 mg/dL", "brivolimab: LDL cholesterol mean 88 mg/dL"]),
        ("Brivolimab lowered LDL cholesterol by 40% versus 3% with placebo and raised HDL cholesterol by 8% versus 5%.",
         ["brivolimab: decrease in LDL cholesterol mean 40%", "placebo: decrease in LDL cholesterol mean 3%"]),
        ("The mean percent change in daily insulin dose was -16% with brivolimab and 2% with placebo.",
         ["brivolimab: change in insulin dose mean -16%", "placebo: change in insulin dose mean 2%"]),
        ("The adjusted annual rate of change in FVC was -114 ml with brivolimab versus -239 ml with placebo.",
         ["brivolimab: change in forced vital capacity mean -114 ml",
          "placebo: change in forced vital capacity mean -239 ml"]),
    ],
)  # fmt: skip
def test_a_level_is_no_change_and_a_change_no_share(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)
