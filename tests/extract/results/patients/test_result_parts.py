"""Figures of parts of the patients: each its own, none those of an arm that the text does not name."""

import pytest

ONE = "In this phase 2 study, patients received isatuximab plus carfilzomib. "
TWO = "Patients were randomly assigned to nivolumab or docetaxel. "
RATE = "The response rate was "


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("For patients who were refractory to lenalidomide (n = 24 [most on a doublet]), bortezomib (n = 12), or any "
         "IMiD (n = 25), the response rates were 54%, 68%, and 72%, respectively.",
         {"54%": "refractory to lenalidomide", "68%": "refractory to bortezomib", "72%": "refractory to any IMiD"}),
        ("Responses were noted in dual-refractory patients (ORR, 68%) and carfilzomib-refractory patients (ORR, 60%).",
         {"68%": "dual-refractory", "60%": "carfilzomib-refractory"}),
        ("The ORR for an age < 65 years was 73%, and the ORR for an age ≥ 65 years was 64%.",
         {"73%": "age < 65", "64%": "age ≥ 65"}),
        ("For patients with prior bortezomib exposure (n = 18) and the bortezomib-refractory patients (n = 12), the "
         "response rates were 58% and 41%, respectively.",
         {"58%": "prior bortezomib exposure", "41%": "bortezomib-refractory"}),
    ],
)  # fmt: skip
def test_parts_of_the_only_arm(results_of, text, parts):
    told = [f"carfilzomib+isatuximab: objective response rate proportion {v} ({p})" for v, p in parts.items()]
    assert results_of(ONE + text) == told


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median overall survival was 12.1 months in patients with mutated KRAS and 8.2 months in those with "
         "wild-type KRAS.",
         ["all: overall survival median 12.1 months (mutated KRAS)",
          "all: overall survival median 8.2 months (wild-type KRAS)"]),
        ("Median overall survival was 16.3 versus 8.4 months in the HPV-positive versus HPV-negative groups.",
         ["all: overall survival median 16.3 months (HPV-positive)",
          "all: overall survival median 8.4 months (HPV-negative)"]),
        ("Among PD-L1-positive patients, the response rate was 40% versus 20%.",
         ["nivolumab: objective response rate proportion 40% (PD-L1-positive)",
          "docetaxel: objective response rate proportion 20% (PD-L1-positive)"]),
        ("Patients who received docetaxel were evaluated. Median overall survival was 16.3 versus 8.4 months in "
         "EGFR-mutant versus EGFR-wild-type patients.",
         ["docetaxel: overall survival median 16.3 months (EGFR-mutant)",
          "docetaxel: overall survival median 8.4 months (EGFR-wild-type)"]),
    ],
)  # fmt: skip
def test_parts_of_a_trial_of_two_arms(results_of, text, results):
    assert results_of(TWO + text) == results


def test_a_regimen_that_is_no_arm_has_figures_of_its_own(results_of):
    cited = "The combination of daratumumab with carfilzomib and dexamethasone showed an overall response rate of 84%."
    assert results_of(ONE + cited) == []


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("More patients in the nivolumab group than the docetaxel group who achieved ≥ VGPR also had minimal "
         "residual disease negativity (44% vs 25%).",
         ["nivolumab: minimal residual disease negativity proportion 44% (≥VGPR)",
          "docetaxel: minimal residual disease negativity proportion 25% (≥VGPR)"]),
        ("Nivolumab prolonged progression-free survival in patients with mutated genes (HR 0.46, 95% CI 0.22-0.97) and "
         "other high-risk disease (HR 0.68, 95% CI 0.30-1.54).",
         ["nivolumab vs docetaxel: progression-free survival hazardRatio 0.46 [0.22, 0.97] 95% (mutated genes)",
          "nivolumab vs docetaxel: progression-free survival hazardRatio 0.68 [0.30, 1.54] 95% (other high-risk)"]),
    ],
)  # fmt: skip
def test_what_patients_had_before_says_which_they_are(results_of, text, results):
    assert results_of(TWO + text) == results


def test_what_patients_counted_among_had_is_no_result(results_of):
    text = "Overall, 11 of 22 patients with a complete response (i.e. <5% blasts) had a second biopsy."
    assert results_of(ONE + text) == []


def test_patients_without_something_are_those_without_it(results_of):
    text = (
        "In patients without bone metastases, median overall survival was 21.4 months with nivolumab and 12.1 months "
    )
    assert results_of(f"{TWO}{text}with docetaxel.") == [
        "nivolumab: overall survival median 21.4 months (without bone metastases)",
        "docetaxel: overall survival median 12.1 months (without bone metastases)",
    ]


