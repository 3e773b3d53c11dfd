"""Names of drugs that nothing knows: beside known drugs, or beside a dose."""

import pytest


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ("ixazomib-zorvatin or pomalidomide-zorvatin", ["ixazomib+zorvatin", "pomalidomide+zorvatin"]),
        ("cisplatin, zorvatin, and docetaxel or docetaxel", ["cisplatin+docetaxel+zorvatin", "docetaxel"]),
        ("cisplatin plus zorvatin plus trovexin or docetaxel", ["cisplatin+trovexin+zorvatin", "docetaxel"]),
        ("cisplatin and 30 mg/m2 zorvatin or docetaxel", ["cisplatin+zorvatin", "docetaxel"]),
        ("cisplatin 30 mg intravenously or docetaxel", ["cisplatin", "docetaxel"]),
    ],
)
def test_unknown_drugs_are_members_of_regimens(arms_of, arms, told):
    found = arms_of(f"Patients with gastric cancer were randomised to {arms}.")
    assert ["+".join(c.name for c in a.arm.regimen.components) for a in found] == told


@pytest.mark.parametrize(("level", "dosed"), [("mg daily", ["zorvatin"]), ("mg/dL", []), ("IU/L", [])])
def test_levels_in_blood_are_no_doses(reading_of, level, dosed):
    facts = reading_of(f"Patients with gastric cancer had zorvatin 30 {level}.").facts
    assert [f.claim.drug.name for f in facts if f.claim.type == "Dosage"] == dosed
