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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("A reduction in PSA of at least 50% was seen in", ">=50% reduction in PSA"),
        ("A ≥4-point improvement in the fatigue score was reached by", ">=4 point improvement in fatigue score"),
        ("A reduction from baseline of 50% or more in bone pain was noted in", ">=50% reduction in bone pain"),
        ("Weight loss of at least 10% was reached by", ">=10% weight loss"),
        ("A > or = 10% weight loss was reached by", ">=10% weight loss"),
        ("At least a 30% decrease in the Severity and Burden Index occurred in",
         ">=30% decrease in Severity and Burden Index"),
    ],
)  # fmt: skip
def test_a_change_by_so_much_at_least_is_an_endpoint(results_of, said, name):
    assert results_of(f"{ARMS}{said} 34% of those on enzalutamide and 6% of those on placebo.") == [
        f"enzalutamide: {name} proportion 34%",
        f"placebo: {name} proportion 6%",
    ]


def test_a_change_that_was_found_is_no_threshold(results_of):
    told = results_of(ARMS + "Enzalutamide led to a 50% reduction in bone pain, and pain recurred in 9% v 30%.")
    assert not [t for t in told if "50%" in t]
