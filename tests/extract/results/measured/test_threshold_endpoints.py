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
        ("A 50% or greater reduction in the mean number of hot flashes was reached by",
         ">=50% reduction in hot flashes"),
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


def test_several_limits_of_one_change(results_of):
    told = "More men on enzalutamide than on placebo had weight reductions of 5% or more (226 men [48%] vs. 84 [16%]), "
    assert results_of(f"{ARMS}{told}10% or more (116 [25%] vs. 38 [7%]), and 15% or more (56 [12%] vs. 10 [2%]).") == [
        f"{arm}: >={limit}% weight reduction proportion {share}% n={count}"
        for limit, values in ((5, ((48, 226), (16, 84))), (10, ((25, 116), (7, 38))), (15, ((12, 56), (2, 10))))
        for arm, (share, count) in zip(("enzalutamide", "placebo"), values, strict=True)
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The 50% responder rate was 38% with enzalutamide and 18% with placebo.", "50% responder rate"),
        ("The ≥50% responder rates were 38% with enzalutamide and 18% with placebo.", ">=50% responder rate"),
        ("In all, 38% of men on enzalutamide and 18% of men on placebo lost at least 5% of their body weight.",
         ">=5% body weight loss"),
    ],
)  # fmt: skip
def test_limits_in_other_words(results_of, told, name):
    assert results_of(ARMS + told) == [f"enzalutamide: {name} proportion 38%", f"placebo: {name} proportion 18%"]


def test_a_response_rate_is_no_limit(results_of):
    assert results_of(ARMS + "A 36% response rate was seen with enzalutamide.") == [
        "enzalutamide: objective response rate proportion 36%"
    ]
