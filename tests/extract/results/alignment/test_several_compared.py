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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The most common adverse events with ramipril were cough (12%, 3%) and dizziness (9%; 1%).", []),
        ("Cough (12%; 3%) was the most frequent adverse event in the ramipril group.", []),
        (
            "The most common adverse event with ramipril was cough (12% vs 3%).",
            ["ramipril: cough 12%", "placebo: cough 3%"],
        ),
        (
            "Cough was more common with ramipril than with placebo (12%, 3%).",
            ["ramipril: cough 12%", "placebo: cough 3%"],
        ),
    ],
)
def test_two_figures_of_what_one_arm_had_most_are_of_no_other(results_of, text, found):
    assert results_of("Patients were randomly assigned to ramipril or placebo. " + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three-year survival improved by 7% with ramipril (from 68% to 75%).", [68, 75]),
        ("Mortality was lowered by 7% (from 28% to 21%).", [28, 21]),
        ("Three-year survival improved by 7% with ramipril (from 68% to 74%).", []),
    ],
)
def test_what_went_up_or_down_by_the_difference_began_at_the_control(results_of, text, found):
    told = results_of("Patients were randomly assigned to ramipril or placebo. " + text)
    assert [line.split(":")[0] for line in told] == ["placebo", "ramipril"][: len(found)]
    assert all(f"{value}%" in line for value, line in zip(found, told, strict=True))


def test_parts_of_one_arm_are_no_two_arms(results_of):
    arms = "Patients were randomly assigned to ramipril or placebo. "
    assert results_of(arms + "A response was seen in 8 of 20 women and 10 of 40 men in the ramipril group.") == []
    assert results_of(arms + "A response was seen in 30% and 40% of patients with ramipril and placebo.") == [
        "ramipril: objective response rate proportion 30%", "placebo: objective response rate proportion 40%"
    ]  # fmt: skip


def test_a_part_in_a_bracket_with_its_figure_is_of_no_other(results_of):
    arms = "Patients were randomly assigned to ramipril or placebo. "
    text = "Median survival was 10 months with ramipril (11 months in never-smokers) and 7 months with placebo."
    assert results_of(arms + text) == [
        "ramipril: overall survival median 10 months",
        "ramipril: overall survival median 11 months (never-smokers)",
        "placebo: overall survival median 7 months",
    ]


def test_what_came_of_events_is_shared_out_within_one_arm(results_of):
    arms = "Patients were randomly assigned to ramipril or placebo. "
    text = (
        "Dose reductions due to adverse events were needed in 40%, and discontinuation in 12%, of patients on ramipril."
    )
    assert not any(line.startswith("placebo") for line in results_of(arms + text))
