"""Wordings of trials in lymphoma, leukemia and myeloma: parts by risk or dose, pairs in a slash."""

import pytest

ONE = "In this phase 2 study, patients received carfilzomib. "
TWO = "Patients were randomly assigned to ibrutinib or ofatumumab. "
OPTIONAL = "Acalabrutinib with or without obinutuzumab versus chlorambucil. "
PFS = "progression-free survival median"
ORR = "objective response rate proportion"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("At the 20 mg dose, the response rate was 31%.", [f"{ORR} 31% (20 mg dose)"]),
        ("At the recommended phase 2 dose (n = 40), the response rate was 31%.",
         [f"{ORR} 31% (recommended phase 2 dose)"]),
        ("At the time of the last dose, the response rate was 31%.", [f"{ORR} 31%"]),
        ("Among 12 patients who completed 30 cycles of carfilzomib, the response rate was 82%.",
         [f"{ORR} 82% (completed 30 cycles of carfilzomib)"]),
        ("In intermediate- or poor-risk patients, the response rate was 31%.",
         [f"{ORR} 31% (intermediate- or poor-risk)"]),
        ("The response rate was 31%; forty responders were switched to oral drugs, and 30 (75.0%) improved or "
         "maintained their response.", [f"{ORR} 31%"]),
        ("Patients achieving CR had a median PFS that was not reached.", [f"{PFS} notReached (CR)"]),
        ("Median PFS was 12.0 months (among complete responders: not reached).",
         [f"{PFS} 12.0 months", f"{PFS} notReached (complete responders)"]),
        ("In a subgroup analysis involving patients without del(17p), the response rate was 31%.",
         [f"{ORR} 31% (without del(17p))"]),
        ("In 36 pts completing 8 cycles, 61% had sCR.",
         ["stringent complete response proportion 61% (completing 8 cycles)"]),
        ("Major response rates were 31%.", ["major response rates proportion 31%"]),
        ("Overall, 62% had ≥nCR.", ["complete or near-complete response proportion 62%"]),
        ("The MRD-neg rate was 31%.", ["minimal residual disease negativity proportion 31%"]),
        ("MRD was undetectable in 31%.", ["minimal residual disease negativity proportion 31%"]),
        ("MRD was 31%.", []),
        ("The rate of partial response with lymphocytosis was 31%.",
         ["partial response with lymphocytosis proportion 31%"]),
        ("Follicular lymphoma patients: the response rate was 31%.", [f"{ORR} 31% (Follicular lymphoma)"]),
        ("In the subgroup with renal impairment (9.5 months; HR 0.50) it was the same.", []),
        ("The difference in response adjusting for complete response was 12.2%.", []),
        ("Among 90 efficacy-evaluable patients, the response rate was 31%.", [f"{ORR} 31%"]),
        ("Median PFS was not reached versus 15.6 months.", []),
        ("At least a VGPR was reached in 31%.", ["very good partial response or better proportion 31%"]),
        ("Of 50 patients, 18 and 24 patients achieved a complete response and a partial response, respectively.", []),
    ],
)  # fmt: skip
def test_figures_of_one_arm(results_of, text, parts):
    assert results_of(ONE + text) == [f"carfilzomib: {part}" for part in parts]