def test_a_reduction_is_no_share(results_of):
    assert results_of(f"{TWO}There was a 17% (95% CI 9-25) proportional reduction in deaths.") == []


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The response rate with nivolumab was 14% and 22% in gastric and pancreatic carcinoma, respectively.",
         ["nivolumab: objective response rate proportion 14% (gastric carcinoma)",
          "nivolumab: objective response rate proportion 22% (pancreatic carcinoma)"]),
        ("The response rate was 14% and 22% among men and women, respectively.",
         ["all: objective response rate proportion 14% (men)", "all: objective response rate proportion 22% (women)"]),
        ("The response rate was 14% and 22% among docetaxel and nivolumab recipients, respectively.",
         ["docetaxel: objective response rate proportion 14%", "nivolumab: objective response rate proportion 22%"]),
    ],
)  # fmt: skip
def test_what_is_in_turn_behind_two_figures_are_parts(results_of, text, results):
    assert results_of("Patients were assigned to nivolumab or docetaxel. " + text) == results


def test_a_figure_of_a_drug_is_not_of_all_where_no_arms_are_known(results_of):
    assert results_of("Two cohorts were compared. Median OS for osimertinib was not reached.") == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("In the 88 patients of the nivolumab arm and 79 patients of the docetaxel arm who had PD-L1-negative tumors, ",
         "PD-L1-negative tumors"),
        ("Among patients whose tumors were PD-L1-negative, ", "PD-L1-negative"),
        ("For those whose tumors carried an EGFR mutation, ", "EGFR mutation"),
        ("In patients who had been randomized, ", ""),
        ("In patients with t(4;14) or del(17p), ", "t(4;14) or del(17p)"),
        ("In patients with an abnormality (del 17p), ", "an abnormality"),
        ("Among patients who were 75 years of age or older, ", "75 years of age or older"),
        ("Among patients 18 years of age or older, ", ""),
    ],
)  # fmt: skip
def test_parts_that_a_sentence_begins_with(results_of, text, part):
    said = f" ({part})" if part else ""
    text += "median overall survival was 10.4 months with nivolumab and 10.1 months with docetaxel."
    assert results_of("Patients were assigned to nivolumab or docetaxel. " + text) == [
        f"nivolumab: overall survival median 10.4 months{said}",
        f"docetaxel: overall survival median 10.1 months{said}",
    ]


def test_the_statistic_of_an_endpoint_is_no_part(results_of):
    text = "For patients with del(17p), median OS was 25.7 months with one regimen and 23.6 months with another; "
    text += "for those with t(4;14), it was 31.4 and 28.9 months, respectively."
    assert results_of(text) == []


def test_patients_told_apart_by_what_supports_them(results_of):
    arms = "Patients were randomly assigned to dexamethasone or usual care. "
    text = "Death was rarer with dexamethasone among patients receiving mechanical ventilation (29% vs. 41%) and in "
    assert results_of(f"{arms}{text}those taking statins at baseline (18% vs. 24%).") == [
        "dexamethasone: death proportion 29% (receiving mechanical ventilation)",
        "standard of care: death proportion 41% (receiving mechanical ventilation)",
        "dexamethasone: death proportion 18% (taking statins at baseline)",
        "standard of care: death proportion 24% (taking statins at baseline)",
    ]
    assert results_of(f"{arms}Among patients receiving dexamethasone, 20% died.") == [
        "dexamethasone: death proportion 20%"
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("In North America, median overall survival was {}.", "North America"),
        ("For metastases outside the brain, median progression-free survival was {}.", "metastases outside the brain"),
        ("For CNS metastases, median progression-free survival was {}.", "CNS metastases"),
        ("Median overall survival was {} in Japan.", "Japan"),
        ("At 50 sites in Japan, median overall survival was {}.", ""),
    ],
)  # fmt: skip
def test_parts_told_by_place(results_of, text, part):
    text = text.format("12.2 months with nivolumab and 9.4 months with docetaxel")
    found = results_of("Patients were assigned to nivolumab or docetaxel. " + text)
    assert [line.partition("months")[2].strip() for line in found] == [f"({part})" if part else ""] * 2


def test_a_response_or_better_tells_nobody_apart(results_of):
    text = "Patients were assigned to nivolumab or docetaxel. The percentage of patients with a partial response "
    assert results_of(f"{text}or better was 47% with nivolumab and 24% with docetaxel.") == [
        "nivolumab: partial response or better proportion 47%", "docetaxel: partial response or better proportion 24%"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "part"),
    [("in PD-L1 high compared with {}", "PD-L1 high"), ("in EGFR-mutant tumors and {}", "EGFR-mutant"),
     ("in the A high dose group and {}", "")],
)  # fmt: skip
def test_parts_told_by_a_marker(results_of, text, part):
    told = "The response rate was 40% with nivolumab " + text.format("20% with docetaxel.")
    found = results_of("Patients were assigned to nivolumab or docetaxel. " + told)
    assert [line.partition("%")[2].strip() for line in found] == [f"({part})" if part else ""] * 2


