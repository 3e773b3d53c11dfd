"""Which of two figures is of which arm, where the words say in which arm there was more."""

import pytest

ARMS = "Women were randomized to letrozole or exemestane. "
MORE = ["exemestane: rash 22%", "letrozole: rash 9%"]


@pytest.mark.parametrize(
    "text",
    [
        "Rash (22% vs 9%) was worse with exemestane.",
        "Rash (22% vs 9%; P = .01) was more severe in the exemestane arm.",
        "Rash (22% vs 9%), all grades, occurred more often with exemestane.",
        "Rash (22% vs 9%) was significantly higher in patients treated with exemestane.",
        "Rash (22% vs 9%) prevailed in the exemestane group.",
        "More rash was seen with exemestane (22% vs 9%).",
    ],
)
def test_the_larger_figure_is_of_the_arm_that_had_more(results_of, text):
    assert results_of(ARMS + text) == MORE


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Rash (9% vs 22%) was less frequent in women receiving letrozole.", MORE[::-1]),
        ("Survival (30 vs 24 months) was better with exemestane.",
         ["exemestane: overall survival median 30 months", "letrozole: overall survival median 24 months"]),
        ("Rash (9% vs 22%) did not differ, but fever (2% vs 6%) was more common with exemestane.",
         [*MORE[::-1], "letrozole: fever 2%", "exemestane: fever 6%"]),
        ("More rash was seen with exemestane (9% vs 22%).", []),
        ("Letrozole was tolerated better, with less rash (22% vs 9%).", []),
        ("The commonest events with letrozole were rash (22% vs 9%), whereas with exemestane, fever (2% vs 6%) and "
         "nausea (3% vs 8%) were commonest.",
         ["letrozole: rash 22%", "exemestane: rash 9%", "letrozole: fever 2%", "exemestane: fever 6%",
          "letrozole: nausea 3%", "exemestane: nausea 8%"]),
    ],
)  # fmt: skip
def test_less_better_and_what_another_clause_says(results_of, text, results):
    assert results_of(ARMS + text) == results
