"""Wordings of trials in myeloma and its kin: lists of patients, figures in favor of an arm, regimens with sizes."""

import pytest

ONE = "In this phase 2 study, patients received carfilzomib. "
TWO = "Patients were randomly assigned to nivolumab or docetaxel. "
THREE = (
    "Patients were randomly assigned to nivolumab plus surgery (n = 50), 12 cycles of nivolumab (n = 51), or surgery "
    "alone (n = 49). "
)
RATE = "carfilzomib: objective response rate proportion"


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Responses were seen in 80%, 71% and 64% of patients with 0, 1 and ≥2 lesions, respectively.",
         [f"{RATE} 80% (0 lesions)", f"{RATE} 71% (1 lesions)", f"{RATE} 64% (≥2 lesions)"]),
        ("For patients with 0, 1, or 2+ lesions, the response rate was 80%, 71%, and 64%.",
         [f"{RATE} 80% (0 lesions)", f"{RATE} 71% (1 lesions)", f"{RATE} 64% (2+ lesions)"]),
        ("The ORR was 90%, 85%, and 60% in pts with ISS stage I, II, and III disease, respectively.",
         [f"{RATE} 90% (ISS stage I)", f"{RATE} 85% (ISS stage II)",
          f"{RATE} 60% (ISS stage III)"]),
        ("The ORR was 90%, 85%, and 60% in patients with anemia, renal failure, and light chain disease.",
         [f"{RATE} 90% (anemia)", f"{RATE} 85% (renal failure)", f"{RATE} 60% (light chain disease)"]),
        ("The ORR was 62% overall and 48% in high-risk patients.", [f"{RATE} 62%", f"{RATE} 48% (high-risk)"]),
        ("The ORR was 90%, 85%, and 60% in patients with anemia and fever.", []),
    ],
)  # fmt: skip
def test_parts_of_the_patients_in_a_list(results_of, text, results):
    assert results_of(ONE + text) == results


@pytest.mark.parametrize(
    ("text", "nivolumab", "docetaxel"),
    [
        ("The response rate was 55% and 41% (P = .005), respectively, in favor of docetaxel.", "41%", "55% p=0.005"),
        ("The response rate was 41% and 55%, respectively, in favor of the docetaxel arm.", "41%", "55%"),
    ],
)
def test_the_better_figure_is_that_of_the_arm_in_whose_favor_it_is(results_of, text, nivolumab, docetaxel):
    rate = "objective response rate proportion"
    assert sorted(results_of(TWO + text)) == [f"docetaxel: {rate} {docetaxel}", f"nivolumab: {rate} {nivolumab}"]


def test_nobody_says_which_figure_of_a_harm_is_better(results_of):
    assert results_of(TWO + "Nausea was seen in 55% and 41%, respectively, in favor of docetaxel.") == []


def test_an_arm_behind_the_size_of_another_begins_with_its_cycles(results_of):
    rates = results_of(THREE + "The response rate was 40% with nivolumab plus surgery and 30% with nivolumab.")
    rate = "objective response rate proportion"
    assert rates == [f"nivolumab+surgery: {rate} 40%", f"nivolumab: {rate} 30%"]


@pytest.mark.parametrize("other", ["MP-R", "pembrolizumab"])
def test_a_figure_in_the_bracket_of_another_regimen_is_of_no_arm(results_of, other):
    two = "Patients were randomly assigned to melphalan plus prednisone (MP) or docetaxel. "
    text = f"Median survival was longer with {other} (31 months) than with docetaxel (14 months)."
    assert not any("31" in result for result in results_of(two + text))


def test_the_group_that_received_the_control_is_the_reference(results_of):
    text = "Survival was longer in the group that had tests than in the group that received docetaxel (9 v 8 months)."
    assert results_of(TWO + text) == [
        "nivolumab: overall survival median 9 months",
        "docetaxel: overall survival median 8 months",
    ]


