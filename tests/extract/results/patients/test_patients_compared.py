"""Kinds of patients set against each other: their figures are of no arm alone."""

import pytest

ARMS = "Patients were randomly assigned to cisplatin or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Patients with an EGFR mutation had a longer overall survival than wild-type patients (24.8 vs 15.3 months).",
         ["all: overall survival median 15.3 months (wild-type)",
          "all: overall survival median 24.8 months (EGFR mutation)"]),
        ("Responders had longer median survival than nonresponders (20 vs 10 months).",
         ["all: overall survival median 10 months (nonresponders)",
          "all: overall survival median 20 months (Responders)"]),
        ("The response rate was higher among patients with visceral metastases than among those without (40% v 20%).",
         ["all: objective response rate proportion 20% (without visceral metastases)",
          "all: objective response rate proportion 40% (visceral metastases)"]),
        ("At 5 years, patients who achieved pCR (n = 42) had longer DFS than non-pCR patients (HR 0.15, 95% CI "
         "0.04-0.61).",
         ["all: disease-free survival hazardRatio 0.15 [0.04, 0.61] 95% (pCR vs non-pCR)"]),
        ("With cisplatin, patients whose tumours expressed ERCC1 had shorter median survival than those with "
         "ERCC1-negative tumours (8 vs 14 months).",
         ["cisplatin: overall survival median 14 months (ERCC1-negative)",
          "cisplatin: overall survival median 8 months (tumours expressed ERCC1)"]),
        ("In the cisplatin group, survival of CD57-high patients was as great as that of CD57-low patients (20 and 15 "
         "months, respectively).",
         ["cisplatin: overall survival median 15 months (CD57-low)",
          "cisplatin: overall survival median 20 months (CD57-high)"]),
        ("The 5-year survival rates were 41% and 30%, respectively, in patients with and without remission.",
         ["all: overall survival rateAt 30% at 5 years (without remission)",
          "all: overall survival rateAt 41% at 5 years (remission)"]),
        ("Median overall survival was 22 months versus 12 months for patients with downstaging versus those without.",
         ["all: overall survival median 12 months (without downstaging)",
          "all: overall survival median 22 months (downstaging)"]),
        ("Median overall survival was 30 and 12 months for responders and non-responders, respectively.",
         ["all: overall survival median 12 months (non-responders)",
          "all: overall survival median 30 months (responders)"]),
        ("Patients with KRAS mutation had a response rate of 12% (95% CI 8-17%) compared with 40% in those with wild "
         "type KRAS.",
         ["all: objective response rate proportion 12% [8, 17] 95% (KRAS mutation)",
          "all: objective response rate proportion 40% (wild type KRAS)"]),
        ("Eight patients were HER2-amplified and had a median survival of 10.4 months vs. 6.9 months for patients with "
         "normal HER2.",
         ["all: overall survival median 10.4 months (HER2-amplified)",
          "all: overall survival median 6.9 months (normal HER2)"]),
        ("PD-L1-positive patients had a response rate of 45% vs 12% in PD-L1-negative patients.",
         ["all: objective response rate proportion 12% (PD-L1-negative)",
          "all: objective response rate proportion 45% (PD-L1-positive)"]),
        ("Median survival of patients with and without rash was 20 and 10 months, respectively.",
         ["all: overall survival median 10 months (without rash)", "all: overall survival median 20 months (rash)"]),
        ("Women had longer survival and fewer relapses than men (20, 10, 5%).", []),
    ],
)  # fmt: skip
def test_figures_are_of_the_kinds_of_patients(results_of, text, results):
    assert sorted(results_of(ARMS + text)) == results


@pytest.mark.parametrize(
    "text",
    [
        "Patients given cisplatin had longer survival than those given placebo (20 vs 10 months).",
        "Median survival was longer in the cisplatin group than in the placebo group (20 vs 10 months).",
    ],
)
def test_patients_told_apart_by_treatment_are_arms(results_of, text):
    assert sorted(results_of(ARMS + text)) == [
        "cisplatin: overall survival median 20 months",
        "placebo: overall survival median 10 months",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "KRAS mutation was associated with shorter overall survival",
        "Skin rash correlated with overall survival",
        "Overall survival was longer in patients with PD-L1-positive tumors",
        "Older patients had shorter overall survival",
        "Overall survival differed according to stage",
        "There was no difference between long-form and short-form cases in overall survival",
        "There was no difference between mutated and wild-type tumors in overall survival",
    ],
)
def test_figures_of_patients_told_apart_by_a_marker_are_of_no_arm(results_of, told):
    assert results_of(f"{ARMS}{told} (12.9 versus 8.7 months).") == []


@pytest.mark.parametrize(
    "said",
    [
        "Cisplatin was associated with longer",
        "Adjuvant therapy was associated with longer",
        "In patients with KRAS mutation, cisplatin led to longer",
        "There was a difference between treated and control patients in",
    ],
)
def test_what_a_treatment_goes_with_is_of_the_arms(results_of, said):
    part = " (KRAS mutation)" if "KRAS" in said else ""
    assert results_of(f"{ARMS}{said} overall survival (12.9 versus 8.7 months).") == [
        f"cisplatin: overall survival median 12.9 months{part}",
        f"placebo: overall survival median 8.7 months{part}",
    ]
