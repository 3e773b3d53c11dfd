"""Grades of a list that names the word once."""

import pytest

_ARMS = "Patients were randomised to sunitinib or placebo. "


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Sunitinib-related toxicity was WHO grade 1 (24%), 2 (67%), and 3 (9%).",
         ["any adverse event 1 24% related", "any adverse event 2 67% related", "any adverse event 3 9% related"]),
        ("With sunitinib, rash was grade 1 [30%] and 2 [12%].", ["rash 1 30%", "rash 2 12%"]),
        ("With sunitinib, rash was grade 2 (7%) or 3 (2%).", ["rash 2 7%", "rash 3 2%"]),
    ],
)  # fmt: skip
def test_grades_in_a_list(results_of, told, found):
    assert results_of(_ARMS + told) == [f"sunitinib: {line}" for line in found]


def test_a_count_of_others_is_no_grade(results_of):
    assert "sunitinib: nausea 2% n=2" in " ".join(
        results_of(_ARMS + "With sunitinib, rash was seen in 12% (grade 1 in 7%), and 2 (2%) had nausea.")
    )
