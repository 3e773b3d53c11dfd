"""Phrases that mean an arm without naming its drugs."""

import pytest

_ADDED = "Patients were randomised to cisplatin plus etoposide or cisplatin plus etoposide plus celecoxib."


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        (_ADDED, "the chemotherapy group", "the celecoxib plus chemotherapy group"),
        ("Patients were randomised to early tamoxifen (CT) or letrozole (CL).", "CT", "CL"),
        ("Patients received docetaxel with (group AZ) or without (group A) zoledronic acid.", "group A", "group AZ"),
        ("Patients were randomised to FOLFOX4 or surgery alone (18 in perioperative group vs 19 in resection group).",
         "the perioperative group", "the resection group"),
        (_ADDED, "the doublet arm", "the triplet arm"),
        ("Men were randomised into a control group (docetaxel) and an observation group (docetaxel plus celecoxib).",
         "the control group", "the observation group"),
        ("Patients were randomised to cisplatin or cisplatin plus etoposide.", "the monotherapy arm", "the doublet"),
        ("Patients were randomised to cisplatin or intensive etoposide.", "the cisplatin group", "the intensive arm"),
    ],
)  # fmt: skip
def test_a_phrase_means_the_arm_that_it_fits(results_of, told, first, second):
    named = results_of(f"{told} Nausea occurred in 5% of patients in {first} and in 12% in {second}.")
    assert len(named) == 2 and named[0].endswith("nausea 5%") and named[1].endswith("nausea 12%")
    assert named[0].split(":")[0] != named[1].split(":")[0]


def test_letters_together(results_of):
    text = (
        "Patients were randomised to cisplatin (arm A) or etoposide (arm B). Nausea occurred in 5% and 12% of patients "
        "in arms A and B, respectively."
    )
    assert results_of(text) == ["cisplatin: nausea 5%", "etoposide: nausea 12%"]


def test_spaces_in_a_label_do_not_matter(results_of):
    text = (
        "Granisetron plus dexamethasone (GR+DX) was compared with metoclopramide plus dexamethasone (ME + DX). "
        "Headache occurred in 5% and 12% in the GR + DX and the ME+DX groups, respectively."
    )
    assert results_of(text) == ["dexamethasone+granisetron: headache 5%", "dexamethasone+metoclopramide: headache 12%"]


def test_a_word_of_both_arms_means_neither(results_of):
    text = (
        "Patients were randomised to intensive cisplatin or intensive etoposide. Nausea occurred in 5% of patients in "
        "the intensive group."
    )
    assert results_of(text) == []


def test_letters_not_told_come_in_the_order_of_the_allocation_not_of_the_title(results_of):
    text = (
        "Etoposide and cisplatin versus cisplatin. Patients received cisplatin or cisplatin plus etoposide. Nausea "
        "occurred in 5% of patients in arm A and 12% in arm B."
    )
    assert results_of(text) == ["cisplatin: nausea 5%", "cisplatin+etoposide: nausea 12%"]


def test_a_class_is_an_arm_on_one_side_of_a_comparison(results_of):
    text = (
        "Patients were randomised to FOLFOX and surgery or to surgery alone. Infection was more common after "
        "chemotherapy than after surgery (25% vs 16%)."
    )
    assert results_of(text) == ["folfox+surgery: infection 25%", "surgery: infection 16%"]


def test_a_bracket_may_name_an_arm_again_and_tell_its_size(results_of):
    text = (
        "Patients were randomised to cisplatin, etoposide and celecoxib (celecoxib group, n = 20) or to cisplatin and "
        "etoposide alone (control group, n = 21). Nausea occurred in 5% of patients in the celecoxib group and in 12% "
        "in the control group."
    )
    assert results_of(text) == ["celecoxib+cisplatin+etoposide: nausea 5%", "cisplatin+etoposide: nausea 12%"]


def test_words_that_count_drugs_mean_no_arm_where_two_fit(results_of):
    told = "Patients were randomised to cisplatin or etoposide. "
    assert results_of(told + "Nausea occurred in 5% of patients in the monotherapy group.") == []


def test_what_standard_therapy_means(results_of):
    told = "Patients were randomly assigned to afatinib (n = 60) or a standard EGFR inhibitor, gefitinib or erlotinib. "
    for words in ("standard therapy", "the EGFR inhibitor", "the standard group"):
        named = results_of(told + f"Nausea occurred in 5% with afatinib and 12% with {words}.")
        assert named == ["afatinib: nausea 5%", "EGFR inhibitor: nausea 12%"]
    other = "Patients were randomly assigned to afatinib or gefitinib. Nausea occurred in 5% with standard therapy."
    assert "gefitinib: nausea 5%" not in results_of(other)


def test_names_of_the_same_drugs_at_two_doses(results_of):
    text = (
        "Patients were randomised to lenalidomide plus high-dose dexamethasone (RD) or lenalidomide plus low-dose "
        "dexamethasone (Rd). Nausea occurred in 5% with Rd and in 12% with RD."
    )
    assert results_of(text) == [
        "dexamethasone+lenalidomide: nausea 5% (low-dose)", "dexamethasone+lenalidomide: nausea 12% (high-dose)"
    ]  # fmt: skip


def test_the_chemotherapy_that_was_chosen(results_of):
    told = "Patients were randomised to enfortumab vedotin or the investigator's choice of docetaxel or paclitaxel. "
    text = "Nausea occurred in 5% with enfortumab vedotin and in 12% in the chemotherapy group."
    assert results_of(told + text) == ["enfortumab vedotin: nausea 5%", "investigator's choice: nausea 12%"]


def test_the_name_of_a_regimen_is_not_that_of_its_partners(results_of):
    text = (
        "Carfilzomib was tested with lenalidomide and dexamethasone (KRd) against lenalidomide and dexamethasone (Rd). "
        "Patients were assigned to KRd (n = 396) or Rd (n = 396). Nausea occurred in 5% with KRd and in 12% with Rd."
    )
    assert results_of(text) == [
        "carfilzomib+dexamethasone+lenalidomide: nausea 5%", "dexamethasone+lenalidomide: nausea 12%"
    ]  # fmt: skip
