"""Lists of doses of one drug: before it, behind it, or in a sentence that tells of no allocation."""

import pytest
from telling import drugs


def _forms(arms):
    return [(drugs(a.arm), a.label) for a in arms]


@pytest.mark.parametrize(
    "told",
    [
        "2, 4 or 8 mg IV famotidine",
        "2 mg, 4 mg, 8 mg famotidine",
        "one of three famotidine doses (2, 4, or 8 mg)",
        "famotidine (dose of 2 mg, 4 mg, or 8 mg)",
        "famotidine at 2, 4 or 8 mg daily",
        "famotidine tablets 2 mg once daily, 4 mg once daily or 8 mg twice daily",
    ],
)
@pytest.mark.parametrize("order", ["{} or placebo", "placebo or {}"])
def test_each_dose_of_a_list_is_an_arm(arms_of, told, order):
    found = _forms(arms_of(f"Adults were randomly assigned to {order.format(told)}."))
    expected = [("famotidine", "2 mg"), ("famotidine", "4 mg"), ("famotidine", "8 mg")]
    assert sorted(found) == sorted([*expected, ("placebo", "")])


def test_a_list_is_set_against_what_stands_before_it(arms_of):
    found = _forms(arms_of("We randomized 72 men to receive placebo and 0.6, 1.2, and 1.8 mg liraglutide daily."))
    assert found == [("placebo", ""), ("liraglutide", "0.6 mg"), ("liraglutide", "1.2 mg"), ("liraglutide", "1.8 mg")]


def test_a_dose_listed_twice_has_its_schedule(arms_of, results_of):
    text = (
        "Adults were randomly assigned to 75 mg once daily, 200 mg once daily, or 200 mg twice daily of famotidine, or "
        "to placebo. Nausea occurred in 5% with 200 mg once daily and 9% with 200 mg twice daily."
    )
    assert [label for _, label in _forms(arms_of(text))] == ["75 mg once daily", "200 mg once daily",
                                                             "200 mg twice daily", ""]  # fmt: skip
    assert results_of(text) == [
        "famotidine: nausea 5% (200 mg once daily)",
        "famotidine: nausea 9% (200 mg twice daily)",
    ]


def test_how_often_a_drug_is_given_tells_groups_apart(results_of):
    text = "Adults were randomly assigned to famotidine, BID or QID. Nausea occurred in 5% of the BID group "
    assert results_of(f"{text}and 9% of the QID group.") == [
        "famotidine: nausea 5% (BID)",
        "famotidine: nausea 9% (QID)",
    ]


@pytest.mark.parametrize(
    ("again", "labels"),
    [
        ("The 2-mg group and the 4-mg group were alike.", ["2 mg", "4 mg", ""]),
        ("Both groups were alike.", ["", ""]),
    ],
)
def test_doses_told_elsewhere_are_arms_where_the_text_speaks_of_them_as_groups(arms_of, again, labels):
    text = (
        "Adults were randomized to famotidine or placebo. They received 2 mg or 4 mg of famotidine or placebo daily. "
    )
    assert sorted(a.label for a in arms_of(text + again)) == sorted(labels)


@pytest.mark.parametrize(
    ("told", "labels"),
    [("famotidine 20 mg and 40 mg", {""}), ("famotidine 2.5 mg once daily, 2.5 mg every Friday", set())],
)
def test_doses_that_one_patient_may_be_given_tell_no_arms_apart(arms_of, told, labels):
    assert {a.label for a in arms_of(f"Adults were randomly assigned to {told} or to placebo.")} == labels


def test_a_ratio_of_two_doses_together_is_of_neither(results_of):
    text = "Adults were randomized to 300 or 600 mg famotidine or placebo. Death was less likely with famotidine "
    assert results_of(f"{text}300 or 600 mg than with placebo (odds ratio 0.60; 95% CI, 0.39 to 0.93).") == []
    assert results_of(f"{text}300 mg than with placebo (odds ratio 0.60; 95% CI, 0.39 to 0.93).") == [
        "famotidine vs placebo: overall survival oddsRatio 0.60 [0.39, 0.93] 95% (300 mg)"
    ]


def test_a_fixed_combination_is_its_drugs(arms_of):
    text = "Adults were randomized to sofosbuvir-velpatasvir-voxilaprevir or sofosbuvir-velpatasvir."
    assert [drugs(a.arm) for a in arms_of(text)] == ["sofosbuvir+velpatasvir+voxilaprevir", "sofosbuvir+velpatasvir"]
    spelled = "Adults were randomized to 800 mg of sulfamethoxazole and 160 mg of trimethoprim or to dapsone. "
    found = arms_of(f"{spelled}The trimethoprim-sulfamethoxazole group (n = 154) fared best.")
    assert {(drugs(a.arm), a.size) for a in found} == {("sulfamethoxazole+trimethoprim", 154), ("dapsone", None)}


def test_a_number_before_two_that_share_a_unit_is_a_dose_too(results_of):
    text = "In this trial, 60 adults received famotidine at 2, 4 or 8 mg. "
    told = results_of(text + "Nausea occurred in 5% at 2 mg, 7% at 4 mg and 9% at 8 mg.")
    assert told == [f"famotidine: nausea {share}% ({dose} mg)" for share, dose in ((5, 2), (7, 4), (9, 8))]
