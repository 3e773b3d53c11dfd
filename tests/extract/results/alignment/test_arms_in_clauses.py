"""Which arm's a figure is: by the words between them, whatever verb they hold, and by the clause."""

import pytest

_ARMS = "Adults were randomised to rosuvastatin or to placebo."


@pytest.mark.parametrize("verb", ["taking", "who took", "randomly assigned to", "prescribed"])
def test_the_arm_behind_a_share_is_that_of_the_share(results_of, verb):
    text = (
        f"{_ARMS} Stroke occurred in 33 of 8901 adults (0.4%) {verb} rosuvastatin and 64 of 8901 (0.7%) {verb} placebo."
    )
    assert results_of(text) == ["rosuvastatin: stroke 0.4% n=33/8901", "placebo: stroke 0.7% n=64/8901"]


@pytest.mark.parametrize(
    "joint", [" prevailed with placebo, whereas ", " were more common with placebo; ", " occurred on placebo, while "]
)
def test_a_list_is_of_the_arm_of_its_clause(results_of, joint):
    told = "cough (4/50; 8%) and nausea (3/51; 6%) were the most common events with rosuvastatin."
    text = f"{_ARMS} Stroke (9/51; 18%) and syncope (6/51; 12%){joint}{told}"
    assert results_of(text) == [
        "placebo: stroke 18% n=9/51", "placebo: syncope 12% n=6/51",
        "rosuvastatin: cough 8% n=4/50", "rosuvastatin: nausea 6% n=3/51",
    ]  # fmt: skip


def test_what_patients_had_is_of_the_figures_before_it(results_of):
    text = (
        "Patients were randomised to enfortumab vedotin or docetaxel. Fourteen (5%) patients on enfortumab vedotin and "
        "eight (3%) on docetaxel had a complete response, 103 (36%) and 45 (15%) had a partial response."
    )
    assert results_of(text) == [
        "enfortumab vedotin: complete response proportion 5% n=14", "docetaxel: complete response proportion 3% n=8",
        "enfortumab vedotin: partial response proportion 36% n=103", "docetaxel: partial response proportion 15% n=45",
    ]  # fmt: skip


def test_an_interval_may_stand_before_the_number_of_all(results_of):
    text = (
        "Patients were randomised to enfortumab vedotin or docetaxel. Thus, 117 (41%, 95% CI 35-47) of 288 evaluable "
        "patients on enfortumab vedotin and 53 (18%, 14-23) of 296 evaluable patients on docetaxel achieved an "
        "overall response."
    )
    assert results_of(text) == [
        "enfortumab vedotin: objective response rate proportion 41% n=117/288 [35, 47] 95%",
        "docetaxel: objective response rate proportion 18% n=53/296 [14, 23] 95%",
    ]  # fmt: skip


def test_what_was_had_may_stand_before_the_interval(results_of):
    text = (
        "Patients were randomised to enfortumab vedotin or docetaxel. On enfortumab vedotin, 41% of patients had an "
        "objective response (95% CI 35-47%), 5% a complete response (95% CI 3-8%)."
    )
    assert results_of(text) == [
        "enfortumab vedotin: objective response rate proportion 41% [35, 47] 95%",
        "enfortumab vedotin: complete response proportion 5% [3, 8] 95%",
    ]  # fmt: skip


@pytest.mark.parametrize("none", ["0", "0 patients", "none"])
def test_nobody_beside_a_share(results_of, none):
    text = f"{_ARMS} Syncope was seen in 5 (2%) vs {none}, nausea in 9 (4%) vs 6 (3%)."
    assert [line for line in results_of(text) if "syncope" in line] == [
        "rosuvastatin: syncope 2% n=5", "placebo: syncope n=0",
    ]  # fmt: skip


@pytest.mark.parametrize(("which", "arm"), [("latter", "rosuvastatin"), ("former", "placebo")])
def test_the_former_and_the_latter_head_a_list_of_their_clause(results_of, which, arm):
    text = (
        f"{_ARMS} Cough was seen in 55% of those given placebo and 56% of those given rosuvastatin; in the {which} "
        "group, rash (7%), nausea (5%), and fatigue (4%) were common."
    )
    told = ["placebo: cough 55%", "rosuvastatin: cough 56%"]
    assert results_of(text) == [*told, f"{arm}: rash 7%", f"{arm}: nausea 5%", f"{arm}: fatigue 4%"]


def test_corresponding_numbers_are_of_the_same_grade(results_of):
    text = (
        f"{_ARMS} Grade 3 or 4 nausea was seen in 48 patients (17%) on rosuvastatin and 29 (11%) on placebo; the "
        "corresponding numbers for rash were 29 (11%) and 2 (1%), and for cough 13 (5%) and 0."
    )
    assert results_of(text) == [
        "rosuvastatin: nausea 3-4 17% n=48", "placebo: nausea 3-4 11% n=29",
        "rosuvastatin: rash 3-4 11% n=29", "placebo: rash 3-4 1% n=2",
        "rosuvastatin: cough 3-4 5% n=13", "placebo: cough 3-4 n=0",
    ]  # fmt: skip


def test_the_number_of_a_trial_counts_nobody(results_of):
    text = (
        "LUX-Lung 3 and LUX-Lung 6 were trials of afatinib or cisplatin. Adverse events in LUX-Lung 3 comprised "
        "rash/acne (37/229; 16%) with afatinib."
    )
    assert not [line for line in results_of(text) if "n=3" in line.split() or (" n=3" in line and "37" not in line)]


def test_the_arm_of_a_clause_of_its_own(results_of):
    text = (
        "Patients were randomly assigned to gilteritinib or chemotherapy. Serious events were less frequent with "
        "gilteritinib than with chemotherapy; the most common event with gilteritinib was anemia (40.7%)."
    )
    assert results_of(text) == ["gilteritinib: anemia 40.7%"]


@pytest.mark.parametrize(
    "text",
    [
        "For rosuvastatin, median survival was 14.7 months; for placebo, it was 9.9 months.",
        "In the rosuvastatin group, median survival was 14.7 months, and in the placebo group 9.9 months.",
        "For patients on rosuvastatin, median survival was 14.7 months; for patients on placebo, 9.9 months.",
    ],
)
def test_clauses_that_begin_with_their_arms(results_of, text):
    assert results_of(f"{_ARMS} {text}") == [
        "rosuvastatin: overall survival median 14.7 months",
        "placebo: overall survival median 9.9 months",
    ]


def test_intervals_stand_between_such_clauses(results_of):
    text = "With rosuvastatin, the response rate was 24% (95% CI 20-29), and with placebo it was 9% (95% CI 6-13)."
    assert results_of(f"{_ARMS} {text}") == [
        "rosuvastatin: objective response rate proportion 24% [20, 29] 95%",
        "placebo: objective response rate proportion 9% [6, 13] 95%",
    ]


def test_when_something_was_looked_at_is_no_result(results_of):
    text = "After a median of 20 months, median survival was 14.7 months with rosuvastatin and 9.9 months with placebo."
    assert results_of(f"{_ARMS} {text}") == [
        "rosuvastatin: overall survival median 14.7 months",
        "placebo: overall survival median 9.9 months",
    ]
