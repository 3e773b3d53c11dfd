"""Arms that are given one regimen in several forms, however the sentence of allocation shares it among them."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("told", "regimen", "forms"),
    [
        ("3 or 6 months of FOLFOX", "folfox", ["3 months", "6 months"]),
        ("3 or 6 months of FOLFOX or CAPOX", "capox+folfox", ["3 months", "6 months"]),
        ("either 6 months (n = 2043) or 12 months (n = 2045) of trastuzumab", "trastuzumab", ["6 months", "12 months"]),
        ("amoxicillin for 5 days or for 10 days", "amoxicillin", ["5 days", "10 days"]),
        ("six cycles of chemotherapy with fixed-dose subcutaneous or weight-based intravenous trastuzumab",
         "chemotherapy+trastuzumab", ["subcutaneous", "intravenous"]),
        ("paclitaxel 175 mg/m2 every 3 weeks or 80 mg/m2 weekly", "paclitaxel", ["175 mg/m2", "80 mg/m2"]),
        ("fluorouracil by rapid intravenous bolus or by protracted continuous infusion", "fluorouracil",
         ["bolus", "continuous"]),
        ("imatinib once daily (400 mg) or twice daily (800 mg)", "imatinib", ["400 mg", "800 mg"]),
        ("continue tamoxifen to 10 years or to stop at 5 years", "tamoxifen", ["10 years", "5 years"]),
        ("cisplatin followed by radiotherapy (sequential) or the same chemotherapy concurrently with radiotherapy",
         "cisplatin+radiotherapy", ["sequential", "concurrent"]),
    ],
)  # fmt: skip
def test_alternatives_that_share_their_drugs_are_forms_of_one_regimen(arms_of, told, regimen, forms):
    found = arms_of(f"A trial of dosing. Patients were randomly assigned to {told}.")
    assert [(drugs(a.arm), a.label) for a in found] == [(regimen, form) for form in forms]


def test_any_words_tell_arms_apart_where_groups_are_called_by_them(results_of):
    text = (
        "Patients were randomly assigned to generic imatinib or brand-name imatinib. Edema occurred in 20% of the "
        "generic group and 18% of the brand-name group."
    )
    assert results_of(text) == ["imatinib: edema 20% (generic)", "imatinib: edema 18% (brand-name)"]


def test_the_drug_may_stand_in_the_title_alone(arms_of):
    text = "Duration of letrozole in breast cancer. Women were randomly assigned to 5 or 10 years of treatment."
    assert [(drugs(a.arm), a.label) for a in arms_of(text)] == [("letrozole", "5 years"), ("letrozole", "10 years")]


@pytest.mark.parametrize(
    "told",
    [
        "early transplantation or late transplantation",
        "oral or intravenous topotecan or docetaxel",
        "4 or 6 cycles of cisplatin followed by 2 or 3 cycles of docetaxel",
        "letrozole at 2.5 mg once daily, 2.5 mg every Monday, Wednesday, and Friday, 1.0 mg weekly, or 0.25 mg weekly",
    ],
)
def test_what_is_not_understood_as_a_whole_gives_no_arms(arms_of, told):
    assert arms_of(f"After bortezomib, patients were randomly assigned to {told}.") == []


def test_what_all_patients_are_given_is_no_arm(arms_of):
    text = "Patients on sunitinib or pazopanib were randomly assigned to an interval strategy or a standard strategy."
    assert arms_of(text) == []


@pytest.mark.parametrize(
    "told", ["oral wumbolin or intravenous topotecan", "weekly wumbolin or wumbolin plus cisplatin"]
)
def test_an_unknown_drug_is_no_other_form(arms_of, told):
    found = arms_of(f"Patients were randomly assigned to {told}.")
    assert "wumbolin" in drugs(found[0].arm) and drugs(found[0].arm) != drugs(found[1].arm)


@pytest.mark.parametrize(
    ("told", "forms"),
    [
        ("50 Gy in 25 fractions or 40 Gy in 15 fractions", ["50 Gy", "40 Gy"]),
        ("60 Gy over 6 weeks or 54 Gy over 2.5 weeks", ["60 Gy", "54 Gy"]),
        ("a single fraction of 8 Gy or 20 Gy in five fractions", ["8 Gy", "20 Gy"]),
        ("pre-operative (PRE) or postoperative (POST) radiotherapy", ["pre-operative", "postoperative"]),
        ("accelerated or conventional radiotherapy", ["accelerated", "conventional"]),
    ],
)
def test_forms_of_radiotherapy(arms_of, told, forms):
    found = arms_of(f"A trial of fractionation. Women were randomly assigned to {told}.")
    assert [(drugs(a.arm), a.label) for a in found] == [("radiotherapy", form) for form in forms]


def test_grays_beside_something_else_are_not_all_of_an_arm(arms_of):
    assert arms_of("Patients were randomly assigned to 50 Gy plus cisplatin or 60 Gy alone.") == []


def test_doses_may_be_counted(results_of):
    text = (
        "Women were randomly assigned to two doses or three doses of ivermectin. After two doses, pain occurred in 9%. "
        "Fever occurred in 5% of the two-dose group and 7% of the three-dose group."
    )
    assert [line for line in results_of(text) if "dose" in line] == [
        "ivermectin: fever 5% (two doses)", "ivermectin: fever 7% (three doses)"
    ]  # fmt: skip
