"""Figures that go to arms in turn: of `the three groups`, of forms of one drug, ratios with an arm of their own."""

import pytest

_THREE = "Patients were randomly assigned to placebo, ramipril, or losartan."


@pytest.mark.parametrize(
    "told",
    [
        "Stroke occurred in 9%, 5%, and 4% in the three groups, respectively.",
        "The rates of stroke in the three treatment groups were 9%, 5%, and 4%, respectively.",
        "In all three arms, stroke was seen: in 9%, 5%, and 4% of patients, respectively.",
    ],
)
def test_groups_in_the_order_in_which_they_are_introduced(results_of, told):
    assert results_of(f"{_THREE} {told}") == ["placebo: stroke 9%", "ramipril: stroke 5%", "losartan: stroke 4%"]


def test_two_groups_in_the_order_in_which_they_are_introduced(results_of):
    text = "Men were randomly assigned to placebo or ramipril. Stroke occurred in 9% and 5%, respectively."
    assert results_of(text) == ["placebo: stroke 9%", "ramipril: stroke 5%"]


@pytest.mark.parametrize(
    "told",
    [
        "Stroke occurred in 9% and 5% of two groups.",
        "The rate of stroke in the three groups was 9%.",
        "Stroke occurred in 9%, 5%, 4%, and 3% of the four groups, respectively.",
    ],
)
def test_as_many_groups_as_there_are_arms_or_none(results_of, told):
    assert results_of(f"{_THREE} {told}") == []


def test_a_form_with_its_drug_is_one_arm(results_of):
    text = (
        "Women were randomized to receive docetaxel every 3 weeks or every 4 weeks. Neutropenia occurred in 41 women "
        "(22%) in the docetaxel every 3 weeks group and 30 women (16%) in the docetaxel every 4 weeks group."
    )
    assert results_of(text) == [
        "docetaxel: neutropenia 22% n=41 (every 3 weeks)",
        "docetaxel: neutropenia 16% n=30 (every 4 weeks)",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Survival was longer on both ramipril (hazard ratio 0.5) and losartan (hazard ratio 0.6) than on placebo.",
        "Compared with placebo, ramipril (HR 0.5) and losartan (HR 0.6) prolonged overall survival.",
        "Overall survival did not differ (ramipril: HR 0.5; losartan: HR 0.6; placebo was the reference).",
    ],
)
def test_each_ratio_is_against_the_arm_that_has_none(results_of, told):
    ratio = "overall survival hazardRatio"
    assert results_of(f"{_THREE} {told}") == [f"ramipril vs placebo: {ratio} 0.5", f"losartan vs placebo: {ratio} 0.6"]


def test_a_ratio_of_a_drug_of_no_arm_is_of_none(results_of):
    text = (
        "Men were randomly assigned to ramipril or placebo. Overall survival was longer with both ramipril (HR "
        "0.5) and losartan (hazard ratio 0.6) than placebo."
    )
    assert results_of(text) == ["ramipril vs placebo: overall survival hazardRatio 0.5"]


def test_drugs_with_a_result_each_are_not_given_together(results_of):
    told = "Cough was more common with ramipril (12%) and losartan (7%) than with placebo (2%)."
    assert results_of(f"{_THREE} {told}") == ["ramipril: cough 12%", "losartan: cough 7%", "placebo: cough 2%"]


def test_a_class_heads_the_clause_of_the_arm_that_it_means(results_of):
    text = (
        "Patients were randomized to nivolumab (n=60) or gemcitabine with cisplatin (n=61). The most frequent events "
    )
    text += "with nivolumab were rash (8%) and fatigue (5%); with chemotherapy they were anemia (31%) and nausea (30%)."
    assert results_of(text)[-2:] == ["cisplatin+gemcitabine: anemia 31%", "cisplatin+gemcitabine: nausea 30%"]


