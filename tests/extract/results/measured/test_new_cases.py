"""Diseases that patients got during a trial are endpoints; those they brought with them are none."""

import pytest

_ARMS = "Women were randomly assigned to raloxifene or placebo. "


@pytest.mark.parametrize(
    "told",
    [
        "There were 23 colon cancers in the raloxifene group and 31 in the placebo group.",
        "We saw 23 new cases of colon cancer with raloxifene and 31 with placebo.",
        "Colon cancer developed in 23 women on raloxifene and 31 on placebo.",
        "Colon cancer was diagnosed in 23 women given raloxifene, compared with 31 given placebo.",
        "In all, 23 colon cancers were detected with raloxifene compared with 31 with placebo.",
        "A reduction in colon cancer was seen with raloxifene (23 vs 31 cases).",
    ],
)
def test_cases_of_each_arm(results_of, told):
    assert results_of(_ARMS + told) == [
        "raloxifene: colon cancer proportion n=23",
        "placebo: colon cancer proportion n=31",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "The women had 23 colon cancers in the left part and 31 liver tumours.",
        "Of the women on raloxifene, 23 had had colon cancer and 31 had not.",
        "Women with colon cancer took raloxifene (23) or placebo (31).",
        "In colon cancer, age was the same with raloxifene (53 vs 51 years).",
    ],
)
def test_what_patients_brought_with_them_is_no_case(results_of, told):
    assert results_of(_ARMS + told) == []


def test_cancers_without_a_name_are_of_the_kind_told_before(results_of):
    found = results_of(_ARMS + "The risk of breast tumours was low (23 cancers on raloxifene and 31 on placebo).")
    assert found == ["raloxifene: breast tumours proportion n=23", "placebo: breast tumours proportion n=31"]


def test_cases_at_the_beginning_of_a_sentence(results_of):
    told = results_of(_ARMS + "Cases of colon cancer were fewer with raloxifene (1.2%) than with placebo (1.8%).")
    assert told == ["raloxifene: colon cancer proportion 1.2%", "placebo: colon cancer proportion 1.8%"]
