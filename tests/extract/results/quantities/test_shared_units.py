"""Units told elsewhere than beside their numbers, signs, and numbers that are set against no arm."""

import pytest

ARMS = "Nivolumab versus docetaxel. Patients were randomly assigned to nivolumab (arm A) or docetaxel (arm B). "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median PFS (mo) was 5.6 with nivolumab and 3.4 with docetaxel (HR 0.7).",
         {"nivolumab: progression-free survival median 5.6 months",
          "docetaxel: progression-free survival median 3.4 months",
          "nivolumab vs docetaxel: progression-free survival hazardRatio 0.7"}),
        ("Median progression-free survival (PFS, months) was similar (nivolumab, 3.6; docetaxel, 2.8).",
         {"nivolumab: progression-free survival median 3.6 months",
          "docetaxel: progression-free survival median 2.8 months"}),
        ("The probability of survival at 12 months was 0.58 with nivolumab and 0.28 with docetaxel.",
         {"nivolumab: overall survival rateAt 0.58 probability at 12 months",
          "docetaxel: overall survival rateAt 0.28 probability at 12 months"}),
        ("Mean survival was longer in arm A (24.6 ± 1.7 [range 7-28] months) than in arm B (16.4 ± 2.7 [range 5-34] "
         "months).",
         {"nivolumab: overall survival mean 24.6 months", "docetaxel: overall survival mean 16.4 months"}),
        ("Mean change in total cholesterol was -0.14 ± 0.08 mg/dL in arm A and 0.36 ± 0.50 mg/dL in arm B.",
         {"nivolumab: change in total cholesterol mean -0.14 mg/dL",
          "docetaxel: change in total cholesterol mean 0.36 mg/dL"}),
        ("The response rate was 39% (n = 38/98) in arm A and 18% (n = 18/100) in arm B.",
         {"nivolumab: objective response rate proportion 39% n=38/98",
          "docetaxel: objective response rate proportion 18% n=18/100"}),
        ("Responses were 9/72 (12.5%) in arm A and 6/69 (8.7%) in arm B.",
         {"nivolumab: objective response rate proportion 12.5% n=9/72",
          "docetaxel: objective response rate proportion 8.7% n=6/69"}),
        ("In arm A, the rate of complete response was 23.8%, superior to the defined standard rate of 10%.",
         {"nivolumab: complete response proportion 23.8%"}),
        ("Among the tumours, 14% and 28% had moderate and strong expression, respectively.", set()),
    ],
)  # fmt: skip
def test_what_a_number_is(results_of, text, results):
    assert set(results_of(ARMS + text)) == results


def test_a_gain_between_arms_starts_from_the_control(results_of):
    text = (
        "The absolute increase in the rate of progression-free survival at 3 years was 7.3% (from 28.1% [95% CI "
        "21.3-35.5] to 35.4% [28.1-42.7]; HR 0.79 [0.62-1.02])."
    )
    assert set(results_of(ARMS + text)) == {
        "nivolumab vs docetaxel: progression-free survival difference 7.3% at 3 years",
        "docetaxel: progression-free survival rateAt 28.1% at 3 years [21.3, 35.5] 95%",
        "nivolumab: progression-free survival rateAt 35.4% at 3 years [28.1, 42.7] 95%",
        "nivolumab vs docetaxel: progression-free survival hazardRatio 0.79 [0.62, 1.02] 95%",
    }
    assert not any("rateAt" in told for told in results_of(ARMS + text.replace("7.3%", "9%")))


def test_a_list_of_endpoints_and_events_has_a_pair_for_each(results_of):
    named = "Nausea, relapse-free survival and overall survival at 2 years"
    text = f"{named} did not differ (5% vs 4%; 53% vs 54%; 59% vs 63%)."
    assert set(results_of(ARMS + text)) >= {
        "nivolumab: relapse-free survival rateAt 53% at 2 years",
        "docetaxel: overall survival rateAt 63% at 2 years",
    }


def test_rates_beside_those_of_a_year_are_of_a_year(results_of):
    text = (
        "Adults were assigned to apixaban or warfarin. The rate of stroke was 1.2% per year with apixaban and 1.6% per "
    )
    text += "year with warfarin, and the rates of death from any cause were 3.5% and 3.9%, respectively."
    assert results_of(text)[-2:] == [
        "apixaban: death proportion 3.5 percent per year", "warfarin: death proportion 3.9 percent per year"
    ]  # fmt: skip


def test_a_second_value_with_an_interval_takes_the_unit_of_the_first(results_of):
    said = "Median overall survival was 8.7 months (95% CI 4.8-12.6) in the 33 patients on nivolumab vs 5.6 (95% CI "
    assert results_of(ARMS + said + "3.9-9.3) in the 14 on docetaxel.") == [
        "nivolumab: overall survival median 8.7 months [4.8, 12.6] 95%",
        "docetaxel: overall survival median 5.6 months [3.9, 9.3] 95%",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Grade 3-4 events (nivolumab/docetaxel, %): neutropenia (16/24), anemia (16/8).",
        "The main grade 3-4 events (%) were neutropenia 16/24 and anemia 16/8 for nivolumab/docetaxel.",
        "Grade 3-4 events (%; nivolumab vs docetaxel): neutropenia 16 vs 24, anemia 6 vs 8.",
    ],
)
def test_percentages_told_by_a_header(results_of, text):
    assert {"nivolumab: neutropenia 3-4 16%", "docetaxel: neutropenia 3-4 24%"} <= set(results_of(ARMS + text))


@pytest.mark.parametrize(
    "text",
    [
        "Grade 3-4 events, n (%), with nivolumab: neutropenia 16 (40), anemia 15 (37).",
        "Responses (%) were seen in 6/40 with nivolumab and 4/41 with docetaxel.",
    ],
)
def test_counts_below_a_header_are_no_percentages(results_of, text):
    assert not any("16%" in result or "6%" in result for result in results_of(ARMS + text))


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Median survival was 43 months for olaparib and 31 for placebo.", "31 months"),
        ("Median survival was 43 months (95% CI 30-50) in the olaparib group, versus 31 (25-38) in the placebo group.",
         "31 months"),
        ("Median survival was 43 months with olaparib and 31 with placebo had died.", ""),
        ("Median survival was 43 months with olaparib, and 31 in the placebo group were alive.", ""),
    ],
)  # fmt: skip
def test_the_second_value_has_the_unit_of_the_first(results_of, text, second):
    told = results_of("Patients were assigned to olaparib or placebo. " + text)
    medians = [r for r in told if r.startswith("placebo: overall survival median")]
    assert bool(medians) == bool(second)
    assert all(second in r for r in medians)