def test_arms_behind_the_endpoint_are_those_compared(results_of):
    arms = "Patients were assigned to nivolumab, nivolumab plus ipilimumab, or ipilimumab. "
    text = "Median PFS was 6.9 months with nivolumab, but survival was longer with nivolumab plus ipilimumab than with "
    assert results_of(
        f"{arms}{text}nivolumab alone (72 months [95% CI, 38 to 90] vs. 37 months [95% CI, 28 to 58])."
    ) == [
        "nivolumab: progression-free survival median 6.9 months",
        "ipilimumab+nivolumab: overall survival median 72 months [38, 90] 95%",
        "nivolumab: overall survival median 37 months [28, 58] 95%",
    ]


def test_each_ratio_has_the_arm_of_its_own_figure(results_of):
    arms = "Patients were assigned to nivolumab, nivolumab plus ipilimumab, or ipilimumab. "
    text = "Median PFS was 11.5 months with nivolumab plus ipilimumab, as compared with 2.9 months with ipilimumab "
    more = "(HR, 0.42), and 6.9 months with nivolumab (hazard ratio for the comparison with ipilimumab, 0.57)."
    assert results_of(arms + text + more)[-2:] == [
        "ipilimumab+nivolumab vs ipilimumab: progression-free survival hazardRatio 0.42",
        "nivolumab vs ipilimumab: progression-free survival hazardRatio 0.57",
    ]


def test_a_change_against_another_arm_is_not_of_that_arm(results_of):
    text = "Patients were assigned to evolocumab or placebo. The mean reduction in LDL cholesterol with evolocumab, as "
    assert results_of(f"{text}compared with placebo, was 59%.") == [
        "evolocumab vs placebo: LDL cholesterol difference 59%"
    ]


def test_what_begins_a_list_is_no_reference(results_of):
    text = (
        "Patients were assigned to nivolumab or placebo. Response rates were 29% versus 47% (P = 0.07) for placebo and "
    )
    assert results_of(f"{text}nivolumab, respectively.") == [
        "placebo: objective response rate proportion 29%", "nivolumab: objective response rate proportion 47% p=0.07"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "results"),
    [
        ("Pregabalin did not reduce stroke (9% vs 5%; relative risk = 1.8; 95% CI = 0.9-3.9).", []),
        ("The use of pregabalin reduced stroke (5% vs 9%).", []),
        ("Losartan reduced stroke (4% vs 9%), and neither losartan nor ramipril had an effect on sleep.",
         ["losartan: stroke 4%", "placebo: stroke 9%"]),
        ("Compared with ramipril, losartan reduced stroke (4% vs 5%).", ["losartan: stroke 4%", "ramipril: stroke 5%"]),
    ],
)  # fmt: skip
def test_the_drug_that_does_something_is_the_first_side(results_of, told, results):
    assert results_of(f"{_THREE} {told}") == results


def test_a_bracket_behind_an_arm_holds_its_figures(results_of):
    text = (
        "Adults were randomised to letrozole or tamoxifen. HbA1c fell in the letrozole group (-0.78 ± 0.15%, -8.5 ± "
        "1.6 mmol/mol) but not in the tamoxifen group (-0.42 ± 0.15%, -4.6 ± 1.6 mmol/mol) after a year."
    )
    assert sorted(told.split(": ")[0] for told in results_of(text)) == ["letrozole"] * 2 + ["tamoxifen"] * 2


def test_what_is_listed_behind_versus_is_compared_with_all(results_of):
    text = (
        "Adults were randomised to famotidine 1 mg, 3 mg, or 10 mg or to placebo. Falls were more frequent with "
        "famotidine 3 mg versus 10 mg, 1 mg, and placebo (69% vs 56%, 58%, and 61%, respectively)."
    )
    assert results_of(text) == [
        "famotidine: accidental fall 69% (3 mg)",
        "famotidine: accidental fall 56% (10 mg)",
        "famotidine: accidental fall 58% (1 mg)",
        "placebo: accidental fall 61%",
    ]


def test_those_given_what_no_arm_is_given_are_of_no_arm(results_of):
    text = (
        "All patients received erlotinib. Before that, 47 patients treated with gefitinib had a response rate of 61%."
    )
    assert results_of(text) == []
    assert results_of("All patients received erlotinib. Patients given erlotinib had a response rate of 61%.") == [
        "erlotinib: objective response rate proportion 61%"
    ]
