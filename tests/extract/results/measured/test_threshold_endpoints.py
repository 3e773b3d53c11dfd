"""Shares of those whose measurement changed by so much."""

import pytest

ARMS = "Men were randomised to enzalutamide or placebo. "


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Decreases in PSA of ≥50% (34% v 6%) and ≥90% (9% v 1%) were more common with enzalutamide than with placebo.",
         ["decrease in PSA >=50%", "decrease in PSA >=90%"]),
        ("More men on enzalutamide than on placebo had reductions in tumor burden ≥ 30% (34% v 6%) or ≥ 50% (9% v 1%).",
         ["reduction in tumor burden >=30%", "reduction in tumor burden >=50%"]),
    ],
)  # fmt: skip
def test_each_threshold_is_an_endpoint(results_of, sentence, names):
    assert set(results_of(ARMS + sentence)) == {
        f"{arm}: {name} proportion {share}%"
        for name, shares in zip(names, ((34, 6), (9, 1)), strict=True)
        for arm, share in zip(("enzalutamide", "placebo"), shares, strict=True)
    }


def test_a_definition_has_no_share(results_of):
    assert results_of(ARMS + "Response was defined as a reduction in tumor size of ≥30% (RECIST 1.1).") == []
