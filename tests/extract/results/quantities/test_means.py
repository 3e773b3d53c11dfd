"""Means, medians and their differences, with and without their spread; levels before treatment are no results."""

import pytest

ARMS = "Patients were randomized to bupivacaine (n = 30) or ropivacaine (n = 30). "
DRUGS = "Patients with type 2 diabetes were randomly assigned to sitagliptin 100 mg once daily or placebo. "
DOSES = "Patients with type 2 diabetes were assigned to empagliflozin 10 mg, empagliflozin 25 mg, or placebo. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mean pain score at 6 h was 2.1 (SD 1.2) in the bupivacaine group and 3.4 (SD 1.5) in the ropivacaine group.",
         ["pain score mean 2.1", "pain score mean 3.4"]),
        ("Mean (SD) pain scores were 2.1 (1.2) with bupivacaine and 3.4 (1.5) with ropivacaine.",
         ["pain score mean 2.1", "pain score mean 3.4"]),
        ("Mean heart rate was 72 beats/min with bupivacaine and 78 beats/min with ropivacaine.",
         ["heart rate mean 72 beats/min", "heart rate mean 78 beats/min"]),
        ("Mean arterial pressure was 78 ± 9 mm Hg with bupivacaine and 84 ± 8 mm Hg with ropivacaine.",
         ["mean arterial pressure mean 78 mm Hg", "mean arterial pressure mean 84 mm Hg"]),
        ("The median (range) duration of analgesia was 14.5 h (8-24) with bupivacaine and 12.1 h (6-20) with "
         "ropivacaine.", ["duration of analgesia median 14.5 hours", "duration of analgesia median 12.1 hours"]),
        ("Median pain score at 24 h was 2 (IQR 1-3) with bupivacaine and 3 (IQR 2-5) with ropivacaine.",
         ["pain score median 2", "pain score median 3"]),
        ("The pain score fell from 5.6 ± 1.1 to 2.1 ± 0.9 with bupivacaine and from 5.8 ± 1.2 to 3.4 ± 1.0 with "
         "ropivacaine.", ["pain score mean 2.1", "pain score mean 3.4"]),
    ],
)  # fmt: skip
def test_what_was_measured_in_two_arms(results_of, sentence, found):
    first, second = found
    assert results_of(ARMS + sentence) == [f"bupivacaine: {first}", f"ropivacaine: {second}"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The mean (SE) change in HbA1c was -0.61% (0.06) with sitagliptin and 0.18% (0.07) with placebo.",
         ["change in glycated hemoglobin mean -0.61%", "change in glycated hemoglobin mean 0.18%"]),
        ("The mean reduction in HbA1c was greater with sitagliptin (-0.61%) than with placebo (0.18%).",
         ["change in glycated hemoglobin mean -0.61%", "change in glycated hemoglobin mean 0.18%"]),
        ("Mean fasting plasma glucose fell by 12.7 mg/dL with sitagliptin and rose by 4.7 mg/dL with placebo.",
         ["decrease in fasting plasma glucose mean 12.7 mg/dL", "increase in fasting plasma glucose mean 4.7 mg/dL"]),
        ("Mean HbA1c increased 0.1% with sitagliptin and 0.2% with placebo.",
         ["increase in glycated hemoglobin mean 0.1%", "increase in glycated hemoglobin mean 0.2%"]),
        ("The mean change in HbA1c was -1.3 points with sitagliptin and -1.1 points with placebo, to means of 6.7% and "
         "6.9%.", ["change in glycated hemoglobin mean -1.3 points", "change in glycated hemoglobin mean -1.1 points",
                   "glycated hemoglobin mean 6.7%", "glycated hemoglobin mean 6.9%"]),
        ("Mean HbA1c, which was 8.0% at baseline, was 7.4% with sitagliptin and 8.1% with placebo.",
         ["glycated hemoglobin mean 7.4%", "glycated hemoglobin mean 8.1%"]),
    ],
)  # fmt: skip
def test_changes_are_named_as_changes(results_of, sentence, found):
    arms = ["sitagliptin", "placebo"] * 2
    assert results_of(DRUGS + sentence) == [f"{arm}: {line}" for arm, line in zip(arms, found, strict=False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "At baseline, the mean HbA1c was 8.0% with sitagliptin and 8.1% with placebo.",
        "The pain score was required to be 4, the mean age was 58 with sitagliptin and 57 with placebo.",
        "Mean pain scores at 2, 6 and 12 h were lower with sitagliptin.",
        "There was no difference in HbA1c at 24 weeks, 7.9% in all.",
        "The trial could detect a difference in HbA1c of 0.5%.",
        "Death was less frequent with sitagliptin (-5%) than with placebo (-7%).",
        "The mean clearance with sitagliptin (50 and 100 mg) was high.",
        "Pain scores improved more than with placebo (mean change, -8.1; 95% CI, -11.4 to -4.8).",
    ],
)
def test_what_is_no_result(results_of, sentence):
    assert results_of(DRUGS + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sitagliptin lowered HbA1c (least-squares mean difference, -0.79%; 95% CI, -0.96 to -0.62).",
         ["glycated hemoglobin difference -0.79% [-0.96, -0.62] 95%"]),
        ("The placebo-subtracted change in HbA1c was -0.79 percentage points (95% CI -0.96 to -0.62).",
         ["glycated hemoglobin difference -0.79 percentage points [-0.96, -0.62] 95%"]),
        ("The mean difference in pain score at 24 h was -1.0 (95% CI -1.7 to -0.3).",
         ["pain score difference -1.0 at 24 hours [-1.7, -0.3] 95%"]),
        ("Systolic blood pressure was 3.2 ± 0.4 mm Hg lower with sitagliptin than with placebo.",
         ["systolic blood pressure difference 3.2 mm Hg"]),
        ("The differences in bone mineral density were 6.02% (95% CI 5.77-6.28) at the total hip and 6.71% (95% CI "
         "5.69-7.74) at the lumbar spine.",
         ["total hip bone mineral density difference 6.02% [5.77, 6.28] 95%",
          "lumbar spine bone mineral density difference 6.71% [5.69, 7.74] 95%"]),
    ],
)  # fmt: skip
def test_differences_of_means(results_of, sentence, found):
    assert results_of(DRUGS + sentence) == [f"sitagliptin vs placebo: {line}" for line in found]