@pytest.mark.parametrize(
    ("text", "ibrutinib", "ofatumumab"),
    [
        ("Median PFS was 21.4 months in the high-risk ibrutinib group and 9.7 months in the high-risk ofatumumab arm.",
         f"{PFS} 21.4 months (high-risk)", f"{PFS} 9.7 months (high-risk)"),
        ("The response rate was 90.3% and 66.1% in older patients.", f"{ORR} 90.3% (older)", f"{ORR} 66.1% (older)"),
        ("At 24 months, the investigator-assessed rates of PFS were 88.2% with ibrutinib and 64.1% with ofatumumab; a "
         "benefit was also observed in patients with del(17p), a mutation, or both (HR 0.31) and in those with "
         "unmutated genes.",
         "progression-free survival rateAt 88.2% at 24 months", "progression-free survival rateAt 64.1% at 24 months"),
        ("The incidence of relapse or progression was 20.8% and 20.2%.",
         "relapse or progression proportion 20.8%", "relapse or progression proportion 20.2%"),
        ("At 10 years, progression-free survival was 69% in the 1-year ibrutinib group and 63% in the ofatumumab arm.",
         "progression-free survival rateAt 69% at 10 years", "progression-free survival rateAt 63% at 10 years"),
        ("Patients with a CR or CRu were 31 (40%) with ibrutinib and 21 (30%) with ofatumumab.",
         "complete response or unconfirmed complete response proportion 40% n=31",
         "complete response or unconfirmed complete response proportion 30% n=21"),
        ("Patients aged 75 or older had a median PFS of 44.0 months with ibrutinib versus 29.1 months with ofatumumab.",
         f"{PFS} 44.0 months (75 or older)", f"{PFS} 29.1 months (75 or older)"),
        ("Median PFS was 13.3 months with ibrutinib and 9.9 months with ofatumumab (HR 0.52), including in those with "
         "TP53 mutations (HR 0.40).", f"{PFS} 13.3 months", f"{PFS} 9.9 months"),
        ("At a follow-up of 9 months (IQR 5-23), median PFS was 34.6 months (95% CI 28.8-37.8) with ibrutinib and 34.4 "
         "months (30.1-not estimable) with ofatumumab.",
         f"{PFS} 34.6 months [28.8, 37.8] 95%", f"{PFS} 34.4 months [30.1, notEstimable] 95%"),
        ("In all, 28 and 24 patients died in the ibrutinib and ofatumumab groups, respectively.",
         "death proportion n=28", "death proportion n=24"),
    ],
)  # fmt: skip
def test_figures_of_two_arms(results_of, text, ibrutinib, ofatumumab):
    found = [line for line in results_of(TWO + text) if " vs " not in line]
    assert found == [f"ibrutinib: {ibrutinib}", f"ofatumumab: {ofatumumab}"]


def test_parts_each_with_a_pair_and_a_ratio(results_of):
    text = "Median PFS was 23 vs 13 months in women (HR 0.70) and 29 vs 19 months in patients with del(17p) (HR 0.66)."
    ratio = "ibrutinib vs ofatumumab: progression-free survival hazardRatio"
    assert results_of(TWO + text + " Men did worse.") == [
        f"ibrutinib: {PFS} 23 months (women)", f"ofatumumab: {PFS} 13 months (women)",
        f"ibrutinib: {PFS} 29 months (del(17p))", f"ofatumumab: {PFS} 19 months (del(17p))",
        f"{ratio} 0.70 (women)", f"{ratio} 0.66 (del(17p))",
    ]  # fmt: skip


def test_an_arm_between_a_value_and_its_interval(results_of):
    text = (
        "Median PFS was 28.1 months with acalabrutinib-obinutuzumab (95% CI 25-31), 24.2 months with acalabrutinib "
        "alone (20-27), and 11.3 months with chlorambucil (9-14)."
    )
    assert results_of(OPTIONAL + text) == [
        f"acalabrutinib+obinutuzumab: {PFS} 28.1 months [25, 31] 95%",
        f"acalabrutinib: {PFS} 24.2 months [20, 27] 95%",
        f"chlorambucil: {PFS} 11.3 months [9, 14] 95%",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median PFS/OS was 4.6/14.4 months.", [f"{PFS} 4.6 months", "overall survival median 14.4 months"]),
        ("Blood was drawn every 1.5/3.5 months. Median PFS was 4.6 months.", [f"{PFS} 4.6 months"]),
    ],
)
def test_two_endpoints_and_their_values_in_a_slash(results_of, text, results):
    assert results_of(ONE + text) == [f"carfilzomib: {result}" for result in results]


