"""Arms that go on with what patients had, that all patients of one group received, or that a colon announces."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Men were randomised 1:1 to switch to linagliptin 5 mg or to remain on their usual sulphonylurea.",
         ["linagliptin", "sulfonylurea"]),
        ("Men were randomised to switch from zidovudine to abacavir or continue zidovudine.",
         ["abacavir", "zidovudine"]),
        ("Men were randomised to switch from zidovudine plus lamivudine to abacavir plus lamivudine or to stay on "
         "zidovudine plus lamivudine.", ["abacavir+lamivudine", "lamivudine+zidovudine"]),
        ("Men were randomised to switch to rilpivirine or continue their current regimen.", []),
        ("Men were randomised to the following treatments: aspirin/ramipril, aspirin, ramipril, and placebo.",
         ["aspirin+ramipril", "aspirin", "ramipril", "placebo"]),
        ("Men were randomised to one of the following regimens: ramipril, candesartan, and placebo.",
         ["ramipril", "candesartan", "placebo"]),
        ("Men were assigned to ramipril 5 mg, ramipril 10 mg, and placebo.", ["ramipril", "ramipril", "placebo"]),
        ("Bone loss was compared between women who received denosumab plus raloxifene and those who received "
         "raloxifene plus placebo.", ["denosumab+raloxifene", "placebo+raloxifene"]),
        ("In a randomised trial, ramipril plus aspirin was compared against candesartan plus aspirin.",
         ["aspirin+ramipril", "aspirin+candesartan"]),
        ("Men received a single 30-min infusion of either ceftazidime or imipenem plus cilastatin.",
         ["ceftazidime", "cilastatin+imipenem"]),
        ("Ketoprofen: a randomised trial. Men joined. Interventions: 12-week treatment with placebo, ketoprofen 50 mg "
         "or ketoprofen 75 mg.", ["placebo", "ketoprofen", "ketoprofen"]),
        ("The trial set linezolid against standard therapy (a first-generation cefazolin at 1 g or vancomycin).",
         ["linezolid", "standard of care"]),
        ("Asthma. Men entered a randomised, placebo-controlled study in which the effects of inhaled "
         "salmeterol on sleep were examined.", ["placebo", "salmeterol"]),
    ],
)  # fmt: skip
def test_what_patients_go_on_with(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


def test_schedules_that_the_patient_sets(arms_of):
    text = "Adults were randomly assigned to ranibizumab every 4 weeks, ranibizumab pro re nata, or bevacizumab."
    found = [(drugs(a.arm), a.label) for a in arms_of(text)]
    assert found == [("ranibizumab", "every 4 weeks"), ("ranibizumab", "pro re nata"), ("bevacizumab", "")]


def test_a_verb_is_no_name(arms_of):
    text = "Men were randomised to ramipril 4 mg/day (n = 61) or 8 mg/day (n = 62) or assigned to 2 mg/day (n = 11)."
    assert [(drugs(a.arm), a.label, a.size) for a in arms_of(text)] == [
        ("ramipril", "4 mg/day", 61), ("ramipril", "8 mg/day", 62), ("ramipril", "2 mg/day", 11),
    ]  # fmt: skip


def test_a_form_is_of_the_drug_before_it(arms_of):
    text = (
        "Adults were randomly assigned to ranibizumab every 4 weeks, ranibizumab pro re nata, or bevacizumab every 4 "
        "weeks. Of them, 29 received bevacizumab every 4 weeks."
    )
    assert [(drugs(a.arm), a.size) for a in arms_of(text)] == [
        ("ranibizumab", None), ("ranibizumab", None), ("bevacizumab", 29),
    ]  # fmt: skip
