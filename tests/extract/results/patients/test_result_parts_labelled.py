"""Which part of the patients figures are of: labels in brackets, denials, the next clause."""

import pytest

ONE = "In this phase 2 study, patients received isatuximab plus carfilzomib. "
ARMS = "Patients were randomly assigned to everolimus or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median PFS was longer regardless of sex (women: 11.0 vs 3.2 months) (men: 11.4 vs 5.4 months).",
         ["everolimus: progression-free survival median 11.0 months (women)",
          "placebo: progression-free survival median 3.2 months (women)",
          "everolimus: progression-free survival median 11.4 months (men)",
          "placebo: progression-free survival median 5.4 months (men)"]),
        ("Everolimus prolonged PFS irrespective of prior chemotherapy (prior chemotherapy: HR 0.34) (none: HR 0.42).",
         ["everolimus vs placebo: progression-free survival hazardRatio 0.34 (prior chemotherapy)",
          "everolimus vs placebo: progression-free survival hazardRatio 0.42 (none)"]),
        ("Everolimus improved overall survival (HR 0.50) but not in patients with liver metastases.",
         ["everolimus vs placebo: overall survival hazardRatio 0.50"]),
        ("Median survival was similar (36 weeks with everolimus vs 43 weeks with placebo); however, median survival "
         "in patients achieving CR was longer (92 weeks with everolimus vs 50 weeks with placebo).",
         ["everolimus: overall survival median 36 weeks", "placebo: overall survival median 43 weeks",
          "everolimus: overall survival median 92 weeks (CR)", "placebo: overall survival median 50 weeks (CR)"]),
        ("There was no difference in clinical response (93% vs. 90%) and breast-conserving surgery (BCS) rates "
         "(49% vs. 42%).",
         ["everolimus: clinical response proportion 93%", "placebo: clinical response proportion 90%",
          "everolimus: breast conservation rate proportion 49%", "placebo: breast conservation rate proportion 42%"]),
        ("There was no difference in complete response (93% vs. 90%) and 3DX rates (49% vs. 42%).",
         ["everolimus: complete response proportion 93%", "placebo: complete response proportion 90%"]),
    ],
)  # fmt: skip
def test_figures_of_parts(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        ("pMMR population", "overall", {" (pMMR)", ""}),
        ("gBRCA cohort", "non-gBRCA cohort", {" (gBRCA)", " (non-gBRCA)"}),
        ("HRD-positive", "ITT", {" (HRD-positive)", ""}),
    ],
)
def test_a_bracket_tells_of_one_part_after_the_other(results_of, first, second, parts):
    text = (
        "Patients were assigned to niraparib or placebo. Median progression-free survival was longer with niraparib "
        f"than with placebo ({first}: 21.0 vs. 5.5 months; HR 0.27; {second}: 9.3 vs. 3.9 months; HR 0.45)."
    )
    told = results_of(text)
    assert len(told) == 6
    assert {result.partition("months")[2] for result in told if "median" in result} == parts
    assert {result.partition("27")[2] for result in told if "0.27" in result} < parts


@pytest.mark.parametrize(
    "text",
    [
        "Median PFS was longer in patients 75 years or older and in those 65-74 years.",
        "Median overall survival was not improved in those under 65 years, nor in those <65 years.",
        "PFS was improved with nivolumab irrespective of bulky disease (HR 0.40 with, 0.55 without).",
    ],
)
def test_ages_are_no_times_and_ratios_of_parts_not_those_of_all(results_of, text):
    assert results_of(f"Patients were randomly assigned to nivolumab or docetaxel. {text}") == []


def test_the_surface_that_clearance_is_told_for_ends_no_name_of_a_part(results_of):
    text = (
        "Among patients with eGFR <60 mL/min/1.73 m2, the response rate was 40% with everolimus and 20% with placebo."
    )
    part = "(eGFR <60 mL/min/1.73 m2)"
    assert results_of(ARMS + text) == [
        f"everolimus: objective response rate proportion 40% {part}",
        f"placebo: objective response rate proportion 20% {part}",
    ]


def test_parts_behind_including_and_those_have_figures_of_their_own(results_of):
    text = (
        "A benefit of everolimus in PFS was seen across subgroups, including patients with bulky disease (9.5 vs 3.8 "
        "months) and those refractory to lenalidomide (11.4 vs 5.6 months)."
    )
    bulky, refractory = "(bulky disease)", "(refractory to lenalidomide)"
    assert results_of(ARMS + text) == [
        f"everolimus: progression-free survival median 9.5 months {bulky}",
        f"placebo: progression-free survival median 3.8 months {bulky}",
        f"everolimus: progression-free survival median 11.4 months {refractory}",
        f"placebo: progression-free survival median 5.6 months {refractory}",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The 1-year PFS rate was 58.3% for all cohorts and 79.1% for patients without extramedullary disease.",
         ["progression-free survival rateAt 58.3% at 1 years",
          "progression-free survival rateAt 79.1% at 1 years (without extramedullary disease)"]),
        ("Median PFS was 12 months in responders and 3 months in non-responders.",
         ["progression-free survival median 12 months (responders)",
          "progression-free survival median 3 months (non-responders)"]),
        ("The median time to progression was not reached for responders.",
         ["time to progression median notReached (responders)"]),
    ],
)  # fmt: skip
def test_parts_told_by_what_they_lack_or_by_their_response(results_of, text, results):
    told = [result.partition(": ")[2] for result in results_of(ONE + text)]
    assert told == results