def test_differences_of_two_doses(results_of):
    told = results_of(
        DOSES
        + "Adjusted mean differences versus placebo in HbA1c were -0.54 percentage points (95% CI -0.58 to -0.49) "
        "for empagliflozin 10 mg and -0.60 percentage points (95% CI -0.64 to -0.55) for empagliflozin 25 mg."
    )
    assert told == [
        "empagliflozin vs placebo: glycated hemoglobin difference -0.54 percentage points [-0.58, -0.49] 95% (10 mg)",
        "empagliflozin vs placebo: glycated hemoglobin difference -0.60 percentage points [-0.64, -0.55] 95% (25 mg)",
    ]


def test_shares_of_each_year_keep_their_unit(results_of):
    told = results_of(
        ARMS + "Mortality was 4.1% per year with bupivacaine and 3.6% per year with ropivacaine, and intracranial "
        "hemorrhage was less common with bupivacaine than ropivacaine (0.3% vs 0.7% per year)."
    )
    assert told == [
        "bupivacaine: death proportion 4.1 percent per year",
        "ropivacaine: death proportion 3.6 percent per year",
    ]


def test_a_limit_that_is_counted_tells_nobody_apart(results_of):
    told = results_of(
        DRUGS + "The proportion of patients with HbA1c below 7% was 41% (93 of 229) with sitagliptin and 17% (41/244) "
        "with placebo."
    )
    assert told == [
        "sitagliptin: HbA1c below 7% proportion 41% n=93/229",
        "placebo: HbA1c below 7% proportion 17% n=41/244",
    ]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("difference 12%; 95% CI 2 to 22; p=0.01", "12%"),
        ("absolute difference 12 percentage points; 95% CI 2 to 22; p=0.01", "12 percentage points"),
        ("treatment effect 12%; 95% CI 2 to 22; p=0.01", "12%"),
        ("Δ 12%, 95% CI 2 to 22; p=0.01", "12%"),
    ],
)
def test_a_contrast_in_brackets_has_the_interval(results_of, told, value):
    text = "Patients were assigned to pamidronate or placebo. Response rates were 42% with pamidronate and "
    text += "30% with placebo "
    response = "objective response rate"
    assert sorted(results_of(f"{text}({told}).")) == [
        f"pamidronic acid vs placebo: {response} difference {value} [2, 22] 95% p=0.01",
        f"pamidronic acid: {response} proportion 42%",
        f"placebo: {response} proportion 30%",
    ]


@pytest.mark.parametrize(("told", "of_all"), [("odd contrast 12%", 0), ("overall 36%", 1)])
def test_a_bracket_behind_two_arms_is_of_all_only_where_it_says_so(results_of, told, of_all):
    text = "Patients were assigned to pamidronate or placebo. Response rates were 42% with pamidronate and "
    text += "30% with placebo "
    assert sum(result.startswith("all:") for result in results_of(f"{text}({told}).")) == of_all


