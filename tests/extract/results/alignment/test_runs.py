"""Runs of figures, each of one arm, whose arms are named beside them, before them, or in turn for all."""

import pytest

ARMS = "Patients were randomized to receive sorafenib (group A) or sunitinib (group B). "


def _rates(*values: str) -> list[str]:
    """The rates of each arm, in order of time."""
    times = ("1 years", "3 years", "5 years")
    return [
        f"{arm}: overall survival rateAt {value} at {time}"
        for arm, told in zip(("sorafenib", "sunitinib"), values, strict=False)
        for value, time in zip(told.split(), times, strict=False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 1- and 3-year survival rates were 88 and 61% vs. 76 and 46% for sorafenib and sunitinib, respectively.",
        "The 1- and 3-year survival rates were 88, 61 and 76, 46% in groups A and B, respectively.",
        "In group A, the 1- and 3-year survival rates were 88% and 61%; in group B, they were 76% and 46%.",
        "In group A, survival at 1 and 3 years was 88% and 61%, compared with 76% and 46% in group B.",
        "The 1- and 3-year survival rates of group A were 88% and 61%, respectively, whereas they were 76% and 46%, "
        "respectively, for group B.",
        "Survival rates at 1 and 3 years were 88% and 61% versus 76% and 46% for sunitinib.",
    ],
)
def test_each_run_has_a_rate_at_each_time(results_of, text):
    assert results_of(ARMS + text) == _rates("88% 61%", "76% 46%")


def test_runs_of_three(results_of):
    text = "The 1-, 3- and 5-year survival rates were 88%, 61%, 40% and 76%, 46%, 30% in groups A and B, respectively."
    assert results_of(ARMS + text) == _rates("88% 61% 40%", "76% 46% 30%")


@pytest.mark.parametrize(
    "text",
    [
        "Median PFS and OS were 7.1 and 15.2 vs. 4.0 and 10.1 months for sorafenib and sunitinib, respectively.",
        "Median PFS and OS for sorafenib versus sunitinib were 7.1 and 15.2 versus 4.0 and 10.1 months.",
        "Median PFS and OS were 7.1 vs. 4.0 and 15.2 vs. 10.1 months for sorafenib and sunitinib.",
    ],
)
def test_each_run_has_a_figure_of_each_endpoint(results_of, text):
    assert sorted(results_of(ARMS + text)) == [
        "sorafenib: overall survival median 15.2 months",
        "sorafenib: progression-free survival median 7.1 months",
        "sunitinib: overall survival median 10.1 months",
        "sunitinib: progression-free survival median 4.0 months",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 1- and 3-year survival rates were 88% and 76%, 61% and 46% in groups A and B, respectively.",
        "The 1- and 3-year survival rates were 88%, 76%, 61% and 46% in groups A and B, respectively.",
        "The 1- and 3-year survival rates were 88 and 61% vs. 76 and 46% in stage II and stage III disease.",
    ],
)
def test_where_runs_may_be_of_arms_or_of_times_none_is_read(results_of, text):
    assert results_of(ARMS + text) == []
