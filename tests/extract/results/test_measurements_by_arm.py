"""Measurements told of each arm without the word mean: their levels, both blood pressures at once, yearly rates."""

import pytest
from telling import drugs
from trialgraph.ontology.facts import OutcomeResult

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
        ("The MADRS score was 14.6 (95% CI 11.5-17.7) with brivolimab and 22.9 (95% CI 18.9-26.9) with placebo.",
         ["brivolimab: Montgomery-Åsberg Depression Rating Scale mean 14.6 [11.5, 17.7] 95%",
          "placebo: Montgomery-Åsberg Depression Rating Scale mean 22.9 [18.9, 26.9] 95%"]),
        ("Systolic BP decreased from 152 to 139 mm Hg with brivolimab and from 151 to 147 mm Hg with placebo.",
         ["brivolimab: systolic blood pressure mean 139 mm Hg", "placebo: systolic blood pressure mean 147 mm Hg"]),
        ("Weight loss at one year was 10.2 kg with brivolimab compared with 6.3 kg with placebo.",
         ["brivolimab: weight loss mean 10.2 kg", "placebo: weight loss mean 6.3 kg"]),
        ("The pain score was 2 (1-3) with brivolimab and 4 (3-5) with placebo.", []),
        ("The ratio of ferritin to its first value was 0.53 with brivolimab and 0.75 with placebo.", []),
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
        ("Body weight decreased 2.3 kg with brivolimab and increased 1.8 kg with placebo.",
         ["brivolimab: decrease in body weight mean 2.3 kg", "placebo: increase in body weight mean 1.8 kg"]),
        ("Mean percent weight loss was 7.1% with brivolimab and 1.7% with placebo.",
         ["brivolimab: weight loss mean 7.1%", "placebo: weight loss mean 1.7%"]),
        ("Weight loss occurred in 7.1% with brivolimab and 1.7% with placebo.",
         ["brivolimab: weight loss 7.1%", "placebo: weight loss 1.7%"]),
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


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Brivolimab increased trough FEV1 by 180 mL compared with placebo (p < 0.001).",
         ["brivolimab vs placebo: forced expiratory volume in 1 second difference 180 mL p<0.001"]),
        ("The gain in FEV1 was greater by 10.4 percentage points in the brivolimab group than in the placebo group.",
         ["brivolimab vs placebo: forced expiratory volume in 1 second difference 10.4 percentage points"]),
        ("Brivolimab increased trough FEV1 by 180 mL compared with 60 mL for placebo.",
         ["brivolimab: increase in forced expiratory volume in 1 second mean 180 mL",
          "placebo: increase in forced expiratory volume in 1 second mean 60 mL"]),
    ],
)  # fmt: skip
def test_by_how_much_one_arm_is_better_than_the_other(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


def test_the_doses_of_a_list_are_no_scores(results_of):
    told = results_of(
        "Children were given brivolimab or placebo. Mean changes in the pain score were -2.4, -1.8, -1.6 and -0.9 for "
        "brivolimab 1, 2 and 3 mg and placebo, respectively."
    )
    assert told == []


def test_to_die_or_to_survive_with_harm_is_one_endpoint(results_of):
    told = results_of(
        TWO + "Of those given brivolimab, 38 (32%) died or survived with a disability, as did 47 (40%) of those given "
        "placebo."
    )
    assert all("death or disability" in line for line in told)
    assert told


def test_shares_at_the_time_that_ends_their_clause(reading_of):
    told = reading_of(
        TWO + "28% of brivolimab patients had a remission by day 2 and 54% by day 4; 18% of placebo patients had a "
        "remission by day 2 and 34% by day 4."
    )
    claims = [fact.claim for fact in told.facts if isinstance(fact.claim, OutcomeResult)]
    assert [(drugs(c.arm), int(c.value or 0), c.at_time) for c in claims] == [
        ("brivolimab", 28, "2 days"),
        ("brivolimab", 54, "4 days"),
        ("placebo", 18, "2 days"),
        ("placebo", 34, "4 days"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mean body weight at entry was 82 kg with metformin and 81 kg with placebo.",
        "The mean baseline body weight was 82 kg with metformin and 81 kg with placebo.",
        "Mean HbA1c at baseline was 8.1 ± 0.9% with metformin and 8.2 ± 1.1% with placebo.",
    ],
)
def test_what_patients_had_as_the_trial_began_is_no_result(results_of, text):
    assert results_of(f"Adults were randomly assigned to metformin or placebo. {text}") == []


def test_a_change_from_baseline_is_one(results_of):
    text = "The mean change from baseline in body weight was -3.2 kg with metformin and -0.4 kg with placebo."
    weight = "change in body weight mean"
    told = results_of(f"Adults were randomly assigned to metformin or placebo. {text}")
    assert sorted(told) == [f"metformin: {weight} -3.2 kg", f"placebo: {weight} -0.4 kg"]


def test_the_time_to_what_is_no_time_itself_has_a_name_of_its_own(results_of):
    text = "The median time to first rescue analgesia was 4.3 h with metformin versus 2.1 h with placebo."
    name = "time to first rescue analgesia median"
    told = results_of(f"Adults were randomly assigned to metformin or placebo. {text}")
    assert sorted(told) == [f"metformin: {name} 4.3 hours", f"placebo: {name} 2.1 hours"]


def test_levels_before_the_intervention_are_no_result(results_of):
    told = results_of(TWO + "Serum cortisol with brivolimab before treatment (12.3 ± 2.5) fell to 8.1 ± 1.8.")
    assert told == ["brivolimab: serum cortisol mean 8.1"]
