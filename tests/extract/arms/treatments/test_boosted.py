"""Drugs with the booster that a letter or a word tells of, and what `both` is given with."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Adults were randomized to lopinavir/r or to atazanavir/ritonavir.",
         ["lopinavir+ritonavir", "atazanavir+ritonavir"]),
        ("Adults were randomized to ritonavir-boosted lopinavir (LPV/r) or raltegravir. All had failed LPV/r.",
         ["lopinavir+ritonavir", "raltegravir"]),
        ("Adults were randomized to atazanavir boosted with ritonavir or to raltegravir.",
         ["atazanavir+ritonavir", "raltegravir"]),
        ("Adults were randomized to darunavir/c or raltegravir.", ["cobicistat+darunavir", "raltegravir"]),
        ("Ritonavir-boosted lopinavir (LPV/r) is given. Adults were randomized to raltegravir or 400/100 mg LPV/r. "
         "Each also had tenofovir.", ["raltegravir", "lopinavir+ritonavir"]),
        ("Adults were randomized to carboplatin/paclitaxel or docetaxel.", ["carboplatin+paclitaxel", "docetaxel"]),
        ("Adults were randomized to lopinavir/r combined with raltegravir or maraviroc or both.",
         ["lopinavir+raltegravir+ritonavir", "lopinavir+maraviroc+ritonavir",
          "lopinavir+maraviroc+raltegravir+ritonavir"]),
        ("Adults were randomized to ramipril, losartan, or both.", ["ramipril", "losartan", "losartan+ramipril"]),
    ],
)  # fmt: skip
def test_a_booster_is_given_with_its_drug(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms
