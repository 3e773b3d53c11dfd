"""Figures joined by slashes: degrees of a response, grades of an event, or arms that are joined so too."""

import pytest

ARMS = "Patients were assigned to risankizumab or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("PASI 75/90 was reached by 75%/60% of patients on risankizumab and 12%/5% on placebo.",
         ["risankizumab: PASI 75 proportion 75%", "placebo: PASI 75 proportion 12%",
          "risankizumab: PASI 90 proportion 60%", "placebo: PASI 90 proportion 5%"]),
        ("ACR20/50 response rates were 60%/40% with risankizumab and 20%/10% with placebo.",
         ["risankizumab: ACR20 response proportion 60%", "placebo: ACR20 response proportion 20%",
          "risankizumab: ACR50 response proportion 40%", "placebo: ACR50 response proportion 10%"]),
        ("Grade 3/4 rash occurred in 4%/1% with risankizumab.", ["risankizumab: rash 3 4%", "risankizumab: rash 4 1%"]),
        ("Rash occurred in 4%/1% of risankizumab/placebo patients.", ["risankizumab: rash 4%", "placebo: rash 1%"]),
        ("Rash occurred in 4%/1%.", []),
    ],
)  # fmt: skip
def test_slashes(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_the_arm_called_standard_in_brackets_is_the_control(arms_of):
    arms = arms_of(
        "Oral doxycycline versus topical erythromycin. Patients were assigned to doxycycline 100 mg (standard arm) or "
        "erythromycin."
    )
    assert [arm.role for arm in arms] == ["control", "experimental"]


def test_who_went_on_to_another_treatment_is_no_arms_size(arms_of):
    text = "In all, 72 placebo-treated patients entered the extension and were treated with risankizumab."
    assert [arm.size for arm in arms_of(ARMS + text)] == [None, None]


def test_a_drug_behind_a_slash_that_stood_before_it_begins_the_other_arm(results_of):
    text = "Patients were assigned to venetoclax plus azacitidine or azacitidine plus placebo. "
    assert results_of(text + "Key events (venetoclax+azacitidine/azacitidine) were nausea 44%/35%.") == [
        "azacitidine+venetoclax: nausea 44%", "azacitidine+placebo: nausea 35%",
    ]  # fmt: skip
