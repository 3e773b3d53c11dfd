"""An endpoint whose last word stands behind another has its own figures."""

import pytest

ARMS = "Patients with leukemia were randomly assigned to dexamethasone or prednisone. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Five-year overall and event-free survival were 85% and 71%, respectively.",
         ["all: overall survival rateAt 85% at 5 years", "all: event-free survival rateAt 71% at 5 years"]),
        ("Median overall and progression-free survival were 19.1 and 8.5 months with dexamethasone.",
         ["dexamethasone: overall survival median 19.1 months",
          "dexamethasone: progression-free survival median 8.5 months"]),
        ("Disease-free and overall survival at 3 years were 64% and 78% with dexamethasone and 52% and 70% with "
         "prednisone.",
         ["dexamethasone: disease-free survival rateAt 64% at 3 years",
          "prednisone: disease-free survival rateAt 52% at 3 years",
          "dexamethasone: overall survival rateAt 78% at 3 years",
          "prednisone: overall survival rateAt 70% at 3 years"]),
        ("Overall and complete response rates were 60% and 20% with dexamethasone.",
         ["dexamethasone: objective response rate proportion 60%", "dexamethasone: complete response proportion 20%"]),
        ("There was no difference in disease-free (75% vs 70%) or overall survival (82% vs 80%) between dexamethasone "
         "and prednisone.",
         ["dexamethasone: disease-free survival proportion 75%", "prednisone: disease-free survival proportion 70%",
          "dexamethasone: overall survival proportion 82%", "prednisone: overall survival proportion 80%"]),
        ("Dexamethasone improved neither event-free (HR 0.93, 95% CI 0.77 to 1.14) nor overall survival (HR 1.08, 95% "
         "CI 0.93 to 1.26) compared with prednisone.",
         ["dexamethasone vs prednisone: event-free survival hazardRatio 0.93 [0.77, 1.14] 95%",
          "dexamethasone vs prednisone: overall survival hazardRatio 1.08 [0.93, 1.26] 95%"]),
        ("Local and distant relapses were seen in 12 (6%) and 30 (15%) patients on dexamethasone.",
         ["dexamethasone: local recurrence proportion 6% n=12",
          "dexamethasone: distant metastasis proportion 15% n=30"]),
    ],
)  # fmt: skip
def test_each_has_its_figure(results_of, text, told):
    assert results_of(ARMS + text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Disease-free and overall survival at 5 years were alike (85% vs 80%).",
        "Local or distant relapse was seen in 12% with dexamethasone.",
    ],
)
def test_one_pair_of_figures_is_not_of_one_of_two_endpoints(results_of, text):
    assert results_of(ARMS + text) == []
