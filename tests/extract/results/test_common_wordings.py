"""Wordings that many reports share: what is printed about a figure, and in what order."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Five-year survival was 62% with olaparib and 55% with placebo.",
         ["olaparib: overall survival rateAt 62% at 5 years", "placebo: overall survival rateAt 55% at 5 years"]),
        ("Survival at .5 years was 62% with olaparib and 55% with placebo.",
         ["olaparib: overall survival rateAt 62% at .5 years", "placebo: overall survival rateAt 55% at .5 years"]),
        ("The 5-year survival rate was 62% with olaparib, compared with 55% with placebo.",
         ["olaparib: overall survival rateAt 62% at 5 years", "placebo: overall survival rateAt 55% at 5 years"]),
        ("The response rate was 48% (95% CI 43-53; 57 of 119) with olaparib and 20% (95% CI 15-26; 24 of 120) with "
         "placebo.",
         ["olaparib: objective response rate proportion 48% n=57/119 [43, 53] 95%",
          "placebo: objective response rate proportion 20% n=24/120 [15, 26] 95%"]),
        ("Response rates were, respectively, 48% and 20% in the olaparib and placebo groups.",
         ["olaparib: objective response rate proportion 48%", "placebo: objective response rate proportion 20%"]),
        ("RR was 29.6% with olaparib versus 17.8% with placebo.",
         ["olaparib: objective response rate proportion 29.6%", "placebo: objective response rate proportion 17.8%"]),
        ("A response was seen in 44% of patients with olaparib, in 21% with placebo.",
         ["olaparib: objective response rate proportion 44%", "placebo: objective response rate proportion 21%"]),
        ("Nausea occurred in 30% of olaparib and 20% of placebo patients; rash occurred in 9% and 5% of "
         "patients in the respective groups.",
         ["olaparib: nausea 30%", "placebo: nausea 20%", "olaparib: rash 9%", "placebo: rash 5%"]),
        ("Median (range) time to response was 2.2 (1.1-10.3) months with olaparib, 3.1 (1.6-11.2) months with placebo.",
         ["olaparib: time to response median 2.2 months", "placebo: time to response median 3.1 months"]),
        ("There were no reports of either myocarditis or rash.", ["all: myocarditis n=0", "all: rash n=0"]),
        ("Olaparib prolonged median overall survival by 8.5 months versus placebo.",
         ["olaparib vs placebo: overall survival difference 8.5 months"]),
        ("Olaparib lowered the incidence of nausea (3% v 7%), falls (10% v 20%), and use of opioids (4% v 9%; "
         "P = .04).",
         ["olaparib: nausea 3%", "placebo: nausea 7%",
          "olaparib: falls proportion 10%", "placebo: falls proportion 20%",
          "olaparib: use of opioids proportion 4% p=0.04", "placebo: use of opioids proportion 9%"]),
        ("The rate of nausea (3% v 7%), women (10% v 20%), and dizziness were recorded.",
         ["olaparib: nausea 3%", "placebo: nausea 7%"]),
        ("Fracture-related hospitalization occurred in 4% with olaparib and 9% with placebo.",
         ["olaparib: fracture-related hospitalization proportion 4%",
          "placebo: fracture-related hospitalization proportion 9%"]),
        ("Nausea occurred in 4% with olaparib and 9% with placebo (P = .01 treatment-age interaction).",
         ["olaparib: nausea 4%", "placebo: nausea 9%"]),
        ("In HER2 3+/FISH+ patients, the response rate was 48% with olaparib and 20% with placebo.",
         ["olaparib: objective response rate proportion 48% (HER2 3+/FISH+)",
          "placebo: objective response rate proportion 20% (HER2 3+/FISH+)"]),
        ("Among KRAS wild-type patients (n = 51), the response rate was 48% with olaparib and 20% with placebo.",
         ["olaparib: objective response rate proportion 48% (KRAS wild-type)",
          "placebo: objective response rate proportion 20% (KRAS wild-type)"]),
        ("In 51 evaluable patients, the response rate was 48% with olaparib and 20% with placebo.",
         ["olaparib: objective response rate proportion 48%", "placebo: objective response rate proportion 20%"]),
    ],
)  # fmt: skip
def test_what_is_printed_about_a_figure(results_of, text, results):
    assert sorted(results_of(ARMS + text)) == sorted(results)


def test_shares_of_complete_and_partial_responses(results_of):
    text = "All 42 patients received tazemetostat. The response rate was 69% (12% complete, 57% partial)."
    assert {"tazemetostat: complete response proportion 12%", "tazemetostat: partial response proportion 57%"} <= set(
        results_of(text)
    )


@pytest.mark.parametrize("people", ["patients", "individuals", "volunteers", "children", "women", "persons"])
def test_people_of_any_name_are_counted(results_of, people):
    text = f"Rash occurred in 125 (56%) of 225 {people} in the olaparib group and in 63 (55%) of 114 {people} in the "
    assert results_of(f"{ARMS}{text}placebo group.") == ["olaparib: rash 56% n=125/225", "placebo: rash 55% n=63/114"]
