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
        ("The mean AUC was 96.1 +/- 14.4 mg.h/liter with bupivacaine and 70.5 +/- 10.3 mg.h/liter with ropivacaine.",
         ["area under the concentration-time curve mean 96.1 mg.h/liter",
          "area under the concentration-time curve mean 70.5 mg.h/liter"]),
        ("Mean clearance was 15.3 ± 3.3 L/h with bupivacaine and 18.6 ± 3.0 L/h with ropivacaine.",
         ["clearance mean 15.3 L/h", "clearance mean 18.6 L/h"]),
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