@pytest.mark.parametrize(("stages", "part"), [("I to IIIA", "(stage II)"), ("II", "")])
def test_one_stage_of_several_is_a_part(results_of, stages, part):
    text = f"Patients with NSCLC of stage {stages} were assigned to nivolumab or docetaxel. In stage II NSCLC, median "
    found = results_of(f"{text}overall survival was 20 months with nivolumab and 12 months with docetaxel.")
    assert [line.partition("months")[2].strip() for line in found] == [part, part]


def test_what_is_counted_tells_nobody_apart(results_of):
    text = "The proportion of patients with progressive disease was 10% with nivolumab and 40% with docetaxel."
    assert results_of("Patients were assigned to nivolumab or docetaxel. " + text) == [
        "nivolumab: progressive disease proportion 10%", "docetaxel: progressive disease proportion 40%"
    ]  # fmt: skip


def test_parts_of_the_next_comparison_are_not_those_of_the_one_before(results_of):
    told = results_of(
        "We studied women. PFS was longer for those who received wumbolin compared with gumbolin (13.4 v 9.3 "
        "months), and PFS was longer in ER-positive compared with ER-negative patients (17.4 v 10.3 months)."
    )
    assert told == [
        "all: progression-free survival median 17.4 months (ER-positive)",
        "all: progression-free survival median 10.3 months (ER-negative)",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "45% with nivolumab and 20% with docetaxel in patients with EGFR mutations and 30% with nivolumab and 10% with "
        "docetaxel in those with KRAS mutations.",
        "45% v 20% (P = .02) in patients with EGFR mutations, and 30% v 10% (P = .4) in patients with KRAS mutations.",
        "in patients with EGFR mutations 45% v 20%, and in patients with KRAS mutations 30% v 10%.",
    ],
)
def test_arms_compared_in_one_part_after_the_other(results_of, told):
    found = {line.split(" p=")[0].split(" (")[0] + line[line.rindex(" (") :] for line in results_of(TWO + RATE + told)}
    assert found == {
        f"{arm}: objective response rate proportion {value} ({part} mutations)"
        for arm, value, part in [
            ("nivolumab", "45%", "EGFR"), ("docetaxel", "20%", "EGFR"),
            ("nivolumab", "30%", "KRAS"), ("docetaxel", "10%", "KRAS"),
        ]
    }  # fmt: skip


def test_women_and_men_are_parts_where_both_are_told(results_of):
    assert results_of(TWO + RATE + "45% in women and 30% in men.") == [
        "all: objective response rate proportion 45% (women)",
        "all: objective response rate proportion 30% (men)",
    ]
    assert results_of(TWO + RATE + "45% in women.") == ["all: objective response rate proportion 45%"]


def test_a_response_that_patients_had_is_not_what_a_share_of_them_is_of(results_of):
    text = "All patients received nivolumab. Overall survival at 2 years was 65% in all patients (82% among patients "
    assert results_of(f"{text}with a partial response).") == [
        "nivolumab: overall survival rateAt 65% at 2 years",
        "nivolumab: overall survival rateAt 82% at 2 years (a partial response)",
    ]


BRCA = "Patients with ovarian cancer were randomly assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("In patients younger than 70 years, the HR for survival was 0.86.", {"0.86": "younger than 70"}),
        ("In patients with visceral disease the hazard ratio for death was 0.86.", {"0.86": "visceral disease"}),
        ("In BRCA wild-type patients, the hazard ratio for death was 0.74.", {"0.74": "BRCA wild-type"}),
    ],
)
def test_whom_a_sentence_begins_with_its_ratio_is_of(results_of, text, parts):
    told = [f"olaparib vs placebo: overall survival hazardRatio {v} ({p})" for v, p in parts.items()]
    assert results_of(BRCA + text) == told


def test_patients_that_are_compared_are_no_part(results_of):
    text = "Survival was longer in wild-type patients than in those with mutations (HR 0.54)."
    assert results_of(BRCA + text) == ["all: overall survival hazardRatio 0.54 (wild-type vs mutations)"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The disease control rate (percentage of patients with a response or stable disease) was 80% with nivolumab.",
         ["nivolumab: disease control rate proportion 80%"]),
        ("Among patients who had a response, the median duration of response was 17.2 months with nivolumab.",
         ["nivolumab: duration of response median 17.2 months"]),
        ("Among patients who had a response, the median overall survival was 17.2 months with nivolumab.",
         ["nivolumab: overall survival median 17.2 months (a response)"]),
    ],
)  # fmt: skip
def test_what_an_endpoint_is_of_is_no_part(results_of, text, results):
    assert results_of("Patients were assigned to nivolumab or docetaxel. " + text) == results


def test_what_is_said_of_parts_is_no_name_of_theirs(results_of):
    told = (
        "Survival in patients with stage II and III disease was longer with letrozole (24 and 20 months, respectively)."
    )
    assert not results_of(f"Women were randomly assigned to letrozole or tamoxifen. {told}")
