"""Survival told by the events that it counts."""

import pytest

ARMS = "Patients were assigned to nivolumab or placebo. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The hazard ratio for disease recurrence or death was 0.70 (98.22% CI, 0.55 to 0.90).",
            ["nivolumab vs placebo: relapse-free survival hazardRatio 0.70 [0.55, 0.90] 98.22%"],
        ),
        (
            "The hazard ratio for invasive disease or death was 0.58 (99.5% CI, 0.41 to 0.82).",
            ["nivolumab vs placebo: invasive disease-free survival hazardRatio 0.58 [0.41, 0.82] 99.5%"],
        ),
        (
            "Event-free survival was longer with nivolumab (hazard ratio for progression, relapse, or death, 0.63; "
            "95% CI, 0.43 to 0.91).",
            ["nivolumab vs placebo: event-free survival hazardRatio 0.63 [0.43, 0.91] 95%"],
        ),
        (
            "Event-free survival was longer with nivolumab (hazard ratio for a relapse after complete remission, or "
            "death, 0.63; 95% CI, 0.43 to 0.91).",
            ["nivolumab vs placebo: event-free survival hazardRatio 0.63 [0.43, 0.91] 95%"],
        ),
        (
            "Median survival after progression was 7.3 months with nivolumab and 9.1 months with placebo.",
            [
                "nivolumab: survival after progression median 7.3 months",
                "placebo: survival after progression median 9.1 months",
            ],
        ),
        ("Progression-free survival after relapse was 7.3 months with nivolumab.", []),
        ("The hazard ratio for a relapse after complete remission, or death, was 0.63 (95% CI, 0.43 to 0.91).", []),
        (
            "GVHD-free, relapse-free survival at 1 year was 53% with nivolumab and 35% with placebo.",
            [
                "nivolumab: graft-versus-host disease-free relapse-free survival rateAt 53% at 1 years",
                "placebo: graft-versus-host disease-free relapse-free survival rateAt 35% at 1 years",
            ],
        ),
        (
            "More patients survived without progression with nivolumab (76.7% vs. 70.2% at 2 years).",
            [
                "nivolumab: progression-free survival rateAt 76.7% at 2 years",
                "placebo: progression-free survival rateAt 70.2% at 2 years",
            ],
        ),
        (
            "The rate of freedom from disease progression and from death at 3 years was 60% with nivolumab and 27% "
            "with placebo.",
            [
                "nivolumab: progression-free survival rateAt 60% at 3 years",
                "placebo: progression-free survival rateAt 27% at 3 years",
            ],
        ),
        (
            "Alive and free of relapse at 3 years were 52% with nivolumab and 39% with placebo.",
            [
                "nivolumab: relapse-free survival rateAt 52% at 3 years",
                "placebo: relapse-free survival rateAt 39% at 3 years",
            ],
        ),
    ],
)
def test_survival_told_by_its_events(results_of, text, expected):
    assert results_of(ARMS + text) == expected


@pytest.mark.parametrize(
    "text", ["Treatment went on until progression or death.", "Few had a risk of disease or death."]
)
def test_no_survival(results_of, text):
    assert results_of(ARMS + text) == []


def test_deaths_of_a_cause_are_not_all_deaths(results_of):
    text = "Of these, 58 (3.3%) and 69 (3.5%), respectively, died from cardiac causes (hazard ratio, 0.80)."
    assert results_of(ARMS + text) == [
        "nivolumab: cardiac death proportion 3.3% n=58", "placebo: cardiac death proportion 3.5% n=69",
        "nivolumab vs placebo: cardiac death hazardRatio 0.80",
    ]  # fmt: skip


def test_those_who_remain_free_of_an_event(results_of):
    text = (
        "The percentage of patients who remained relapse-free at 12 months was 60% with nivolumab and 40% with placebo."
    )
    assert results_of(ARMS + text) == [
        "nivolumab: relapse-free survival rateAt 60% at 12 months",
        "placebo: relapse-free survival rateAt 40% at 12 months",
    ]


def test_alive_and_without_something_is_no_overall_survival(results_of):
    text = "At 24 months, 98% with nivolumab and 85% with placebo were alive and did not have brain metastases."
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    "said", ["death from breast cancer", "breast cancer mortality", "breast cancer-related deaths"]
)
def test_deaths_of_a_cancer_are_no_overall_survival(results_of, said):
    text = f"The hazard ratio for {said} was 0.80 (95% CI 0.70-0.90)."
    assert results_of(ARMS + text) == [
        "nivolumab vs placebo: breast cancer mortality hazardRatio 0.80 [0.70, 0.90] 95%"
    ]


def test_deaths_of_any_cause_are(results_of):
    text = "The hazard ratio for death from any cause was 0.80 (95% CI 0.70-0.90)."
    assert results_of(ARMS + text) == ["nivolumab vs placebo: overall survival hazardRatio 0.80 [0.70, 0.90] 95%"]


def test_what_is_due_to_an_event_is_not_that_event(results_of):
    text = "Febrile neutropenia (1% v 17%) and febrile neutropenia-related hospitalization (2% v 14%) were rarer with "
    assert results_of(f"{ARMS}{text}nivolumab than placebo.") == [
        "nivolumab: febrile neutropenia 1%",
        "placebo: febrile neutropenia 17%",
        "nivolumab: febrile neutropenia-related hospitalization proportion 2%",
        "placebo: febrile neutropenia-related hospitalization proportion 14%",
    ]


def test_a_ratio_is_not_of_what_explains_it(results_of):
    text = (
        "A decrease in other cancers was observed for nivolumab (odds ratio 0.72, 95% CI 0.57-0.91), mainly owing to "
    )
    assert results_of(f"{ARMS}{text}skin cancer.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freedom from locoregional failure at 3 years was 58% v 51%.",
            [
                "nivolumab: freedom from locoregional failure rateAt 58% at 3 years",
                "placebo: freedom from locoregional failure rateAt 51% at 3 years",
            ],
        ),
        (
            "The hazard ratio for locoregional progression or death was 0.68 (95% CI, 0.50 to 0.90).",
            ["nivolumab vs placebo: locoregional progression-free survival hazardRatio 0.68 [0.50, 0.90] 95%"],
        ),
        (
            "The median time to symptomatic progression was 4.1 months v 4.9 months.",
            [
                "nivolumab: time to symptomatic progression median 4.1 months",
                "placebo: time to symptomatic progression median 4.9 months",
            ],
        ),
        (
            "Median progression-free survival was 12 v 9 months (hazard ratio for progression, 0.75).",
            [
                "nivolumab: progression-free survival median 12 months",
                "placebo: progression-free survival median 9 months",
                "nivolumab vs placebo: progression-free survival hazardRatio 0.75",
            ],
        ),
        (
            "The hazard ratio for progression was 0.75 with nivolumab.",
            ["nivolumab vs placebo: progressive disease hazardRatio 0.75"],
        ),
    ],
)
def test_kinds_of_progression_are_kept_apart(results_of, text, expected):
    assert results_of(ARMS + text) == expected


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("had metastasis or had died", "distant metastasis-free survival event"),
        ("relapsed or died", "relapse-free survival event"),
        ("had disease progression or died from any cause", "progression-free survival event"),
        ("had recurrence, had a second cancer, or died", "recurrence, had a second cancer, or died"),
    ],
)
def test_events_counted_together_with_deaths_are_neither(results_of, told, name):
    text = f"In all, 12% of patients in the nivolumab group and 18% in the placebo group {told}."
    assert results_of(ARMS + text) == [f"nivolumab: {name} proportion 12%", f"placebo: {name} proportion 18%"]
