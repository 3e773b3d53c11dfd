"""Medians, rates, shares and ratios, with time points, intervals, p values and populations."""

import pytest
from trialgraph.extract.language.pipeline import load_pipeline

ARMS = "Nivolumab was compared with docetaxel. Patients were assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median overall survival was 12.2 months with nivolumab and 9.4 months with docetaxel (hazard ratio, 0.73; "
         "96% CI, 0.59 to 0.89; P=0.002).",
         ["nivolumab: overall survival median 12.2 months", "docetaxel: overall survival median 9.4 months",
          "nivolumab vs docetaxel: overall survival hazardRatio 0.73 [0.59, 0.89] 96% p=0.002"]),
        ("Overall survival favoured nivolumab (HR 0.53 [99% CI 0·32–0·89]; one-sided p=0·0007).",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.53 [0.32, 0.89] 99% p=0.0007 1-sided"]),
        ("The hazard ratio was 0.62 (0.47-0.80) for overall survival and 0.92 (0.77-1.11) for progression-free "
         "survival.",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.62 [0.47, 0.80]",
          "nivolumab vs docetaxel: progression-free survival hazardRatio 0.92 [0.77, 1.11]"]),
        ("The hazard ratio for death was 0.73 (95% CI 0.59-0.89).",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.73 [0.59, 0.89] 95%"]),
        ("The hazard ratio for disease progression or death was 0.92 (95% CI 0.77-1.11).",
         ["nivolumab vs docetaxel: progression-free survival hazardRatio 0.92 [0.77, 1.11] 95%"]),
        ("Nivolumab improved overall survival and progression-free survival (HR 0.73, 0.59-0.89 and HR 0.92, "
         "0.77-1.11, respectively).",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.73 [0.59, 0.89]",
          "nivolumab vs docetaxel: progression-free survival hazardRatio 0.92 [0.77, 1.11]"]),
        ("Response rates were similar, whereas nivolumab (HR 0.73, 0.59-0.89) improved overall survival.",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.73 [0.59, 0.89]"]),
        ("The objective response rate was higher with nivolumab than with docetaxel (aOR 1.70, 95% CI 1.13-2.55).",
         ["nivolumab vs docetaxel: objective response rate oddsRatio 1.70 [1.13, 2.55] 95%"]),
    ],
)  # fmt: skip
def test_ratios_stand_between_the_arms(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Median overall survival was not reached (95% CI 15.77–NE) with nivolumab.",
         "nivolumab: overall survival median notReached [15.77, notEstimable] 95%"),
        ("Median overall survival was 12.2 months (95% CI 9.7-15.0) with nivolumab.",
         "nivolumab: overall survival median 12.2 months [9.7, 15.0] 95%"),
        ("At 1 year, overall survival was 51% (95% CI 45-56) with nivolumab.",
         "nivolumab: overall survival rateAt 51% at 1 years [45, 56] 95%"),
        ("The 18-month overall survival rate was 39% with nivolumab.",
         "nivolumab: overall survival rateAt 39% at 18 months"),
        ("An objective response was seen in 56 of 292 patients (19%) given nivolumab.",
         "nivolumab: objective response rate proportion 19% n=56/292"),
        ("Complete response was confirmed in 4 (1%) of 292 patients given nivolumab.",
         "nivolumab: complete response proportion 1% n=4/292"),
        ("The median time to response was 2.1 months with nivolumab.",
         "nivolumab: time to response median 2.1 months"),
    ],
)  # fmt: skip
def test_one_value(results_of, text, result):
    assert results_of(ARMS + text) == [result]


def test_a_p_value_between_two_values_stands_with_the_experimental_arm(results_of):
    assert results_of(ARMS + "The response rate was 12% with docetaxel and 19% with nivolumab (P=0.02).") == [
        "docetaxel: objective response rate proportion 12%",
        "nivolumab: objective response rate proportion 19% p=0.02",
    ]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("In patients with brain metastases, median overall survival was 8.4 months with nivolumab.",
         "brain metastases"),
        ("Among patients aged 75 years or older, median overall survival was 8.4 months with nivolumab.",
         "75 years or older"),
        ("In PD-L1-positive patients, median overall survival was 8.4 months with nivolumab.", "PD-L1-positive"),
    ],
)  # fmt: skip
def test_results_of_a_part_of_the_patients(results_of, text, population):
    assert results_of(ARMS + text) == [f"nivolumab: overall survival median 8.4 months ({population})"]


@pytest.mark.parametrize(
    "text",
    [
        "The median age was 61 years with nivolumab and 64 years with docetaxel.",
        "Median follow-up was 13.2 months with nivolumab.",
        "The study had 90% power to detect a hazard ratio of 0.75 at a two-sided alpha of 0.05.",
        "Eligible patients had a performance status of 0 or 1 and a life expectancy of at least 3 months.",
        "PD-L1 was expressed on at least 1% of tumour cells.",
        "Docetaxel was given at 75 mg/m2 every 3 weeks and could be reduced by 25%.",
        "Patients were enrolled from November 2, 2012, through December 4, 2013 (NCT01673867).",
        "Tumours were measured every 6 weeks and survival every 3 months.",
        "In the docetaxel group, 55% of the patients were men.",
        "In an earlier trial, ramucirumab gave a median overall survival of 10.5 months.",
    ],
)
def test_numbers_that_are_no_results(results_of, text):
    assert results_of(ARMS + text) == []


def test_only_one_event_is_no_rate_of_the_event(results_of):
    text = (
        "Zoledronic acid in breast cancer: a trial. Among 312 patients, 30% had at least one SRE, and 22% experienced "
        "only one SRE. The median time to first SRE was not reached."
    )
    assert results_of(text) == [
        "zoledronic acid: skeletal-related event rate proportion 30%",
        "zoledronic acid: time to first skeletal-related event median notReached",
    ]


def test_responders_on_a_scale_are_an_endpoint_of_their_own(results_of):
    arms = "Patients were randomised to fluoxetine or placebo. "
    shares = ["fluoxetine: MADRS response proportion 45%", "placebo: MADRS response proportion 30%"]
    assert results_of(arms + "MADRS responders were 45% with fluoxetine and 30% with placebo.") == shares
    assert results_of(arms + "MADRS response rates were 45% with fluoxetine and 30% with placebo.") == shares


def test_a_regimen_that_has_the_letters_of_an_endpoint(results_of):
    text = "Patients were assigned to daratumumab plus bortezomib and dexamethasone (DVd) or to bortezomib and "
    text += "dexamethasone (Vd). "
    assert results_of(text + "Median PFS was not reached with DVd and 7.2 months with Vd (HR 0.39).")[1:] == [
        "bortezomib+dexamethasone: progression-free survival median 7.2 months",
        "bortezomib+daratumumab+dexamethasone vs bortezomib+dexamethasone: progression-free survival hazardRatio 0.39",
    ]
    doc = load_pipeline()("Mean clearance was 5 L/h and mean Vd was 12 L.")
    assert [m.kb_id_ for m in doc.spans["mentions"] if m.text == "Vd"] == ["volume of distribution"]
