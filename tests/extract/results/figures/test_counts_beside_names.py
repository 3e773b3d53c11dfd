"""Counts and shares beside the names of arms, trials and populations."""

import pytest

ARMS = "Nivolumab was compared with docetaxel. Patients were assigned to nivolumab or docetaxel. "


def test_each_of_two_populations_has_its_own_figures(results_of):
    text = (
        "In patients with 2 and ≥3 prior lines, respectively, median progression-free survival was 11.0 vs 5.7 months "
        "(HR 1.08) and 5.8 vs 3.7 months (HR 0.69) with nivolumab vs docetaxel."
    )
    assert results_of(ARMS + text) == [
        "nivolumab: progression-free survival median 11.0 months (2 prior lines)",
        "docetaxel: progression-free survival median 5.7 months (2 prior lines)",
        "nivolumab: progression-free survival median 5.8 months (≥3 prior lines)",
        "docetaxel: progression-free survival median 3.7 months (≥3 prior lines)",
        "nivolumab vs docetaxel: progression-free survival hazardRatio 1.08 (2 prior lines)",
        "nivolumab vs docetaxel: progression-free survival hazardRatio 0.69 (≥3 prior lines)",
    ]


def test_arms_of_a_cited_trial_are_not_those_of_another(results_of):
    text = (
        "The IKEMA trial compared isatuximab plus carfilzomib with carfilzomib. It is registered (NCT01564537). "
        "In the CANDOR trial, median progression-free survival was not reached vs 15.8 months with carfilzomib."
    )
    assert not [r for r in results_of(text) if "15.8" in r and r.startswith("carfilzomib")]


def test_sizes_right_behind_what_they_count(results_of):
    arms = "Patients were randomly assigned to nivolumab (arm A) or docetaxel (arm B). "
    told = "In arm A, there were responses (complete response, n = 4; partial response, n = 11)."
    assert results_of(arms + told) == [
        "nivolumab: complete response proportion n=4",
        "nivolumab: partial response proportion n=11",
    ]
    listed = "Arm B: CR 6 (8%), PR 27 (36%), SD 12 (16%), PD 30 (40%)."
    assert results_of(arms + listed)[1:3] == [
        "docetaxel: partial response proportion 36% n=27",
        "docetaxel: stable disease proportion 16% n=12",
    ]


def test_a_list_of_means_of_groups_that_are_not_known_is_of_nobody(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    assert results_of(arms + "Creatinine changed (CRL -0.10 ± 0.10; G1 + 0.03 ± 0.13; G2 -0.14 ± 0.08 mg/dL).") == []


def test_the_share_behind_the_arm_of_a_count(results_of):
    arms = "Patients were randomly assigned to nivolumab (arm A) or docetaxel (arm B). "
    text = "Partial responses occurred in 12 of 40 patients in arm A (30%; 95% CI 17-47) and 8 of 41 in arm B (20%)."
    assert results_of(arms + text) == [
        "nivolumab: partial response proportion 30% n=12/40 [17, 47] 95%",
        "docetaxel: partial response proportion 20% n=8/41",
    ]


def test_the_time_to_a_change_is_not_what_changes(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    text = "Median time to worsening of pain was 6.1 months with nivolumab and 4.8 months with docetaxel."
    assert {line.split(": ")[1] for line in results_of(arms + text)} == {
        "time to worsening of pain median 6.1 months",
        "time to worsening of pain median 4.8 months",
    }


def test_a_share_of_something_unknown_is_not_of_what_stands_before(results_of):
    text = "Patients received cisplatin in this study. Stable disease was seen in 24% for a 57% XGCR."
    assert results_of(text) == ["cisplatin: stable disease proportion 24%"]


def test_counts_before_the_names_of_arms_whose_patients_follow(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    text = "Withdrawals attributable to AEs occurred in 33 nivolumab (10.4%) and 41 docetaxel (13.0%) patients."
    assert results_of(arms + text) == [
        "nivolumab: any adverse event 10.4% n=33 discontinuation",
        "docetaxel: any adverse event 13.0% n=41 discontinuation",
    ]
    text = "Rash was seen in 12 nivolumab and three docetaxel recipients."
    assert results_of(arms + text) == ["nivolumab: rash n=12", "docetaxel: rash n=3"]
    assert results_of(arms + "Rash had been expected; 12 nivolumab and three docetaxel vials broke.") == []


def test_counts_with_their_sign_of_all(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    text = "Falls were more common with nivolumab than docetaxel (69.2% [n = 36 of 52] vs 61.8% [n = 34 of 55])."
    assert results_of(arms + text) == [
        "nivolumab: accidental fall 69.2% n=36/52", "docetaxel: accidental fall 61.8% n=34/55"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The best response was CR in 5, PR in 12 and SD in 20.",
        "Best responses were CR in 5 patients, PR in 12, and SD in 20.",
    ],
)
def test_responses_counted_in_turn(results_of, text):
    assert results_of("All patients received pembrolizumab. " + text) == [
        "pembrolizumab: complete response proportion n=5", "pembrolizumab: partial response proportion n=12",
        "pembrolizumab: stable disease proportion n=20",
    ]  # fmt: skip


def test_stable_disease_is_no_standard_deviation_in_a_list_of_responses(results_of):
    text = "All patients received pembrolizumab. Confirmed responses: CR 10%, PR 24.5%, SD 40%."
    assert "pembrolizumab: stable disease proportion 40%" in results_of(text)
    text = "All patients received pembrolizumab. Responses were: CR, 1 (3%); PR, 6 (17%); SD, 10 (29%)."
    assert "pembrolizumab: stable disease proportion 29% n=10" in results_of(text)
    assert not any("stable" in line for line in results_of("The mean response was 24.5%, SD 4.0%."))


@pytest.mark.parametrize(
    ("told", "result"),
    [
        ("25.2%; 29 of 115 patients", "25.2% n=29/115"),
        ("25.2%, 29/115", "25.2% n=29/115"),
        ("25.2%; 60 of 115 patients", "25.2%"),
    ],
)
def test_a_count_behind_its_percentage(results_of, told, result):
    text = f"All patients received rucaparib. The most frequent adverse event was anemia ({told})."
    assert results_of(text)[:1] == ([f"rucaparib: anemia {result}"] if "n=" in result else [])


@pytest.mark.parametrize(
    ("told", "results"),
    [
        ("Of 151 patients, 76 responded; 9 (6%) of these responses were complete, while 67 (44%) were partial.",
         ["objective response rate proportion n=76/151", "partial response proportion 44% n=67/151"]),
        ("Responses were complete in 6% and partial in 44% of patients.",
         ["complete response proportion 6%", "partial response proportion 44%"]),
    ],
)  # fmt: skip
def test_kinds_of_responses_are_told_behind_their_figures(results_of, told, results):
    read = results_of(f"All patients received rituximab in this phase 2 trial. {told}")
    assert [result.partition(": ")[2] for result in read] == results