def test_arms_named_in_a_concession_have_not_the_figures(results_of):
    text = (
        "Although those assigned to docetaxel took nivolumab later, the survival with nivolumab or docetaxel was 12 "
        "versus 7 months in women, and 14 versus 9 months in men."
    )
    assert [result.split(":")[0] for result in results_of(TWO + text)] == ["nivolumab", "docetaxel"] * 2


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Fever was reported in 107 patients (84%), including 7 (5%) who had events of grade 3 or higher.",
         ["carfilzomib: fever 84% n=107", "carfilzomib: fever >=3 5% n=7"]),
        ("Infections occurred in 126 patients (76%), with 74 (45%) having grade 3 or 4 infections.",
         ["carfilzomib: infection 76% n=126", "carfilzomib: infection 3-4 45% n=74"]),
        ("Fever of any grade was reported in 47%; 13% had grade 3 and 1% grade 4.",
         ["carfilzomib: fever 47%", "carfilzomib: fever 3 13%", "carfilzomib: fever 4 1%"]),
        ("No fever higher than grade 3 occurred.", []),
        ("Resolution or improvement of severe neuropathy was recorded in 8 of 10 patients.",
         ["carfilzomib: resolution or improvement of severe neuropathy proportion n=8/10"]),
    ],
)  # fmt: skip
def test_grades_of_those_counted(results_of, text, results):
    assert results_of(ONE + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("At 15 mo, PFS and OS rates were 51% and 57%, respectively.",
         ["progression-free survival rateAt 51% at 15 months", "overall survival rateAt 57% at 15 months"]),
        ("The 1-y survival was 89%.", ["overall survival rateAt 89% at 1 years"]),
        ("With a median f/u of 14.7 mo, the median PFS was 17.2 mo.", ["progression-free survival median 17.2 months"]),
        ("Responses were seen in 6 of 16, 7 of 15, and 10 of 14 patients at 3, 6, and 12 months, respectively.",
         [f"objective response rate proportion n={n} at {t} months"
          for n, t in (("6/16", 3), ("7/15", 6), ("10/14", 12))]),
        ("Median PFS and OS were unreached.",
         ["progression-free survival median notReached", "overall survival median notReached"]),
        ("The MRD-negative CR rate was 55%.", ["minimal residual disease-negative complete response proportion 55%"]),
        ("Of 29 pts evaluable for MRD, 26 (90%) were MRD negative.",
         ["minimal residual disease negativity proportion 90% n=26"]),
        ("Complete or near complete response was achieved in 31%.",
         ["complete or near-complete response proportion 31%"]),
        ("Persistence, with a median Cmax at 20.5 days, remained detectable in 83% at 1 month.", []),
    ],
)  # fmt: skip
def test_what_is_measured_and_when(results_of, text, results):
    assert [result.removeprefix("carfilzomib: ") for result in results_of(ONE + text)] == results


def test_a_regimen_that_goes_on_with_a_part_of_itself(results_of):
    text = (
        "Elotuzumab with bortezomib, lenalidomide and dexamethasone (VRd) followed by elotuzumab-Rd was compared with "
        "VRd followed by Rd. Median PFS with elotuzumab-VRd was 41 months versus 34 months with VRd."
    )
    assert [r.split(":")[0] for r in results_of(text)] == [
        "bortezomib+dexamethasone+elotuzumab+lenalidomide",
        "bortezomib+dexamethasone+lenalidomide",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("A total of 55.5% on nivolumab had a response compared with 40.9% on docetaxel (p=0.003).",
         ["nivolumab: objective response rate proportion 55.5% p=0.003",
          "docetaxel: objective response rate proportion 40.9%"]),
        ("With nivolumab, 19.2% had a complete response vs 9.0% with docetaxel (P=0.001), and 59.2% vs 29.1% a "
         "partial response (P<0.001).",
         ["nivolumab: complete response proportion 19.2% p=0.001", "docetaxel: complete response proportion 9.0%",
          "nivolumab: partial response proportion 59.2% p<0.001", "docetaxel: partial response proportion 29.1%"]),
    ],
)  # fmt: skip
def test_the_p_value_of_figures_on_both_sides_of_a_response(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("opening", "first", "intervals"),
    [
        ("At a median follow-up of 56.2 months (IQR 52.7-59.9), median PFS was", "61.1 months (95% CI 54.8-70.2)",
         ("[54.8, 70.2] 95%", "[29.6, 39.2] 95%")),
        ("Median PFS was", "61.1 months (IQR 54.8-70.2)", ("", "")),
    ],
)  # fmt: skip
def test_an_interval_behind_the_range_of_a_follow_up(results_of, opening, first, intervals):
    text = f"{opening} {first} in the nivolumab group versus 34.4 months (29.6-39.2) in the docetaxel group."
    values = "nivolumab: PFS median 61.1 months", "docetaxel: PFS median 34.4 months"
    told = results_of(TWO + text)
    assert [r.replace("progression-free survival", "PFS") for r in told] == [
        " ".join(filter(None, pair)) for pair in zip(values, intervals, strict=True)
    ]


def test_what_both_words_are_said_of_is_no_negativity_alone(results_of):
    text = "Patients were randomly assigned to isatuximab or placebo. There was 26% vs 12% MRD negativity and CR."
    name = "minimal residual disease-negative complete response proportion"
    assert sorted(results_of(text)) == [f"isatuximab: {name} 26%", f"placebo: {name} 12%"]


def test_the_disease_that_a_trial_studies_is_no_part_of_its_patients(results_of):
    text = (
        "Isatuximab versus lenalidomide. Isatuximab reduced the risk of death versus lenalidomide in patients with "
        "newly diagnosed multiple myeloma not eligible for transplant (HR 0.60; 95% CI 0.41 to 0.88)."
    )
    assert results_of(text) == ["isatuximab vs lenalidomide: overall survival hazardRatio 0.60 [0.41, 0.88] 95%"]
