"""Wordings of trials of cancer drugs: what was not reached, whom a share is of, what toxic effects are."""

import pytest

ONE = "All 90 patients received tepotinib. "
TWO = "Patients were randomly assigned to axitinib or sorafenib. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The median duration of response and overall survival had not been reached.",
         ["tepotinib: duration of response median notReached", "tepotinib: overall survival median notReached"]),
        ("Median duration of response was 9.1 months (95% CI, 6.2 to could not be estimated).",
         ["tepotinib: duration of response median 9.1 months [6.2, notEstimable] 95%"]),
        ("The response rate was 45% (95% CI, 30 to 60) according to independent review and 50% (95% CI, 35 to 65) "
         "according to investigator assessment.",
         ["tepotinib: objective response rate proportion 45% [30, 60] 95% (independent review)",
          "tepotinib: objective response rate proportion 50% [35, 65] 95% (investigator assessment)"]),
        ("The response rate was 40%, with 6% of patients achieving a complete response and 34% a partial response.",
         ["tepotinib: objective response rate proportion 40%", "tepotinib: complete response proportion 6%",
          "tepotinib: partial response proportion 34%"]),
        ("At 1 year, 60% of the responses were ongoing and 48% of the patients remained progression-free.",
         ["tepotinib: progression-free survival rateAt 48% at 1 years"]),
        ("A response was seen in 12 (40.0%, 95% CI 22.7-59.4) of the 30 patients with MET amplification, 8 (26.7%, "
         "95% CI 12.3-45.9) of the 30 patients with MET mutation, and 2 (6.7%, 95% CI 0.8-22.1) of the 30 patients "
         "with MET expression.",
         ["tepotinib: objective response rate proportion 40.0% n=12/30 [22.7, 59.4] 95% (MET amplification)",
          "tepotinib: objective response rate proportion 26.7% n=8/30 [12.3, 45.9] 95% (MET mutation)",
          "tepotinib: objective response rate proportion 6.7% n=2/30 [0.8, 22.1] 95% (MET expression)"]),
        ("Four percent of patients discontinued tepotinib because of toxic effects.",
         ["tepotinib: any adverse event 4% discontinuation"]),
        ("No dose-limiting toxic effects or treatment-related deaths were seen.",
         ["tepotinib: dose-limiting toxicity n=0", "tepotinib: any adverse event n=0 related fatal"]),
        ("Two deaths were attributed to treatment.", ["tepotinib: any adverse event n=2 related fatal"]),
        ("Twenty patients (22%) had grade 3 adverse events, and one stroke was reported.",
         ["tepotinib: any adverse event 3 22% n=20", "tepotinib: stroke n=1"]),
        ("Adverse events of grade 3 or higher were rash (in 9% of the patients) and an increased lipase level (in 6%).",
         ["tepotinib: rash >=3 9%", "tepotinib: increased lipase >=3 6%"]),
        ("Among 30 previously untreated patients, the response rate was 60%; among 60 previously treated patients, it "
         "was 45%.", ["tepotinib: objective response rate proportion 60% (previously untreated)",
                  "tepotinib: objective response rate proportion 45% (previously treated)"]),
        ("Among previously treated patients, the response rate was 45%.",
         ["tepotinib: objective response rate proportion 45%"]),
        ("The transfusion rate was 13 of 100 cycles.", []),
        ("Median follow-up for overall survival was 7.0 months.", []),
        ("The primary endpoint was objective response by PD-L1 expression (≥10% and ≥1%).", []),
    ],
)  # fmt: skip
def test_one_arm(results_of, text, results):
    assert sorted(results_of(ONE + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Survival was longer with axitinib than with sorafenib (1-year progression-free survival rate, 55% [95% CI, "
         "48 to 62] with axitinib vs. 40% [95% CI, 33 to 47] with sorafenib).",
         ["axitinib: progression-free survival rateAt 55% at 1 years [48, 62] 95%",
          "sorafenib: progression-free survival rateAt 40% at 1 years [33, 47] 95%"]),
        ("Median overall survival was not reached in either group (hazard ratio for death with axitinib, 0.80).",
         ["axitinib: overall survival median notReached", "sorafenib: overall survival median notReached",
          "axitinib vs sorafenib: overall survival hazardRatio 0.80"]),
        ("The median duration of response was not reached [range, 1.2+ to 20.1+ months] vs. 6.1 months [range, 2.0 to "
         "15.3+].", ["axitinib: duration of response median notReached",
                     "sorafenib: duration of response median 6.1 months"]),
        ("Median overall survival was 20.1 months (IQR 8.0-33.4) with axitinib and 15.2 months (6.1-28.7) with "
         "sorafenib (hazard ratio 0.80, 95% CI 0.70-0.92).",
         ["axitinib: overall survival median 20.1 months", "sorafenib: overall survival median 15.2 months",
          "axitinib vs sorafenib: overall survival hazardRatio 0.80 [0.70, 0.92] 95%"]),
        ("At 2 years, 70% of the patients with stage III disease in the axitinib group (95% CI, 61 to 78) and 50% of "
         "those in the sorafenib group (95% CI, 41 to 59) were alive and disease-free.",
         ["axitinib: disease-free survival rateAt 70% at 2 years [61, 78] 95% (stage III disease)",
          "sorafenib: disease-free survival rateAt 50% at 2 years [41, 59] 95% (stage III disease)"]),
        ("Event-free survival at 2 years was 70% with axitinib and 60% with sorafenib (hazard ratio for progression, "
         "not undergoing nephrectomy, or death from any cause, 0.70).",
         ["axitinib: event-free survival rateAt 70% at 2 years", "sorafenib: event-free survival rateAt 60% at 2 years",
          "axitinib vs sorafenib: event-free survival hazardRatio 0.70"]),
        ("The most common adverse events were nausea and hypertension in the axitinib arm, and nausea and alopecia in "
         "the sorafenib arm.",
         ["axitinib: nausea", "axitinib: hypertension", "sorafenib: nausea", "sorafenib: alopecia"]),
        ("More patients on axitinib fared better regarding weight and fatigue.", []),
        ("There were 9 treatment-related deaths with axitinib, including 4 from sepsis.",
         ["axitinib: any adverse event n=9 related fatal", "axitinib: sepsis n=4 fatal"]),
        ("Deaths from adverse events (3% vs 5%) and grade 3 nausea (8% vs 6%) did not differ.",
         ["axitinib: any adverse event 3% fatal", "sorafenib: any adverse event 5% fatal",
          "axitinib: nausea 3 8%", "sorafenib: nausea 3 6%"]),
        ("Two treatment-related deaths occurred with axitinib (one related to untreated liver disease) and one with "
         "sorafenib.",
         ["axitinib: any adverse event n=2 related fatal", "sorafenib: any adverse event n=1 related fatal"]),
        ("Time to progressive disease was longer with axitinib than with sorafenib (hazard ratio, 0.80).",
         ["axitinib vs sorafenib: time to progression hazardRatio 0.80"]),
        ("Axitinib was associated with a relative reduction of 30% in the risk of death, as compared with sorafenib.",
         ["axitinib vs sorafenib: death riskReduction 30%"]),
        ("Treatment was stopped because of toxic effects in 14 (4%) of 359 patients treated with axitinib and 29 (8%) "
         "of 355 patients treated with sorafenib.",
         ["axitinib: any adverse event 4% n=14/359 discontinuation",
          "sorafenib: any adverse event 8% n=29/355 discontinuation"]),
    ],
)  # fmt: skip
def test_two_arms(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


def test_with_or_without_names_the_combination_first(results_of):
    text = (
        "Patients received docetaxel with or without ramucirumab. Median overall survival in the two groups was 10.5 "
    )
    told = [
        "docetaxel+ramucirumab: overall survival median 10.5 months",
        "docetaxel: overall survival median 9.1 months",
    ]
    assert results_of(text + "and 9.1 months, respectively.") == told


def test_a_cohort_of_both_arms_is_a_part_of_the_patients(results_of):
    text = (
        "Patients were randomly assigned to docetaxel or cisplatin. In cohort 2, median survival was 24.8 months with "
        "docetaxel and 11.2 months with cisplatin."
    )
    survival = "overall survival median"
    told = [f"docetaxel: {survival} 24.8 months (cohort 2)", f"cisplatin: {survival} 11.2 months (cohort 2)"]
    assert results_of(text) == told


def test_a_cohort_that_is_given_a_drug_is_an_arm(results_of):
    text = (
        "In cohort A, patients received docetaxel; in cohort B, patients received cisplatin. In cohort A, the response "
        "rate was 41%."
    )
    assert results_of(text) == ["docetaxel: objective response rate proportion 41%"]


def test_alive_without_the_disease_coming_back_is_no_overall_survival(results_of):
    text = (
        "Patients were randomly assigned to docetaxel or placebo. After 3 years, 84.5% of people with docetaxel "
        "and 76.8% in the placebo group were alive without their cancer coming back."
    )
    survival = "relapse-free survival rateAt"
    assert results_of(text) == [f"docetaxel: {survival} 84.5% at 3 years", f"placebo: {survival} 76.8% at 3 years"]


def test_doses_up_to_a_limit_are_a_part_of_the_patients(results_of):
    text = "In this phase 1 study, docetaxel was given at 1, 3 or 10 mg. At doses of ≤3 mg the ORR was 20% (4/20)."
    assert results_of(text) == ["docetaxel: objective response rate proportion 20% n=4/20 (≤3 mg)"]
