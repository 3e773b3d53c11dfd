"""Groups called by a letter, an initial or a short name, with what they are given in a bracket or a clause behind."""

import pytest
from telling import drugs

_RESULT = "Headache occurred in 12% and 25% of patients in groups {} and {}, respectively."


@pytest.mark.parametrize(
    ("told", "signs", "arms"),
    [
        ("in a double-blind manner to two groups: Group R (ramosetron; n = 31) or Group C (control; n = 30).", "RC",
         ["ramosetron", "control"]),
        ("to group K (ketamine 0.5 mg/kg) or group N (placebo).", "KN", ["ketamine", "placebo"]),
        ("into two groups: the M group (metoclopramide 10 mg) and the G group (granisetron 1 mg).", "MG",
         ["metoclopramide", "granisetron"]),
        ("to groups L (lidocaine) and B (bupivacaine).", "LB", ["lidocaine", "bupivacaine"]),
        ("to receive either clonidine (group CLO) or placebo (group PL).", ("CLO", "PL"), ["clonidine", "placebo"]),
        ("to two groups. Group BU received bupivacaine and group BF bupivacaine with fentanyl.", ("BU", "BF"),
         ["bupivacaine", "bupivacaine+fentanyl"]),
        ("to group F (n = 40), who received fentanyl 25 mcg, or group N (n = 40), who received no drug.", "FN",
         ["fentanyl", "observation"]),
        ("to the gabapentin group (group G) or the control group (group C), which was given placebo.", "GC",
         ["gabapentin", "placebo"]),
        ("to group 5 (n = 20, ketorolac) or group 6 (n = 20, nothing).", "56", ["ketorolac", "observation"]),
    ],
)  # fmt: skip
def test_a_sign_means_its_group(results_of, told, signs, arms):
    text = f"Patients were randomly allocated {told} {_RESULT.format(*signs)}"
    assert results_of(text) == [f"{arms[0]}: headache 12%", f"{arms[1]}: headache 25%"]


def test_what_the_intervention_group_is_given_stands_behind_it(results_of):
    text = (
        "Women were randomly assigned to the intervention group (vitamin D) or the control group (placebo). Falls "
        "occurred in 4% of the intervention group and 9% of the control group."
    )
    assert results_of(text) == ["vitamin D: accidental fall 4%", "placebo: accidental fall 9%"]


@pytest.mark.parametrize(
    "told",
    [
        "to group K (n = 20) or group N (n = 20).",
        "to group E (early start) or group L (late start).",
        "to ketamine or placebo, and overall survival in the group OS was read from curves.",
    ],
)
def test_a_sign_without_a_treatment_means_nothing(results_of, told):
    text = f"Patients were randomly allocated {told} {_RESULT.format('E', 'L')}"
    assert results_of(text) == []


def test_all_patients_are_not_those_of_the_first_group(arms_of):
    (ketamine, placebo) = arms_of("Of 95 men, 90 were randomly assigned to group K (ketamine 0.5 mg/kg) or placebo.")
    assert ketamine.size is None and placebo.size is None
    (both, single) = arms_of(
        "A total of 60 men were randomly assigned to erlotinib with pemetrexed (EP) (n = 31; erlotinib, 150 mg "
        "daily; pemetrexed 500 mg/m2) or pemetrexed (n = 29)."
    )
    assert (both.size, single.size) == (31, 29)


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Men were assigned at random to one of three drugs (K1 group: ketamine 1 mg/h, K2 group: ketamine 2 mg/h, "
         "control group: saline).", ["ketamine", "ketamine", "sodium chloride 0.9%"]),
        ("Rats were allocated: group I (vehicle control), group II (120 mg/kg of metformin), group III (240 mg/kg of "
         "metformin).", ["placebo", "metformin", "metformin"]),
        ("Men were randomised; Group B (n = 30): bupivacaine alone; Group BD (n = 30): bupivacaine with clonidine.",
         ["bupivacaine", "bupivacaine+clonidine"]),
        ("In group LA lidocaine 2% was infiltrated while group BU received bupivacaine in 5 mL saline.",
         ["lidocaine", "bupivacaine"]),
        ("Women in the M group received misoprostol 400 mg and those in the O group received oxytocin.",
         ["misoprostol", "oxytocin"]),
        ("Pain was lower in group B (12 of 40) than in group S (20 of 40).", []),
    ],
)  # fmt: skip
def test_groups_with_a_clause_or_a_bracket_each(arms_of, told, arms):
    assert [drugs(c.arm) for c in arms_of(f"This was a randomized trial. {told}")] == arms


def test_groups_of_one_drug_have_their_doses(results_of):
    text = (
        "Men were randomized to melatonin 1 mg (group M1), melatonin 3 mg (group M3), or placebo (group P). Headache "
        "was reported by 3 of 20 men in group M1 and 5 of 21 in group M3."
    )
    assert results_of(text) == ["melatonin: headache n=3/20 (1 mg)", "melatonin: headache n=5/21 (3 mg)"]


def test_signs_behind_doses_ahead_of_their_drug(results_of):
    text = "Patients were randomized to receive 10 mg (arm A), 20 mg (arm B) or 40 mg (arm C) of apixaban. "
    assert results_of(text + "Headache was seen in 10% in arm A, 12% in arm B and 13% in arm C.") == [
        "apixaban: headache 10% (10 mg)",
        "apixaban: headache 12% (20 mg)",
        "apixaban: headache 13% (40 mg)",
    ]


@pytest.mark.parametrize("kind", ["regimen", "schedule", "cohort", "arm"])
def test_arms_are_called_by_other_words_too(results_of, kind):
    text = (
        f"Patients were assigned to {kind} A (cisplatin and irinotecan) or {kind} B (cisplatin and etoposide). "
        f"Headache occurred in 12% of patients on {kind} A and in 25% on {kind} B."
    )
    assert results_of(text) == ["cisplatin+irinotecan: headache 12%", "cisplatin+etoposide: headache 25%"]


def test_letters_of_cohorts_with_the_same_drug_mean_no_arms(arms_of):
    text = "Cohort A received pembrolizumab for melanoma and cohort B received pembrolizumab for lung cancer."
    assert len(arms_of(text)) < 2
