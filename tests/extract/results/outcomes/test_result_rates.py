"""Rates per so many people, counts of those who fell ill, levels, and what stands beside figures."""

import pytest

INTRO = "Women were randomly assigned to raloxifene or placebo. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The cumulative incidence of breast cancer was 41.2 versus 20.5 per 1000 women in the placebo and raloxifene "
         "groups, respectively.",
         ["placebo: breast cancer incidence proportion 41.2 per 1000 women",
          "raloxifene: breast cancer incidence proportion 20.5 per 1000 women"]),
        ("Breast cancer occurred at 4.7 with raloxifene and 6.1 per 1000 woman-years with placebo.", []),
        ("The annualized rate of breast cancer was 0.20% with raloxifene and 0.31% with placebo.",
         ["raloxifene: breast cancer proportion 0.20 percent per year",
          "placebo: breast cancer proportion 0.31 percent per year"]),
        ("Of the 640 women who entered the trial, 2 in the placebo group and 9 in the raloxifene group developed "
         "a pulmonary embolism.",
         ["placebo: pulmonary embolism n=2", "raloxifene: pulmonary embolism n=9"]),
        ("Of the 640 women who entered it, 302 in the placebo group and 309 in the raloxifene group completed it "
         "without a pulmonary embolism.", []),
        ("Cancer was diagnosed in 90 women (40 in the raloxifene group and 50 in the placebo group).",
         ["raloxifene: cancer proportion n=40", "placebo: cancer proportion n=50"]),
        ("Vomiting was less frequent with raloxifene (1.4%vs.6.4%).",
         ["raloxifene: vomiting 1.4%", "placebo: vomiting 6.4%"]),
        ("The reduction in hot flashes was 56% with raloxifene and 22% with placebo.", []),
        ("Five-year event-free survival was 85.6 ± 2.9% with raloxifene and 79% ± 3% with placebo.",
         ["raloxifene: event-free survival rateAt 85.6% at 5 years",
          "placebo: event-free survival rateAt 79% at 5 years"]),
        ("Relapse at 9 years was 12.3 ± 2.4% with raloxifene.", ["raloxifene: relapse proportion 12.3%"]),
        ("The ejection fraction was 62 ± 5% with raloxifene.",
         ["raloxifene: left ventricular ejection fraction mean 62%"]),
        ("Distant recurrence at 9 years exceeded 10% with raloxifene.", []),
        ("Fatigue (grade [G] 2-3 toxicity with raloxifene vs placebo, 43% and 51%, respectively) was common.",
         ["raloxifene: fatigue 2-3 43%", "placebo: fatigue 2-3 51%"]),
        ("The median Ki-67 (IQR) was 12% (8-20) with raloxifene versus 10% (7-24) with placebo in DCIS.",
         ["raloxifene: Ki-67 median 12%", "placebo: Ki-67 median 10%"]),
        ("The mean morphine consumption was 49.5 ± 5.3 mg with raloxifene and 59.5 ± 2.7 mg with placebo.",
         ["raloxifene: opioid consumption mean 49.5 mg", "placebo: opioid consumption mean 59.5 mg"]),
        ("Median progression-free survival was 8.2 months (90% CI, 5.9-8.9; P = 0.19) with raloxifene and "
         "8.3 months (90% CI, 6.2-9.7; P = 0.08) with placebo.",
         ["raloxifene: progression-free survival median 8.2 months [5.9, 8.9] 90% p=0.19",
          "placebo: progression-free survival median 8.3 months [6.2, 9.7] 90% p=0.08"]),
        ("Dermatitis was less frequent (59% vs. 90%, P = 0.04) with raloxifene.",
         ["raloxifene: dermatitis 59%", "placebo: dermatitis 90%"]),
        ("The decline in ejection fraction was smaller with raloxifene (-1 ± 5%) than placebo (-3 ± 4%).",
         ["raloxifene: change in left ventricular ejection fraction mean -1%",
          "placebo: change in left ventricular ejection fraction mean -3%"]),
        ("More women had a complete response with raloxifene at 6 and 12 months than with placebo (66% and 64% "
         "versus 12% and 7%, respectively).",
         ["raloxifene: complete response proportion 66% at 6 months",
          "raloxifene: complete response proportion 64% at 12 months",
          "placebo: complete response proportion 12% at 6 months",
          "placebo: complete response proportion 7% at 12 months"]),
    ],
)  # fmt: skip
def test_rates(results_of, text, told):
    assert sorted(results_of(INTRO + text)) == sorted(told)


@pytest.mark.parametrize(
    "told",
    [
        "Survival in the nivolumab and docetaxel groups was 98 vs 81% after 1 year and 86 vs 73% after 5 years.",
        "Overall survival was 98% with nivolumab v 81% with docetaxel at 1 year and 86% v 73% at 5 years.",
    ],
)
def test_the_time_behind_figures_that_are_compared(results_of, told):
    found = results_of("Patients were assigned to nivolumab or docetaxel. " + told)
    assert sorted(line.replace("overall survival rateAt ", "") for line in found) == [
        "docetaxel: 73% at 5 years", "docetaxel: 81% at 1 years",
        "nivolumab: 86% at 5 years", "nivolumab: 98% at 1 years",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [":", ";"])
def test_a_share_of_all_before_its_parts(results_of, mark):
    told = f"The response rate was 30%{mark} 20% with docetaxel and 40% with nivolumab."
    assert results_of("Patients were assigned to nivolumab or docetaxel. " + told) == [
        "all: objective response rate proportion 30%",
        "docetaxel: objective response rate proportion 20%",
        "nivolumab: objective response rate proportion 40%",
    ]


def test_a_median_by_independent_review(results_of):
    told = "Median PFS per independent review committee-determined PD was 7.6 months in both groups (HR, 1.03)."
    found = results_of(f"Patients were assigned to nivolumab or placebo. {told}")
    assert sorted(line.replace("progression-free survival ", "") for line in found) == [
        "nivolumab vs placebo: hazardRatio 1.03", "nivolumab: median 7.6 months", "placebo: median 7.6 months"
    ]  # fmt: skip


def test_the_probability_of_an_event_is_no_percentage(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "The 2-year cumulative incidence of fracture was 0.28 with olaparib and 0.16 with placebo."
    assert results_of(arms + text) == [
        "olaparib: fracture proportion 0.28 probability", "placebo: fracture proportion 0.16 probability"
    ]  # fmt: skip


def test_a_time_with_its_interval_is_a_median(results_of):
    text = "All 46 patients received olaparib. Progression-free survival was 5.9 months (95% CI 4.1-8.0)."
    assert results_of(text) == ["olaparib: progression-free survival median 5.9 months [4.1, 8.0] 95%"]
    assert results_of("All 46 patients received olaparib. One patient had an overall survival of 24 months.") == []
