"""Arms in which patients are given one thing or another."""

import pytest


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        (
            "We randomized 886 patients to pembrolizumab (n=442) or gemcitabine with cisplatin or carboplatin (n=444).",
            ["pembrolizumab 442", "carboplatin+cisplatin+gemcitabine 444"],
        ),
        (
            "Patients were randomly assigned to elacestrant or fulvestrant or an aromatase inhibitor. Progression came "
            "later than in the fulvestrant or aromatase inhibitor arm.",
            ["elacestrant None", "aromatase inhibitor+fulvestrant None"],
        ),
        (
            "Median survival was 9 months in the elacestrant arm and 7 in the fulvestrant or exemestane arm.",
            ["elacestrant None", "exemestane+fulvestrant None"],
        ),
        (
            "Patients were randomized to nivolumab (n=20), ipilimumab (n=21) or cisplatin (n=19).",
            ["nivolumab 20", "ipilimumab 21", "cisplatin 19"],
        ),
        (
            "Patients were randomized to ciltacabtagene autoleucel (208 patients) or standard care (211 patients; "
            "pomalidomide and dexamethasone or daratumumab and dexamethasone).",
            ["ciltacabtagene autoleucel 208", "standard of care 211"],
        ),
        (
            "Women were assigned to trastuzumab deruxtecan (n=373) or the physician's choice of chemotherapy (n=184).",
            ["trastuzumab deruxtecan 373", "chemotherapy 184"],
        ),
    ],
)
def test_what_an_arm_may_be_given(arms_of, text, arms):
    found = arms_of(text)
    assert ["+".join(c.name for c in a.arm.regimen.components) + f" {a.size}" for a in found] == arms
