"""Counts of a part of the patients: they are no trial's size, and no arm's."""

import pytest
from attribute_values import values
from trialgraph.ontology.facts import TrialArm, TrialAttribute

TWO = "We enrolled 210 women with dense breasts (104 assigned tamoxifen, 106 placebo) and 190 women with other breasts."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO, []),
        ("In all, 210 men with hot flashes were enrolled, and 190 with night sweats were enrolled as well.", []),
        ("In all, 210 men with hot flashes were enrolled, and 190 with night sweats had gabapentin.", [210]),
        ("In cohort B, 60 patients were enrolled.", []),
        ("In the expansion cohort, 60 patients were enrolled.", []),
        ("In this phase 2 trial, 60 patients were enrolled.", [60]),
        ("Forty patients in the control arm were recruited early.", []),
        ("A total of 60 patients were included in the safety analysis.", []),
        ("Biopsies of 60 patients were included.", []),
        ("Of 500 women, 120 with dense breasts were randomized.", []),
    ],
)
def test_enrolled(text: str, expected: list[int]) -> None:
    assert values(text, "enrolled") == expected


def test_arms_of_one_cohort_have_no_size(reading_of):
    arms = [f.claim for f in reading_of("Tamoxifen versus placebo. " + TWO).facts if isinstance(f.claim, TrialArm)]
    assert [arm.size for arm in arms] == [None, None]


@pytest.mark.parametrize(("enrolled", "expected"), [(36, []), (53, [53])])
def test_a_trial_has_no_fewer_patients_than_its_arms(reading_of, enrolled, expected):
    text = f"A total of {enrolled} patients were enrolled, and assigned to risedronate (n = 27) or placebo (n = 26)."
    facts = [f.claim for f in reading_of(text).facts]
    assert [c.value for c in facts if isinstance(c, TrialAttribute) and c.attribute == "enrolled"] == expected
