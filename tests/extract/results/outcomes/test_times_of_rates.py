"""Rates of survival whose time point stands behind others, before another, or nowhere."""

import pytest

INTRO = "Men with prostate cancer were randomly assigned to apalutamide or placebo. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There was no difference in metastasis-free survival (31% in both arms) or overall survival (61% v 58%) at "
         "3 years.",
         ["apalutamide: metastasis-free survival rateAt 31% at 3 years",
          "placebo: metastasis-free survival rateAt 31% at 3 years",
          "apalutamide: overall survival rateAt 61% at 3 years", "placebo: overall survival rateAt 58% at 3 years"]),
        ("With apalutamide, progression-free survival was 40% and 5-year overall survival was 60%.",
         ["apalutamide: progression-free survival proportion 40%",
          "apalutamide: overall survival rateAt 60% at 5 years"]),
        ("Overall survival in the two groups was 93% and 91%, respectively.",
         ["apalutamide: overall survival proportion 93%", "placebo: overall survival proportion 91%"]),
        ("Overall survival was 93% v 91%; pain occurred in 4% at 2 years.",
         ["apalutamide: overall survival proportion 93%", "placebo: overall survival proportion 91%"]),
        ("A median overall survival of 20 and 19 months was seen with apalutamide and placebo, respectively.",
         ["apalutamide: overall survival median 20 months", "placebo: overall survival median 19 months"]),
        ("The probability of overall survival for five years was 93% with apalutamide.",
         ["apalutamide: overall survival rateAt 93% at 5 years"]),
        ("Overall survival data were available for 85% of men.", []),
        ("Overall survival was worse in the 12% of men on apalutamide with liver metastases.", []),
        ("At the overall survival analysis, 40% of men on apalutamide were still treated.", []),
    ],
)  # fmt: skip
def test_times_of_rates(results_of, text, told):
    assert sorted(t for t in results_of(INTRO + text) if "survival" in t) == sorted(told)


@pytest.mark.parametrize(
    "said",
    [
        "was more common with atorvastatin than with placebo at week 12 (30% vs 20%) and week 24 (45% vs 31%)",
        "was seen in 30% with atorvastatin and 20% with placebo at 12 weeks and 45% and 31% at 24 weeks",
    ],
)
def test_several_values_of_one_thing_are_of_their_times(results_of, said):
    assert results_of(f"Adults were randomised to atorvastatin or placebo. Remission {said}.") == [
        "atorvastatin: remission proportion 30% at 12 weeks",
        "placebo: remission proportion 20% at 12 weeks",
        "atorvastatin: remission proportion 45% at 24 weeks",
        "placebo: remission proportion 31% at 24 weeks",
    ]


def test_several_values_without_times_are_of_nothing(results_of):
    said = (
        "Remission was more common with atorvastatin than with placebo in women (30% vs 20%) and in all (45% vs 31%)."
    )
    found = results_of("Adults were randomised to atorvastatin or placebo. " + said)
    assert not [told for told in found if " at " in told]


def test_months_before_survival_are_its_time_and_no_second_figure(results_of):
    arms = "Patients were randomly assigned to docetaxel or cisplatin. In the cisplatin group, "
    assert results_of(arms + "mean survival was 5.1 months, 6 months survival rate was 35.8%.") == [
        "cisplatin: overall survival mean 5.1 months",
        "cisplatin: overall survival rateAt 35.8% at 6 months",
    ]
    assert results_of(arms + "median survival was 6 months.") == ["cisplatin: overall survival median 6 months"]