def test_parts_that_have_an_event_stand_in_a_list_of_ratios(results_of):
    text = "Ibrutinib prolonged PFS in elderly patients (HR 0.36), those with anemia (HR 0.27), and women (HR 0.72)."
    ratio = "ibrutinib vs ofatumumab: progression-free survival hazardRatio"
    parts = ["0.36 (elderly)", "0.27 (anemia)", "0.72 (women)"]
    assert results_of(TWO + text) == [f"{ratio} {part}" for part in parts]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("MRD negativity was higher with ibrutinib at 10-5 (14% vs 3%) and 10-6 (6% vs 1%).",
         ["ibrutinib at 10-5 14%", "ofatumumab at 10-5 3%", "ibrutinib at 10-6 6%", "ofatumumab at 10-6 1%"]),
        ("MRD negativity was 14% with ibrutinib and 3% with ofatumumab at 10^-5; it was 6% with ibrutinib and 1% "
         "with ofatumumab at 10^-6.",
         ["ibrutinib at 10-5 14%", "ofatumumab at 10-5 3%", "ibrutinib at 10-6 6%", "ofatumumab at 10-6 1%"]),
        ("MRD negativity (10-5) was 14% with ibrutinib and 3% with ofatumumab.", ["ibrutinib 14%", "ofatumumab 3%"]),
        ("MRD negativity at 10-5 and 10-6 was 14% and 6% with ibrutinib.", []),
    ],
)  # fmt: skip
def test_levels_of_residual_disease_are_endpoints_of_their_own(results_of, text, results):
    found = [line.replace(": minimal residual disease negativity", "") for line in results_of(TWO + text)]
    assert sorted(line.replace(" proportion", "") for line in found) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Ibrutinib had a better ORR (OR 2.4), CR (73% vs 45%) and PFS (HR 0.48) than ofatumumab.",
         ["ibrutinib vs ofatumumab: objective response rate oddsRatio 2.4",
          "ibrutinib: complete response proportion 73%", "ofatumumab: complete response proportion 45%",
          "ibrutinib vs ofatumumab: progression-free survival hazardRatio 0.48"]),
        ("The risk of PD or death was lower with ibrutinib than with ofatumumab (HR 0.57).",
         ["ibrutinib vs ofatumumab: progression-free survival hazardRatio 0.57"]),
        ("MRD negativity among patients in CR was 30% with ibrutinib and 10% with ofatumumab.",
         ["ibrutinib: minimal residual disease negativity proportion 30% (CR)",
          "ofatumumab: minimal residual disease negativity proportion 10% (CR)"]),
        ("The percentage of patients with MRD-negative status and a CR (55.5% vs. 40.9%) was higher with ibrutinib.",
         ["ibrutinib: minimal residual disease-negative complete response proportion 55.5%",
          "ofatumumab: minimal residual disease-negative complete response proportion 40.9%"]),
        ("With ibrutinib, PFS was longer across risk groups including unmutated IGHV (HR 0.23) and del(11q) (HR 0.25).",
         ["ibrutinib vs ofatumumab: progression-free survival hazardRatio 0.23 (unmutated IGHV)",
          "ibrutinib vs ofatumumab: progression-free survival hazardRatio 0.25 (del(11q))"]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_of_it(results_of, text, results):
    assert results_of(TWO + text) == results


def test_a_treatment_given_before_is_no_arm(results_of):
    text = (
        "Patients were randomly assigned to carfilzomib or bortezomib. Median PFS was 18.7 months for carfilzomib in "
    )
    assert results_of(text + "patients not exposed to bortezomib.") == [
        f"carfilzomib: {PFS} 18.7 months (not exposed to bortezomib)"
    ]


def test_patients_treated_before_or_not(results_of):
    text = (
        "Among patients who had previously received imatinib, the ORR was 64%. Among 39 previously untreated patients, "
    )
    assert results_of(ONE + text + "it was 85%.")[-1:] == [f"carfilzomib: {ORR} 85% (previously untreated)"]


@pytest.mark.parametrize(
    "text",
    [
        "The ORR was 36% and 40% with ibrutinib and acalabrutinib, vs 1% with ofatumumab.",
        "The ORR was 1% with ofatumumab vs 36% and 40% in the ibrutinib and acalabrutinib groups.",
    ],
)
def test_two_of_three_figures_have_their_arms_in_turn(results_of, text):
    arms = "Patients were randomly assigned to ibrutinib, acalabrutinib, or ofatumumab. "
    rates = ["acalabrutinib: 40%", "ibrutinib: 36%", "ofatumumab: 1%"]
    assert sorted(line.replace(f"{ORR} ", "") for line in results_of(arms + text)) == rates