def test_two_pressures_at_once_are_a_mean_of_neither(results_of):
    arms = "Patients were randomly assigned to valsartan or amlodipine. "
    pair = (
        "Reductions in systolic and diastolic blood pressure were greater with valsartan (-27.7 ± 13/-15.1 ± 8 mm Hg)."
    )
    assert results_of(arms + pair) == []
    assert results_of(arms + "Diastolic blood pressure changed by -15.1 ± 8 mm Hg with valsartan.") == [
        "valsartan: change in diastolic blood pressure mean -15.1 mm Hg"
    ]


VALSARTAN = "Patients were randomly assigned to valsartan or placebo. "


@pytest.mark.parametrize(
    "told",
    [
        "Systolic blood pressure fell by 15.2 mm Hg in the valsartan group and by 4.8 mm Hg in the placebo group.",
        "Systolic blood pressure decreased by 15.2 mm Hg versus 4.8 mm Hg with valsartan and placebo, respectively.",
        "The reduction in systolic blood pressure was 15.2 mm Hg with valsartan and 4.8 mm Hg with placebo.",
        "Systolic blood pressure fell by 15.2 mm Hg with valsartan, compared with 4.8 mm Hg in patients given placebo.",
        "The reduction in systolic blood pressure was 15.2 mm Hg, as compared with 4.8 mm Hg for placebo.",
    ],
)
def test_by_how_much_each_arm_changed_is_a_mean_without_the_word(results_of, told):
    assert results_of(VALSARTAN + told) == [
        "valsartan: decrease in systolic blood pressure mean 15.2 mm Hg",
        "placebo: decrease in systolic blood pressure mean 4.8 mm Hg",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Valsartan lowered systolic blood pressure by 5.2 mm Hg compared with placebo.",
        "Valsartan lowered systolic blood pressure by 5.2 mm Hg at week 4 and by 6.1 mm Hg at week 8 versus placebo.",
        "Valsartan lowered systolic blood pressure by 5.2 mm Hg and heart rate by 3.1 bpm compared with placebo.",
        "Treatment failure decreased by 38% compared with 42% in the year before.",
        "The mean (SD) pain scores at weeks 1 and 4 (8.0 [7.1] and 8.5 [5.7]) with valsartan were low.",
    ],
)
def test_a_difference_from_the_other_arm_is_no_mean_of_either(results_of, told):
    assert results_of(VALSARTAN + told) == []


def test_percentages_and_counts_of_each_arm(results_of):
    assert results_of(VALSARTAN + "Valsartan reduced LDL cholesterol by 38% compared with 2% for placebo.") == [
        "valsartan: decrease in LDL cholesterol mean 38%",
        "placebo: decrease in LDL cholesterol mean 2%",
    ]
    assert results_of(
        VALSARTAN + "Stroke occurred in three (out of 12) men given valsartan and two (out of 14) men given placebo."
    ) == [
        "valsartan: stroke n=3/12",
        "placebo: stroke n=2/14",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Valsartan lowered systolic blood pressure (-15.2 mm Hg vs -4.8 mm Hg).",
        "Systolic blood pressure (-15.2 vs -4.8 mm Hg) was lowered.",
        "Systolic blood pressure fell more with valsartan (-15.2 mm Hg) than with placebo (-4.8 mm Hg).",
        "The change in systolic blood pressure from day 1 to week 8 was -15.2 mm Hg on valsartan versus -4.8 mm Hg on "
        "placebo.",
    ],
)
def test_what_is_below_zero_in_each_arm_is_a_mean_change(results_of, told):
    assert sorted(results_of(VALSARTAN + told)) == [
        "placebo: change in systolic blood pressure mean -4.8 mm Hg",
        "valsartan: change in systolic blood pressure mean -15.2 mm Hg",
    ]


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("The HAQ-DI score improved by 0.6 with valsartan and by 0.2 with placebo.",
         ["improvement in Health Assessment Questionnaire Disability Index mean 0.6",
          "improvement in Health Assessment Questionnaire Disability Index mean 0.2"]),
        ("The UPDRS score worsened by 2.8 points with valsartan versus 4.3 points with placebo.",
         ["worsening in Unified Parkinson's Disease Rating Scale mean 2.8 points",
          "worsening in Unified Parkinson's Disease Rating Scale mean 4.3 points"]),
        ("Body weight changed by -3.2 kg with valsartan and +1.6 kg with placebo.",
         ["change in body weight mean -3.2 kg", "change in body weight mean 1.6 kg"]),
        ("HbA1c (-0.7% vs +0.1%) was lower with valsartan than with placebo.",
         ["change in glycated hemoglobin mean -0.7%", "change in glycated hemoglobin mean 0.1%"]),
        ("The annualized relapse rate was 0.23 with valsartan and 0.73 with placebo.",
         ["annualized relapse rate mean 0.23", "annualized relapse rate mean 0.73"]),
        ("The annual rate of asthma exacerbations was lower with valsartan than with placebo (0.6 vs 1.3).",
         ["annual rate of asthma exacerbations mean 0.6", "annual rate of asthma exacerbations mean 1.3"]),
        ("Monthly migraine days were reduced by 4.7 days with valsartan and by 2.8 days with placebo.",
         ["decrease in monthly migraine days mean 4.7 days", "decrease in monthly migraine days mean 2.8 days"]),
    ],
)  # fmt: skip
def test_changes_and_yearly_rates_without_the_word(results_of, told, values):
    arms = ("valsartan", "placebo")
    assert results_of(VALSARTAN + told) == [f"{arm}: {value}" for arm, value in zip(arms, values, strict=True)]


