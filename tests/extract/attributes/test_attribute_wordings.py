"""Attributes of trials in wordings that are rarer, and on lines of records."""

import pytest
from attribute_values import values


@pytest.mark.parametrize(
    ("text", "attribute", "expected"),
    [
        ("The ABC Study Group initiated a multicenter phase III trial of ramipril.", "phase", ["3"]),
        (
            "Ramipril and sleep. Twelve volunteers took part in a randomized, open-label study.",
            "design",
            ["randomized", "open-label"],
        ),
        (
            "Ramipril and sleep. In all, 35 healthy men were studied in a double-blind crossover trial of ramipril.",
            "design",
            ["double-blind", "crossover"],
        ),
        (
            "Ramipril and sleep. The effects of ramipril and losartan were compared in a randomized crossover study.",
            "design",
            ["randomized", "crossover"],
        ),
        ("Ramipril and sleep. The drug was licensed after it was studied in a randomized trial.", "design", []),
        ("Ramipril and sleep. It was given to many in a randomized trial.", "design", []),
        ("A phase II study of ramipril was undertaken by the ABC Group.", "phase", ["2"]),
        ("Ramipril for all. Smith conducted an earlier phase II trial of ramipril.", "phase", []),
        ("Patients were allocated at random to ramipril or placebo.", "design", ["randomized", "placebo-controlled"]),
        ("Women were randomly assigned in a ratio of two to one to A or B.", "randomizationRatio", ["2:1"]),
        ("Women were randomly assigned to one to three doses.", "randomizationRatio", []),
        ("Patients whose disease had progressed after ≥1 standard therapy got A.", "priorLines", [">=1"]),
        ("The primary efficacy assessment was overall survival.", "primaryEndpoint", ["overall survival"]),
        ("One half, chosen at random (1:1), got ramipril; the others got placebo.", "randomizationRatio", ["1:1"]),
        ("This trial was done at 15 Italian academic centers.", "countryCount", [1]),
        ("This trial was done at 15 Italian and French centers.", "countryCount", [2]),
        ("Patients in this trial had not been treated before.", "priorLines", ["0"]),
        ("Patients in this trial had not been treated with radiotherapy.", "priorLines", []),
        ("Women in this trial received first-line docetaxel.", "priorLines", ["0"]),
        ("Patients had been given at most one course of platinum-based chemotherapy.", "priorLines", ["<=1"]),
        ("In this trial, follow-up ended on 31 March 2011.", "dataCutoff", ["2011-03-31"]),
        ("Research Sponsors: Pfizer.", "sponsor", ["Pfizer"]),
        ("After a median of 54 months, 5,637 patients were randomized to ramipril or placebo.", "enrolled", [5637]),
        ("The study enrolled 97 adults across 21 countries and 93 centers.", "siteCount", [93]),
        ("The study enrolled 97 adults across 21 countries and 93 centers.", "countryCount", [21]),
        (
            "The primary cardiovascular end point was a composite of death, infarction, or stroke in a time-to-event "
            "analysis.",
            "primaryEndpoint",
            ["death, infarction, or stroke"],
        ),
        (
            "The primary endpoint was the overall response (partial response or better).",
            "primaryEndpoint",
            ["objective response rate"],
        ),
        (
            "We treated patients with asthma. Ramipril is approved for adults with congestive heart failure.",
            "studies",
            ["asthma"],
        ),
        (
            "Ramipril for hypertension. Untreated adults, 97 patients, double-blind, phase 3.",
            "design",
            ["double-blind"],
        ),
        ("Ramipril for hypertension. Untreated adults, 97 patients, double-blind, phase 3.", "phase", ["3"]),
        ("Ramipril for hypertension. Effects in earlier double-blind, phase 3 trials.", "phase", []),
        (
            "Ramipril. We enrolled 474 patients. There was a response in 342 patients (72%), and 309 of these patients "
            "were randomized.",
            "enrolled",
            [474],
        ),
        ("The trial was stopped after 553 patients had been enrolled.", "enrolled", [553]),
    ],
)
def test_told_in_other_words(text: str, attribute: str, expected: list[object]) -> None:
    assert values(text, attribute) == expected


@pytest.mark.parametrize(
    "told",
    [
        "At relapse, all patients received at least one line of chemotherapy.",
        "Efficacy was assessed in patients who received at least one course of therapy.",
        "After progression, patients had received up to 3 lines of treatment.",
    ],
)
def test_lines_after_the_trial_or_within_it_are_no_earlier_ones(told: str) -> None:
    assert values(f"In this randomized trial, A was set against B. {told}", "priorLines") == []


def test_fields_of_records_on_lines_of_their_own() -> None:
    text = (
        "A study of dupilumab\n\nPrimary outcome: Percentage of Participants With a Positive Response (Titer of 8) at "
        "Week 16.\n\nSites: 42.\n\nCountries: 1 (United States).\n"
    )
    assert values(text, "siteCount") == [42]
    assert values(text, "countryCount") == [1]
    assert values(text, "primaryEndpoint") == ["positive response (Titer of 8)"]
