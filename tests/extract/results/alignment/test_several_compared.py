"""Comparisons where there are more arms than two, or one that nobody has named."""

import pytest


def test_both_arms_of_a_list_are_what_another_is_compared_with(results_of):
    arms = "Patients were randomly assigned to placebo, apremilast 20 mg, or apremilast 30 mg. "
    text = (
        "More patients on placebo than on apremilast 20 and 30 mg had adverse events (68%, 55%, and 52%, respectively)."
    )
    assert results_of(arms + text) == [
        "placebo: any adverse event 68%",
        "apremilast: any adverse event 55% (20 mg)",
        "apremilast: any adverse event 52% (30 mg)",
    ]


def test_the_last_of_three_arms_is_left_for_the_first_figure(results_of):
    arms = "Patients received lamotrigine 100 mg (LTG 100), lamotrigine 200 mg (LTG 200) or carbamazepine (CBZ 600). "
    text = "More patients on CBZ 600 reported adverse experiences, 66% versus 53% (LTG 100) and 58% (LTG 200)."
    assert sorted(results_of(arms + text)) == [
        "carbamazepine: any adverse event 66%",
        "lamotrigine: any adverse event 53% (100 mg)",
        "lamotrigine: any adverse event 58% (200 mg)",
    ]


def test_what_is_compared_with_a_known_arm_may_be_none(results_of):
    women = (
        "In all, 850 women were randomized to receive conjugated estrogens plus medroxyprogesterone and 810, placebo. "
    )
    told = "Cancer mortality was lower with {} compared with placebo (3.0% vs 3.7%)."
    assert results_of(women + told.format("conjugated estrogens alone")) == []
    assert len(results_of(women + told.format("conjugated estrogens plus medroxyprogesterone"))) == 2


THREE = "Patients were randomly assigned to apremilast, baricitinib or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "Relapse rates were alike with apremilast and baricitinib (21% versus 24%), and lower than with placebo (43%).",
        "Relapse rates did not differ in the apremilast group and the baricitinib group (21% and 24%), both lower than "
        "in the placebo group (43%).",
    ],
)
def test_two_arms_before_their_bracket_are_in_its_order(results_of, text):
    assert sorted(results_of(THREE + text)) == [
        "apremilast: relapse proportion 21%", "baricitinib: relapse proportion 24%", "placebo: relapse proportion 43%"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Apremilast and baricitinib had higher response rates than placebo (52% and 46%, respectively).", 2),
        (
            "Response rates were higher with apremilast and baricitinib than with placebo (52% and 46%, respectively).",
            2,
        ),
        ("Apremilast and baricitinib reduced the relapse rate compared with placebo (52% and 46%, respectively).", 0),
        (
            "Response rates were higher with apremilast than with baricitinib and placebo (52% and 46%, respectively).",
            0,
        ),
    ],
)
def test_what_is_higher_than_another_has_the_figures(results_of, text, found):
    response = "objective response rate proportion"
    told = [f"apremilast: {response} 52%", f"baricitinib: {response} 46%"]
    assert sorted(results_of(THREE + text)) == told[:found]
