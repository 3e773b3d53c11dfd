"""Changes of each arm: told by sign, by verbs, in brackets, by year."""

import pytest

ARMS = "Patients were randomized to bupivacaine (n = 30) or ropivacaine (n = 30). "
DRUGS = "Patients with type 2 diabetes were randomly assigned to sitagliptin 100 mg once daily or placebo. "


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
        "Systolic blood pressure was 141 mm Hg at entry and 139 mm Hg at screening with valsartan.",
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ejection fraction rose in both groups (48 ± 2% to 59 ± 2% in the simvastatin group, 48 ± 3% to 50 ± 3% in "
            "the placebo group).",
            "left ventricular ejection fraction mean {}%",
        ),
        (
            "In the simvastatin group, ejection fraction went from 48% at baseline to 59% at 3 years and in the "
            "placebo group from 48 to 50%.",
            "left ventricular ejection fraction mean {}%",
        ),
        (
            "Simvastatin lowered resistin levels (from 71 ± 2 to 59 ± 2 µg/L) compared with placebo (from 48 ± 3 to "
            "50 ± 3 µg/L).",
            "resistin levels mean {} µg/L",
        ),
    ],
)
def test_a_mean_with_its_spread_has_become_another(results_of, text, name):
    arms = "Patients were randomly assigned to simvastatin or placebo. "
    assert sorted(results_of(arms + text)) == [f"placebo: {name.format(50)}", f"simvastatin: {name.format(59)}"]


def test_what_was_given_before_and_after_is_no_outcome(results_of):
    arms = "Patients were randomly assigned to simvastatin or placebo. "
    text = (
        "Simvastatin lowered the dose of morphine (from 19 ± 3 to 12 ± 2 mg), placebo did not (from 18 ± 3 to 19 ± 4)."
    )
    assert results_of(arms + text) == []
    assert results_of(arms + "Serum levels fell from 71 ± 2 to 59 ± 2 (day 2) and 50 ± 3 (day 3) during rest.") == []