@pytest.mark.parametrize(
    "told",
    [
        "The annual cost was 12.5 with valsartan and 11.2 with placebo.",
        "The T-score changed from -2.1 to -1.8 with valsartan.",
        "The T-score was -2.1 with valsartan and -2.4 with placebo.",
        "The number of days was reduced by 4.7 with valsartan and by 2.8 with placebo.",
        "Systolic blood pressure was 141 mm Hg with valsartan and 139 mm Hg with placebo.",
        "Fewer men stopped valsartan over 28 days with migraine days per month of interest.",
        "HbA1c fell (P < 0.001 for 10 and 25 mg) by -0.7 units with the tablets.",
    ],
)
def test_numbers_that_no_word_tells_to_be_means(results_of, told):
    assert results_of(VALSARTAN + told) == []


def test_a_spread_in_a_bracket_is_no_value_of_its_own(results_of):
    told = "The mean pain score was 3.1 [SD 1.2] with valsartan vs 4.5 [1.4] with placebo."
    assert results_of(VALSARTAN + told) == ["valsartan: pain score mean 3.1", "placebo: pain score mean 4.5"]


def test_those_by_whom_it_was_reached(results_of):
    told = "An ACR20 response was achieved by 64% of men given valsartan and by 36% of men given placebo."
    assert results_of(VALSARTAN + told) == [
        "valsartan: ACR20 response proportion 64%",
        "placebo: ACR20 response proportion 36%",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "HbA1c fell by 0.6% (95% CI, 0.4 to 0.8) with sitagliptin and by 0.2% (95% CI, 0.1 to 0.3) with placebo.",
        "HbA1c decreased by 0.6% (P < 0.001) with sitagliptin versus 0.2% (P = 0.08) with placebo.",
        "The mean decrease in HbA1c was 0.6% with sitagliptin and 0.2% with placebo.",
    ],
)
def test_what_is_printed_about_changes_parts_none_from_the_other(results_of, sentence):
    found = [told.partition(" [")[0].partition(" p")[0] for told in results_of(DRUGS + sentence)]
    assert found == [
        f"{arm}: decrease in glycated hemoglobin mean {value}%"
        for arm, value in (("sitagliptin", "0.6"), ("placebo", "0.2"))
    ]


def test_an_increase_of_both_arms_is_no_difference(results_of):
    sentence = "The mean increase in body weight was 12% with sitagliptin and 3% with placebo."
    assert results_of(DRUGS + sentence) == [
        "sitagliptin: increase in body weight mean 12%",
        "placebo: increase in body weight mean 3%",
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mean arterial pressure was (78 ± 9) mm Hg with bupivacaine and (84 ± 8) mm Hg with ropivacaine.",
         ["mean arterial pressure mean 78 mm Hg", "mean arterial pressure mean 84 mm Hg"]),
        ("Median survival was 14.2 ± 1.1 months with bupivacaine and 9.5 ± 0.8 months with ropivacaine.",
         ["overall survival median 14.2 months", "overall survival median 9.5 months"]),
        ("Median survival was 14.2 months with bupivacaine, significantly longer than 9.5 months with ropivacaine.",
         ["overall survival median 14.2 months", "overall survival median 9.5 months"]),
    ],
)  # fmt: skip
def test_units_behind_brackets_and_values_set_against_others(results_of, sentence, found):
    first, second = found
    assert results_of(ARMS + sentence) == [f"bupivacaine: {first}", f"ropivacaine: {second}"]
