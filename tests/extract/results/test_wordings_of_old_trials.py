"""Wordings of abstracts of cooperative groups: rates at several times, things told in turn, parts of the patients."""

import pytest

ONE = "All 90 patients received tepotinib. "
TWO = "Patients were randomly assigned to axitinib or sorafenib. "
THREE = "Patients were randomly assigned to axitinib, sorafenib or sunitinib. "
NESTED = "Patients were randomized to receive cisplatin with or without etoposide. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Survival was 71% at 1 year, 42% (95% CI, 31 to 53) at 2 years, and 30% at 3 years.",
         ["tepotinib: overall survival rateAt 71% at 1 years",
          "tepotinib: overall survival rateAt 42% at 2 years [31, 53] 95%",
          "tepotinib: overall survival rateAt 30% at 3 years"]),
        ("Overall survival was 71% at 12 months and progression-free survival was 42% at 6 months.",
         ["tepotinib: overall survival rateAt 71% at 12 months",
          "tepotinib: progression-free survival rateAt 42% at 6 months"]),
        ("Survival at 1, 3, and 5 years was 71%, 42%, and 30%.",
         ["tepotinib: overall survival rateAt 71% at 1 years", "tepotinib: overall survival rateAt 42% at 3 years",
          "tepotinib: overall survival rateAt 30% at 5 years"]),
        ("The response rate and median survival were 42% and 11.2 months, respectively.",
         ["tepotinib: objective response rate proportion 42%", "tepotinib: overall survival median 11.2 months"]),
        ("Median relapse-free survival and 2-year survival rate were 24 months and 63%.",
         ["tepotinib: relapse-free survival median 24 months", "tepotinib: overall survival rateAt 63% at 2 years"]),
        ("The response rate (three complete and four partial responses) was 8%.",
         ["tepotinib: objective response rate proportion 8%", "tepotinib: complete response proportion n=3",
          "tepotinib: partial response proportion n=4"]),
        ("Median survival of the whole group of patients was 14.2 months.",
         ["tepotinib: overall survival median 14.2 months"]),
        ("Response rates in all eligible, standard-risk, and high-risk patients were 68%, 73%, and 54%, respectively.",
         ["tepotinib: objective response rate proportion 68%",
          "tepotinib: objective response rate proportion 73% (standard-risk)",
          "tepotinib: objective response rate proportion 54% (high-risk)"]),
        ("The 5-year survival for low-, intermediate-, and high-risk patients was 80%, 65% and 40%, respectively.",
         ["tepotinib: overall survival rateAt 80% at 5 years (low-risk)",
          "tepotinib: overall survival rateAt 65% at 5 years (intermediate-risk)",
          "tepotinib: overall survival rateAt 40% at 5 years (high-risk)"]),
        ("Response rates were 40%, 30%, and 20% in patients with stage II, III, and IV disease, respectively.",
         ["tepotinib: objective response rate proportion 40% (stage II)",
          "tepotinib: objective response rate proportion 30% (stage III)",
          "tepotinib: objective response rate proportion 20% (stage IV)"]),
        ("Response was seen in 40%, 30%, and 20% of patients at weeks 4, 8, and 12, respectively.", []),
        ("Among 80 patients treated with tepotinib for whom data on response were available at the time of analysis, "
         "the response rate was 20%.", ["tepotinib: objective response rate proportion 20%"]),
        ("The partial response (PR) rate was 50.0%, and 5 of the 8 patients (62.5%) achieved stable disease.",
         ["tepotinib: partial response proportion 50.0%", "tepotinib: stable disease proportion 62.5% n=5/8"]),
        ("Grade 4 events were hypocalcemia (1 patient) and rash (2 patients).",
         ["tepotinib: hypocalcemia 4 n=1", "tepotinib: rash 4 n=2"]),
        ("Thirty percent remain in complete remission.", []),
        ("Response rates in men and women were 30% and 20%, respectively.",
         ["tepotinib: objective response rate proportion 30% (men)",
          "tepotinib: objective response rate proportion 20% (women)"]),
        ("Grade 4 neutropenia was seen in 10 patients (25%), with fever in three (7%).",
         ["tepotinib: neutropenia 4 25% n=10", "tepotinib: fever 7% n=3"]),
        ("Grade 3 toxicity was neutropenia in 10%, accompanied by fever in 5%.",
         ["tepotinib: neutropenia 3 10%", "tepotinib: fever 3 5%"]),
        ("Four of 27 patients had at least one episode of neutropenia.", ["tepotinib: neutropenia n=4/27"]),
        ("There was one episode of neutropenia.", ["tepotinib: neutropenia n=1 (episodes)"]),
        ("Five patients (6%) died during the first remission.", ["tepotinib: death proportion 6% n=5"]),
        ("Freedom from first progression was 85% at 2 years.",
         ["tepotinib: freedom from first progression rateAt 85% at 2 years"]),
    ],
)  # fmt: skip
def test_one_arm(results_of, text, results):
    assert sorted(results_of(ONE + text)) == sorted(results)


@pytest.mark.parametrize(
    ("arms", "text", "results"),
    [
        (TWO, "At 2 years, 65% of patients in the axitinib group were free of progression compared with 45% in the "
         "sorafenib group.",
         ["axitinib: progression-free survival rateAt 65% at 2 years",
          "sorafenib: progression-free survival rateAt 45% at 2 years"]),
        (NESTED, "Etoposide led to a reduction in the risk of death of 27% (P = .02).",
         ["cisplatin+etoposide vs cisplatin: death riskReduction 27% p=0.02"]),
        (THREE, "Median survival did not differ (12, 14, and 16 months in the sunitinib, axitinib, and sorafenib "
         "groups, respectively).",
         ["sunitinib: overall survival median 12 months", "axitinib: overall survival median 14 months",
          "sorafenib: overall survival median 16 months"]),
        (THREE, "Response rates were 46%, 62%, and 59% for the respective treatment groups (sorafenib v axitinib, "
         "P = .003; sunitinib v axitinib, P = .006).",
         ["axitinib: objective response rate proportion 46% p=0.003",
          "sorafenib: objective response rate proportion 62%", "sunitinib: objective response rate proportion 59%"]),
        (NESTED, "The response rate was 41% with etoposide and 37% without (P = .2).",
         ["cisplatin+etoposide: objective response rate proportion 41% p=0.2",
          "cisplatin: objective response rate proportion 37%"]),
        (NESTED, "Relative risks with etoposide were 0.76 (95% CI, 0.60 to 0.97) and 0.81 (95% CI, 0.65 to 0.99) for "
         "survival and progression-free survival, respectively.",
         ["cisplatin+etoposide vs cisplatin: overall survival relativeRisk 0.76 [0.60, 0.97] 95%",
          "cisplatin+etoposide vs cisplatin: progression-free survival relativeRisk 0.81 [0.65, 0.99] 95%"]),
        (NESTED, "The response rate was 41% with etoposide, without relapse.",
         ["cisplatin+etoposide: objective response rate proportion 41%"]),
    ],
)  # fmt: skip
def test_several_arms(results_of, arms, text, results):
    assert sorted(results_of(arms + text)) == sorted(results)
