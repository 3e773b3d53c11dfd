"""Arms called by the rank of their dose."""

ARMS = "Patients were randomly assigned to placebo, apremilast 20 mg, or apremilast 30 mg. "


def test_low_and_high(results_of):
    text = "Headache was seen in 6% of the low-dose group, 8% of the high-dose group and 11% of the placebo group."
    assert results_of(ARMS + text) == [
        "apremilast: headache 6% (20 mg)", "apremilast: headache 8% (30 mg)", "placebo: headache 11%"
    ]  # fmt: skip


def test_the_middle_of_three(results_of):
    arms = "Patients were randomly assigned to abrocitinib 50 mg, 100 mg, or 200 mg. "
    text = "Nausea was seen in 9% of patients in the intermediate-dose group."
    assert results_of(arms + text) == ["abrocitinib: nausea 9% (100 mg)"]


def test_two_doses_have_no_middle(results_of):
    assert results_of(ARMS + "Nausea was seen in 9% of the intermediate-dose group.") == []


def test_two_higher_doses_are_not_the_highest(results_of):
    assert results_of(ARMS + "Headache was seen in 6% of the two higher-dose groups.") == []


def test_the_standard_dose_is_the_lower_beside_a_high_one(results_of):
    arms = "Patients were randomly assigned to imatinib 800 mg or 400 mg daily. "
    standard = "Nausea was seen in 9% of the standard-dose arm"
    assert results_of(f"{arms}{standard} and in 15% of the high-dose arm.") == [
        "imatinib: nausea 9% (400 mg)", "imatinib: nausea 15% (800 mg)"
    ]  # fmt: skip
    assert results_of(f"{arms}{standard}.") == []
